"""Which questions a test has: the worthiest of each kind that tell nothing of each other."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.transform.anchors import without_anchors
from triptych.transform.exam.answers import Answer, answers_of
from triptych.transform.exam.authors import author_drafts
from triptych.transform.exam.choices import choice_drafts, pool_of
from triptych.transform.exam.drafts import KINDS, Asked, Draft, QuestionKind
from triptych.transform.exam.gaps import gap_drafts, worth_of
from triptych.transform.exam.matching import matching_drafts
from triptych.transform.exam.material import Material, material_of
from triptych.transform.exam.open import label_drafts, labels_of
from triptych.transform.exam.ordering import ordering_drafts
from triptych.transform.exam.secrets import Secret, Shown, conflict, shown

USUAL = 20
"""Questions of a test that nobody says the length of: an hour's work."""
SHARES: dict[QuestionKind, float] = {"choices": 0.35, "gaps": 0.5, "matching": 0.15, "ordering": 0.06, "open": 0.25}
"""The share of a test that each kind may have where several may; what one cannot fill is left to gaps and choices."""
EARLY, PLENTY = 0.1, 1.5
"""The share of a test that labels to be explained have before their sentences are asked for otherwise, and how many
sentences there must be for each question to spare some."""
AGAIN = 0.6
"""What a question loses for each that its section has already, for its fair share of them."""


class _Test(msgspec.Struct):
    """A test that is being composed: its drafts, what is asked for, what is shown and hidden so far."""

    head: tuple[Shown, ...]
    drafts: list[Draft] = msgspec.field(default_factory=list)
    answers: set[str] = msgspec.field(default_factory=set)
    used: set[int] = msgspec.field(default_factory=set)
    texts: list[Shown] = msgspec.field(default_factory=list)
    secrets: list[Secret] = msgspec.field(default_factory=list)

    def takes(self, draft: Draft) -> bool:
        """Add a question, unless it asks for what is asked already, tells what another asks, or is told by one."""
        asked = not self.answers.isdisjoint(draft.answers) or not self.used.isdisjoint(draft.uses)
        if asked or conflict(draft.texts, self.secrets) or conflict((*self.head, *self.texts), draft.secrets):
            return False
        self.drafts.append(draft)
        self.answers.update(draft.answers)
        self.used.update(draft.uses)
        self.texts += draft.texts
        self.secrets += draft.secrets
        return True

    def count(self, kind: QuestionKind) -> int:
        """How many questions of a kind it has."""
        return sum(1 for draft in self.drafts if draft.kind == kind)


def questions_from(
    document: doc.Document, count: int = 0, kinds: Collection[QuestionKind] = (), variant: int = 0
) -> tuple[Asked, ...]:
    """Questions about a document, at most so many (0: as many as are usual), of some kinds (none: of all).

    They are in the order of their kinds, and those of a kind in that of the document. Another variant has other gaps
    in the same sentences.
    """
    material = material_of(without_anchors(document))
    wanted = tuple(kind for kind in KINDS if kind in kinds) or KINDS
    most = count or USUAL
    test = _Test((shown(document.meta.title, material),))
    labels = labels_of(material.points)
    answers = answers_of(material)
    limits = _limits(wanted, most)
    _take(test, author_drafts(material), wanted, most, limits)
    _take(test, ordering_drafts(material, labels), wanted, most, limits)
    explained = sorted(label_drafts(material, answers, labels), key=lambda draft: -draft.worth)
    matched, scarce = matching_drafts(material, answers, labels), len(material.passages) < PLENTY * most
    if not scarce:
        first = limits | {"open": min(limits.get("open", 0), test.count("open") + max(1, round(most * EARLY)))}
        _take(test, explained, wanted, most, first)
    _take(test, matched, wanted, most, limits | ({"matching": 1} if scarce and len(wanted) > 1 else {}))
    telling = {n: kept for n, found in answers.items() if (kept := tuple(a for a in found if _is_telling(a)))}
    _sentences(test, material, telling, labels, wanted, most, variant)
    _take(test, explained, wanted, most, limits)
    _sentences(test, material, answers, labels, wanted, most, variant, limited=False)
    return _ordered(test.drafts)


def _limits(wanted: Sequence[QuestionKind], most: int) -> dict[QuestionKind, int]:
    """How many questions there may be of each kind: any number where it is the only one."""
    if len(wanted) == 1:
        return dict.fromkeys(wanted, most)
    whole = sum(SHARES[kind] for kind in wanted)
    return {kind: max(1, round(most * SHARES[kind] / min(1.0, whole))) for kind in wanted}


def _is_telling(answer: Answer) -> bool:
    """Whether an answer is more than a mere word or what the text says all the time."""
    return answer.kind != "word" and answer.worth > 0


def _take(
    test: _Test,
    drafts: Iterable[Draft],
    wanted: Collection[QuestionKind],
    most: int,
    limits: dict[QuestionKind, int],
) -> None:
    """Add drafts in their order, as many as there may be of each kind."""
    for draft in drafts:
        if len(test.drafts) >= most:
            return
        if draft.kind in wanted and test.count(draft.kind) < limits[draft.kind]:
            test.takes(draft)


def _sentences(
    test: _Test, material: Material, answers: dict[int, tuple[Answer, ...]], labels: tuple[str, ...],
    wanted: Collection[QuestionKind], most: int, variant: int, *, limited: bool = True,
) -> None:  # fmt: skip
    """Add gaps and choices, each about a sentence, those worth most first and from all sections.

    Both kinds by turns; the ones beside a limit leave room for other kinds.
    """
    kinds: list[QuestionKind] = [kind for kind in ("gaps", "choices") if kind in wanted]
    if not kinds:
        return
    pool = pool_of(material, answers)
    limits = _limits(wanted, most)
    per_section = Counter(draft.section for draft in test.drafts)
    share = max(1.0, most / max(1, len({material.passages[number].section for number in answers})))
    waiting = {n: worth_of(material.passages[n]) + found[0].worth for n, found in answers.items()}
    while waiting and len(test.drafts) < most:
        number = max(waiting, key=lambda n: (waiting[n] - AGAIN * per_section[material.passages[n].section] / share, -n))
        del waiting[number]
        open_kinds = [kind for kind in kinds if not limited or test.count(kind) < limits[kind]]
        for kind in sorted(open_kinds, key=lambda kind: test.count(kind) / SHARES[kind]):
            passage, found = material.passages[number], answers[number]
            drafts = (
                gap_drafts(passage, found, material, labels, variant)
                if kind == "gaps"
                else choice_drafts(passage, found, pool, material, labels, variant)
            )
            if any(test.takes(draft) for draft in drafts):
                per_section[passage.section] += 1
                break
        if not open_kinds:
            return


def _ordered(drafts: Sequence[Draft]) -> tuple[Asked, ...]:
    """The questions in the order of their kinds and of the document, numbered."""
    in_order = sorted(drafts, key=lambda draft: (KINDS.index(draft.kind), draft.question.line))
    return tuple(
        Asked(replace(draft.question, number=number), draft.places) for number, draft in enumerate(in_order, 1)
    )
