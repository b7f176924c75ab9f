"""The widths of words by what measures them, each asked for once."""

from collections.abc import Callable
from functools import cache

from triptych.model.theme import Face
from triptych.text.shape import MOST_WORDS

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
