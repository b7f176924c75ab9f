"""Captions with the word and the number of what they belong to."""

from triptych.model.document import Document, Inlines, Strong, Text
from triptych.model.words import word


def numbered(kind: str, number: int, caption: Inlines, document: Document) -> Inlines:
    """A caption behind "Figure 3." or the like, in the document's language; as it is if there is no number."""
    return (Strong((Text(f"{word(document, kind)} {number}. "),)), *caption) if number else caption
