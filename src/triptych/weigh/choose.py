"""Choosing statements so that each says something new."""

import heapq
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from triptych.weigh.strengths import EVEN, FAIR, HEARD, LENGTH, PAIRS, SAME, SHORT
from triptych.weigh.weights import Statement

Group = tuple[int, ...]
"""Indexes of statements that stand or fall together."""
_Row = tuple[tuple[int, ...], tuple[int, ...]]
"""The sections of what counts in a group, and the lengths of all its statements."""


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
    waiting = _Waiting(statements, heard, fits)
    for group in groups:
        waiting.add(group)
    while group := waiting.best():
        yield group
        for k in group:
            heard.add(statements[k])
        for other in filter(None, freed(group)):
            waiting.add(other)


class _Waiting:
    """Groups that wait to be chosen, the best first.

    Whatever is chosen of a section takes from all others of it, as much from each of the same length: the order among
    these stays. So they stand in a row, a heap by what each is worth before that, and only the first of each row is
    compared with those of the others. Without rows, all statements of a long list were weighed again for each.
    """

    def __init__(self, statements: Sequence[Statement], heard: "_Heard", fits: Callable[[Group], bool]) -> None:
        self._statements = statements
        self._heard = heard
        self._fits = fits
        self._rows: dict[_Row, list[tuple[float, Group]]] = {}
        self._firsts: list[tuple[float, Group, _Row]] = []

    def add(self, group: Group) -> None:
        """Let a group wait."""
        said = self._said(group)
        key = tuple(one.place.section for one in _counted(said)), tuple(one.length for one in said)
        row = self._rows.setdefault(key, [])
        heapq.heappush(row, (-self._heard.news_in(said), group))
        if row[0][1] == group:
            heapq.heappush(self._firsts, self._as_first(key))

    def best(self) -> Group:
        """The group that is worth the most, which waits no longer; () if none is worth anything."""
        while self._firsts:
            _, group, key = heapq.heappop(self._firsts)
            row = self._rows[key]
            if not row or row[0][1] != group:  # another one of its row came before it
                continue
            self._put_in_order(row)
            if not row:
                continue
            entry = self._as_first(key)
            if self._firsts and self._firsts[0] < entry:
                heapq.heappush(self._firsts, entry)
                continue
            best = heapq.heappop(row)[1]
            if row:
                heapq.heappush(self._firsts, self._as_first(key))
            return best
        return ()

    def _put_in_order(self, row: list[tuple[float, Group]]) -> None:
        """Let the first of a row be the one that says the most now, and none that does not fit or says nothing new."""
        while row:
            before, group = row[0]
            said = self._said(group)
            if not self._fits(group) or all(map(self._heard.says, said)):
                heapq.heappop(row)
                continue
            now = -self._heard.news_in(said)
            if now <= before:
                return
            heapq.heapreplace(row, (now, group))

    def _as_first(self, key: "_Row") -> tuple[float, Group, "_Row"]:
        group = self._rows[key][0][1]
        return -self._heard.worth_of(self._said(group)), group, key

    def _said(self, group: Group) -> list[Statement]:
        return [self._statements[k] for k in group]


def _counted(group: Sequence[Statement]) -> Sequence[Statement]:
    """What a group is worth something for: a lead-in counts only by itself."""
    return group if len(group) == 1 else [one for one in group if not one.leads]


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

    def news_in(self, group: Sequence[Statement]) -> float:
        """What statements weigh together without what their words lose that were said."""
        return sum([self._news(one) for one in _counted(group)])

    def worth_of(self, group: Sequence[Statement]) -> float:
        """What is left of that as their sections were heard before, for their length."""
        worth = sum([self._left(one) for one in _counted(group)])
        cost = sum([float((SHORT + one.length) ** LENGTH) for one in group])
        return worth / cost if worth > 0 else worth

    def _news(self, statement: Statement) -> float:
        words, lost = self._words, 0.0
        if words:
            lost = sum([value for word, value in zip(statement.words, statement.values, strict=True) if word in words])
        return statement.weight - HEARD * lost

    def _left(self, statement: Statement) -> float:
        section = statement.place.section
        had = self._used.get(section, 0) / self._shares.get(section, FAIR)
        return self._news(statement) - self._even * had
