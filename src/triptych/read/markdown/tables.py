"""Table tokens to tables: as many cells in each row as there are columns."""

from collections.abc import Sequence

from markdown_it.token import Token

from triptych.model.document import NO_ATTRIBUTES, Align, Cell, Inlines, LineBreak, Row, Table, Text
from triptych.read.markdown.commonmark import parse_line
from triptych.read.markdown.context import Context
from triptych.read.markdown.inlines import convert, to_inlines

_ALIGNS: dict[str, Align] = {"text-align:right": "right", "text-align:center": "center"}


def read_table(tokens: Sequence[Token], start: int, context: Context) -> tuple[Table, int]:
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
                cells.append(Cell(_listed(to_inlines(token, context))))
            case "tr_close":
                rows.append(Row(tuple(cells), _line(tokens, place - 1)))
                cells = []
        place += 1
    for line in opening.meta.get("extra", ()):
        message = "this row has more cells than the table has columns: they are joined to its last"
        context.report.add("warning", message, line + 1, kind="table row")
    attributes = opening.meta.get("attributes", NO_ATTRIBUTES)
    written = parse_line(opening.meta["caption"], context.env) if "caption" in opening.meta else []
    caption = convert(written[0].children or (), context, opening.meta["caption line"] + 1) if written else ()
    line = opening.map[0] + 1 if opening.map else 0
    return Table(rows[0], tuple(rows[1:]), tuple(aligns), caption, line=line, attributes=attributes), place + 1


def _listed(inlines: Inlines) -> Inlines:
    """The inlines of a cell with bullets where each of its lines begins as an item does: `- one<br>- two`."""
    starts = [0, *(place + 1 for place, inline in enumerate(inlines) if isinstance(inline, LineBreak))]
    firsts = [inlines[place] if place < len(inlines) else None for place in starts]
    if len(starts) < 2 or not all(isinstance(one, Text) and one.text.startswith(("- ", "* ")) for one in firsts):
        return inlines
    begins = frozenset(starts)
    return tuple(
        Text(f"• {one.text[2:]}") if place in begins and isinstance(one, Text) else one
        for place, one in enumerate(inlines)
    )


def _line(tokens: Sequence[Token], place: int) -> int:
    """The line of the row that ends behind this token."""
    lines = tokens[place - 1].map
    return lines[0] + 1 if lines else 0
