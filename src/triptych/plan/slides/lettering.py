"""Lines of a slide's text: broken as presentation programs break them, drawn where they would be."""

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.deck import Run
from triptych.model.pages import BoxItem, DrawingItem, Item, RuleItem, TextItem
from triptych.model.theme import Face, Level
from triptych.plan.slides.stage import Stage
from triptych.text.drawings import drawing
from triptych.text.fonts import load, printable
from triptych.text.lines import Line, Piece, break_lines
from triptych.text.shape import plain_width, space_width, word_width
from triptych.text.spans import Span, Style
from triptych.text.word_widths import Measure

SMALL, RAISED, LOWERED = 0.58, 0.3, -0.25
"""Ems of the text around: how large raised and lowered text is, how far it rises and sinks."""
ABOVE, BELOW = 1.0, 0.2
"""Ems that a line takes above and below its baseline."""
_HEIGHTS = {"courier new": (0.833, 0.3)}
"""Ascent and descent of families whose twins of the same widths have others; ems."""
_UNDERLINE, _STRIKE, _THICK = -0.12, 0.28, 0.06


@cache
def drawn_face(face: Face, other: str) -> Face:
    """The face itself, or that of another family where it may not be embedded."""
    return face if printable(face.family) else Face(other, face.bold, face.italic)


def measure(level: Level) -> Measure:
    """How wide a level sets a word: as it is drawn, and spaced out if it says so."""
    between = max(0.0, level.spacing) / level.size if level.size else 0.0
    return (lambda word, face: word_width(word, face) + between * len(word)) if between else word_width


def _is_shaped(text: str) -> bool:
    """Whether a text has letters of scripts whose widths without shaping say little."""
    return not text.isascii() and any("\u0590" <= sign <= "\u1cff" or sign >= "\u2e80" for sign in text)


def broken(made: Sequence[Span], room: float, level: Level) -> tuple[Line, ...]:
    """The lines of a level's text, broken where programs break them: these do not kern, and get less into a line."""
    lines = break_lines(made, room, measure(level), tidy=False)
    if level.spacing > 0.0 or any(_is_shaped(span.text) for span in made):
        return lines
    theirs = break_lines(made, room, plain_width, tidy=False)
    if [_words(line) for line in theirs] == [_words(line) for line in lines]:
        return lines
    return tuple(_drawn(line, made) for line in theirs)


def _words(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def _drawn(line: Line, made: Sequence[Span]) -> Line:
    """A line that was broken without kerning, as wide as it is drawn."""
    if not line.pieces:
        return line
    held = [replace(made[piece.span], text=piece.text) for piece in line.pieces]
    (one,) = break_lines(held, float("inf"), tidy=False)
    return replace(one, pieces=tuple(replace(piece, span=line.pieces[piece.span].span) for piece in one.pieces))


def spans(
    runs: Sequence[Run],
    level: Level,
    size: float,
    color: str,
    bold: bool,
    link: str,
    stage: Stage,
    *,
    display: bool = False,
) -> list[Span]:
    """Runs as spans of a size in points; `link` is the colour of links where runs have none.

    With `display` formulae are set as on lines of their own.
    """
    out = []
    for run in runs:
        family = stage.theme.code_family if run.code else level.family
        face = drawn_face(Face(family, run.bold or bold, run.italic or level.italic), stage.family)
        leads = bool(run.link or run.slide)
        style = Style(
            face,
            size * SMALL if run.shift else size,
            run.color or (link if leads and link else color),
            "link" if leads else "",
            {"": 0.0, "super": RAISED, "sub": LOWERED}[run.shift] * size,
            stage.deck.highlight if run.highlight else "",
            run.strike,
            lang=run.lang,
        )
        outline = drawing(run.formula, display=display) if run.formula else None
        text = run.text.upper() if level.caps and outline is None else run.text
        formula = run.formula if outline else ""
        out.append(Span(_kept(text) if run.code else text, style, outline, formula, display and bool(formula)))
    return out


def _kept(text: str) -> str:
    """Code with its indent in spaces that a line does not swallow."""
    bare = text.lstrip(" ")
    return "\u00a0" * (len(text) - len(bare)) + bare


def extent(line: Line, size: float, level: Level, *, tight: bool) -> tuple[float, float]:
    """How far a line reaches above and below its baseline; points.

    Lines are 1.2 ems apart whatever their font; in tables (`tight`) as far as their fonts say.
    """
    found = [_heights(Face(level.family), size, tight)]
    for piece in line.pieces:
        style = piece.style
        if piece.drawing is not None:
            found.append((piece.drawing.ascent * style.size, piece.drawing.descent * style.size))
        elif style.rise or style.face.family != level.family:
            above, below = _heights(style.face, style.size, tight)
            found.append((above + style.rise, below - style.rise))
    above, below = max(up for up, _ in found), max(down for _, down in found)
    return above + (level.line_spacing - 1.0) * (above + below), below


def _heights(face: Face, size: float, tight: bool) -> tuple[float, float]:
    if not tight:
        return ABOVE * size, BELOW * size
    font = load(face)
    above, below = _HEIGHTS.get(face.family.lower(), (font.ascent, font.descent))
    return above * size, below * size


def line_items(line: Line, x: float, y: float, tag: int | None, stage: Stage) -> list[Item]:
    """The items of a line whose text begins at `x`, with its baseline at `y`."""
    items: list[Item] = []
    for piece in line.pieces:
        items += _piece(piece, x + piece.x, y - piece.style.rise, tag, stage)
    return items


def _piece(piece: Piece, x: float, y: float, tag: int | None, stage: Stage) -> list[Item]:
    style, items = piece.style, list[Item]()
    if style.lang and tag is not None:
        tag = stage.tree.add("Span", tag, inline=True, lang=style.lang)
    if piece.drawing is not None:
        said = piece.text.replace("\u00a0", " ").strip()
        owner = None if tag is None else stage.tree.add("Formula", tag, inline=True, alt=said)
        return [DrawingItem(x, y, piece.drawing, style.size, style.color, owner)]
    bare = len(piece.text) - len(piece.text.rstrip(" "))
    wide = piece.width - bare * space_width(style.face) * style.size
    if style.highlight:
        items.append(BoxItem(Rect(x, y - 0.95 * style.size, wide, 1.2 * style.size), style.highlight))
    items.append(TextItem(x, y, piece.text, style.face, style.size, style.color, tag, piece.rtl))
    for present, rise in ((style.strike, _STRIKE), (bool(style.link), _UNDERLINE)):
        if present and wide > 0:
            at = y - rise * style.size
            items.append(RuleItem(x, at, x + wide, at, _THICK * style.size, style.color))
    return items
