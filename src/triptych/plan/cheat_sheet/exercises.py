"""Questions with answers: a cheat sheet has the answers in the text they are about, and exercises only if asked for."""

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import block_inlines, walk_blocks
from triptych.model.rewriting import with_blocks
from triptych.model.wishes import off_sheet, stress


def is_exercise(question: doc.Question) -> bool:
    """Whether a question tests the reader, and is not a mere cue for what follows it."""
    return question.number > 0 or question.answer is not None


def exercises(document: doc.Document) -> tuple[int, ...]:
    """The lines of the questions with answers that a cheat sheet does without."""
    return tuple(line for section in document.sections for line in _exercises(section))


def _exercises(section: doc.Section) -> Iterator[int]:
    if off_sheet(section.attributes):
        return
    for block in walk_blocks(section.blocks):
        if (
            isinstance(block, doc.Question)
            and is_exercise(block)
            and stress(block.attributes) <= 0
            and not off_sheet(block.attributes)
        ):
            yield block.line
    for sub in section.sections:
        yield from _exercises(sub)


def unsolved(document: doc.Document) -> doc.Document:
    """The document without the answers that its questions must keep until they are shown in another order."""

    def put(block: doc.Block) -> doc.Block:
        return replace(block, answer=None) if isinstance(block, doc.Question) else block

    return with_blocks(document, put)


def solved(question: doc.Question) -> tuple[doc.Inlines, doc.Blocks]:
    """A question in bold with its answer in short, and what follows of a longer one. Wrong options are no help."""
    if isinstance(question.answer, doc.Gaps):
        return question.inlines, ()
    from triptych.model.questions import in_words  # late: few documents ask

    cue: doc.Inlines = (doc.Strong(question.inlines), doc.Text(" "))
    match in_words(question):
        case (doc.Paragraph(first), *rest):
            return (*cue, *first), tuple(rest)
        case (doc.ListBlock(items, ordered),) if not isinstance(question.answer, doc.Open) and _brief(items):
            return (*cue, *_in_a_row(items, ordered)), ()
        case blocks:
            return cue[:1], tuple(blocks)


def _brief(items: Sequence[doc.ListItem]) -> bool:
    """Whether the items of a list are mere lines."""
    return all(len(item.blocks) == 1 and isinstance(item.blocks[0], doc.Paragraph) for item in items)


def _in_a_row(items: Sequence[doc.ListItem], ordered: bool) -> doc.Inlines:
    """The items of a list one after the other, dots between them."""
    out: doc.Inlines = ()
    for place, item in enumerate(items):
        number = f"{place + 1}.\u00a0" if ordered else ""
        dot = " · " if place else ""
        texts = (inlines for block in item.blocks for inlines in block_inlines(block))
        out = (*out, doc.Text(dot + number), *chain.from_iterable(texts))
    return out
