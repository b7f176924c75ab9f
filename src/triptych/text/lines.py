"""Breaking text into lines: first fit, with a second look at a lonely last word."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

import msgspec

from triptych.model.drawing import Drawing
from triptych.model.theme import Face
from triptych.text.line_counts import LOOSE, Parts
from triptych.text.long_words import MANY, enough, near, units
from triptych.text.opportunities import emergency
from triptych.text.shape import SOFT_HYPHEN, space_width, word_width
from triptych.text.word_widths import Measure, ems_of, known_parts, learn_parts, wide_of


class Style(msgspec.Struct, frozen=True, cache_hash=True):
    """How a span looks; points. `link` keeps spans of different links apart; `rise` lifts the baseline.

    `highlight` is the colour behind it, empty for none. Of a `blank` only the room that it takes is shown. `places` are
    the names of what stands there; `call` is the number of the footnote that is called there, or 0. Where a `hand`
    writes there is room above the line; a `pad` is nothing but room to write in.
    `lang` is its language, empty for that of the document; `stands_for` is what it abbreviates. By the rules of
    `hyphens` its words may be divided where a line would be loose: a language, empty where none is divided.
    """

    face: Face
    size: float
    color: str
    link: str = ""
    rise: float = 0.0
    highlight: str = ""
    strike: bool = False
    blank: bool = False
    places: tuple[str, ...] = ()
    call: int = 0
    hand: bool = False
    pad: bool = False
    lang: str = ""
    hyphens: str = ""
    stands_for: str = ""


class Span(msgspec.Struct, frozen=True):
    """Text of one style. A line feed is a line break that the author asked for.

    A `drawing` is set instead of the text, which stands for it where only text can; `formula` is the LaTeX that it
    shows, `display` whether that stands on a line of its own, `sans` whether it is set without serifs. Before one that
    is `free` a line may end.
    """

    text: str
    style: Style
    drawing: Drawing | None = None
    formula: str = ""
    display: bool = False
    free: bool = False
    sans: bool = False


class Piece(msgspec.Struct, frozen=True):
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


class Line(msgspec.Struct, frozen=True):
    """A broken line. `width` counts no trailing space."""

    pieces: tuple[Piece, ...]
    width: float

    @property
    def calls(self) -> tuple[int, ...]:
        """The numbers of the footnotes that are called on it."""
        return tuple(piece.style.call for piece in self.pieces if piece.style.call)


class Atom(msgspec.Struct):
    """What may not be broken: parts by span; `solid` without and `total` with the space behind it; points."""

    parts: list[tuple[int, str]]
    solid: float
    total: float
    ends_line: bool = False


def parts_of(spans: Sequence[Span], measure: Measure = word_width, *, cut_addresses: bool = False) -> Parts:
    """The spans as unbreakable parts, in points (in ems for spans of size 1), to be counted at many widths."""
    if len(spans) == 1 and "\n" not in spans[0].text and spans[0].drawing is None and not cut_addresses:
        return _parts_of_one(spans[0], measure)
    return tuple((atom.solid, atom.total, atom.ends_line) for atom in atoms_of(spans, measure, cut_addresses))


def _parts_of_one(span: Span, measure: Measure) -> Parts:
    """The same for the common case, without the bookkeeping that several spans need."""
    size, face, words = span.style.size, span.style.face, span.text.split(" ")
    space = space_width(face) * size
    if size == 1.0 and "" not in words:
        ems = ems_of(measure, face)
        *before, (solid, total, _) = chain.from_iterable([ems[word] for word in words])
        return (*before, (solid, total - space, False))
    known = known_parts(measure, face)
    out: list[tuple[float, float, bool]] = []
    for word in words:
        if not word:
            if out:
                out[-1] = (out[-1][0], out[-1][1] + space, False)
            continue
        pieces = known.get(word) or learn_parts(word, known, measure, face)
        for _, wide in pieces[:-1]:
            out.append((wide * size, wide * size, False))
        solid = pieces[-1][1] * size
        out.append((solid, solid + space, False))
    if out and not span.text.endswith(" "):
        out[-1] = (out[-1][0], out[-1][1] - space, False)
    return tuple(out)


def has_soft_hyphens(spans: Sequence[Span]) -> bool:
    """Whether their author said where words may be divided."""
    return any(SOFT_HYPHEN in span.text for span in spans)


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
    return tuple(_line(row, spans, measure) for row in rows)


_broken_once = lru_cache(maxsize=2048)(_broken)
"""For what recurs: marks of lists, page numbers, cells, what two panels show."""


def _lonely(row: list[Atom], width: float) -> bool:
    return len(row) == 1 and row[0].solid < 0.22 * width


def atoms_of(spans: Sequence[Span], measure: Measure, cut_addresses: bool = False) -> list[Atom]:
    """Words and parts of words, glued across spans where no space stands between them."""
    atoms: list[Atom] = []
    glue = False
    for index, span in enumerate(spans):
        size, face = span.style.size, span.style.face
        space = space_width(face) * size
        known = known_parts(measure, face)
        if span.drawing is not None:
            _add(atoms, index, span.text.replace(" ", "\u00a0"), span.drawing.width * size, glue and not span.free)
            glue = True
            continue
        for number, row in enumerate(span.text.split("\n")):
            if number:
                if not atoms:
                    atoms.append(Atom([(index, "")], 0.0, 0.0))
                atoms[-1].ends_line = True
                glue = False
            words = row.split(" ")
            last = len(words) - 1
            for place, word in enumerate(words):
                pieces = known.get(word) if word else ()
                if pieces is None:
                    pieces = learn_parts(word, known, measure, face)
                if cut_addresses and "://" in word:
                    pieces = tuple((part, measure(part, face)) for part in emergency(word))
                if len(pieces) == 1 and not glue:  # as most words are: what follows does the same for all
                    part, ems = pieces[0]
                    solid, glue = ems * size, place == last
                    text, total = (part, solid) if glue else (part + " ", solid + space)
                    atoms.append(Atom([(index, text)], solid, total))
                    continue
                for part, ems in pieces:
                    if glue and atoms:
                        _extend(atoms[-1], index, part, ems * size)
                    else:
                        atoms.append(Atom([(index, part)], ems * size, ems * size))
                    glue = False
                if place < last:
                    if atoms and not atoms[-1].ends_line:
                        _extend_space(atoms[-1], index, space)
                    glue = False
                elif word:
                    glue = True
    return atoms or [Atom([(0, "")] if spans else [], 0.0, 0.0)]  # no text takes a line, too


def _add(atoms: list[Atom], index: int, part: str, solid: float, glue: bool) -> None:
    """Another part: glued to the one before where no space stands between them."""
    if glue and atoms:
        _extend(atoms[-1], index, part, solid)
    else:
        atoms.append(Atom([(index, part)], solid, solid))


def _extend(atom: Atom, index: int, part: str, solid: float) -> None:
    atom.parts.append((index, part))
    atom.solid = atom.total + solid
    atom.total = atom.solid


def _extend_space(atom: Atom, index: int, space: float) -> None:
    last, text = atom.parts[-1]
    if last == index:
        atom.parts[-1] = (index, text + " ")
    else:
        atom.parts.append((index, " "))
    atom.total += space


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


def divided(atom: Atom, x: float, limit: float, spans: Sequence[Span], measure: Measure) -> tuple[Atom, Atom] | None:
    """A word that does not fit behind x, divided so that its first part does; None if it cannot or should not be."""

    def wide(end: int) -> float:
        return _sized(_taken(atom.parts, 0, end), spans, measure).solid

    many, size = MANY * limit, max(spans[index].style.size for index, _ in atom.parts)
    head = atom.parts if atom.solid <= many else _taken(atom.parts, 0, enough(many, wide))
    places = places_in(head, spans, wide=atom.solid > limit, loose=limit - x > LOOSE * limit)
    for place in reversed(near(places, limit - x, size, wide)):
        first = part_of(atom, 0, place, spans, measure)
        if x + first.solid <= limit:
            # What has many lines before it is divided again: how wide it is about will do until it comes to its end.
            if (far := atom.solid - first.solid) > many:
                return first, Atom(_taken(atom.parts, place, None), far, far, atom.ends_line)
            return first, part_of(atom, place, None, spans, measure)
    return None


def part_of(atom: Atom, start: int, end: int | None, spans: Sequence[Span], measure: Measure) -> Atom:
    """A divided word from a character up to another, with a hyphen there, or to its end."""
    part = _sized(_taken(atom.parts, start, end, SOFT_HYPHEN if end else ""), spans, measure)
    part.ends_line = end is None and atom.ends_line
    return part


def places_in(parts: Sequence[tuple[int, str]], spans: Sequence[Span], *, wide: bool, loose: bool) -> Sequence[int]:
    """Where a word may be divided, counted in the characters of its parts; nowhere in what a hand fills in.

    Its author's soft hyphens are always heeded, the rules of its language where it is wider than a line (`wide`), or
    where the line before it would be `loose`.
    """
    if not (wide or loose) and not any(SOFT_HYPHEN in part for _, part in parts):  # as in most lines that are full
        return ()
    if any(style.blank or style.hand or style.pad for style in (spans[index].style for index, _ in parts)):
        return ()
    text = "".join("\ufffc" * len(part) if spans[index].drawing else part for index, part in parts)
    if SOFT_HYPHEN in text:
        return tuple(place for place in range(1, len(text.rstrip())) if text[place - 1] == SOFT_HYPHEN)
    styles = {spans[index].style.hyphens and (spans[index].style.lang or spans[index].style.hyphens)
              for index, part in parts if part.strip()}  # fmt: skip
    if not (wide or loose) or len(styles) != 1 or not (lang := styles.pop()):
        return ()
    from triptych.text.hyphens import LONG, SHORTEST, divisions  # late: only where a line needs it

    return divisions(text.rstrip(), lang, SHORTEST if wide else LONG)


def _taken(parts: Sequence[tuple[int, str]], start: int, end: int | None, behind: str = "") -> list[tuple[int, str]]:
    """The parts from a character up to another, with a sign behind them if they do not end in it already."""
    out: list[tuple[int, str]] = []
    at = 0
    for index, part in parts:
        if end is not None and at >= end:
            break
        kept = part[max(0, start - at) : None if end is None else max(0, end - at)]
        at += len(part)
        if kept:
            out.append((index, kept))
    if behind and not out[-1][1].endswith(behind):
        out[-1] = (out[-1][0], out[-1][1] + behind)
    return out


def _sized(parts: list[tuple[int, str]], spans: Sequence[Span], measure: Measure) -> Atom:
    """Parts as they are measured together; spaces only behind the last."""
    atom = Atom(parts, 0.0, 0.0)
    for index, part in parts:
        style, outline = spans[index].style, spans[index].drawing
        bare = part.rstrip(" ")
        atom.solid = atom.total + (outline.width if outline else measure(bare, style.face)) * style.size
        atom.total = atom.solid + space_width(style.face) * style.size * (len(part) - len(bare))
    return atom


def cut_atom(atom: Atom, limit: float, spans: Sequence[Span], measure: Measure) -> list[Atom]:
    """An atom that is wider than the line, in parts that are not (a single character may be)."""
    parts: list[Atom] = [Atom([], 0.0, 0.0)]
    for index, text in atom.parts:
        style = spans[index].style
        outline = spans[index].drawing
        if outline is not None:  # cannot be cut: it stands alone, too wide as it is
            wide = outline.width * style.size
            parts.append(Atom([(index, text)], wide, wide + space_width(style.face) * style.size * text.count(" ")))
            continue
        for unit in units(text, style.face, limit / style.size, measure):
            solid = measure(unit.rstrip(" "), style.face) * style.size
            total = solid + space_width(style.face) * style.size * (len(unit) - len(unit.rstrip(" ")))
            if parts[-1].parts and parts[-1].total + solid > limit:
                parts.append(Atom([], 0.0, 0.0))
            current = parts[-1]
            if current.parts and current.parts[-1][0] == index:
                current.parts[-1] = (index, current.parts[-1][1] + unit)
            else:
                current.parts.append((index, unit))
            current.solid, current.total = current.total + solid, current.total + total
    parts = [part for part in parts if part.parts]
    parts[-1].ends_line = atom.ends_line
    return parts


def _line(row: list[Atom], spans: Sequence[Span], measure: Measure) -> Line:
    """The atoms of a row joined into one piece a span."""
    texts: dict[int, list[str]] = {}
    if len(spans) == 1:  # as most are: what follows does the same for all
        texts[0] = [text for atom in row for _, text in atom.parts]
    for index, text in [part for atom in row for part in atom.parts] if len(spans) > 1 else ():
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
