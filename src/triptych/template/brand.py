"""The colour of a house that its template has in shapes alone, while its theme is still that of a program."""

import colorsys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from triptych.geometry import Rect, Size
from triptych.template.background import own_fill
from triptych.template.colors import color_of
from triptych.template.parts import A, LayoutPart, P, rect_of

_PROGRAMS = frozenset({"4F81BD", "4472C4", "5B9BD5", "156082", "4285F4", "18A303"})
"""The first accents of the themes that programs come with."""
_PROGRAM_DARKS = frozenset({"44546A", "1F497D", "0E2841"})
"""And their second dark colours."""
_LEAST_SHARE, _LEAST_OF_ANOTHER = 0.005, 0.1
"""The share of a slide that a colour fills in all its shapes together to count: beside the accent of a program, and
beside one of a house's own, which it never uses."""
_LEAST_SATURATION, _LIGHTEST, _DARKEST = 0.2, 0.8, 0.08


def brand_color(layouts: tuple[LayoutPart, ...], colors: Mapping[str, str], slide: Size) -> str:
    """The strong colour that shapes and backgrounds of a template have most of; none where its theme has its own.

    `colors` are those of the theme by name. An accent that nothing of a template is drawn in is none of its house.
    """
    accent = colors.get("accent1", "")
    masters = {id(part.master): part.master for part in layouts}
    roots = [*masters.values(), *(part.layout for part in layouts)]
    pale = not accent or not _is_strong(accent)
    usual = accent in _PROGRAMS or (pale and colors.get("dk2", "") in _PROGRAM_DARKS)
    if not usual and any(_uses_accent(root) for root in roots):
        return ""
    whole = Rect(0, 0, slide.width, slide.height)
    areas: defaultdict[str, float] = defaultdict(float)
    for root in roots:
        for color, area in _filled(root, whole, {} if usual else colors):
            areas[color] += area
    least = (_LEAST_SHARE if usual else _LEAST_OF_ANOTHER) * slide.width * slide.height
    found = {color: area for color, area in areas.items() if area >= least and _is_strong(color)}
    return max(found, key=lambda color: found[color], default="")


def has_own_accent(colors: Mapping[str, str]) -> bool:
    """Whether the first accent is a house's own and strong, beside the dark colour of a program."""
    accent = colors.get("accent1", "")
    return colors.get("dk2", "") in _PROGRAM_DARKS and bool(accent) and accent not in _PROGRAMS and _is_strong(accent)


def _uses_accent(root: Any) -> bool:
    """Whether anything is drawn or written in the first accent; what styles of shapes say alone is mostly not seen."""
    found = (color for color in root.iter(f"{A}schemeClr") if color.get("val") == "accent1")
    return any(next(color.iterancestors(f"{P}style"), None) is None for color in found)


def _filled(root: Any, whole: Rect, colors: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """The colours that are written out in fills, or are accents, and how much of a slide they take."""
    background = root.find(f"{P}cSld/{P}bg/{P}bgPr/{A}solidFill")
    if background is not None and (color := _written(background, colors)):
        yield color, whole.width * whole.height
    for shape in root.iter(f"{P}sp"):
        rect, fill = rect_of(shape), own_fill(shape)
        if rect is not None and fill is not None and (color := _written(fill, colors)):
            yield color, min(rect.width, whole.width) * min(rect.height, whole.height)


def _written(fill: Any, colors: Mapping[str, str]) -> str:
    """The colour of a plain fill that is not one of the theme's, or is one of its accents that are given."""
    if fill.tag != f"{A}solidFill" or not len(fill):
        return ""
    plain = fill[0].tag == f"{A}srgbClr" or fill[0].get("val", "").startswith("accent")
    return color_of(fill, colors) if plain else ""


def _is_strong(color: str) -> bool:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    _, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    return saturation >= _LEAST_SATURATION and _DARKEST <= light <= _LIGHTEST
