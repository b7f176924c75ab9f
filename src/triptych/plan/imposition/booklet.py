"""A booklet: sheets that are printed on both sides, folded in the middle and stapled through the fold."""

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.model.pages import Pages
from triptych.plan.imposition.sheets import Cell, Sheet, imposed
from triptych.plan.marks import Seam, seam_marks
from triptych.text.extents import extent

PAPER_THICKNESS = 0.1 / 25.4 * 72
"""Points: the thickness of office paper of 80 g/m²."""
_SPINE = 6.0
"""Points that creep leaves between the fold and what is printed."""


def booklet(
    pages: Pages,
    paper: Size,
    *,
    creep: float = PAPER_THICKNESS,
    duplex: Literal["short-edge", "long-edge"] = "short-edge",
    signature: int = 0,
    rtl: bool = False,
) -> Pages:
    """The sides of the sheets of a booklet, front and back by turns; paper of a size in points, folded once.

    When sheets are folded into each other the inner ones stick out and are trimmed: what is on them moves towards
    the fold by `creep` points a sheet. `duplex` is the edge of the lying sheet over which the printer turns it: over
    the long one, backs are upside down. `signature` is the most sheets that are folded into each other, 0 for all;
    a longer document becomes several such booklets of nearly one size. `rtl`: it is bound at the right.
    """
    size = Size(max(paper.width, paper.height), min(paper.width, paper.height))
    count = len(pages.pages)
    free = _free(pages, size)
    sides: list[Sheet] = []
    first = 0
    for sheets in signatures(count, signature):
        for depth, pairs in enumerate(_leaves(sheets)):
            shift = min(depth * creep, free)
            for side, (left, right) in enumerate(pairs):
                ends = (right, left) if rtl else (left, right)
                made = _side(tuple(first + n for n in ends), count, size, shift)
                sides.append(_back(made, turned=duplex == "long-edge") if side else made)
        first += 4 * sheets
    if sides and not sides[-1].cells:  # nothing is printed on the last back
        sides.pop()
    return imposed(pages, sides)


def signatures(count: int, most: int) -> tuple[int, ...]:
    """The sheets of each booklet that so many pages need; all in one if `most` is 0, else as equal as can be."""
    sheets = max(1, -(-count // 4))
    parts = -(-sheets // most) if most else 1
    return tuple(sheets // parts + (1 if part < sheets % parts else 0) for part in range(parts))


def _leaves(sheets: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The pages on front and back of each sheet, left and right, from the outermost sheet inwards."""
    last = 4 * sheets - 1
    for depth in range(sheets):
        yield (last - 2 * depth, 2 * depth), (2 * depth + 1, last - 2 * depth - 1)


def _side(ends: tuple[int, ...], count: int, size: Size, shift: float) -> Sheet:
    """A side with the pages at its ends, as far as there are that many; the rest is blank."""
    half = size.width / 2
    cells = tuple(
        Cell(page, Rect(place * half, 0.0, half, size.height), -shift if place else shift)
        for place, page in enumerate(ends)
        if page < count
    )
    return Sheet(size, cells, seam_marks((Seam(half),), size, fold=True))


def _back(side: Sheet, *, turned: bool) -> Sheet:
    """A side as a back, where the fold need not be marked again."""
    return replace(side, marks=(), turned=turned)


def _free(pages: Pages, size: Size) -> float:
    """Points by which every page can move towards the fold without coming near it."""
    free = float("inf")
    for page in pages.pages:
        scale = min(size.width / 2 / page.size.width, size.height / page.size.height)
        rects = [extent(item) for item in page.items]
        beside = min([min(rect.x, page.size.width - rect.right) for rect in rects], default=page.size.width)
        free = min(free, beside * scale - _SPINE)
    return max(0.0, free)
