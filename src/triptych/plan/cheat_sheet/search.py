"""The search: the most content first, then the largest type, over columns and sizes."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from triptych.model.document import plain
from triptych.model.theme import Face, Theme
from triptych.plan.cheat_sheet.boxes import CUE, Box, Entry
from triptych.plan.inlines import outside, spans
from triptych.text.lines import Parts, Span, Style, count_lines, parts_of

LARGEST, SMALLEST, STEP = 14.0, 7.0, 0.1
"""Points."""
COLUMNS = (1, 2, 3, 4, 5, 6)
NARROWEST, WIDEST = 15.0, 38.0
"""Ems of a column's text: about 30 to 75 characters."""
PAD, LEADING, HEADER_LEADING, ENTRY_GAP, BOX_GAP, COLUMN_GAP = 0.55, 1.22, 1.32, 0.28, 0.75, 1.1
"""Ems: padding in a box, line distances, space between entries, between boxes, between columns."""
INDENT, MARK = 0.9, 1.0
LABEL = -1
"""Stands for a box's header where entries are counted: a label or a question is worth having by itself."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was found: columns, type size in points, how many of the ranked entries are in, boxes by column."""

    columns: int
    size: float
    kept: int
    layout: tuple[tuple[int, ...], ...]


class Measured:
    """A box whose entries are measured in ems when they are first asked for."""

    def __init__(self, box: Box, theme: Theme) -> None:
        self.box = box
        self._theme = theme
        self._parts: dict[int, Parts] = {}
        self._header: Parts | None = None
        self._heights: dict[tuple[frozenset[int], float], float] = {}

    def height(self, kept: frozenset[int], width: float) -> float:
        """The height in ems with some of its entries at a column width in ems; 0 if nothing of it is kept."""
        key = (kept, width)
        if key not in self._heights:
            self._heights[key] = self._height(kept, width)
        return self._heights[key]

    def _height(self, kept: frozenset[int], width: float) -> float:
        if not kept:
            return 0.0
        inner = width - 2 * PAD
        high = self._header_height(inner) + (2 * PAD if kept != {LABEL} else 0.0)
        for place, group in enumerate(groups(self.box, kept)):
            high += ENTRY_GAP if place else 0.0
            high += count_lines(self._group(group), inner - offset(self.box.entries[group[0]])) * LEADING
        return high

    def _header_height(self, inner: float) -> float:
        if not header(self.box):
            return 0.0
        if self._header is None:
            self._header = parts_of(header_spans(self.box, self._theme, 1.0, ""))
        return count_lines(self._header, inner) * HEADER_LEADING + 0.3

    def _group(self, group: tuple[int, ...]) -> Parts:
        out: Parts = ()
        for index in group:
            if index not in self._parts:
                self._parts[index] = parts_of(entry_spans(self.box.entries[index], self._theme, 1.0))
            out = out + _spaced(out, self._parts[index])
        return out


def _spaced(before: Parts, parts: Parts) -> Parts:
    """Sentences set one after the other: a space stands between them, counted with the first."""
    if not before or not parts:
        return parts
    solid, total, ends = parts[0]
    return ((solid + 0.28, total + 0.28, ends), *parts[1:])


def groups(box: Box, kept: frozenset[int]) -> list[tuple[int, ...]]:
    """The kept entries, sentences of one paragraph together."""
    out: list[tuple[int, ...]] = []
    for index in sorted(kept - {LABEL}):
        if out and box.entries[index].joins and out[-1][-1] == index - 1:
            out[-1] = (*out[-1], index)
        else:
            out.append((index,))
    return out


def offset(entry: Entry) -> float:
    """How far an entry's text stands from the edge, in ems."""
    return entry.indent * INDENT + (MARK if entry.mark else 0.0)


def header(box: Box) -> str:
    """The plain text of a box's header; empty where it has none."""
    return f"{box.number}\u2002{plain(box.title)}" if box.number else plain(box.title)


def header_spans(box: Box, theme: Theme, size: float, color: str) -> tuple[Span, ...]:
    """A box's header in bold."""
    return (Span(header(box), Style(Face(theme.text_family, bold=True), size, color)),)


def entry_spans(entry: Entry, theme: Theme, size: float) -> tuple[Span, ...]:
    """An entry at a size; code keeps its line ends and indents."""
    if entry.code:
        style = Style(Face(theme.code_family), size, theme.palette.ink)
        rows = [_solid(row) for row in plain(entry.inlines).split("\n")]
        return (Span("\n".join(rows), style),)
    style = Style(Face(theme.text_family), size, theme.palette.ink)
    ink, mark = theme.palette.ink, theme.palette.mark
    family = theme.code_family
    return spans(
        entry.inlines,
        style,
        code_family=family,
        link_color=ink,
        mark_color=mark,
        resolve=outside,
        notes=False,
        code=1.0,
    ) or (Span("", style),)


