"""One slide: from the model to the text of its part."""

from functools import lru_cache
from typing import assert_never

from msgspec.structs import replace

from triptych.geometry import Size
from triptych.model.deck import (
    Backdrop,
    ChartBox,
    Fill,
    FormulaBox,
    PictureBox,
    Shape,
    Slide,
    TableBox,
    TextBox,
    TextFill,
)
from triptych.model.theme import Placeholder, SlideLayout
from triptych.write.pptx.builds import timing_xml
from triptych.write.pptx.formulae import formula_xml
from triptych.write.pptx.free_text import free_text_xml
from triptych.write.pptx.relations import Relations
from triptych.write.pptx.shapes import (
    background_xml,
    decoration_xml,
    footer_xml,
    picture_xml,
    placeholder_xml,
    slide_number_xml,
    text_box_xml,
    veil_xml,
)
from triptych.write.pptx.table import table_xml
from triptych.write.pptx.text import Context
from triptych.write.pptx.xml import HEAD, NAMESPACES, TREE_ROOT


def slide_xml(slide: Slide, position: int, size: Size, context: Context) -> tuple[str, Relations]:
    """The slide's part, and what it refers to. `position` counts slides from 1; `size` is the slide's.

    Shapes stand in reading order, the footer and the number last; a veil is behind them all. The elements after
    `p:cSld` have a fixed order: `clrMapOvr`, `transition`, `timing` (ECMA-376, 19.3.1.38).
    """
    relations = Relations()
    relations.id("layout", str(slide.layout.index))
    if slide.notes:
        relations.id("notes", slide.id)
    ground, behind = slide.backdrop or Backdrop(), ""
    background = background_xml(ground, context, relations)
    if ground.veil:
        behind = veil_xml(ground, size, len(slide.fills) + 8)
    shapes = [_shape(fill, slide, number, context, relations) for number, fill in enumerate(slide.fills, 2)]
    shapes.extend(_foot(slide, position, len(shapes) + 2, context))
    tree = f"<p:spTree>{TREE_ROOT}{behind}{''.join(shapes)}</p:spTree>"
    xml = (
        f"{HEAD}<p:sld {NAMESPACES}><p:cSld>{background}{tree}</p:cSld>"
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>{timing_xml(slide)}</p:sld>"
    )
    return xml, relations


def _shape(fill: Fill, slide: Slide, number: int, context: Context, relations: Relations) -> str:
    match fill:
        case TextFill() if fill.free:
            return free_text_xml(fill, number, context, relations)
        case FormulaBox():
            return formula_xml(fill, number, context, relations)
        case TextFill():
            # Links would take the theme's colour for links, which is made for light slides.
            dark = slide.layout.role in ("title", "section")
            stays = _is_unique(fill.placeholder, slide.layout) and not fill.placeholder.moved
            placed = fill if fill.rect or stays else replace(fill, rect=fill.placeholder.rect)
            return placeholder_xml(placed, number, context, relations, keep_link_color=dark)
        case TextBox():
            return text_box_xml(fill, number, context, relations)
        case Shape():
            return decoration_xml(fill, number, context)
        case PictureBox():
            return picture_xml(fill, number, relations)
        case TableBox():
            return table_xml(fill, number, context, relations)
        case ChartBox():
            from triptych.write.pptx.charts import chart_frame_xml  # late: few decks have a chart

            return chart_frame_xml(fill, number, relations)
        case _:
            assert_never(fill)


@lru_cache(maxsize=256)
def _is_unique(slot: Placeholder, layout: SlideLayout) -> bool:
    """Whether type and index tell the placeholder from the layout's others; some programs number none of them."""
    return sum((other.kind, other.idx) == (slot.kind, slot.idx) for other in layout.placeholders) < 2


def _foot(slide: Slide, position: int, number: int, context: Context) -> list[str]:
    """The footer, the date and the slide number, where the layout has them; the title slide goes without."""
    if slide.layout.role == "title":
        return []
    shapes = []
    footer, counter = slide.layout.first("footer"), slide.layout.first("slide number")
    if footer and slide.footer:
        shapes.append(footer_xml(footer, number, slide.footer, context))
    if (date := slide.layout.first("date")) and slide.date:
        shapes.append(footer_xml(date, number + len(shapes), slide.date, context))
    if counter and slide.numbered:
        shapes.append(slide_number_xml(counter, number + len(shapes), position, context))
    return shapes
