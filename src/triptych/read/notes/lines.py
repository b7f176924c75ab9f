"""What a line of plain study notes is: an underline, a heading, a question; and where lines were wrapped."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import pairwise

from triptych.languages import language
from triptych.languages.signs import ended, is_small
from triptych.languages.words import words_for
from triptych.patterns import late
from triptych.read.phrases import starts_like_part

_DOTTED = late(r"\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+(?=\S)")
_SINGLE = late(r"(\d{1,3})[.)]?\s+(?=\S)")
_UNDERLINE = late(r"([=~_*#\-–—─━═‾])(?:\1{2,}|(?: \1){2,})$|(\.)\2{3,}$")
_HYPHENS = frozenset("–—─━═‾.")
_NO_TITLE = late(
    r"^(?:[!?<>=+|~^&%*]{2}|--)|^[<>=+|~^&%]|^(?:N\.?B|P\.?S)[.:] "
    r"|[A-Za-z0-9)] *(?:->|=>|<->|[→⇒⇌↔=]) *[A-Za-z0-9(]"
)
"""How remarks and formulae look, which are no titles: "!!! exam", "NB. …", "F = m a"."""
_FRAMES = tuple("*=~#<>_+–—-")
_DEEPEST = 4
"""Equals signs that tell the level of a title, as in wikis; more only adorn it."""
_HASHES = late(r"(#{1,6})\s++(.*)$")
_FRAMED = late(r"(={1,6}|[*=~#<>_+–—-]{2,20})[ \t]*+([^*=~#<>_+–—\s-][^\n]{0,80}?)[ \t]*([*=~#<>_+–—-]{1,20})$")
_MIRRORED = str.maketrans("<>", "><")
_COLON = late(r"[^\s:]*[^\s:.!?,;](?: [^\s:]*[^\s:.!?,;]){0,2}: +\S")
_NUMBERED = r"\s*+(?:\d{1,3}\s*+)?[:.)：]\s*+(?=\S)"
_APART = late(r" [-–—=] | {2,}| ?(?:\.{3,}|…+) ?")
_INNER_END = late(r"[^\W\d_]{2}[.!?] \w")
_CLOSERS = " \"'”’»)]*_"
_SHORTEST_WRAP = 40
_MOST_OF_TERM = 3
_LONGEST_WRAP = 120


def indent_of(line: str) -> int:
    """The columns of white space that a line begins with; tabs count as four."""
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def underline_of(text: str) -> str:
    """The character of a line that is only a rule, a hyphen for all that look like one; or nothing."""
    match = _UNDERLINE.match(text)
    sign = (match[1] or match[2]) if match else ""
    return "=" if sign == "═" else "-" if sign in _HYPHENS and sign else sign


def hash_heading(text: str) -> tuple[int, str] | None:
    """Level and text of a heading that is written `# so`."""
    match = _HASHES.match(text)
    title = match[2][:1] + match[2][1:].rstrip("# \t\n\r\f\v") if match else ""
    return (len(match[1]), title) if match and title else None


def framed_heading(text: str) -> tuple[int, str] | None:
    """Level (0: none is told) and text of a title between signs, `*** Causes ***`, `== Causes ==`."""
    match = _FRAMED.match(text) if text[:1] in _FRAMES else None
    if match is None or match[1] != match[3][::-1].translate(_MIRRORED) or not is_short_title(match[2], 60, 8):
        return None
    if match[1] == "<<" or (match[1] == "--" and not any(map(str.isalpha, match[2]))):
        return None  # what somebody says, numbers of pages
    if match[1][0] in "*_~" and len(match[1]) < 4 and not text.startswith(f"{match[1]} "):
        return None  # bold or struck words
    return (len(match[1]) if match[1].startswith("=") and len(match[1]) <= _DEEPEST else 0), match[2]


def dotted_level(text: str) -> int:
    """How deep a heading stands that has the number of its part, "2.1 Rights", or 0."""
    match = _DOTTED.match(text)
    return match[0].strip(" .\t").count(".") + 2 if match else 0


def numbered_parts(lines: Sequence[str]) -> dict[int, int]:
    """The places of lines that are headings by their numbers, 2 above 2.1, and their levels; none of mere lists.

    They are headings if two have numbers of several parts, in order, and text stands below half of these at least.
    """
    texts = [line.strip() if indent_of(line) < 4 else "" for line in lines]
    found = [k for k, text in enumerate(texts) if dotted_level(text) and is_short_title(text, 80, 12)]
    numbers = [tuple(map(int, texts[k].split()[0].strip(".").split("."))) for k in found]
    if len(found) < 2 or numbers != sorted(numbers):
        return {}
    below = [texts[k + 1] if k + 1 < len(texts) else "" for k in found]
    if 2 * sum(bool(text) and not text[:1].isdigit() for text in below) < len(found):
        return {}
    levels = {k: dotted_level(texts[k]) for k in found}
    return levels | dict.fromkeys(_whole_parts(texts, levels, {number[0] for number in numbers}), 2)


def _whole_parts(texts: Sequence[str], dotted: Container[int], firsts: Container[int]) -> Iterator[int]:
    """The places of the headings above those with numbers of several parts, and of those that count up to them or on.

    The latter stand apart and over text; over the next number they would be a list.
    """
    found = [(k, number, above) for k, number, above in _single_numbers(texts, dotted, firsts)]
    sure = {k for k, _, above in found if above}
    for order, step in ((found, 1), (found[::-1], -1)):
        last = 0
        for k, number, _ in order:
            if k in sure or (last and number == last + step):
                sure.add(k)
                last = number
    yield from sorted(sure)


def _single_numbers(
    texts: Sequence[str], dotted: Container[int], firsts: Container[int]
) -> Iterator[tuple[int, int, bool]]:
    """The places and the numbers of short lines that stand apart and over text, and whether it is a heading's part."""
    for k, text in enumerate(texts):
        match = _SINGLE.match(text)
        below = next((j for j in range(k + 1, len(texts)) if texts[j]), None) if match else None
        if match is None or below is None or not is_short_title(text, 80, 12):
            continue
        number = int(match[1])
        above = below in dotted and number in firsts
        following = _SINGLE.match(texts[below])
        listed = following is not None and int(following[1]) == number + 1
        if above or not (listed or (k and texts[k - 1])):
            yield k, number, above


