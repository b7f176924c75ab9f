"""Marked phrases as blanks, and what they hide."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.footnote_calls import without_calls
from triptych.model.queries import block_inlines, inlines_of, plain, walk_blocks, walk_sections
from triptych.model.walk import Node, map_children


def phrases(inlines: doc.Inlines) -> tuple[doc.Inlines, ...]:
    """What the marks in some inlines hold, in order, without calls of footnotes."""
    return tuple(without_calls(mark.children) for mark in _marks(inlines) if plain(mark.children).strip())


_STYLED = (doc.Strong, doc.Emphasis, doc.Link, doc.Strike, doc.Raised, doc.Passage, doc.Named)


def _marks(inlines: doc.Inlines) -> Iterator[doc.Mark]:
    for inline in inlines:
        if isinstance(inline, doc.Mark):
            yield inline
        elif isinstance(inline, _STYLED):
            yield from _marks(inline.children)


def blanked(inlines: doc.Inlines) -> doc.Inlines:
    """The inlines with each mark as a blank."""
    return tuple(_blanked(inline) for inline in inlines)


def blanked_blocks(blocks: doc.Blocks) -> doc.Blocks:
    """The blocks with each mark in them as a blank."""

    def put(node: Node) -> Node:
        return doc.Blank(node.children) if isinstance(node, doc.Mark) else map_children(node, put)

    return tuple(map_children(block, put) for block in blocks)


def _blanked(inline: doc.Inline) -> doc.Inline:
    if isinstance(inline, doc.Mark):
        return doc.Blank(inline.children)
    if isinstance(inline, _STYLED):
        return replace(inline, children=blanked(inline.children))
    return inline


def hidden_phrases(document: doc.Document) -> tuple[str, ...]:
    """The key phrases of a document, each once, the longest first."""
    found = {" ".join(plain(phrase).split()): None for inlines in _texts(document) for phrase in phrases(inlines)}
    return tuple(sorted((text for text in found if text), key=lambda text: (-len(text), text)))


def _texts(document: doc.Document) -> Iterator[doc.Inlines]:
    """All running text, that of footnotes last."""
    for section in walk_sections(document.sections):
        yield from inlines_of(section)
    for note in document.footnotes:
        yield from (text for block in walk_blocks(note.blocks) for text in block_inlines(block))


def pattern_of(hidden: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases as whole words, whatever their capitals."""
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in hidden), re.IGNORECASE)
