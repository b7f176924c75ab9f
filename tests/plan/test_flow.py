"""Strips on pages: kept together, parted only where they must be, headers set again."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from triptych.model.pages import TextItem
from triptych.model.theme import Face
from triptych.plan.flow import Aside, Call, Foot, Panel, Placed, Strip, Tuning
from triptych.plan.pagination import Flow, Frame, flow, paginate
from triptych.plan.paragraphs import paragraph
from triptych.plan.tree import Tree
from triptych.text.spans import Span, Style

TOP, BOTTOM = 50.0, 250.0
STYLE = Style(Face("Arial"), 10.0, "000000")


def heights(pages: list[list[Placed]]) -> list[list[float]]:
    return [[at.strip.height for at in page] for page in pages]


_strips = st.lists(
    st.builds(Strip, st.floats(1, 90), before=st.floats(0, 20), keep=st.booleans(), anchors=st.just(())), max_size=40
)


@given(_strips)
def test_every_strip_is_placed_once_in_order_and_on_its_page(strips: list[Strip]) -> None:
    pages = paginate(strips, TOP, BOTTOM)
    assert [at.strip for page in pages for at in page] == strips
    assert not strips or all(pages)
    for page in pages:
        y = TOP
        for at in page:
            assert y - 1e-6 <= at.y
            y = at.y + at.strip.height
        assert y <= BOTTOM + 0.02


@given(_strips)
def test_what_keeps_together_is_parted_only_if_it_fills_a_page(strips: list[Strip]) -> None:
    pages = paginate(strips, TOP, BOTTOM)
    place = {id(at.strip): number for number, page in enumerate(pages) for at in page}
    start = 0
    for end, strip in enumerate(strips):
        if strip.keep and end + 1 < len(strips):
            continue
        group = strips[start : end + 1]
        needs = sum(part.height + part.before for part in group) - group[0].before
        if needs <= BOTTOM - TOP:
            assert len({place[id(part)] for part in group}) == 1
        start = end + 1


_ANY = st.lists(
    st.builds(
        Strip,
        st.floats(1, 90),
        before=st.floats(0, 20),
        keep=st.booleans(),
        calls=st.lists(st.integers(0, 9).map(lambda number: Call(number, number)), max_size=1).map(tuple),
        aside=st.none() | st.builds(Aside, st.floats(1, 60), st.just(()), floats=st.booleans()),
        least=st.sampled_from([0.0, 0.0, 40.0]),
        spare=st.booleans(),
        opens=st.booleans(),
    ),
    min_size=1,
    max_size=40,
)
_TUNING = st.none() | st.builds(Tuning, st.integers(0, 12), st.floats(0.2, 1.0), st.floats(-60, 60))


def _frame() -> Frame:
    return Frame(
        TOP,
        BOTTOM,
        notes=lambda call: (Foot(call.number, (Strip(9.0, before=float(call.number)), Strip(30.0))),),
        column=300.0,
    )


@given(_ANY, _ANY, _TUNING, _TUNING)
def test_what_flows_again_from_where_it_differs_is_as_if_all_had_flowed(
    strips: list[Strip], more: list[Strip], first: Tuning | None, second: Tuning | None
) -> None:
    before = flow(strips, _frame(), first)
    kept = [[*page] for page in before.pages]
    tuned = flow(strips, _frame(), second, before)
    assert tuned.pages == flow(strips, _frame(), second).pages
    longer = flow([*strips, *more], _frame(), second, tuned)
    assert longer.pages == flow([*strips, *more], _frame(), second).pages
    other = flow([*strips[:-1], *more], _frame(), first, longer)
    assert other.pages == flow([*strips[:-1], *more], _frame(), first).pages
    assert before.pages == kept


def test_pages_before_those_that_are_tuned_do_not_flow_again() -> None:
    asked: list[int] = []

    def notes(call: Call) -> tuple[Foot, ...]:
        asked.append(call.number)
        return ()

    frame = Frame(TOP, BOTTOM, notes=notes)
    strips = [Strip(20.0, calls=(Call(number, 0),)) for number in range(100)]
    before: Flow = flow(strips, frame)
    asked.clear()
    assert len(flow(strips, frame, Tuning(9, 0.5), before).pages) == 10
    assert set(asked) == set(range(81, 100))  # behind the first strip of the last page but one


def test_space_before_is_dropped_at_the_top_of_a_page() -> None:
    pages = paginate([Strip(150.0), Strip(80.0, before=40.0)], TOP, BOTTOM)
    assert heights(pages) == [[150.0], [80.0]]
    assert pages[1][0].y == TOP


def test_a_header_is_set_again_as_an_artifact() -> None:
    head = Strip(20.0)
    rows = [Strip(60.0, header=(head,)) for _ in range(6)]
    pages = paginate([head, *rows], TOP, BOTTOM)
    assert heights(pages) == [[20.0, 60.0, 60.0, 60.0], [20.0, 60.0, 60.0, 60.0]]
    assert [page[0].repeated for page in pages] == [False, True]


def test_a_strip_that_is_taller_than_a_page_does_not_stop_the_others() -> None:
    pages = paginate([Strip(10.0), Strip(900.0), Strip(10.0)], TOP, BOTTOM)
    assert sum(len(page) for page in pages) == 3


@given(st.integers(2, 12), st.floats(0, 200))
def test_no_line_of_a_paragraph_stands_alone(lines: int, used: float) -> None:
    tree = Tree()
    spans = (Span("\n".join("word" for _ in range(lines)), STYLE),)
    made = paragraph(spans, tree, tree.add("P"), width=200.0, leading=15.0)
    pages = paginate([Strip(used), *made], TOP, BOTTOM)
    counts = [sum(bool(at.strip.items) for at in page) for page in pages]
    assert sum(counts) == lines
    assert 1 not in counts


def test_a_picture_in_a_box_waits_while_the_text_of_the_box_fills_the_page_but_never_leaves_the_box() -> None:
    box, text = Panel(0.0, 100.0, fill="EEEEEE"), (TextItem(0.0, 8.0, "a", Face("Liberation Sans"), 10.0, "000000", 0),)
    picture = Strip(60.0, text, least=50.0, panel=box)
    lines = [Strip(10.0, text, panel=box) for _ in range(6)]
    pad, after = Strip(8.0, panel=box), Strip(10.0, text)
    strips = [Strip(8.0, keep=True, panel=box), *lines[:5], picture, lines[5], replace(lines[0], keep=True), pad, after]
    pages = paginate(strips, 0.0, 100.0)
    assert [at.strip.height for at in pages[0]] == [8.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0]
    assert [at.strip.height for at in pages[1]] == [60.0, 10.0, 8.0, 10.0]
