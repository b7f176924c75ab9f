"""Which questions a test has: the worthiest of each kind that tell nothing of each other."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.transform.anchors import without_anchors
from triptych.transform.exam.answers import Answer, answers_of
from triptych.transform.exam.authors import author_drafts
from triptych.transform.exam.choices import Pool, choice_drafts, pool_of
from triptych.transform.exam.drafts import KINDS, Asked, Draft, QuestionKind
from triptych.transform.exam.gaps import gap_drafts, worth_of
from triptych.transform.exam.gathered import Gathered, goes_with
from triptych.transform.exam.matching import called_drafts, term_drafts
from triptych.transform.exam.material import Material, material_of
from triptych.transform.exam.open import label_drafts, labels_of
from triptych.transform.exam.ordering import ordering_drafts
from triptych.transform.exam.secrets import shown

USUAL = 20
"""Questions of a test that nobody says the length of: an hour's work."""
SHARES: dict[QuestionKind, float] = {"choices": 0.35, "gaps": 0.5, "matching": 0.15, "ordering": 0.06, "open": 0.25}
"""The share of a test that each kind may have where several may; what one cannot fill is left to gaps and choices."""
EARLY, PLENTY = 0.1, 1.5
"""The share of a test that labels to be explained have before their sentences are asked for otherwise, and how many
sentences there must be for each question to spare some."""
AGAIN = 0.6
"""What a question loses for each that its section has already, for its fair share of them."""
TRIES = 12
"""How many matching questions are looked at: each takes its time."""
NEARLY = 2.0
"""How much less a question may be worth that takes another's place in another version."""
ENOUGH, FEW = 15, 10
"""Questions from which on a test is not filled up with mere words, of which as often as not more than one fits: of a
short text, and of one that has sentences to choose from."""
SENTENCES: tuple[QuestionKind, ...] = ("gaps", "choices")
"""The kinds of questions about a sentence."""


class _Source(msgspec.Struct, frozen=True):
    """What questions are drawn from."""

    material: Material
    answers: dict[int, tuple[Answer, ...]]
    pool: Pool
    labels: tuple[str, ...]

    def of_sentence(self, kind: QuestionKind, number: int) -> Iterator[Draft]:
        """The ways to ask a sentence by gaps or a choice, the best first."""
        passage, found = self.material.passages[number], self.answers.get(number, ())
        if kind == "gaps":
            return gap_drafts(passage, found, self.material, self.labels)
        return choice_drafts(passage, found, self.pool, self.material, self.labels)


class _Wish(msgspec.Struct, frozen=True):
    """What is asked for: kinds, how many questions in all, and how many of each kind there may be."""

    kinds: tuple[QuestionKind, ...]
    most: int
    limits: dict[QuestionKind, int]


def questions_from(
    document: doc.Document, count: int = 0, kinds: Collection[QuestionKind] = (), variant: int = 0
) -> tuple[Asked, ...]:
    """Questions about a document, at most so many (0: as many as are usual), of some kinds (none: of all).

    They are in the order of their kinds, and those of a kind in that of the document. Another variant has the same
    questions with other gaps, for as many points.
    """
    material = material_of(without_anchors(document))
    answers = answers_of(material)
    source = _Source(material, answers, pool_of(material, answers), labels_of(material.points))
    wanted = tuple(kind for kind in KINDS if kind in kinds) or KINDS
    most = count or USUAL
    test = Gathered((shown(document.meta.title, material),))
    _gather(test, source, _Wish(wanted, most, _limits(wanted, most)))
    return _ordered(_varied(test, source, variant) if variant else test.drafts)


def _gather(test: Gathered, source: _Source, wish: _Wish) -> None:
    """Add questions: the author's, then what needs several sentences, then what each of the others is asked for."""
    material, answers, labels = source.material, source.answers, source.labels
    scarce = len(material.passages) < PLENTY * wish.most
    _take(test, author_drafts(material), wish)
    matching = _less(wish, "matching", 1) if scarce and len(wish.kinds) > 1 else wish
    _take(test, islice(term_drafts(material, answers, labels), TRIES), matching)
    _take(test, ordering_drafts(material, labels, test.taken()), wish)
    explained = sorted(label_drafts(material, answers, labels), key=lambda draft: -draft.worth)
    if not scarce:
        few = test.count("open") + max(1, round(wish.most * EARLY))
        _take(test, explained, _less(wish, "open", few))
    _take(test, islice(called_drafts(material, answers, labels, test.taken()), TRIES), matching)
    _sentences(test, replace(source, answers=_telling(answers)), wish)
    _take(test, explained, wish)
    every = replace(wish, limits=dict.fromkeys(KINDS, wish.most))
    _sentences(test, replace(source, answers=_telling(answers)), every)
    _sentences(test, source, replace(every, most=min(ENOUGH if scarce else FEW, wish.most)))


