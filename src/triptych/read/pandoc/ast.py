"""Pandoc's document tree as it stands in its JSON: a closed union of blocks and one of inlines.

The names are pandoc's own (pandoc-types 1.23); `c` is what a node contains, in the order of its constructor.
"""

from functools import cache

import msgspec

Attr = tuple[str, list[str], list[tuple[str, str]]]
"""An id, classes, and values by their keys."""


class Name(msgspec.Struct, tag_field=None):
    """One of a few words, such as a kind of quotation mark or an alignment."""

    t: str


# --- inlines ---------------------------------------------------------------------------------------


class Node(msgspec.Struct, tag_field="t", tag=True):
    """What every node is: its name is its tag."""


class Str(Node):
    """Characters without a space."""

    c: str


class Emph(Node):
    """Emphasis."""

    c: "list[Inline]"


class Underline(Node):
    """Underlined text."""

    c: "list[Inline]"


class Strong(Node):
    """Strong importance."""

    c: "list[Inline]"


class Strikeout(Node):
    """Text that no longer holds."""

    c: "list[Inline]"


class Superscript(Node):
    """Raised text."""

    c: "list[Inline]"


class Subscript(Node):
    """Lowered text."""

    c: "list[Inline]"


class SmallCaps(Node):
    """Text in small capitals."""

    c: "list[Inline]"


class Quoted(Node):
    """Text in quotation marks, `SingleQuote` or `DoubleQuote`."""

    c: "tuple[Name, list[Inline]]"


class Cited(msgspec.Struct):
    """A work that is cited; its mode is `AuthorInText`, `SuppressAuthor` or `NormalCitation`."""

    citationId: str
    citationPrefix: "list[Inline]"
    citationSuffix: "list[Inline]"
    citationMode: Name


class Cite(Node):
    """A citation, and how it is written in the source."""

    c: "tuple[list[Cited], list[Inline]]"


class Code(Node):
    """Code within a line."""

    c: tuple[Attr, str]


class Space(Node):
    """White space between words."""


class SoftBreak(Node):
    """Where the source goes on in another line."""


class LineBreak(Node):
    """A line break that the author asked for."""


class Math(Node):
    """A formula as LaTeX, `InlineMath` or `DisplayMath`."""

    c: tuple[Name, str]


class RawInline(Node):
    """Text in a format of its own, such as HTML."""

    c: tuple[str, str]


class Link(Node):
    """A link, with its address and title."""

    c: "tuple[Attr, list[Inline], tuple[str, str]]"


class Image(Node):
    """A picture: its alternative text, its address and title."""

    c: "tuple[Attr, list[Inline], tuple[str, str]]"


class Note(Node):
    """A footnote, where it is called."""

    c: "list[Block]"


class Span(Node):
    """Text with attributes."""

    c: "tuple[Attr, list[Inline]]"


Inline = (
    Str
    | Emph
    | Underline
    | Strong
    | Strikeout
    | Superscript
    | Subscript
    | SmallCaps
    | Quoted
    | Cite
    | Code
    | Space
    | SoftBreak
    | LineBreak
    | Math
    | RawInline
    | Link
    | Image
    | Note
    | Span
)


# --- blocks ----------------------------------------------------------------------------------------


class Plain(Node):
    """Text that is no paragraph of its own, as in a tight list."""

    c: list[Inline]


class Para(Node):
    """A paragraph."""

    c: list[Inline]


class LineBlock(Node):
    """Lines that keep their breaks."""

    c: list[list[Inline]]


class CodeBlock(Node):
    """A block of code."""

    c: tuple[Attr, str]


class RawBlock(Node):
    """Blocks in a format of their own, such as HTML."""

    c: tuple[str, str]


class BlockQuote(Node):
    """A block quotation."""

    c: "list[Block]"


class OrderedList(Node):
    """A numbered list: where it starts, the style of its numbers and what stands around them."""

    c: "tuple[tuple[int, Name, Name], list[list[Block]]]"


class BulletList(Node):
    """A list with bullets."""

    c: "list[list[Block]]"


class DefinitionList(Node):
    """Terms, each with what is said of it."""

    c: "list[tuple[list[Inline], list[list[Block]]]]"


class Header(Node):
    """A heading and its level."""

    c: tuple[int, Attr, list[Inline]]


class HorizontalRule(Node):
    """A thematic break."""


class Cell(msgspec.Struct, array_like=True):
    """A cell of a table, with the rows and columns that it takes."""

    attr: Attr
    align: Name
    rows: int
    columns: int
    blocks: "list[Block]"


class Row(msgspec.Struct, array_like=True):
    """A row of a table."""

    attr: Attr
    cells: list[Cell]


class Body(msgspec.Struct, array_like=True):
    """A part of a table with rows of its own that are its head."""

    attr: Attr
    row_head_columns: int
    head: list[Row]
    rows: list[Row]


Rows = tuple[Attr, list[Row]]
"""The head or the foot of a table."""


class Table(Node):
    """A table: attributes, caption, the alignment of each column with its width, head, bodies and foot.

    A caption has a short form and the whole; a width is a share or, by name, none.
    """

    c: "tuple[Attr, Caption, list[tuple[Name, msgspec.Raw]], Rows, list[Body], Rows]"


class Figure(Node):
    """A figure: attributes, caption, and what it shows."""

    c: "tuple[Attr, Caption, list[Block]]"


class Div(Node):
    """Blocks with attributes."""

    c: "tuple[Attr, list[Block]]"


Block = (
    Plain
    | Para
    | LineBlock
    | CodeBlock
    | RawBlock
    | BlockQuote
    | OrderedList
    | BulletList
    | DefinitionList
    | Header
    | HorizontalRule
    | Table
    | Figure
    | Div
)
Caption = tuple[list[Inline] | None, list[Block]]


# --- the document ----------------------------------------------------------------------------------


class MetaMap(Node):
    """Values by their keys."""

    c: "dict[str, MetaValue]"


class MetaList(Node):
    """Several values."""

    c: "list[MetaValue]"


class MetaBool(Node):
    """Yes or no."""

    c: bool


class MetaString(Node):
    """Mere characters."""

    c: str


class MetaInlines(Node):
    """A value as a line of text."""

    c: list[Inline]


class MetaBlocks(Node):
    """A value as paragraphs."""

    c: list[Block]


MetaValue = MetaMap | MetaList | MetaBool | MetaString | MetaInlines | MetaBlocks


class Tree(msgspec.Struct):
    """A whole document."""

    meta: dict[str, MetaValue]
    blocks: list[Block]


def parse(data: bytes) -> Tree:
    """The tree that such JSON is. Raises ValueError where it is none, RecursionError where it is nested too deeply."""
    try:
        return _decoder().decode(data)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


@cache
def _decoder() -> "msgspec.json.Decoder[Tree]":
    return msgspec.json.Decoder(Tree)
