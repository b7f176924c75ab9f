"""Boxes measured in ems, as they are drawn at any size."""

from collections.abc import Sequence
from math import inf

import msgspec
from msgspec.structs import replace

from triptych.languages.signs import space_between
from triptych.model import document as doc
from triptych.model.colors import readable
from triptych.model.list_marks import DONE, OPEN
from triptych.model.queries import plain
from triptych.model.theme import Face, Theme
from triptych.plan.cheat_sheet.boxes import Box
from triptych.plan.cheat_sheet.entries import Entry
from triptych.plan.cheat_sheet.figures import figure_size
from triptych.plan.cheat_sheet.grid import Grid
from triptych.plan.cheat_sheet.hanging import broken
from triptych.plan.fitting import is_high, least_scale, line_room, reach
from triptych.plan.inlines import on_one_line, outside, spans
from triptych.plan.paragraphs import baseline
from triptych.text.line_counts import Parts, count_lines, is_loose
from triptych.text.lines import Span, Style, has_soft_hyphens, parts_of

PAD, LEADING, HEADER_LEADING = 0.4, 1.2, 1.2
"""Ems: padding in a box, line distances."""
HEADER_PAD = 0.08
"""Ems above and beneath the type of a header on its strip."""
ENTRY_GAP, ITEM_GAP = 0.2, 0.05
"""Ems: the least space between entries, and between the items of a list."""
INDENT, MARK, DEEPEST = 0.9, 1.0, 5
"""Ems for each level of a list, and for its mark; levels that are set deeper, so that a narrow column keeps room."""
TOGETHER, LONG_TABLE, TALL_TABLE = 2, 9, 14.0
"""Lines that stand together at either end of a paragraph; rows, with the head, and ems of height up to which a table is
not divided."""
LETTER = 1.4
"""Ems at the end of a header for the letter of its part."""
LEAST_FORMULA = 0.79
"""The share of the type's size under which no formula is set: it rather has no place in so narrow a column."""
ROUNDED = 1e-3
"""Ems by which a room may be narrower in points than it is measured."""
GLUED = 2.0
"""Ems that brackets and stops beside a formula take, which no line parts from it."""

Group = tuple[int, ...]
"""Entries that are set in one: the sentences of a paragraph, the rows of a table."""


class Slice(msgspec.Struct, frozen=True):
    """Lines of a group, or rows of one that is a table: from `start` up to `stop`, to the end where that is 0."""

    group: Group
    start: int = 0
    stop: int = 0


class Block(msgspec.Struct, frozen=True):
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


