"""Numbers that an author has given to sections: "1.", "1.2", "IV.", "A)"."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from triptych.model.document import Document, Section
from triptych.model.queries import plain
from triptych.patterns import late

_NUMBER = late(
    r"(?:(?P<digits>\d{1,3}(?:\.\d{1,3}){0,5})(?P<dot>[.):]?)|(?P<roman>[IVXLC]{1,7})[.):]|(?P<letter>[A-Za-z])[.)])"
    r"[ \u00a0\u2002\u2003\t]+(?=\S)"
)
_SIGN = late(r"\A[^\w(\[\"'“‘«„]+")
"""What may stand before a number and is none of the words: a pictograph, §."""
_NAMED = late(r"[\W_]*(?:[^\W\d_]{1,15}\.?[^\w(]?)?")
"""What may stand before numbers that count on, in each of the titles: "Chapter ", "(", "第"."""
_HAN = "〇一二三四五六七八九十"
_COUNT = late(rf"(\d{{1,3}}(?!\d)|[IVXLC]{{1,7}}(?![^\W\d_])|[{_HAN}]{{1,3}}|[①-⑳])\ufe0f?\u20e3?")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def is_numbered(document: Document) -> bool:
    """Whether the author has numbered sections: neighbours count up, or one says its place ("1.", "2.1").

    A title that only begins with a number ("3 rivers of Asia") is none, unless its neighbours count on from it.
    """
    return any(_counts(titles) for titles in _neighbours(document.sections))


def _neighbours(sections: Sequence[Section]) -> Iterator[list[str]]:
    """The titles of the sections that stand side by side, from the outermost on."""
    yield [title for section in sections if (title := _SIGN.sub("", plain(section.title).strip(), count=1))]
    for section in sections:
        yield from _neighbours(section.sections)


def _counts(titles: Sequence[str]) -> bool:
    found = [values for title in titles if (values := _values(title))]
    if any(_follow(one, other) for one, other in pairwise(found)):
        return True
    if any(_count_on(one, other) for one, other in pairwise(titles)):
        return True
    first = _NUMBER.match(titles[0]) if titles else None
    if first is None or first["digits"] is None:
        return False
    return "." in first["digits"] or (first["dot"] != "" and first["digits"] == "1")


def _follow(one: set[tuple[int, ...]], other: set[tuple[int, ...]]) -> bool:
    """Whether some reading of a number is that which comes after some reading of another."""
    return any((*before[:-1], before[-1] + 1) in other for before in one)


def _count_on(one: str, other: str) -> bool:
    """Whether two titles begin alike and a number goes on where they part: "Step 1", "Step 2"; "第一章", "第二章"."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    alike = one[:same].rstrip("0123456789" + _HAN)
    alike = re.sub(r"(?<![^\W\d_])[IVXLC]+$", "", alike)
    if not _NAMED.fullmatch(alike):
        return False
    values = [_count(title[len(alike) :]) for title in (one, other)]
    return 0 < values[0] == values[1] - 1


def _count(text: str) -> int:
    """The number that a text begins with; 0 for none."""
    match = _COUNT.match(text)
    if match is None:
        return 0
    written = match[1]
    if written[0].isdecimal():
        return int(written)
    if written[0] in _VALUES:
        return _numeral(written)
    if written[0] not in _HAN:
        return int(unicodedata.numeric(written))
    tens, ten, ones = written.rpartition("十")
    digits = [_HAN.index(part) if part else default for part, default in ((tens, bool(ten)), (ones, 0))]
    return 10 * digits[0] + digits[1]


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
