"""Dialects mean what they mean where they come from: slides, notes, hidden parts, settings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import blocks, complaints, kinds, markdown, outline, said

from triptych.model.document import Callout, Code, Columns, Document, Figure, ListBlock, Notes, Paragraph
from triptych.model.queries import plain
from triptych.problem import Problem, Report
from triptych.read.markdown.dialects import in_our_words

MARP = "---\nmarp: true\n---\n\n"


def texts(parts: tuple) -> list[str]:
    return [plain(block.inlines) for block in parts if isinstance(block, Paragraph)]


def notes(document: Document) -> list[tuple[int, list[str]]]:
    found = [block for section in document.sections for block in section.blocks if isinstance(block, Notes)]
    return [(block.line, texts(block.blocks)) for block in found]


# --- Marp ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("head", [MARP, "<!--\ntheme: gaia\nmarp: true\n-->\n", "---\ndialect: marp\n---\n"])
def test_marp(head: str) -> None:
    text = f"{head}# A\ntext\n---\n<!-- _class: lead -->\nmore\n\n<!-- say *this*\n\nand that -->\n\n* step\n"
    (section,) = markdown(text).sections
    assert kinds(section) == ["Paragraph", "Break", "Paragraph", "Notes", "ListBlock"]
    assert notes(markdown(text))[0][1] == ["say this", "and that"]
    assert section.blocks[0].line == head.count("\n") + 2
    steps = section.blocks[-1]
    assert isinstance(steps, ListBlock)
    assert steps.attributes.classes == ("incremental",)


def test_comments_are_notes_in_marp_alone() -> None:
    assert said(markdown("<!-- say this -->\n\ntext\n")) == ["text"]
    assert said(markdown(f"{MARP}<!-- say this -->\n\n<!-- prettier-ignore -->\n\ntext\n")) == ["say", "this", "text"]


def test_pictures_of_marp() -> None:
    text = f"{MARP}![bg right:40% blur](a.png)\n\n![A map w:300px](b.png)\n\n![bg A sky](c.png)\n\n![left out](d.png)\n"
    figures = [block for block in blocks(markdown(text)) if isinstance(block, Figure)]
    assert [figure.image.alt for figure in figures] == ["", "A map", "A sky", "left out"]
    assert figures[0].attributes.classes == ("background", "decorative")
    assert figures[1].attributes.get("width") == "300px"


# --- remark ----------------------------------------------------------------------------------------------

REMARK = (
    "name: one\nclass: center, middle\n\n# A\n\ntext\n--\n\nmore\n\n???\n\nsay *this*\n\n- and that\n"
    "---\nclass: x\n# B\n"
)


def test_remark() -> None:
    document = markdown(REMARK)
    assert outline(document) == ["1 A", "1 B"]
    assert kinds(document.sections[0]) == ["Paragraph", "Paragraph", "Notes", "Break"]
    assert notes(document) == [(11, ["say this"])]
    assert [text.split(":")[1].strip() for text in complaints(REMARK)] == ["note"]  # neither slide names the whole


def test_classes_of_remark() -> None:
    text = (
        "class: x\n# A\n\n.pull-left[\none\n\n- two\n]\n.pull-right[\nthree\n]\n\n"
        "see .small[.hi[a] [b](c)] d.e\n\n.footnote[\n<sup>1</sup> four\n]\n\n.big[five\n\nsix]\n"
    )
    columns, *rest = markdown(text).sections[0].blocks
    assert isinstance(columns, Columns)
    assert [len(column) for column in columns.columns] == [2, 1]
    assert texts(tuple(rest)) == ["see a b d.e", "1 four", "five", "six"]
    assert complaints(text) == []


def test_brackets_of_remark_may_meet_in_a_line() -> None:
    text = "class: x\n# A\n\n.left-column[\none\n].right-column[\ntwo\n]\n"
    assert kinds(markdown(text).sections[0]) == ["Columns"]


def test_excluded_slides_are_hidden() -> None:
    text = "class: x\n\n# A\n\n---\nexclude: true\n# B\n\n```\nc\n```\n\n---\n\n# D\n"
    assert outline(markdown(text)) == ["1 A", "1 D"]
    assert "c" not in said(markdown(text))


# --- reveal.js and MyST ------------------------------------------------------------------------------------


def test_reveal() -> None:
    text = "<!-- .slide: data-x -->\n# A\ntext\n--\nbelow\n\nNote: say\nthis\n\n---\n\nmore\n"
    assert kinds(markdown(text).sections[0]) == ["Paragraph", "Break", "Paragraph", "Notes", "Break", "Paragraph"]
    assert notes(markdown(text)) == [(7, ["say", "this"])]


def test_myst() -> None:
    text = (
        "(a-label)=\n# A\n\n% hidden\n\n+++ {}\n\n```{code-block} python\n:linenos:\n\nx = 1\n```\n\n"
        "```{figure} map.png\n:alt: A map\n:width: 50%\n:name: fig-map\n\nThe *cap*\n```\n\n"
        "````{admonition} Think\n:class: tip\n```{note}\ninside\n```\n````\n"
    )
    code, figure, box = blocks(markdown(text))
    assert isinstance(code, Code)
    assert (code.text, code.language) == ("x = 1", "python")
    assert isinstance(figure, Figure)
    assert (figure.image.source, figure.image.alt, plain(figure.caption)) == ("map.png", "A map", "The cap")
    assert (figure.attributes.id, figure.attributes.get("width")) == ("fig-map", "50%")
    assert isinstance(box, Callout)
    assert (plain(box.title), [type(block).__name__ for block in box.blocks]) == ("Think", ["Callout"])
    assert complaints(text) == []


def test_grids_are_columns() -> None:
    text = "::::{grid} 2\n:gutter: 2\n:::{grid-item}\na\n:::\n:::{grid-item}\nb\n:::\n::::\n"
    assert kinds(markdown(text).sections[0]) == ["Columns"]


# --- cells and page generators -------------------------------------------------------------------------------


def test_cells_show_their_code_and_hide_what_they_hide() -> None:
    text = (
        "```{r name, eval=FALSE}\nx <- 1\n```\n\n```{r, echo = FALSE}\ny\n```\n\n```{python}\n#| echo: false\n"
        "z\n```\n\n```{python}\n#| label: fig-x\nw\n```\n\n"
        "```{r, echo=F, fig.cap='A map'}\nknitr::include_graphics('map.png')\n```\n"
    )
    first, second, figure = blocks(markdown(text))
    assert isinstance(first, Code)
    assert isinstance(second, Code)
    assert [(code.language, code.text) for code in (first, second)] == [("r", "x <- 1"), ("python", "w")]
    assert isinstance(figure, Figure)
    assert (figure.image.source, figure.image.alt) == ("map.png", "A map")
    assert complaints(text) == ["5: note: a hidden cell of code is left out (and 1 more)"]


def test_tags_of_page_generators() -> None:
    text = (
        "{% raw %}text{% endraw %} `{% kept %}`\n\n{% highlight ruby %}\n{% x %}\n{% endhighlight %}\n\n"
        "{% comment %}\nhidden\n{% endcomment %}\n\n"
        '{{< figure src="a b.png" alt="A map" caption="Cap" >}}\n\n{{% notice tip "Do" %}}\ninside\n{{% /notice %}}\n\n'
        "{{< youtube abc >}}\n\n[link]({{< ref page >}})\n"
    )
    first, code, figure, box, film, last = blocks(markdown(text))
    assert texts((first, film, last)) == ["text {% kept %}", "https://youtu.be/abc", "link"]
    assert isinstance(code, Code)
    assert (code.language, code.text) == ("ruby", "{% x %}")
    assert isinstance(figure, Figure)
    assert (figure.image.source, figure.image.alt, plain(figure.caption)) == ("a b.png", "A map", "Cap")
    assert isinstance(box, Callout)
    assert (box.kind, plain(box.title), box.line) == ("tip", "Do", 13)
    assert complaints(text) == ["17: warning: not shown here: {{< youtube abc >}}"]


def test_an_unknown_dialect_is_told() -> None:
    assert complaints("---\ndialect: klingon\n---\ntext\n") == ["1: warning: not a dialect that is known here: klingon"]
    assert complaints("---\ndialect: pandoc\n---\ntext\n") == []


LINES = st.lists(
    st.sampled_from(
        ["---", "--", "???", "text", "", "# A", ".a[", "]", "].b[", ".c[x", "y]", "name: z", "exclude: true", "```",
         "+++", "(a)=", "Note: b", "<!--", "-->", "{% comment %}", "{% endcomment %}", "{% raw %}", "{{< x >}}",
         "::: notes", ":::", "!!! note", "    inside", "```{note}", ":class: x", "~~~", "> [!TIP]", "> b", "- [ ] c"]
    )
)  # fmt: skip


@given(LINES, st.sampled_from(["marp", "remark", "reveal", "myst", ""]))
def test_dialects_keep_every_line_in_its_place(lines: list[str], dialect) -> None:  # type: ignore[no-untyped-def]
    text = "\n".join(lines)
    problems: tuple[Problem, ...] = ()
    report = Report("")
    assert in_our_words(text, dialect, report).count("\n") == text.count("\n")
    problems = report.problems()
    assert all(0 < problem.line <= len(lines) for problem in problems)
    markdown(f"---\ndialect: {dialect}\n---\n{text}")


@pytest.mark.parametrize(
    "comment",
    [
        "{::comment}\nHidden.\n{:/comment}",
        "{::comment}\nHidden. {:/}",
        "Text {::comment}Hidden.{:/comment} goes on.",
        "Text {% comment %} Hidden. {% endcomment %} goes on.",
        "{% comment %}\nHidden.\n{% endcomment %}",
        "{% comment %}\n```\nHidden.\n```\n{% endcomment %}",
        "* Hidden.\n{:toc}",
        "1. Hidden.\n{:toc max_level=2}",
        '{::options hidden="1" /}',
        "- item {::comment}Hidden.{:/}",
    ],
)
def test_comments_options_and_contents_of_kramdown_and_jekyll_are_not_shown(comment: str) -> None:
    text = f"# A\n\n{comment}\n\nShown.\n"
    assert complaints(text) == []
    shown = said(markdown(text))
    assert "Hidden" not in shown
    assert shown[-1] == "Shown"


@pytest.mark.parametrize("tag", ["{% comment %}", "{::comment}"])
def test_a_comment_that_nothing_ends_hides_nothing(tag: str) -> None:
    assert said(markdown(f"# A\n\n{tag}\nwords\n\nAfter.\n"))[-2:] == ["words", "After"]
