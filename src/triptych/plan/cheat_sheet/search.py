"""The search: the most content first, then the largest type, over columns and sizes."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from triptych.model.queries import plain
from triptych.model.theme import Theme
from triptych.plan.cheat_sheet.boxes import Box
from triptych.plan.cheat_sheet.measure import LEADING, PAD, Measured
from triptych.plan.cheat_sheet.order import Order, Place
from triptych.plan.cheat_sheet.pack import (
    BOX_GAP,
    COLUMNS,
    Atom,
    Layout,
    Room,
    column_width,
    columned,
    fits,
    readable,
    rooms,
    strip_heights,
)
from triptych.plan.cheat_sheet.stretch import WIDEST_BOX, WIDEST_ENTRY, spread

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

Kept = Mapping[int, frozenset[int]]
"""The entries that boxes keep, in their order."""


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


class _Search:
    """A search through choices for one room."""

    def __init__(self, boxes: Sequence[Box], order: Order, theme: Theme, room: Room, in_order: bool) -> None:
        self.boxes, self.room, self.in_order, self.order = boxes, room, in_order, order
        self._held = 0
        self._made: dict[tuple[int, frozenset[int], float, int, float, float], list[Atom]] = {}
        self.measured = [Measured(box, theme) for box in boxes]

    def choice(self) -> Choice:
        """The most that fits at the smallest size, at the largest that holds it."""
        chosen = self._most()
        kept = self._kept(chosen)
        steps = round((self.room.largest - self.room.smallest) / STEP)
        most = _last(lambda step: bool(self._columns(kept, self._size(step))), steps)
        columns, size, atoms, layout = self._evenest(kept, most)
        inside = frozenset(chosen)
        left = tuple(place for place in self._all() if place not in inside)
        sides = len(self.room.heights) if self.room.frame else max(1, -(-_last_full(layout) // columns))
        return Choice(sides, columns, size, left, kept, atoms, layout)

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
            for columns in self._readable(size):
                atoms, free = self._atoms(kept, columns, size), rooms(self.room, columns, size)
                if not fits(atoms, free):
                    continue
                layout = columned(atoms, free)
                apart = spread(atoms, layout, free)
                if best is None or apart < best[0] - 0.2:
                    best = (apart, columns, size, tuple(atoms), layout)
                if apart <= EVEN:
                    return columns, size, tuple(atoms), layout
        if best is None:
            return 1, self._size(0), (), ()
        return best[1:]

    def _most(self) -> list[Place]:
        """The first ones that fit, and those after them for which there is still room."""
        chosen = self._added([], self._possible(), self.room.smallest)
        large = ENOUGH * self.room.largest
        if self.order.minor and len(chosen) == len(self.order.places) and self._fits(chosen, large):
            chosen = self._added(chosen, self.order.minor, large)
        return chosen

    def _added(self, chosen: list[Place], rest: Sequence[Place], size: float) -> list[Place]:
        """What is chosen and as much of the rest as a size has room for, from the first on."""
        for _ in range(TRIES):
            count = self._run(chosen, rest, size)
            chosen = [*chosen, *rest[:count]]
            if count == len(rest) or self.in_order:
                break
            rest = self._without(rest[count], rest[count + 1 :])
        return chosen

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

    def _run(self, chosen: Sequence[Place], rest: Sequence[Place], size: float) -> int:
        """How many of the rest, from the first on, fit besides what is chosen."""

        def fit(count: int) -> bool:
            return self._fits([*chosen, *rest[:count]], size)

        limit = len(rest)
        if chosen:  # little room is left: most often there is none for the next one
            limit = min(1, limit)
            while limit < len(rest) and fit(limit):
                limit = min(2 * limit, len(rest))
        return _last(fit, limit)

    def _possible(self) -> list[Place]:
        """What is worth trying: by its characters none is longer than the sides, nor all by much."""
        smallest = self.room.smallest
        most = (self.room.width / smallest / 0.33) * (sum(self.room.heights) / smallest / LEADING)
        out, free, gone = [], 1.3 * most, set[Place]()
        for box, unit in self.order.places:
            of = self.boxes[box]
            needs = of.units[unit].needs
            length = sum(len(e.said or plain(e.inlines)) for e in (of.entries[k] for k in of.units[unit].entries))
            if length > most or (box, needs) in gone:
                gone.add((box, unit))
                continue
            out.append((box, unit))
            free -= length
            if free < 0:
                break
        return out

    def _fits(self, chosen: Sequence[Place], size: float) -> bool:
        """Whether any number of columns holds it: most often the one that did last."""
        kept = self._kept(chosen)
        for columns in sorted(self._readable(size), key=lambda columns: columns != self._held):
            if fits(self._atoms(kept, columns, size), rooms(self.room, columns, size)):
                self._held = columns
                return True
        return False

    def _readable(self, size: float) -> list[int]:
        return [columns for columns in COLUMNS if readable(columns, size, self.room.width)]

    def _columns(self, kept: Kept, size: float) -> int:
        """The fewest columns that hold it, lines being readable; 0 if none do."""
        for columns in self._readable(size):
            if fits(self._atoms(kept, columns, size), rooms(self.room, columns, size)):
                return columns
        return 0

    def _kept(self, chosen: Sequence[Place]) -> Kept:
        kept: dict[int, set[int]] = {}
        inside = set(chosen)
        for box, number in chosen:
            units = self.boxes[box].units
            held = kept.setdefault(box, set())
            held.update(units[number].entries)
            if number + 1 < len(units) and units[number + 1].tail and (box, number + 1) not in inside:
                held.add(units[number].more)
        return {box: frozenset(kept[box]) for box in sorted(kept)}

    def _atoms(self, kept: Kept, columns: int, size: float) -> list[Atom]:
        """What boxes keep, in blocks, with what their titles take."""
        ems = round(column_width(columns, size, self.room.width) / size, 4)
        strips = strip_heights(self.room, columns, size)
        out: list[Atom] = []
        before: Box | None = None
        for number, of in kept.items():
            box = self.boxes[number]
            strip = strips.get(box.part, 0.0)
            level = shown_from(before, box, strips=bool(strip))
            joined = strip and before is not None and before.part == box.part
            gap = 0.0 if joined else BOX_GAP + strip
            key = (number, of, ems, level, gap, strip)
            if key not in self._made:  # from one try to the next most boxes stay as they are
                self._made[key] = self._atoms_of(number, of, ems, level, gap, strip)
            out.extend(self._made[key])
            before = box
        return out

    def _atoms_of(
        self, number: int, kept: frozenset[int], ems: float, level: int, gap: float, strip: float
    ) -> list[Atom]:
        """What a box keeps, in blocks, under its titles from a level on and a gap above them."""
        top = self.measured[number].header(level, ems)
        blocks = self.measured[number].blocks(kept, ems)
        out: list[Atom] = []
        for place, block in enumerate(blocks):
            last = place == len(blocks) - 1
            high, end = block.height + PAD * last, PAD * (not last)
            if place:
                slack = 0.0 if block.goes_on else WIDEST_ENTRY
                out.append(Atom(number, block.slices, high, block.gap, PAD + strip + block.again, end, slack))
            else:
                out.append(Atom(number, block.slices, top + PAD + high, gap, strip, end, WIDEST_BOX, True, level))
        return out

    def _size(self, step: int) -> float:
        return round(self.room.smallest + step * STEP, 1)


def shown_from(before: Box | None, box: Box, *, strips: bool) -> int:
    """From which of its titles on a box shows them: those that stand above the box before it stand there already."""
    level = 0
    if before is not None:
        pairs = zip(before.titles, box.titles, strict=False)
        same = min(len(before.titles), len(box.titles))
        level = next((k for k, (one, other) in enumerate(pairs) if one.key != other.key), same)
    return max(level, 1) if strips else level


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
