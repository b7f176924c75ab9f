"""Bookdown: names of figures, tables and formulae in brackets, references to these, captions said elsewhere, parts."""

import re

from triptych.patterns import late
from triptych.read.markdown.dialects.code import outside_code

_NAME = r"[A-Za-z][\w:.-]{0,100}"
_REFERENCE = late(rf"\\@ref\(({_NAME})\)")
_NAMED = late(rf"[ \t]?\(\\#({_NAME})\)[ \t]?")
_TABLE = late(rf"((?:Table)?:[ \t]+)\(\\#({_NAME})\)[ \t]*+(.*)$")
_SAID = late(r"\(ref:([\w-]{1,100})\)[ \t]+(\S.*)$")
_CALLED = late(r"\(ref:([\w-]{1,100})\)")
_PART = late(r"(#{1,6}[ \t]+)\((?:PART|APPENDIX)\\?\*?\)[ \t]*")


def is_bookdown(text: str) -> bool:
    """Whether there is anything of it in a text."""
    return any(sign in text for sign in ("\\@ref(", "(\\#", "(ref:", "# (PART", "# (APPENDIX"))


def rewrite_bookdown(lines: list[str]) -> list[str]:
    """The lines in our words, each on its own line still."""
    free_lines = [line for line, free in outside_code(lines) if free]
    said = {found[1]: found[2].strip() for found in map(_SAID.match, free_lines) if found}
    return [_line(line, said, free=free) for line, free in outside_code(lines)]


def _line(line: str, said: dict[str, str], *, free: bool) -> str:
    if "(ref:" in line and said:
        if _SAID.match(line):
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
