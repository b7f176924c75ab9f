"""Tables of HTML: spans are filled up with empty cells, so that every row has the same columns."""

from typing import assert_never

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import block_inlines, walk_blocks

_MOST = 60


class HtmlCell(msgspec.Struct, frozen=True):
    """A cell with the columns and rows that it takes."""

    blocks: doc.Blocks
    columns: int = 1
    rows: int = 1
    align: doc.Align = "left"
    line: int = 0


def html_table(
    rows: list[tuple[HtmlCell, ...]], line: int, attributes: doc.Attributes = doc.NO_ATTRIBUTES
) -> doc.Table | None:
    """The table of these rows, the first being its header; None if there is nothing in it."""
    rows = [row for row in rows if row]
    if not rows:
        return None
    grid = _grid(rows)
    width = max(len(cells) for cells in grid)
    sides: list[doc.Align] = [cell.align for cell in rows[-1]]
    sides += ["left"] * (width - len(sides))
    made = [
        doc.Row((*cells, *(doc.Cell() for _ in range(width - len(cells)))), row[0].line)
        for cells, row in zip(grid, rows, strict=True)
    ]
    return doc.Table(made[0], tuple(made[1:]), tuple(sides[:width]), line=line, attributes=attributes)


def _grid(rows: list[tuple[HtmlCell, ...]]) -> list[list[doc.Cell]]:
    """The cells of each row, with empty ones where a cell from the left or from above reaches."""
    grid: list[list[doc.Cell]] = []
    reaching: dict[int, int] = {}  # column: how many more rows a cell from above takes
    for row in rows:
        cells: list[doc.Cell] = []
        for cell in row:
            _skip(cells, reaching)
            for column in range(len(cells), len(cells) + cell.columns):
                if cell.rows > 1:
                    reaching[column] = cell.rows - 1
            cells += [doc.Cell(flat(cell.blocks)), *(doc.Cell() for _ in range(cell.columns - 1))]
        _skip(cells, reaching)
        grid.append(cells)
    return grid


def _skip(cells: list[doc.Cell], reaching: dict[int, int]) -> None:
    while reaching.get(len(cells)):
        reaching[len(cells)] -= 1
        cells.append(doc.Cell())


def span(text: str) -> int:
    """A number of columns or rows as HTML gives it, kept within reason."""
    return min(max(int(text), 1), _MOST) if text.isascii() and text.isdigit() and len(text) < 4 else 1


def flat(blocks: doc.Blocks) -> doc.Inlines:
    """What blocks say, as inlines with a line break between each two: a cell holds no blocks."""
    out: list[doc.Inline] = []
    for block in walk_blocks(blocks):
        inlines = _said(block)
        if inlines:
            out += [doc.LineBreak(), *inlines] if out else inlines
    return tuple(out)


def _said(block: doc.Block) -> doc.Inlines:
    match block:
        case doc.Code():
            return tuple(doc.CodeSpan(line) for line in (" ".join(block.text.split()),) if line)
        case doc.Figure():
            return (block.image, *((doc.Text(" "), *block.caption) if block.caption else ()))
        case doc.Table():
            parts: list[doc.Inline] = []
            for row in (block.header, *block.rows):
                parts += [doc.LineBreak()] if parts else []
                for place, cell in enumerate(row.cells):
                    parts += [doc.Text(" | "), *cell.inlines] if place else cell.inlines
            return (*parts, *((doc.LineBreak(), *block.caption) if block.caption else ()))
        case doc.ListBlock():
            return ()
        case doc.Paragraph():
            return block.inlines
        case doc.KeyPoint():
            return (doc.Strong(block.label), doc.Text(": "), *block.inlines)
        case doc.Question():
            lines = [inlines for inlines in block_inlines(block) if inlines]
            return tuple(i for k, inlines in enumerate(lines) for i in ((doc.LineBreak(), *inlines) if k else inlines))
        case doc.Definition():
            return (doc.Strong(block.term),)
        case doc.Summary() | doc.Callout():
            return (doc.Strong(block.title),) if block.title else ()
        case doc.Formula():
            return (doc.InlineFormula(block.latex, block.said, block.line),)
        case doc.Chart():
            return _said(replace(block.table, caption=block.caption))
        case doc.Quote():
            return block.attribution
        case doc.Notes() | doc.Columns() | doc.Break():
            return ()
        case _:
            assert_never(block)
