"""Tables as strips: one a row, tall rows in slices, the header again on each page."""

from collections.abc import Sequence
from itertools import accumulate, chain

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.document import Align, Row, Table
from triptych.model.pages import BoxItem, Item, RuleItem
from triptych.model.queries import captioned, plain
from triptych.plan.fitting import fitted, narrowest, reach
from triptych.plan.flow import Strip, shifted
from triptych.plan.handout.keeping import paired
from triptych.plan.handout.objects import together
from triptych.plan.handout.press import Press, Spot
from triptych.plan.paragraphs import baseline, called, line_items, places
from triptych.plan.tables import aligns, column_groups, column_widths
from triptych.text.bidi import directed, spans_rtl
from triptych.text.lines import Line, break_lines
from triptych.text.opportunities import breakable
from triptych.text.shape import word_width
from triptych.text.spans import Span
from triptych.text.word_widths import wide_of

SIZES = (9.5, 8.5, 7.5)
PAD_X, PAD_Y = 5.0, 4.0
LONGEST_WORD = 110.0
"""Points from which on a word in a cell may be cut rather than widen its column."""
WIDEST_FORMULA = 240.0
"""Points from which on a formula in a cell is set smaller rather than widen its column."""
SHORT = 0.2
"""The share of a page up to which a table is not parted."""
TINY, NARROW = 0.36, 0.55
"""The share of a column that the text of a tiny table takes at most, and the one that it is set as wide as."""
PAIRED = 0.25
"""The share of a page up to which the first two rows of a table, and its last two, are on the same page."""
TALL = 0.5
"""The share of a page from which on a row is parted between its lines."""


class _Cell(msgspec.Struct, frozen=True, gc=False):
    spans: tuple[Span, ...]
    natural: float
    least: float


def table_strips(block: Table, press: Press, spot: Spot) -> list[Strip]:
    """The table as wide as its text asks for, up to the whole page; then smaller; then in groups of columns."""
    room = spot.width if spot.panel is not None else press.full - spot.x
    for size in SIZES:
        grid = _grid(block, press, size)
        least = _column_max(grid, least=True)
        if sum(least) <= room:
            break
    out: list[Strip] = []
    aligned, tag = aligns(block), spot.tag
    for group in column_groups(least, room):
        columns = [[row[k] for k in group] for row in grid]
        natural = _column_max(columns, least=False)
        width = _width(sum(natural), spot.width, room)
        widths = column_widths(_column_max(columns, least=True), natural, width)
        sides = tuple(_side(aligned[k], press) for k in group)
        tag = press.tree.add("Table", spot.tag)
        out.extend(_strips(columns, widths, sides, size, press, replace(spot, tag=tag)))
    if plain(block.caption).strip():
        small = press.style(9.0, color=press.theme.palette.muted)
        caption = press.text(captioned(block), replace(spot, tag=tag), small, leading=12.5, before=0.0, role="Caption")
        out = [*_with_last_row(out), *together(caption), Strip(6.0, panel=spot.panel, spare=True)]
    return out


def _width(natural: float, column: float, room: float) -> float:
    """How wide a table is set: as the column, so that tables are alike; wider if it must be, narrower if a little text
    at either edge could not be followed from one to the other."""
    if natural <= column:
        return column * NARROW if natural < column * TINY else column
    return min(room, max(column, natural))


def _with_last_row(strips: Sequence[Strip]) -> list[Strip]:
    """The strips of a table, the last row of which stays with what is beneath it."""
    return [*strips[:-2], *(replace(strip, keep=True) for strip in strips[-2:])]


def _side(align: Align, press: Press) -> Align:
    """The side in the table as it is planned: right is where lines begin in one that will be mirrored."""
    return "left" if press.rtl and align == "right" else align


def _grid(block: Table, press: Press, size: float) -> list[list[_Cell]]:
    def cells(row: Row, *, bold: bool) -> list[_Cell]:
        style = press.style(size, bold=bold)
        return [_cell(press.spans(cell.inlines, style)) for cell in row.cells]

    return [cells(block.header, bold=True), *(cells(row, bold=False) for row in block.rows)]


def _cell(spans: tuple[Span, ...]) -> _Cell:
    if not spans:
        return _Cell((), 2 * PAD_X, 2 * PAD_X)
    natural = _natural(spans)
    least = max(min(_word(spans), LONGEST_WORD), min(max(map(narrowest, spans)), WIDEST_FORMULA))
    return _Cell(spans, natural + 2 * PAD_X + 0.5, min(least, natural) + 2 * PAD_X + 0.5)


def _natural(spans: tuple[Span, ...]) -> float:
    """The width of the widest line where lines end only as their author asked for."""
    if len(spans) == 1 and spans[0].drawing is None:
        text, style = spans[0].text, spans[0].style
        if "\n" not in text and not text.startswith(" "):  # as most are: what follows finds the same
            return wide_of(text.rstrip(" "), word_width, style.face, style.size)
    return max(line.width for line in break_lines(spans, 1e6, tidy=False))


def _word(spans: Sequence[Span]) -> float:
    """The width of the widest word."""
    words = ((word, span.style) for span in spans if span.drawing is None for word in breakable(span.text))
    return max((word_width(word, style.face) * style.size for word, style in words), default=0.0)


def _column_max(grid: Sequence[Sequence[_Cell]], *, least: bool) -> list[float]:
    return [max(row[k].least if least else row[k].natural for row in grid) for k in range(len(grid[0]))]


