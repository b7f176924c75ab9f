"""What has changed is built again, nothing else is; and what somebody else has a hand in is left alone."""

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import fontpkg_arimo
import pytest
from PIL import Image

import triptych
from triptych.build import Options, Result, Source, build
from triptych.inputs import LARGE, Inputs, hash_of, state_of
from triptych.program import FONTS, LIBRARIES, libraries
from triptych.stamp import NAME, load_stamp, to_json

TEXT = "# Tides\n\nThe moon pulls at the sea.\n"
DECK, HANDOUT, SHEET = "tides-deck.pptx", "tides-handout.pdf", "tides-cheat-sheet.pdf"
ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, with a document."""
    monkeypatch.chdir(tmp_path)
    Path("tides.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def built(text: str = "", **options: object) -> Result:
    if text:
        Path("tides.md").write_text(text, encoding="utf-8")
    return build(Source(Path("tides.md"), "tides.md", "tides"), Path("build"), Options(**options))


def errors(result: Result) -> list[str]:
    return [str(problem) for problem in result.problems if problem.severity == "error"]


def names(result: Result) -> list[str]:
    return [path.name for path in result.files]


def picture(name: str, color: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (40, 30), color).save(name, "PNG")


def standing() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path("build/tides").iterdir() if path.name != NAME}


# --- what a build was made from --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "name"),
    [("my%20p.png", "my p.png"), ("p.png?raw=true", "p.png"), ("p.png#part", "p.png"), ("a/p.png", "a/p.png")],
)
def test_a_picture_is_known_by_the_name_it_is_found_under(written: str, name: str) -> None:
    picture(name, "red")
    assert built(f"{TEXT}\n![a square]({written})\n").made
    assert not built().made
    picture(name, "blue")
    assert built().made
    assert not built().made


def test_a_file_that_would_be_found_first_counts() -> None:
    picture("my p.png", "red")
    built(f"{TEXT}\n![a square](my%20p.png)\n")
    before = standing()
    picture("my%20p.png", "blue")
    assert built().made
    assert standing() != before


def test_a_picture_that_was_missing_and_is_there_now() -> None:
    assert "picture not found" in str(errors(built(f"{TEXT}\n![a square](my%20p.png)\n")))
    assert not built().made
    picture("my p.png", "red")
    result = built()
    assert result.made
    assert not result.failed


LOOKS = """---
logo: logo.png
background: sea.png
bibliography: books.bib
csl: style.csl
---

# Tides

