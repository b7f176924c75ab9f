"""The marks of ordered lists."""

import pytest

from triptych.model.document import ListBlock
from triptych.model.list_marks import mark_of, numbered


@pytest.mark.parametrize(
    ("marks", "number", "wanted"),
    [
        ("1.", 12, "12."), ("(a)", 3, "(c)"), ("a)", 27, "aa)"), ("i)", 4, "iv)"), ("I.", 9, "IX."), ("A.", 2, "B."),
        ("●", 3, "3."),
    ],
)  # fmt: skip
def test_a_number_in_the_manner_of_the_first_one(marks: str, number: int, wanted: str) -> None:
    assert numbered(marks, number) == wanted


def test_the_marks_of_a_list_count_from_its_start() -> None:
    assert [mark_of(ListBlock((), True, 3, marks="(i)"), place) for place in range(2)] == ["(iii)", "(iv)"]
