"""Pictures that say nothing on the slides of a lecture: signs and logos."""

from collections.abc import Callable

from triptych.model import document as doc
from triptych.model.queries import alternative, walk_blocks, walk_sections
from triptych.plan.deck.units import ObjectUnit, TextUnit, inner_units


def ornaments_of(document: doc.Document, keeps: Callable[[TextUnit | ObjectUnit], bool]) -> frozenset[str]:
    """The sources of pictures of which nobody says what they show, and that stand in several places, or in a box.

    In a box such a picture is the sign of its kind: it goes where none of the text in it stays.
    """
    every = [block for section in walk_sections(document.sections) for block in walk_blocks(section.blocks)]
    said: dict[str, list[bool]] = {}
    for block in every:
        if isinstance(block, doc.Figure):
            said.setdefault(block.image.source, []).append(bool(alternative(block)))
    silent = {source for source, many in said.items() if not any(many)}
    recurring = {source for source in silent if len(said[source]) > 1}
    boxes = (block for block in every if isinstance(block, doc.Callout)) if silent else ()
    left = {source for box in boxes for source in _pictures(box) if not _says(box, keeps, document.meta.lang)}
    return frozenset(recurring | (left & silent))


def _pictures(box: doc.Callout) -> list[str]:
    return [block.image.source for block in walk_blocks(box.blocks) if isinstance(block, doc.Figure)]


def _says(box: doc.Callout, keeps: Callable[[TextUnit | ObjectUnit], bool], lang: str) -> bool:
    """Whether a text in a box stays, besides its title."""
    inside = (unit for unit in inner_units(box, lang) if isinstance(unit, TextUnit) and not unit.heads)
    return any(keeps(unit) for unit in inside)
