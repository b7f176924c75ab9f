"""Boxes measured in ems, as they are drawn at any size."""

from collections.abc import Sequence
from math import ceil

import msgspec

from triptych.model.list_marks import DONE, OPEN
from triptych.model.theme import Theme
from triptych.plan.cheat_sheet.boxes import Box
from triptych.plan.cheat_sheet.entries import Entry
from triptych.plan.cheat_sheet.passage import GLUED, TOGETHER, Bound, Drawing, Passage, Rows, Shape
from triptych.plan.cheat_sheet.spans import entry_spans, header_lines, header_spans
from triptych.text.atoms import parts_of
from triptych.text.line_counts import Parts, count_lines
from triptych.text.spans import Span

PAD = 0.4
"""Ems: padding in a box."""
HEADER_PAD = 0.08
"""Ems above and beneath the type of a header on its strip."""
ENTRY_GAP, ITEM_GAP = 0.2, 0.05
"""Ems: the least space between entries, and between the items of a list."""
INDENT, MARK, DEEPEST = 0.9, 1.0, 5
"""Ems for each level of a list, and for its mark; levels that are set deeper, so that a narrow column keeps room."""
LETTER = 1.4
"""Ems at the end of a header for the letter of its part."""

Group = tuple[int, ...]
"""Entries that are set in one: the sentences of a paragraph, the rows of a table."""


class Slice(msgspec.Struct, frozen=True, gc=False):
    """Lines of a group, or rows of one that is a table: from `start` up to `stop`, to the end where that is 0."""

    group: Group
    start: int = 0
    stop: int = 0


class Block(msgspec.Struct, frozen=True, gc=False):
    """A part of a box that no column end divides; ems.

    `height` has all of it with the gaps within, `gap` is the space above it within a box, `again` what is repeated
    above it where a column begins with it: the head of a table that goes on.
    """

    slices: tuple[Slice, ...]
    height: float
    gap: float
    again: float = 0.0

    @property
    def goes_on(self) -> bool:
        """Whether it goes on with what the block before it began."""
        return self.slices[0].start > 0


class _Part(msgspec.Struct, frozen=True, gc=False):
    """A group of a box: its height in rooms within the box, and the space above it."""

    group: Group
    offset: float
    gap: float
    bound: bool
    measure: "Passage | Rows | Drawing"


