"""The questions of each version of a test."""

from collections.abc import Sequence
from string import ascii_uppercase

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.forms import TestForm
from triptych.transform.exam.compose import questions_from
from triptych.transform.exam.drafts import KINDS, Asked, QuestionKind
from triptych.transform.exam.own import own_questions
from triptych.transform.questions import drawn, shuffled


def versions_of(document: doc.Document, form: TestForm) -> dict[str, tuple[Asked, ...]]:
    """The questions by the name of the version, numbered; a single version has no name and no drawn order.

    The author's questions, else those that the text gives; both where the form says how many there are to be, or of
    which kinds. Versions differ in the order of questions and of what there is to choose from, and in gaps.
    """
    own = tuple(one for one in own_questions(document) if _is_wanted(one.question, form))
    own = own[: form.questions or len(own)]
    if form.versions == 1:
        return {"": _numbered((*own, *(_drawn(one, str(form.seed)) for one in _made(document, own, form, 0))))}
    out = {}
    for turn, name in enumerate(ascii_uppercase[: form.versions]):
        questions = (*own, *_made(document, own, form, turn))
        seed = f"{form.seed}/{name}"
        order = drawn(len(questions), seed)
        out[name] = _numbered([_drawn(questions[k], seed) for k in order])
    return out


def _drawn(one: Asked, seed: str) -> Asked:
    return replace(one, question=shuffled(one.question, seed))


def kinds_of(form: TestForm) -> tuple[QuestionKind, ...]:
    """The kinds that a form says; none if it leaves that open."""
    said = {
        "choices": form.choices,
        "gaps": form.gaps,
        "matching": form.matching,
        "ordering": form.ordering,
        "open": form.open,
    }
    return tuple(kind for kind in KINDS if said[kind])


def _made(document: doc.Document, own: Sequence[Asked], form: TestForm, turn: int) -> tuple[Asked, ...]:
    """Questions from the text, where there are none of the author's or more are asked for."""
    kinds = kinds_of(form)
    left = form.questions - len(own) if form.questions else 0
    if own and left <= 0 and not (kinds and not form.questions):
        return ()
    return questions_from(document, left, kinds, form.seed - 1 + turn)


def _is_wanted(question: doc.Question, form: TestForm) -> bool:
    kinds = kinds_of(form)
    return not kinds or _kind(question) in kinds


def _kind(question: doc.Question) -> QuestionKind:
    match question.answer:
        case doc.Choice() | doc.Truth():
            return "choices"
        case doc.Matching():
            return "matching"
        case doc.Ordering():
            return "ordering"
        case doc.Gaps():
            return "gaps"
        case None | doc.Open() | doc.Number():
            return "open"


def _numbered(questions: Sequence[Asked]) -> tuple[Asked, ...]:
    return tuple(replace(one, question=replace(one.question, number=number)) for number, one in enumerate(questions, 1))
