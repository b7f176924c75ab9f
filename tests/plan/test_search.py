"""The search behind the cheat sheet: most content first, then the largest type, in even columns."""

from functools import partial
from math import inf

from documents import from_markdown, theme
from hypothesis import given, settings
from hypothesis import strategies as st

from triptych.model.document import Document
from triptych.model.forms import PAPERS
from triptych.model.smallest_type import LARGEST_SHEET, SMALLEST_SHEET
from triptych.plan.cheat_sheet import plan_cheat_sheet
from triptych.plan.cheat_sheet.boxes import Box, boxes_of
from triptych.plan.cheat_sheet.measure import PAD, Measured
from triptych.plan.cheat_sheet.order import Order, ranked
from triptych.plan.cheat_sheet.pack import Atom, Packed, Room, hold
from triptych.plan.cheat_sheet.search import Choice, all_in_large_type, search
from triptych.weigh import Weights

Found = tuple[tuple[Box, ...], Order]


def of(text: str, *, in_order: bool = False) -> Found:
    document = from_markdown(text).document
    made = boxes_of(document, {})
    return made, ranked(made, document, in_order=in_order)


def boxes(sections: int, sentences: int, *, in_order: bool = False) -> Found:
    part = "\n\n".join(f"Sentence {k} of this part. It says a little more. And more." for k in range(sentences))
    text = "\n\n".join(f"# Part {number}\n\n{part}" for number in range(sections))
    return of(text, in_order=in_order)


def found(made: Found, room: Room, *, in_order: bool = False) -> Choice:
    return search(*made, theme(), room, in_order=in_order)


@settings(max_examples=20)
@given(st.integers(1, 8), st.integers(1, 20))
def test_all_that_fits_is_kept_and_the_boxes_stay_in_order(sections: int, sentences: int) -> None:
    choice = found(boxes(sections, sentences), Room(780.0, (500.0,)))
    assert SMALLEST_SHEET <= choice.size <= LARGEST_SHEET
    assert len(choice.layout) <= choice.columns
    shown = [choice.atoms[k].box for column in choice.layout for k in column]
    assert shown == sorted(shown)
    assert [k for column in choice.layout for k in column] == list(range(len(choice.atoms)))
    if choice.left:
        assert choice.size < SMALLEST_SHEET + 1.5  # what is left out is left out for want of room


def test_more_room_never_keeps_less() -> None:
    made = boxes(6, 30)
    kept = [
        len(made[1].places) - len(found(made, Room(780.0, (height,))).left) for height in (150.0, 300.0, 500.0, 900.0)
    ]
    assert kept == sorted(kept)
    assert kept[0] < kept[-1]


def test_a_short_document_is_set_large() -> None:
    assert found(boxes(1, 1), Room(780.0, (500.0,))).size == LARGEST_SHEET


def test_what_does_not_fit_makes_way_for_what_does() -> None:
    long = " ".join(["A sentence that goes on and on, whatever is left of the page,"] * 20)
    choice = found(of(f"# A\n\n{long}.\n\n# B\n\nShort.\n"), Room(200.0, (80.0,)))
    assert [place for place in choice.left if place[0] == 0] == list(choice.left) != []
    assert list(choice.kept) == [1]


def test_in_order_nothing_is_kept_after_what_is_left_out() -> None:
    made = boxes(6, 30, in_order=True)
    choice = found(made, Room(780.0, (200.0,)), in_order=True)
    kept = set(made[1].places) - set(choice.left)
    assert kept
    assert choice.left
    assert max(kept) < min(choice.left)


def test_a_second_side_gives_larger_type() -> None:
    made = boxes(6, 12)
    one, two = (found(made, Room(780.0, (500.0,) * sides)) for sides in (1, 2))
    assert (one.sides, two.sides) == (1, 2)
    assert two.size > one.size or len(two.left) < len(one.left)


def test_what_an_author_marks_comes_first_or_last() -> None:
    made, order = of("# A\n\nFew words. {.optional}\n\nAn aim of **steel** is strength.\n\nSo it is. {.essential}\n")
    lines = [made[box].entries[made[box].units[unit].entries[0]].line for box, unit in order.places]
    assert lines == [7, 5, 3]


def table(rows: int) -> str:
    return "| Year | Step |\n|--|--|\n" + "".join(f"| {1950 + k} | Step {k} |\n" for k in range(rows))


