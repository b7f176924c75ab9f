"""The marks of ordered lists: `1.`, `(a)`, `iv)`, `१.`, `①`, `一、` and the like."""

import unicodedata

from triptych.model.document import KeyPoint, ListBlock

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


BULLET, DONE, OPEN = "•", "●", "○"
"""Before an item that has no number, before a task that is done and one that is not."""


def mark_of(block: ListBlock, index: int) -> str:
    """The mark of an item of an ordered list, by its place."""
    return numbered(block.marks, block.start + index)


def point_numeral(point: KeyPoint, number: int) -> str:
    """The number of a point in its author's manner, without what stands round it."""
    return numeral(_first(point.marks) or "1", number)


def numbered(marks: str, number: int) -> str:
    """A number in the manner of `marks`, the first one: "(c)" for 3 and "(a)"; as "3." where that has no numeral."""
    first = _first(marks)
    before, _, after = marks.partition(first) if first else ("", "", ".")
    return f"{before}{numeral(first or '1', number)}{after}"


def _first(marks: str) -> str:
    """The numeral in the mark of a first item; empty if it has none."""
    if marks.isascii():
        return next((character for character in marks if character in "1aAiI"), "")
    numerals = (c for c in marks if c in "1aAiI一" or c in LETTERS or c in CIRCLED or unicodedata.decimal(c, 0) == 1)
    return next(numerals, "")


def numeral(first: str, number: int) -> str:
    """A number in the manner in which `first` is the first: "1", "a", "A", "i", "I" or that of another script.

    In digits if that manner has no such number.
    """
    if first == "1" or number < 1:
        return str(number)
    if not first.isascii():
        return _native(first, number)
    if first in "aA":
        said = ""
        while number:
            number, rest = divmod(number - 1, 26)
            said = chr(ord(first) + rest) + said
        return said
    said = ""
    for value, letters in _ROMAN if number < 4000 else ():
        said += letters * (number // value)
        number %= value
    said = said or str(number)
    return said.upper() if first == "I" else said


LETTERS = {
    "а": "абвгдежзиклмнопрстуфхцчшщэюя", "А": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
    "α": "αβγδεζηθικλμνξοπρστυφχψω", "Α": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
    "א": "אבגדהוזחטיכלמנסעפצקרשת", "أ": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
}  # fmt: skip
"""Letters that count in other alphabets, by the first one, in their order: the Russian one has no ё, й, ъ, ы, ь
(GOST R 2.105, 4.3.5), the Arabic one is that of the abjad."""
CIRCLED = {"①": 20, "⑴": 20, "⒈": 20, "❶": 10, "㈠": 10, "㊀": 10}
"""Numbers that are one character, by the first of them: how many there are."""
_CHINESE = "零一二三四五六七八九"


def _native(first: str, number: int) -> str:
    """A number in the digits of another script, as one character, or in Chinese."""
    if first in CIRCLED:
        return chr(ord(first) + number - 1) if number <= CIRCLED[first] else str(number)
    if first in LETTERS:
        return LETTERS[first][number - 1] if number <= len(LETTERS[first]) else str(number)
    if first == "一":
        return _chinese(number) if number < 100 else str(number)
    zero = ord(first) - 1
    return "".join(chr(zero + int(digit)) for digit in str(number))


def _chinese(number: int) -> str:
    """A number below a hundred: 十, 二十三."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _CHINESE[tens]) + ("十" if tens else "") + (_CHINESE[ones] if ones else "")


def chinese_number(text: str) -> int:
    """What a Chinese numeral below a hundred says; 0 for another one."""
    tens, ten, ones = text.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or (tens + ones).strip(_CHINESE):
        return 0
    return (_CHINESE.index(tens) if tens else 1 if ten else 0) * 10 + (_CHINESE.index(ones) if ones else 0)
