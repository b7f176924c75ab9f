"""Where sentences end in plain text, whatever its script."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from triptych.languages import language, nearest, own
from triptych.languages.everywhere import ABBREVIATIONS, COUNTED
from triptych.languages.language import Abbreviations
from triptych.languages.signs import is_small
from triptych.patterns import late

Spans = Sequence[tuple[int, int]]
KEPT = 1 << 14
"""Texts whose sentences are remembered: those of a long book, since each panel asks for all of them."""

_CLOSING = r"\"'”’“»«›‹)\]}」』）】》〉〕"
_OPENING = "\"'“”‘„‚«»‹›([{¿¡「『（【《〈〔"
_STOPS = ".!?…‽⁇⁈⁉;\u037e"
_UNSPACED = "।॥።፧፨။៕។։؟۔᠃᠉꓿།༎"
"""Stops behind which there need be no space."""
_WIDE = "。！？｡‼"


def _ends(between: str = "") -> re.Pattern[str]:
    return late(
        rf"""(?: (?<![{_STOPS}]) [{_STOPS}]++ [{_CLOSING}]*+ \s++  # with space
                (?=[{re.escape(_OPENING)}—–-]*+\s?[^\W_])
            | [{_UNSPACED}]++ [{_CLOSING}]*+ \s*+  # with or without one
            {between}
            | (?:[{_WIDE}]|．(?![0-9０-９]))++ [{_CLOSING}]*+ \s*+ )""",
        re.VERBOSE,
    )


_END = _ends()
_FIRST_SIGN = "\u3040"
_END_AMONG_SIGNS = _ends(rf"| (?<=[{_FIRST_SIGN}-\u9fff])[!?]++ [{_CLOSING}]*+ (?=[{_FIRST_SIGN}-\u9fff])")
"""The same in texts with signs from that one on: their class takes longer to compile than all the rest."""
_MAY_END = late(f"[{_STOPS}{_UNSPACED}{_WIDE}．]")
"""What each of those begins with, which is quicker found."""
_LETTERS = late(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,2}")
"""Letters with full stops between them: U.S, z.B, J.-C."""
_NUMBERED = late(r"\d|[IVXLC]{2,}\b|[B-HJ-Zb-z]\b")
"""What numbered things are called; "A" and "I" are words more often."""
_ROMAN = late(r"[IVX]+")
_START_NUMBER = late(r"(?:\d{1,3}|[IVX]{1,4})(?:\.\d{1,2})*")
_GOES_ON = late(r"[とっのはがをにもでやか、，]")
"""What goes on after a quotation in Japanese."""
_PAIRS = dict(
    zip("([{（「『【《〈〔“„«", (")", "]", "}", "）", "」", "』", "】", "》", "〉", "〕", "”", "“”", "»"), strict=True)
)
_BRACKETS = late("[" + re.escape("".join(_PAIRS) + "".join(_PAIRS.values())) + "]")
_COUNT = frozenset(["bs", "et", "fo", "hr", "is", "lt", "lv", "nn", "sk", "sl", "sr"])
"""Languages without data here in which a number with a full stop counts: "the 3. of October"."""
HELD = 160
"""Characters up to which a quotation or a text in brackets is one piece, however many sentences it has."""


@lru_cache(KEPT)  # slides, sheet and lists ask for those of the same text
def sentence_ends(text: str, lang: str = "", whole: tuple[tuple[int, int], ...] = ()) -> tuple[int, ...]:
    """Where the sentences of a text end: offsets behind the space that follows them, without the last one.

    `whole` are spans that nothing ends in, such as code and formulae, in order.
    """
    found = tuple(_marks(text))
    if not found:
        return ()
    words = _words(lang.lower())
    opaque, held = _Spans(whole), _Spans(_brackets(text))
    ends = []
    for match in found:
        at, behind = match.start(), match.start() + len(match.group().rstrip())
        if match.end() == len(text) or opaque.contains(at) or held.contains(behind):
            continue
        if words.ends(text, match, opaque):
            ends.append(match.end())
    return tuple(ends)


def _marks(text: str) -> Iterator[re.Match[str]]:
    """The marks that may end a sentence."""
    at, signs = 0, not text.isascii() and max(text) >= _FIRST_SIGN
    while first := _MAY_END.search(text, at):
        match = _END_AMONG_SIGNS.match(text, first.start()) if signs else _END.match(text, first.start())
        at = match.end() if match else first.end()
        if match:
            yield match


class _Spans:
    """Spans that can be asked what lies in them."""

    def __init__(self, spans: Spans) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._spans and start < self._spans[-1][1]:  # one within another, or crossing it
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            else:
                self._spans.append((start, end))
        self._starts = [start for start, _ in self._spans]

    def contains(self, at: int) -> bool:
        """Whether a character lies in a span."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._spans[index][1]


