"""The legend: a sample and a name for each series, in rows."""

from collections.abc import Sequence
from typing import assert_never

from triptych.geometry import Rect
from triptych.model.document import Chart
from triptych.model.pages import Item
from triptych.plan.charts.looks import Look, bar, look, marker
from triptych.plan.charts.pen import ASCENT, MIDDLE, Pen

_SAMPLE, _GAP, _APART = 18.0, 4.0, 14.0


def legend_rows(chart: Chart, width: float, most: int, pen: Pen) -> list[list[tuple[int, str]]]:
    """The series by rows of a width, each with its place and its name as far as it fits; at most so many rows."""
    rows: list[list[tuple[int, str]]] = []
    left = 0.0
    for index, series in enumerate(chart.series):
        name = pen.clipped(series.name, min(width, 260.0) - _SAMPLE - _GAP)
        needs = _SAMPLE + _GAP + pen.wide(name) + _APART
        if not rows or needs - _APART > left:
            if len(rows) == most:
                break
            rows.append([])
            left = width
        rows[-1].append((index, name))
        left -= needs
    return rows


def legend(chart: Chart, rows: Sequence[Sequence[tuple[int, str]]], rect: Rect, pen: Pen) -> list[Item]:
    """The rows from the top of the rectangle down."""
    items: list[Item] = []
    for number, row in enumerate(rows):
        x, y = rect.x, rect.y + number * pen.leading + ASCENT * pen.size
        for index, name in row:
            middle = y - MIDDLE * pen.size
            items += _sample(chart, look(index, pen.palette), Rect(x, middle - 3.2, _SAMPLE, 6.4), pen)
            items += pen.text(name, x + _SAMPLE + _GAP, y)
            x += _SAMPLE + _GAP + pen.wide(name) + _APART
    return items


def _sample(chart: Chart, of: Look, rect: Rect, pen: Pen) -> list[Item]:
    middle = rect.y + rect.height / 2
    match chart.kind:
        case "line":
            stroke = pen.line((rect.x, middle), (rect.right, middle), color=of.color, width=1.5, dash=of.dash)
            return [stroke, *marker((rect.x + rect.width / 2, middle), of, pen)]
        case "scatter":
            return list(marker((rect.right - 5.0, middle), of, pen))
        case "column" | "bar" | "area" | "pie":
            return list(bar(Rect(rect.x, rect.y, rect.width - 2.0, rect.height), of, pen))
        case _:
            assert_never(chart.kind)
