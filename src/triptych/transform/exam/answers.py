"""What a sentence can be asked for: its terms, dates, numbers and names, and what else stands out in it."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec

from triptych.languages import language, own
from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.patterns import late
from triptych.transform.dates import dates_in
from triptych.transform.exam.material import Material, Passage, is_askable
from triptych.transform.exam.names import is_named_by
from triptych.transform.exam.sorts import sorts_of
from triptych.weigh.emphasis import emphasised
from triptych.weigh.sentences import divided
from triptych.weigh.stems import small_words

Kind = Literal["term", "quote", "date", "number", "name", "word"]
WORTH: dict[Kind, float] = {"term": 2.0, "quote": 1.5, "date": 1.2, "name": 1.0, "number": 0.8, "word": 0.0}
"""What an answer of a kind adds to the weight of its sentence: the author's own terms most, mere words nothing."""
NEW = 3.0
"""What is added where a term is introduced: that sentence says what it is."""
COMMON = 0.2
"""The share of sentences from which on a name is common in a text, and asks for nothing."""
FEW_SAY, OFTEN = 0.08, 6
"""The same of a name that so many sentences say in a long text."""
PRECISE = 0.9
"""What a number is worth less that nobody remembers: one with decimals, or of thousands."""
SINGLE = 0.3
"""What a name of one word is worth less."""
UNTOLD = 0.8
"""What it is worth less besides where the text does not tell what it is: a given name, a brand, a people."""
SHORT_WORD = 7
"""Letters from which on a mere word is asked for."""
MOST_WORDS = 5
"""Mere words of a sentence that are asked for at most."""
LONGEST_NUMBER = 3
"""Digits of a number that is remembered."""
LATER = 0.01
"""What each mere word is worth less than the one before it."""
LONGEST_QUOTE = 40
"""Characters of a quoted phrase."""

_NUMBER = late(r"(?<![\w.,/:§$-])\d(?:\d|[.,](?=\d)|[\u00a0\u202f ](?=\d{3}(?!\d)))*+(?![\w/:-])(?:\s?[%‰])?")
_WORD = late(r"[^\W\d_](?:[^\W\d_]|-(?=[^\W\d_]))*+")
_NEXT = late(r"\s([^\W\d_]+)")
_CAPITAL = late(r"\s[^\W\d_a-z][\w.]*\s\Z")
_ASIDE = late(r"\((?:[^()]|\([^()]*\))*+\)|\[[^\[\]]*\]")
_CITED = late(r"(?:,? [^\W\d_][\w’'-]{0,40}+){0,8}+,? ?\((?:[^()]{0,60}+, )?\d{4}[a-z]?\)")
"""What stands behind the first name of a work that is cited, down to its year: and Forrest (2000)."""
PLACES = ("figure", "table", "equation", "section", "page", "slide")
"""Our words for parts of a document: what they name is no name."""
_EAST_QUOTES = (("《", "》"), ("「", "」"), ("『", "』"), ("“", "”"), ("«", "»"), ('"', '"'))
_PLAIN = (doc.Text, doc.Strong, doc.Emphasis, doc.Link, doc.Named)
"""What an answer is made of: text, not a formula or code."""


class Answer(msgspec.Struct, frozen=True):
    """Something that a sentence can be asked for. `start` and `end` are offsets into the text of the passage.

    `frame` is the small word before it: what fits the same sentence mostly stands behind the same. `sort` is what kind
    of thing a name is, as far as the text tells it; of a term, whether it only ever stands before a noun.
    """

    passage: int
    start: int
    end: int
    text: str
    kind: Kind
    worth: float
    frame: str = ""
    sort: str = ""


def answers_of(material: Material) -> dict[int, tuple[Answer, ...]]:
    """The answers in each sentence that can be asked, by its number, the best first."""
    finder = _Finder(material)
    return {p.number: found for p in material.passages if is_askable(p) and (found := finder.answers(p))}


