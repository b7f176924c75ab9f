"""What an author makes stand out in a line of text: terms, key phrases, names; and what is no prose."""

from typing import assert_never

import msgspec

from triptych.model import document as doc
from triptych.model.queries import plain

LONGEST_TERM = 6
"""Words up to which bold or slanted text is a term; longer text is only stressed."""


class Emphasised(msgspec.Struct, frozen=True, gc=False):
    """What stands out in some inlines: bold phrases and declared terms, slanted ones, and the rest counted.

    `marked` counts key phrases, `linked` characters of links, `names` declared dates and people.
    """

    terms: tuple[str, ...] = ()
    slanted: tuple[str, ...] = ()
    stressed: int = 0
    marked: int = 0
    linked: int = 0
    names: int = 0
    formulae: int = 0
    code: int = 0


_NOTHING = Emphasised()


class _Found:
    def __init__(self) -> None:
        self.terms: list[str] = []
        self.slanted: list[str] = []
        self.stressed = self.marked = self.linked = self.names = self.formulae = self.code = 0


def emphasised(inlines: doc.Inlines) -> Emphasised:
    """What stands out in some inlines."""
    if len(inlines) == 1 and isinstance(inlines[0], doc.Text):
        return _NOTHING  # most texts are no more than that
    found = _Found()
    _look(inlines, found)
    return Emphasised(
        tuple(found.terms),
        tuple(found.slanted),
        found.stressed,
        found.marked,
        found.linked,
        found.names,
        found.formulae,
        found.code,
    )


def _look(inlines: doc.Inlines, found: _Found) -> None:
    for inline in inlines:
        match inline:
            case doc.Strong(children):
                _phrase(children, found, found.terms)
            case doc.Emphasis(children):
                _phrase(children, found, found.slanted)
            case doc.Mark(children) | doc.Blank(children):
                found.marked += 1
                _look(children, found)
            case doc.Named():
                if inline.kind == "term":
                    found.terms.append(inline.key or _said(inline.children))
                else:
                    found.names += inline.kind in ("date", "person")
                    _look(inline.children, found)
            case doc.Link(children, _):
                found.linked += len(plain(children))
                _look(children, found)
            case doc.Strike(children) | doc.Raised(children, _) | doc.Passage(children, _):
                _look(children, found)
            case doc.InlineFormula():
                found.formulae += 1
            case doc.CodeSpan() | doc.Keyboard():
                found.code += 1
            case doc.Text() | doc.LineBreak() | doc.Image() | doc.FootnoteCall() | doc.Reference() | doc.Citation():
                pass
            case _:
                assert_never(inline)


def _phrase(children: doc.Inlines, found: _Found, terms: list[str]) -> None:
    """Bold or slanted text: a term if it is short, else stressed."""
    said = _said(children)
    if said and len(said.split()) <= LONGEST_TERM:
        terms.append(said)
    elif said:
        found.stressed += 1
    _look(children, found)


def _said(inlines: doc.Inlines) -> str:
    return " ".join(plain(inlines).split()).strip(" .:;,()\"'“”„«»")
