"""Documents that run from right to left: pages and slides begin at the right, each paragraph runs its own way."""

import pytest
from documents import case, from_markdown

from triptych.geometry import Rect
from triptych.model.deck import Para, Run, TableBox, TextFill
from triptych.model.pages import BoxItem, LinkItem, PathItem, RuleItem, TextItem
from triptych.model.theme import Face
from triptych.plan.direction import mirrored, rtl_document
from triptych.text.shape import width
from triptych.write.pptx.relations import Relations
from triptych.write.pptx.text import Context, TextStyle, paragraphs

ITEMS = (
    TextItem(10, 20, "שלום abc ", Face("Arial"), 12, "000000", 1, True),
    RuleItem(10, 20, 60, 20, 1, "000000"),
    BoxItem(Rect(10, 20, 30, 40), "EEEEEE"),
    LinkItem(Rect(10, 20, 30, 40), 1, "there"),
    PathItem(((1, 2), (3, 4), (5, 1)), "000000"),
)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: type(item).__name__)
def test_what_is_mirrored_twice_is_where_it_was(item: TextItem) -> None:
    once = mirrored(item, 200.0)
    assert once != item
    twice = mirrored(once, 200.0)
    assert getattr(twice, "x", 0.0) == pytest.approx(getattr(item, "x", 0.0))
    assert getattr(twice, "rect", None) == getattr(item, "rect", None)
    assert getattr(twice, "points", None) == getattr(item, "points", None)


@pytest.mark.parametrize(("name", "rtl"), [("hebrew", True), ("arabic", True), ("scripts", False)])
def test_a_document_runs_as_its_language_does(name: str, rtl: bool) -> None:
    assert rtl_document(case(name).document) is rtl


def test_a_document_that_names_no_language_runs_as_most_of_its_letters_do() -> None:
    assert rtl_document(from_markdown("# שלום\n\nעולם ומלואו, and a word.").document)
    assert not rtl_document(from_markdown("# Hello\n\nThe word שלום means peace.").document)


def test_text_is_flush_right_and_marks_stand_before_it() -> None:
    texts = [
        item for page in case("hebrew").handout.pages for item in page.items if isinstance(item, TextItem) and item.tag
    ]
    edge = max(_right(item) for item in texts)
    assert edge == pytest.approx(595.28 - 54, abs=1)
    (bullet, *_) = [item for item in texts if item.text == "• "]
    (first,) = [item for item in texts if item.text.startswith("שכבת היישום")]
    assert bullet.y == first.y
    assert bullet.x > _right(first)
    assert first.rtl


def test_a_point_that_runs_the_other_way_has_its_number_at_its_own_side() -> None:
    (page,) = case("scripts").handout.pages
    texts = [item for item in page.items if isinstance(item, TextItem)]
    (label,) = [item for item in texts if item.text == "עברית"]
    number, other = (next(item for item in texts if item.text.strip() == n and item.size == 10.5) for n in "21")
    assert number.y == label.y
    assert number.x > _right(label) > other.x


def _right(item: TextItem) -> float:
    return item.x + width(item.text.strip(), item.face) * item.size


def test_slides_say_which_way_their_paragraphs_run() -> None:
    slides = case("hebrew").deck.slides
    paras = {"".join(run.text for run in para.runs): para.rtl for slide in slides for para in _paras(slide.fills)}
    assert paras["English item (in Latin script)."] is False
    assert paras["שכבת התעבורה"] is True
    assert [fill.rtl for slide in slides for fill in slide.fills if isinstance(fill, TableBox)] == [True]
    assert all(para.rtl is not None for slide in slides for para in slide.notes)


def test_slides_of_other_documents_follow_the_template() -> None:
    paras = [para for slide in case("scripts").deck.slides for para in _paras(slide.fills)]
    assert {para.rtl for para in paras} == {None, True}
    assert {para.rtl for slide in case("notes").deck.slides for para in _paras(slide.fills)} == {None}


def _paras(fills: tuple[object, ...]) -> list[Para]:
    return [para for fill in fills if isinstance(fill, TextFill) for para in fill.paras]


def test_numbered_titles_are_mirrored_within_the_slide() -> None:
    points = "\n".join(f"{n}. **נקודה {n}**: {'מילה אחר מילה בלי סוף ' * 8}" for n in (1, 2, 3))
    deck = from_markdown(f"---\nlang: he\n---\n\n# כותרת\n\n{points}\n").deck
    (slide, *_) = [slide for slide in deck.slides if slide.title.startswith("נקודה 1")]
    title, number = slide.fills[:2]
    assert isinstance(title, TextFill)
    assert isinstance(number, TextFill)
    assert title.rect is not None
    assert number.rect is not None
    assert title.rect.right <= number.rect.x + 0.01 < number.rect.right <= deck.size.width


def test_a_paragraph_from_right_to_left_says_so_and_names_the_language_of_its_runs() -> None:
    def written(para: Para) -> str:
        return paragraphs((para,), TextStyle(Context("en-US")), Relations())

    xml = written(Para((Run("שלום "), Run("abc")), bullet=False, rtl=True))
    assert 'algn="r" rtl="1"' in xml
    assert xml.count('lang="he-IL"') == xml.count('lang="en-US"') == 1
    assert 'algn="ctr" rtl="1"' in written(Para((Run("مرحبا"),), bullet=False, rtl=True, align="center"))
    assert 'lang="ar-SA"' in written(Para((Run("مرحبا"),), bullet=False, rtl=True))
    assert 'algn="l" rtl="0"' in written(Para((Run("abc"),), bullet=False, rtl=False))
    assert "rtl" not in written(Para((Run("abc"),), bullet=False))
