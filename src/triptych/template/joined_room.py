"""Placeholders that have the room of others too, which stay empty."""

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.theme import Placeholder
from triptych.template.background import Grounds

Slots = tuple[Placeholder, ...]
_ALIKE, _FILLED = 0.5, 0.7
"""The share of the largest of several texts that the others have, and that of a place that they fill together."""
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
    """The first of several texts that fill a place together, as large as this place: where none is for one text alone.

    So two side by side, or cards in rows. None if there are no such, or something is drawn there.
    """
    large = max((body.rect.width * body.rect.height for body in bodies), default=0.0)
    cards = [body for body in bodies if body.rect.width * body.rect.height > _ALIKE * large]
    if len(cards) < 2:
        return None
    left, top = min(card.rect.x for card in cards), min(card.rect.y for card in cards)
    right, end = max(card.rect.right for card in cards), max(card.rect.bottom for card in cards)
    whole = Rect(left, top, right - left, end - top)
    filled = sum(card.rect.width * card.rect.height for card in cards)
    if filled < _FILLED * whole.width * whole.height or drawn is None or not drawn.is_bare(whole):
        return None
    first = min(cards, key=lambda card: (round(card.rect.y), card.rect.x))
    return replace(first, rect=whole, moved=True)
