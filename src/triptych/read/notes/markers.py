"""The marks that points begin with in plain study notes: `1.`, `(a)`, `IV.`, bullets, those of other scripts."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

import msgspec

from triptych.patterns import late
from triptych.read.close_marks import CROSSES, DASH, TICKS, are_parts
from triptych.read.native_numbers import written_number

Kind = Literal["number", "letter", "roman", "bullet"]

_NUMBER = late(r"\(?(\d{1,4})(?:[.)]|\.\))(?:\s+|(?=[^\W\d_]|[\"'“„«*(\[]))|(\d{1,3})、\s*")
_SMALL = late(r"(\(?)([ivxl]{1,6})([.)])\s+(?=\S)")
_LETTER = late(r"(?:\(([a-zA-Z])\)|([a-zA-Z])\)|([a-z])\.)\s+(?=\S)")
_OUTLINE = late(r"([A-Z]|[IVXL]{1,6})\.\s+(?=\S)")
_BULLET = late(
    r"(?:[-+–—·‣◦▪●○■□►➢✓§→⇒➔]\s++|\*{1,6}\s++|(?:-{1,2}|=)>\s++|[oØü](?:\t|[ ]{2})\s*+|[•・]\s*+)(?=\S)"
    r"|(?=\[[ xX]\]\s)"
)
_OPTION = late(r"-[A-Za-z](?:\s|$)|--\w")
_ENDING = late(r"-[^\W\d_]{1,20}$")
_BEFORE_LETTER = late(r"-(?=[^\W\d_])")
_FEWEST_CLOSE = 2
_SIGN = late(r"[●○■□◆◇▪►](?=[\u3040-\u9fff\uac00-\ud7af])")
"""What needs no space before Chinese, Japanese and Korean; by itself, as those take long to compile."""
_DEPTHS = {"o": 1, "§": 2, "▪": 2}


class Marker(msgspec.Struct, frozen=True):
    """The beginning of a point: its kind, its number and where its text begins in the line.

    `depth` is how deep a bullet stands where word processors set one kind for each level; `marks` is the first number
    in the manner of this one, if it is that of another script.
    """

    kind: Kind
    number: int | None
    length: int
    depth: int = 0
    marks: str = "1."


class Outline(msgspec.Struct, frozen=True):
    """Which marks are numbering in this text: "A." and "I." may as well be somebody's initials.

    `close`: the signs, a dash or a star, that are bullets right before words; `judged`: ticks say something, as
    crosses do.
    """

    letters: bool
    romans: bool
    small_romans: bool = False
    close: str = ""
    judged: bool = False


def find_outline(lines: Iterable[str]) -> Outline:
    """Letters and roman numerals number the text if the first two of them stand before lines."""
    texts = [line.lstrip() for line in lines]
    marks = {match[1] for text in texts if (match := _OUTLINE.match(text))}
    small = {match[2] for text in texts if (match := _SMALL.match(text))}
    judged = any(text[:1] in CROSSES for text in texts if text)
    return Outline({"A", "B"} <= marks, {"I", "II"} <= marks, {"i", "ii"} <= small, _close_signs(texts), judged)


def _close(text: str) -> re.Match[str] | None:
    return _BEFORE_LETTER.match(text) or DASH.match(text)


def _close_signs(texts: Iterable[str]) -> str:
    """The signs, a dash or a star, that lines begin with without a space, unless they are options, endings, figures."""
    found = [text for text in texts if text[:1] in ("-", "*") and text[1:2] not in (" ", "-", "*", "")]
    if len(found) < _FEWEST_CLOSE or any(map(_OPTION.match, found)) or are_parts(found):
        return ""
    if 2 * sum(_ENDING.match(text) is not None for text in found) >= len(found):
        return ""
    several = Counter(text[0] for text in found if DASH.match(text))
    return "".join(sign for sign, many in several.items() if many >= _FEWEST_CLOSE)


def marker_of(text: str, outline: Outline) -> Marker | None:
    """The marker that a stripped line begins with, or None."""
    if (written := written_number(text)) and written.marks != "1、":
        return Marker("number", written.number, written.length, marks=written.marks)
    if match := _NUMBER.match(text):
        return Marker("number", int(match[1] or match[2]), match.end()) if match.end() < len(text) else None
    if outline.judged and text[:1] in TICKS:
        return None
    if (
        match := _BULLET.match(text)
        or (_close(text) if text[:1] and text[0] in outline.close else None)
        or (None if text[:1].isascii() else _SIGN.match(text))
    ):
        return Marker("bullet", None, match.end(), _DEPTHS.get(match[0][:1], match[0].count("*", 1)))
    if match := _OUTLINE.match(text):
        if outline.romans and (roman := _roman(match[1])) and not (outline.letters and match[1] in "CDL"):
            return Marker("roman", roman, match.end(), marks="I.")
        if outline.letters and len(match[1]) == 1:
            return Marker("letter", ord(match[1]) - 64, match.end(), marks="A.")
    if outline.small_romans and (match := _SMALL.match(text)) and (roman := _roman(match[2].upper())):
        return Marker("roman", roman, match.end(), marks=f"{match[1]}i{match[3]}")
    if match := _LETTER.match(text):
        letter = match[1] or match[2] or match[3]
        first = "a" if letter.islower() else "A"
        marks = match[0].strip().replace(letter, first)
        return Marker("letter", ord(letter.lower()) - 96, match.end(), marks=marks)
    return None


def _roman(text: str) -> int:
    """The value of a roman numeral, 0 if it is none."""
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    total = 0
    for character, after in zip(text, (*text[1:], ""), strict=False):
        value = values.get(character, 0)
        if not value:
            return 0
        total += -value if values.get(after, 0) > value else value
    return total
