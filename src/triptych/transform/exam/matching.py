"""Terms and their meanings, labels and what they say, to be matched."""

from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.patterns import late
from triptych.transform.exam.answers import Answer
from triptych.transform.exam.drafts import Draft, Place, place_of
from triptych.transform.exam.gaps import unmarked
from triptych.transform.exam.material import Material, Passage, Point, is_askable
from triptych.transform.exam.secrets import Secret, Shown, secret, shown, squeezed
from triptych.weigh.sentences import divided
from triptych.weigh.stems import Words

_WORD = late(r"[^\W_](?:[^\W_]|[-’'](?=[^\W_]))*+")

FEWEST, MOST = 3, 5
"""Pairs of a question."""
LONGEST = 190
"""Characters of what a term or a label is matched with."""
MOST_HIDDEN = 2
"""Places of a sentence at which a label's own words may be hidden."""
EVERYWHERE = 0.3
"""The share of sentences from which on a word is everywhere in a text, and tells no label."""


class _Pair(msgspec.Struct, frozen=True):
    """A term or a label, and what is matched with it: `said` as text. Their stems are there to be compared."""

    left: doc.Inlines
    right: doc.Inlines
    name: str
    said: str
    passage: Passage
    worth: float
    name_key: str
    name_stems: frozenset[str]
    said_stems: frozenset[str]


def term_drafts(material: Material, answers: dict[int, tuple[Answer, ...]], labels: tuple[str, ...]) -> Iterator[Draft]:
    """The questions that match terms with their meanings."""
    yield from (_draft(group, material, labels) for group in _groups(list(_terms(material, answers)), MOST))


