"""Footnotes where there is no foot of a page: a raised number, and the text below."""

from triptych.model.document import (
    Blocks,
    Document,
    Footnote,
    Inline,
    Inlines,
    Meta,
    Paragraph,
    Raised,
    Section,
    Text,
)
from triptych.model.rewriting import with_inlines


def with_notes_below(blocks: Blocks) -> Blocks:
    """The blocks with the number of each footnote where it is called, and behind them the footnotes."""
    called: list[Footnote] = []

    def put(inline: Inline) -> Inline:
        if not isinstance(inline, Footnote):
            return inline
        called.append(inline)
        return _number(inline)

    document = with_inlines(Document(Meta(), (Section("", (), blocks),)), put)
    below: Blocks = ()
    for note in called:
        first, *others = note.blocks or (Paragraph(()),)
        opening: Inlines = (_number(note), Text(" "))
        if isinstance(first, Paragraph):
            below += (Paragraph((*opening, *first.inlines), note.line), *others)
        else:
            below += (Paragraph(opening, note.line), first, *others)
    return document.sections[0].blocks + (with_notes_below(below) if below else ())


def _number(note: Footnote) -> Raised:
    return Raised((Text(str(note.number)),))
