"""Words divided at the end of a line: by soft hyphens, by the rules of their language, or cut where they must be."""

from collections.abc import Sequence

from triptych.text.atoms import Atom
from triptych.text.line_counts import LOOSE
from triptych.text.long_words import MANY, enough, near, units
from triptych.text.shape import SOFT_HYPHEN, space_width
from triptych.text.spans import Span
from triptych.text.word_widths import Measure


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
