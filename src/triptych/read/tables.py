"""Table tokens to tables: as many cells in each row as there are columns."""

from collections.abc import Sequence

from markdown_it.token import Token

from triptych.model.document import NO_ATTRIBUTES, Align, Cell, Row, Table
from triptych.read.inlines import to_inlines
from triptych.read.report import Report

_ALIGNS: dict[str, Align] = {"text-align:right": "right", "text-align:center": "center"}


def read_table(tokens: Sequence[Token], start: int, report: Report) -> tuple[Table, int]:
    """The table whose opening token is at `start`, and the place behind its closing token."""
    opening = tokens[start]
    rows: list[Row] = []
    cells: list[Cell] = []
    aligns: list[Align] = []
    place = start + 1
    while tokens[place].type != "table_close":
        token = tokens[place]
        match token.type:
            case "th_open":
                aligns.append(_ALIGNS.get(str(token.attrs.get("style", "")), "left"))
            case "inline":
                cells.append(Cell(to_inlines(token, report)))
            case "tr_close":
                rows.append(Row(tuple(cells), _line(tokens, place - 1)))
                cells = []
        place += 1
    for line in opening.meta.get("extra", ()):
        message = "this row has more cells than the table has columns: they are joined to its last"
        report.add("warning", message, line + 1, kind="table row")
    attributes = opening.meta.get("attributes", NO_ATTRIBUTES)
    line = opening.map[0] + 1 if opening.map else 0
    return Table(rows[0], tuple(rows[1:]), tuple(aligns), line=line, attributes=attributes), place + 1


def _line(tokens: Sequence[Token], place: int) -> int:
    """The line of the row that ends behind this token."""
    lines = tokens[place - 1].map
    return lines[0] + 1 if lines else 0
