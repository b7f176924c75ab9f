"""What stands on a cheat sheet is understood there: no title, question or pronoun without what belongs to it."""

import re
from itertools import pairwise

import pytest
from documents import A4, NAMES, case, theme
from msgspec.structs import replace

from triptych.model.document import Document, Section
from triptych.model.forms import SheetForm
from triptych.model.pages import BoxItem, Page, Pages, TextItem
from triptych.model.theme import Face
from triptych.plan.cheat_sheet import plan_cheat_sheet
from triptych.plan.cheat_sheet.boxes import Unit, boxes_of
from triptych.plan.cheat_sheet.grid import Grid
from triptych.plan.cheat_sheet.hanging import hanging
from triptych.plan.cheat_sheet.plan import USUAL
from triptych.problem import Problem
from triptych.products.prepare import read_document
from triptych.read.markdown.document import read_markdown
from triptych.text.shape import word_width
from triptych.text.spans import Span, Style

FORMS = [SheetForm(), SheetForm("a5", least=9.0), SheetForm("card"), SheetForm(sides=2, by_section=True)]
STORY = """# A

> [!note] Voices
>
> A potter and her kiln
>
> The potter of the old town fired her kiln with reed. She sold jars to every ship.
"""


def shown(pages: Pages) -> str:
    return " ".join(item.text for page in pages.pages for item in page.items if isinstance(item, TextItem))


def sheet(text: str, form: SheetForm = USUAL) -> tuple[str, str]:
    """What a sheet shows, and all that it leaves out."""
    document, _ = read_document(text.encode(), "text.md")
    pages, _, left = plan_cheat_sheet(document, theme(), A4, form)
    return shown(pages), " / ".join(one.text for one in left)


def units(text: str) -> tuple[Unit, ...]:
    document, _ = read_document(text.encode(), "text.md")
    (box,) = boxes_of(document, {})
    return box.units


def _with_stories(document: Document) -> Document:
    """The document with a callout at the end of its sections whose text has a title of its own."""
    story = read_markdown(STORY, "text.md")[0].sections[0].blocks

    def put(section: Section) -> Section:
        return replace(section, blocks=(*section.blocks, *story), sections=tuple(map(put, section.sections)))

    return replace(document, sections=tuple(map(put, document.sections)))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_no_title_of_a_callout_stands_alone(name: str, form: SheetForm) -> None:
    pages, _, _ = plan_cheat_sheet(_with_stories(case(name).document), theme(), A4, form)
    text = " ".join(shown(pages).split())
    assert text.count("A potter and her kiln") == text.count("A potter and her kiln The potter of the old")
    assert text.count("Voices") == text.count("Voices. A potter and her kiln")


def test_lines_without_an_end_are_no_titles_of_each_other() -> None:
    assert len(units("# A\n\nEggs from hens\n\nMilk from cows\n\nBread from rye\n")) == 3


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The dyke broke in 1953. It had stood for a century."),
        ("en", "The dyke broke in 1953.\n\nIt had stood for a century."),
        ("de", "Der Deich brach 1953. Er hatte ein Jahrhundert gehalten."),
    ],
)
def test_what_begins_with_a_pronoun_needs_what_comes_before_it(lang: str, text: str) -> None:
    assert [unit.needs for unit in units(f"---\nlang: {lang}\n---\n\n# A\n\n{text}\n")] == [-1, 0]


def test_a_question_needs_its_answer() -> None:
    first, second, third = units("# A\n\nWhy do tides turn? The moon moves on. Seas follow.\n")
    assert (first.needs, second.needs, third.needs) == (1, -1, -1)
    (both,) = units("# A\n\nWhy do tides turn? They follow the moon.\n")
    assert len(both.entries) == 2


def test_a_question_that_nobody_answers_is_left_out_and_told() -> None:
    said, left = sheet("# A\n\nTides turn twice a day.\n\n::: question\nHave you seen one?\n:::\n")
    assert "Have you seen" not in said
    assert "Have you seen one?" in left
    said, left = sheet("# A\n\nTides turn.\n\n::: {.question .essential}\nHave you seen one?\n:::\n")
    assert "Have you seen one?" in said
    assert left == ""


