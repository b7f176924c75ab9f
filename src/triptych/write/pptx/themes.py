"""The theme part: colours, fonts, and the plain effects that every theme must name."""

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


def _colors(palette: Palette) -> tuple[tuple[str, str], ...]:
    """The palette in the twelve slots of a scheme, in the schema's order."""
    return (
        ("dk1", palette.ink),
        ("lt1", palette.paper),
        ("dk2", palette.deep),
        ("lt2", palette.tint),
        ("accent1", palette.accent),
        ("accent2", palette.warm),
        ("accent3", "2E7D5B"),
        ("accent4", "7A4FA3"),
        ("accent5", "B5421B"),
        ("accent6", palette.muted),
        ("hlink", palette.accent),
        ("folHlink", "6B3FA0"),
    )
