"""Numbers that an author has given to sections: "1.", "1.2", "IV.", "A)"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from triptych.model.document import Document, Section
from triptych.model.queries import plain

_NUMBER = re.compile(
    r"(?:(?P<digits>\d{1,3}(?:\.\d{1,3}){0,5})(?P<dot>[.):]?)|(?P<roman>[IVXLC]{1,7})[.):]|(?P<letter>[A-Za-z])[.)])"
    r"[ \u00a0\u2002\u2003\t]+(?=\S)"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def is_numbered(document: Document) -> bool:
    """Whether the author has numbered sections: neighbours count up, or one says its place ("1.", "2.1").

    A title that only begins with a number ("3 rivers of Asia") is none, unless its neighbours count on from it.
    """
    return any(_counts(titles) for titles in _neighbours(document.sections))


def _neighbours(sections: Sequence[Section]) -> Iterator[list[str]]:
    """The titles of the sections that stand side by side, from the outermost on."""
    yield [title for section in sections if (title := plain(section.title).strip())]
    for section in sections:
        yield from _neighbours(section.sections)


def _counts(titles: Sequence[str]) -> bool:
    found = [values for title in titles if (values := _values(title))]
    if any(_follow(one, other) for one, other in pairwise(found)):
        return True
    first = _NUMBER.match(titles[0]) if titles else None
    if first is None or first["digits"] is None:
        return False
    return "." in first["digits"] or (first["dot"] != "" and first["digits"] == "1")


def _follow(one: set[tuple[int, ...]], other: set[tuple[int, ...]]) -> bool:
    """Whether some reading of a number is that which comes after some reading of another."""
    return any((*before[:-1], before[-1] + 1) in other for before in one)


def _values(title: str) -> set[tuple[int, ...]]:
    """What a number at the beginning of a title may say: "I." is a numeral, or a letter."""
    match = _NUMBER.match(title)
    if match is None:
        return set()
    if match["digits"]:
        return {tuple(int(part) for part in match["digits"].split("."))}
    roman, letter = match["roman"], match["letter"]
    single = letter or (roman if len(roman) == 1 else "")
    out = set[tuple[int, ...]]()
    if single:
        out.add((ord(single.upper()) - ord("A") + _LETTERS,))
    if roman:
        out.add((_numeral(roman),))
    return out


_LETTERS = 1000
"""Added to a letter's place, so that no letter follows a number."""


def _numeral(text: str) -> int:
    values = [_VALUES[sign] for sign in text]
    return sum(-value if value < after else value for value, after in pairwise((*values, 0)))
