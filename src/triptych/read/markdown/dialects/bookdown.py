"""Bookdown: names of figures, tables and formulae in brackets, references to these, captions said elsewhere, parts."""

import re
from collections import Counter
from collections.abc import Iterator

from triptych.patterns import late
from triptych.read.markdown.dialects.code import outside_code

_NAME = r"[A-Za-z][\w:.-]{0,100}"
_REFERENCE = late(rf"\\@ref\(({_NAME})\)")
_NAMED = late(rf"[ \t]?\(\\#({_NAME})\)[ \t]?")
_TABLE = late(rf"((?:Table)?:[ \t]+)\(\\#({_NAME})\)[ \t]*+(.*)$")
_SAID = late(r"\(ref:([\w-]{1,100})\)[ \t]+(\S.*)$")
_CALLED = late(r"\(ref:([\w-]{1,100})\)")
_CAPTION = late(r"[ \t>]*+(?:`{3,}[ \t]*+\{|#\|)|.*=\s?[\"']\(ref:")
"""Lines of code that have a caption of what the code draws."""
_PART = late(r"(#{1,6}[ \t]+)\((?:PART|APPENDIX)\\?\*?\)[ \t]*")
_MOST = 20_000
"""Characters that all calls of one name stand for, at most: few words must not become many pages."""


def is_bookdown(text: str) -> bool:
    """Whether there is anything of it in a text."""
    return any(sign in text for sign in ("\\@ref(", "(\\#", "(ref:", "# (PART", "# (APPENDIX"))


def rewrite_bookdown(lines: list[str]) -> list[str]:
    """The lines in our words, each on its own line still.

    A text that is said in one place for another is so only if its name is called there; else it is like any other.
    """
    parted = list(outside_code(lines))
    called = Counter(found[1] for line, free in parted if free or _CAPTION.match(line) for found in _calls(line))
    said = {found[1]: found[2].strip() for line, free in parted if free and (found := _SAID.match(line))}
    said = {name: text for name, text in said.items() if called[name] and called[name] * len(text) <= _MOST}
    return [_line(line, said, free=free) for line, free in parted]


def _calls(line: str) -> Iterator[re.Match[str]]:
    """Where a line calls texts that are said elsewhere."""
    if "(ref:" in line:
        found = _SAID.match(line)
        yield from _CALLED.finditer(line, found.start(2) if found else 0)


def _line(line: str, said: dict[str, str], *, free: bool) -> str:
    if said and "(ref:" in line and (free or _CAPTION.match(line)):
        if free and (found := _SAID.match(line)) and found[1] in said:
            return ""
        line = _CALLED.sub(lambda found: said.get(found[1], found[0]), line)
    if not free:
        return line
    if table := _TABLE.match(line):
        line = f"{table[1]}{table[3]} {{#{table[2]}}}"
    if "\\@ref(" in line or "(\\#" in line:
        parts = re.split(r"(`+[^`]*`+)", line)
        for place in range(0, len(parts), 2):
            parts[place] = _NAMED.sub(_label, _REFERENCE.sub(r"\\ref{\1}", parts[place]))
        line = "".join(parts)
    return _PART.sub(r"\1", line) if line.startswith("#") else line


def _label(found: re.Match[str]) -> str:
    return f"\\label{{{found[1]}}}"
