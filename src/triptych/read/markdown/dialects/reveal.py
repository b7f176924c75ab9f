"""reveal.js: slides between `---` and `--`, notes from `Note:` to the end of the slide."""

import re

from triptych.patterns import late
from triptych.read.markdown.dialects.code import outside_code

_BREAK = late(r"-{2,4}[ \t]*$")
_NOTE = late(r"notes?:[ \t]*+(.*)$", re.IGNORECASE)


_WORDS = late(r"[^\W\d_]{2,30}")


def rewrite_reveal(lines: list[str], notes: str = "") -> list[str]:
    """Breaks and notes of ours; `notes` is the pattern of what these begin with, beside the usual one.

    Of that only the words count: a pattern out of a document is not run.
    """
    words = "|".join(re.escape(word) for word in _WORDS.findall(notes)[:8])
    also = re.compile(rf"(?:{words})(?:s)?:[ \t]*+(.*)$", re.IGNORECASE) if words else None
    out = []
    for line, free in outside_code(lines):
        note = (_NOTE.match(line) or (also.match(line) if also else None)) if free else None
        if free and _BREAK.match(line):
            line = "***"
        elif note:
            line = f"::: until-break {note[1]}".rstrip()
        out.append(line)
    return out
