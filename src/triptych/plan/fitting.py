"""What stands in lines of a page: no formula wider than its line, each line as high as what stands in it."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from triptych.text.heights import heights
from triptych.text.lines import Line
from triptych.text.shape import word_width
from triptych.text.spans import Span, Style

HAND = 20.0
"""Points from a line to the one above it where a hand writes on it: 7 mm."""
AIR = 0.1
"""Ems between a formula and the lines above and below it."""


def reach(line: Line, rise: float, leading: float) -> tuple[float, float]:
    """How far the baseline lies beneath the top of a line, and how high the line is; points.

    `rise` and `leading` are those of a line of mere Latin text: a higher formula pushes the lines around it away, and
    so do letters that are set one upon the other, and what a hand writes on the line above it.
    """
    above, below = rise, leading - rise
    for piece in line.pieces:
        if piece.drawing is None and not piece.text.isascii():
            up, down = heights(piece.text)
            above = max(above, up * piece.style.size + piece.style.rise)
            below = max(below, down * piece.style.size - piece.style.rise)
        if piece.style.hand:
            above = max(above, HAND - (leading - rise))
        if piece.drawing is not None and not piece.style.blank:
            size, up = piece.style.size, piece.style.rise
            above = max(above, (piece.drawing.ascent + AIR) * size + up)
            below = max(below, (piece.drawing.descent + AIR) * size - up)
    return above, above + below


def is_high(spans: Sequence[Span], rise: float, leading: float) -> bool:
    """Whether a formula or a letter among these needs more room than a line of mere Latin text has."""
    for span in spans:
        up, down = (span.drawing.ascent + AIR, span.drawing.descent + AIR) if span.drawing else heights(span.text)
        if up * span.style.size > rise or down * span.style.size > leading - rise:
            return True
    return False


def line_room(spans: Sequence[Span], size: float, rise: float, leading: float) -> tuple[float, float]:
    """The same as `reach` for lines of these texts that are all as high as the highest."""
    for span in spans:
        up, down = heights(span.text)
        rise, leading = max(rise, up * size), max(leading - rise, down * size) + max(rise, up * size)
    return rise, leading


def fitted(spans: Sequence[Span], room: float) -> tuple[Span, ...]:
    """The spans with no formula wider than a room in points: in parts, or smaller where it cannot be parted."""
    return tuple(span for _, span in fitted_parts(spans, room))


def fitted_parts(spans: Sequence[Span], room: float) -> Iterator[tuple[int, Span]]:
    """The same, each with the number of the span that it is, or is a part of."""
    for number, span in enumerate(spans):
        if span.drawing is None or not span.formula:
            yield number, span
            continue
        free = max(room - _glued(spans, number), room / 2)
        if span.drawing.width * span.style.size <= free:
            yield number, span
        else:
            yield from ((number, part) for part in _parts(span, free))


def narrowest(span: Span) -> float:
    """The width in points under which a formula cannot be set without making it smaller than text may be."""
    if span.drawing is None:
        return 0.0
    from triptych.text.formula_breaks import SCALES, flowing  # late: few documents have a formula

    pieces = flowing(span.formula, 1.0, sans=span.sans) if span.formula and not span.display else ()
    ems = max((piece.drawing.width for piece in pieces), default=span.drawing.width)
    return min(ems, span.drawing.width) * SCALES[-1] * span.style.size


def least_scale(spans: Sequence[Span], room: float) -> float:
    """The scale of the formula that is made smallest to fit a room in points; 1 where none is made smaller."""
    return min((part.style.size / spans[number].style.size for number, part in fitted_parts(spans, room)), default=1.0)


def _parts(span: Span, free: float) -> Iterator[Span]:
    """A formula in parts no wider than what is free, which are no formulae of their own, not to be parted again."""
    from triptych.text.formula_breaks import displayed, flowing  # late: few documents have a formula

    size = span.style.size
    if span.display:
        found = displayed(span.formula, free / size, sans=span.sans)
        if found is not None:
            yield replace(span, drawing=found[0], formula="", style=_scaled(span.style, found[1]))
        return
    for index, piece in enumerate(flowing(span.formula, free / size, sans=span.sans)):
        style = _scaled(span.style, free / (piece.drawing.width * size))
        yield replace(span, text=piece.said, drawing=piece.drawing, formula="", style=style, free=index > 0)


def _scaled(style: Style, scale: float) -> Style:
    return style if scale >= 1.0 else replace(style, size=style.size * scale)


def _glued(spans: Sequence[Span], number: int) -> float:
    """The width in points of the text before and after a formula that no line may part from it."""
    wide = 0.0
    if number and spans[number - 1].drawing is None:
        wide += _word(spans[number - 1], spans[number - 1].text.split(" ")[-1])
    if number + 1 < len(spans) and spans[number + 1].drawing is None:
        wide += _word(spans[number + 1], spans[number + 1].text.split(" ")[0])
    return wide


def _word(span: Span, word: str) -> float:
    return word_width(word.split("\n")[0], span.style.face) * span.style.size if word else 0.0
