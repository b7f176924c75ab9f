"""Footnotes as Org and reStructuredText write them, `[fn:1]` and `[1]_`, in a text that defines them so."""

import re

from triptych.patterns import late
from triptych.read.markdown.dialects.code import outside_code

_ORG = late(r"\[fn:([\w-]{0,60})(?::[ \t]*((?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){1,1000}))?\]")
_ORG_TEXT = late(r"\[fn:([\w-]{1,60})\][ \t]+(?=\S)")
_RST_TEXT = late(r"\.\. \[(\d{1,4}|#[\w.-]{0,60})\][ \t]+(?=\S)")
_RST = late(r"[ \t]?\[(\d{1,4}|#[\w.-]{0,60})\]_(?!\w)")


def has_foreign_footnotes(text: str) -> bool:
    """Whether there may be such footnotes in a text."""
    return "[fn:" in text or (".. [" in text and "]_" in text)


def rewrite_footnotes(lines: list[str]) -> list[str]:
    """Lines with such footnotes as ours, `[^fn:1]`; calls of what nothing defines stay."""
    parted = list(outside_code(lines))
    known = {match[1] for line, free in parted if free and (match := _RST_TEXT.match(line))}
    known |= {f"fn:{match[1]}" for line, free in parted if free and (match := _ORG_TEXT.match(line))}
    return [_rewritten(line, known) if free and "[" in line else line for line, free in parted]


def _rewritten(line: str, known: set[str]) -> str:
    if match := _RST_TEXT.match(line):
        return f"[^{match[1]}]: {_called(line[match.end() :], known)}"
    if match := _ORG_TEXT.match(line):
        return f"[^fn:{match[1]}]: {_called(line[match.end() :], known)}"
    return _called(line, known)


def _called(line: str, known: set[str]) -> str:
    parts = re.split(r"(`+[^`]*`+)", line)
    for place in range(0, len(parts), 2):
        text = _ORG.sub(lambda found: _org(found, known), parts[place]) if "[fn:" in parts[place] else parts[place]
        parts[place] = _RST.sub(lambda found: f"[^{found[1]}]" if found[1] in known else found[0], text)
    return "".join(parts)


def _org(found: re.Match[str], known: set[str]) -> str:
    if found[2]:
        return f"^[{found[2].strip()}]"
    return f"[^fn:{found[1]}]" if f"fn:{found[1]}" in known else found[0]
