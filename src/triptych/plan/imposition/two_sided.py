"""Margins for paper that is printed on both sides: the free room for notes is always at the outer edge."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.pages import Item, Page, Pages, RuleItem, Tag, TextItem
from triptych.plan.direction import mirrored
from triptych.plan.flow import moved, shifted
from triptych.text.extents import extent, hull

FURNITURE = 48.0
"""Points at the head and at the foot of a page that hold nothing but the running header and the page number."""
_WHOLE = ("Table", "Figure", "Formula", "Code", "TOC", "Index")
"""What moves as a whole, whatever is in it."""
_NEAR = 8.0
_APART = 12.0
"""Points between the column and what stands beside it in the free room; columns of text are closer to each other."""


class _Body(msgspec.Struct, frozen=True):
    """Where the text of a page stands, points: from `left` to `right` if it is wide, else in a `column`.

    `rtl`: the column is at the right of what is wide.
    """

    left: float
    right: float
    column: float
    rtl: bool

    @property
    def room(self) -> float:
        """How far the column moves."""
        return self.right - self.left - self.column

    def is_wide(self, rect: Rect) -> bool:
        """Whether something reaches into the free room beside the column."""
        return self._rest(rect) < self.room - 0.5

    def move(self, rect: Rect) -> float:
        """How far something moves to stand as far from the other edge as the column then does, or at that edge."""
        far = max(0.0, min(self.room, self._rest(rect)))
        return -far if self.rtl else far

    def across(self, rect: Rect) -> float | None:
        """How far something in the free room moves to stand there again, beyond the column; None if it is not there."""
        gap = self.right - self.column - rect.right if self.rtl else rect.x - self.left - self.column
        if gap < _APART:
            return None
        x = self.left + self.column + gap if self.rtl else self.right - self.column - gap - rect.width
        return x - rect.x

    def _rest(self, rect: Rect) -> float:
        return rect.x - self.left if self.rtl else self.right - rect.right


def two_sided(pages: Pages, *, margin: float, column: float, rtl: bool = False) -> Pages:
    """The document with what stands on even pages moved to the other side, headers and page numbers mirrored.

    The text stands in a column of so many points beside the margin at which lines begin, and has free room behind it;
    what is wider than the column stays within the margins. `rtl`: the column is at the right.
    """
    owners = [_owner(pages.tags, tag) for tag in range(len(pages.tags))]
    boxes: dict[int, float] = {}
    turned = []
    for number, page in enumerate(pages.pages):
        body = _Body(margin, page.size.width - margin, min(column, page.size.width - 2 * margin), rtl)
        turned.append(_turned(page, body, owners, boxes) if number % 2 else page)
    tags = tuple(
        replace(tag, bbox=moved(tag.bbox, boxes[owners[n]], 0.0)) if tag.bbox and owners[n] in boxes else tag
        for n, tag in enumerate(pages.tags)
    )
    return replace(pages, pages=tuple(turned), tags=tags)


def _owner(tags: Sequence[Tag], tag: int) -> int:
    """The element that a tag moves with: the outermost one that is kept whole, else the paragraph."""
    whole, block = -1, tag
    while tag >= 0:
        whole = tag if tags[tag].role in _WHOLE else whole
        block = tags[block].parent if tags[block].inline and tags[block].parent >= 0 else block
        tag = tags[tag].parent
    return block if whole < 0 else whole


def _turned(page: Page, body: _Body, owners: Sequence[int], moves: dict[int, float]) -> Page:
    """An even page. `moves` keeps how far each element has moved."""
    rects = [extent(item) for item in page.items]
    owned: dict[int, list[Rect]] = {}
    for item, rect in zip(page.items, rects, strict=True):
        if (owner := _owner_of(item, owners)) >= 0:
            owned.setdefault(owner, []).append(rect)
    hulls = {owner: around for owner, group in owned.items() if (around := hull(group))}
    groups = _with_ornaments(page, rects, hulls, body)
    moves |= {owner: body.move(rect) for owner, rect in groups.items() if owner not in moves}
    items: list[Item] = []
    for item, rect in zip(page.items, rects, strict=True):
        owner = _owner_of(item, owners)
        if owner < 0 and _is_furniture(rect, page):
            items.append(mirrored(item, page.size.width))
        else:
            across = body.across(groups[owner]) if owner in groups else None
            at = groups.get(owner) or _beside(item, rect, groups, body)
            items.append(shifted(item, body.move(at) if across is None else across, 0.0))
    return replace(page, items=tuple(items))


def _owner_of(item: Item, owners: Sequence[int]) -> int:
    tag = getattr(item, "tag", None)
    return owners[tag] if tag is not None and tag >= 0 else -1


def _is_furniture(rect: Rect, page: Page) -> bool:
    return rect.bottom <= FURNITURE or rect.y >= page.size.height - FURNITURE


def _with_ornaments(page: Page, rects: Sequence[Rect], hulls: Mapping[int, Rect], body: _Body) -> dict[int, Rect]:
    """The elements with the wide rules and boxes that belong to them, those above the head of a table too."""
    groups = dict(hulls)
    for item, rect in reversed(list(zip(page.items, rects, strict=True))):  # from the table up to its head
        if getattr(item, "tag", None) is None and body.is_wide(rect) and not _is_furniture(rect, page):
            for owner in _carried(rect, groups, body):
                groups[owner] = hull((groups[owner], rect)) or rect
    return groups


def _carried(rect: Rect, groups: Mapping[int, Rect], body: _Body) -> list[int]:
    """The elements that stand in a wide box; else the wide one that a wide rule is next to."""
    inside = [owner for owner, around in groups.items() if rect.contains(around, 1.0)]
    near = [owner for owner, around in groups.items() if body.is_wide(around) and _apart(rect, around) < _NEAR]
    return inside or sorted(near, key=lambda owner: _apart(rect, groups[owner]))[:1]


def _beside(item: Item, rect: Rect, groups: Mapping[int, Rect], body: _Body) -> Rect:
    """What an item of nobody moves with: the wide element that it stands in or, if it is text, that follows it."""
    reach = rect.height * 2 if isinstance(item, TextItem) else _NEAR / 4 if isinstance(item, RuleItem) else -0.5
    near = [around for around in groups.values() if body.is_wide(around) and _apart(rect, around) < reach]
    return min(near, key=lambda around: _apart(rect, around), default=rect)


def _apart(one: Rect, other: Rect) -> float:
    """Points between the heights of two rectangles; below 0 where they share some."""
    return max(one.y - other.bottom, other.y - one.bottom)
