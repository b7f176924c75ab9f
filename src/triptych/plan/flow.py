"""Strips of content, what is known of them for flowing into pages, and how they are drawn there."""

from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.pages import BoxItem, DrawingItem, Item, LinkItem, PathItem, PictureItem, RuleItem, TextItem
from triptych.text.extents import extent


class Panel(msgspec.Struct, frozen=True, gc=False):
    """A background that reaches behind all strips that carry it, drawn once a page.

    `x` and `width` are relative to the column; `bar` is the colour of a bar along its left edge, or its right one.
    """

    x: float
    width: float
    fill: str = ""
    stroke: str = ""
    bar: str = ""
    bar_right: bool = False


class Aside(msgspec.Struct, frozen=True, gc=False):
    """What stands beside the text in a column of its own, its items placed like those of its strip; points.

    `base` is how far its first baseline lies beneath its top. Its items are artifacts: they repeat the text. One that
    `floats` holds no text up: it stands beneath those before it, or a little higher where its page ends. It repeats
    nothing, and so its items have tags.
    """

    height: float
    items: tuple[Item, ...]
    base: float = 0.0
    floats: bool = False


class Call(msgspec.Struct, frozen=True, gc=False):
    """The call of a footnote: its number, and the element that the footnote becomes.

    Of one that is `hidden` from the reader only the room is left.
    """

    number: int
    tag: int
    hidden: bool = False


class Strip(msgspec.Struct, frozen=True, gc=False):
    """A slice of a column that no page break goes through; points.

    Items are relative to the column's left edge and the strip's top. `before` is dropped at the top of a
    page. `keep` forbids a break behind the strip. `header` is set again, as an artifact, where a page
    begins with this strip. `anchors` are the destinations at its top. What its `calls` name stands at the foot of its
    page, and what is in `boxed` in a box beneath that. A strip with an `aside` begins no higher than where the aside
    before it ends, unless that floats. `least` is how low its picture may be set where a page has no room for all of
    it, 0 for never. What is `spare` is room between others, which is not needed at either end of a page. What `opens` a
    section is overtaken by nothing that waits for the next page.
    """

    height: float
    items: tuple[Item, ...] = ()
    before: float = 0.0
    keep: bool = False
    panel: Panel | None = None
    header: "tuple[Strip, ...]" = ()
    anchors: tuple[str, ...] = ()
    calls: tuple[Call, ...] = ()
    boxed: "tuple[Strip, ...]" = ()
    aside: Aside | None = None
    least: float = 0.0
    spare: bool = False
    opens: bool = False

    def is_wider(self, column: float) -> bool:
        """Whether something on it reaches into the margin beside a column of so many points."""
        far = column + NEAR
        if self.panel is not None and self.panel.x + self.panel.width > far:
            return True
        return any(extent(item).right > far for item in self.items)


class Tuning(msgspec.Struct, frozen=True, gc=False):
    """How the pages from a `first` one on differ, which counts from 0: the share of the space before strips that is
    left, and points by which the column is longer."""

    first: int
    gaps: float = 1.0
    longer: float = 0.0


class Foot(msgspec.Struct, frozen=True, gc=False):
    """A footnote, set."""

    number: int
    strips: tuple[Strip, ...]


Feet = Callable[[Call], Sequence[Foot]]
"""Gives the footnote of a call, and behind it those that it calls itself."""


def no_feet(call: Call) -> Sequence[Foot]:
    """Nothing, where pages have no foot."""
    return ()


