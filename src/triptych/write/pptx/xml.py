"""Pieces of PresentationML text: namespaces, escaping, units."""

from triptych.geometry import Rect
from triptych.patterns import late

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
TREE_ROOT = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Marks a shape as decoration, for assistive technology to pass over ([MS-ODRAWXML] 2.18)."""
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
ELLIPSE = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'

# XML 1.0, 2.2: what may stand in a document at all. A carriage return would be read back as a line feed.
_ILLEGAL = late("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = late('[\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}


def legal(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def escape(text: str) -> str:
    """The text as it may stand between tags or in a quoted attribute; what XML cannot hold is left out."""
    if _SPECIAL.search(text) is None:
        return text
    return "".join(_ENTITIES.get(character, character) for character in legal(text))


def emu(points: float) -> int:
    """Points as English Metric Units, 12,700 to the point."""
    return round(points * 12700)


def hundredths(size: float) -> int:
    """A type size in hundredths of a point, rounded to half points (ECMA-376, 20.1.10.72)."""
    return round(size * 2) * 50


def transform(rect: Rect, tag: str = "a:xfrm") -> str:
    """The position and size of a shape."""
    return (
        f'<{tag}><a:off x="{emu(rect.x)}" y="{emu(rect.y)}"/>'
        f'<a:ext cx="{emu(rect.width)}" cy="{emu(rect.height)}"/></{tag}>'
    )
