"""Environments and headings of LaTeX between the paragraphs: lists, tables, code and theorems become ours."""

import re

from triptych.patterns import late
from triptych.problem import Report
from triptych.read.markdown.callouts import callout_kind
from triptych.read.markdown.dialects.code import outside_code

_SIGN = late(r"^[ \t]{0,12}\\(?:begin\{|(?:sub){0,2}section\*?\{|chapter\*?\{|item\b)", re.MULTILINE)
_BEGIN = late(r"[ \t]*+\\begin\{([A-Za-z]{1,30})\*?\}(.{0,400})$")
_END = late(r"[ \t]*+\\end\{([A-Za-z]{1,30})\*?\}[ \t]*+$")
_ITEM = late(r"[ \t]*+\\item\b[ \t]*+(?:\[([^\[\]\n]{0,200})\])?[ \t]*+(.{0,4000})$")
_HEADING = late(r"[ \t]*+\\(chapter|section|subsection|subsubsection|paragraph)\*?\{(.{1,400})\}[ \t]*+$")
_LEVELS = {"chapter": "#", "section": "##", "subsection": "###", "subsubsection": "####", "paragraph": "#####"}
_LISTS = {"itemize": "-", "enumerate": "1.", "description": "-"}
_CODE = frozenset(("verbatim", "lstlisting", "minted", "Verbatim"))
_TABLES = frozenset(("tabular", "tabularx", "longtable"))
_LAYOUT_NAMES = """
    center flushleft flushright minipage columns column figure table landscape multicols small footnotesize frame
    spacing document wrapfigure adjustwidth quote quotation abstract onlyenv overprint titlepage sloppypar block"""
_LAYOUT = frozenset(_LAYOUT_NAMES.split())
_TITLE = late(r"[\[{]([^\[\]{}\n]{1,200})[\]}]")
_LANGUAGE = late(r"(?:\[.{0,200}\])?\{(\w{1,20})\}|language=(\w{1,20})")
_RULES = late(r"\\(?:hline|toprule|midrule|bottomrule|cline\{[^{}]{0,20}\}|centering|small)")
_CELL = late(r"(?<!\\)&")
_MOST_LINES = 400


def has_environments(text: str) -> bool:
    """Whether there is anything of the kind in a text."""
    return "\\" in text and _SIGN.search(text) is not None


def rewrite_environments(lines: list[str], report: Report) -> list[str]:
    """The lines in our words, each on its own line still; what is only layout is left out and told."""
    out: list[str] = []
    opened: list[str] = []
    until = 0
    for place, (line, free) in enumerate(outside_code(lines)):
        if place < until:
            continue
        begin = _BEGIN.match(line) if free else None
        if begin and begin[1] in _TABLES and (end := _end_of(lines, place, begin[1])):
            out += _table(lines[place : end + 1])
            until = end + 1
        elif begin and begin[1] in _CODE and (end := _end_of(lines, place, begin[1])):
            language = _LANGUAGE.search(begin[2])
            out += [f"```{(language[1] or language[2]) if language else ''}", *lines[place + 1 : end], "```"]
            until = end + 1
        else:
            out.append(_line(line, place + 1, opened, report) if free else line)
    return out


def _line(line: str, number: int, opened: list[str], report: Report) -> str:
    if (begin := _BEGIN.match(line)) and _is_known(begin[1]):
        return _opening(begin[1], begin[2], number, opened, report)
    if (end := _END.match(line)) and _is_known(end[1]):
        if end[1] in opened:
            opened.remove(end[1])
        return ":::" if callout_kind(end[1]) and end[1] not in _LAYOUT else ""
    if item := _ITEM.match(line):
        lists = [name for name in opened if name in _LISTS]
        label = f"**{item[1]}** " if item[1] else ""
        return f"{'    ' * (len(lists) - 1)}{_LISTS[lists[-1]] if lists else '-'} {label}{item[2]}"
    if heading := _HEADING.match(line):
        return f"{_LEVELS[heading[1]]} {heading[2]}"
    if opened and opened[-1] in _LISTS and line.strip():
        return f"{'    ' * sum(name in _LISTS for name in opened)}{line.strip()}"
    return line


def _is_known(name: str) -> bool:
    return name in _LISTS or name in _LAYOUT or callout_kind(name) is not None


def _opening(name: str, rest: str, number: int, opened: list[str], report: Report) -> str:
    if name in _LISTS:
        opened.append(name)
        return ""
    title = _TITLE.search(rest)
    if name == "frame" and title:
        return f"## {title[1]}"
    if name not in _LAYOUT:
        return f"::: {name} {title[1] if title else ''}".rstrip()
    message = f"LaTeX for the layout is left out: \\begin{{{name}}}"
    report.add("warning", message, number, "the layout is made here", "LaTeX environment")
    return ""


def _end_of(lines: list[str], start: int, name: str) -> int:
    """The line that ends an environment, 0 if there is none."""
    for place in range(start + 1, min(len(lines), start + _MOST_LINES)):
        if f"\\end{{{name}" in lines[place]:
            return place
    return 0


def _table(lines: list[str]) -> list[str]:
    """As many lines with the rows of a table in our form, the first one its head."""
    text = "\n".join(lines[1:-1])
    rows = [[cell.strip() for cell in _CELL.split(_RULES.sub("", row))] for row in text.split("\\\\")]
    rows = [[" ".join(cell.replace("|", "\\|").split()) for cell in row] for row in rows if any(row)]
    if len(rows) < 2 or len(rows) + 1 > len(lines):
        return ["", *lines[1:-1], ""]
    wide = max(map(len, rows))
    made = [f"| {' | '.join([*row, *[''] * (wide - len(row))])} |" for row in rows]
    made.insert(1, "|" + " --- |" * wide)
    return [*made, *[""] * (len(lines) - len(made))]
