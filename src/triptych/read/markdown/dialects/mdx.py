"""MDX: Markdown with the components of a page in it. What is for the page is left out, what stands in it is kept."""

import re

from triptych.patterns import late
from triptych.problem import Report
from triptych.read.markdown.dialects.code import outside_code

_CODE = late(r"(?:import\s[^\n]*|export\s+(?:default|const|let|function|async|class)\b[^\n]*)$")
_TAG = late(r"</?[A-Z][\w.]{0,60}(?:\s(?:[^<>{}\"']|\"[^\"]*\"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|=>)*)?/?>|</?>")
_SAID = late(r"\b(?:title|label|summary|caption|alt)=(?:\"([^\"]{1,200})\"|'([^']{1,200})')")
_COMMENT = late(r"\{/\*.{0,300}?\*/\}")
_VALUE = late(r"(?<![\\$\w}\])])\{[ \t]*[A-Za-z_][\w.]*(?:\([^()\n]*\))?[ \t]*\}")


def rewrite_mdx(lines: list[str], report: Report) -> list[str]:
    """Text without imports, exports and tags of components; what a tag says in its title is text of its own."""
    out: list[str] = []
    within = False  # an export of several lines
    for number, (line, free) in enumerate(outside_code(lines), 1):
        if free and (within or _CODE.match(line)):
            within = bool(line.strip()) and not line.rstrip().endswith((";", "'", '"'))
            line = ""
        elif free:
            line = _without_code_spans(line, number, report)
        out.append(line)
    return out


def _without_code_spans(line: str, number: int, report: Report) -> str:
    parts = re.split(r"(`+[^`]*`+)", line)
    for place in range(0, len(parts), 2):
        text = _COMMENT.sub("", parts[place])
        if _TAG.search(text) or _VALUE.search(text):
            report.add("note", "parts of a page are left out, their text is kept", number, kind="mdx")
            text = _VALUE.sub("", _TAG.sub(_words, text))
        parts[place] = text
    bare = "".join(parts)
    return bare.strip() if bare != line and bare.strip() != line.strip() else bare


def _words(tag: re.Match[str]) -> str:
    found = _SAID.search(tag[0]) if not tag[0].startswith("</") else None
    behind = tag.string[tag.end() : tag.end() + 1]
    colon = ": " if behind and not behind.isspace() and behind != "<" else ""  # what it heads stands on its line
    return f"**{found[1] or found[2]}**{colon}" if found else ""
