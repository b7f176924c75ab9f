"""Markdown becomes the document that its author had in mind, and nothing in it is lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reading import blocks, complaints, items, kinds, markdown, outline, said, words

from triptych.model.document import (
    Attributes,
    Break,
    Code,
    Columns,
    Definition,
    Document,
    Emphasis,
    Figure,
    Image,
    InlineFormula,
    Keyboard,
    KeyPoint,
    LineBreak,
    Link,
    ListBlock,
    Mark,
    Notes,
    Paragraph,
    Question,
    Quote,
    Raised,
    Strike,
    Strong,
    Summary,
    Table,
    Text,
)
from triptych.model.queries import plain, walk_blocks


def ids(document: Document) -> list[str]:
    return [section.id for section in document.sections]


# --- headings --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("# A\n\n## B\n\n## C\n", "A", ["1 B", "1 C"]),
        ("# A\n\nIntro\n\n## B\n", "A", ["1", "1 B"]),
        ("# A\n\ntext\n\n# B\n", "Text", ["1 A", "1 B"]),
        ("# A\n\ntext\n", "A", ["1 A"]),
        ("### A\n\n### B\n\n##### C\n", "Text", ["1 A", "1 B", "2 C"]),
        ("#### A\n\n# B\n\n###### C\n\n## D\n", "A", ["1 A", "1 B", "2 C", "2 D"]),
        ("---\ntitle: T\n---\n# T\n\n## B\n", "T", ["1 B"]),
        ("---\ntitle: T\n---\n# A\n\n## B\n", "T", ["1 A", "2 B"]),
        ("text only\n", "Text", ["1"]),
        ("A word before.\n\n# A\n\n## B\n", "A", ["1", "1 B"]),
        ("# A\n\n---\n\n# B\n", "A", ["1 A", "1 B"]),
        ("#\n\n# A (1/2)\n\n# A (2/2)\n", "Text", ["1", "1 A (1/2)", "1 A (2/2)"]),
    ],
)
def test_title_and_levels(text: str, title: str, expected: list[str]) -> None:
    document = markdown(text)
    assert document.meta.title == title
    assert outline(document) == expected


def test_ids_are_distinct_and_the_authors_win() -> None:
    text = "# Über Größe!\n\n# A\n\n# A\n\n# B {#a-1}\n\n# A\n\n# C {#a-1}\n\n# ??\n"
    assert ids(markdown(text)) == ["über-größe", "a", "a-2", "a-1", "a-3", "a-1-1", "section"]


def test_headings_in_divisions_of_the_layout_are_headings() -> None:
    assert outline(markdown("# A\n\n:::: center\n::: slide\n## B\n:::\n::::\n\n# C\n")) == ["1 A", "2 B", "1 C"]
    columns = ":::: columns\n::: column\n## B\nb\n:::\n::: column\nc\n:::\n::::\n"
    assert outline(markdown(f"# A\n\n{columns}\n# C\n")) == ["1 A", "1 C"]
    assert outline(markdown(f"{columns}\n## C\n")) == ["1 B", "1 C"]


def test_a_div_does_not_swallow_the_heading_below_it() -> None:
    assert outline(markdown('<div dir="rtl">\n# A\n\ntext\n</div>\n# B\n')) == ["1 A", "1 B"]


@pytest.mark.parametrize("title", ["Summary", "Conclusion", "Zusammenfassung", "Résumé", "结论", "TL;DR"])
def test_a_section_called_summary_is_the_summary_of_the_one_around_it(title: str) -> None:
    (first, _) = markdown(f"# A\n\ntext\n\n## {title}\n\nin short\n\n# B\n").sections
    assert kinds(first) == ["Paragraph", "Summary"]
    summary = first.blocks[1]
    assert isinstance(summary, Summary)
    assert plain(summary.title) == title


def test_a_summary_behind_subsections_stays_where_it_is() -> None:
    document = markdown("# A\n\n## One\n\nx\n\n## Summary\n\ny\n\n# B\n")
    assert outline(document) == ["1 A", "2 One", "2 Summary", "1 B"]
    assert kinds(document.sections[0].sections[1]) == ["Summary"]


# --- blocks ----------------------------------------------------------------------------------------


def test_every_block_knows_its_line() -> None:
    text = "---\ntitle: T\n---\n\npara\n\n- item\n- item\n\n> quote\n\n```py\ncode\n```\n\n| a |\n|---|\n| b |\n\n---\n"
    (section,) = markdown(text).sections
    assert kinds(section) == ["Paragraph", "ListBlock", "Quote", "Code", "Table", "Break"]
    lines = [block.line for block in section.blocks]
    assert lines == [5, 7, 10, 12, 16, 20]
    table, items_ = section.blocks[4], section.blocks[1]
    assert isinstance(table, Table)
    assert isinstance(items_, ListBlock)
    assert [row.line for row in table.rows] == [18]
    assert [item.line for item in items_.items] == [7, 8]


def test_lists_nest() -> None:
    (block,) = blocks(markdown("3. one\n   - below\n4. [ ] two\n"))
    assert isinstance(block, ListBlock)
    assert (block.ordered, block.start, items(block)) == (True, 3, ["one", "two"])
    assert items(block.items[0].blocks[1]) == ["below"]


@pytest.mark.parametrize(
    "text",
    [
        "1. **Label**: text",
        "1. **Label:** text",
        "1. **Label** – text",
        "1. Label: text\n2. Other: text",
        "1.Label: text\n\n2.Other: text",
    ],
)
def test_labelled_points_are_key_points(text: str) -> None:
    block = blocks(markdown(text))[0]
    assert isinstance(block, KeyPoint)
    assert (plain(block.label), plain(block.inlines), block.number) == ("Label", "text", 1)


@pytest.mark.parametrize("text", ["- **Label**: text\n- none\n", "- Label: text\n", "- **all of it**\n"])
def test_other_lists_stay_lists(text: str) -> None:
    assert isinstance(blocks(markdown(text))[0], ListBlock)


def test_key_points_keep_their_blocks_and_attributes() -> None:
    (point,) = blocks(markdown("- **Label**: text {.essential}\n\n  - below\n"))
    assert isinstance(point, KeyPoint)
    assert point.attributes == Attributes(classes=("essential",))
    assert items(point.blocks[0]) == ["below"]


def test_the_paragraph_after_the_points_is_the_summary() -> None:
    three = "- **A**: b\n- **C**: d\n- **E**: f\n\nSo it was.\n"
    assert kinds(markdown(three).sections[0])[-1] == "Summary"
    one = "- **A**: b\n\nSo it was.\n"
    assert kinds(markdown(one).sections[0])[-1] == "Paragraph"
    assert kinds(markdown(one.replace("So", "Overall,")).sections[0])[-1] == "Summary"


def test_a_lone_question_asks() -> None:
    assert isinstance(blocks(markdown("Why is it so?\n\nBecause.\n"))[0], Question)
    assert isinstance(blocks(markdown("It is. But why?\n\nBecause.\n"))[0], Paragraph)
    assert isinstance(blocks(markdown("Because.\n\nWhy?\n"))[-1], Paragraph)
    (quote,) = blocks(markdown("> Why?\n>\n> Because.\n"))
    assert isinstance(quote, Quote)
    assert isinstance(quote.blocks[0], Paragraph)


def test_definitions() -> None:
    first, second = blocks(markdown("Term\n: first\n: second\n\n*Other*\n: meaning\n"))
    assert isinstance(first, Definition)
    assert [plain(b.inlines) for b in first.blocks if isinstance(b, Paragraph)] == ["first", "second"]
    assert isinstance(second, Definition)
    assert second.term == (Emphasis((Text("Other"),)),)
    assert (first.line, second.line) == (1, 5)


def test_tables_have_as_many_cells_as_columns_and_lose_none() -> None:
    text = "> | a | b |\n> |:-:|--:|\n> | 1 |\n> | 2 | 3 | 4 \\| 5 | 6 |\n"
    (quote,) = blocks(markdown(text))
    assert isinstance(quote, Quote)
    table = quote.blocks[0]
    assert isinstance(table, Table)
    assert table.aligns == ("center", "right")
    assert [[plain(cell.inlines) for cell in row.cells] for row in table.rows] == [["1", ""], ["2", "3 4 | 5 6"]]
    assert complaints(text)[0].startswith("4: warning: this row has more cells")


def test_tables_take_attributes_and_captions() -> None:
    (table,) = blocks(markdown("| a |\n|---|\n| b |\n{.chart}\n\n: The caption\n"))
    assert isinstance(table, Table)
    assert (table.attributes.classes, plain(table.caption), len(table.rows)) == (("chart",), "The caption", 1)


@pytest.mark.parametrize(
    ("info", "language", "classes"),
    [
        ("python", "python", ()),
        ("{.python .numbered}", "python", ("python", "numbered")),
        ('js {.x data="1"}', "js", ("x",)),
        ("{r setup, eval=FALSE}", "r", ()),
        ("", "", ()),
    ],
)
def test_code_and_its_language(info: str, language: str, classes: tuple[str, ...]) -> None:
    (code,) = blocks(markdown(f"```{info}\na  b\n\n```\n"))
    assert isinstance(code, Code)
    assert (code.text, code.language, code.attributes.classes) == ("a  b\n", language, classes)


def test_pictures_alone_are_figures() -> None:
    text = (
        '![what](a b.png "cap")\n\n![x](<ü b.png> "The cap"){width=50%}\n![y](y.png)\n\n[![z](z.png)](http://z.org)\n'
    )
    _, side_by_side, last = blocks(markdown(text))
    assert isinstance(side_by_side, Columns)
    figures = [block for block in walk_blocks((side_by_side, last)) if isinstance(block, Figure)]
    assert [figure.image.source for figure in figures] == ["ü b.png", "y.png", "z.png"]
    assert [figure.line for figure in figures] == [3, 4, 6]
    assert plain(figures[0].caption) == "The cap"
    assert figures[0].attributes.get("width") == "50%"
    assert figures[2].caption == (Link((Text("z"),), "http://z.org"),)


@pytest.mark.parametrize("opening", ["::: notes", "::: {.notes}", ":::{.notes #n}", ":::: notes ::::"])
def test_notes(opening: str) -> None:
    before, found, after = blocks(markdown(f"before\n{opening}\n# Head\n\n- a\n\n::: other\nx\n:::\n::::\nafter\n"))
    assert isinstance(found, Notes)
    assert kinds_of(found) == ["Paragraph", "ListBlock", "Paragraph"]
    assert found.line == 2
    assert (type(before), type(after)) == (Paragraph, Paragraph)


def kinds_of(block: Notes | Question | Summary) -> list[str]:
    return [type(inner).__name__ for inner in block.blocks]


def test_questions_summaries_and_definitions_in_divisions() -> None:
    question, summary, definition, other = blocks(
        markdown(
            "::: question\nWhy so?\n\nThink.\n:::\n\n::: summary In short\ntext\n:::\n\n"
            "::: definition\n**Term**: meaning\n:::\n\n::: {.definition term=Other}\nmeaning\n:::\n"
        )
    )
    assert isinstance(question, Question)
    assert (plain(question.inlines), kinds_of(question)) == ("Why so?", ["Paragraph"])
    assert isinstance(summary, Summary)
    assert (plain(summary.title), kinds_of(summary)) == ("In short", ["Paragraph"])
    assert isinstance(definition, Definition)
    assert isinstance(other, Definition)
    assert [plain(definition.term), plain(other.term)] == ["Term", "Other"]


def test_divisions_that_are_wrong_are_told() -> None:
    assert complaints("text\n\n::: notes\nmore\n") == ["3: warning: never closed: ::: notes"]
    assert complaints("::: widget\nx\n:::\n\n::: widget\ny\n:::\n") == [
        "1: note: not a block that is known here: ::: widget (and 1 more)"
    ]
    assert complaints("text\n\n:::\n") == ["3: warning: ::: closes nothing here"]


def test_attributes_reach_their_blocks() -> None:
    text = (
        "# A {#x .y k=v}\n\nText {.essential}\n\n{.optional}\nmore\n\n"
        "- a\n\n{.next}\n\n> q\n\n```py\n```\n{: .kramdown}\n"
    )
    (section,) = markdown(text).sections
    assert (section.id, section.attributes) == ("x", Attributes("x", ("y",), (("k", "v"),)))
    found = [() if isinstance(block, Break) else block.attributes.classes for block in section.blocks]
    assert found == [("essential",), ("optional",), (), ("next",), ("kramdown",)]


@pytest.mark.parametrize("text", ["set {a, b}", "{...this.props}", "f{x}", "a {#} b", "{ }", "\\{.x}"])
def test_other_braces_are_text(text: str) -> None:
    assert plain(_inlines(text)) == text.replace("\\", "")


# --- inlines ---------------------------------------------------------------------------------------


def _inlines(text: str) -> tuple:
    (block,) = blocks(markdown(text))
    assert isinstance(block, Paragraph)
    return block.inlines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a  b\nc", (Text("a b c"),)),
        ("a\\\nb", (Text("a"), LineBreak(), Text("b"))),
        ("a<br>b", (Text("a"), LineBreak(), Text("b"))),
        ("<b>a </b>b", (Strong((Text("a "),)), Text("b"))),
        ("**a *b***", (Strong((Text("a "), Emphasis((Text("b"),)))),)),
        ("***a** b*", (Emphasis((Strong((Text("a"),)), Text(" b"))),)),
        ("*a *b* c*", (Emphasis((Text("a b c"),)),)),
        ("~~a~~ b", (Strike((Text("a"),)), Text(" b"))),
        ("<del>a</del>", (Strike((Text("a"),)),)),
        ("x<sup>2</sup>", (Text("x"), Raised((Text("2"),)))),
        ("H~2~O", (Text("H"), Raised((Text("2"),), lowered=True), Text("O"))),
        ("x^*n*^", (Text("x"), Raised((Emphasis((Text("n"),)),)))),
        ("2^3 and 4^5, ~5 to ~7, a == b == c", (Text("2^3 and 4^5, ~5 to ~7, a == b == c"),)),
        ("a ==b *c*== d", (Text("a "), Mark((Text("b "), Emphasis((Text("c"),)))), Text(" d"))),
        ("[a]{.mark} <mark>b</mark>", (Mark((Text("a"),)), Text(" "), Mark((Text("b"),)))),
        ("x==y==z", (Text("x==y==z"),)),
        ("<kbd>Esc</kbd>", (Keyboard("Esc"),)),
        ("++ctrl+c++", (Keyboard("Ctrl"), Text("+"), Keyboard("C"))),
        ("C++ and i++ and a++b", (Text("C++ and i++ and a++b"),)),
        ("[[Page]] [[a b|c]] x[[1]] y[[i]]", (Text("Page c x[[1]] y[[i]]"),)),
        ("{kbd}`F1` {term}`a b <c>`", (Keyboard("F1"), Text(" a b"))),
        ("冷战\n历史", (Text("冷战历史"),)),
        ("한국\n역사", (Text("한국 역사"),)),
        ("[a b]{.c} d", (Text("a b d"),)),
        ("$a_1*b*c_1$ \\$5", (InlineFormula("a_1*b*c_1", "a₁ ∗ b ∗ c₁", 1), Text(" $5"))),
        ("\\(x\\) \\(or not\\) \\[sic\\]", (InlineFormula("x", "x", 1), Text(" (or not) [sic]"))),
        ("$5 and $6, $one or two$", (Text("$5 and $6, $one or two$"),)),
        ("a <!-- b --> c", (Text("a c"),)),
        ("a <stdio.h> b", (Text("a <stdio.h> b"),)),
        ("[](http://x.y)", (Link((Text("http://x.y"),), "http://x.y"),)),
        ("<http://x.y/ü>", (Link((Text("http://x.y/ü"),), "http://x.y/%C3%BC"),)),
        ("see https://x.y/z.", (Text("see "), Link((Text("https://x.y/z"),), "https://x.y/z"), Text("."))),
        ("[a *b*][r]\n\n[r]: x.md#ü", (Link((Text("a "), Emphasis((Text("b"),))), "x.md#%C3%BC"),)),
        ("[x https://a.b](c.d)", (Link((Text("x https://a.b"),), "c.d"),)),
    ],
)
def test_inlines(text: str, expected: tuple) -> None:
    assert _inlines(text) == expected


def test_unsafe_addresses_are_left_out() -> None:
    assert _inlines("[click](javascript:alert(1)) me") == (Text("click me"),)
    assert complaints("[click](JavaScript:alert(1))")[0].startswith("1: warning: left out an unsafe address")


def test_pictures_in_text_know_their_line() -> None:
    image = _inlines("one\ntwo ![alt *x*](p.png){.small} end")[1]
    assert image == Image("p.png", "alt x", "", 2, Attributes(classes=("small",)))


def test_html_is_told_once() -> None:
    text = "a <u>b</u>\n\n<form>\n<button>c</button> <blink>\n</form>\n\n<script>\nx()\n</script>\n"
    assert said(markdown(text)) == ["a", "b", "c", "blink"]
    assert complaints(text) == ["3: note: HTML is left out, its text is kept: <form> (and 1 more)"]


def test_html_blocks_keep_what_they_show() -> None:
    text = '<p>One &amp; <b>two</b></p>\n\n<img src="x.png" alt="a cat">\n\n<h2>Head</h2>\n\n<pre>\na  b\n</pre>\n'
    first, second = markdown(text).sections
    assert kinds(first) == ["Paragraph", "Figure"]
    assert (plain(second.title), kinds(second)) == ("Head", ["Code"])


def test_a_comment_that_is_never_closed_hides_nothing() -> None:
    assert said(markdown("<!-- a -->\n\nb\n\n<!-- c\n\nd\n")) == ["b", "c", "d"]


# --- all of it -------------------------------------------------------------------------------------

WORD = st.sampled_from(["Europe", "war", "Peace", "and", "Élan", "мир", "冷战"])
TEXT = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
STYLED = st.one_of(
    TEXT,
    TEXT.map(lambda text: f"**{text}**"),
    TEXT.map(lambda text: f"*{text}*"),
    TEXT.map(lambda text: f"`{text}`"),
    TEXT.map(lambda text: f"[{text}](#1)"),
    TEXT.map(lambda text: f"![{text}](1.2)"),
    TEXT.map(lambda text: f"${text}$"),
    TEXT.map(lambda text: f"[{text}]{{.1 #2}}"),
    TEXT.map(lambda text: f"~~{text}~~"),
)
LINE = st.lists(STYLED, min_size=1, max_size=4).map(" ".join)


def _indented(text: str, first: str, rest: str) -> str:
    return first + text.replace("\n", f"\n{rest}")


def _containers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    many = st.lists(inner, min_size=1, max_size=4).map("\n\n".join)
    return st.one_of(
        many,
        many.map(lambda text: _indented(text, "> ", "> ")),
        many.map(lambda text: _indented(text, "- ", "  ")),
        many.map(lambda text: _indented(text, "1. ", "   ")),
        st.builds(lambda label, text: f"- **{label}**: {text}", TEXT, LINE),
        many.map(lambda text: f":::: 1\n\n{text}\n\n::::"),
        many.map(lambda text: f"::: {{.notes}}\n{text}\n:::"),
        many.map(lambda text: f"::: {{.summary}}\n{text}\n:::"),
    )


LEAF = st.one_of(
    LINE,
    st.builds(lambda level, text: f"{'#' * level} {text}", st.integers(1, 6), LINE),
    LINE.map(lambda text: f"{text}?"),
    st.lists(LINE, min_size=1, max_size=3).map("\n".join),
    st.builds(lambda a, b, c: f"| {a} | {b} |\n|---|---|\n| {c} |\n| {a} | {b} | {c} |", TEXT, TEXT, LINE),
    TEXT.map(lambda text: f"```\n{text}\n```"),
    st.builds(lambda term, text: f"{term}\n: {text}", TEXT, LINE),
    TEXT.map(lambda text: f"<div>{text}</div>"),
    TEXT.map(lambda text: f"$$\n{text}\n$$"),
    st.just("---"),
    TEXT.map(lambda text: f"Overall, {text}"),
)
SOURCE = st.lists(st.recursive(LEAF, _containers, max_leaves=6), max_size=8).map("\n\n".join)
MARKUP = st.lists(st.sampled_from(["notes", "summary", "div"]))


@given(SOURCE)
@example("Europe\n\n# war\n\n## Europe")
@example("Europe\n\n冷战\n冷战")
def test_every_word_is_in_the_document_in_order(source: str) -> None:
    document = markdown(source)
    marks = ("notes", "summary", "div")  # in code, they are seen

    def without(found: list[str]) -> list[str]:
        """The words, those of Chinese by their characters: two lines of it are one word."""
        return [part for word in found if word not in marks for part in (word if word > "\u2e80" else (word,))]

    shown, written, title = without(said(document)), without(words(source)), without(words(document.meta.title))
    places = [
        k for k in range(len(written)) if written[k : k + len(title)] == title
    ]  # its heading may have text before it
    assert shown == written or shown in [written[:k] + written[k + len(title) :] for k in places]


@given(st.text(st.sampled_from("aA1. \n\t#*_`[]()<>!-|:{}$~=&;\\\"'^%+/?")))
def test_it_never_raises(text: str) -> None:
    markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        ">" * 20_000 + " bottom",
        "- " * 20_000 + "bottom",
        "[" * 5_000 + "bottom" + "](x)" * 5_000,
        "*a **b " * 5_000 + "bottom",
        "<div>" * 5_000 + "bottom",
        "::: notes\n" * 5_000 + "bottom",
        "[^a]: " * 2_000 + "bottom",
        "<!-- " * 5_000 + "bottom",
        "$$ " * 5_000 + "bottom",
        "<b>" * 5_000 + "bottom" + "</b>" * 5_000,
        "(" * 5_000 + "bottom",
        "a " + "`" * 5_000 + "bottom",
        "---\na: " + "[" * 5_000 + "\n---\nbottom",
    ],
)
def test_nesting_without_end_ends(text: str) -> None:
    assert "bottom" in said(markdown(text))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("水。 氷", "水。氷"),
        ("水。\nWater 水", "水。Water 水"),
        ("「水。」 氷", "「水。」氷"),
        ("東京 大阪", "東京 大阪"),
        ("水！ 氷", "水！ 氷"),
        ("Rain. Snow", "Rain. Snow"),
    ],
)
def test_no_latin_space_stands_behind_the_stop_of_chinese_and_japanese(written: str, read: str) -> None:
    (block,) = blocks(markdown(f"# A\n\n{written}\n"))
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == read
