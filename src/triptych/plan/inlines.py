"""Inlines to what each panel sets: spans for pages, runs for slides."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from triptych.model.deck import Run
from triptych.model.document import CodeSpan, Emphasis, Image, Inlines, LineBreak, Link, Strong, Text
from triptych.model.theme import Face
from triptych.text.lines import Span, Style


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


def _pieces(inlines: Inlines, look: _Look) -> Iterator[tuple[str, _Look]]:
    """Text with its look, in order; a line feed is a line break, a picture is its alternative text."""
    for inline in inlines:
        match inline:
            case Text(text):
                yield text, look
            case CodeSpan(text):
                yield text, replace(look, code=True)
            case Strong(children):
                yield from _pieces(children, replace(look, bold=True))
            case Emphasis(children):
                yield from _pieces(children, replace(look, italic=not look.italic))
            case Link(children, target):
                yield from _pieces(children, replace(look, link=target))
            case Image():
                yield inline.alt, look
            case LineBreak():
                yield "\n", look
            case _:
                assert_never(inline)


def runs(inlines: Inlines, *, bold: bool = False, italic: bool = False, color: str = "") -> tuple[Run, ...]:
    """Runs for a slide, neighbours of one look joined. Links within the document are plain text there."""
    out: list[Run] = []
    for text, look in _pieces(inlines, _Look(bold, italic)):
        link = "" if look.link.startswith("#") else look.link
        run = Run(text, look.bold, look.italic, look.code, color, link)
        if out and text != "\n" and out[-1].text != "\n" and replace(out[-1], text="") == replace(run, text=""):
            out[-1] = replace(run, text=out[-1].text + text)
        elif text:
            out.append(run)
    return tuple(out)


def spans(
    inlines: Inlines, style: Style, *, code_family: str, link_color: str, resolve: Callable[[str], str]
) -> tuple[Span, ...]:
    """Spans for a page, neighbours of one style joined. Code is set a little smaller: its letters are wide.

    `resolve` gives the target that a link can have on the page, empty where it can have none.
    """
    out: list[Span] = []
    for text, look in _pieces(inlines, _Look(style.face.bold, style.face.italic)):
        family = code_family if look.code else style.face.family
        target = resolve(look.link) if look.link else ""
        own = Style(
            Face(family, look.bold, look.italic),
            round(style.size * 0.92, 2) if look.code else style.size,
            link_color if target else style.color,
            target,
        )
        if out and out[-1].style == own:
            out[-1] = Span(out[-1].text + text, own)
        elif text:
            out.append(Span(text, own))
    return tuple(out)


def outside(target: str) -> str:
    """The target if it is an address that a reader can follow, else nothing."""
    return target if target.lower().startswith(("http://", "https://", "mailto:", "ftp://", "tel:")) else ""
