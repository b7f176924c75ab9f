"""Forms that others write of what there is: formulae and what defines them, front matter, tables, pictures."""

import pytest
from reading import complaints, markdown, said

from triptych.model.document import (
    Code,
    CodeSpan,
    Definition,
    Figure,
    Formula,
    InlineFormula,
    LineBreak,
    Link,
    Reference,
    Table,
    Text,
)
from triptych.model.queries import plain, walk_blocks
from triptych.model.walk import walk


def formulae(text: str) -> list[str]:
    return [node.latex for node in walk(markdown(text)) if isinstance(node, InlineFormula | Formula)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the $n$th term and $k$s", ["n", "k"]),
        ("the $2$nd, $f(x)$s, $x'$s and $n!$s", ["2", "f(x)", "x'", "n!"]),
        ("das $n$te Glied, $x$y", ["n", "x"]),
        ("a $x$b $2k$fold", ["x", "2k"]),
        ("US$20 each and $HOME set, $PATH:$HOME, $HOME$x", []),
        ("$5 or B$x and $50k-$60k", []),
        ("from $5$10", []),
    ],
)
def test_letters_may_follow_a_formula_of_a_few_signs(text: str, found: list[str]) -> None:
    assert formulae(f"# A\n\n{text}\n") == found
    assert formulae(f"# A\n\n| {text} |\n|---|\n| x |\n") == found


@pytest.mark.parametrize(
    "definition",
    [
        "$$\n\\newcommand{\\R}{\\mathbb{R}}\n\\def\\vec#1{\\mathbf{#1}}\n$$",
        "$\\newcommand{\\R}{\\mathbb{R}}$",
        "```{=tex}\n\\newcommand{\\R}{\\mathbb{R}}\n```",
        "> $$\\newcommand{\\R}{\\mathbb{R}}$$",
    ],
)
def test_mere_definitions_between_dollars_show_nothing(definition: str) -> None:
    text = f"# A\n\n{definition}\n\nTake $\\R$.\n"
    assert complaints(text) == []
    assert formulae(text) == ["\\mathbb{R}"]
    assert [plain(block.inlines) for block in walk_blocks(markdown(text).sections[0].blocks)] == ["Take ℝ."]


def test_raw_tex_that_is_more_than_definitions_is_told() -> None:
    assert complaints("# A\n\n```{=latex}\n\\newcommand{\\a}{b}\n\\a words\n```\n") == [
        "3: warning: raw latex is left out"
    ]


@pytest.mark.parametrize("blank", ["\n", "\n\n", " \n\t\n"])
def test_front_matter_may_stand_below_blank_lines(blank: str) -> None:
    text = f"{blank}---\ntitle: Rain\nauthor: Ann Lee\n---\n\n# One\n\nWords.\n"
    meta = markdown(text).meta
    assert (meta.title, meta.authors) == ("Rain", ("Ann Lee",))
    assert complaints(text) == []
    assert complaints(f"{blank}---\ntitle: Rain\nauhtor: Ann\n---\n\n# One\n\nWords.\n") == [
        f"{blank.count(chr(10)) + 3}: warning: not a key that is known here: auhtor"
    ]


def test_a_break_below_a_blank_line_is_no_front_matter() -> None:
    assert said(markdown("\n---\n\n# One\n\nWords: these.\n\n---\n\n# Two\n\nMore.\n")) == [
        "One", "Words", "these", "Two", "More",
    ]  # fmt: skip


def tables(text: str) -> list[list[list[str]]]:
    """The words of the cells of each table's rows, the head first."""
    made = [node for node in walk(markdown(text)) if isinstance(node, Table)]
    return [[[plain(cell.inlines) for cell in row.cells] for row in (one.header, *one.rows)] for one in made]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("\\(P(A|B) = x\\)", "P(A|B) = x"),
        ("\\[P(A|B) = x\\]", "P(A|B) = x"),
        ("[[Page|Other]]", "Other"),
        ("`a|b`", "a|b"),
    ],
)
@pytest.mark.parametrize("before", ["", "> ", "  "])
def test_a_bar_within_a_formula_code_or_a_link_ends_no_cell(cell: str, words: str, before: str) -> None:
    text = f"# A\n\n{before}| a | b |\n{before}|---|---|\n{before}| {cell} | x |\n"
    assert complaints(text) == []
    assert tables(text) == [[["a", "b"], [words, "x"]]]


