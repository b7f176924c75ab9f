"""The search: the most content first, then the largest type, over columns and sizes."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from triptych.model.queries import plain
from triptych.model.theme import Theme
from triptych.plan.cheat_sheet.boxes import CUE, ESSENTIAL, LEAD, OPTIONAL, Box
from triptych.plan.cheat_sheet.measure import LABEL, LEADING, Measured
from triptych.plan.cheat_sheet.pack import COLUMNS, High, Layout, Room, column_width, pack, readable

STEP = 0.1
"""Points."""
ENOUGH = 0.85
"""Of the largest type: a second side is not worth less than it gains above this."""
TRIES = 16
"""How often what does not fit is passed over for something less important that does."""

Place = tuple[int, int]
"""A box and one of its entries, or LABEL."""
Kept = Mapping[int, frozenset[int]]
"""What boxes keep, in their order."""


class Choice(msgspec.Struct, frozen=True):
    """What was found: on how many sides, in how many columns each, the type size in points.

    `left` is what is left out, the most important first, `kept` what boxes keep, `layout` has the boxes by column.
    """

    sides: int
    columns: int
    size: float
    left: tuple[Place, ...]
    kept: Kept
    layout: Layout


def ranked(boxes: Sequence[Box], *, in_order: bool = False) -> list[Place]:
    """Every entry as (box, index), the most important first.

    Among equals each box has its first one before any has its second, and the parts of the document take turns.
    With `in_order` only what an author marks counts, else what stands first comes first.
    """
    turns: Counter[tuple[int, ...]] = Counter()
    keyed = []
    for number, box in enumerate(boxes):
        label = [(CUE, LABEL)] if box.number or box.question or not box.entries else []
        for rank, index in (*label, *((box.entries[index].rank, index) for index in _turns(box))):
            rank = rank if not in_order or rank in (ESSENTIAL, OPTIONAL) else LEAD
            within = (rank, number)
            turns[within] += 0 if in_order else 1
            among = (rank, turns[within], box.part, -1)
            turns[among] += 0 if in_order else 1
            keyed.append(((rank, turns[within], turns[among], box.part, number, index), (number, index)))
    return [place for _, place in sorted(keyed)]


def _turns(box: Box) -> list[int]:
    """The entries of a box, a head after the first of those that it heads."""
    turns = list(range(len(box.entries)))
    for index, entry in enumerate(box.entries[:-1]):
        if entry.heads:
            turns[index], turns[index + 1] = index + 1, index
    return turns


def search(boxes: Sequence[Box], theme: Theme, room: Room, *, in_order: bool = False) -> Choice:
    """The choice for a room: everything if it is legible, else the most, chosen by importance or `in_order`.

    Where there are two sides and one holds everything in large type, there is one.
    """
    if len(room.heights) > 1:
        alone = search(boxes, theme, replace(room, heights=room.heights[:1]), in_order=in_order)
        if not alone.left and alone.size >= ENOUGH * room.largest:
            return alone
    return _Search(boxes, theme, room, in_order).choice()


class _Search:
    """A search through choices for one room."""

    def __init__(self, boxes: Sequence[Box], theme: Theme, room: Room, in_order: bool) -> None:
        self.boxes, self.room, self.in_order = boxes, room, in_order
        self.measured = [Measured(box, theme) for box in boxes]
        self.order = ranked(boxes, in_order=in_order)

    def choice(self) -> Choice:
        """The most that fits at the smallest size, at the largest that holds it."""
        chosen = self._most()
        steps = round((self.room.largest - self.room.smallest) / STEP)
        size = self._size(_last(lambda step: bool(self._columns(chosen, self._size(step))), steps))
        columns = self._columns(chosen, size) or 1
        kept = self._kept(chosen)
        inside = frozenset(chosen)
        left = tuple(place for place in self.order if place not in inside)
        layout = self._pack(kept, columns, size) or ()
        sides = len(self.room.heights) if self.room.frame else max(1, -(-len(layout) // columns))
        return Choice(sides, columns, size, left, kept, layout)

    def _most(self) -> list[Place]:
        """The first ones that fit, and those after them for which there is still room."""
        chosen: list[Place] = []
        rest = self._possible()
        for _ in range(TRIES):
            count = self._run(chosen, rest)
            chosen += rest[:count]
            if count == len(rest) or (self.in_order and self._fits([rest[count]])):
                break
            rest = self._without(rest[count], rest[count + 1 :])
        return chosen

    def _without(self, passed: Place, rest: Sequence[Place]) -> list[Place]:
        """The rest without what goes on after a passage that is passed over: it would come out of nowhere."""
        line = self._line(passed)
        return [place for place in rest if place < passed or not line or self._line(place) != line]

    def _line(self, place: Place) -> int:
        box, index = place
        return 0 if index == LABEL else self.boxes[box].entries[index].line

    def _run(self, chosen: Sequence[Place], rest: Sequence[Place]) -> int:
        """How many of the rest, from the first on, fit besides what is chosen."""

        def fit(count: int) -> bool:
            return self._fits([*chosen, *rest[:count]])

        limit = len(rest)
        if chosen:  # little room is left: most often there is none for the next one
            limit = min(1, limit)
            while limit < len(rest) and fit(limit):
                limit = min(2 * limit, len(rest))
        return _last(fit, limit)

    def _possible(self) -> list[Place]:
        """What is worth trying: by its characters none is longer than the sides, nor all twice as long."""
        smallest = self.room.smallest
        most = (self.room.width / smallest / 0.33) * (sum(self.room.heights) / smallest / LEADING)
        out, free = [], 2.0 * most
        for box, index in self.order:
            of = self.boxes[box]
            length = len(plain(of.title if index == LABEL else of.entries[index].inlines))
            if length <= most:
                out.append((box, index))
                free -= length
            if free < 0:
                break
        return out

    def _fits(self, chosen: Sequence[Place]) -> bool:
        return bool(self._columns(chosen, self.room.smallest))

    def _columns(self, chosen: Sequence[Place], size: float) -> int:
        """The fewest columns that hold it, lines being readable; 0 if none do."""
        kept, width = self._kept(chosen), self.room.width
        columns = (c for c in COLUMNS if readable(c, size, width) and self._pack(kept, c, size) is not None)
        return next(columns, 0)

    def _kept(self, chosen: Sequence[Place]) -> Kept:
        kept: dict[int, set[int]] = {}
        for box, index in chosen:
            kept.setdefault(box, set()).add(index)
        return {box: frozenset(kept[box]) for box in sorted(kept)}

    def _pack(self, kept: Kept, columns: int, size: float) -> Layout | None:
        ems = round(column_width(columns, size, self.room.width) / size, 4)
        boxes = [High(box, self.measured[box].height(of, ems), self.boxes[box].part) for box, of in kept.items()]
        return pack(boxes, self.room, columns, size)

    def _size(self, step: int) -> float:
        return round(self.room.smallest + step * STEP, 1)


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
