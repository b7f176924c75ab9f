"""Items of a slide brought into a frame of another size, and cut at its edges."""

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.pages import BoxItem, DrawingItem, Item, LinkItem, PathItem, PictureItem, RuleItem, TextItem
from triptych.plan.tree import Tree
from triptych.text.outlines import outlined
from triptych.text.raised import as_read

LEGIBLE = 5.0
"""Points: text that would be smaller cannot be read on paper. It is drawn, and told to whoever cannot see it."""


def scaled(items: Iterable[Item], slide: Rect, frame: Rect, tree: Tree) -> list[Item]:
    """Items in a slide's own points as they stand in a frame of its proportions.

    Text that becomes too small is drawn as outlines, and its tag says it.
    """
    made = [_scaled(item, frame.width / slide.width, frame) for item in items]
    return [_outlined(item, tree) if isinstance(item, TextItem) and item.size < LEGIBLE else item for item in made]


def _scaled(item: Item, k: float, frame: Rect) -> Item:
    x, y = frame.x, frame.y
    match item:
        case TextItem() | DrawingItem():
            return replace(item, x=x + item.x * k, y=y + item.y * k, size=item.size * k)
        case RuleItem():
            ends = (x + item.x1 * k, y + item.y1 * k, x + item.x2 * k, y + item.y2 * k)
            return RuleItem(*ends, item.width * k, item.color, tuple(dash * k for dash in item.dash))
        case BoxItem():
            rect = _rect(item.rect, k, frame)
            return replace(item, rect=rect, stroke_width=item.stroke_width * k, radius=item.radius * k)
        case PictureItem() | LinkItem():
            return replace(item, rect=_rect(item.rect, k, frame))
        case PathItem():
            points = tuple((x + px * k, y + py * k) for px, py in item.points)
            return replace(item, points=points, width=item.width * k, dash=tuple(dash * k for dash in item.dash))
        case _:
            assert_never(item)


def _rect(rect: Rect, k: float, frame: Rect) -> Rect:
    return Rect(frame.x + rect.x * k, frame.y + rect.y * k, rect.width * k, rect.height * k)


def _outlined(item: TextItem, tree: Tree) -> DrawingItem:
    """The text as outlines; within a figure its alternative text says all."""
    tag = item.tag
    if tag is not None and tree.role(tag) not in ("Figure", "Formula"):
        tag = tree.add("Span", tag, inline=True, actual=as_read(item.text, item.rise))
    drawing = outlined(item.text, item.face, item.rtl)
    return DrawingItem(item.x, item.y, drawing, item.size, item.color, tag)
