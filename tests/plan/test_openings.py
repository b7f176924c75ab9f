"""How a document opens: its title, the titles of its slides, numbers and questions of the author's own."""

import pytest
from documents import Planned, from_markdown, planned

from triptych.model.deck import TextFill
from triptych.model.pages import TextItem
from triptych.plan.section_numbers import is_numbered
from triptych.read.source import read_source


def titles(text: str) -> list[str]:
    return [slide.title for slide in from_markdown(text).deck.slides]


def told(of: Planned) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.message) for problem in of.problems if problem.severity == "note"]


# --- the title of the document -----------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["#", "##"])
def test_one_of_several_headings_is_not_the_title(mark: str) -> None:
    text = f"{mark} Rivers\n\nA river flows.\n\n{mark} Lakes\n\nA lake rests.\n"
    document, problems = read_source(text.encode(), "bodies_of-water.md")
    of = planned(document, {}, problems)
    assert document.meta.title == "Bodies of water"
    assert [slide.title for slide in of.deck.slides] == ["Bodies of water", "Rivers", "Lakes"]
    assert [line for line, message in told(of) if "Bodies of water" in message] == [1]


def test_the_front_matter_names_the_document_and_nothing_is_said() -> None:
    of = from_markdown("---\ntitle: Water\n---\n# Rivers\n\nOne flows.\n\n# Lakes\n\nOne rests.\n")
    assert of.document.meta.title == "Water"
    assert not told(of)


def test_a_title_slide_of_the_author_names_the_document() -> None:
    of = from_markdown("# Water\n\n---\n\n# Rivers\n\nOne flows.\n\n---\n\n# Lakes\n\nOne rests.\n")
    assert of.document.meta.title == "Water"
    assert not told(of)


def test_notes_with_several_headings_are_named_after_their_file() -> None:
    text = "1. Why do rivers bend?\n\nThey wear away the outer bank.\n\n2. Why do lakes dry up?\n\nWater is used.\n"
    document, _ = read_source(text.encode(), "water.txt")
    assert document.meta.title == "Water"


def test_words_before_the_only_title_stand_under_it() -> None:
    found = titles("(water)=\nA few words before.\n\n# Water\n\nIt flows.\n\n## Rivers\n\nThey bend.\n")
    assert found == ["Water", "Introduction", "Rivers"]


def test_a_section_that_is_called_like_its_document_is_told_apart_by_what_it_says() -> None:
    assert titles("# Rivers\n\n**Definition.** A river is water that flows.\n") == ["Rivers", "Rivers: Definition"]
    assert titles("# Rivers\n\nA river flows downhill.\n") == ["Rivers", "Rivers: A river flows downhill"]


def test_text_without_a_heading_has_no_title_of_ours() -> None:
    assert titles("---\ntitle: Rivers\n---\nWater flows.\n") == ["Rivers", "Rivers: Water flows"]


# --- titles that come twice --------------------------------------------------------------------------


def test_the_first_of_two_like_titles_keeps_its_own_words() -> None:
    divided = "# Water\n\n## Rivers\n\n### Aims\n\n```\ncode\n```\n\n## Lakes\n\n### Aims\n\n```\nmore\n```\n"
    assert titles(divided) == ["Water", "Aims", "Aims – Lakes"]


# --- questions ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "# Rivers\n\n## Why do they bend?\n\nThe outer bank wears away.\n",
        "# Rivers\n\nSome flow.\n\n## Why do they bend?\n\nThe outer bank wears away.\n",
        "# Rivers\n\n## Shape\n\n### Why do they bend?\n\n- Wear\n- Time\n",
        "# Lakes\n\nThey rest.\n\n# Rivers\n\n## Why do they bend?\n\nThe outer bank wears away.\n",
    ],
)
def test_a_heading_that_asks_is_the_title_of_its_answer(text: str) -> None:
    found = from_markdown(text).deck.slides
    assert [slide.title for slide in found].count("Why do they bend?") == 1
    assert not [slide.title for slide in found if "bend?" in slide.title and slide.title != "Why do they bend?"]
    assert not [slide for slide in found if slide.layout.role == "question"]


