"""Names in running text, in scripts that have capitals: runs of words that begin with one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from triptych.languages import language
from triptych.patterns import late
from triptych.transform.dates import month_of
from triptych.weigh.stems import Words, small_words

_WORD = late(r"[^\W\d_]+")
_JOINED = late(r" |-|\u2010|\u2011|'|’|\. ")
"""What may stand between the words of a name; a full stop behind an initial only."""
_LINKS = frozenset(
    (
        "of",
        "de",
        "du",
        "des",
        "von",
        "van",
        "der",
        "den",
        "di",
        "da",
        "del",
        "della",
        "la",
        "le",
        "al",
        "ibn",
        "bin",
        "y",
    )
)
"""Words in small letters within names of the languages with Latin letters: Bank of England, Simone de Beauvoir."""
_OF = _LINKS - {"la", "le", "al", "y"}
_NUMERAL = late(r"[IVX]+")


class Names:
    """The names of a text. A word that begins its sentence is one only if it has its capital elsewhere too."""

    def __init__(self, texts: Sequence[str], lang: str, words: Words) -> None:
        self._lang, self._words = lang, words
        self._small = small_words(lang)
        self._nouns = language(lang).capital_nouns
        self._inside: Counter[str] = Counter()
        self._low: set[str] = set()
        for text in texts:
            for at, match in enumerate(_WORD.finditer(text)):
                if at and match[0][0].isupper():
                    self._inside[match[0]] += 1
                elif match[0][0].islower():
                    self._low.add(match[0])
                    self._low.update(words.stems(match[0]))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names begin and end in a sentence."""
        words = list(_WORD.finditer(text))
        run: list[re.Match[str]] = []
        for at, word in enumerate(words):
            if run and not self._continues(text, run[-1], word):
                yield from self._closed(run, text)
                run = []
            if (self._is_capital(words, at, text) and (at or self._may_begin(words, text))) or (
                run and word[0] in _LINKS and self._goes_on(words, at, text)
            ):
                run.append(word)
            else:
                yield from self._closed(run, text)
                run = []
        yield from self._closed(run, text)

    def _is_capital(self, words: Sequence[re.Match[str]], at: int, text: str) -> bool:
        """Whether a word has a capital of its own: a small word only within a sentence, before another: First Lady."""
        word = words[at]
        if not word[0][0].isupper() or word[0].lower() not in self._small or word[0] == word[0].upper():
            return word[0][0].isupper()
        before = text[: word.start()].rstrip()[-1:]
        return bool(at) and (before.isalnum() or before == ",") and self._goes_on(words, at, text)

    def _may_begin(self, words: Sequence[re.Match[str]], text: str) -> bool:
        """Whether the first word of a sentence may belong to a name."""
        first = words[0][0]
        if first in self._inside:
            return True
        low = {first.lower(), *self._words.stems(first)} & self._low  # "Fearing" where others "feared"
        return not low and self._goes_on(words, 0, text)

    def _continues(self, text: str, before: re.Match[str], word: re.Match[str]) -> bool:
        between = text[before.end() : word.start()]
        if between == ". " and len(before[0]) > 1:
            return False
        return _JOINED.fullmatch(between) is not None and not (between in "'’" and len(word[0]) == 1)

    def _goes_on(self, words: Sequence[re.Match[str]], at: int, text: str) -> bool:
        follows = words[at + 1 : at + 2]
        return bool(follows) and follows[0][0][0].isupper() and self._continues(text, words[at], follows[0])

    def _closed(self, run: Sequence[re.Match[str]], text: str) -> Iterator[tuple[int, int]]:
        if not run:
            return
        start, end = run[0].start(), run[-1].end()
        while text[end : end + 1].isdigit():  # CO2 is a name whole
            end += 1
        if text[start - 1 : start].isdigit() or text[end : end + 1].isalpha():
            return  # G3P is none in pieces
        said = text[start:end]
        if start > 1 and text[start - 1] == "." and text[start - 2].isalpha():
            return  # what is left of "U.S. Army"
        if len(said) == 2 and said != said.upper():
            return  # Jr
        if len(run) == 1 and (len(said) < 2 or self._nouns or month_of(said, self._lang) or _NUMERAL.fullmatch(said)):
            return
        yield start, end


def is_named_by(text: str, start: int) -> bool:
    """Whether what begins there is part of a name: a word with a capital and one that links names stand before it."""
    before = _WORD.findall(text[:start])
    return len(before) > 1 and before[-1] in _OF and before[-2][0].isupper()


def overlaps(spans: Sequence[tuple[int, int]]) -> bool:
    """Whether any of some spans reach into each other."""
    return any(one[1] > two[0] for one, two in pairwise(sorted(spans)))
