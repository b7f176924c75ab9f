"""References to figures that a cheat sheet does without: left out in brackets, known elsewhere."""

from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import walk_blocks, walk_sections
from triptych.model.walk import walk
from triptych.model.wishes import stress
from triptych.patterns import late
from triptych.plan.cheat_sheet.entries import Entry, Piece

_OPENED = late(r"\s?[(\[]\s?(?:[^\W\d_]{2,10}\.?\s)?\Z")
"""A bracket that opens, with at most a word such as "see" in it, and the space before it."""
_CLOSED = late(r"[^\W\d_]?\s*[)\]]")
"""A bracket that closes, behind at most the letter of a part of the figure."""


class Pointers:
    """What of a document refers to its figures that are not on the sheet: those that nobody calls essential."""

    def __init__(self, document: doc.Document) -> None:
        self._document = document

    @cached_property
    def _unseen(self) -> frozenset[str]:
        """The targets of such references; gathered when something refers to anything."""
        blocks = (block for s in walk_sections(self._document.sections) for block in walk_blocks(s.blocks))
        shown = (block for block in blocks if isinstance(block, doc.Figure | doc.Chart))
        return frozenset(f"#{b.attributes.id}" for b in shown if b.attributes.id and stress(b.attributes) <= 0)

    def without(self, piece: Piece) -> Piece:
        """A piece without the bracketed references of its sentences."""
        if not any(map(self._points, piece.entries)):
            return piece
        return replace(piece, entries=tuple(map(self._cleared, piece.entries)))

    def points(self, piece: Piece) -> bool:
        """Whether a piece is a sentence that is understood only with such a figure."""
        return len(piece.entries) == 1 and self._points(piece.entries[0])

    def _points(self, entry: Entry) -> bool:
        if len(entry.inlines) == 1 and isinstance(entry.inlines[0], doc.Text):
            return False  # as most entries are
        return any(isinstance(node, doc.Link) and self._leads_away(node) for node in walk(*entry.inlines))

    def _leads_away(self, inline: doc.Inline) -> bool:
        return isinstance(inline, doc.Link) and inline.target.startswith("#") and inline.target in self._unseen

    def _cleared(self, entry: Entry) -> Entry:
        return replace(entry, inlines=tuple(self._without(entry.inlines)))

    def _without(self, inlines: doc.Inlines) -> Iterator[doc.Inline]:
        """The inlines without brackets that hold nothing but a reference."""
        rest = list(inlines)[::-1]
        while rest:
            inline = rest.pop()
            joined = self._joined(inline, rest[-1], rest[-2]) if len(rest) > 1 else None
            if joined is None:
                yield inline
            else:
                rest[-2:] = [joined]

    def _joined(self, before: doc.Inline, inline: doc.Inline, after: doc.Inline) -> doc.Text | None:
        """The texts around a reference without their brackets; None if it does not stand alone in these."""
        if not (self._leads_away(inline) and isinstance(before, doc.Text) and isinstance(after, doc.Text)):
            return None
        opened, closed = _OPENED.search(before.text), _CLOSED.match(after.text)
        return doc.Text(before.text[: opened.start()] + after.text[closed.end() :]) if opened and closed else None
