"""How large a picture is set: as its author wishes, else by its pixels; always whole and within its frame."""

import re

from triptych.geometry import Rect, Size, contain
from triptych.model.document import Attributes
from triptych.model.drawing import Drawing
from triptych.model.picture import Picture
from triptych.patterns import late

TALLEST_IN_LINE, WIDEST_IN_LINE = 2.1, 15.0
"""Ems up to which a picture in running text is a sign in its line: a line and a half, about three words."""
LINE_ROOM = 1.25
"""Ems of height that a line has for it."""
_ENDLESS = 1e6
LEAST = 12.0
"""Points: what is asked to be smaller could not be seen."""
_LENGTH = late(r"(\d++(?:\.\d*+)?|\.\d++)\s*+(%|px|pt|pc|mm|cm|in|em|)", re.IGNORECASE)
_POINTS = {"px": 0.75, "": 0.75, "pt": 1.0, "pc": 12.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "em": 10.5}


def wished(picture: Picture, attributes: Attributes, frame: Size, per_pixel: float) -> Size:
    """The size in points of a picture in a frame, at its own proportions.

    `width` and `height` among the attributes are shares of the frame or lengths (`60%`, `8cm`, `300px`); the
    picture fits within both. Without them it takes so many points a pixel at most.
    """
    width = _points(attributes.get("width"), frame.width)
    height = _points(attributes.get("height"), frame.height)
    if width is None and height is None:
        width, height = picture.width * per_pixel, picture.height * per_pixel
    most = Rect(0.0, 0.0, min(width or frame.width, frame.width), min(height or frame.height, frame.height))
    placed = contain(Size(picture.width, picture.height), most)
    return Size(placed.width, placed.height)


def sized(attributes: Attributes) -> bool:
    """Whether its author says how large a picture is."""
    return bool(attributes.get("width") or attributes.get("height"))


def in_line(picture: Picture, attributes: Attributes, size: float) -> Drawing | None:
    """A picture among text of so many points, None if it is too large to stand there.

    One up to a line and a half high may: it is set no higher than the line has room for.
    """
    natural = wished(picture, attributes, Size(_ENDLESS, _ENDLESS), _POINTS["px"])
    if natural.height > TALLEST_IN_LINE * size or natural.width > WIDEST_IN_LINE * size:
        return None
    scale = min(1.0 / size, LINE_ROOM / natural.height)
    high = natural.height * scale
    return Drawing((), natural.width * scale, high * 0.78, high * 0.22, picture)


def _points(text: str, whole: float) -> float | None:
    """A length in points, a percentage being one of the whole; None for what is no length or is nothing."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or float(match[1]) == 0:
        return None
    unit = match[2].lower()
    return max(LEAST, float(match[1]) * (whole / 100 if unit == "%" else _POINTS[unit]))
