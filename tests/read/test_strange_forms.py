"""Forms that others write of what there is: formulae and what defines them, front matter, tables, pictures."""

import pytest
from reading import complaints, markdown, said

from triptych.model.document import Figure, Formula, InlineFormula, Table
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
