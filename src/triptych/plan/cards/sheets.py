"""Where cards stand on paper that is printed on both sides: every back behind its front."""

from collections.abc import Iterator
from typing import Literal

from triptych.geometry import Rect, Size
from triptych.plan.imposition.sheets import Cell, Sheet
from triptych.plan.marks import cut_marks

MARGIN = 36.0
"""Points along all edges of the paper: what printers cannot reach, and room for the marks."""
GRIDS = {2: (1, 2), 4: (2, 2), 8: (2, 4), 10: (2, 5)}
"""Columns and rows on upright paper, by the number of cards."""


def card_size(per_page: int, paper: Size) -> Size:
    """The size of a card of which so many stand on a page; points."""
    columns, rows = GRIDS[per_page]
    return Size((paper.width - 2 * MARGIN) / columns, (paper.height - 2 * MARGIN) / rows)


def sides(count: int, per_page: int, paper: Size, flip: Literal["long-edge", "short-edge"]) -> Iterator[Sheet]:
    """The two sides of each sheet for so many cards: the fronts are the pages 0, 2, 4, …, the backs those behind them.

    Paper that is turned over its long edge has the columns of its back the other way round, one that is turned over
    its short edge the rows; so every back lies behind its front.
    """
    columns, rows = GRIDS[per_page]
    size = card_size(per_page, paper)

    def rect(place: int, *, back: bool) -> Rect:
        row, column = divmod(place, columns)
        column = columns - 1 - column if back and flip == "long-edge" else column
        row = rows - 1 - row if back and flip == "short-edge" else row
        return Rect(MARGIN + column * size.width, MARGIN + row * size.height, size.width, size.height)

    for start in range(0, count, per_page):
        cards = range(start, min(start + per_page, count))
        for back in (False, True):
            cells = tuple(Cell(2 * card + back, rect(card - start, back=back)) for card in cards)
            yield Sheet(paper, cells, cut_marks([cell.frame for cell in cells], paper))
