"""What reading one document remembers from block to block."""

from dataclasses import dataclass, field

from triptych.read.abbreviations import Abbreviations
from triptych.read.footnotes import Footnotes
from triptych.read.report import Report


@dataclass(slots=True)
class Context:
    """The problems met so far, footnotes, abbreviations, and anchors: names in the text, with their lines.

    `lang` is the language of the text, empty where it is not known; `formulae` counts those that have a number;
    `refers` and `literature` tell whether anything in the text refers to a place in it, or to a book.
    """

    report: Report
    dialect: str = ""
    lang: str = ""
    footnotes: Footnotes = field(default_factory=Footnotes)
    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    anchors: dict[str, int] = field(default_factory=dict)
    formulae: int = 0
    refers: bool = False
    literature: bool = False
