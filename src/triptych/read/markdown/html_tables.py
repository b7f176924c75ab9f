"""Tables of HTML: spans are filled up with empty cells, so that every row has the same columns."""

from typing import assert_never

import msgspec
from msgspec.structs import replace

from triptych.model.document import (
    NO_ATTRIBUTES,
    Align,
    Attributes,
    Block,
    Blocks,
    Break,
    Callout,
    Cell,
    Chart,
    Code,
    CodeSpan,
    Columns,
    Definition,
    Figure,
    Formula,
    Inline,
    InlineFormula,
    Inlines,
    KeyPoint,
    LineBreak,
    ListBlock,
    Notes,
    Paragraph,
    Question,
    Quote,
    Row,
    Strong,
    Summary,
    Table,
    Text,
)
from triptych.model.queries import block_inlines, walk_blocks

_MOST = 60


class HtmlCell(msgspec.Struct, frozen=True):
    """A cell with the columns and rows that it takes."""

    blocks: Blocks
    columns: int = 1
    rows: int = 1
    align: Align = "left"
    line: int = 0


def html_table(rows: list[tuple[HtmlCell, ...]], line: int, attributes: Attributes = NO_ATTRIBUTES) -> Table | None:
    """The table of these rows, the first being its header; None if there is nothing in it."""
    rows = [row for row in rows if row]
    if not rows:
        return None
    grid = _grid(rows)
    width = max(len(cells) for cells in grid)
    sides: list[Align] = [cell.align for cell in rows[-1]]
    sides += ["left"] * (width - len(sides))
    made = [
        Row((*cells, *(Cell() for _ in range(width - len(cells)))), row[0].line)
        for cells, row in zip(grid, rows, strict=True)
    ]
    return Table(made[0], tuple(made[1:]), tuple(sides[:width]), line=line, attributes=attributes)


def _grid(rows: list[tuple[HtmlCell, ...]]) -> list[list[Cell]]:
    """The cells of each row, with empty ones where a cell from the left or from above reaches."""
    grid: list[list[Cell]] = []
    reaching: dict[int, int] = {}  # column: how many more rows a cell from above takes
    for row in rows:
        cells: list[Cell] = []
        for cell in row:
            _skip(cells, reaching)
            for column in range(len(cells), len(cells) + cell.columns):
                if cell.rows > 1:
                    reaching[column] = cell.rows - 1
            cells += [Cell(flat(cell.blocks)), *(Cell() for _ in range(cell.columns - 1))]
        _skip(cells, reaching)
        grid.append(cells)
    return grid


def _skip(cells: list[Cell], reaching: dict[int, int]) -> None:
    while reaching.get(len(cells)):
        reaching[len(cells)] -= 1
        cells.append(Cell())


def span(text: str) -> int:
    """A number of columns or rows as HTML gives it, kept within reason."""
    return min(max(int(text), 1), _MOST) if text.isascii() and text.isdigit() and len(text) < 4 else 1


def flat(blocks: Blocks) -> Inlines:
    """What blocks say, as inlines with a line break between each two: a cell holds no blocks."""
    out: list[Inline] = []
    for block in walk_blocks(blocks):
        inlines = _said(block)
        if inlines:
            out += [LineBreak(), *inlines] if out else inlines
    return tuple(out)


def _said(block: Block) -> Inlines:
    match block:
        case Code():
            return tuple(CodeSpan(line) for line in (" ".join(block.text.split()),) if line)
        case Figure():
            return (block.image, *((Text(" "), *block.caption) if block.caption else ()))
        case Table():
            parts: list[Inline] = []
            for row in (block.header, *block.rows):
                parts += [LineBreak()] if parts else []
                for place, cell in enumerate(row.cells):
                    parts += [Text(" | "), *cell.inlines] if place else cell.inlines
            return (*parts, *((LineBreak(), *block.caption) if block.caption else ()))
        case ListBlock():
            return ()
        case Paragraph():
            return block.inlines
        case KeyPoint():
            return (Strong(block.label), Text(": "), *block.inlines)
        case Question():
            lines = [inlines for inlines in block_inlines(block) if inlines]
            return tuple(i for k, inlines in enumerate(lines) for i in ((LineBreak(), *inlines) if k else inlines))
        case Definition():
            return (Strong(block.term),)
        case Summary() | Callout():
            return (Strong(block.title),) if block.title else ()
        case Formula():
            return (InlineFormula(block.latex, block.said, block.line),)
        case Chart():
            return _said(replace(block.table, caption=block.caption))
        case Quote():
            return block.attribution
        case Notes() | Columns() | Break():
            return ()
        case _:
            assert_never(block)
