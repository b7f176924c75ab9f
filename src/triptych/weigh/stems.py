"""The words of a text that say something, as stems: what is compared when texts are."""

import re
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from triptych.languages import known, language, nearest

_STEMMERS = {
    "ca": "catalan", "eo": "esperanto", "et": "estonian", "eu": "basque", "fa": "persian", "ga": "irish",
    "hy": "armenian", "id": "indonesian", "lt": "lithuanian", "ne": "nepali", "nn": "norwegian", "sr": "serbian",
    "ta": "tamil", "yi": "yiddish",
}  # fmt: skip
"""The Snowball algorithms of languages that there are no other data for."""
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6"
    "\u06dc\u0900\u0903\u093a\u094f\u0951\u0957\u0962\u0963\u0981\u0983\u09bc\u09cd\u0a01\u0a03\u0a3c"
    "\u0a4d\u0a81\u0a83\u0abc\u0acd\u0b01\u0b03\u0b3c\u0b4d\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d"
    "\u0c81-\u0c83\u0cbc-\u0ccd\u0d00-\u0d03\u0d3b-\u0d4d\u0d82\u0d83\u0dca-\u0ddf\u0f71-\u0f84\u135d-\u135f"
    "\u200c\u200d"
)
"""Signs that belong to the letter before them."""
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
)
"""Letters of scripts that write words without spaces, and of Korean, whose words carry their endings with them."""
_TOKEN = re.compile(rf"[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[^\W_]|[{_MARKS}])+")
_PAIRED = re.compile(f"[{_UNSPACED}]")
_SMALL_SIGNS = re.compile("[\u3040-\u309f]{2}")
"""Two letters of hiragana: mostly endings."""

Stem = Callable[[str], str]


class Words:
    """The words of texts in one language; each is stemmed once."""

    def __init__(self, lang: str) -> None:
        name = language(lang).stemmer if nearest(lang) else _STEMMERS.get(lang.split("-")[0].lower())
        self._small = small_words(lang)
        self._stem = _stemmer(name) if name else None
        self._known: dict[str, str] = {}

    def stems(self, text: str) -> tuple[str, ...]:
        """The stems of a text's content words, in their order; pairs of letters where words have no spaces."""
        out: list[str] = []
        known = self._known
        for token in _TOKEN.findall(_folded(text)):
            if token not in known:
                known[token] = self._stemmed(token)
            stem = known[token]
            if stem == _PAIRS:
                out.extend(_pairs(token))
            elif stem:
                out.append(stem)
        return tuple(out)

    def _stemmed(self, token: str) -> str:
        """The stem of a word, empty for one that says nothing."""
        if _PAIRED.match(token):
            return _PAIRS
        if token in self._small or (len(token) == 1 and not token.isdigit()):
            return ""
        return self._stem(token) if self._stem and not token.isdigit() else token


_PAIRS = " "


def count_words(text: str) -> int:
    """How many words a text has, as a reader counts them: two letters make one where words have no spaces."""
    return sum((len(t) + 1) // 2 if _PAIRED.match(t) else 1 for t in _TOKEN.findall(_folded(text)))


@cache
def small_words(lang: str) -> frozenset[str]:
    """The small words of a language, of all languages for an empty tag; none where we have no data for it."""
    tags = known() if not lang else (lang,) if nearest(lang) else ()
    return frozenset(word for tag in tags for word in language(tag).small_words.split())


def _folded(text: str) -> str:
    return text.lower().replace("\u00ad", "")


def _pairs(token: str) -> list[str]:
    if len(token) == 1:
        return [token]
    found = [token[k : k + 2] for k in range(len(token) - 1)]
    return [pair for pair in found if not _SMALL_SIGNS.fullmatch(pair)]


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
    return stem