def _less(wish: _Wish, kind: QuestionKind, most: int) -> _Wish:
    return replace(wish, limits=wish.limits | {kind: min(most, wish.limits.get(kind, 0))})


def _limits(wanted: Sequence[QuestionKind], most: int) -> dict[QuestionKind, int]:
    """How many questions there may be of each kind: any number where it is the only one."""
    if len(wanted) == 1:
        return dict.fromkeys(wanted, most)
    whole = sum(SHARES[kind] for kind in wanted)
    return {kind: max(1, round(most * SHARES[kind] / min(1.0, whole))) for kind in wanted}


def _telling(answers: dict[int, tuple[Answer, ...]]) -> dict[int, tuple[Answer, ...]]:
    """The answers that are more than a mere word, or what the text says all the time."""
    kept = {n: tuple(a for a in found if a.kind != "word" and a.worth > 0) for n, found in answers.items()}
    return {number: found for number, found in kept.items() if found}


def _take(test: Gathered, drafts: Iterable[Draft], wish: _Wish) -> None:
    """Add drafts in their order, as many as there may be of each kind."""
    for draft in drafts:
        if len(test.drafts) >= wish.most:
            return
        if draft.kind in wish.kinds and test.count(draft.kind) < wish.limits[draft.kind]:
            test.takes(draft)


def _sentences(test: Gathered, source: _Source, wish: _Wish) -> None:
    """Add gaps and choices by turns, each about a sentence, those worth most first and from all sections."""
    passages = source.material.passages
    per_section = Counter(draft.section for draft in test.drafts)
    share = max(1.0, wish.most / max(1, len({passages[number].section for number in source.answers})))
    waiting = {n: worth_of(passages[n]) + found[0].worth for n, found in source.answers.items()}
    while waiting and len(test.drafts) < wish.most:
        number = max(waiting, key=lambda n: (waiting[n] - AGAIN * per_section[passages[n].section] / share, -n))
        del waiting[number]
        kinds = _kinds_left(test, wish)
        if not kinds:
            return
        if any(test.takes(draft) for kind in kinds for draft in source.of_sentence(kind, number)):
            per_section[passages[number].section] += 1


def _kinds_left(test: Gathered, wish: _Wish) -> list[QuestionKind]:
    """Gaps and choices as far as there may be more of them, first the kind of which there are too few."""
    kinds = (kind for kind in SENTENCES if kind in wish.kinds and test.count(kind) < wish.limits[kind])
    return sorted(kinds, key=lambda kind: test.count(kind) / SHARES[kind])


def _varied(test: Gathered, source: _Source, variant: int) -> list[Draft]:
    """The questions with other gaps in the same sentences where there are others, for as many points."""
    drafts = list(test.drafts)
    for index, draft in enumerate(drafts):
        if draft.kind not in SENTENCES or not draft.uses:
            continue
        others = [*drafts[:index], *drafts[index + 1 :]]
        alike = [one for one in source.of_sentence(draft.kind, draft.uses[0]) if _is_as_good(one, draft)]
        ways = [one for one in alike if goes_with(one, others, test.head)]
        if ways:
            drafts[index] = ways[variant % len(ways)]
    return drafts


def _is_as_good(one: Draft, draft: Draft) -> bool:
    """Whether a question is for as many points, and worth as much as another or nearly so."""
    return one.question.points == draft.question.points and one.worth >= draft.worth - NEARLY


def _ordered(drafts: Sequence[Draft]) -> tuple[Asked, ...]:
    """The questions in the order of their kinds and of the document, numbered."""
    in_order = sorted(drafts, key=lambda draft: (KINDS.index(draft.kind), draft.question.line))
    return tuple(
        Asked(replace(draft.question, number=number), draft.places) for number, draft in enumerate(in_order, 1)
    )
