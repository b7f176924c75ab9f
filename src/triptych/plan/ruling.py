"""Ruled areas to write on: lines, a dot grid or squares."""

from typing import assert_never

from triptych.geometry import Rect
from triptych.model.forms import Ruling
from triptych.model.pages import Item, RuleItem

LINE = 20.0
"""Points from line to line: room for a hand's writing."""
DOT = 14.0
"""Points from dot to dot."""
SQUARE = 5 * 72 / 25.4
"""Points of a square's side: 5 mm."""
HAIR, SPECK = 0.4, 1.2
"""Points: how thick lines are, and how wide dots are."""


def ruled(rect: Rect, ruling: Ruling, color: str) -> tuple[Item, ...]:
    """What fills a rectangle for the reader's own notes; all of it artifacts, none of it outside.

    Lines stand with a whole distance above the first of them; dots and squares are centred in what room they leave.
    """
    match ruling:
        case "none":
            return ()
        case "lines":
            return tuple(_across(rect, rect.y + LINE * n, color) for n in range(1, _fit(rect.height, LINE) + 1))
        case "dots":
            return _dots(rect, color)
        case "squares":
            return _squares(rect, color)
        case _:
            assert_never(ruling)


def _fit(length: float, step: float) -> int:
    """How many whole steps a length has, forgiving what calculating lost."""
    return max(0, int(length / step + 1e-6))


def _across(rect: Rect, y: float, color: str) -> RuleItem:
    return RuleItem(rect.x, y, rect.right, y, HAIR, color)


def _dots(rect: Rect, color: str) -> tuple[Item, ...]:
    """Each row of dots is one dashed rule, so that a page of them stays small."""
    wide, high = _fit(rect.width - SPECK, DOT), _fit(rect.height - SPECK, DOT)
    left = rect.x + (rect.width - wide * DOT - SPECK) / 2
    top = rect.y + (rect.height - high * DOT) / 2
    if rect.width < SPECK or rect.height < SPECK:
        return ()
    dash = (SPECK, DOT - SPECK)
    rows = (top + DOT * n for n in range(high + 1))
    return tuple(RuleItem(left, y, left + wide * DOT + SPECK, y, SPECK, color, dash) for y in rows)


def _squares(rect: Rect, color: str) -> tuple[Item, ...]:
    wide, high = _fit(rect.width, SQUARE), _fit(rect.height, SQUARE)
    if not wide or not high:
        return ()
    left = rect.x + (rect.width - wide * SQUARE) / 2
    top = rect.y + (rect.height - high * SQUARE) / 2
    right, bottom = left + wide * SQUARE, top + high * SQUARE
    across = [RuleItem(left, top + SQUARE * n, right, top + SQUARE * n, HAIR, color) for n in range(high + 1)]
    down = [RuleItem(left + SQUARE * n, top, left + SQUARE * n, bottom, HAIR, color) for n in range(wide + 1)]
    return (*across, *down)
