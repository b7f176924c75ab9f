"""Small tables with fitted columns, measured at any size and drawn."""

from collections.abc import Sequence
from math import inf

import msgspec

from triptych.model.document import Align, Inlines, Row
from triptych.model.pages import Item, LinkItem, RuleItem
from triptych.model.theme import Face, Theme
from triptych.plan.cheat_sheet.entries import Entry
from triptych.plan.fitting import fitted, narrowest, reach
from triptych.plan.inlines import outside, spans
from triptych.plan.paragraphs import baseline, line_items, untagged
from triptych.plan.tables import aligns, column_groups, column_widths
from triptych.plan.tree import Tree
from triptych.text.atoms import parts_of
from triptych.text.bidi import directed, spans_rtl
from triptych.text.heights import heights
from triptych.text.line_counter import LineCounter
from triptych.text.line_counts import Parts, count_lines, is_loose
from triptych.text.lines import Line, break_lines
from triptych.text.opportunities import breakable
from triptych.text.shape import word_width
from triptych.text.spans import Span, Style, has_soft_hyphens

BETWEEN, LEADING, ROW_GAP, TABLE_GAP = 0.7, 1.15, 0.16, 0.4
"""Ems: space between columns, line distances, space for the line between rows, between the parts of a wide table."""
KERNED = 0.25
"""Ems by which the parts of a word may be narrower than the word."""
LONGEST_WORD, WIDEST_FORMULA = 11.0, 14.0
"""Ems from which on a word may be cut and a formula be set smaller rather than widen a column."""

LOWER = 0.8137
"""The share of the height of two columns side by side up to which they rather stand one beneath the other: no share of
few lines is just that, so that it does not depend on the size of type."""
SET_IN = 0.9
"""Ems by which the second cell of a row is set in where it stands beneath the first."""

Columns = tuple[int, ...]
Widths = tuple[float, ...]
"""Columns that stand together, by their numbers, and their widths."""


class Part(msgspec.Struct, frozen=True):
    """Columns that stand together, and their widths; where they are `stacked`, one beneath the other."""

    group: Columns
    widths: Widths
    stacked: bool = False


class _Cell(msgspec.Struct, frozen=True):
    """A cell and how wide it would be on one line, and at least; as spans are: points, or ems for spans of size 1.

    `lines` are those of its author, `solid` is what no line parts. It is `plain` if all lines of it are equally high.
    """

    spans: tuple[Span, ...]
    parts: Parts
    natural: float
    least: float
    word: float
    high: bool
    soft: bool = False
    lines: int = 1
    plain: bool = True
    solid: float = 0.0


