"""The series of a chart: their data, and how they look apart in colour and without it."""

from typing import assert_never

from triptych.model.charts import abscissae, decimals, thousands, unit
from triptych.model.document import Chart
from triptych.write.pptx.workbook import column, digits
from triptych.write.pptx.xml import escape

MOST_VALUES = 24
"""Values up to which columns and bars have them written at their ends."""
MOST_POINTS = 10
"""Points of a single line up to which each has its value at it."""
THIN = 0.08
"""The share of a slice below which its label may touch its neighbour's."""
_COLORS = ("accent1", "accent5", "accent3", "accent4", "accent6", "tx2")
_DASHES = ("solid", "dash", "sysDot", "lgDashDot", "sysDash")
_MARKS = ("circle", "square", "triangle", "diamond", "x")
_PATTERNS = ("", "wdUpDiag", "ltHorz", "wdDnDiag", "ltVert", "smGrid")
_TINTS = (0, 45, 15, 60, 30)
"""Per cent of white in the fills of slices: neighbours differ in lightness."""


def shows_values(chart: Chart) -> bool:
    """Whether each value is written at its mark, so that the axis needs no numbers."""
    return chart.kind in ("column", "bar") and len(chart.series) * len(chart.categories) <= MOST_VALUES


def number_format(chart: Chart) -> str:
    """The code of the labels' format (ECMA-376, 18.8.31): decimals as the values need, thousands set off."""
    places = decimals(chart)
    return _whole(chart) + (f".{'0' * places}" if places else "") + _sign(chart)


def axis_format(chart: Chart) -> str:
    """The code of the format of round numbers."""
    return (_whole(chart) if thousands(chart) else "General") + _sign(chart)


def _whole(chart: Chart) -> str:
    return "#,##0" if thousands(chart) else "0"


def _sign(chart: Chart) -> str:
    return '"%"' if unit(chart) else ""


def series_xml(chart: Chart, index: int) -> str:
    """One series of any kind but a pie's."""
    start = _start(chart, index)
    end = _data(chart, index)
    match chart.kind:
        case "line":
            labels = _labels(chart, "t") if len(chart.series) == 1 and len(chart.categories) <= MOST_POINTS else ""
            return f'{start}{_line(index)}{_marker(index)}{labels}{end}<c:smooth val="0"/></c:ser>'
        case "scatter":
            none = '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
            return f'{start}{none}{_marker(index)}{end}<c:smooth val="0"/></c:ser>'
        case "area":
            return f"{start}<c:spPr>{_fill(index)}</c:spPr>{end}</c:ser>"
        case "column" | "bar" | "pie":
            labels = _labels(chart, "outEnd") if shows_values(chart) else ""
            return f'{start}<c:spPr>{_fill(index)}</c:spPr><c:invertIfNegative val="0"/>{labels}{end}</c:ser>'
        case _:
            assert_never(chart.kind)


def slices_xml(chart: Chart) -> str:
    """The series of a pie, its slices parted by white."""
    slices = "".join(
        f'<c:dPt><c:idx val="{k}"/><c:bubble3D val="0"/><c:spPr>{_slice(k)}<a:ln w="19050"><a:solidFill>'
        '<a:schemeClr val="bg1"/></a:solidFill></a:ln></c:spPr></c:dPt>'
        for k in range(len(chart.categories))
    )
    return f"{_start(chart, 0)}{slices}{data_labels('outEnd', pie=True)}{_data(chart, 0)}</c:ser>"


def first_angle(chart: Chart) -> int:
    """Where the first slice begins, in degrees from twelve o'clock.

    Thin neighbours are turned to the side, where their labels stand one below the other.
    """
    values = [value or 0.0 for value in chart.series[0].values]
    total = sum(values)
    thin = [k for k, value in enumerate(values) if value < total * THIN]
    near = [k for k in thin if k + 1 in thin or k - 1 in thin]
    if not near:
        return 0
    start, end = sum(values[: near[0]]), sum(values[: near[-1] + 1])
    return round(90 - (start + end) / total * 180) % 360


def _slice(index: int) -> str:
    tint = _TINTS[index % len(_TINTS)]
    lighter = f'<a:lumMod val="{(100 - tint) * 1000}"/><a:lumOff val="{tint * 1000}"/>' if tint else ""
    return f'<a:solidFill><a:schemeClr val="{_COLORS[index % len(_COLORS)]}">{lighter}</a:schemeClr></a:solidFill>'


