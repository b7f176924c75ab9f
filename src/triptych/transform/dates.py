"""Dates as authors write them: what they are sorted by, and where they stand in running text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from triptych.languages import language, reading, region
from triptych.languages.language import Language
from triptych.patterns import late

Key = tuple[int, int, int]
"""Year, month and day, 0 where there is none; years before our era are negative."""

_ISO = late(r"(?<!\d)(-?\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)")
_EAST = late(r"(\d{1,4})\s?[年년](?:\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?)?")
_DOTTED = late(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_LONG = late(r"(?<!\d)\d{1,3}(?:[,. \u00a0\u202f]\d{3})+(?!\d)")
_NUMBER = late(r"\d+")
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f"
"""Marks that belong to the letters before them: accents, the points of Hebrew and Arabic, the vowels of Devanagari."""
_WORD = late(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")
_LETTERS = rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}]){{2,11}}"
"""What may be the name of a month in running text."""
_UNSPACED = "\u2e80"
"""From this character on words do not stand apart."""
_LONGEST = 200
"""Characters of a date; what is longer says more than one, and is sorted by what it begins with."""


def sort_key(text: str, lang: str) -> Key | None:
    """What a date is sorted by: where a range or a century begins. None for text that says no year.

    `lang` is the language of the text. Where it names a region that writes so, 5/9/1950 is the ninth of May.
    """
    text = text[:_LONGEST]
    before = _era(lang).search(text) is not None
    if match := _ISO.search(text):
        return _of(match[1], match[2], match[3], before)
    if match := _EAST.search(text):
        return _of(match[1], match[2], match[3], before)
    if match := _DOTTED.search(text):
        day, month = (match[2], match[1]) if _month_first(lang) else (match[1], match[2])
        return _of(match[3], month, day, before)
    if match := _century(lang).search(text):
        count = int(match[1] or match[3] or 0) or _roman(match[2] or match[4])
        return (-100 * count if before else 100 * (count - 1) + 1, 0, 0)
    return _in_words(text, before, lang)


def _month_first(lang: str) -> bool:
    return region(lang) in language(lang).month_first_in


def _of(year: str, month: str | None, day: str | None, before: bool) -> Key:
    value = int(year)
    return (-abs(value) if before else value, int(month or 0), int(day or 0))


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text.lower()]
    return sum(-v if v < max(values[k:]) else v for k, v in enumerate(values))


def _in_words(text: str, before: bool, lang: str) -> Key | None:
    """ "9 May 1950", "May 9, 1950", "1914–18", "44 BC", "around 800"."""
    text = _LONG.sub(lambda match: re.sub(r"\D", "", match[0]), text) if before else text
    numbers = [int(number) for number in _NUMBER.findall(text)]
    month = next((found for word in _WORD.findall(text) if (found := month_of(word, lang))), 0)
    likely = numbers if before else [number for number in numbers if 100 <= number <= 9999]
    years = likely or ([] if month else numbers)
    year = next((number for number in years if month == 0 or number > 31), years[0] if years else None)
    if year is None:
        return None
    day = next((number for number in numbers if 1 <= number <= 31 and number != year), 0) if month else 0
    return (-year if before else year, month, day)


@lru_cache(maxsize=4096)
def month_of(word: str, lang: str) -> int:
    """The month that a word names, in full or by three letters or more of its beginning; 0 if it names none."""
    low = word.lower()
    return next((number for one in reading(lang) if (number := _month_in(low, one))), 0)


def _month_in(word: str, language: Language) -> int:
    names = (*language.months, *language.months_in_dates)
    found = (at % 12 + 1 for at, name in enumerate(names) if name.lower() == word)
    begun = (at % 12 + 1 for at, name in enumerate(names) if len(word) >= 3 and name.lower().startswith(word))
    return next(found, 0) or language.month_abbreviations.get(word, 0) or next(begun, 0)


def dates_in(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Where dates stand in a text: years from 1000 to 2100 and those before our era, with day and month."""
    for match in _found(lang).finditer(text):
        whole = match["month"] and month_of(match["month"], lang)  # "5 1950" and "Treaty 1950" are no dates
        stop = match[0].endswith(".") and match["year"].count(".") == 1  # that of the sentence: "44 BC."
        yield match.start() if whole else match.start("year"), match.end() - stop


# --- patterns in the words of a language --------------------------------------------------------------


@cache
def _era(lang: str) -> re.Pattern[str]:
    """What marks years before our era; where words stand apart, as a word."""
    marks = [mark for one in reading(lang) for mark in one.before_our_era]
    apart = _any(mark for mark in marks if mark[0] < _UNSPACED)
    others = [mark for mark in marks if mark[0] >= _UNSPACED]
    return re.compile("|".join((rf"(?<!\w)(?:{apart})(?!\w)", *others)), re.IGNORECASE)


@cache
def _century(lang: str) -> re.Pattern[str]:
    """A century: its number in digits or in letters, before the word for it or behind."""
    languages = reading(lang)
    behind = _any(word for one in languages for word in one.centuries)
    before = _any(word for one in languages for word in one.centuries_before)
    ordinals = _any(word for one in languages for word in one.ordinals)
    pattern = rf"(?:(\d{{1,2}})|\b([ivx]{{1,5}}))(?:{ordinals})?\s?(?:{behind})"
    return re.compile(rf"{pattern}|(?:{before})\s+(?:(\d{{1,2}})|([ivx]{{1,5}}))\b", re.IGNORECASE)


@cache
def _found(lang: str) -> re.Pattern[str]:
    """A year or a range of years, with day and month: they stand as in 9 May 1950 or as in May 9, 1950."""
    of = rf"(?:(?:{_any(one.date_link for one in reading(lang) if one.date_link)})\s)?"
    marks = _any(mark for one in reading(lang) for mark in one.before_our_era)
    return re.compile(
        rf"(?:(?P<day>\d{{1,2}})\.?\s{of})?(?:(?P<month>{_LETTERS})\s(?:(?P<after>\d{{1,2}}),\s|{of}))?"
        rf"(?<![\d.,€$£¥])(?<![€$£¥]\s)(?P<year>(?:1\d{{3}}|20\d{{2}}|2100)(?:\s?[–-]\s?(?:\d{{4}}|\d{{2}}))?"
        rf"(?![\d%‰€$£¥°])(?![.,]\d)(?!\s[%€$£¥°])(?:年|년)?|\d{{1,5}}(?:\s?[–-]\s?\d{{1,5}})?\s(?:{marks})(?!\w))",
        re.IGNORECASE,
    )


def _any(patterns: Iterable[str]) -> str:
    """A pattern for any of some patterns; one that is never found if there are none."""
    return "|".join(dict.fromkeys(patterns)) or "(?!)"
