"""Decks to write in tests, made from the built-in theme."""

import io
import zlib
from functools import cache

from PIL import Image

from triptych.geometry import Insets, Rect
from triptych.model.deck import (
    Deck,
    Fill,
    Para,
    PictureBox,
    Run,
    Shape,
    Slide,
    TableBox,
    TableCell,
    TableRow,
    TextBox,
    TextFill,
)
from triptych.model.document import Align, Meta
from triptych.model.picture import Picture
from triptych.model.theme import Kind, Role, Theme
from triptych.template.themes import read_theme


@cache
def theme() -> tuple[Theme, bytes]:
    return read_theme()


def para(text: str, **says: object) -> Para:
    return Para((Run(text),), **says)  # type: ignore[arg-type]


def fill(role: Role, kind: Kind, *paras: Para | str, nth: int = 0, **says: object) -> TextFill:
    placeholder = theme()[0].layout(role).all(kind)[nth]
    made = tuple(para(each) if isinstance(each, str) else each for each in paras)
    return TextFill(placeholder, made, **says)  # type: ignore[arg-type]


def slide(key: str, title: str, *fills: Fill, role: Role = "body", **says: object) -> Slide:
    head = (fill(role, "title", title),)
    return Slide(key, title, theme()[0].layout(role), (*head, *fills), **says)  # type: ignore[arg-type]


def deck(*slides: Slide, **says: object) -> Deck:
    meta = says.pop("meta", Meta(title="A deck"))
    return Deck(meta, theme()[0].size, slides, **says)  # type: ignore[arg-type]


def picture(color: str = "#0B5FA5") -> Picture:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), color).save(buffer, "PNG")
    return Picture(buffer.getvalue(), "png", 40, 30, str(zlib.crc32(buffer.getvalue())))


def table() -> TableBox:
    def cell(text: str, align: Align | None = None) -> TableCell:
        return TableCell((para(text, align=align),))

    rows = (("Year", "Place"), ("1955", "Geneva"), ("1961", "Berlin"))
    return TableBox(
        "Table 1",
        Rect(48, 116, 400, 120),
        (100, 300),
        tuple(TableRow(40, (cell(year, "right"), cell(place))) for year, place in rows),
        20,
        "Meetings by year",
        Insets(12, 8, 12, 8),
    )


def every_kind() -> Deck:
    """A deck with one of everything that a slide can hold."""
    notes = (para("All of it.", bullet=False), para("a point"), para("below it", level=1), para("one", number=1))
    code = TextBox("Code 1", Rect(48, 116, 800, 60), (Para((Run("x = 1", code=True),)),), 18, "17202A", "EEF4FA")
    caption = fill("picture", "body", "A caption")
    return deck(
        slide("a", "History", fill("title", "subtitle", "A guide"), role="title"),
        slide("b", "Why?", role="question", footer="History"),
        slide("c", "Part one", fill("section", "body", "A line"), role="section", footer="History", notes=notes),
        slide("d", "Points", fill("body", "body", "first", para("second", level=1)), footer="History"),
        slide("e", "Key", fill("key point", "number", "2"), fill("key point", "body", "text"), role="key point"),
        slide("f", "Meetings", table(), Shape("Mark 1", Rect(48, 484, 28, 3), "0B5FA5"), role="title only"),
        slide(
            "g", "Chart", PictureBox("Picture 1", Rect(48, 116, 400, 300), picture(), "Bars"), caption, role="picture"
        ),
        slide("h", "Code", code, role="title only"),
        slide("i", "In short", fill("summary", "body", "All is well."), role="summary", notes=notes),
    )
