"""Dates as authors write them: what they are sorted by, and where they stand in running text."""

import re
from collections.abc import Iterator
from functools import cache

Key = tuple[int, int, int]
"""Year, month and day, 0 where there is none; years before our era are negative."""

_MONTHS = (
    "january januar janvier enero gennaio janeiro januari styczeń stycznia январь января ιανουάριος ιανουαρίου",
    "february februar février febrero febbraio fevereiro februari luty lutego февраль февраля φεβρουάριος φεβρουαρίου",
    "march märz mars marzo março maart marzec marca март марта μάρτιος μαρτίου",
    "april avril abril aprile kwiecień kwietnia апрель апреля απρίλιος απριλίου",
    "may mai mayo maggio maio mei maj maja май мая μάιος μαΐου",
    "june juni juin junio giugno junho czerwiec czerwca июнь июня ιούνιος ιουνίου",
    "july juli juillet julio luglio julho lipiec lipca июль июля ιούλιος ιουλίου",
    "august août agosto augustus sierpień sierpnia август августа αύγουστος αυγούστου",
    "september septembre septiembre settembre setembro wrzesień września сентябрь сентября σεπτέμβριος σεπτεμβρίου",
    "october oktober octobre octubre ottobre outubro październik października октябрь октября οκτώβριος οκτωβρίου",
    "november novembre noviembre novembro listopad listopada ноябрь ноября νοέμβριος νοεμβρίου",
    "december dezember décembre diciembre dicembre dezembro grudzień grudnia декабрь декабря δεκέμβριος δεκεμβρίου",
)
"""The months in our languages that have names for them."""
_BEFORE = (
    r"b\.?\s?c\.?(?:\s?e\.?)?|v\.\s?chr\.?|v\.\s?u\.\s?z\.?|av\.\s?j\.?-?\s?c\.?|a\.\s?(?:de\s)?c\.(?!\s?e)|a\.\s?e\.\s?c\."
    r"|av\.\s?n\.\s?è\.|p\.\s?n\.\s?e\.|до\s?н\.?\s?э\.?|π\.\s?χ\.|ق\.?\s?م\.?|לפנה[\"״]ס|公元前|紀元前|기원전|ई\.?\s?पू\.?"
)
_ERA = re.compile(rf"(?<!\w)(?:{_BEFORE})(?!\w)|公元前|紀元前|기원전", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)(-?\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)")
_EAST = re.compile(r"(\d{1,4})\s?[年년](?:\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?)?")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_CENTURY = re.compile(
    r"(?:(\d{1,2})|\b([ivx]{1,5}))(?:st|nd|rd|th|\.|e|er|ème|è|-й|ος)?\s?"
    r"(?:centur|cent\.|jahrhundert|jh\.|siècle|siglo|secolo|século|eeuw|wiek|век|αιώνα|世紀|世纪|세기)"
    r"|(?:siglo|século|secolo|القرن)\s+(?:(\d{1,2})|([ivx]{1,5}))\b",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_LONG = re.compile(r"(?<!\d)\d{1,3}(?:[,. \u00a0\u202f]\d{3})+(?!\d)")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")


def sort_key(text: str, month_first: bool = False) -> Key | None:
    """What a date is sorted by: where a range or a century begins. None for text that says no year.

    `month_first`: 5/9/1950 is the ninth of May.
    """
    before = _ERA.search(text) is not None
    if match := _ISO.search(text):
        return _of(match[1], match[2], match[3], before)
    if match := _EAST.search(text):
        return _of(match[1], match[2], match[3], before)
    if match := _DOTTED.search(text):
        day, month = (match[2], match[1]) if month_first else (match[1], match[2])
        return _of(match[3], month, day, before)
    if match := _CENTURY.search(text):
        count = int(match[1] or match[3] or 0) or _roman(match[2] or match[4])
        return (-100 * count if before else 100 * (count - 1) + 1, 0, 0)
    return _in_words(text, before)


def _of(year: str, month: str | None, day: str | None, before: bool) -> Key:
    value = int(year)
    return (-abs(value) if before else value, int(month or 0), int(day or 0))


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text.lower()]
    return sum(-v if v < max(values[k:]) else v for k, v in enumerate(values))


def _in_words(text: str, before: bool) -> Key | None:
    """ "9 May 1950", "May 9, 1950", "1914–18", "44 BC", "around 800"."""
    text = _LONG.sub(lambda match: re.sub(r"\D", "", match[0]), text) if before else text
    numbers = [int(number) for number in _NUMBER.findall(text)]
    month = next((found for word in _WORD.findall(text) if (found := month_of(word))), 0)
    likely = numbers if before else [number for number in numbers if 100 <= number <= 9999]
    years = likely or ([] if month else numbers)
    year = next((number for number in years if month == 0 or number > 31), years[0] if years else None)
    if year is None:
        return None
    day = next((number for number in numbers if 1 <= number <= 31 and number != year), 0) if month else 0
    return (-year if before else year, month, day)


@cache
def month_of(word: str) -> int:
    """The month that a word names, in full or by three letters or more of its beginning; 0 if it names none."""
    low = word.lower()
    if len(low) < 3:
        return 0
    names = enumerate((names.split(" ") for names in _MONTHS), 1)
    return next((number for number, of in names if any(name.startswith(low) for name in of)), 0)


_FOUND = re.compile(
    rf"(?:(?P<day>\d{{1,2}})\.?\s(?:de\s)?)?(?:(?P<month>[^\W\d_]{{3,12}})\s(?:de\s|(?P<after>\d{{1,2}}),\s)?)?"
    rf"(?<![\d.,€$£¥])(?<![€$£¥]\s)(?P<year>(?:1\d{{3}}|20\d{{2}}|2100)(?:\s?[–-]\s?(?:\d{{4}}|\d{{2}}))?"
    rf"(?![\d%‰€$£¥°])(?![.,]\d)(?!\s[%€$£¥°])(?:年|년)?|\d{{1,5}}(?:\s?[–-]\s?\d{{1,5}})?\s(?:{_BEFORE})(?!\w))",
    re.IGNORECASE,
)


def dates_in(text: str) -> Iterator[tuple[int, int]]:
    """Where dates stand in a text: years from 1000 to 2100 and those before our era, with day and month."""
    for match in _FOUND.finditer(text):
        whole = match["month"] and month_of(match["month"])  # "5 1950" and "Treaty 1950" are no dates
        stop = match[0].endswith(".") and match["year"].count(".") == 1  # that of the sentence: "44 BC."
        yield match.start() if whole else match.start("year"), match.end() - stop
