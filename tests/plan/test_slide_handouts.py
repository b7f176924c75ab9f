"""Handouts of slides: every slide once, in order, as large as the paper lets it be; every note."""

import re

import pytest
from documents import A4, NAMES, case, theme
from measuring import page_faults
from reading_pdf import open_pdf

from triptych.geometry import Rect
from triptych.model.forms import Ruling
from triptych.model.pages import BoxItem, Page, Pages, RuleItem, TextItem
from triptych.plan.handout.notes import plan_notes
from triptych.plan.handout.slides import plan_slides
from triptych.template.decor import read_decor
from triptych.template.themes import read_theme
from triptych.write.pdf import write_pages

_WORD = re.compile(r"\w+")
EACH = (1, 2, 3, 4, 6, 9)


def slides(name: str, per_page: int, ruling: Ruling = "none") -> Pages:
    found = case(name)
    return plan_slides(found.deck, found.document, theme(), read_decor(read_theme()[1]), A4, per_page, ruling)


def notes(name: str, ruling: Ruling = "none") -> Pages:
    found = case(name)
    return plan_notes(found.deck, found.document, theme(), read_decor(read_theme()[1]), A4, ruling)


def frames(page: Page) -> list[Rect]:
    """Where slides stand: their hairlines."""
    return [
        item.rect for item in page.items if isinstance(item, BoxItem) and not item.fill and item.stroke_width == 0.6
    ]


@pytest.mark.parametrize("per_page", EACH)
@pytest.mark.parametrize("name", NAMES)
def test_every_slide_stands_once_and_none_over_another(name: str, per_page: int) -> None:
    pages, count = slides(name, per_page), len(case(name).deck.slides)
    assert len(pages.pages) == -(-count // per_page)
    assert sum(len(frames(page)) for page in pages.pages) == count
    assert [place.name for place in pages.destinations] == [slide.id for slide in case(name).deck.slides]
    for page in pages.pages:
        whole = Rect(0, 0, page.size.width, page.size.height)
        found = frames(page)
        assert all(whole.contains(frame) for frame in found)
        for k, one in enumerate(found):
            assert not any(one.x < two.right and two.x < one.right and one.y < two.bottom and two.y < one.bottom
                           for two in found[k + 1 :])  # fmt: skip


def test_more_slides_are_smaller_and_paper_is_turned_to_make_them_larger() -> None:
    wide = [frames(slides("lecture", per_page).pages[0])[0].width for per_page in EACH]
    assert wide[0] > wide[1] > wide[3] > wide[4]
    assert wide[5] / wide[4] > 0.9  # nine on their side are about as large as six upright
    sizes = {per_page: slides("lecture", per_page).pages[0].size for per_page in EACH}
    assert [per_page for per_page in EACH if sizes[per_page].width > sizes[per_page].height] == [1, 4, 9]


def test_three_slides_have_lines_beside_them() -> None:
    page = slides("lecture", 3).pages[0]
    lines = [item for item in page.items if isinstance(item, RuleItem) and item.width == 0.4]
    assert len(lines) >= 3 * 6
    assert all(line.x1 > frames(page)[0].right for line in lines)


@pytest.mark.parametrize("ruling", ["lines", "dots", "squares"])
def test_free_space_is_ruled_and_no_slide_is_written_over(ruling: Ruling) -> None:
    for per_page in (1, 2, 6):
        page = slides("lecture", per_page, ruling).pages[0]
        rules = [item for item in page.items if isinstance(item, RuleItem) and item.width in (0.4, 1.2)]
        assert rules
        for frame in frames(page):
            assert not any(frame.contains(Rect(rule.x1, rule.y1, 0, 0), -1.0) for rule in rules)


@pytest.mark.parametrize("name", NAMES)
def test_every_note_is_there_and_on_the_page(name: str) -> None:
    pages, deck = notes(name), case(name).deck
    told: dict[int, str] = {}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.tag is not None:
                told[item.tag] = told.get(item.tag, "") + item.text
    letters = "".join("".join(_WORD.findall(text)) for text in told.values())
    for slide in deck.slides:
        for para in slide.notes:
            for run in para.runs:
                if not run.formula:
                    assert "".join(_WORD.findall(run.text)) in letters
    for page in pages.pages:
        below = Page(page.size, tuple(item for item in page.items if not _on_slide(item, page)))
        assert page_faults(below) == []


def _on_slide(item: object, page: Page) -> bool:
    return isinstance(item, TextItem) and any(frame.contains(Rect(item.x, item.y, 0, 0)) for frame in frames(page))


def test_a_slide_without_notes_has_lines_to_write_on() -> None:
    deck = case("lecture").deck
    bare = next(index for index, slide in enumerate(deck.slides) if not slide.notes)
    pages = notes("lecture")
    place = next(place for place in pages.destinations if place.name == deck.slides[bare].id)
    lines = [item for item in pages.pages[place.page].items if isinstance(item, RuleItem) and item.width == 0.4]
    assert len(lines) > 10


def test_bookmarks_name_the_sections_and_the_slides() -> None:
    outline, deck = slides("study-skills", 4).outline, case("study-skills").deck
    assert {entry.title for entry in outline if entry.level == 0} >= {section.name for section in deck.sections[1:]}
    assert {entry.title for entry in outline if entry.level == 1} >= {slide.title for slide in deck.slides}


@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_twice_and_the_tags_hold(name: str) -> None:
    for make in (lambda: slides(name, 6), lambda: notes(name)):
        data = write_pages(make())
        assert data == write_pages(make())
        with open_pdf(data) as pdf:
            assert pdf.Root.MarkInfo.Marked
