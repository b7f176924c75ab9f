"""Slidev: what stands round its slides is left out. Its settings and components are no part of what is promised."""

import re

from triptych.patterns import late
from triptych.problem import Report
from triptych.read.markdown.dialects.code import outside_code
from triptych.read.markdown.dialects.marp import note_blocks

SIGN = late(r"^::(?:right|left|default|top|bottom)::|^[ \t]{0,12}<v-(?:click|clicks|after|switch)\b", re.MULTILINE)
_BREAK = late(r"---+[ \t]*$")
_KEY = late(r"[A-Za-z][\w-]*:(?:[ \t]|$)|[ \t]+\S|[ \t]*-[ \t]|#")
_SOURCE = late(r"src:[ \t]*[\"']?(?:\./|/)?([^\s\"'#]{1,200}\.md)\b")
"""The file that a slide stands in."""
_CLICK = late(r"\[click(?::\d{1,3})?\][ \t]*")
"""In notes, where the speaker clicks."""
_SLOT = late(r"::[A-Za-z][\w-]*::[ \t]*$")
_TAG = late(r"</?(?:v-[a-z]|[A-Z][a-z]|arrow|carbon-|logos-|[a-z][a-z0-9]{1,20}:[a-z])[\w-]*+[^<>]{0,400}>")
_BOUND = late(r"(<[a-z][\w-]*+(?:\s[^<>]{0,200}?)?)\s(?:[@:#]|v-)[\w.:-]++(?:=\"[^\"<>]{0,200}\")?(?=[\s/>])")
"""What a page does with an element: `@click="…"`, `:class="…"`, `v-click`."""
_VALUE = late(r"\{\{[^{}\n]{1,200}\}\}")
_MOST = 40


def rewrite_slidev(lines: list[str], report: Report) -> list[str]:
    """Breaks of ours; the settings of slides, slots and components are left out and told once."""
    out: list[str] = []
    skipped = 0
    for place, (line, free) in enumerate(outside_code(note_blocks(lines))):
        if place < skipped:
            other = _SOURCE.match(line)
            out.append(f"{{{{< include {other[1]} >}}}}" if other else "")
            continue
        if free and _BREAK.match(line):
            skipped = _after_settings(lines, place)
            _tell(report, place + 1, skipped > place)
            out.append("***")
            continue
        if free and _SLOT.match(line):
            _tell(report, place + 1, True)
            line = ""
        elif free:
            line = _plain(line, place + 1, report)
        out.append(line)
    return out


def _plain(line: str, number: int, report: Report) -> str:
    """A line without what only a page of Slidev's makes something of."""
    line = _CLICK.sub("", line) if "[click" in line else line
    bare = _TAG.sub("", line) if "<" in line else line
    while "<" in bare and (bound := _BOUND.search(bare)):
        bare = f"{bare[: bound.end(1)]}{bare[bound.end() :]}"
    bare = _VALUE.sub("", bare) if "{{" in bare and "`" not in bare else bare
    _tell(report, number, bare != line)
    return bare


def _after_settings(lines: list[str], place: int) -> int:
    """The line after the settings of a slide: keys right below its break, up to the next line of dashes."""
    for line in range(place + 1, min(len(lines), place + _MOST)):
        if _BREAK.match(lines[line]):
            return line + 1 if line > place + 1 else place
        if not _KEY.match(lines[line]):
            return place
    return place


def _tell(report: Report, line: int, left_out: bool) -> None:
    if left_out:
        report.add("note", "Slidev's own marks are left out", line, "their text is kept", "slidev")
