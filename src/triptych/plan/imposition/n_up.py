"""Several pages on one side of a sheet, with marks where it is cut."""

from triptych.geometry import Rect, Size
from triptych.model.pages import Pages
from triptych.plan.imposition.sheets import Cell, Sheet, imposed
from triptych.plan.marks import Seam, seam_marks


def part_of(paper: Size, count: int) -> Size:
    """The size of a page of which so many (2, 4, 8 …) stand on a side of the paper, upright and not scaled."""
    short, long = sorted((paper.width, paper.height))
    while count > 1:
        short, long, count = long / 2, short, count // 2
    return Size(min(short, long), max(short, long))


def n_up(pages: Pages, count: int, paper: Size, *, rtl: bool = False) -> Pages:
    """The document with `count` pages a side, in rows from the first edge; the sheet lies if they are larger then.

    `paper` is the sheet's size in points; `rtl`: rows begin at the right.
    """
    size, columns = _grid(pages.pages[0].size if pages.pages else paper, count, paper)
    rows = count // columns
    wide, high = size.width / columns, size.height / rows
    seams = [Seam(wide * k) for k in range(1, columns)] + [Seam(high * k, upright=False) for k in range(1, rows)]
    marks = seam_marks(seams, size)
    sheets = []
    for start in range(0, len(pages.pages), count):
        cells = []
        for page in range(start, min(start + count, len(pages.pages))):
            row, column = divmod(page - start, columns)
            column = columns - 1 - column if rtl else column
            cells.append(Cell(page, Rect(column * wide, row * high, wide, high)))
        sheets.append(Sheet(size, tuple(cells), marks))
    return imposed(pages, sheets)


def _grid(page: Size, count: int, paper: Size) -> tuple[Size, int]:
    """The sheet, upright or lying, and the columns on it that make pages largest; upright if that is no worse."""
    short, long = sorted((paper.width, paper.height))
    grids = [
        (sheet, columns)
        for sheet in (Size(short, long), Size(long, short))
        for columns in range(1, count + 1)
        if count % columns == 0
    ]
    return max(grids, key=lambda grid: round(_scale(page, grid[0], grid[1], count // grid[1]), 6))


def _scale(page: Size, sheet: Size, columns: int, rows: int) -> float:
    return min(sheet.width / columns / page.width, sheet.height / rows / page.height)
