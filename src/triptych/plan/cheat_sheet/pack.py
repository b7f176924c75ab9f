"""What boxes keep, in columns over the sides of a sheet: in its order and as even as can be."""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise
from math import inf
from types import MappingProxyType

import msgspec

from triptych.model.smallest_type import LARGEST_SHEET, SMALLEST_SHEET
from triptych.plan.cheat_sheet.measure import PAD, Slice, header_height
from triptych.text.line_counts import Parts, count_lines

BOX_GAP, COLUMN_GAP = 0.5, 1.0
"""Ems: the least space between boxes, and that between columns."""
COLUMNS = (1, 2, 3, 4, 5, 6)
NARROWEST, WIDEST = 15.0, 38.0
"""Ems of a column's text: about 30 to 75 characters."""
SHARE = 0.2
"""How much of a side is kept for what is added by hand."""
WINDOW = 9.0
"""Ems."""
DIVIDED = 1.5
"""Ems of unevenness that are worth no more than a box that a column divides."""

NO_STRIPS: Mapping[int, float] = MappingProxyType({})
"""Of a sheet whose boxes have no titles over them."""

Layout = tuple[tuple[int, ...], ...]
"""Blocks by column, as their numbers, the columns of one side after those of the other."""


class Room(msgspec.Struct, frozen=True):
    """What the boxes may take: the width, the height of each side, the bounds of the type; points.

    With a `frame` a part of the last column is kept free. `strips` measures the title of each part of the document
    that is to stand over its boxes, with the height of its lines, in ems.
    """

    width: float
    heights: tuple[float, ...]
    smallest: float = SMALLEST_SHEET
    largest: float = LARGEST_SHEET
    frame: bool = False
    strips: Mapping[int, tuple[Parts, float]] | None = None


class Atom(msgspec.Struct, frozen=True):
    """A block of a box as it is packed; ems.

    `height` is its own, `gap` what stands between it and the one before it in a column, `start` what stands above it
    where a column begins with it, `end` what stands below it where a column ends with it. `slack` is by how much the
    space above it may grow. The `first` one of a box has its titles above it from a `level` on.
    """

    box: int
    slices: tuple[Slice, ...]
    height: float
    gap: float
    start: float
    end: float
    slack: float
    first: bool = False
    level: int = 0

    @property
    def goes_on(self) -> bool:
        """Whether it goes on with a passage or a table that the one before it began."""
        return self.slices[0].start > 0


class Packed:
    """A box: the height of all its blocks, the gap above it in a column, what stands above it at the top of one; ems.

    Its blocks are only made when they are asked for: where it may have to be divided, and in the end.
    """

    __slots__ = ("_atoms", "_made", "gap", "height", "start")

    def __init__(self, height: float, gap: float, start: float, made: Callable[[], list[Atom]]) -> None:
        self.height, self.gap, self.start, self._made = height, gap, start, made
        self._atoms: list[Atom] | None = None

    @property
    def atoms(self) -> list[Atom]:
        """Its blocks."""
        if self._atoms is None:
            self._atoms = self._made()
        return self._atoms


def column_width(columns: int, size: float, width: float) -> float:
    """The width of a column in points."""
    return (width - (columns - 1) * COLUMN_GAP * size) / columns


def readable(columns: int, size: float, width: float) -> bool:
    """Whether lines are neither too short nor too long; a single column may be as narrow as the paper is."""
    ems = column_width(columns, size, width) / size - 2 * PAD
    return (ems >= NARROWEST or columns == 1) and (ems <= WIDEST or columns == COLUMNS[-1])


def frame_height(columns: int, height: float) -> float:
    """How much of the last column of a side is kept for what is added by hand: a fifth of all, or the column."""
    return height * min(1.0, SHARE * columns)


def rooms(room: Room, columns: int, size: float) -> list[float]:
    """The heights of all columns, in ems."""
    free = [height / size for height in room.heights for _ in range(columns)]
    if room.frame:
        free[-1] = max(0.0, free[-1] - frame_height(columns, room.heights[-1]) / size - BOX_GAP)
    return free


def strip_heights(room: Room, columns: int, size: float) -> Mapping[int, float]:
    """How much the title of each part takes over its boxes, in ems."""
    if not room.strips:
        return NO_STRIPS
    inner = column_width(columns, size, room.width) / size - 2 * PAD
    return {part: header_height(count_lines(title, inner), high) for part, (title, high) in room.strips.items()}


def hold(boxes: Sequence[Packed], free: Sequence[float]) -> bool:
    """Whether columns of such heights hold boxes: first fit, which is the best there is for a fixed order."""
    column, used = 0, 0.0
    for box in boxes:
        whole = used + (box.gap if used else box.start) + box.height
        if whole <= free[column] + 1e-6:  # as most boxes are: what follows does the same for all
            used = whole
            continue
        for atom in box.atoms:
            needs = atom.height + (atom.gap if used else atom.start)
            if used and used + needs + atom.end > free[column] + 1e-6:
                column, used = column + 1, 0.0
                needs = atom.height + atom.start
            while 0 < column < len(free) and not used and needs + atom.end > free[column] + 1e-6:
                column += 1
            if column >= len(free):
                return False
            if not used and needs + atom.end > free[column] + 1e-6:
                return False
            used += needs
    return True


def columned(atoms: Sequence[Atom], free: Sequence[float], window: float = WINDOW) -> Layout:
    """The atoms in columns that are as even as can be, where boxes stay whole if that costs little.

    The least sum of squares of what columns are longer or shorter than the mean, by dynamic programming over the atoms
    with which columns end (as in Knuth & Plass 1981, where lines are broken). Only ends within a `window` of ems from
    where columns would end that are quite even are tried first.
    """
    count = len(atoms)
    steps = list(accumulate((a.height + a.gap for a in atoms), initial=0.0))

    def height(start: int, stop: int) -> float:
        first, last = atoms[start], atoms[stop - 1]
        return steps[stop] - steps[start] - first.gap + first.start + last.end

    mean = sum(a.height + a.gap for a in atoms) / sum(1 for room in free if room > 0) if atoms else 0.0
    full = max(free)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    wanted = 0.0
    for room in free:
        wanted += min(room, mean)
        target = min(room, mean) if room < full - 1e-6 else mean
        after: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, ends) in best.items():
            for stop in range(max(start, min(1, count)), count + 1):
                high = height(start, stop) if stop > start else 0.0
                if high > room + 1e-6 or steps[stop] > wanted + window:
                    break
                if stop < count and steps[stop] < wanted - window:
                    continue
                split = DIVIDED**2 if 0 < start < count and not atoms[start].first and stop > start else 0.0
                split += DIVIDED if split and atoms[start].goes_on else 0.0
                total = cost + (high - target) ** 2 + split
                if stop not in after or total < after[stop][0]:
                    after[stop] = (total, (*ends, stop))
        best = after
    if count not in best:
        return columned(atoms, free, inf) if window < inf else ()
    starts = (0, *best[count][1])
    return tuple(tuple(range(a, b)) for a, b in pairwise(starts))
