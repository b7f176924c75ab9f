"""Where a word may be divided at the end of a line by the patterns of its language."""

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from triptych.patterns import late

BEFORE, AFTER = 2, 3
"""The fewest letters of a word on the line that it begins on, and on the next."""
SHORTEST, LONG = 6, 10
"""Letters of the shortest word that is divided where it is wider than its line, and where the line is only loose."""

_WORD = late(r"[^\W\d_]+")
_NO_WORDS = late(r"[\d_@\\]|://|\w[./:]\w")
"""What only addresses, names of files and identifiers have in them."""
_LAST_ALPHABETIC = "\u052f"
"""The end of Latin, Greek and Cyrillic: beyond, no hyphen is drawn where a word is divided."""
_NOUNS = ("de", "lb")
"""Languages that write all nouns with a capital; elsewhere it makes a name."""
_DIGITS = dict.fromkeys(map(ord, "0123456789"))
_PATTERN = late(r"(\d?)(\D?)")
_HEX = late(r"\^\^([0-9a-f]{2})")

Values = tuple[int, ...]


@lru_cache(maxsize=4096)  # a word comes to the end of lines of several widths
def divisions(word: str, lang: str, shortest: int = SHORTEST) -> tuple[int, ...]:
    """The places at which a word may be divided by the rules of a language (a BCP 47 tag), none if it is no word.

    Only languages with patterns are known. Nothing is divided that has figures or the signs of an address in it, nor
    with capitals within; with one in front only where all nouns have it.
    """
    if len(word) < shortest or not lang or _NO_WORDS.search(word) or not (patterns := _patterns(lang.lower())):
        return ()
    out: list[int] = []
    for match in _WORD.finditer(word):
        part = match[0]
        if len(part) >= shortest and _is_plain(part, lang):
            out += (match.start() + place for place in patterns.places(part.lower()))
    return tuple(out)


def _is_plain(part: str, lang: str) -> bool:
    names = part[:1].isupper() and lang.lower().split("-")[0] not in _NOUNS
    plain = part[1:] == part[1:].lower() and len(part) == len(part.lower())
    return plain and not names and max(part) <= _LAST_ALPHABETIC


@cache
def _patterns(lang: str) -> "_Patterns | None":
    """The patterns of a language; None where there are none."""
    import pyphen  # late: only where a line needs it

    name = pyphen.language_fallback(lang)
    return _Patterns(Path(pyphen.LANGUAGES[name])) if name else None


class _Patterns:
    """A file of patterns (Liang's), each parsed when it is first met: there are 90,000 of German, few in a document."""

    def __init__(self, path: Path) -> None:
        first, _, rest = path.read_bytes().partition(b"\n")
        coding = first.decode("ascii").strip().lower()
        text = rest.decode("cp1251" if coding == "microsoft-cp1251" else coding).replace("\r", "")
        if "^^" in text:
            text = _HEX.sub(lambda match: chr(int(match[1], 16)), text)
        lines = text.split("\n")
        bare = text.translate(_DIGITS).split("\n")
        self._lines = {letters: line for letters, line in zip(bare, lines, strict=True) if letters != line}
        if "/" in text:
            self._lines |= {_bare(line): line for line in lines if "/" in line and "=" in line}
        self._longest = max(map(len, self._lines))
        self._values: dict[str, Values] = {}

    def places(self, word: str) -> Sequence[int]:
        """Where a word in small letters may be divided (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983)."""
        dotted = f".{word}."
        found = [0] * (len(dotted) + 1)
        for start in range(len(dotted)):
            for end in range(start + 1, min(start + self._longest, len(dotted)) + 1):
                letters = dotted[start:end]
                if letters in self._lines:
                    for place, value in enumerate(self._parsed(letters), start):
                        found[place] = max(found[place], value)
        return [place for place in range(BEFORE, len(word) - AFTER + 1) if found[place + 1] % 2]

    def _parsed(self, letters: str) -> Values:
        if letters not in self._values:
            pattern, changes, _ = self._lines[letters].partition("/")
            values = [int(digit or 0) for digit, _ in _PATTERN.findall(pattern.strip())]
            # Where letters change at the end of a line (asz-szony), we do not divide.
            self._values[letters] = tuple(value + value % 2 for value in values) if changes else tuple(values)
        return self._values[letters]


def _bare(line: str) -> str:
    return line.partition("/")[0].translate(_DIGITS).strip()
