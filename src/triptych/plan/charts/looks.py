"""How series are told apart, in colour and without: dashes and marks for lines, hatching for areas."""

import math
from collections.abc import Sequence
from typing import Literal

import msgspec

from triptych.geometry import Rect
from triptych.model.charts import THINNEST
from triptych.model.pages import PathItem
from triptych.model.theme import Palette
from triptych.plan.charts.pen import Pen, Point, mixed

Hatch = Literal["", "up", "level", "down", "upright"]
Mark = Literal["circle", "square", "triangle", "diamond", "cross"]

_DASHES: tuple[tuple[float, ...], ...] = ((), (5.0, 2.2), (1.4, 1.8), (7.0, 2.0, 1.4, 2.0), (3.0, 1.6))
_MARKS: tuple[Mark, ...] = ("circle", "square", "triangle", "diamond", "cross")
_HATCHES: tuple[Hatch, ...] = ("", "up", "level", "down", "upright")
_NORMALS = {"up": (0.7071, 0.7071), "level": (0.0, 1.0), "down": (0.7071, -0.7071), "upright": (1.0, 0.0)}
_SPACING = 3.2
"""Points between the lines of a hatching."""


class Look(msgspec.Struct, frozen=True):
    """The look of one series: `color` for lines and outlines, `fill` for areas, with hatching upon it."""

    color: str
    fill: str
    hatch: Hatch
    dash: tuple[float, ...]
    mark: Mark


def look(index: int, palette: Palette) -> Look:
    """The look of the series at a place; only every twentieth is the same."""
    amber = mixed(palette.warm, palette.ink, 0.38)
    colors = (palette.accent, amber, palette.deep, palette.muted)
    color = colors[index % len(colors)]
    hatch = _HATCHES[index % len(_HATCHES)]
    fill = mixed(palette.warm if color == amber else color, palette.paper, 0.72) if hatch else color
    return Look(color, fill, hatch, _DASHES[index % len(_DASHES)], _MARKS[index % len(_MARKS)])


def slice_fill(index: int, count: int, palette: Palette) -> str:
    """The fill of a pie's slice: light ones and dark ones take turns, and first and last differ, in grey too."""
    amber, sky = mixed(palette.warm, palette.paper, 0.35), mixed(palette.accent, palette.paper, 0.6)
    fills = (palette.accent, amber, palette.deep, sky, palette.muted, palette.hairline)
    at = 2 if index == count - 1 and index % len(fills) in (0, 4) and index else index  # of muted and accent one grey
    return fills[at % len(fills)]


def bar(rect: Rect, of: Look, pen: Pen) -> list[PathItem]:
    """A bar; its hatching and outline are left out where it is too thin to show them."""
    if not of.hatch or min(rect.width, rect.height) < THINNEST:
        return [pen.box(rect, of.color)]
    corners = [(rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom)]
    return [pen.box(rect, of.fill), *hatching(corners, of, pen), pen.box(rect, "", of.color, 0.7)]


def hatching(corners: Sequence[Point], of: Look, pen: Pen) -> list[PathItem]:
    """The lines of a look's hatching within a convex area; they go on from one area into the next."""
    if not of.hatch:
        return []
    across, down = _NORMALS[of.hatch]
    reach = [x * across + y * down for x, y in corners]
    first, last = math.ceil(min(reach) / _SPACING), math.floor(max(reach) / _SPACING)
    cuts = (_cut(corners, reach, k * _SPACING) for k in range(first, last + 1))
    return [pen.line(*cut, color=of.color, width=0.6) for cut in cuts if len(cut) == 2]


def _cut(corners: Sequence[Point], reach: Sequence[float], at: float) -> list[Point]:
    """Where a line crosses the edges of an area, whose corners reach so far across the line."""
    out: list[Point] = []
    for k, (x, y) in enumerate(corners):
        one, two = reach[k - 1], reach[k]
        if (one < at) != (two < at):
            from_x, from_y = corners[k - 1]
            share = (at - one) / (two - one)
            out.append((from_x + (x - from_x) * share, from_y + (y - from_y) * share))
    return out


def marker(at: Point, of: Look, pen: Pen, radius: float = 2.6) -> list[PathItem]:
    """The mark of a point, with a rim of paper that parts it from the lines beneath."""
    x, y = at
    if of.mark == "cross":
        r = radius * 0.9
        strokes = (((x - r, y - r), (x + r, y + r)), ((x - r, y + r), (x + r, y - r)))
        return [pen.line(*stroke, color=of.color, width=1.4) for stroke in strokes]
    return [pen.area(*_outline(x, y, radius, of.mark), fill=of.color, stroke=pen.palette.paper, width=0.7)]


def _outline(x: float, y: float, radius: float, mark: Mark) -> list[Point]:
    match mark:
        case "square":
            r = radius * 0.88
            return [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
        case "triangle":
            r = radius * 1.2
            return [(x, y - r), (x + r * 0.9, y + r * 0.65), (x - r * 0.9, y + r * 0.65)]
        case "diamond":
            r = radius * 1.25
            return [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
        case "circle" | "cross":
            turns = (math.tau * k / 20 for k in range(20))
            return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
