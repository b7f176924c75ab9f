"""Any bytes under any name give a document, and never an exception."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import outline

from triptych.read.source import SUFFIXES, read_source


@pytest.mark.parametrize("path", ["a.md", "A.MARKDOWN", "x/y.Rmd", "a.qmd", "a.mdx"])
def test_markdown_by_its_suffix(path: str) -> None:
    assert outline(read_source(b"# A\n\n# B\n", path)[0]) == ["1 A", "1 B"]


def test_plain_text_is_notes_unless_it_has_front_matter() -> None:
    assert read_source(b"Title\n\nText *as* it is.", "a.txt")[0].meta.title == "Title"
    document, _ = read_source(b"---\ntitle: T\n---\n\n## A\n\n| x |\n|---|\n| y |\n", "a.txt")
    assert (document.meta.title, outline(document)) == ("T", ["1 A"])


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"<!-- a -->", b"---\ntitle: T\n---\n", b"\x00\x01"]
)
def test_an_empty_document_is_an_error_with_a_hint(data: bytes) -> None:
    document, problems = read_source(data, "some-file.md")
    assert document.sections == ()
    assert [(p.severity, p.message, bool(p.hint)) for p in problems if p.severity == "error"] == [
        ("error", "the document is empty", True)
    ]
    assert document.meta.title


@given(st.binary(max_size=400), st.sampled_from(sorted(SUFFIXES)))
def test_it_never_raises(data: bytes, suffix: str) -> None:
    document, problems = read_source(data, f"file{suffix}")
    assert document.sections or any(problem.severity == "error" for problem in problems)


def test_notes_do_not_load_what_they_do_not_need() -> None:
    code = (
        "import sys; from triptych.read.source import read_source; read_source(b'T\\n\\n1. A: b', 'a.txt');"
        "assert not {'markdown_it', 'yaml', 'PIL'} & set(sys.modules);"
        "read_source(b'---\\ntitle: T\\n---\\n# A', 'a.md'); assert not {'yaml', 'PIL'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
