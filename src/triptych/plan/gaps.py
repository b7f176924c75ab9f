"""Marked phrases as blanks, and what they hide; texts without their footnotes."""

from collections.abc import Iterator

from msgspec.structs import replace

from triptych.model.document import (
    Blank,
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    Link,
    Mark,
    Named,
    Raised,
    Strike,
    Strong,
)
from triptych.model.queries import plain


def phrases(inlines: Inlines) -> tuple[Inlines, ...]:
    """What the marks in some inlines hold, in order, without footnotes."""
    return tuple(without_notes(mark.children) for mark in _marks(inlines) if plain(mark.children).strip())


def _marks(inlines: Inlines) -> Iterator[Mark]:
    for inline in inlines:
        if isinstance(inline, Mark):
            yield inline
        elif isinstance(inline, Strong | Emphasis | Link | Strike | Raised | Named):
            yield from _marks(inline.children)


def with_blanks(inlines: Inlines) -> Inlines:
    """The inlines with each mark as a blank."""
    return tuple(_blanked(inline) for inline in inlines)


def blank(mark: Mark) -> Blank:
    """A mark as the blank that hides it."""
    return Blank(mark.children)


def _blanked(inline: Inline) -> Inline:
    if isinstance(inline, Mark):
        return blank(inline)
    if isinstance(inline, Strong | Emphasis | Link | Strike | Raised | Named):
        return replace(inline, children=with_blanks(inline.children))
    return inline


def without_notes(inlines: Inlines) -> Inlines:
    """The inlines without the footnotes that they call."""
    return tuple(_unnoted(inline) for inline in inlines if not isinstance(inline, Footnote))


def _unnoted(inline: Inline) -> Inline:
    if isinstance(inline, Strong | Emphasis | Link | Strike | Raised | Named | Mark | Blank):
        return replace(inline, children=without_notes(inline.children))
    return inline
