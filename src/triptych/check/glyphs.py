"""Characters that no font here can draw: named by script, with their lines and the package that has a font."""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any, get_args

from triptych.model import document as doc
from triptych.model.theme import Face, Theme
from triptych.model.walk import LEAVES, Node, children, nodes
from triptych.problem import Problem
from triptych.text.shape import is_pictograph, missing

_OTHERS = {
    "pictographs": ("the pictographs", "apt install fonts-symbola, or install Noto Emoji from fonts.google.com/noto"),
    "rare": ("the characters", "install a font that has them"),
}
"""What is of no script."""
MOST = 8
"""How many characters are named."""
_SAID: dict[type, Callable[[Any], str]] = {
    **dict.fromkeys((doc.Text, doc.CodeSpan, doc.Keyboard, doc.Citation, doc.Code), attrgetter("text")),
    **dict.fromkeys((doc.InlineFormula, doc.Formula, doc.Number), attrgetter("said")),
    doc.Image: attrgetter("alt"),  # within a line of text
}
"""What is drawn of a node itself."""
_LINED = frozenset((*get_args(doc.Block), doc.Section, doc.ListItem, doc.Row, doc.Footnote, doc.Image))


def missing_glyphs(document: doc.Document, theme: Theme) -> tuple[Problem, ...]:
    """What cannot be drawn in the PDFs, by script: an error for a script without any font, else a warning."""
    face = Face(theme.on_paper.text_family)
    if not missing("".join(sorted(_all_characters(document))), face):  # as in most documents: nothing need be found
        return ()
    seen: set[str] = set(" \n")
    lacking: set[str] = set()
    where: dict[str, set[int]] = {}
    for text, line in _texts(document):
        if not seen.issuperset(text):
            fresh = set(text) - seen
            seen |= fresh
            lacking.update(missing("".join(sorted(fresh)), face))
        for char in sorted(lacking.intersection(text)) if lacking else ():
            where.setdefault(char, set()).add(line)
    return tuple(_problems(where, seen - lacking, document)) if where else ()


def _problems(where: Mapping[str, set[int]], drawn: set[str], document: doc.Document) -> Iterator[Problem]:
    from triptych.text.scripts import block_script, script, script_of

    by_script: dict[str, list[str]] = {}
    for char in where:
        by_script.setdefault(script_of(char) or block_script(char) or _kind(char), []).append(char)
    partly = {script_of(char) for char in drawn}
    for code, chars in by_script.items():
        lines = sorted(set().union(*(where[char] for char in chars)))
        found = script(code, chars[0])
        name, hint = _OTHERS.get(code, (found.name, found.hint))
        whole = code not in partly and code not in _OTHERS
        what = f"{name}{'' if whole else ' '}{_named(chars, whole)}"
        yield Problem(
            "error" if whole else "warning",
            f"no font here draws {what}: the PDFs {_instead(code)}{_on(lines, document)}",
            document.path,
            lines[0],
            hint=hint,
        )


def _kind(char: str) -> str:
    return "pictographs" if is_pictograph(char) else "rare"


def _instead(code: str) -> str:
    return "leave them out" if code == "pictographs" else "show boxes for them"


def _named(chars: list[str], whole: bool) -> str:
    """The characters with their numbers, at most as many as one reads."""
    told = ", ".join(f"{char!r} (U+{ord(char):04X})" for char in sorted(chars)[:MOST])
    more = f" and {len(chars) - MOST} more" if len(chars) > MOST else ""
    return f" ({told}{more})" if whole else f"{told}{more}"


def _on(lines: list[int], document: doc.Document) -> str:
    known = [str(line) for line in lines if line]
    return f" in {document.counts}{'s' if len(known) > 1 else ''} {', '.join(known)}" if known else ""


def _texts(document: doc.Document) -> Iterator[tuple[str, int]]:
    """Every string that is drawn, with its line."""
    yield from _around(document)
    for section in document.sections:
        yield from _drawn(section, section.line)
    for note in document.footnotes:
        yield from _drawn(note, note.line)


def _around(document: doc.Document) -> Iterator[tuple[str, int]]:
    """What is drawn of what the front matter says."""
    meta = document.meta
    said = [("title", meta.title), ("subtitle", meta.subtitle), ("course", meta.course), ("date", meta.date),
            ("footer", meta.footer), *(("author", author) for author in meta.authors),
            *(("affiliation", one) for one in meta.affiliations), *(("abstract", one) for one in meta.abstract),
            *(("keywords", one) for one in meta.keywords)]  # fmt: skip
    yield from ((text, meta.line(key)) for key, text in said)
    yield from ((text, meta.line("words")) for _, text in document.words)


def _all_characters(document: doc.Document) -> set[str]:
    """The characters of all that is drawn, and of what is read out of pictures."""
    found = {char for text, _ in _around(document) for char in text}
    found.update(*(_SAID[type(node)](node) for node in nodes(document) if type(node) in _SAID))
    return found - {"\n"}


def _drawn(node: Node, line: int) -> Iterator[tuple[str, int]]:
    """The strings of a node and of all within it, also of captions, code and options."""
    waiting = [(node, line)]
    while waiting:
        node, line = waiting.pop()
        kind = type(node)
        if kind in _LINED and node.line:  # type: ignore[union-attr]
            line = node.line  # type: ignore[union-attr]
        if kind in _SAID:
            yield _SAID[kind](node), line
        if kind in LEAVES:
            continue
        # What a figure's picture shows is read out, not drawn.
        parts = node.caption if isinstance(node, doc.Figure) else children(node)
        waiting += [(part, line) for part in parts[::-1]]
