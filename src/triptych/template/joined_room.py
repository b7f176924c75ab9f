"""Placeholders that have the room of others too, which stay empty."""

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.theme import Placeholder
from triptych.template.background import Grounds
from triptych.template.room import side_by_side

Slots = tuple[Placeholder, ...]
_CLOSE = 0.5
"""The share of a title's height that a text is away from it at most, whose room the title can have."""


def all_for_title(slots: Slots, drawn: Grounds | None) -> Slots:
    """The placeholders of a question's slide: the title has the room of texts above and beneath it, which say nothing.

    Only where both are about as wide, stand on the same ground, close to each other, and nothing is drawn there.
    """
    title = next((slot for slot in slots if slot.kind == "title"), None)
    for slot in slots:
        if title is None or slot.kind not in ("body", "subtitle"):
            continue
        one, other = title.rect, slot.rect
        across = min(one.right, other.right) - max(one.x, other.x)
        close = max(one.y, other.y) - min(one.bottom, other.bottom) <= _CLOSE * one.height
        top, end = min(one.y, other.y), max(one.bottom, other.bottom)
        both = Rect(one.x, top, one.width, end - top)
        bare = drawn is not None and drawn.is_bare(both)
        if across >= 0.8 * one.width and close and set(slot.grounds) == set(title.grounds) and bare:
            grown = replace(title, rect=both, moved=True)
            slots = tuple(grown if each is title else each for each in slots if each is not slot)
            title = grown
    return slots


def across(bodies: Slots, drawn: Grounds | None) -> Placeholder | None:
    """The left one of two texts side by side, as wide as both: where a template has no layout for one text alone.

    None if there are no such, or something is drawn there.
    """
    pair = side_by_side(bodies)
    if pair is None:
        return None
    one, other = (slot.rect for slot in pair)
    top, end = min(one.y, other.y), max(one.bottom, other.bottom)
    both = Rect(one.x, top, other.right - one.x, end - top)
    return replace(pair[0], rect=both, moved=True) if drawn is not None and drawn.is_bare(both) else None
