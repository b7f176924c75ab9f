"""What an author says of a block of code stands above it, however it is written; and code that would be run is told."""

import pytest

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.read.source import read_source


def read(text: str) -> tuple[list[doc.Block], list[str]]:
    document, problems = read_source(f"# Title\n\n## Part\n\n{text}\n".encode(), "a.md")
    (section,) = document.sections
    return list(section.blocks), [f"{one.line}: {one.message}" for one in problems]


@pytest.mark.parametrize(
    "text",
    [
        '```python {#lst-a caption="How *it* runs"}\nx = 1\n```',
        '```{.python lst-cap="How *it* runs"}\nx = 1\n```',
        '```python title="How *it* runs"\nx = 1\n```',
        '```js showLineNumbers {1,2} title="How *it* runs"\nx = 1\n```',
        "```{python}\n#| label: lst-a\n#| lst-cap: How *it* runs\nx = 1\n```",
        '```{python}\n#| fig-cap: "How *it* runs"\nx = 1\n```',
        "```{r, fig.cap='How *it* runs'}\nx = 1\n```",
        "```{code-block} python\n:caption: How *it* runs\n\nx = 1\n```",
        "```python\nx = 1\n```\n\n: How *it* runs {#lst-a}",
        "```python\nx = 1\n```\n\nListing: How *it* runs",
    ],
)
def test_words_about_code_stand_above_it(text: str) -> None:
    blocks, told = read(text)
    said, code = blocks
    assert isinstance(said, doc.Paragraph)
    assert plain(said.inlines) == "How it runs"
    assert isinstance(code, doc.Code)
    assert code.text == "x = 1"
    assert told == []


def test_the_file_behind_a_language_is_named() -> None:
    (said, code), _ = read("```python:src/run.py\nx = 1\n```")
    assert isinstance(said, doc.Paragraph)
    assert plain(said.inlines) == "src/run.py"
    assert isinstance(code, doc.Code)


def test_a_hidden_cell_is_told_with_what_it_draws() -> None:
    blocks, told = read('```{r, echo=FALSE, fig.cap="Speed and distance"}\nplot(cars)\n```')
    assert blocks == []
    assert told == ["5: a hidden cell of code is left out, with what it draws: Speed and distance"]


@pytest.mark.parametrize("code", ["{r} 1 + 1", "{python} len(x)", "r nrow(cars)", "r x[1]"])
def test_code_in_a_line_that_would_be_run_is_told(code: str) -> None:
    _, told = read(f"There are `{code}` of them.")
    assert told == [f"5: code is not run here, it stands as it is: {code}"]


@pytest.mark.parametrize("code", ["r = 2", "r", "{x}", "return f(x)"])
def test_other_code_in_a_line_is_code(code: str) -> None:
    _, told = read(f"Write `{code}` there.")
    assert told == []
