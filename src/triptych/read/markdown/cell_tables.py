"""Tables whose cells hold blocks: each cell is read as Markdown of its own, and laid flat into its row."""

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from triptych.model.document import Blocks, Cell, Row, Table
from triptych.read.markdown.attributes import cut_trailing
from triptych.read.markdown.commonmark import parse_cell, parse_line
from triptych.read.markdown.context import Context
from triptych.read.markdown.html_tables import HtmlCell, html_table
from triptych.read.markdown.inlines import convert

ReadBlocks = Callable[[Sequence[Token]], Blocks]
"""The blocks of tokens, read as everything around them."""


def read_cell_table(token: Token, context: Context, read: ReadBlocks) -> Table:
    """The table of a `cells_table` token; without heads its header is empty."""
    meta = token.meta
    rows = [
        tuple(
            HtmlCell(
                read(parse_cell(cell.text, context.env, cell.line)), cell.columns, cell.rows, "left", cell.line + 1
            )
            for cell in row
        )
        for row in meta["rows"]
    ]
    width = len(meta["aligns"])
    if not meta["headed"]:
        rows.insert(0, tuple(HtmlCell(()) for _ in range(width)))
    line = token.map[0] + 1 if token.map else 0
    made = html_table(rows, line)
    table = made or Table(Row(tuple(Cell() for _ in range(width)), line), (), (), line=line)
    words, attributes = cut_trailing(meta["caption"]) if meta["caption"] else ("", table.attributes)
    written = parse_line(words, context.env) if words else []
    caption = convert(written[0].children or (), context, meta["caption line"] + 1) if written else ()
    columns = len(table.header.cells)
    aligns = (*meta["aligns"], *(["left"] * columns))[:columns]
    return Table(table.header, table.rows, tuple(aligns), caption, line=line, attributes=attributes)
