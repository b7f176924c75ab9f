"""Paragraphs as strips, one a line: on the baseline, tagged, with their links."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.colors import LARGE_READABLE, readable
from triptych.model.drawing import Drawing
from triptych.model.pages import BoxItem, DrawingItem, Item, LinkItem, PathItem, PictureItem, RuleItem, TextItem
from triptych.model.queries import GAP
from triptych.plan.alongside import at_lines, spread
from triptych.plan.fitting import fitted_parts, reach
from triptych.plan.flow import Aside, Call, Panel, Strip
from triptych.plan.inlines import note_name
from triptych.plan.tree import Tree
from triptych.text.bidi import directed, spans_rtl
from triptych.text.fonts import load
from triptych.text.lines import Line, Piece, break_lines
from triptych.text.shape import width
from triptych.text.spans import Span, Style

_PAPER = "FFFFFF"
BENEATH = 1.5
"""Points from a baseline to the line of a blank."""
NO_ASIDES: Mapping[int, Aside] = {}


def baseline(style_size: float, leading: float, ascent: float = 0.905, descent: float = 0.212) -> float:
    """How far the baseline lies below the top of a line, the text centred in its leading."""
    return (leading - (ascent + descent) * style_size) / 2 + ascent * style_size


def line_items(line: Line, x: float, y: float, tag: int, tree: Tree, links: dict[int, int]) -> list[Item]:
    """The items of a line whose baseline is at `y`. `links` keeps the Link element of each span with a link."""
    items: list[Item] = []
    for piece in line.pieces:
        owner, style = tag, piece.style
        if style.link:
            if piece.span not in links:
                links[piece.span] = tree.add("Link", tag, inline=True)
            owner = links[piece.span]
        if style.lang or style.stands_for:
            owner = tree.add("Span", owner, inline=True, lang=style.lang, expansion=style.stands_for)
        if meant(style) and not style.blank and piece.drawing is None:
            owner = tree.add("Span", owner, inline=True, rise=meant(style))
        items.extend(_piece(piece, x, y, owner, tree))
        if style.link:
            font = load(style.face)
            high = (font.ascent + font.descent) * style.size
            rect = Rect(x + piece.x, y - font.ascent * style.size, piece.width, high)
            items.append(_link(rect, links[piece.span], piece.text.strip(), style.link))
    return items


def untagged(item: Item) -> Item:
    """The item as an artifact, which nobody has read out."""
    match item:
        case TextItem() | DrawingItem() | PictureItem() | PathItem():
            return replace(item, tag=None)
        case BoxItem() | RuleItem() | LinkItem():
            return item
        case _:
            assert_never(item)


def _piece(piece: Piece, x: float, y: float, tag: int, tree: Tree) -> list[Item]:
    """The text of a piece or its drawing, with what lies behind it and through it."""
    style, at = piece.style, x + piece.x
    items: list[Item] = []
    if style.pad:
        return [_line_to_write_on(piece, at, y)]
    if style.blank:
        return [_blank(piece, at, y, tag, tree)]
    if piece.drawing is not None and piece.drawing.picture is not None:
        return [_picture(piece.drawing, piece, at, y - style.rise, tag, tree)]
    if piece.drawing is not None:
        owner = tree.add("Formula", tag, inline=True, alt=piece.text.replace("\u00a0", " ").strip())
        items.append(DrawingItem(at, y - style.rise, piece.drawing, style.size, style.color, owner))
        return items
    if style.highlight:
        behind = Rect(at, y - 0.92 * style.size, piece.width, 1.2 * style.size)
        items.append(BoxItem(behind, style.highlight))
    items.append(
        TextItem(at, y - style.rise, piece.text, style.face, style.size, style.color, tag, piece.rtl, meant(style))
    )
    return [*items, *_rules(piece, at, y)]


def _picture(drawing: Drawing, piece: Piece, x: float, y: float, tag: int, tree: Tree) -> Item:
    """A small picture in its line; an artifact if it decorates."""
    assert drawing.picture is not None
    size = piece.style.size
    rect = Rect(x, y - drawing.ascent * size, drawing.width * size, (drawing.ascent + drawing.descent) * size)
    said = piece.text.replace("\u00a0", " ").strip()
    owner = tree.add("Figure", tag, inline=True, alt=said) if said else None
    return PictureItem(rect, drawing.picture, owner)


def _rules(piece: Piece, x: float, y: float) -> list[RuleItem]:
    """The lines through and beneath a piece; what colour says of key phrases and addresses is seen without it too."""
    style, rules = piece.style, []
    if style.strike:
        middle = y - style.rise - 0.28 * style.size
        rules.append(RuleItem(x, middle, x + piece.width, middle, 0.06 * style.size, style.color))
    if style.highlight:
        edge, color = y + 0.28 * style.size, readable(style.highlight, _PAPER, ratio=LARGE_READABLE)
        rules.append(RuleItem(x, edge, x + piece.width, edge, 0.05 * style.size, color))
    if style.link and not style.link.startswith("#"):
        wide = width(piece.text.rstrip(), style.face) * style.size
        left, below = x + (piece.width - wide if piece.rtl else 0.0), y - style.rise + 0.13 * style.size
        rules.append(RuleItem(left, below, left + wide, below, 0.05 * style.size, style.color))
    return rules


def _blank(piece: Piece, x: float, y: float, tag: int, tree: Tree) -> Item:
    """A rule to write on, read out as a gap; as wide as what it hides."""
    style = piece.style
    owner = tree.add("Span", tag, inline=True, actual=GAP)
    end = x + (piece.width if style.hand or piece.text.endswith(" ") else piece.width - 0.5)
    return PathItem(((x, y + BENEATH), (end, y + BENEATH)), style.color, 0.7, tag=owner)


def _line_to_write_on(piece: Piece, x: float, y: float) -> Item:
    """The rest of a blank, or the room beside a key phrase that is one for others; nothing that is read out."""
    end = x + width(piece.text.rstrip(" "), piece.style.face) * piece.style.size
    return PathItem(((x, y + BENEATH), (end, y + BENEATH)), piece.style.color, 0.7)


def meant(style: Style) -> float:
    """By how much its author raised or lowered a text; footnotes' numbers are raised by us."""
    return 0.0 if style.call or style.link else style.rise


