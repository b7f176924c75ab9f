"""Charts as vectors: a chart and a rectangle in, items out that all belong to one Figure."""

from typing import assert_never

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.charts import drawable
from triptych.model.document import Chart
from triptych.model.pages import Item
from triptych.model.theme import Theme
from triptych.plan.charts.axes import TICK_GAP
from triptych.plan.charts.bars import bars, columns
from triptych.plan.charts.labels import fit_whole
from triptych.plan.charts.lines import areas, lines, scatter
from triptych.plan.charts.pen import Pen
from triptych.plan.charts.pie import pie
from triptych.plan.charts.words import described

SIZE = 8.5
"""Points of a printed chart's text."""
_SHAPE = 0.52
"""Height to width."""


def chart_items(
    chart: Chart, rect: Rect, theme: Theme, tag: int | None = None, lang: str = "en", size: float = SIZE
) -> list[Item]:
    """The chart drawn into a rectangle, on paper of its own, with text of a size in points."""
    pen = Pen(theme.palette, theme.text_family, size, lang, tag)
    chart = settled(chart, rect.width, theme, size)
    ground = pen.box(rect, theme.palette.paper)
    if not any(value is not None for series in chart.series for value in series.values):
        return [ground]
    match chart.kind:
        case "column":
            return [ground, *columns(chart, rect, pen)]
        case "bar":
            return [ground, *bars(chart, rect, pen)]
        case "line":
            return [ground, *lines(chart, rect, pen)]
        case "area":
            return [ground, *areas(chart, rect, pen)]
        case "pie":
            return [ground, *pie(chart, rect, pen)]
        case "scatter":
            return [ground, *scatter(chart, rect, pen)]
        case _:
            assert_never(chart.kind)


def settled(chart: Chart, width: float, theme: Theme, size: float) -> Chart:
    """The chart in a kind that can show it at a width: columns whose names have no room lie down as bars."""
    chart = drawable(chart)
    pen = Pen(theme.palette, theme.text_family, size)
    named = not all(category.strip().isdigit() for category in chart.categories)
    if chart.kind == "column" and named and len(chart.categories) <= 30:
        slot = (width - 3 * size) / max(1, len(chart.categories))
        return chart if fit_whole(chart.categories, slot, pen) else replace(chart, kind="bar")
    return chart


def chart_height(chart: Chart, width: float, theme: Theme, most: float, size: float = SIZE) -> float:
    """The height that suits the chart at a width, `most` at most."""
    chart = settled(chart, width, theme, size)
    if chart.kind != "bar":
        return min(most, width * (0.42 if chart.kind == "pie" else _SHAPE), 260.0)
    thick = size * 1.24 if len(chart.categories) * len(chart.series) <= 40 else size * 0.75
    row = max(size * 1.8, thick * len(chart.series) * 1.4)
    return min(most, 3 * size + TICK_GAP + row * len(chart.categories))


__all__ = ["SIZE", "chart_height", "chart_items", "described", "settled"]
