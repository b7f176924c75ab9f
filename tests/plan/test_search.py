"""The search behind the cheat sheet: most content first, then the largest type."""

from documents import from_markdown, theme
from hypothesis import given, settings
from hypothesis import strategies as st

from triptych.plan.cheat_sheet.boxes import boxes_of
from triptych.plan.cheat_sheet.pack import LARGEST, SMALLEST, Room
from triptych.plan.cheat_sheet.search import ranked, search


def boxes(sections: int, sentences: int) -> tuple:
    part = "\n\n".join(f"Sentence {k} of this part. It says a little more. And more." for k in range(sentences))
    text = "\n\n".join(f"# Part {number}\n\n{part}" for number in range(sections))
    return boxes_of(from_markdown(text).document)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 8), st.integers(1, 20))
def test_all_that_fits_is_kept_and_the_boxes_stay_in_order(sections: int, sentences: int) -> None:
    made = boxes(sections, sentences)
    choice = search(made, theme(), Room(780.0, (500.0,)))
    assert SMALLEST <= choice.size <= LARGEST
    assert len(choice.layout) <= choice.columns
    shown = [box for column in choice.layout for box in column]
    assert shown == sorted(shown)
    if choice.left:
        assert choice.size < SMALLEST + 1.5  # what is left out is left out for want of room


def test_more_room_never_keeps_less() -> None:
    made = boxes(6, 30)
    kept = [
        len(ranked(made)) - len(search(made, theme(), Room(780.0, (height,))).left)
        for height in (150.0, 300.0, 500.0, 900.0)
    ]
    assert kept == sorted(kept)
    assert kept[0] < kept[-1]


def test_a_short_document_is_set_large() -> None:
    assert search(boxes(1, 1), theme(), Room(780.0, (500.0,))).size == LARGEST


def test_what_does_not_fit_makes_way_for_what_does() -> None:
    long = " ".join(["A sentence that goes on and on, whatever is left of the page,"] * 20)
    made = boxes_of(from_markdown(f"# A\n\n{long}.\n\n# B\n\nShort.\n").document)
    choice = search(made, theme(), Room(200.0, (80.0,)))
    assert [place for place in choice.left if place[0] == 0] == list(choice.left) != []
    assert list(choice.kept) == [1]


def test_in_order_nothing_is_kept_after_what_is_left_out() -> None:
    made = boxes(6, 30)
    choice = search(made, theme(), Room(780.0, (200.0,)), in_order=True)
    kept = [(box, index) for box, part in choice.kept.items() for index in part]
    assert kept
    assert choice.left
    assert max(kept) < min(choice.left)


def test_a_second_side_gives_larger_type() -> None:
    made = boxes(6, 8)
    one, two = (search(made, theme(), Room(780.0, (500.0,) * sides)) for sides in (1, 2))
    assert (one.sides, two.sides) == (1, 2)
    assert two.size > one.size or len(two.left) < len(one.left)


def test_the_head_of_a_table_comes_with_its_first_row() -> None:
    made = boxes_of(from_markdown("# A\n\n| Year | Step |\n|--|--|\n| 1952 | One |\n| 1958 | Two |\n").document)
    assert [index for _, index in ranked(made)] == [1, 0, 2]
    assert [index for _, index in ranked(made, in_order=True)] == [0, 1, 2]