FIGURE = '![A map](map.png "The coast"){#coast}\n\n'


def test_a_reference_in_brackets_to_a_figure_that_is_not_shown_is_left_out() -> None:
    said, _ = sheet(f"# A\n\n{FIGURE}The sea took three towns (see [Figure 1](#coast)) in a night ([map](#coast)).\n")
    assert "The sea took three towns in a night." in " ".join(said.split())


def test_other_brackets_stay() -> None:
    text = f"# A\n\n{FIGURE}# B {{#b}}\n\nIt fell (in the south, [map](#coast)). It rose (see [B](#b)).\n"
    said = " ".join(sheet(text)[0].split())
    assert "(in the south, map)" in said
    assert "(see B)" in said


def test_what_shows_a_missing_figure_comes_last() -> None:
    document, _ = read_document(f"# A\n\n{FIGURE}As the [map](#coast) shows, it fell. It rose.\n".encode(), "text.md")
    assert [unit.points for unit in boxes_of(document, {})[0].units] == [True, False]


def test_a_part_without_a_title_takes_no_letter() -> None:
    document = read_markdown("Sorted things are found.\n\n# A\n\nOne.\n\n## B\n\nTwo.\n\n# C\n\nThree.\n", "text.md")[0]
    assert [box.letter for box in boxes_of(document, {})] == ["", "A", "A", "B"]


def test_what_goes_on_of_a_line_of_code_stands_deeper_than_it_begins() -> None:
    span = Span("def f():\n\u00a0\u00a0return alpha + beta + gamma", Style(Face("Liberation Mono"), 10.0, "000000"))
    wide = 10.0 * word_width("0", span.style.face)
    assert hanging(span, 40 * wide) == span
    assert hanging(span, 18 * wide).text.split("\n") == [
        "def f():",
        "\u00a0\u00a0return alpha +",
        "\u00a0\u00a0\u00a0\u00a0beta + gamma",
    ]
    assert hanging(span, 3 * wide).text.replace("\u00a0", "").split() == span.text.replace("\u00a0", "").split()


def test_what_is_essential_and_has_no_room_is_warned_of_at_its_line() -> None:
    """An author who says that all must stay is told where it does not; what nobody calls essential is but noted."""

    def said(mark: str) -> Problem:
        text = "# A\n\n" + "\n".join(f"{'Tides turn twice a day here. ' * 9}\n{mark}\n" for _ in range(200))
        _, (problem,), _ = plan_cheat_sheet(read_document(text.encode(), "text.md")[0], theme(), A4)
        return problem

    warned, noted = said("{.essential}"), said("")
    first = re.search(r"(\d+) of these are \{\.essential\} \(lines (\d+),", warned.message)
    assert first is not None
    assert int(first[1]) > 100
    assert (warned.severity, warned.line) == ("warning", int(first[2]))
    assert "two-sides" in warned.hint
    assert (noted.severity, noted.line) == ("note", 0)
    assert "essential" not in noted.message


# --- tables in narrow columns --------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [3, 6])
def test_words_of_two_columns_are_not_cut_where_they_fit_one_beneath_the_other(columns: int) -> None:
    names = [f"useImperativeHandle{'AB'[k % 2]}" for k in range(8)]
    rows = "".join(
        f"| `{name}(ref)` | {'' if k % 3 else 'see `React.createElement`'} |\n" for k, name in enumerate(names)
    )
    filler = "".join(f"## Part {k}\n\n{'The sea is salt, and the river is not. ' * 6}\n\n" for k in range(5 * columns))
    document, _ = read_document(f"# T\n\n## Hooks\n\n| Hook | What |\n|---|---|\n{rows}\n{filler}".encode(), "text.md")
    pages, _, _ = plan_cheat_sheet(document, theme(), A4, USUAL)
    pieces = [item.text.strip() for page in pages.pages for item in page.items if isinstance(item, TextItem)]
    whole = [piece for piece in pieces if piece.startswith("useImper")]
    assert whole
    assert all(piece.startswith(("useImperativeHandleA", "useImperativeHandleB")) for piece in whole)
    assert "React.createElement" in " ".join(pieces)
    ends = {role for tag in pages.tags if (role := tag.role) in ("TD", "TH", "TR")}
    assert ends == {"TD", "TH", "TR"}
    assert sum(tag.role == "TD" for tag in pages.tags) == 2 * len(names)


