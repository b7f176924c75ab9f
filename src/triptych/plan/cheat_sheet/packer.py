"""Boxes as they are packed into columns of any number and type of any size; what was made for one try serves others."""

from collections.abc import Mapping, Sequence

import msgspec

from triptych.model.theme import Theme
from triptych.plan.cheat_sheet.boxes import Box
from triptych.plan.cheat_sheet.chosen import Kept
from triptych.plan.cheat_sheet.measure import PAD, Block, Measured
from triptych.plan.cheat_sheet.pack import (
    BOX_GAP,
    COLUMNS,
    Atom,
    Packed,
    Room,
    column_width,
    hold,
    readable,
    rooms,
    strip_heights,
)
from triptych.plan.cheat_sheet.passage import Shape
from triptych.plan.cheat_sheet.stretch import WIDEST_BOX, WIDEST_ENTRY

_Place = tuple[int, frozenset[int], int, float, float]
"""A box, what it keeps, the level from which on its titles are shown, the space above it and that above a column."""


class _Try(msgspec.Struct):
    """Columns of a width, with the titles over the boxes of a part, and the room in them; ems."""

    width: float
    strips: Mapping[int, float]
    free: list[float]
    made: dict[_Place, Packed]
    least: dict[_Place, float]


class Packer:
    """Boxes packed for a room."""

    def __init__(self, boxes: Sequence[Box], theme: Theme, room: Room) -> None:
        self._boxes, self._theme, self._room = boxes, theme, room
        self._measured: dict[int, Measured] = {}
        self._tries: dict[tuple[int, float], _Try] = {}
        self._levels: dict[tuple[int, int, bool], int] = {}
        self._made: dict[tuple[_Place, tuple[Shape, ...], float], Packed] = {}
        self._last: tuple[Kept, Mapping[int, float], list[_Place]] = ({}, {}, [])
        self._readable: dict[float, list[int]] = {}

    def readable(self, size: float) -> list[int]:
        """The numbers of columns whose lines are readable at a size."""
        if size not in self._readable:
            self._readable[size] = [columns for columns in COLUMNS if readable(columns, size, self._room.width)]
        return self._readable[size]

    def free(self, columns: int, size: float) -> list[float]:
        """The heights of all columns, in ems."""
        return self._try(columns, size).free

    def holds(self, kept: Kept, columns: int, size: float) -> bool:
        """Whether columns hold what is kept."""
        tried = self._try(columns, size)
        places = self._places(kept, tried.strips)
        return self._may_hold(places, tried) and hold([tried.made[place] for place in places], tried.free)

    def atoms(self, kept: Kept, columns: int, size: float) -> list[Atom]:
        """What boxes keep, in blocks, with what their titles take."""
        tried = self._try(columns, size)
        return [atom for packed in self._packed(self._places(kept, tried.strips), tried) for atom in packed.atoms]

    def _may_hold(self, places: Sequence[_Place], tried: _Try) -> bool:
        """Whether columns could hold boxes by their heights alone; these are measured only as long as they could."""
        room = sum(tried.free) + len(tried.free) * (BOX_GAP + 1e-3)  # at the top of a column there is no gap
        made, least = tried.made, tried.least
        new: list[_Place] = []
        for place in places:
            packed = made.get(place)
            if packed is not None:
                room -= place[3] + packed.height
                continue
            if place not in least:
                least[place] = place[3] + self._measure(place[0]).least(place[1], place[2], tried.width)
            room -= least[place]
            if room < 0:
                return False
            new.append(place)
        for place in new:
            made[place] = packed = self._pack(place, tried.width)
            room += least[place] - place[3] - packed.height
            if room < 0:
                return False
        return room >= 0

    def _packed(self, places: Sequence[_Place], tried: _Try) -> list[Packed]:
        """What boxes keep, box by box."""
        made = tried.made
        for place in places:
            if place not in made:
                made[place] = self._pack(place, tried.width)
        return [made[place] for place in places]

    def _places(self, kept: Kept, strips: Mapping[int, float]) -> list[_Place]:
        """The boxes that keep something, each with what stands above it: the same for columns and sizes in turn."""
        if kept is not self._last[0] or strips is not self._last[1]:
            self._last = (kept, strips, self._placed(kept, strips))
        return self._last[2]

    def _placed(self, kept: Kept, strips: Mapping[int, float]) -> list[_Place]:
        out: list[_Place] = []
        before = -1
        for number, of in kept.items():
            part = self._boxes[number].part
            strip = strips.get(part, 0.0) if strips else 0.0
            key = (before, number, bool(strip))
            level = self._levels.get(key)
            if level is None:
                level = self._levels[key] = self._level(*key)
            joined = strip and before >= 0 and self._boxes[before].part == part
            out.append((number, of, level, 0.0 if joined else BOX_GAP + strip, strip))
            before = number
        return out

    def _level(self, before: int, number: int, strips: bool) -> int:
        return shown_from(self._boxes[before] if before >= 0 else None, self._boxes[number], strips=strips)

    def _pack(self, place: _Place, width: float) -> Packed:
        """A box under its titles and a gap above them; boxes of equal heights are the same in any width."""
        number, kept, level, gap, strip = place
        measured = self._measure(number)
        top, shapes = measured.header(level, width), measured.shapes(kept, width)
        key = (place, shapes, top)
        if key not in self._made:
            high = top + 2 * PAD + measured.height(kept, shapes)
            self._made[key] = Packed(high, gap, strip, lambda: _atoms(place, measured.blocks(kept, shapes), top))
        return self._made[key]

    def _measure(self, number: int) -> Measured:
        if number not in self._measured:
            self._measured[number] = Measured(self._boxes[number], self._theme)
        return self._measured[number]

    def _try(self, columns: int, size: float) -> _Try:
        if (columns, size) not in self._tries:
            width = round(column_width(columns, size, self._room.width) / size, 4)
            strips = strip_heights(self._room, columns, size)
            self._tries[columns, size] = _Try(width, strips, rooms(self._room, columns, size), {}, {})
        return self._tries[columns, size]


def _atoms(place: _Place, blocks: Sequence[Block], top: float) -> list[Atom]:
    """The blocks of a box as they are packed, its titles, which take so much, in one with the first."""
    number, _, level, gap, strip = place
    out: list[Atom] = []
    for at, block in enumerate(blocks):
        last = at == len(blocks) - 1
        high, end = block.height + PAD * last, PAD * (not last)
        if at:
            slack = WIDEST_ENTRY if block.gap else 0.0  # nothing grows between what is one
            out.append(Atom(number, block.slices, high, block.gap, PAD + strip + block.again, end, slack))
        else:
            out.append(Atom(number, block.slices, top + PAD + high, gap, strip, end, WIDEST_BOX, True, level))
    return out


def shown_from(before: Box | None, box: Box, *, strips: bool) -> int:
    """From which of its titles on a box shows them: those that stand above the box before it stand there already."""
    level = 0
    if before is not None:
        pairs = zip(before.titles, box.titles, strict=False)
        same = min(len(before.titles), len(box.titles))
        level = next((k for k, (one, other) in enumerate(pairs) if one.key != other.key), same)
    return max(level, 1) if strips else level
