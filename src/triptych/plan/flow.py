"""Strips of content flowing into pages: what may not be parted stays together, headers are repeated."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from triptych.geometry import Rect
from triptych.model.pages import BoxItem, DrawingItem, Item, LinkItem, PathItem, PictureItem, RuleItem, TextItem


@dataclass(frozen=True, slots=True)
class Panel:
    """A background that reaches behind all strips that carry it, drawn once a page.

    `x` and `width` are relative to the column; `bar` is the colour of a bar along its left edge, or its right one.
    """

    x: float
    width: float
    fill: str = ""
    stroke: str = ""
    bar: str = ""
    bar_right: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of a column that no page break goes through; points.

    Items are relative to the column's left edge and the strip's top. `before` is dropped at the top of a
    page. `keep` forbids a break behind the strip. `header` is set again, as an artifact, where a page
    begins with this strip. `anchors` are the destinations at its top. `feet` are the footnotes that are called
    in it: they stand at the foot of its page.
    """

    height: float
    items: tuple[Item, ...] = ()
    before: float = 0.0
    keep: bool = False
    panel: Panel | None = None
    header: "tuple[Strip, ...]" = ()
    anchors: tuple[str, ...] = ()
    feet: "tuple[Strip, ...]" = ()


BAR = 4.0
"""Points: how wide a bar is."""
FEET_GAP = 12.0
"""Points above the first footnote of a page, where its rule stands."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on a page: `y` is the top of the strip; `repeated` marks a header that is set again."""

    strip: Strip
    y: float
    repeated: bool = False


@dataclass(slots=True)
class _Page:
    """A page that is being filled: what stands on it, how far down, and its footnotes."""

    y: float
    bottom: float
    placed: list[Placed] = field(default_factory=list)
    feet: list[Strip] = field(default_factory=list)

    def room(self, feet: Sequence[Strip]) -> float:
        """The y down to which text may reach if these footnotes are added."""
        every = [*self.feet, *feet]
        return self.bottom - sum(strip.height for strip in every) - (FEET_GAP if every else 0.0) + 0.01

    def closed(self, rule: Strip | None) -> list[Placed]:
        """Everything on the page, the footnotes at its foot."""
        out = list(self.placed)
        if self.feet:
            y = self.room(()) - 0.01
            out += [Placed(rule, y)] if rule else []
            y += FEET_GAP
            for strip in self.feet:
                out.append(Placed(strip, y))
                y += strip.height
        return out


def paginate(strips: Sequence[Strip], top: float, bottom: float, rule: Strip | None = None) -> list[list[Placed]]:
    """The strips on pages whose column reaches from `top` to `bottom`; at least one page.

    Strips that keep together move to the next page together; only what is taller than a page is parted.
    `rule` is set above footnotes.
    """
    pages = [_Page(top, bottom)]
    start = 0
    while start < len(strips):
        end = start + 1
        while end < len(strips) and strips[end - 1].keep:
            end += 1
        group = strips[start:end]
        feet = [foot for strip in group for foot in strip.feet]
        page = pages[-1]
        needs = sum(strip.height + strip.before for strip in group)
        if page.placed and page.y + needs > page.room(feet):
            fresh = needs - group[0].before + sum(strip.height for strip in group[0].header)
            if top + fresh <= _Page(top, bottom).room(feet) or page.y - top > (bottom - top) * 0.7:
                pages.append(_Page(top, bottom))
        for strip in group:
            _place(strip, pages, top, bottom)
        start = end
    return [page.closed(rule) for page in pages]


def _place(strip: Strip, pages: list[_Page], top: float, bottom: float) -> None:
    """Place one strip, on a new page if it must be."""
    page = pages[-1]
    if page.placed and page.y + strip.before + strip.height > page.room(strip.feet):
        page = _Page(top, bottom)
        pages.append(page)
    if page.placed:
        page.y += strip.before
    elif len(pages) > 1:
        for header in strip.header:
            page.placed.append(Placed(header, page.y, repeated=True))
            page.y += header.height
    page.placed.append(Placed(strip, page.y))
    page.y += strip.height
    page.feet.extend(strip.feet)


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
        left = rect.right - BAR if panel.bar_right else rect.x
        items.append(BoxItem(Rect(left, rect.y, BAR, rect.height), panel.bar))
    return items


def shifted(item: Item, dx: float, dy: float, *, scale: float = 1.0, untagged: bool = False) -> Item:
    """The item scaled from the origin, then moved; without its tag where it only repeats what has been said."""
    match item:
        case TextItem(x, y, text, face, size, color, tag, rtl):
            tag = None if untagged else tag
            return TextItem(x * scale + dx, y * scale + dy, text, face, size * scale, color, tag, rtl)
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
