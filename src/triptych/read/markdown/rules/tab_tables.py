"""Tables as spreadsheets copy them: cells with tabs between, a row a line."""

from collections.abc import Sequence

from markdown_it.rules_block import StateBlock

from triptych.patterns import late
from triptych.read.markdown.rules.loose_tables import Row, push_rows

_MARK = late(r"[^\w\s]|o|\(?\w{1,3}[.)]")
"""What rather begins an item of a list."""
_TWO = 2
_FEWEST_ROWS, _FEWEST_OF_TWO = 2, 3
"""Rows at least, and of two columns."""


def tab_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The tokens of a table of rows with as many tabs each; two columns need some more of them."""
    if silent or "\t" not in _line(state, start) or state.is_code_block(start):
        return False
    rows: list[Row] = []
    line = start
    while line < end and state.sCount[line] >= state.blkIndent and (text := _line(state, line)):
        cells = [cell.strip() for cell in text.split("\t")]
        if len(cells) < 2 or (rows and len(cells) != len(rows[0][1])):
            return False
        rows.append((line, cells))
        line += 1
    fewest = _FEWEST_OF_TWO if len(rows[0][1]) == _TWO else _FEWEST_ROWS
    if len(rows) < fewest or not all(rows[0][1][1:]) or any(_MARK.fullmatch(cells[0]) for _, cells in rows):
        return False
    if all(cells[0].endswith((":", "：")) for _, cells in rows):
        return False  # who speaks, or what a value is of
    if not _is_head(rows[0][1], rows[1][1]):
        rows.insert(0, (start, [""] * len(rows[0][1])))
    push_rows(state, rows, [""] * len(rows[0][1]), start)
    return True


def _is_head(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether a row may be a head: no figure begins it, and of two columns its words have capitals as heads do."""
    if first[0][:1].isdigit():
        return False
    small = len(first) == _TWO and any(cell[:1].islower() for cell in first)
    return not small or any(cell[:1].isdigit() for cell in second)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip(" ")
