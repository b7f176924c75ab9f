"""Which points a shape covers: its outline as straight lines, mirrored and turned as the shape is."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

from triptych.geometry import Rect
from triptych.template.parts import A, P
from triptych.template.paths import ellipse, flat, read_figures

Point = tuple[float, float]
Ring = tuple[Point, ...]
Figure = tuple[Ring, ...]
"""Closed lines; a point lies within where it lies within an odd number of them."""
_WHOLE = ("rect", "round", "snip", "flowChartProcess", "flowChartAlternateProcess", "plaque", "bevel")
_USUAL = {"parallelogram": 25000, "trapezoid": 25000, "hexagon": 25000, "frame": 12500, "donut": 25000}
_HALF = 50000
"""How far shapes are adjusted that say nothing, in shares of 100,000 (ECMA-376, annex D: presetShapeDefinitions)."""


def figures_of(shape: Any, rect: Rect) -> tuple[Figure, ...] | None:
    """What a shape covers that stands in a rectangle of the slide; None where its outline is not known."""
    custom, preset = shape.find(f"{P}spPr/{A}custGeom"), shape.find(f"{P}spPr/{A}prstGeom")
    if custom is not None:
        found = [tuple(_rings(steps, rect)) for steps in read_figures(custom, rect)]
    elif preset is not None:
        found = [_preset(preset, rect)]
    else:
        found = [_rectangle(rect)] if shape.tag == f"{P}pic" else []
    found = [figure for figure in found if figure]
    transform = shape.find(f"{P}spPr/{A}xfrm")
    return tuple(_placed(figure, rect, transform) for figure in found) if found else None


def is_within(figures: Sequence[Figure], x: float, y: float) -> bool:
    """Whether any of the figures covers a point."""
    return any(sum(_crosses(ring, x, y) for ring in figure) % 2 == 1 for figure in figures)


def _crosses(ring: Ring, x: float, y: float) -> int:
    """How many sides of a ring lie to the right of a point, on its height."""
    sides = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum((b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a) for (a, b), (c, d) in sides)


def _rings(steps: Any, rect: Rect) -> Iterator[Ring]:
    for points, _ in flat(steps):
        if len(points) > 2:
            yield tuple((rect.x + x, rect.y + y) for x, y in points)


def _rectangle(rect: Rect) -> Figure:
    return (((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom)),)


def _preset(preset: Any, rect: Rect) -> Figure:
    """The outline of a shape that has a name; empty for those that are not known here."""
    name = preset.get("prst", "")
    if name.startswith(_WHOLE):
        return _rectangle(rect)
    if rect.width <= 0 or rect.height <= 0:
        return ()
    share = _adjusted(preset, _USUAL.get(name, _HALF))
    by = share * min(rect.width, rect.height)  # as a length, of the shorter side
    if name in ("ellipse", "donut"):
        inner = rect.width - 2 * by, rect.height - 2 * by
        hole = Rect(rect.x + by, rect.y + by, *inner)
        return (ellipse(rect), ellipse(hole)) if name == "donut" and min(inner) > 0 else (ellipse(rect),)
    if name == "frame":
        hole = Rect(rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by)
        return (*_rectangle(rect), *_rectangle(hole)) if min(hole.width, hole.height) > 0 else _rectangle(rect)
    corners = _corners(name, share, by / rect.width)
    return (tuple((rect.x + x * rect.width, rect.y + y * rect.height) for x, y in corners),) if corners else ()


def _corners(name: str, share: float, across: float) -> Ring:
    """The corners of a shape in shares of its place; `across` is its adjustment as a share of the width."""
    return {
        "triangle": ((share, 0.0), (1.0, 1.0), (0.0, 1.0)),
        "rtTriangle": ((0.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
        "diamond": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
        "parallelogram": ((across, 0.0), (1.0, 0.0), (1 - across, 1.0), (0.0, 1.0)),
        "trapezoid": ((across, 0.0), (1 - across, 0.0), (1.0, 1.0), (0.0, 1.0)),
        "homePlate": ((0.0, 0.0), (1 - across, 0.0), (1.0, 0.5), (1 - across, 1.0), (0.0, 1.0)),
        "chevron": ((0.0, 0.0), (1 - across, 0.0), (1.0, 0.5), (1 - across, 1.0), (0.0, 1.0), (across, 0.5)),
        "hexagon": ((across, 0.0), (1 - across, 0.0), (1.0, 0.5), (1 - across, 1.0), (across, 1.0), (0.0, 0.5)),
    }.get(name, ())


def _adjusted(preset: Any, usual: int) -> float:
    """How far a shape is adjusted, in shares of 1."""
    for guide in preset.iter(f"{A}gd"):
        if guide.get("name") in ("adj", "adj1") and guide.get("fmla", "").startswith("val "):
            return int(guide.get("fmla")[4:]) / 100000
    return usual / 100000


def _placed(figure: Figure, rect: Rect, transform: Any) -> Figure:
    """A figure mirrored and turned about the middle of its place (ECMA-376, 20.1.7.6)."""
    if transform is None:
        return figure
    across, down = (-1 if transform.get(name) in ("1", "true") else 1 for name in ("flipH", "flipV"))
    angle = math.radians(int(transform.get("rot", "0")) / 60000)
    if across == down == 1 and not angle:
        return figure
    mx, my, cos, sin = rect.x + rect.width / 2, rect.y + rect.height / 2, math.cos(angle), math.sin(angle)
    moved = (((across * (x - mx), down * (y - my)) for x, y in ring) for ring in figure)
    return tuple(tuple((mx + x * cos - y * sin, my + x * sin + y * cos) for x, y in ring) for ring in moved)
