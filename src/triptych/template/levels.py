"""Inherited text styles: what the levels of a placeholder look like, all that they inherit put together."""

from collections.abc import Iterable, Mapping
from typing import Any

from triptych.model.colors import blend
from triptych.model.theme import Level
from triptych.template.colors import color_of
from triptych.template.fills import opacity
from triptych.template.parts import A

_LEVELS = 9
_ALIGN = {"ctr": "center", "r": "right"}
_DEFAULT_SIZE = 18.0  # ECMA-376, 21.1.2.3.2
Style = dict[str, Any]
"""What one list of level styles says of one level: only what it says."""


def read_styles(styles: Any, colors: Mapping[str, str], families: Mapping[str, str]) -> tuple[Style, ...]:
    """What an `a:lstStyle`, or an element of `p:txStyles`, says of each of the nine levels."""
    if styles is None or not len(styles):
        return ({},) * _LEVELS
    found = {child.tag: child for child in styles}
    default = _read(found.get(f"{A}defPPr"), colors, families)
    return tuple(
        {**default, **_read(found.get(f"{A}lvl{number}pPr"), colors, families)} for number in range(1, _LEVELS + 1)
    )


def _read(properties: Any, colors: Mapping[str, str], families: Mapping[str, str]) -> Style:
    """What an `a:lvlNpPr` says (ECMA-376, 21.1.2.4.13)."""
    style: Style = {}
    if properties is None:
        return style
    for name, key in (("marL", "margin"), ("indent", "indent")):
        if (value := properties.get(name)) is not None:
            style[key] = int(value) / 12700
    if (align := properties.get("algn")) is not None:
        style["align"] = _ALIGN.get(align, "left")
    if (rtl := properties.get("rtl")) is not None:
        style["rtl"] = rtl in ("1", "true", "on")
    for child in properties:
        tag = child.tag.removeprefix(A) if isinstance(child.tag, str) else ""
        match tag:
            case "lnSpc" | "spcBef" | "spcAft" if len(child):
                style[tag] = _spacing(child[0])
            case "buNone":
                style["bullet"] = ""
            case "buChar":
                style["bullet"] = child.get("char", "•")
            case "buAutoNum":
                style["bullet"] = "1."
            case "buBlip":
                style["bullet"] = "•"
            case "buFont":
                style["bullet_font"] = child.get("typeface", "")
            case "buClr":
                style["bullet_color"] = color_of(child, colors)
            case "buClrTx":
                style["bullet_color"] = ""
            case "buSzPct":
                style["bullet_size"] = _spacing(child)[1]
            case "defRPr":
                style.update(_run_style(child, colors, families))
    return style


def _spacing(element: Any) -> tuple[str, float]:
    """A share of a line, or points; in files of some programs with a per cent sign."""
    value = element.get("val", "0")
    kind = element.tag.removeprefix(A)
    if kind == "spcPts":
        return kind, int(value) / 100
    return kind, float(value[:-1]) / 100 if value.endswith("%") else int(value) / 100000


def _run_style(properties: Any, colors: Mapping[str, str], families: Mapping[str, str]) -> Style:
    style: Style = {}
    if size := properties.get("sz"):
        style["size"] = int(size) / 100
    for name, key in (("b", "bold"), ("i", "italic")):
        if (value := properties.get(name)) is not None:
            style[key] = value in ("1", "true", "on")
    if (cap := properties.get("cap")) is not None:
        style["caps"] = cap in ("all", "small")  # small capitals are narrower: an upper bound
    if (spacing := properties.get("spc")) is not None:
        style["spacing"] = int(spacing) / 100
    if (latin := properties.find(f"{A}latin")) is not None and latin.get("typeface"):
        named = latin.get("typeface")
        style["family"] = families.get(named, families.get("+mn-lt", named) if named.startswith("+") else named)
    if color := _shown(properties.find(f"{A}solidFill"), colors) or _middle(properties.find(f"{A}gradFill"), colors):
        style["color"] = color
    return style


def _shown(fill: Any, colors: Mapping[str, str]) -> str:
    """The colour of letters; of those that one sees through, as they are on the usual ground."""
    color = color_of(fill, colors)
    share = opacity(fill) if color else 1.0
    return color if share > 0.99 else blend(colors.get("bg1") or "FFFFFF", color, share)


def _middle(gradient: Any, colors: Mapping[str, str]) -> str:
    """The colour between the ends of a gradient that letters have; empty if there is none."""
    stops = [color_of(stop, colors) for stop in gradient.iter(f"{A}gs")] if gradient is not None else []
    return blend(stops[0], stops[-1], 0.5) if stops and stops[0] and stops[-1] else ""


def levels(chain: Iterable[tuple[Style, ...]], family: str) -> tuple[Level, ...]:
    """The levels that a chain of styles gives, the most general first; `family` where none names one."""
    merged: list[Style] = [{} for _ in range(_LEVELS)]
    for styles in chain:
        for whole, style in zip(merged, styles, strict=True):
            whole.update(style)
    return tuple(_level(style, family) for style in merged)


def _level(style: Style, family: str) -> Level:
    size = style.get("size", _DEFAULT_SIZE)
    return Level(
        size=size,
        family=style.get("family") or family,
        bold=style.get("bold", False),
        italic=style.get("italic", False),
        margin=style.get("margin", 0.0),
        indent=style.get("indent", 0.0),
        space_before=_points(style.get("spcBef"), size),
        space_after=_points(style.get("spcAft"), size),
        line_spacing=_factor(style.get("lnSpc"), size),
        bullet=_bullet(style.get("bullet", ""), style.get("bullet_font", "")),
        color=style.get("color", ""),
        bullet_color=style.get("bullet_color", ""),
        caps=style.get("caps", False),
        spacing=style.get("spacing", 0.0),
        align=style.get("align", "left"),
        bullet_size=style.get("bullet_size", 1.0),
        rtl=style.get("rtl", False),
    )


_SYMBOLS = dict(zip("lnquvwØüàèðÒ§¨o", "●■❑◆❖◆➢✓→→⇨⇒▪□○", strict=True))


def _bullet(mark: str, font: str) -> str:
    """A bullet by the character that looks like it, where it is one of a font of symbols."""
    if not font.lower().startswith(("wingdings", "webdings", "symbol")) or not mark:
        return mark
    code = chr(ord(mark) - 0xF000) if "\uf000" <= mark <= "\uf0ff" else mark
    return _SYMBOLS.get(code, "•") if font.lower() == "wingdings" else "•"


def _points(spacing: tuple[str, float] | None, size: float) -> float:
    """Space in points; a share is one of a line of the level's size."""
    if spacing is None:
        return 0.0
    return spacing[1] if spacing[0] == "spcPts" else spacing[1] * size * 1.2


def _factor(spacing: tuple[str, float] | None, size: float) -> float:
    """Line distance as a factor of the usual 1.2 of the size."""
    if spacing is None:
        return 1.0
    return spacing[1] / (1.2 * size) if spacing[0] == "spcPts" else spacing[1]
