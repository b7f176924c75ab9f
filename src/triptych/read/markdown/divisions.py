"""A part of the document that is still open: a `:::` division, or an HTML element."""

from typing import Literal

import msgspec

from triptych.model import document as doc
from triptych.read.markdown.html_tables import HtmlCell
from triptych.read.sections import Heading, Piece

Kind = Literal[
    "", "columns", "incremental", "notes", "question", "summary", "definition", "callout", "column", "chart",
    "quote", "figure", "caption", "list", "item", "term", "meaning", "table", "list-table", "row", "cell", "marked",
    "block",
]  # fmt: skip
TRANSPARENT: tuple[Kind, ...] = ("", "columns", "incremental")
"""The kinds whose content goes straight into what they stand in."""
UNTIL_BREAK = "until-break"
"""The name of a division that ends with the slide: remark's and reveal's notes."""
FIGURE_BOX = "figure-box"
"""The name of a directive that shows a picture; what it holds is the caption."""


class Content(msgspec.Struct):
    """Pieces in order; `row` is the place of columns that still grow, or -1."""

    pieces: list[Piece] = msgspec.field(default_factory=list)
    row: int = -1


class Division(msgspec.Struct):
    """What is open: its kind, its name as written, the HTML tag that opened it (none for `:::`)."""

    kind: Kind
    name: str
    line: int
    tag: str = ""
    title: doc.Inlines = ()
    attributes: doc.Attributes = doc.NO_ATTRIBUTES
    content: Content = msgspec.field(default_factory=Content)
    items: list[doc.ListItem] = msgspec.field(default_factory=list)
    cells: list[HtmlCell] = msgspec.field(default_factory=list)
    rows: list[tuple[HtmlCell, ...]] = msgspec.field(default_factory=list)
    answer: doc.Blocks = ()


def bold_headings(pieces: list[Piece]) -> list[Piece]:
    """The pieces with headings as paragraphs in bold: what they stand in can have no sections."""
    return [
        doc.Paragraph((doc.Strong(piece.inlines),), piece.line, piece.attributes)
        if isinstance(piece, Heading)
        else piece
        for piece in pieces
    ]


def add_column(content: Content, column: doc.Columns) -> None:
    """Add one column, to those that stand right before it if there are any."""
    pieces = content.pieces
    before = pieces[-1] if pieces and content.row == len(pieces) - 1 else None
    if isinstance(before, doc.Columns):
        widths = before.widths + column.widths
        pieces[-1] = doc.Columns(before.columns + column.columns, widths, before.line, before.attributes)
    else:
        content.row = len(pieces)
        pieces.append(column)
