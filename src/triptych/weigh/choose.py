"""Choosing statements so that each says something new."""

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from triptych.weigh.weights import Statement

ADDS = 1.0
"""How much a statement's weight counts beside what it adds."""
SHORT = 12
"""Words that are reckoned to each statement besides its own, so that the shortest do not always win."""
LENGTH = 0.6
"""The power of its length that a statement's value is divided by."""
TWICE = 0.9
"""What a statement loses that says nothing new."""


def choose(
    statements: Sequence[Statement], budget: int, *, taken: Iterable[int] = (), among: Iterable[int] | None = None
) -> tuple[int, ...]:
    """The statements that say the most in a number of words, as their indexes in the order of the source.

    Greedy maximal marginal relevance (Carbonell & Goldstein 1998): again and again the statement that is worth the most
    for its length, where what was said already counts against it. `taken` are indexes that are shown anyway: they cost
    nothing and are not returned, but what they say is said. `among` are the only ones that may be chosen. Lead-ins are
    not chosen by themselves. What a statement is worth only sinks as others are taken, so a heap of the last known
    worths gives the best without looking at all again (Minoux 1978).
    """
    held = set(taken)
    said = _Said(statements)
    for index in held:
        said.add(statements[index])
    allowed = range(len(statements)) if among is None else sorted(set(among))
    heap = [(-said.worth(statements[k]), k) for k in allowed if k not in held and _can(statements[k], budget)]
    heapq.heapify(heap)
    out = []
    while heap:
        _, index = heapq.heappop(heap)
        statement = statements[index]
        if statement.length > budget or not said.adds(statement):
            continue
        worth = -said.worth(statement)
        if heap and worth > heap[0][0] + 1e-12:
            heapq.heappush(heap, (worth, index))
            continue
        out.append(index)
        said.add(statement)
        budget -= statement.length
    return tuple(sorted(out))


def _can(statement: Statement, budget: int) -> bool:
    return not statement.leads and 0 < statement.length <= budget


class _Said:
    """What has been said so far."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        count = Counter(gram for statement in statements for gram in set(_grams(statement)))
        many = len(statements) or 1
        self._rare = {gram: math.log(many / (1 + n)) + 1 for gram, n in count.items()}
        self._heard: set[object] = set()
        self._texts: set[str] = set()

    def add(self, statement: Statement) -> None:
        """Take note of a statement."""
        self._heard.update(_grams(statement))
        self._texts.add(statement.text)

    def adds(self, statement: Statement) -> bool:
        """Whether a statement says anything new."""
        return statement.text not in self._texts and (not statement.words or bool(set(statement.words) - self._heard))

    def worth(self, statement: Statement) -> float:
        """A statement's weight with what it adds, for its length."""
        grams = set(_grams(statement))
        whole = sum(self._rare[gram] for gram in grams)
        known = sum(self._rare[gram] for gram in grams if gram in self._heard)
        value = statement.weight - TWICE * (known / whole if whole else 0.0)
        return value / float((SHORT + statement.length) ** LENGTH)


def _grams(statement: Statement) -> Iterator[object]:
    yield from statement.words
    yield from pairwise(statement.words)
