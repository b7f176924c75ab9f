"""Marked phrases as blanks, and what they hide; texts without their footnotes."""

from collections.abc import Iterator

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import plain


def phrases(inlines: doc.Inlines) -> tuple[doc.Inlines, ...]:
    """What the marks in some inlines hold, in order, without footnotes."""
    return tuple(without_notes(mark.children) for mark in _marks(inlines) if plain(mark.children).strip())


def _marks(inlines: doc.Inlines) -> Iterator[doc.Mark]:
    for inline in inlines:
        if isinstance(inline, doc.Mark):
            yield inline
        elif isinstance(inline, doc.Strong | doc.Emphasis | doc.Link | doc.Strike | doc.Raised | doc.Named):
            yield from _marks(inline.children)


def with_blanks(inlines: doc.Inlines) -> doc.Inlines:
    """The inlines with each mark as a blank."""
    return tuple(_blanked(inline) for inline in inlines)


def blank(mark: doc.Mark) -> doc.Blank:
    """A mark as the blank that hides it."""
    return doc.Blank(mark.children)


def _blanked(inline: doc.Inline) -> doc.Inline:
    if isinstance(inline, doc.Mark):
        return blank(inline)
    if isinstance(inline, doc.Strong | doc.Emphasis | doc.Link | doc.Strike | doc.Raised | doc.Named):
        return replace(inline, children=with_blanks(inline.children))
    return inline


def without_notes(inlines: doc.Inlines) -> doc.Inlines:
    """The inlines without the footnotes that they call."""
    return tuple(_unnoted(inline) for inline in inlines if not isinstance(inline, doc.Footnote))


def _unnoted(inline: doc.Inline) -> doc.Inline:
    if isinstance(
        inline, doc.Strong | doc.Emphasis | doc.Link | doc.Strike | doc.Raised | doc.Named | doc.Mark | doc.Blank
    ):
        return replace(inline, children=without_notes(inline.children))
    return inline
