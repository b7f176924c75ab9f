"""What surrounds the data: the legend or the name of the values, round numbers, grid lines, categories."""

from collections.abc import Sequence

import msgspec

from triptych.geometry import Insets, Rect
from triptych.model.charts import dimension, unit
from triptych.model.document import Chart
from triptych.model.pages import Item
from triptych.plan.charts.labels import Labels, beneath, fitted
from triptych.plan.charts.legend import legend, legend_rows
from triptych.plan.charts.pen import ASCENT, MIDDLE, Pen
from triptych.plan.charts.scale import Scale, written

TICK_GAP = 5.0
"""Points between an axis and its labels."""
_PER_TICK = 30.0
NO_PADS = Insets()


class Head(msgspec.Struct, frozen=True):
    """What stands above the data, and the rectangle that is left beneath it."""

    items: tuple[Item, ...]
    rest: Rect


def head(chart: Chart, rect: Rect, pen: Pen) -> Head:
    """The legend of several series, the name of a single one."""
    if rect.height < 5 * pen.leading:
        return Head((), rect)
    if len(chart.series) > 1:
        rows = legend_rows(chart, rect.width, max(1, int(rect.height * 0.3 / pen.leading)), pen)
        items = legend(chart, rows, rect, pen)
        used = len(rows) * pen.leading + 6.0
    else:
        name = pen.clipped(chart.series[0].name, rect.width) if chart.series else ""
        items = list(pen.text(name, rect.x, rect.y + ASCENT * pen.size, color=pen.palette.muted))
        used = pen.leading + 4.0 if name else 0.0
    return Head(tuple(items), rect.inset(Insets(top=used)))


def tick_count(length: float) -> int:
    """About how many round numbers an axis of a length takes."""
    return max(2, round(length / _PER_TICK))


def tick_labels(scale: Scale, chart: Chart, pen: Pen) -> list[str]:
    """The round numbers as text."""
    return [written(tick, scale.places, pen.lang, unit(chart)) for tick in scale.ticks]


class Upright(msgspec.Struct, frozen=True):
    """A plot with its values upright: the rectangle of the data, the scale, what has been drawn around it."""

    plot: Rect
    scale: Scale
    items: tuple[Item, ...]

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.plot.bottom - self.scale.share(value) * self.plot.height


def upright(
    chart: Chart, rect: Rect, scale: Scale, pen: Pen, *, bare: bool = False, edge: bool = False, pads: Insets = NO_PADS
) -> Upright:
    """Axes with the categories beneath.

    `bare` leaves out the numbers, where each value is written at its mark; `edge` puts the first and the last
    category on the edges of the plot; `pads` keep room for labels in it.
    """
    texts = [] if bare else [pen.clipped(text, rect.width * 0.3) for text in tick_labels(scale, chart, pen)]
    left = max(map(pen.wide, texts), default=-TICK_GAP) + TICK_GAP
    plot = rect.inset(Insets(left=left, right=8.0 if edge else 0.0))
    labels = fitted(chart.categories, _slot(plot, len(chart.categories), edge=edge), plot.width, pen)
    name = pen.clipped(dimension(chart), plot.width) if rect.height > 7 * pen.leading else ""
    foot = TICK_GAP + labels.depth * pen.leading + (pen.leading if name else 0.0)
    plot = plot.inset(Insets(top=0.0 if bare else pen.size * 0.5, bottom=min(foot, rect.height * 0.6)))
    axes = Upright(plot.inset(pads), scale, ())
    items = [*grid(axes, plot, texts, pen), *_categories(labels, plot, rect, pen, edge=edge)]
    if name:
        middle = plot.x + plot.width / 2
        items += pen.text(name, middle, rect.bottom - pen.size * 0.24, "center", pen.palette.muted)
    return Upright(axes.plot, scale, tuple(items))


def _slot(plot: Rect, count: int, *, edge: bool) -> float:
    return plot.width / max(1, count - 1 if edge else count)


def places(plot: Rect, count: int, *, edge: bool = False) -> list[float]:
    """The x of each category: the middle of its slot, or from edge to edge."""
    slot = _slot(plot, count, edge=edge)
    return [plot.x + (k + (0.0 if edge else 0.5)) * slot for k in range(count)]


def grid(axes: Upright, plot: Rect, texts: Sequence[str], pen: Pen) -> list[Item]:
    """Hairlines with their numbers at the left, as many as keep apart, and the line of zero."""
    items: list[Item] = []
    edge = float("inf")
    for tick, text in zip(axes.scale.ticks, texts, strict=False):
        y = axes.y(tick)
        items.append(pen.line((plot.x, y), (plot.right, y), color=pen.palette.hairline, width=0.5))
        if y + pen.size > edge:
            continue
        edge = y
        items += pen.text(text, plot.x - TICK_GAP, y + MIDDLE * pen.size, "right", pen.palette.muted)
    base = axes.y(min(max(0.0, axes.scale.low), axes.scale.high))
    return [*items, pen.line((plot.x, base), (plot.right, base), color=pen.palette.muted, width=0.8)]


def _categories(labels: Labels, plot: Rect, rect: Rect, pen: Pen, *, edge: bool) -> list[Item]:
    at = places(plot, len(labels.lines), edge=edge)
    return list(beneath(labels, at, plot.bottom + TICK_GAP - 1.0, rect, pen))


def numbers_beneath(scale: Scale, texts: Sequence[str], plot: Rect, rect: Rect, pen: Pen) -> list[Item]:
    """Upright hairlines with their numbers beneath them, as many as keep apart."""
    items: list[Item] = []
    edge = float("-inf")
    for tick, text in zip(scale.ticks, texts, strict=True):
        x = plot.x + scale.share(tick) * plot.width
        items.append(pen.line((x, plot.y), (x, plot.bottom), color=pen.palette.hairline, width=0.5))
        half = pen.wide(text) / 2
        middle = min(max(x, rect.x + half), rect.right - half)
        if middle - half > edge + 4.0:
            edge = middle + half
            items += pen.text(
                text, middle, plot.bottom + TICK_GAP - 1.0 + ASCENT * pen.size, "center", pen.palette.muted
            )
    return items
