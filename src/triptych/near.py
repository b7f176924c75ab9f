"""The word that may have been meant by another one."""

from collections.abc import Iterable

_ALIKE, _ALIKE_FROM_THE_FIRST = 0.8, 0.7
"""How much of two words is the same where one is a slip of the other: hands seldom slip at the first letter."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that comes nearest; empty where none comes near."""
    from difflib import get_close_matches  # late: most words are known

    known = tuple(known)
    same = [one for one in known if one[:1].lower() == word[:1].lower()]
    near = get_close_matches(word, same, 1, _ALIKE_FROM_THE_FIRST) or get_close_matches(word, known, 1, _ALIKE)
    return near[0] if near else ""