def called_drafts(
    material: Material, answers: dict[int, tuple[Answer, ...]], labels: tuple[str, ...], taken: Collection[int]
) -> Iterator[Draft]:
    """The questions that match labels with what they say, without the sentences that are taken."""
    called = [pair for pair in _labels(material, answers) if pair.passage.number not in taken]
    few = min(MOST, max(FEWEST, len(called) // 2))  # other questions need sentences too
    yield from (_draft(group, material, labels) for group in _groups(called, few))


def _draft(pairs: Sequence[_Pair], material: Material, labels: tuple[str, ...]) -> Draft:
    first = pairs[0].passage
    stem: doc.Inlines = (doc.Text(word(material.document, "match")),)
    answer = doc.Matching(tuple(doc.Pair(pair.left, pair.right) for pair in pairs))
    question = doc.Question(stem, (), first.line, answer=answer, points=float(len(pairs)))
    texts: list[Shown] = []
    secrets: list[Secret] = []
    for pair in pairs:
        texts.append(shown(f"{pair.name} {pair.said}", material))  # what it is matched with tells the name
        texts.append(shown(pair.said, material, pair.passage.number))
        secrets.append(secret(pair.name, pair.said, material, pair.passage.number))
    places = tuple(place_of(pair.passage, labels) for pair in pairs)
    worth = sum(pair.worth for pair in pairs) / len(pairs)
    names = tuple(pair.name_key for pair in pairs)
    uses = tuple(pair.passage.number for pair in pairs)
    return Draft("matching", question, _once(places), worth, first.section, names, tuple(texts), tuple(secrets), uses)


def _once(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))


def _groups(pairs: Sequence[_Pair], most: int) -> Iterator[list[_Pair]]:
    """The pairs in groups of at most so many, those worth most first; each side fits but one other of its group."""
    left = sorted(pairs, key=lambda pair: (-pair.worth, pair.passage.number))
    while len(left) >= FEWEST:
        group: list[_Pair] = []
        for pair in left:
            if len(group) < most and all(_apart(pair, other) and _apart(other, pair) for other in group):
                group.append(pair)
        if len(group) < FEWEST:
            return
        numbers = {pair.passage.number for pair in group}
        left = [pair for pair in left if pair.passage.number not in numbers]
        yield sorted(group, key=lambda pair: pair.passage.number)


def _apart(one: _Pair, other: _Pair) -> bool:
    """Whether what is said of one thing cannot be said of another: it is another sentence, and does not name it."""
    names = one.name_key != other.name_key
    return names and one.passage.number != other.passage.number and not other.name_stems <= one.said_stems


def _terms(material: Material, answers: dict[int, tuple[Answer, ...]]) -> Iterator[_Pair]:
    """Each term with the sentence that introduces it, in which an ellipsis stands for it; and defined ones."""
    defined, common = set(), _common(material)
    for point in material.points:
        pair = _said(point, material, answers, common) if point.term else None
        if pair is not None:
            defined.add(pair.name_key)
            yield pair
    known = {term.casefold() for term in material.terms}
    seen = set(defined)
    for number, found in answers.items():
        passage = material.passages[number]
        for answer in found:
            name = squeezed(answer.text)
            if answer.kind != "term" or answer.text.casefold() not in known or name in seen or answer.worth <= 2.5:
                continue
            if len(passage.text) <= LONGEST:
                seen.add(name)
                yield _hidden(passage, answer, material.words)


def _hidden(passage: Passage, answer: Answer, words: Words) -> _Pair:
    right = _with_ellipses(passage.inlines, [(answer.start, answer.end)])
    said = f"{passage.text[: answer.start]} … {passage.text[answer.end :]}"
    return _pair(answer.text, right, said, passage, passage.weight + answer.worth, words)


def _pair(name: str, right: doc.Inlines, said: str, passage: Passage, worth: float, words: Words) -> _Pair:
    stems = (frozenset(words.stems(text)) for text in (name, said))
    return _Pair((doc.Text(name),), right, name, said, passage, worth, squeezed(name), *stems)


def _labels(material: Material, answers: dict[int, tuple[Answer, ...]]) -> Iterator[_Pair]:
    """Each label with a sentence of its point in which an ellipsis stands for the label's own words."""
    common = _common(material)
    pairs = (_said(point, material, answers, common) for point in material.points if not point.term)
    return (pair for pair in pairs if pair is not None)


def _said(
    point: Point, material: Material, answers: dict[int, tuple[Answer, ...]], common: frozenset[str]
) -> _Pair | None:
    """A label with the sentence of its point that says the fewest of the label's words, and asks for the least."""
    name = " ".join(plain(point.label).split()).strip(" .:")
    telling = frozenset(material.words.stems(name)) - common
    own = [material.passages[number] for number in point.passages]
    fit = [(_telling(p, telling, material), p) for p in own if len(p.text) <= LONGEST and (point.term or is_askable(p))]
    fit = [(words, p) for words, p in fit if len(words) <= MOST_HIDDEN]
    if not name or not fit or not telling:
        return None
    words, best = min(fit, key=lambda pair: (_asks(pair[1], answers), len(pair[0]), -pair[1].weight, pair[1].number))
    hidden = _with_ellipses(best.inlines, words)
    return _pair(name, hidden, plain(hidden), best, best.weight - _asks(best, answers), material.words)


def _telling(passage: Passage, telling: frozenset[str], material: Material) -> tuple[tuple[int, int], ...]:
    """Where the words of a label stand in a sentence; neighbours as one."""
    out: list[tuple[int, int]] = []
    for match in _WORD.finditer(passage.text):
        if not telling.intersection(material.words.stems(match[0])):
            continue
        if out and not passage.text[out[-1][1] : match.start()].strip():
            out[-1] = (out[-1][0], match.end())
        else:
            out.append(match.span())
    return tuple(out)


def _with_ellipses(inlines: doc.Inlines, spans: Sequence[tuple[int, int]]) -> doc.Inlines:
    """A sentence with an ellipsis for each of some parts."""
    parts = divided(inlines, [offset for span in spans for offset in span])
    out: list[doc.Inline] = []
    for index, part in enumerate(parts):
        out += [doc.Text("…")] if index % 2 else unmarked(part)
    return tuple(out)


def _asks(passage: Passage, answers: dict[int, tuple[Answer, ...]]) -> int:
    """How much of a sentence other questions could ask for: it is better kept for these."""
    return sum(1 for answer in answers.get(passage.number, ()) if answer.kind != "word" and answer.worth > 0)


def _common(material: Material) -> frozenset[str]:
    """The words that many sentences say."""
    count: dict[str, int] = {}
    for passage in material.passages:
        for stem in passage.stems:
            count[stem] = count.get(stem, 0) + 1
    most = max(2.0, EVERYWHERE * len(material.passages))
    return frozenset(stem for stem, many in count.items() if many > most)