The moon pulls at the sea, says @newton.
"""
BOOK = "@book{newton, author = {Newton, Isaac}, title = {Principia}, year = {1687}}\n"


@pytest.mark.parametrize("name", ["logo.png", "sea.png", "books.bib", "style.csl"])
def test_everything_that_a_document_names_counts(name: str) -> None:
    for one in ("logo.png", "sea.png"):
        picture(one, "white")
    Path("books.bib").write_text(BOOK, encoding="utf-8")
    built(LOOKS)
    assert not built().made
    path = Path(name)
    path.write_bytes(path.read_bytes() + b"\n" if path.exists() else b"<style/>")
    assert built().made
    assert not built().made
    path.unlink()
    assert built().made


@pytest.mark.parametrize(
    ("options", "changed"),
    [
        ({"template": Path("mine/template.pptx")}, "template.pptx"),
        ({"theme": "mine"}, "template.pptx"),
        ({"theme": "mine"}, "theme.toml"),
    ],
)
def test_everything_that_the_command_names_counts(options: dict[str, object], changed: str) -> None:
    shutil.copytree(ROOT / "src/triptych/themes/default", "mine")
    built(**options)
    assert not built(**options).made
    path = Path("mine", changed)
    path.write_bytes(path.read_bytes() + b"\n")  # which no archive and no table minds
    assert built(**options).made
    assert not built(**options).made


def test_a_folder_takes_the_place_of_a_theme_only_where_the_command_names_it() -> None:
    built(f"---\ntheme: dark\n---\n\n{TEXT}")
    shutil.copytree(ROOT / "src/triptych/themes/default", "dark")
    assert not built().made
    assert built(theme="dark").made


def test_a_large_file_is_known_by_its_size_and_time() -> None:
    with Path("huge.png").open("wb") as file:
        file.truncate(3_000_000_000)  # it takes no room on the disk
    os.utime("huge.png", ns=(5, 5))
    assert state_of(Path("huge.png")) == "3000000000 5"
    assert "limit picture-bytes" in str(errors(built(f"{TEXT}\n![a square](huge.png)\n")))
    assert not built().made
    os.utime("huge.png", ns=(6, 6))
    assert built().made


def test_the_state_of_a_file_is_that_in_which_it_was_read(tmp_path: Path) -> None:
    Path("small").write_bytes(b"one")
    inputs = Inputs(tmp_path)
    assert inputs.beside("small") == b"one"
    Path("small").write_bytes(b"two")
    assert inputs.beside("none") is None
    assert inputs.beside(".") is None
    assert inputs.beside("a\0b") is None
    assert inputs.besides == {"small": hash_of(b"one"), "none": "", ".": "not a file", "a\0b": ""}
    with Path("large").open("wb") as file:
        file.truncate(LARGE + 1)
    os.utime("large", ns=(7, 7))
    assert inputs.beside("large", 3) == b"\0\0\0"
    assert inputs.besides["large"] == f"{LARGE + 1} 7"


ETHIOPIC = "# ሰላም\n\nሰላም ለዓለም።\n"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="fonts of a home folder stand elsewhere")
@pytest.mark.parametrize(("text", "again"), [(TEXT, False), (ETHIOPIC, True)])
def test_a_font_that_is_installed_later_counts_where_one_was_looked_for(text: str, again: bool) -> None:
    Path("tides.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "triptych", "build", "tides.md"]
    environment = {**os.environ, "HOME": str(Path("home").absolute())}
    said = [subprocess.run(command, env=environment, capture_output=True, text=True).stdout for _ in range(2)]
    assert said == ["3 files in build\n", "3 files in build (3 unchanged)\n"]
    Path("home/.fonts").mkdir(parents=True)
    shutil.copy(Path(fontpkg_arimo.__file__).parent / "files" / "Arimo[wght].ttf", "home/.fonts/New.ttf")
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert ("unchanged" not in done.stdout) is again


def test_versions_of_libraries_are_read_off_the_folders_of_installers(tmp_path: Path) -> None:
    found = (
        "PyYAML-6.0.dist-info",
        "zope.interface-1.dist-info",
        "lxml-5.2.egg-info",
        "fontpkg_x-1.0.dist-info",
        "lxml",
    )
    for name in found:
        (tmp_path / "first" / name).mkdir(parents=True)
    (tmp_path / "second" / "lxml-4.dist-info").mkdir(parents=True)
    places = (str(tmp_path / "first"), str(tmp_path / "second"), str(tmp_path / "none"))
    assert libraries(places) == ("fontpkg_x 1.0", "lxml 5.2", "pyyaml 6.0")


def test_the_libraries_are_those_that_the_program_depends_on() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[^\w-]", said)[0].lower().replace("-", "_") for said in project["dependencies"]}
    assert {name for name in wanted if not name.startswith(FONTS)} <= LIBRARIES
    versions = dict(said.split() for said in libraries(tuple(sys.path)))
    assert versions["lxml"] == importlib.metadata.version("lxml")
    assert wanted <= versions.keys()


# --- a stamp that is none ----------------------------------------------------------------------------


def _with(key: str, value: object) -> bytes:
    says = {
        "made_from": ["", "", ""],
        "fonts": "",
        "besides": {},
        "here": {},
        "outputs": {},
        "before": {},
        "problems": [],
    }
    return json.dumps({**says, key: value}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\x00\xfe" * 9,
        b"[" * 100_000,
        b"[]",
        b"7",
        b'{"outputs": 5}',
        b'{"outputs": {"a": 5, "../b": "c"}}',
        _with("made_from", 7),
        _with("made_from", ["", ""]),
        _with("made_from", ["", "", 3]),
        _with("fonts", []),
        _with("besides", ["a"]),
        _with("here", {"a": 1}),
        _with("outputs", {"a": None}),
        _with("before", 0.5),
        _with("problems", {"a": 1}),
        _with("problems", [["note", "m", "p", 1, 2]]),
        _with("problems", [["blame", "m", "p", 1, 2, "h"]]),
        _with("problems", [["note", "m", "p", "1", 2, "h"]]),
        _with("problems", [[["note"], "m", "p", 1, 2, "h"]]),
    ],
)
def test_a_malformed_stamp_is_a_rebuild(data: bytes) -> None:
    built()
    before = standing()
    Path("build/tides", NAME).write_bytes(data)
    result = built()
    assert (result.made, errors(result), len(result.files)) == (True, [], 3)
    assert standing() == before
    assert not built().made


def test_a_stamp_that_is_a_folder_is_told_and_nothing_is_written() -> None:
    Path("build/tides", NAME).mkdir(parents=True)
    assert f"build/tides/{NAME}: error: cannot be written" in errors(built())[0]
    assert [path.name for path in Path("build/tides").iterdir()] == [NAME]


def test_a_stamp_says_again_what_it_was_told() -> None:
    built(f"{TEXT}\n![a square](\udcff.png)\n".encode("utf-8", "surrogateescape").decode("latin-1"))
    stamp = load_stamp(Path("build/tides"))
    assert stamp.problems
    Path(NAME).write_bytes(to_json(stamp))
    assert load_stamp(Path()) == stamp


def test_the_files_of_an_older_stamp_are_known() -> None:
    files = built().files
    old = {"version": "0.1.0 1", "outputs": {path.name: hash_of(path.read_bytes()) for path in files}, "inputs": {}}
    Path("build/tides", NAME).write_text(json.dumps(old), encoding="utf-8")
    result = built(f"{TEXT}\nAnd the sun.\n")
    assert (errors(result), len(result.files)) == ([], 3)


# --- what somebody else has a hand in ------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", f"{TEXT}\nAnd the sun.\n"])
def test_a_file_that_was_changed_by_hand_is_left_alone(text: str) -> None:
    built()
    path = Path("build/tides", DECK)
    path.write_bytes(b"by hand")
    for _ in range(2):
        result = built(text)
        (said,) = errors(result)
        assert said.startswith(f"build/tides/{DECK}: error: is left as it is: it was changed by hand")
        assert "--force" in said
        assert "move it away" in said
        assert names(result) == [HANDOUT, SHEET]
        assert path.read_bytes() == b"by hand"
    result = built(force=True)
    assert (errors(result), names(result)) == ([], [DECK, HANDOUT, SHEET])
    assert path.read_bytes()[:2] == b"PK"
    assert not built().made


def test_a_file_that_was_moved_away_or_put_back_is_made_again() -> None:
    built()
    path = Path("build/tides", DECK)
    made = path.read_bytes()
    path.write_bytes(b"by hand")
    assert built(f"{TEXT}\nAnd the sun.\n").failed
    path.write_bytes(made)  # what was made before, as by taking back what was changed
    assert not built().failed
    assert path.read_bytes() != made
    path.rename("mine.pptx")
    assert names(built()) == [DECK, HANDOUT, SHEET]


def test_a_file_that_was_there_before_is_left_alone() -> None:
    Path("build/tides").mkdir(parents=True)
    path = Path("build/tides", HANDOUT)
    path.write_bytes(b"foreign")
    for text in ("", "", f"{TEXT}\nAnd the sun.\n"):
        result = built(text)
        (said,) = errors(result)
        assert said.startswith(f"build/tides/{HANDOUT}: error: is left as it is: it was not made from this document")
        assert names(result) == [DECK, SHEET]
    assert path.read_bytes() == b"foreign"
    assert not built(force=True).failed
    assert path.read_bytes()[:4] == b"%PDF"


def test_a_file_that_is_as_it_would_be_made_needs_no_stamp() -> None:
    built()
    Path("build/tides", NAME).unlink()
    assert not built().failed


def test_what_was_made_and_is_not_made_now_is_still_known() -> None:
    built()
    built(only=("deck",))
    result = built(f"{TEXT}\nAnd the sun.\n")
    assert (errors(result), len(result.files)) == ([], 3)
    built(only=("deck",))
    Path("build/tides", HANDOUT).write_bytes(b"by hand")
    assert HANDOUT in str(errors(built()))


def test_python_can_overwrite_too(folder: Path) -> None:
    Path("build/tides").mkdir(parents=True)
    Path("build/tides", DECK).write_bytes(b"foreign")
    assert triptych.build(Path("tides.md"), Path("build")).failed
    assert not triptych.build(Path("tides.md"), Path("build"), force=True).failed


# --- a build that is killed ------------------------------------------------------------------------

KILLED = """
import os, signal, sys
left = int(sys.argv.pop(1))
def watch(event, arguments):
    global left
    if event in ("open", "os.rename") and str(arguments[0]).endswith(".tmp"):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
