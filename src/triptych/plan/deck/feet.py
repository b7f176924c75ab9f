"""Footnotes of slides: which are called in what is shown, how high they are, and what they say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from triptych.geometry import Rect
from triptych.model import document as doc
from triptych.model.deck import (
    NO_INSETS,
    ChartBox,
    Fill,
    FormulaBox,
    Para,
    PictureBox,
    Run,
    Shape,
    TableBox,
    TextBox,
    TextFill,
)
from triptych.model.footnote_calls import called
from triptych.model.theme import Level, Placeholder
from triptych.plan.deck.measure import Measured, height_of
from triptych.plan.deck.units import running

SIZE, ABOVE = 14.0, 6.0
"""Points: of a footnote, and above the first of a slide."""


class Feet(msgspec.Struct, frozen=True, dict=True):
    """The footnotes of a document, and the fonts that they are set in."""

    document: doc.Document
    family: str
    code_family: str

    def of(self, paras: Iterable[Para]) -> tuple[Para, ...]:
        """The footnotes that paragraphs call, each as one paragraph with its number; none twice."""
        return self.named(calls(paras)) if self.document.footnotes else ()

    def named(self, numbers: Iterable[int]) -> tuple[Para, ...]:
        """The footnotes of these numbers, and those that they call, in their order."""
        found = sorted(note.number for note in called(numbers, self.document))
        return tuple(self._paras[number] for number in found)

    @cached_property
    def _paras(self) -> Mapping[int, Para]:
        return {note.number: _para(note, self.document.meta.lang) for note in self.document.footnotes}

    def height(self, paras: Sequence[Para], width: float) -> float:
        """The height in points of footnotes over a width, with the space above them."""
        if not paras:
            return 0.0
        level = Level(SIZE, self.family)
        slot = Placeholder("body", "body", 0, "box", Rect(0, 0, 0, 0), NO_INSETS, "t", (level,))
        return height_of([Measured(para, slot, self.code_family) for para in paras], width, 1.0) + ABOVE

    def called_height(self, paras: Iterable[Para], width: float) -> float:
        """The height of the footnotes that paragraphs call."""
        return self.height(self.of(paras), width)


def calls(paras: Iterable[Para]) -> Iterator[int]:
    """The numbers that are called in paragraphs, in order."""
    return (run.call for para in paras for run in para.runs if run.call)


def paras_of(fills: Iterable[Fill]) -> Iterator[Para]:
    """All paragraphs that fill a slide."""
    for fill in fills:
        match fill:
            case TextFill() | TextBox():
                yield from fill.paras
            case FormulaBox():
                yield from fill.text.paras
            case TableBox():
                yield from (para for row in fill.rows for cell in row.cells for para in cell.paras)
            case PictureBox() | ChartBox() | Shape():
                pass


def _para(note: doc.Footnote, lang: str) -> Para:
    return Para((Run(f"{note.number} "), *(run for block in note.blocks for run in running(block, lang))), bullet=False)
