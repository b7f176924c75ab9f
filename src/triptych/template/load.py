"""A template as a theme: its layouts, and colours and families that the other panels follow too."""

from functools import lru_cache

import msgspec
from msgspec.structs import replace

from triptych.model.colors import LARGE_READABLE, is_dark, readable
from triptych.model.palettes import standing_on
from triptych.model.theme import Palette, SlideLayout, Theme
from triptych.template.brand import brand_color, has_own_accent
from triptych.template.colors import theme_colors
from triptych.template.layouts import families_of, read_all
from triptych.template.levels import levels, read_styles
from triptych.template.parts import A, LayoutPart, P, TemplateError, TemplateParts, damage, open_parts

_TEXTS = ("tx1", "bg1", "tx2", "bg2", "accent1", "accent2")
"""The colours of a theme that it has for text, the usual one first."""


class _Look(msgspec.Struct, frozen=True):
    """The colours of a layout: by name as slides use them, what is behind the text, and the text's own."""

    colors: dict[str, str]
    grounds: tuple[str, ...]
    ink: str


@lru_cache(maxsize=4)
def read_template(data: bytes, under: Theme | None = None) -> Theme:
    """A theme from a .pptx or .potx file. Raises TemplateError, whose message says why it cannot serve.

    `palette` is for its slides, `print_palette` for white paper; every text pair of either has 4.5:1. What a template
    does not have is as in the theme `under` it.
    """
    size, layouts, named = read_all(data)
    parts = open_parts(data)
    try:
        body = next(layout for layout in layouts if layout.role == "body")
        look = _look(parts.layouts[body.index], body)
        family = _box_family(parts, look.colors)
        brand = brand_color(parts.layouts, look.colors, size)
        if brand:
            look = replace(look, colors={**look.colors, "accent1": brand, "dk2": brand, "tx2": brand})
        elif has_own_accent(look.colors):
            look = replace(look, colors={**look.colors, "dk2": look.colors["accent1"]})
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise TemplateError(damage(error)) from error
    under = under or Theme("template", Palette(), size, ())
    printed = under.on_paper.palette
    usual = under.palette if is_dark(under.palette.paper) == is_dark(look.grounds[0]) else printed
    slides = _palette(look.colors, look.grounds, look.ink, usual)
    paper = _palette(look.colors, ("FFFFFF",), look.ink if look.grounds == ("FFFFFF",) else printed.ink, printed)
    return replace(
        under,
        name="template",
        palette=slides,
        size=size,
        layouts=layouts,
        text_family=family,
        print_palette=paper,
        about="",
        named=named,
        link=look.colors.get("hlink", ""),
        brand=readable(brand, *look.grounds, ratio=LARGE_READABLE) if brand else "",
        own=tuple(dict.fromkeys(color for name in _TEXTS if (color := look.colors.get(name, "")))),
    )


def _look(part: LayoutPart, layout: SlideLayout) -> _Look:
    names = dict(part.master.find(f"{P}clrMap").attrib)
    override = part.layout.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    slots = theme_colors(part.theme)
    names = names if override is None else dict(override.attrib)
    colors = slots | {key: slots.get(slot, "") for key, slot in names.items()}
    placeholder = layout.first("body")
    ink = placeholder.levels[0].color if placeholder is not None else ""
    ink = ink or colors.get("tx1") or "000000"
    grounds = placeholder.grounds if placeholder is not None else ()
    grounds = grounds or ("FFFFFF" if is_dark(ink) else "000000",)  # where nothing else does, its text tells
    return _Look(colors, grounds, readable(ink, *grounds))


def _box_family(parts: TemplateParts, colors: dict[str, str]) -> str:
    """The family of text in boxes and tables: that of the defaults, else the theme's second."""
    families = families_of(parts.layouts[0].theme)
    defaults = parts.presentation.find(f"{P}defaultTextStyle")
    return levels((read_styles(defaults, colors, families),), families["+mn-lt"])[0].family


def _palette(colors: dict[str, str], grounds: tuple[str, ...], ink: str, usual: Palette) -> Palette:
    """The colours of a template on its grounds; where it has none that can serve, the usual ones made readable."""
    ground = grounds[0]
    dark = is_dark(ground)
    deep = readable(colors.get("accent1" if dark else "dk2") or usual.deep, ground)
    own = replace(
        usual,
        ink=ink,
        accent=colors.get("accent1") or usual.accent,
        warm=colors.get("accent2") or usual.warm,
        tint=colors.get("dk2" if dark else "lt2") or ground,
    )
    return replace(
        standing_on(own, grounds), deep=deep, on_deep=ground, cover=deep, on_cover=ground, on_cover_soft=ground
    )