def test_a_table_of_two_columns_is_set_as_low_as_it_goes() -> None:
    """A column of short names takes no room from what is said of them."""
    rows = "".join(f"| Proprioreceptors {k} | {'the firing rate of the cells rises ' * 2}|\n" for k in range(6))
    document, _ = read_document(f"# T\n\n| Factor | Effect |\n|---|---|\n{rows}".encode(), "text.md")
    (box,) = boxes_of(document, {})
    grid = Grid([entry for entry in box.entries if entry.row is not None], theme(), 1.0)
    narrow, wide = grid.layout(15.0), grid.layout(60.0)
    assert narrow[0].stacked
    assert not wide[0].stacked
    lower = grid.height(15.0)
    beside = sum(sum(grid._row_heights(part)) for part in grid._side_by_side(15.0))
    assert lower < beside
    for size in (7.0, 7.3, 9.1, 11.7, 14.0):  # as it is measured, so it is drawn
        drawn = Grid([entry for entry in box.entries if entry.row is not None], theme(), size)
        for room in (12.0, 15.0, 18.0, 22.0, 26.0, 30.0):
            assert drawn.layout(room * size)[0].stacked == grid.layout(room)[0].stacked


# --- lists and code ------------------------------------------------------------------------------------


@pytest.mark.parametrize("item", ["{}. The sea is salt here.\n", "{}. **Sea {}**: the sea is salt here.\n"])
def test_the_text_of_all_items_of_a_list_begins_in_one_line(item: str) -> None:
    text = "# A\n\n" + "".join(item.format(k, k) for k in range(1, 13))
    pages, _, _ = plan_cheat_sheet(read_document(text.encode(), "text.md")[0], theme(), A4, SheetForm("card"))
    items = [item for page in pages.pages for item in page.items if isinstance(item, TextItem)]
    marks = [item for item in items if item.text.strip() in {f"{k}." for k in range(1, 13)}]
    first = {round(min(i.x for i in items if i.y == mark.y and i.x > mark.x), 2) for mark in marks}
    assert len(marks) == 12
    assert len(first) == 1


def test_long_code_stands_on_one_ground() -> None:
    code = "\n".join(f"first_value_{k} = second_value_{k}" for k in range(60))
    text = f"# A\n\n```python\n{code}\n```\n\n# B\n\nText.\n"
    pages, _, _ = plan_cheat_sheet(read_document(text.encode(), "text.md")[0], theme(), A4, USUAL)
    tint = theme().palette.tint
    for left in {box.rect.x for page in pages.pages for box in grounds(page, tint)}:
        column = sorted(
            (b.rect for page in pages.pages for b in grounds(page, tint) if b.rect.x == left), key=lambda r: r.y
        )
        assert all(abs(one.bottom - other.y) < 0.01 for one, other in pairwise(column))


def grounds(page: Page, color: str) -> list[BoxItem]:
    return [item for item in page.items if isinstance(item, BoxItem) and item.fill == color]


def test_the_name_of_a_picture_that_is_not_shown_is_left_out_and_told() -> None:
    text = "# A\n\n## Shapes\n\nA sea is salt.\n\n**Ethylene**\n\n![A molecule](a.png)\n\nThe river is sweet.\n"
    on, left = sheet(text)
    assert "Ethylene" not in on
    assert "Ethylene" in left
    assert "sweet" in on
    assert "Ethylene" in sheet(text.replace("![A molecule](a.png)", "It burns."))[0]
