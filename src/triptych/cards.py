"""A document's flashcards in every form: on paper, for Anki, for other programs."""

import os
from collections.abc import Iterable
from pathlib import Path

from triptych.geometry import Size
from triptych.model.document import Document
from triptych.model.forms import CardForm
from triptych.model.picture import Picture
from triptych.model.theme import Theme
from triptych.problem import Problem

Cards = tuple[dict[str, bytes], tuple[Problem, ...]]
"""The files by what their names end in, and what is to be said of them."""


def cards_of(
    document: Document, theme: Theme, pictures: dict[str, Picture], paper: Size, form: CardForm, edited: int
) -> Cards:
    """The files with the cards of a document that was last edited at a time; a note instead if it gives none."""
    from triptych.plan.cards import plan_cards
    from triptych.plan.cues import cues_of
    from triptych.write.cards import write_anki, write_csv, write_tsv
    from triptych.write.pdf import write_pages

    cues = cues_of(document)
    if not cues:
        hint = "number points with labels, define terms, ask questions or mark ==phrases=="
        return {}, (Problem("note", "no cards are made: there is nothing to ask", document.path, hint=hint),)
    return {
        "cards.pdf": write_pages(plan_cards(cues, document, theme, pictures, paper, form)),
        "cards.apkg": write_anki(cues, document, pictures, edited),
        "cards.csv": write_csv(cues, document),
        "cards.tsv": write_tsv(cues),
    }, ()


def last_edited(files: Iterable[Path]) -> int:
    """When the newest of some files was written, in seconds since 1970; 0 if none can be asked.

    The environment's SOURCE_DATE_EPOCH says so instead where builds must not depend on clocks
    (reproducible-builds.org, SOURCE_DATE_EPOCH specification 1.0).
    """
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if said.isascii() and said.isdecimal() and len(said) < 11:
        return int(said)
    return max((time for file in files if (time := _written(file)) is not None), default=0)


def _written(file: Path) -> int | None:
    try:
        return int(file.stat().st_mtime)
    except (OSError, ValueError):
        return None
