"""Dashes as one types them: two hyphens for a short one, three for a long one, as in TeX and most of its heirs."""

import re

from triptych.patterns import late

_HYPHENS = late(r"(?<!-)-{2,3}(?!-)")
_NO_WORDS = frozenset("/\\@=_<>|+*")
"""What stands in names, paths, options and arrows, in which hyphens are hyphens."""


def dashed(text: str) -> str:
    """The text with dashes for two or three hyphens between words, and for two between figures; options keep theirs.

    Two hyphens between words with no spaces around them stay: some names have such.
    """
    return _HYPHENS.sub(_dash, text)


def _dash(found: re.Match[str]) -> str:
    text, start, end = found.string, found.start(), found.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if len(found[0]) == 2:
        alone = before == after == " " and text[end + 1 : end + 2] != "-"  # `run -- --watch` has options behind it
        between = alone or (before.isdecimal() and after.isdecimal())
        return "–" if between and _is_prose(text, start, end) else found[0]
    apart = before in ("", " ") and after in ("", " ")
    joined = " " not in (before, after)  # what has another look may stand at either end
    return "—" if apart or (joined and _is_prose(text, start, end)) else found[0]


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether hyphens are in no path, address or option."""
    first = text.rfind(" ", 0, start) + 1
    last = text.find(" ", end)
    return _NO_WORDS.isdisjoint(text[first : last if last >= 0 else len(text)])
