"""The paper of a cheat sheet, and what its size makes of margins and type."""

from math import sqrt

import msgspec

from triptych.geometry import Size
from triptych.model.forms import PAPERS, SheetForm
from triptych.model.smallest_type import LARGEST_SHEET

MARGIN, NARROW = 28.0, 12.0
"""Points: the margin of A4, and the smallest, which printers can still leave."""
AFAR = 2.0
"""From this scale on, a sheet hangs on a wall and is not held in the hand."""


class Sheet(msgspec.Struct, frozen=True):
    """Paper as it is turned. `scale` is 1 for A4; `smallest` and `largest` bound the type; points."""

    size: Size
    scale: float
    smallest: float
    largest: float

    @property
    def margin(self) -> float:
        """The space around everything."""
        return max(NARROW, float(round(MARGIN * self.scale)))

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.size.width - 2 * self.margin

    @property
    def growth(self) -> float:
        """How large type is compared with A4: it shrinks less than small paper, for it must be read."""
        return _growth(self.scale)

    def type(self, size: float) -> float:
        """The size of type that has so many points on A4."""
        return max(self.smallest, round(size * self.growth, 1))


def sheet_for(paper: Size, form: SheetForm) -> Sheet:
    """The sheet of a form; `paper` is what it is printed on if the form names none."""
    paper = PAPERS[form.paper] if form.paper else paper
    short, long = sorted((paper.width, paper.height))
    a4 = PAPERS["a4"]
    scale = round(sqrt(short * long / (a4.width * a4.height)), 1)
    smallest = form.least * (scale if scale >= AFAR else 1.0)
    largest = max(smallest, round(LARGEST_SHEET * _growth(scale), 1))
    return Sheet(Size(short, long) if form.portrait else Size(long, short), scale, smallest, largest)


def _growth(scale: float) -> float:
    return scale if scale >= 1.0 else scale**0.35
