"""Dated events to be put in the order of time, without their dates."""

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.questions import item_of
from triptych.transform.dates import Key, dates_in, sort_key
from triptych.transform.exam.drafts import Draft, place_of
from triptych.transform.exam.material import Material, Passage, is_askable
from triptych.transform.exam.names import Names
from triptych.transform.exam.secrets import Shown, says, secret, shown, squeezed
from triptych.weigh.sentences import divided
from triptych.weigh.stems import small_words

FEWEST, MOST = 3, 6
"""Events of a question."""
FEWEST_WORDS, FEWEST_BEHIND, MOST_WORDS = 2, 3, 20
"""Content words of what is told of an event before its date and behind it, and its words at most."""
_EDGE = re.compile(r"[,;:()–—，；：。、]")
_WORD = re.compile(r"\w+")


class _Event(msgspec.Struct, frozen=True):
    """What happened, in the author's words, when, and the sentence that says so."""

    key: Key
    date: str
    what: doc.Inlines
    text: str
    passage: Passage


def ordering_drafts(material: Material, labels: tuple[str, ...], taken: Collection[int] = ()) -> Iterator[Draft]:
    """The questions that put events in order: of one section where it has enough, so that they belong together.

    Sentences that are taken tell of none.
    """
    waiting = [event for event in _events(material) if event.passage.number not in taken]
    by_section: dict[str, list[_Event]] = {}
    for event in waiting:
        by_section.setdefault(event.passage.section, []).append(event)
    groups = [group for events in by_section.values() if (group := _group(events))]
    if not groups and (group := _group(waiting)):
        groups = [group]
    yield from (_draft(group, material, labels) for group in groups)


def _draft(events: Sequence[_Event], material: Material, labels: tuple[str, ...]) -> Draft:
    items = tuple(item_of(event.what, (), event.passage.line) for event in events)
    stem: doc.Inlines = (doc.Text(word(material.document, "order")),)
    points = float((len(events) + 1) // 2)
    question = doc.Question(stem, (), events[0].passage.line, answer=doc.Ordering(items), points=points)
    texts = tuple(_shown(event, material) for event in events)
    secrets = tuple(secret(event.date, event.text, material) for event in events)
    places = tuple(dict.fromkeys(place_of(event.passage, labels) for event in events))
    worth = sum(event.passage.weight for event in events) / len(events)
    return Draft("ordering", question, places, worth, events[0].passage.section, (), texts, secrets)


def _shown(event: _Event, material: Material) -> Shown:
    return shown(event.text, material, event.passage.number)


def _group(events: Sequence[_Event]) -> list[_Event]:
    """Events of different dates in the order of time, those in weightier sentences first; none says another's date."""
    chosen: list[_Event] = []
    for event in sorted(events, key=lambda event: (-event.passage.weight, event.passage.number)):
        if len(chosen) < MOST and all(_differ(event, other) for other in chosen):
            chosen.append(event)
    return sorted(chosen, key=lambda event: event.key) if len(chosen) >= FEWEST else []


def _differ(one: _Event, other: _Event) -> bool:
    same = one.key[0] == other.key[0]
    return not same and squeezed(one.text) != squeezed(other.text)


def _events(material: Material) -> Iterator[_Event]:
    lang = material.document.meta.lang
    small = small_words(lang)
    names = Names([passage.text for passage in material.passages], lang, material.words)
    texts = [squeezed(passage.text) for passage in material.passages]
    for passage in material.passages:
        if not is_askable(passage):
            continue
        spans = list(dates_in(passage.text, lang))
        for index, (start, end) in enumerate(spans):
            if _in_brackets(passage.text, start) or passage.text[end : end + 1].isalnum():
                continue
            key = sort_key(passage.text[start:end], lang)
            before = spans[index - 1][1] if index else 0
            after = spans[index + 1][0] if index + 1 < len(spans) else len(passage.text)
            piece = _piece(passage.text, before, start, end, after, small, material)
            if key is None or piece is None:
                continue
            piece = _named(passage.text, piece, names, texts, small)
            _, what, _ = divided(passage.inlines, piece)
            text = passage.text[piece[0] : piece[1]]
            date = passage.text[start:end]
            if not says(squeezed(text), squeezed(date)) and not any(map(str.isdigit, text)):
                yield _Event(key, date, _bare(what), text, passage)


def _in_brackets(text: str, at: int) -> bool:
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def _piece(
    text: str, before: int, start: int, end: int, after: int, small: frozenset[str], material: Material
) -> tuple[int, int] | None:
    """Where what is told of a date stands: the words before it in its clause, else those behind it."""
    edges = [match.end() for match in _EDGE.finditer(text, before, start)]
    found = _trimmed(text, edges[-1] if edges else before, start, small)
    if found and _is_told(text[slice(*found)], FEWEST_WORDS, material):
        return found
    behind = _trimmed(text, end, _clause_end(text, end, after), frozenset())
    return behind if behind and _is_told(text[slice(*behind)], FEWEST_BEHIND, material) else None


def _named(
    text: str, piece: tuple[int, int], names: Names, texts: Sequence[str], small: frozenset[str]
) -> tuple[int, int]:
    """The name of an event alone, where what is told ends in one, behind a small word, that no other sentence says."""
    for start, end in names.spans(text[: piece[1]]):
        name = text[start:end]
        before = text[piece[0] : start].split()
        if start > piece[0] and end == piece[1] and " " in name and before[-1].lower() in small:
            said = squeezed(name)
            return (start, end) if sum(1 for other in texts if says(other, said)) == 1 else piece
    return piece


def _clause_end(text: str, start: int, after: int) -> int:
    """The end of the clause behind a date: the comma right behind the date does not end it."""
    opening = re.compile(r"[,，、]?\s*").match(text, start, after)
    first = opening.end() if opening else start
    match = _EDGE.search(text, first, after)
    return match.start() if match else after


def _trimmed(text: str, start: int, end: int, small: frozenset[str]) -> tuple[int, int] | None:
    """A piece of text without the small words at its end, such as "in", and without a conjunction at its beginning."""
    words = list(_WORD.finditer(text, start, end))
    while words and words[-1][0].lower() in small:
        words.pop()
    while words and words[0][0].lower() in small and not words[0][0][0].isupper():
        words.pop(0)
    return (words[0].start(), words[-1].end()) if words else None


def _is_told(text: str, fewest: int, material: Material) -> bool:
    stems = material.words.stems(text)
    return len(stems) >= fewest and len(text.split()) <= MOST_WORDS


def _bare(inlines: doc.Inlines) -> doc.Inlines:
    return tuple(
        part for inline in inlines for part in (inline.children if isinstance(inline, doc.Mark) else (inline,))
    )
