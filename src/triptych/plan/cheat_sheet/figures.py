"""Pictures and charts that their author calls essential, as large as a column has room for."""

from collections.abc import Mapping
from itertools import chain

from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.languages.words import word_in
from triptych.model import document as doc
from triptych.model.pages import Item, PictureItem
from triptych.model.picture import Picture
from triptych.model.queries import figure_name, is_decorative
from triptych.model.theme import Theme
from triptych.plan.cheat_sheet.entries import Entry, Piece
from triptych.plan.picture_sizes import wished
from triptych.plan.tree import Tree

TALLEST = 14.0
"""Ems of height that a picture or chart takes at most: about a dozen lines."""
PIXEL = 0.1
"""Ems that a pixel takes at most: 0.7 points in the smallest type."""
NOMINAL = 10.0
"""Points of type for which charts are measured; they are drawn in any."""


def pictured(piece: Piece, pictures: Mapping[str, Picture]) -> Piece:
    """A piece with the pictures that were read for its figures; in words where there is none."""
    if not any(entry.figure for entry in piece.entries):
        return piece
    return replace(piece, entries=tuple(chain.from_iterable(_found(entry, pictures) for entry in piece.entries)))


def _found(entry: Entry, pictures: Mapping[str, Picture]) -> tuple[Entry, ...]:
    if not isinstance(entry.figure, doc.Figure):
        return (entry,)
    image = entry.figure.image
    picture = pictures.get(image.source)
    if picture is not None:
        return (replace(entry, picture=picture),)
    said = image.alt or image.source
    text: doc.Inlines = (doc.Emphasis((doc.Text(said),)),)
    return (replace(entry, figure=None, inlines=text, said=""),) if said else ()


def figure_size(entry: Entry, wide: float, theme: Theme) -> Size:
    """The width and height of a picture or chart in a room; ems."""
    if isinstance(entry.figure, doc.Chart):
        from triptych.plan.charts import chart_height  # late: few documents have a chart

        high = chart_height(entry.figure, wide * NOMINAL, theme, TALLEST * NOMINAL, NOMINAL)
        return Size(wide, high / NOMINAL)
    if entry.figure is None or entry.picture is None:
        return Size(0.0, 0.0)
    return wished(entry.picture, entry.figure.attributes, Size(wide, TALLEST), PIXEL)


def figure_tag(entry: Entry, tree: Tree, holder: int, lang: str, title: str) -> int:
    """A new element for a picture or chart, which says what it shows; -1 for what only decorates.

    `title` is that of the document.
    """
    if isinstance(entry.figure, doc.Chart):
        from triptych.plan.charts import described  # late: few documents have a chart

        return tree.add("Figure", holder, alt=described(entry.figure, lang))
    if entry.figure is None or is_decorative(entry.figure.image, entry.figure.attributes):
        return -1
    return tree.add("Figure", holder, alt=figure_name(entry.figure, word_in(lang, "figure"), title))


def figure_items(entry: Entry, rect: Rect, theme: Theme, size: float, tag: int, lang: str) -> list[Item]:
    """A picture or chart drawn into a rectangle of its size, in its element."""
    if isinstance(entry.figure, doc.Chart):
        from triptych.plan.charts import chart_items

        return chart_items(entry.figure, rect, theme, tag, lang, size)
    if entry.figure is None or entry.picture is None:
        return []
    return [PictureItem(rect, entry.picture, tag if tag >= 0 else None)]
