"""Sheets hold every page once; folded, they read in order; nothing leaves them; links land; marks touch nothing."""

import pytest
from documents import NAMES, case
from hypothesis import given
from hypothesis import strategies as st
from measuring import page_faults

from triptych.geometry import Rect, Size
from triptych.model.document import Meta
from triptych.model.drawing import Drawing
from triptych.model.pages import (
    BoxItem,
    Destination,
    DrawingItem,
    Item,
    LinkItem,
    OutlineEntry,
    Page,
    Pages,
    PathItem,
    PictureItem,
    RuleItem,
    Tag,
    TextItem,
)
from triptych.model.picture import Picture
from triptych.model.theme import Face
from triptych.plan.direction import rtl_document
from triptych.plan.flow import shifted
from triptych.plan.handout.figures import CAPTION
from triptych.plan.handout.sheet import COLUMN, MARGIN
from triptych.plan.imposition import booklet, n_up, two_sided
from triptych.plan.imposition.booklet import signatures
from triptych.text.extents import extent

A4, LETTER = Size(595.28, 841.89), Size(612.0, 792.0)
FACE = Face("Arial")
PICTURE = Picture(b"", "png", 4, 3, "none")
ITEMS: tuple[Item, ...] = (
    TextItem(72.0, 100.0, "Some words", FACE, 12.0, "000000", 1),
    RuleItem(72.0, 110.0, 300.0, 110.0, 1.0, "000000", (2.0, 1.0)),
    BoxItem(Rect(72, 120, 100, 50), "EEF4FA", "0B5FA5", 1.0, 6.0),
    PictureItem(Rect(72, 180, 80, 60), PICTURE, 1),
    DrawingItem(72.0, 300.0, Drawing((), 2.0, 0.8, 0.3), 20.0, "000000", 1),
    PathItem(((72, 320), (100, 360), (140, 330)), "000000", 1.0, dash=(3.0, 2.0), tag=1),
    LinkItem(Rect(72, 90, 60, 14), 1, "On", destination="p1"),
)


def numbered(count: int, paper: Size = A4) -> Pages:
    """Pages that say their number, from 1 on, each with a place and a link to the first page."""
    tags = (Tag("Document"), *(Tag("P", 0, bbox=Rect(72, 90, 60, 14)) for _ in range(count)))
    pages = tuple(
        Page(
            paper,
            (
                TextItem(60.0, 100.0, str(n), FACE, 12.0, "000000", n),
                LinkItem(Rect(60, 90, 30, 14), n, "To the first", destination="p1"),
                TextItem(paper.width - 90, paper.height - 36, "page", FACE, 9.0, "000000"),
            ),
        )
        for n in range(1, count + 1)
    )
    places = tuple(Destination(f"p{n}", n - 1, 88.0) for n in range(1, count + 1))
    return Pages(Meta(title="Numbers"), pages, tags, places, (OutlineEntry("First", 0, "p1"),))


def numbers_on(page: Page) -> list[tuple[int, Rect]]:
    """The numbers on a sheet from the left to the right, and where they are."""
    found = [(int(i.text), extent(i)) for i in page.items if isinstance(i, TextItem) and i.text.isdecimal()]
    return sorted(found, key=lambda each: each[1].x)


def halves(page: Page) -> tuple[int, int]:
    """The numbers of a sheet's left and right half, 0 for a blank one; as the reader holds it."""
    found = {rect.x > page.size.width / 2: number for number, rect in numbers_on(page)}
    return found.get(False, 0), found.get(True, 0)


def folded(sheets: list[tuple[tuple[int, int], tuple[int, int]]], rtl: bool) -> list[int]:
    """The order in which a reader meets the pages of sheets that are laid upon each other and folded.

    The outermost sheet lies at the bottom, its front down. A sheet is turned over its short edge, so that what is at
    the left of its back is behind the right of its front.
    """
    first: list[int] = []
    last: list[int] = []
    for front, back in sheets:
        (front_left, front_right), (back_left, back_right) = (front[::-1], back[::-1]) if rtl else (front, back)
        first += [front_right, back_left]
        last = [back_right, front_left, *last]
    return first + last


