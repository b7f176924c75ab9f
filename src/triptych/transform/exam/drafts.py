"""A question before it is chosen for a test, and one that was, with the places that answer it."""

from typing import Literal

import msgspec

from triptych.model import document as doc
from triptych.transform.exam.material import Passage
from triptych.transform.exam.secrets import Secret, Shown

QuestionKind = Literal["choices", "gaps", "matching", "ordering", "open"]
KINDS: tuple[QuestionKind, ...] = ("choices", "gaps", "matching", "ordering", "open")
"""The kinds of questions, in the order in which a test has them: what takes longest comes last."""


class Place(msgspec.Struct, frozen=True):
    """Where the text answers a question: the id of the section or block, what it is called, how its text goes."""

    section: str
    label: str
    text: str


class Asked(msgspec.Struct, frozen=True):
    """A question of a test with the places that answer it; the author's own is not `made`."""

    question: doc.Question
    places: tuple[Place, ...] = ()
    made: bool = True


class Draft(msgspec.Struct, frozen=True):
    """A question that could be asked.

    `answers` are what it asks for, squeezed: no two questions ask for the same. `uses` are the numbers of the sentences
    that it shows whole or asks for whole: no other question does.
    """

    kind: QuestionKind
    question: doc.Question
    places: tuple[Place, ...]
    worth: float
    section: str
    answers: tuple[str, ...] = ()
    texts: tuple[Shown, ...] = ()
    secrets: tuple[Secret, ...] = ()
    uses: tuple[int, ...] = ()


def place_of(passage: Passage, labels: tuple[str, ...]) -> Place:
    """Where a passage stands. `labels` are those of the points by their numbers."""
    label = labels[passage.point] if passage.point >= 0 else ""
    return Place(passage.section, label, passage.text)
