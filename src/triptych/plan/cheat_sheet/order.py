"""The order in which units are worth a place: by what each adds, or as they stand in the source."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import msgspec

from triptych.model.document import Document
from triptych.model.queries import plain
from triptych.plan.cheat_sheet.boxes import Box, Unit
from triptych.weigh import Weigh, Weights, ranking, weigh

Place = tuple[int, int]
"""A box and one of its units."""


class Order(msgspec.Struct, frozen=True):
    """The units that may be shown, the most important first, each after the one that it needs.

    The `minor` ones are no part of the subject: greetings, aims, exercises, homework, references. They are worth room
    that is free, but no smaller type.
    """

    places: tuple[Place, ...]
    minor: tuple[Place, ...] = ()


def ranked(boxes: Sequence[Box], document: Document, weigh: Weigh = weigh, *, in_order: bool = False) -> Order:
    """The order of the units of boxes. What an author marks comes first or last; `weigh` is what weighs the document.

    With `in_order` nothing else counts but where it stands; nor is anything minor in a document of nothing else.
    """
    places = [(number, unit) for number, box in enumerate(boxes) for unit in range(len(box.units))]
    worthless: set[Place] = set()
    if not in_order:
        weights = weigh(document)
        index = cache(weights.index)  # a long sentence in many parts is looked for once
        groups = [_statements(boxes[box], boxes[box].units[unit], index) for box, unit in places]
        worthless = {place for place, group in zip(places, groups, strict=True) if _is_minor(group, weights)}
        places = [places[k] for k in ranking(weights.statements, groups)]
    places.sort(key=lambda place: (-_unit(boxes, place).essential, _unit(boxes, place).points))
    places = list(_after_needs([place for place in places if not _unit(boxes, place).dangling], boxes))
    own = [place for place in places if place not in worthless or _unit(boxes, place).essential]
    subject = set(_after_needs(own, boxes, frozenset(places)))
    if not subject:
        return Order(tuple(places))
    return Order(tuple(p for p in places if p in subject), tuple(p for p in places if p not in subject))


def showable(boxes: Sequence[Box]) -> list[Place]:
    """All units that may be shown, as they stand in the source: what `ranked` puts in order."""
    places = ((number, unit) for number, box in enumerate(boxes) for unit in range(len(box.units)))
    return list(_after_needs([place for place in places if not _unit(boxes, place).dangling], boxes))


def _unit(boxes: Sequence[Box], place: Place) -> Unit:
    return boxes[place[0]].units[place[1]]


def _is_minor(group: Sequence[int], weights: Weights) -> bool:
    """Whether all that is said is no part of the subject, whatever leads up to it."""
    said = [weights.statements[k] for k in group if not weights.statements[k].leads]
    return bool(said) and all(one.minor for one in said)


def _statements(box: Box, unit: Unit, index: Callable[[str, int], int | None]) -> tuple[int, ...]:
    """The statements that a unit says, as their indexes."""
    found: dict[int, None] = {}
    for number in unit.entries:
        entry = box.entries[number]
        said = entry.said or plain(entry.inlines)
        at = index(said, entry.line) if said.strip() else None
        if at is not None:
            found[at] = None
    return tuple(found)


def _after_needs(
    places: Sequence[Place], boxes: Sequence[Box], among: frozenset[Place] = frozenset()
) -> Iterator[Place]:
    """The places in order, each one's need right before it; none whose need cannot be shown.

    Needs may be `among` others too.
    """
    possible, done, lost = among or set(places), set[Place](), set[Place]()
    for place in places:
        chain = [place]
        while chain[-1] in possible and chain[-1] not in lost:
            needs = boxes[place[0]].units[chain[-1][1]].needs
            if needs < 0 or (place[0], needs) in done:
                yield from (one for one in reversed(chain) if one not in done)
                done.update(chain)
                break
            chain.append((place[0], needs))
        else:
            lost.update(chain)