@given(st.integers(1, 70), st.integers(0, 5), st.booleans())
def test_a_folded_booklet_reads_from_one_to_the_last(count: int, most: int, rtl: bool) -> None:
    made = booklet(numbered(count), A4, signature=most, rtl=rtl)
    sides = [halves(page) for page in made.pages]
    sides += [(0, 0)] * (len(sides) % 2)
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    read: list[int] = []
    start = 0
    for size in signatures(count, most):
        assert not most or size <= most
        read += folded(sheets[start : start + size], rtl)
        start += size
    assert start == len(sheets)
    assert [number for number in read if number] == list(range(1, count + 1))
    assert read[:count] == list(range(1, count + 1))


@given(st.integers(1, 30), st.sampled_from((2, 4, 8)), st.sampled_from((A4, LETTER)), st.booleans())
def test_pages_in_rows_stand_once_in_their_order(count: int, up: int, paper: Size, rtl: bool) -> None:
    made = n_up(numbered(count, paper), up, paper, rtl=rtl)
    found = [
        number
        for page in made.pages
        for number, _ in sorted(numbers_on(page), key=lambda each: (round(each[1].y), each[1].x * (-1 if rtl else 1)))
    ]
    assert found == list(range(1, count + 1))
    assert {frozenset((page.size.width, page.size.height)) for page in made.pages} == {
        frozenset((paper.width, paper.height))
    }


def test_two_pages_lie_beside_each_other_and_four_stand() -> None:
    assert n_up(numbered(4), 2, A4).pages[0].size == Size(A4.height, A4.width)
    assert n_up(numbered(4), 4, A4).pages[0].size == A4
    lying = n_up(numbered(2, Size(A4.height, A4.width)), 2, A4).pages[0]
    assert lying.size == A4


@pytest.mark.parametrize("made", [booklet(numbered(11), A4), n_up(numbered(11), 4, A4)], ids=["booklet", "4-up"])
def test_places_links_and_bookmarks_are_where_their_page_went(made: Pages) -> None:
    for place in made.destinations:
        at = {f"p{number}": rect for number, rect in numbers_on(made.pages[place.page])}
        assert place.name in at
        assert 0 <= at[place.name].y - place.y < 10
    for page in made.pages:
        links = [item for item in page.items if isinstance(item, LinkItem)]
        assert sorted(link.tag for link in links) == sorted(number for number, _ in numbers_on(page))
        for link in links:
            (at,) = [rect for number, rect in numbers_on(page) if number == link.tag]
            assert link.rect.contains(at, 1.0)
            told = made.tags[link.tag].bbox
            assert told is not None
            assert told.contains(Rect(at.x + 0.5 * at.width + 12 * link.rect.width / 30, at.y, 0.0, at.height), 1.0)
    assert made.outline == (OutlineEntry("First", 0, "p1"),)
    assert sorted(tag.role for tag in made.tags) == ["Document", *["P"] * 11]


@given(st.integers(1, 40))
def test_every_item_is_read_once_and_in_the_order_of_the_pages(count: int) -> None:
    made = booklet(numbered(count), A4, signature=3)
    read = [(part.page, at) for part in made.reading for at in range(part.start, part.end)]
    every = [(number, at) for number, page in enumerate(made.pages) for at in range(len(page.items))]
    assert sorted(read) == every
    texts = [made.pages[page].items[at] for page, at in read]
    assert [i.tag for i in texts if isinstance(i, TextItem) and i.tag] == list(range(1, count + 1))


def test_inner_sheets_creep_towards_the_fold() -> None:
    made = booklet(numbered(16), A4, creep=1.0)
    fronts = [numbers_on(page) for page in made.pages[::2]]
    left, right = ([side[k][1].x for side in fronts] for k in (0, 1))
    assert [round(x - left[0], 6) for x in left] == [0, 1, 2, 3]
    assert [round(right[0] - x, 6) for x in right] == [0, 1, 2, 3]


def test_creep_ends_before_the_fold() -> None:
    made = booklet(numbered(40), A4, creep=20.0)
    for page in made.pages:
        middle = page.size.width / 2
        for item in page.items:
            rect = extent(item)
            assert rect.right < middle or rect.x > middle or isinstance(item, RuleItem)


def test_backs_are_upside_down_for_printers_that_turn_over_the_long_edge() -> None:
    assert [page.turned for page in booklet(numbered(8), A4, duplex="long-edge").pages] == [False, True] * 2
    assert not any(page.turned for page in booklet(numbered(8), A4).pages)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: type(item).__name__)
