"""Scripts without spaces whose words cannot be told apart here: their lines end anywhere."""

from collections.abc import Iterator

from triptych.model import document as doc
from triptych.model.document import Document
from triptych.model.queries import plain
from triptych.model.walk import nodes
from triptych.problem import Problem
from triptych.text.words import UNPARTED, knows

_HINT = "pip install 'triptych[words]', or a zero width space (U+200B) between words lets lines end there"


def unparted_words(document: Document) -> Iterator[Problem]:
    """A note for each script of the document whose words we cannot tell apart."""
    lines: dict[str, int] = {}
    for block in nodes(document):
        if not isinstance(block, doc.Paragraph | doc.KeyPoint | doc.Question):
            continue
        text = plain(block.inlines)
        if text.isascii():
            continue
        for script, letters in UNPARTED.items():
            if script not in lines and letters.search(text):
                lines[script] = block.line
    for script, line in lines.items():
        if not knows(script):
            message = f"the words of {script} cannot be told apart here: lines may end within one"
            yield Problem("note", message, document.path, line, hint=_HINT)
