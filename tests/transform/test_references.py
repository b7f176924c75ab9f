"""Figures and tables are numbered, and what refers to them finds them."""

import pytest
from reading import complaints, rewritten

from triptych.model.document import Block, Chart, Document, Figure, Link, Paragraph, Table, Text
from triptych.model.queries import captioned, plain, walk_blocks, walk_sections

THINGS = (
    "# Methods {#sec-methods}\n\n![A](a.png){#fig-a}\n\n![none](b.png)\n\n![C](c.png 'Cap'){#fig:c}\n\n"
    "| a | b |\n|---|---|\n| c | 1 |\n\n: One {#tbl-one}\n\n| a | b |\n|---|---|\n| c | 1 |\n\n: Two {#d .chart}\n"
)


def every(document: Document) -> list[Block]:
    return [block for section in walk_sections(document.sections) for block in walk_blocks(section.blocks)]


def last(text: str) -> list[tuple[str, str]]:
    """The inlines of the last paragraph: text, and where it leads."""
    paragraph = [block for block in every(rewritten(text)) if isinstance(block, Paragraph)][-1]
    return [(plain((i,)), i.target if isinstance(i, Link) else "") for i in paragraph.inlines]


def test_captioned_figures_and_tables_are_numbered() -> None:
    found = [block for block in every(rewritten(THINGS)) if isinstance(block, Figure | Table | Chart)]
    assert [(type(block).__name__, block.number) for block in found] == [
        ("Figure", 1), ("Figure", 0), ("Figure", 2), ("Table", 1), ("Chart", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "text", "target"),
    [
        ("@fig-a", "Figure 1", "#fig-a"),
        ("[@fig:c]", "Figure 2", "#fig:c"),
        ("\\ref{fig:c}", "2", "#fig:c"),
        ("{numref}`fig-a`", "Figure 1", "#fig-a"),
        ("{ref}`the map <fig-a>`", "the map", "#fig-a"),
        ("[](#tbl-one)", "Table 1", "#tbl-one"),
        ("[\\[link\\]](#tbl-one)", "Table 1", "#tbl-one"),
        ("@tbl-one", "Table 1", "#tbl-one"),
        ("[the *chart*](#d)", "the chart", "#d"),
        ("@sec-methods", "“Methods”", "#sec-methods"),
        ("[here](#Methods)", "here", ""),
        ("[here](#sec_methods)", "here", "#sec-methods"),
        ("<a href='#fig-a'>it</a>", "it", "#fig-a"),
    ],
)
def test_references_lead_to_what_they_name(written: str, text: str, target: str) -> None:
    assert last(f"{THINGS}\nsee {written}\n") == [("see ", ""), (text, target)]


def test_where_numbers_come_first_references_and_captions_have_them_first() -> None:
    hungarian = f"---\nlang: hu\n---\n{THINGS}"
    assert last(f"{hungarian}\nlásd @fig-a\n")[-1] == ("1. ábra", "#fig-a")
    assert last(f"{hungarian}\nlásd \\ref{{fig:c}}\n")[-1] == ("2", "#fig:c")
    (first, *_) = (block for block in every(rewritten(hungarian)) if isinstance(block, Figure))
    assert plain(captioned(first)) == "1. ábra. A"


@pytest.mark.parametrize(
    ("lang", "shown"), [("de", "Abbildung 1. A"), ("zh", "图 1\u3000A"), ("ja", "図 1\u3000A"), ("ko", "그림 1. A")]
)
def test_what_stands_behind_the_number_of_a_caption(lang: str, shown: str) -> None:
    found = every(rewritten(f"---\nlang: {lang}\n---\n{THINGS}"))
    assert plain(captioned(next(block for block in found if isinstance(block, Figure)))) == shown


def test_several_at_once_and_other_languages() -> None:
    assert last(f"---\nlang: de\n---\n{THINGS}\nsiehe [@fig-a; @tbl-one].\n") == [
        ("siehe ", ""), ("Abbildung 1", "#fig-a"), (", ", ""), ("Tabelle 1", "#tbl-one"), (".", ""),
    ]  # fmt: skip
    assert last(f"---\nlang: de\n---\n{THINGS}\nsiehe @sec-methods\n") == [
        ("siehe ", ""),
        ("„Methods“", "#sec-methods"),
    ]


def test_references_to_nothing_are_told_and_stay() -> None:
    text = "# A\n\nsee @fig-x and [there](#nowhere)\n\n- and `@fig-y` a@fig-z.org [top](#)\n"
    assert last(text.split("- and")[0]) == [("see ", ""), ("@fig-x", ""), (" and ", ""), ("there", "")]
    assert complaints(text) == [f"3: warning: a reference to nothing: {name}" for name in ("fig-x", "nowhere")]


@pytest.mark.parametrize(
    ("anchor", "title"),
    [
        ('<a name="x"></a>\n\n## B\n', "b"),
        ('<a name="x"></a>\n## B\n', "b"),
        ('text <span id="x">there</span>\n\n## B\n', "a"),
        ("[text]{#x}\n\n## B\n", "a"),
        ("(x)=\n## B\n", "b"),
    ],
)
def test_anchors_stand_for_their_sections(anchor: str, title: str) -> None:
    head = "---\ndialect: myst\n---\n" if anchor.startswith("(") else ""
    assert last(f"{head}## A\n\n{anchor}\n[go](#x)\n")[-1] == ("go", f"#{title}")


def test_names_of_slides_are_anchors() -> None:
    text = "# Contents\n\n[go](#two)\n\n---\nclass: inverse\nname: two\n\n# Second\n\ntext\n"
    (paragraph, *_) = rewritten(text).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (Link((Text("go"),), "#second"),)


def test_a_link_without_words_to_what_has_no_name_says_where_that_stands() -> None:
    text = "# Methods\n\n| a | b |\n|---|---|\n| c | 1 |\n{#plain}\n\nSee [\\[link\\]](#plain).\n"
    assert ("“Methods”", "#plain") in last(text)


def test_a_figure_of_parts_is_called_by_these() -> None:
    text = (
        "# A\n\n::: {#fig-all layout-ncol=2}\n![A](a.png){#fig-a}\n\n![B](b.png){#fig-b}\n\nAll\n:::\n\nSee @fig-all.\n"
    )
    assert last(text) == [("See ", ""), ("Figure 1, Figure 2", "#fig-all"), (".", "")]


def test_a_box_with_a_number_is_called_by_it() -> None:
    text = '# A\n\n::: {#thm-a .theorem title="Theorem 3"}\nIt rains.\n:::\n\nBy @thm-a, which is \\ref{thm-a}.\n'
    assert [said for said, target in last(text) if target] == ["Theorem 3", "3"]


def test_a_box_or_a_term_without_a_number_is_called_by_its_title() -> None:
    text = "# A\n\n::: {#thm-a .theorem title=Rain}\nIt rains.\n:::\n\n::: {#tip-b .tip}\nGo out.\n:::\n\nBy @thm-a.\n"
    assert [said for said, target in last(text) if target] == ["“Rain”"]
