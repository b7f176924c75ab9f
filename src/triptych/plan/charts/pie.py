"""A pie whose slices are named where they are."""

import math
from collections.abc import Sequence

from triptych.geometry import Rect
from triptych.model.document import Chart
from triptych.model.pages import Item
from triptych.plan.charts.labels import wrapped
from triptych.plan.charts.looks import slice_fill
from triptych.plan.charts.pen import ASCENT, MIDDLE, Pen, Point

_OUT, _ELBOW = 7.0, 10.0
"""Points that a leader goes out from the pie, and on to its label."""
_STEP = math.radians(4)


def pie(chart: Chart, rect: Rect, pen: Pen) -> list[Item]:
    """The slices from twelve o'clock on, each with its name and its share at the end of a leader."""
    values = [value or 0.0 for value in chart.series[0].values]
    total = sum(values)
    name = pen.clipped(chart.series[0].name, rect.width)
    items: list[Item] = list(pen.text(name, rect.x, rect.y + ASCENT * pen.size, color=pen.palette.muted))
    top = rect.y + pen.leading + 4.0 if name else rect.y
    middle = (rect.x + rect.width / 2, (top + rect.bottom) / 2)
    radius = max(4.0, min((rect.bottom - top) / 2 - _OUT, rect.width * 0.24))
    start = -math.pi / 2
    left: list[tuple[float, str]] = []
    right: list[tuple[float, str]] = []
    shown = [k for k, value in enumerate(values) if value > 0]
    for place, k in enumerate(shown):
        turn = math.tau * values[k] / total
        points = _slice(middle, radius, start, turn)
        edge = pen.palette.paper if len(shown) > 1 else ""
        items.append(pen.area(*points, fill=slice_fill(place, len(shown), pen.palette), stroke=edge, width=1.2))
        half = start + turn / 2
        label = f"{chart.categories[k]} {_percent(values[k] / total)}"
        (right if math.cos(half) >= -1e-9 else left).append((half, label))
        start += turn
    items += _labels(right, middle, radius, rect, top, pen)
    return items + _labels(left[::-1], middle, radius, rect, top, pen)


def _percent(share: float) -> str:
    text = f"{share * 100:.0f}"
    return f"{text}\u202f%" if text != "0" else "<\u202f1\u202f%"


def _slice(middle: Point, radius: float, start: float, turn: float) -> list[Point]:
    """The outline of a slice; a whole pie has no corner in its middle."""
    steps = max(1, math.ceil(turn / _STEP))
    angles = [start + turn * k / steps for k in range(steps + 1)]
    arc = [(middle[0] + radius * math.cos(a), middle[1] + radius * math.sin(a)) for a in angles]
    return arc if turn > math.tau - 1e-9 else [middle, *arc]


def _labels(
    slices: Sequence[tuple[float, str]], middle: Point, radius: float, rect: Rect, top: float, pen: Pen
) -> list[Item]:
    """The labels of one side from the top down, pushed apart where slices are thin; what has no room is left out."""
    items: list[Item] = []
    out = radius + _OUT
    side = 1.0 if slices and math.cos(slices[0][0]) >= -1e-9 else -1.0
    x = middle[0] + side * (out + _ELBOW)
    room = (rect.right - x if side > 0 else x - rect.x) - 3.0
    named = [(angle, _named(label, room, pen)) for angle, label in slices]
    named = _fitting([each for each in named if each[1]], (rect.bottom - top) / pen.leading)
    wanted = [middle[1] + out * math.sin(angle) for angle, _ in named]
    heights = [len(lines) * pen.leading for _, lines in named]
    for (angle, lines), y in zip(named, _apart(wanted, heights, top, rect.bottom), strict=True):
        begin, bend = (
            (middle[0] + reach * math.cos(angle), middle[1] + reach * math.sin(angle))
            for reach in (radius, radius + 4.0)
        )
        items.append(pen.line(begin, bend, (x, y), color=pen.palette.muted, width=0.6))
        for row, line in enumerate(lines):
            base = y + MIDDLE * pen.size + (row - (len(lines) - 1) / 2) * pen.leading
            items += pen.text(line, x + side * 3.0, base, "left" if side > 0 else "right")
    return items


def _named(label: str, room: float, pen: Pen) -> tuple[str, ...]:
    """The label in a line or two; else its share whole and its name as far as it fits."""
    whole = wrapped(label, room, pen)
    if whole:
        return whole
    name, _, share = label.rpartition(" ")
    rest = room - pen.wide(f" {share}")
    return (f"{pen.clipped(name, rest)} {share}".strip(),) if rest > 0 else ()


def _fitting(named: list[tuple[float, tuple[str, ...]]], most: float) -> list[tuple[float, tuple[str, ...]]]:
    """As many labels as have room in so many lines."""
    out: list[tuple[float, tuple[str, ...]]] = []
    for angle, lines in named:
        most -= len(lines)
        if most >= 0:
            out.append((angle, lines))
    return out


def _apart(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """The middles of labels, moved as little as keeps them apart between the top and the bottom."""
    out: list[float] = []
    highest, left = top, sum(heights)
    for y, height in zip(wanted, heights, strict=True):
        out.append(min(max(y, highest + height / 2), bottom - left + height / 2))
        highest, left = out[-1] + height / 2, left - height
    return out