def test_short_lists_and_tables_are_whole() -> None:
    items = "".join(f"- item {k}\n" for k in range(7))
    made, order = of(f"# A\n\nThe steps are:\n\n{table(8)}\n# B\n\nThese are known:\n\n{items}")
    assert sorted(order.places) == [(0, 0), (1, 0)]
    assert len(made[0].units[0].entries) == 1 + 1 + 8  # the lead-in, the head and the rows
    assert len(made[1].units[0].entries) == 1 + 7


def test_longer_ones_lose_rows_from_the_end_and_say_so() -> None:
    made, order = of(f"# A\n\n{table(40)}")
    choice = found((made, order), Room(200.0, (150.0,)))
    lines = [made[0].entries[k].line for k in sorted(choice.kept[0])]
    left = [made[0].entries[made[0].units[unit].entries[0]].line for _, unit in choice.left]
    assert left
    assert left == list(range(min(left), 45))  # the last of 40 rows stands in line 44
    assert max(lines) < min(left)
    assert made[0].entries[max(choice.kept[0])].inlines[0].text == "…"  # type: ignore[union-attr]


def test_a_lead_in_stays_with_what_it_leads_to_or_is_left_out() -> None:
    made, order = of(
        "# A\n\nText. It holds that:\n\n$$a = b$$\n\nwhere $a$ is one. More.\n\n# B\n\nWords. This follows:\n"
    )
    units = [[entry.line for entry in map(made[0].entries.__getitem__, unit.entries)] for unit in made[0].units]
    assert units == [[3], [3, 5, 7], [7]]
    assert [box for box, _ in order.places].count(1) == 1  # nothing follows what ends in a colon


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 6), st.integers(1, 9), st.sampled_from([(500.0,), (200.0,), (500.0, 480.0)]))
def test_what_fits_in_the_largest_type_is_set_as_if_it_had_been_weighed(
    sections: int, sentences: int, heights: tuple[float, ...]
) -> None:
    made, room = boxes(sections, sentences), Room(780.0, heights)
    whole, chosen = all_in_large_type(made[0], theme(), room), found(made, room)
    assert whole in (chosen, None)


def test_two_sides_in_the_largest_type_are_no_reason_for_two() -> None:
    made, room = boxes(4, 3), Room(780.0, (165.0, 165.0))
    assert found(made, room).sides == 1
    assert all_in_large_type(made[0], theme(), room) is None


def test_a_short_document_is_not_weighed() -> None:
    document = from_markdown("# Small\n\nIt says little. Not much more.").document

    def refused(document: Document) -> Weights:
        raise AssertionError("weighed")

    pages, _, left = plan_cheat_sheet(document, theme(), PAPERS["a4"], weigh=refused)
    assert len(pages.pages) == 1
    assert not left


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 6), st.integers(1, 12), st.floats(9.0, 60.0))
def test_no_box_falls_below_its_bound_in_any_column(sections: int, sentences: int, width: float) -> None:
    table = "\n\n| Year | Event |\n|---|---|\n" + "".join(f"| {1900 + k} | An event of it, told |\n" for k in range(12))
    part = " ".join(f"Sentence {k} of an extraordinarily uninteresting passage." for k in range(sentences))
    text = "\n\n".join(f"# Part {number}\n\n{part}\n\n- one\n- two{table}" for number in range(sections))
    for box in of(text)[0]:
        measured, kept = Measured(box, theme()), frozenset(range(len(box.entries)))
        blocks = measured.blocks(kept, measured.shapes(kept, width))
        high = sum(block.height + block.gap for block in blocks) + measured.header(0, width)
        assert measured.least(kept, 0, width) <= high + 2 * PAD + 1e-9


ATOMS = st.lists(st.floats(0.5, 9.0), min_size=1, max_size=6)


@settings(deadline=None)
@given(st.lists(ATOMS, max_size=8), st.lists(st.floats(0.0, 30.0), min_size=1, max_size=4))
def test_whole_boxes_are_packed_as_block_after_block(heights: list[list[float]], free: list[float]) -> None:
    made, parted = [], []
    for number, own in enumerate(heights):
        last = len(own) - 1
        atoms = [
            Atom(number, (), high + 0.4 * (k == last), 0.2 if k else 0.5, 0.4 * (k > 0), 0.4 * (k < last), 0.5)
            for k, high in enumerate(own)
        ]
        whole = sum(a.height for a in atoms) + sum(a.gap for a in atoms[1:])
        made.append(Packed(whole, 0.5, 0.0, partial(list, atoms)))
        parted.append(Packed(inf, 0.5, 0.0, partial(list, atoms)))
    assert hold(made, free) == hold(parted, free)