def _start(chart: Chart, index: int) -> str:
    place = f"Sheet1!${column(index + 1)}$1"
    name = escape(chart.series[index].name)
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>{place}</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def _data(chart: Chart, index: int) -> str:
    """Categories and values, with the cells they come from."""
    rows = len(chart.categories) + 1
    letter = column(index + 1)
    code = escape(number_format(chart))
    values = _numbers(f"Sheet1!${letter}$2:${letter}${rows}", chart.series[index].values, code)
    if chart.kind == "scatter":
        across = _numbers(f"Sheet1!$A$2:$A${rows}", abscissae(chart), "General")
        return f"<c:xVal>{across}</c:xVal><c:yVal>{values}</c:yVal>"
    points = "".join(f'<c:pt idx="{k}"><c:v>{escape(name)}</c:v></c:pt>' for k, name in enumerate(chart.categories))
    names = f'<c:strCache><c:ptCount val="{rows - 1}"/>{points}</c:strCache>'
    return f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${rows}</c:f>{names}</c:strRef></c:cat><c:val>{values}</c:val>"


def _numbers(place: str, values: tuple[float | None, ...], code: str) -> str:
    points = "".join(
        f'<c:pt idx="{k}"><c:v>{digits(value)}</c:v></c:pt>' for k, value in enumerate(values) if value is not None
    )
    cache = f'<c:formatCode>{code}</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
    return f"<c:numRef><c:f>{place}</c:f><c:numCache>{cache}</c:numCache></c:numRef>"


def _color(index: int) -> str:
    return f'<a:schemeClr val="{_COLORS[index % len(_COLORS)]}"/>'


def _fill(index: int) -> str:
    """A solid fill for the first series, a pattern in an outline for each other."""
    pattern = _PATTERNS[index % len(_PATTERNS)]
    color = _color(index)
    if not pattern:
        return f"<a:solidFill>{color}</a:solidFill>"
    return (
        f'<a:pattFill prst="{pattern}"><a:fgClr>{color}</a:fgClr><a:bgClr><a:schemeClr val="bg1"/></a:bgClr>'
        f'</a:pattFill><a:ln w="12700"><a:solidFill>{color}</a:solidFill></a:ln>'
    )


def _line(index: int) -> str:
    dash = _DASHES[index % len(_DASHES)]
    return (
        f'<c:spPr><a:ln w="34925" cap="rnd"><a:solidFill>{_color(index)}</a:solidFill><a:prstDash val="{dash}"/>'
        "<a:round/></a:ln></c:spPr>"
    )


def _marker(index: int) -> str:
    mark, color = _MARKS[index % len(_MARKS)], _color(index)
    fill = "<a:noFill/>" if mark == "x" else f"<a:solidFill>{color}</a:solidFill>"
    rim = color if mark == "x" else '<a:schemeClr val="bg1"/>'
    width = 22225 if mark == "x" else 9525
    return (
        f'<c:marker><c:symbol val="{mark}"/><c:size val="9"/><c:spPr>{fill}<a:ln w="{width}"><a:solidFill>{rim}'
        "</a:solidFill></a:ln></c:spPr></c:marker>"
    )


def _labels(chart: Chart, place: str) -> str:
    return data_labels(place, number_format(chart))


def data_labels(place: str, code: str = "", *, pie: bool = False) -> str:
    """Labels at the points: the value; of a slice, its name and its share with a leader (21.2.2.49)."""
    form = "0%" if pie else code
    shows = (("LegendKey", 0), ("Val", not pie), ("CatName", pie), ("SerName", 0), ("Percent", pie), ("BubbleSize", 0))
    flags = "".join(f'<c:show{name} val="{int(on)}"/>' for name, on in shows)
    extra = "<c:separator> </c:separator>" if pie else ""
    leaders = '<c:showLeaderLines val="1"/>' if pie else ""
    return (
        f'<c:dLbls><c:numFmt formatCode="{escape(form)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln>'
        f'</c:spPr><c:dLblPos val="{place}"/>{flags}{extra}{leaders}</c:dLbls>'
    )
