"""Slips that would hide something without a word: what is not closed, tables without dashes, keys that nobody knows."""

import pytest
from reading import blocks, complaints, markdown, outline, said

from triptych.model.document import (
    FootnoteCall,
    Formula,
    InlineFormula,
    ListBlock,
    Paragraph,
    Table,
)
from triptych.model.queries import plain
from triptych.read.source import read_source

HEAD = "# H\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("```python\nx\n\n# More\n", "3: warning: never closed: ```"),
        ("~~~~\nx\n~~~\n", "3: warning: never closed: ~~~~"),
        ("> ```\n> x\n\nText\n", "3: warning: never closed: ```"),
        ("```{note}\nx\n", "3: warning: never closed: ```"),
        ("::: note\nx\n", "3: warning: never closed: ::: note"),
        ("Text.\n\n$$\ny = 2\n\n## B\n\nText\n", "5: warning: never closed: $$"),
        ("Text\n$$\ny = 2\n\n## B\n", "4: warning: never closed: $$"),
        ("$$\ny = 2\n\nThe range is simple.\n\n$$ x $$\n", "3: warning: never closed: $$"),
        ("\\begin{align}\nx\n", "3: warning: never closed: \\begin{align}"),
        ("See <!-- a comment\n\nText\n", "3: warning: never closed: <!--"),
        ("One\ntwo <!-- a comment\n\nText\n", "4: warning: never closed: <!--"),
        ("<!-- a comment\n\nText\n", "3: warning: never closed: <!--"),
        ("%% not for all\n\nText\n", "3: warning: never closed: %%"),
        ("Text\n\n{::comment}\nwords\n\nText\n", "5: warning: never closed: {::comment}"),
        ("{% comment %}\nwords\n\nText\n", "3: warning: never closed: {% comment %}"),
        ('Text\n\n<div class="note">\n\nText\n\n## B\n', "5: warning: never closed: <div>"),
        ("<details><summary>More</summary>\n\nText\n", "3: warning: never closed: <details>"),
        ("<table><tr><td>one\n\n## B\n\nText\n", "3: warning: never closed: <table>"),
    ],
)
def test_what_is_never_closed_is_told(text: str, told: str) -> None:
    assert complaints(HEAD + text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "```\nx\n```\n",
        "- ```\n  x\n  ```\n",
        "````\n```\n````\n",
        "$$\nx\n\ny\n$$\n",
        "$$x$$\n",
        "`<!--` opens\n",
        "<!-- a -->\n",
        "```{note}\nx\n```\n",
    ],
)
def test_what_is_closed_is_not(text: str) -> None:
    assert complaints(HEAD + text) == []


def test_nothing_behind_what_is_not_closed_is_hidden() -> None:
    text = "# A\n\nSee <!-- a comment\n\n$$\ny\n\n# B\n\nLater.\n"
    assert outline(markdown(text)) == ["1 A", "1 B"]
    assert said(markdown(text))[-2:] == ["B", "Later"]


def test_a_displayed_formula_ends_on_its_line() -> None:
    text = "$$m = n$$ where $n$ is\nthe number.\n\nText.\n\n$$\nr = a\n$$\n"
    first, second, last = blocks(markdown(HEAD + text))
    assert isinstance(first, Paragraph)
    assert [i.latex for i in first.inlines if isinstance(i, InlineFormula)] == ["m = n", "n"]
    assert plain(first.inlines).endswith(" is the number.")
    assert isinstance(second, Paragraph)
    assert isinstance(last, Formula)
    assert complaints(HEAD + text) == []


def test_a_stop_belongs_to_the_displayed_formula_before_it() -> None:
    formula, text = blocks(markdown(HEAD + "$$\nx = 1\n$$.\n\nText.\n"))
    assert isinstance(formula, Formula)
    assert "".join(formula.latex.split()) == "x=1."
    assert isinstance(text, Paragraph)


# --- tables ------------------------------------------------------------------------------------------


def _cells(table: object) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[plain(cell.inlines) for cell in row.cells] for row in (table.header, *table.rows)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("| a | b |\n| 1 | 2 |\n", [["a", "b"], ["1", "2"]]),
        ("|a|b|\n|1|2|\n|3|4|\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("a | b\n1 | 2\n3 | 4\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("Text:\n| a | b |\n| **1** | 2 |\n", [["a", "b"], ["1", "2"]]),
    ],
)
def test_a_table_without_its_line_of_dashes_is_one(text: str, cells: list[list[str]]) -> None:
    assert _cells(blocks(markdown(HEAD + text))[-1]) == cells
    line = 4 if text.startswith("Text") else 3
    assert complaints(HEAD + text) == [f"{line}: warning: a table without its line of dashes"]


