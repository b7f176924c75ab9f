"""What the text says to a question that has no answer of its own: what follows it."""

from collections.abc import Iterator, Sequence

from triptych.model import document as doc
from triptych.model.queries import block_inlines, plain, walk_blocks
from triptych.model.questions import listed

ENOUGH = 40
"""Words of running text from which on no further paragraph is needed to answer a question."""


def following(blocks: doc.Blocks, *, summary: bool) -> doc.Blocks:
    """What answers a question that these blocks follow.

    The summary if that may serve; else the first paragraphs, enough of them; else the labels of the points.
    """
    reach = list(_reach(blocks))
    found = next((block for block in reach if isinstance(block, doc.Summary)), None) if summary else None
    if found is not None:
        return found.blocks
    return tuple(_first(reach)) or listed([block.label for block in reach if isinstance(block, doc.KeyPoint)])


def _reach(blocks: doc.Blocks) -> Iterator[doc.Block]:
    """The blocks up to the next question that the text answers; a lecturer's notes are passed over."""
    for block in blocks:
        if isinstance(block, doc.Question) and block.answer is None:
            return
        if not isinstance(block, doc.Notes):
            yield block


def _first(blocks: Sequence[doc.Block]) -> Iterator[doc.Block]:
    """The blocks up to the first that is no running text, or until they say enough."""
    said = 0
    for block in blocks:
        if isinstance(block, doc.KeyPoint | doc.Question | doc.Summary | doc.Break):
            return
        yield block
        texts = [plain(inlines) for inner in walk_blocks((block,)) for inlines in block_inlines(inner)]
        said += sum(len(text.split()) for text in texts) + (ENOUGH if isinstance(block, doc.Code | doc.Formula) else 0)
        if said >= ENOUGH and not (texts and texts[-1].rstrip().endswith(":")):
            return
