"""Labels of categories: in one line or two, thinned out where there are too many, never one upon the other."""

from collections.abc import Sequence

import msgspec

from triptych.geometry import Rect
from triptych.model.pages import TextItem
from triptych.plan.charts.pen import ASCENT, MIDDLE, Pen

APART = 6.0
"""Points between neighbouring labels."""


class Labels(msgspec.Struct, frozen=True):
    """The lines of each label, how many lines there are at most, and how many categories share one label."""

    lines: tuple[tuple[str, ...], ...]
    depth: int
    every: int = 1


def fitted(labels: Sequence[str], slot: float, width: float, pen: Pen) -> Labels:
    """Labels for slots of a width beneath an axis: whole if that can be, else wrapped, else thinned."""
    room = slot - APART
    widths = [pen.wide(label) for label in labels]
    if max(widths, default=0.0) <= room:
        return Labels(tuple((label,) for label in labels), 1)
    broken = tuple(wrapped(label, room, pen) for label in labels)
    if all(broken):
        return Labels(broken, max(len(lines) for lines in broken))
    shown = tuple((pen.clipped(label, width * 0.3),) for label in labels)
    widest = max(pen.wide(lines[0]) for lines in shown)
    return Labels(shown, 1, max(1, -int(-(widest + APART) // max(slot, 1e-6))))


def fit_whole(labels: Sequence[str], slot: float, pen: Pen) -> bool:
    """Whether every label has room in its slot, in two lines at most."""
    return all(pen.wide(label) <= slot - APART or wrapped(label, slot - APART, pen) for label in labels)


def wrapped(label: str, room: float, pen: Pen) -> tuple[str, ...]:
    """The label in at most two lines of a width, as equal as they can be; none if that is not possible."""
    if pen.wide(label) <= room:
        return (label,)
    words = label.split(" ") if len(label) < 100 else []
    best: tuple[str, ...] = ()
    least = room
    for cut in range(1, len(words)):
        pair = (" ".join(words[:cut]), " ".join(words[cut:]))
        widest = max(map(pen.wide, pair))
        if widest <= least:
            best, least = pair, widest
    return best


def beneath(labels: Labels, places: Sequence[float], top: float, rect: Rect, pen: Pen) -> list[TextItem]:
    """The labels centred on their places beneath an axis; one that would touch the one before it is left out."""
    items: list[TextItem] = []
    edge = float("-inf")
    for index in range(0, len(places), labels.every):
        lines = labels.lines[index]
        half = max((pen.wide(line) for line in lines), default=0.0) / 2
        middle = min(max(places[index], rect.x + half), rect.right - half)
        if middle - half < edge + APART / 2:
            continue
        edge = middle + half
        for row, line in enumerate(lines):
            items += pen.text(line, middle, top + row * pen.leading + ASCENT * pen.size, "center")
    return items


def stacked(labels: Sequence[str], slot: float, room: float, pen: Pen) -> list[tuple[str, ...]]:
    """The lines of labels beside an axis, for slots of a height: whole, in two lines where these have room, or cut."""
    high = slot >= 2 * pen.leading
    return [(high and wrapped(label, room, pen)) or (pen.clipped(label, room),) for label in labels]


def beside(labels: Sequence[Sequence[str]], places: Sequence[float], right: float, pen: Pen) -> list[TextItem]:
    """The lines of labels at the left of an axis, each at the height of its place, as many as keep a line apart."""
    items: list[TextItem] = []
    edge = float("-inf")
    for lines, middle in zip(labels, places, strict=True):
        first = middle - (len(lines) - 1) * pen.leading / 2
        if first - pen.leading / 2 < edge - 0.01:
            continue
        edge = middle + len(lines) * pen.leading / 2
        for row, line in enumerate(lines):
            items += pen.text(line, right, first + row * pen.leading + MIDDLE * pen.size, "right")
    return items