def test_a_drawn_table_may_have_its_bars_beside_each_other() -> None:
    text = "# A\n\n+-------+--------+\n| Cherry | Dates |\n+========+=======+\n"
    text += "| one | - a     |\n|     | - b     |\n+-----+---------+\n"
    assert complaints(text) == []
    heads, cells = tables(text)[0]
    assert (heads, cells[0], cells[1].split()) == (["Cherry", "Dates"], "one", ["•", "a", "•", "b"])


@pytest.mark.parametrize(
    ("written", "sizes"),
    [
        ("![A map](map.png =300x200)", {"width": "300", "height": "200"}),
        ("![A map](map.png =300x)", {"width": "300"}),
        ("![A map](map.png =x200)", {"height": "200"}),
        ("![A map](map.png =50%x)", {"width": "50%"}),
        ("![A map](<map.png> =300x)", {"width": "300"}),
        ('![A map](map.png "The Rhine" =300x)', {"width": "300"}),
    ],
)
@pytest.mark.parametrize("before", ["", "- ", "> "])
def test_a_picture_may_have_its_size_behind_its_address(written: str, sizes: dict[str, str], before: str) -> None:
    text = f"# A\n\n{before}{written}\n"
    (figure,) = [node for node in walk(markdown(text)) if isinstance(node, Figure)]
    assert (figure.image.source, figure.image.alt) == ("map.png", "A map")
    assert {key: figure.attributes.get(key) for key in ("width", "height") if figure.attributes.get(key)} == sizes
    assert plain(figure.caption) == ("The Rhine" if '"' in written else "")


@pytest.mark.parametrize(("written", "size"), [("A map|300", ("300", "")), ("A map|300x200", ("300", "200"))])
def test_a_picture_may_have_its_size_in_its_brackets(written: str, size: tuple[str, str]) -> None:
    (figure,) = [node for node in walk(markdown(f"# A\n\n![{written}](map.png)\n")) if isinstance(node, Figure)]
    assert figure.image.alt == "A map"
    assert (figure.attributes.get("width"), figure.attributes.get("height")) == size


def test_other_bars_in_the_brackets_of_a_picture_stay() -> None:
    (figure,) = [node for node in walk(markdown("# A\n\n![A|B 3](map.png)\n")) if isinstance(node, Figure)]
    assert figure.image.alt == "A|B 3"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        (":warning: Mind it", "⚠️ Mind it"),
        ("done :white_check_mark:, :+1:", "done ✅, 👍"),
        ("at 10:100:30, a:x:b and ::x::", "at 10:100:30, a:x:b and ::x::"),
        ("`:warning:` and :no_such_sign:", ":warning: and :no_such_sign:"),
        (":author: Ada\n:date: today :key:", ":author: Ada :date: today 🔑"),
        (":book: Read\n:memo: Write", "📖 Read 📝 Write"),
    ],
)
def test_signs_by_their_names_are_signs(text: str, signs: str) -> None:
    assert plain(markdown(f"# A\n\n{text}\n").sections[0].blocks[0].inlines) == signs


@pytest.mark.parametrize("words", ["the Rhine[^1]", "the[^1] **Rhine**", "**the Rhine[^1]**"])
def test_a_footnote_may_be_called_in_the_words_of_a_link(words: str) -> None:
    document = markdown(f"# A\n\nSee [{words}](https://example.org/a_(b)) there.\n\n[^1]: A river.\n")
    (link,) = [node for node in walk(document) if isinstance(node, Link)]
    assert link.target == "https://example.org/a_(b)"
    assert plain(link.children).startswith("the")
    assert len(document.footnotes) == 1
    assert complaints(f"# A\n\nSee [{words}](https://example.org/) there.\n\n[^1]: A river.\n") == []