class Grid:
    """Rows of a table, the head among them, at a size of type."""

    def __init__(self, entries: Sequence[Entry], theme: Theme, size: float) -> None:
        self.size, self.theme = size, theme
        self.heads = [entry.head for entry in entries]
        self.rows = [_cells(entry.row, theme, size, bold=entry.head) for entry in entries if entry.row is not None]
        table = entries[0].table
        self.sides = aligns(table) if table is not None else ()
        columns = range(len(self.rows[0])) if self.rows else range(0)
        self.natural = [max(row[k].natural for row in self.rows) for k in columns]
        self.least = [max(row[k].least for row in self.rows) for k in columns]
        self._heights: dict[Part, list[float]] = {}
        self.solid = [max(row[k].solid for row in self.rows) for k in columns]
        self._counters: dict[int, LineCounter] = {}

    def layout(self, room: float) -> list[Part]:
        """The columns that stand together, and their widths: all, or several groups where they are too wide.

        Two columns stand one beneath the other where words would be cut in their lines, or where these are so short
        that the table is much lower so.
        """
        between = BETWEEN * self.size
        stacks = len(self.least) == 2 and sum(self.natural) + between > room >= max(self.solid) + SET_IN * self.size
        stacked = Part((0, 1), (room + between, room + between - SET_IN * self.size), stacked=True)
        if stacks and sum(self.solid) + between > room:
            return [stacked]
        beside = self._side_by_side(room)
        if stacks and sum(self._row_heights(stacked)) < LOWER * sum(map(sum, map(self._row_heights, beside))):
            return [stacked]
        return beside

    def _side_by_side(self, room: float) -> list[Part]:
        """The columns that stand together, in as many groups as are needed."""
        between = BETWEEN * self.size
        least, natural = [w + between for w in self.least], [w + between for w in self.natural]
        out = []
        for group in column_groups(least, room + between):
            own = [natural[k] for k in group]
            wide = min(room + between, sum(own))
            out.append(Part(group, column_widths([least[k] for k in group], own, wide)))
        return out

    def height(self, room: float) -> float:
        """The height in a room: in ems if the size is 1."""
        parts = self.layout(room)
        high = TABLE_GAP * self.size * (len(parts) - 1)
        for part in parts:
            high += sum(self._row_heights(part)) + ROW_GAP * self.size * len(self.rows)
        return high

    def row_heights(self, room: float) -> list[float]:
        """The heights of the rows, if all columns stand together; else nothing."""
        parts = self.layout(room)
        if len(parts) > 1:
            return []
        return [high + ROW_GAP * self.size for high in self._row_heights(parts[0])]

    def head_height(self, room: float) -> float:
        """The height of the head where it is repeated, all columns standing together."""
        return self._row_heights(self.layout(room)[0])[0] + ROW_GAP * self.size

    def lengths(self) -> list[tuple[float, float]]:
        """The length of all that each row says, and by how much its lines may be longer than the room."""
        return [_length(row, self.size) for row in self.rows]

    def head_items(self, x: float, y: float, room: float, rtl: bool) -> tuple[list[Item], float]:
        """The head drawn again above rows that go on elsewhere, an artifact; and the y beneath it."""
        items, below = self.items(x, y, room, Tree(), [0], rtl, 0, 1)
        return [untagged(item) for item in items if not isinstance(item, LinkItem)], below

    def _row_heights(self, part: Part) -> list[float]:
        """The heights of all rows, without the space between them."""
        if part not in self._heights:
            self._heights[part] = [
                sum([self._row_height(row, *cells) for cells in _beside(part, row)]) for row in self.rows
            ]
        return self._heights[part]

    def _row_height(self, row: Sequence[_Cell], group: Columns, widths: Widths) -> float:
        leading = LEADING * self.size
        between = BETWEEN * self.size - 1e-6
        lines = 1
        for k, wide in zip(group, widths, strict=True):
            cell, inner = row[k], wide - between
            if cell.natural <= inner and not (cell.high or cell.soft):
                lines = max(lines, cell.lines)
            elif _is_odd(cell, inner):
                return self._odd_height(row, group, widths)
            else:
                lines = max(lines, count_lines(cell.parts, inner))
        return lines * leading

    def _odd_height(self, row: Sequence[_Cell], group: Columns, widths: Widths) -> float:
        """The height of a row that is broken to know its lines: for a formula, or words that are cut or divided."""
        if not all(row[k].plain for k in group):
            return self._broken(row, group, widths)[1]
        leading = LEADING * self.size
        rise = baseline(self.size, leading)
        inner = [wide - BETWEEN * self.size + 1e-6 for wide in widths]
        counts = [self._counted(row[k], wide) for k, wide in zip(group, inner, strict=True) if row[k].spans]
        return sum([rise + (leading - rise)] * max(counts)) if counts else leading

    def _counted(self, cell: _Cell, inner: float) -> int:
        """How many lines a cell has, as they are broken."""
        if id(cell) not in self._counters:
            self._counters[id(cell)] = LineCounter(cell.spans)
        return self._counters[id(cell)].count(inner)

    def _broken(
        self, row: Sequence[_Cell], group: Sequence[int], widths: Sequence[float]
    ) -> tuple[list[tuple[Line, ...]], float, float]:
        """The lines of a row's cells, its height, and where its first baseline lies."""
        size, leading = self.size, LEADING * self.size
        rise = baseline(size, leading)
        cells = []
        for k, wide in zip(group, widths, strict=True):
            inner = wide - BETWEEN * size + 1e-6
            cells.append(break_lines(fitted(row[k].spans, inner), inner, tidy=False) if row[k].spans else ())
        first = max((reach(lines[0], rise, leading)[0] for lines in cells if lines), default=rise)
        highs = [
            first - reach(lines[0], rise, leading)[0] + sum(reach(line, rise, leading)[1] for line in lines)
            for lines in cells
            if lines
        ]
        return cells, max(highs, default=leading), first

    def tables(self, room: float, tree: Tree, section: int, first: int = -1) -> list[int]:
        """The elements of the tables that it is set as; the `first` may be there already."""
        new = [tree.add("Table", section) for _ in self.layout(room)[1 if first >= 0 else 0 :]]
        return [first, *new] if first >= 0 else new

    def items(
        self, x: float, y: float, room: float, tree: Tree, tables: Sequence[int], rtl: bool, start: int, stop: int
    ) -> tuple[list[Item], float]:
        """The rows from `start` up to `stop` drawn, their corner at (x, y); and the y beneath them."""
        size, palette = self.size, self.theme.palette
        items: list[Item] = []
        for number, part in enumerate(self.layout(room)):
            y += TABLE_GAP * size if number else 0.0
            table = tables[number]
            end = x + (part.widths[0] if part.stacked else sum(part.widths)) - BETWEEN * size
            for row, head in list(zip(self.rows, self.heads, strict=True))[start : stop or len(self.rows)]:
                drawn, high = self._row(row, head, part, x, y, tree, tree.add("TR", table), rtl)
                items.extend(drawn)
                y += high + ROW_GAP * size
                color, thick = (palette.deep, 0.06) if head else (palette.hairline, 0.04)
                line = y - ROW_GAP * size / 2
                if row is not self.rows[-1]:
                    items.append(RuleItem(x, line, end, line, thick * size, color))
        return items, y

    def _row(
        self, row: Sequence[_Cell], head: bool, part: Part, x: float, y: float, tree: Tree, tag: int, rtl: bool
    ) -> tuple[list[Item], float]:
        """A row in an element, and its height."""
        items: list[Item] = []
        high = 0.0
        for group, widths in _beside(part, row):
            at = x + (SET_IN * self.size if part.stacked and group[0] else 0.0)
            drawn, more = self._drawn(row, head, group, widths, at, y + high, tree, tag, rtl)
            items.extend(drawn)
            high += more
        if part.stacked and not row[1].spans:
            tree.add("TH" if head else "TD", tag)  # nothing is in it, but it is there
        return items, high

    def _drawn(
        self,
        row: Sequence[_Cell],
        head: bool,
        group: Sequence[int],
        widths: Sequence[float],
        x: float,
        y: float,
        tree: Tree,
        tag: int,
        rtl: bool,
    ) -> tuple[list[Item], float]:
        """Cells side by side, and how high the highest is."""
        size, leading = self.size, LEADING * self.size
        rise = baseline(size, leading)
        cells, high, first = self._broken(row, group, widths)
        items: list[Item] = []
        for k, lines, wide in zip(group, cells, widths, strict=True):
            owner = tree.add("TH", tag, scope="Column") if head else tree.add("TD", tag)
            inner = wide - BETWEEN * size
            at = y + first - (reach(lines[0], rise, leading)[0] if lines else 0.0)
            links: dict[int, int] = {}
            for line in directed(lines, spans_rtl(row[k].spans, rtl), mirrored=rtl) if lines else ():
                up, deep = reach(line, rise, leading)
                shift = _shift(line, inner, self.sides[k], rtl)
                items.extend(line_items(line, x + shift, at + up, owner, tree, links))
                at += deep
            x += wide
        return items, high


