"""Questions with answers: a cheat sheet has the answers in the text they are about, and exercises only if asked for."""

from collections.abc import Iterator
from typing import assert_never

from triptych.model.document import (
    Blocks,
    Choice,
    Document,
    Gaps,
    Inlines,
    Matching,
    Number,
    Open,
    Ordering,
    Paragraph,
    Question,
    Section,
    Strong,
    Text,
    Truth,
    walk_blocks,
)
from triptych.model.words import word


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


def solved(question: Question, document: Document) -> tuple[Inlines, Blocks]:
    """A question in bold with its answer in short, and what follows of a longer one. Wrong options are no help."""
    cue: Inlines = (Strong(question.inlines), Text(" "))
    match question.answer:
        case Open((Paragraph(first), *rest)):
            return (*cue, *first), tuple(rest)
        case Open(blocks):
            return cue[:1], blocks
        case Choice(options):
            return (*cue, *_listed(tuple(option.inlines for option in options if option.right))), ()
        case Truth(true):
            return (*cue, Text(word(document, "true" if true else "false"))), ()
        case Matching(pairs):
            return (*cue, *_listed(tuple((*pair.left, Text("\u00a0– "), *pair.right) for pair in pairs))), ()
        case Ordering(items):
            numbered = ((Text(f"{place}.\u00a0"), *item) for place, item in enumerate(items, 1))
            return (*cue, *_listed(tuple(numbered))), ()
        case Number(said, tolerance):
            return (*cue, Text(f"{said} (± {tolerance})" if tolerance else said)), ()
        case Gaps():
            return question.inlines, ()
        case None:
            return cue[:1], ()
        case _:
            assert_never(question.answer)


def _listed(things: tuple[Inlines, ...]) -> Inlines:
    """Things one after the other, dots between them."""
    out: Inlines = ()
    for place, thing in enumerate(things):
        out = (*out, *((Text(" · "),) if place else ()), *thing)
    return out
