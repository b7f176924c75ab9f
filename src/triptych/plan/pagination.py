"""Strips flowing into pages: what may not be parted stays together, headers are repeated, pictures may wait."""

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec
from msgspec.structs import replace

from triptych.model.pages import PictureItem
from triptych.plan.flow import Aside, Feet, Panel, Placed, Strip, Tuning, no_feet, shifted
from triptych.plan.open_page import OpenPage, height
from triptych.text.extents import extent

APART = 14.0
"""Points beneath a picture in the midst of a paragraph."""
MUCH = 0.15
"""The share of a page that may be left empty rather than that a picture is set smaller."""
MOST_LEFT_OVER = 0.6
"""The share of a page that the footnotes of the one before it may take, if they were too long for that."""


class Frame(msgspec.Struct, frozen=True):
    """What pages are filled in: their column reaches from `top` to `bottom`.

    `rule` is set above footnotes, which `notes` gives: each on the page of its first call, and what that has no room
    for on the next. `box` is the room, BOX_GAP beneath the column, for what is boxed. What is behind `most`
    pages is not set: the first page too many is the last. What floats stands beside a `column` of so many points.
    """

    top: float
    bottom: float
    rule: Strip | None = None
    box: float = 0.0
    notes: Feet = no_feet
    most: float = float("inf")
    column: float = 0.0


class _Mark(msgspec.Struct, frozen=True):
    """A place to flow on from: before the strip of a number, on a page of a number, with so many footnotes known."""

    strip: int
    number: int
    page: OpenPage
    known: int


class Flow(msgspec.Struct, frozen=True):
    """Strips that have flowed: their `pages`, and what is needed to let only the last of them flow again."""

    strips: Sequence[Strip]
    tuning: Tuning | None
    pages: list[list[Placed]]
    filled: list[OpenPage]
    known: dict[int, None]
    marks: list[_Mark]
    column: float


class _Filling:
    """Pages that are being filled in a frame; those before its last one are full."""

    def __init__(self, frame: Frame, column: float, tuning: Tuning | None) -> None:
        self.frame, self.column, self.tuning = frame, column, tuning
        self.known: dict[int, None] = {}
        self.pages: list[OpenPage] = []
        self.marks: list[_Mark] = []

    def empty(self) -> OpenPage:
        """The page that would come next."""
        top, bottom, pages = self.frame.top, self.frame.bottom, self.pages
        tuned = self.tuning if self.tuning is not None and len(pages) >= self.tuning.first else None
        end = bottom + (tuned.longer if tuned else 0.0)
        gaps = tuned.gaps if tuned else 1.0
        page = OpenPage(top, end, gaps, self.column, self.frame.box, notes=self.frame.notes, known=self.known)
        page.begin(pages[-1].held if pages else ())
        if pages and pages[-1].over:
            page.over = list(pages[-1].over)
            page.lay(top + (bottom - top) * (1 - MOST_LEFT_OVER))
            page.full = bool(page.over)
        return page

    def mark(self, strip: int) -> None:
        """Keep how the last page is before the strip of a number, once for each page."""
        number = len(self.pages)
        if not self.marks or self.marks[-1].number < number:
            self.marks.append(_Mark(strip, number, self.pages[-1].copied(no_feet, {}), len(self.known)))

    def resume(self, flow: Flow, mark: _Mark) -> None:
        """Go on as it was at a mark of a flow."""
        self.known = dict.fromkeys(islice(flow.known, mark.known))
        self.pages = [*flow.filled[: mark.number - 1], mark.page.copied(self.frame.notes, self.known)]
        self.marks = [one for one in flow.marks if one.number <= mark.number]


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
    """The strips on the pages of such a frame (see there)."""
    return flow(strips, Frame(top, bottom, rule, box, notes, most, column), tuning).pages


def flow(strips: Sequence[Strip], frame: Frame, tuning: Tuning | None = None, before: Flow | None = None) -> Flow:
    """The strips on pages; at least one page.

    Strips that keep together move to the next page together; only what is taller than a page is parted. Of what has
    flowed `before` in the same frame, the pages are kept that end before other strips begin or pages are tuned
    differently. It is as if all had flowed.
    """
    column = frame.column if any(strip.aside is not None and strip.aside.floats for strip in strips) else 0.0
    filling = _Filling(frame, column, tuning)
    mark = _last_mark(strips, column, tuning, before) if before is not None else None
    if before is not None and mark is not None:
        filling.resume(before, mark)
    else:
        filling.pages.append(filling.empty())
    _fill(strips, mark.strip if mark else 0, filling)
    full = before.pages[: mark.number - 1] if before is not None and mark is not None else []
    pages = [*full, *(page.closed(frame.rule) for page in filling.pages[len(full) :])]
    return Flow(strips, tuning, pages, filling.pages, filling.known, filling.marks, column)


