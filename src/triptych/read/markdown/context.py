"""What reading one document remembers from block to block."""

from collections.abc import Mapping
from typing import Any

import msgspec

from triptych.model.document import Inlines
from triptych.problem import Report
from triptych.read.footnotes import Footnotes
from triptych.read.markdown.abbreviations import Abbreviations
from triptych.read.markdown.macros import Macro


class Context(msgspec.Struct):
    """The problems met so far, footnotes, abbreviations, and anchors: names in the text, with their lines.

    `env` is what the parser has found, for what is parsed later; `title` is one in the front matter that calls a
    footnote; `lang` is the language of the text, empty where it is not known. `formulae` counts those that have a
    number, `macros` are the author's own commands in them; `cites` tells whether anything in the text refers to a book,
    `asks` whether a division of any form is a question.
    """

    report: Report
    dialect: str = ""
    lang: str = ""
    env: Mapping[str, Any] = msgspec.field(default_factory=dict)
    footnotes: Footnotes = msgspec.field(default_factory=Footnotes)
    abbreviations: Abbreviations = msgspec.field(default_factory=Abbreviations)
    anchors: dict[str, int] = msgspec.field(default_factory=dict)
    title: Inlines = ()
    formulae: int = 0
    macros: dict[str, Macro] = msgspec.field(default_factory=dict)
    cites: bool = False
    asks: bool = False
