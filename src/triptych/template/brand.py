"""The colour of a house that its template has in shapes alone, while its theme is still that of a program."""

import colorsys
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from triptych.geometry import Rect, Size
from triptych.template.background import own_fill
from triptych.template.colors import color_of
from triptych.template.parts import A, LayoutPart, P, rect_of

_PROGRAMS = frozenset({"4F81BD", "4472C4", "5B9BD5", "156082", "4285F4", "18A303"})
"""The first accents of the themes that programs come with."""
_LEAST_SHARE = 0.005  # of a slide, which a colour fills in all its shapes together to count
_LEAST_SATURATION, _LIGHTEST, _DARKEST = 0.2, 0.8, 0.08


def brand_color(layouts: tuple[LayoutPart, ...], accent: str, slide: Size) -> str:
    """The strong colour that shapes and backgrounds of a template have most of; none where its theme has its own."""
    if accent not in _PROGRAMS:
        return ""
    masters = {id(part.master): part.master for part in layouts}
    whole = Rect(0, 0, slide.width, slide.height)
    areas: defaultdict[str, float] = defaultdict(float)
    for root in (*masters.values(), *(part.layout for part in layouts)):
        for color, area in _filled(root, whole):
            areas[color] += area
    least = _LEAST_SHARE * slide.width * slide.height
    found = {color: area for color, area in areas.items() if area >= least and _is_strong(color)}
    return max(found, key=lambda color: found[color], default="")


def _filled(root: Any, whole: Rect) -> Iterator[tuple[str, float]]:
    """The colours that are written out in fills, and how much of a slide they take."""
    background = root.find(f"{P}cSld/{P}bg/{P}bgPr/{A}solidFill")
    if background is not None and (color := _written(background)):
        yield color, whole.width * whole.height
    for shape in root.iter(f"{P}sp"):
        rect, fill = rect_of(shape), own_fill(shape)
        if rect is not None and fill is not None and (color := _written(fill)):
            yield color, min(rect.width, whole.width) * min(rect.height, whole.height)


def _written(fill: Any) -> str:
    """The colour of a plain fill that is not one of the theme's."""
    plain = fill.tag == f"{A}solidFill" and len(fill) and fill[0].tag == f"{A}srgbClr"
    return color_of(fill, {}) if plain else ""


def _is_strong(color: str) -> bool:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    _, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    return saturation >= _LEAST_SATURATION and _DARKEST <= light <= _LIGHTEST
