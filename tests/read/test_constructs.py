"""Footnotes, callouts, columns, charts and all else that Markdown has beyond CommonMark."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import blocks, complaints, items, kinds, markdown, outline, said, words

from triptych.model.document import (
    Callout,
    Chart,
    Code,
    Columns,
    Definition,
    Figure,
    FootnoteCall,
    Image,
    Inlines,
    LineBreak,
    ListBlock,
    Notes,
    Paragraph,
    Quote,
    Strong,
    Summary,
    Table,
    Text,
)
from triptych.model.footnote_calls import calls
from triptych.model.queries import plain
from triptych.read.markdown.charts import number
from triptych.read.pictures.find import images_of


def texts(parts: tuple) -> list[str]:
    return [plain(block.inlines) for block in parts if isinstance(block, Paragraph)]


# --- footnotes and abbreviations --------------------------------------------------------------------


def test_footnotes_stand_where_they_are_called_and_are_numbered_by_their_calls() -> None:
    text = "[^b]: Two\n\n    paragraphs\n[^1]: The *first*.\n\none[^1] two[^b] again[^1] and ^[an *own* one]\n"
    document = markdown(text)
    assert [(note.number, texts(note.blocks)) for note in document.footnotes] == [
        (1, ["The first."]),
        (2, ["Two", "paragraphs"]),
        (3, ["an own one"]),
    ]
    (paragraph,) = blocks(document)
    assert isinstance(paragraph, Paragraph)
    assert [(call.number, call.line) for call in calls((paragraph,))] == [(1, 6), (2, 6), (1, 6), (3, 6)]
    assert complaints(text) == []


def test_footnotes_that_are_wrong_are_told_and_nothing_of_them_is_lost() -> None:
    text = "one[^a]\n\n[^b]: Never\n\n    called[^c]\n\n[^c]: Third\n[^b]: Twice\n"
    assert said(markdown(text)) == ["one", "a", "b", "Never", "called", "b", "Twice", "Third"]
    assert [line.split(":")[0] for line in complaints(text)] == ["1", "3"]


def test_a_footnote_within_a_footnote_is_kept() -> None:
    text = "one[^a] and[^c]\n\n[^a]: first[^b] and ^[own]\n[^b]: second[^a]\n[^c]: third\n"
    document = markdown(text)
    assert said(document) == ["one", "and", "first", "and", "second", "own", "third"]
    assert [[call.number for call in calls(note.blocks)] for note in document.footnotes] == [[2, 3], [1], [], []]
    assert [call.number for call in calls(document.sections)] == [1, 4]
    assert complaints(text) == []


def test_footnotes_are_called_next_to_each_other_and_before_any_mark() -> None:
    text = "one[^a][^b] two[^a]: three[^b](so)\n\n[^a]: first\n[^b]: second\n"
    document = markdown(text)
    assert [call.number for call in calls(document.sections)] == [1, 2, 1, 2]
    assert plain(blocks(document)[0].inlines) == "one two: three(so)"


def test_a_footnote_whose_call_is_not_shown_stands_at_the_end_and_is_told() -> None:
    text = "| a | b |\n|---|---|\n| x[^a] | 2 |\n{.chart}\n\nLast.\n\n[^a]: first\n"
    assert said(markdown(text))[-2:] == ["Last", "first"]
    assert complaints(text) == ["8: warning: a footnote is called where none can be"]


def test_chains_and_circles_of_footnotes_are_read() -> None:
    chain = "one[^0]\n\n" + "".join(f"[^{n}]: note {n}[^{n + 1}]\n" for n in range(3_000)) + "[^3000]: last[^0]\n"
    assert len(markdown(chain).footnotes) == 3_001
    assert said(markdown("one\n\n[^a]: first[^b]\n[^b]: second[^a]\n")) == ["one", "a", "first", "second", "a"]


def test_footnotes_in_headings_and_titles_stay() -> None:
    document = markdown("# A[^1]\n\n[^1]: note\n\n## B\n\ntext\n")
    assert said(document) == ["B", "text", "note"]
    assert document.title_calls == (FootnoteCall(1, 1),)
    (section,) = markdown("## A[^1]\n\n[^1]: note\n").sections
    assert list(calls(section.title)) == [FootnoteCall(1, 1)]
    above = markdown("---\ntitle: The ^[own] *A*[^1]\n---\n\ntext[^2]\n\n[^2]: two\n[^1]: one\n")
    assert above.meta.title == "The A"
    assert [texts(note.blocks) for note in above.footnotes] == [["own"], ["one"], ["two"]]


def test_abbreviations_are_spelled_out_once_and_not_in_headings() -> None:
    text = "*[NATO]: North Atlantic\n*[EU]: Union\n\n# NATO\n\nThe NATO, NATOs, NATO.\n"
    assert texts(blocks(markdown(text))) == ["The NATO (North Atlantic), NATOs, NATO."]
    assert complaints(text) == ["2: note: an abbreviation that is never used: EU"]


# --- lists and lines ---------------------------------------------------------------------------------


def test_tasks() -> None:
    (block,) = blocks(markdown("- [ ] *open*\n- [x] done\n- [X]\n- [y] none\n- [ ](x)\n"))
    assert isinstance(block, ListBlock)
    assert [item.done for item in block.items] == [False, True, None, None, None]
    assert items(block)[:2] == ["open", "done"]


def test_incremental_lists() -> None:
    text = "::: incremental\n- a\n:::\n\n- b\n\n- c\n{.incremental}\n"
    lists = [block for block in blocks(markdown(text)) if isinstance(block, ListBlock)]
    assert lists[0].attributes.classes == ("incremental",)
    assert lists[1].attributes.classes == ()
    assert markdown("---\nincremental: true\n---\n- a\n").meta.incremental
    assert not markdown("---\nincremental: no\n---\n- a\n").meta.incremental


def test_line_blocks_keep_their_breaks() -> None:
    (block,) = blocks(markdown("| The limerick *packs*\n|   laughs\n"))
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == "The limerick packs \u00a0\u00a0laughs"
    assert LineBreak() in block.inlines
    assert isinstance(blocks(markdown("| a |\n|---|\n| b |\n"))[0], Table)


# --- callouts and quotations --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "title", "content"),
    [
        ("> [!NOTE]\n> text", "note", "", ["text"]),
        ("> [!warning]- Look *out*\n> text", "warning", "Look out", ["text"]),
        ("> [!abstract]\n> text", "note", "Abstract", ["text"]),
        ("> [!frobnicate]\n> text", "note", "Frobnicate", ["text"]),
        ("::: warning\ntext\n:::", "warning", "", ["text"]),
        ("::: danger\ntext\n:::", "caution", "", ["text"]),
        ("::: {.callout-tip title='Do this'}\ntext\n:::", "tip", "Do this", ["text"]),
        ("::: {.callout-important}\n## Heed\ntext\n:::", "important", "Heed", ["text"]),
        (":::::: challenge\n## Try\n\ntext\n::::::", "exercise", "Try", ["text"]),
        ("::: objectives\ntext\n:::", "note", "Objectives", ["text"]),
        ('!!! note "A *title*"\n    text\n\n    more\n', "note", "A title", ["text", "more"]),
        ('!!! note ""\n    text', "note", "", ["text"]),
        ("??? tip\n\n    text", "tip", "", ["text"]),
        ('!!! danger highlight "Now"\n    text', "caution", "Now", ["text"]),
        ("```{note}\ntext\n```", "note", "", ["text"]),
        ("````{admonition} Title *here*\n:class: x\ntext\n\nmore\n````", "note", "Title here", ["text", "more"]),
        (":::{tip} Short\n:class: x\ntext\n:::", "tip", "Short", ["text"]),
        ("<details><summary>Answer <b>one</b></summary>\n\ntext\n\n</details>", "note", "Answer one", ["text"]),
        ('<div class="alert-warning">\n\ntext\n\n</div>', "warning", "", ["text"]),
    ],
)
def test_callouts(text: str, kind: str, title: str, content: list[str]) -> None:
    before, block, after = blocks(markdown(f"before\n\n{text}\n\nafter\n"))
    assert isinstance(block, Callout)
    assert (block.kind, plain(block.title), texts(block.blocks), block.line) == (kind, title, content, 3)
    assert texts((before, after)) == ["before", "after"]
    assert complaints(f"before\n\n{text}\n\nafter\n") == []


def test_boxes_hold_any_block_and_each_other() -> None:
    text = "!!! note\n    - a\n\n    ??? tip\n        b\n\n        ```py\n        c\n        ```\n    d\n\ne\n"
    box, last = blocks(markdown(text))
    assert isinstance(box, Callout)
    assert [type(block).__name__ for block in box.blocks] == ["ListBlock", "Callout", "Paragraph"]
    assert texts((last,)) == ["e"]
    assert [block.line for block in box.blocks] == [2, 4, 10]


def test_tabs_show_their_titles() -> None:
    assert said(markdown('=== "One"\n    a\n\n=== "Two"\n    b\n')) == ["One", "a", "Two", "b"]


@pytest.mark.parametrize(
    ("text", "attribution", "content"),
    [
        ("> Quoted\n> text\n>\n> — *A* B", "A B", ["Quoted text"]),
        ("> Quoted\n> -- A", "A", ["Quoted"]),
        ("> Quoted\n> <cite>A</cite>", "A", ["Quoted"]),
        ("> — A\n> — B", "", ["— A — B"]),
        ("> — A", "", ["— A"]),
        ("> Quoted", "", ["Quoted"]),
        ("<blockquote>\n<p>Quoted</p>\n<p>more</p>\n</blockquote>", "", ["Quoted", "more"]),
    ],
)
def test_quotations(text: str, attribution: str, content: list[str]) -> None:
    (quote,) = blocks(markdown(text))
    assert isinstance(quote, Quote)
    assert (plain(quote.attribution), texts(quote.blocks)) == (attribution, content)


# --- columns, captions and charts ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        ":::: columns\n::: {.column width=40%}\na\n:::\n::: {.column width=60%}\nb\n:::\n::::\n",
        ":::: {.columns}\n::: {.column width=40%}\na\n:::\n::: {.column}\n:::\n::: {.column width=60%}\nb\n:::\n::::",
        "::: {.column width=40%}\na\n:::\n::: {.column width=60%}\nb\n:::\n",
    ],
)
def test_columns(text: str) -> None:
    (block,) = blocks(markdown(text))
    assert isinstance(block, Columns)
    assert [texts(column) for column in block.columns] == [["a"], ["b"]]
    assert block.widths == (40, 60)


def test_columns_that_are_none() -> None:
    assert kinds(markdown("::: columns\n::: column\na\n:::\n:::\n").sections[0]) == ["Paragraph"]
    many = "".join(f"::: column\n{letter}\n:::\n" for letter in "abcdefg")
    assert texts(blocks(markdown(many))) == list("abcdefg")
    apart = "::: columns\n::: column\na\n:::\n::: column\nb\n:::\n:::\n"
    assert kinds(markdown(apart + apart).sections[0]) == ["Columns", "Columns"]


@pytest.mark.parametrize(
    "text",
    [
        "| a |\n|---|\n| b |\n\n: The *cap* {#tbl:x}\n",
        "| a |\n|---|\n| b |\nTable: The *cap* {#tbl:x}\n",
        "Table: The *cap* {#tbl:x}\n\n| a |\n|---|\n| b |\n",
        "> | a |\n> |---|\n> | b |\n>\n> : The *cap* {#tbl:x}\n",
        "<table id='tbl:x'><caption>The <i>cap</i></caption><tr><td>a</td></tr><tr><td>b</td></tr></table>\n",
    ],
)
def test_captions_of_tables(text: str) -> None:
    (block,) = blocks(markdown(text))
    table = block.blocks[0] if isinstance(block, Quote) else block
    assert isinstance(table, Table)
    assert (plain(table.caption), table.attributes.id, len(table.rows)) == ("The cap", "tbl:x", 1)


def test_captions_of_figures() -> None:
    text = '![The cap](a.png){#fig:a}\n\n![Cap](b.png){fig-alt="Alt"}\n\n![alt](c.png)\n'
    figures = [block for block in blocks(markdown(text)) if isinstance(block, Figure)]
    assert [(f.image.alt, plain(f.caption)) for f in figures] == [("The cap", "The cap"), ("Alt", "Cap"), ("alt", "")]
    html = '<figure>\n<img src="x.png" alt="alt">\n<figcaption>The <b>cap</b></figcaption>\n</figure>\n'
    (figure,) = blocks(markdown(html))
    assert isinstance(figure, Figure)
    assert figure.caption == (Text("The "), Strong((Text("cap"),)))


TABLE = "| Year | Trade | Share |\n|---|--:|---|\n| 1950 | 1,234 | 5 % |\n| 1951 | $2.5 | – |\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{TABLE}{{.chart type=line}}\n\n: The cap\n",
        f"{TABLE}\n: The cap {{.chart type=line}}\n",
        f"::: {{.chart type=line}}\n{TABLE}\n: The cap\n:::\n",
        f"{{.chart type=line}}\n\n{TABLE}\n: The cap\n",
    ],
)
def test_charts(text: str) -> None:
    (chart,) = blocks(markdown(text))
    assert isinstance(chart, Chart)
    assert (chart.kind, chart.categories, plain(chart.caption)) == ("line", ("1950", "1951"), "The cap")
    assert [(s.name, s.values) for s in chart.series] == [("Trade", (1234.0, 2.5)), ("Share", (5.0, None))]
    assert len(chart.table.rows) == 2


def test_charts_without_numbers_stay_tables() -> None:
    text = "| a | b |\n|---|---|\n| c | 1 |\n| d | many |\n{.chart}\n"
    assert isinstance(blocks(markdown(text))[0], Table)
    assert complaints(text) == ["4: warning: not a number, so the chart stays a table: many"]
    assert complaints(TABLE + "{.chart type=pizza}\n") == ["1: warning: not a kind of chart: pizza"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", 1234), ("1.234", 1.234), ("1,5", 1.5), ("1.234.567", 1234567), ("1.234,5", 1234.5), ("-3", -3),
        ("−3 %", -3), ("€ 12", 12), ("12 km", 12), ("1e3", 1000), ("1 000", 1000), (".5", 0.5), ("1950-51", None),
        ("a few", None), ("", None), ("٣", None), ("1-2", None),
    ],
)  # fmt: skip
def test_numbers(text: str, value: float | None) -> None:
    assert number(text) == value


@given(st.text("0123456789.,-+ %€e'’٣²", max_size=20))
def test_numbers_never_raise(text: str) -> None:
    number(text)


# --- HTML ----------------------------------------------------------------------------------------------


def test_html_tables() -> None:
    text = (
        "<table>\n<thead><tr><th>a</th><th colspan=2>b</th></tr></thead>\n"
        '<tr><td rowspan="2"><p>c</p><ul><li>d</ul></td><td>e</td><td align=right>f</td>\n'
        "<tr><td>g<td style='text-align: right'>h\n</table>\n"
    )
    (table,) = blocks(markdown(text))
    assert isinstance(table, Table)
    rows = [[plain(cell.inlines) for cell in row.cells] for row in (table.header, *table.rows)]
    assert rows == [["a", "b", ""], ["c • d", "e", "f"], ["c • d", "g", "h"]]
    assert complaints(text) == []


TITLED = (
    "<table>{}<thead><tr><th colspan=2>What <em>raises</em> the rate</th></tr>{}</thead>\n<tbody>"
    "<tr><td>Nerves</td><td>faster</td></tr><tr><td>Fever</td><td>faster</td></tr></tbody></table>\n"
)
HEADS = "<tr><th>Factor</th><th>Effect</th></tr>"


def table_of(text: str) -> tuple[str, list[list[str]]]:
    """The caption and the cells of the only table of a text, its header first."""
    (table,) = blocks(markdown(text))
    assert isinstance(table, Table)
    rows = [[plain(cell.inlines) for cell in row.cells] for row in (table.header, *table.rows)]
    return plain(table.caption), rows


def test_a_cell_across_an_html_table_above_its_header_is_its_caption() -> None:
    rows = [["Factor", "Effect"], ["Nerves", "faster"], ["Fever", "faster"]]
    assert table_of(TITLED.format("", HEADS)) == ("What raises the rate", rows)


@pytest.mark.parametrize(
    ("caption", "heads"),
    [
        ("<caption>Rates</caption>", HEADS),  # one is enough
        ("", ""),  # then it is the header
        ("", HEADS.replace("th>", "td>")),  # a row of the table
    ],
)
def test_otherwise_it_is_a_row(caption: str, heads: str) -> None:
    said, rows = table_of(TITLED.format(caption, heads))
    assert said == ("Rates" if caption else "")
    assert rows[0] == ["What raises the rate", ""]


def test_html_lists_and_notes() -> None:
    text = (
        '<ol start="3">\n<li>one<ul><li>below</ul>\n<li>two\n</ol>\n\n<aside class="notes">\n\n**say** it\n\n</aside>\n'
    )
    block, found = blocks(markdown(text))
    assert isinstance(block, ListBlock)
    assert (block.ordered, block.start, items(block)) == (True, 3, ["one", "two"])
    assert items(block.items[0].blocks[1]) == ["below"]
    assert isinstance(found, Notes)
    assert texts(found.blocks) == ["say it"]


def test_html_definitions() -> None:
    first, second = blocks(markdown("<dl>\n<dt>a<dd>b<dd>c\n<dt>d</dt><dd>e</dd>\n</dl>\n"))
    assert isinstance(first, Definition)
    assert (plain(first.term), texts(first.blocks)) == ("a", ["b", "c"])
    assert isinstance(second, Definition)


@given(st.lists(st.sampled_from([
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<ul>", "</ul>", "<li>", "</li>", "<div>", "</div>",
    "<details>", "</details>", "<summary>", "</summary>", "<figure>", "</figure>", "<figcaption>", "</figcaption>",
    "<blockquote>", "</blockquote>", "<dt>", "<dd>", "<caption>", "</caption>", "\n\n", "\n::: note\n", "\n:::\n", "\n",
    "<p>", "<b>", "</b>",
])))  # fmt: skip
def test_html_in_any_order_loses_no_word(parts: list[str]) -> None:
    text = "".join(f"{part} w{'abcdefghij'[place % 10]}w " for place, part in enumerate(parts))
    wanted = [f"w{'abcdefghij'[place % 10]}w" for place in range(len(parts))]
    found = [word for word in said(markdown(text)) if word.startswith("w") and word.endswith("w")]
    assert sorted(found) == sorted(wanted)


PARTS = (
    "[^1]", "\n[^1]: ", "^[", "]", "(#a)", "[", "@fig:x", "==", "~", "^", "~~", "++a++", "`", "\n```\n",
    "\n```{note}\n", '\n!!! note "a"\n    ', "    ", "\n", "\n\n", "\n> ", "\n> [!NOTE]\n> ", "\n- ", "\n1. ",
    "\n- [ ] ", "\n::: columns\n", "\n::: column\n", "\n:::\n", "\n::: notes\n", "{.chart}", "\n{.incremental}\n",
    "\n| a | b |\n|---|---|\n", "| 1 | 2 |", "\n: cap", "\nTable: cap", "\n---\n", "\n--\n", "\n# H", "\n===\n",
    '\n=== "T"\n    ', "!", "![", "](b.png)", "(", "\\ref{a}", "{ref}`x`", ".a[", "\n.pull-left[\n", "\n]\n", "\n| ",
    "\\", "<kbd>", "</kbd>", "<sup>", "\n-- ", "\n* ", "\n???\n", "\n::: {#fig-a}\n", "\n::: definition\n",
    "\n::: question\n", "\n::: summary\n", "\n::: tip T\n", "\n. . .\n", "[[", "]]", "<details>", "<summary>",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=20), st.sampled_from(["", "marp", "remark", "reveal", "myst"]))
def test_constructs_in_any_order_lose_no_word(parts: list[str], dialect: str) -> None:
    wanted = [f"w{'abcdefghijklmnopqrstuvxyz'[place]}w" for place in range(len(parts))]
    head = f"---\ndialect: {dialect}\n---\n" if dialect else ""
    text = "".join(f"{part}{word} " for part, word in zip(parts, wanted, strict=True))
    document = markdown(head + text)
    found = " ".join([*said(document), *words(document.meta.title)])
    addresses = set(re.findall(r"\[\[(w\ww) *\\?\|", text))  # of pages, where other words stand for them
    assert [word for word in wanted if word not in found and word not in addresses] == []


def test_all_that_stands_for_a_page_is_said() -> None:
    assert list(said(markdown("see [[Page | one | two | three]]"))) == ["see", "one", "two", "three"]


def test_theorems_and_pauses() -> None:
    (box,) = blocks(markdown("::: {#thm-line}\n## The line\ntext\n:::\n\n. . .\n"))
    assert isinstance(box, Callout)
    assert (box.kind, plain(box.title), box.attributes.id) == ("important", "The line", "thm-line")


def test_a_summary_in_a_division_has_its_heading() -> None:
    (block,) = blocks(markdown("::: keypoints\n- a\n- b\n:::\n"))
    assert isinstance(block, Summary)
    assert outline(markdown("text\n\n::: summary\n# Head\n:::\n")) == ["1"]


def _image(inlines: Inlines) -> Image:
    return next(inline for inline in inlines if isinstance(inline, Image))


def test_pictures_of_wikis() -> None:
    (block,) = blocks(markdown("see ![[map.png|300]] here\n"))
    assert isinstance(block, Paragraph)
    assert _image(block.inlines).source == "map.png"


def test_pictures_are_found_wherever_they_stand() -> None:
    text = (
        "a[^1] ~~![](a.png)~~ ==![](b.png)==\n\n[^1]: ![](c.png)\n\n> [!NOTE]\n> ![](d.png)\n\n"
        "> q\n> -- ![](e.png)\n\n::: column\n![](f.png)\n:::\n::: column\nx\n:::\n\n| a |\n|---|\n| ![](g.png) |\n"
    )
    assert sorted(image.source for image in images_of(markdown(text))) == [f"{name}.png" for name in "abcdefg"]


def test_a_definition_without_a_term_is_a_box() -> None:
    for text in (
        "!!! definition\n    - one",
        "::: definition\n```\nx\n```\n:::",
        "!!! definition\n    It is so. It was.",
    ):
        (block,) = blocks(markdown(text))
        assert isinstance(block, Callout)
        assert plain(block.title) == "Definition"
    (listed,) = blocks(markdown("::: {.definition term=Two}\n- one\n:::"))
    assert isinstance(listed, Definition)
    assert (plain(listed.term), type(listed.blocks[0])) == ("Two", ListBlock)
    (headed,) = blocks(markdown("::: definition\nTerm\n\n```\nx\n```\n:::"))
    assert isinstance(headed, Definition)
    assert (plain(headed.term), type(headed.blocks[0])) == ("Term", Code)


def test_blocks_with_nothing_in_them_are_told() -> None:
    assert complaints("# H\n\n::: question\n:::\n") == ["3: warning: a question with nothing in it"]
    assert complaints("# H\n\n::: summary\n:::\n\nText.\n") == ["3: warning: a summary with nothing in it"]


def test_the_closing_tag_of_a_picture_is_no_second_picture() -> None:
    (figure,) = blocks(markdown('# H\n\n<img src="x.png" alt="map"></img>\n'))
    assert isinstance(figure, Figure)
    assert figure.image.source == "x.png"


def test_a_tag_that_does_not_end_is_text_and_told() -> None:
    text = "# H\n\n<title gives the page its name\n\nMore.\n"
    assert said(markdown(text)) == ["H", "title", "gives", "the", "page", "its", "name", "More"]
    assert complaints(text) == ["3: warning: a tag that does not end: <title"]


def test_a_box_of_html_has_the_label_that_its_author_gave_it() -> None:
    (box,) = blocks(markdown('<div class="history" data-label="My Story" markdown="1">\n\nText.\n\n</div>\n'))
    assert isinstance(box, Callout)
    assert plain(box.title) == "My Story"


def test_a_sign_that_ends_a_block_shows_nothing() -> None:
    found = blocks(markdown("one\n: the first\n^\n\ntwo\n: the second\n^\n\n    ^\n"))
    assert "^" not in "".join(plain(p.inlines) for b in found[:2] for p in getattr(b, "blocks", ()))
    assert [type(block).__name__ for block in found] == ["Definition", "Definition", "Code"]