def test_a_question_in_the_first_line_is_shown_at_most_twice() -> None:
    text = "Why do rivers bend?\n\nThe outer bank wears away. The inner one grows.\n"
    document, _ = read_source(text.encode(), "notes.txt")
    found = [slide.title for slide in planned(document, {}).deck.slides]
    assert len([title for title in found if "Why do rivers bend?" in title]) <= 2


# --- numbers of the author's own ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "heads",
    [
        ("1. Rivers", "2. Lakes", "3. Seas"),
        ("1 Rivers", "2 Lakes", "3 Seas"),
        ("I. Rivers", "II. Lakes", "III. Seas"),
        ("A) Rivers", "B) Lakes", "C) Seas"),
        ("About", "1. Rivers", "2. Lakes"),
        ("1.1 Rivers", "Lakes", "Seas"),
        ("Chapter 1: Rivers", "Chapter 2: Lakes", "Chapter 3: Seas"),
        ("About", "Step 9. Rivers", "Step 10. Lakes"),
        ("(1) Rivers", "(2) Lakes", "(3) Seas"),
        ("§ 1 Rivers", "§ 2 Lakes", "§ 3 Seas"),
        ("Part I", "Part II", "Part III"),
        ("1️⃣ Rivers", "2️⃣ Lakes", "3️⃣ Seas"),
        ("第九章 河", "第十章 湖", "第十一章 海"),
        ("①Rivers", "②Lakes", "③Seas"),
    ],
)
def test_numbers_of_the_author_are_not_doubled(heads: tuple[str, ...]) -> None:
    text = "---\ntitle: Water\n---\n" + "".join(f"# {head}\n\nIt is water.\n\n" for head in heads)
    assert is_numbered(from_markdown(text).document)
    of = from_markdown(text)
    agenda = next(slide for slide in of.deck.slides if slide.title == "Contents")
    (fill,) = (fill for fill in agenda.fills if isinstance(fill, TextFill) and fill.placeholder.kind == "body")
    assert ["".join(run.text for run in para.runs) for para in fill.paras] == list(heads)
    assert [para.number for para in fill.paras] == [None] * 3
    said = "".join(item.text for page in of.handout.pages for item in page.items if isinstance(item, TextItem))
    assert "1\u2002" not in said


@pytest.mark.parametrize(
    "heads",
    [
        *(("Rivers", "Lakes"), ("3 rivers of Asia", "5 lakes"), ("1914", "1918"), ("A river", "I see"), ("Mr. X", "B")),
        *(
            ("The 1980s", "The 1990s"),
            ("World War I", "World War II"),
            ("Vitamin C", "Vitamin D"),
            ("Rain (1)", "Rain (2)"),
        ),
    ],
)
def test_titles_that_only_begin_with_a_number_are_numbered_by_us(heads: tuple[str, ...]) -> None:
    text = "---\ntitle: Water\n---\n" + "".join(f"# {head}\n\nIt flows.\n\n" for head in heads)
    assert not is_numbered(from_markdown(text).document)


def test_notes_under_the_title_are_those_of_the_title_slide() -> None:
    deck = from_markdown("# A talk\n\n::: notes\nSay hello.\n:::\n\n## Two\n\nText.\n").deck
    assert [slide.title for slide in deck.slides] == ["A talk", "Two"]
    assert [run.text for para in deck.slides[0].notes for run in para.runs] == ["Say hello."]


def test_a_title_has_the_first_line_alone_of_the_text_that_tells_it_apart() -> None:
    text = "# The conquest\n\nBefore  \nThe Magyars lived in Etelköz.\n\nThen they came over the pass with carts.\n"
    assert titles(text) == ["The conquest", "The conquest: Before"]
