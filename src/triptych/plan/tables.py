"""Column widths from content, and the columns of a table that is too wide divided into groups."""

from collections.abc import Sequence

from triptych.model.document import Align, Table
from triptych.model.queries import plain
from triptych.patterns import late

_NUMBER = late(r"[-+−–±~≈<>]?\s*+(?:[€$£¥]\s*+)?\d[\d.,\s ’']*+(?:[%‰€$£¥°]|[a-zA-Zµ]{1,3})?")
_YEAR = late(r"1\d{3}|20\d{2}")


def column_widths(least: Sequence[float], natural: Sequence[float], width: float) -> tuple[float, ...]:
    """Widths that add up to `width` points: natural ones with what is left shared out, or squeezed ones.

    A column is squeezed in step with what it has above its least width (CSS 2.2, 17.5.2.2); if even the
    least widths are too much, all shrink in proportion and words break.
    """
    wanted = sum(natural)
    if wanted <= width:
        spare = (width - wanted) / len(natural)
        return tuple(n + spare for n in natural)
    floor = sum(least)
    if floor >= width:
        return tuple(width * part / floor for part in least)
    share = (width - floor) / (wanted - floor)
    return tuple(low + (high - low) * share for low, high in zip(least, natural, strict=True))


def column_groups(least: Sequence[float], width: float) -> tuple[tuple[int, ...], ...]:
    """The columns that stand together: all of them, or groups that each begin with the first column."""
    if sum(least) <= width or len(least) < 3:
        return (tuple(range(len(least))),)
    groups: list[list[int]] = [[0]]
    used = least[0]
    for column in range(1, len(least)):
        if used + least[column] > width and len(groups[-1]) > 1:
            groups.append([0])
            used = least[0]
        groups[-1].append(column)
        used += least[column]
    return tuple(tuple(group) for group in groups)


def aligns(table: Table) -> tuple[Align, ...]:
    """Each column's alignment: the author's, else right for numbers that are not years."""
    return tuple("right" if align == "left" and _numeric(table, k) else align for k, align in enumerate(table.aligns))


def _numeric(table: Table, column: int) -> bool:
    texts = [plain(row.cells[column].inlines).strip() for row in table.rows]
    shown = [text for text in texts if text not in ("", "-", "–", "—")]
    if not shown or all(_YEAR.fullmatch(text) for text in shown):
        return False
    return all(_NUMBER.fullmatch(text) for text in shown)
