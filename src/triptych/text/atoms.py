"""What stands whole on a line: words, and parts of words between which a line may end."""

from collections.abc import Sequence
from itertools import chain

import msgspec

from triptych.text.line_counts import Parts
from triptych.text.opportunities import emergency, may_end
from triptych.text.shape import space_width, word_width
from triptych.text.spans import Span
from triptych.text.word_widths import Measure, ems_of, known_parts, learn_parts


class Atom(msgspec.Struct, gc=False):
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
                    if glue and atoms and not may_end(atoms[-1].parts[-1][1], part):
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
    if glue and atoms and not may_end(atoms[-1].parts[-1][1], part):
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
