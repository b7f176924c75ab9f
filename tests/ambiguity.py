"""In how many ways a pattern can go through one text: what makes a match that backtracks take too long.

The positions of a pattern (Glushkov) are its states. Two ways from a state back to itself on one text cost a match that
fails exponential time; a loop, then another loop on the same text, quadratic time. A search adds a loop before the
pattern. Backreferences count as what they refer to, lookarounds as met; counted repeats are loops from seven times on.
"""

import re
import re._constants as c  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

CHARACTERS = "".join(map(chr, (*range(9, 14), *range(32, 127)))) + "éß中１αА—–“”…。：；\u00a0→±€²\u200b،؟"
MANY = 6
_EVERY = frozenset(range(len(CHARACTERS)))
_CLASSES = {
    c.CATEGORY_DIGIT: r"\d", c.CATEGORY_NOT_DIGIT: r"\D", c.CATEGORY_SPACE: r"\s", c.CATEGORY_NOT_SPACE: r"\S",
    c.CATEGORY_WORD: r"\w", c.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
_SINGLE = (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN)
_REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)

Chars = frozenset[int]
Items = list[tuple[Any, Any]]
Edges = dict[int, list[tuple[int, Chars]]]


def _chars(op: Any, arg: Any, flags: int) -> Chars:
    return frozenset(k for k, char in enumerate(CHARACTERS) if _is(op, arg, char, flags))


def _is(op: Any, arg: Any, char: str, flags: int) -> bool:
    forms = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
    if op is c.LITERAL:
        return chr(arg) in forms
    if op is c.NOT_LITERAL:
        return chr(arg) not in forms
    if op is c.ANY:
        return char != "\n" or bool(flags & re.DOTALL)
    hit = any(
        (kind is c.LITERAL and chr(what) in forms)
        or (kind is c.RANGE and any(len(form) == 1 and what[0] <= ord(form) <= what[1] for form in forms))
        or (kind is c.CATEGORY and re.match(_CLASSES[what], char) is not None)
        for kind, what in arg
    )
    return hit != any(kind is c.NEGATE for kind, _ in arg)


@dataclass
class _Part:
    """A part of a pattern: whether it may be empty, where it begins and ends, and what cannot come there.

    `never` cannot follow where it is empty, for it would have taken it.
    """

    empty: bool = True
    first: list[tuple[int, Chars]] = field(default_factory=list)
    last: list[tuple[int, Chars]] = field(default_factory=list)
    never: Chars = frozenset()


class _Positions:
    """The positions of a pattern and which may follow which.

    `guards` are characters that may not stand before one; at one that is `unsure` a match may yet fail at the end.
    """

    def __init__(self, flags: int) -> None:
        self.flags = flags
        self.chars: list[Chars] = []
        self.edges: Edges = {}
        self.guards: dict[int, Chars] = {}
        self.lookarounds: list[Items] = []
        self.unsure: set[int] = set()
        self._groups: dict[int, Items] = {}

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> _Part:
        whole, guard, op, arg = _Part(), Chars(), None, None
        for op, arg in items:
            part = self._node(op, arg)
            if guard and part.first:
                self.guards.update(dict.fromkeys((at for at, _ in part.first), guard))
                guard = Chars()
            if op in (c.ASSERT, c.ASSERT_NOT) and arg[0] < 0 and len(arg[1]) == 1 and arg[1][0][0] in _SINGLE:
                found = _chars(*arg[1][0], self.flags)
                guard = found if op is c.ASSERT_NOT else _EVERY - found
            whole = self._then(whole, part)
        if op is c.AT or (op in (c.ASSERT, c.ASSERT_NOT) and arg[0] > 0):
            self.unsure.update(at for at, _ in whole.last)
        return whole

    def _then(self, one: _Part, two: _Part) -> _Part:
        for last, never in one.last:
            for first, barred in two.first:
                if both := self.chars[first] - never - barred:
                    self.edges[last].append((first, both))
        behind = [(at, barred | one.never) for at, barred in two.first] if one.empty else []
        ahead = [(at, barred | two.never) for at, barred in one.last] if two.empty else []
        never = one.never | two.never if one.empty and two.empty else Chars()
        return _Part(one.empty and two.empty, one.first + behind, ahead + two.last, never)

    def _node(self, op: Any, arg: Any) -> _Part:
        if op in _SINGLE:
            self.chars.append(_chars(op, arg, self.flags))
            at = len(self.chars) - 1
            self.edges[at] = []
            return _Part(False, [(at, Chars())], [(at, Chars())])
        if op is c.SUBPATTERN:
            group, _, _, items = arg
            self._groups[group] = list(items)
            return self.sequence(items)
        if op is c.BRANCH:
            parts = [self.sequence(items) for items in arg[1]]
            first, last = [f for p in parts for f in p.first], [e for p in parts for e in p.last]
            return _Part(any(part.empty for part in parts), first, last)
        if op in _REPEATS:
            return self._repeat(op, *arg)
        if op is c.ATOMIC_GROUP:
            return self.sequence(arg)
        if op is c.GROUPREF:
            return self.sequence(self._groups[arg])
        if op in (c.ASSERT, c.ASSERT_NOT):
            self.lookarounds.append(list(arg[1]))
            return _Part()
        if op is c.AT or op is getattr(c, "FAILURE", None):  # `(?!)`, by its name since Python 3.12
            return _Part()
        raise ValueError(f"not known here: {op}")

    def _repeat(self, op: Any, least: int, most: int, items: Items) -> _Part:
        whole = _Part()
        for number in range(min(least, 2) if most > MANY else most):
            part = self.sequence(items)
            whole = self._then(whole, _Part(part.empty or number >= least, part.first, part.last))
        if most <= MANY:
            return whole
        loop = self.sequence(items)
        self._then(loop, loop)
        whole = self._then(whole, _Part(True, loop.first, loop.last))
        if op is c.POSSESSIVE_REPEAT and len(items) == 1 and items[0][0] in _SINGLE:
            never = _chars(*items[0], self.flags)  # it has taken all of these that come
            return _Part(whole.empty, whole.first, [(at, before | never) for at, before in whole.last], never)
        return whole