def test_a_line_of_dashes_for_too_few_columns_or_too_many() -> None:
    text = "|a|b|c|\n|:-:|-:|\n|1|2|3|\n|4|\n\nText.\n"
    table, _ = blocks(markdown(HEAD + text))
    assert _cells(table) == [["a", "b", "c"], ["1", "2", "3"], ["4", "", ""]]
    assert isinstance(table, Table)
    assert table.aligns == ("center", "right", "left")
    assert complaints(HEAD + text) == ["4: warning: the line of dashes has 2 columns, the row above it 3"]
    more, = blocks(markdown(HEAD + "|a|b|\n|-|-|-|\n|1|2|3|\n"))  # fmt: skip
    assert _cells(more) == [["a", "b", ""], ["1", "2", "3"]]


@pytest.mark.parametrize(
    "text",
    [
        "| one line\n| and another\n",  # a line block
        "The chance P(A | B)\nis not P(B | A)\n",
        "Home | About\nText\n",
        "Let $a | b$\nand $c | d$\nand $e | f$\n",
        "a | b\n---\n",  # an underlined heading
        "| a |\n| b |\n",
    ],
)
def test_what_only_has_bars_in_it_is_no_table(text: str) -> None:
    assert not any(isinstance(block, Table) for section in markdown(HEAD + text).sections for block in section.blocks)
    assert complaints(HEAD + text) == []


def test_a_table_below_rows_that_are_none_keeps_its_own_head() -> None:
    table = blocks(markdown(HEAD + "| a | b |\n| c | d |\n|---|---|\n| 1 | 2 |\n"))[-1]
    assert _cells(table) == [["c", "d"], ["1", "2"]]


# --- front matter ------------------------------------------------------------------------------------


def _front(head: str) -> list[str]:
    return complaints(f"---\n{head}\n---\n\n# H\n\nText.\n")


def test_keys_that_nobody_knows() -> None:
    assert _front("title: T\nauhtor: Ann\nthem: dark") == [
        "3: warning: not a key that is known here: auhtor",
        "4: warning: not a key that is known here: them",
    ]
    assert _front("title: T\nminutes: 45\nauthor: Ann") == []
    assert _front("title: T\nzebra: 1\nquagga: 2") == ["3: note: nothing is made of these keys: zebra, quagga"]
    _, problems = read_source(b"---\nauhtor: Ann\n---\n\n# H\n\nText.\n", "text.md")
    assert problems[0].hint == "did you mean author?"


def test_keys_of_other_programs_are_left_in_peace() -> None:
    assert _front("layout: post\nheader-includes: x\ndraft: true\nTitle: T\nslideNumber: true") == []


def test_what_stands_below_the_title() -> None:
    head = """title: Rain
author:
  - name: Ann
    affiliations:
      - ref: nu
  - name: Bo
    affiliation: Rain Lab
affiliations:
  - id: nu
    name: Northern
abstract: |
  It rains.

  It *falls*.
keywords: [rain, water]"""
    meta = markdown(f"---\n{head}\n---\n\n# H\n\nText.\n").meta
    assert meta.affiliations == ("Northern", "Rain Lab")
    assert meta.abstract == ("It rains.", "It falls.")
    assert meta.keywords == ("rain", "water")
    assert _front(head) == []
    assert markdown("---\nkeywords: rain, water\n---\n\n# H\n\nText.\n").meta.keywords == ("rain", "water")


# --- footnotes ---------------------------------------------------------------------------------------


def test_a_call_before_a_colon_is_a_call() -> None:
    (text,) = blocks(markdown(HEAD + "The name[^1]: it is so.\n\n[^1]: Ape one.\n"))
    assert isinstance(text, Paragraph)
    assert any(isinstance(inline, FootnoteCall) for inline in text.inlines)
    assert plain(text.inlines) == "The name: it is so."
    assert complaints(HEAD + "The name[^1]: it is so.\n\n[^1]: Ape one.\n") == []


def test_a_definition_in_a_list_stays_one() -> None:
    (items,) = blocks(markdown(HEAD + "- Text[^1]\n\n    [^1]: Ape one.\n"))
    assert isinstance(items, ListBlock)
    assert said(markdown(HEAD + "- Text[^1]\n\n    [^1]: Ape one.\n")) == ["H", "Text", "Ape", "one"]


@pytest.mark.parametrize("before", ["", "Text.\n", "> "])
def test_a_heading_needs_no_space_and_that_is_told(before: str) -> None:
    text = f"# A\n\n{before}##Rain falls ##\n\nWords.\n"
    line = 3 + before.count("\n")
    assert complaints(text) == [f"{line}: warning: a heading without a space behind its #"]
    if not before.startswith(">"):
        assert outline(markdown(text))[-1].endswith("Rain falls")


@pytest.mark.parametrize("text", ["#rain", "a ##Rain", "##", "###_", "    ##Rain"])
def test_other_number_signs_begin_no_heading(text: str) -> None:
    assert outline(markdown(f"# A\n\n{text}\n")) == ["1 A"]