from triptych.cli import main
main()
"""
"""Runs the command and kills it when it is about to begin or to rename a file for the so-manieth time."""
ONLY = ("handout", "cheat-sheet")


def killed(after: int, text: str) -> None:
    Path("tides.md").write_text(text, encoding="utf-8")
    products = [word for product in ONLY for word in ("--only", product)]
    command = [sys.executable, "-c", KILLED, str(after), "build", "tides.md", *products]
    assert subprocess.run(command, capture_output=True).returncode == -9


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("after", range(6))
def test_a_killed_build_leaves_whole_files_and_takes_none_for_somebody_elses(after: int) -> None:
    texts = [f"{TEXT}\nThis is number {number}.\n" for number in range(4)]
    every = []
    for text in texts:
        assert not built(text, only=ONLY).failed
        every.append(standing())
        shutil.rmtree("build")
    built(texts[0], only=ONLY)
    killed(after, texts[1])
    killed(5 - after, texts[2])
    whole = {data for files in every for data in files.values()}
    assert {data for name, data in standing().items() if not name.endswith(".tmp")} <= whole
    result = built(texts[3], only=ONLY)
    assert (errors(result), len(result.files)) == ([], 2)
    assert {name: data for name, data in standing().items() if not name.endswith(".tmp")} == every[3]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_first_build_that_is_killed_is_built_again() -> None:
    for after in range(6):
        killed(after, f"{TEXT}\nThis is number {after}.\n")
    assert not built(TEXT, only=ONLY).failed


def test_a_file_that_was_not_written_and_not_made_next_is_still_known() -> None:
    built()
    killed(3 + 1, f"{TEXT}\nAnd the sun.\n")  # the stamp is written, no file is
    built(only=("deck",))
    assert not built(f"{TEXT}\nAnd the wind.\n").failed
