"""What the wording of a sentence gives away, whatever it is about: greetings, aims, examples, what something is."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from triptych.languages import language, nearest
from triptych.languages.language import Phrases
from triptych.patterns import late

_LETTER_AFTER = r"(?![^\W_])"
_JOINED = ("zh", "ja", "ko")
"""Languages whose words are not told apart by spaces or carry endings."""

_RIGHTS = late(
    r"©\s?\d{4}|\ball rights reserved\b|\b(?:licen[cs]ed|released) under (?:the |a )?(?:terms of (?:the )?)?"
    r"(?:cc\b|creative|mit\b|bsd\b|gpl|gnu\b|apache)"
)
"""Who may copy a text, in the words of licences, which are English everywhere."""

Heading = Literal["", "claims", "minor", "sums", "aside"]
"""What a title or a label says of what it heads."""


class Patterns:
    """The phrases of a language as patterns."""

    def __init__(self, phrases: Phrases, joined: bool) -> None:
        end = "" if joined else _LETTER_AFTER
        start = "" if joined else r"(?<![^\W_])"

        def pattern(words: str, before: str = "") -> re.Pattern[str]:
            return late(f"{before}(?:{words}){end}" if words else "(?!)")

        self._first = {
            "greeting": pattern(phrases.greeting),
            "aims": pattern(phrases.aims),
            "asks": pattern(phrases.asks),
            "shows": pattern(phrases.example),
            "back": pattern(phrases.back),
            "concludes": pattern(phrases.concludes),
        }
        self._address = pattern(phrases.address, start)
        self._refers = pattern(phrases.refers)
        self._connects = pattern(phrases.connects)
        self._announces = pattern(phrases.announces)
        self._means = pattern(phrases.means, start)
        self._titles: dict[Heading, re.Pattern[str]] = {"sums": pattern(phrases.sums), "aside": pattern(phrases.aside)}
        self._labels: dict[Heading, re.Pattern[str]] = {
            "claims": pattern(phrases.claims),
            "minor": pattern(phrases.minor),
            "aside": pattern(phrases.aside),
        }

    def cues(self, text: str) -> Iterator[str]:
        """What a sentence gives away, as names of strengths: by its beginning, and by words that address the reader."""
        said = _opened(text)
        yield from (name for name, pattern in self._first.items() if pattern.match(said))
        if ("licen" in said or "©" in said or "right" in said or "released" in said) and _RIGHTS.search(said):
            yield "greeting"
        if self._address.search(said):
            yield "address"

    def heads(self, title: str) -> Heading:
        """What the title of a section says of all that stands under it."""
        said = _bare(title)
        return next((name for name, pattern in self._titles.items() if pattern.fullmatch(said)), "")

    def labels(self, label: str) -> Heading:
        """What a label says of the text behind it, whatever number or name it has: "Theorem 2 (Bolzano)"."""
        said = _bare(_unnumbered(label))
        return next((name for name, pattern in self._labels.items() if pattern.fullmatch(said)), "")

    def aims(self, text: str) -> bool:
        """Whether a text says what is to be learnt."""
        return self._first["aims"].match(_opened(text)) is not None

    def refers(self, text: str) -> bool:
        """Whether a sentence begins with a pronoun, so that it is understood only after the one before it."""
        return self._refers.match(_opened(text)) is not None

    def announces(self, text: str) -> bool:
        """Whether a sentence, or its last clause, only says what stands beneath it."""
        clauses = (text, text.rpartition(", ")[2]) if ", " in text else (text,)
        return any(self._announces.match(_opened(clause)) for clause in clauses)

    def shows(self, text: str) -> bool:
        """Whether a text begins as an example does."""
        return self._first["shows"].match(_opened(text)) is not None

    def connective(self, text: str) -> int:
        """The characters of what joins a sentence to the one before it, with the comma behind it; 0 without one."""
        found = self._connects.match(text.lower().replace("’", "'"))
        behind = text[found.end() : found.end() + 1] if found else ""
        return found.end() + 1 if found and behind and behind in ",،、，" else 0

    def defines(self, text: str, term: str) -> bool:
        """Whether a sentence says of a term, soon after it, what it is; or names it so."""
        said = text.lower().replace("’", "'")
        at = said.find(term.lower())
        if at < 0:
            return False
        return bool(self._means.search(said[at + len(term) : at + len(term) + NEAR])) or bool(
            self._means.search(said[max(0, at - NEAR // 2) : at])
        )


NEAR = 24
"""Characters within which "is" belongs to the term before it."""


@cache
def patterns(lang: str) -> Patterns:
    """The patterns of a language (BCP 47); none match where we do not know it."""
    phrases = language(lang).phrases if nearest(lang) else Phrases()
    return Patterns(phrases, lang.split("-")[0].lower() in _JOINED)


def _unnumbered(label: str) -> str:
    """A label without its number and what stands in brackets."""
    said = label.partition("(")[0].partition("[")[0].rstrip()
    before, _, number = said.rpartition(" ")
    return before if before and not number.strip("0123456789IVX.") else said


def _bare(title: str) -> str:
    return title.strip(" :.0123456789").lower().replace("’", "'")


def _opened(text: str) -> str:
    return text.lstrip(" \"'“”‘«»(¿¡*").lower().replace("’", "'")
