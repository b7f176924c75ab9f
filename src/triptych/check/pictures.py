"""Pictures that stand where no panel can show one: their alternative text stands for them, and that is told."""

from collections.abc import Iterable, Iterator

from triptych.model.document import (
    Blank,
    Block,
    Chart,
    Document,
    Emphasis,
    Figure,
    Image,
    Inlines,
    Link,
    Mark,
    Named,
    Notes,
    Passage,
    Quote,
    Raised,
    Strike,
    Strong,
    Table,
)
from triptych.model.queries import block_inlines, walk_blocks, walk_sections
from triptych.model.walk import has
from triptych.problem import Problem

HINT = "put it on a line of its own in the text"


def unshown_pictures(document: Document) -> tuple[Problem, ...]:
    """A warning for each picture in a heading, a table, a caption, an attribution or speaker notes."""
    if not has(document, Image):
        return ()
    found = dict.fromkeys(image for inlines in _placeless(document) for image in _images(inlines))
    return tuple(
        Problem("warning", f"no place for a picture, its words stand there: {image.alt or image.source}", document.path,
                image.line, hint=HINT)
        for image in found
    )  # fmt: skip


def _placeless(document: Document) -> Iterator[Inlines]:
    for section in walk_sections(document.sections):
        yield section.title
        yield from _in_blocks(walk_blocks(section.blocks))


def _in_blocks(blocks: Iterable[Block]) -> Iterator[Inlines]:
    for block in blocks:
        if isinstance(block, Notes):
            inside = tuple(walk_blocks(block.blocks))
            yield from (inlines for inner in inside for inlines in block_inlines(inner))
            yield tuple(inner.image for inner in inside if isinstance(inner, Figure))
        elif isinstance(block, Quote):
            yield block.attribution
        elif isinstance(block, Table | Figure | Chart):
            yield from block_inlines(block)


def _images(inlines: Inlines) -> Iterator[Image]:
    for inline in inlines:
        if isinstance(inline, Image):
            yield inline
        elif isinstance(inline, Strong | Emphasis | Link | Strike | Raised | Passage | Mark | Blank | Named):
            yield from _images(inline.children)
