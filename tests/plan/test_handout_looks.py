"""How a printed handout looks: what is parted between pages, what hangs, what stands nearer to what."""

import pytest
from documents import theme
from hypothesis import given
from hypothesis import strategies as st
from reading import rewritten

from triptych.model.forms import PAPERS, HandoutForm
from triptych.model.pages import BoxItem, Page, Pages, TextItem
from triptych.plan.code import highlight
from triptych.plan.handout import plan_handout
from triptych.plan.handout.objects import WRAPPED

LINE = "Every line of this text is about as long as the column of a page is wide, so. "
WORDS = "The river carries sand to the sea and builds the land of its delta year by year. "
LANGUAGES = ["", "python", "console", "pycon", "bash", "html", "r", "sql", "json", "diff", "tex", "yaml", "make"]
SIGNS = st.text(alphabet="ab $>(+1*)[]{}'\"#;:=-/\\<\n\t%.", max_size=60)


def plan(text: str) -> Pages:
    return plan_handout(rewritten(text), theme(), {}, PAPERS["a4"], "", HandoutForm())


def texts(page: Page) -> list[TextItem]:
    return [item for item in page.items if isinstance(item, TextItem)]


def lines(page: Page) -> dict[float, list[TextItem]]:
    """The text of a page by its baselines, from the top."""
    found: dict[float, list[TextItem]] = {}
    for item in sorted(texts(page), key=lambda item: (item.y, item.x)):
        found.setdefault(item.y, []).append(item)
    return found


def said(items: list[TextItem]) -> str:
    return "".join(item.text for item in items)


# --- code ----------------------------------------------------------------------------------------------


@given(st.sampled_from(LANGUAGES), SIGNS)
def test_coloured_code_says_all_that_its_author_wrote(language: str, text: str) -> None:
    rows = highlight(text, language)
    assert "\n".join("".join(token.text for token in row) for row in rows) == text.expandtabs(4)


def test_what_a_program_printed_last_is_there_whatever_it_looks_like() -> None:
    pages = plan("# A\n\n```console\n$ run --all\n(+ 1 (* 2 3))\n```\n")
    assert "(+ 1 (* 2 3))" in " ".join(item.text.strip() for item in texts(pages.pages[0]))


@pytest.mark.parametrize("numbers", ["", " {.numberLines}"])
@pytest.mark.parametrize("indent", [0, 4, 30])
def test_what_goes_on_of_a_line_of_code_stands_deeper_and_leaves_the_numbers_alone(numbers: str, indent: int) -> None:
    long = " " * indent + "total = " + " + ".join(f"first_number_{k}" for k in range(12))
    page = plan(f"# A\n\n```python{numbers}\nx = 1\n{long}\n```\n").pages[0]
    rows = [row for row in lines(page).values() if "first_number" in said(row)]
    assert len(rows) > 1
    code = [[item for item in row if item.text.strip() not in (WRAPPED, "2")] for row in rows]
    begun = min(item.x for item in code[0] if item.text.strip())
    assert all(said(row).startswith(WRAPPED) for row in rows[1:])
    assert all(row[0].x > begun for row in code[1:])
    edge = max(item.rect.right for item in page.items if isinstance(item, BoxItem))
    assert all(item.x + len(item.text.rstrip()) * 0.6 * item.size < edge for row in code for item in row)


# --- boxes ---------------------------------------------------------------------------------------------

BOXES = [
    "> [!NOTE]\n> " + "\n>\n> ".join(WORDS * 6 for _ in range(12)),
    "```python\n" + "\n".join(f"value_{k} = {k}" for k in range(150)) + "\n```",
    "::: question\nWhat does the river carry?\n\nanswer: " + "\n\n".join(WORDS * 6 for _ in range(12)) + "\n:::",
]


@pytest.mark.parametrize("box", BOXES, ids=["callout", "code", "answer"])
@pytest.mark.parametrize("before", [0, 9, 20])
def test_text_keeps_away_from_the_edge_of_its_box_where_a_page_parts_it(box: str, before: int) -> None:
    pages = plan("# A\n\n" + f"{LINE}\n\n" * before + f"{box}\n")
    assert len(pages.pages) > 1
    for page in pages.pages:
        for rect in (item.rect for item in page.items if isinstance(item, BoxItem) and item.rect.width > 100.0):
            inside = [item for item in texts(page) if rect.y < item.y < rect.bottom]
            assert min(item.y - 0.72 * item.size for item in inside) > rect.y + 6.0
            assert max(item.y + 0.21 * item.size for item in inside) < rect.bottom - 6.0


def test_a_box_that_no_page_parts_is_as_high_as_ever() -> None:
    page = plan("# A\n\n> [!NOTE]\n> Short.\n").pages[0]
    (high,) = {item.rect.height for item in page.items if isinstance(item, BoxItem)}
    assert high == pytest.approx(2 * 8.0 + 15.5 + 2.0 + 15.5, abs=0.1)


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("> [!NOTE]\n> Short.", "Note"),
        ("::: objectives\nShort.\n:::", "Objectives"),
        ("> [!WARNING] Hot\n> Short.", "Warning: Hot"),
        ("> [!TIP]\n> Short.", "Tip"),
    ],
)
def test_a_box_says_what_it_is_and_no_more(source: str, title: str) -> None:
    (page,) = plan(f"# A\n\n{source}\n").pages
    assert title in [said(row).strip() for row in lines(page).values()]


