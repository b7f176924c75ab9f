"""How much room formulae take on a slide: presentation programs set them in a font of their own."""

from collections.abc import Sequence

from triptych.model.deck import Run
from triptych.model.drawing import Drawing
from triptych.text.drawings import drawing

WIDER, TALLER, AIR = 1.1, 1.15, 0.35
"""Shares of what we draw that other fonts may take; ems above and below a formula on a line of its own."""
_LINE = 1.1
"""Ems that a line of text holds without becoming higher."""
_LOWERED = 0.19
"""Ems by which lowered characters stand out below a line: a quarter of their size lower, two thirds as large."""


def natural_width(outline: Drawing) -> float:
    """The width of a formula on one line, in ems."""
    return outline.width * WIDER


def taller(runs: Sequence[Run], lines: int) -> float:
    """How much higher than mere text so many lines are for formulae and lowered characters in them, in ems.

    Each of the highest is taken to stand on a line of its own, for other programs break lines elsewhere.
    """
    found = [_LOWERED if run.shift == "sub" else _height(run) - _LINE for run in runs if run.formula or run.shift]
    if not found:
        return 0.0
    return sum(sorted((more for more in found if more > 0.0), reverse=True)[:lines])


def _height(run: Run) -> float:
    outline = drawing(run.formula, display=False) if run.formula else None
    return (outline.ascent + outline.descent) * TALLER if outline else 0.0


def formula_height(latex: str, width: float, size: float) -> float:
    """The height in points of a formula on a line of its own, parted if it is wider; 0 for one that cannot be set."""
    outline, scale = _displayed(latex, width, size) or (None, 0.0)
    return ((outline.ascent + outline.descent) * TALLER * scale + AIR) * size if outline else 0.0


def is_shrunk(latex: str, width: float, size: float) -> bool:
    """Whether a formula can only be set smaller than any text, for nothing in it can be parted: words, say."""
    from triptych.text.formula_breaks import SCALES  # late: few documents have a formula

    found = _displayed(latex, width, size)
    return found is not None and found[1] < SCALES[-1]


def _displayed(latex: str, width: float, size: float) -> tuple[Drawing, float] | None:
    from triptych.text.formula_breaks import displayed  # late: few documents have a formula

    return displayed(latex, max(1.0, width / size / WIDER))
