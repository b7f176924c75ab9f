"""Shapes of a slide: placeholders, text boxes, decoration, pictures."""

from typing import Literal

from triptych.geometry import Rect, Size
from triptych.model.deck import Backdrop, PictureBox, Shape, TextBox, TextFill
from triptych.model.picture import Picture
from triptych.model.theme import Kind, Level, Placeholder
from triptych.text.bidi import runs_rtl
from triptych.write.pptx.relations import Relations
from triptych.write.pptx.text import Context, TextStyle, fill_xml, list_style, paragraphs
from triptych.write.pptx.xml import DECORATIVE, ELLIPSE, RECTANGLE, emu, escape, hundredths, transform

_NAMES: dict[Kind, str] = {
    "title": "Title",
    "subtitle": "Subtitle",
    "body": "Content",
    "picture": "Picture",
    "number": "Number",
    "footer": "Footer",
    "slide number": "Slide Number",
    "date": "Date",
}


def placeholder_xml(
    fill: TextFill, number: int, context: Context, relations: Relations, *, keep_link_color: bool = False
) -> str:
    """Text in a placeholder, with its place and its sizes from the layout unless the fill says otherwise."""
    first = fill.placeholder.levels[0]
    style = TextStyle(
        context,
        sizes=fill.sizes,
        color=first.color if fill.placeholder.recolored else "",
        bullets="placeholder",
        levels=fill.placeholder.levels,
        plain_bullets=fill.placeholder.recolored and not first.bullet_color,
        keep_link_color=keep_link_color,
        equations="choice",
    )
    # Sizes that are written out must stay: programs recompute what they may shrink.
    fit = "<a:noAutofit/>" if fill.sizes else "<a:normAutofit/>"
    body = f"<a:bodyPr>{fit}</a:bodyPr>{list_style(fill.paras, style)}{paragraphs(fill.paras, style, relations)}"
    place = transform(fill.rect) if fill.rect else ""
    return _placeholder(fill.placeholder, number, place, body)


def _placeholder(slot: Placeholder, number: int, place: str, body: str) -> str:
    kind = "" if slot.type == "obj" else f' type="{slot.type}"'  # ECMA-376, 19.3.1.36: obj and 0 are the defaults
    idx = f' idx="{slot.idx}"' if slot.idx else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{_NAMES[slot.kind]} {number - 1}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{idx}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr><p:txBody>{body}</p:txBody></p:sp>"
    )


def footer_xml(slot: Placeholder, number: int, text: str, context: Context) -> str:
    """The footer, with its size, family and colour spelt out: not every program inherits them."""
    side = _side(slot, context, rtl=runs_rtl(text))
    run = f"{side}<a:r>{_footer_properties(slot, context)}<a:t>{escape(text)}</a:t></a:r>"
    return _placeholder(slot, number, "", f"<a:bodyPr/><a:lstStyle/><a:p>{run}</a:p>")


def slide_number_xml(slot: Placeholder, number: int, position: int, context: Context) -> str:
    """The slide number as a field, which counts for itself when slides are moved."""
    field = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f"{_footer_properties(slot, context)}<a:t>{position}</a:t></a:fld>"
    )
    side = _side(slot, context)
    return _placeholder(slot, number, "", f"<a:bodyPr/><a:lstStyle/><a:p>{side}{field}</a:p>")


def _side(slot: Placeholder, context: Context, *, rtl: bool = False) -> str:
    """The properties of a footer's paragraph: on a mirrored slide it is flush with the other edge."""
    align = slot.levels[0].align if slot.levels else None
    if context.mirrored and align != "center":
        return f'<a:pPr algn="{"l" if align == "right" else "r"}" rtl="{int(rtl)}"/>'
    against = '<a:pPr rtl="0"/>' if slot.levels and slot.levels[0].rtl else ""
    return '<a:pPr algn="l" rtl="1"/>' if rtl else against


def _footer_properties(slot: Placeholder, context: Context) -> str:
    level = slot.levels[0] if slot.levels else Level(12.0, "Arial")
    family = escape(level.family)
    color = fill_xml(level.color, context.scheme) if level.color else ""
    return (
        f'<a:rPr lang="{context.lang}" sz="{hundredths(level.size)}" dirty="0">{color}'
        f'<a:latin typeface="{family}"/><a:cs typeface="{family}"/></a:rPr>'
    )


