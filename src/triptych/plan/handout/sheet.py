"""How the pages of each layout are divided: the text, the room for the reader's hand, the edges of headers."""

import msgspec
from msgspec.structs import replace

from triptych.geometry import Size
from triptych.model.forms import HandoutForm, Ruling
from triptych.model.theme import Scale
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
NARROWEST = 240.0
"""Points of the narrowest column of text that can have columns beside it: eight words or so."""
NARROW = 150.0
"""Points of the narrowest column of text beside a wide margin, which its author wants."""
SMALL = 560.0
"""Points of a paper's width beneath which it is small: text, headings and margins are smaller on it."""
SMALL_MARGIN = 0.095
"""The margins of small paper, as a share of its width."""
TEXT, HEADS = 0.95, 0.85
"""The factors for text and for headings on small paper."""
USUAL = 595.28 * 841.89
"""Square points of a page of usual size, A4."""
TINY, TINY_TEXT, TINY_HEADS = 380.0, 0.9, 0.75
"""The same for paper that is smaller than A5, beneath so many points of width."""
LEAST_TEXT = 9.5
"""Points beneath which no text is set because its paper is small."""
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
    sheets are mirrored; Cornell pages, full to both edges, only move away from the binding. `heads` is the factor for
    the size of headings. An `exam` is set as a test.
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
    heads: float = 1.0
    exam: bool = False

    @property
    def is_small(self) -> bool:
        """Whether its paper is smaller than that of offices."""
        return self.paper.width < SMALL

    @property
    def share(self) -> float:
        """How much of a usual page a page is; 1 if it is no smaller."""
        return min(1.0, self.paper.width * self.paper.height / USUAL) if self.is_small else 1.0

    @property
    def edges(self) -> float:
        """The share of the usual heads and feet of pages: a test on small paper is enlarged with all its margins."""
        return min(1.0, self.paper.width / A4_WIDTH) if self.exam else 1.0

    @property
    def free(self) -> float:
        """Where the room beside the column ends, from the edge of the text."""
        return max(self.full, self.notes[1] - self.x)

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


def scale_on(paper: Size, scale: Scale) -> Scale:
    """The sizes of a theme on a paper: on small paper, whose lines are short, text is a little smaller."""
    if paper.width >= SMALL:
        return scale
    factor = TINY_TEXT if paper.width < TINY else TEXT
    text = min(scale.text, max(LEAST_TEXT, round(scale.text * factor, 1)))
    return replace(scale, text=text, leading=round(scale.leading * text / scale.text, 1))


def sheet_of(form: HandoutForm, paper: Size) -> Sheet:
    """The division of the pages of a layout on a paper: as an article where its text would become too narrow.

    Where margins are ruled nothing wide reaches into them.
    """
    if form.exam:
        margin = MARGIN * min(1.0, paper.width / A4_WIDTH)
        column = paper.width - 2 * margin
        return Sheet(paper, margin, paper.width - margin, margin, column, column, two_sided=form.two_sided, exam=True)
    heads = 1.0 if paper.width >= SMALL else TINY_HEADS if paper.width < TINY else HEADS
    made = (_cornell(form, paper) if form.layout == "cornell" else None) or _article(form, paper)
    return replace(made, two_sided=form.two_sided and (made.is_cornell or made.notes != (0.0, 0.0)), heads=heads)


def _cornell(form: HandoutForm, paper: Size) -> Sheet | None:
    """Cues before the text, and notes behind it if it does not become too narrow between them."""
    share = min(1.0, paper.width / A4_WIDTH)
    x, end = CORNELL_MARGIN + CUES * share + GAP, paper.width - CORNELL_MARGIN
    column = min(COLUMN, end - NOTES * share - GAP - x)
    notes = (x + column + GAP, end)
    if column < NARROWEST:
        column, notes = min(COLUMN, end - x), (end, end)
    if column < NARROWEST:
        return None
    ruling: Ruling = "lines" if form.ruling == "none" else form.ruling
    return Sheet(paper, CORNELL_MARGIN, end, x, column, column, CUES * share, notes, ruling, BOX)


def _article(form: HandoutForm, paper: Size) -> Sheet:
    """A column of text, and beside it what is left of the page."""
    wide = paper.width
    margin = MARGIN if wide >= SMALL else wide * SMALL_MARGIN
    end = margin + COLUMN
    wanted = form.wide and wide - EDGE - WIDE - GAP - WIDE_MARGIN >= NARROW
    if wanted:
        margin, end = WIDE_MARGIN, min(WIDE_MARGIN + COLUMN, wide - EDGE - WIDE - GAP)
    full = wide - 2 * margin
    column = full if form.full else min(end, wide - margin) - margin
    if wanted or (form.ruling != "none" and full - column > 2 * GAP):
        notes = (margin + column + GAP, wide - EDGE)
        return Sheet(paper, margin, wide - margin, margin, column, column, 0.0, notes, form.ruling)
    return Sheet(paper, margin, wide - margin, margin, column, full)
