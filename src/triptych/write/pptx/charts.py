"""Native charts: the frame on the slide, the chart's part, and the workbook that it is edited in."""

import re

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part

from triptych.model.charts import abscissae, dimension, drawable
from triptych.model.deck import ChartBox
from triptych.model.document import Chart
from triptych.write.pptx.chart_xml import chart_xml
from triptych.write.pptx.package import DeckPackage
from triptych.write.pptx.relations import Relations
from triptych.write.pptx.text import Context, fill_xml
from triptych.write.pptx.workbook import Value, workbook
from triptych.write.pptx.xml import escape, transform

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart_frame_xml(box: ChartBox, number: int, relations: Relations) -> str:
    """The frame that a chart stands in (ECMA-376, 19.3.1.21), with its alternative text."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{escape(box.name)}"'
        f' descr="{escape(box.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{transform(box.rect, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}"'
        f' r:id="{relations.chart(box)}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def chart_part(box: ChartBox, package: DeckPackage, context: Context) -> Part:
    """The part of a chart, with its workbook embedded (ECMA-376 part 1, 14.2.1 and 15.2.11)."""
    chart = drawable(box.chart)
    part = package.add_part("/ppt/charts/chart", "xml", CT.DML_CHART)
    data = workbook(_rows(chart))
    book = package.add_part("/ppt/embeddings/Microsoft_Excel_Sheet", "xlsx", CT.SML_SHEET, data)
    key = part.relate_to(book, RT.PACKAGE)
    ink = fill_xml(box.ink, context.scheme)
    xml = chart_xml(chart, box.size, box.rect.width, context.lang, key, box.hairline, ink, rtl=box.rtl)
    part.blob = (_branded(xml, box.accent) if box.accent else xml).encode()
    return part


def _branded(xml: str, color: str) -> str:
    """A chart with a colour in place of the first accent of the theme, and with the same changes to it."""
    plain = xml.replace('<a:schemeClr val="accent1"/>', f'<a:srgbClr val="{color}"/>')
    changed = r'<a:schemeClr val="accent1">(.*?)</a:schemeClr>'
    return re.sub(changed, rf'<a:srgbClr val="{color}">\1</a:srgbClr>', plain)


def _rows(chart: Chart) -> list[list[Value]]:
    """The names of the series above, the categories at the left."""
    first: list[Value] = list(abscissae(chart)) if chart.kind == "scatter" else list(chart.categories)
    head: list[Value] = [dimension(chart), *(series.name for series in chart.series)]
    return [head, *([name, *(series.values[k] for series in chart.series)] for k, name in enumerate(first))]
