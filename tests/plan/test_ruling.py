"""Ruled areas: inside their rectangle, evenly spaced."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.geometry import Rect
from triptych.model.forms import Ruling
from triptych.model.pages import RuleItem
from triptych.plan.ruling import DOT, LINE, SQUARE, ruled

sides = st.floats(0, 900)
rects = st.builds(Rect, st.floats(-50, 600), st.floats(-50, 800), sides, sides)


@given(rects, st.sampled_from(get_args(Ruling)))
def test_nothing_is_drawn_outside(rect: Rect, ruling: Ruling) -> None:
    for item in ruled(rect, ruling, "CBD5E0"):
        assert isinstance(item, RuleItem)
        half = item.width / 2 if item.dash else 0.0
        drawn = Rect(item.x1, item.y1 - half, item.x2 - item.x1, item.y2 - item.y1 + 2 * half)
        assert rect.contains(drawn)


@pytest.mark.parametrize(("ruling", "step"), [("lines", LINE), ("dots", DOT), ("squares", SQUARE)])
def test_rows_are_evenly_spaced(ruling: Ruling, step: float) -> None:
    rows = sorted({item.y1 for item in ruled(Rect(10, 20, 300, 400), ruling, "CBD5E0") if item.y1 == item.y2})
    assert len(rows) >= 400 / step - 1
    assert [b - a for a, b in pairwise(rows)] == pytest.approx([step] * (len(rows) - 1))


def test_the_first_line_leaves_room_to_write_above_it() -> None:
    assert min(item.y1 for item in ruled(Rect(0, 50, 100, 100), "lines", "CBD5E0")) == 50 + LINE


def test_no_ruling_draws_nothing() -> None:
    assert ruled(Rect(0, 0, 100, 100), "none", "CBD5E0") == ()
