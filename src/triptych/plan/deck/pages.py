"""Dividing bullets among slides: one size for a group, balanced parts, no bullet left alone."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.deck import Para, Run
from triptych.model.smallest_type import SMALLEST_BODY
from triptych.model.theme import Placeholder
from triptych.plan.deck.drafts import Setting
from triptych.plan.deck.feet import Feet
from triptych.plan.deck.measure import Measured, height_of, size_at
from triptych.plan.deck.units import TextUnit

LARGEST, SMALLEST_WHOLE = 30.0, 20.0
"""Points: how far a short text grows, and how far a text shrinks before it is continued instead."""
MANY = 7
"""Bullets that a slide holds before it is thought crowded."""


class Frame(msgspec.Struct, frozen=True):
    """Where text goes: a placeholder, the inner size that is free in it, and the footnotes that it may call.

    What it `knows` are the units that it measured, by identity, so that none is measured anew for each size.
    """

    placeholder: Placeholder
    width: float
    height: float
    code_family: str
    feet: Feet
    knows: dict[int, tuple[TextUnit, Measured]] = msgspec.field(default_factory=dict)

    def measure(self, para: Para) -> Measured:
        """The paragraph, measured as this placeholder sets it."""
        return Measured(para, self.placeholder, self.code_family)

    def measure_unit(self, unit: TextUnit) -> Measured:
        """The unit with the footnotes that it brings to its slide."""
        known = self.knows.get(id(unit))
        if known is None:
            foot = self.feet.called_height((unit.para,), self.width)
            measured = Measured(unit.para, self.placeholder, self.code_family, foot)
            known = self.knows[id(unit)] = (unit, measured)  # with the unit, for as long as its identity counts
        return known[1]


def frame(placeholder: Placeholder, setting: Setting, rect: Rect | None = None) -> Frame:
    """The frame of a placeholder, or of the rectangle that it is moved to."""
    inner = (rect or placeholder.rect).inset(placeholder.insets)
    return Frame(placeholder, inner.width, inner.height, setting.theme.code_family, setting.feet)


def ladder(base: float) -> tuple[float, ...]:
    """The scales to try for a base size: from the largest, in steps of two points, to the floor."""
    top, floor = max(LARGEST, base), min(SMALLEST_BODY, base)
    steps = [top - 2 * k for k in range(int((top - floor) / 2) + 1)]
    if base not in steps:
        steps.append(base)
    return tuple(size / base for size in sorted({*steps, floor}, reverse=True))


def base_size(where: Frame) -> float:
    """The size in points of the first level."""
    return where.placeholder.levels[0].size


def whole_scale(measured: Sequence[Measured], where: Frame, least: float = SMALLEST_WHOLE) -> float | None:
    """The largest scale at which everything fits at once, no smaller than `least` points; None if none does."""
    base = base_size(where)
    floor = min(least, base)
    if len(measured) > MANY + 2:
        return None
    for scale in ladder(base):
        if base * scale < floor - 0.01:
            return None
        if height_of(measured, where.width, scale) <= where.height:
            return scale
    return None


def group_scale(groups: Sequence[Sequence[Measured]], where: Frame) -> float:
    """One scale for slides that belong together: the largest for all, or for all but a few long ones."""
    fits = sorted((whole_scale(group, where, SMALLEST_BODY) or 0.0 for group in groups), reverse=True)
    if not fits:
        return 1.0
    if fits[-1] >= 1.0:
        return fits[-1]
    most = fits[min(len(fits) - 1, int(len(fits) * 0.75))]
    return most if most > 0.0 else 1.0


def parts(units: Sequence[TextUnit], where: Frame, scale: float) -> list[tuple[TextUnit, ...]]:
    """The units divided among slides at a scale. What is longer than a slide is cut between words."""
    cut = _shortened(units, where, scale)
    measured = [where.measure_unit(unit) for unit in cut]
    heights = [part.height(where.width, scale) + part.foot for part in measured]
    befores = [part.before for part in measured]
    return [tuple(cut[a:b]) for a, b in _divide(cut, heights, befores, where.height)]


def _shortened(units: Sequence[TextUnit], where: Frame, scale: float) -> list[TextUnit]:
    """Units that each fit a slide: a longer one in pieces, which stay one sentence in the notes."""
    out: list[TextUnit] = []
    for unit in units:
        measured = where.measure_unit(unit)
        if measured.height(where.width, scale) + measured.foot <= where.height:
            out.append(unit)
            continue
        first, *rest = _pieces(unit, measured, where, scale)
        out.append(replace(unit, para=replace(unit.para, runs=first), joins=True, leads=False))
        for piece in rest:
            para = replace(unit.para, runs=piece, bullet=False, number=None)
            out.append(replace(unit, para=para, starts=False, joins=True, said=()))
    return out


def _pieces(unit: TextUnit, measured: Measured, where: Frame, scale: float) -> list[tuple[Run, ...]]:
    """A unit that is longer than a slide in pieces that fit: smaller ones where words that must be cut take more."""
    room = where.height - measured.foot
    for share in (1.0, 0.85, 0.7, 0.55, 0.4):
        made = measured.pieces(where.width, scale, room * share)
        heights = (where.measure(replace(unit.para, runs=runs)).height(where.width, scale) for runs in made)
        if all(height <= room for height in heights):
            break
    return made


def _divide(
    units: Sequence[TextUnit], heights: Sequence[float], befores: Sequence[float], room: float
) -> list[tuple[int, int]]:
    """The cheapest division, by dynamic programming from the end; linear, as a slide holds few units."""
    count = len(units)
    best = [0.0] * (count + 1)
    stop = [0] * (count + 1)
    for start in range(count - 1, -1, -1):
        best[start] = float("inf")
        used = 0.0
        for end in range(start + 1, count + 1):
            used += heights[end - 1] + (befores[end - 1] if end - 1 > start else 0.0)
            if used > room and end - 1 > start:
                break
            cost = best[end] + 1.0 + _cost(units, start, end, used / room)
            if cost < best[start]:
                best[start], stop[start] = cost, end
    out = []
    at = 0
    while at < count:
        out.append((at, stop[at]))
        at = stop[at]
    return out


def _cost(units: Sequence[TextUnit], start: int, end: int, filled: float) -> float:
    """What makes a slide poor: emptiness, crowding, one bullet alone, a break in the wrong place."""
    cost = (1.0 - min(filled, 1.0)) ** 2 * 2
    cost += 0.4 * max(0, end - start - MANY)
    if end - start == 1 and len(units) > 1 and filled < 0.6:
        cost += 1.5
    if end < len(units):
        cost += 2.0 if units[end - 1].leads else 0.0
        cost += 0.0 if units[end].starts else 0.4
    return cost


def sizes(where: Frame, scale: float) -> tuple[float, ...]:
    """The points of each level at a scale; none at full size, where text follows the template."""
    return () if scale == 1.0 else tuple(size_at(level, scale) for level in where.placeholder.levels)
