"""Strips of content flowing into pages: what may not be parted stays together, headers are repeated."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from triptych.geometry import Rect
from triptych.model.pages import BoxItem, DrawingItem, Item, LinkItem, PathItem, PictureItem, RuleItem, TextItem


class Panel(msgspec.Struct, frozen=True):
    """A background that reaches behind all strips that carry it, drawn once a page.

    `x` and `width` are relative to the column; `bar` is the colour of a bar along its left edge, or its right one.
    """

    x: float
    width: float
    fill: str = ""
    stroke: str = ""
    bar: str = ""
    bar_right: bool = False


class Aside(msgspec.Struct, frozen=True):
    """What stands beside the text in a column of its own, its items placed like those of its strip; points.

    `base` is how far its first baseline lies beneath its top. Its items are artifacts: they repeat the text.
    """

    height: float
    items: tuple[Item, ...]
    base: float = 0.0


class Call(msgspec.Struct, frozen=True):
    """The call of a footnote: its number, and the element that the footnote becomes.

    Of one that is `hidden` from the reader only the room is left.
    """

    number: int
    tag: int
    hidden: bool = False


class Strip(msgspec.Struct, frozen=True):
    """A slice of a column that no page break goes through; points.

    Items are relative to the column's left edge and the strip's top. `before` is dropped at the top of a
    page. `keep` forbids a break behind the strip. `header` is set again, as an artifact, where a page
    begins with this strip. `anchors` are the destinations at its top. What its `calls` name stands at the foot of its
    page, and what is in `boxed` in a box beneath that. A strip with an `aside` begins no higher than where the aside
    before it ends.
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


class Foot(msgspec.Struct, frozen=True):
    """A footnote, set."""

    number: int
    strips: tuple[Strip, ...]


Feet = Callable[[Call], Sequence[Foot]]
"""Gives the footnote of a call, and behind it those that it calls itself."""


def no_feet(call: Call) -> Sequence[Foot]:
    """Nothing, where pages have no foot."""
    return ()


BAR = 4.0
"""Points: how wide a bar is."""
FEET_GAP = 12.0
"""Points above the first footnote of a page, where its rule stands."""
BOX_GAP = 24.0
"""Points from the column to what stands in the box beneath it, half of them within the box."""
MOST_LEFT_OVER = 0.6
"""The share of a page that the footnotes of the one before it may take, if they were too long for that."""


class Placed(msgspec.Struct, frozen=True):
    """A strip on a page: `y` is its top. `repeated` marks a header that is set again, `boxed` what is in the box."""

    strip: Strip
    y: float
    repeated: bool = False
    boxed: bool = False


class _Page(msgspec.Struct):
    """A page that is being filled: what stands on it, how far down it and its asides reach, footnotes, the box.

    The box has `box` points for its strips; it grows upwards with them. `notes` gives the footnotes of calls; the
    numbers of those that have been set on any page are in `known`. What the foot has no room for is `over`; if that
    was more than it could take from the page before, the foot is `full`.
    """

    y: float
    bottom: float
    box: float = 0.0
    beside: float = 0.0
    notes: Feet = no_feet
    known: set[int] = msgspec.field(default_factory=set)
    placed: list[Placed] = msgspec.field(default_factory=list)
    feet: list[Strip] = msgspec.field(default_factory=list)
    over: list[Strip] = msgspec.field(default_factory=list)
    full: bool = False
    boxed: list[Strip] = msgspec.field(default_factory=list)

    def room(self, strips: Sequence[Strip] = ()) -> float:
        """The y down to which text may reach if the footnotes of these strips are added, and what they box."""
        called = self._called(strips)
        feet = [*self.feet, *(line for foot in called for line in foot.strips)] if called else self.feet
        return self._left(feet, [inner for strip in strips for inner in strip.boxed])

    def _left(self, feet: Sequence[Strip], boxed: Sequence[Strip] = ()) -> float:
        inside = [*self.boxed, *boxed]
        high = max(0.0, _height(inside) - self.box) if inside else 0.0
        return self.bottom - high - _height(feet) - (FEET_GAP if feet else 0.0) + 0.01

    def reach(self, strips: Sequence[Strip]) -> float:
        """The y down to which these strips and the asides would reach."""
        y, beside = self.y, self.beside
        for index, strip in enumerate(strips):
            y = _top(strip, y + (strip.before if index else self._before(strip)), beside)
            beside = y + strip.aside.height if strip.aside is not None else beside
            y += strip.height
        return max(y, beside)

    def add(self, strip: Strip, *, repeated: bool = False) -> None:
        """Place a strip beneath the others."""
        y = _top(strip, self.y + self._before(strip), self.beside)
        self.placed.append(Placed(strip, y, repeated))
        self.beside = y + strip.aside.height if strip.aside is not None else self.beside
        self.y = y + strip.height
        self.boxed.extend(strip.boxed)
        for foot in self._called((strip,)) if strip.calls else ():
            self.known.add(foot.number)
            self.over.extend(foot.strips)
        self.lay(self.y)

    def lay(self, y: float) -> None:
        """Put what is left over at the foot, line by line, as far as there is room beneath `y`."""
        while self.over and not self.full and y <= self._left([*self.feet, self.over[0]]):
            self.feet.append(self.over.pop(0))

    def _called(self, strips: Sequence[Strip]) -> list[Foot]:
        """The footnotes of these strips that are on no page yet."""
        calls = [call for strip in strips for call in strip.calls]
        if not calls:
            return []
        found: dict[int, Foot] = {}
        for call in calls:
            for foot in self.notes(call) if call.number not in self.known else ():
                if foot.number not in self.known:
                    found.setdefault(foot.number, foot)
        return list(found.values())

    def _before(self, strip: Strip) -> float:
        """The space before a strip: none at the top of a page and behind a header that is set again."""
        return strip.before if self.placed and not self.placed[-1].repeated else 0.0

    def closed(self, rule: Strip | None) -> list[Placed]:
        """Everything on the page, the footnotes at its foot, then what is in the box."""
        out = list(self.placed)
        y = self._left(self.feet) - 0.01
        if self.feet:
            out += [Placed(rule, y)] if rule else []
            out += _stacked(self.feet, y + FEET_GAP)
        out += _stacked(self.boxed, self.bottom - max(0.0, _height(self.boxed) - self.box) + BOX_GAP, boxed=True)
        return out


