"""The language that a text is in, where its author does not say it: by its script, else by its commonest words."""

import re
import unicodedata
from collections import Counter

from triptych.languages import BY_SCRIPT, language

_READ = 8_000
"""Characters that are looked at."""
_FEWEST, _SHARE, _LEAD = 12, 0.1, 2.0
"""How many of the commonest words there must be, as which share of all, how many times those of any other language."""
_PLAIN_FEWEST, _PLAIN_SHARE = 3, 0.15
"""How many of the commonest words of English, as which share, make a text English without a look at other languages."""
_LEAST_LETTERS = 20
"""Letters of other scripts than the Latin one that tell a language."""
_KANA_SHARE = 8
"""A text with a kana for so many ideographs is Japanese."""
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"^(`{3,}+|~{3,}+).*?^\1|`[^`\n]*+`|\$[^$\n]*+\$|https?://\S++", re.MULTILINE | re.DOTALL)


def language_of(text: str) -> str:
    """The language of a text as a BCP 47 tag, empty where it cannot be told for sure."""
    prose = _CODE.sub(" ", text[:_READ])
    words = Counter(word.lower() for word in _WORD.findall(prose))
    script = _by_script(prose)
    if not script:
        return _by_words(words)
    tags = BY_SCRIPT[script]
    told = Counter(prose) if script == "CJK" else words
    return tags[0] if len(tags) == 1 else max(tags, key=lambda tag: _hits(tag, told))


def _by_script(text: str) -> str:
    """The script of most letters, by that of a language; in Japanese most may be Chinese. Empty for the Latin one."""
    scripts = Counter(unicodedata.name(char, "").split(" ")[0] for char in text if char > "\u02ff" and char.isalpha())
    latin = sum(1 for char in text if char <= "\u02ff" and char.isalpha())
    found: Counter[str] = Counter()
    for script, count in scripts.items():
        if script != "LATIN" and script in BY_SCRIPT:
            found["HIRAGANA" if script == "KATAKANA" else script] += count
    if found.total() <= latin or found.total() < _LEAST_LETTERS:
        return ""
    if found["HIRAGANA"] * _KANA_SHARE > found["CJK"]:
        found["HIRAGANA"] += found.pop("CJK", 0)
    script, count = found.most_common(1)[0]
    return script if count * 2 > found.total() else ""


def _by_words(words: Counter[str]) -> str:
    """The language of a text in Latin script; most are English, and need none of the others."""
    english, total = _hits("en", words), words.total()
    if english >= _PLAIN_FEWEST and english >= _PLAIN_SHARE * total:
        return "en"
    tags = [tag for tag in BY_SCRIPT["LATIN"] if "-" not in tag]  # other regions have the words of their language
    hits = sorted(((_hits(tag, words), tag) for tag in tags), reverse=True)
    (most, lang), (second, _) = hits[0], hits[1]
    sure = most >= _FEWEST and most >= _SHARE * total and most >= _LEAD * second
    return lang if sure else ""


def _hits(tag: str, words: Counter[str]) -> int:
    """How many of the words are among the commonest of a language."""
    return sum(words[word] for word in language(tag).telling_words)
