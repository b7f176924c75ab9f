"""Documents of other formats, named on the command line: all panels are built, and nothing of them is lost."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import making
import pypandoc
import pytest
from PIL import Image
from pptx import Presentation
from reading import said

import triptych
from triptych.build import Options, Result, Source, build, find_sources, is_document
from triptych.model.queries import walk_blocks, walk_sections

WORDS = ("Where it comes from", "Coal is dug in", "deep")
"""What each of the files says."""


def built(path: Path, out: Path) -> Result:
    return build(Source(path, path.name, path.stem), out)


def shown(result: Result) -> str:
    """What the slides and their notes say."""
    deck = next(path for path in result.files if path.suffix == ".pptx")
    texts = []
    for slide in Presentation(str(deck)).slides:
        texts += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        texts += [slide.notes_slide.notes_text_frame.text] if slide.has_notes_slide else []
    return " ".join(" ".join(texts).split())


def office(folder: Path, source: Path, to: str) -> Path:
    """The file that LibreOffice Writer makes of another; the test is skipped where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("not installed: soffice")
    home = f"-env:UserInstallation=file://{folder}/home"
    command = [program, home, "--headless", "--convert-to", to, "--outdir", str(folder / "made"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    made = folder / "made" / f"{source.stem}.{to.split(':')[0]}"
    if not made.is_file():
        pytest.skip("not installed: LibreOffice Writer")
    return made


def pandoc_word(folder: Path) -> Path:
    """A Word file with a picture, a footnote, a list and a table."""
    (folder / "pit.png").write_bytes(making.picture())
    made = folder / "coal.docx"
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-o", str(made), "--resource-path", str(folder)]
    subprocess.run(command, input=making.MARKDOWN.encode(), check=True)
    return made


@pytest.fixture(params=["python-docx", "notebook", "rst", "tex", "html", "writer docx", "writer odt"])
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file of each format, made by the program that usually does."""
    (tmp_path / "pit.png").write_bytes(making.picture())
    match request.param:
        case "python-docx":
            name, data = "coal.docx", making.word_document()
        case "notebook":
            name, data = "coal.ipynb", making.notebook()
        case "rst":
            name, data = "coal.rst", making.RST.encode()
        case "tex":
            name, data = "coal.tex", making.TEX.encode()
        case "html":
            name, data = "coal.html", making.HTML.encode()
        case "writer docx":
            odt = office(tmp_path, pandoc_word(tmp_path), "odt:writer8")
            return office(tmp_path, odt, "docx:MS Word 2007 XML")
        case _:
            return office(tmp_path, pandoc_word(tmp_path), "odt:writer8")
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_all_panels_are_built(document: Path, tmp_path: Path) -> None:
    result = built(document, tmp_path / "out")
    assert [problem for problem in result.problems if problem.severity == "error"] == []
    assert [path.suffix for path in result.files] == [".pptx", ".pdf", ".pdf"]
    said = shown(result)
    assert all(word in said for word in (WORDS if document.suffix != ".ipynb" else ("Coal burns",)))
    again = built(document, tmp_path / "out")
    assert (again.made, again.problems) == (False, result.problems)


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "coal.docx"
    path.write_bytes(making.word_document())
    one, two = built(path, tmp_path / "one"), built(path, tmp_path / "two")
    assert [file.read_bytes() for file in one.files] == [file.read_bytes() for file in two.files]


def test_a_picture_in_the_file_is_on_a_slide(tmp_path: Path) -> None:
    path = tmp_path / "coal.ipynb"
    path.write_bytes(making.notebook())
    result = built(path, tmp_path / "out")
    with zipfile.ZipFile(result.files[0]) as deck:
        pictures = [deck.read(name) for name in deck.namelist() if name.startswith("ppt/media/")]
    assert making.picture("blue") in pictures
    assert making.picture("red") in pictures


def test_a_folder_is_built_without_them(tmp_path: Path) -> None:
    for name in ("a.md", "b.html", "c.docx", "d.tex"):
        (tmp_path / name).write_text("Words", encoding="utf-8")
    assert [source.path.name for source in find_sources([tmp_path])] == ["a.md"]
    assert [source.path.name for source in find_sources([tmp_path / "b.html"])] == ["b.html"]
    assert is_document(Path("x.DOCX"))
    assert not is_document(Path("x.pptx"))


def test_a_problem_names_the_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<h1>Coal</h1><p>It burns.</p><p>Here is <img src='no.png' alt='x'> a pit of coal.</p>")
    problems = [str(problem) for problem in built(path, tmp_path / "out").problems if problem.severity == "error"]
    assert problems == ['a.html: paragraph 3 "Here is x a pit of …": error: picture not found: no.png']
    again = built(path, tmp_path / "out")
    assert not again.made
    assert [str(problem) for problem in again.problems if problem.severity == "error"] == problems


def test_nobody_is_told_to_write_marks_where_they_mean_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<h1>Coal</h1><p>It burns.</p>" + "<img src='pit.png'>" + "<p>It burns long. </p>" * 900)
    Image.new("RGB", (8, 8)).save(tmp_path / "pit.png")
    options = Options(editions=("student",), also=("test",))
    hints = [one.hint for one in build(Source(path, path.name, path.stem), tmp_path / "out", options).problems]
    assert any("alternative text" in hint for hint in hints)
    assert not any(mark in hint for hint in hints for mark in ("{.", "==", "![", ":::"))


def test_what_is_left_out_is_named_by_its_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<h1>Coal</h1>" + "".join(f"<h2>Pit {k}</h2><p>{'It burns well. ' * 60}</p>" for k in range(40)))
    options = Options(also=("report",))
    result = build(Source(path, path.name, path.stem), tmp_path / "out", options)
    (sheet,) = (problem.message for problem in result.problems if "cheat sheet" in problem.message)
    assert "(paragraphs " in sheet
    report = next(file for file in result.files if file.suffix == ".txt").read_text(encoding="utf-8")
    assert "\nparagraph " in report
    assert "\nline " not in report


def test_a_markdown_build_loads_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nWords.\n", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from triptych.build import build_all, find_sources;"
        "list(build_all(find_sources([Path('a.md')]), Path('out')));"
        "print(sorted(name for name in sys.modules if 'pandoc' in name or name == 'subprocess'))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_what_writer_keeps_comes_through(tmp_path: Path) -> None:
    odt = office(tmp_path, pandoc_word(tmp_path), "odt:writer8")
    for path in (odt, office(tmp_path, odt, "docx:MS Word 2007 XML")):
        document, problems = triptych.read(path)
        assert not [problem for problem in problems if problem.severity == "error"]
        assert {"Coal", "deep", "black", "brown", "Ruhr", "open"} <= set(said(document))
        assert (len(document.footnotes), len(document.parts)) == (1, 1)
        kinds = [type(block).__name__ for s in walk_sections(document.sections) for block in walk_blocks(s.blocks)]
        assert {"ListBlock", "Table", "Figure"} <= set(kinds)
