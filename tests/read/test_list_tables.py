"""Tables that are written as lists of lists, and labels behind formulae: both as in MyST."""

import pytest
from reading import complaints, markdown

from triptych.model.document import Block, Formula, Paragraph, Table
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
