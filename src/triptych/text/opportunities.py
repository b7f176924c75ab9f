"""Where a line may end within a word (UAX #14), and where in one that is wider than its line."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from triptych.patterns import late

_DASHES = frozenset("-/\u2010\u2012\u2013\u2014")
_AFTER = late(r"(?<=[^\W\d_][\-\u2010\u2012\u2013/])(?=[^\W\d_])|(?<=\u2014)(?=\w)|(?<=\w)(?=\u2014)")
_ADDRESS = late(r"(?<=[/.?&=_#:;,%\\|+)(\-])")


@lru_cache(maxsize=1 << 15)
def opportunities(word: str) -> tuple[str, ...]:
    """A word cut where a line may end within it (UAX #14; the plain Latin cases without its tables)."""
    if "://" in word:
        return (word,)
    if not word.isascii() and any(map(_is_complex, word)):
        from uniseg.linebreak import line_break_units

        units = _with_dots(_with_hangul_whole(line_break_units(word)))
        return _worded(units) if _UNSPACED.search(word) else units
    if _DASHES.isdisjoint(word):
        return (word,)
    return tuple(_AFTER.split(word))


def _with_hangul_whole(units: Iterable[str]) -> tuple[str, ...]:
    """The units, those of Korean words joined again: Korean is written with spaces, and broken there (UAX #14, 8.1).

    What stands right before or behind its letters belongs to a word, too: the ending of a name in another script.
    """
    out: list[str] = []
    for unit in units:
        if out and any(map(_is_hangul, (out[-1][-1:], unit[:1]))) and out[-1][-1:].isalnum() and unit[:1].isalnum():
            out[-1] += unit
        else:
            out.append(unit)
    return tuple(out)


def _with_dots(units: Sequence[str]) -> tuple[str, ...]:
    """The units, a middle dot joined to what it stands behind: it parts names in Chinese and begins no line there.

    So say the prohibition rules of the W3C's requirements for Chinese text layout; to UAX #14 it is a letter.
    """
    if "\u00b7" not in units:
        return tuple(units)
    out: list[str] = []
    for unit in units:
        if unit == "\u00b7" and out and out[-1][-1] >= "\u2e80":
            out[-1] += unit
        else:
            out.append(unit)
    return tuple(out)


def _is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7ff" or "\u1100" <= char <= "\u11ff"


_UNSPACED = late("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer, whose words a dictionary tells apart."""


def _worded(units: Sequence[str]) -> tuple[str, ...]:
    from triptych.text.words import parted

    return tuple(part for unit in units for part in parted(unit))


def _is_complex(char: str) -> bool:
    """Whether lines break around a character by rules that need tables: South-East Asian and ideographic scripts."""
    return char >= "\u0e00" and (
        char >= "\u2e80" or char <= "\u0eff" or "\u1000" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff"
    )


def breakable(text: str) -> list[str]:
    """The words between which a line may end: a space that holds two together, as in 1 250,25, parts none."""
    return text.replace("\n", " ").split(" ")


def may_end(before: str, after: str) -> bool:
    """Whether a line may end between texts that no space parts: as within a word, in scripts without spaces."""
    last, first = before[-1:], after[:1]
    if not last or not first or (last < "\u0e00" and first < "\u0e00"):
        return False
    return len(opportunities(last + first)) > 1


@lru_cache(maxsize=1024)
def emergency(word: str) -> tuple[str, ...]:
    """A word that is wider than the line, cut at the places where an address or a name may be cut."""
    return tuple(part for part in _ADDRESS.split(word) if part)
