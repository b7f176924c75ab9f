"""How much room formulae take on a slide: presentation programs set them in a font of their own."""

from collections.abc import Sequence

from triptych.model.deck import Run
from triptych.model.drawing import Drawing
from triptych.text.drawings import drawing

WIDER, TALLER, AIR = 1.1, 1.15, 0.35
"""Shares of what we draw that other fonts may take; ems above and below a formula on a line of its own."""
_LINE = 1.1
"""Ems that a line of text holds without becoming higher."""


def natural_width(outline: Drawing) -> float:
    """The width of a formula on one line, in ems."""
    return outline.width * WIDER


def taller(runs: Sequence[Run], lines: int) -> float:
    """How much higher than mere text so many lines are for the formulae in them, in ems.

    Each of the highest is taken to stand on a line of its own, for other programs break lines elsewhere.
    """
    found = [_height(run) - _LINE for run in runs if run.formula]
    return sum(sorted((more for more in found if more > 0.0), reverse=True)[:lines])


def _height(run: Run) -> float:
    outline = drawing(run.formula, display=False)
    return (outline.ascent + outline.descent) * TALLER if outline else 0.0


def formula_height(latex: str, width: float, size: float) -> float:
    """The height in points of a formula on a line of its own, parted if it is wider; 0 for one that cannot be set."""
    from triptych.text.formula_breaks import displayed  # late: few documents have a formula

    found = displayed(latex, max(1.0, width / size / WIDER))
    if found is None:
        return 0.0
    outline, scale = found
    return ((outline.ascent + outline.descent) * TALLER * scale + AIR) * size
