"""The slide of a section beside its heading, in the margin."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model.pages import DrawingItem, TextItem
from triptych.plan.flow import Strip
from triptych.plan.handout.press import Press
from triptych.plan.paragraphs import words_at
from triptych.text.extents import extent
from triptych.text.shape import width

SIZE, GAP, PAD = 8.5, 16.0, 14.0
"""Points of the type, from the column to it, and from it to the edge of a box."""


def with_slides(
    strips: Sequence[Strip], slides: Mapping[str, int], tags: Mapping[str, int], press: Press, end: float
) -> list[Strip]:
    """The strips with the number of its slide beside each heading, on its first line: in the margin, which reaches to
    `end`, or at the end of the line if it has room there.

    `slides` has the number and `tags` the element of each section, by the id that is among the anchors of its heading.
    """
    out: list[Strip] = []
    waiting = ""
    for strip in strips:
        if strip.anchors:
            waiting = next((name for name in strip.anchors if name in slides and name in tags), waiting)
        line = next((item.y for item in strip.items if isinstance(item, TextItem)), None) if waiting else None
        if waiting and line is not None:
            said = f"{word(press.document, 'slide')} {slides[waiting]}"
            strip = replace(strip, items=(*strip.items, *_beside(said, strip, line, tags[waiting], press, end)))
            waiting = ""
        out.append(strip)
    return out


def _beside(said: str, strip: Strip, y: float, tag: int, press: Press, end: float) -> list[TextItem]:
    """The words in the margin or at the end of their line, none if there is no room for them."""
    style = press.style(SIZE, color=press.theme.palette.muted)
    wide, x = width(said, style.face) * SIZE, press.column + GAP
    if x + wide > end:
        x = press.column - wide - (PAD if strip.panel else 0.0)
        if max(extent(item).right for item in strip.items if isinstance(item, TextItem | DrawingItem)) > x - GAP:
            return []
    return words_at(said, style, x, y, tag, rtl=press.rtl)
