"""Text that stands in a box of its own and looks like the placeholder that holds what comes before it."""

from typing import Literal

from msgspec.structs import replace

from triptych.model.deck import TextFill
from triptych.model.theme import Level
from triptych.write.pptx.relations import Relations
from triptych.write.pptx.text import Context, TextStyle, color_xml, fill_xml, paragraphs
from triptych.write.pptx.xml import RECTANGLE, emu, escape, hundredths, transform

_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_LEVELS = 9


def free_text_xml(
    fill: TextFill,
    number: int,
    context: Context,
    relations: Relations,
    *,
    name: str = "",
    alt: str = "",
    equations: Literal["choice", "whole"] = "choice",
) -> str:
    """The text at its rectangle, all that its placeholder would hand down written in its list style."""
    assert fill.rect is not None  # it has no placeholder that says where it is
    slot = fill.placeholder
    style = TextStyle(
        context, sizes=fill.sizes, bullets="placeholder", levels=slot.levels, equations=equations,
        plain_bullets=slot.recolored and not slot.levels[0].bullet_color,
    )  # fmt: skip
    inset = slot.insets
    anchor = f' anchor="{fill.anchor}"' if fill.anchor != "t" else ""
    body = (
        f'<a:bodyPr wrap="square" lIns="{emu(inset.left)}" tIns="{emu(inset.top)}" rIns="{emu(inset.right)}"'
        f' bIns="{emu(inset.bottom)}" rtlCol="0"{anchor}><a:noAutofit/></a:bodyPr>'
    )
    said = f' descr="{escape(alt)}"' if alt else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(name or f"Text {number - 1}")}"{said}/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{transform(fill.rect)}{RECTANGLE}<a:noFill/></p:spPr><p:txBody>{body}"
        f"<a:lstStyle>{_levels(fill, context)}</a:lstStyle>{paragraphs(fill.paras, style, relations)}</p:txBody></p:sp>"
    )


def _levels(fill: TextFill, context: Context) -> str:
    """The styles of the levels (ECMA-376, 21.1.2.4.13), children in the schema's order; the last serves the deeper."""
    levels, sizes = fill.placeholder.levels, fill.sizes
    out = []
    for index in range(min(len(levels), _LEVELS)):
        level = levels[index]
        level = replace(level, size=sizes[min(index, len(sizes) - 1)]) if sizes else level
        out.append(_level(index + 1, level, context))
    return "".join(out)


def _level(number: int, level: Level, context: Context) -> str:
    spaces = (
        f'<a:lnSpc><a:spcPct val="{round(level.line_spacing * 100000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(level.space_before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(level.space_after * 100)}"/></a:spcAft>'
    )
    margins = f'marL="{emu(level.margin)}" indent="{emu(level.indent)}" algn="{_ALIGN[level.align]}"'
    return f"<a:lvl{number}pPr {margins}>{spaces}{_bullet(level, context)}{_run(level, context)}</a:lvl{number}pPr>"


def _bullet(level: Level, context: Context) -> str:
    if not level.bullet:
        return "<a:buNone/>"
    color = f"<a:buClr>{color_xml(level.bullet_color, context.scheme)}</a:buClr>" if level.bullet_color else ""
    size = f'<a:buSzPct val="{round(min(4.0, max(0.25, level.bullet_size)) * 100000)}"/>'
    return f'{color}{size}<a:buFont typeface="Arial"/><a:buChar char="{escape(level.bullet)}"/>'


def _run(level: Level, context: Context) -> str:
    attributes = f'sz="{hundredths(level.size)}" b="{int(level.bold)}" i="{int(level.italic)}"'
    attributes += ' cap="all"' if level.caps else ""
    attributes += f' spc="{round(level.spacing * 100)}"' if level.spacing else ""
    color = fill_xml(level.color, context.scheme) if level.color else ""
    family = escape(level.family)
    fonts = f'<a:latin typeface="{family}"/><a:cs typeface="{family}"/>'
    return f"<a:defRPr {attributes}>{color}{fonts}</a:defRPr>"
