"""The words of a text that say something, as stems: what is compared when texts are."""

import re
import sys
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import NamedTuple

from triptych.languages import known, language, nearest

_STEMMERS = {
    "ca": "catalan", "eo": "esperanto", "et": "estonian", "eu": "basque", "fa": "persian", "ga": "irish",
    "hy": "armenian", "id": "indonesian", "lt": "lithuanian", "ne": "nepali", "nn": "norwegian", "sr": "serbian",
    "ta": "tamil", "yi": "yiddish",
}  # fmt: skip
"""The Snowball algorithms of languages that there are no other data for."""
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0dff\u0f18-\u0f39\u0f71-\u0f84"
    "\u135d-\u135f\u200c\u200d"
)
"""Signs that belong to the letter before them, and all that Indic scripts write words with."""
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
)
"""Letters of scripts that write words without spaces, and of Korean, whose words carry their endings with them."""
_PLAIN = re.compile(r"[^\W_]+")
_PAIRS = " "
"""Stands for the stems of a word that is read as pairs of letters."""

MOST_STEMS = 20_000
"""Words whose stems a process keeps."""

Stem = Callable[[str], str]


class Said(NamedTuple):
    """A text's stems of content words in their order, and how many words it has in all, as a reader counts them."""

    stems: tuple[str, ...]
    length: int


class Words:
    """The words of texts in one language; each is stemmed once."""

    def __init__(self, lang: str) -> None:
        name = language(lang).stemmer if nearest(lang) else _STEMMERS.get(lang.split("-")[0].lower())
        self._small = small_words(lang)
        self._stem = _stemmer(name) if name else None
        self._known: dict[str, str] = {}

    def stems(self, text: str) -> tuple[str, ...]:
        """The stems of a text's content words, in their order; pairs of letters where words have no spaces."""
        return self.read(text).stems

    def read(self, text: str) -> Said:
        """The same with the number of words; two letters make one where words have no spaces."""
        tokens = _tokens(text.lower().replace("\u00ad", ""))
        known = self._known
        for token in tokens:
            if token not in known:
                known[token] = self._stemmed(token)
        found = [known[token] for token in tokens]
        if _PAIRS not in found:  # as in most texts
            return Said(tuple(filter(None, found)), len(tokens))
        return _said(tokens, found)

    def _stemmed(self, token: str) -> str:
        """The stem of a word, empty for one that says nothing."""
        if _is_unspaced(token):
            return _PAIRS
        if token in self._small or (len(token) == 1 and not token.isdigit()):
            return ""
        return self._stem(token) if self._stem and not token.isdigit() else token


def _said(tokens: Sequence[str], found: Sequence[str]) -> Said:
    """A text of which some words are read as pairs of letters."""
    out: list[str] = []
    length = 0
    for token, stem in zip(tokens, found, strict=True):
        length += (len(token) + 1) // 2 if stem == _PAIRS else 1
        out.extend(_pairs(token) if stem == _PAIRS else filter(None, (stem,)))
    return Said(tuple(out), length)


def length_of(text: str) -> int:
    """How many words a text has, as a reader counts them: what `Words.read` says, without stems."""
    tokens = _tokens(text.lower().replace("\u00ad", ""))
    if text.isascii():
        return len(tokens)
    return sum((len(token) + 1) // 2 if _is_unspaced(token) else 1 for token in tokens)


def _is_unspaced(token: str) -> bool:
    return token[:1] >= _UNSPACED[0] and _scripts().unspaced.match(token) is not None


@cache
def small_words(lang: str) -> frozenset[str]:
    """The small words of a language, of all languages for an empty tag; none where we have no data for it."""
    tags = known() if not lang else (lang,) if nearest(lang) else ()
    return frozenset(word for tag in tags for word in language(tag).small_words.split())


class _Scripts(NamedTuple):
    token: re.Pattern[str]
    unspaced: re.Pattern[str]


@cache
def _scripts() -> _Scripts:
    """The patterns for any script, which take a moment to make: only texts that need them do so."""
    token = re.compile(rf"[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[^\W_]|[{_MARKS}])+")
    return _Scripts(token, re.compile(f"[{_UNSPACED}]"))


def _tokens(text: str) -> list[str]:
    if text.isascii() or all(char < "\u0300" or "\u2000" <= char < "\u2c00" for char in set(text)):
        return _PLAIN.findall(text)
    return _scripts().token.findall(text)


def _pairs(token: str) -> list[str]:
    if len(token) == 1:
        return [token]
    found = (token[k : k + 2] for k in range(len(token) - 1))
    return [pair for pair in found if not all("\u3040" <= sign < "\u30a0" for sign in pair)]  # hiragana: mostly endings


@cache
def _stemmer(name: str) -> Stem:
    """A Snowball stemmer, without loading those of the other languages, as the package itself would."""
    package = "triptych.weigh._snowball"
    if package not in sys.modules:
        found = find_spec("snowballstemmer")
        alias = ModuleType(package)
        alias.__path__ = list(found.submodule_search_locations or ()) if found else []
        sys.modules[package] = alias
    module = import_module(f"{package}.{name}_stemmer")
    stem: Stem = getattr(module, f"{name.title()}Stemmer")().stemWord
    return lru_cache(maxsize=MOST_STEMS)(stem)  # the next document has most of these words, too
