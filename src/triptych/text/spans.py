"""Texts of one style, as lines are made of them."""

from collections.abc import Sequence

import msgspec

from triptych.model.drawing import Drawing
from triptych.model.theme import Face
from triptych.text.shape import SOFT_HYPHEN


class Style(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """How a span looks; points. `link` keeps spans of different links apart; `rise` lifts the baseline.

    `highlight` is the colour behind it, empty for none. Of a `blank` only the room that it takes is shown. `places` are
    the names of what stands there; `call` is the number of the footnote that is called there, or 0. Where a `hand`
    writes there is room above the line; a `pad` is nothing but room to write in.
    `lang` is its language, empty for that of the document; `stands_for` is what it abbreviates. By the rules of
    `hyphens` its words may be divided where a line would be loose: a language, empty where none is divided.
    """

    face: Face
    size: float
    color: str
    link: str = ""
    rise: float = 0.0
    highlight: str = ""
    strike: bool = False
    blank: bool = False
    places: tuple[str, ...] = ()
    call: int = 0
    hand: bool = False
    pad: bool = False
    lang: str = ""
    hyphens: str = ""
    stands_for: str = ""


class Span(msgspec.Struct, frozen=True, gc=False):
    """Text of one style. A line feed is a line break that the author asked for.

    A `drawing` is set instead of the text, which stands for it where only text can; `formula` is the LaTeX that it
    shows, `display` whether that stands on a line of its own, `sans` whether it is set without serifs. Before one that
    is `free` a line may end.
    """

    text: str
    style: Style
    drawing: Drawing | None = None
    formula: str = ""
    display: bool = False
    free: bool = False
    sans: bool = False


def has_soft_hyphens(spans: Sequence[Span]) -> bool:
    """Whether their author said where words may be divided."""
    return any(SOFT_HYPHEN in span.text for span in spans)
