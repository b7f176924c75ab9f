"""The glossary: all definitions of a document in the order of the alphabet, each with its page."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.names import anchor_of, bare, hidden, public
from triptych.model.queries import plain, walk_sections
from triptych.plan.handout.page_links import PageOf, page_links
from triptych.plan.sorting import sort_text

FEWEST = 5
"""Entries from which on a long handout has a glossary or an index that nobody asked for."""


def glossary(document: doc.Document, long: bool, hides: bool) -> tuple[doc.Definition, ...]:
    """The definitions in the order of their terms, if there is to be a glossary.

    Where the document has one of its own, definitions are not listed again unasked.
    With `hides` terms with a key phrase in them are left out: an edition may leave a blank there.
    """
    asked = document.meta.back.glossary
    if asked is False or not (asked or long):
        return ()
    sections = list(walk_sections(document.sections))
    found = [[b for b in public(section.blocks) if isinstance(b, doc.Definition)] for section in sections]
    count = sum(map(len, found))
    if asked is None and any(_is_own(section, own, count) for section, own in zip(sections, found, strict=True)):
        return ()
    every = [one for own in found for one in own if plain(one.term).strip() and not (hides and hidden(one.term))]
    if len(every) < (1 if asked else FEWEST):
        return ()
    return tuple(sorted(every, key=lambda one: sort_text(plain(one.term), document.meta.lang)))


def _is_own(section: doc.Section, definitions: Sequence[doc.Definition], count: int) -> bool:
    """Whether a section is a glossary: it has most of the `count` definitions that there are, and no more than as much
    besides them."""
    others = sum(not isinstance(block, doc.Definition) for block in section.blocks)
    return 2 * len(definitions) > count and others <= len(definitions)


def glossary_blocks(definitions: Sequence[doc.Definition], pages: PageOf) -> doc.Blocks:
    """The definitions to be set once more: their running text, with the page where they stand whole."""
    return tuple(_entry(definition, pages) for definition in definitions)


def _entry(definition: doc.Definition, pages: PageOf) -> doc.Definition:
    said: list[doc.Inline] = []
    for block in definition.blocks:
        if isinstance(block, doc.Paragraph):
            said += [*bare(block.inlines), doc.Text(" ")]
    said += page_links((anchor_of(definition),), pages)
    meaning = doc.Paragraph(tuple(said), definition.line)
    return replace(definition, term=bare(definition.term), blocks=(meaning,), attributes=doc.NO_ATTRIBUTES, anchor="")
