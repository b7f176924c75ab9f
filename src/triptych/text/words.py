"""Where words and characters end in scripts that set no spaces, and whose characters are several code points."""

import importlib.util
import re
from collections.abc import Callable
from functools import cache

_THAI = re.compile("[\u0e00-\u0e7f]+")
UNPARTED = {"Thai": _THAI, "Lao": re.compile("[\u0e80-\u0eff]+"), "Khmer": re.compile("[\u1780-\u17ff]+"),
            "Burmese": re.compile("[\u1000-\u109f]+")}  # fmt: skip
"""Scripts whose words only a dictionary tells apart."""


@cache
def knows(script: str) -> bool:
    """Whether the words of one of these scripts can be told apart here."""
    return script == "Thai" and importlib.util.find_spec("budoux") is not None


def parted(text: str) -> list[str]:
    """A text without spaces in the words of it that are known; it alone where none are."""
    if not knows("Thai") or not _THAI.search(text):
        return [text]
    parts: list[str] = []
    at = 0
    for match in _THAI.finditer(text):
        words = _thai()(match[0])
        before = text[at : match.start()]
        if parts or before:
            words = [before + words[0], *words[1:]]
        parts.extend(words)
        at = match.end()
    return [*parts[:-1], parts[-1] + text[at:]]


@cache
def _thai() -> Callable[[str], list[str]]:
    import budoux  # late: only Thai needs it

    parse: Callable[[str], list[str]] = budoux.load_default_thai_parser().parse
    return parse
