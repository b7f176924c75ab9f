"""The search: the most content first, then the largest type, over columns and sizes."""

from collections.abc import Callable, Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from triptych.model.queries import plain
from triptych.model.theme import Theme
from triptych.plan.cheat_sheet.boxes import Box
from triptych.plan.cheat_sheet.chosen import Chosen, Kept
from triptych.plan.cheat_sheet.order import Order, Place, showable
from triptych.plan.cheat_sheet.pack import Atom, Layout, Room, columned
from triptych.plan.cheat_sheet.packer import Packer
from triptych.plan.cheat_sheet.passage import LEADING
from triptych.plan.cheat_sheet.stretch import spread

STEP = 0.1
"""Points."""
ENOUGH = 0.85
"""Of the largest type: a second side is not worth less than it gains above this."""
TRIES = 24
"""How often what does not fit is passed over for something less important that does."""
EVEN = 1.6
"""Ems that the feet of columns may lie apart; about a line and a third."""
SMALLER = 0.15
"""The share of the type's size that even columns are worth."""

NARROW = 0.33
"""Ems of a narrow character: more of them have no room."""

Selection = tuple[list[Place], Chosen]
"""What is chosen, the most important first, and what boxes keep with it."""


class Choice(msgspec.Struct, frozen=True):
    """What was found: on how many sides, in how many columns each, the type size in points.

    `left` is what is left out, the most important first, `kept` what boxes keep, `atoms` what stands in the columns of
    the `layout`.
    """

    sides: int
    columns: int
    size: float
    left: tuple[Place, ...]
    kept: Kept
    atoms: tuple[Atom, ...]
    layout: Layout


def search(boxes: Sequence[Box], order: Order, theme: Theme, room: Room, *, in_order: bool = False) -> Choice:
    """The choice for a room: everything if it is legible, else the most, in the order of importance.

    With `in_order` nothing is kept after what is left out. What is minor is shown in large type or not at all. Where
    there are two sides and one holds everything in large type, there is one.
    """
    if len(room.heights) > 1:
        alone = search(boxes, order, theme, replace(room, heights=room.heights[:1]), in_order=in_order)
        if not alone.left and alone.size >= ENOUGH * room.largest:
            return alone
    return _Search(boxes, order, theme, room, in_order).choice()


def all_in_large_type(boxes: Sequence[Box], theme: Theme, room: Room) -> Choice | None:
    """The choice where all fits on one side in the largest type: then nothing is more important; None elsewhere."""
    if len(room.heights) > 1:
        alone = all_in_large_type(boxes, theme, replace(room, heights=room.heights[:1]))
        return alone if alone is not None and not alone.left else None
    free = (room.width / room.largest / NARROW) * (sum(room.heights) / room.largest / LEADING)
    places = showable(boxes)
    for place in places:
        free -= _length(boxes, place)
        if free < 0:  # a long document: it is not worth measuring
            return None
    return _Search(boxes, Order(tuple(places)), theme, room, True).all_of_it() if places else None


