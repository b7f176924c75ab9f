"""Questions with answers: a cheat sheet has the answers in the text they are about, and exercises only if asked for."""

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from triptych.model.document import (
    Block,
    Blocks,
    Document,
    Gaps,
    Inlines,
    ListBlock,
    ListItem,
    Open,
    Paragraph,
    Question,
    Section,
    Strong,
    Text,
)
from triptych.model.queries import block_inlines, walk_blocks
from triptych.model.rewriting import with_blocks
from triptych.plan.answers import said


def is_exercise(question: Question) -> bool:
    """Whether a question tests the reader, and is not a mere cue for what follows it."""
    return question.number > 0 or question.answer is not None


def exercises(document: Document) -> tuple[int, ...]:
    """The lines of the questions with answers that a cheat sheet does without."""
    return tuple(line for section in document.sections for line in _exercises(section))


def _exercises(section: Section) -> Iterator[int]:
    if "no-sheet" in section.attributes.classes:
        return
    for block in walk_blocks(section.blocks):
        if (
            isinstance(block, Question)
            and is_exercise(block)
            and not {"essential", "no-sheet"} & set(block.attributes.classes)
        ):
            yield block.line
    for sub in section.sections:
        yield from _exercises(sub)


def unsolved(document: Document) -> Document:
    """The document without the answers that its questions must keep until they are shown in another order."""

    def put(block: Block) -> Block:
        return replace(block, answer=None) if isinstance(block, Question) else block

    return with_blocks(document, put)


def solved(question: Question, document: Document) -> tuple[Inlines, Blocks]:
    """A question in bold with its answer in short, and what follows of a longer one. Wrong options are no help."""
    if isinstance(question.answer, Gaps):
        return question.inlines, ()
    cue: Inlines = (Strong(question.inlines), Text(" "))
    match said(question, document):
        case (Paragraph(first), *rest):
            return (*cue, *first), tuple(rest)
        case (ListBlock(items, ordered),) if not isinstance(question.answer, Open):
            return (*cue, *_in_a_row(items, ordered)), ()
        case blocks:
            return cue[:1], tuple(blocks)


def _in_a_row(items: Sequence[ListItem], ordered: bool) -> Inlines:
    """The items of a list one after the other, dots between them."""
    out: Inlines = ()
    for place, item in enumerate(items):
        number = f"{place + 1}.\u00a0" if ordered else ""
        dot = " · " if place else ""
        texts = (inlines for block in item.blocks for inlines in block_inlines(block))
        out = (*out, Text(dot + number), *chain.from_iterable(texts))
    return out
