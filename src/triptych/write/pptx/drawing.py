"""What layouts and masters are made of: slots for text, rules, level styles."""

from collections.abc import Iterable, Sequence

import msgspec

from triptych.geometry import Rect
from triptych.write.pptx.xml import DECORATIVE, RECTANGLE, emu, hundredths, transform

FIELD = (
    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/>'
    '<a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p>'
)
NO_TEXT = '<a:p><a:endParaRPr lang="en-US"/></a:p>'


class LevelStyle(msgspec.Struct, frozen=True):
    """One outline level. Colours are names of the theme's scheme; None leaves a thing as it is inherited."""

    size: float | None = None
    bold: bool | None = None
    color: str = ""
    margin: float | None = None
    indent: float | None = None
    before: float | None = None
    line: float | None = None
    bullet: str | None = None
    align: str = ""
    font: str = ""


def level_xml(number: int, style: LevelStyle) -> str:
    """The style of a level, counted from 1 (ECMA-376, 21.1.2.4.13); children in the schema's order."""
    attributes = "".join(
        f' {name}="{value}"'
        for name, value in (
            ("marL", None if style.margin is None else emu(style.margin)),
            ("indent", None if style.indent is None else emu(style.indent)),
            ("algn", style.align or None),
        )
        if value is not None
    )
    children = ""
    if style.line is not None:
        children += f'<a:lnSpc><a:spcPct val="{round(style.line * 100000)}"/></a:lnSpc>'
    if style.before is not None:
        children += f'<a:spcBef><a:spcPts val="{round(style.before * 100)}"/></a:spcBef>'
    children += _bullet(style.bullet)
    return f"<a:lvl{number}pPr{attributes}>{children}{_run_default(style)}</a:lvl{number}pPr>"


def _bullet(bullet: str | None) -> str:
    if bullet is None:
        return ""
    if not bullet:
        return "<a:buNone/>"
    return f'<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="{bullet}"/>'


def _run_default(style: LevelStyle) -> str:
    size = "" if style.size is None else f' sz="{hundredths(style.size)}"'
    bold = "" if style.bold is None else f' b="{int(style.bold)}"'
    color = paint(style.color) if style.color else ""
    family = "".join(
        f'<a:{script} typeface="+{style.font}-{key}"/>'
        for script, key in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
        if style.font
    )
    return f"<a:defRPr{size}{bold}>{color}{family}</a:defRPr>"


def levels_xml(styles: Iterable[LevelStyle]) -> str:
    """The styles of the levels from the first on."""
    return "".join(level_xml(number, style) for number, style in enumerate(styles, 1))


def slot_xml(
    number: int,
    name: str,
    placeholder: str,
    rect: Rect | None = None,
    *,
    anchor: str = "",
    insets: bool = False,
    levels: Sequence[LevelStyle] = (),
    text: str = NO_TEXT,
) -> str:
    """A placeholder of a layout or master. `insets` sets them to none, so that text aligns with the rules."""
    place = transform(rect) if rect else ""
    none = ' lIns="0" tIns="0" rIns="0" bIns="0"' if insets else ""
    standing = f' anchor="{anchor}"' if anchor else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {placeholder}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>"
        f"<a:bodyPr{none}{standing}><a:normAutofit/></a:bodyPr><a:lstStyle>{levels_xml(levels)}</a:lstStyle>"
        f"{text}</p:txBody></p:sp>"
    )


def prompt(text: str, level: int = 0) -> str:
    """A paragraph that tells an editor what a placeholder is for."""
    properties = f'<a:pPr lvl="{level}"/>' if level else ""
    return f'<a:p>{properties}<a:r><a:rPr lang="en-US"/><a:t>{text}</a:t></a:r></a:p>'


def paint(color: str) -> str:
    """A solid fill in a colour of the scheme, or in RRGGBB."""
    name = "srgbClr" if len(color) == 6 else "schemeClr"
    return f'<a:solidFill><a:{name} val="{color}"/></a:solidFill>'


def rule_xml(number: int, name: str, rect: Rect, color: str) -> str:
    """A filled rectangle that only decorates."""
    return _decoration(number, name, rect, RECTANGLE, color)


def _decoration(number: int, name: str, rect: Rect, geometry: str, color: str, *, filled: bool = True) -> str:
    area, line = (paint(color), "<a:noFill/>") if filled else ("<a:noFill/>", paint(color))
    width = "" if filled else ' w="19050"'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(rect)}{geometry}{area}'
        f"<a:ln{width}>{line}</a:ln></p:spPr></p:sp>"
    )


def question_mark_xml(number: int, rect: Rect, color: str, *, filled: bool = True) -> str:
    """A huge question mark, drawn and not written: it is no text to a reader, and no font can be missing.

    Unless `filled`, it is an outline.
    The path is 100 units wide and 160 high: a ring that opens at the left, a neck, and a square dot.
    """
    ring = (
        f"{_move(0, 50)}{_arc(50, 180, 230)}{_curve((71.4, 97.3), (62, 103), (62, 116))}"
        f"{_line(62, 122)}{_line(38, 122)}{_line(38, 116)}"
        f"{_curve((38, 96), (54.4, 80.2), (66.7, 69.9))}{_arc(26, 50, -230)}<a:close/>"
    )
    dot = f"{_move(37, 134)}{_line(63, 134)}{_line(63, 160)}{_line(37, 160)}<a:close/>"
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{_units(100)}" h="{_units(160)}">{ring}{dot}</a:path></a:pathLst>'
        "</a:custGeom>"
    )
    return _decoration(number, "Question Mark", rect, geometry, color, filled=filled)


def _units(value: float) -> int:
    return round(value * 1000)


def _point(x: float, y: float) -> str:
    return f'<a:pt x="{_units(x)}" y="{_units(y)}"/>'


def _move(x: float, y: float) -> str:
    return f"<a:moveTo>{_point(x, y)}</a:moveTo>"


def _line(x: float, y: float) -> str:
    return f"<a:lnTo>{_point(x, y)}</a:lnTo>"


def _curve(*points: tuple[float, float]) -> str:
    return f"<a:cubicBezTo>{''.join(_point(x, y) for x, y in points)}</a:cubicBezTo>"


def _arc(radius: float, start: int, sweep: int) -> str:
    """An arc of a circle in degrees, clockwise from the right (ECMA-376, 20.1.9.4)."""
    reach = f'wR="{_units(radius)}" hR="{_units(radius)}"'
    return f'<a:arcTo {reach} stAng="{start * 60000}" swAng="{sweep * 60000}"/>'
