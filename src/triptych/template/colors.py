"""Colours of a template: from names in a theme, and changes to them, to RRGGBB."""

import colorsys
from collections.abc import Callable, Mapping
from typing import Any

from triptych.template.parts import A

_SYSTEM = {"window": "FFFFFF", "windowText": "000000"}
_SHORT = (("dk", "dark"), ("lt", "light"), ("med", "medium"))


def theme_colors(theme: Any) -> dict[str, str]:
    """The colours of a theme by slot: dk1, lt1, accent1 and so on (ECMA-376, 20.1.6.2)."""
    slots = theme.iterfind(f".//{A}clrScheme/*")
    return {slot.tag.removeprefix(A): color_of(slot, {}) for slot in slots}


def color_of(fill: Any, colors: Mapping[str, str]) -> str:
    """The colour of a solid fill as RRGGBB, empty if it cannot be told. `colors` has the names slides use."""
    if fill is None or not len(fill):
        return ""
    element = fill[0]
    value = element.get("val", "")
    match element.tag.removeprefix(A):
        case "srgbClr":
            color = value.upper()
        case "schemeClr":
            color = colors.get(value, "")
        case "sysClr":
            color = element.get("lastClr", "").upper() or _SYSTEM.get(value, "")
        case "prstClr":
            color = _preset(value)
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


def _changed(color: str, element: Any) -> str:
    """The colour with the changes inside its element (ECMA-376, 20.1.2.3.19 and on) in their order."""
    for change in element:
        kind, share = change.tag.removeprefix(A), int(change.get("val", "0").rstrip("%")) / 100000
        red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        match kind:
            case "lumMod":
                rgb = colorsys.hls_to_rgb(hue, min(1.0, light * share), saturation)
            case "lumOff":
                rgb = colorsys.hls_to_rgb(hue, min(1.0, light + share), saturation)
            case "satMod":
                rgb = colorsys.hls_to_rgb(hue, light, min(1.0, saturation * share))
            case "shade":
                rgb = _in_light(lambda part: part * share, red, green, blue)  # noqa: B023
            case "tint":
                rgb = _in_light(lambda part: 1 - (1 - part) * share, red, green, blue)  # noqa: B023
            case _:
                continue
        color = "".join(f"{round(part * 255):02X}" for part in rgb)
    return color


def _in_light(change: Callable[[float], float], *parts: float) -> tuple[float, float, float]:
    """Parts of a colour changed as amounts of light, as programs do it for shades and tints, not as sRGB has them."""
    light = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    red, green, blue = (_as_shown(change(part)) for part in light)
    return red, green, blue


def _as_shown(light: float) -> float:
    """An amount of light as sRGB has it."""
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
