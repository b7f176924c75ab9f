"""Tables that are marked as charts: their first column names the categories, each other one is a series."""

import re

from msgspec.structs import replace

from triptych.model.document import Chart, ChartKind, Row, Series, Table
from triptych.model.footnote_calls import calls, without_calls
from triptych.model.queries import plain
from triptych.patterns import late
from triptych.problem import Report

_KINDS: dict[str, ChartKind] = {
    "bar": "bar", "column": "column", "line": "line", "pie": "pie", "scatter": "scatter", "area": "area",
    "bars": "bar", "columns": "column", "lines": "line", "donut": "pie", "doughnut": "pie", "xy": "scatter",
}  # fmt: skip
_UNIT = r"[%‰°€$£¥₹]|[A-Z]{3}|[a-zA-Zµ]{1,3}"
_NUMBER = late(
    rf"(?:(?:{_UNIT})\s*+)?([-+−–]?\s*+(?:[0-9][0-9.,'’\s_]*+|[.,][0-9]++)(?:[eE][-+]?[0-9]++)?)\s*+(?:{_UNIT})?"
)
_NOTHING = frozenset(("", "-", "–", "—", "n/a", "na", "nan", "none", "null", "?"))
_GROUPS = late(r"[-+]?\d{1,3}(?:([,.])\d{3})(?:\1\d{3})*")


def charted(table: Table, report: Report) -> Table | Chart:
    """The chart of a table marked `{.chart type=bar}`; the table itself if it is not marked, or holds no numbers."""
    if "chart" not in table.attributes.classes:
        return table
    wanted = (table.attributes.get("type") or table.attributes.get("kind") or "column").lower()
    kind = _KINDS.get(wanted)
    if kind is None:
        hint = "write bar, column, line, pie, scatter or area"
        report.add("warning", f"not a kind of chart: {wanted[:40]}", table.line, hint)
        kind = "column"
    series = _series(table, report)
    if not series:
        return table
    categories = tuple(plain(row.cells[0].inlines).strip() for row in table.rows)
    called = tuple(calls((table.header, *table.rows))) if table.caption else ()  # where a chart has a place for them
    rows = tuple(_uncalled(row) for row in table.rows)
    bare = replace(table, header=_uncalled(table.header), rows=rows, caption=(), number=0)
    return Chart(kind, categories, series, bare, (*table.caption, *called), 0, table.line, table.attributes)


def _uncalled(row: Row) -> Row:
    return replace(row, cells=tuple(replace(cell, inlines=without_calls(cell.inlines)) for cell in row.cells))


def _series(table: Table, report: Report) -> tuple[Series, ...]:
    columns = len(table.header.cells)
    if columns < 2 or not table.rows:
        report.add("warning", "a chart needs a column of names and one of numbers: it stays a table", table.line)
        return ()
    found: list[Series] = []
    for column in range(1, columns):
        values: list[float | None] = []
        for row in table.rows:
            text = plain(row.cells[column].inlines).strip()
            value = number(text)
            if value is None and text.lower() not in _NOTHING:
                _complain(text, row, report)
                return ()
            values.append(value)
        found.append(Series(plain(table.header.cells[column].inlines).strip(), tuple(values)))
    return tuple(found) if any(value is not None for series in found for value in series.values) else ()


def _complain(text: str, row: Row, report: Report) -> None:
    message = f"not a number, so the chart stays a table: {text[:40]}"
    report.add("warning", message, row.line, "write numbers in every column but the first")


def number(text: str) -> float | None:
    """The number in a cell, without units, currencies and separators of thousands, or None."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    digits = re.sub(r"[\s'’_]", "", match[1]).replace("−", "-").replace("–", "-").rstrip(".,")
    if "," in digits and "." in digits:
        thousands = "," if digits.rfind(",") < digits.rfind(".") else "."
        digits = digits.replace(thousands, "")
    groups = _GROUPS.fullmatch(digits)
    # 1,234 and 1.234.567 are grouped; a lone 1.234 is a decimal number.
    if groups and (groups[1] == "," or digits.count(".") > 1):
        digits = digits.replace(groups[1], "")
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return None
