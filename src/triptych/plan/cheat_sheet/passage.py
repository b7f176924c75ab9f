"""Passages and tables of a box, their heights in ems in rooms of any width."""

from collections.abc import Sequence
from math import inf

import msgspec

from triptych.model.theme import Theme
from triptych.plan.cheat_sheet.entries import Entry
from triptych.plan.cheat_sheet.figures import figure_size
from triptych.plan.cheat_sheet.grid import KERNED, Grid
from triptych.plan.cheat_sheet.grid import LEADING as ROW_LEADING
from triptych.plan.cheat_sheet.hanging import broken
from triptych.plan.cheat_sheet.spans import joined
from triptych.plan.fitting import is_high, least_scale, reach
from triptych.plan.paragraphs import baseline
from triptych.text.line_counter import LineCounter
from triptych.text.line_counts import Parts, count_lines, lines_unless_loose
from triptych.text.spans import Span, has_soft_hyphens

LEADING = 1.2
"""Ems: the distance of lines."""
TOGETHER, LONG_TABLE, TALL_TABLE = 2, 9, 14.0
"""Lines that stand together at either end of a paragraph; rows, with the head, and ems of height up to which a table is
not divided."""
LEAST_FORMULA = 0.79
"""The share of the type's size under which no formula is set: it rather has no place in so narrow a column."""
ROUNDED = 1e-3
"""Ems by which a room may be narrower in points than it is measured."""
GLUED = 2.0
"""Ems that brackets and stops beside a formula take, which no line parts from it."""
SPACE = 0.28
"""Ems between sentences that are set one after the other."""

Bound = tuple[float, float, float, float]
"""What the height of lines does not fall below in any room: the distance of lines, the length of all together, by how
much a line may be longer than the room is wide, and the width up to which there may be one line in spite of that."""


class Shape(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """How high something is; ems.

    `rows` are the heights of the lines or rows that column ends may part, none if they may not, `again` of what is
    repeated above them where a column begins with them.
    """

    height: float
    rows: tuple[float, ...] = ()
    again: float = 0.0


class Passage:
    """Sentences set one after the other, an item, code or a formula."""

    def __init__(self, first: Entry, said: Sequence[tuple[Span, ...]], parts: Sequence[Parts], theme: Theme) -> None:
        self._first, self._said, self._theme = first, said, theme
        self._parts = _joined(parts)
        self._widest = max([solid for solid, _, _ in self._parts], default=0.0)
        self._soft = any(map(has_soft_hyphens, said))
        drawings = [span.drawing for spans in said for span in spans if span.drawing]
        self._drawn, self._longest = bool(drawings), max([drawing.width for drawing in drawings], default=0.0)
        self._high = any(is_high(spans, baseline(1.0, LEADING), LEADING) for spans in said)
        self._length = sum([total for part in parts for _, total, _ in part])
        self._counter: LineCounter | None = None
        self._shapes: dict[float, Shape] = {}
        self._by_lines: dict[int, Shape] = {}

    def shape(self, wide: float) -> Shape:
        """Its height, and its lines if they are alike and enough to be parted."""
        if wide not in self._shapes:
            self._shapes[wide] = self._shaped(wide)
        return self._shapes[wide]

    def bounds(self) -> list[Bound]:
        """What its lines do not fall below."""
        if self._drawn or self._high or self._first.code:
            return [(LEADING, 0.0, 0.0, 0.0)]
        behind = max([total - solid for solid, total, _ in self._parts], default=0.0) + KERNED
        return [(LEADING, self._length, behind, max(self._widest, GLUED))]

    def _shaped(self, wide: float) -> Shape:
        if (self._high or self._longest > wide - GLUED) and (high := self._of_high(wide)):
            return self._parted(high, round(high / LEADING) if high < inf else 0)
        code = self._first.code
        lines = len(broken(self._said[0], wide - ROUNDED, code=True)) if code else self._lines(wide)
        if lines not in self._by_lines:
            self._by_lines[lines] = self._parted(lines * LEADING, lines)
        return self._by_lines[lines]

    def _parted(self, high: float, lines: int) -> Shape:
        """So many lines of a height, which columns may part if they are alike and enough."""
        alike = abs(lines * LEADING - high) < 1e-6 and not (self._first.leads or self._first.display)
        return Shape(high, (LEADING,) * lines if alike and lines >= 2 * TOGETHER else ())

    def _of_high(self, wide: float) -> float:
        """The height of what has a formula or letters higher, or a formula wider, than a line."""
        rise = baseline(1.0, LEADING)
        spans = self._spans()
        lines = broken(spans, wide, code=False)
        high = sum(reach(line, rise, LEADING)[1] for line in lines)
        return high if least_scale(spans, wide) >= LEAST_FORMULA else inf

    def _lines(self, wide: float) -> int:
        """How many lines there are: words are divided where one is too wide, or a line would be loose without."""
        if self._widest <= wide and not self._soft:
            if not self._theme.hyphens:
                return count_lines(self._parts, wide)
            if lines := lines_unless_loose(self._parts, wide):
                return lines
        if self._drawn:
            return len(broken(self._spans(), wide - ROUNDED, code=False))
        if self._counter is None:
            self._counter = LineCounter(self._spans())
        return self._counter.count(wide - ROUNDED)

    def _spans(self) -> tuple[Span, ...]:
        return joined(self._said, 1.0)


class Rows:
    """The rows of a table, the head among them."""

    def __init__(self, entries: Sequence[Entry], theme: Theme) -> None:
        self._grid, self._head, self._count = Grid(entries, theme, 1.0), entries[0].head, len(entries)
        self._shapes: dict[float, Shape] = {}

    def shape(self, wide: float) -> Shape:
        """Its height, and its rows if it is long."""
        if wide not in self._shapes:
            self._shapes[wide] = self._shaped(wide)
        return self._shapes[wide]

    def _shaped(self, wide: float) -> Shape:
        high = self._grid.height(wide)
        long = self._count > LONG_TABLE or high > TALL_TABLE
        rows = tuple(self._grid.row_heights(wide)) if long else ()
        parted = len(rows) >= 2 * TOGETHER
        return Shape(high, rows, self._grid.head_height(wide) if self._head else 0.0) if parted else Shape(high)

    def bounds(self) -> list[Bound]:
        """What the lines of its rows do not fall below; the space between rows is not counted."""
        return [(ROW_LEADING, length, more, GLUED) for length, more in self._grid.lengths()]


class Drawing:
    """A picture or a chart."""

    def __init__(self, entry: Entry, theme: Theme) -> None:
        self._entry, self._theme = entry, theme

    def shape(self, wide: float) -> Shape:
        """Its height."""
        return Shape(figure_size(self._entry, wide, self._theme).height)

    def bounds(self) -> list[Bound]:
        """Nothing: only its height says how high it is."""
        return []


def _joined(parts: Sequence[Parts]) -> Parts:
    """Sentences set one after the other: a space stands between them, counted with the first part of the next one."""
    out = parts[0] if parts else ()
    for own in parts[1:]:
        if out and own:
            solid, total, ends = own[0]
            own = ((solid + SPACE, total + SPACE, ends), *own[1:])
        out += own
    return out
