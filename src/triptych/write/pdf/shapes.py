"""Outlines of boxes and lines as path operators."""

from collections.abc import Sequence
from functools import lru_cache

from triptych.geometry import Rect
from triptych.model.drawing import Outline
from triptych.write.pdf.objects import number

_KAPPA = 0.5523
"""How far, in radii, the handles of a quarter circle lie from its ends."""


def outline(rect: Rect, radius: float, height: float) -> str:
    """The path of a rectangle on a page of this height, its corners rounded as far as it has room."""
    radius = min(radius, rect.width / 2, rect.height / 2)
    bottom = height - rect.bottom
    if radius <= 0:
        return f"{number(rect.x)} {number(bottom)} {number(rect.width)} {number(rect.height)} re"
    return _rounded(rect.x, bottom, rect.right, height - rect.y, radius)


def polygon(points: Sequence[tuple[float, float]], height: float) -> str:
    """The path through points on a page of this height; it is neither closed nor painted yet."""
    steps = ("l" if place else "m" for place in range(len(points)))
    return " ".join(_path(step, x, height - y) for step, (x, y) in zip(steps, points, strict=True))


def bounds(points: Sequence[tuple[float, float]]) -> Rect:
    """The least rectangle that holds the points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


_OPERATORS = {"M": "%d %d m", "L": "%d %d l", "C": "%d %d %d %d %d %d c", "Z": "h"}


@lru_cache(maxsize=4096)
def steps(shape: Outline) -> str:
    """The path of an outline in thousandths of its unit; a formula that comes again is not written out again."""
    numbers = tuple([round(value * 1000) for _, step in shape.steps for value in step])
    return " ".join([_OPERATORS[operator] for operator, _ in shape.steps]) % numbers


def _rounded(left: float, bottom: float, right: float, top: float, radius: float) -> str:
    handle = radius * (1 - _KAPPA)
    return " ".join(
        [
            _path("m", left + radius, bottom),
            _path("l", right - radius, bottom),
            _path("c", right - handle, bottom, right, bottom + handle, right, bottom + radius),
            _path("l", right, top - radius),
            _path("c", right, top - handle, right - handle, top, right - radius, top),
            _path("l", left + radius, top),
            _path("c", left + handle, top, left, top - handle, left, top - radius),
            _path("l", left, bottom + radius),
            _path("c", left, bottom + handle, left + handle, bottom, left + radius, bottom),
            "h",
        ]
    )


def _path(operator: str, *numbers: float) -> str:
    return f"{' '.join(map(number, numbers))} {operator}"
