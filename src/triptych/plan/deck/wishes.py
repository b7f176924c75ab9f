"""What an author wants on slides, or in the notes: `{.slide}`, `{.notes-only}`, `{.essential}`, `{.full}`."""

from collections.abc import Iterator

import msgspec

from triptych.model import document as doc
from triptych.model.queries import block_inlines, plain, walk_blocks, walk_sections
from triptych.model.walk import nodes, walk
from triptych.model.wishes import OFF_SLIDES, ON_SLIDES
from triptych.weigh import Weights
from triptych.weigh.cues import patterns
from triptych.weigh.sentences import sentences


class Wishes(msgspec.Struct, frozen=True):
    """The statements that stay on slides whatever the budget, and those that no slide shows."""

    on: frozenset[int]
    off: frozenset[int]


def has_wishes_off(document: doc.Document) -> bool:
    """Whether the author keeps anything off the slides."""
    return any(OFF_SLIDES in classes for section in _classes(document) for classes in section) or any(
        isinstance(node, doc.Named) and node.kind == "notes" for node in nodes(document)
    )


def wishes_of(document: doc.Document, weights: Weights) -> Wishes:
    """What the author wants of each statement: said of its block, of a section around it, or of words in it."""
    classes = list(_classes(document))
    of = [frozenset(classes[one.place.section][one.place.block]) for one in weights.statements]
    named = {node.kind for node in nodes(document) if isinstance(node, doc.Named)}
    off = {k for k, said in enumerate(of) if OFF_SLIDES in said}
    off |= set(_spanned(document, weights, "notes")) if "notes" in named else set()
    on = {k for k, said in enumerate(of) if not ON_SLIDES.isdisjoint(said)}
    on |= set(_spanned(document, weights, "slide")) if "slide" in named else set()
    return Wishes(frozenset(on - off), frozenset(off))


def greetings(document: doc.Document, weights: Weights) -> frozenset[int]:
    """The statements that only greet: of a paragraph before the first heading, and of the last one of all."""
    lines = {block.line for block in _greeting(document)}
    said = patterns(document.meta.lang)
    return frozenset(
        k
        for k, one in enumerate(weights.statements)
        if one.line in lines and one.kind == "sentence" and "greeting" in said.cues(one.text)
    )


def has_greetings(document: doc.Document) -> bool:
    """Whether a text greets its reader before it begins or when it has ended, as answers from a chat do."""
    return any(True for _ in _greeting(document))


def _greeting(document: doc.Document) -> Iterator[doc.Paragraph]:
    """The paragraphs before the first heading and at the very end that greet, and lead in to nothing beneath them."""
    said = patterns(document.meta.lang)
    first, last = document.sections[:1], list(walk_sections(document.sections))[-1:]
    opening = [section.blocks[:2] for section in first if not plain(section.title).strip()]
    for blocks in (*opening, *(section.blocks[-1:] for section in last)):
        if not blocks or not isinstance(blocks[0], doc.Paragraph):
            continue
        text = plain(blocks[0].inlines).rstrip()
        leads = text.endswith((":", "：")) and len(blocks) > 1 and not isinstance(blocks[1], doc.Break)
        if "greeting" in said.cues(text) and not leads:
            yield blocks[0]


def _classes(document: doc.Document) -> Iterator[list[tuple[str, ...]]]:
    """For each section, depth first, the classes of each of its blocks, with its own and those above it."""

    def below(section: doc.Section, above: tuple[str, ...]) -> Iterator[list[tuple[str, ...]]]:
        own = (*above, *section.attributes.classes)
        yield [(*own, *(() if isinstance(b, doc.Break) else b.attributes.classes)) for b in section.blocks]
        for part in section.sections:
            yield from below(part, own)

    for section in document.sections:
        yield from below(section, ())


def _spanned(document: doc.Document, weights: Weights, kind: str) -> Iterator[int]:
    """The statements in which the author marks words with a wish."""
    for section in walk_sections(document.sections):
        for block in walk_blocks(section.blocks):
            if isinstance(block, doc.Break):
                continue
            for inlines in block_inlines(block):
                if not _wished(inlines, kind):
                    continue
                parts = [part for part in sentences(inlines, document.meta.lang) if _wished(part, kind)]
                found = (weights.index(plain(part), block.line) for part in parts)
                yield from (k for k in found if k is not None)


def _wished(inlines: doc.Inlines, kind: str) -> bool:
    return any(isinstance(node, doc.Named) and node.kind == kind for node in walk(*inlines))
