"""What reading one document remembers from block to block."""

import msgspec

from triptych.problem import Report
from triptych.read.markdown.abbreviations import Abbreviations
from triptych.read.markdown.footnotes import Footnotes


class Context(msgspec.Struct):
    """The problems met so far, footnotes, abbreviations, and anchors: names in the text, with their lines.

    `formulae` counts those that have a number; `cites` tells whether anything in the text refers to a book.
    """

    report: Report
    dialect: str = ""
    footnotes: Footnotes = msgspec.field(default_factory=Footnotes)
    abbreviations: Abbreviations = msgspec.field(default_factory=Abbreviations)
    anchors: dict[str, int] = msgspec.field(default_factory=dict)
    formulae: int = 0
    cites: bool = False
