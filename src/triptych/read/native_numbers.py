"""Numbers of points as other scripts than the Latin one write them: `१.`, `1．`, `（1）`, `一、`, `①`."""

import re
import unicodedata

import msgspec

from triptych.model.list_marks import CIRCLED, LETTERS, chinese_number
from triptych.patterns import late

_MOST_DIGITS = 4
_NATIVE = rf"(?:(?![0-9])\d){{1,{_MOST_DIGITS}}}"
_CHINESE = "[一二三四五六七八九十百]{1,5}"
_ALONE = "".join(chr(ord(first) + place) for first, count in CIRCLED.items() for place in range(count))
_LETTERS = "".join(LETTERS.values())
_FORMS = late(
    rf"""(?P<before>)(?P<number>{_NATIVE})(?P<after>[.)۔](?!\d)|[．、）])\s*
        | (?P<before2>)(?P<number2>[0-9]{{1,{_MOST_DIGITS}}})(?P<after2>[．、）])\s*(?![0-9])
        | (?P<before3>（)(?P<number3>\d{{1,{_MOST_DIGITS}}}|{_CHINESE})(?P<after3>）)\s*[、．]?
        | (?P<before4>\()(?P<number4>{_NATIVE}|{_CHINESE})(?P<after4>\))\s*
        | (?P<before5>)(?P<number5>{_CHINESE})(?P<after5>[、．])\s*
        | (?P<before6>)(?P<number6>[{_ALONE}])(?P<after6>[、．.]?)\s*
        | (?P<before7>\(?)(?P<number7>[{_LETTERS}])(?P<after7>\))\s+""",
    re.VERBOSE,
)


class Written(msgspec.Struct, frozen=True):
    """A number as it is written: its value, the mark of a first one in its manner, how long it and its space are."""

    number: int
    marks: str
    length: int


def written_number(text: str) -> Written | None:
    """The number that a text begins with, if it is written so and something follows it; else None."""
    if text[: _MOST_DIGITS + 1].isascii():  # as in most texts: each form has a sign of its script by there
        return None
    match = _FORMS.match(text)
    if match is None or match.end() == len(text):
        return None
    before, digits, after = (part for part in match.groups() if part is not None)
    number, first = _value(digits)
    return Written(number, f"{before}{first}{after}", match.end()) if number else None


def _value(digits: str) -> tuple[int, str]:
    """What a number says, and how one is written in its manner."""
    for first, count in CIRCLED.items():
        if 0 <= ord(digits[0]) - ord(first) < count:
            return ord(digits[0]) - ord(first) + 1, first
    for first, letters in LETTERS.items():
        if digits in letters:
            return letters.index(digits) + 1, first
    if digits[0].isdecimal():
        return int(digits), chr(ord(digits[0]) - unicodedata.decimal(digits[0]) + 1)
    return chinese_number(digits), "一"
