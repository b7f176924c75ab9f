"""Column widths and groups of columns, and how columns are aligned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.model.document import Cell, Row, Table, Text
from triptych.plan.tables import aligns, column_groups, column_widths

_columns = st.lists(st.tuples(st.floats(1, 200), st.floats(0, 400)), min_size=1, max_size=12)


@given(_columns, st.floats(50, 900))
def test_columns_fill_the_width(columns: list[tuple[float, float]], width: float) -> None:
    least = [low for low, _ in columns]
    natural = [low + more for low, more in columns]
    widths = column_widths(least, natural, width)
    assert sum(widths) == pytest.approx(width)
    assert all(wide > 0 for wide in widths)
    if sum(least) <= width:
        assert all(wide >= low - 1e-6 for wide, low in zip(widths, least, strict=True))


@given(st.lists(st.floats(10, 300), min_size=1, max_size=20), st.floats(100, 900))
def test_every_column_is_in_a_group_and_each_begins_with_the_first(least: list[float], width: float) -> None:
    groups = column_groups(least, width)
    assert [column for group in groups for column in group if column] == list(range(1, len(least)))
    assert all(group[0] == 0 for group in groups)
    for group in groups:
        assert sum(least[column] for column in group) <= width or len(group) <= 2 or len(least) < 3


@pytest.mark.parametrize(
    ("cells", "align"),
    [
        (["1", "2.5", "–"], "right"),
        (["12 %", "3 kg", "€ 4"], "right"),
        (["1952", "2004"], "left"),
        (["1", "two"], "left"),
        (["", ""], "left"),
    ],
)
def test_numbers_stand_at_the_right_and_years_do_not(cells: list[str], align: str) -> None:
    rows = tuple(Row((Cell((Text(cell),)),)) for cell in cells)
    assert aligns(Table(Row((Cell(),)), rows, ("left",))) == (align,)
