"""Tables that are written as lists of lists, as in MyST and reStructuredText: each item is a row, each in it a cell."""

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.read.markdown.html_tables import HtmlCell, html_table
from triptych.read.sections import Piece

HEADS = "header-rows"
"""The option, or attribute, that says how many rows are heads."""


def list_table(blocks: doc.Blocks, title: doc.Inlines, line: int, attributes: doc.Attributes) -> list[Piece]:
    """The table of the only list among some blocks, `title` its caption; none if these are no rows of cells."""
    lists = [block for block in blocks if isinstance(block, doc.ListBlock)]
    if len(lists) != 1:
        return []
    rows = [_row(item) for item in lists[0].items]
    if not rows or not all(rows):
        return []
    if attributes.get(HEADS) == "0":
        rows.insert(0, tuple(HtmlCell(()) for _ in rows[0]))
    made = html_table(rows, line, doc.Attributes(attributes.id, attributes.classes))
    if made is None:
        return []
    rest = [block for block in blocks if block is not lists[0]]
    return [*rest, replace(made, caption=title)]


def _row(item: doc.ListItem) -> tuple[HtmlCell, ...]:
    """The cells of a row; none if the item holds anything but one list."""
    if len(item.blocks) != 1 or not isinstance(inner := item.blocks[0], doc.ListBlock):
        return ()
    return tuple(HtmlCell(cell.blocks, line=cell.line or inner.line) for cell in inner.items)
