"""What a document or a command says of the forms of the panels: a few words each, the last one counts."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from triptych.model.forms import PAPERS, Forms
from triptych.model.smallest_type import LARGEST_SHEET, SMALLEST_SHEET
from triptych.patterns import late

Words = tuple[tuple[str, str], ...]
"""Pairs of a panel's key and the words that are said of it."""

_WORDS: dict[str, dict[str, Mapping[str, object]]] = {
    "deck": {"talk": {"full": False}, "full": {"full": True}},
    "handout": {
        "article": {"layout": "article"},
        "cornell": {"layout": "cornell"},
        "slides": {"layout": "slides"},
        **{f"slides-{n}": {"layout": "slides", "per_page": n} for n in (1, 2, 3, 4, 6, 9)},
        "notes": {"layout": "notes"},
        **{ruling: {"ruling": ruling} for ruling in ("lines", "dots", "squares")},
        "full-width": {"full": True, "wide": False},
        "wide-margins": {"wide": True, "full": False},
        "corrections": {"corrections": True},
        "two-sided": {"two_sided": True},
    },
    "cheat-sheet": {
        **{paper: {"paper": paper} for paper in PAPERS},
        "landscape": {"portrait": False},
        "portrait": {"portrait": True},
        "one-side": {"sides": 1},
        "two-sides": {"sides": 2},
        "by-importance": {"in_order": False},
        "in-order": {"in_order": True},
        "by-section": {"by_section": True},
        "frame": {"frame": True},
        "large": {"least": 10.0},
    },
    "cards": {
        "long-edge": {"flip": "long-edge"},
        "short-edge": {"flip": "short-edge"},
        **{f"{n}-up": {"per_page": n} for n in (2, 4, 8, 10)},
    },
    "print": {
        "booklet": {"booklet": True},
        "long-edge": {"flip": "long-edge"},
        "short-edge": {"flip": "short-edge"},
        "2-up": {"up": 2},
        "4-up": {"up": 4},
        "grey": {"grey": True},
    },
    "test": {
        **{kind: {kind: True} for kind in ("choices", "gaps", "matching", "ordering", "open")},
        "large": {"large": True},
        "grades": {"grades": True},
    },
    "blanks": {kind: {kind: True} for kind in ("terms", "dates", "labels")},
    "questions": {name: {name: True} for name in ("moodle", "gift", "qti", "kahoot", "quizlet")},
}
FORMS = tuple(_WORDS)
"""The keys under which forms are asked for."""
_FIELDS = {key: key.replace("-", "_") for key in _WORDS}
_POINTS = late(r"(\d{1,2}(?:\.\d)?)pt")
_SHEETS = late(r"([1-9]\d?)-sheets?")
_MINUTES = late(r"([1-9]\d{0,2})-?min(?:ute)?s?")
_QUESTIONS = late(r"([1-9]\d?)-questions?")
_VERSIONS, _SEED = late(r"([1-9])-versions?"), late(r"seed-(\d{1,9})")


def words_for(key: str) -> tuple[str, ...]:
    """The words that can be said of a panel. Raises KeyError for what is none."""
    more = {
        "deck": ("45-minutes",),
        "cheat-sheet": ("9pt",),
        "print": ("8-sheets",),
        "test": ("20-questions", "3-versions", "seed-7"),
    }
    return (*_WORDS[key], *more.get(key, ()))


def split_words(text: str) -> tuple[str, ...]:
    """The words of a value: between commas or spaces, whatever their capitals."""
    return tuple(text.lower().replace(",", " ").split())


def unknown_words(key: str, text: str) -> tuple[str, ...]:
    """The words of a value that say nothing of a panel."""
    return tuple(word for word in split_words(text) if _said(key, word) is None)


def clashing_words(key: str, text: str) -> tuple[str, ...]:
    """Two words of a value that exclude each other, such as two papers; none where there are none."""
    said: dict[str, tuple[str, object]] = {}
    for word in split_words(text):
        for field, value in (_said(key, word) or {}).items():
            earlier, meant = said.setdefault(field, (word, value))
            if meant != value:
                return earlier, word
    return ()


def read_forms(*says: Words) -> Forms:
    """The forms as several say them, the later ones having the last word; what is not known says nothing."""
    forms = Forms()
    for key, text in (pair for words in says for pair in words):
        form = getattr(forms, _FIELDS[key])
        for change in _changes(key, split_words(text)):
            form = replace(form, **change)
        forms = replace(forms, **{_FIELDS[key]: form})
    return forms


def _changes(key: str, words: Iterable[str]) -> Iterable[Mapping[str, object]]:
    return (change for word in words if (change := _said(key, word)) is not None)


def _said(key: str, word: str) -> Mapping[str, object] | None:
    """The fields that a word sets; None if it says nothing."""
    if key == "cheat-sheet" and (points := _POINTS.fullmatch(word)):
        least = float(points[1])
        return {"least": least} if SMALLEST_SHEET <= least <= LARGEST_SHEET else None
    if key == "deck" and (minutes := _MINUTES.fullmatch(word)):
        return {"minutes": int(minutes[1])}
    if key == "print" and (sheets := _SHEETS.fullmatch(word)):
        return {"signature": int(sheets[1])}
    if key == "test" and (versions := _VERSIONS.fullmatch(word)):
        return {"versions": int(versions[1])}
    if key == "test" and (questions := _QUESTIONS.fullmatch(word)):
        return {"questions": int(questions[1])}
    if key == "test" and (seed := _SEED.fullmatch(word)):
        return {"seed": int(seed[1])}
    return _WORDS[key].get(word)