class Measured:
    """A box whose entries are measured in ems when they are first asked for."""

    def __init__(self, box: Box, theme: Theme) -> None:
        self.box = box
        self._theme = theme
        self._parts: dict[int, Parts] = {}
        self._spans: dict[int, tuple[Span, ...]] = {}
        self._heights: dict[tuple[Group, float], float] = {}
        self._blocks: dict[tuple[frozenset[int], float], list[Block]] = {}
        self._headers: dict[int, tuple[Parts, float]] = {}
        self._header_heights: dict[tuple[int, float], float] = {}
        self._grids: dict[Group, Grid] = {}
        self._soft: set[int] = set()

    def header(self, level: int, width: float) -> float:
        """The height of the titles from a level on, each on its strip."""
        key = (level, width)
        if key not in self._header_heights:
            self._header_heights[key] = self._header(level, width)
        return self._header_heights[key]

    def _header(self, level: int, width: float) -> float:
        high = 0.0
        for at in range(level, len(self.box.titles)):
            if at not in self._headers:
                made = header_spans(self.box.titles[at].inlines, self._theme, 1.0, "")
                self._headers[at] = parts_of(made), header_lines(made, 1.0)[1]
            parts, leading = self._headers[at]
            high += header_height(count_lines(parts, header_room(self.box, width)), leading)
        return high

    def blocks(self, kept: frozenset[int], width: float) -> list[Block]:
        """What is kept of the box at a column width."""
        key = (kept, width)
        if key not in self._blocks:
            self._blocks[key] = self._divided(kept, width)
        return self._blocks[key]

    def _divided(self, kept: frozenset[int], width: float) -> list[Block]:
        inner = width - 2 * PAD
        out: list[Block] = []
        before: Entry | None = None
        for group in groups(self.box, kept):
            first, last = self.box.entries[group[0]], self.box.entries[group[-1]]
            own, *others = self._sliced(group, inner)
            gap = gap_above(before, first)
            if before is not None and before.leads and out:
                one = out[-1]
                out[-1] = Block((*one.slices, own[0]), one.height + gap + own[1], one.gap)
            else:
                out.append(Block((own[0],), own[1], gap))
            again = self.grid(group).head_height(inner - offset(first)) if others and first.head else 0.0
            out.extend(Block((part,), high, 0.0, again) for part, high in others)
            before = last
        return out

    def _sliced(self, group: Group, inner: float) -> list[tuple[Slice, float]]:
        """A group in parts that columns may divide, with their heights: never a line alone, nor a short table."""
        high, entry = self.height(group, inner), self.box.entries[group[0]]
        if entry.row is not None:
            long = len(group) > LONG_TABLE or high > TALL_TABLE
            rows = self.grid(group).row_heights(inner - offset(entry)) if long else []
        else:
            count = round(high / LEADING) if high < inf else 0
            even = abs(count * LEADING - high) < 1e-6 and not (entry.leads or entry.display or entry.figure)
            even = even and count >= 2 * TOGETHER
            rows = [LEADING] * count if even else []
        if len(rows) < 2 * TOGETHER:
            return [(Slice(group), high)]
        last = len(rows) - TOGETHER
        ends = [*range(TOGETHER, last + 1), len(rows)]
        starts = [0, *ends[:-1]]
        return [(Slice(group, a, b if b < len(rows) else 0), sum(rows[a:b])) for a, b in zip(starts, ends, strict=True)]

    def height(self, group: Group, inner: float) -> float:
        """The height of a group in a room within its box."""
        key = (group, inner)
        if key not in self._heights:
            self._heights[key] = self._height(group, inner)
        return self._heights[key]

    def _height(self, group: Group, inner: float) -> float:
        entry = self.box.entries[group[0]]
        wide = inner - offset(entry)
        if entry.row is not None:
            return self.grid(group).height(wide)
        if entry.figure is not None:
            return figure_size(entry, wide, self._theme).height
        if high := self._high(group, wide):
            return high
        if entry.code:
            return len(broken(self._said(group[0]), wide - ROUNDED, code=True)) * LEADING
        return (self._cut_lines(group, wide) or count_lines(self._group(group), wide)) * LEADING

    def _cut_lines(self, group: Group, wide: float) -> int:
        """How many lines a group takes in which a word is cut, being too wide, or divided; 0 if none is."""
        parts = self._group(group)
        if all(solid <= wide for solid, _, _ in parts) and not (
            (self._theme.hyphens and is_loose(parts, wide)) or any(index in self._soft for index in group)
        ):
            return 0
        entries = [self.box.entries[index] for index in group]
        return len(broken(group_spans(entries, self._theme, 1.0), wide - ROUNDED, code=False))

    def grid(self, group: Group) -> Grid:
        """The table that a group of rows makes."""
        if group not in self._grids:
            self._grids[group] = Grid([self.box.entries[k] for k in group], self._theme, 1.0)
        return self._grids[group]

    def _high(self, group: Group, wide: float) -> float:
        """The height of a group with a formula or letters higher, or a formula wider, than a line; 0 of one without."""
        said = [span for index in group for span in self._said(index)]
        rise = baseline(1.0, LEADING)
        widest = max((span.drawing.width for span in said if span.drawing), default=0.0)
        if widest <= wide - GLUED and not is_high(said, rise, LEADING):
            return 0.0
        spans = group_spans([self.box.entries[index] for index in group], self._theme, 1.0)
        lines = broken(spans, wide, code=False)
        high = sum(reach(line, rise, LEADING)[1] for line in lines)
        return high if least_scale(spans, wide) >= LEAST_FORMULA else inf

    def _said(self, index: int) -> tuple[Span, ...]:
        if index not in self._spans:
            self._spans[index] = entry_spans(self.box.entries[index], self._theme, 1.0)
        return self._spans[index]

    def _group(self, group: Group) -> Parts:
        out: Parts = ()
        for index in group:
            if index not in self._parts:
                self._parts[index] = parts_of(self._said(index))
                if has_soft_hyphens(self._said(index)):
                    self._soft.add(index)
            out = out + _spaced(out, self._parts[index])
        return out