def _last_mark(strips: Sequence[Strip], column: float, tuning: Tuning | None, before: Flow) -> _Mark | None:
    """The last place up to which strips flow as they did before."""
    if column != before.column:
        return None
    both = zip(strips, before.strips, strict=False)
    alike = next((n for n, (one, other) in enumerate(both) if one is not other), min(len(strips), len(before.strips)))
    tuned = [one.first for one in (tuning, before.tuning) if one is not None] if tuning != before.tuning else []
    most = min(tuned, default=len(before.filled))
    return next((mark for mark in reversed(before.marks) if mark.strip <= alike and mark.number <= most), None)


def _fill(strips: Sequence[Strip], start: int, filling: _Filling) -> None:
    """Place the strips from a first one on."""
    pages = filling.pages
    waiting: list[Sequence[Strip]] = []
    for group in _groups(strips, start):
        if len(pages) > filling.frame.most:
            break
        if not waiting:
            filling.mark(start)
        start += len(group)
        if waiting and not (_may_pass(group, waiting[0][0].panel) and _has_room(group, pages[-1])):
            while waiting:
                _place_group(_apart(waiting.pop(0)), filling)
        if _may_wait(group, pages[-1]):
            waiting.append(group)
        else:
            _place_group(group, filling)
    for group in waiting:
        _place_group(group, filling)
    left, pages[-1].held = pages[-1].held, []
    for aside in left:
        _place_group((_in_column(aside, filling.column),), filling)
    while pages[-1].over:
        pages.append(filling.empty())


def _groups(strips: Sequence[Strip], start: int) -> Iterator[Sequence[Strip]]:
    """The strips that keep together, from a first one on."""
    while start < len(strips):
        end = start + 1
        while end < len(strips) and strips[end - 1].keep:
            end += 1
        yield strips[start:end]
        start = end


def _has_room(group: Sequence[Strip], page: OpenPage) -> bool:
    return page.reach(group) <= page.room(group)


def _may_wait(group: Sequence[Strip], page: OpenPage) -> bool:
    """Whether a picture that a page has no room for may wait for the next one while text fills this one."""
    return bool(group[0].least) and bool(page.placed) and not _has_room(group, page) and not _smaller(group, page)


def _may_pass(group: Sequence[Strip], panel: Panel | None) -> bool:
    """Whether strips are mere text, which may stand before a picture that it follows: in a box that of the box only,
    and not the last of it."""
    mere = not any(s.opens or s.panel is not panel or s.header or s.least or s.boxed or s.aside for s in group)
    return mere and (panel is None or all(s.items for s in group))


def _apart(group: Sequence[Strip]) -> Sequence[Strip]:
    """A picture that has waited, apart from the text that goes on beneath it."""
    last = group[-1]
    return (*group[:-1], replace(last, height=APART)) if last.spare else group


def _place_group(group: Sequence[Strip], filling: _Filling) -> None:
    """Place strips that keep together, on a new page if that holds them, or if little is left of this one."""
    page, top = filling.pages[-1], filling.frame.top
    if page.begun and not _has_room(group, page):
        if smaller := _smaller(group, page):
            group = smaller
        elif (bare := _held_back(group, page)) is not group:
            group = bare
        else:
            fresh = filling.empty()
            fits = fresh.reach(group) + height(group[0].header) <= fresh.room(group)
            if fits or page.y - top > (page.bottom - top) * 0.7:
                filling.pages.append(fresh)
    elif page.placed and not any(strip.aside for strip in group):  # mere text that has room, as most has
        for strip in group:
            page.add(strip)
        return
    for strip in group:
        _place(strip, filling)


def _held_back(group: Sequence[Strip], page: OpenPage) -> Sequence[Strip]:
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


def _smaller(group: Sequence[Strip], page: OpenPage) -> Sequence[Strip]:
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


def _place(strip: Strip, filling: _Filling) -> None:
    """Place one strip, on a new page if it must be. There it is not needed if it is only room between others."""
    page = filling.pages[-1]
    (strip,) = _held_back((strip,), page)
    while page.begun and page.reach((strip,)) > page.room((strip,)):
        if strip.spare:
            return
        page = filling.empty()
        filling.pages.append(page)
        (strip,) = _held_back((strip,), page)
    if not page.placed and len(filling.pages) > 1:
        if strip.spare:
            return
        for header in strip.header:
            page.add(header, repeated=True)
    page.add(strip)