@pytest.mark.parametrize("comment", ["<!-- | c | d | -->", "<!-- not now -->"])
def test_a_row_of_a_table_may_be_commented_out(comment: str) -> None:
    for text in (
        f"| a | b |\n|---|---|\n{comment}\n| e | f |\n",
        f"| a | b |\n|---|---|\n| e | f |\n{comment}\n",
        f"| a | b |\n|---|---|\n{comment}\n{comment}\n| e | f |\n",
    ):
        assert complaints(f"# A\n\n{text}") == []
        assert tables(f"# A\n\n{text}") == [[["a", "b"], ["e", "f"]]]


def test_formulae_and_code_between_colons_are_read_as_between_backquotes() -> None:
    text = "# A\n\n:::{math}\n:label: eq:a\nx_1 *y* z\n:::\n\nBy {eq}`eq:a`.\n\n"
    text += ":::{code-block} python\nprint('*a*')\n:::\n"
    assert complaints(text) == []
    assert formulae(text) == ["x_1 *y* z"]
    assert [node.text for node in walk(markdown(text)) if isinstance(node, Code)] == ["print('*a*')"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Created: 3 May\nTags: rain, snow\nStatus: done", 2),
        ("**Where:** here\n**When:** now", 1),
        ("✅ Rain\n❌ Snow\n⚠️ Ice", 2),
        ("Do this:\n✅ Rain", 1),
        ("Rain falls: it is\nwet: so it is", 0),
        ("Rain falls on\nthe Rhine", 0),
        ("© Ann\n2024", 0),
    ],
)
def test_lines_that_stand_each_on_their_own_stay_apart(text: str, count: int) -> None:
    (block,) = markdown(f"# A\n\n{text}\n").sections[0].blocks
    assert sum(isinstance(node, LineBreak) for node in walk(block)) == count


@pytest.mark.parametrize("before", ["", "> ", "- "])
def test_a_formula_between_mere_brackets_on_one_line_is_read_and_told(before: str) -> None:
    text = f"# A\n\n{before}[ E = mc^2 ]\n"
    assert formulae(text) == ["E = mc^2"]
    assert complaints(text) == ["3: warning: a formula between mere brackets is taken for one"]


@pytest.mark.parametrize(
    "text", ["[ see page 3 ]", "[ ] task", "[E = mc^2]", "a [ x_1 ] b", "[ x ](y.md)", "[ a ]: http://x.y"]
)
def test_other_brackets_are_none(text: str) -> None:
    assert formulae(f"# A\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("- one<br>- **two**", "• one • two"),
        ("<ul><li>one</li><li>two</li></ul>", "• one • two"),
        ("- one", "- one"),
        ("one<br>- two", "one - two"),
    ],
)
def test_a_list_in_a_cell_has_bullets(cell: str, words: str) -> None:
    assert [" ".join(part.split()) for part in tables(f"# A\n\n| a |\n|---|\n| {cell} |\n")[0][1]] == [words]


BOOK = """# (PART) Rain {-}

See \\@ref(fig:map), \\@ref(tab:t) and \\@ref(eq:e).

(ref:cap) The *Rhine*

```{r map, fig.cap='(ref:cap)'}
knitr::include_graphics("map.png")
```

\\begin{equation}
a = b (\\#eq:e)
\\end{equation}

Table: (\\#tab:t) Rivers

| a |
|---|
| b |

`(\\#eq:x)` is code.
"""


