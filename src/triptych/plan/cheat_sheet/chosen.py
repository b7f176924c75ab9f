"""The units that are chosen, and which entries boxes keep with them."""

from collections.abc import Iterable, Mapping, Sequence

from triptych.plan.cheat_sheet.boxes import Box
from triptych.plan.cheat_sheet.order import Place

Kept = Mapping[int, frozenset[int]]
"""The entries that boxes keep, in their order."""


class Chosen:
    """Units by their boxes. Only of boxes to which some are added is it found out again what they keep."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = boxes
        self._units: Mapping[int, frozenset[int]] = {}
        self.kept: Kept = {}

    def with_more(self, places: Iterable[Place]) -> "Chosen":
        """The same, and other units."""
        added: dict[int, list[int]] = {}
        for box, unit in places:
            added.setdefault(box, []).append(unit)
        made = Chosen(self._boxes)
        units = dict(self._units)
        kept = dict(self.kept)
        for box, more in added.items():
            units[box] = units.get(box, frozenset()).union(more)
            kept[box] = self._entries(box, units[box])
        new = len(kept) > len(self.kept)
        made._units = units
        made.kept = {box: kept[box] for box in sorted(kept)} if new else kept
        return made

    def _entries(self, box: int, chosen: frozenset[int]) -> frozenset[int]:
        """What units of a box show: their entries, and what stands for the tail of a list that is not shown."""
        units = self._boxes[box].units
        held: set[int] = set()
        for number in chosen:
            held.update(units[number].entries)
            if number + 1 < len(units) and units[number + 1].tail and number + 1 not in chosen:
                held.add(units[number].more)
        return frozenset(held)
