"""How much room the placeholders of a layout have, and how they stand to each other."""

from collections.abc import Iterable, Sequence

from triptych.geometry import Rect, Size
from triptych.model.theme import FEET, Placeholder, unit_of

FEWEST = 4
"""Lines that a text must have room for to be one."""
_SMALLEST = 20.0  # points that text is set in before slides are continued, on slides of the usual height
_PITCH = 1.2
_LESSER = 0.25  # the share of the largest text up to which another one is a side note
_TOUCH = 8.0  # points that things may overlap and still stand apart
_ALIKE = 0.6
_MARGIN, _NEED = 24.0, 44.0  # points: from the edges of a slide, and the least height of a place for text


def lines_at_least(slot: Placeholder, height: float) -> int:
    """How many lines a placeholder holds in its own size, or in the smallest that slides are set in."""
    level = slot.levels[0]
    size = min(level.size, _SMALLEST * unit_of(height))
    return max(0, int((slot.inner.height + 0.5) / (size * _PITCH * (level.line_spacing or 1.0))))


def roomy_bodies(slots: Iterable[Placeholder], height: float) -> tuple[Placeholder, ...]:
    """The texts that have room for several lines of several words."""
    wide = 120.0 * unit_of(height)
    bodies = (slot for slot in slots if slot.kind == "body" and slot.rect.width >= wide)
    return tuple(slot for slot in bodies if lines_at_least(slot, height) >= FEWEST)


def main_body(slots: Sequence[Placeholder], height: float) -> Placeholder | None:
    """The text that all others are much smaller than; None where there is no such."""
    bodies = sorted(roomy_bodies(slots, height), key=_area, reverse=True)
    if not bodies or any(_area(other) > _LESSER * _area(bodies[0]) for other in bodies[1:]):
        return None
    return bodies[0]


def side_by_side(bodies: Sequence[Placeholder]) -> tuple[Placeholder, Placeholder] | None:
    """The two texts that stand beside each other and are about equal, the left one first; None if these are not all."""
    large = max(map(_area, bodies), default=0.0)
    bodies = [body for body in bodies if _area(body) > _LESSER * large]
    if len(bodies) != 2:
        return None
    one, other = sorted(bodies, key=lambda body: body.rect.x)
    shared = min(one.rect.bottom, other.rect.bottom) - max(one.rect.y, other.rect.y)
    beside = one.rect.right <= other.rect.x + _TOUCH and shared >= _ALIKE * min(one.rect.height, other.rect.height)
    narrow, wide = sorted((one.rect.width, other.rect.width))
    return (one, other) if beside and narrow >= _ALIKE * wide else None


def labelled_pairs(slots: Sequence[Placeholder], height: float) -> tuple[Placeholder, ...] | None:
    """Two texts side by side, each behind the line above it; None if there are no such, or more than these."""
    bodies = [slot for slot in slots if slot.kind == "body"]
    pair = side_by_side(roomy_bodies(slots, height))
    if pair is None or len(bodies) != 4:
        return None
    labels = [slot for slot in bodies if slot not in pair]
    found = [next((label for label in labels if _heads(label.rect, body.rect)), None) for body in pair]
    first, second = found
    if first is None or second is None or first is second:
        return None
    return first, pair[0], second, pair[1]


def _heads(label: Rect, body: Rect) -> bool:
    across = min(label.right, body.right) - max(label.x, body.x)
    return label.bottom <= body.y + _TOUCH and across > _ALIKE * label.width


def is_clear(one: Rect, other: Rect) -> bool:
    """Whether two places overlap by no more than a hair."""
    across = min(one.right, other.right) - max(one.x, other.x)
    return across <= _TOUCH or min(one.bottom, other.bottom) - max(one.y, other.y) <= _TOUCH


def is_middle(rect: Rect, height: float) -> bool:
    """Whether a title stands in the middle of a slide and not at its head."""
    return rect.y > 0.2 * height or rect.height > 0.45 * height


def spare_place(slots: Sequence[Placeholder], slide: Size) -> Rect | None:
    """A place beneath the texts of a slide, else above them, where none of these has room for several lines.

    None if there is no such place. It is as wide as the lowest text, and ends above the footers.
    """
    texts = [slot for slot in slots if slot.kind in ("title", "subtitle", "body")]
    titles = [slot.rect for slot in texts if slot.kind == "title"]
    beneath = [slot for slot in texts if slot.kind != "title"]
    if len(titles) != 1 or any(lines_at_least(slot, slide.height) >= FEWEST for slot in beneath):
        return None
    title, margin, need = titles[0], _MARGIN * unit_of(slide.height), _NEED * unit_of(slide.height)
    low = max(slot.rect.bottom for slot in texts)
    feet = [slot.rect.y for slot in slots if slot.kind in FEET and slot.rect.y >= low]
    high = min(slot.rect.y for slot in texts)
    last = max((slot.rect for slot in texts), key=lambda rect: rect.bottom)
    at = last if last.width >= title.width / 2 else title
    x, width = max(at.x, margin), min(at.right, slide.width - margin) - max(at.x, margin)
    for top, end in ((low, min([slide.height - margin, *feet])), (margin, high)):
        if end - top >= need:
            height = min(end - top, 3 * need)
            return Rect(x, top if top == low else end - height, width, height)
    return None


def _area(slot: Placeholder) -> float:
    return slot.rect.width * slot.rect.height
