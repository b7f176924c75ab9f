"""Columns and bars, each series in its hatching, with their values where there is room to write them."""

from collections.abc import Sequence

from triptych.geometry import Insets, Rect
from triptych.model.charts import decimals, unit
from triptych.model.document import Chart
from triptych.model.pages import Item
from triptych.model.queries import plain
from triptych.plan.charts.axes import TICK_GAP, head, numbers_beneath, tick_count, tick_labels, upright
from triptych.plan.charts.labels import beside, stacked
from triptych.plan.charts.looks import bar, look
from triptych.plan.charts.pen import ASCENT, DESCENT, MIDDLE, Pen
from triptych.plan.charts.scale import Scale, scale_of, written

FILLED = 0.72
"""The share of a category's slot that its bars take."""
MOST_LABELS = 40
"""Values from which on they are read off the axis."""

Values = Sequence[Sequence[str]]


def values_of(chart: Chart) -> list[float]:
    """All values."""
    return [value for series in chart.series for value in series.values if value is not None]


def value_texts(chart: Chart, pen: Pen) -> Values:
    """Each series' values in words: as the table has them, else as numbers."""
    digits, sign = decimals(chart), unit(chart)
    columns = [[plain(cell.inlines).strip() for cell in row.cells] for row in chart.table.rows]
    fits = len(columns) == len(chart.categories) and all(len(row) == len(chart.series) + 1 for row in columns)
    return [
        [
            "" if value is None else columns[row][k + 1] if fits else written(value, digits, pen.lang, sign)
            for row, value in enumerate(series.values)
        ]
        for k, series in enumerate(chart.series)
    ]


def _widest(texts: Values, pen: Pen) -> float:
    return max((pen.wide(text) for column in texts for text in column), default=0.0)


# --- upright ---------------------------------------------------------------------------------------


def columns(chart: Chart, rect: Rect, pen: Pen) -> list[Item]:
    """Columns side by side in each category."""
    top = head(chart, rect, pen)
    count, many = len(chart.categories), len(chart.series)
    texts = value_texts(chart, pen) if count * many <= MOST_LABELS else []
    room = rect.width / count * (FILLED / many if many > 1 else 0.96)
    bare = bool(texts) and _widest(texts, pen) <= room and top.rest.height > 6 * pen.leading
    scale = scale_of(values_of(chart), tick_count(top.rest.height), zero=True)
    pad = pen.leading + 2.0 if bare else 0.0
    under = pad if min(values_of(chart), default=0.0) < 0 else 0.0
    axes = upright(chart, top.rest, scale, pen, bare=bare, pads=Insets(top=pad, bottom=under))
    items: list[Item] = []
    slot = axes.plot.width / count
    thick = slot * FILLED / many
    for k, series in enumerate(chart.series):
        of = look(k, pen.palette)
        for row, value in enumerate(series.values):
            if value is None:
                continue
            x = axes.plot.x + row * slot + slot * (1 - FILLED) / 2 + k * thick
            start, end = sorted((axes.y(0.0), axes.y(value)))
            items += bar(Rect(x, start, thick * (0.94 if many > 1 else 1.0), end - start), of, pen)
            if bare:
                y = start - 2.0 - DESCENT * pen.size if value >= 0 else end + 1.0 + ASCENT * pen.size
                items += pen.text(texts[k][row], x + thick / 2, y, "center")
    return [*top.items, *axes.items, *items]


# --- lying -----------------------------------------------------------------------------------------


def bars(chart: Chart, rect: Rect, pen: Pen) -> list[Item]:
    """Bars one below the other in each category, the categories from the top down."""
    top = head(chart, rect, pen)
    count, many = len(chart.categories), len(chart.series)
    texts = value_texts(chart, pen) if count * many <= MOST_LABELS else []
    slot = top.rest.height / count
    wide = _widest(texts, pen)
    bare = bool(texts) and wide <= rect.width * 0.25 and slot * FILLED / many >= pen.leading * 0.8
    scale = scale_of(values_of(chart), tick_count(rect.width * 0.5), zero=True)
    labels = stacked(chart.categories, slot - pen.leading / 2, rect.width * 0.4, pen)
    left = max((pen.wide(line) for lines in labels for line in lines), default=0.0) + TICK_GAP
    frame = top.rest.inset(Insets(left=left, bottom=0.0 if bare else min(pen.leading + TICK_GAP, top.rest.height / 2)))
    negative = min(values_of(chart), default=0.0) < 0
    pad = wide + 4.0 if bare else 0.0
    plot = frame.inset(Insets(left=pad if negative else 0.0, right=pad if bare else 6.0))
    items = [*top.items, *([] if bare else numbers_beneath(scale, tick_labels(scale, chart, pen), plot, rect, pen))]
    slot = plot.height / count
    middles = [plot.y + (row + 0.5) * slot for row in range(count)]
    items += beside(labels, middles, frame.x - TICK_GAP, pen)
    zero = plot.x + scale.share(0.0) * plot.width
    for k, series in enumerate(chart.series):
        for row, value in enumerate(series.values):
            if value is not None:
                text = texts[k][row] if bare else ""
                items += _bar(value, text, k, Rect(plot.x, plot.y + row * slot, plot.width, slot), scale, many, pen)
    return [*items, pen.line((zero, plot.y), (zero, plot.bottom), color=pen.palette.muted, width=0.8)]


def _bar(value: float, text: str, k: int, slot: Rect, scale: Scale, many: int, pen: Pen) -> list[Item]:
    """One bar in the slot of its category, and its value at its end."""
    thick = slot.height * FILLED / many
    y = slot.y + slot.height * (1 - FILLED) / 2 + k * thick
    start, end = sorted(slot.x + scale.share(each) * slot.width for each in (0.0, value))
    items: list[Item] = list(
        bar(Rect(start, y, end - start, thick * (0.94 if many > 1 else 1.0)), look(k, pen.palette), pen)
    )
    at = (end + 3.0, "left") if value >= 0 else (start - 3.0, "right")
    base = y + thick / 2 + MIDDLE * pen.size
    return items + list(pen.text(text, at[0], base, "left" if at[1] == "left" else "right"))
