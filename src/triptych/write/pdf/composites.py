"""Glyphs made of other glyphs, put behind those that a font has."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import msgspec

from triptych.text.fonts import Font


class Composite(msgspec.Struct, frozen=True):
    """Glyphs of a font at places counted from one origin, and the advance of them all; font units.

    An `outline` is that of a glyph of another font, as the methods of a pen and their points. With neither it is a
    blank of that advance.
    """

    parts: tuple[tuple[int, int, int], ...]
    advance: int
    outline: tuple["Step", ...] = ()


_MOST_PARTS = 64
_FARTHEST = 16_000
"""Font units: with the glyph that stands there it is less than what TrueType has numbers for (OpenType, "glyf")."""


def can_be_drawn(composite: Composite) -> bool:
    """Whether a font can have it: not what has hundreds of marks, or marks far away."""
    near = all(abs(x) <= _FARTHEST and abs(y) <= _FARTHEST for _, x, y in composite.parts)
    return near and len(composite.parts) <= _MOST_PARTS and 0 <= composite.advance <= 2 * _FARTHEST


_UNSAID = 1 << 20
"""A width that no glyph has, for those that do not say theirs."""

Step = tuple[str, tuple[tuple[float, float], ...]]


def borrowed(font: Font, glyph: int, upem: int) -> Composite:
    """A glyph of another font, for one of so many units an em."""
    pen = _Recorder(upem / font.upem)
    font.hb_font.draw_glyph_with_pen(glyph, pen)
    return Composite((), round(font.hb_font.get_glyph_h_advance(glyph) * upem / font.upem), tuple(pen.steps))


def borrowed_parts(font: Font, made: Composite, upem: int) -> Composite:
    """A composite of another font, for one of so many units an em."""
    scale = upem / font.upem
    steps: list[Step] = [(name, tuple((x * scale, y * scale) for x, y in points)) for name, points in made.outline]
    for glyph, dx, dy in made.parts:
        for name, points in borrowed(font, glyph, upem).outline:
            steps.append((name, tuple((x + dx * scale, y + dy * scale) for x, y in points)))
    return Composite((), round(made.advance * scale), tuple(steps))


def cid_numbers(outlines: bytes) -> list[int]:
    """The numbers by which a PDF calls the glyphs of a CFF table; none where it calls them by their places."""
    from fontTools.cffLib import CFFFontSet

    found = CFFFontSet()
    found.decompile(BytesIO(outlines), None)
    top = found[0]
    return [0, *(int(name[3:]) for name in top.charset[1:])] if hasattr(top, "ROS") else []


def plain_widths(program: bytes) -> bytes:
    """The CFF table of a font without subroutines, with every width in full.

    Each part of a CID-keyed font counts widths from a number of its own, which some readers take from another part.
    """
    from fontTools.misc.psCharStrings import T2WidthExtractor
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(program), recalcTimestamp=False, recalcBBoxes=False)
    top = font["CFF "].cff[0]
    outlines = [top.CharStrings[name] for name in top.charset]
    for outline in outlines:
        said = T2WidthExtractor([], [], 0, _UNSAID)
        outline.decompile()
        said.execute(outline)
        own = outline.private
        told = said.width != _UNSAID
        width = own.nominalWidthX + said.width if told else own.defaultWidthX
        outline.setProgram([width, *_moved(outline.program[told:])])
    for part in top.FDArray:
        part.Private.defaultWidthX, part.Private.nominalWidthX = 0, 0
    return bytes(font.getTableData("CFF "))


def _moved(program: list[Any]) -> list[Any]:
    """A charstring whose first move along one axis is one along both: some readers take its width for that move."""
    match program:
        case [along, "hmoveto", *rest]:
            return [along, 0, "rmoveto", *rest]
        case [along, "vmoveto", *rest]:
            return [0, along, "rmoveto", *rest]
        case _:
            return program


class _Recorder:
    """A pen that keeps what is drawn with it."""

    def __init__(self, scale: float) -> None:
        self.steps: list[Step] = []
        self._scale = scale

    def _keep(self, method: str, *points: tuple[float, float]) -> None:
        self.steps.append((method, tuple((x * self._scale, y * self._scale) for x, y in points)))

    def moveTo(self, point: tuple[float, float]) -> None:
        self._keep("moveTo", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._keep("lineTo", point)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._keep("curveTo", *points)

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        self._keep("qCurveTo", *points)

    def closePath(self) -> None:
        self._keep("closePath")


def with_composites(program: bytes, first: int, composites: Sequence[Composite]) -> bytes:
    """A font with further glyphs, whose numbers are `first` and the following ones."""
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(program), recalcTimestamp=False)
    count = int(font["maxp"].numGlyphs)
    names = [_name(glyph) for glyph in range(first + len(composites))]
    font.setGlyphOrder(names[:count])
    glyphs, metrics = font["glyf"], font["hmtx"]
    _ = glyphs.glyphs, metrics.metrics  # read with the old count
    font.setGlyphOrder(names)
    glyphs.glyphOrder = names
    for name in names[count:first]:
        _put(glyphs, metrics, name, Composite((), 0))
    for name, composite in zip(names[first:], composites, strict=True):
        _put(glyphs, metrics, name, composite)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _put(glyphs: Any, metrics: Any, name: str, composite: Composite) -> None:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(glyphs.glyphs)
    for glyph, x, y in composite.parts:
        pen.addComponent(_name(glyph), (1, 0, 0, 1, x, y))
    if composite.outline:
        _draw(composite.outline, pen)
    made = pen.glyph()
    glyphs.glyphs[name] = made
    made.recalcBounds(glyphs)
    # Outlines are drawn as far to the right as the left side bearing is greater than their edge.
    metrics.metrics[name] = composite.advance, made.xMin if made.numberOfContours else 0


def _draw(outline: tuple[Step, ...], pen: Any) -> None:
    """Draw an outline as TrueType has them, with quadratic curves."""
    from fontTools.pens.cu2quPen import Cu2QuPen

    curves = Cu2QuPen(pen, max_err=1.0)
    for step, points in outline:
        match step:
            case "moveTo":
                curves.moveTo(*points)
            case "lineTo":
                curves.lineTo(*points)
            case "curveTo":
                curves.curveTo(*points)
            case "qCurveTo":
                curves.qCurveTo(*points)
            case _:
                curves.closePath()


def _name(glyph: int) -> str:
    return f"glyph{glyph:05d}"