class Measured:
    """A box whose entries are measured in ems when they are first asked for."""

    def __init__(self, box: Box, theme: Theme) -> None:
        self.box = box
        self._theme = theme
        self._said: dict[int, tuple[Span, ...]] = {}
        self._broken: dict[int, Parts] = {}
        self._headers: dict[int, tuple[Parts, float]] = {}
        self._measures: dict[Group, Passage | Rows | Drawing] = {}
        self._parts: dict[frozenset[int], list[_Part]] = {}
        self._bounds: dict[tuple[frozenset[int], int], tuple[float, list[Bound]]] = {}
        self._sliced: dict[tuple[Group, Shape], list[tuple[Slice, float]]] = {}

    def header(self, level: int, width: float) -> float:
        """The height of the titles from a level on, each on its strip."""
        high, room = 0.0, header_room(self.box, width)
        for at in range(level, len(self.box.titles)):
            words, leading = self._title(at)
            high += header_height(count_lines(words, room), leading)
        return high

    def _title(self, at: int) -> tuple[Parts, float]:
        """The words of a title, and how high its lines are."""
        if at not in self._headers:
            made = header_spans(self.box.titles[at].inlines, self._theme, 1.0, "")
            self._headers[at] = parts_of(made), header_lines(made, 1.0)[1]
        return self._headers[at]

    def shapes(self, kept: frozenset[int], width: float) -> tuple[Shape, ...]:
        """The heights of what is kept of the box at a column width, with the lines and rows that may be parted."""
        inner = width - 2 * PAD
        return tuple([part.measure.shape(inner - part.offset) for part in self._parts_of(kept)])

    def least(self, kept: frozenset[int], level: int, width: float) -> float:
        """A height that what is kept does not fall below at a column width, under the titles from a level on."""
        if (kept, level) not in self._bounds:
            self._bounds[kept, level] = self._bounded(kept, level)
        high, bounds = self._bounds[kept, level]
        for leading, length, more, narrow in bounds:
            lines = length / (width + more) if width > narrow else 1.0
            high += leading * ceil(lines - 1e-6) if lines > 1.0 else leading
        return high

    def _bounded(self, kept: frozenset[int], level: int) -> tuple[float, list[Bound]]:
        """What neither a width changes, nor lines; and the bounds of lines, in columns of any width."""
        parts, room = self._parts_of(kept), header_room(self.box, 0.0)
        bounds = [
            (leading, length, more - part.offset - 2 * PAD, narrow + part.offset + 2 * PAD)
            for part in parts
            for leading, length, more, narrow in part.measure.bounds()
        ]
        for at in range(level, len(self.box.titles)):
            words, leading = self._title(at)
            bounds.append((leading, sum(total for _, total, _ in words), room + 1.0, GLUED - room))
        titles = len(self.box.titles) - level
        return 2 * PAD + sum(part.gap for part in parts) + 2 * HEADER_PAD * titles, bounds

    def height(self, kept: frozenset[int], shapes: Sequence[Shape]) -> float:
        """The height of what is kept of the box, without its titles and its padding."""
        return sum([part.gap + shape.height for part, shape in zip(self._parts_of(kept), shapes, strict=True)])

    def blocks(self, kept: frozenset[int], shapes: Sequence[Shape]) -> list[Block]:
        """What is kept of the box, with its heights at a column width."""
        out: list[Block] = []
        for part, shape in zip(self._parts_of(kept), shapes, strict=True):
            own, *others = self._slices(part.group, shape)
            if part.bound:
                one = out[-1]
                out[-1] = Block((*one.slices, own[0]), one.height + part.gap + own[1], one.gap, one.again)
            else:
                out.append(Block((own[0],), own[1], part.gap))
            out.extend(Block((other,), high, 0.0, shape.again) for other, high in others)
        return out

    def _slices(self, group: Group, shape: Shape) -> list[tuple[Slice, float]]:
        """A group in parts that columns may divide, with their heights: never a line alone."""
        key = (group, shape)
        if key not in self._sliced:
            self._sliced[key] = _parted(group, shape)
        return self._sliced[key]

    def _parts_of(self, kept: frozenset[int]) -> list[_Part]:
        """What is kept, group by group."""
        if kept not in self._parts:
            self._parts[kept] = list(self._made(kept))
        return self._parts[kept]

    def _made(self, kept: frozenset[int]) -> Sequence[_Part]:
        out: list[_Part] = []
        before: Entry | None = None
        for group in groups(self.box, kept):
            first = self.box.entries[group[0]]
            measure = self._measure(group)
            bound = before is not None and (before.leads or first.trails)
            out.append(_Part(group, offset(first), gap_above(before, first), bound, measure))
            before = self.box.entries[group[-1]]
        return out

    def _measure(self, group: Group) -> Passage | Rows | Drawing:
        if group not in self._measures:
            entries = [self.box.entries[index] for index in group]
            if entries[0].row is not None:
                self._measures[group] = Rows(entries, self._theme)
            elif entries[0].figure is not None:
                self._measures[group] = Drawing(entries[0], self._theme)
            else:
                said = [self._spans(index) for index in group]
                parts = [] if entries[0].code else [self._words(index) for index in group]
                self._measures[group] = Passage(entries[0], said, parts, self._theme)
        return self._measures[group]

    def _spans(self, index: int) -> tuple[Span, ...]:
        if index not in self._said:
            self._said[index] = entry_spans(self.box.entries[index], self._theme, 1.0)
        return self._said[index]

    def _words(self, index: int) -> Parts:
        if index not in self._broken:
            self._broken[index] = parts_of(self._spans(index))
        return self._broken[index]


def _parted(group: Group, shape: Shape) -> list[tuple[Slice, float]]:
    rows = shape.rows
    if not rows:
        return [(Slice(group), shape.height)]
    last = len(rows) - TOGETHER
    ends = [*range(TOGETHER, last + 1), len(rows)]
    starts = [0, *ends[:-1]]
    return [(Slice(group, a, b if b < len(rows) else 0), sum(rows[a:b])) for a, b in zip(starts, ends, strict=True)]


def groups(box: Box, kept: frozenset[int]) -> list[Group]:
    """The kept entries: sentences that follow each other in one, and the rows of a table."""
    out: list[Group] = []
    for index in sorted(kept):
        entry, before = box.entries[index], box.entries[out[-1][-1]] if out else None
        follows = before is not None and out[-1][-1] == index - 1
        same = before is not None and entry.table is not None and entry.table is before.table
        if follows and (same or entry.joins):
            out[-1] = (*out[-1], index)
        else:
            out.append((index,))
    return out


def gap_above(before: Entry | None, entry: Entry) -> float:
    """The least space above an entry in its box, in ems."""
    if before is None or (entry.code and before.code and entry.said is before.said):  # the same code goes on
        return 0.0
    return ITEM_GAP if entry.mark and before.mark else ENTRY_GAP


def offset(entry: Entry) -> float:
    """How far an entry's text stands from the edge, in ems."""
    return min(entry.indent, DEEPEST) * INDENT + (mark_width(entry) if entry.mark else 0.0)


def header_room(box: Box, width: float) -> float:
    """The width of a header's lines in a column, in ems."""
    return width - 2 * PAD - (LETTER if box.letter else 0.0)


def mark_width(entry: Entry) -> float:
    """The room for the mark of an item, in ems; the marks of tasks are as wide as high in some fonts."""
    mark = entry.widest or entry.mark
    return max(MARK, 1.3 if mark in (DONE, OPEN) else 0.56 * (len(mark) - 1) + 0.6)


def header_height(lines: int, leading: float) -> float:
    """The height in ems of a header of so many lines, each of so many ems."""
    return lines * leading + 2 * HEADER_PAD if lines else 0.0
