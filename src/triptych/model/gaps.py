"""Marked phrases as blanks, and what they hide; texts without their footnotes."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import block_inlines, footnotes, inlines_of, plain, walk_blocks, walk_sections
from triptych.model.walk import Node, map_children


def phrases(inlines: doc.Inlines) -> tuple[doc.Inlines, ...]:
    """What the marks in some inlines hold, in order, without footnotes."""
    return tuple(without_notes(mark.children) for mark in _marks(inlines) if plain(mark.children).strip())


def _marks(inlines: doc.Inlines) -> Iterator[doc.Mark]:
    for inline in inlines:
        if isinstance(inline, doc.Mark):
            yield inline
        elif isinstance(inline, doc.Strong | doc.Emphasis | doc.Link | doc.Strike | doc.Raised | doc.Named):
            yield from _marks(inline.children)


def blanked(inlines: doc.Inlines) -> doc.Inlines:
    """The inlines with each mark as a blank."""
    return tuple(_blanked(inline) for inline in inlines)


def blanked_blocks(blocks: doc.Blocks) -> doc.Blocks:
    """The blocks with each mark in them as a blank, but for those in footnotes."""

    def put(node: Node) -> Node:
        if isinstance(node, doc.Footnote):
            return node
        return doc.Blank(node.children) if isinstance(node, doc.Mark) else map_children(node, put)

    return tuple(map_children(block, put) for block in blocks)


def _blanked(inline: doc.Inline) -> doc.Inline:
    if isinstance(inline, doc.Mark):
        return doc.Blank(inline.children)
    if isinstance(inline, doc.Strong | doc.Emphasis | doc.Link | doc.Strike | doc.Raised | doc.Named):
        return replace(inline, children=blanked(inline.children))
    return inline


def without_notes(inlines: doc.Inlines) -> doc.Inlines:
    """The inlines without the footnotes that they call."""
    return tuple(_unnoted(inline) for inline in inlines if not isinstance(inline, doc.Footnote))


def _unnoted(inline: doc.Inline) -> doc.Inline:
    if isinstance(
        inline, doc.Strong | doc.Emphasis | doc.Link | doc.Strike | doc.Raised | doc.Named | doc.Mark | doc.Blank
    ):
        return replace(inline, children=without_notes(inline.children))
    return inline


def hidden_phrases(document: doc.Document) -> tuple[str, ...]:
    """The key phrases of a document, each once, the longest first."""
    found = {
        " ".join(plain(phrase).split()): None
        for section in walk_sections(document.sections)
        for inlines in inlines_of(section)
        for text in (inlines, *_of_footnotes(inlines))
        for phrase in phrases(text)
    }
    return tuple(sorted((text for text in found if text), key=lambda text: (-len(text), text)))


def _of_footnotes(inlines: doc.Inlines) -> Iterator[doc.Inlines]:
    return (text for note in footnotes(inlines) for block in walk_blocks(note.blocks) for text in block_inlines(block))


def pattern_of(hidden: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases as whole words, whatever their capitals."""
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in hidden), re.IGNORECASE)
