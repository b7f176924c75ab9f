"""What lecturers' notes cannot show as it is: presentation programs have notes as text."""

from collections.abc import Iterator

from triptych.model.document import Document, Figure, Notes
from triptych.model.queries import description, walk_blocks, walk_sections
from triptych.problem import Problem


def pictures_in_notes(document: Document) -> Iterator[Problem]:
    """A warning for each picture in lecturers' notes, of which a deck has the words alone."""
    notes = (
        block
        for section in walk_sections(document.sections)
        for block in walk_blocks(section.blocks)
        if isinstance(block, Notes)
    )
    for note in notes:
        for block in walk_blocks(note.blocks):
            if isinstance(block, Figure):
                message = f"the notes of a slide cannot show a picture, they have its words: {description(block)[:80]}"
                yield Problem("warning", message, document.path, block.line, hint="put it on the slide")
