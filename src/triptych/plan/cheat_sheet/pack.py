"""Boxes into columns over the sides of a sheet, in their order and as even as can be."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from triptych.plan.cheat_sheet.measure import PAD, header_height
from triptych.text.lines import Parts, count_lines

BOX_GAP, COLUMN_GAP = 0.75, 1.1
"""Ems: space between boxes, between columns."""
COLUMNS = (1, 2, 3, 4, 5, 6)
NARROWEST, WIDEST = 15.0, 38.0
"""Ems of a column's text: about 30 to 75 characters."""
SHARE = 0.2
"""How much of a side is kept for what is added by hand."""
SMALLEST, LARGEST = 7.0, 14.0
"""Points: the type of a sheet of A4."""

Layout = tuple[tuple[int, ...], ...]
"""Boxes by column, the columns of one side after those of the other."""


class Room(msgspec.Struct, frozen=True):
    """What the boxes may take: the width, the height of each side, the bounds of the type; points.

    With a `frame` a part of the last column is kept free. `strips` measures the title of each part of the document
    that is to stand over its boxes, in ems.
    """

    width: float
    heights: tuple[float, ...]
    smallest: float = SMALLEST
    largest: float = LARGEST
    frame: bool = False
    strips: Mapping[int, Parts] | None = None


class High(msgspec.Struct, frozen=True):
    """A box as it is packed: its number, its height in ems, the part of the document it belongs to."""

    box: int
    height: float
    part: int


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


def pack(boxes: Sequence[High], room: Room, columns: int, size: float) -> Layout | None:
    """The boxes in columns, as even as can be; None if they do not fit."""
    free = [height / size for height in room.heights for _ in range(columns)]
    tallest = max(free)
    if sum(box.height for box in boxes) > sum(free) or max((b.height for b in boxes), default=0.0) > tallest:
        return None
    if room.frame:
        free[-1] -= frame_height(columns, room.heights[-1]) / size + BOX_GAP
    lead = leads(room, columns, size)
    if _columns(boxes, free, lead) is None:
        return None
    low, high = sum(box.height for box in boxes) / len(free), tallest
    for _ in range(12):
        middle = (low + high) / 2
        if _columns(boxes, [one - (tallest - middle) for one in free], lead) is None:
            low = middle
        else:
            high = middle
    return _columns(boxes, [one - (tallest - high) for one in free], lead)


def leads(room: Room, columns: int, size: float) -> Callable[[int], float]:
    """How much the title of a part takes over its boxes, in ems; 0 where it has none."""
    if not room.strips:
        return lambda part: 0.0
    inner = column_width(columns, size, room.width) / size - 2 * PAD
    heights = {part: header_height(count_lines(title, inner)) for part, title in room.strips.items()}
    return lambda part: heights.get(part, 0.0)


def _columns(boxes: Sequence[High], rooms: Sequence[float], lead: Callable[[int], float]) -> Layout | None:
    """First fit into columns of such heights; columns at the end may be missing."""
    out: list[list[int]] = [[]]
    used, part = 0.0, -1
    for box in boxes:
        needs = box.height + above(lead, part if out[-1] else -1, box.part)
        while used + needs > rooms[len(out) - 1] + 1e-6:
            if not out[-1] or len(out) == len(rooms):
                return None
            out.append([])
            used, needs = 0.0, box.height + above(lead, -1, box.part)
        out[-1].append(box.box)
        used, part = used + needs, box.part
    return tuple(tuple(column) for column in out)


def above(lead: Callable[[int], float], before: int, part: int) -> float:
    """What stands above a box, in ems: the gap to one before it in its column (of part -1: none), its part's title."""
    title = lead(part)
    if before == part and title:
        return 0.0
    return title + (BOX_GAP if before >= 0 else 0.0)
