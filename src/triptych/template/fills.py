"""The colours that a fill has at a place: of gradients where they run, of pictures as their effects leave them."""

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

from triptych.geometry import Rect
from triptych.model.colors import blend
from triptych.model.picture import Tones
from triptych.template.colors import color_of, named_color
from triptych.template.parts import A

_14 = "{http://schemas.microsoft.com/office/drawing/2010/main}"
Seen = tuple[tuple[str, float], ...]
"""Colours with how dense they are."""


def gradient_color(fill: Any, rect: Rect, x: float, y: float, colors: Mapping[str, str]) -> Seen:
    """The colour that an `a:gradFill` over a place has at a point of it; none if it cannot be told.

    Linear ones run at their angle, others from the middle outwards (ECMA-376, 20.1.8.33, 41 and 46). Two where
    programs differ.
    """
    stops = sorted(_stops(fill, colors))
    return tuple(dict.fromkeys(_at(stops, share) for share in _shares(fill, rect, x, y))) if stops else ()


def _stops(fill: Any, colors: Mapping[str, str]) -> Iterator[tuple[float, str, float]]:
    for stop in fill.iter(f"{A}gs"):
        if color := color_of(stop, colors):
            yield share_of(stop.get("pos", "0")), color, opacity(stop)


def _shares(fill: Any, rect: Rect, x: float, y: float) -> tuple[float, ...]:
    """How far along a gradient a point is: of a circle whose middle is not that of its place, as two programs say.

    One lets it end at the farthest corner, the other where it would end if it began in the middle.
    """
    path = fill.find(f"{A}path")
    width, height = max(rect.width, 1.0), max(rect.height, 1.0)
    if path is None:
        linear = fill.find(f"{A}lin")
        angle = math.radians(int(linear.get("ang", "0")) / 60000) if linear is not None else 0.0
        across, down = math.cos(angle), math.sin(angle)
        length = abs(width * across) + abs(height * down)
        along = (x - rect.x - width / 2) * across + (y - rect.y - height / 2) * down
        return (min(1.0, max(0.0, along / length + 0.5)),)
    focus = path.find(f"{A}fillToRect")
    left, top, right, bottom = (share_of(focus.get(k, "0")) if focus is not None else 0.5 for k in ("l", "t", "r", "b"))
    middle = rect.x + width * (left + 1 - right) / 2, rect.y + height * (top + 1 - bottom) / 2
    reach = [max(middle[0] - rect.x, rect.x + width - middle[0]), max(middle[1] - rect.y, rect.y + height - middle[1])]
    apart = abs(x - middle[0]) / reach[0], abs(y - middle[1]) / reach[1]
    if path.get("path") != "circle":
        return (min(1.0, max(apart)),)
    shares = [min(1.0, math.hypot(*apart) / math.sqrt(2))]
    if abs(left - right) > 0.01 or abs(top - bottom) > 0.01:
        across, down = (
            min(max(at, low), low + size)
            for at, low, size in zip(middle, (rect.x, rect.y), (width, height), strict=True)
        )
        shares.append(min(1.0, math.hypot(x - across, y - down) / (math.hypot(width, height) / 2)))
    return tuple(shares)


def _at(stops: list[tuple[float, str, float]], share: float) -> tuple[str, float]:
    if share <= stops[0][0]:
        return stops[0][1:]
    for (low, one, dense), (high, other, thin) in pairwise(stops):
        if share <= high:
            way = (share - low) / (high - low) if high > low else 1.0
            return blend(one, other, way), dense + (thin - dense) * way
    return stops[-1][1:]


def opacity(fill: Any) -> float:
    """How dense the colour of a fill or a stop is, from 0 to 1."""
    alpha = fill[0].find(f"{A}alpha")
    return 1.0 if alpha is None else share_of(alpha.get("val", "100000"))


def share_of(value: str) -> float:
    """A share that is written in thousandths of a per cent, or in some files in per cent."""
    return float(value[:-1]) / 100 if value.endswith("%") else int(value) / 100000


def picture_color(blip_fill: Any, data: bytes, rect: Rect, x: float, y: float, colors: Mapping[str, str]) -> Seen:
    """The colour that a picture over a place has at a point of it, as its effects leave it.

    None where one sees through it, or it cannot be told.
    """
    grid = _tones(data) if data else None
    if grid is None:
        return ()
    across, down = _shown(blip_fill, rect, x, y)
    seen = grid.at(across, down)
    if not seen:
        return ()
    blip = blip_fill.find(f"{A}blip")
    amount = blip.find(f"{A}alphaModFix")
    dense = 1.0 if amount is None else share_of(amount.get("amt", "100000"))
    return ((_effects(blip, seen, colors), dense),)


def _shown(blip_fill: Any, rect: Rect, x: float, y: float) -> tuple[float, float]:
    """Which point of a picture is seen: it may be cut, and stretched beyond its place (ECMA-376, 20.1.8.30 and 55)."""
    into, cut = (_edges(blip_fill.find(path)) for path in (f"{A}stretch/{A}fillRect", f"{A}srcRect"))
    out = []
    for first, at, start, size in ((0, x, rect.x, rect.width), (1, y, rect.y, rect.height)):
        whole = max(1e-6, size * (1 - into[first] - into[first + 2]))
        share = (at - start - size * into[first]) / whole
        out.append(cut[first] + min(1.0, max(0.0, share)) * (1 - cut[first] - cut[first + 2]))
    return out[0], out[1]


def _edges(element: Any) -> tuple[float, ...]:
    return tuple(share_of(element.get(key, "0")) if element is not None else 0.0 for key in ("l", "t", "r", "b"))


def _effects(blip: Any, color: str, colors: Mapping[str, str]) -> str:
    """A colour of a picture as its effects change it (ECMA-376, 20.1.8.13)."""
    for effect in blip.iter():
        match effect.tag:
            case tag if tag == f"{A}duotone" and len(effect) >= 2:
                dark, light = (
                    named_color(one, colors) or usual for one, usual in zip(effect, ("000000", "FFFFFF"), strict=False)
                )
                color = blend(dark, light, _grey(color))
            case tag if tag == f"{A}grayscl":
                color = blend("000000", "FFFFFF", _grey(color))
            case tag if tag == f"{A}biLevel":
                color = "FFFFFF" if _grey(color) >= share_of(effect.get("thresh", "50000")) else "000000"
            case tag if tag == f"{A}clrRepl":
                color = color_of(effect, colors) or color
            case tag if tag in (f"{A}lum", f"{_14}brightnessContrast"):
                color = _lit(color, share_of(effect.get("bright", "0")), share_of(effect.get("contrast", "0")))
    return color


def _grey(color: str) -> float:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _lit(color: str, bright: float, contrast: float) -> str:
    """A colour made brighter, and with more contrast or less, as programs do it."""
    if contrast:
        parts = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
        factor = 1 + contrast if contrast < 0 else 1 / max(0.01, 1 - contrast)
        color = "".join(f"{round(255 * min(1.0, max(0.0, (part - 0.5) * factor + 0.5))):02X}" for part in parts)
    return blend(color, "FFFFFF" if bright > 0 else "000000", min(1.0, abs(bright)))


@lru_cache(maxsize=32)
def _tones(data: bytes) -> Tones | None:
    from triptych.read.pictures.raster import (  # late: few templates have a picture behind their text
        BadPictureError,
        tones,
    )

    try:
        return tones(data)
    except BadPictureError:
        return None
