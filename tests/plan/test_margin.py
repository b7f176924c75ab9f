"""Small figures stand in the outer margin of a handout, beside the text that they belong to."""

import itertools

import pytest
from documents import theme
from hypothesis import given, settings
from hypothesis import strategies as st
from measuring import page_faults
from reading import rewritten

from triptych.geometry import Rect
from triptych.model.forms import PAPERS, HandoutForm
from triptych.model.pages import BoxItem, Page, Pages, PictureItem, TextItem
from triptych.model.picture import Picture
from triptych.plan.flow import Aside, Placed, Strip
from triptych.plan.handout import plan_handout
from triptych.plan.handout.figures import CAPTION
from triptych.plan.pagination import paginate
from triptych.text.extents import extent, hull

LINE = "Every line of this text is about as long as the column of a page is wide, so. "
ICON = '![A small icon](icon.png "An icon")\n\n'
ARTICLE = HandoutForm()
TOP, BOTTOM, COLUMN = 50.0, 500.0, 300.0


def plan(text: str, form: HandoutForm = ARTICLE, paper: str = "a4", edition: str = "", width: int = 60) -> Pages:
    pictures = {"icon.png": Picture(b"", "png", width, width, "key")}
    document = rewritten(text)
    return plan_handout(document, theme(), pictures, PAPERS[paper], edition, form)  # type: ignore[arg-type]


def pictures(page: Page) -> list[Rect]:
    return [item.rect for item in page.items if isinstance(item, PictureItem)]


def running(page: Page) -> list[TextItem]:
    """The lines of the running text."""
    return [item for item in page.items if isinstance(item, TextItem) and item.text.startswith("Every")]


def captions(page: Page) -> list[TextItem]:
    return [item for item in page.items if isinstance(item, TextItem) and item.size == CAPTION]


def test_a_small_figure_stands_beside_the_text_behind_it_with_its_caption_beneath() -> None:
    pages = plan(f"# A\n\n{LINE * 4}\n\n{ICON}{LINE * 9}\n\n# B\n\n{LINE}")
    bare = plan(f"# A\n\n{LINE * 4}\n\n{LINE * 9}\n\n# B\n\n{LINE}")
    (page,), (without,) = pages.pages, bare.pages
    (box,) = pictures(page)
    assert [item.y for item in running(page)] == [item.y for item in running(without)]  # no text makes room for it
    assert box.x > max(extent(item).right for item in running(page))
    assert box.right <= page.size.width - 54.0
    assert all(item.x >= box.x and item.y > box.bottom for item in captions(page))
    assert captions(page)
    assert page_faults(page) == []


def test_a_figure_in_the_margin_is_read_out_where_it_stands_in_the_source() -> None:
    pages = plan(f"# A\n\n{LINE * 4}\n\n{ICON}{LINE * 9}\n")
    (section,) = (n for n, tag in enumerate(pages.tags) if tag.role == "Sect")
    assert [tag.role for tag in pages.tags if tag.parent == section] == ["P", "Figure", "P"]
    (figure,) = (n for n, tag in enumerate(pages.tags) if tag.role == "Figure")
    assert [tag.role for tag in pages.tags if tag.parent == figure] == ["Caption"]
    assert [tag.alt for tag in pages.tags if tag.role == "Figure"] == ["A small icon"]
    (page,) = pages.pages
    assert all(item.tag is not None and pages.tags[item.tag].role == "Caption" for item in captions(page))


def test_a_figure_at_the_end_of_a_section_stands_beside_the_end_of_its_text() -> None:
    (page,) = plan(f"# A\n\n{LINE * 12}\n\n{ICON}# B\n\n{LINE}").pages
    (box,) = pictures(page)
    lines = running(page)
    assert box.x > max(extent(item).right for item in lines)
    assert lines[0].y < box.bottom < lines[-1].y


def test_figures_next_to_each_other_stand_beneath_each_other() -> None:
    (page,) = plan(f"# A\n\n{ICON}{ICON}{ICON}{LINE * 24}\n").pages
    boxes = pictures(page)
    assert len({box.x for box in boxes}) == 1
    assert all(one.bottom + 12.5 < two.y for one, two in itertools.pairwise(boxes))
    assert page_faults(page) == []


