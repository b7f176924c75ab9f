"""The language that a text is in, where its author does not say it: by its script, its letters, its commonest words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from triptych.languages import BY_SCRIPT, language
from triptych.languages.scripts import script_of
from triptych.patterns import late

if TYPE_CHECKING:
    from triptych.languages.others import Told

_READ = 8_000
"""Characters that are looked at."""
_FEWEST, _SHARE, _LEAD = 4, 0.1, 1.5
"""How much must speak for another language than English: in all, as a share of the words, how many times as much."""
_DIFFERENT = 3
"""How many different words must speak for another language than English: one alone may be a name."""
_PLAIN_FEWEST, _PLAIN_SHARE = 3, 0.15
"""How many of the commonest words of English, as which share, make a text English without a look at other languages."""
_OWN, _STRANGE = 0.5, 1.0
"""What a word with letters of a language's own says for it, and one with letters that it has not against it."""
_LEAST_LETTERS = 20
"""Letters of other scripts than the Latin one that tell a language."""
_WORD = late(r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0dff](?<![।॥]))*")
"""A word; in Indian scripts with its vowel signs, which are no letters."""
_CODE = late(r"^(`{3,}+|~{3,}+).*?^\1|`[^`\n]*+`|\$[^$\n]*+\$|https?://\S++", re.MULTILINE | re.DOTALL)
_LETTERED = frozenset(["LATIN", "CYRILLIC", "ARABIC", "DEVANAGARI"])
"""Scripts of several languages that are told from each other by letters and words."""


def language_of(text: str) -> str:
    """The language of a text as a BCP 47 tag, empty where it cannot be told for sure.

    It may be one that we have no words in.
    """
    prose = _CODE.sub(" ", text[:_READ])
    words = Counter(word.lower() for word in _WORD.findall(prose))
    script = script_of(prose, _LEAST_LETTERS)
    if script in ("", "LATIN"):
        return _by_words(words)
    if script == "CJK":
        return max(BY_SCRIPT[script], key=lambda tag: _hits(language(tag).telling_words, Counter(prose)))
    tags = BY_SCRIPT.get(script, ())
    return tags[0] if len(tags) == 1 and script not in _LETTERED else _ranked(script, words)[0][1]


def _by_words(words: Counter[str]) -> str:
    """The language of a text in Latin script; most are English, and need none of the others."""
    telling, total = language("en").telling_words, words.total()
    english = _hits(telling, words)
    if english >= _PLAIN_FEWEST and english >= _PLAIN_SHARE * total and len(telling & words.keys()) > 1:
        return "en"
    whole = Counter({word: count for word, count in words.items() if len(word) > 1})  # no letters of lists
    (most, lang), (second, _), *_ = _ranked("LATIN", whole)
    sure = (
        _different(lang, whole) >= _DIFFERENT
        and most >= _FEWEST
        and most >= _SHARE * total
        and most >= _LEAD * english
        and most > second
    )
    return lang if sure else ""


def _ranked(script: str, words: Counter[str]) -> list[tuple[float, str]]:
    """The languages of a script with what speaks for them, the likeliest first."""
    candidates = _candidates(script)
    every = frozenset(letter for _, letters, _ in candidates for letter in letters)
    lettered = Counter[frozenset[str]]()
    for word, count in words.items():
        if found := every.intersection(word):
            lettered[found] += count

    def spoken_for(letters: frozenset[str], telling: frozenset[str]) -> float:
        own = sum(count if found <= letters else -count * _STRANGE / _OWN for found, count in lettered.items())
        return _hits(telling, words) + own * _OWN

    return sorted(
        ((spoken_for(letters, telling), tag) for tag, letters, telling in candidates), key=lambda one: -one[0]
    )


def _different(lang: str, words: Counter[str]) -> int:
    """How many different words speak for a language that is written in Latin letters."""
    letters, telling = next((known, said) for tag, known, said in _candidates("LATIN") if tag == lang)
    return sum(1 for word in words if word in telling or not letters.isdisjoint(word))


@cache
def _candidates(script: str) -> Sequence[tuple[str, frozenset[str], frozenset[str]]]:
    """The languages of a script, each with its letters and its commonest words."""
    ours = [language(tag) for tag in BY_SCRIPT.get(script, ()) if "-" not in tag]  # regions have their language's words
    told = [(one.tag, frozenset(one.letters), one.telling_words) for one in ours]
    return (
        *told,
        *((one.tag, frozenset(one.letters), frozenset(one.words.split())) for one in _others().get(script, ())),
    )


@cache
def _others() -> "Mapping[str, Sequence[Told]]":
    from triptych.languages.others import OTHERS  # only what is not English needs them

    return OTHERS


def _hits(telling: frozenset[str], words: Counter[str]) -> int:
    """How many of the words are among the commonest of a language."""
    return sum(words[word] for word in telling)
