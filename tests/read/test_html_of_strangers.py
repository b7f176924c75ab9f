"""HTML whose meaning a plain text must show: readings of characters, quotations, choices, lists with letters."""

import pytest
from reading import blocks, complaints, markdown

from triptych.model.document import ListBlock, Paragraph, Table
from triptych.model.list_marks import mark_of
from triptych.model.queries import plain

HEAD = "# H\n\n"


def first(text: str) -> str:
    block = blocks(markdown(HEAD + text))[0]
    assert isinstance(block, Paragraph)
    return plain(block.inlines)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>", "漢(kan)字(ji)"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
        ("<ruby>漢<rt>kan<rt>ji</ruby> end", "漢(kan)(ji) end"),
        ("He said <q>so it is</q> twice", "He said “so it is” twice"),
        ("<q>All of it</q>", "All of it"),
        ("He said <q>so", "He said “so”"),
        ("<select><option>One</option><option>Two</option></select>", "One Two"),
        ('<video controls><source src="https://a.org/v.mp4">Words of it</video>', "https://a.org/v.mp4 Words of it"),
    ],
)
def test_what_html_says_is_shown(html: str, shown: str) -> None:
    assert first(f"{html}\n") == shown


@pytest.mark.parametrize(("manner", "mark"), [("a", "c."), ("A", "C."), ("i", "iii."), ("1", "3."), ("x", "3.")])
def test_lists_of_html_have_their_letters(manner: str, mark: str) -> None:
    (found,) = blocks(markdown(HEAD + f'<ol type="{manner}" start="3"><li>one</li></ol>\n'))
    assert isinstance(found, ListBlock)
    assert mark_of(found, 0) == mark


def test_a_table_in_a_cell_of_another_is_told() -> None:
    text = HEAD + "<table><tr><th>A</th></tr>\n<tr><td><table><tr><td>x</td><td>y</td></tr></table></td></tr></table>\n"
    (table,) = blocks(markdown(text))
    assert isinstance(table, Table)
    assert plain(table.rows[0].cells[0].inlines) == "x | y"
    assert complaints(text) == ["4: note: a table in a cell of another is set in lines"]
