"""The order in which units are worth a place: by what each adds, or as they stand in the source."""

from collections.abc import Iterator, Sequence

from triptych.model.document import Document
from triptych.model.queries import plain
from triptych.plan.cheat_sheet.boxes import Box, Unit
from triptych.weigh import Weigh, Weights, ranking, weigh

Place = tuple[int, int]
"""A box and one of its units."""


def ranked(boxes: Sequence[Box], document: Document, weigh: Weigh = weigh, *, in_order: bool = False) -> list[Place]:
    """Every unit that may be shown, the most important first, each after the one that it needs.

    What an author marks comes first or last. With `in_order` nothing else counts but where it stands. `weigh` is
    what weighs the document.
    """
    places = [(number, unit) for number, box in enumerate(boxes) for unit in range(len(box.units))]
    if not in_order:
        weights = weigh(document)
        groups = [_statements(boxes[box], boxes[box].units[unit], weights) for box, unit in places]
        places = [places[k] for k in ranking(weights.statements, groups)]
    places.sort(key=lambda place: -boxes[place[0]].units[place[1]].essential)
    return list(_after_needs([p for p in places if not boxes[p[0]].units[p[1]].dangling], boxes))


def _statements(box: Box, unit: Unit, weights: Weights) -> tuple[int, ...]:
    """The statements that a unit says, as their indexes."""
    found: dict[int, None] = {}
    for index in unit.entries:
        entry = box.entries[index]
        said = entry.said or plain(entry.inlines)
        at = weights.index(said, entry.line) if said.strip() else None
        if at is not None:
            found[at] = None
    return tuple(found)


def _after_needs(places: Sequence[Place], boxes: Sequence[Box]) -> Iterator[Place]:
    """The places in order, each one's need right before it; none whose need cannot be shown."""
    possible, done = set(places), set[Place]()
    for place in places:
        chain = [place]
        while (needs := boxes[place[0]].units[chain[-1][1]].needs) >= 0 and (place[0], needs) not in done:
            chain.append((place[0], needs))
        if all(one in possible for one in chain):
            yield from (one for one in reversed(chain) if one not in done)
            done.update(chain)