def _solid(row: str) -> str:
    text = row.lstrip(" ")
    return "\u00a0" * (len(row) - len(text)) + text.rstrip(" ")


def ranked(boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """Every entry as (box, index), the most important first.

    Among equals each box has its first one before any has its second, and the parts of the document take turns.
    """
    turns: Counter[tuple[int, ...]] = Counter()
    keyed = []
    for number, box in enumerate(boxes):
        label = [(CUE, LABEL)] if box.number or box.question or not box.entries else []
        for rank, index in (*label, *((entry.rank, index) for index, entry in enumerate(box.entries))):
            within = (rank, number)
            turns[within] += 1
            among = (rank, turns[within], box.part, -1)
            turns[among] += 1
            keyed.append(((rank, turns[within], turns[among], box.part, number, index), (number, index)))
    return [place for _, place in sorted(keyed)]


def search(boxes: Sequence[Box], theme: Theme, width: float, height: float) -> Choice:
    """The choice for a page of a free width and height in points: everything if it is legible, else the most."""
    measured = [Measured(box, theme) for box in boxes]
    order = ranked(boxes)
    order = order[: _at_most(boxes, order, width, height)]

    @lru_cache(maxsize=64)
    def kept(count: int) -> tuple[frozenset[int], ...]:
        chosen: list[set[int]] = [set() for _ in boxes]
        for box, index in order[:count]:
            chosen[box].add(index)
        return tuple(frozenset(part) for part in chosen)

    def fits(count: int, columns: int, size: float) -> tuple[tuple[int, ...], ...] | None:
        return _pack(measured, kept(count), columns, size, width, height)

    def best(count: int, size: float) -> int:
        return next((c for c in COLUMNS if _readable(c, size, width) and fits(count, c, size) is not None), 0)

    count = _last(lambda n: bool(best(n, SMALLEST)), len(order))
    steps = round((LARGEST - SMALLEST) / STEP)
    at = _last(lambda k: bool(best(count, _size(k))), steps)
    size = _size(at)
    columns = best(count, size) or 4
    layout = fits(count, columns, size) or ()
    return Choice(columns, size, count, layout)


def _size(step: int) -> float:
    return round(SMALLEST + step * STEP, 1)


def _last(holds: Callable[[int], bool], limit: int) -> int:
    """The largest number up to the limit for which it holds, if it holds up to somewhere and not beyond."""
    if holds(limit):
        return limit
    low, high = 0, limit
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low


def _readable(columns: int, size: float, width: float) -> bool:
    return NARROWEST <= column_width(columns, size, width) / size - 2 * PAD <= WIDEST


def column_width(columns: int, size: float, width: float) -> float:
    """The width of a column in points."""
    return (width - (columns - 1) * COLUMN_GAP * size) / columns


def _at_most(boxes: Sequence[Box], order: Sequence[tuple[int, int]], width: float, height: float) -> int:
    """A bound on how many entries a page can hold, by characters: what is beyond it need not be measured."""
    room = (width / SMALLEST / 0.33) * (height / SMALLEST / LEADING)
    for count, (box, index) in enumerate(order):
        room -= len(plain(boxes[box].title if index == LABEL else boxes[box].entries[index].inlines))
        if room < 0:
            return count
    return len(order)


def _pack(
    measured: Sequence[Measured],
    kept: Sequence[frozenset[int]],
    columns: int,
    size: float,
    width: float,
    height: float,
) -> tuple[tuple[int, ...], ...] | None:
    """The boxes in columns in their order, as even as can be; None if they do not fit."""
    ems = round(column_width(columns, size, width) / size, 4)
    room = height / size
    heights = [(k, part.height(kept[k], ems)) for k, part in enumerate(measured) if kept[k]]
    if sum(high for _, high in heights) > room * columns or max((h for _, h in heights), default=0.0) > room:
        return None
    if _columns(heights, room, columns) is None:
        return None
    low, high = sum(h for _, h in heights) / columns, room
    for _ in range(12):
        middle = (low + high) / 2
        if _columns(heights, middle, columns) is None:
            low = middle
        else:
            high = middle
    return _columns(heights, high, columns)


def _columns(heights: Sequence[tuple[int, float]], room: float, columns: int) -> tuple[tuple[int, ...], ...] | None:
    out: list[list[int]] = [[]]
    used = 0.0
    for box, high in heights:
        needs = high + (BOX_GAP if out[-1] else 0.0)
        if used + needs > room + 1e-6:
            if not out[-1] or len(out) == columns:
                return None
            out.append([])
            used, needs = 0.0, high
        out[-1].append(box)
        used += needs
    return tuple(tuple(column) for column in out)
