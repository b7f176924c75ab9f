"""Choosing statements so that each says something new."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf

from triptych.weigh.strengths import HEARD, LENGTH, PAIRS, SAME, SHORT
from triptych.weigh.weights import Statement

Group = tuple[int, ...]
"""Indexes of statements that stand or fall together."""


def choose(
    statements: Sequence[Statement], budget: int, *, taken: Iterable[int] = (), among: Iterable[int] | None = None
) -> tuple[int, ...]:
    """The statements that say the most in a number of words, as their indexes in the order of the source.

    Greedy maximal marginal relevance (Carbonell & Goldstein 1998): again and again the statement that is worth the most
    for its length, where words that were said already count less, and what says nothing else is left out. `taken` are
    indexes that are shown anyway: they cost nothing and are not returned, but what they say is said. `among` are the
    only ones that may be chosen. Lead-ins are not chosen by themselves.

    What a statement is worth only sinks as others are taken. So a heap of the worths last known gives the best one
    without looking at all the others again (Minoux 1978), and the time grows little faster than the text.
    """
    heard = _Heard()
    held = set(taken)
    for index in sorted(held):
        heard.add(statements[index])
    allowed = range(len(statements)) if among is None else sorted(set(among))
    groups = [(k,) for k in allowed if k not in held and _can(statements[k], budget)]
    picked = _picked(statements, groups, heard, budget)
    return tuple(sorted(index for (index,) in picked))


def ranking(statements: Sequence[Statement], groups: Sequence[Group]) -> Iterator[int]:
    """The numbers of groups of statements that stand or fall together, those that say the most for their length first.

    They are compared as in `choose`; a lead-in in a group takes nothing from what it leads to. What says again what was
    said comes last, and so do empty groups.
    """
    numbers: dict[Group, list[int]] = {group: [] for group in groups if group}
    for number, group in enumerate(groups):
        if group:
            numbers[group].append(number)
    for group in _picked(statements, list(numbers), _Heard()):
        yield numbers[group].pop(0)
    yield from sorted(number for held in numbers.values() for number in held)
    yield from (number for number, group in enumerate(groups) if not group)


def _picked(
    statements: Sequence[Statement],
    groups: Iterable[Group],
    heard: "_Heard",
    budget: float = inf,
) -> Iterator[Group]:
    """Groups as they are chosen one after the other; those that do not fit, or say nothing new, are passed over."""
    heap = [(-heard.worth_of([statements[k] for k in group]), group) for group in groups]
    heapq.heapify(heap)
    while heap:
        _, group = heapq.heappop(heap)
        said = [statements[k] for k in group]
        length = sum(one.length for one in said)
        if length > budget or all(map(heard.says, said)):
            continue
        worth = -heard.worth_of(said)
        if heap and worth > heap[0][0]:
            heapq.heappush(heap, (worth, group))
            continue
        yield group
        budget -= length
        for statement in said:
            heard.add(statement)


def _can(statement: Statement, budget: int) -> bool:
    return not statement.leads and 0 < statement.length <= budget


class _Heard:
    """What has been said so far."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        self._texts: set[str] = set()

    def add(self, statement: Statement) -> None:
        """Take note of a statement."""
        self._words.update(statement.words)
        self._pairs.update(pairwise(statement.words))
        self._texts.add(statement.text)

    def says(self, statement: Statement) -> bool:
        """Whether a statement says nothing but what was said."""
        if statement.text in self._texts:
            return True
        pairs = set(pairwise(statement.words))
        return len(pairs) >= PAIRS and len(pairs & self._pairs) >= SAME * len(pairs)

    def worth_of(self, group: Sequence[Statement]) -> float:
        """What statements are worth together, without what their words lose that were said, for their length."""
        worth = sum(self._left(one) for one in group if len(group) == 1 or not one.leads)
        cost = sum(float((SHORT + one.length) ** LENGTH) for one in group)
        return worth / cost if worth > 0 else worth

    def _left(self, statement: Statement) -> float:
        words = self._words
        pairs = zip(statement.words, statement.values, strict=True)
        return statement.weight - HEARD * sum(value for word, value in pairs if word in words)
