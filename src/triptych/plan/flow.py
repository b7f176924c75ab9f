"""Strips of content flowing into pages: what may not be parted stays together, headers are repeated."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from triptych.geometry import Rect
from triptych.model.pages import BoxItem, DrawingItem, Item, LinkItem, PathItem, PictureItem, RuleItem, TextItem


@dataclass(frozen=True, slots=True)
class Panel:
    """A background that reaches behind all strips that carry it, drawn once a page.

    `x` and `width` are relative to the column; `bar` is the colour of a bar along its left edge.
    """

    x: float
    width: float
    fill: str = ""
    stroke: str = ""
    bar: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of a column that no page break goes through; points.

    Items are relative to the column's left edge and the strip's top. `before` is dropped at the top of a
    page. `keep` forbids a break behind the strip. `header` is set again, as an artifact, where a page
    begins with this strip. `anchors` are the destinations at its top.
    """

    height: float
    items: tuple[Item, ...] = ()
    before: float = 0.0
    keep: bool = False
    panel: Panel | None = None
    header: "tuple[Strip, ...]" = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on a page: `y` is the top of the strip; `repeated` marks a header that is set again."""

    strip: Strip
    y: float
    repeated: bool = False


def paginate(strips: Sequence[Strip], top: float, bottom: float) -> list[list[Placed]]:
    """The strips on pages whose column reaches from `top` to `bottom`; at least one page.

    Strips that keep together move to the next page together; only what is taller than a page is parted.
    """
    pages: list[list[Placed]] = [[]]
    y = top
    start = 0
    while start < len(strips):
        end = start + 1
        while end < len(strips) and strips[end - 1].keep:
            end += 1
        group = strips[start:end]
        needs = sum(strip.height + strip.before for strip in group)
        if pages[-1] and y + needs > bottom + 0.01:
            fresh = needs - group[0].before + sum(strip.height for strip in group[0].header)
            if fresh <= bottom - top + 0.01 or y - top > (bottom - top) * 0.7:
                pages.append([])
                y = top
        for strip in group:
            y = _place(strip, pages, y, top, bottom)
        start = end
    return pages


def _place(strip: Strip, pages: list[list[Placed]], y: float, top: float, bottom: float) -> float:
    """Place one strip, on a new page if it must be, and return the y below it."""
    if pages[-1] and y + strip.before + strip.height > bottom + 0.01:
        pages.append([])
        y = top
    if not pages[-1]:
        if len(pages) > 1:
            for header in strip.header:
                pages[-1].append(Placed(header, y, repeated=True))
                y += header.height
    else:
        y += strip.before
    pages[-1].append(Placed(strip, y))
    return y + strip.height


def draw(placed: Sequence[Placed], x: float) -> list[Item]:
    """The items of a page's strips at their places, panels first where they begin."""
    out: list[Item] = []
    for index, at in enumerate(placed):
        panel = at.strip.panel
        if panel is not None and (index == 0 or placed[index - 1].strip.panel is not panel):
            last = index
            while last + 1 < len(placed) and placed[last + 1].strip.panel is panel:
                last += 1
            bottom = placed[last].y + placed[last].strip.height
            out.extend(_panel(panel, Rect(x + panel.x, at.y, panel.width, bottom - at.y)))
        out.extend(shifted(item, x, at.y, untagged=at.repeated) for item in at.strip.items)
    return [item for item in out if not (isinstance(item, LinkItem) and item.tag < 0)]


def _panel(panel: Panel, rect: Rect) -> list[Item]:
    items: list[Item] = [BoxItem(rect, panel.fill, panel.stroke, 0.8 if panel.stroke else 0.0)]
    if panel.bar:
        items.append(BoxItem(Rect(rect.x, rect.y, 4.0, rect.height), panel.bar))
    return items


def shifted(item: Item, dx: float, dy: float, *, untagged: bool = False) -> Item:
    """The item moved; without its tag where it only repeats what has been said."""
    match item:
        case TextItem():
            tag = None if untagged else item.tag
            return TextItem(item.x + dx, item.y + dy, item.text, item.face, item.size, item.color, tag, item.rtl)
        case RuleItem():
            return RuleItem(item.x1 + dx, item.y1 + dy, item.x2 + dx, item.y2 + dy, item.width, item.color, item.dash)
        case BoxItem():
            return BoxItem(_moved(item.rect, dx, dy), item.fill, item.stroke, item.stroke_width, item.radius)
        case PictureItem():
            return PictureItem(_moved(item.rect, dx, dy), item.picture, None if untagged else item.tag)
        case DrawingItem():
            tag = None if untagged else item.tag
            return DrawingItem(item.x + dx, item.y + dy, item.drawing, item.size, item.color, tag)
        case PathItem():
            points = tuple((x + dx, y + dy) for x, y in item.points)
            return replace(item, points=points, tag=None if untagged else item.tag)
        case LinkItem():
            tag_of_link = -1 if untagged else item.tag
            return LinkItem(_moved(item.rect, dx, dy), tag_of_link, item.contents, item.address, item.destination)


def _moved(rect: Rect, dx: float, dy: float) -> Rect:
    return Rect(rect.x + dx, rect.y + dy, rect.width, rect.height)
