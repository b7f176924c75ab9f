"""What the text says to a question that has no answer of its own: what follows it."""

from collections.abc import Iterator, Sequence

from triptych.languages.signs import behind_label
from triptych.model import document as doc
from triptych.model.queries import block_inlines, plain, walk_blocks
from triptych.model.questions import listed
from triptych.weigh.sentences import leads

ENOUGH = 40
"""Words of running text from which on no further paragraph is needed to answer a question."""
BRIEF = 60
"""Words of labelled points up to which they answer in full, and not by their labels alone."""


def following(blocks: doc.Blocks) -> doc.Blocks:
    """What answers a question that these blocks follow: the first paragraphs, enough of them, and the labelled points.

    A summary answers only where nothing else does: it concludes what stands before it.
    """
    reach = list(_reach(blocks))
    points = [block for block in reach if isinstance(block, doc.KeyPoint)]
    found = (*_first(reach), *_listed(points))
    return found or next((block.blocks for block in reach if isinstance(block, doc.Summary)), ())


def _listed(points: Sequence[doc.KeyPoint]) -> doc.Blocks:
    """Points as a list: with what they say if that is brief, else their labels."""
    lines = [point.inlines for point in points]
    said = [inlines for point in points for block in walk_blocks(point.blocks) for inlines in block_inlines(block)]
    brief = sum(len(plain(inlines).split()) for inlines in (*lines, *said)) <= BRIEF
    return listed([_line(point) if brief and plain(point.inlines).strip() else point.label for point in points])


def _line(point: doc.KeyPoint) -> doc.Inlines:
    stop = behind_label(plain(point.label), ":")
    return (*point.label, *((doc.Text(stop),) if stop else ()), *point.inlines)


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
        if said >= ENOUGH and not (texts and leads(texts[-1])):
            return
