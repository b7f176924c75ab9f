"""A file that is damaged, locked or meant to do harm: one problem that names it, or a document; and no waiting."""

import base64
import struct
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import making
import pytest

from triptych.problem import Problem
from triptych.read.pandoc import archives, program
from triptych.read.source import read_source


def problem_of(data: bytes, name: str) -> str:
    """The one problem of a file that gives no document."""
    document, problems = read_source(data, name)
    assert document.sections == ()
    (problem,) = problems
    assert (problem.severity, problem.path) == ("error", name)
    return problem.message


def test_a_file_that_is_no_archive() -> None:
    assert problem_of(b"words", "a.docx") == "cannot be read: this is no Word file, or it is damaged"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_half_a_word_document(share: float) -> None:
    whole = making.word_document()
    assert "damaged" in problem_of(whole[: int(len(whole) * share)], "a.docx")


def test_a_damaged_part() -> None:
    whole = bytearray(making.word_document())
    at = whole.index(b"word/document.xml") + 60
    whole[at : at + 40] = bytes(40)
    assert "cannot be read" in problem_of(bytes(whole), "a.docx")


def test_an_archive_that_is_no_document() -> None:
    assert "cannot be read" in problem_of(making.archive({"a.txt": b"words"}), "a.docx")
    assert "cannot be read" in problem_of(making.archive({"a.txt": b"words"}), "a.odt")
    assert "cannot be read" in problem_of(making.archive({"a.txt": b"words"}), "a.epub")


def test_an_archive_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 10_000_000)
    bomb = making.archive({"word/document.xml": bytes(30_000_000)})
    assert len(bomb) < 100_000
    assert "more than 10 MB" in problem_of(bomb, "a.docx")


def test_an_archive_that_lies_about_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 10_000_000)
    bomb = bytearray(making.archive({"word/document.xml": bytes(30_000_000)}))
    size = struct.pack("<I", 30_000_000)
    while (at := bomb.find(size)) >= 0:
        bomb[at : at + 4] = struct.pack("<I", 100)
    assert "more than 10 MB" in problem_of(bytes(bomb), "a.docx")


def test_an_archive_of_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_PARTS", 5)
    assert "too many parts" in problem_of(making.archive({f"{k}": b"" for k in range(6)}), "a.docx")


def test_a_document_with_a_password() -> None:
    office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert problem_of(office, "a.docx") == "the document is protected by a password"
    manifest = b'<manifest:manifest><manifest:encryption-data manifest:checksum=""/></manifest:manifest>'
    locked = making.archive({"META-INF/manifest.xml": manifest, "content.xml": b"\x00"})
    assert problem_of(locked, "a.odt") == "the document is protected by a password"
    whole = bytearray(making.archive({"content.xml": b"x"}))
    entry = BytesIO(bytes(whole))
    with zipfile.ZipFile(entry) as archive:
        at = archive.start_dir
    whole[at + 8] |= 1  # bit 0 of the general purpose flags in the central directory
    whole[6] |= 1
    assert problem_of(bytes(whole), "a.odt") == "the document is protected by a password"


def test_an_old_word_document() -> None:
    assert "old Office file" in problem_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx")


@pytest.mark.parametrize("data", [b"not json", b"{}", b"[1, 2]", b'{"cells": 3}', b"{" * 5000])
def test_a_notebook_that_is_none(data: bytes) -> None:
    assert "cannot be read" in problem_of(data, "a.ipynb")


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub", "a.ipynb", "a.rst", "a.org", "a.tex", "a.html"])
def test_an_empty_file(name: str) -> None:
    assert problem_of(b"", name)


@pytest.mark.parametrize("levels", [50, 200, 1000])
def test_lists_within_lists(levels: int) -> None:
    text = "<ul><li>level" * levels + "</li></ul>" * levels
    document, problems = read_source(text.encode(), "a.html")
    assert [(p.severity, "nested too deeply" in p.message) for p in problems] in (
        [("warning", True)],
        [("error", True)],
    )
    assert document.sections or problems[0].severity == "error"
    assert levels == 1000 or document.sections


