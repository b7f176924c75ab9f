"""The commands as a person meets them: what they say, what they write, how they end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from triptych.cli import main

GUIDE = """---
title: Tides
---

# What makes the tides?

The moon pulls at the sea. The earth turns beneath it.

1. **Moon**: It is near.
2. **Sun**: It is heavy, but far.
"""
PANELS = ["guide-cheat-sheet.pdf", "guide-deck.pptx", "guide-handout.pdf"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, with a document."""
    monkeypatch.chdir(tmp_path)
    Path("guide.md").write_text(GUIDE, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def in_a_shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "triptych", *arguments], capture_output=True, text=True, encoding="utf-8"
    )


def files(place: str) -> list[str]:
    return sorted(path.name for path in Path(place).iterdir() if not path.name.startswith("."))


def test_build_makes_three_panels() -> None:
    result = run("build", "guide.md")
    assert result.exit_code == 0
    assert result.stdout == "3 files in build\n"
    assert files("build/guide") == PANELS


def test_build_without_a_path_builds_what_is_under_source() -> None:
    for name in ("a/one.md", "two.txt"):
        path = Path("source", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GUIDE, encoding="utf-8")
    for name in ("README.md", ".hidden.md", "_draft.md", "picture.png"):
        Path("source", name).write_text(GUIDE, encoding="utf-8")
    assert run("build").exit_code == 0
    assert files("build") == ["a", "two"]
    assert len(files("build/a/one")) == 3


def test_build_without_a_path_and_without_a_source_folder_says_what_to_do() -> None:
    result = run("build")
    assert result.exit_code == 2
    assert "source" in result.stderr


