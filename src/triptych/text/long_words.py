"""Words that are wider than a line: what of them is worth measuring."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from triptych.model.theme import Face
from triptych.text.graphemes import graphemes
from triptych.text.opportunities import emergency
from triptych.text.word_widths import Measure

MANY = 4
"""Lines from which on a word is divided piece by piece: no word has so many."""
FEW = 12
"""Places in a word of which each is tried."""
_FIRST = 64
"""Characters that are measured first."""
_WHOLE = 1 << 40
"""More characters than any text has."""


def enough(most: float, wide: Callable[[int], float]) -> int:
    """So many of a word's first characters that they are wider than `most` points, which the word is."""
    count = _FIRST
    while count < _WHOLE and wide(count) <= most:
        count *= 2
    return count


def near(places: Sequence[int], room: float, size: float, wide: Callable[[int], float]) -> Sequence[int]:
    """Of many places in a word those that may fit: what is before them is not much wider than the room.

    What goes on behind may make a part narrower, as the last form of a letter is wider than another: by two letters of
    a `size` at most.
    """
    if len(places) <= FEW:
        return places
    return places[: bisect_right(places, 1.1 * room + 2 * size, key=wide)]


def units(text: str, face: Face, ems: float, measure: Measure) -> list[str]:
    """What of a word may be parted where it must: where addresses may, else, if that is wider than a line, anywhere."""
    out: list[str] = []
    for part in emergency(text):
        out.extend((part,) if measure(part.rstrip(" "), face) <= ems else graphemes(part))
    return out
