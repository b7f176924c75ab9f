"""Inlines to what each panel sets: spans for pages, runs for slides."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from math import ceil
from typing import Literal, assert_never

import msgspec
from msgspec.structs import replace

from triptych.languages.signs import leans
from triptych.model import document as doc
from triptych.model.deck import Run
from triptych.model.drawing import Drawing
from triptych.model.queries import is_decorative, plain
from triptych.model.theme import Face
from triptych.text.drawings import drawing
from triptych.text.sans import is_sans
from triptych.text.shape import plain_width
from triptych.text.spans import Span, Style

RAISED, LOWERED, SMALL, LEGIBLE = 0.36, -0.14, 0.72, 7.0
"""Ems of the text around: how far a superscript rises, a subscript sinks, how small they are."""


class _Look(msgspec.Struct, frozen=True, gc=False):
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    strike: bool = False
    shift: Literal["", "super", "sub"] = ""
    highlight: bool = False
    formula: str = ""
    blank: bool = False
    gaps: bool = False  # blanks are brackets
    room: bool = False  # blanks and key phrases have room to write in
    hand: bool = False
    pad: Literal["", "begins", "ends"] = ""  # around what has room
    image: doc.Image | None = None
    places: tuple[str, ...] = ()
    call: int = 0
    lang: str = ""
    stands_for: str = ""


def _pieces(inlines: doc.Inlines, look: _Look) -> Iterator[tuple[str, _Look]]:
    """Text with its look, in order; a line feed is a line break, a picture is its alternative text."""
    for inline in inlines:
        match inline:
            case doc.Text(text):
                yield text, look
            case doc.CodeSpan(text) | doc.Keyboard(text):
                yield text, replace(look, code=True)
            case doc.Strong(children):
                yield from _pieces(children, replace(look, bold=True))
            case doc.Emphasis(children):
                slanted = leans(plain(children))  # elsewhere emphasis is bold
                changed = replace(look, italic=not look.italic) if slanted else replace(look, bold=True)
                yield from _pieces(children, changed)
            case doc.Link(children, target):  # where a blank leads to could say what it hides
                yield from _pieces(children, look if look.blank else replace(look, link=target))
            case doc.Strike(children):
                yield from _pieces(children, replace(look, strike=True))
            case doc.Raised(children, lowered):
                yield from _pieces(children, replace(look, shift="sub" if lowered else "super"))
            case doc.Passage(children, lang, stands_for):
                yield from _pieces(
                    children, replace(look, lang=lang or look.lang, stands_for="" if look.blank else stands_for)
                )
            case doc.Mark(children):
                yield from _roomy(children, _placed(replace(look, highlight=True), inline.anchor))
            case doc.Blank(children) if look.gaps:
                yield _gap(children), replace(look, blank=True)
            case doc.Blank(children):
                yield from _roomy(children, replace(look, blank=True))
            case doc.Reference(_, children, written):
                yield from _pieces(children or (doc.Text(written),), look)
            case doc.Citation():
                yield inline.text, look
            case doc.Named(_, children):
                yield from _pieces(children, _placed(look, inline.anchor))
            case doc.InlineFormula(latex, said, _):
                yield said, replace(look, formula=latex)
            case doc.FootnoteCall(number):
                yield str(number), replace(look, shift="super", link=f"#{note_name(number)}", call=number)
            case doc.Image():
                yield inline.alt, replace(look, image=inline)
            case doc.LineBreak():
                yield "\n", look
            case _:
                assert_never(inline)


def _roomy(inlines: doc.Inlines, look: _Look) -> Iterator[tuple[str, _Look]]:
    """What is or may be blank, between marks where there is room for a hand around it."""
    if not look.room or look.hand:
        yield from _pieces(inlines, look)
        return
    yield "", replace(look, pad="begins")
    yield from _pieces(inlines, replace(look, hand=True))
    yield "", replace(look, pad="ends")


def _placed(look: _Look, place: str) -> _Look:
    """The look of what stands at a place, if it has one."""
    return replace(look, places=(*look.places, place)) if place else look


def note_name(number: int) -> str:
    """The name of the place where a footnote stands, to which its number leads."""
    return f"footnote-{number}"


SPACE = 0.278
"""Ems that a space is wide in the fonts of decks."""
LONGEST_GAP = 40
"""Spaces of a gap that stay on one line."""


def _gap(inlines: doc.Inlines) -> str:
    """Brackets about as wide as some inlines with nothing between them, so that no word is told by its length.

    Brackets, because a mere rule is nothing to who has a slide read out. A long one is parted for lines to break.
    """
    count = max(4, round(plain_width(plain(inlines), Face("Arial")) / SPACE) - 2)
    parts = ("\u00a0" * min(LONGEST_GAP, count - at) for at in range(0, count, LONGEST_GAP))
    return f"[{' '.join(parts)}]"


def runs(inlines: doc.Inlines, *, bold: bool = False, italic: bool = False, color: str = "") -> tuple[Run, ...]:
    """Runs for a slide, neighbours of one look joined. Links within the document are plain text there."""
    if len(inlines) == 1 and isinstance(inlines[0], doc.Text):  # as most are: what follows does the same for all
        return (Run(inlines[0].text, bold, italic, False, color),) if inlines[0].text else ()
    out: list[Run] = []
    for text, look in _pieces(inlines, _Look(bold, italic, gaps=True)):
        run = Run(
            text,
            look.bold,
            look.italic,
            look.code,
            color,
            outside(look.link),
            strike=look.strike,
            underline=look.blank,
            shift=look.shift,
            highlight=look.highlight,
            formula=look.formula,
            call=look.call,
            lang=look.lang,
        )
        alike = out and out[-1].text != "\n" and out[-1] == replace(run, text=out[-1].text)
        if alike and text != "\n" and not run.formula:
            out[-1] = replace(run, text=out[-1].text + text)
        elif text:
            out.append(run)
    return tuple(out)


def spans(
    inlines: doc.Inlines,
    style: Style,
    *,
    code_family: str,
    link_color: str,
    mark_color: str,
    resolve: Callable[[str], str],
    notes: bool = True,
    code: float = 0.92,
    display: bool = False,
    anchored: bool = False,
    room: bool = False,
    picture: Callable[[doc.Image], Drawing | None] = lambda image: None,
    unnamed: str = "…",
) -> tuple[Span, ...]:
    """Spans for a page, neighbours of one style joined. Code is set a little smaller: its letters are wide.

    `resolve` gives the target that a link can have on the page, empty where it can have none. Without `notes`
    footnotes are not called. With `display` formulae are set as on lines of their own. Texts know their anchors only
    where they are `anchored`: elsewhere no list refers to them. With `room` what is blank in one edition has room for a
    hand in all. `picture` is what a picture in the text is drawn as;
    its words where that is nothing. It is called `unnamed` if it has no words, and nothing if it decorates.
    """
    if len(inlines) == 1 and isinstance(inlines[0], doc.Text):  # as most are: what follows does the same for all
        return (Span(inlines[0].text, _plain_style(style)),) if inlines[0].text else ()
    out: list[Span] = []
    begun, sans = 0, is_sans(style.face.family)
    for text, look in _pieces(inlines, _Look(style.face.bold, style.face.italic, room=room)):
        if look.call and not notes:
            continue
        if look.pad == "begins":
            begun = len(out)
        elif look.pad:
            out += _padding(out[begun:], style)
        if look.pad:
            continue
        target = resolve(look.link) if look.link else ""
        look = look if anchored else replace(look, places=())
        own = _styled(style, look, target, code_family, (link_color, mark_color), code)
        outline = drawing(look.formula, display=display, sans=sans) if look.formula else None
        if look.image is not None and not look.blank and (outline := picture(look.image)):
            text = "\u00a0" if is_decorative(look.image) else look.image.alt or unnamed
        if outline is not None:
            out.append(Span(text, own, outline, look.formula, display, sans=sans))
        elif out and out[-1].style == own and out[-1].drawing is None:
            out[-1] = Span(out[-1].text + text, own)
        elif text:
            out.append(Span(text, own))
    return tuple(out)


WIDER, LEAST = 1.6, 25 * 72 / 25.4
"""How many times as wide as what it hides a blank is, for a hand writes wider than print; at least 25 mm, in points."""


def _padding(hidden: Sequence[Span], style: Style) -> tuple[Span, ...]:
    """The room behind what is blank, of which no line ends; none behind mere room."""
    if not "".join(span.text for span in hidden).strip():
        return ()
    wide = sum(_wide(span) for span in hidden)
    each = plain_width("\u00a0", style.face) * style.size
    count = ceil((max(WIDER * wide, LEAST) - wide) / each)
    return (Span("\u00a0" * count, Style(style.face, style.size, style.color, hand=True, pad=True)),)


def _wide(span: Span) -> float:
    ems = span.drawing.width if span.drawing else plain_width(span.text, span.style.face)
    return ems * span.style.size


def on_one_line(made: tuple[Span, ...], most: float) -> tuple[Span, ...]:
    """The spans with formulae that are higher than `most` ems as their text, for lines of one height."""
    return tuple(
        replace(span, drawing=None) if span.drawing and span.drawing.ascent + span.drawing.descent > most else span
        for span in made
    )


def _small(size: float) -> float:
    """The size of what is raised or lowered; not so small that it is hard to read if the text around it is small."""
    return max(SMALL * size, min(LEGIBLE, 0.85 * size))


def _styled(style: Style, look: _Look, target: str, code_family: str, colors: tuple[str, str], code: float) -> Style:
    link_color, mark_color = colors
    size = (_small(style.size) if look.shift else style.size) * (code if look.code else 1.0)
    rise = {"": 0.0, "super": RAISED, "sub": LOWERED}[look.shift] * style.size
    return Style(
        Face(code_family if look.code else style.face.family, look.bold, look.italic),
        size if size == style.size else round(size, 3),
        link_color if target else style.color,
        target,
        rise,
        mark_color if look.highlight else "",
        look.strike,
        look.blank,
        look.places,
        look.call,
        look.hand,
        lang=look.lang,
        hyphens="" if look.code else style.hyphens,
        stands_for=look.stands_for,
    )


@lru_cache(maxsize=256)  # a document has a few
def _plain_style(style: Style) -> Style:
    """The style of what has no look of its own."""
    return _styled(style, _Look(style.face.bold, style.face.italic), "", "", ("", ""), 1.0)


def outside(target: str) -> str:
    """The target if it is an address that a reader can follow, else nothing."""
    return target if target.lower().startswith(("http://", "https://", "mailto:", "ftp://", "tel:")) else ""
