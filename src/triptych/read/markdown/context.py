"""What reading one document remembers from block to block."""

import msgspec

from triptych.read.markdown.abbreviations import Abbreviations
from triptych.read.markdown.footnotes import Footnotes
from triptych.read.report import Report


class Context(msgspec.Struct):
    """The problems met so far, footnotes, abbreviations, and anchors: names in the text, with their lines.

    `lang` is the language of the text, empty where it is not known; `formulae` counts those that have a number;
    `refers` and `literature` tell whether anything in the text refers to a place in it, or to a book.
    """

    report: Report
    dialect: str = ""
    lang: str = ""
    footnotes: Footnotes = msgspec.field(default_factory=Footnotes)
    abbreviations: Abbreviations = msgspec.field(default_factory=Abbreviations)
    anchors: dict[str, int] = msgspec.field(default_factory=dict)
    formulae: int = 0
    refers: bool = False
    literature: bool = False
