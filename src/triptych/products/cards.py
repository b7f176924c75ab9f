"""A document's flashcards in every form: on paper, for Anki, for other programs."""

from datetime import datetime
from typing import get_args

from triptych.languages.words import word
from triptych.model.document import CalloutKind, Document
from triptych.patterns import late
from triptych.plan.cards import plan_cards
from triptych.problem import Problem
from triptych.products.made import Made
from triptych.products.plans import Plans
from triptych.transform.cues import cues_of
from triptych.write.cards import write_anki, write_csv, write_tsv
from triptych.write.pdf import write_pages

_DATE = late(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2})?")
_UNDATED = 946_684_800
"""The year 2000: when notes of a document without a date were edited."""


def cards(plans: Plans) -> Made:
    """The files with the cards of a document; a note instead if it gives none."""
    document, pictures = plans.document, plans.pictures
    cues = cues_of(document)
    if not cues:
        hint = "number points with labels, define terms, ask questions or mark ==phrases=="
        return {}, (Problem("note", "no cards are made: there is nothing to ask", document.path, hint=hint),)
    called = {kind: word(document, kind) for kind in get_args(CalloutKind)}
    said: tuple[Problem, ...] = ()
    edited = edited_at(document)
    if edited is None:
        message = "Anki keeps its own text of cards that are edited and imported again"
        hint = "write a date: 2026-11-26 into the front matter, and a later one when you edit"
        said = (Problem("note", message, document.path, hint=hint),)
    pages = plan_cards(cues, document, plans.theme, pictures, plans.paper, plans.forms.cards)
    return {
        "cards.pdf": write_pages(pages),
        "cards.apkg": write_anki(cues, document, pictures, called, _UNDATED if edited is None else edited),
        "cards.csv": write_csv(cues, document),
        "cards.tsv": write_tsv(cues),
    }, said


def edited_at(document: Document) -> int | None:
    """When a document says that it was edited, in seconds since 1970 (UTC); None if its date is no ISO 8601 one.

    Anki takes over what is newer than what it has. No file is asked for its time: the same source gives the same bytes.
    """
    match = _DATE.search(document.meta.date)
    try:
        return int(datetime.fromisoformat(f"{match[0]}+00:00").timestamp()) if match else None
    except ValueError:
        return None
