"""Marp: `---` is a slide, a comment is a note, pictures say in their brackets how they are set."""

import re

from triptych.patterns import late
from triptych.read.markdown.dialects.code import outside_code

_BREAK = late(r"-{3,}[ \t]*$")
_PICTURE = late(
    r"!\[([^\[\]\n]*)\](\(\s*[^()\s]+(?:\([^()\s]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\s*\)|\[[^\[\]\n]{1,200}\])"
)
_SIZE = late(r"(w|h|width|height):(\d+(?:\.\d+)?(?:px|%|em|cm|in|pt)?|auto)")
_KEYWORD = late(
    r"""bg|fit|contain|cover|auto|vertical|inline|(?:left|right)(?::\d+%)?|\d+(?:\.\d+)?%
    |(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::[^\s]+)?
    |(?:top|bottom|center):?""",
    re.VERBOSE,
)
_KEY_NAMES = """
    theme style headingDivider size math title author description keywords url image marp paginate header footer
    class backgroundColor backgroundImage backgroundPosition backgroundRepeat backgroundSize color transition lang
    auto-scaling"""
_KEYS = frozenset(_KEY_NAMES.split())
_SETTING = late(r"[ \t]*[_$]?([A-Za-z-]+):")
_TOOLS = late(r"\s*(?:fit|prettier-|markdownlint-|omit |@|eslint|vale |TODO\b|\.slide|\.element)")


def rewrite_marp(lines: list[str]) -> list[str]:
    """Slide breaks as breaks that are never the underline of a heading; pictures with attributes of ours."""
    out = []
    for line, free in outside_code(note_blocks(lines)):
        if free and _BREAK.match(line):
            line = "***"
        elif free and "![" in line:
            line = _PICTURE.sub(_picture, line)
        out.append(line)
    return out


def note_blocks(lines: list[str]) -> list[str]:
    """The lines with comments that are notes, alone between `<!--` and `-->`, as blocks: what is in them is read."""
    out, begin = list(lines), -1
    for place, (line, free) in enumerate(outside_code(lines)):
        if begin < 0 and free and line.rstrip() == "<!--":
            begin = place
        elif begin >= 0 and "-->" in line:
            if line.strip() == "-->" and comment_note("\n".join(lines[begin : place + 1])):
                out[begin], out[place] = "::: notes", ":::"
            begin = -1
    return out


def comment_note(comment: str) -> str:
    """The speaker's note that a comment is, or nothing if it sets something."""
    text = comment.removeprefix("<!--").removesuffix("-->").strip("\n")
    first = text.strip().split("\n", 1)[0]
    setting = _SETTING.match(first)
    if (setting and setting[1] in _KEYS) or _TOOLS.match(first):
        return ""
    return text.strip()


def line_of_slides(comment: str) -> tuple[str, str]:
    """The header or footer that a comment sets, by its key, and its words; both empty if it sets none."""
    for line in comment.removeprefix("<!--").removesuffix("-->").split("\n"):
        setting = _SETTING.match(line)
        words = line[setting.end() :].strip(" \t'\"") if setting else ""
        if setting and setting[1] in ("header", "footer") and words:
            return setting[1], words
    return "", ""


def _picture(match: re.Match[str]) -> str:
    words, sizes = [], []
    background = "bg" in match[1].split()
    for word in match[1].split():
        size = _SIZE.fullmatch(word)
        if size:
            sizes.append(f"{'width' if size[1].startswith('w') else 'height'}={size[2]}")
        elif not (background and _KEYWORD.fullmatch(word)):
            words.append(word)
    if not background and not sizes:
        return match[0]
    # A background without a text is decoration: nobody is told that its alternative text is missing.
    marks = ([".background"] if background else []) + ([".decorative"] if background and not words else [])
    attributes = " ".join(marks + [size for size in sizes if not size.endswith("auto")])
    return f"![{' '.join(words)}]{match[2]}" + (f"{{{attributes}}}" if attributes else "")
