"""Sentences with a gap or two."""

from collections.abc import Iterator, Sequence

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.transform.exam.answers import Answer
from triptych.transform.exam.drafts import Draft, place_of
from triptych.transform.exam.material import Material, Passage
from triptych.transform.exam.secrets import secret, shown, squeezed
from triptych.weigh.sentences import divided

SECOND = 0.4
"""The share that a second answer adds to the worth of a sentence."""
APART = 12
"""Characters between two gaps of a sentence."""
BETTER = 0.7
"""Worth from which on an answer is good enough for a second gap."""
BACK = 1.0
"""What a sentence loses that needs the one before it."""


def gap_drafts(
    passage: Passage, answers: Sequence[Answer], material: Material, labels: tuple[str, ...]
) -> Iterator[Draft]:
    """The ways to ask a sentence by gaps, the best first: two together, or one alone."""
    firsts = [answer for answer in answers if answer.worth > 0] or list(answers)
    for first in firsts:
        for second in firsts:
            if _go_together(first, second):
                yield _draft(passage, sorted((first, second), key=_start), material, labels)
        yield _draft(passage, [first], material, labels)


def _start(answer: Answer) -> int:
    return answer.start


def _go_together(first: Answer, second: Answer) -> bool:
    """Whether a sentence may have both gaps: of two kinds or two dates, so that neither takes the other's place."""
    alike = first.kind == second.kind != "date"
    if first is second or alike or second.worth < BETTER:
        return False
    one, two = sorted((first, second), key=_start)
    return two.start - one.end >= APART


def _draft(passage: Passage, answers: Sequence[Answer], material: Material, labels: tuple[str, ...]) -> Draft:
    rest = f"{plain(passage.label)} {without(passage.text, answers)}"
    stem = (*led(passage), *gapped(passage.inlines, answers))
    question = doc.Question(stem, (), passage.line, answer=doc.Gaps(), points=float(len(answers)))
    best = max(answer.worth for answer in answers)
    others = sum(answer.worth for answer in answers) - best
    return Draft(
        "gaps",
        question,
        (place_of(passage, labels),),
        worth_of(passage) + best + SECOND * others,
        passage.section,
        tuple(squeezed(answer.text) for answer in answers),
        (shown(rest, material, passage.number),),
        tuple(secret(answer.text, rest, material, passage.number) for answer in answers),
        (passage.number,),
    )


def worth_of(passage: Passage) -> float:
    """What a sentence is worth as a question."""
    return passage.weight - (BACK if passage.before else 0.0)


def led(passage: Passage) -> doc.Inlines:
    """The label that a sentence goes on from, as what stands before it: it says what "this" is."""
    return (doc.Strong(unmarked(passage.label)), doc.Text(": ")) if passage.label else ()


def without(text: str, answers: Sequence[Answer]) -> str:
    """What is left of a sentence beside its gaps."""
    out, at = [], 0
    for answer in answers:
        out.append(text[at : answer.start])
        at = answer.end
    return " … ".join([*out, text[at:]])


def gapped(inlines: doc.Inlines, answers: Sequence[Answer]) -> doc.Inlines:
    """A sentence whose answers are key phrases, in the order in which they stand in it."""
    offsets = [offset for answer in answers for offset in (answer.start, answer.end)]
    parts = divided(inlines, offsets)
    out: list[doc.Inline] = []
    for index, part in enumerate(parts):
        out += [doc.Mark(part)] if index % 2 else unmarked(part)
    return tuple(out)


def unmarked(inlines: doc.Inlines) -> doc.Inlines:
    """The inlines without marks of their own: what is asked for is what was chosen."""
    return tuple(
        part for inline in inlines for part in (inline.children if isinstance(inline, doc.Mark) else (inline,))
    )
