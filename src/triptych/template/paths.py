"""Paths of a template's shapes: lines, curves and arcs as outlines (ECMA-376, 20.1.9)."""

import math
from collections.abc import Iterator
from typing import Any

from triptych.geometry import Rect
from triptych.model.drawing import Drawing, Operator, Outline
from triptych.model.pages import DrawingItem, PathItem
from triptych.template.parts import A

Point = tuple[float, float]
Step = tuple[Operator, tuple[float, ...]]
_BENDS = 12
"""Straight lines that stand for a curve where it is only stroked."""


def ellipse(rect: Rect, bends: int = 48) -> tuple[Point, ...]:
    """Points around the ellipse in a rectangle."""
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    angles = [2 * math.pi * k / bends for k in range(bends)]
    return tuple((x + math.cos(a) * rect.width / 2, y + math.sin(a) * rect.height / 2) for a in angles)


def read_figure(custom: Any, rect: Rect) -> tuple[Step, ...]:
    """The paths of a custom geometry in points of its rectangle's corner; none if a point is a formula."""
    return tuple(step for path in _read(custom, rect) for step in path[1])


def read_figures(custom: Any, rect: Rect) -> tuple[tuple[Step, ...], ...]:
    """Each path of a custom geometry that is filled, as `read_figure` gives all of them; one covers another."""
    return tuple(steps for filled, steps in _read(custom, rect) if filled)


def _read(custom: Any, rect: Rect) -> list[tuple[bool, tuple[Step, ...]]]:
    """Each path, and whether it is filled."""
    found: list[tuple[bool, tuple[Step, ...]]] = []
    try:
        for path in custom.iterfind(f"{A}pathLst/{A}path"):
            wide, high = int(path.get("w", "0")), int(path.get("h", "0"))
            across = rect.width / wide if wide else 1 / 12700  # ECMA-376, 20.1.9.15: else in the shape's own units
            down = rect.height / high if high else 1 / 12700
            found.append((path.get("fill") != "none", tuple(_path(path, across, down))))
    except (ValueError, TypeError):  # a name of a guide in place of a number
        return []
    return found


def _path(path: Any, across: float, down: float) -> Iterator[Step]:
    at: Point = (0.0, 0.0)
    for element in path:
        points = [(int(p.get("x")) * across, int(p.get("y")) * down) for p in element.iterfind(f"{A}pt")]
        match element.tag.removeprefix(A):
            case "moveTo":
                yield "M", points[0]
            case "lnTo":
                yield "L", points[0]
            case "cubicBezTo":
                yield "C", (*points[0], *points[1], *points[2])
            case "quadBezTo":
                (a, b), (c, d), (e, f) = at, points[0], points[1]
                yield "C", (a + 2 / 3 * (c - a), b + 2 / 3 * (d - b), e + 2 / 3 * (c - e), f + 2 / 3 * (d - f), e, f)
            case "arcTo":
                for step in _arc(element, at, across, down):
                    yield step
                    at = step[1][-2], step[1][-1]
                continue
            case "close":
                yield "Z", ()
        at = points[-1] if points else at


def _arc(element: Any, at: Point, across: float, down: float) -> Iterator[Step]:
    """An arc from where the pen is (20.1.9.4), in pieces of at most a quarter, as cubic curves."""
    wide, high = int(element.get("wR")) * across, int(element.get("hR")) * down
    start, sweep = (math.radians(int(element.get(name)) / 60000) for name in ("stAng", "swAng"))
    x, y = at[0] - wide * math.cos(start), at[1] - high * math.sin(start)
    count = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    part = sweep / count
    handle = 4 / 3 * math.tan(part / 4)
    for k in range(count):
        a, b = start + part * k, start + part * (k + 1)
        one = (math.cos(a) - handle * math.sin(a), math.sin(a) + handle * math.cos(a))
        two = (math.cos(b) + handle * math.sin(b), math.sin(b) - handle * math.cos(b))
        ends = (one, two, (math.cos(b), math.sin(b)))
        yield "C", tuple(n for u, v in ends for n in (x + wide * u, y + high * v))


def figure_items(
    steps: tuple[Step, ...], rect: Rect, fill: str, stroke: str, width: float
) -> Iterator[DrawingItem | PathItem]:
    """Paths at their place, filled and outlined as they should be."""
    if not steps or rect.height <= 0:
        return
    if fill:
        ems = tuple((operator, tuple(n / rect.height for n in numbers)) for operator, numbers in steps)
        drawing = Drawing((Outline(ems),), rect.width / rect.height, 0.0, 1.0)
        yield DrawingItem(rect.x, rect.y, drawing, rect.height, fill)
    if stroke:
        for points, closed in flat(steps):
            placed = tuple((rect.x + x, rect.y + y) for x, y in points)
            yield PathItem(placed, stroke, width, closed=closed)


def flat(steps: tuple[Step, ...]) -> Iterator[tuple[list[Point], bool]]:
    """Each part of a path as straight lines, and whether it is closed."""
    points: list[Point] = []
    for operator, numbers in steps:
        match operator:
            case "M":
                if len(points) > 1:
                    yield points, False
                points = [(numbers[0], numbers[1])]
            case "L":
                points.append((numbers[0], numbers[1]))
            case "C":
                points += _bent(points[-1], numbers)
            case "Z":
                if len(points) > 1:
                    yield points, True
                points = points[:1]
    if len(points) > 1:
        yield points, False


def _bent(start: Point, numbers: tuple[float, ...]) -> list[Point]:
    (a, b), (c, d, e, f, g, h) = start, numbers
    out = []
    for k in range(1, _BENDS + 1):
        t = k / _BENDS
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        out.append(
            (
                sum(w * n for w, n in zip(weights, (a, c, e, g), strict=True)),
                sum(w * n for w, n in zip(weights, (b, d, f, h), strict=True)),
            )
        )
    return out
