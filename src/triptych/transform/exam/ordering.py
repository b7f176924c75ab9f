"""Dated events to be put in the order of time, without their dates."""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from triptych.languages import language
from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.questions import item_of
from triptych.transform.dates import Key, dates_in, sort_key
from triptych.transform.exam.drafts import Draft, place_of
from triptych.transform.exam.gaps import unmarked
from triptych.transform.exam.material import Material, Passage, is_askable
from triptych.transform.exam.names import Names, is_named_by
from triptych.transform.exam.secrets import Shown, says, secret, shown, squeezed
from triptych.weigh.sentences import divided
from triptych.weigh.stems import length_of, small_words

FEWEST, MOST = 3, 6
"""Events of a question."""
MOST_WORDS = 30
"""Words of a sentence that tells of an event."""


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
    """The dated events of all sentences that can be read alone: by their names, else as whole sentences."""
    lang = material.document.meta.lang
    small = small_words(lang)
    places = frozenset(language(lang).before_places.split())
    texts = [squeezed(passage.text) for passage in material.passages]
    for passage in material.passages:
        if not is_askable(passage):
            continue
        found = [span for span in dates_in(passage.text, lang) if _is_plain(passage.text, *span)]
        names = [
            (_name(passage.text, start, material.names, texts, (small, places)), (start, end)) for start, end in found
        ]
        named = [(name, span) for name, span in names if name is not None]
        if named:
            yield from (event for name, span in named if (event := _named(passage, name, span, lang)))
        elif len(found) == 1 and not passage.label and length_of(passage.text) <= MOST_WORDS:
            yield from _told(passage, found[0], lang)


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether a date stands in no brackets, is whole, and belongs to no name: the Treaty of 1911."""
    whole = text.rfind("(", 0, start) <= text.rfind(")", 0, start) and not text[end : end + 1].isalnum()
    return whole and not is_named_by(text, start)


def _name(
    text: str, date: int, names: Names, texts: Sequence[str], words: tuple[frozenset[str], frozenset[str]]
) -> tuple[int, int] | None:
    """The name of an event right before its date, with a small word before it that is none of a place, which no other
    sentence says. `words` are the small ones, and those of places.
    """
    small, places = words
    for start, end in names.spans(text):
        behind, before = text[end:date].split(), text[:start].split()
        if end > date or len(behind) != 1 or behind[0].lower() not in small or " " not in text[start:end]:
            continue
        said = squeezed(text[start:end])
        if before and before[-1].lower() in small - places and sum(1 for other in texts if says(other, said)) == 1:
            return start, end
    return None


def _named(passage: Passage, name: tuple[int, int], date: tuple[int, int], lang: str) -> _Event | None:
    key = sort_key(passage.text[slice(*date)], lang)
    _, what, _ = divided(passage.inlines, name)
    text = passage.text[slice(*name)]
    if key is None or any(map(str.isdigit, text)):
        return None
    return _Event(key, passage.text[slice(*date)], unmarked(what), text, passage)


def _told(passage: Passage, date: tuple[int, int], lang: str) -> Iterator[_Event]:
    """A sentence with an ellipsis for its date, if it has no other digits, which could tell it."""
    start, end = date
    key = sort_key(passage.text[start:end], lang)
    rest = f"{passage.text[:start]}…{passage.text[end:]}"
    if key is not None and not any(map(str.isdigit, rest)):
        before, _, behind = divided(passage.inlines, date)
        what = (*unmarked(before), doc.Text("…"), *unmarked(behind))
        yield _Event(key, passage.text[start:end], what, rest, passage)
