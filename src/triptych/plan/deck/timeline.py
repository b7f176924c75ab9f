"""The chronology as a timeline: a line with points, dates above it, what happened below, in native shapes."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from triptych.geometry import Rect
from triptych.languages.signs import behind_label
from triptych.languages.words import word
from triptych.model.deck import NO_INSETS, Fill, Para, Run, Shape, TextBox
from triptych.model.document import Event
from triptych.model.theme import Level, Placeholder
from triptych.plan.deck.content import Ids
from triptych.plan.deck.drafts import Draft, Setting, body
from triptych.plan.deck.measure import Measured
from triptych.plan.deck.titles import Heading
from triptych.plan.deck.wording import Runs, shortened, shortened_runs, wording
from triptych.plan.inlines import runs

SIZES = (20.0, 18.0, 16.0, 14.0)
"""Points of what happened; the dates are as large."""
MOST = (6, 5, 4, 3)
"""Events of a slide: as many as can be set in 16 points or more, else 14."""
EASY = 0.6
"""The share of the room up to which narrow columns are read with ease; fewer events are better than higher columns."""
POINT, LINE, GAP = 14.0, 2.0, 18.0
"""Points: how wide a point of the timeline is, how thick its line, how far texts stand apart."""
ABOVE, BELOW = 8.0, 12.0
"""Points between the dates and the timeline, and between it and what happened."""


class _Column(msgspec.Struct, frozen=True):
    """An event, and the lines that it takes at one size and width."""

    when: Para
    what: Para
    above: float
    below: float


def timeline_drafts(events: Sequence[Event], setting: Setting, ids: Ids) -> list[Draft]:
    """The slides of a chronology, continued from one to the next; the notes have every event whole."""
    if not events:
        return []
    room = body(setting, "body").inner
    columns, size = _set(events, room, setting)
    title = word(setting.document, "chronology")
    out: list[Draft] = []
    start = 0
    for number, group in enumerate(columns, 1):
        shown = events[start : start + len(group)]
        start += len(group)
        place = _place(columns, room)  # the same on all slides, so that nothing jumps
        fills = _drawn(group, size, place, setting, first=number == 1, last=number == len(columns))
        heading = Heading(title, part=number, of=len(columns))
        out.append(
            Draft(
                ids.next(),
                "title only",
                heading,
                fills,
                tuple(_note(event, setting.lang) for event in shown),
                line=shown[0].line,
            )
        )
    return out


def _note(event: Event, lang: str) -> Para:
    return Para((Run(f"{event.when}{behind_label(event.when, ':', lang)}", bold=True), *runs(event.what)), bullet=False)


def _set(events: Sequence[Event], room: Rect, setting: Setting) -> tuple[list[list[_Column]], float]:
    """The events on as few slides as hold them at a good size, about equally many on each; and that size."""
    for least, share in ((16.0, EASY), (16.0, 1.0), (SIZES[-1], 1.0)):
        for most in MOST:
            groups = _even(events, most)
            wide = _width(room, max(map(len, groups)))
            for size in SIZES:
                columns = [[_column(event, size, wide, setting) for event in group] for group in groups]
                if size >= least and _height([c for group in columns for c in group]) <= room.height * share:
                    return columns, size
    groups = _even(events, MOST[-1])
    wide, size = _width(room, max(map(len, groups))), SIZES[-1]
    return [[_clipped(event, size, wide, room.height, setting) for event in group] for group in groups], size


def _even(events: Sequence[Event], most: int) -> list[Sequence[Event]]:
    slides = -(-len(events) // most)
    ends = [round(len(events) * k / slides) for k in range(slides + 1)]
    return [events[a:b] for a, b in pairwise(ends)]


def _width(room: Rect, count: int) -> float:
    """The width of a column. All have the same: spaced by time, a year full of events would be unreadable."""
    return (room.width + GAP) / max(MOST[-1], count) - GAP


def _column(event: Event, size: float, wide: float, setting: Setting, what: Runs = ()) -> _Column:
    color = setting.theme.palette.accent
    when = Para((Run(event.when, bold=True, color=color),), bullet=False)
    said = Para(what or runs(event.what), bullet=False)
    slot = _slot(size, setting)
    above, below = (Measured(para, slot, setting.theme.code_family).height(wide, 1.0) for para in (when, said))
    return _Column(when, said, above + 1.0, below + 1.0)


def _clipped(event: Event, size: float, wide: float, room: float, setting: Setting) -> _Column:
    """The event with as much of it as a slide holds; the notes have the rest."""
    column = _column(event, size, wide, setting)
    text = column.what.runs
    short = Event(shortened(event.when, 40), event.what, event.section)
    while _height([column]) > room and len(wording(text)) > 8:
        text = shortened_runs(text, int(len(wording(text)) * 0.9))
        column = _column(short, size, wide, setting, text)
    return column


def _height(group: Sequence[_Column]) -> float:
    return _above(group) + ABOVE + POINT + BELOW + max(column.below for column in group)


def _above(group: Sequence[_Column]) -> float:
    return max(column.above for column in group)


def _slot(size: float, setting: Setting) -> Placeholder:
    """A box's text area as if it were a placeholder, to be measured like one."""
    level = Level(size, setting.theme.text_family)
    return Placeholder("body", "body", 0, "box", Rect(0, 0, 0, 0), NO_INSETS, "t", (level,))


class _Place(msgspec.Struct, frozen=True):
    """Where the timeline stands: its ends, its middle, and how wide a column is."""

    left: float
    right: float
    middle: float
    wide: float


def _place(groups: Sequence[Sequence[_Column]], room: Rect) -> _Place:
    every = [column for group in groups for column in group]
    top = room.y + max(0.0, room.height - _height(every)) * 0.3
    middle = top + _above(every) + ABOVE + POINT / 2
    return _Place(room.x, room.right, middle, _width(room, max(map(len, groups))))


def _drawn(
    group: Sequence[_Column], size: float, at: _Place, setting: Setting, *, first: bool, last: bool
) -> tuple[Fill, ...]:
    """The shapes, date by date; the line runs off the slide on the side where the chronology goes on."""
    palette, middle, wide = setting.theme.palette, at.middle, at.wide
    left, right = at.left if first else 0.0, at.right if last else setting.theme.size.width
    fills: list[Fill] = [Shape("Timeline", Rect(left, middle - LINE / 2, right - left, LINE), palette.accent)]
    for number, column in enumerate(group):
        x = at.left + number * (wide + GAP)
        point = Rect(x, middle - POINT / 2, POINT, POINT)
        when = Rect(x, middle - POINT / 2 - ABOVE - column.above, wide, column.above)
        what = Rect(x, middle + POINT / 2 + BELOW, wide, column.below)
        fills += [
            Shape(f"Point {number + 1}", point, palette.accent, "ellipse"),
            TextBox(f"Date {number + 1}", when, (column.when,), size, palette.accent, anchor="b"),
            TextBox(f"Event {number + 1}", what, (column.what,), size, palette.ink),
        ]
    return tuple(fills)
