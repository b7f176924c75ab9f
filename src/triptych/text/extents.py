"""How far what is drawn reaches on its page."""

from collections.abc import Iterable
from typing import assert_never

from triptych.geometry import Rect
from triptych.model.pages import BoxItem, DrawingItem, Item, LinkItem, PathItem, PictureItem, RuleItem, TextItem
from triptych.text.fonts import load
from triptych.text.shape import space_width, width


def extent(item: Item) -> Rect:
    """What an item covers: a text, without spaces at its ends, from ascent to descent; lines with their width."""
    match item:
        case TextItem():
            return _text(item)
        case RuleItem():
            return _around(((item.x1, item.y1), (item.x2, item.y2)), item.width)
        case BoxItem():
            rect, half = item.rect, item.stroke_width / 2 if item.stroke else 0.0
            return Rect(rect.x - half, rect.y - half, rect.width + 2 * half, rect.height + 2 * half)
        case PictureItem() | LinkItem():
            return item.rect
        case DrawingItem():
            drawing, size = item.drawing, item.size
            high = (drawing.ascent + drawing.descent) * size
            return Rect(item.x, item.y - drawing.ascent * size, drawing.width * size, high)
        case PathItem():
            return _around(item.points, item.width if item.stroke else 0.0)
        case _:
            assert_never(item)


def _text(item: TextItem) -> Rect:
    font, bare = load(item.face), item.text.strip(" ")
    spaces = len(item.text) - len(item.text.rstrip(" ") if item.rtl else item.text.lstrip(" "))  # at its left
    left = item.x + spaces * space_width(item.face) * item.size
    high = (font.ascent + font.descent) * item.size
    wide = width(bare, item.face) * item.size if bare else 0.0
    return Rect(left, item.y - font.ascent * item.size, wide, high)


def hull(rects: Iterable[Rect]) -> Rect | None:
    """The smallest rectangle around all of these; None if there is none."""
    every = tuple(rects)
    if not every:
        return None
    left, top = min(rect.x for rect in every), min(rect.y for rect in every)
    right, bottom = max(rect.right for rect in every), max(rect.bottom for rect in every)
    return Rect(left, top, right - left, bottom - top)


def _around(points: Iterable[tuple[float, float]], line: float) -> Rect:
    """The rectangle around points that a line of a width goes through."""
    xs, ys = zip(*points, strict=True)
    left, top, half = min(xs), min(ys), line / 2
    return Rect(left - half, top - half, max(xs) - left + line, max(ys) - top + line)
