"""Planned pages: positioned items, the tag tree and the outline, ready to be drawn."""

from typing import Literal

import msgspec

from triptych.geometry import Rect, Size
from triptych.model.document import Meta
from triptych.model.drawing import Drawing
from triptych.model.picture import Picture
from triptych.model.theme import Face

TagRole = Literal[
    "Document", "Sect", "Art", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "Figure", "Caption", "BlockQuote", "Code", "Link", "Span",
    "TOC", "TOCI", "Index", "Note", "Formula", "Em", "Strong",
]  # fmt: skip
"""Standard structure types (ISO 32000-1, 14.8.4); Em and Strong are mapped to Span by the writer."""


class Tag(msgspec.Struct, frozen=True, gc=False):
    """A structure element; a tag's number is its place in `Pages.tags`, and parents come before children.

    An `inline` tag (a link in a paragraph) takes its place among its parent's content where its own content is
    drawn; other tags stand in their parent in the order of the tuple. What an author raised or lowered says by how many
    points in `rise`.
    """

    role: TagRole
    parent: int = -1
    inline: bool = False
    alt: str = ""
    actual: str = ""
    expansion: str = ""
    lang: str = ""
    id: str = ""
    scope: Literal["", "Row", "Column"] = ""
    numbering: Literal["", "None", "Disc", "Decimal"] = ""
    bbox: Rect | None = None
    rise: float = 0.0


class TextItem(msgspec.Struct, frozen=True, gc=False):
    """A run of one style on one line, in logical order. `y` is the baseline.

    `tag` None makes it an artifact. `rtl` sets its words from right to left. A trailing space is kept:
    it separates words for whoever extracts the text. What is raised or lowered by its author, as an exponent is, says
    by how much in `rise`: figures and signs are then read as such (2³, not 23).
    """

    x: float
    y: float
    text: str
    face: Face
    size: float
    color: str
    tag: int | None = None
    rtl: bool = False
    rise: float = 0.0


class RuleItem(msgspec.Struct, frozen=True, gc=False):
    """A straight line; always an artifact."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    color: str
    dash: tuple[float, ...] = ()


class BoxItem(msgspec.Struct, frozen=True, gc=False):
    """A rectangle, filled or outlined or both, its corners rounded by `radius`; always an artifact.

    `opacity` is how dense its fill is, from 0 to 1: less than 1 on screens only.
    """

    rect: Rect
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    radius: float = 0.0
    opacity: float = 1.0


class PictureItem(msgspec.Struct, frozen=True, gc=False):
    """A picture drawn into a rectangle."""

    rect: Rect
    picture: Picture
    tag: int | None = None


class LinkItem(msgspec.Struct, frozen=True, gc=False):
    """A place that can be clicked: an address, or the name of a destination in `Pages.destinations`.

    `contents` describes it for assistive technology (ISO 14289-1, 7.18.5); `tag` is its Link element.
    """

    rect: Rect
    tag: int
    contents: str
    address: str = ""
    destination: str = ""


class DrawingItem(msgspec.Struct, frozen=True, gc=False):
    """Outlines whose baseline begins at (x, y), at so many points an em."""

    x: float
    y: float
    drawing: Drawing
    size: float
    color: str
    tag: int | None = None


class PathItem(msgspec.Struct, frozen=True, gc=False):
    """A line through points, or an area if it is filled."""

    points: tuple[tuple[float, float], ...]
    stroke: str = ""
    width: float = 0.0
    fill: str = ""
    dash: tuple[float, ...] = ()
    closed: bool = False
    tag: int | None = None


Item = TextItem | RuleItem | BoxItem | PictureItem | LinkItem | DrawingItem | PathItem


class Page(msgspec.Struct, frozen=True, gc=False):
    """A page and what is on it. Tagged items are in reading order.

    `turned`: it is shown and printed upside down, as the back of a sheet whose printer turns it over the other edge.
    """

    size: Size
    items: tuple[Item, ...]
    turned: bool = False


class Portion(msgspec.Struct, frozen=True, gc=False):
    """The items of a page from `start` up to `end`, without that one."""

    page: int
    start: int
    end: int


class Destination(msgspec.Struct, frozen=True, gc=False):
    """A named place that links and the outline jump to. `page` counts from 0."""

    name: str
    page: int
    y: float


class OutlineEntry(msgspec.Struct, frozen=True, gc=False):
    """A bookmark. `level` counts from 0 and grows by at most one from entry to entry."""

    title: str
    level: int
    destination: str


class Pages(msgspec.Struct, frozen=True, gc=False):
    """A whole printed document.

    `reading` is the order in which its items are read, each of them in one portion; empty where that is page by page.
    """

    meta: Meta
    pages: tuple[Page, ...]
    tags: tuple[Tag, ...]
    destinations: tuple[Destination, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    reading: tuple[Portion, ...] = ()
