"""Layouts of handouts: cues beside their text, a box at the foot, free margins, a page for corrections, editions."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from documents import A4, theme
from generated import Written, documents
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from measuring import inked, page_faults
from plans_as_text import pages_as_text
from reading import read, rewritten

from triptych.build import EDITIONS
from triptych.geometry import Rect
from triptych.model.forms import PAPERS, Edition, HandoutForm, Ruling
from triptych.model.pages import BoxItem, Page, Pages, PathItem, RuleItem, TextItem
from triptych.plan.handout import plan_handout
from triptych.plan.handout.beside import SIZE
from triptych.plan.handout.press import close, easy
from triptych.plan.handout.sheet import BINDING, CUES, EDGE, WIDE, sheet_of
from triptych.text.shape import width
from triptych.transform.editions import for_edition
from triptych.write.pdf import write_pages

FOLDER = Path(__file__).parent / "layouts"
CORNELL = HandoutForm("cornell")
UNSHRUNK = (Phase.explicit, Phase.generate)

forms = st.builds(
    HandoutForm,
    st.sampled_from(("cornell", "cornell", "article")),
    ruling=st.sampled_from(get_args(Ruling)),
    wide=st.booleans(),
    corrections=st.booleans(),
    two_sided=st.booleans(),
)


def plan(text: str, form: HandoutForm = CORNELL, edition: Edition = "", paper: str = "a4") -> Pages:
    return plan_handout(for_edition(rewritten(text), edition), theme(), {}, PAPERS[paper], edition, form)


def tagged(pages: Pages) -> str:
    """All tagged text without its spaces, in the order of the elements, so that what is broken is whole again."""
    said: dict[int, list[str]] = {}
    for item in (item for page in pages.pages for item in page.items):
        if isinstance(item, TextItem) and item.tag is not None:
            tag = item.tag
            while pages.tags[tag].inline:
                tag = pages.tags[tag].parent
            said.setdefault(tag, []).append(item.text)
    formulae = "".join("".join(tag.alt.split()) for tag in pages.tags if tag.role in ("Formula", "Figure"))
    return "".join("".join("".join(said[tag]).split()) for tag in sorted(said)) + formulae


def cues(page: Page) -> list[TextItem]:
    """The artifacts of a page in the size of cues."""
    return [i for i in page.items if isinstance(i, TextItem) and i.tag is None and i.size == SIZE and i.face.bold]


def lines(page: Page) -> list[tuple[float, str]]:
    """The tagged lines of a page: baseline and text."""
    found: dict[float, str] = {}
    for item in page.items:
        if isinstance(item, TextItem) and item.tag is not None:
            found[item.y] = found.get(item.y, "") + item.text
    return sorted(found.items())


def boxes(page: Page) -> Iterator[Rect]:
    """The boxes across a Cornell page."""
    sheet = sheet_of(CORNELL, page.size)
    for item in page.items:
        if isinstance(item, BoxItem) and item.stroke and item.rect.width > sheet.column + 1:
            yield item.rect


# --- for documents that nobody wrote -------------------------------------------------------------------


@settings(max_examples=40, derandomize=True, phases=UNSHRUNK, suppress_health_check=list(HealthCheck))
@given(documents(), forms, st.sampled_from(("a4", "letter")), st.sampled_from(("en", "he")))
def test_each_layout_keeps_every_word_on_its_pages(written: Written, form: HandoutForm, paper: str, lang: str) -> None:
    pages = plan(f"---\nlang: {lang}\ntitle: Title\n---\n\n{_marked(written.text)}", form, paper=paper)
    said = tagged(pages)
    assert [mark for mark in written.marks - written.private if mark not in said] == []
    assert [fault for number, page in enumerate(pages.pages, 1) for fault in page_faults(page, number)] == []
    for page in pages.pages if form.layout == "cornell" else ():
        _check_cornell(page, form, rtl=lang == "he")


def _marked(text: str) -> str:
    """The text with some of its words as key phrases."""
    return re.sub(r"(?<= )(\w+w\d*[05]e)(?= )", r"==\1==", text)


def _check_cornell(page: Page, form: HandoutForm, *, rtl: bool) -> None:
    """Whether text, cues and what is boxed keep to their places."""
    frames = list(boxes(page))
    if form.corrections and not frames:
        return  # the page for corrections
    (box,) = frames
    assert round(page.size.height - box.bottom) in {round(density(theme().scale).bottom) for density in (easy, close)}
    for text, rect in inked(page):
        footer = rect.y > page.size.height - 48.0
        assert footer or rect.bottom <= box.y or box.contains(rect, 0.5), text
    left = box.right - CUES if rtl else box.x
    for cue in (cue for cue in cues(page) if cue.text.strip()):
        assert left - 0.1 <= cue.x <= cue.x + width(cue.text.rstrip(), cue.face) * SIZE <= left + CUES + 0.1


# --- cues --------------------------------------------------------------------------------------------


def test_the_plan_of_a_cornell_handout_is_as_accepted(accept: bool) -> None:
    golden = FOLDER / "cornell.txt"
    found = pages_as_text(plan((FOLDER / "cornell.md").read_text(encoding="utf-8")))
    if accept:
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8"), "if the change is wanted: pytest --accept"


labels = st.lists(st.text("abcdefgh ", min_size=3, max_size=70).filter(lambda text: len(text.split()) > 1), min_size=1,
                  max_size=9)  # fmt: skip


@settings(max_examples=40)
@given(labels, st.integers(0, 60), st.sampled_from(("key points", "definitions")))
def test_labels_stand_beside_their_text(labels: list[str], words: int, kind: str) -> None:
    said = [" ".join(label.split()) for label in labels]
    more = " ".join(["word"] * (words + 1))
    parts = [f"{n}. **Q{n} {label}**: {more}." for n, label in enumerate(said)] if kind == "key points" else [
        f"Q{n} {label}\n: {more}" for n, label in enumerate(said)]  # fmt: skip
    pages = plan("# A\n\n" + ("\n" if kind == "key points" else "\n\n").join(parts))
    for number in range(len(said)):
        found = [(page, cue) for page in pages.pages for cue in cues(page) if cue.text.startswith(f"Q{number} ")]
        if len(said) > 1 or kind == "definitions":
            ((page, cue),) = found
            beside = "".join(text for y, text in lines(page) if abs(y - cue.y) < 1)
            assert f"Q{number} " in beside


def test_key_phrases_stand_beside_their_lines_or_beneath_each_other() -> None:
    text = "# A\n\n" + " ".join(f"And then there was ==phrase-{n}x== in it." for n in range(12))
    (page,) = plan(text).pages
    found = {item.text.strip(): item.y for item in cues(page)}
    ys = [found[f"phrase-{n}x"] for n in range(12)]
    assert ys == sorted(ys)
    for n, y in enumerate(ys):
        own = next(at for at, said in lines(page) if f"phrase-{n}x" in said)
        assert y >= own - 1
    places = [at for at, said in lines(page) if at >= min(ys)]
    leading = {round(b - a, 2) for a, b in pairwise(places)}
    assert leading == {15.5}  # cues do not part the lines of a paragraph


def test_a_question_is_a_cue_for_its_answer() -> None:
    (page,) = plan("# What is it?\n\nIt is this.\n\n# Another\n\nText.\n").pages
    at = {text.strip(): y for y, text in lines(page)}
    beside = {item.text.strip(): item.y for item in cues(page)}
    assert beside["What is it?"] == pytest.approx(at["It is this."])
    assert beside["Another"] == pytest.approx(at["Text."])


def test_a_long_cue_goes_on_in_the_text_alone() -> None:
    (page,) = plan("# A\n\n" + "==" + "word " * 60 + "end==.\n").pages
    assert len({item.y for item in cues(page)}) == 8
    assert cues(page)[-1].text == "…"


def test_nothing_is_said_that_the_author_did_not_write() -> None:
    text = "How is it?\n\nIt is so.\n\n1.One: The first thing.\n\n2.Two: The other thing.\n\nOverall, it is so.\n"
    document, _ = read(f"Title\n\n{text}", "notes.txt")
    pages = plan_handout(document, theme(), {}, A4, "", CORNELL)
    found = {word for page in pages.pages for i in page.items if isinstance(i, TextItem) for word in _words(i.text)}
    assert found <= {*_words(f"Title {text}"), "1"}  # the number of the page


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


# --- the box -----------------------------------------------------------------------------------------


def test_a_summary_stands_in_the_box_of_the_page_on_which_its_section_ends() -> None:
    filler = "Some words of a paragraph that is long enough to take a line or two of the column. " * 3
    text = "".join(f"# Part {n}\n\n{filler}\n\n{filler}\n\n::: summary\nSummary {n}.\n:::\n\n" for n in range(8))
    pages = plan(text)
    for number in range(8):
        ((page, y),) = [(page, y) for page in pages.pages for y, said in lines(page) if f"Summary {number}." in said]
        (box,) = boxes(page)
        assert box.y < y < box.bottom
        assert any(f"Part {number}" in said for _, said in lines(page)) or number


@pytest.mark.parametrize(("count", "boxed"), [(3, True), (9, True), (60, False)])
def test_the_box_grows_up_to_a_third_of_the_page(count: int, boxed: bool) -> None:
    text = "# A\n\nText.\n\n::: summary\n" + "\n".join(f"- Item {n}" for n in range(count)) + "\n:::\n"
    pages = plan(text)
    (box,) = boxes(pages.pages[0])
    inside = [said for y, said in lines(pages.pages[0]) if box.y < y < box.bottom and "Item" in said]
    assert len(inside) == (count if boxed else 0)
    assert box.height <= 92 if count < 4 or not boxed else box.height > 92


@settings(max_examples=25)
@given(st.integers(12, 28), st.integers(4, 9))
def test_neither_text_nor_cues_reach_into_the_box(before: int, count: int) -> None:
    filler = "\n\n".join(["A paragraph of a line."] * before)
    phrases = " ".join(f"=={letter}==," for letter in "abcdefg")
    items = "\n".join(f"- Item {n}" for n in range(count))
    pages = plan(f"# A\n\n{filler}\n\n{phrases}\n\n{filler}\n\n::: summary\n{items}\n:::\n\n{filler}\n")
    for page in pages.pages:
        _check_cornell(page, CORNELL, rtl=False)
        assert page_faults(page) == []


# --- margins -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", sorted(set(PAPERS) - {"card"}))
@pytest.mark.parametrize("ruling", get_args(Ruling))
def test_a_wide_margin_leaves_sixty_millimetres_to_write_on(paper: str, ruling: Ruling) -> None:
    wide = "| " + " | ".join(f"column {n}" for n in range(9)) + " |\n|" + "---|" * 9 + "\n" + "| cell " * 9 + "|\n"
    pages = plan(f"# A\n\nText.\n\n{wide}\n```\n{'x' * 120}\n```\n", HandoutForm(wide=True, ruling=ruling), paper=paper)
    page = pages.pages[0]
    free = page.size.width - EDGE - WIDE
    texts = [i for i in page.items if isinstance(i, TextItem) and i.tag is not None]
    assert all(i.x + width(i.text.rstrip(), i.face) * i.size <= free for i in texts)
    assert all(i.rect.right <= free for i in page.items if isinstance(i, BoxItem))
    rules = [i for i in page.items if isinstance(i, RuleItem) and i.x2 > free + 1]
    assert bool(rules) == (ruling != "none")


def test_the_free_room_of_two_sided_pages_is_at_the_outer_edge() -> None:
    text = "# A\n\n" + "Some words that fill a line.\n\n" * 80
    pages = plan(text, HandoutForm(wide=True, two_sided=True)).pages
    left = [min(rect.x for text, rect in inked(page) if text.startswith("Some")) for page in pages]
    assert len(pages) > 2
    assert len({round(x) for x in left[::2]}) == len({round(x) for x in left[1::2]}) == 1
    assert left[1] - left[0] > WIDE - 40
    inner = plan(text, HandoutForm("cornell", two_sided=True)).pages
    first, second = (min(rect.x for said, rect in inked(page) if said.startswith("Some")) for page in inner[:2])
    assert first - second == pytest.approx(2 * BINDING)


def test_the_page_for_corrections_lists_the_questions() -> None:
    asked = "\n\n".join(f"::: question\nQuestion {n}?\n\nanswer: Answer {n}.\n:::" for n in range(25))
    for form in (HandoutForm(corrections=True), HandoutForm("cornell", corrections=True, two_sided=True)):
        pages = plan(f"# A\n\n{asked}", form)
        rows = [tag for tag in pages.tags if tag.role == "TD"]
        assert len(rows) == 75
        page = next(page for page in pages.pages if any("Corrections" in text for _, text in lines(page)))
        numbers = [text.split()[0] for _, text in lines(page)[2:]]
        assert numbers == [str(n + 1) for n in range(len(numbers))]
        assert pages.outline[-1].title == "Corrections"
        assert [fault for page in pages.pages for fault in page_faults(page)] == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("form", [CORNELL, HandoutForm(wide=True, ruling="dots"), HandoutForm(ruling="lines")])
def test_a_layout_fits_every_paper(paper: str, form: HandoutForm) -> None:
    pages = plan((FOLDER / "cornell.md").read_text(encoding="utf-8"), form, paper=paper)
    assert [fault for page in pages.pages for fault in page_faults(page)] == []
    if form == CORNELL and paper != "card":
        assert all(len(list(boxes(page))) == 1 for page in pages.pages)


# --- for anyone, and for each edition ------------------------------------------------------------------

EVERY = (
    CORNELL,
    HandoutForm("cornell", ruling="squares", corrections=True, two_sided=True),
    HandoutForm(ruling="dots", two_sided=True),
    HandoutForm(wide=True, ruling="lines", corrections=True),
    HandoutForm(two_sided=True),
)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("form", EVERY)
def test_every_layout_conforms_to_pdf_ua_and_is_the_same_again(form: HandoutForm, tmp_path: Path) -> None:
    import page as validation

    text = (FOLDER / "cornell.md").read_text(encoding="utf-8")
    data = write_pages(plan(text, form))
    assert data == write_pages(plan(text, form))
    (tmp_path / "handout.pdf").write_bytes(data)
    result = validation.validate_pdf(str(tmp_path / "handout.pdf"), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in result.failures] == []


SECRET = """# What is ==zqtitle==?