def asked(text: str, lang: str) -> int:
    """How many characters of `Q:`, or `Question 2:` in a language, a line begins with."""
    match = _labels("q", "question", lang).match(text)
    return match.end() if match else 0


def answered(text: str, lang: str) -> int:
    """How many characters of `A:`, or `Answer:` in a language, a line begins with."""
    match = _labels("a", "answer", lang).match(text)
    return match.end() if match else 0


@cache
def _labels(letter: str, key: str, lang: str) -> re.Pattern[str]:
    before = r"(?:\d{1,3}\. )?" if language(lang).numbered.startswith("{number}") else ""
    words = sorted({letter, "ans" if letter == "a" else letter, *words_for(lang, key)}, key=len, reverse=True)
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, words))}){_NUMBERED}", re.IGNORECASE)


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
        and not _NO_TITLE.search(text)
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
        and not _NO_TITLE.search(text)
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
    if _is_entry(line) and _is_entry(following):
        return False
    length = len(line)
    shortest = 15 if _INNER_END.search(line) else 30
    if is_small(following) and not ends_sentence(line) and length >= shortest:
        return True
    first_word = following.split(maxsplit=1)[0] if following else ""
    return 0 < length <= width + 10 and length + 1 + len(first_word) > width > 0


def _is_entry(line: str) -> bool:
    """Whether a line is a few words and what is said of them, behind a colon, a dash, a sign or a wide space."""
    if ": " in line and _COLON.match(line.strip()):
        return True
    parts = _APART.split(line.strip())
    return len(parts) == 2 and len(parts[0].split()) <= _MOST_OF_TERM and not ends_sentence(parts[0])


def joined(line: str, following: str) -> str:
    """Two lines as one. A hyphen at the end stays: nobody can tell whether it belongs to the word."""
    line, following = line.rstrip(), following.strip()
    if line.endswith("-") and line[-2:-1].isalpha() and following[:1].islower():
        return line + following
    return f"{line} {following}"
