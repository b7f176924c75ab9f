"""Tables, boxes and labels of formulae as MyST writes them."""

import pytest
from reading import complaints, markdown

from triptych.model.document import Block, Callout, Columns, Formula, Paragraph, Table
from triptych.model.queries import plain

ROWS = "* - River\n  - Length\n* - Rhine with *bends*\n  - 1230\n"


def blocks(text: str) -> tuple[Block, ...]:
    return markdown(f"# A\n\n{text}").sections[0].blocks


def cells(table: Block) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[plain(cell.inlines) for cell in row.cells] for row in (table.header, *table.rows)]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("```{list-table} Some rivers\n:header-rows: 1\n:name: tab-r\n", "```"),
        (":::{list-table} Some rivers\n:header-rows: 1\n:name: tab-r\n", ":::"),
        ('::: {#tab-r .list-table header-rows=1 title="Some rivers"}\n', ":::"),
    ],
)
def test_a_list_of_lists_is_a_table(opening: str, closing: str) -> None:
    text = f"{opening}\n{ROWS}{closing}\n"
    (table,) = blocks(text)
    assert cells(table) == [["River", "Length"], ["Rhine with bends", "1230"]]
    assert isinstance(table, Table)
    assert (plain(table.caption), table.attributes.id) == ("Some rivers", "tab-r")
    assert complaints(f"# A\n\n{text}") == []


def test_without_heads_the_first_row_is_none() -> None:
    (table,) = blocks(f"```{{list-table}}\n{ROWS}```\n")
    assert cells(table) == [["", ""], ["River", "Length"], ["Rhine with bends", "1230"]]


def test_what_is_no_list_of_lists_is_kept() -> None:
    found = blocks("```{list-table} Some rivers\n* River\n* Rhine\n```\n")
    assert [type(block).__name__ for block in found] == ["Paragraph", "ListBlock"]


@pytest.mark.parametrize("formula", ["$$ x = y $$ (eq:one)", "$$\nx = y\n$$ (eq:one)", "$$\nx = y $$(eq:one)"])
def test_a_label_behind_a_formula_is_its_name(formula: str) -> None:
    (found,) = blocks(f"{formula}\n")
    assert isinstance(found, Formula)
    assert (found.latex, found.attributes.id, found.number) == ("x = y", "eq:one", 1)


def test_one_that_something_refers_to_is_a_label_whatever_it_is_called() -> None:
    first, second = blocks("$$ x = y $$ (pyth)\n\nSee {eq}`pyth`.\n")
    assert isinstance(first, Formula)
    assert isinstance(second, Paragraph)
    assert first.attributes.id == "pyth"


@pytest.mark.parametrize("words", ["(Pythagoras)", "(1)", "(see above)"])
def test_other_words_in_brackets_stay(words: str) -> None:
    (found,) = blocks(f"$$ x = y $$ {words}\n")
    assert isinstance(found, Paragraph)
    assert plain(found.inlines).endswith(words)


def test_a_table_of_commas_is_one() -> None:
    text = '```{csv-table} Some rivers\n:header: "River", "Length, km"\n:name: tab-r\n\n"Rhine, long", *1230*\n```\n'
    (table,) = blocks(text)
    assert cells(table) == [["River", "Length, km"], ["Rhine, long", "1230"]]
    assert isinstance(table, Table)
    assert (plain(table.caption), table.attributes.id) == ("Some rivers", "tab-r")


@pytest.mark.parametrize("fence", ["```", ":::"])
def test_the_title_of_a_table_is_its_caption(fence: str) -> None:
    text = f"{fence}{{table}} Some rivers\n:name: tab-r\n\n| River | Length |\n|---|---|\n| Rhine | 1230 |\n{fence}\n"
    (table,) = blocks(text)
    assert isinstance(table, Table)
    assert (plain(table.caption), table.attributes.id) == ("Some rivers", "tab-r")
    assert complaints(f"# A\n\n{text}") == []


def test_a_theorem_has_its_name() -> None:
    (box,) = blocks("```{prf:theorem} Pythagoras\n:label: thm\n\nSquares add up.\n```\n")
    assert isinstance(box, Callout)
    assert (box.kind, plain(box.title)) == ("important", "Pythagoras")


@pytest.mark.parametrize("opening", [":::{grid-item-card} River facts", "::: {.column title='River facts'}"])
def test_the_title_of_a_column_is_shown_in_it(opening: str) -> None:
    (columns,) = blocks(f"::::{{grid}} 2\n{opening}\nRivers wind.\n:::\n::: column\nOther.\n:::\n::::\n")
    assert isinstance(columns, Columns)
    first = columns.columns[0][0]
    assert isinstance(first, Paragraph)
    assert plain(first.inlines) == "River facts"


def test_a_directive_that_nobody_knows_is_told_with_what_it_says() -> None:
    text = "```{river-map} The Rhine\nx = 1\n```\n"
    assert [type(block).__name__ for block in blocks(text)] == ["Paragraph", "Code"]
    assert "The Rhine" in plain(blocks(text)[0].inlines)  # type: ignore[union-attr]
    (told,) = complaints(f"# A\n\n{text}")
    assert told.startswith("3: warning: not a directive that is known here: {river-map}")
