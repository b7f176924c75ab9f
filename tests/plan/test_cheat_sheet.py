"""Cheat sheets in all their forms: the sides asked for, nothing outside or over another, nothing too small."""

import re
from collections.abc import Iterator
from itertools import product
from random import Random

import pytest
from documents import A4, NAMES, case, from_markdown, theme
from generated import LOWERED, RAISED, Written, documents
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from measuring import page_faults
from msgspec.structs import replace

from triptych.model.document import Blank, Document, Mark, Paragraph
from triptych.model.forms import PAPERS, SheetForm
from triptych.model.pages import BoxItem, Page, Pages, PathItem, TextItem
from triptych.model.queries import plain, walk_sections
from triptych.model.questions import without_secrets
from triptych.plan.cheat_sheet import plan_cheat_sheet
from triptych.plan.cheat_sheet.measure import Slice
from triptych.plan.cheat_sheet.pack import Atom, Room, columned, rooms
from triptych.plan.cheat_sheet.plan import USUAL
from triptych.plan.inlines import SMALL
from triptych.read.markdown.document import read_markdown

forms = st.builds(
    SheetForm,
    paper=st.sampled_from(("", *PAPERS)),
    portrait=st.booleans(),
    sides=st.integers(1, 2),
    in_order=st.booleans(),
    by_section=st.booleans(),
    frame=st.booleans(),
    least=st.sampled_from((7.0, 9.0, 10.0, 14.0)),
)


def sheet(document: Document, form: SheetForm) -> tuple[Pages, str]:
    pages, (note,), _ = plan_cheat_sheet(document, theme(), A4, form)
    return pages, note.message


def texts(pages: Pages) -> list[str]:
    return [item.text for page in pages.pages for item in page.items if isinstance(item, TextItem)]


def faults(pages: Pages, form: SheetForm, note: str, shifted: str = "") -> Iterator[str]:
    """What is wrong with a sheet; `shifted` has what is raised or lowered besides figures."""
    paper = PAPERS[form.paper or "a4"]
    across = max(paper.width, paper.height) if not form.portrait else min(paper.width, paper.height)
    if len(pages.pages) not in range(1, form.sides + 1):
        yield f"{len(pages.pages)} sides"
    for number, page in enumerate(pages.pages, 1):
        yield from page_faults(page, number)
        yield from _outside(page)
        yield from (f"{item.text} has {item.size} pt" for item in _small(page, form.least, shifted))
        if page.size.width != across:
            yield f"it is {page.size.width} wide"
        if len(pages.pages) == 2 and not any(isinstance(item, BoxItem) for item in page.items):
            yield f"side {number} is empty"
    if not re.match(r"cheat sheet fits at [\d.]+ pt in \d columns?\b", note):
        yield note


def _outside(page: Page) -> Iterator[str]:
    """Boxes that reach into the margin that a printer needs."""
    for item in page.items:
        if isinstance(item, BoxItem) and (item.rect.bottom > page.size.height - 11.9 or item.rect.x < 10.0):
            yield f"{item.rect} is in the margin"


def _small(page: Page, least: float, shifted: str) -> Iterator[TextItem]:
    """Texts that are too small; raised and lowered figures may be smaller."""
    for item in page.items:
        raised = isinstance(item, TextItem) and item.size > least * SMALL - 0.01
        raised = raised and (len(item.text.strip()) < 5 or item.text.strip() in shifted)
        if isinstance(item, TextItem) and item.size < least - 0.01 and not raised:
            yield item


@settings(max_examples=60, derandomize=True, phases=(Phase.explicit, Phase.generate))
@given(documents(), forms)
def test_a_document_fits_whatever_is_asked_for(written: Written, form: SheetForm) -> None:
    document = read_markdown(written.text, "text.md")[0]
    pages, note = sheet(document, form)
    shifted = "".join(written.of(RAISED) | written.of(LOWERED))
    assert list(faults(pages, form, note, shifted)) == []
    shown = "".join("".join(texts(pages)).split())
    due = written.marks - written.private - written.captions
    drawn = "".join("".join(tag.alt.split()) for tag in pages.tags)
    titles = " ".join(plain(section.title) for section in walk_sections(document.sections))
    missing = [mark for mark in due if mark not in shown + drawn and mark not in titles]
    assert not missing or "left out" in note


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_case_fits_on_all_paper(name: str, paper: str) -> None:
    for number, (portrait, sides) in enumerate(product((False, True), (1, 2))):
        form = SheetForm(paper, portrait, sides, frame=number % 2 == 1, by_section=number > 1, least=7.0 + number)
        pages, note = sheet(case(name).document, form)
        assert list(faults(pages, form, note)) == []
        assert sheet(case(name).document, form) == (pages, note)


