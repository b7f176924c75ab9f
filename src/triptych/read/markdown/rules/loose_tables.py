"""Tables whose line of dashes is missing or too short: read as what they are meant for, and told."""

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit

from triptych.patterns import late
from triptych.read.markdown.rules.telling import tell

_DASHES = late(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?")
_ORG = late(r"\|-+(?:\+-+)+\|?")
"""The line of dashes as in Org."""
_FEWEST_BARE = 3
"""Rows without bars at their ends from which on they are a table for sure."""

Row = tuple[int, list[str]]
"""The line of a row and its cells."""


def loose_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The tokens of a table that has at least two rows of as many cells, or dashes for too few of its columns."""
    if state.is_code_block(start) or "|" not in _line(state, start):
        return False
    if _DASHES.fullmatch(_line(state, start)):
        return _headless(state, start, end, silent)
    dashes = _line(state, start + 1) if start + 1 < end else ""
    if "|" in dashes and _DASHES.fullmatch(dashes):
        return _short(state, start, end, silent)
    if "+" in dashes and _ORG.fullmatch(dashes):
        return _of_org(state, start, end, silent)
    rows = _rows(state, start, end)
    if not rows:
        return False
    if not silent:
        hint = f"write |{' --- |' * len(rows[0][1])} below its first row"
        tell(state.env, start + 1, "a table without its line of dashes", hint, "no dashes")
        push_rows(state, rows, [""] * len(rows[0][1]), start)
    return True


def _short(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table whose line of dashes has another number of columns than its first row."""
    head, marks = _cells(_line(state, start)), _cells(_line(state, start + 1))
    if len(head) < 2 or len(head) == len(marks):
        return False
    if silent:
        return True
    columns = max(len(head), len(marks))
    rows: list[Row] = [(start, head)]
    line = start + 2
    while line < end and state.sCount[line] >= state.blkIndent and "|" in _line(state, line):
        rows.append((line, _cells(_line(state, line))))
        line += 1
    message = f"the line of dashes has {len(marks)} columns, the row above it {len(head)}"
    tell(state.env, start + 2, message, "write as many dashes as there are columns", "short dashes")
    push_rows(state, rows, [_align(mark) for mark in [*marks, *[""] * (columns - len(marks))]], start)
    return True


def _headless(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table that begins with its line of dashes: its first row is taken for its head."""
    columns = len(_cells(_line(state, start)))
    rows: list[Row] = []
    line = start + 1
    while line < end and columns > 1 and len(cells := _cells(_line(state, line))) == columns:
        if state.sCount[line] < state.blkIndent or not _is_closed(_line(state, line)):
            break
        rows.append((line, cells))
        line += 1
    if len(rows) < 2 or not _is_closed(_line(state, start)):
        return False
    if not silent:
        hint = "write its heads above the line of dashes"
        tell(state.env, start + 1, "a table that begins with its line of dashes", hint, "no head")
        push_rows(state, rows, [""] * columns, start)
        state.line = line
    return True


def _of_org(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table whose line of dashes has crosses between its columns; more such lines part its rows."""
    rows: list[Row] = [(start, _cells(_line(state, start)))]
    if len(rows[0][1]) < 2:
        return False
    line = start + 2
    while line < end and state.sCount[line] >= state.blkIndent and (text := _line(state, line)).startswith("|"):
        if not _ORG.fullmatch(text):
            rows.append((line, _cells(text)))
        line += 1
    columns = max(len(cells) for _, cells in rows)
    if len(rows) < 2:
        return False
    if not silent:
        push_rows(state, rows, [""] * columns, start)
        state.line = line
    return True


def _rows(state: StateBlock, start: int, end: int) -> list[Row]:
    """Rows of as many cells below each other that are a table for sure; none where there are no such."""
    rows: list[Row] = []
    line, closed = start, _is_closed(_line(state, start))
    while line < end and state.sCount[line] >= state.blkIndent:
        text = _line(state, line)
        cells = _cells(text)
        if len(cells) < 2 or _is_closed(text) != closed or _DASHES.fullmatch(text):
            break
        if rows and len(cells) != len(rows[0][1]):
            break
        rows.append((line, cells))
        line += 1
    if line < end and _DASHES.fullmatch(_line(state, line)):  # the last of these begins a table of its own
        rows = rows[:-1]
    if len(rows) < 2 or not (closed or (len(rows) >= _FEWEST_BARE and all(_is_bare(state, line) for line, _ in rows))):
        return []
    return rows


def _is_closed(text: str) -> bool:
    return text.startswith("|") and text.endswith("|")


def _is_bare(state: StateBlock, line: int) -> bool:
    """Whether a line is cells with bars between them, and neither a formula nor code."""
    text = _line(state, line)
    return not text.startswith("|") and " | " in text and not any(mark in text for mark in "$`\\")


def _cells(text: str) -> list[str]:
    cells = [cell.strip() for cell in escapedSplit(text)] if "|" in text else []
    cells = cells[1:] if cells and not cells[0] else cells
    return cells[:-1] if cells and not cells[-1] else cells


def _align(mark: str) -> str:
    return "center" if mark[:1] == ":" == mark[1:][-1:] else "right" if mark[1:].endswith(":") else ""


def push_rows(state: StateBlock, rows: list[Row], aligns: list[str], start: int) -> None:
    """The tokens as the parser's own rule pushes them."""
    last = rows[-1][0] + 1 if len(rows) > 1 else start + 2
    state.push("table_open", "table", 1).map = [start, last]
    for number, (line, cells) in enumerate(rows):
        state.push("tr_open", "tr", 1).map = [line, line + 1]
        for place, align in enumerate(aligns):
            cell = state.push("td_open" if number else "th_open", "td" if number else "th", 1)
            cell.attrs = {"style": f"text-align:{align}"} if align else {}
            text = state.push("inline", "", 0)
            text.map, text.children = [line, line + 1], []
            text.content = cells[place] if place < len(cells) else ""
            state.push("td_close" if number else "th_close", "td" if number else "th", -1)
        state.push("tr_close", "tr", -1)
    state.push("table_close", "table", -1)
    state.line = last


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
