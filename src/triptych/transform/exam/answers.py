"""What a sentence can be asked for: its terms, dates, numbers and names, and what else stands out in it."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec

from triptych.languages import own
from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.transform.dates import dates_in
from triptych.transform.exam.material import Material, Passage, is_askable
from triptych.transform.exam.names import Names
from triptych.weigh.emphasis import emphasised
from triptych.weigh.sentences import divided

Kind = Literal["term", "date", "number", "name", "word"]
WORTH: dict[Kind, float] = {"term": 2.0, "date": 1.2, "name": 1.0, "number": 0.8, "word": 0.0}
"""What an answer of a kind adds to the weight of its sentence: the author's own terms most, mere words nothing."""
NEW = 3.0
"""What is added where a term is introduced: that sentence says what it is."""
COMMON = 0.2
"""The share of sentences from which on a name is common in a text, and asks for nothing."""
SINGLE = 0.3
"""What a name of one word is worth less: a given name as often as not."""
SHORT_WORD = 5
"""Letters from which on a mere word is asked for."""
MOST_WORDS = 5
"""Mere words of a sentence that are asked for at most."""
LONGEST_QUOTE = 40
"""Characters of a quoted phrase."""

_NUMBER = re.compile(r"(?<![\w.,/:§$-])\d(?:\d|[.,](?=\d)|[\u00a0\u202f ](?=\d{3}(?!\d)))*+(?![\w/:-])(?:\s?[%‰])?")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|-(?=[^\W\d_]))*+")
_CAPITAL = re.compile(r"\s[^\W\d_a-z][\w.]*\s\Z")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_EAST_QUOTES = (("《", "》"), ("「", "」"), ("『", "』"), ("“", "”"), ("«", "»"), ('"', '"'))
_PLAIN = (doc.Text, doc.Strong, doc.Emphasis, doc.Link, doc.Named)
"""What an answer is made of: text, not a formula or code."""


class Answer(msgspec.Struct, frozen=True):
    """Something that a sentence can be asked for. `start` and `end` are offsets into the text of the passage.

    `frame` is the small word before it: what fits the same sentence mostly stands behind the same.
    """

    passage: int
    start: int
    end: int
    text: str
    kind: Kind
    worth: float
    frame: str = ""


def answers_of(material: Material) -> dict[int, tuple[Answer, ...]]:
    """The answers in each sentence that can be asked, by its number, the best first."""
    finder = _Finder(material)
    return {p.number: found for p in material.passages if is_askable(p) and (found := finder.answers(p))}


