"""What sort of thing a name is, as far as a text tells it: by what stands before and behind it, and by its parts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from triptych.languages import language
from triptych.patterns import late
from triptych.transform.dates import dates_in
from triptych.weigh.stems import small_words

Sort = Literal["", "person", "place", "event"]

_WORD = late(r"[^\W\d_]+")
_BEHIND = late(r"\s([^\W\d_]+)")
_INITIAL = late(r"(?<!\w)[^\W\d_]\.?(?=\s)")
_OWNS = late(r"['’]")
_NUMERAL = late(r"(?<!\w)[IVX]+(?!\w)")
_LIFE = late(r"\s\(\D{0,4}\d{3,4}\s?[-–—]\s?\d{3,4}")
"""The years of a life behind a name."""
_LISTED = late(r",\s")
"""What stands between names of a list, which are of one sort."""

SHORTEST_LIST = 3
"""Names of a list: of two, the second may say what the first is."""


class Mention(msgspec.Struct, frozen=True):
    """A name as it stands in a sentence: the words right before it and right behind it, in small letters."""

    name: str
    before: str
    behind: str
    dated: bool
    owns: bool
    lived: bool


class _Known(msgspec.Struct, frozen=True):
    places: frozenset[str]
    persons: frozenset[str]
    small: frozenset[str]
    article: str


def sorts_of(texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]], lang: str) -> dict[str, Sort]:
    """The sort of each name by its text, empty where the text does not tell one, or tells two.

    `spans` has the names of each of the texts. Sorts are told by titles and given names, by prepositions of places, by
    dates right behind the name, by surnames that stand alone, and by neighbours in a list.
    """
    own = language(lang)
    places_behind, small = frozenset(own.before_places.split()), small_words(lang)
    known = _Known(places_behind, frozenset(own.before_persons.split()), small, _article(texts, places_behind, small))
    mentions = [m for text, found in zip(texts, spans, strict=True) for m in _mentions(text, found, lang)]
    low = frozenset(word for text in texts for word in _WORD.findall(text) if word[0].islower())
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_name.setdefault(mention.name, []).append(mention)
    lists = [names for text, found in zip(texts, spans, strict=True) for names in _lists(text, found)]
    placed = {name for name, found in by_name.items() if _is_place(found, known)}
    titled = {name for name, found in by_name.items() if _is_titled(name, found, known)}
    placed -= {words[-1] for name in titled if len(words := _names(name, known)) > 1}
    places = _with_listed(placed, lists, titled)
    places |= {name for name in by_name if _is_part_of(name, places)}
    persons = _persons({name: found for name, found in by_name.items() if name not in places}, titled, known, low)
    persons = _with_listed(persons, lists, places)
    events = {name for name, found in by_name.items() if _is_event(name, found, known)} - persons - places
    return {name: _sort(name, persons, places, events) for name in by_name}


def _sort(name: str, persons: set[str], places: set[str], events: set[str]) -> Sort:
    if name in events:
        return "event"
    if name in persons:
        return "" if name in places else "person"
    return "place" if name in places else ""


def _mentions(text: str, spans: Iterable[tuple[int, int]], lang: str) -> Iterator[Mention]:
    dates = [start for start, _ in dates_in(text, lang)]
    for start, end in spans:
        before, behind = _WORD.findall(text[:start]), _next(text, end)
        dated = any(0 < at - end <= 12 and len(_WORD.findall(text, end, at)) <= 1 for at in dates)
        yield Mention(
            text[start:end],
            before[-1].lower() if before and text[start - 1 : start].isspace() else "",
            behind,
            dated,
            bool(_OWNS.match(text, end)),
            bool(_LIFE.match(text, end)),
        )


def _next(text: str, end: int) -> str:
    """The word right behind a name, empty where something else is."""
    match = _BEHIND.match(text, end)
    return match[1] if match else ""


def _persons(
    by_name: Mapping[str, Sequence[Mention]], titled: set[str], known: _Known, low: frozenset[str]
) -> set[str]:
    """The names of persons: with a title or an initial, whose surname stands alone too, or with a known given name."""
    found = titled | {name for name in by_name if _is_called_short(name, by_name, low)}
    given = {words[0] for name in found if len(words := _names(name, known)) > 1 and words[0] not in low}
    found |= {name for name in by_name if len(words := _names(name, known)) > 1 and words[0] in given}
    parts = Counter(words[-1] for name in found if len(words := _names(name, known)) > 1)
    return found | {name for name in by_name if name in parts and _is_single(name)}


def _names(name: str, known: _Known) -> list[str]:
    """The words of a name behind its titles."""
    words = _WORD.findall(name)
    titles = [at for at, word in enumerate(words) if word.lower() in known.persons]
    return words[titles[-1] + 1 :] if titles else words


def _is_titled(name: str, mentions: Sequence[Mention], known: _Known) -> bool:
    words = _WORD.findall(name)
    if any(word.lower() in known.persons for word in words[:-1]) or (len(words) > 2 and _INITIAL.search(name)):
        return True
    return any(one.lived or one.before in known.persons for one in mentions)


def _is_called_short(name: str, by_name: Mapping[str, Sequence[Mention]], low: frozenset[str]) -> bool:
    """Whether of a name the last word stands alone as well, and not the first, neither a word of the language.

    Of a people one speaks in both numbers: African Americans, an American.
    """
    words = _WORD.findall(name)
    if not 2 <= len(words) <= 3 or _NUMERAL.search(name):
        return False
    peoples = f"{words[-1]}s" in by_name or words[-1].removesuffix("s") in by_name.keys() - {words[-1]}
    short = words[-1] in by_name and words[0] not in by_name
    return short and not peoples and not any(word.lower() in low for word in words)


def _is_single(name: str) -> bool:
    return len(_WORD.findall(name)) == 1


def _is_part_of(name: str, places: set[str]) -> bool:
    """Whether a name is that of a place with a word before it: Eastern Europe; not Mary of Kansas."""
    words = _WORD.findall(name)
    return words[-1] in places and not any(word[0].islower() for word in words)


def _is_place(mentions: Sequence[Mention], known: _Known) -> bool:
    """Whether a name stands where those of places do, and never behind a small word that none of them has.

    Of a Parliament and a Depression one speaks with an article elsewhere, of Paris never.
    """
    if not any(_is_placed(one, known) for one in mentions):
        return False
    return not known.article or not any(one.before == known.article for one in mentions)


def _article(texts: Sequence[str], places: frozenset[str], small: frozenset[str]) -> str:
    """The small word that most often stands behind a preposition of places: in the."""
    count: Counter[str] = Counter()
    for text in texts:
        words = [word.lower() for word in _WORD.findall(text)]
        count.update(two for one, two in pairwise(words) if one in places and two in small)
    return min(count, key=lambda word: (-count[word], word), default="")


def _is_placed(one: Mention, known: _Known) -> bool:
    """Whether a name stands where names of places do: "in Paris", not "in Stalin's years" or "in Soviet hands"."""
    plain = not one.behind or one.behind.lower() in known.small or one.behind[0].isupper()
    return one.before in known.places and plain and not one.owns and not _NUMERAL.search(one.name)


def _is_event(name: str, mentions: Sequence[Mention], known: _Known) -> bool:
    """Whether a name of several words stands behind a small word, and mostly with its date right behind it."""
    if _is_single(name) or not all(one.before in known.small for one in mentions):
        return False
    return 2 * sum(1 for one in mentions if one.dated) > len(mentions)


def _with_listed(some: set[str], lists: Sequence[Sequence[str]], others: set[str]) -> set[str]:
    """Names of one sort, and those that stand in a list with two of them and none of another sort."""
    found = set(some)
    for names in lists:
        if len(some.intersection(names)) > 1 and not others.intersection(names):
            found.update(names)
    return found


def _lists(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[str]]:
    """The names of each list in a sentence."""
    run: list[tuple[int, int]] = []
    for span in (*spans, (len(text), len(text))):
        if run and not _LISTED.fullmatch(text, run[-1][1], span[0]):
            if len(run) >= SHORTEST_LIST:
                yield [text[start:end] for start, end in run]
            run = []
        run.append(span)
