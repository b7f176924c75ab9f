"""Tables with merged cells: every row has the same columns, and names what reaches into it from the row above."""

from collections.abc import Iterator
from typing import assert_never

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.list_marks import mark_of
from triptych.model.queries import block_inlines, walk_blocks

_MOST = 60


class HtmlCell(msgspec.Struct, frozen=True):
    """A cell with the columns and rows that it takes; one that `heads` is a header of others."""

    blocks: doc.Blocks
    columns: int = 1
    rows: int = 1
    align: doc.Align = "left"
    line: int = 0
    heads: bool = False


def html_table(
    rows: list[tuple[HtmlCell, ...]],
    line: int,
    attributes: doc.Attributes = doc.NO_ATTRIBUTES,
    caption: doc.Inlines = (),
) -> doc.Table | None:
    """The table of these rows, the first being its header; None if there is nothing in it.

    Without a caption, a cell across the whole table above its header is that.
    """
    rows = [row for row in rows if row]
    if not rows:
        return None
    if not caption and _is_titled(rows):
        caption, rows = flat(rows[0][0].blocks), rows[1:]
    grid = _grid(rows)
    width = max(len(cells) for cells in grid)
    sides: list[doc.Align] = [cell.align for cell in rows[-1]]
    sides += ["left"] * (width - len(sides))
    made = [
        doc.Row((*cells, *(doc.Cell() for _ in range(width - len(cells)))), row[0].line)
        for cells, row in zip(grid, rows, strict=True)
    ]
    return doc.Table(made[0], tuple(made[1:]), tuple(sides[:width]), caption, line=line, attributes=attributes)


def _is_titled(rows: list[tuple[HtmlCell, ...]]) -> bool:
    """Whether a header stands below a cell that takes the whole width, and is a header too."""
    if len(rows) < 3 or len(rows[0]) > 1:
        return False
    (title,), headers = rows[0], rows[1]
    across = sum(cell.columns for cell in headers)
    return title.heads and title.rows == 1 and 1 < across <= title.columns and all(cell.heads for cell in headers)


def _grid(rows: list[tuple[HtmlCell, ...]]) -> list[list[doc.Cell]]:
    """The cells of each row: one that reaches over several rows in each of them, empty ones where it is wide.

    A row can then be read without those above it: on a cheat sheet, or where a table goes on.
    """
    grid: list[list[doc.Cell]] = []
    reaching: dict[int, tuple[int, doc.Cell]] = {}  # column: how many more rows a cell from above takes
    for row in rows:
        cells: list[doc.Cell] = []
        for cell in row:
            _fill(cells, reaching)
            made = [doc.Cell(flat(cell.blocks)), *(doc.Cell() for _ in range(cell.columns - 1))]
            if cell.rows > 1:
                reaching |= {len(cells) + k: (cell.rows - 1, _repeated(one)) for k, one in enumerate(made)}
            cells += made
        _fill(cells, reaching)
        grid.append(cells)
    return grid


def _fill(cells: list[doc.Cell], reaching: dict[int, tuple[int, doc.Cell]]) -> None:
    while (found := reaching.get(len(cells))) and found[0]:
        reaching[len(cells)] = (found[0] - 1, found[1])
        cells.append(found[1])


def _repeated(cell: doc.Cell) -> doc.Cell:
    """A cell as it stands in the rows below its first: a picture, or what is called there, is not shown again."""
    once = any(isinstance(inline, doc.Image | doc.FootnoteCall) for inline in cell.inlines)
    return doc.Cell() if once else cell


def span(text: str) -> int:
    """A number of columns or rows as HTML gives it, kept within reason."""
    return min(max(int(text), 1), _MOST) if text.isascii() and text.isdigit() and len(text) < 4 else 1


def flat(blocks: doc.Blocks) -> doc.Inlines:
    """What blocks say, as inlines with a line break between each two: a cell holds no blocks."""
    out: list[doc.Inline] = []
    for block in blocks:
        for inlines in _marked(block) if isinstance(block, doc.ListBlock) else _lines(block):
            out += [doc.LineBreak(), *inlines] if out else inlines
    return tuple(out)


def _lines(block: doc.Block) -> Iterator[doc.Inlines]:
    """The lines of a block and of all in it."""
    for inner in walk_blocks((block,)):
        if inlines := _said(inner):
            yield inlines


def _marked(block: doc.ListBlock, depth: int = 0) -> Iterator[doc.Inlines]:
    """The lines of a list, each item's first one behind its mark."""
    for index, item in enumerate(block.items):
        mark = "• " if not block.ordered else f"{mark_of(block, index)} "
        mark = mark if item.done is None else "☑ " if item.done else "☐ "
        for inner in item.blocks:
            if isinstance(inner, doc.ListBlock):
                yield from _marked(inner, depth + 1)
                continue
            for inlines in _lines(inner):
                yield (doc.Text("\u2003" * depth + mark), *inlines) if mark else inlines
                mark = ""


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
