"""What the pieces of one container make of each other: captions of tables, charts, columns that stand alone."""

import re

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.patterns import late
from triptych.problem import Report
from triptych.read.labels import without_start
from triptych.read.markdown.attributes import merge
from triptych.read.markdown.charts import charted
from triptych.read.sections import Piece

_CAPTION = late(r"(?:Table)?:\s+(?=\S)")
_CAPTION_ABOVE = late(r"Table:\s+(?=\S)|:\s+(?=\S)")
MOST_COLUMNS = 4
"""Columns that stand side by side."""


def settled(pieces: list[Piece], report: Report) -> list[Piece]:
    """The pieces with captions in their tables, marked tables as charts, single columns as what they hold."""
    out: list[Piece] = []
    for place, piece in enumerate(pieces):
        if isinstance(piece, doc.Paragraph) and _captions_last(piece, pieces, place, out):
            continue
        if isinstance(piece, doc.Table):
            out.append(_with_caption_above(piece, out))
        elif isinstance(piece, doc.Columns) and not 2 <= len(piece.columns) <= MOST_COLUMNS:
            out.extend(block for column in piece.columns for block in column)
        elif isinstance(piece, doc.Columns):
            out.append(piece if all(piece.widths) else replace(piece, widths=()))
        else:
            out.append(piece)
    return [charted(piece, report) if isinstance(piece, doc.Table) else piece for piece in out]


def _captions_last(block: doc.Paragraph, pieces: list[Piece], place: int, out: list[Piece]) -> bool:
    """Give the table right before its caption, if this paragraph is one."""
    last = out[-1] if out else None
    above = place and isinstance(pieces[place - 1], doc.Table)
    if not isinstance(last, doc.Table) or not above or last.caption:
        return False
    caption = _caption(block.inlines, _CAPTION)
    if caption:
        out[-1] = replace(last, caption=caption, attributes=merge(last.attributes, block.attributes))
    return bool(caption)


def _with_caption_above(table: doc.Table, out: list[Piece]) -> doc.Table:
    last = out[-1] if out else None
    caption = () if table.caption or not isinstance(last, doc.Paragraph) else _caption(last.inlines, _CAPTION_ABOVE)
    if not caption or not isinstance(last, doc.Paragraph):
        return table
    out.pop()
    return replace(table, caption=caption, attributes=merge(last.attributes, table.attributes))


def _caption(inlines: doc.Inlines, pattern: re.Pattern[str]) -> doc.Inlines:
    first = inlines[0] if inlines else None
    match = pattern.match(first.text) if isinstance(first, doc.Text) else None
    return without_start(inlines, match.end()) if match else ()


def incremental(block: doc.ListBlock) -> doc.ListBlock:
    """The list, marked to come item by item, unless it says otherwise."""
    if "nonincremental" in block.attributes.classes:
        return block
    return replace(
        block, attributes=merge(block.attributes or doc.NO_ATTRIBUTES, doc.Attributes(classes=("incremental",)))
    )
