"""Lines that say something of a question: `answer: text`, `points: 2`. Each begins a paragraph of its own."""

from functools import cache

from markdown_it.rules_block import StateBlock

from triptych.languages.words import words_for
from triptych.patterns import late

_ENGLISH = {"answer": "answer", "explanation": "explanation", "points": "points", "see": "see", "lines": "lines"}
_KEYED = late(r"\**([^\W\d_]+)\**[:：](?:\**[ \t]|[ \t]*$)")


def answer_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Whether a line within a question begins with one of its keys, and so ends the paragraph before it."""
    if not silent or not any(state.env.get("divisions", ())):
        return False
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    return key_of(state.src[begin:stop], state.env.get("lang", ""))[0] != ""


def key_of(text: str, lang: str) -> tuple[str, int]:
    """Which key a text begins with, in English, and how many characters it takes; empty if it has none.

    `lang` is the language of the text, empty where it is not known.
    """
    match = _KEYED.match(text)
    key = _keys(lang).get(match[1].lower(), "") if match else ""
    return (key, match.end()) if match and key else ("", 0)


@cache
def _keys(lang: str) -> dict[str, str]:
    """The keys in English and in the language of the text."""
    known = {word: key for key in ("answer", "explanation", "points") for word in words_for(lang, key)}
    return known | _ENGLISH