def _strips(
    grid: Sequence[Sequence[_Cell]],
    widths: Sequence[float],
    sides: Sequence[Align],
    size: float,
    press: Press,
    spot: Spot,
) -> list[Strip]:
    """The rows in the element of the table, which is that of the spot."""
    head_tag = press.tree.add("THead", spot.tag) if len(grid) > 1 else spot.tag
    header = _row(grid[0], widths, sides, size, press, spot, press.tree.add("TR", head_tag), head=True)
    header = [replace(strip, keep=True) for strip in header]
    body_tag = press.tree.add("TBody", spot.tag) if len(grid) > 1 else -1
    out = [replace(header[0], before=press.density.gap + 3.0), *header[1:]]
    rows = [
        [
            replace(strip, header=tuple(header))
            for strip in _row(cells, widths, sides, size, press, spot, press.tree.add("TR", body_tag), head=False)
        ]
        for cells in grid[1:]
    ]
    out += chain.from_iterable(paired(rows, press.page * PAIRED))
    if sum(strip.height for strip in out) < press.page * SHORT:
        out = [replace(strip, keep=True) for strip in out[:-1]] + out[-1:]
    return [*out, Strip(6.0, panel=spot.panel, spare=True)]


def _row(
    cells: Sequence[_Cell],
    widths: Sequence[float],
    sides: Sequence[Align],
    size: float,
    press: Press,
    spot: Spot,
    tag: int,
    *,
    head: bool,
) -> list[Strip]:
    """A row as strips, one for each line of its tallest cell."""
    columns: list[tuple[int, tuple[Line, ...], dict[int, int]]] = []
    for cell, width in zip(cells, widths, strict=True):
        owner = press.tree.add("TH", tag, scope="Column") if head else press.tree.add("TD", tag)
        inner = width - 2 * PAD_X
        lines = break_lines(fitted(cell.spans, inner), inner, tidy=False) if cell.spans else ()
        lines = directed(lines, spans_rtl(cell.spans, press.rtl), mirrored=press.rtl)
        columns.append((owner, lines, {}))
    count = max(1, max(len(lines) for _, lines, _ in columns))
    reaches = _reaches([lines for _, lines, _ in columns], count, size * 1.3, size)
    parted = sum(high for _, high in reaches) > press.page * TALL
    total = sum(widths)
    out: list[Strip] = []
    backs: list[list[Item]] = []
    texts: list[list[list[Item]]] = []
    for number, (rise, high) in enumerate(reaches):
        top = PAD_Y if number == 0 else 0.0
        last = number == count - 1
        height = top + high + (PAD_Y if last else 0.0)
        backs.append(_backdrop(press, spot, total, height, head=head, last=last))
        texts.append([])
        x = spot.x
        for (owner, lines, links), width, side in zip(columns, widths, sides, strict=True):
            if number < len(lines):
                at = x + PAD_X + _shift(lines[number], width - 2 * PAD_X, side)
                texts[-1].append(line_items(lines[number], at, top + rise, owner, press.tree, links))
            else:
                texts[-1].append([])
            x += width
        out.append(
            Strip(
                height,
                (*backs[-1], *chain.from_iterable(texts[-1])),
                keep=not last and not (parted and 1 < number < count - 2),
                panel=spot.panel,
                anchors=tuple(
                    name for _, lines, _ in columns for line in lines[number : number + 1] for name in places(line)
                ),
                calls=tuple(
                    call
                    for owner, lines, _ in columns
                    for line in lines[number : number + 1]
                    for call in called(line, owner, press.tree)
                ),
            )
        )
    return out if parted or count == 1 else [_joined(out, backs, texts)]


def _joined(
    lines: Sequence[Strip], backs: Sequence[Sequence[Item]], texts: Sequence[Sequence[Sequence[Item]]]
) -> Strip:
    """A row that no page break parts as one strip, drawn cell by cell: so its words are found and copied in order."""
    tops = list(accumulate((line.height for line in lines), initial=0.0))
    items = [shifted(item, 0.0, top) for own, top in zip(backs, tops, strict=False) for item in own]
    for column in range(len(texts[0])):
        items += [shifted(item, 0.0, top) for own, top in zip(texts, tops, strict=False) for item in own[column]]
    return replace(
        lines[0],
        height=tops[-1],
        items=tuple(items),
        keep=False,
        anchors=tuple(name for line in lines for name in line.anchors),
        calls=tuple(call for line in lines for call in line.calls),
    )


def _reaches(cells: Sequence[Sequence[Line]], count: int, leading: float, size: float) -> list[tuple[float, float]]:
    """Where the baseline of each of a row's lines lies, and how high it is: those of all cells stand on it."""
    out = []
    for number in range(count):
        of = [reach(lines[number], baseline(size, leading), leading) for lines in cells if number < len(lines)]
        above = max((rise for rise, _ in of), default=baseline(size, leading))
        below = max((high - rise for rise, high in of), default=leading - above)
        out.append((above, above + below))
    return out


def _shift(line: Line, width: float, side: Align) -> float:
    return {"left": 0.0, "center": (width - line.width) / 2, "right": width - line.width}[side]


def _backdrop(press: Press, spot: Spot, width: float, height: float, *, head: bool, last: bool) -> list[Item]:
    palette = press.theme.palette
    items: list[Item] = [BoxItem(Rect(spot.x, 0.0, width, height), palette.tint)] if head else []
    if last:
        color, thick = (palette.deep, 1.0) if head else (palette.hairline, 0.6)
        items.append(RuleItem(spot.x, height, spot.x + width, height, thick, color))
    return items
