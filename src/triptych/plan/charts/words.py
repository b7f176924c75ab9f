"""A chart in words: its kind, its caption, its data."""

from triptych.languages.signs import behind_label
from triptych.languages.words import word_in
from triptych.model.document import Chart
from triptych.model.queries import plain


def described(chart: Chart, lang: str, most: int = 0) -> str:
    """The alternative text: kind and caption, the heads of the table, then a category and its values at a time.

    The words are those of the table, all of them; `most` limits the characters, and an ellipsis says so.
    """
    kind = word_in(lang, f"{chart.kind} chart")
    caption, heads = plain(chart.caption).strip(), [plain(cell.inlines).strip() for cell in chart.table.header.cells]
    rows = ([plain(cell.inlines).strip() for cell in row.cells] for row in chart.table.rows)
    title = f"{kind}{behind_label(kind, ':', lang)}{caption}" if caption else kind
    start = f"{title.rstrip('.')}. {_entry(heads, lang)}. " if any(heads) else f"{title.rstrip('.')}. "
    text = start + "; ".join(_entry(row, lang) for row in rows)
    if not most or len(text) <= most:
        return text
    head = text[: most - 2]
    return head[: max(head.rfind("; "), len(head) // 2)].rstrip(" ;") + " …"


def _entry(cells: list[str], lang: str) -> str:
    first, *rest = cells or [""]
    values = ", ".join(cell for cell in rest if cell)
    return f"{first}{behind_label(first, ':', lang)}{values}" if values else first