@pytest.mark.parametrize(
    ("form", "paper"),
    [
        (HandoutForm(full=True), "a4"),
        (HandoutForm(), "a5"),
        (HandoutForm("cornell"), "a4"),
        (HandoutForm(wide=True), "a4"),
        (HandoutForm(ruling="lines"), "a4"),
    ],
)
def test_where_the_margin_is_narrow_or_the_readers_figures_stay_in_the_text(form: HandoutForm, paper: str) -> None:
    page = plan(f"# A\n\n{LINE * 4}\n\n{ICON}{LINE * 9}\n", form, paper).pages[0]
    (box,) = pictures(page)
    assert box.right < max(extent(item).right for item in running(page))


def test_a_figure_that_is_wider_than_the_margin_stays_in_the_text() -> None:
    (page,) = plan(f"# A\n\n{LINE * 4}\n\n{ICON}{LINE * 9}\n", width=120).pages
    (box,) = pictures(page)
    assert box.x == min(item.x for item in running(page))


def test_figures_that_are_much_higher_than_their_text_stay_in_it() -> None:
    (page,) = plan("# A\n\n" + (ICON + "Every icon.\n\n") * 4).pages
    assert len({box.x for box in pictures(page)} | {item.x for item in running(page)}) == 1


def test_a_document_from_right_to_left_has_its_figures_at_the_left() -> None:
    (page,) = plan(f"---\nlang: ar\n---\n\n# A\n\n{ICON}{LINE * 9}\n").pages
    (box,) = pictures(page)
    assert box.right < min(item.x for item in running(page))
    assert box.x >= 54.0


def test_on_the_back_of_a_sheet_figures_stand_at_its_outer_edge() -> None:
    front, back = plan(f"# A\n\n{(ICON + LINE * 70) * 2}\n", HandoutForm(two_sided=True)).pages[:2]
    assert pictures(front)[0].x > max(extent(item).right for item in running(front))
    assert pictures(back)[0].right < min(item.x for item in running(back))


def test_student_and_instructor_have_their_figures_at_the_same_places() -> None:
    text = f"# A\n\n{LINE * 4} ==hidden words==\n\n{ICON}{LINE * 9}\n\n::: notes\n{LINE * 3}\n\n{ICON}{LINE * 9}\n:::\n"
    student, instructor = plan(text, edition="student"), plan(text, edition="instructor")
    assert [pictures(page)[:1] for page in student.pages] == [pictures(page)[:1] for page in instructor.pages]
    assert len([box for page in student.pages for box in pictures(page)]) == 1  # none of what is hidden


def figure(height: float) -> Aside:
    return Aside(height, (BoxItem(Rect(COLUMN + 16.0, 0.0, 80.0, height - 5.0)),), floats=True)


STRIPS = st.builds(
    lambda height, high, wide, opens, keep, before: Strip(
        height,
        (BoxItem(Rect(0.0, 0.0, COLUMN + (100.0 if wide and not high else 0.0), height)),),
        before, keep, aside=figure(high) if high else None, opens=opens,
    ),
    st.floats(10, 90), st.just(0.0) | st.floats(30, 160), st.booleans(), st.booleans(), st.booleans(), st.floats(0, 20),
)  # fmt: skip


def parts(page: list[Placed]) -> list[Rect]:
    """What the strips of a page, and the things beside them, cover."""
    out = []
    for at in page:
        beside = at.strip.aside
        for y, items in ((at.y, at.strip.items), (at.y + at.lower, beside.items if beside else ())):
            around = hull(map(extent, items))
            out += [Rect(around.x, around.y + y, around.width, around.height)] if around else []
    return out


@given(st.lists(STRIPS, max_size=30))
@settings(max_examples=300)
def test_nothing_in_the_margin_runs_into_anything_is_lost_or_leaves_its_page(strips: list[Strip]) -> None:
    pages = paginate(strips, TOP, BOTTOM, column=COLUMN)
    every = [rect for page in pages for rect in parts(page)]
    assert len(every) == sum(1 + (strip.aside is not None) for strip in strips)
    for page in pages:
        rects = parts(page)
        for n, one in enumerate(rects):
            assert one.y >= TOP
            assert one.bottom <= BOTTOM + 0.5
            for two in rects[:n]:
                apart = (
                    one.x >= two.right - 0.1 or two.x >= one.right - 0.1
                    or one.y >= two.bottom - 0.1 or two.y >= one.bottom - 0.1
                )  # fmt: skip
                assert apart, (one, two)
