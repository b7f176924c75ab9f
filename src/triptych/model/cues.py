"""Cues: what a document can be asked about, as cards and tests of oneself ask it."""

from typing import Literal

import msgspec

from triptych.model.document import Blocks, Document, Inlines
from triptych.model.queries import plain, walk_sections

CueKind = Literal["question", "asked", "point", "term", "phrase", "formula"]
"""An exercise, a question that the text answers, a labelled point, a term, marked phrases, a formula."""


class Cue(msgspec.Struct, frozen=True):
    """Something to recall: what asks for it, and what it is. Every word of both is the author's.

    `below` belongs to the front: what stands with a question, answers to choose from. `section` is the id of the
    section, `number` and `points` are a question's. `id` stays the same while the front does, whatever else is edited.
    """

    id: str
    kind: CueKind
    front: Inlines
    back: Blocks
    below: Blocks = ()
    line: int = 0
    section: str = ""
    number: int = 0
    points: float = 0.0


def section_titles(document: Document) -> dict[str, str]:
    """The title of each section by its id, as plain text."""
    return {section.id: plain(section.title).strip() for section in walk_sections(document.sections)}


def source_of(cue: Cue, document: Document, titles: dict[str, str]) -> str:
    """Where a cue is from: the titles of the section and of the document, but not what the card says itself."""
    said = plain(cue.front).strip()
    places = dict.fromkeys((titles.get(cue.section, ""), document.meta.title.strip()))
    return " · ".join(place for place in places if place and place != said)