@pytest.mark.parametrize("tag", ["div", "blockquote", "b", "span", "em"])
def test_two_hundred_of_anything_within_each_other(tag: str) -> None:
    text = f"<{tag}>a" * 200 + "words" + f"</{tag}>" * 200
    document, problems = read_source(text.encode(), "a.html")
    assert document.sections or [problem.severity for problem in problems] == ["error"]


def test_a_table_of_ten_thousand_rows() -> None:
    rows = "".join(f"<tr><td>{k}</td><td>word</td></tr>" for k in range(10_000))
    document, problems = read_source(f"<table>{rows}</table>".encode(), "a.html")
    (table,) = document.sections[0].blocks
    assert len(table.rows) == 10_000  # type: ignore[union-attr]
    assert not problems


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "SECONDS", 0.01)
    assert "seconds" in problem_of(making.HTML.encode() * 200, "a.html")


def test_without_the_extra_the_command_that_brings_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.rst").write_text("Words\n", encoding="utf-8")
    code = (
        "import sys; sys.modules['pypandoc'] = None\n"
        "from triptych.cli import main\n"
        "sys.argv = ['triptych', 'build', 'a.rst']\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("a.rst: error: documents of this format need pandoc: .rst (pip install 'triptych[doc")


def test_a_picture_that_is_none_is_told() -> None:
    page = f'<p>Words.</p><p><img src="data:image/png;base64,{base64.b64encode(b"no").decode()}" alt="x"></p>'
    document, problems = read_source(page.encode(), "a.html")
    assert document.sections
    assert not [problem for problem in problems if isinstance(problem, Problem) and problem.severity == "error"]


# --- what a file holds and pandoc passes over --------------------------------------------------------


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """An archive with something else in one of its parts."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    assert old in parts[name]
    return making.archive(parts | {name: parts[name].replace(old, new)})


def errors(data: bytes, name: str) -> list[str]:
    return [problem.message for problem in read_source(data, name)[1] if problem.severity == "error"]


def test_a_picture_that_is_only_linked_is_told() -> None:
    linked = changed(making.word_document(), "word/document.xml", b"r:embed=", b"r:link=")
    assert errors(linked, "a.docx") == ["not all of its pictures could be read: 1 missing"]


def test_words_that_are_passed_over_are_named() -> None:
    strange = b"<w:strange><w:t>forgotten words</w:t></w:strange></w:body>"
    lossy = changed(making.word_document(), "word/document.xml", b"</w:body>", strange)
    assert errors(lossy, "a.docx") == ["not all of its text could be read, not these words: forgotten words"]


def test_a_chart_in_a_word_document_is_told() -> None:
    drawing = b'<w:p><w:r><w:drawing><c:chart xmlns:c="c"/></w:drawing></w:r></w:p></w:body>'
    lossy = changed(making.word_document(), "word/document.xml", b"</w:body>", drawing)
    assert errors(lossy, "a.docx") == ["not all of its charts and diagrams could be read: 1 missing"]


def test_nothing_is_told_of_what_is_whole() -> None:
    assert errors(making.word_document(), "a.docx") == []


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("a.rst", "Said [1]_ here.\n\n.. [1] Called.\n.. [2] Some *rare* words.\n", "write [2]_ where it belongs"),
        ("a.org", "Said[fn:1] here.\n\n[fn:1] Called.\n\n[fn:2] Some *rare* words.\n", "write [fn:2] where it belongs"),
    ],
)
def test_footnotes_that_pandoc_leaves_out_are_told(name: str, text: str, hint: str) -> None:
    _, problems = read_source(text.encode(), name)
    told = [problem for problem in problems if "never called" in problem.message]
    assert [(problem.severity, problem.hint) for problem in told] == [("error", hint)]
    assert told[0].line == text[: text.index("Some")].count("\n") + 1
    assert "Some *rare* words." in told[0].message
