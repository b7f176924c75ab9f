"""The keys of a course's settings: what kind of value each has, and which words."""

from collections.abc import Callable
from typing import Literal, get_args

import msgspec

from triptych.model.forms import PANELS_PAPERS, Edition
from triptych.read.forms import FORMS, unknown_words, words_for

Kind = Literal["text", "texts", "flag", "names", "number", "people", "table"]
_TEXTS = "title subtitle date lang course footer theme template csl logo background aspect paper"
_FLAGS = "incremental slide-numbers slide-date archive chronology glossary index panel-references"
KINDS: dict[str, Kind] = {
    **dict.fromkeys(_TEXTS.split(), "text"),
    **dict.fromkeys(_FLAGS.split(), "flag"),
    **dict.fromkeys(("author", "affiliation"), "people"),
    **dict.fromkeys(("keywords", "bibliography", "nocite", "editions", "also", *FORMS), "texts"),
    "people": "names",
    "minutes": "number",
    "words": "table",
}
"""The keys of front matter that make sense for several documents, and the kind of the value of each."""
SAMPLES: dict[Kind, str] = {
    "text": '{0} = "…"',
    "texts": '{0} = "…" or {0} = ["…", "…"]',
    "flag": "{0} = true",
    "names": '{0} = true or {0} = ["…", "…"]',
    "number": "{0} = 45",
    "people": '{0} = "…" or {0} = ["…", "…"]',
    "table": '[{0}] and below it lines such as summary = "…"',
}
FILES = ("theme", "template", "bibliography", "csl", "logo", "background")
"""The keys whose values are files, or may be: a theme can be a folder, a background a picture."""


class Words(msgspec.Struct, frozen=True):
    """The words that a key can have, as examples, and whether it knows another."""

    words: tuple[str, ...]
    knows: Callable[[str], bool]

    def __call__(self, word: str) -> bool:
        """Whether a word is known."""
        return self.knows(word)


def words_of(key: str) -> Words | None:
    """The words that the value of a key is made of; None where it is free."""
    if key in FORMS:
        return Words(words_for(key), lambda word: not unknown_words(key, word))
    fixed = {"editions": tuple(filter(None, get_args(Edition))), "also": ("cards", "test"), "paper": PANELS_PAPERS}
    if key in fixed:
        return Words(fixed[key], fixed[key].__contains__)
    return None