def _brackets(text: str) -> list[tuple[int, int]]:
    """Short quotations and texts in brackets, from behind the opening mark to the closing one."""
    opened: list[tuple[str, int]] = []
    out = []
    for match in _BRACKETS.finditer(text):
        char, at = match.group(), match.start()
        if opened and char in _PAIRS[opened[-1][0]]:
            _, start = opened.pop()
            if at - start <= HELD:
                out.append((start + 1, at + 1))
        elif char in _PAIRS:
            opened.append((char, at))
    return out


class _Words:
    """The abbreviations of a language, and the words that begin its sentences."""

    def __init__(self, lang: str) -> None:
        languages = own(lang)
        known = [ABBREVIATIONS, *(one.abbreviations for one in languages)]
        if not nearest(lang):
            unmistakable = (_unmistakable(one.abbreviations) for one in languages)
            known = [ABBREVIATIONS, language("en").abbreviations, *unmistakable]
        self.titles = frozenset(word for one in known for word in one.titles.split())
        self.numbered = frozenset(word for one in known for word in one.numbered.split())
        self.others = frozenset(word for one in known for word in one.others.split())
        self.starters = frozenset(word for one in languages for word in one.small_words.split())
        self.counts = languages[0].counts_with_stops if nearest(lang) else lang.split("-")[0] in _COUNT
        self.counted = frozenset(COUNTED.split())
        self.semicolon_asks = bool(nearest(lang)) and ";" in languages[0].sentence_ends

    def ends(self, text: str, match: re.Match[str], opaque: _Spans) -> bool:
        """Whether a sentence ends at marks that may end one."""
        marks = match.group().rstrip()
        if marks[0] in "。！？｡‼．":
            return not (len(marks) > 1 and _GOES_ON.match(text, match.end()))
        if marks[0] == ";":
            return self.semicolon_asks and len(marks) == 1
        if marks[0] not in ".!?…":
            return True
        start = _start(text, match.end())
        if is_small(text[start : start + 1]) and not opaque.contains(start):
            return False
        if not marks.startswith(".") or marks.startswith("..") or opaque.contains(match.start() - 1):
            return True
        return self._stops(text, match.start(), start)

    def _stops(self, text: str, at: int, start: int) -> bool:
        """Whether a full stop ends a sentence before a word that does not begin small."""
        word = _word_before(text, at)
        low = word.lower()
        follows = _word_after(text, start)
        begins = follows.lower() in self.starters and len(follows) > 1
        if at == len(word) and _START_NUMBER.fullmatch(word):
            return False  # a number at the very beginning: "1. Text"
        if low in self.titles:
            return False
        if low in self.numbered and _NUMBERED.match(text, start) and not begins:
            return False
        if low in self.others or _LETTERS.fullmatch(word) or (len(word) == 1 and word.isalpha()):
            return begins and not _abbreviated(text, start + len(follows))
        return begins or not self._counts(word, follows)

    def _counts(self, word: str, follows: str) -> bool:
        """Whether a number with a full stop counts the word that follows: "3. Oktober", "Paul II. Polen"."""
        if not ((word.isdigit() and len(word) <= 2) or _ROMAN.fullmatch(word)):
            return False
        return follows[:1].isupper() if self.counts else follows.lower() in self.counted


def _unmistakable(one: Abbreviations) -> Abbreviations:
    """Those abbreviations of a language that are no words in another: with stops in them, or without a vowel."""

    def kept(words: str) -> str:
        return " ".join(word for word in words.split() if "." in word or not _VOWEL.search(word))

    return Abbreviations(titles=kept(one.titles), numbered=kept(one.numbered), others=kept(one.others))


_VOWEL = late("[aeiouyàâäáãåèéêëìíîïòóôöõøùúûüœæ]|[^a-zß\u00c0-\u017f]")
"""A vowel, or a letter of another script than Latin."""


@cache
def _words(lang: str) -> _Words:
    return _Words(lang)


def _start(text: str, at: int) -> int:
    """Where the next word begins, behind dashes and opening marks."""
    while at < len(text) and (text[at] in _OPENING or text[at] in "—–- "):
        at += 1
    return at


def _word_before(text: str, at: int) -> str:
    """What stands before a full stop up to the last space, without opening marks."""
    start = at
    while start and at - start < 24 and not text[start - 1].isspace():
        start -= 1
    word = text[start:at].lstrip(_OPENING + "—–-/")
    spaced = _SPACED.search(text, max(0, start - 9), start) if len(word) <= 3 and not word.isdigit() else None
    return re.sub(r"\s", "", spaced.group()) + word if spaced else word


_SPACED = late(r"(?<![^\s(\[„“\"])(?:[^\W\d_]{1,2}\.\s)+\Z")
"""The letters before the last one of an abbreviation that is written with spaces: "z. B."."""
_WORD = late(r"[^\W_]+")


def _word_after(text: str, at: int) -> str:
    match = _WORD.match(text, at)
    return match.group() if match else ""


def _abbreviated(text: str, at: int) -> bool:
    return text.startswith(".", at)
