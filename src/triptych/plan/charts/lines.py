"""Lines, stacked areas and clouds of points."""

from collections.abc import Sequence
from itertools import pairwise

from triptych.geometry import Insets, Rect
from triptych.model.charts import abscissae, dimension, unit
from triptych.model.document import Chart, Series
from triptych.model.pages import Item
from triptych.plan.charts.axes import TICK_GAP, Upright, grid, head, numbers_beneath, places, tick_count, upright
from triptych.plan.charts.bars import value_texts, values_of
from triptych.plan.charts.looks import Look, hatching, look, marker
from triptych.plan.charts.pen import ASCENT, DESCENT, Pen, Point
from triptych.plan.charts.scale import Scale, scale_of, written

MOST_MARKS = 60
"""Points of a line from which on marks would run into each other."""
MOST_LABELLED = 10
"""Points of a single line up to which each has its value written at it."""


def lines(chart: Chart, rect: Rect, pen: Pen) -> list[Item]:
    """A line for each series, broken where there is no value."""
    top = head(chart, rect, pen)
    texts = value_texts(chart, pen)[0] if len(chart.series) == 1 and len(chart.categories) <= MOST_LABELLED else []
    above = pen.leading if texts else 3.0
    under = pen.leading if texts and any(map(_valley, *_neighbours(chart.series[0].values))) else 3.0
    scale = scale_of(values_of(chart), tick_count(top.rest.height))
    axes = upright(chart, top.rest, scale, pen, pads=Insets(top=above, bottom=under))
    xs = places(axes.plot, len(chart.categories))
    items: list[Item] = [*top.items, *axes.items]
    for k, series in enumerate(chart.series):
        points = [None if v is None else (x, axes.y(v)) for x, v in zip(xs, series.values, strict=True)]
        items += _line(points, look(k, pen.palette), pen)
        if texts:
            items += _point_labels(points, series.values, texts, axes, pen)
    return items


def _line(points: Sequence[Point | None], of: Look, pen: Pen) -> list[Item]:
    """The stretches between gaps; a point that stands alone always has its mark."""
    items: list[Item] = []
    stretches: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            stretches.append([])
        else:
            stretches[-1].append(point)
    items += [pen.line(*each, color=of.color, width=1.6, dash=of.dash) for each in stretches if len(each) > 1]
    every = len(points) <= MOST_MARKS
    for stretch in stretches:
        if every or len(stretch) == 1:
            items += [mark for point in stretch for mark in marker(point, of, pen)]
    return items


def _neighbours(values: Sequence[float | None]) -> tuple[Sequence[float | None], ...]:
    """The values, and for each the one before and the one after it."""
    return values, (None, *values[:-1]), (*values[1:], None)


def _valley(value: float | None, before: float | None, after: float | None) -> bool:
    """Whether a value is lower than both of its neighbours, so that its label stands beneath it."""
    return value is not None and before is not None and after is not None and before > value < after


def _point_labels(
    points: Sequence[Point | None], values: Sequence[float | None], texts: Sequence[str], axes: Upright, pen: Pen
) -> list[Item]:
    """Values above a line, and beneath its valleys, where there is room beside the neighbours."""
    items: list[Item] = []
    edge = axes.plot.x
    for point, text, valley in zip(points, texts, map(_valley, *_neighbours(values)), strict=True):
        half = pen.wide(text) / 2
        if point is None or point[0] - half < edge or point[0] + half > axes.plot.right:
            continue
        y = point[1] + 3.5 + ASCENT * pen.size if valley else point[1] - 4.5 - DESCENT * pen.size
        edge = point[0] + half + 2.0
        items += pen.text(text, point[0], y, "center")
    return items


# --- areas -----------------------------------------------------------------------------------------


def areas(chart: Chart, rect: Rect, pen: Pen) -> list[Item]:
    """Areas that stand one upon the other, from edge to edge; no value counts as zero."""
    top = head(chart, rect, pen)
    sums = _sums(chart.series, len(chart.categories))
    scale = scale_of([value for level in sums for value in level], tick_count(top.rest.height), zero=True)
    axes = upright(chart, top.rest, scale, pen, edge=True)
    xs = places(axes.plot, len(chart.categories), edge=True)
    levels = [[(x, axes.y(value)) for x, value in zip(xs, level, strict=True)] for level in sums]
    items: list[Item] = [*top.items, *axes.items]
    for k, (low, high) in enumerate(pairwise(levels)):
        of = look(k, pen.palette)
        items.append(pen.area(*high, *reversed(low), fill=of.fill))
        for one, two, three, four in zip(high, high[1:], low[1:], low, strict=False):
            items += hatching((one, two, three, four), of, pen)
        items.append(pen.line(*high, color=of.color, width=1.2))
    return items


def _sums(series: Sequence[Series], count: int) -> list[list[float]]:
    """The lower edge of the first area, then the upper edge of each."""
    out = [[0.0] * count]
    for each in series:
        out.append([below + (value or 0.0) for below, value in zip(out[-1], each.values, strict=True)])
    return out


# --- points ----------------------------------------------------------------------------------------


def scatter(chart: Chart, rect: Rect, pen: Pen) -> list[Item]:
    """A mark for each pair of numbers."""
    top = head(chart, rect, pen)
    xs = abscissae(chart)
    across = scale_of(xs, tick_count(rect.width * 0.5))
    scale = scale_of(values_of(chart), tick_count(top.rest.height))
    texts = [pen.clipped(written(t, scale.places, pen.lang, unit(chart)), rect.width * 0.3) for t in scale.ticks]
    left = max(map(pen.wide, texts)) + TICK_GAP
    name = pen.clipped(dimension(chart), rect.width - left) if top.rest.height > 7 * pen.leading else ""
    foot = TICK_GAP + pen.leading * (2 if name else 1)
    plot = top.rest.inset(Insets(left, pen.size * 0.5, 8.0, min(foot, top.rest.height * 0.6)))
    items: list[Item] = [*top.items, *grid(Upright(plot, scale, ()), plot, texts, pen)]
    items += numbers_beneath(across, _plain_numbers(across, pen), plot, rect, pen)
    if name:
        items += pen.text(name, plot.x + plot.width / 2, rect.bottom - pen.size * 0.24, "center", pen.palette.muted)
    for k, series in enumerate(chart.series):
        for x, value in zip(xs, series.values, strict=True):
            if value is not None:
                at = (plot.x + across.share(x) * plot.width, plot.bottom - scale.share(value) * plot.height)
                items += marker(at, look(k, pen.palette), pen)
    return items


def _plain_numbers(scale: Scale, pen: Pen) -> list[str]:
    return [written(tick, scale.places, pen.lang) for tick in scale.ticks]