# --- headings and contents -----------------------------------------------------------------------------


def test_further_lines_of_a_heading_stand_beneath_its_first_word() -> None:
    title = "The long way of the river from the mountains to the plain and to the sea"
    (page,) = plan(f"# {title}\n\nText.\n\n# B\n\nText.\n").pages
    rows = [row for row in lines(page).values() if row[0].size == 20.0 and row[-1].text != "B"]
    assert len(rows) > 1
    number, first = rows[0][0], rows[0][1]
    assert number.text.strip() == "1"
    assert {round(row[0].x, 2) for row in rows[1:]} == {round(first.x, 2)}
    assert first.x > number.x
    assert " ".join(said(row).strip() for row in rows).split() == ["1", *title.split()]


def test_text_is_further_from_the_contents_than_their_entries_from_each_other() -> None:
    parts = "".join(f"# Part {k}\n\n{(WORDS * 6 + chr(10) * 2) * 6}" for k in range(6))
    page = plan(f"---\ntitle: A\n---\n\n{WORDS * 3}\n\n{parts}").pages[0]
    at = [y for y, row in lines(page).items() if said(row).startswith(("Part", "1", "2", "3", "4", "5", "6"))]
    entries = at[:6]
    below = min(y for y in lines(page) if y > entries[-1])
    assert below - entries[-1] > entries[-1] - entries[-2] + 6.0


# --- tables --------------------------------------------------------------------------------------------


def table(rows: int, caption: str = "") -> str:
    above = f": {caption}\n\n" if caption else ""
    return above + "| Year | Ships |\n|---|---|\n" + "".join(f"| row {k} | {k} |\n" for k in range(rows))


@pytest.mark.parametrize("rows", [3, 4, 9, 40])
@pytest.mark.parametrize("before", range(26, 46, 2))
def test_no_row_of_a_table_is_alone_on_a_page(rows: int, before: int) -> None:
    pages = plan("# A\n\n" + f"{LINE}\\\n" * before + f"so.\n\n{table(rows, 'Ships by year')}\n\nThe end.\n")
    counts = [sum(item.text.startswith("row ") for item in texts(page)) for page in pages.pages]
    assert sum(counts) == rows
    assert 1 not in counts
    (caption,) = [n for n, page in enumerate(pages.pages) for i in texts(page) if i.text.startswith("Ships by")]
    assert counts[caption]


def test_a_caption_is_nearer_to_its_table_than_to_what_follows() -> None:
    (page,) = plan(f"# A\n\n{table(3, 'Ships by year')}\n\n{table(3)}\n").pages
    (caption,) = [item for item in texts(page) if item.text.startswith("Ships by year")]
    above = max(item.y for item in texts(page) if item.text.startswith("row ") and item.y < caption.y)
    below = min(item.y for item in texts(page) if item.text.startswith("Year") and item.y > caption.y)
    assert caption.y - above < below - caption.y


# --- lists, and what leads to them ---------------------------------------------------------------------


def page_of(pages: Pages, start: str) -> int:
    return next(n for n, page in enumerate(pages.pages) for i in texts(page) if i.text.startswith(start))


@pytest.mark.parametrize("before", range(36, 47))
@pytest.mark.parametrize("count", [3, 4, 7])
def test_no_short_item_of_a_list_is_alone_on_a_page(count: int, before: int) -> None:
    items = "".join(f"- item {k} of it\n" for k in range(count))
    pages = plan("# A\n\n" + f"{LINE}\\\n" * before + f"These are the parts:\n\n{items}\n\nThe end.\n")
    counts = [sum(item.text.startswith("item ") for item in texts(page)) for page in pages.pages]
    assert sum(counts) == count
    assert 1 not in counts
    assert page_of(pages, "These are") == page_of(pages, "item 0")


@pytest.mark.parametrize("before", range(38, 47))
def test_what_leads_to_the_items_beneath_it_stays_with_them(before: int) -> None:
    items = "- the parts of it\n  - first of them\n  - second of them\n- the rest\n"
    pages = plan("# A\n\n" + f"{LINE}\\\n" * before + f"so.\n\n{items}\n")
    assert page_of(pages, "the parts of it") == page_of(pages, "first of them")


@pytest.mark.parametrize("title", ["**The parts**", "1. **The parts**"])
@pytest.mark.parametrize("before", range(38, 47))
def test_a_line_in_bold_stays_with_what_it_is_the_title_of(title: str, before: int) -> None:
    pages = plan("# A\n\n" + f"{LINE}\\\n" * before + f"so.\n\n{title}\n\nFirst of all, {WORDS * 3}\n")
    assert page_of(pages, "The parts") == page_of(pages, "First of all")


def test_a_tiny_table_is_narrow_and_others_are_as_wide_as_the_column() -> None:
    tiny = "| Month | Days |\n|---|--:|\n| May | 31 |\n| June | 30 |\n"
    usual = "| Month | What is done in it |\n|---|---|\n| May | The sheep are brought to the hills of the north |\n"
    (page,) = plan(f"# A\n\n{tiny}\n\n{usual}\n").pages
    heads = [item.rect.width for item in page.items if isinstance(item, BoxItem)]
    assert len(heads) == 2
    assert heads[0] < 0.6 * heads[1]
    assert heads[1] == pytest.approx(372.0, abs=2.0)
