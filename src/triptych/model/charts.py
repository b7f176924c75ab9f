"""What both the planner and the writer ask about a chart: how it can be drawn, and its numbers."""

import math

from msgspec.structs import replace

from triptych.model.document import Chart, Series
from triptych.model.queries import plain
from triptych.patterns import late

MOST_SLICES = 10
"""Slices of a pie from which on bars are easier to read."""
_LARGEST = 1e100
_SPACES = late(r"[\s  '’_]")
_THOUSANDS = late(r"\d[,.'’\s]\d{3}(?!\d)")
_GROUPED = late(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?")

THINNEST = 2.5
"""Points that an area must be wide and high to show its hatching."""


def drawable(chart: Chart) -> Chart:
    """The chart with values that can be drawn, in a kind that can show them.

    A pie of several series, of negative values or of too many slices becomes bars; an area whose parts cannot
    be added up becomes lines, and so does a scatter chart whose first column has no numbers; an area of a single
    category becomes a column.
    """
    count = len(chart.categories)
    series = tuple(Series(each.name, _finite(each.values, count)) for each in chart.series)
    values = [value for each in series for value in each.values if value is not None]
    clean = replace(chart, series=series)
    if chart.kind == "pie" and (
        len(series) != 1 or count > MOST_SLICES or min(values, default=0) < 0 or not any(values)
    ):
        return replace(clean, kind="bar")
    if chart.kind == "area" and len(series) > 1 and min(values, default=0) < 0:
        return replace(clean, kind="line")
    if chart.kind == "area" and count < 2:
        return replace(clean, kind="column")
    if chart.kind == "scatter" and not all(number(category) is not None for category in chart.categories):
        return replace(clean, kind="line")
    return clean


def _finite(values: tuple[float | None, ...], count: int) -> tuple[float | None, ...]:
    """As many values as there are categories, none of them infinite."""
    kept = [value if value is not None and abs(value) < _LARGEST else None for value in values[:count]]
    kept = [0.0 if value is not None and abs(value) < 1 / _LARGEST else value for value in kept]
    return (*kept, *[None] * (count - len(kept)))


def number(text: str) -> float | None:
    """The number that a category is, such as a year; None if it is none."""
    bare = _SPACES.sub("", text).replace("−", "-")
    bare = bare.replace(",", "") if _GROUPED.fullmatch(bare) else bare.replace(",", ".")
    try:
        value = float(bare)
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) < _LARGEST else None


def abscissae(chart: Chart) -> tuple[float, ...]:
    """The x of each point of a scatter chart."""
    return tuple(number(category) or 0.0 for category in chart.categories)


def decimals(chart: Chart) -> int:
    """The digits after the point that the values need, at most three."""
    values = [value for each in chart.series for value in each.values if value is not None]
    for places in range(3):
        if all(abs(value - round(value, places)) <= 1e-9 * max(1.0, abs(value)) for value in values):
            return places
    return 3


def unit(chart: Chart) -> str:
    """A per cent sign if every number of the table has one, else nothing."""
    cells = [plain(cell.inlines).strip() for row in chart.table.rows for cell in row.cells[1:]]
    shown = [cell for cell in cells if any(char.isdigit() for char in cell)]
    return "%" if shown and all(cell.endswith("%") for cell in shown) else ""


def thousands(chart: Chart) -> bool:
    """Whether thousands are set off: from ten thousand on, or where the table does so."""
    values = [abs(value) for each in chart.series for value in each.values if value is not None]
    largest = max(values, default=0.0)
    cells = (plain(cell.inlines) for row in chart.table.rows for cell in row.cells[1:])
    return largest >= 10_000 or (largest >= 1000 and any(_THOUSANDS.search(cell) for cell in cells))


def dimension(chart: Chart) -> str:
    """What the categories are: the head of the table's first column."""
    cells = chart.table.header.cells
    return plain(cells[0].inlines).strip() if cells else ""
