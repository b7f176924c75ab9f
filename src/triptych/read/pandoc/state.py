"""What reading one of pandoc's trees remembers from block to block."""

from collections.abc import Callable, Sequence

import msgspec

from triptych.model import document as doc
from triptych.read.markdown.context import Context
from triptych.read.pandoc import ast

MAX_DEPTH = 12
"""Levels of lists, quotations and divisions: what is deeper stands on the last of them."""
MAX_DIVISIONS = 40
"""Levels of divisions, most of which mean nothing in a web page."""


class State(msgspec.Struct):
    """The context of the document, how many paragraphs have begun, how deep the reading is, how many notes there are.

    Pandoc's trees have no lines: the number of the paragraph stands where those would. `blocks` reads blocks, for the
    notes among inlines. `marked_up` tells whether classes are the author's, not those of a web page or a style.
    """

    context: Context
    blocks: Callable[[Sequence[ast.Block]], doc.Blocks]
    marked_up: bool = False
    paragraph: int = 0
    depth: int = 0
    divisions: int = 0
    notes: int = 0

    def next(self) -> int:
        """The number of the paragraph that begins here."""
        self.paragraph += 1
        return self.paragraph


def attributes_of(attr: ast.Attr) -> doc.Attributes:
    """Pandoc's attributes as ours."""
    name, classes, values = attr
    if not (name or classes or values):
        return doc.NO_ATTRIBUTES
    return doc.Attributes(name, tuple(classes), tuple(values))
