"""How the pages of each layout are divided: the text, the room for the reader's hand, the edges of headers."""

import msgspec

from triptych.geometry import Size
from triptych.model.forms import HandoutForm, Ruling
from triptych.plan.flow import BOX_GAP

MARGIN = 54.0
"""Points at the left and at the right of a page."""
COLUMN = 372.0
"""Points of the text column: 65 to 75 characters. What is left of the page is for the reader's hand."""
EDGE = 28.0
"""Points at the edges of the paper that many printers leave white."""
GAP = 16.0
"""Points between text and what is free for notes."""
WIDE, WIDE_MARGIN = 60 * 72 / 25.4, 44.0
"""Points of a wide margin, 60 mm, and of the margin across from it."""
CORNELL_MARGIN, CUES, NOTES = 36.0, 112.0, 116.0
"""Points of a Cornell page: its margins, the cues at the left, the column for notes at the right."""
A4_WIDTH = 595.0
"""Points of a paper's width beneath which the columns beside the text become narrower with it."""
NARROWEST = 150.0
"""Points of the narrowest column of text that can have columns beside it."""
BOX = 68.0
"""Points of text that the box at the foot of a Cornell page always has room for."""
PAD = BOX_GAP / 2
"""Points around the text in the box, and above the box."""
BINDING = 9.0
"""Points by which narrow margins move away from the binding of two-sided pages."""


class Sheet(msgspec.Struct, frozen=True):
    """How a page is divided; points from its first edge (the right one where text runs from right to left).

    Text begins at `x` and fills a `column`; what is wide may take `full` from there. Titles, headers and page numbers
    stand between `left` and `right`. There are `cues` points for cues before the text, `notes` from and to which the
    reader's hand has room, with a `ruling`; and a box at the foot for `box` points of text. The backs of `two_sided`
    sheets are mirrored; Cornell pages, full to both edges, only move away from the binding. An `exam` is set as a test.
    """

    paper: Size
    left: float
    right: float
    x: float
    column: float
    full: float
    cues: float = 0.0
    notes: tuple[float, float] = (0.0, 0.0)
    ruling: Ruling = "none"
    box: float = 0.0
    two_sided: bool = False
    exam: bool = False

    @property
    def is_cornell(self) -> bool:
        """Whether it has cues, and a box at its foot."""
        return self.cues > 0.0

    @property
    def cues_at(self) -> float:
        """Where cues begin, from the edge of the text."""
        return self.left - self.x

    @property
    def foot(self) -> float:
        """Points between the text and the end of the box beneath it; 0 if there is none."""
        return self.box + BOX_GAP + PAD if self.box else 0.0

    @property
    def within_box(self) -> tuple[float, float]:
        """Where the text in the box begins, from the edge of the text above, and how wide it is."""
        return self.left - self.x + PAD, self.right - self.left - 2 * PAD

    def is_turned(self, index: int) -> bool:
        """Whether a page, counted from 0, is the back of a sheet: its outer edge is the other one."""
        return self.two_sided and index % 2 == 1

    def binding(self, index: int) -> float:
        """How far everything on a page, counted from 0, moves away from the binding; only where margins are narrow."""
        if not (self.is_cornell and self.two_sided):
            return 0.0
        return -BINDING if self.is_turned(index) else BINDING


def sheet_of(form: HandoutForm, paper: Size) -> Sheet:
    """The division of the pages of a layout on a paper: as an article where its text would become too narrow.

    Where margins are ruled nothing wide reaches into them.
    """
    wide, turned = paper.width, form.two_sided
    if form.layout == "cornell":
        share = min(1.0, wide / A4_WIDTH)
        x, end = CORNELL_MARGIN + CUES * share + GAP, wide - CORNELL_MARGIN
        column = min(COLUMN, end - NOTES * share - GAP - x)
        ruling: Ruling = "lines" if form.ruling == "none" else form.ruling
        notes = (x + column + GAP, end)
        if column >= NARROWEST:
            return Sheet(paper, CORNELL_MARGIN, end, x, column, column, CUES * share, notes, ruling, BOX, turned)
    if form.exam:
        margin = MARGIN * min(1.0, wide / A4_WIDTH)
        column = wide - 2 * margin
        return Sheet(paper, margin, wide - margin, margin, column, column, two_sided=turned, exam=True)
    margin, end = MARGIN, MARGIN + COLUMN
    wanted = form.wide and wide - EDGE - WIDE - GAP - WIDE_MARGIN >= NARROWEST
    if wanted:
        margin, end = WIDE_MARGIN, min(WIDE_MARGIN + COLUMN, wide - EDGE - WIDE - GAP)
    full, column = wide - 2 * margin, min(end, wide - margin) - margin
    if wanted or (form.ruling != "none" and full - column > 2 * GAP):
        notes = (margin + column + GAP, wide - EDGE)
        return Sheet(paper, margin, wide - margin, margin, column, column, 0.0, notes, form.ruling, 0.0, turned)
    return Sheet(paper, margin, wide - margin, margin, column, full)
