"""The command as people's hands expect it."""

import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from triptych.build import Result, Step
from triptych.read.forms import FORMS, words_for
from triptych.shell.progress import with_stages
from triptych.shell.telling import to_open
from triptych.shell.words import WORDS

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document to stand in."""
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("# Tides\n\nThe moon pulls at the sea.\n\n![a map](none.png)\n", encoding="utf-8")
    return tmp_path


def test_a_file_alone_is_built(run: Run) -> None:
    assert run("a.md", "--only", "deck")[1] == "1 file in build\n"


@pytest.mark.parametrize(
    "words", [("--only", "deck,handout"), ("--only", "deck", "--only", "handout"), ("--only", "deck handout")]
)
def test_words_are_joined_by_commas_or_said_one_by_one(words: tuple[str, ...], run: Run) -> None:
    assert run("a.md", *words)[1] == "2 files in build\n"


@pytest.mark.parametrize(
    "words",
    [("--handout", "cornell,dots"), ("--handout", "cornell", "--handout", "dots"), ("--handout", "cornell dots")],
)
def test_so_are_those_of_a_form(words: tuple[str, ...], run: Run) -> None:
    run("a.md", "--only", "handout", *words)
    first = Path("build/a/a-handout.pdf").read_bytes()
    run("a.md", "--only", "handout", "--handout", "cornell dots", "-o", "other")
    assert Path("other/a/a-handout.pdf").read_bytes() == first


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("biuld", "a.md"), "Did you mean build?"),
        (("a.md", "--handout", "cornel"), "did you mean cornell?"),
        (("a.md", "--theme", "drak"), "did you mean dark?"),
        (("a.md", "--only", "dekc"), "did you mean deck?"),
        (("a.md", "--theem", "dark"), "--theme"),
        (("help", "cheat-shet"), "did you mean cheat-sheet?"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(words: tuple[str, ...], meant: str, run: Run) -> None:
    code, _, err = run(*words)
    assert code == 2
    assert meant in err


@pytest.mark.parametrize("word", ["nope", "zzz", "hat"])
def test_what_is_like_nothing_has_no_suggestion(word: str, run: Run) -> None:
    code, _, err = run("help", word)
    assert code == 2
    assert "did you mean" not in err


@pytest.mark.parametrize(
    ("words", "clash"),
    [
        (("--cheat-sheet", "a5,a4"), "a5 and a4"),
        (("--cheat-sheet", "a5 in-order portrait landscape"), "portrait and landscape"),
        (("--cheat-sheet", "9pt large"), "9pt and large"),
        (("--handout", "cornell,dots,slides-3"), "cornell and slides-3"),
        (("--handout", "lines", "--handout", "dots"), "lines and dots"),
        (("--deck", "talk,full"), "talk and full"),
        (("--cards", "4-up,8-up"), "4-up and 8-up"),
        (("--print", "long-edge short-edge"), "long-edge and short-edge"),
        (("--test", "2-versions 3-versions"), "2-versions and 3-versions"),
    ],
)
def test_words_that_exclude_each_other_are_wrong_usage(words: tuple[str, ...], clash: str, run: Run) -> None:
    code, _, err = run("a.md", *words)
    assert code == 2
    assert f"{clash} exclude each other" in err
    assert not Path("build").exists()


def test_of_an_option_with_one_value_the_last_counts(run: Run) -> None:
    run("a.md", "--only", "deck", "--theme", "dark", "--theme", "contrast")
    run("a.md", "--only", "deck", "--theme", "contrast", "-o", "other")
    assert Path("other/a/a-deck.pptx").read_bytes() == Path("build/a/a-deck.pptx").read_bytes()


@pytest.mark.parametrize("key", FORMS)
def test_every_word_of_a_form_is_explained(key: str) -> None:
    assert set(WORDS[key]) == set(words_for(key))


def test_help_explains_words_options_and_commands(run: Run) -> None:
    assert "portrait" in run("help", "cheat-sheet")[1]
    assert "--print grey" in run("help", "grey")[1]
    assert "--jobs" in run("help", "build")[1]
    assert "triptych new" in run("help")[1]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("more", "colored"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_shows_colours_unless_somebody_wants_none(more: dict[str, str], colored: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**{key: value for key, value in os.environ.items() if key != "NO_COLOR"}, "TERM": "xterm", **more}
    process = subprocess.Popen(
        [sys.executable, "-m", "triptych", "a.md"], stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 10_000):
            shown += part
    except OSError:  # the other end is closed
        pass
    assert process.wait(60) == 1
    os.close(ours)
    assert (b"\x1b[31m\x1b[1merror:" in shown) is colored
    assert b"build/a/a-deck.pptx" in shown


def test_elsewhere_there_is_no_colour(run: Run) -> None:
    assert "\x1b" not in run("a.md")[2]


def test_an_index_is_opened_before_anything_else() -> None:
    files = [Path("o/a/a-deck.pptx"), Path("o/a/a-handout.pdf")]
    assert to_open(files) == tuple(files)
    assert to_open([*files, Path("o/index.html")]) == (Path("o/index.html"),)
    assert to_open([*files, Path("o/b/b-deck.pptx")]) == tuple(files[:1])


def test_a_shell_completes_words(run: Run) -> None:
    more = {"_TRIPTYCH_COMPLETE": "bash_complete", "COMP_WORDS": "triptych build --only de", "COMP_CWORD": "3"}
    assert run(**more)[1] == "plain,deck\n"


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("triptych build --theme d", "plain,dark"),
        ("triptych build --handout co", "plain,cornell"),
        ("triptych build --handout cornell,do", "plain,cornell,dots"),
        ("triptych a", "file,a"),
        ("triptych bu", "plain,build"),
    ],
)
def test_a_shell_completes_words_themes_and_files(words: str, there: str, run: Run) -> None:
    more = {"_TRIPTYCH_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    assert there in run(**more)[1].splitlines()


@pytest.mark.parametrize(
    "words", [("--only", "deck", "a.md"), ("--only=deck", "a.md"), ("-j", "1", "--only", "deck", "a.md")]
)
def test_options_may_come_before_the_file(words: tuple[str, ...], run: Run) -> None:
    assert run(*words)[1] == "1 file in build\n"


def test_a_document_that_is_named_twice_counts_once(run: Run) -> None:
    assert run("build", "a.md", "a.md", "--only", "deck")[1] == "1 file in build\n"


def test_what_is_piped_is_told(run: Run) -> None:
    assert "write it into a file" in run("-")[2]
    assert "write it into a file" in run("build", "-")[2]


class Terminal(io.StringIO):
    """Where a bar is seen."""

    def isatty(self) -> bool:
        return True


def shown_of_stages(seconds: list[float], monkeypatch: pytest.MonkeyPatch) -> tuple[list[tuple[str, str, str]], str]:
    """The bars of a run whose clock says these seconds, and what the terminal got after the last one."""
    terminal, ticks = Terminal(), iter(seconds)
    monkeypatch.setattr(sys, "stderr", terminal)

    def run(step: Step) -> Iterator[Result]:
        for number, what in enumerate(("deck", "handout", "cheat-sheet"), 1):
            step(what, number, 3)
        yield "done"  # type: ignore[misc]

    assert list(with_stages(run, 1, lambda: next(ticks))) == ["done"]
    bars = re.findall(r"Building  \[([#-]+)\]  (\d)/3  ([a-z-]+)", terminal.getvalue())
    return bars, terminal.getvalue().rpartition("]")[2]


def test_a_document_has_a_bar_once_it_takes_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    bars, after = shown_of_stages([5.0, 5.4, 5.6, 5.7], monkeypatch)
    assert bars == [("#" * 8 + "-" * 16, "2", "handout"), ("#" * 16 + "-" * 8, "3", "cheat-sheet")]
    assert re.fullmatch(r"  3/3  cheat-sheet\r +\r", after)  # nothing of it stays
    assert shown_of_stages([5.0, 5.1, 5.2, 5.3], monkeypatch) == ([], "")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_long_document_has_a_bar_on_a_terminal_and_none_elsewhere(tmp_path: Path) -> None:
    import pty

    text = "\n".join(f"# Part {n}\n\n" + f"In part {n} a river flows to the sea of {n}. " * 8 for n in range(600))
    (tmp_path / "long.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "triptych", "build", "long.md"]
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # the terminal is gone when the process is
        while part := os.read(ours, 10_000):
            shown += part
    os.close(ours)
    process.communicate()
    assert "3/3  cheat-sheet" in shown.decode()  # which of the stages before it are slow, the machine says
    assert b"Building" not in subprocess.run([*command, "--force"], cwd=tmp_path, capture_output=True).stderr


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("--handout", "cornell"),
        ("--jobs", "Build so many documents at once"),
        ("paper", "--paper a4 or letter or a5"),
        ("student", "--edition student"),
        ("png", "--pictures png"),
        ("dark", "--theme dark"),
        ("index", "a page that links"),
        ("test", "20-questions"),
        ("inspect", "each layout of a template"),
    ],
)
def test_help_knows_every_option_and_every_word_of_one(word: str, said: str, run: Run) -> None:
    code, out, _ = run("help", word)
    assert code == 0
    assert said.lower() in out.lower()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("help", "studnt"), "did you mean student?"),
        (("help", "--papre"), "did you mean paper?"),
        (("b.md",), "there is no command and no file 'b.md'."),
        (("tides.m",), "Did you mean tides.md?"),
        (("build", "tide.md"), "Did you mean tides.md?"),
        (("--oly", "deck", "a.md"), "Did you mean one of: '--only'"),
        (("--verison",), "--version"),
        (("a.md", "--only", "deck", "handout"), "It is a word of --only: join several by commas"),
        (("a.md", "--handout", "cornell,", "dots"), "It is a word of --handout: join several by commas without spaces"),
        (("a.md", "--handout", "cornell", "dots"), "join several by commas without spaces, or put quotes"),
    ],
)
def test_a_file_that_is_not_there_is_answered_with_what_was_meant(words: tuple[str, ...], meant: str, run: Run) -> None:
    Path("tides.md").write_text("# Tides", encoding="utf-8")
    code, _, err = run(*words)
    assert code == 2
    assert meant in err
