"""The cheapest way to divide a section among slides, as a paragraph is divided among lines.

Knuth & Plass, Breaking paragraphs into lines (1981): over all ways to divide, by dynamic programming from the end.
It is linear in the section, for a slide holds few atoms.
"""

from collections.abc import Sequence

import msgspec

from triptych.plan.deck.compose.arrange import Arrangement, Arranger
from triptych.plan.deck.compose.atoms import Atom
from triptych.plan.deck.compose.costs import COSTS
from triptych.plan.deck.units import ObjectUnit

MOST = 14
"""Atoms of a slide at most."""
_NEVER = float("inf")


class Group(msgspec.Struct, frozen=True):
    """The atoms of a slide, from one to before another, and how they are laid out."""

    start: int
    end: int
    arrangement: Arrangement


def divided(atoms: Sequence[Atom], arranger: Arranger) -> list[Group]:
    """The atoms among slides, as cheap as can be."""
    count = len(atoms)
    best = [_NEVER] * count + [0.0]
    chosen: list[Group | None] = [None] * count
    parted = [0.0, *(_parted(atoms, end) for end in range(1, count + 1))]
    for start in range(count - 1, -1, -1):
        first = start + 1 if atoms[start].unit is None else start
        for end in range(first + 1, min(count, first + MOST) + 1):
            titled = _titled(atoms, start, end)
            if best[end] == _NEVER or not _may_end(atoms, start, end, titled):
                continue
            found = arranger.best(start if titled > 1 else first, end)
            if found is None:
                continue
            cost = best[end] + found.cost + parted[end] + COSTS.head * (titled if titled > 1 else 0)
            if cost < best[start]:
                best[start], chosen[start] = cost, Group(start if titled > 1 else first, end, found)
    return _path(atoms, chosen)


def _path(atoms: Sequence[Atom], chosen: Sequence[Group | None]) -> list[Group]:
    out: list[Group] = []
    at = 0
    while at < len(atoms):
        group = chosen[at]
        if group is None:  # the beginning of a topic that shows nothing
            at += 1
            continue
        out.append(group)
        at = group.end
    return out


def _may_end(atoms: Sequence[Atom], start: int, end: int, titled: int) -> bool:
    """Whether a slide may hold these: no title at its foot, and of several topics only whole ones."""
    if atoms[end - 1].unit is None:
        return False
    if titled < 2:
        return True
    return atoms[start].unit is None and (end == len(atoms) or atoms[end].unit is None)


def _titled(atoms: Sequence[Atom], start: int, end: int) -> int:
    """How many topics a slide holds."""
    return atoms[end - 1].topic - atoms[start].topic + 1


def _parted(atoms: Sequence[Atom], end: int) -> float:
    """What it costs that a slide ends before an atom."""
    if end == len(atoms) or atoms[end].unit is None:
        return COSTS.lead if atoms[end - 1].leads else 0.0
    last, then = atoms[end - 1], atoms[end]
    if last.leads:
        return COSTS.lead
    if then.begun or (then.back and last.text):
        return COSTS.back
    if isinstance(then.unit, ObjectUnit):
        return COSTS.explained if last.text else 0.0
    one, other = last.text, then.text
    if one is None or other is None:
        return 0.0
    if other.bound:
        return COSTS.refers
    if not other.starts and other.para.level:
        return COSTS.listed
    if one.joins and other.joins and one.source == other.source:
        return COSTS.paragraph
    return COSTS.listed if not one.joins and not other.joins else 0.0
