"""Paragraphs whose last word does not stand alone on a line."""

from msgspec.structs import replace

from triptych.model.deck import Para
from triptych.plan.deck.measure import Measured

LONG_WORD = 14
"""Letters of a word from which on it may stand alone on a line: the line above would be much shorter without it."""
SHORT_LINE = 8
"""Letters of two words that are too few for a line of their own."""


def without_runt(measured: Measured, width: float, scale: float) -> Para:
    """The paragraph that was measured, its last words tied by no-break spaces if the last would else stand alone."""
    para = measured.para
    runs = para.runs
    head, space, tail = runs[-1].text.rpartition(" ") if runs else ("", "", "")
    if not space or not head or len(tail) > LONG_WORD or runs[-1].code or runs[-1].formula:
        return para
    if not measured.ends_alone(width, scale):
        return para
    before, space, word = head.rpartition(" ")
    if space and before and len(word) + len(tail) < SHORT_LINE:  # two words as short as these are no line yet
        head, tail = before, f"{word}\u00a0{tail}"
    return replace(para, runs=(*runs[:-1], replace(runs[-1], text=f"{head}\u00a0{tail}")))
