"""The words of cues and of documents, for the tests of both."""

import re
from collections.abc import Iterator

from triptych.model.cues import Cue
from triptych.model.document import Blocks, Code, Document, Figure, Formula
from triptych.model.queries import block_inlines, description, plain, walk_blocks, walk_sections
from triptych.transform.asides import with_notes_below

_WORD = re.compile(r"\w+")


def parts(blocks: Blocks) -> list[str]:
    """What blocks say, one after the other."""
    found = []
    for block in walk_blocks(blocks):
        found += [plain(inlines) for inlines in block_inlines(block)]
        found += [block.said] if isinstance(block, Formula) else [block.text] if isinstance(block, Code) else []
        found += [description(block)] if isinstance(block, Figure) else []
    return found


def words(cue: Cue) -> set[str]:
    """The words of both sides of a cue."""
    said = [plain(cue.front), *parts(cue.below), *parts(cue.back)]
    return {word for part in said for word in _WORD.findall(part.replace("_", " "))}


def written(document: Document) -> set[str]:
    """The words of a document."""
    return {word for text in _texts(document) for word in _WORD.findall(text)}


def _texts(document: Document) -> Iterator[str]:
    yield document.meta.title
    for section in walk_sections(document.sections):
        yield plain(section.title)
        yield from parts(with_notes_below(section.blocks, document, section.title))
