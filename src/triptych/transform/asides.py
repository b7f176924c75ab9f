"""Footnotes where there is no foot of a page: a raised number, and the text below."""

from triptych.model import document as doc
from triptych.model.rewriting import with_inlines


def with_notes_below(blocks: doc.Blocks) -> doc.Blocks:
    """The blocks with the number of each footnote where it is called, and behind them the footnotes."""
    called: list[doc.Footnote] = []

    def put(inline: doc.Inline) -> doc.Inline:
        if not isinstance(inline, doc.Footnote):
            return inline
        called.append(inline)
        return _number(inline)

    document = with_inlines(doc.Document(doc.Meta(), (doc.Section("", (), blocks),)), put)
    below: doc.Blocks = ()
    for note in called:
        first, *others = note.blocks or (doc.Paragraph(()),)
        opening: doc.Inlines = (_number(note), doc.Text(" "))
        if isinstance(first, doc.Paragraph):
            below += (doc.Paragraph((*opening, *first.inlines), note.line), *others)
        else:
            below += (doc.Paragraph(opening, note.line), first, *others)
    return document.sections[0].blocks + (with_notes_below(below) if below else ())


def _number(note: doc.Footnote) -> doc.Raised:
    return doc.Raised((doc.Text(str(note.number)),))