@pytest.mark.parametrize("arguments", [("build", "nowhere.md"), ("check", "nowhere.md"), ("build", "--only", "poster")])
def test_wrong_usage_ends_with_two(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage:")
    assert not Path("build").exists()


def test_a_folder_without_documents_is_wrong_usage() -> None:
    Path("empty").mkdir()
    result = run("build", "empty")
    assert result.exit_code == 2
    assert "empty" in result.stderr


def test_a_file_of_another_kind_is_told_what_can_be_built() -> None:
    Path("deck.pptx").write_bytes(b"")
    result = run("build", "deck.pptx")
    assert result.exit_code == 2
    assert all(suffix in result.stderr for suffix in (".md", ".txt", ".docx", ".ipynb", ".tex"))


def test_a_second_build_leaves_everything_as_it_is() -> None:
    run("build", "guide.md")
    before = {name: os.stat(f"build/guide/{name}").st_mtime_ns for name in PANELS}
    result = run("build", "guide.md")
    assert result.stdout == "3 files in build (3 unchanged)\n"
    assert {name: os.stat(f"build/guide/{name}").st_mtime_ns for name in PANELS} == before


def test_a_changed_document_a_changed_option_and_a_missing_file_are_built_again() -> None:
    run("build", "guide.md")
    Path("guide.md").write_text(GUIDE + "3. **Wind**: It piles up water.\n", encoding="utf-8")
    assert "unchanged" not in run("build", "guide.md").stdout
    assert "unchanged" not in run("build", "guide.md", "--paper", "letter").stdout
    Path("build/guide/guide-deck.pptx").unlink()
    assert "unchanged" not in run("build", "guide.md", "--paper", "letter").stdout
    assert files("build/guide") == PANELS


def test_unchanged_documents_tell_their_problems_again() -> None:
    Path("guide.md").write_text(GUIDE + "\n![the moon](moon.png)\n", encoding="utf-8")
    assert run("build", "guide.md").stderr == run("build", "guide.md").stderr != ""


@pytest.mark.parametrize("panel", ["deck", "handout", "cheat-sheet"])
def test_only_one_panel(panel: str) -> None:
    assert run("build", "guide.md", "--only", panel).stdout == "1 file in build\n"
    assert [name for name in PANELS if panel in name] == files("build/guide")


def test_paper_changes_the_pages() -> None:
    import pikepdf

    sizes = {}
    for paper in ("a4", "letter"):
        run("build", "guide.md", "--paper", paper)
        for name in ("guide-handout.pdf", "guide-cheat-sheet.pdf"):
            with pikepdf.open(f"build/guide/{name}") as pdf:
                box = [float(value) for value in pdf.pages[0].MediaBox]
                sizes[paper, name] = sorted(round(value) for value in box[2:])
    assert {tuple(size) for (paper, _), size in sizes.items() if paper == "a4"} == {(595, 842)}
    assert {tuple(size) for (paper, _), size in sizes.items() if paper == "letter"} == {(612, 792)}


def test_a_cheat_sheet_has_paper_of_its_own() -> None:
    import pikepdf

    done = run("build", "guide.md", "--paper", "letter", "--cheat-sheet", "card portrait")
    assert "on an index card, portrait" in done.stderr
    with pikepdf.open("build/guide/guide-cheat-sheet.pdf") as pdf:
        assert [[round(float(value)) for value in page.MediaBox] for page in pdf.pages] == [[0, 0, 216, 360]]


def test_an_empty_document_is_a_problem() -> None:
    Path("guide.md").write_text("\n \n", encoding="utf-8")
    result = run("build", "guide.md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("guide.md: error: the document is empty")
    assert not Path("build").exists()


def test_what_cannot_be_read_is_a_problem_and_the_others_are_built() -> None:
    Path("broken.md").symlink_to("broken.md")  # a link to itself: not even root can read it
    result = run("build", "guide.md", "broken.md")
    assert result.exit_code in (1, 2)
    assert "broken.md" in result.stderr
    if os.geteuid() != 0:
        Path("secret.md").write_text(GUIDE, encoding="utf-8")
        Path("secret.md").chmod(0)
        result = run("build", "guide.md", "secret.md")
        assert result.exit_code == 1
        assert "secret.md: error: cannot be read: permission denied" in result.stderr
        assert files("build/guide") == PANELS


def test_a_folder_that_is_called_like_a_document_is_searched() -> None:
    Path("book.md").mkdir()
    Path("book.md/one.md").write_text(GUIDE, encoding="utf-8")
    assert run("build", "book.md").exit_code == 0
    assert len(files("build/one")) == 3


def test_a_missing_picture_is_named_with_its_line() -> None:
    Path("guide.md").write_text(GUIDE + "\n![the moon](moon.png)\n", encoding="utf-8")
    result = run("build", "guide.md")
    line = (GUIDE + "\n").count("\n") + 1
    assert result.exit_code == 1
    assert len(files("build/guide")) == 3
    assert f"guide.md:{line}:1: error: " in result.stderr
    assert "moon.png" in result.stderr


def test_strict_counts_warnings() -> None:
    assert run("build", "guide.md", "--strict").exit_code == 0
    Path("guide.md").write_text(GUIDE + "\nA note is called[^1] that is nowhere.\n", encoding="utf-8")
    assert run("build", "guide.md").exit_code == 0
    assert run("build", "guide.md", "--strict").exit_code == 1
    assert run("check", "guide.md", "--strict").exit_code == 1


def test_a_folder_that_cannot_be_written_is_a_problem() -> None:
    Path("build").mkdir()
    Path("build/guide").write_text("a file stands where the folder should", encoding="utf-8")
    result = run("build", "guide.md")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
    assert "-o" in result.stderr
    assert Path("build/guide").read_text(encoding="utf-8") == "a file stands where the folder should"


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_written() -> None:
    Path("build/guide/guide-deck.pptx").mkdir(parents=True)
    result = run("build", "guide.md", "--force")
    assert (result.exit_code, result.stdout) == (1, "2 files in build\n")
    assert "build/guide/guide-deck.pptx: error: cannot be written: is a directory (close it if" in result.stderr
    assert files("build/guide") == PANELS
    Path("build/guide/guide-deck.pptx").rmdir()
    assert run("build", "guide.md").exit_code == 0


def test_a_file_that_was_changed_by_hand_is_named_and_left_alone() -> None:
    run("build", "guide.md")
    deck = Path("build/guide/guide-deck.pptx")
    deck.write_bytes(b"touched up")
    for _ in range(2):
        result = run("build", "guide.md")
        assert (result.exit_code, result.stdout) == (1, "2 files in build (2 unchanged)\n")
        assert "build/guide/guide-deck.pptx: error: is left as it is: it was changed by hand" in result.stderr
        assert "--force" in result.stderr
    assert deck.read_bytes() == b"touched up"
    assert run("build", "guide.md", "--force").exit_code == 0
    assert deck.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("raise RuntimeError('it is\\n damaged')", "RuntimeError: it is damaged (__init__.py, line 1)"),
        ("def f(): f()\nf()", "RecursionError: maximum recursion depth exceeded (__init__.py, line 1)"),
    ],
)
def test_a_failure_of_the_program_is_a_problem_of_its_document(
    fault: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("broken/pygments").mkdir(parents=True)
    Path("broken/pygments/__init__.py").write_text(fault, encoding="utf-8")  # a damaged library: code asks for it
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path("broken").absolute()), *sys.path]))
    Path("code.md").write_text(GUIDE + "\n```python\nmoon = 1\n```\n", encoding="utf-8")
    done = in_a_shell("build", "code.md", "guide.md")
    assert (done.returncode, done.stdout) == (1, "3 files in build; 1 document was not made\n")
    assert f"code.md: error: could not be built: {said} (this is a fault of the program: please report" in done.stderr
    assert "Traceback" not in done.stderr
    assert files("build") == ["guide"]
    for command in (("check", "code.md", "--debug"), ("build", "code.md", "--debug")):
        assert "Traceback" in in_a_shell(*command).stderr
    monkeypatch.setenv("TRIPTYCH_DEBUG", "1")
    assert "Traceback" in in_a_shell("check", "code.md").stderr


