"""What is made of all documents together: an index, checksums and an archive."""

import hashlib
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pikepdf
import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of three documents to stand in, with names that want care."""
    monkeypatch.chdir(tmp_path)
    Path("sea/week 1").mkdir(parents=True)
    Path("sea/triptych.toml").write_text('title = "The <sea> & more"\nlang = "en"\n', encoding="utf-8")
    Path("sea/week 1/tides #1.md").write_text("# Tides\n\nThe moon pulls.\n", encoding="utf-8")
    Path("sea/week 1/b.md").write_text("---\nlang: de\ntitle: Die <b>Flut</b>\n---\n\n# Eins\n\nDas Wasser.\n",
                                       encoding="utf-8")  # fmt: skip
    Path("sea/a.md").write_text("---\ntitle: Waves\n---\n\n# One\n\nA wave.\n", encoding="utf-8")
    return tmp_path


class Reader(HTMLParser):
    """What a page says: its elements with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_the_page_links_to_every_file_and_is_no_more_than_text(run: Run) -> None:
    code, out, err = run("build", "sea", "--index")
    assert code == 0, err
    assert "12 files in build" in out
    page = Reader()
    page.feed(Path("build/index.html").read_text(encoding="utf-8"))
    links = [unquote(str(link["href"])) for link in page.all("a")]
    assert len(links) == 9
    assert all(link.startswith("./") and Path("build", link).is_file() for link in links)
    assert page.all("html") == [{"lang": "en"}]
    assert [len(page.all(tag)) for tag in ("main", "header", "h1", "h2", "h3", "section")] == [1, 1, 1, 2, 2, 1]
    assert {"lang": "de", "dir": "auto"} in page.all("h3")
    assert page.all("b") == page.all("sea") == page.all("script") == []
    assert "The <sea> & more" in page.text


def test_the_page_for_print_is_accessible_and_leads_to_every_file(run: Run) -> None:
    run("build", "sea", "--index")
    with pikepdf.open("build/index.pdf") as pdf:
        links = [str(note.A.URI) for page in pdf.pages for note in page.Annots]
        assert str(pdf.Root.Lang) == "en"
        assert "/StructTreeRoot" in pdf.Root
    assert len(set(links)) == 9
    assert all(Path("build", unquote(link)).is_file() for link in links)


def test_checksums_are_those_of_the_files(run: Run) -> None:
    run("build", "sea", "--index")
    lines = Path("build/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 11
    for line in lines:
        digest, name = line.split("  ", 1)
        assert hashlib.sha256(Path("build", name).read_bytes()).hexdigest() == digest
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd="build", check=True)


def test_the_archive_has_every_file_and_the_same_bytes_again(run: Run) -> None:
    code, _, err = run("build", "sea", "--index", "--zip")
    assert code == 0, err
    with zipfile.ZipFile("build/sea.zip") as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        for name in names:
            assert archive.read(name) == Path("build", name).read_bytes()
    assert len(names) == 12
    assert {"index.html", "SHA256SUMS", "week 1/b/b-deck.pptx"} <= set(names)
    first = Path("build/sea.zip").read_bytes()
    _, out, _ = run("build", "sea", "--index", "--zip")
    assert "13 files in build (13 unchanged)" in out
    run("build", "sea", "--index", "--zip", "-o", "other")
    assert Path("other/sea.zip").read_bytes() == first
    assert list(Path("build").glob(".triptych-*.tmp")) == []


def test_what_somebody_changed_is_left_alone(run: Run) -> None:
    Path("build").mkdir()
    Path("build/index.html").write_text("mine", encoding="utf-8")
    code, _, err = run("build", "sea", "--index")
    assert code == 1
    assert "index.html: error: is left as it is: it was not made from this document" in err
    assert Path("build/index.html").read_text(encoding="utf-8") == "mine"
    code, _, _ = run("build", "sea", "--index", "--force")
    assert code == 0
    assert Path("build/index.html").read_text(encoding="utf-8") != "mine"


def test_another_title_makes_another_index(run: Run) -> None:
    run("build", "sea", "--index")
    Path("sea/a.md").write_text("---\ntitle: Swell\n---\n\n# One\n\nA wave.\n", encoding="utf-8")
    _, out, _ = run("build", "sea", "--index")
    assert "12 files in build (6 unchanged)" in out
    assert "Swell" in Path("build/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (("--edition", "student"), None),
        (("--edition", "student", "--edition", "instructor"), "week 1/b/b-deck-instructor.pptx"),
        (("--questions", "moodle"), None),
    ],
)
def test_answers_in_what_may_be_given_to_students_are_told(run: Run, asked: tuple[str, ...], named: str | None) -> None:
    _, _, err = run("build", "sea", "--zip", *asked)
    told = [line for line in err.splitlines() if "answers in it" in line]
    assert len(told) == (named is not None)
    assert not named or named.rpartition("/")[2] in told[0] or "instructor" in told[0]
