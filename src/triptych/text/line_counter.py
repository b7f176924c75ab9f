"""How many lines spans take, words being divided and cut: for the many widths that planners try."""

from collections.abc import Sequence

from triptych.text.atoms import Atom, atoms_of
from triptych.text.dividing import cut_atom, divided, part_of, places_in
from triptych.text.line_counts import LOOSE
from triptych.text.long_words import FEW, MANY
from triptych.text.shape import SOFT_HYPHEN, word_width
from triptych.text.spans import Span
from triptych.text.word_widths import Measure

_Halves = list[tuple[float, "_Word"]]
"""What a word may be divided into: the width of its first part, and its second; the longest first part first."""


class _Word:
    """What is not broken at the end of a line, and what it is divided into where that must be."""

    __slots__ = ("_halves", "atom", "ends_line", "soft", "solid", "total")

    def __init__(self, atom: Atom, spans: Sequence[Span]) -> None:
        self.atom, self.solid, self.total, self.ends_line = atom, atom.solid, atom.total, atom.ends_line
        self.soft = any(SOFT_HYPHEN in part and spans[index].drawing is None for index, part in atom.parts)
        self._halves: dict[bool, _Halves | None] = {}

    def halves(self, spans: Sequence[Span], measure: Measure, *, wide: bool) -> _Halves | None:
        """Its divisions: by all rules where it is wider than a line, else by those for loose lines; None of many."""
        if wide not in self._halves:
            places = places_in(self.atom.parts, spans, wide=wide, loose=True)
            few = len(places) <= FEW
            self._halves[wide] = [self._divided(at, spans, measure) for at in reversed(places)] if few else None
        return self._halves[wide]

    def _divided(self, place: int, spans: Sequence[Span], measure: Measure) -> tuple[float, "_Word"]:
        first = part_of(self.atom, 0, place, spans, measure)
        return first.solid, _Word(part_of(self.atom, place, None, spans, measure), spans)


class LineCounter:
    """Spans whose lines are counted as `break_lines` breaks them; what no width changes is done once."""

    def __init__(self, spans: Sequence[Span], measure: Measure = word_width) -> None:
        self._spans, self._measure = spans, measure
        self._words = [_Word(atom, spans) for atom in atoms_of(spans, measure)]

    def count(self, width: float) -> int:
        """How many lines there are in a width in points (in ems for spans of size 1)."""
        limit = width + 0.001
        lines, x, begun = 0, 0.0, False
        for word in self._words:
            if x + word.solid > limit:
                more, x, begun, word = self._turned(word, x, limit, begun)
                lines += more
            if word.ends_line:
                lines += 1
                x, begun = 0.0, False
            else:
                x += word.total
                begun = True
        return lines + begun

    def _turned(self, word: _Word, x: float, limit: float, begun: bool) -> tuple[int, float, bool, _Word]:
        """A word that does not fit behind x: the lines that it ends, where what is left of it stands, and that."""
        lines = 0
        while x + word.solid > limit:
            second = self._second(word, x, limit)
            if second is not None:
                word = second
            elif not begun:
                break
            lines += 1
            x, begun = 0.0, False
        if word.solid > limit:
            parts = cut_atom(word.atom, limit, self._spans, self._measure)
            lines, word = lines + len(parts) - 1, _Word(parts[-1], self._spans)
        return lines, x, begun, word

    def _second(self, word: _Word, x: float, limit: float) -> _Word | None:
        """What of a word stands on the next line, where its first part fits behind x; None where it is not divided."""
        wide = word.solid > limit
        if not (wide or word.soft or limit - x > LOOSE * limit):
            return None
        halves = word.halves(self._spans, self._measure, wide=wide) if word.solid <= MANY * limit else None
        if halves is None:
            found = divided(word.atom, x, limit, self._spans, self._measure)
            return _Word(found[1], self._spans) if found else None
        return next((second for first, second in halves if x + first <= limit), None)