def words_at(text: str, style: Style, x: float, y: float, tag: int | None, *, rtl: bool = False) -> list[TextItem]:
    """A text on a line of its own, its baseline at `y`; `rtl` as for a paragraph."""
    spans = (Span(text, style),)
    lines = directed(break_lines(spans, float("inf")), spans_rtl(spans, rtl), mirrored=rtl)
    return [item for line in lines for item in texts_at(line, x, y, tag)]


def texts_at(line: Line, x: float, y: float, tag: int | None = None) -> list[TextItem]:
    """The mere text of a line, its baseline at `y`; an artifact without a tag."""
    return [
        TextItem(x + piece.x, y, piece.text, piece.style.face, piece.style.size, piece.style.color, tag, piece.rtl)
        for piece in line.pieces
    ]


def _link(rect: Rect, tag: int, text: str, target: str) -> LinkItem:
    if target.startswith("#"):
        return LinkItem(rect, tag, text, destination=target[1:])
    return LinkItem(rect, tag, text if text == target else f"{text} ({target})", address=target)


def paragraph(
    spans: Sequence[Span],
    tree: Tree,
    tag: int,
    *,
    width: float,
    leading: float,
    x: float = 0.0,
    before: float = 0.0,
    keep: bool = False,
    panel: Panel | None = None,
    anchors: tuple[str, ...] = (),
    asides: Mapping[int, Aside] = NO_ASIDES,
    rtl: bool = False,
    own: bool | None = None,
) -> list[Strip]:
    """A paragraph as strips. No page break leaves a single line of it behind or ahead.

    `keep` binds its last line to what follows. `asides` are what stands beside the lines in which spans begin, by the
    number of the span.
    `rtl`: what it belongs to runs from right to left, and will be mirrored. A paragraph that runs the other
    way is flush with the other edge, unless it is a mere line of Latin. `own` says which way it runs if that is known.
    """
    own = spans_rtl(spans, rtl) if own is None else own
    spans, asides = _fitted(spans, width, asides)
    lines = directed(break_lines(spans, width), own, mirrored=rtl)
    across = own != rtl and (own or len(lines) > 1)
    size = spans[0].style.size if spans else 10.0
    reaches = [reach(line, baseline(size, leading), leading) for line in lines]
    links: dict[int, int] = {}
    last = len(lines) - 1
    beside = at_lines(lines, asides, [rise for rise, _ in reaches]) if asides else [None] * len(lines)
    made = [
        Strip(
            high,
            tuple(line_items(line, x + (width - line.width if across else 0.0), rise, tag, tree, links)),
            before if index == 0 else 0.0,
            keep if index == last else index in (0, last - 1),
            panel,
            anchors=(*(anchors if index == 0 else ()), *places(line)),
            calls=called(line, tag, tree),
            aside=beside[index],
        )
        for index, (line, (rise, high)) in enumerate(zip(lines, reaches, strict=True))
    ]
    return spread(made) if asides else made


def _fitted(
    spans: Sequence[Span], width: float, asides: Mapping[int, Aside]
) -> tuple[Sequence[Span], Mapping[int, Aside]]:
    """The spans with no formula wider than the line, and the asides by their numbers among these."""
    if not any(span.formula for span in spans):
        return spans, asides
    parts = list(fitted_parts(spans, width))
    numbers = [number for number, _ in parts]
    moved = {numbers.index(number): aside for number, aside in asides.items()}
    return [span for _, span in parts], moved


def places(line: Line) -> tuple[str, ...]:
    """The names of what stands on a line or begins there."""
    return tuple([name for piece in line.pieces for name in piece.style.places])


def called(line: Line, tag: int, tree: Tree) -> tuple[Call, ...]:
    """The footnotes that are called on a line of an element."""
    return tuple([Call(number, tree.note(note_name(number), tag)) for number in line.calls])
