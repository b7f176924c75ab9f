"""What students can read in one place that their edition hides in another."""

from collections.abc import Iterator

from triptych.model import document as doc
from triptych.model.gaps import hidden_phrases, pattern_of
from triptych.model.queries import block_inlines, plain, walk_blocks, walk_sections
from triptych.problem import Problem


def readable_elsewhere(document: doc.Document, shown: doc.Document) -> Iterator[Problem]:
    """A note for each key phrase that a student's edition hides in one place and shows in another.

    `shown` is the document as students see it.
    """
    hidden = hidden_phrases(document)
    sections = [*walk_sections(shown.sections), *(doc.Section("", (), note.blocks) for note in shown.footnotes)]
    texts = [(line, " ".join(plain(inlines).split())) for section in sections for line, inlines in _lines(section)]
    for phrase in hidden:
        pattern = pattern_of((phrase,))
        line = next((line for line, text in texts if pattern.search(text)), None)
        if line is not None:
            message = f"{phrase[:60]!r} is hidden from students, but can be read here"
            yield Problem("note", message, document.path, line, hint="mark it here too: ==…==")


def nothing_hidden(document: doc.Document) -> Iterator[Problem]:
    """A note if the edition for students is the same as any other."""
    blocks = [block for section in walk_sections(document.sections) for block in walk_blocks(section.blocks)]
    asks = any(isinstance(block, doc.Question) and block.answer is not None for block in blocks)
    if not (asks or any(isinstance(block, doc.Notes) for block in blocks) or hidden_phrases(document)):
        let = "let --blanks terms, dates or labels choose"
        marked = f"mark ==phrases==, write a ::: question or ::: notes, or {let}"
        hint = marked if document.counts == "line" else let
        yield Problem("note", "the edition for students hides nothing", document.path, hint=hint)


def _lines(section: doc.Section) -> Iterator[tuple[int, doc.Inlines]]:
    """The running text of a section with its lines."""
    yield section.line, section.title
    for block in walk_blocks(section.blocks):
        for inlines in block_inlines(block):
            yield block.line, inlines
