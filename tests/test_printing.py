"""Files for the printer are made when they are asked for, beside the handout, and for each edition."""

from pathlib import Path

import pikepdf
import pytest
from documents import source
from PIL import Image, ImageDraw

from triptych.build import Options, Source, build

WORDS = "# One\n\nA ==key phrase== in a text.\n\n![Two lines](lines.png)\n"


def made(folder: Path, words: str = "", *, text: str = WORDS, **options: object) -> dict[str, Path]:
    """The files of a document, by their names without its own."""
    image = Image.new("RGB", (200, 100), "white")
    ImageDraw.Draw(image).line([(0, 10), (200, 10)], (200, 60, 40), 6)
    ImageDraw.Draw(image).line([(0, 60), (200, 60)], (40, 125, 60), 6)
    image.save(folder / "lines.png")
    path = folder / "a.md"
    path.write_text(text, encoding="utf-8")
    forms = (("print", words),) if words else ()
    result = build(Source(path, "a.md", "a"), folder / "out", Options(only=("handout",), forms=forms, **options))
    assert not result.failed
    said = [problem.message for problem in result.problems if "without colour" in problem.message]
    assert bool(said) == ("grey" in words or "grey" in text)
    return {file.name.removeprefix("a-"): file for file in result.files}


def test_nothing_more_is_made_unless_it_is_asked_for(tmp_path: Path) -> None:
    assert list(made(tmp_path)) == ["handout.pdf"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("booklet", ["handout.pdf", "handout-booklet.pdf"]),
        ("2-up", ["handout.pdf", "handout-2-up.pdf"]),
        ("4-up booklet grey", ["handout.pdf", "handout-booklet.pdf", "handout-4-up.pdf"]),
        ("grey", ["handout.pdf"]),
    ],
)
def test_files_have_the_names_of_what_they_are(words: str, names: list[str], tmp_path: Path) -> None:
    files = made(tmp_path, words)
    assert list(files) == names
    before = [file.read_bytes() for file in files.values()]
    for file in files.values():
        file.unlink()
    assert [file.read_bytes() for file in made(tmp_path, words).values()] == before


def test_a_document_can_ask_for_them(tmp_path: Path) -> None:
    assert list(made(tmp_path, text=f"---\nprint: booklet, grey\n---\n{WORDS}")) == [
        "handout.pdf",
        "handout-booklet.pdf",
    ]


def test_each_edition_has_its_own(tmp_path: Path) -> None:
    files = made(tmp_path, "booklet grey", editions=("student", "instructor"))
    assert list(files) == [
        "handout-student.pdf",
        "handout-booklet-student.pdf",
        "handout-instructor.pdf",
        "handout-booklet-instructor.pdf",
    ]


def test_backs_are_turned_and_signatures_kept_small_if_that_is_asked_for(tmp_path: Path) -> None:
    path = source("long")
    forms = (("print", "booklet long-edge 1-sheet"),)
    (_, file) = build(Source(path, "long.md", "long"), tmp_path, Options(only=("handout",), forms=forms)).files
    with pikepdf.open(file) as pdf:
        assert [int(page.get("/Rotate", 0)) for page in pdf.pages] == [0, 180, 0, 180]
