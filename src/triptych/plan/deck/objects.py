"""Code, tables and pictures as boxes on slides, in as many parts as they need."""

from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from triptych.geometry import Insets, Rect, Size
from triptych.model.deck import Para, PictureBox, Run, TableBox, TableCell, TableRow, TextBox
from triptych.model.document import NO_ATTRIBUTES, Attributes, Code, Row, Table
from triptych.model.picture import Picture
from triptych.model.queries import plain
from triptych.model.theme import Level, Theme
from triptych.plan.code import CodeLine, code_lines
from triptych.plan.deck.code_lines import line_width, wrapped
from triptych.plan.deck.formula_sizes import taller
from triptych.plan.deck.measure import RESERVE, parts, pitch, split_runs
from triptych.plan.inlines import runs
from triptych.plan.picture_sizes import wished
from triptych.plan.tables import aligns, column_groups, column_widths
from triptych.text.heights import line_pitch
from triptych.text.line_counts import Parts, count_lines

CODE_SIZES = (22.0, 20.0, 18.0, 16.0, 14.0)
USUAL_CODE, LITTLE_CODE = 18.0, 0.4
"""Points that code is not set larger than, unless it fills no more than a share of its room even then."""
CODE_INSETS = Insets(14, 12, 14, 12)
TABLE_SIZES = (20.0, 18.0, 16.0, 14.0)
TABLE_INSETS, CLOSE_INSETS = Insets(8, 5, 8, 5), Insets(8, 3, 8, 3)
"""Points around the text of a cell, and where the rows of a table would not stand on one slide else."""
_LOOKS = (*((size, TABLE_INSETS) for size in TABLE_SIZES), (TABLE_SIZES[-1], CLOSE_INSETS))
LEAST_ROOM = 130.0
"""Points of height below which an object is not squeezed beneath a text."""


class Room(msgspec.Struct, frozen=True):
    """Where an object may stand: on its first slide and on the ones that follow."""

    first: Rect
    rest: Rect


def code_boxes(block: Code, room: Room, theme: Theme) -> list[TextBox]:
    """A block of code at the largest size that leaves its lines whole, else continued on further slides."""
    lines = code_lines(block, theme.palette)
    family = theme.code_family
    inner = room.first.inset(CODE_INSETS).width * RESERVE
    longest = max(line_width(line, family) for line in lines)
    size = _code_size(longest, inner, len(lines), _height(room.first))
    lines = tuple(piece for line in lines for piece in wrapped(line, inner / size, family, theme.palette.muted))
    heights = [size * max(pitch(family), *[line_pitch(token.text) for token in line], 0.0) for line in lines]
    boxes: list[TextBox] = []
    for start, end in _chunks(heights, _height(room.first), _height(room.rest), [not line for line in lines]):
        while start < end - 1 and boxes and not lines[start]:
            start += 1
        at = room.first if start == 0 else room.rest
        height = sum(heights[start:end]) + CODE_INSETS.top + CODE_INSETS.bottom + 2
        paras = tuple(Para(_code_runs(line), bullet=False) for line in lines[start:end])
        rect = Rect(at.x, at.y, at.width, min(height, at.height))
        palette, frame = theme.palette, theme.code_outline
        boxes.append(TextBox("Code", rect, paras, size, palette.ink, palette.tint, frame, CODE_INSETS))
    return boxes


def _height(rect: Rect) -> float:
    return rect.inset(CODE_INSETS).height - 2


def _code_size(longest: float, width: float, lines: int, height: float) -> float:
    """The largest size at which lines are whole and all fit; else at which they are whole; else the smallest."""
    large = (s for s in CODE_SIZES if s > USUAL_CODE and lines * s * 1.2 <= height * LITTLE_CODE)
    allowed = (*large, *(s for s in CODE_SIZES if s <= USUAL_CODE))
    whole = [size for size in allowed if longest * size <= width]
    return next((size for size in whole if lines * size * 1.2 <= height), whole[0] if whole else CODE_SIZES[-1])


def _code_runs(line: CodeLine) -> tuple[Run, ...]:
    return tuple(Run(token.text, token.bold, token.italic, code=True, color=token.color) for token in line)