It is ==zqphrase== and ==zqother phrase that is rather long and goes on for more than a line of the column==.

1. **The ==zqlabel==**: Text with ==zqword== in it.
2. **Another**: Text.

==zqterm==
: Its meaning.

::: question
Which ==zqgap== is it?
:::

::: question
Why?

answer: Because of ==zqreason==.
:::

::: notes
Say ==zqnote==.

Zqsaid
: Not for students.
:::

::: summary
In the end ==zqsum==.
:::
"""


def test_editions_of_a_cornell_handout_have_the_same_lines_and_students_find_no_secret() -> None:
    student, instructor = (plan(SECRET, CORNELL, edition) for edition in EDITIONS)
    assert "zq" in tagged(instructor)
    shown = [item.text for page in student.pages for item in page.items if isinstance(item, TextItem)]
    assert [text for text in shown if "zq" in text.lower()] == []
    edge = sheet_of(CORNELL, A4).x
    gaps = [i for page in student.pages for i in page.items if isinstance(i, PathItem) and i.points[0][0] < edge - 1]
    lines = {round(path.points[0][1]) for path in gaps}
    assert len(lines) == 3  # in the title, the label and the summary, where what makes a gap wider is drawn for itself
    assert not any("zq" in tag.alt + tag.actual for tag in student.tags)
    places = [[y for item in page.items if (y := _y(item))] for page in instructor.pages]
    for page, other in zip(student.pages, places, strict=True):
        assert {round(item.y, 2) for item in page.items if isinstance(item, TextItem) and item.tag is not None} <= {
            round(y, 2) for y in other
        }


def _y(item: object) -> float:
    return item.y if isinstance(item, TextItem) else item.points[0][1] if isinstance(item, PathItem) else 0.0