# --- what goes onto it -----------------------------------------------------------------------------

SECTIONS = "\n\n".join(
    f"# Part {letter}\n\n" + "\n\n".join(f"{letter}{k} is said here. It is said at some length." for k in range(12))
    for letter in "ABCD"
)


def of(text: str, form: SheetForm = USUAL) -> tuple[Pages, str]:
    return sheet(read_markdown(text, "text.md")[0], form)


def headings(pages: Pages, role: str) -> list[str]:
    """The texts of all headings of a level."""
    found: dict[int, str] = {}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.tag is not None and pages.tags[item.tag].role == role:
                found[item.tag] = found.get(item.tag, "") + item.text
    return list(found.values())


def test_larger_type_leaves_out_more() -> None:
    counts = [len(texts(of(SECTIONS, SheetForm("a5", least=least))[0])) for least in (7.0, 10.0, 14.0)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_a_poster_is_read_from_afar() -> None:
    pages, note = of(SECTIONS, SheetForm("poster"))
    assert min(item.size for item in pages.pages[0].items if isinstance(item, TextItem)) >= 14.0
    assert "on a poster" in note


@pytest.mark.parametrize("sides", [1, 2])
def test_a_section_is_one_element_however_many_columns_it_takes(sides: int) -> None:
    pages, _ = of(SECTIONS, SheetForm("a5", sides=sides, by_section=True))
    assert headings(pages, "H2") == [f"Part {letter}" for letter in "ABCD"]
    assert len(pages.pages) == sides


def test_a_short_document_has_one_side() -> None:
    pages, note = of("# A\n\nFew words.\n", SheetForm(sides=2))
    assert len(pages.pages) == 1
    assert note.endswith("one side being enough")


def test_the_second_side_is_read_after_the_first() -> None:
    pages, note = of(SECTIONS, SheetForm("a5", sides=2))
    said = [[item.tag for item in page.items if isinstance(item, TextItem) and item.tag] for page in pages.pages]
    assert max(said[0]) < min(said[1])
    assert "both sides" in note


@pytest.mark.parametrize("paper", PAPERS)
def test_a_frame_is_kept_free(paper: str) -> None:
    pages, _ = of(SECTIONS, SheetForm(paper, frame=True))
    (page,) = pages.pages
    assert "Notes" in headings(pages, "H2")
    boxes = [item.rect for item in page.items if isinstance(item, BoxItem)]
    notes = next(i for i in page.items if isinstance(i, TextItem) and i.text.strip() == "Notes")
    around = [rect for rect in boxes if rect.x < notes.x < rect.right and rect.y < notes.y < rect.bottom]
    frame = max(around, key=lambda rect: rect.height)
    assert frame.width * frame.height > 0.12 * page.size.width * page.size.height
    below = [i for i in page.items if isinstance(i, TextItem) and i.x > frame.x and frame.bottom > i.y > notes.y]
    assert below == []


def test_exercises_are_left_to_the_handout_and_said_to_be() -> None:
    question = "::: question{}\nWhich treaty?\n\n- [ ] Paris\n- [x] Rome\n:::\n"
    pages, note = of(f"# A\n\nText.\n\n{question.format('')}")
    assert "Rome" not in "".join(texts(pages))
    assert "left out 1 question with an answer (line 5)" in note
    pages, note = of(f"# A\n\nText.\n\n{question.format(' {.essential}')}")
    assert "Which treaty? Rome" in "".join(texts(pages))
    assert "Paris" not in "".join(texts(pages))
    assert "left out" not in note


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("So?\n\nanswer: true", "So? true"),
        ("How fast?\n\nanswer: 9.8 ± 0.1 m/s", "How fast? 9.8 m/s ± 0.1"),
        ("Why?\n\nanswer: Because of coal.\n\n- and steel", "Why? Because of coal."),
        ("Match.\n\n- Rome -> 1957\n- Nice -> 2001", "Match. Rome → 1957 · Nice → 2001"),
        ("The treaty of ==Rome==.", "The treaty of Rome."),
    ],
)
def test_an_essential_exercise_has_its_answer_in_short(asked: str, shown: str) -> None:
    pages, _ = of(f"# A\n\nText.\n\n::: question {{.essential}}\n{asked}\n:::\n")
    assert shown in "".join(texts(pages))


