"""The search behind the cheat sheet: most content first, then the largest type."""

from documents import from_markdown, theme
from hypothesis import given, settings
from hypothesis import strategies as st

from triptych.plan.cheat_sheet.boxes import boxes_of
from triptych.plan.cheat_sheet.search import LARGEST, SMALLEST, ranked, search


def boxes(sections: int, sentences: int) -> tuple:
    part = "\n\n".join(f"Sentence {k} of this part. It says a little more. And more." for k in range(sentences))
    text = "\n\n".join(f"# Part {number}\n\n{part}" for number in range(sections))
    return boxes_of(from_markdown(text).document)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 8), st.integers(1, 20))
def test_all_that_fits_is_kept_and_the_boxes_stay_in_order(sections: int, sentences: int) -> None:
    made = boxes(sections, sentences)
    choice = search(made, theme(), 780.0, 500.0)
    assert SMALLEST <= choice.size <= LARGEST
    assert len(choice.layout) <= choice.columns
    shown = [box for column in choice.layout for box in column]
    assert shown == sorted(shown)
    if choice.kept < len(ranked(made)):
        assert choice.size < SMALLEST + 1.5  # what is left out is left out for want of room


def test_more_room_never_keeps_less() -> None:
    made = boxes(6, 30)
    kept = [search(made, theme(), 780.0, height).kept for height in (150.0, 300.0, 500.0, 900.0)]
    assert kept == sorted(kept)
    assert kept[0] < kept[-1]


def test_a_short_document_is_set_large() -> None:
    assert search(boxes(1, 1), theme(), 780.0, 500.0).size == LARGEST
