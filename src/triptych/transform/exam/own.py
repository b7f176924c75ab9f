"""The author's own questions for a test, with the places in the text that answer them."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.gaps import phrases
from triptych.model.queries import block_inlines, plain, walk_blocks, walk_sections
from triptych.model.questions import answered
from triptych.transform.exam.drafts import Asked, Place
from triptych.transform.exam.open import points_for
from triptych.transform.exam.secrets import squeezed

LONGEST = 80
"""Characters of an answer that is looked for in the text."""


def own_questions(document: doc.Document) -> tuple[Asked, ...]:
    """The questions of a document that have an answer, in its order; with points if it gives none at all."""
    texts = [(section, _running(section)) for section in walk_sections(document.sections)]
    found = [(section, block) for section, _ in texts for block in _questions(section)]
    graded = any(block.points for _, block in found)
    return tuple(
        Asked(block if graded else replace(block, points=_points(block)), _places(block, section, texts), made=False)
        for section, block in found
    )


def _questions(section: doc.Section) -> Iterator[doc.Question]:
    return (
        block for block in walk_blocks(section.blocks) if isinstance(block, doc.Question) and block.answer is not None
    )


def _points(question: doc.Question) -> float:
    """What a question is worth by what there is to do: one for each gap and pair, by its length for an answer."""
    match question.answer:
        case doc.Open(blocks):
            return points_for(blocks)
        case doc.Matching(pairs):
            return float(len(pairs))
        case doc.Ordering(items):
            return float((len(items) + 1) // 2)
        case doc.Gaps():
            texts = (question.inlines, *(i for b in walk_blocks(question.blocks) for i in block_inlines(b)))
            return float(max(1, sum(len(phrases(text)) for text in texts)))
        case None | doc.Choice() | doc.Truth() | doc.Number():
            return 1.0


def _places(question: doc.Question, own: doc.Section, texts: Sequence[tuple[doc.Section, str]]) -> tuple[Place, ...]:
    """What a question names as its place; else the section whose text has the answer in it, else the question's own."""
    if question.see:
        return (Place(question.see, "", ""),)
    answer = squeezed(" ".join(plain(i) for b in answered(replace(question, why=())) for i in block_inlines(b)))
    if 2 <= len(answer.strip()) <= LONGEST:
        holders = [section for section, text in texts if answer in text]
        if own in holders or holders:
            return (Place((own if own in holders else holders[0]).id, "", ""),)
    said = any(section is own and text.strip() for section, text in texts)
    return (Place(own.id, "", ""),) if said else ()


def _running(section: doc.Section) -> str:
    """What a section itself says, without its exercises; squeezed."""
    inside = {id(i) for block in walk_blocks(_questions(section)) for i in block_inlines(block)}
    every = (inlines for block in walk_blocks(section.blocks) for inlines in block_inlines(block))
    return squeezed(" ".join(plain(inlines) for inlines in every if id(inlines) not in inside))
