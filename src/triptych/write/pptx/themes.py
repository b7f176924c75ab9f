"""The theme part: colours, fonts, and the plain effects that every theme must name."""

from triptych.model.colors import luminance
from triptych.model.theme import Palette
from triptych.write.pptx.xml import HEAD, A, escape

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(name: str, palette: Palette, family: str) -> str:
    """A theme of flat fills and thin lines (ECMA-376, 20.1.6.9)."""
    colors = "".join(f'<a:{slot}><a:srgbClr val="{color}"/></a:{slot}>' for slot, color in _colors(palette))
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{escape(family)}"/><a:ea typeface=""/>'
        f'<a:cs typeface="{escape(family)}"/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    return (
        f'{HEAD}<a:theme xmlns:a="{A}" name="{name}"><a:themeElements><a:clrScheme name="{name}">{colors}'
        f'</a:clrScheme><a:fontScheme name="{name}">{fonts}</a:fontScheme><a:fmtScheme name="{name}">'
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def is_dark(palette: Palette) -> bool:
    """Whether text is lighter than what it stands on."""
    return luminance(palette.ink) > luminance(palette.paper)


def scheme_name(color: str, palette: Palette) -> str:
    """What slides call a colour of the palette, so that text keeps following the scheme; RRGGBB if it has no name."""
    names = (
        ("bg1", palette.paper),
        ("tx1", palette.ink),
        ("tx2", palette.deep),
        ("bg2", palette.tint),
        ("accent1", palette.accent),
        ("accent2", palette.warm),
        ("accent6", palette.muted),
    )
    return next((name for name, other in names if other == color), color)


def _colors(palette: Palette) -> tuple[tuple[str, str], ...]:
    """The palette in the twelve slots of a scheme, in the schema's order.

    The dark slots are dark in every theme: where text is light, the master's map says so.
    """
    texts, grounds = (palette.ink, palette.deep), (palette.paper, palette.tint)
    darks, lights = (grounds, texts) if is_dark(palette) else (texts, grounds)
    return (
        ("dk1", darks[0]),
        ("lt1", lights[0]),
        ("dk2", darks[1]),
        ("lt2", lights[1]),
        ("accent1", palette.accent),
        ("accent2", palette.warm),
        ("accent3", palette.green),
        ("accent4", palette.violet),
        ("accent5", palette.red),
        ("accent6", palette.muted),
        ("hlink", palette.accent),
        ("folHlink", palette.visited),
    )