def faults(pattern: re.Pattern[str], *, search: bool, whole: bool) -> list[str]:
    """What is wrong with a pattern that is searched for (or tried in place), and has to match all (or a beginning)."""
    return list(_faults(list(parser.parse(pattern.pattern, pattern.flags)), pattern.flags, search, whole))


def _faults(items: Items, flags: int, search: bool, whole: bool) -> Iterator[str]:
    positions = _Positions(flags)
    part = positions.sequence(items)
    edges = dict(positions.edges)
    if search and not (items and items[0] == (c.AT, c.AT_BEGINNING_STRING)):
        only_lines = bool(items) and items[0] == (c.AT, c.AT_BEGINNING)
        edges |= _before(positions, part, only_lines)
    ends = set[int]() if whole else {at for at, _ in part.last} - positions.unsure
    reached = {state: _reach(edges, state) for state in edges}
    loops = [state for state in edges if any(state in reached[to] for to, _ in edges[state])]
    if any(_two_ways(edges, reached, state) for state in loops):
        yield "exponential"
    elif any(
        _shared(edges, reached, one, two)
        for one in loops
        for two in loops
        if one != two and two in reached[one] and two not in ends
    ):
        yield "quadratic"
    for inner in positions.lookarounds:
        yield from _faults(inner, flags, False, False)


def _before(positions: _Positions, part: _Part, only_lines: bool) -> Edges:
    """The loop of a search before the pattern: a state for each kind of character that a guard tells apart."""
    kinds: dict[tuple[bool, ...], set[int]] = {}
    guards = [positions.guards.get(at, Chars()) for at, _ in part.first]
    if only_lines:
        guards = [guard | (_EVERY - {CHARACTERS.index("\n")}) for guard in guards]
    for char in _EVERY:
        kinds.setdefault(tuple(char in guard for guard in guards), set()).add(char)
    number = {signs: len(positions.chars) + k for k, signs in enumerate(kinds)}
    to_each = [(number[signs], frozenset(chars)) for signs, chars in kinds.items()]
    return {
        number[signs]: [
            *to_each,
            *((at, positions.chars[at] - never) for (at, never), out in zip(part.first, signs, strict=True) if not out),
        ]
        for signs in kinds
    }


def _reach(edges: Edges, start: int) -> frozenset[int]:
    seen, todo = {start}, [start]
    while todo:
        for to, chars in edges[todo.pop()]:
            if chars and to not in seen:
                seen.add(to)
                todo.append(to)
    return frozenset(seen)


def _two_ways(edges: Edges, reached: dict[int, frozenset[int]], start: int) -> bool:
    """Whether two different ways lead from a state back to it on one text."""
    inside = {state for state in reached[start] if start in reached[state]}
    seen, todo = {(start, start, False)}, deque([(start, start, False)])
    while todo:
        one, two, apart = todo.popleft()
        for i, (to, chars) in enumerate(edges[one]):
            for j, (other, others) in enumerate(edges[two]):
                if to not in inside or other not in inside or not chars & others:
                    continue
                state = (to, other, apart or to != other or (one == two and i != j))
                if state == (start, start, True):
                    return True
                if state not in seen:
                    seen.add(state)
                    todo.append(state)
    return False


def _shared(edges: Edges, reached: dict[int, frozenset[int]], one: int, two: int) -> bool:
    """Whether one text leads from a loop to itself, from it to another, and from that one to itself."""
    start, end = (one, one, two), (one, two, two)
    seen, todo = {start}, deque([start])
    while todo:
        a, b, d = todo.popleft()
        for to_a, chars_a in edges[a]:
            if one not in reached[to_a]:
                continue
            for to_b, chars_b in edges[b]:
                both = chars_a & chars_b
                if not both or two not in reached[to_b]:
                    continue
                for to_d, chars_d in edges[d]:
                    state = (to_a, to_b, to_d)
                    if two not in reached[to_d] or not both & chars_d or state in seen:
                        continue
                    if state == end:
                        return True
                    seen.add(state)
                    todo.append(state)
    return False