@pytest.mark.parametrize(
    "asked", ["Match.\n\n- Rome -> 1957\n- Nice -> 2001", "Which?\n\n1. Rome\n2. Nice\n\nanswer: 1"]
)
def test_students_are_not_told_the_answer(asked: str) -> None:
    document = read_markdown(f"# A\n\nText.\n\n::: question {{.essential}}\n{asked}\n:::\n", "text.md")[0]
    pages, _, _ = plan_cheat_sheet(without_secrets(document), theme(), A4, USUAL, "student")
    said = "".join(texts(pages))
    assert asked[:5] in said
    assert "Rome" not in said


def test_a_formula_wider_than_its_column_is_set_as_text() -> None:
    pages, note = of("# A\n\n$$" + "+".join(f"a_{{{k}}}" for k in range(40)) + "$$\n", SheetForm("card"))
    assert list(faults(pages, SheetForm("card"), note)) == []
    assert "left out" not in note


def test_blanks_are_rules_as_wide_as_what_they_hide() -> None:
    document = read_markdown("# A\n\nThe treaty of ==Rome== is old.\n", "text.md")[0]
    section = document.sections[0]
    hidden = tuple(Blank(i.children) if isinstance(i, Mark) else i for i in section.blocks[0].inlines)  # type: ignore[union-attr]
    blocks = (Paragraph(hidden, 3),)
    pages, _ = sheet(replace(document, sections=(replace(section, blocks=blocks),)), SheetForm("card"))
    assert "Rome" not in "".join(texts(pages))
    (rule,) = [item for item in pages.pages[0].items if isinstance(item, PathItem)]
    assert rule.points[1][0] - rule.points[0][0] > 15


@pytest.mark.parametrize("name", NAMES)
def test_the_feet_of_columns_are_even(name: str) -> None:
    pages, note = sheet(case(name).document, USUAL)
    size = float(re.findall(r"[\d.]+(?= pt)", note)[0])
    feet: dict[int, float] = {}
    for item in pages.pages[0].items:
        if isinstance(item, BoxItem) and item.stroke:
            feet[round(item.rect.x)] = max(feet.get(round(item.rect.x), 0.0), item.rect.bottom)
    assert max(feet.values()) - min(feet.values()) <= 2 * 1.2 * size + 0.01


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_stands_alone(name: str) -> None:
    pages, _ = sheet(case(name).document, SheetForm("a5", least=9.0))
    said = [pages.tags[i.tag].role for i in pages.pages[0].items if isinstance(i, TextItem) and i.tag is not None]
    assert said
    assert not said[-1].startswith("H")


def test_lists_and_tables_have_their_tags() -> None:
    pages, _ = of("# A\n\n1. **One**: first.\n2. **Two**: second.\n\n| A | B |\n|--|--|\n| 1 | 2 |\n\n# B\n\nText.\n")
    roles = [tag.role for tag in pages.tags]
    assert [roles.count(role) for role in ("L", "LI", "Table", "TR", "TH", "TD", "H2")] == [1, 2, 1, 2, 2, 2, 2]


def test_all_that_is_left_out_is_listed() -> None:
    document = read_markdown(SECTIONS, "text.md")[0]
    pages, _, left = plan_cheat_sheet(document, theme(), A4, SheetForm("card"))
    shown = " ".join("".join(texts(pages)).split())
    lines = {one.line for one in left}
    assert [one.line for one in left] == sorted(one.line for one in left)
    for section in document.sections:
        for block in section.blocks:
            assert isinstance(block, Paragraph)
            assert plain(block.inlines) in shown or block.line in lines


def test_a_document_of_headings_shows_them() -> None:
    pages, _ = of("# A\n\n## B\n\n# C\n")
    assert "".join("".join(texts(pages)).split()) == "Text•A•B•C"  # the title of the document first


@pytest.mark.parametrize(("lang", "first", "last"), [("en", "Causes", "A"), ("en", "A", "أسباب"), ("ar", "أسباب", "A")])
def test_the_letter_of_a_box_stands_at_the_end_of_its_title(lang: str, first: str, last: str) -> None:
    """`first` stands at the left of `last`, but where the page is read from the right."""
    title = first if last == "A" else last
    source = f"---\ntitle: T\nlang: {lang}\n---\n# {title}\n\n## One\n\nA word.\n\n## Two\n\nWords.\n\n# B\n\nMore."
    pages, _ = sheet(from_markdown(source).document, SheetForm())
    at: dict[str, float] = {}
    for item in pages.pages[0].items:  # the first box comes first
        if isinstance(item, TextItem):
            at.setdefault(item.text, item.x)
    assert (at[first] < at[last]) == (lang == "en")


