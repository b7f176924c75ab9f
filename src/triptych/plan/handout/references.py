"""The slide of a section beside its heading, in the margin."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model.pages import TextItem
from triptych.plan.flow import Strip
from triptych.plan.handout.press import Press
from triptych.plan.paragraphs import words_at
from triptych.text.shape import width

SIZE, GAP = 8.5, 16.0
"""Points of the type, and from the column to it."""
ALWAYS_FREE = 90.0
"""Points beside the column where nothing but rules for the reader's hand may be."""


def with_slides(
    strips: Sequence[Strip], slides: Mapping[str, int], tags: Mapping[str, int], press: Press
) -> list[Strip]:
    """The strips with the number of its slide beside each heading, on its first line.

    `slides` has the number and `tags` the element of each section, by the id that is among the anchors of its heading.
    """
    out: list[Strip] = []
    waiting = ""
    for strip in strips:
        waiting = next((name for name in strip.anchors if name in slides and name in tags), waiting)
        line = next((item.y for item in strip.items if isinstance(item, TextItem)), None)
        if waiting and line is not None:
            said = f"{word(press.document, 'slide')} {slides[waiting]}"
            strip = replace(strip, items=(*strip.items, *_beside(said, line, tags[waiting], press)))
            waiting = ""
        out.append(strip)
    return out


def _beside(said: str, y: float, tag: int, press: Press) -> list[TextItem]:
    """The words in the margin, none if it is too narrow for them."""
    most = max(press.full, press.column + ALWAYS_FREE)
    style, x = press.style(SIZE, color=press.theme.palette.muted), press.column + GAP
    return words_at(said, style, x, y, tag, rtl=press.rtl) if x + width(said, style.face) * SIZE <= most else []
