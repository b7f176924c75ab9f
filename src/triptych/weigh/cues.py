"""What the wording of a sentence gives away, whatever it is about: greetings, aims, examples, what something is."""

import re
from functools import cache

import msgspec

from triptych.languages import language, nearest
from triptych.languages.language import Phrases

_LETTER_AFTER = r"(?![^\W_])"
_JOINED = ("zh", "ja", "ko")
"""Languages whose words are not told apart by spaces or carry endings."""


class Cues(msgspec.Struct, frozen=True):
    """Whether a sentence greets, says what a text will do, tells the reader to do something, and so on."""

    greeting: bool = False
    aims: bool = False
    asks: bool = False
    example: bool = False
    back: bool = False
    concludes: bool = False
    address: bool = False


NOTHING = Cues()


class Patterns:
    """The phrases of a language as patterns."""

    def __init__(self, phrases: Phrases, joined: bool) -> None:
        end = "" if joined else _LETTER_AFTER
        start = "" if joined else r"(?<![^\W_])"

        def pattern(words: str, before: str = "") -> re.Pattern[str]:
            return re.compile(f"{before}(?:{words}){end}" if words else "(?!)")

        self.greeting = pattern(phrases.greeting)
        self.aims = pattern(phrases.aims)
        self.asks = pattern(phrases.asks)
        self.example = pattern(phrases.example)
        self.back = pattern(phrases.back)
        self.concludes = pattern(phrases.concludes)
        self.address = pattern(phrases.address, start)
        self.means = pattern(phrases.means, start)
        self.aside = pattern(phrases.aside)

    def cues(self, text: str) -> Cues:
        """The cues of a sentence."""
        said = text.lstrip(" \"'“”‘«»(¿¡*").lower().replace("’", "'")
        return Cues(
            greeting=bool(self.greeting.match(said)),
            aims=bool(self.aims.match(said)),
            asks=bool(self.asks.match(said)),
            example=bool(self.example.match(said)),
            back=bool(self.back.match(said)),
            concludes=bool(self.concludes.match(said)),
            address=bool(self.address.search(said)),
        )

    def defines(self, text: str, term: str) -> bool:
        """Whether a sentence says of a term, soon after it, what it is; or names it so."""
        said = text.lower().replace("’", "'")
        at = said.find(term.lower())
        if at < 0:
            return False
        return bool(self.means.search(said[at + len(term) : at + len(term) + NEAR])) or bool(
            self.means.search(said[max(0, at - NEAR // 2) : at])
        )


NEAR = 24
"""Characters within which "is" belongs to the term before it."""


@cache
def patterns(lang: str) -> Patterns:
    """The patterns of a language (BCP 47); none match where we do not know it."""
    phrases = language(lang).phrases if nearest(lang) else Phrases()
    return Patterns(phrases, lang.split("-")[0].lower() in _JOINED)


def is_aside(title: str, lang: str) -> bool:
    """Whether a title heads what one can do without: references, exercises, contents, aims."""
    said = title.strip(" :.0123456789").lower().replace("’", "'")
    return bool(patterns(lang).aside.fullmatch(said))
