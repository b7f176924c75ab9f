"""Choosing statements so that each says something new."""

import heapq
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from triptych.weigh.strengths import EVEN, FAIR, HEARD, LENGTH, PAIRS, SAME, SHORT
from triptych.weigh.weights import Statement

Group = tuple[int, ...]
"""Indexes of statements that stand or fall together."""


def choose(
    statements: Sequence[Statement],
    budget: int,
    *,
    taken: Iterable[int] = (),
    among: Iterable[int] | None = None,
    least: float = 0.0,
    even: float = EVEN,
    behind: Mapping[int, int] | None = None,
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
    bonds = _Bonds(behind or {}, frozenset(free), held)
    left = budget

    def fits(group: Group) -> bool:
        return held.isdisjoint(group) and sum(statements[k].length for k in group) <= left

    out: list[int] = []
    for group in _picked(statements, filter(None, map(bonds.with_bonds, free)), heard, fits, bonds.freed):
        out.extend(group)
        held.update(group)
        left -= sum(statements[k].length for k in group)
    return tuple(sorted(out))


class _Bonds:
    """Which statements are chosen together, as others are `held` already."""

    def __init__(self, behind: Mapping[int, int], free: Collection[int], held: Collection[int]) -> None:
        self._behind = behind
        self._free = free
        self._held = held
        self._followers: dict[int, list[int]] = {}
        for k, before in behind.items():
            self._followers.setdefault(before, []).append(k)

    def with_bonds(self, k: int) -> Group:
        """A statement with those behind which it is understood; nothing if one of them cannot be chosen."""
        group = [k]
        while (before := self._behind.get(group[-1])) is not None and before not in self._held:
            if before not in self._free or before in group:
                return ()
            group.append(before)
        return tuple(reversed(group))

    def freed(self, group: Group) -> Iterator[Group]:
        """What is cheaper now that a group is held: those that were bound to it."""
        waiting = list(group)
        while waiting:
            for k in self._followers.get(waiting.pop(), ()):
                if k in self._free and k not in self._held:
                    yield self.with_bonds(k)
                    waiting.append(k)


def ranking(statements: Sequence[Statement], groups: Sequence[Group]) -> Iterator[int]:
    """The numbers of groups of statements that stand or fall together, those that say the most for their length first.

    They are compared as in `choose`; a lead-in in a group takes nothing from what it leads to. What says again what was
    said comes last, and so do empty groups.
    """
    numbers: dict[Group, list[int]] = {group: [] for group in groups if group}
    for number, group in enumerate(groups):
        if group:
            numbers[group].append(number)
    for group in _picked(statements, list(numbers), _Heard({}, 0.0), lambda group: True):
        yield numbers[group].pop(0)
    yield from sorted(number for held in numbers.values() for number in held)
    yield from (number for number, group in enumerate(groups) if not group)


def _picked(
    statements: Sequence[Statement],
    groups: Iterable[Group],
    heard: "_Heard",
    fits: Callable[[Group], bool],
    freed: Callable[[Group], Iterable[Group]] = lambda group: (),
) -> Iterator[Group]:
    """Groups as they are chosen one after the other; those that do not fit, or say nothing new, are passed over.

    `freed` are groups that are worth more once another one is chosen.
    """
    heap = [(-heard.worth_of([statements[k] for k in group]), group) for group in groups]
    heapq.heapify(heap)
    while heap:
        _, group = heapq.heappop(heap)
        said = [statements[k] for k in group]
        if not fits(group) or all(map(heard.says, said)):
            continue
        worth = -heard.worth_of(said)
        if heap and worth > heap[0][0]:
            heapq.heappush(heap, (worth, group))
            continue
        yield group
        for statement in said:
            heard.add(statement)
        for other in filter(None, freed(group)):
            heapq.heappush(heap, (-heard.worth_of([statements[k] for k in other]), other))


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

    def worth_of(self, group: Sequence[Statement]) -> float:
        """What statements are worth together, without what their words lose that were said, for their length."""
        worth = sum([self._left(one) for one in group if len(group) == 1 or not one.leads])
        cost = sum([float((SHORT + one.length) ** LENGTH) for one in group])
        return worth / cost if worth > 0 else worth

    def _left(self, statement: Statement) -> float:
        """A statement's weight without what its words lose that were said, and its section that was heard."""
        words, lost = self._words, 0.0
        if words:
            lost = sum([value for word, value in zip(statement.words, statement.values, strict=True) if word in words])
        section = statement.place.section
        had = self._used.get(section, 0) / self._shares.get(section, FAIR)
        return statement.weight - HEARD * lost - self._even * had
