"""What a line of plain study notes is: a point, an underline, a heading; and where lines were wrapped."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

import msgspec

from triptych.languages.signs import ended, is_small
from triptych.read.native_numbers import written_number
from triptych.read.phrases import starts_like_part

Kind = Literal["number", "letter", "roman", "bullet"]

_NUMBER = re.compile(r"\(?(\d{1,4})(?:[.)]|\.\))(?:\s+|(?=[^\W\d_]|[\"'“„«*(\[]))|(\d{1,3})、\s*")
_LETTER = re.compile(r"(?:\(([a-zA-Z])\)|([a-zA-Z])\)|([a-z])\.)\s+(?=\S)")
_OUTLINE = re.compile(r"([A-Z]|[IVXL]{1,6})\.\s+(?=\S)")
_BULLET = re.compile(r"(?:[-+*–—·‣◦▪●○■□►➢✓§→⇒➔]\s++|o(?:\t|[ ]{2})\s*+|•\s*+)(?=\S)")
_DEPTHS = {"o": 1, "§": 2}
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+(?=\S)")
_UNDERLINE = re.compile(r"([=~_*#-])\1{2,}$")
_HASHES = re.compile(r"(#{1,6})\s++(.*)$")
_QUESTION = re.compile(r"Q(?:uestion)?\s*+(?:\d{1,3}\s*+)?[:.)]\s++(?=\S)", re.IGNORECASE)
_ANSWER = re.compile(r"A(?:nswer|ns)?\s*+(?:\d{1,3}\s*+)?[:.)]\s++(?=\S)", re.IGNORECASE)
_CLOSERS = " \"'”’»)]*_"
_SHORTEST_WRAP = 40
_LONGEST_WRAP = 120


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
    """Which marks are numbering in this text: "A." and "I." may as well be somebody's initials."""

    letters: bool
    romans: bool


def indent_of(line: str) -> int:
    """The columns of white space that a line begins with; tabs count as four."""
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def find_outline(lines: Iterable[str]) -> Outline:
    """Letters and roman numerals number the text if the first two of them stand before lines."""
    marks = {match[1] for line in lines if (match := _OUTLINE.match(line.lstrip()))}
    return Outline({"A", "B"} <= marks, {"I", "II"} <= marks)


def marker_of(text: str, outline: Outline) -> Marker | None:
    """The marker that a stripped line begins with, or None."""
    if (written := written_number(text)) and written.marks != "1、":
        return Marker("number", written.number, written.length, marks=written.marks)
    if match := _NUMBER.match(text):
        return Marker("number", int(match[1] or match[2]), match.end()) if match.end() < len(text) else None
    if match := _BULLET.match(text):
        return Marker("bullet", None, match.end(), _DEPTHS.get(match[0][0], 0))
    if match := _OUTLINE.match(text):
        if outline.romans and (roman := _roman(match[1])) and not (outline.letters and match[1] in "CDL"):
            return Marker("roman", roman, match.end())
        if outline.letters and len(match[1]) == 1:
            return Marker("letter", ord(match[1]) - 64, match.end())
    if match := _LETTER.match(text):
        letter = match[1] or match[2] or match[3]
        return Marker("letter", ord(letter.lower()) - 96, match.end())
    return None


def underline_of(text: str) -> str:
    """The character of a line that is only a rule, or nothing."""
    match = _UNDERLINE.match(text)
    return match[1] if match else ""


def hash_heading(text: str) -> tuple[int, str] | None:
    """Level and text of a heading that is written `# so`."""
    match = _HASHES.match(text)
    title = match[2][:1] + match[2][1:].rstrip("# \t\n\r\f\v") if match else ""
    return (len(match[1]), title) if match and title else None


def dotted_level(text: str) -> int:
    """How deep a heading stands that has the number of its part, "2.1 Rights", or 0."""
    match = _DOTTED.match(text)
    return match[0].strip(" .\t").count(".") + 2 if match else 0


def asked(text: str) -> int:
    """How many characters of `Q:` a line begins with."""
    match = _QUESTION.match(text)
    return match.end() if match else 0


def answered(text: str) -> int:
    """How many characters of `A:` a line begins with."""
    match = _ANSWER.match(text)
    return match.end() if match else 0


def is_part_heading(text: str, lang: str) -> bool:
    """Whether a line is the heading of a numbered part: "Week 3: Origins"."""
    if len(text) > 80 or not starts_like_part(text, lang) or text.endswith((".", ",", ";")):
        return False
    rest = text.split(maxsplit=2)[2:]
    return not rest or not is_small(rest[0])


def is_capitals(text: str) -> bool:
    """Whether a line is short and all in capitals."""
    letters = sum(1 for character in text if character.isalpha())
    return (
        letters >= 3
        and text == text.upper()
        and text != text.lower()
        and len(text) <= 80
        and len(text.split()) <= 12
        and not text.endswith((".", ",", ";", "?"))
    )


def is_short_title(text: str, longest: int, most_words: int) -> bool:
    """Whether a line could be a title: short, without the punctuation that ends or continues a sentence."""
    return (
        len(text) <= longest
        and len(text.split()) <= most_words
        and not ends_sentence(text)
        and not text.rstrip(_CLOSERS).endswith((",", "，", "、", "،"))
        and not is_small(text)
        and any(character.isalpha() for character in text)
    )


def ends_sentence(text: str) -> bool:
    """Whether a sentence, or what introduces a list, ends with this line."""
    return ended(text) or text.rstrip(_CLOSERS).endswith(";")


def wrap_width(lines: list[str]) -> int:
    """The width at which an editor wrapped the lines of this text; 0 if it did not."""
    width = 0
    for line, following in pairwise(lines):
        length = len(line.rstrip())
        first = following.lstrip()[:1]
        if not first.isalpha() or first.isupper() or ends_sentence(line):
            continue
        shortest = _SHORTEST_WRAP if is_small(first) else _SHORTEST_WRAP // 2
        if shortest <= length <= _LONGEST_WRAP:
            width = max(width, length)
    return width


def is_wrapped(line: str, following: str, width: int) -> bool:
    """Whether a line was broken only because it was full, or in the middle of a sentence."""
    line, following = line.rstrip(), following.strip()
    length = len(line)
    if is_small(following) and not ends_sentence(line) and length >= 30:
        return True
    first_word = following.split(maxsplit=1)[0] if following else ""
    return 0 < length <= width + 10 and length + 1 + len(first_word) > width > 0


def joined(line: str, following: str) -> str:
    """Two lines as one. A hyphen at the end stays: nobody can tell whether it belongs to the word."""
    line, following = line.rstrip(), following.strip()
    if line.endswith("-") and line[-2:-1].isalpha() and following[:1].islower():
        return line + following
    return f"{line} {following}"


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