class _Search:
    """A search through choices for one room."""

    def __init__(self, boxes: Sequence[Box], order: Order, theme: Theme, room: Room, in_order: bool) -> None:
        self.boxes, self.room, self.in_order, self.order = boxes, room, in_order, order
        self._packer = Packer(boxes, theme, room)
        self._held = 0

    def choice(self) -> Choice:
        """The most that fits at the smallest size, at the largest that holds it."""
        return self._as_large_as_can_be(*self._most())

    def all_of_it(self) -> Choice | None:
        """All at the largest size, if it holds that."""
        chosen = Chosen(self.boxes).with_more(self.order.places)
        if not self._columns(chosen.kept, self.room.largest):
            return None
        return self._as_large_as_can_be(list(self.order.places), chosen)

    def _as_large_as_can_be(self, places: Sequence[Place], chosen: Chosen) -> Choice:
        steps = round((self.room.largest - self.room.smallest) / STEP)
        most = _last(lambda step: bool(self._columns(chosen.kept, self._size(step))), steps)
        columns, size, atoms, layout = self._evenest(chosen.kept, most)
        inside = frozenset(places)
        left = tuple(place for place in self._all() if place not in inside)
        sides = len(self.room.heights) if self.room.frame else max(1, -(-_last_full(layout) // columns))
        return Choice(sides, columns, size, left, chosen.kept, atoms, layout)

    def _all(self) -> list[Place]:
        ranked = (*self.order.places, *self.order.minor)
        known = set(ranked)
        every = ((number, unit) for number, box in enumerate(self.boxes) for unit in range(len(box.units)))
        return [*ranked, *(place for place in every if place not in known)]

    def _evenest(self, kept: Kept, most: int) -> tuple[int, float, tuple[Atom, ...], Layout]:
        """The columns and the size, near the largest one, whose feet are even; else the most even ones."""
        best: tuple[float, int, float, tuple[Atom, ...], Layout] | None = None
        worth = round(SMALLER * self._size(most) / STEP)
        for step in range(most, max(-1, most - worth), -1):
            size = self._size(step)
            for columns in self._packer.readable(size):
                if not self._packer.holds(kept, columns, size):
                    continue
                atoms, free = self._packer.atoms(kept, columns, size), self._packer.free(columns, size)
                layout = columned(atoms, free)
                apart = spread(atoms, layout, free)
                if best is None or apart < best[0] - 0.2:
                    best = (apart, columns, size, tuple(atoms), layout)
                if apart <= EVEN:
                    return columns, size, tuple(atoms), layout
        if best is None:
            return 1, self._size(0), (), ()
        return best[1:]

    def _most(self) -> Selection:
        """The first ones that fit, and those after them for which there is still room."""
        chosen = self._added(([], Chosen(self.boxes)), self._possible(), self.room.smallest)
        large = ENOUGH * self.room.largest
        if self.order.minor and len(chosen[0]) == len(self.order.places) and self._fits(chosen[1].kept, large):
            chosen = self._added(chosen, self.order.minor, large)
        return chosen

    def _added(self, selection: Selection, rest: Sequence[Place], size: float) -> Selection:
        """What is chosen and as much of the rest as a size has room for, from the first on."""
        places, chosen = selection
        for _ in range(TRIES):
            count = self._run(chosen, rest, size)
            places, chosen = [*places, *rest[:count]], chosen.with_more(rest[:count])
            if count == len(rest) or self.in_order:
                break
            rest = self._without(rest[count], rest[count + 1 :])
        return places, chosen

    def _without(self, passed: Place, rest: Sequence[Place]) -> list[Place]:
        """The rest without what needs what is passed over."""
        gone = {passed}
        out = []
        for box, unit in rest:
            needs = self.boxes[box].units[unit].needs
            if needs >= 0 and (box, needs) in gone:
                gone.add((box, unit))
            else:
                out.append((box, unit))
        return out

    def _run(self, chosen: Chosen, rest: Sequence[Place], size: float) -> int:
        """How many of the rest, from the first on, fit besides what is chosen."""

        @cache
        def fit(count: int) -> bool:
            return self._fits(chosen.with_more(rest[:count]).kept, size)

        limit = len(rest)
        if chosen.kept:  # little room is left: most often there is none for the next one
            limit = min(1, limit)
            while limit < len(rest) and fit(limit):
                limit = min(2 * limit, len(rest))
        return _last(fit, limit)

    def _possible(self) -> list[Place]:
        """What is worth trying: by its characters none is longer than the sides, nor all by much."""
        smallest = self.room.smallest
        most = (self.room.width / smallest / NARROW) * (sum(self.room.heights) / smallest / LEADING)
        out, free, gone = [], 1.3 * most, set[Place]()
        for box, unit in self.order.places:
            needs = self.boxes[box].units[unit].needs
            length = _length(self.boxes, (box, unit))
            if length > most or (box, needs) in gone:
                gone.add((box, unit))
                continue
            out.append((box, unit))
            free -= length
            if free < 0:
                break
        return out

    def _fits(self, kept: Kept, size: float) -> bool:
        """Whether any number of columns holds it: most often the one that did last."""
        for columns in sorted(self._packer.readable(size), key=lambda columns: columns != self._held):
            if self._packer.holds(kept, columns, size):
                self._held = columns
                return True
        return False

    def _columns(self, kept: Kept, size: float) -> int:
        """The fewest columns that hold it, lines being readable; 0 if none do."""
        return next((c for c in self._packer.readable(size) if self._packer.holds(kept, c, size)), 0)

    def _size(self, step: int) -> float:
        return round(self.room.smallest + step * STEP, 1)


def _length(boxes: Sequence[Box], place: Place) -> int:
    """The characters of a unit."""
    entries = boxes[place[0]].entries
    units = boxes[place[0]].units
    return sum([len(e.said or plain(e.inlines)) for e in [entries[k] for k in units[place[1]].entries]])


def _last_full(layout: Layout) -> int:
    """How many columns there are up to the last one that holds something."""
    return max((number + 1 for number, column in enumerate(layout) if column), default=0)


def _last(holds: Callable[[int], bool], limit: int) -> int:
    """The largest number up to the limit for which it holds, if it holds up to somewhere and not beyond."""
    if holds(limit):
        return limit
    low, high = 0, limit
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low