def test_problems_are_told_by_their_lines_and_those_of_the_whole_document_first() -> None:
    text = "# One\n\n![a](1.png)\n\nNo font has \U00016800.\n\nA note[^1] is nowhere.\n\n![a](2.png)\n\n$\\nope{$\n"
    Path("guide.md").write_text(text, encoding="utf-8")
    for command in ("build", "check", "build"):
        said = run(command, "guide.md").stderr.splitlines()
        places = [line.split(": ")[0].split(":") for line in said]
        lines = [int(place[1]) if place[1:] else 0 for place in places]
        assert lines == sorted(lines)
        assert {0, 3, 5, 7, 9} <= set(lines)


def test_two_documents_of_one_name_are_refused() -> None:
    Path("other").mkdir()
    Path("other/guide.txt").write_text("Tides\n\nWhy?\n\nBecause.\n", encoding="utf-8")
    result = run("build", "guide.md", "other/guide.txt")
    assert result.exit_code == 1
    assert result.stderr.count("would be written to the same folder") == 2
    assert not Path("build").exists()


def test_check_reports_and_writes_nothing(folder: Path) -> None:
    Path("guide.md").write_text(GUIDE + "\n![the moon](moon.png)\n", encoding="utf-8")
    result = run("check", "guide.md")
    assert result.exit_code == 1
    assert "moon.png" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["guide.md"]


def test_new_writes_a_document_that_builds_without_a_warning() -> None:
    assert run("new", "mine/first.md").exit_code == 0
    assert run("build", "mine/first.md", "--strict").exit_code == 0
    assert len(files("build/first")) == 3


def test_new_never_overwrites() -> None:
    result = run("new", "guide.md")
    assert result.exit_code == 2
    assert "exists already" in result.stderr
    assert Path("guide.md").read_text(encoding="utf-8") == GUIDE


def test_help_names_the_commands_and_the_exit_statuses() -> None:
    said = run("--help").stdout
    assert all(word in said for word in ("build", "check", "new", "0 done", "1 problems", "2 wrong usage"))


def test_a_pipe_gets_no_progress_and_problems_go_to_standard_error() -> None:
    Path("source").mkdir()
    for name in ("one", "two", "three"):
        Path(f"source/{name}.md").write_text(GUIDE + "\n![the moon](moon.png)\n", encoding="utf-8")
    done = in_a_shell("build")
    assert (done.returncode, done.stdout) == (1, "9 files in build\n")
    lines = done.stderr.splitlines()
    assert sum("moon.png" in line for line in lines) == 3
    assert all(line.startswith("source/") for line in lines)


def test_the_command_ends_with_the_status_it_promises() -> None:
    Path("empty.md").write_text("", encoding="utf-8")
    assert in_a_shell("check", "guide.md").returncode == 0
    assert in_a_shell("check", "empty.md").returncode == 1
    assert in_a_shell("check", "nowhere.md").returncode == 2


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"\x00" * 50, b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"\xd8\x00" * 9]
)
def test_whatever_the_bytes_are_there_is_no_traceback(data: bytes) -> None:
    Path("odd.md").write_bytes(data)
    done = in_a_shell("build", "odd.md")
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0 or "odd.md" in done.stderr


def test_a_name_with_spaces_and_other_scripts() -> None:
    Path("Ω  ночь (1).md").write_text(GUIDE, encoding="utf-8")
    assert run("build", "Ω  ночь (1).md").exit_code == 0
    assert files("build/Ω  ночь (1)")[1] == "Ω  ночь (1)-deck.pptx"


def test_what_waits_for_the_end_is_done_though_nothing_is_taken_down(tmp_path: Path) -> None:
    code = (
        "import atexit, sys; atexit.register(print, 'at the end');"
        "from triptych.__main__ import run; sys.argv = ['triptych', *sys.argv[1:]]; run()"
    )
    said = subprocess.run([sys.executable, "-c", code, "themes"], capture_output=True, text=True, check=True)
    assert said.stdout.endswith("at the end\n")
    assert said.stdout.count("\n") > 3
    wrong = subprocess.run([sys.executable, "-c", code, "build", str(tmp_path / "none.md")], capture_output=True)
    assert wrong.returncode == 2
    assert b"at the end" in wrong.stdout
