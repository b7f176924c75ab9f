"""Answers of chat programs: marks of sources that lead nowhere, formulae without backslashes, code without a fence."""

import re

from triptych.patterns import late
from triptych.problem import Report
from triptych.read.code_shape import copied_head, end_of_code, has_buttons
from triptych.read.markdown.dialects.code import outside_code

_SOURCES = late(
    r"[ \t]?(?:【[^【】\n]{0,80}†[^【】\n]{0,80}】|:contentReference\[oaicite:\d{1,4}\](?:\{[^{}\n]{0,40}\})?"
    r"|\[oai_citation[:‡][^\]\n]{0,120}\](?:\([^()\n]{0,300}\))?|\[cite:[ \d,]{1,60}\]"
    r"|\ue200[^\ue201\n]{0,200}\ue201|\b(?:cite)?turn\d{1,3}(?:search|view|news|image|file)\d{1,3}\b)|\[cite_start\]"
)
_SIGNS = ("†", "oaicite", "oai_citation", "[cite", "\ue200", "turn0", "turn1", "turn2")
_FORMULA = late(r"(?<![\w\\])\([ \t]((?:[^()\n\\$]|\\.|\([^()\n]{0,200}\)){1,300})[ \t]\)")
_IN_ONE = late(r"\\[A-Za-z]{2,}|[A-Za-z0-9)}][_^]|^[A-Za-z]\w{0,2}(?:[ \t]*[=<>][ \t]*[^=<>]{1,80})?$")
_PROSE = late(r"[^\W\d_\\]{4}[ \t,]{1,4}[^\W\d_]{2}")
_WRITES_SO = late(r"\([ \t][^()\n$]{0,80}\\[A-Za-z]{2,}")


def is_chat(text: str) -> bool:
    """Whether there is anything in a text that only chat programs leave in it."""
    if any(sign in text for sign in _SIGNS) or has_buttons(text):
        return True
    return "( " in text and _WRITES_SO.search(text) is not None


def rewrite_chat(lines: list[str], report: Report) -> list[str]:
    """Lines without marks of sources, their bare formulae between dollars; both are told."""
    lines = _fenced(lines)
    bare = any("( " in line and _WRITES_SO.search(line) for line in lines)
    out: list[str] = []
    for number, (line, free) in enumerate(outside_code(lines), 1):
        if free and line.strip():
            parts = re.split(r"(`+[^`]*`+)", line)
            for place in range(0, len(parts), 2):
                parts[place] = _rewritten(parts[place], number, bare, report)
            line = "".join(parts)
        out.append(line)
    return out


def _fenced(lines: list[str]) -> list[str]:
    """The lines with code between fences that was copied with the name of its language and the words of buttons."""
    out, parted = list(lines), [free for _, free in outside_code(lines)]
    place = 0
    while place < len(lines):
        head = copied_head(lines, place) if parted[place] and "Copy" in "".join(lines[place + 1 : place + 2]) else 0
        if not head:
            place += 1
            continue
        first = place + head
        edge = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
        end = next((k for k in range(first, len(lines)) if not lines[k].strip()), len(lines))
        end = end_of_code(lines, end, len(edge))
        out[place:first] = [""] * (head - 1) + [f"{edge}```{lines[place].strip().lower()}"]
        out[end : end + 1] = [f"{edge}```"]
        place = end + 1
    return out


def _rewritten(text: str, number: int, bare: bool, report: Report) -> str:
    if any(sign in text for sign in _SIGNS) and (cleared := _SOURCES.sub("", text)) != text:
        message = "marks of sources that lead nowhere are left out"
        report.add("note", message, number, "name the source itself", "source mark")
        text = cleared
    if bare and "( " in text and (formed := _FORMULA.sub(_formula, text)) != text:
        message, hint = "a formula between mere brackets is taken for one", "write \\( and \\), or $"
        report.add("warning", message, number, hint, "bare formula")
        text = formed
    return text


def _formula(match: re.Match[str]) -> str:
    inside = match[1].strip()
    return f"${inside}$" if _IN_ONE.search(inside) and not _PROSE.search(inside) else match[0]
