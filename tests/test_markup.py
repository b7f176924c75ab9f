"""Nothing that a reader sees is markup: what no rule has understood would stand there as it is written."""

import re
from collections.abc import Iterator

import pytest
from documents import NAMES, beside, source
from reading import read

from triptych.model import document as doc
from triptych.model.queries import block_inlines, inner, walk_blocks, walk_sections

RAW = re.compile(
    r"(?<!\w)\*\*(?=\S)|(?<=\S)\*\*(?!\w)|^:::|\|[ :]?-{2,}|!\[|\]\(|^\s*```|\$\$|</?[a-z]+[ >]|\{[.#][\w-]+[ }]"
    r"|\\[a-zA-Z]{3,}\{|\\(?:begin|end|newpage|pause|\w*skip)\b|\{\{|%\}|<!--|-->|^\+-{3,}|%%|\[\^|\[\[|^#{1,6} |【"
)
"""Bold marks, divisions, tables, pictures, links, fences, formulae, HTML, attributes, LaTeX, templates, comments."""

TEXTS = {
    "pandoc": "(a) one\n(b) two\n\n(@x) An example\n\nSee (@x), \\newpage and \\textbf{this} [-@a, p. 3].\n",
    "tables": "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n\nA  B\n-- --\n1  2\n\n: A caption\n",
    "quarto": "::: {.callout-tip}\nText\n:::\n\n{{< video https://a.org/v >}}\n\n::: {#fig-a}\nOne.\n:::\n",
    "obsidian": "#tag\n\nSee [[A#B|c]] %%no%% here. ^end\n\n%%\nno\n%%\n\n> [!faq]- Why?\n> So.\n",
    "notion": "<aside>\n💡 **Tip:** so\n</aside>\n",
    "word": "**Key: **text and **Other:**text\n\n• one\no\ttwo\n",
    "chat": "Sure: ( \\frac{1}{2} )【1†source】\n\n[\nx^2\n]\n\n---\n\n**Done.**\n",
    "myst": "```{contents}\n:depth: 2\n```\n\n```{raw} html\n<b>x</b>\n```\n\n```{note}\nText\n```\n",
    "remark": "class: center\nname: a\n\n# A {{name}}\n\n---\n\ncount: false\nclass: x\n\n.left[Text]\n\n???\nNote\n",
    "marp": "---\nmarp: true\n---\n\n# A\n\n<!-- _class: lead -->\n\n![bg right w:50%](data:,)\n",
    "slidev": "# A\n\n::right::\n\n<v-click>\n\nText\n\n</v-click>\n\n---\nlayout: end\n---\n\n# B\n\nText\n",
    "mkdocs": '!!! note "Title"\n    Text\n\n=== "Tab"\n    Text\n\n++ctrl+c++\n',
    "kramdown": "- one\n\n^\n\n- two\n{: .x}\n\nText {: #y}\n",
    "github": "Take $`x`$ and\n\n```math\ny\n```\n\n- [x] done\n",
    "html": "<div>\n  <p>Text `code` and $x$[^1]</p>\n</div>\n\n[^1]: Note.\n",
    "undrawn": '```mermaid\ngraph LR\n  A[x] --> B\n```\n\n<iframe src="https://example.org" title="Film"></iframe>\n',
    "macros": "\\newcommand{\\R}{\\mathbb{R}}\n\nIn $\\R$ it is \\SI{3}{\\metre}.\n",
}


def raw(document: doc.Document) -> list[str]:
    """What looks like markup in the texts of a document; code and formulae are none."""
    return [text for part in _texts(document) if RAW.search(text := part)]


def _texts(document: doc.Document) -> Iterator[str]:
    notes = [block for note in document.footnotes for block in note.blocks]
    for section in walk_sections(document.sections):
        yield from _words(section.title)
        for block in walk_blocks((*section.blocks, *notes)):
            for inlines in block_inlines(block):
                yield from _words(inlines)
            for row in (block.header, *block.rows) if isinstance(block, doc.Table) else ():
                for cell in row.cells:
                    yield from _words(cell.inlines)


def _words(inlines: doc.Inlines) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, doc.Text):
            yield inline.text
        elif not isinstance(inline, doc.CodeSpan | doc.InlineFormula):
            yield from _words(inner(inline))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_dialect_shows_its_marks(text: str) -> None:
    assert raw(read(text)[0]) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_case_shows_any(name: str) -> None:
    path = source(name)
    document, _ = read(path.read_text(encoding="utf-8"), path.name, beside(path))
    assert raw(document) == []
