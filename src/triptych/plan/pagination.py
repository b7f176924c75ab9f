"""Strips flowing into pages: what may not be parted stays together, headers are repeated, pictures may wait."""

from collections.abc import Callable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from triptych.model.pages import PictureItem
from triptych.plan.flow import BOX_GAP, FEET_GAP, Aside, Feet, Foot, Placed, Strip, Tuning, no_feet, shifted
from triptych.text.extents import extent

APART = 14.0
"""Points beneath a picture in the midst of a paragraph."""
MUCH = 0.15
"""The share of a page that may be left empty rather than that a picture is set smaller."""
MOST_LEFT_OVER = 0.6
"""The share of a page that the footnotes of the one before it may take, if they were too long for that."""

MOST_FLOATING = 0.6
"""The share of a margin that what the page before had no room for may take, if it is several things."""


class _Page(msgspec.Struct):
    """A page that is being filled: what stands on it, how far down it and its asides reach, footnotes, the box.

    The box has `box` points for its strips; it grows upwards with them. `notes` gives the footnotes of calls; the
    numbers of those that have been set on any page are in `known`. What the foot has no room for is `over`; if that
    was more than it could take from the page before, the foot is `full`. `gaps` is the share of the space before strips
    that is left. Where something floats beside a `column` of so many points, `margin` is how far down it reaches, and
    `wide` how far down what reaches out of the column. What has no room there is `held` for the next page, where it is
    `floating` at the head of the margin.
    """

    y: float
    bottom: float
    gaps: float = 1.0
    column: float = 0.0
    box: float = 0.0
    beside: float = 0.0
    margin: float = 0.0
    wide: float = 0.0
    floating: list[Placed] = msgspec.field(default_factory=list)
    held: list[Aside] = msgspec.field(default_factory=list)
    notes: Feet = no_feet
    known: set[int] = msgspec.field(default_factory=set)
    placed: list[Placed] = msgspec.field(default_factory=list)
    feet: list[Strip] = msgspec.field(default_factory=list)
    over: list[Strip] = msgspec.field(default_factory=list)
    full: bool = False
    boxed: list[Strip] = msgspec.field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether something stands on it, if only in its margin."""
        return bool(self.placed or self.floating)

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
        at = self._edges()
        for index, strip in enumerate(strips):
            _, at = _after(strip, strip.before * self.gaps if index else self._before(strip), at, self)
        return max(at.y, at.beside, at.margin if at.margin > self.bottom + 0.01 else 0.0)

    def add(self, strip: Strip, *, repeated: bool = False) -> None:
        """Place a strip beneath the others."""
        placed, at = _after(strip, self._before(strip), self._edges(), self)
        self.placed.append(replace(placed, repeated=True) if repeated else placed)
        self.y, self.beside, self.margin, self.wide = at.y, at.beside, at.margin, at.wide
        self.boxed.extend(strip.boxed)
        for foot in self._called((strip,)) if strip.calls else ():
            self.known.add(foot.number)
            self.over.extend(foot.strips)
        self.lay(self.y)

    def begin(self, asides: Sequence[Aside]) -> None:
        """Put what the page before had no room for at the head of the margin; what is too much waits again."""
        y = self.y
        for number, aside in enumerate(asides):
            if number and y + aside.height > self.y + MOST_FLOATING * (self.bottom - self.y):
                self.held.extend(asides[number:])
                break
            self.floating.append(Placed(Strip(0.0, aside=aside), y))
            self.margin = y = y + aside.height

    def _edges(self) -> "_Edges":
        return _Edges(self.y, self.beside, self.margin, self.wide)

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
        return strip.before * self.gaps if self.placed and not self.placed[-1].repeated else 0.0

    def closed(self, rule: Strip | None) -> list[Placed]:
        """Everything on the page, the footnotes at its foot, then what is in the box."""
        out = [*self.floating, *self.placed]
        y = self._left(self.feet) - 0.01
        if self.feet:
            out += [Placed(rule, y)] if rule else []
            out += _stacked(self.feet, y + FEET_GAP)
        out += _stacked(self.boxed, self.bottom - max(0.0, _height(self.boxed) - self.box) + BOX_GAP, boxed=True)
        return out


class _Edges(msgspec.Struct, frozen=True):
    """How far down a page its text reaches, its asides, what floats in the margin, what is wider than the column."""

    y: float
    beside: float
    margin: float
    wide: float


def _after(strip: Strip, before: float, at: _Edges, page: _Page) -> tuple[Placed, _Edges]:
    """A strip at its place, with so many points before it, and how far everything reaches with it.

    What is wider than the column begins beneath what floats in the margin, and so does a section.
    """
    y, aside = at.y + before, strip.aside
    if aside is None and not page.column and y >= at.margin:  # as most are: what follows finds the same
        return Placed(strip, y), _Edges(y + strip.height, at.beside, at.margin, at.wide)
    if aside is not None and not aside.floats:
        y = max(y, at.beside)
        return Placed(strip, y), replace(at, y=y + strip.height, beside=y + aside.height)
    wider = bool(page.column) and strip.is_wider(page.column)
    if y < at.margin and (wider or strip.opens):
        y = at.margin
    at = replace(at, y=y + strip.height, wide=y + strip.height if wider else at.wide)
    if aside is None:
        return Placed(strip, y), at
    beside = max(y, at.margin)
    over = beside + aside.height - page.bottom
    beside = max(at.margin, at.wide, beside - over) if over > 0.0 and not page.held else beside
    return Placed(strip, y, lower=beside - y), replace(at, margin=beside + aside.height)


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
    tuning: Tuning | None = None,
    column: float = 0.0,
) -> list[list[Placed]]:
    """The strips on pages whose column reaches from `top` to `bottom`; at least one page.

    Strips that keep together move to the next page together; only what is taller than a page is parted.
    `rule` is set above footnotes, which `notes` gives: each on the page of its first call, and what that has no room
    for on the next. `box` is the room, BOX_GAP beneath the column, for what is boxed. What is behind `most`
    pages is not set: the first page too many is the last. What floats stands beside a `column` of so many points.
    """
    known: set[int] = set()
    pages: list[_Page] = []
    column = column if any(strip.aside is not None and strip.aside.floats for strip in strips) else 0.0

    def empty() -> _Page:
        tuned = tuning if tuning is not None and len(pages) >= tuning.first else None
        end = bottom + (tuned.longer if tuned else 0.0)
        page = _Page(top, end, tuned.gaps if tuned else 1.0, column, box, notes=notes, known=known)
        page.begin(pages[-1].held if pages else ())
        if pages and pages[-1].over:
            page.over = list(pages[-1].over)
            page.lay(top + (bottom - top) * (1 - MOST_LEFT_OVER))
            page.full = bool(page.over)
        return page

    pages.append(empty())
    waiting: list[Sequence[Strip]] = []
    for group in _groups(strips):
        if len(pages) > most:
            break
        if waiting and not (_may_pass(group) and _has_room(group, pages[-1])):
            while waiting:
                _place_group(_apart(waiting.pop(0)), pages, empty, top)
        if _may_wait(group, pages[-1]):
            waiting.append(group)
        else:
            _place_group(group, pages, empty, top)
    for group in waiting:
        _place_group(group, pages, empty, top)
    left, pages[-1].held = pages[-1].held, []
    for aside in left:
        _place_group((_in_column(aside, column),), pages, empty, top)
    while pages[-1].over:
        pages.append(empty())
    return [page.closed(rule) for page in pages]


def _groups(strips: Sequence[Strip]) -> Iterator[Sequence[Strip]]:
    """The strips that keep together."""
    start = 0
    while start < len(strips):
        end = start + 1
        while end < len(strips) and strips[end - 1].keep:
            end += 1
        yield strips[start:end]
        start = end


def _has_room(group: Sequence[Strip], page: _Page) -> bool:
    return page.reach(group) <= page.room(group)


def _may_wait(group: Sequence[Strip], page: _Page) -> bool:
    """Whether a picture that a page has no room for may wait for the next one while text fills this one."""
    return (
        bool(group[0].least)
        and group[0].panel is None
        and bool(page.placed)
        and not _has_room(group, page)
        and not _smaller(group, page)
    )


def _may_pass(group: Sequence[Strip]) -> bool:
    """Whether strips are mere text, which may stand before a picture that it follows."""
    return not any(s.opens or s.panel or s.header or s.least or s.boxed or s.aside for s in group)


def _apart(group: Sequence[Strip]) -> Sequence[Strip]:
    """A picture that has waited, apart from the text that goes on beneath it."""
    last = group[-1]
    return (*group[:-1], replace(last, height=APART)) if last.spare else group


def _place_group(group: Sequence[Strip], pages: list[_Page], empty: Callable[[], _Page], top: float) -> None:
    """Place strips that keep together, on a new page if that holds them, or if little is left of this one."""
    page = pages[-1]
    if page.begun and not _has_room(group, page):
        if smaller := _smaller(group, page):
            group = smaller
        elif (bare := _held_back(group, page)) is not group:
            group = bare
        else:
            fresh = empty()
            fits = fresh.reach(group) + _height(group[0].header) <= fresh.room(group)
            if fits or page.y - top > (page.bottom - top) * 0.7:
                pages.append(fresh)
    elif page.placed and not any(strip.aside for strip in group):  # mere text that has room, as most has
        for strip in group:
            page.add(strip)
        return
    for strip in group:
        _place(strip, pages, empty)


def _held_back(group: Sequence[Strip], page: _Page) -> Sequence[Strip]:
    """The strips without what floats beside them, if they have room on a page only so: that waits for the next page."""
    floats = [strip.aside for strip in group if strip.aside is not None and strip.aside.floats]
    if not floats or _has_room(group, page):
        return group
    bare = [replace(strip, aside=None) if strip.aside in floats else strip for strip in group]
    if not _has_room(bare, page):
        return group
    page.held.extend(floats)
    return bare


def _in_column(aside: Aside, column: float) -> Strip:
    """What no page has had room for beside its text, beneath the text."""
    left = min((extent(item).x for item in aside.items), default=column)
    return Strip(aside.height, tuple(shifted(item, -left, 0.0) for item in aside.items), APART)


def _smaller(group: Sequence[Strip], page: _Page) -> Sequence[Strip]:
    """The strips with a picture so much lower that they have room on a page of which much would be left empty else."""
    if page.bottom - page.y < MUCH * page.bottom:
        return ()
    over = page.reach(group) - page.room(group)
    for at, strip in enumerate(group):
        height = strip.height - over - 0.1
        if strip.least and height >= strip.least:
            return (*group[:at], _lower(strip, height), *group[at + 1 :])
    return ()


def _lower(strip: Strip, height: float) -> Strip:
    """A strip whose picture is set smaller, so that it is as high as is said, and what is beside it moved to it."""
    scale = height / strip.height
    gone = sum(item.rect.width for item in strip.items if isinstance(item, PictureItem)) * (1 - scale)
    items = tuple(
        shifted(item, item.rect.x * (1 - scale), 0.0, scale=scale)
        if isinstance(item, PictureItem)
        else shifted(item, -gone, 0.0)
        for item in strip.items
    )
    return replace(strip, height=height, items=items, least=0.0)


def _place(strip: Strip, pages: list[_Page], empty: Callable[[], _Page]) -> None:
    """Place one strip, on a new page if it must be. There it is not needed if it is only room between others."""
    page = pages[-1]
    (strip,) = _held_back((strip,), page)
    while page.begun and page.reach((strip,)) > page.room((strip,)):
        if strip.spare:
            return
        page = empty()
        pages.append(page)
        (strip,) = _held_back((strip,), page)
    if not page.placed and len(pages) > 1:
        if strip.spare:
            return
        for header in strip.header:
            page.add(header, repeated=True)
    page.add(strip)