def text_box_xml(
    box: TextBox,
    number: int,
    context: Context,
    relations: Relations,
    equations: Literal["choice", "whole"] = "choice",
) -> str:
    """A text box whose text was measured: nothing grows, nothing shrinks."""
    style = TextStyle(context, sizes=(box.size,), color=box.color, equations=equations)
    fill = fill_xml(box.fill, context.scheme) if box.fill else "<a:noFill/>"
    line = f'<a:ln w="9525">{fill_xml(box.outline, context.scheme)}</a:ln>' if box.outline else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(box.name)}"{_described(box)}/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{transform(box.rect)}{RECTANGLE}{fill}{line}</p:spPr>'
        f"<p:txBody>{_box_body(box)}{list_style(box.paras, style)}"
        f"{paragraphs(box.paras, style, relations)}</p:txBody></p:sp>"
    )


def _described(box: TextBox) -> str:
    """The alternative text of a box with a formula: a program that lists its runs finds none for an equation."""
    if not any(run.formula for para in box.paras for run in para.runs):
        return ""
    said = " ".join("".join([run.text for run in para.runs]) for para in box.paras)
    return f' descr="{escape(" ".join(said.split()))}"'


def _box_body(box: TextBox) -> str:
    inset, anchor = box.insets, _anchor(box.anchor)
    return (
        f'<a:bodyPr wrap="square" lIns="{emu(inset.left)}" tIns="{emu(inset.top)}" rIns="{emu(inset.right)}"'
        f' bIns="{emu(inset.bottom)}" rtlCol="0"{anchor}><a:noAutofit/></a:bodyPr>'
    )


def _anchor(anchor: Literal["t", "ctr", "b"]) -> str:
    return "" if anchor == "t" else f' anchor="{anchor}"'


def decoration_xml(shape: Shape, number: int, context: Context) -> str:
    """A filled form that assistive technology passes over."""
    form = ELLIPSE if shape.form == "ellipse" else RECTANGLE
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(shape.name)}">{DECORATIVE}</p:cNvPr>'
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{transform(shape.rect)}{form}"
        f"{fill_xml(shape.fill, context.scheme)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def veil_xml(backdrop: Backdrop, size: Size, number: int) -> str:
    """A thin sheet of one colour over the whole slide's ground."""
    alpha = f'<a:alpha val="{round(backdrop.opacity * 100000)}"/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Veil">{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{transform(Rect(0, 0, size.width, size.height))}{RECTANGLE}"
        f'<a:solidFill><a:srgbClr val="{backdrop.veil}">{alpha}</a:srgbClr></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def background_xml(backdrop: Backdrop, context: Context, relations: Relations) -> str:
    """The ground of a slide (ECMA-376, 19.3.1.1): a colour, or a picture, which has the slide's proportions."""
    fill = fill_xml(backdrop.color, context.scheme) if backdrop.color else ""
    if backdrop.picture is not None:
        picture = _blip(backdrop.picture, relations)
        fill = f"<a:blipFill>{picture}<a:stretch><a:fillRect/></a:stretch></a:blipFill>"
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>" if fill else ""


def picture_xml(box: PictureBox, number: int, relations: Relations) -> str:
    """A picture with its alternative text; one that has none only decorates."""
    mark = "" if box.alt.strip() else DECORATIVE
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="{escape(box.name)}" descr="{escape(box.alt)}">{mark}'
        '</p:cNvPr><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f"<p:blipFill>{_blip(box.picture, relations)}<a:stretch><a:fillRect/>"
        f"</a:stretch></p:blipFill><p:spPr>{transform(box.rect)}{RECTANGLE}</p:spPr></p:pic>"
    )


def _blip(picture: Picture, relations: Relations) -> str:
    """The pixels, and the vectors for programs that draw them ([MS-ODRAWXML] 2.24)."""
    pixels = f'<a:blip r:embed="{relations.picture(picture)}"'
    if not picture.svg:
        return f"{pixels}/>"
    return (
        f'{pixels}><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip'
        ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
        f' r:embed="{relations.svg(picture)}"/></a:ext></a:extLst></a:blip>'
    )