class _Finder:
    def __init__(self, material: Material) -> None:
        self._lang = material.document.meta.lang
        self._names = Names([passage.text for passage in material.passages], self._lang)
        self._terms = [t for term in material.terms if (t := term.casefold())]
        labels = [" ".join(plain(point.label).split()).strip(" .:") for point in material.points if not point.term]
        self._terms += [label.casefold() for label in labels if 0 < len(label.split()) <= 4]
        self._pattern = _any_of(self._terms)
        self._spread = Counter(stem for passage in material.passages for stem in passage.stems)
        self._count = len(material.passages)
        self._words = material.words
        self._introduced: set[str] = set()

    def answers(self, passage: Passage) -> tuple[Answer, ...]:
        """What can be asked for in a sentence, without overlaps; each has to stand in it but once."""
        taken: list[tuple[int, int]] = []
        out = []
        for start, end, kind, bonus in self._found(passage):
            text = passage.text[start:end]
            if any(start < e and s < end for s, e in taken) or not _is_text(passage.inlines, start, end):
                continue
            taken.append((start, end))
            if self._is_told(passage, start, end, kind):
                continue
            worth = WORTH[kind] + bonus
            out.append(Answer(passage.number, start, end, text, kind, worth, self._frame(passage.text[:start])))
        return tuple(sorted(out, key=lambda answer: (-answer.worth, answer.start)))

    def _found(self, passage: Passage) -> Iterator[tuple[int, int, Kind, float]]:
        """What stands out in a sentence, what counts most first."""
        text = passage.text
        shown = {term.casefold() for term in emphasised(passage.inlines).terms}
        for match in self._pattern.finditer(text):
            said = match[0].casefold()
            new = said in shown and said not in self._introduced
            if new:
                self._introduced.add(said)
            yield *match.span(), "term", NEW if new else 0.0
        asides = [match.span() for match in _ASIDE.finditer(text)]
        found = dates_in(text, self._lang)
        dates = [(s, e) for s, e in found if not text[e : e + 1].isalnum() and not any(a <= s < b for a, b in asides)]
        yield from ((start, end, "date", 0.0) for start, end in dates)
        yield from ((start, end, "term", -0.5) for start, end in self._quoted(text))
        for start, end in self._names.spans(text):
            if any(a <= start < b for a, b in asides):
                continue
            common = self._share(text[start:end])
            yield start, end, "name", -4 * common - (0.0 if " " in text[start:end] else SINGLE)
        for match in _NUMBER.finditer(text):
            inside = any(a <= match.start() < b for a, b in asides)
            named = _CAPITAL.search(text, 0, match.start())  # a Fortune 500, an Apollo 11
            if not inside and not named and (len(match[0]) > 1 or match[0][-1] in "%‰"):
                yield *match.span(), "number", 0.0
        yield from self._plain_words(passage)

    def _quoted(self, text: str) -> Iterator[tuple[int, int]]:
        marks = (*_EAST_QUOTES, *(one.quotes for one in own(self._lang)))
        for opening, closing in dict.fromkeys(marks):
            one, two = re.escape(opening.strip()), re.escape(closing.strip())
            for match in re.finditer(rf"{one}\s?([^{one}{two}]{{2,{LONGEST_QUOTE}}}?)\s?[,.]?{two}", text):
                if len(match[1].split()) <= 4 and not match[1].rstrip().endswith((".", "!", "?", "。", "！", "？")):
                    yield match.span(1)

    def _plain_words(self, passage: Passage) -> Iterator[tuple[int, int, Kind, float]]:
        """The words that the text is about, if nothing else is to be asked for: said several times, yet not always."""
        found = []
        for match in _WORD.finditer(passage.text):
            stems = self._words.stems(match[0])
            many = self._spread.get(stems[0], 0) if len(stems) == 1 else 0
            if len(match[0]) >= SHORT_WORD and match.start() and 2 <= many <= max(2, COMMON * self._count):
                found.append((-many, match.start(), match.end()))
        yield from ((start, end, "word", 0.0) for _, start, end in sorted(found)[:MOST_WORDS])

    def _share(self, name: str) -> float:
        """The share of sentences that say a name, by its rarest word, as far as it is common."""
        stems = self._words.stems(name)
        share = min((self._spread[stem] / self._count for stem in stems), default=1.0)
        return share if share >= COMMON else 0.0

    def _is_told(self, passage: Passage, start: int, end: int, kind: Kind) -> bool:
        """Whether the rest of the sentence says an answer's words too."""
        stems = set(self._words.stems(passage.text[start:end]))
        if not stems and kind not in ("date", "number"):
            return True
        rest = self._words.stems(f"{passage.text[:start]} {passage.text[end:]}")
        return bool(stems) and stems <= set(rest)

    def _frame(self, before: str) -> str:
        words = before.split()
        last = words[-1].lower() if words else ""
        return last if last and not self._words.stems(last) else ""


def _any_of(terms: list[str]) -> re.Pattern[str]:
    """Any of some terms, the longest first; as whole words where words stand apart."""
    longest = sorted(dict.fromkeys(terms), key=lambda term: (-len(term), term))
    parts = (_bounded(term) for term in longest)
    return re.compile("|".join(parts) or "(?!)", re.IGNORECASE)


def _bounded(term: str) -> str:
    spaced = r"\s+".join(map(re.escape, term.split()))
    return spaced if _is_unspaced(term) else rf"(?<!\w){spaced}(?!\w)"


def _is_unspaced(text: str) -> bool:
    return any(char >= "\u2e80" for char in text)


def _is_text(inlines: doc.Inlines, start: int, end: int) -> bool:
    """Whether a part of a sentence is mere text that can be cut out of it."""
    _, inside, _ = divided(inlines, (start, end))
    return len(plain(inside)) == end - start and all(map(_is_plain, inside))


def _is_plain(inline: doc.Inline) -> bool:
    if not isinstance(inline, _PLAIN):
        return False
    return isinstance(inline, doc.Text) or all(map(_is_plain, inline.children))