class _Finder:
    def __init__(self, material: Material) -> None:
        self._lang = material.document.meta.lang
        texts = [passage.text for passage in material.passages]
        self._names = material.names
        self._sorts = sorts_of(texts, [list(self._names.spans(text)) for text in texts], self._lang)
        self._small = small_words(self._lang)
        self._titles = frozenset(language(self._lang).before_persons.split())
        self._terms = [t for term in material.terms if (t := term.casefold())]
        labels = [" ".join(plain(point.label).split()).strip(" .:") for point in material.points if not point.term]
        self._terms += [label.casefold() for label in labels if 0 < len(label.split()) <= 4]
        self._pattern = _any_of(self._terms)
        self._spread = Counter(stem for passage in material.passages for stem in passage.stems)
        self._count = len(material.passages)
        self._words = material.words
        self._points, self._passages = material.points, material.passages
        self._introduced: set[str] = set()
        self._said = Counter(found for passage in material.passages for found in _WORD.findall(passage.text))
        self._before_places = frozenset(language(self._lang).before_places.split())
        self._places = {word(material.document, key).casefold() for key in PLACES}
        self._nouns = language(self._lang).capital_nouns

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
            frame, sort = self._frame(passage.text[:start]), self._sort(passage.text, start, end, kind)
            out.append(Answer(passage.number, start, end, text, kind, worth, frame, sort))
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
        whole = [(s, e) for s, e in found if not text[e : e + 1].isalnum() and not is_named_by(text, s)]
        dates = [(s, e) for s, e in whole if not any(a <= s < b for a, b in asides)]
        yield from ((start, end, "date", 0.0) for start, end in dates)
        yield from ((start, end, "quote", 0.0) for start, end in self._quoted(text))
        for start, end in self._names.spans(text):
            known = text[start:end].casefold() in self._places or self._is_part(text, start, end)
            vague = self._is_scene(text, start, end) or self._is_known_by_title(text, start, end)
            if not known and not vague and not any(a <= start < b for a, b in asides):
                yield self._untitled(text, start, end), end, "name", self._bonus(text, start, end)
        for match in _NUMBER.finditer(text):
            inside = any(a <= match.start() < b for a, b in asides)
            named = is_named_by(text, match.start()) or _CAPITAL.search(
                text, 0, match.start()
            )  # a Fortune 500, an Apollo 11
            if not inside and not named and (len(match[0]) > 1 or match[0][-1] in "%‰"):
                precise = (
                    len(match[0].rstrip("%‰ \u00a0")) > LONGEST_NUMBER or not match[0].rstrip("%‰ \u00a0").isdigit()
                )
                yield *match.span(), "number", -PRECISE if precise else 0.0
        yield from self._plain_words(passage)

    def _quoted(self, text: str) -> Iterator[tuple[int, int]]:
        marks = (*_EAST_QUOTES, *(one.quotes for one in own(self._lang)))
        for opening, closing in dict.fromkeys(marks):
            one, two = re.escape(opening.strip()), re.escape(closing.strip())
            for match in re.finditer(rf"{one}\s?([^{one}{two}]{{2,{LONGEST_QUOTE}}}?)\s?[,.]?{two}", text):
                count = len(match[1].split())
                if (1 < count <= 4 or _is_unspaced(match[1])) and not match[1].rstrip().endswith(
                    (".", "!", "?", "。", "！", "？")
                ):
                    yield match.span(1)

    def _bonus(self, text: str, start: int, end: int) -> float:
        """What a name is worth less for being everywhere, or one word of which nothing tells what it is."""
        name = text[start:end]
        if " " in name:
            return -4 * self._share(name)
        told = self._sorts.get(name) or not self._titles  # where capitals tell nothing, no sort is told
        return -4 * self._share(name) - SINGLE - (0.0 if told else UNTOLD)

    def _is_scene(self, text: str, start: int, end: int) -> bool:
        """Whether a name only sets the scene of a sentence, as "In the West, people …": many would fit."""
        before = [found[0].lower() for found in _WORD.finditer(text, 0, start)]
        leads = bool(before) and before[0] in self._before_places and all(one in self._small for one in before)
        return leads and text[end : end + 1] == ","

    def _is_known_by_title(self, text: str, start: int, end: int) -> bool:
        """Whether a name of one word stands behind its title, and nowhere else alone or in a longer name."""
        at = self._untitled(text, start, end)
        if at == start or len(_WORD.findall(text[at:end])) > 1:
            return False
        return self._said[text[at:end]] < 2

    def _untitled(self, text: str, start: int, end: int) -> int:
        """Where a name begins behind the titles before it: President Lincoln."""
        words = list(_WORD.finditer(text, start, end))
        titled = [at for at, found in enumerate(words[:-1]) if found[0].lower() in self._titles]
        return words[titled[-1] + 1].start() if titled and words[titled[-1] + 1][0][0].isupper() else start

    def _is_part(self, text: str, start: int, end: int) -> bool:
        """Whether a name says of what sort the next word is, as US-Soviet relations, or is of a work cited."""
        if _CITED.match(text, end) and " " not in text[start:end]:
            return True
        belongs = "-" in text[start:end] or language(self._lang).names_before_nouns
        return belongs and self._sorts.get(text[start:end]) != "person" and self._is_before_word(text, end)

    def _is_before_word(self, text: str, end: int) -> bool:
        """Whether a word that says something, in small letters, stands right behind."""
        match = _NEXT.match(text, end)
        return match is not None and match[1][0].islower() and bool(self._words.stems(match[1]))

    def _sort(self, text: str, start: int, end: int, kind: Kind) -> str:
        """What sort of thing an answer is: that of a name; of a number the word behind it, which says what is counted;
        of a term whether a word that says something follows.

        Names before such a word are of none: Truman aides, American forces.
        """
        if kind == "name":
            if self._untitled(text, text.rfind(" ", 0, start - 1) + 1, end) == start > 0:
                return "person"
            return "" if self._is_before_word(text, end) else self._sorts.get(text[start:end], "")
        if kind == "number":
            match = _NEXT.match(text, end)
            return match[1].lower() if match else ""
        return "attribute" if kind == "term" and self._is_before_word(text, end) else ""

    def _plain_words(self, passage: Passage) -> Iterator[tuple[int, int, Kind, float]]:
        """Words that say something new, if nothing else is to be asked for: the last of what belongs together.

        Neither the sentence before says such a word nor the label of its point. A word that says something stands
        before it, which does not begin the sentence, and a small word or a sign behind it: mostly it is a noun.
        """
        words = list(_WORD.finditer(passage.text))
        known = self._said_before(passage)
        count = 0
        for at, found in enumerate(words[2:], 2):
            if self._nouns and found[0][0].islower():
                continue  # a verb, mostly, or a word for how: many fit as well
            stems = self._words.stems(found[0])
            joined = passage.text[words[at - 1].end() : found.start()].isspace()
            if len(found[0]) < SHORT_WORD or len(stems) != 1 or stems[0] in known or count == MOST_WORDS:
                continue
            if joined and self._words.stems(words[at - 1][0]) and self._ends(passage.text, found.end()):
                yield *found.span(), "word", -LATER * count
                count += 1

    def _ends(self, text: str, end: int) -> bool:
        """Whether a small word or a sign stands behind."""
        match = _NEXT.match(text, end)
        return match is None or match[1].lower() in self._small

    def _said_before(self, passage: Passage) -> frozenset[str]:
        """The stems of the label of a sentence and of the sentence before it in its section."""
        out: frozenset[str] = frozenset()
        if passage.point >= 0:
            out |= frozenset(self._words.stems(plain(self._points[passage.point].label)))
        if passage.number and self._passages[passage.number - 1].section == passage.section:
            out |= self._passages[passage.number - 1].stems
        return out

    def _share(self, name: str) -> float:
        """The share of sentences that say a name, by its rarest word, as far as it is common."""
        stems = self._words.stems(name)
        share = min((self._spread[stem] / self._count for stem in stems), default=1.0)
        return share if share >= COMMON or (share >= FEW_SAY and share * self._count >= OFTEN) else 0.0

    def _is_told(self, passage: Passage, start: int, end: int, kind: Kind) -> bool:
        """Whether the rest of the sentence says an answer's words too."""
        stems = set(self._words.stems(passage.text[start:end]))
        if not stems and kind not in ("date", "number"):
            return True
        rest = self._words.stems(f"{plain(passage.label)} {passage.text[:start]} {passage.text[end:]}")
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
    if not isinstance(inline, _PLAIN) or (isinstance(inline, doc.Link) and inline.target.startswith("#")):
        return False  # what a reference is called says nothing of its subject
    return isinstance(inline, doc.Text) or all(map(_is_plain, inline.children))
