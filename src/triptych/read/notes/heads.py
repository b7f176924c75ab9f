"""Lines that stand like headings right above their text, with no blank line between."""

from collections import Counter
from collections.abc import Sequence

from triptych.languages.signs import COLONS, ended
from triptych.read.labels import split_label
from triptych.read.notes.lines import is_short_title
from triptych.read.notes.units import BARE, PART, Head, Para, Point, Unit

LEAST = 2
"""Lines of a kind that stand so at least: one alone may be anything."""
_LONGEST, _WORDS, _TEXT_WORDS = 50, 6, 5
"""Characters and words of such a line at most, words of the text beneath it at least."""
_COLONS = tuple(COLONS)


def with_heads_apart(units: Sequence[Unit]) -> list[Unit]:
    """The units with short lines that are the author's headings, though no blank line stands beneath them.

    They are if a blank line stands before each, text beneath it, and there are several.
    """
    kinds = [_kind(unit) if place else "" for place, unit in enumerate(units)]
    counted = Counter(kinds)
    counted["bare"] = sum(many for kind, many in counted.items() if kind)  # as numbered ones are headings, so are these
    if all(many < LEAST for kind, many in counted.items() if kind):
        return list(units)
    parts = [unit for unit in units if isinstance(unit, Head) and unit.level == PART]
    if parts == [*units[:1]]:
        parts[0].level = 1  # the lesson that all of it is
    out: list[Unit] = []
    for unit, kind in zip(units, kinds, strict=True):
        if not kind or counted[kind] < LEAST or not isinstance(unit, Para | Point):
            out.append(unit)
            continue
        first = unit.lines[0].rstrip(" :")
        head = Head(unit.written, PART, unit.line) if isinstance(unit, Point) else Head(first, BARE, unit.line)
        after = unit.apart_after if isinstance(unit, Para) else True
        out.extend([head, Para(unit.lines[1:], unit.line + 1, unit.indent, True, after)])
    return out


def _kind(unit: Unit) -> str:
    """What manner of heading stands above a text in one unit; empty if none does."""
    if isinstance(unit, Point):
        numbered = unit.marker.kind in ("number", "roman", "letter") and unit.indent <= 1
        return unit.marker.kind if numbered and unit.apart and _is_headed(unit.lines) else ""
    return "bare" if isinstance(unit, Para) and unit.apart and not unit.indent and _is_headed(unit.lines) else ""


def _is_headed(lines: Sequence[str]) -> bool:
    """Whether the first of some lines could be a title, and the others are sentences, or labelled each."""
    if len(lines) < 2 or not is_short_title(lines[0], _LONGEST, _WORDS) or _says_more(lines[0]):
        return False
    rest = lines[1:]
    if not rest[0][:1].isupper() and not rest[0][:1].isdigit():
        return False
    labelled = all(split_label(line) for line in rest)
    sentences = len(rest[0].split()) >= _TEXT_WORDS and (ended(rest[-1]) or rest[-1].endswith(_COLONS))
    return sentences or (labelled and len(rest) > 1)


def _says_more(line: str) -> bool:
    """Whether something stands behind a label, as in a dialogue."""
    found = split_label(line)
    return found is not None and bool(found[1])