def test_what_is_scaled_covers_its_part_of_what_it_covered(item: Item) -> None:
    before, after = extent(item), extent(shifted(item, 10.0, 20.0, scale=0.5))
    wanted = Rect(before.x / 2 + 10, before.y / 2 + 20, before.width / 2, before.height / 2)
    assert wanted.contains(after)
    assert after.contains(wanted)
    assert shifted(item, 0.0, 0.0) == item


# --- real handouts ---------------------------------------------------------------------------------


def of_case(name: str, how: str) -> Pages:
    document, handout = case(name).document, case(name).handout
    rtl = rtl_document(document)
    match how:
        case "booklet":
            return booklet(handout, A4, rtl=rtl)
        case "two-sided":
            return two_sided(handout, margin=MARGIN, column=COLUMN, rtl=rtl)
        case _:
            return n_up(handout, int(how[0]), A4, rtl=rtl)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("how", ["booklet", "2-up", "4-up", "two-sided"])
def test_nothing_leaves_its_sheet_or_runs_into_anything(name: str, how: str) -> None:
    for number, page in enumerate(of_case(name, how).pages, 1):
        assert page_faults(page, number) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("how", ["booklet", "2-up", "4-up"])
def test_marks_touch_nothing(name: str, how: str) -> None:
    made = of_case(name, how)
    for number, page in enumerate(made.pages):
        own = {at for part in made.reading[len(case(name).handout.pages) :] if part.page == number
               for at in range(part.start, part.end)}  # fmt: skip
        marks = [extent(item) for at, item in enumerate(page.items) if at in own]
        content = [extent(item) for at, item in enumerate(page.items) if at not in own]
        for mark in marks:
            assert not any(
                mark.x < rect.right and rect.x < mark.right and mark.y < rect.bottom and rect.y < mark.bottom
                for rect in content
            )


# --- margins for two sides -------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_odd_pages_stay_and_even_ones_keep_within_the_margins(name: str) -> None:
    before, after = case(name).handout, of_case(name, "two-sided")
    assert after.pages[::2] == before.pages[::2]
    for old, new in zip(before.pages[1::2], after.pages[1::2], strict=True):
        assert [type(item) for item in old.items] == [type(item) for item in new.items]
        for one, two in zip(old.items, new.items, strict=True):
            if extent(one).x >= MARGIN and extent(one).right <= A4.width - MARGIN:
                assert extent(two).x >= MARGIN - 0.1
                assert extent(two).right <= A4.width - MARGIN + 0.1


@pytest.mark.parametrize("name", ["lecture", "long", "study-skills"])
def test_the_column_moves_as_one_and_tables_are_not_torn(name: str) -> None:
    before, after = case(name).handout, of_case(name, "two-sided")
    room = A4.width - 2 * MARGIN - COLUMN
    for old, new in zip(before.pages[1::2], after.pages[1::2], strict=True):
        moves: dict[int, set[float]] = {}
        for one, two in zip(old.items, new.items, strict=True):
            if not isinstance(one, TextItem) or one.tag is None or one.size == CAPTION:
                continue  # captions beside figures keep to the column where it moves
            if extent(one).x > MARGIN + COLUMN + 12 and not _table(before, one.tag):
                assert extent(two).right < MARGIN + room  # what stands in the free room still does
            else:
                moves.setdefault(_table(before, one.tag), set()).add(round(extent(two).x - extent(one).x, 3))
        assert all(len(each) == 1 for owner, each in moves.items() if owner)
        if 0 in moves:
            assert moves[0] <= {round(room, 3)}
        assert page_faults(new) == []


def _table(pages: Pages, tag: int) -> int:
    """The table or code that a tag is in; 0 for none."""
    while tag >= 0 and pages.tags[tag].role not in ("Table", "Code", "TOC", "Index", "Figure", "Formula"):
        tag = pages.tags[tag].parent
    return max(tag, 0)


def test_page_numbers_stand_at_the_outer_edge() -> None:
    made = of_case("long", "two-sided")
    for number, page in enumerate(made.pages, 1):
        (last,) = [extent(i) for i in page.items if isinstance(i, TextItem) and i.text.startswith(f"{number} of")]
        edge = last.x - MARGIN if number % 2 == 0 else A4.width - MARGIN - last.right
        assert abs(edge) < 0.1
