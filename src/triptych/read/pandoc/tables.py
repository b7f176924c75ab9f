"""Pandoc's tables to ours: spans are filled up, a cell says all that its blocks say."""

from collections.abc import Callable, Sequence
from itertools import chain

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.read.markdown.html_tables import HtmlCell, flat, html_table
from triptych.read.pandoc import ast
from triptych.read.pandoc.state import State, attributes_of

_ALIGNS: dict[str, doc.Align] = {"AlignRight": "right", "AlignCenter": "center"}
_MOST = 60
Read = Callable[[Sequence[ast.Block]], doc.Blocks]


def to_table(table: ast.Table, state: State, read: Read) -> doc.Table | None:
    """The table, or None if there is nothing in it; without a head its first row has empty cells."""
    attr, (_, caption), columns, (_, head), bodies, (_, foot) = table.c
    line = state.paragraph + 1
    attributes = attributes_of(attr)
    rows = [_row(row, state, read, heads=True) for row in head]
    if not any(cell.blocks for row in rows for cell in row):
        rows = [tuple(HtmlCell((), line=line) for _ in columns[:_MOST])]
    rows += [_row(row, state, read) for row in chain(*((*body.head, *body.rows) for body in bodies), foot)]
    said = flat(read(caption))
    made = html_table(rows, line, attributes, said)
    if made is None or (len(rows) == 1 and not head):
        return None
    aligns = tuple(_ALIGNS.get(align.t, "left") for align, _ in columns)
    aligns = (*aligns, *made.aligns)[: len(made.aligns)]
    return replace(made, aligns=aligns)


def _row(row: ast.Row, state: State, read: Read, *, heads: bool = False) -> tuple[HtmlCell, ...]:
    line = state.paragraph + 1
    return tuple(
        HtmlCell(read(cell.blocks), min(cell.columns, _MOST), min(cell.rows, _MOST), line=line, heads=heads)
        for cell in row.cells
    )
