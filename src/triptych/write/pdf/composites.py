"""Glyphs made of other glyphs, put behind those that a font has."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import msgspec


class Composite(msgspec.Struct, frozen=True):
    """Glyphs of a font at places counted from one origin, and the advance of them all; font units.

    Without parts it is a blank of that advance.
    """

    parts: tuple[tuple[int, int, int], ...]
    advance: int


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
    made = pen.glyph()
    glyphs.glyphs[name] = made
    made.recalcBounds(glyphs)
    # Outlines are drawn as far to the right as the left side bearing is greater than their edge.
    metrics.metrics[name] = composite.advance, made.xMin if composite.parts else 0


def _name(glyph: int) -> str:
    return f"glyph{glyph:05d}"
