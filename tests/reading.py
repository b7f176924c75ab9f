"""What a document says, word by word, and a short way to write down what a section holds."""

import re

from triptych.model.document import (
    Block,
    Callout,
    Chart,
    Code,
    Definition,
    Document,
    Emphasis,
    Figure,
    Formula,
    Inlines,
    KeyPoint,
    Link,
    ListBlock,
    Mark,
    Paragraph,
    Question,
    Quote,
    Raised,
    Section,
    Strike,
    Strong,
    Summary,
    Table,
)
from triptych.model.queries import block_inlines, plain, walk_blocks, walk_sections
from triptych.problem import Problem
from triptych.products.prepare import read_document
from triptych.read.beside import Beside, nothing_beside
from triptych.read.notes.document import read_notes
from triptych.read.source import read_source

_WORD = re.compile(r"[^\W\d_]+")


def words(text: str) -> list[str]:
    """The words of a text, without numbers and punctuation."""
    return _WORD.findall(text)


def said(document: Document) -> list[str]:
    """The words of a document's sections, in order, then those of its footnotes."""
    found: list[str] = []
    for section in walk_sections(document.sections):
        found += _words(section.title)
        found += _said(section.blocks)
    for note in document.footnotes:
        found += _said(note.blocks)
    return found


def _said(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    quotes: list[Quote] = []
    for block in walk_blocks(blocks):
        quotes += [block] if isinstance(block, Quote) else []
        for part in _texts(block):
            found += words(part) if isinstance(part, str) else _words(part)
    for quote in quotes:
        found += _words(quote.attribution)
    return found


def _words(inlines: Inlines) -> list[str]:
    """The words of inlines."""
    found: list[str] = []
    for inline in inlines:
        match inline:
            case Strong() | Emphasis() | Strike() | Raised() | Mark() | Link():
                found += _words(inline.children)
            case _:
                found += words(plain((inline,)))
    return found


def notes(text: str) -> Document:
    """Plain notes, read."""
    return read_notes(text, "notes.txt")[0]


def read(text: str, name: str = "text.md", beside: Beside = nothing_beside) -> tuple[Document, tuple[Problem, ...]]:
    """A text, read and rewritten as it is before anything is planned, with all its problems."""
    return read_document(text.encode("utf-8", "surrogatepass"), name, beside)


def markdown(text: str) -> Document:
    """Markdown, as it is read."""
    return read_source(text.encode(), "text.md")[0]


def rewritten(text: str) -> Document:
    """Markdown, read and rewritten."""
    return read(text)[0]


def complaints(text: str) -> list[str]:
    """The problems of a Markdown text as `line: severity: message`."""
    return [f"{p.line}: {p.severity}: {p.message}" for p in read(text)[1]]


def outline(document: Document) -> list[str]:
    """The sections as `level title`, depth first."""
    return [f"{section.level} {plain(section.title)}".strip() for section in walk_sections(document.sections)]


def blocks(document: Document) -> tuple[Block, ...]:
    """The blocks of the only section."""
    (section,) = document.sections
    return section.blocks


def kinds(section: Section) -> list[str]:
    """The names of a section's blocks."""
    return [type(block).__name__ for block in section.blocks]


def _texts(block: Block) -> list[str | Inlines]:
    match block:
        case Formula():
            return [block.said]
        case Paragraph():
            return [block.inlines]
        case Question():
            return list(block_inlines(block))
        case KeyPoint():
            return [block.label, block.inlines]
        case Summary() | Callout():
            return [block.title]
        case Definition():
            return [block.term]
        case Code():
            return [block.text]
        case Figure():
            return [block.image.alt, block.caption]
        case Chart():
            return [*_texts(block.table), block.caption]
        case Table():
            cells = [cell for row in (block.header, *block.rows) for cell in row.cells]
            return [*(cell.inlines for cell in cells), block.caption]
        case _:
            return []


def items(block: Block) -> list[str]:
    """The first paragraph of each item of a list."""
    assert isinstance(block, ListBlock)
    firsts = [item.blocks[0] for item in block.items]
    return [plain(first.inlines) for first in firsts if isinstance(first, Paragraph)]
