"""What a question asks for and what it shows: so that no question tells what another one asks."""

from collections.abc import Iterable

import msgspec

from triptych.transform.exam.material import Material

ALIKE = 0.3
"""The share of what surrounds an answer from which on a text says the same of it."""


class Shown(msgspec.Struct, frozen=True):
    """A text that can be read in a test. `passage` is the number of the sentence that it is from, -1 if it is none."""

    text: str
    stems: frozenset[str]
    passage: int = -1


class Secret(msgspec.Struct, frozen=True):
    """What must not be read: an answer, and the words that it belongs to. An empty answer stands for the passage."""

    answer: str
    around: frozenset[str]
    passage: int = -1


def shown(text: str, material: Material, passage: int = -1) -> Shown:
    """A text as it can be read."""
    return Shown(squeezed(text), frozenset(material.words.stems(text)), passage)


def secret(answer: str, around: str, material: Material, passage: int = -1) -> Secret:
    """An answer that is asked for by the text around it."""
    own = set(material.words.stems(answer))
    return Secret(squeezed(answer), frozenset(material.words.stems(around)) - own, passage)


def squeezed(text: str) -> str:
    """A text with single spaces, in small letters, between spaces: so that whole words are found in it."""
    letters = "".join(char if char.isalnum() else " " for char in text.casefold())
    return f" {' '.join(letters.split())} "


def says(text: str, answer: str) -> bool:
    """Whether a squeezed text has a squeezed answer in it: as whole words where words stand apart."""
    if any(char >= "\u2e80" for char in answer):
        return answer.strip() in text
    return answer in text


def tells(text: Shown, hidden: Secret) -> bool:
    """Whether a text tells a secret: it has the answer in it, and the words that the answer belongs to."""
    if not hidden.answer.strip():
        return text.passage == hidden.passage >= 0
    if not says(text.text, hidden.answer):
        return False
    if text.passage == hidden.passage >= 0:
        return True
    common = len(text.stems & hidden.around)
    return common >= min(2, len(hidden.around)) and common >= ALIKE * len(hidden.around)


def conflict(texts: Iterable[Shown], hidden: Iterable[Secret]) -> bool:
    """Whether any of some texts tells any of some secrets."""
    secrets = tuple(hidden)
    return any(tells(text, one) for text in texts for one in secrets)
