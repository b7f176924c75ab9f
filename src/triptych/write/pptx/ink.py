"""Text as a picture, for programs that cannot set what is in it: its outlines, drawn once, finely."""

import hashlib
from functools import lru_cache
from typing import assert_never

from triptych.model.deck import Drawn, Ink
from triptych.model.drawing import Drawing
from triptych.model.pages import BoxItem, DrawingItem, RuleItem, TextItem
from triptych.model.picture import Picture
from triptych.text.outlines import outlined

FINENESS = 3.0
"""Pixels a point: a slide that is shown on a screen of 2,880 pixels."""

_POINT = "%.3f %.3f"
_AS_TEXT = {"M": "M" + _POINT, "L": "L" + _POINT, "C": "C" + " ".join([_POINT] * 3), "Z": "Z"}


@lru_cache(maxsize=1024)  # a document that is built again has few new ones
def picture_of(drawn: Drawn) -> Picture:
    """The picture, one sees through it where nothing is drawn. The same for the same ink, wherever it stands."""
    svg = _svg(drawn)
    key = hashlib.sha256(svg.encode()).hexdigest()[:32]
    width, height = _pixels(drawn.rect.width), _pixels(drawn.rect.height)
    return Picture(_png(svg, width), "png", width, height, key)


def _pixels(points: float) -> int:
    return max(1, round(points * FINENESS))


def _png(svg: str, width: int) -> bytes:
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))


def _svg(drawn: Drawn) -> str:
    rect = drawn.rect
    shapes = "".join(_shape(item, rect.x, rect.y) for item in drawn.items)
    width, height = _pixels(rect.width), _pixels(rect.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" preserveAspectRatio="none"'
        f' viewBox="0 0 {rect.width:.3f} {rect.height:.3f}">{shapes}</svg>'
    )


def _shape(item: Ink, left: float, top: float) -> str:
    match item:
        case TextItem():
            found = outlined(item.text, item.face, item.rtl)
            return _path(found, item.x - left, item.y - top, item.size, item.color)
        case DrawingItem():
            return _path(item.drawing, item.x - left, item.y - top, item.size, item.color)
        case RuleItem():
            ends = f"M{item.x1 - left:.3f} {item.y1 - top:.3f}L{item.x2 - left:.3f} {item.y2 - top:.3f}"
            return f'<path d="{ends}" stroke="#{item.color}" stroke-width="{item.width:.3f}"/>'
        case BoxItem():
            return _box(item, left, top)
        case _:
            assert_never(item)


def _box(item: BoxItem, left: float, top: float) -> str:
    rect = item.rect
    fill = f"#{item.fill}" if item.fill else "none"
    stroke = f' stroke="#{item.stroke}" stroke-width="{item.stroke_width:.3f}"' if item.stroke else ""
    at = f'x="{rect.x - left:.3f}" y="{rect.y - top:.3f}" width="{rect.width:.3f}" height="{rect.height:.3f}"'
    return f'<rect {at} rx="{item.radius:.3f}" fill="{fill}"{stroke}/>'


def _path(drawing: Drawing, x: float, y: float, size: float, color: str) -> str:
    out = []
    for outline in drawing.outlines:
        numbers = [number for _, step in outline.steps for number in step]
        numbers[0::2] = [number * size + x for number in numbers[0::2]]
        numbers[1::2] = [number * size + y for number in numbers[1::2]]
        steps = "".join([_AS_TEXT[operator] for operator, _ in outline.steps]) % tuple(numbers)
        out.append(f'<path d="{steps}" fill="#{outline.color or color}"/>' if steps else "")
    return "".join(out)
