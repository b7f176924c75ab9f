"""How people announce a conclusion or a part. Each takes the language of the text, empty where it is not known."""

import re
from collections.abc import Iterable
from functools import cache

from triptych.languages import reading

_SCRIPTS_WITHOUT_SPACES = "\u2e80"
"""From this character on a phrase may go on without a space."""
_NEVER = "(?!)"


def is_summary_title(text: str, lang: str) -> bool:
    """Whether a heading announces a conclusion and nothing else."""
    return text.strip(" :.*_0123456789").lower() in _summary_titles(lang)


def starts_like_conclusion(text: str, lang: str) -> bool:
    """Whether a paragraph begins as conclusions do: "Overall, …"."""
    return _conclusion(lang).match(text.lstrip(" \"'“„«")) is not None


def starts_like_part(text: str, lang: str) -> bool:
    """Whether a line begins as parts of a course do: "Week 3", "Slide 1: …"."""
    return _part(lang).match(text) is not None


def starts_like_prompt(text: str, lang: str) -> bool:
    """Whether a text begins as the task of an examination does: "Explain …"."""
    return _prompt(lang).match(text) is not None


@cache
def _summary_titles(lang: str) -> frozenset[str]:
    return frozenset(title for one in reading(lang) for title in one.summary_titles)


@cache
def _conclusion(lang: str) -> re.Pattern[str]:
    return re.compile(_any_of(phrase for one in reading(lang) for phrase in one.conclusions), re.IGNORECASE)


@cache
def _part(lang: str) -> re.Pattern[str]:
    words = "|".join(dict.fromkeys(re.escape(word) for one in reading(lang) for word in one.parts))
    return re.compile(rf"(?:{words or _NEVER})\s+(?:\d{{1,3}}|[ivxl]{{1,6}})(?!\w|[.,]\d)", re.IGNORECASE)


@cache
def _prompt(lang: str) -> re.Pattern[str]:
    words = "|".join(one.phrases.prompts for one in reading(lang) if one.phrases.prompts)
    return re.compile(rf"(?:{words or _NEVER})(?!\w)", re.IGNORECASE)


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases as whole words, with either form of the apostrophe."""
    found = [re.escape(phrase).replace("'", "['’]") for phrase in dict.fromkeys(phrases)]
    spaced = [phrase for phrase in found if phrase[-1] < _SCRIPTS_WITHOUT_SPACES]
    others = [phrase for phrase in found if phrase[-1] >= _SCRIPTS_WITHOUT_SPACES]
    return "|".join((rf"(?:{'|'.join(spaced) or _NEVER})(?!\w)", *others))
