"""The language that a text is in, where its author does not say it: by its script, else by its commonest words."""

import re
import unicodedata
from collections import Counter

_COMMON = {
    "en": "the of and to is that it for was with as are this which from by not have be an",
    "de": "der die das und ist nicht ein eine von zu mit den dem des auf sich wird werden auch für",
    "fr": "le les des et est une dans que qui pour du pas sur par avec sont plus ce cette au",
    "es": "el los las que del y por con una para es se su como más al lo no sus este",
    "it": "il che di è per una con non sono del della nel si gli le più anche come dei questo",
    "pt": "o os que do da em um uma para com não é no na dos por mais as se ao",
    "nl": "de het een van en is niet dat op te met voor zijn er aan ook door wordt bij naar",
    "pl": "w i na się nie z do jest że to przez od po oraz jak są który dla które lub",
}
_WORDS = {lang: frozenset(words.split()) for lang, words in _COMMON.items()}
_SCRIPTS = {
    "GREEK": "el", "CYRILLIC": "ru", "ARABIC": "ar", "HEBREW": "he", "DEVANAGARI": "hi", "HIRAGANA": "ja",
    "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh",
}  # fmt: skip
_READ = 8_000
"""Characters that are looked at."""
_FEWEST, _SHARE, _LEAD = 12, 0.1, 2.0
"""How many of the commonest words there must be, as which share of all, how many times those of any other language."""
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"^(`{3,}+|~{3,}+).*?^\1|`[^`\n]*+`|\$[^$\n]*+\$|https?://\S++", re.MULTILINE | re.DOTALL)


def language_of(text: str) -> str:
    """The language of a text as a BCP 47 tag, empty where it cannot be told for sure."""
    prose = _CODE.sub(" ", text[:_READ])
    words = [word.lower() for word in _WORD.findall(prose)]
    return _by_script(prose) or _by_words(words)


def _by_script(text: str) -> str:
    """The language that most letters tell by their script; in Japanese most may be Chinese."""
    scripts = Counter(unicodedata.name(char, "").split(" ")[0] for char in text if char > "\u02ff" and char.isalpha())
    latin = sum(1 for char in text if char <= "\u02ff" and char.isalpha())
    found: Counter[str] = Counter()
    for script, count in scripts.items():
        if script in _SCRIPTS:
            found[_SCRIPTS[script]] += count
    if found.total() <= latin or found.total() < 20:
        return ""
    if found["ja"] * 8 > found["zh"]:
        found["ja"] += found.pop("zh", 0)
    lang, count = found.most_common(1)[0]
    return lang if count * 2 > found.total() else ""


def _by_words(words: list[str]) -> str:
    counts = Counter(words)
    hits = sorted(((sum(counts[word] for word in common), lang) for lang, common in _WORDS.items()), reverse=True)
    (most, lang), (second, _) = hits[0], hits[1]
    sure = most >= _FEWEST and most >= _SHARE * len(words) and most >= _LEAD * second
    return lang if sure else ""
