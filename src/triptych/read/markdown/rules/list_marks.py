"""The marks of lists beyond CommonMark's: letters, roman numerals, `(1)`, `#.`, `(@)`; bullets of other programs.

Numbers of other scripts, `一、` and `①`, and those without a space behind them, `1.苹果`, `-so it is`, too.
"""

from typing import Literal

import msgspec

from triptych.patterns import late
from triptych.read.close_marks import DASH
from triptych.read.native_numbers import written_number

Kind = Literal["1", "a", "A", "i", "I", "#", "@", "bullet", "native", "unspaced", "dash"]
CLOSE: tuple[Kind, ...] = ("native", "unspaced", "dash")
"""Those that make a list only where the next one stands in the same paragraph."""

_ORDERED = late(
    r"(\()?(?:(#)|(\d{1,9})|([ivxlcdm]{1,8}|[a-z])|([IVXLCDM]{1,8}|[A-Z])|(@[\w-]{0,60}))([.)])"
    r"(?:(?P<space>[ \t]+)(?=\S)|$)"
)
_UNSPACED = late(r"([0-9]{1,4})([.)])(?![xX]\b)(?=[^\W\d]|[\"'“„«])")
_BULLET = late(r"([•‣◦▪●○■□➢➤►✓✔∙·・–§]|o(?=\t| {2,}))[ \t\u00a0]*+(?=\S)")
_SURE = frozenset("•‣◦▪●○■□➢➤►✓✔∙")
_DEEPER = {"o": 1, "◦": 1, "○": 1, "–": 1, "▪": 2, "■": 2, "§": 2}
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class Mark(msgspec.Struct, frozen=True):
    """A mark at the beginning of a line: its kind and form (`a.`, `(i)`, a bullet), its number, where the text begins.

    `other` is its number as a letter where it may be one as well as a roman numeral.
    """

    kind: Kind
    form: str
    number: int
    length: int
    label: str = ""
    other: int = 0

    @property
    def depth(self) -> int:
        """How deep a bullet stands in lists that word processors make."""
        return _DEEPER.get(self.form, 0)

    @property
    def sure(self) -> bool:
        """Whether one of these alone makes a list: a bullet that is nothing else, a mark in brackets that begins."""
        if self.kind == "bullet":
            return self.form in _SURE
        if self.kind in CLOSE:
            return False
        return self.kind in "#@" or (self.form.endswith(")") and self.number == 1)


def mark_of(text: str) -> Mark | None:
    """The mark that a line begins with, or None; those of CommonMark are none here."""
    if match := _BULLET.match(text):
        return Mark("bullet", match[1], 0, match.end())
    if written := written_number(text):
        return Mark("native", written.marks, written.number, written.length)
    if text[:1] in "-*" and text:
        return Mark("dash", text[0], 1, 1) if DASH.match(text) else None
    if text[:1].isdigit() and (match := _UNSPACED.match(text)):
        return Mark("unspaced", f"1{match[2]}", int(match[1]), match.end())
    match = _ORDERED.match(text)
    if match is None or (match[1] and match[7] != ")"):
        return None
    form = f"{match[1] or ''}{{}}{match[7]}"
    if match[2]:
        return Mark("#", form.format("1"), 1, match.end()) if not match[1] else None
    if match[3]:  # 1. and 1) are CommonMark's own
        return Mark("1", form.format("1"), int(match[3]), match.end()) if match[1] else None
    if match[6]:
        return Mark("@", "(1)", 0, match.end(), match[6][1:]) if match[1] else None
    letters = match[4] or match[5]
    lower = letters.lower()
    upper = letters != lower
    roman = _roman(lower)
    letter = ord(lower) - 96 if len(lower) == 1 else 0
    if upper and match[7] == "." and len(match["space"] or "") < 1:
        return None
    if roman and (not letter or lower == "i"):
        return Mark("I" if upper else "i", form.format("I" if upper else "i"), roman, match.end(), other=letter)
    if letter:
        return Mark("A" if upper else "a", form.format("A" if upper else "a"), letter, match.end(), other=roman)
    return None


def follows(mark: Mark, last: Mark) -> Mark | None:
    """The mark as the next one of the list that `last` belongs to, or None if it is none of its."""
    if last.kind in ("bullet", "#", "@"):
        same = mark.kind == last.kind and mark.form == last.form
        return mark if same else None
    if mark.form == last.form:
        return mark
    as_other = _as(mark, last)
    return as_other if as_other and as_other.number == last.number + 1 else None


def _as(mark: Mark, last: Mark) -> Mark | None:
    """A mark that may be a letter as well as a numeral, as what the list has."""
    if not mark.other or mark.kind.isupper() != last.kind.isupper() or mark.form[-1] != last.form[-1]:
        return None
    if mark.form.startswith("(") != last.form.startswith("("):
        return None
    return Mark(last.kind, last.form, mark.other, mark.length, other=mark.number)


def begins(mark: Mark, following: Mark | None) -> Mark | None:
    """The mark as the first of a list, whose second one may be known; None if it begins none."""
    if following is None:
        return mark if mark.sure else None
    for first in (mark, _swapped(mark)):
        after = follows(following, first) if first else None
        if first and after and (mark.kind in ("bullet", "#", "@") or after.number in (first.number, first.number + 1)):
            return first
    return mark if mark.sure else None


def _swapped(mark: Mark) -> Mark | None:
    """A letter as the roman numeral that it may be, or the other way round."""
    if not mark.other:
        return None
    kinds: dict[Kind, Kind] = {"a": "i", "A": "I", "i": "a", "I": "A"}
    kind = kinds[mark.kind]
    return Mark(kind, mark.form.replace(mark.kind, kind), mark.other, mark.length, other=mark.number)


def _roman(text: str) -> int:
    """The value of a roman numeral in small letters, 0 if it is none."""
    total = 0
    for character, after in zip(text, (*text[1:], ""), strict=True):
        value = _VALUES.get(character, 0)
        if not value:
            return 0
        total += -value if _VALUES.get(after, 0) > value else value
    return total if text == roman(total) else 0


def roman(number: int) -> str:
    """A number in roman numerals, in small letters."""
    from triptych.model.list_marks import numeral

    return numeral("i", number)
