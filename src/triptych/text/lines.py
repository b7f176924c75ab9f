"""Breaking text into lines: first fit, with a second look at a lonely last word."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from triptych.model.drawing import Drawing
from triptych.text.atoms import Atom, atoms_of
from triptych.text.dividing import cut_atom, divided
from triptych.text.shape import space_width, word_width
from triptych.text.spans import Span, Style
from triptych.text.word_widths import Measure, wide_of


class Piece(msgspec.Struct, frozen=True, gc=False):
    """What a line holds of one span: its text with inner and trailing spaces, where it begins, how wide.

    Where a word is divided it ends in a soft hyphen, which is drawn and has a width only there.
    `rtl` sets its words from right to left (see text/bidi.py).
    """

    text: str
    style: Style
    span: int
    x: float
    width: float
    drawing: Drawing | None = None
    rtl: bool = False


class Line(msgspec.Struct, frozen=True, gc=False):
    """A broken line. `width` counts no trailing space."""

    pieces: tuple[Piece, ...]
    width: float

    @property
    def calls(self) -> tuple[int, ...]:
        """The numbers of the footnotes that are called on it."""
        return tuple([piece.style.call for piece in self.pieces if piece.style.call])


def break_lines(
    spans: Sequence[Span], width: float, measure: Measure = word_width, *, tidy: bool = True
) -> tuple[Line, ...]:
    """The spans as lines no wider than `width` points; at least one line.

    Trailing spaces hang over the edge and are not counted. With `tidy`, a last line of one short word is
    avoided where a slightly narrower measure gives as many lines.
    """
    for span in spans:
        if span.drawing:  # whose outlines take longer to compare than their lines to break
            return _broken(spans, width, measure, tidy)
    return _broken_once(tuple(spans), width, measure, tidy)


def _broken(spans: Sequence[Span], width: float, measure: Measure, tidy: bool) -> tuple[Line, ...]:
    atoms = atoms_of(spans, measure)
    rows = _fill(atoms, width, spans, measure)
    if tidy and len(rows) > 1 and _lonely(rows[-1], width):
        for factor in (0.96, 0.92, 0.88, 0.84):
            other = _fill(atoms, width * factor, spans, measure)
            if len(other) != len(rows):
                break
            if not _lonely(other[-1], width):
                rows = other
                break
    return tuple([_line(row, spans, measure) for row in rows])


_broken_once = lru_cache(maxsize=2048)(_broken)
"""For what recurs: marks of lists, page numbers, cells, what two panels show."""


def _lonely(row: list[Atom], width: float) -> bool:
    return len(row) == 1 and row[0].solid < 0.22 * width


def _fill(atoms: list[Atom], width: float, spans: Sequence[Span], measure: Measure) -> list[list[Atom]]:
    """First fit. An atom wider than the line is cut where it must be."""
    limit = width + 0.001
    rows: list[list[Atom]] = []
    row: list[Atom] = []
    x = 0.0
    for atom in atoms:
        while x + atom.solid > limit:
            halves = divided(atom, x, limit, spans, measure)
            if halves:
                rows.append([*row, halves[0]])
                atom = halves[1]
            elif row:
                rows.append(row)
            else:
                break
            row, x = [], 0.0
        if atom.solid > limit:
            *full, atom = cut_atom(atom, limit, spans, measure)
            rows.extend([part] for part in full)
        row.append(atom)
        x += atom.total
        if atom.ends_line:
            rows.append(row)
            row, x = [], 0.0
    if row:
        rows.append(row)
    return rows


def _line(row: list[Atom], spans: Sequence[Span], measure: Measure) -> Line:
    """The atoms of a row joined into one piece a span."""
    texts: dict[int, list[str]] = {}
    if len(spans) == 1:  # as most are: what follows does the same for all
        texts[0] = [text for atom in row for _, text in atom.parts]
    else:
        for index, text in [part for atom in row for part in atom.parts]:
            texts.setdefault(index, []).append(text)
    pieces, x, solid = [], 0.0, 0.0
    for index, parts in texts.items():
        style, outline, text = spans[index].style, spans[index].drawing, "".join(parts)
        bare = text.rstrip(" ")
        wide = outline.width * style.size if outline else wide_of(bare, measure, style.face, style.size)
        if bare:
            solid = x + wide
        total = wide + space_width(style.face) * style.size * (len(text) - len(bare))
        pieces.append(Piece(text, style, index, x, total, outline))
        x += total
    return Line(tuple(pieces), solid)
