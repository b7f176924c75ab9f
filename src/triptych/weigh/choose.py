"""Choosing statements so that each says something new."""

import heapq
from collections.abc import Iterable, Sequence
from itertools import pairwise

from triptych.weigh.strengths import HEARD, LENGTH, PAIRS, SAME, SHORT
from triptych.weigh.weights import Statement


def choose(
    statements: Sequence[Statement],
    budget: int,
    *,
    taken: Iterable[int] = (),
    among: Iterable[int] | None = None,
    least: float = 0.0,
) -> tuple[int, ...]:
    """The statements that say the most in a number of words, as their indexes in the order of the source.

    Greedy maximal marginal relevance (Carbonell & Goldstein 1998): again and again the statement that is worth the most
    for its length, where words that were said already count less, and what says nothing else is left out. `taken` are
    indexes that are shown anyway: they cost nothing and are not returned, but what they say is said. `among` are the
    only ones that may be chosen. Lead-ins are not chosen by themselves, nor what weighs less than `least`: greetings
    and exercises are not worth the room even where there is some.

    What a statement is worth only sinks as others are taken. So a heap of the worths last known gives the best one
    without looking at all the others again (Minoux 1978), and the time grows little faster than the text.
    """
    heard = _Heard()
    held = set(taken)
    for index in sorted(held):
        heard.add(statements[index])
    allowed = range(len(statements)) if among is None else sorted(set(among))
    heap = [(-heard.worth(statements[k]), k) for k in allowed if k not in held and _can(statements[k], budget, least)]
    heapq.heapify(heap)
    out = []
    while heap:
        _, index = heapq.heappop(heap)
        statement = statements[index]
        if statement.length > budget or heard.says(statement):
            continue
        worth = -heard.worth(statement)
        if heap and worth > heap[0][0]:
            heapq.heappush(heap, (worth, index))
            continue
        out.append(index)
        heard.add(statement)
        budget -= statement.length
    return tuple(sorted(out))


def _can(statement: Statement, budget: int, least: float) -> bool:
    return not statement.leads and 0 < statement.length <= budget and statement.weight >= least


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

    def worth(self, statement: Statement) -> float:
        """A statement's weight without what its words lose that were said, for its length."""
        words = self._words
        lost = sum(value for word, value in zip(statement.words, statement.values, strict=True) if word in words)
        worth = statement.weight - HEARD * lost
        return worth / float((SHORT + statement.length) ** LENGTH) if worth > 0 else worth