@pytest.mark.parametrize("columns", [4, 5, 6])
def test_a_frame_as_wide_as_a_column_leaves_the_others_to_the_text(columns: int) -> None:
    free = rooms(Room(946.0, (500.0,), frame=True), columns, 7.0)
    atoms = [Atom(0, (Slice((k,)),), 20.0, 0.5, 0.0, 0.4, 1.2, first=True) for k in range(6)]
    assert sum(map(len, columned(atoms, free))) == 6


WORDS = " ".join(f"River {k} flows north through the land of the people who live there." for k in range(120))


@pytest.mark.parametrize(
    "minor",
    [
        "By the end of this lecture you can:\n\n- say what a river is",
        "**Homework:** Sheet 9, exercises 1–4, until Friday noon.",
        "Good luck with your exam!",
        "# References\n\nSmith, J. (1999) Rivers.",
    ],
)
def test_what_is_not_the_subject_makes_no_type_smaller(minor: str) -> None:
    """It is shown where there is room in large type, and where its author calls it essential."""
    last = minor.split("\n")[-1].replace("*", "")[-12:]
    assert last in " ".join(texts(of(f"# Rivers\n\nRivers flow to the sea.\n\n{minor}\n")[0]))
    pages, note = of(f"# Rivers\n\n{WORDS}\n\n{minor}\n")
    assert last not in " ".join(texts(pages))
    assert "left out 1 detail" in note
    marked = f"# Rivers\n\n{WORDS}\n\n::: summary {{.essential}}\n{minor.removeprefix('# References')}\n:::\n"
    assert last in " ".join(texts(of(marked)[0]))


@pytest.mark.parametrize("items", ["- {}", "| {} | b |"])
def test_a_short_list_or_table_is_whole_or_not_there(items: str) -> None:
    """However long its items are."""
    long = [items.format(f"Item {k} " + "says this and that " * 16) for k in range(7)]
    head = "| A | B |\n|---|---|\n" if "|" in items else ""
    source = f"# A\n\nText.\n\n{head}" + "\n".join(long) + "\n"
    for form in (SheetForm("a5", least=9.0), SheetForm("card", least=9.0)):
        pages, note = of(source, form)
        shown = [f"Item {k}" in " ".join(texts(pages)) for k in range(7)]
        assert all(shown) or not any(shown)
        assert all(shown) or "left out 1 detail" in note
    assert all(shown) == (form.paper == "a5")


def test_a_table_that_goes_on_repeats_its_head() -> None:
    rows = "\n".join(f"| C{k} | What it says here |" for k in range(120))
    pages, note = of(f"# A\n\n| Code | Meaning |\n|---|---|\n{rows}\n")
    (columns,) = re.findall(r"in (\d) columns", note)
    heads = [item for item in pages.pages[0].items if isinstance(item, TextItem) and item.text == "Code"]
    assert len(heads) == int(columns) > 1
    assert len({item.y for item in heads}) == 1 or heads[0].y > heads[1].y
    assert [item.tag is None for item in heads] == [False, *([True] * (len(heads) - 1))]


@pytest.mark.parametrize("seed", [0, 2, 3, 6, 7, 8])
def test_what_stands_for_the_rest_of_a_table_begins_no_column(seed: int) -> None:
    some, parts = Random(seed), []
    for part in range(some.randint(10, 30)):
        told = [" ".join(["an effect of it"] * some.randint(1, 8)) for _ in range(some.randint(6, 14))]
        rows = "".join(f"| cause {number} | {effect} |\n" for number, effect in enumerate(told))
        parts.append(f"## Part {part}\n\n{'A river bends. ' * some.randint(0, 8)}\n\n| a | b |\n|---|---|\n{rows}")
    items = [item for page in of("# Causes\n\n" + "\n".join(parts))[0].pages for item in page.items]
    said = [item for item in items if isinstance(item, TextItem)]
    rests = [item for item in said if item.text == "…"]
    assert rests
    for rest in rests:
        assert any(abs(one.x - rest.x) < 1.0 and 0 < rest.y - one.y < 9 * rest.size for one in said), rest


def test_letters_skip_no_part_of_which_nothing_is_shown() -> None:
    parts = "\n\n".join(f"# Part {k}\n\n## One\n\n{WORDS[:4000]}\n\n## Two\n\nMore of {k}." for k in "PQ")
    pages, note = of(f"# Exercises\n\n## First\n\nSolve it.\n\n## Second\n\nFind it.\n\n{parts}\n", SheetForm("a5"))
    assert "left out" in note
    assert {"A", "B"} <= set(texts(pages))
    assert "C" not in texts(pages)