def test_bookdown() -> None:
    document = markdown(BOOK)
    assert document.meta.title == "Rain"
    nodes = list(walk(document))
    (formula,) = [node for node in nodes if isinstance(node, Formula)]
    assert (formula.attributes.id, formula.number) == ("eq:e", 1)
    (table,) = [node for node in nodes if isinstance(node, Table)]
    assert (plain(table.caption), table.attributes.id) == ("Rivers", "tab:t")
    assert [node.ids for node in nodes if isinstance(node, Reference)] == [("fig:map",), ("tab:t",), ("eq:e",)]
    (figure,) = [node for node in nodes if isinstance(node, Figure)]
    assert plain(figure.caption) == "The Rhine"
    assert [node.text for node in nodes if isinstance(node, CodeSpan)] == ["(\\#eq:x)"]


@pytest.mark.parametrize(
    "text",
    [
        "(ref:smith) says that it rains.",
        "(ref:a) says so.\n\n(ref:b) says so, too.",
        "```\n(ref:cap) A caption\n```\n\n(ref:cap) The words, as in (ref:other).",
        "(ref:long) " + "word " * 400 + "\n\n" + "(ref:long) " * 60,
    ],
)
def test_a_text_of_bookdown_that_is_not_called_is_shown(text: str) -> None:
    document = markdown(f"# A\n\n{text}\n")
    shown = " ".join([*said(document), *(node.text for node in walk(document) if isinstance(node, Code))])
    assert [name for name in ("smith", "a", "b", "cap", "long") if f"(ref:{name})" in text and name not in shown] == []
    assert len(shown) < 2 * len(text)


def test_a_text_of_bookdown_in_its_place_within_code_stays() -> None:
    document = markdown("# A\n\n(ref:cap) Rain\n\nIt is (ref:cap).\n\n```\n(ref:cap) Rain\n```\n")
    assert [node.text for node in walk(document) if isinstance(node, Code)] == ["(ref:cap) Rain"]
    assert said(document)[:4] == ["A", "It", "is", "Rain"]


@pytest.mark.parametrize("code", ["r 1+1", "r x$y", "r nrow(x)", "r a / b"])
def test_code_that_would_be_run_is_told(code: str) -> None:
    assert complaints(f"# A\n\nIt is `{code}`.\n") == [f"3: warning: code is not run here, it stands as it is: {code}"]


MYST = """# A

```{figure} map.png
---
name: fig-x
width: 50%
---
Caption
```

See {numref}`Figure %s <fig-x>`.

```{glossary}
Rain
  Water that falls
```

````{card} River
Head
^^^
Body
+++
Foot
````

% hidden

(here)=
## B

+++ {"slide": true}

Words.
"""


def test_options_between_dashes_glossaries_and_cards_of_myst() -> None:
    document = markdown(MYST)
    (figure,) = [node for node in walk(document) if isinstance(node, Figure)]
    assert (figure.attributes.id, figure.attributes.get("width"), plain(figure.caption)) == ("fig-x", "50%", "Caption")
    (reference,) = [node for node in walk(document) if isinstance(node, Reference)]
    assert (reference.ids, reference.children) == (("fig-x",), ())
    (definition,) = [node for node in walk(document) if isinstance(node, Definition)]
    assert plain(definition.term) == "Rain"
    shown = said(document)
    assert not {"name", "hidden", "here", "slide"} & set(shown)
    assert {"River", "Head", "Body", "Foot"} <= set(shown)
    assert not any("^^^" in node.text or "+++" in node.text for node in walk(document) if isinstance(node, Text))


def test_a_tab_and_what_it_holds_on_one_line_are_apart() -> None:
    text = "import Tabs from 'x';\n\n# A\n\n<Tabs>\n<TabItem label=\"Apple\">Red words</TabItem>\n</Tabs>\n"
    (block,) = markdown(text).sections[0].blocks
    assert plain(block.inlines) == "Apple: Red words"


def test_a_flow_chart_on_one_line_shows_its_words() -> None:
    (block,) = markdown("# A\n\n```mermaid\ngraph TD; A[Rain]-->B[River]\n```\n").sections[0].blocks
    assert plain(block.inlines) == "Rain → River"
