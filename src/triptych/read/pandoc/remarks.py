"""What pandoc says of a document while it reads it: what of that its author should know."""

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from triptych.patterns import late

_PLACE = late(r" at (?:\S+ )?line (\d+) column \d+$")
_SKIPPED = late(r"Skipped '(.*)'", re.DOTALL)
_COMMAND = late(r"\\([A-Za-z]+)\*?")
_INCLUDED = late(r"Could not load include file (.*)", re.DOTALL)
_STYLES = (".sty", ".cls", ".def", ".cfg")
_WORDS = late(r"\{[^{}]*[^\W_]")
_UNNAMED = late(r"Reference not found for '\"?(.*?)\"?'", re.DOTALL)
_LAYOUT_NAMES = """
    vspace hspace vskip hskip begin end label input include includeonly bibliographystyle bibliography pagestyle
    thispagestyle setlength addtolength setcounter addtocounter usepackage RequirePackage documentclass color pagecolor
    definecolor hypersetup geometry graphicspath usetheme usecolortheme usefonttheme setbeamertemplate setbeamercolor
    setbeamerfont phantom hphantom vphantom rule fontsize selectfont linespread counterwithin numberwithin theoremstyle
    DeclareMathOperator newlength markboth markright nocite tikzset pgfplotsset lstset captionsetup setstretch
    titlespacing titleformat enlargethispage addcontentsline index glossary cline cmidrule multirow hypertarget
    pgfmathsetmacro sisetup urlstyle"""
_LAYOUT = frozenset(_LAYOUT_NAMES.split())
"""Commands whose braces hold no words for a reader."""


class Remark(msgspec.Struct, frozen=True):
    """What an author should know, and the line of the source if pandoc tells it."""

    severity: Literal["error", "warning"]
    text: str
    line: int = 0
    hint: str = ""


def remarks_of(entries: Iterable[str]) -> tuple[Remark, ...]:
    """What is to be told of pandoc's messages, each once; how it went on otherwise is nobody's concern."""
    found = (_remark(" ".join(entry.split())) for entry in entries)
    return tuple(dict.fromkeys(remark for remark in found if remark is not None))


def _remark(entry: str) -> Remark | None:
    kind, _, text = entry.partition("] ")
    place = _PLACE.search(text)
    line = int(place[1]) if place else 0
    text = text[: place.start()] if place else text
    if match := _INCLUDED.match(text):
        name = match[1]
        hint = "files are not included here: put its text into this one"
        return None if name.endswith(_STYLES) else Remark("error", f"left out the file {name[:80]}", line, hint)
    if match := _SKIPPED.match(text):
        return _skipped(match[1], line)
    if match := _UNNAMED.match(text):
        return Remark("warning", f"a reference to nothing: {match[1][:60]}", line)
    return Remark("warning", text[:200], line) if kind == "[WARNING" and text else None


def _skipped(what: str, line: int) -> Remark | None:
    """What was passed over: words are an error, a picture that is drawn with commands as well; layout is none."""
    command = _COMMAND.match(what)
    name, rest = (command[1], what[command.end() :]) if command else ("", what)
    if what.startswith("\\") and "@" in what[: len(name) + 3]:
        return None  # a command within a package
    drawn = name == "begin" and "\\end{" in what
    if (name in _LAYOUT and not drawn) or (name and not _WORDS.search(rest)):
        return None
    hint = "write it in words, or as a picture" if drawn else "write its words without the command"
    return Remark("error" if name else "warning", f"left out {what[:60]}", line, hint if name else "its text is kept")
