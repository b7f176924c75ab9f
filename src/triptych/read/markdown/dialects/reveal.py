"""reveal.js: slides between `---` and `--`, notes from `Note:` to the end of the slide."""

import re

from triptych.read.markdown.dialects.code import outside_code

_BREAK = re.compile(r"-{2,4}[ \t]*$")
_NOTE = re.compile(r"notes?:[ \t]*+(.*)$", re.IGNORECASE)


def rewrite_reveal(lines: list[str]) -> list[str]:
    """Breaks and notes of ours."""
    out = []
    for line, free in outside_code(lines):
        note = _NOTE.match(line) if free else None
        if free and _BREAK.match(line):
            line = "***"
        elif note:
            line = f"::: until-break {note[1]}".rstrip()
        out.append(line)
    return out
