"""What a chart is drawn with: measured text, lines and areas that all belong to one Figure."""

import unicodedata
from typing import Literal

import msgspec

from triptych.geometry import Rect
from triptych.model.pages import PathItem, TextItem
from triptych.model.theme import Face, Palette
from triptych.text.shape import width

Point = tuple[float, float]

ASCENT, DESCENT = 0.905, 0.212
"""Ems above and below the baseline."""
MIDDLE = 0.358
"""Ems from the middle of figures and capitals down to the baseline."""
_LONGEST = 300


class Pen(msgspec.Struct, frozen=True):
    """The type size in points, the family, the colours, the language, and the tag that everything carries."""

    palette: Palette
    family: str
    size: float
    lang: str = "en"
    tag: int | None = None

    @property
    def leading(self) -> float:
        """Points from line to line."""
        return self.size * 1.24

    def wide(self, text: str) -> float:
        """The width of a text in points."""
        return width(text, Face(self.family)) * self.size

    def clipped(self, text: str, limit: float) -> str:
        """The text, or what of it fits in so many points with an ellipsis; nothing where not even that fits."""
        text = " ".join(text.split())[:_LONGEST]
        if self.wide(text) <= limit:
            return text
        low, high = 0, len(text)
        while low < high:  # the longest beginning that fits
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.wide(f"{text[:middle]}…") <= limit else (low, middle - 1)
        return f"{text[:low].rstrip()}…" if low else ""

    def text(
        self, text: str, x: float, y: float, align: Literal["left", "center", "right"] = "left", color: str = ""
    ) -> list[TextItem]:
        """The text with its baseline at y and its left edge, centre or right edge at x; nothing for an empty one."""
        if not text:
            return []
        start = x - self.wide(text) * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        face = Face(self.family)
        return [TextItem(start, y, text, face, self.size, color or self.palette.ink, self.tag, _is_rtl(text))]

    def line(self, *points: Point, color: str, width: float, dash: tuple[float, ...] = ()) -> PathItem:
        """A line through points."""
        return PathItem(points, color, width, dash=dash, tag=self.tag)

    def area(self, *points: Point, fill: str, stroke: str = "", width: float = 0.0) -> PathItem:
        """A filled area."""
        return PathItem(points, stroke, width, fill, closed=True, tag=self.tag)

    def box(self, rect: Rect, fill: str, stroke: str = "", width: float = 0.0) -> PathItem:
        """A filled rectangle."""
        corners = ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))
        return self.area(*corners, fill=fill, stroke=stroke, width=width)


def _is_rtl(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (UAX #9, P2)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def mixed(color: str, other: str, share: float) -> str:
    """A colour with a share, from 0 to 1, of another in it."""
    pairs = [(int(color[k : k + 2], 16), int(other[k : k + 2], 16)) for k in (0, 2, 4)]
    return "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)