def _chunks(heights: Sequence[float], first: float, rest: float, good: Sequence[bool]) -> list[tuple[int, int]]:
    """Runs of lines that fit, about equally full; a break comes before a blank line where one is near."""
    total = sum(heights)
    count = 1 if total <= first else 1 + max(1, -int(-(total - first) // rest))
    goal = total / count
    out: list[tuple[int, int]] = []
    start, used = 0, 0.0
    for index, height in enumerate(heights):
        room = first if not out else rest
        full = used + height > room
        balanced = count > 1 and used >= goal * (0.85 if good[index] else 1.0)
        if index > start and (full or balanced):
            out.append((start, index))
            start, used = index, 0.0
        used += height
    return [*out, (start, len(heights))]


# --- tables ----------------------------------------------------------------------------------------


class _Cell(msgspec.Struct, frozen=True):
    """A cell's paragraph, its measured parts, how wide they are on one line and at least, their pitch; in ems."""

    para: Para
    parts: Parts
    natural: float
    least: float
    pitch: float


def _cell(para: Para, of: Parts) -> _Cell:
    natural = sum([total for _, total, _ in of])
    least = max([solid for solid, _, _ in of], default=0.0)
    return _Cell(para, of, natural, least, max([line_pitch(run.text) for run in para.runs], default=0.0))


Reserve = Callable[[Sequence[Para]], float]
"""The height in points that the footnotes take which paragraphs call."""


def table_boxes(block: Table, room: Room, theme: Theme, reserve: Reserve) -> list[TableBox]:
    """A native table, at the largest size that fits; continued between rows, and between columns if it must be.

    With the footnotes that its cells call, each of its parts is no higher than its room.
    """
    grid = _grid(block, theme)
    boxes: list[TableBox] = []
    for group in column_groups(_least(grid, TABLE_SIZES[-1]), room.first.width):
        columns = [[row[k] for k in group] for row in grid]
        at = room if not boxes else Room(room.rest, room.rest)
        boxes.extend(_group_boxes(_alt(block, group), columns, at, theme, reserve))
    return boxes


def _grid(block: Table, theme: Theme) -> list[list[_Cell]]:
    sides = aligns(block)

    def cells(row: Row, level: Level) -> list[_Cell]:
        out: list[_Cell] = []
        for cell, align in zip(row.cells, sides, strict=True):
            of = runs(cell.inlines)
            para = Para(of, bullet=False, align=None if align == "left" else align)
            out.append(_cell(para, parts(of, level, theme.code_family)))
        return out

    head, body = Level(0.0, theme.text_family, bold=True), Level(0.0, theme.text_family)
    return [cells(block.header, head), *(cells(row, body) for row in block.rows)]


def _padding() -> float:
    return TABLE_INSETS.left + TABLE_INSETS.right + 1


def _least(grid: list[list[_Cell]], size: float) -> list[float]:
    cap = 14.0  # ems: a longer word may be cut
    return [min(cap, max(row[k].least for row in grid)) * size / RESERVE + _padding() for k in range(len(grid[0]))]


def _widths(grid: list[list[_Cell]], size: float, width: float) -> tuple[float, ...]:
    natural = [max(row[k].natural for row in grid) * size / RESERVE + _padding() for k in range(len(grid[0]))]
    least = [min(low, high) for low, high in zip(_least(grid, size), natural, strict=True)]
    return column_widths(least, natural, width)


def _row_height(
    row: Sequence[_Cell], widths: Sequence[float], size: float, family: str, insets: Insets = TABLE_INSETS
) -> float:
    inner = [max(1.0, (width - _padding() + 1) * RESERVE / size) for width in widths]
    counts = [count_lines(cell.parts, ems) for cell, ems in zip(row, inner, strict=True)]
    leading = max(pitch(family), *[cell.pitch for cell in row])
    high = max(count * leading + taller(cell.para.runs, count) for cell, count in zip(row, counts, strict=True))
    return high * size + insets.top + insets.bottom


def _is_too_long(grid: list[list[_Cell]], size: float, insets: Insets, family: str, height: float) -> bool:
    """Whether rows of one line each would be higher than the room already: long tables need no more measuring."""
    return len(grid) * (pitch(family) * size + insets.top + insets.bottom) > height + 1.0


def _group_boxes(alt: str, grid: list[list[_Cell]], room: Room, theme: Theme, reserve: Reserve) -> list[TableBox]:
    family = theme.text_family
    for size, insets in _LOOKS:
        if _is_too_long(grid, size, insets, family, room.first.height):
            continue
        widths = _widths(grid, size, room.first.width)
        heights = [_row_height(row, widths, size, family, insets) for row in grid]
        if sum(heights) + reserve([cell.para for row in grid for cell in row]) <= room.first.height:
            break
    else:
        size, insets = 16.0 if sum(_least(grid, 16.0)) <= room.first.width else TABLE_SIZES[-1], TABLE_INSETS
        widths = _widths(grid, size, room.first.width)
        least = min(room.first.height, room.rest.height)
        grid = _cut_tall_rows(_cut_tall_header(grid, widths, size, least, theme), widths, size, least, theme)
        heights = [_row_height(row, widths, size, family) for row in grid]
    head = heights[0]
    feet = [reserve([cell.para for cell in row]) for row in grid]
    over = head + feet[0]
    needs = [high + foot for high, foot in zip(heights[1:], feet[1:], strict=True)]
    chunks = _chunks(needs, room.first.height - over, room.rest.height - over, [False] * len(grid))
    boxes = []
    for start, end in chunks if len(grid) > 1 else [(0, 0)]:
        rows = [grid[0], *grid[1 + start : 1 + end]]
        tall = [head, *heights[1 + start : 1 + end]]
        made = tuple(TableRow(h, tuple(TableCell((c.para,)) for c in row)) for h, row in zip(tall, rows, strict=True))
        at = room.first if start == 0 else room.rest
        rect = Rect(at.x, at.y, sum(widths), sum(tall))
        boxes.append(_colored(TableBox("Table", rect, widths, made, size, alt, insets), theme))
    return boxes


def _colored(box: TableBox, theme: Theme) -> TableBox:
    """The table in the theme's colours; its header is filled or only ruled."""
    palette = theme.palette
    head, color = (palette.deep, palette.on_deep) if theme.filled else ("", palette.ink)
    rule, hairline = palette.deep, palette.hairline
    return replace(box, ink=palette.ink, head=head, head_color=color, rule=rule, hairline=hairline)


def _alt(block: Table, group: Sequence[int]) -> str:
    """What a part of a table shows: its caption, else what its columns are called."""
    names = (plain(block.header.cells[k].inlines) for k in group)
    return plain(block.caption) or " · ".join(name for name in names if name.strip())


def _cut_tall_header(
    grid: list[list[_Cell]], widths: Sequence[float], size: float, height: float, theme: Theme
) -> list[list[_Cell]]:
    """A header of which rows still fit beneath; what it has beyond that goes on in the first row."""
    needs = _row_height(grid[0], widths, size, theme.text_family)
    if needs <= height * 0.45:
        return grid
    level = Level(0.0, theme.text_family, bold=True)
    share = height * 0.35 / needs
    halves = [
        _cut_cell(cell, width, size, height * 0.5, share, level, theme)
        for cell, width in zip(grid[0], widths, strict=True)
    ]
    return [[head for head, _ in halves], [tail for _, tail in halves], *grid[1:]]


_MANY = 16
"""Slides that a row is cut for one by one; a taller one is cut in halves first."""


def _cut_tall_rows(
    grid: list[list[_Cell]], widths: Sequence[float], size: float, height: float, theme: Theme
) -> list[list[_Cell]]:
    """Rows that each fit beneath the header; the cells of a taller one go on in the next row."""
    family = theme.text_family
    head = _row_height(grid[0], widths, size, family)
    room = max(height - head, height * 0.5)
    out = [grid[0]]
    pending = list(reversed(grid[1:]))
    level = Level(0.0, family)
    while pending:
        row = pending.pop()
        needs = _row_height(row, widths, size, family)
        if needs <= room or max(len("".join(r.text for r in cell.para.runs)) for cell in row) < 2:
            out.append(row)
            continue
        count = int(needs / (room * 0.85)) + 1
        share = 0.5 if count > _MANY else 1 / count
        halves = [
            _cut_cell(cell, width, size, room, share, level, theme) for cell, width in zip(row, widths, strict=True)
        ]
        first, rest = [head_part for head_part, _ in halves], [tail for _, tail in halves]
        goes_on = any(tail.para.runs for tail in rest)
        if goes_on:
            pending.append(rest)
        if goes_on and count > _MANY:  # to take slide after slide from the front would measure the rest each time
            pending.append(first)
        else:
            out.append(first)
    return out


def _cut_cell(
    cell: _Cell, width: float, size: float, room: float, share: float, level: Level, theme: Theme
) -> tuple[_Cell, _Cell]:
    empty = _cell(replace(cell.para, runs=()), ())
    inner = max(1.0, (width - _padding() + 1) * RESERVE / size)
    if count_lines(cell.parts, inner) * size * 1.2 + 10 <= room * 0.5:
        return cell, empty
    first, second = split_runs(cell.para.runs, share)
    return tuple(  # type: ignore[return-value]
        _cell(replace(cell.para, runs=part), parts(part, level, theme.code_family)) for part in (first, second)
    )


# --- pictures --------------------------------------------------------------------------------------


def picture_box(picture: Picture, alt: str, frame: Rect, attributes: Attributes = NO_ATTRIBUTES) -> PictureBox:
    """A picture, whole and centred in a frame, at the size that its author wishes.

    A small one is not blown up beyond three points a pixel of its own accord.
    """
    size = wished(picture, attributes, Size(frame.width, frame.height), 3.0)
    x, y = frame.x + (frame.width - size.width) / 2, frame.y + (frame.height - size.height) / 2
    return PictureBox("Picture", Rect(x, y, size.width, size.height), picture, alt)
