"""Themes of templates that lack what every theme must have (ECMA-376, 20.1.6.9)."""

from typing import Any

from lxml import etree

from triptych.template.parts import A

_SLOTS = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "4472C4"),
    ("accent2", "ED7D31"), ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "5B9BD5"), ("accent6", "70AD47"),
    ("hlink", "0563C1"), ("folHlink", "954F72"),
)  # fmt: skip
_FACES = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_COLORS = "".join(f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>' for name, color in _SLOTS)
_SCHEMES = {
    "clrScheme": f'<a:clrScheme name="Office">{_COLORS}</a:clrScheme>',
    "fontScheme": f'<a:fontScheme name="Office"><a:majorFont>{_FACES}</a:majorFont>'
    f"<a:minorFont>{_FACES}</a:minorFont></a:fontScheme>",
    "fmtScheme": f'<a:fmtScheme name="Office"><a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst><a:lnStyleLst>'
    + f"<a:ln>{_SOLID}</a:ln>" * 3
    + f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst></a:fmtScheme>",
}


def completed(root: Any) -> list[str]:
    """Adds to a theme the schemes that it lacks, in their order; returns what these are, in words."""
    if root.tag != f"{A}theme":
        return []
    elements = root.find(f"{A}themeElements")
    if elements is None:
        elements = etree.Element(f"{A}themeElements")
        root.insert(0, elements)
    added = []
    words = {"clrScheme": "colours", "fontScheme": "fonts", "fmtScheme": "styles"}
    for place, (name, xml) in enumerate(_SCHEMES.items()):
        scheme = elements.find(f"{A}{name}")
        if scheme is not None and len(scheme):
            continue
        if scheme is not None:
            elements.remove(scheme)
        start = xml.index(" ")
        elements.insert(place, etree.fromstring(f'{xml[:start]} xmlns:a="{A[1:-1]}"{xml[start:]}'))
        added.append(words[name])
    return added
