"""Lines that stand like headings right above their text, with no blank line between."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from triptych.languages.signs import COLONS, ended
from triptych.patterns import late
from triptych.read.labels import split_label
from triptych.read.notes.lines import is_short_title
from triptych.read.notes.units import BARE, PART, Head, Para, Point, Unit

BARELY, LIKELY, LABELLED = "bare", "likely", "labelled"
"""Kinds of such lines without a number: those sure to be headings where there are several, and those beside them; those
with a label, "Case study: Suez", which are if all have the same one."""
LEAST = 2
"""Lines of a kind that stand so at least: one alone may be anything."""
_LONGEST, _WORDS, _TEXT_WORDS = 50, 6, 5
"""Characters and words of such a line at most, words of the text beneath it at least."""
_FEW_WORDS = 3
_TIME = late(r"\d{1,2}[:.]\d\d\b")
_DATED = late(r"\d{1,2}[:.]\d\d\b|\d{3,4}\b")
_COLONS = tuple(COLONS)
_OWN_LINE = 0.7
"""The share of the longest line that such a line and the word behind it have at most. Where that word would have had
room, the author began a new line on purpose; lines of verses, or that a program has broken, are about alike."""


def with_heads_apart(units: Sequence[Unit]) -> list[Unit]:
    """The units with short lines that are the author's headings, though no blank line stands beneath them.

    They are if a blank line stands before each, text beneath it, and there are several.
    """
    room = _OWN_LINE * max(
        (len(line) for unit in units if isinstance(unit, Para | Point) for line in unit.lines), default=0
    )
    kinds = [_kind(unit, room) if place else "" for place, unit in enumerate(units)]
    for manner in ("number", "roman", "letter"):
        kinds = _all_or_none(units, kinds, manner)
    kinds = _without_speakers(units, _with_one_label(units, kinds))
    sure = sum(bool(kind) and kind != LIKELY for kind in kinds)  # as numbered ones are headings, so are bare ones
    if sure < LEAST:
        return list(units)
    parts = [unit for unit in units if isinstance(unit, Head) and unit.level == PART]
    if parts == [*units[:1]]:
        parts[0].level = 1  # the lesson that all of it is
    out: list[Unit] = []
    for unit, kind in zip(units, kinds, strict=True):
        if not kind or not isinstance(unit, Para | Point):
            out.append(unit)
            continue
        first = unit.lines[0].rstrip(" :")
        out.append(Head(unit.written, PART, unit.line) if isinstance(unit, Point) else Head(first, BARE, unit.line))
        if unit.lines[1:]:
            after = unit.apart_after if isinstance(unit, Para) else True
            out.append(Para(unit.lines[1:], unit.line + 1, unit.indent, True, after))
    return out


def _all_or_none(units: Sequence[Unit], kinds: Sequence[str], manner: str) -> list[str]:
    """The kinds with all numbered parts as headings, or none: what is left out would stand beneath a wrong one.

    They are headings if most stand over text and the rest could be titles. Those that count anew, or stand beneath a
    heading, are its steps.
    """
    places = [
        place
        for place, unit in enumerate(units)
        if isinstance(unit, Point) and unit.marker.kind == manner and unit.apart and unit.indent <= 1
    ]
    found = [place for place in places if kinds[place]]
    if not found:
        return list(kinds)
    numbers = {place: unit.marker.number or 0 for place, unit in enumerate(units) if isinstance(unit, Point)}
    first, last = places.index(found[0]), places.index(found[-1])
    while first and numbers[places[first - 1]] == numbers[places[first]] - 1:
        first -= 1
    while last + 1 < len(places) and numbers[places[last + 1]] == numbers[places[last]] + 1:
        last += 1
    parts = places[first : last + 1]
    counted = all(numbers[after] == numbers[before] + 1 for before, after in pairwise(parts))
    above = units[parts[0] - 1]
    headed = parts[0] > 1 and (isinstance(above, Head) or (isinstance(above, Para) and _is_lone_title(above)))
    titled = all(isinstance(unit, Point) and _is_title(unit.lines[0]) for unit in (units[k] for k in parts))
    if len(found) >= LEAST and 2 * len(found) >= len(parts) and counted and titled and not headed:
        return [manner if place in parts else kind for place, kind in enumerate(kinds)]
    return ["" if kind == manner else kind for kind in kinds]


def _with_one_label(units: Sequence[Unit], kinds: Sequence[str]) -> list[str]:
    """The kinds with lines that have a label as headings, where there are several of one and none of another."""
    said = {
        place: unit.lines[0].partition(":")[0].casefold()
        for place, (unit, kind) in enumerate(zip(units, kinds, strict=True))
        if kind == LABELLED and isinstance(unit, Para)
    }
    if not said:
        return list(kinds)
    made = BARELY if len(said) >= LEAST and len(set(said.values())) == 1 else ""
    return [made if place in said else kind for place, kind in enumerate(kinds)]


def _without_speakers(units: Sequence[Unit], kinds: Sequence[str]) -> list[str]:
    """The kinds without lines most of which come again and again: those are who speaks, in a play or a dialogue."""
    said = Counter(
        unit.lines[0] for unit, kind in zip(units, kinds, strict=True) if kind == BARELY and isinstance(unit, Para)
    )
    again = sum(many for many in said.values() if many > 1)
    if 2 * again <= said.total():
        return list(kinds)
    return ["" if kind in (BARELY, LIKELY) else kind for kind in kinds]


def _is_title(line: str) -> bool:
    return is_short_title(line, _LONGEST, _WORDS) and not _says_more(line)


def _is_lone_title(para: Para) -> bool:
    return len(para.lines) == 1 and para.apart and not para.indent and _is_title(para.lines[0])


def _kind(unit: Unit, room: float) -> str:
    """What manner of heading stands above a text in one unit, with so many characters of room; empty if none does."""
    if isinstance(unit, Point):
        numbered = unit.marker.kind in ("number", "roman", "letter") and unit.indent <= 1
        return unit.marker.kind if numbered and unit.apart and _is_headed(unit.lines, room) else ""
    if not isinstance(unit, Para) or not unit.apart or unit.indent or len(unit.lines) < 2:
        return ""
    if _is_labelled(unit.lines, room):
        return LABELLED
    return BARELY if _is_headed(unit.lines, room) else LIKELY if _is_likely(unit.lines, room) else ""


def _is_headed(lines: Sequence[str], room: float) -> bool:
    """Whether the first of some lines could be a title, and the others are sentences, or labelled each."""
    if len(lines) < 2 or not _is_title(lines[0]):
        return False
    rest = lines[1:]
    labelled = all(split_label(line) or _TIME.match(line) for line in rest)
    if len(rest) > 1 and not labelled:
        room = min(room, _OWN_LINE * max(map(len, lines)))
    if len(lines[0]) + 1 + len(rest[0].partition(" ")[0]) > room:
        return False
    if not rest[0][:1].isupper() and not rest[0][:1].isdigit():
        return False
    sentences = len(rest[0].split()) >= _TEXT_WORDS and (ended(rest[-1]) or rest[-1].endswith(_COLONS))
    return sentences or (labelled and len(rest) > 1)


def _is_labelled(lines: Sequence[str], room: float) -> bool:
    """Whether a label with a name behind it, "Case study: Suez 1956", stands above sentences."""
    label, colon, name = lines[0].partition(": ")
    if not colon or not is_short_title(lines[0], _LONGEST, _WORDS) or not (name[:1].isupper() or name[:1].isdigit()):
        return False
    if len(lines[0]) + 1 + len(lines[1].partition(" ")[0]) > room or not lines[1][:1].isupper():
        return False
    return label.count(" ") < _FEW_WORDS and len(lines[1].split()) >= _TEXT_WORDS and ended(lines[-1])


def _is_likely(lines: Sequence[str], room: float) -> bool:
    """Whether a title is followed by what nobody takes for titles as well: a formula, a few words, dates.

    Alone this proves nothing; between headings it is one.
    """
    rest = lines[1:]
    if not _is_title(lines[0]) or _DATED.match(lines[0]) or len(lines[0]) + 1 + len(rest[0].partition(" ")[0]) > room:
        return False
    if len(rest) > 1:
        return all(_DATED.match(line) for line in rest)
    short = len(rest[0].split()) >= _FEW_WORDS and ended(rest[0]) and rest[0][:1].isupper()
    return short or " = " in rest[0]


def _says_more(line: str) -> bool:
    """Whether something stands behind a label, as in a dialogue."""
    found = split_label(line)
    return found is not None and bool(found[1])
