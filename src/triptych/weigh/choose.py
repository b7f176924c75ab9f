"""Choosing statements so that each says something new."""

import heapq
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from triptych.weigh.strengths import EVEN, FAIR, HEARD, LENGTH, PAIRS, SAME, SHORT
from triptych.weigh.weights import Statement


def choose(
    statements: Sequence[Statement],
    budget: int,
    *,
    taken: Iterable[int] = (),
    among: Iterable[int] | None = None,
    least: float = 0.0,
    even: float = EVEN,
) -> tuple[int, ...]:
    """The statements that say the most in a number of words, as their indexes in the order of the source.

    Greedy maximal marginal relevance (Carbonell & Goldstein 1998): again and again the statement that is worth the most
    for its length, where words that were said already count less, and what says nothing else is left out. `taken` are
    indexes that are shown anyway: they cost nothing and are not returned, but what they say is said. `among` are the
    only ones that may be chosen. Lead-ins are not chosen by themselves, nor what weighs less than `least`: greetings
    and exercises are not worth the room even where there is some. With `even` the room is shared among the sections: a
    statement's weight loses that much for each fair share that its section has had; 0 chooses by weight alone.

    What a statement is worth only sinks as others are taken. So a heap of the worths last known gives the best one
    without looking at all the others again (Minoux 1978), and the time grows little faster than the text.
    """
    held = set(taken)
    free = range(len(statements)) if among is None else sorted(set(among))
    free = [k for k in free if k not in held and _can(statements[k], budget, least)]
    heard = _Heard(_shares([statements[k] for k in free], budget), even)
    for index in sorted(held):
        heard.add(statements[index])
    heap = [(-heard.worth(statements[k]), k) for k in free]
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


def _shares(statements: Sequence[Statement], budget: int) -> dict[int, float]:
    """The words that are each section's fair share of the room.

    It grows with the root of the section's length: what is told at length is not as much more important.
    """
    lengths: dict[int, int] = {}
    for statement in statements:
        section = statement.place.section
        lengths[section] = lengths.get(section, 0) + statement.length
    whole = sum(math.sqrt(length) for length in lengths.values())
    return {section: max(FAIR, budget * math.sqrt(length) / whole) for section, length in lengths.items()}


class _Heard:
    """What has been said so far, and how much room each section has had, beside its share."""

    def __init__(self, shares: dict[int, float], even: float) -> None:
        self._shares = shares
        self._even = even
        self._used: dict[int, int] = {}
        self._words: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        self._texts: set[str] = set()

    def add(self, statement: Statement) -> None:
        """Take note of a statement."""
        self._words.update(statement.words)
        self._pairs.update(pairwise(statement.words))
        self._texts.add(statement.text)
        section = statement.place.section
        self._used[section] = self._used.get(section, 0) + statement.length

    def says(self, statement: Statement) -> bool:
        """Whether a statement says nothing but what was said."""
        if statement.text in self._texts:
            return True
        pairs = set(pairwise(statement.words))
        return len(pairs) >= PAIRS and len(pairs & self._pairs) >= SAME * len(pairs)

    def worth(self, statement: Statement) -> float:
        """A statement's weight without what its words lose that were said, and its section that was heard."""
        words = self._words
        lost = sum(value for word, value in zip(statement.words, statement.values, strict=True) if word in words)
        section = statement.place.section
        had = self._used.get(section, 0) / self._shares.get(section, FAIR)
        worth = statement.weight - HEARD * lost - self._even * had
        return worth / float((SHORT + statement.length) ** LENGTH) if worth > 0 else worth
