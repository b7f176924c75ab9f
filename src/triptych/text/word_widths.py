"""The widths of words and of their parts by what measures them, each asked for once."""

from collections.abc import Callable
from functools import cache

from triptych.model.theme import Face
from triptych.text.opportunities import opportunities
from triptych.text.shape import MOST_WORDS, SOFT_HYPHEN, space_width

Measure = Callable[[str, Face], float]


class Widths(dict[str, float]):
    """The widths of words in ems, each measured when it is asked for first; not more than a process should keep."""

    def __init__(self, measure: Measure, face: Face) -> None:
        super().__init__()
        self._measure, self._face = measure, face

    def __missing__(self, word: str) -> float:
        if len(self) >= MOST_WORDS:
            self.clear()
        self[word] = width = self._measure(word, self._face)
        return width


@cache
def widths_of(measure: Measure, face: Face) -> Widths:
    """The widths of words in a face."""
    return Widths(measure, face)


def wide_of(text: str, measure: Measure, face: Face, size: float) -> float:
    """The width in points of words with a space between every two, as they stand on a line of this size."""
    widths = widths_of(measure, face)
    return sum([widths[word] for word in text.split(" ")]) * size + space_width(face) * size * text.count(" ")


EmParts = tuple[tuple[float, float, bool], ...]
"""A word as unbreakable parts of a text in ems, a space behind the last (see text/line_counts.py)."""


class Ems(dict[str, EmParts]):
    """Words as unbreakable parts in ems, each put together when it is asked for first. No word is empty."""

    def __init__(self, measure: Measure, face: Face) -> None:
        super().__init__()
        self._measure, self._face = measure, face

    def __missing__(self, word: str) -> EmParts:
        if len(self) >= MOST_WORDS:
            self.clear()
        known = known_parts(self._measure, self._face)
        *before, (_, solid) = known.get(word) or learn_parts(word, known, self._measure, self._face)
        last = (solid, solid + space_width(self._face), False)
        self[word] = found = (*((ems, ems, False) for _, ems in before), last)
        return found


@cache
def ems_of(measure: Measure, face: Face) -> Ems:
    """The words of a face in ems."""
    return Ems(measure, face)


Known = dict[str, tuple[tuple[str, float], ...]]
"""Words as the parts that lines may be broken between, each with its width in ems."""


@cache
def known_parts(measure: Measure, face: Face) -> Known:
    """The words of a face that were divided into such parts already."""
    return {}


def learn_parts(word: str, known: Known, measure: Measure, face: Face) -> tuple[tuple[str, float], ...]:
    """The parts of a word that is not among those; now it is."""
    if len(known) >= MOST_WORDS:
        known.clear()
    known[word] = tuple((part, measure(part, face)) for part in opportunities(word.rstrip(SOFT_HYPHEN)))
    return known[word]
