"""Files that a document includes stand where they are named, or it is an error."""

import pytest
from reading import read

from triptych.model.document import Code

FILES = {
    "part.md": b"---\ntitle: x\n---\n\n## Inner\n\nFrom the *part*[^p].\n\n[^p]: Its note.\n",
    "sub/deep.qmd": b"{{< include part.md >}}\n",
    "loop.md": b"{{< include loop.md >}}\n",
    "run.py": b"print(1)\n",
    "Page.md": b"A page.\n",
}


@pytest.mark.parametrize(
    "line",
    [
        "{{< include part.md >}}",
        "!include part.md",
        '@import "part.md"',
        '--8<-- "part.md"',
        "{!part.md!}",
        "<<[part.md]",
        "```{include} part.md\n```",
        "{{< include sub/deep.qmd >}}",
        "![[part]]",
        "<!--@include: part.md-->",
        "<!-- @include: part.md -->",
        "{{#include part.md}}",
        "{{#include part.md:1:9}}",
        "include::part.md[]",
        "include::part.md[leveloffset=+1]",
        "<<< @/part.md",
        "[!INCLUDE [part](part.md)]",
        "\\input{part.md}",
        '{% include "part.md" %}',
        '{% include-markdown "part.md" %}',
        "{% include_relative part.md %}",
        "```{r child='part.md'}\n```",
        '```{r, echo=FALSE, child="part.md"}\n```',
        "- {{< include part.md >}}",
        "> {{< include part.md >}}",
        '- {% include "part.md" %}',
    ],
)
def test_a_file_stands_where_it_is_named(line: str) -> None:
    document, problems = read(f"# A\n\nBefore.\n\n{line}\n\nAfter.\n", "text.md", FILES.get)
    assert [problem.message for problem in problems] == []
    assert "From the " in str(document)
    assert "Its note." in str(document)
    assert "title: x" not in str(document)


@pytest.mark.parametrize("line", ["{{< include run.py >}}", "```{literalinclude} run.py\n:language: python\n```"])
def test_code_is_included_as_code(line: str) -> None:
    document, _ = read(f"# A\n\n{line}\n", "text.md", FILES.get)
    (code,) = document.sections[0].blocks
    assert isinstance(code, Code)
    assert (code.text, code.language) == ("print(1)", "py")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{{< include lost.md >}}", "a file that is to be included is not there: lost.md"),
        ("{{< include ../up.md >}}", "files are included from the document's own folder only: ../up.md"),
        ("{{< include /etc/passwd >}}", "files are included from the document's own folder only: /etc/passwd"),
        ("{{< include loop.md >}}", "too much is included: loop.md"),
        ("- {{< include lost.md >}}", "a file that is to be included is not there: lost.md"),
        ("{{#include lost.md}}", "a file that is to be included is not there: lost.md"),
        ("![[Lost page]]", "a page that is embedded is not beside the document: Lost page"),
    ],
)
def test_what_is_not_there_is_an_error_with_its_line(line: str, message: str) -> None:
    _, problems = read(f"# A\n\nText.\n\n{line}\n", "text.md", FILES.get)
    assert [(p.severity, p.line, p.message) for p in problems] == [("error", 5, message)]


def test_a_block_whose_code_is_in_a_file_is_told() -> None:
    _, problems = read(
        "# A\n\n```python file=run.py\n```\n\n```python file=run.py\nprint(2)\n```\n", "text.md", FILES.get
    )
    assert [(p.severity, p.line, p.message) for p in problems] == [
        ("warning", 3, "the code of this block is in a file, which is not shown: run.py")
    ]


@pytest.mark.parametrize("line", ['--8<-- "run.py"', "{{#include run.py:2:3}}", "include::run.py[]"])
def test_code_that_names_a_file_is_told(line: str) -> None:
    _, (told,) = read(f"# A\n\n```python\n{line}\n```\n", "text.md", FILES.get)
    assert told.message.startswith("the code of this block is in a file, which is not shown: run.py")
    assert (told.severity, told.line) == ("warning", 3)


def test_a_slide_of_slidev_that_stands_in_a_file_is_read() -> None:
    text = "# A\n\n<v-click>\n\nBefore.\n\n</v-click>\n\n---\nsrc: ./part.md\n---\n\n---\nsrc: ./lost.md\n---\n"
    document, problems = read(text, "text.md", FILES.get)
    assert "From the " in str(document)
    assert [(one.severity, one.line) for one in problems if "included" in one.message] == [("warning", 14)]
