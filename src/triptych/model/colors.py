"""Colours as RRGGBB: how well one can be read on another, and what makes it readable."""

from collections.abc import Iterable, Sequence
from functools import cache

READABLE = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""
LARGE_READABLE = 3.0
"""The least contrast of text from 18 points on (WCAG 2.2, 1.4.3)."""

LARGE, LARGE_BOLD = 18.0, 14.0
"""Points from which on text counts as large (WCAG 2.2, 1.4.3)."""


def least(size: float, *, bold: bool = False) -> float:
    """The least contrast of text of a size in points."""
    return LARGE_READABLE if size >= LARGE or (bold and size >= LARGE_BOLD) else READABLE


@cache
def luminance(color: str) -> float:
    """The relative luminance of a colour, from 0 for black to 1 for white (WCAG 2.2)."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TINY, TINY_READABLE = 12.0, 5.0
"""Points below which the foot of a slide is tiny, and its least contrast: edges of letters are drawn paler."""


def least_on(grounds: Sequence[str], color: str, size: float, *, bold: bool = False, foot: bool = False) -> float:
    """The least contrast of a template's text of a colour on grounds.

    It is more than is asked for of a tiny foot, and of what is dark on dark: no template means that, as it may mean
    white on a strong colour.
    """
    if foot and size < TINY:
        return TINY_READABLE
    dark = bool(color) and is_dark(color) and all(map(is_dark, grounds))
    return READABLE if dark else least(size, bold=bold)


@cache
def grey(color: str) -> str:
    """What a black-and-white printer makes of a colour: the grey of its luma (ITU-R BT.601)."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return f"{round(0.299 * red + 0.587 * green + 0.114 * blue):02X}" * 3


def grey_contrast(one: str, other: str) -> float:
    """The contrast ratio that is left of two colours on a black-and-white printer."""
    return contrast(grey(one), grey(other))


def is_dark(color: str) -> bool:
    """Whether white can be read better on the colour than black."""
    return contrast(color, "FFFFFF") > contrast(color, "000000")


def blend(one: str, other: str, share: float) -> str:
    """The colour that is a share of the way from one to the other."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def worst(color: str, grounds: Iterable[str]) -> float:
    """The least contrast that a colour has with any of the grounds."""
    return min(contrast(color, ground) for ground in grounds)


@cache
def readable(color: str, *grounds: str, ratio: float = READABLE) -> str:
    """The colour, moved towards black or white only as far as it must be read on all the grounds.

    Where neither can be read on all of them it is the one that can be read better.
    """
    end = max(("FFFFFF", "000000"), key=lambda end: worst(end, grounds))
    for step in range(21):
        found = blend(color, end, step / 20)
        if worst(found, grounds) >= ratio:
            return found
    return end


def veil(grounds: Sequence[str], ratio: float = READABLE) -> tuple[str, float]:
    """A colour to lay over grounds, and how densely, so that text can be read: white or black, as thin as will do."""
    found = []
    for color, ink in (("FFFFFF", "000000"), ("000000", "FFFFFF")):
        shares = (step / 20 for step in range(20))
        thin = (share for share in shares if worst(ink, [blend(g, color, share) for g in grounds]) >= ratio)
        found.append((next(thin, 1.0), color))
    share, color = min(found)
    return color, share