NEAR = 8.0
"""Points beyond a column that are not yet the margin beside it."""
BAR = 4.0
"""Points: how wide a bar is."""
CUT = 6.0
"""Points that a panel reaches beyond its text where a page break parts it."""
FEET_GAP = 12.0
"""Points above the first footnote of a page, where its rule stands."""
BOX_GAP = 24.0
"""Points from the column to what stands in the box beneath it, half of them within the box."""


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A strip on a page: `y` is its top. `repeated` marks a header that is set again, `boxed` what is in the box.

    What stands beside it begins `lower` by so many points, or higher.
    """

    strip: Strip
    y: float
    repeated: bool = False
    boxed: bool = False
    lower: float = 0.0


NO_PANELS: frozenset[int] = frozenset()


def panels_of(placed: Sequence[Placed]) -> frozenset[int]:
    """The `id`s of the panels on a page."""
    return frozenset(id(at.strip.panel) for at in placed if at.strip.panel is not None)


def draw(
    placed: Sequence[Placed], x: float, above: frozenset[int] = NO_PANELS, below: frozenset[int] = NO_PANELS
) -> list[Item]:
    """The items of a page's strips at their places, panels first where they begin.

    Panels that go on from the page `above` or on the one `below`, by their `id`s, have room at their cut edge.
    """
    out: list[Item] = []
    for index, at in enumerate(placed):
        panel = at.strip.panel
        if panel is not None and (index == 0 or placed[index - 1].strip.panel is not panel):
            last = index
            while last + 1 < len(placed) and placed[last + 1].strip.panel is panel:
                last += 1
            bottom = placed[last].y + placed[last].strip.height
            filled = CUT if panel.fill or panel.stroke else 0.0
            top = at.y - (filled if id(panel) in above else 0.0)
            bottom += filled if id(panel) in below else 0.0
            out.extend(_panel(panel, Rect(x + panel.x, top, panel.width, bottom - top)))
        out.extend([shifted(item, x, at.y, untagged=at.repeated) for item in at.strip.items])
        if at.strip.aside is not None and not at.repeated:
            out.extend(shifted(item, x, at.y + at.lower) for item in at.strip.aside.items)
    return [item for item in out if not (isinstance(item, LinkItem) and item.tag < 0)]


def stacked_items(strips: Sequence[Strip], y: float = 0.0) -> list[Item]:
    """The items of strips that stand beneath each other from `y` on."""
    items: list[Item] = []
    for strip in strips:
        items += [shifted(item, 0.0, y) for item in strip.items]
        y += strip.height
    return items


def _panel(panel: Panel, rect: Rect) -> list[Item]:
    items: list[Item] = [BoxItem(rect, panel.fill, panel.stroke, 0.8 if panel.stroke else 0.0)]
    if panel.bar:
        left = rect.right - BAR if panel.bar_right else rect.x
        items.append(BoxItem(Rect(left, rect.y, BAR, rect.height), panel.bar))
    return items


def shifted(item: Item, dx: float, dy: float, *, scale: float = 1.0, untagged: bool = False) -> Item:
    """The item scaled from the origin, then moved; without its tag where it only repeats what has been said."""
    match item:
        case TextItem() if scale == 1.0 and not untagged:
            return replace(item, x=item.x + dx, y=item.y + dy)
        case TextItem():  # most items are; its fields are named, for a pattern takes as long again to look them up
            x, y, tag = item.x * scale + dx, item.y * scale + dy, None if untagged else item.tag
            size, rise = item.size * scale, item.rise * scale
            return TextItem(x, y, item.text, item.face, size, item.color, tag, item.rtl, rise)
        case RuleItem(x1, y1, x2, y2, width, color, dash):
            ends = (x1 * scale + dx, y1 * scale + dy, x2 * scale + dx, y2 * scale + dy)
            return RuleItem(*ends, width * scale, color, _scaled(dash, scale))
        case BoxItem(rect, fill, stroke, width, radius):
            return BoxItem(moved(rect, dx, dy, scale), fill, stroke, width * scale, radius * scale)
        case PictureItem(rect, picture, tag):
            return PictureItem(moved(rect, dx, dy, scale), picture, None if untagged else tag)
        case DrawingItem(x, y, drawing, size, color, tag):
            tag = None if untagged else tag
            return DrawingItem(x * scale + dx, y * scale + dy, drawing, size * scale, color, tag)
        case PathItem(points, stroke, width, fill, dash, closed, tag):
            tag = None if untagged else tag
            points = tuple((x * scale + dx, y * scale + dy) for x, y in points)
            return PathItem(points, stroke, width * scale, fill, _scaled(dash, scale), closed, tag)
        case LinkItem(rect, tag, contents, address, destination):
            return LinkItem(moved(rect, dx, dy, scale), -1 if untagged else tag, contents, address, destination)


def moved(rect: Rect, dx: float, dy: float, scale: float = 1.0) -> Rect:
    """The rectangle scaled from the origin, then moved."""
    return Rect(rect.x * scale + dx, rect.y * scale + dy, rect.width * scale, rect.height * scale)


def _scaled(dash: tuple[float, ...], scale: float) -> tuple[float, ...]:
    return tuple(length * scale for length in dash) if scale != 1.0 else dash
