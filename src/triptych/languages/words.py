"""The few words of our own, in a document's language and in its own wording."""

from collections.abc import Mapping
from typing import Protocol

from triptych.languages import language, nearest, reading

KEYS = (
    *("contents", "overview", "summary", "notes", "page", "continued", "introduction"),
    *("note", "tip", "important", "warning", "caution", "example", "exercise"),
    *("figure", "table", "equation", "section", "references"),
    *("answer", "answers", "points", "true", "false", "question", "explanation", "glossary", "index", "slide"),
    *("handout", "chronology", "people", "name", "date", "corrections", "test", "event", "page number"),
    *("class", "grade", "match", "order", "explain", "done", "to do"),
    *("column chart", "bar chart", "line chart", "area chart", "pie chart", "scatter chart"),
)
"""What every language has a word for: "page" is how pages are counted, with {page} and {pages}; the kinds of callouts;
what can be numbered; what belongs to questions and to the end of a handout; how a task stands; the kinds of charts."""


class Tagged(Protocol):
    """What says in which language it is: a BCP 47 tag."""

    @property
    def lang(self) -> str:
        """The tag."""


class Worded(Protocol):
    """A document: its language, and its own wording for our words."""

    @property
    def meta(self) -> Tagged:
        """Where its language is said."""

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """Keys, each with its wording."""


def word(document: Worded, key: str) -> str:
    """Our word for a key in the document's language: its own wording, else ours, else English."""
    return dict(document.words).get(key) or word_in(document.meta.lang, key)


def word_in(lang: str, key: str) -> str:
    """Our word for a key in a language (a BCP 47 tag), else in English. Raises KeyError for another key."""
    return few(lang).get(key) or language(lang).words.get(key) or language("en").words[key]


def few(lang: str) -> Mapping[str, str]:
    """The words of a language that we have only a few in; none of one that we have all words in."""
    if nearest(lang):
        return _NONE
    from triptych.languages.few_words import FEW  # late: few documents are in such a language

    return FEW.get(lang.replace("_", "-").partition("-")[0].lower(), _NONE)


_NONE: Mapping[str, str] = {}


def numbered(document: Worded, key: str, number: object) -> str:
    """What a figure, a slide and the like is called by its number: Figure 1, 1. ábra."""
    pattern, name = language(document.meta.lang).numbered, word(document, key)
    first = pattern.startswith("{name}")
    return pattern.replace("{name}", name if first else name[:1].lower() + name[1:]).replace("{number}", str(number))


def words_for(lang: str, key: str) -> frozenset[str]:
    """What an author may write for a key in a language, in small letters: our words in it and in English.

    Our words in all languages where that one is not known.
    """
    return frozenset(one.words[key].lower() for one in reading(lang))


def counted(pattern: str, page: int, pages: int) -> str:
    """How a page is counted: the pattern with its number for {page} and their number for {pages}, else as it is."""
    return pattern.replace("{page}", str(page)).replace("{pages}", str(pages))