def _top(strip: Strip, y: float, beside: float) -> float:
    """Where a strip begins that could begin at `y`, with asides down to `beside`."""
    return max(y, beside) if strip.aside is not None else y


def _height(strips: Sequence[Strip]) -> float:
    """How high strips are beneath each other, the space before the first of them left out."""
    return sum([strip.before + strip.height for strip in strips]) - strips[0].before if strips else 0.0


def _stacked(strips: Sequence[Strip], y: float, *, boxed: bool = False) -> Iterator[Placed]:
    """The strips beneath each other from `y` on."""
    y -= strips[0].before if strips else 0.0
    for strip in strips:
        yield Placed(strip, y + strip.before, boxed=boxed)
        y += strip.before + strip.height


def paginate(
    strips: Sequence[Strip],
    top: float,
    bottom: float,
    rule: Strip | None = None,
    *,
    box: float = 0.0,
    notes: Feet = no_feet,
    most: float = float("inf"),
) -> list[list[Placed]]:
    """The strips on pages whose column reaches from `top` to `bottom`; at least one page.

    Strips that keep together move to the next page together; only what is taller than a page is parted.
    `rule` is set above footnotes, which `notes` gives: each on the page of its first call, and what that has no room
    for on the next. `box` is the room, BOX_GAP beneath the column, for what is boxed. What is behind `most`
    pages is not set: the first page too many is the last.
    """
    known: set[int] = set()

    def empty(before: _Page | None = None) -> _Page:
        page = _Page(top, bottom, box, notes=notes, known=known)
        if before is not None and before.over:
            page.over = list(before.over)
            page.lay(top + (bottom - top) * (1 - MOST_LEFT_OVER))
            page.full = bool(page.over)
        return page

    pages = [empty()]
    start = 0
    while start < len(strips) and len(pages) <= most:
        end = start + 1
        while end < len(strips) and strips[end - 1].keep:
            end += 1
        group = strips[start:end]
        start = end
        page = pages[-1]
        if page.placed and page.reach(group) <= page.room(group):
            for strip in group:
                page.add(strip)
            continue
        if page.placed:
            fresh = empty(page)
            fits = fresh.reach(group) + _height(group[0].header) <= fresh.room(group)
            if fits or page.y - top > (bottom - top) * 0.7:
                pages.append(fresh)
        for strip in group:
            _place(strip, pages, empty)
    while pages[-1].over:
        pages.append(empty(pages[-1]))
    return [page.closed(rule) for page in pages]


def _place(strip: Strip, pages: list[_Page], empty: Callable[[_Page], _Page]) -> None:
    """Place one strip, on a new page if it must be."""
    page = pages[-1]
    if page.placed and page.reach((strip,)) > page.room((strip,)):
        page = empty(page)
        pages.append(page)
    if not page.placed and len(pages) > 1:
        for header in strip.header:
            page.add(header, repeated=True)
    page.add(strip)


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
        if at.strip.aside is not None and not at.repeated:
            out.extend(shifted(item, x, at.y) for item in at.strip.aside.items)
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
        case TextItem(x, y, text, face, size, color, tag, rtl, rise):
            tag = None if untagged else tag
            return TextItem(x * scale + dx, y * scale + dy, text, face, size * scale, color, tag, rtl, rise * scale)
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
