"""MDX: Markdown with the components of a page in it. What is for the page is left out, what stands in it is kept."""

import re
from collections.abc import Mapping

from triptych.patterns import late
from triptych.problem import Report
from triptych.read.markdown.dialects.code import outside_code

_CONSTANT = late(
    r"export (?:const|let) (\w{1,60}+) ?= ?(?:(-?\d[\d.]{0,20})|\"([^\"\n]{0,200})\"|'([^'\n]{0,200})')[ ;]{0,9}$"
)
_PICTURE = late(r"\bsrc=(?:\"|')([^\"'\n]{1,300}\.(?:png|jpe?g|gif|svg|webp))(?:\"|')", re.IGNORECASE)
_ALT = late(r"\balt=(?:\"([^\"\n]{0,300})\"|'([^'\n]{0,300})')")
_FUNCTION = late(r"\{[^{}\n]{0,200}=>[^\n]{0,300}\}[ \t]*$")
_CODE = late(r"(?:import\s[^\n]*|export\s+(?:default|const|let|function|async|class)\b[^\n]*)$")
_TAG = late(r"</?[A-Z][\w.]{0,60}(?:\s(?:[^<>{}\"']|\"[^\"]*\"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|=>)*)?/?>|</?>")
_SAID = late(r"\b(?:title|label|summary|caption|alt)=(?:\"([^\"]{1,200})\"|'([^']{1,200})')")
_COMMENT = late(r"\{/\*.{0,300}?\*/\}")
_VALUE = late(r"(?<![\\$\w}\])])\{[ \t]*[A-Za-z_][\w.]*(?:\([^()\n]*\))?[ \t]*\}")


def rewrite_mdx(lines: list[str], report: Report) -> list[str]:
    """Text without imports, exports and tags of components; what a tag says in its title is text of its own."""
    out: list[str] = []
    constants = {found[1]: found[2] or found[3] or found[4] for found in map(_CONSTANT.match, lines) if found}
    within = False  # an export of several lines
    for number, (line, free) in enumerate(outside_code(lines), 1):
        if free and (within or _CODE.match(line)):
            within = bool(line.strip()) and not line.rstrip().endswith((";", "'", '"'))
            line = ""
        elif free:
            line = _without_code_spans(line, number, constants, report)
        out.append(line)
    return out


def _without_code_spans(line: str, number: int, constants: Mapping[str, str], report: Report) -> str:
    parts = re.split(r"(`+[^`]*`+)", line)
    for place in range(0, len(parts), 2):
        text = _COMMENT.sub("", parts[place])
        if "=>" in text and (function := _FUNCTION.search(text)):
            _tell_computed(function[0], number, report)
            text = text[: function.start()]
        if _TAG.search(text):
            report.add("note", "parts of a page are left out, their text is kept", number, kind="mdx")
            text = _TAG.sub(_words, text)
        if "{" in text:
            text = _VALUE.sub(lambda value: _computed(value[0], number, constants, report), text)
        parts[place] = text
    bare = "".join(parts)
    return bare.strip() if bare != line and bare.strip() != line.strip() else bare


def _computed(value: str, number: int, constants: Mapping[str, str], report: Report) -> str:
    """A value of the page: that of a constant, else nothing, which is told."""
    known = constants.get(value.strip("{} \t"))
    if known is None:
        _tell_computed(value, number, report)
    return known or ""


def _tell_computed(value: str, number: int, report: Report) -> None:
    message = f"what a page works out is left out: {value.strip()[:40]}"
    report.add("warning", message, number, "write what comes of it", "mdx value")


def _words(tag: re.Match[str]) -> str:
    if picture := _PICTURE.search(tag[0]):
        alt = _ALT.search(tag[0])
        return f"![{(alt[1] or alt[2] or '') if alt else ''}](<{picture[1]}>)"
    found = _SAID.search(tag[0]) if not tag[0].startswith("</") else None
    behind = tag.string[tag.end() : tag.end() + 1]
    colon = ": " if behind and not behind.isspace() and behind != "<" else ""  # what it heads stands on its line
    return f"**{found[1] or found[2]}**{colon}" if found else ""
