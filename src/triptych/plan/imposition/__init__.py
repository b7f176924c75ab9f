"""Pages laid out on sheets for printing: booklets, several pages a side, margins for two-sided paper."""

from triptych.plan.imposition.booklet import PAPER_THICKNESS, booklet
from triptych.plan.imposition.n_up import n_up, part_of
from triptych.plan.imposition.two_sided import two_sided

__all__ = ["PAPER_THICKNESS", "booklet", "n_up", "part_of", "two_sided"]