def _spaced(before: Parts, parts: Parts) -> Parts:
    """Sentences set one after the other: a space stands between them, counted with the first."""
    if not before or not parts:
        return parts
    solid, total, ends = parts[0]
    return ((solid + 0.28, total + 0.28, ends), *parts[1:])


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
    if before is None:
        return 0.0
    return ITEM_GAP if entry.mark and before.mark else ENTRY_GAP


def offset(entry: Entry) -> float:
    """How far an entry's text stands from the edge, in ems."""
    return min(entry.indent, DEEPEST) * INDENT + (mark_width(entry.mark) if entry.mark else 0.0)


def header_room(box: Box, width: float) -> float:
    """The width of a header's lines in a column, in ems."""
    return width - 2 * PAD - (LETTER if box.letter else 0.0)


def mark_width(mark: str) -> float:
    """The room for the mark of an item, in ems; the marks of tasks are as wide as high in some fonts."""
    return max(MARK, 1.3 if mark in (DONE, OPEN) else 0.56 * (len(mark) - 1) + 0.6)


def header_spans(inlines: doc.Inlines, theme: Theme, size: float, color: str) -> tuple[Span, ...]:
    """A title in bold. What is marked is in ink, whatever is behind the title; a tall formula is its text."""
    style = Style(Face(theme.text_family, bold=True), size, color)
    made = spans(
        inlines, style, code_family=theme.code_family, link_color=color, mark_color=theme.palette.mark,
        resolve=lambda target: "", notes=False, code=1.0,
    )  # fmt: skip
    ink = readable(theme.palette.ink, theme.palette.mark)
    inked = (replace(s, style=replace(s.style, color=ink)) if s.style.highlight else s for s in made)
    return on_one_line(tuple(inked), HEADER_LEADING)


def header_lines(made: Sequence[Span], size: float) -> tuple[float, float]:
    """How far the baselines of a header lie beneath the tops of its lines, and how high these are; points."""
    return line_room(made, size, baseline(size, HEADER_LEADING * size), HEADER_LEADING * size)


def header_height(lines: int, leading: float) -> float:
    """The height in ems of a header of so many lines, each of so many ems."""
    return lines * leading + 2 * HEADER_PAD if lines else 0.0


def group_spans(entries: Sequence[Entry], theme: Theme, size: float) -> tuple[Span, ...]:
    """The entries of a group one after the other, a space between them but in Chinese and Japanese."""
    out: list[Span] = []
    for entry in entries:
        made = entry_spans(entry, theme, size)
        if out and made and space_between(out[-1].text, made[0].text):
            out.append(Span(" ", replace(out[-1].style, size=size)))
        out.extend(made)
    return tuple(out)


def entry_spans(entry: Entry, theme: Theme, size: float) -> tuple[Span, ...]:
    """An entry at a size; code keeps its line ends and indents."""
    if entry.code:
        style = Style(Face(theme.code_family), size, theme.palette.ink)
        rows = [_solid(row) for row in plain(entry.inlines).split("\n")]
        return (Span("\n".join(rows), style),)
    style = Style(Face(theme.text_family), size, theme.palette.ink, hyphens=theme.hyphens)
    ink, mark = theme.palette.ink, theme.palette.mark
    family = theme.code_family
    made = spans(
        entry.inlines,
        style,
        code_family=family,
        link_color=ink,
        mark_color=mark,
        resolve=outside,
        notes=False,
        code=1.0,
        display=entry.display,
    )
    return made or (Span("", style),)


def _solid(row: str) -> str:
    text = row.lstrip(" ")
    return "\u00a0" * (len(row) - len(text)) + text.rstrip(" ")
