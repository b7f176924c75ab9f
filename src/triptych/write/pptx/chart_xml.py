"""A chart's part: its plot, axes and legend (ECMA-376, 21.2), elements in the schema's order."""

import math
from typing import assert_never

from triptych.model.charts import dimension
from triptych.model.document import Chart
from triptych.model.queries import plain
from triptych.write.pptx.chart_series import (
    axis_format,
    data_labels,
    first_angle,
    series_xml,
    shows_values,
    slices_xml,
)
from triptych.write.pptx.xml import HEAD, A, R, escape, hundredths

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_X, _Y = 111111111, 222222222
"""The ids of the axes: any positive numbers (21.2.2.9, an unsigned int)."""
_INK = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
_NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
_BASE = (
    '<c:spPr><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/>'
    "</a:schemeClr></a:solidFill></a:ln></c:spPr>"
)


def chart_xml(
    chart: Chart,
    size: float,
    width: float,
    lang: str,
    workbook: str,
    hairline: str = "CBD5E0",
    ink: str = _INK,
    *,
    rtl: bool = False,
) -> str:
    """The part of a chart that can be drawn.

    `size` of the type and `width` of the chart in points; `workbook` is the id of its relationship;
    `hairline` is the colour of the grid, `ink` the fill of the texts. `rtl`: it begins at the right.
    """
    caption = plain(chart.caption).strip()
    title = _title(caption, size + 2, lang, bold=True) if caption else ""
    area = f"<c:layout/>{_plot(chart)}{_axes(chart, size, width, lang, _grid(hairline), rtl)}"
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:lang val="{lang}"/><c:roundedCorners val="0"/><c:chart>{title}'
        f'<c:autoTitleDeleted val="{int(not caption)}"/><c:plotArea>{area}</c:plotArea>'
        f'{_legend(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(size, lang, ink)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _grid(hairline: str) -> str:
    return (
        '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>'
        f'<a:srgbClr val="{hairline}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
    )


def _text(size: float, lang: str, ink: str) -> str:
    """The style of the texts of the chart."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="{lang}" sz="{hundredths(size)}">'
        f'{ink}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{lang}"/></a:p></c:txPr>'
    )


def _title(text: str, size: float, lang: str, *, bold: bool = False, upright: bool = False) -> str:
    turned = '<a:bodyPr rot="-5400000" vert="horz"/>' if upright else "<a:bodyPr/>"
    style = f'sz="{hundredths(size)}" b="{int(bold)}"'
    return (
        f"<c:title><c:tx><c:rich>{turned}<a:lstStyle/><a:p><a:pPr><a:defRPr {style}/></a:pPr><a:r>"
        f'<a:rPr lang="{lang}" {style}/><a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title>'
    )


def _legend(chart: Chart) -> str:
    """A legend for several series; slices are named where they are."""
    if len(chart.series) < 2:
        return ""
    return '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>'


def _plot(chart: Chart) -> str:
    several = "".join(series_xml(chart, k) for k in range(len(chart.series)))
    axes = f'<c:axId val="{_X}"/><c:axId val="{_Y}"/>'
    match chart.kind:
        case "column" | "bar":
            direction = "col" if chart.kind == "column" else "bar"
            return (
                f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
                f'{several}<c:gapWidth val="60"/><c:overlap val="0"/>{axes}</c:barChart>'
            )
        case "line":
            return (
                f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{several}<c:marker val="1"/>{axes}'
                f"</c:lineChart>"
            )
        case "area":
            grouping = "stacked" if len(chart.series) > 1 else "standard"
            return f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{several}{axes}</c:areaChart>'
        case "scatter":
            return (
                f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{several}{axes}'
                f"</c:scatterChart>"
            )
        case "pie":
            return (
                f'<c:pieChart><c:varyColors val="1"/>{slices_xml(chart)}{data_labels("outEnd", pie=True)}'
                f'<c:firstSliceAng val="{first_angle(chart)}"/></c:pieChart>'
            )
        case _:
            assert_never(chart.kind)


def _axes(chart: Chart, size: float, width: float, lang: str, grid: str, rtl: bool) -> str:
    """The axis of the categories, then that of the values; a pie has none."""
    if chart.kind == "pie":
        return ""
    lying = chart.kind == "bar"
    name, of = dimension(chart), chart.series[0].name if len(chart.series) == 1 else ""
    x_title = _title(name, size, lang) if name and not lying else ""
    y_title = _title(of, size, lang, upright=not lying) if of else ""
    bare = shows_values(chart)
    y_format = f'<c:numFmt formatCode="{escape(axis_format(chart))}" sourceLinked="0"/>'
    way = _way(rtl and lying)
    values = (
        f'<c:valAx><c:axId val="{_Y}"/><c:scaling><c:orientation val="{way}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"b" if lying else "l"}"/>{"" if bare else grid}{y_title}{y_format}'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"none" if bare else "nextTo"}"/>{_NO_LINE}'
        f'<c:crossAx val="{_X}"/><c:crosses val="{"max" if lying else "autoZero"}"/>'
        f'<c:crossBetween val="{"midCat" if chart.kind in ("area", "scatter") else "between"}"/></c:valAx>'
    )
    if chart.kind == "scatter":
        return _scatter_axis(x_title, grid, rtl) + values
    skip = 1 if lying else _skipped(chart, size, width)
    return _category_axis(x_title, skip, lying=lying, rtl=rtl) + values


def _skipped(chart: Chart, size: float, width: float) -> int:
    """How many categories share a label, so that none has to be turned; an em is taken for two characters."""
    count = max(1, len(chart.categories))
    longest = min(20, max(map(len, chart.categories), default=1)) if count > 8 else 1
    return max(1, math.ceil((longest * size * 0.56 + size * 0.6) / (width * 0.9 / count)))


def _category_axis(title: str, skip: int, *, lying: bool, rtl: bool) -> str:
    """Labels stand at the low end, so that bars below zero do not cover them; bars run from the top down."""
    skipped = f'<c:tickLblSkip val="{skip}"/>' if skip > 1 else ""
    return (
        f'<c:catAx><c:axId val="{_X}"/><c:scaling><c:orientation val="{_way(rtl or lying)}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if lying else "b"}"/>{title}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{_BASE}<c:crossAx val="{_Y}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skipped}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _way(turned: bool) -> str:
    """Which way an axis runs (ECMA-376, 21.2.3.30)."""
    return "maxMin" if turned else "minMax"


def _scatter_axis(title: str, grid: str, rtl: bool) -> str:
    return (
        f'<c:valAx><c:axId val="{_X}"/><c:scaling><c:orientation val="{_way(rtl)}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="b"/>{grid}{title}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{_BASE}<c:crossAx val="{_Y}"/><c:crosses val="autoZero"/><c:crossBetween val="midCat"/></c:valAx>'
    )