def _beside(part: Part, row: Sequence[_Cell]) -> list[tuple[Columns, Widths]]:
    """The cells of a row that stand side by side: all, or each alone where they are stacked.

    There the second takes no line if nothing is in it.
    """
    if not part.stacked:
        return [(part.group, part.widths)]
    cells = zip(part.group, part.widths, strict=True)
    return [((k,), (wide,)) for k, wide in cells if not k or row[k].spans]


def _shift(line: Line, width: float, side: Align, rtl: bool) -> float:
    """How far a line stands from where its cell begins; right is there in a table that will be mirrored."""
    side = "left" if rtl and side == "right" else side
    return {"left": 0.0, "center": (width - line.width) / 2, "right": width - line.width}[side]


def _is_odd(cell: _Cell, wide: float) -> bool:
    """Whether a cell must be broken to know its height: something is high in it, or words are cut or divided."""
    return cell.high or cell.word > wide or cell.soft or is_loose(cell.parts, wide)


def _cells(row: Row, theme: Theme, size: float, *, bold: bool) -> list[_Cell]:
    return [_cell(cell.inlines, theme, size, bold) for cell in row.cells]


def _cell(inlines: Inlines, theme: Theme, size: float, bold: bool) -> _Cell:
    style = Style(Face(theme.text_family, bold=bold), size, theme.palette.ink, hyphens=theme.hyphens)
    made = spans(
        inlines, style, code_family=theme.code_family, link_color=theme.palette.ink, mark_color=theme.palette.mark,
        resolve=outside, notes=False, code=1.0,
    )  # fmt: skip
    if not made:
        return _Cell((), (), 0.0, 0.0, 0.0, False)
    natural = max(line.width for line in break_lines(made, inf, tidy=False))
    words = ((word, span.style) for span in made if span.drawing is None for word in breakable(span.text))
    longest = max((word_width(word, style.face) * style.size for word, style in words), default=0.0)
    drawn = any(span.drawing is not None for span in made)
    high = drawn or any(heights(span.text)[0] for span in made)
    least = min(longest, LONGEST_WORD * size)
    if drawn:
        least = max(least, min(max(map(narrowest, made)), WIDEST_FORMULA * size))
    parts = parts_of(made)
    plain = not high and not any(span.style.hand for span in made)
    solid = max((solid for solid, _, _ in parts), default=0.0)
    return _Cell(made, parts, natural + 0.05 * size, min(least, natural) + 0.05 * size, longest, high,
                 has_soft_hyphens(made), count_lines(parts, inf), plain, solid)  # fmt: skip


def _length(row: Sequence[_Cell], size: float) -> tuple[float, float]:
    between = BETWEEN * size
    behind = [max((total - solid for solid, total, _ in cell.parts), default=0.0) + KERNED * size for cell in row]
    length = sum([0.0 if cell.high else cell.natural - 0.05 * size for cell in row])
    return length, between + sum([max(0.0, more - between) for more in behind])
