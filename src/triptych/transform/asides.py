"""Footnotes where there is no foot of a page: a raised number, and the text below."""

from triptych.model import document as doc
from triptych.model.footnote_calls import called, calls
from triptych.model.walk import Node, rewritten


def with_notes_below(blocks: doc.Blocks, document: doc.Document, above: doc.Inlines = ()) -> doc.Blocks:
    """The blocks with the number of each footnote where it is called, and behind them the footnotes.

    Those that are called `above` come first.
    """
    numbers = [call.number for call in calls((*above, *blocks))]
    if not numbers:
        return blocks
    below = [block for note in called(numbers, document) for block in _numbered(note)]
    return tuple(rewritten(block, _number) for block in (*blocks, *below))


def _numbered(note: doc.Footnote) -> doc.Blocks:
    """What a footnote says, behind its number."""
    opening: doc.Inlines = (_raised(note.number), doc.Text(" "))
    if note.blocks and isinstance(note.blocks[0], doc.Paragraph):
        return (doc.Paragraph((*opening, *note.blocks[0].inlines), note.line), *note.blocks[1:])
    return (doc.Paragraph(opening, note.line), *note.blocks)


def _number(node: Node) -> Node:
    return _raised(node.number) if isinstance(node, doc.FootnoteCall) else node


def _raised(number: int) -> doc.Raised:
    return doc.Raised((doc.Text(str(number)),))
