"""Where words end in scripts that set no spaces, as far as a dictionary is installed that tells them apart."""

import importlib.util
from collections.abc import Callable
from functools import cache

from triptych.patterns import late

UNPARTED = {"Thai": late("[\u0e00-\u0e7f]+"), "Lao": late("[\u0e80-\u0eff]+"),
            "Khmer": late("[\u1780-\u17ff]+"), "Burmese": late("[\u1000-\u109f]+")}  # fmt: skip
"""Scripts whose words only a dictionary tells apart."""
_ANY = late("|".join(f"(?P<{name}>{letters.pattern})" for name, letters in UNPARTED.items()))
_LANGUAGES = {"Thai": "th", "Lao": "lo", "Khmer": "km", "Burmese": "my"}


@cache
def knows(script: str) -> bool:
    """Whether the words of one of these scripts can be told apart here."""
    return _is_there("icu4py") or (script == "Thai" and _is_there("budoux"))


def parted(text: str) -> list[str]:
    """A text without spaces in the words of it that are known; it alone where none are."""
    parts: list[str] = []
    at = 0
    for match in _ANY.finditer(text):
        script = match.lastgroup or ""
        words = _parser(script)(match[0]) if knows(script) else [match[0]]
        before = text[at : match.start()]
        if parts or before:
            words = [before + words[0], *words[1:]]
        parts.extend(words)
        at = match.end()
    return [*parts[:-1], parts[-1] + text[at:]] if parts else [text]


def _is_there(library: str) -> bool:
    return importlib.util.find_spec(library) is not None


@cache
def _parser(script: str) -> Callable[[str], list[str]]:
    """What tells the words of a script apart: for Thai the smaller library if it is there."""
    if script == "Thai" and _is_there("budoux"):
        import budoux  # late: only Thai needs it

        parse: Callable[[str], list[str]] = budoux.load_default_thai_parser().parse
        return parse
    from icu4py.breakers import LineBreaker  # late: only these scripts need it

    language = _LANGUAGES[script]
    return lambda text: [text[start:end] for start, end in LineBreaker(text, language).segments()]
