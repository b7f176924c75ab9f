"""What stands in a line and is no text: vector outlines (a formula, or a picture drawn at any size) or a picture."""

from typing import Literal

import msgspec

from triptych.model.picture import Picture

Operator = Literal["M", "L", "C", "Z"]


class Outline(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """A filled shape: moves, lines and cubic curves. y grows downwards from the baseline; even-odd if told so.

    `color` is empty where the outline takes the colour of the text around it.
    """

    steps: tuple[tuple[Operator, tuple[float, ...]], ...]
    color: str = ""


class Drawing(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """Outlines and the box they stand in, in ems: `ascent` above and `descent` below the baseline.

    A small picture in running text has no outlines.
    """

    outlines: tuple[Outline, ...]
    width: float
    ascent: float
    descent: float
    picture: Picture | None = None
