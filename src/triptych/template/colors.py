"""Colours of a template: from names in a theme, and changes to them, to RRGGBB."""

import colorsys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from triptych.template.parts import A

_SYSTEM = {"window": "FFFFFF", "windowText": "000000"}
_CIRCLE = 360 * 60000
"""A whole turn of hues, in the unit of angles."""
_SHORT = (("dk", "dark"), ("lt", "light"), ("med", "medium"))


def theme_colors(theme: Any) -> dict[str, str]:
    """The colours of a theme by slot: dk1, lt1, accent1 and so on (ECMA-376, 20.1.6.2)."""
    slots = theme.iterfind(f".//{A}clrScheme/*")
    return {slot.tag.removeprefix(A): color_of(slot, {}) for slot in slots}


def color_of(fill: Any, colors: Mapping[str, str]) -> str:
    """The colour of a solid fill as RRGGBB, empty if it cannot be told. `colors` has the names slides use."""
    return "" if fill is None or not len(fill) else named_color(fill[0], colors)


def named_color(element: Any, colors: Mapping[str, str]) -> str:
    """The colour that an element of a fill is (ECMA-376, 20.1.2.3), as `color_of` gives it."""
    if not isinstance(element.tag, str):
        return ""
    value = element.get("val", "")
    match element.tag.removeprefix(A):
        case "srgbClr":
            color = value.upper()
        case "schemeClr":
            color = colors.get(value, "")
        case "sysClr":
            color = element.get("lastClr", "").upper() or _SYSTEM.get(value, "000000")
        case "prstClr":
            color = _preset(value)
        case "hslClr":
            color = _hsl(element)
        case "scrgbClr":
            shares = (min(100000, max(0, int(element.get(part, "0").rstrip("%")))) / 100000 for part in "rgb")
            color = "".join(f"{round(_as_shown(share) * 255):02X}" for share in shares)
        case _:
            color = ""
    return _changed(color, element) if len(color) == 6 else ""


def _preset(name: str) -> str:
    """A colour by the name that it has in CSS too (ECMA-376, 20.1.10.48)."""
    from PIL.ImageColor import getrgb  # late: few templates name a colour

    for short, long in _SHORT:
        if name.startswith(short) and name[len(short) : len(short) + 1].isupper():
            name = long + name[len(short) :]
    try:
        return "".join(f"{part:02X}" for part in getrgb(name.lower())[:3])
    except ValueError:
        return ""


def _hsl(element: Any) -> str:
    """A colour by hue, saturation and lightness (ECMA-376, 20.1.2.3.13)."""
    hue = int(element.get("hue", "0")) / _CIRCLE
    saturation, light = (_share(element.get(key, "0")) for key in ("sat", "lum"))
    return _hex(colorsys.hls_to_rgb(hue % 1.0, light, saturation))


def _changed(color: str, element: Any) -> str:
    """The colour with the changes inside its element (ECMA-376, 20.1.2.3.1 and on) in their order."""
    for change in element:
        if isinstance(change.tag, str):
            color = _once_changed(color, change.tag.removeprefix(A), change.get("val", "0"))
    return color


def _once_changed(color: str, kind: str, value: str) -> str:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    part = {"hue": hue, "lum": light, "sat": saturation}.get(kind[:3], 0.0)
    match kind:
        case "hueMod" | "lumMod" | "satMod":
            part = part * _share(value)
        case "lumOff" | "satOff":
            part = part + _share(value)
        case "hueOff":
            part = part + int(value) / _CIRCLE
        case "hue":
            part = int(value) / _CIRCLE
        case "lum" | "sat":
            part = _share(value)
        case "shade":
            return _hex(_in_light(lambda each: each * _share(value), red, green, blue))
        case "tint":
            return _hex(_in_light(lambda each: 1 - (1 - each) * _share(value), red, green, blue))
        case "gray":
            return _hex((0.299 * red + 0.587 * green + 0.114 * blue,) * 3)
        case "inv":
            return _hex((1 - red, 1 - green, 1 - blue))
        case "comp":
            kind, part = "hue", hue + 0.5
        case _:
            return color
    hls = {"hue": hue, "lum": light, "sat": saturation, kind[:3]: part}
    return _hex(colorsys.hls_to_rgb(hls["hue"] % 1.0, *(min(1.0, max(0.0, hls[key])) for key in ("lum", "sat"))))


def _share(value: str) -> float:
    """A share in thousandths of a per cent, or in some files in per cent."""
    return float(value[:-1]) / 100 if value.endswith("%") else int(value) / 100000


def _hex(parts: Iterable[float]) -> str:
    return "".join(f"{round(min(1.0, max(0.0, part)) * 255):02X}" for part in parts)


def _in_light(change: Callable[[float], float], *parts: float) -> tuple[float, float, float]:
    """Parts of a colour changed as amounts of light, as programs do it for shades and tints, not as sRGB has them."""
    light = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    red, green, blue = (_as_shown(change(part)) for part in light)
    return red, green, blue


def _as_shown(light: float) -> float:
    """An amount of light as sRGB has it."""
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
