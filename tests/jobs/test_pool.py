"""Many documents at once: in order, each for itself, and nothing is left when they are stopped."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from triptych.build import Options, build_all, find_sources
from triptych.jobs.pool import build_many, jobs_for

Run = Callable[..., tuple[int, str, str]]
LONG = "\n\n".join(f"# Part {n}\n\n" + " ".join(f"Sentence {k} says a thing of its own." for k in range(60))
                   for n in range(60))  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of six documents to stand in."""
    monkeypatch.chdir(tmp_path)
    Path("source").mkdir()
    for n in range(6):
        Path(f"source/d{n}.md").write_text(f"# Tides {n}\n\nThe moon pulls at the sea.\n", encoding="utf-8")
    return tmp_path


def files(out: str) -> dict[str, bytes]:
    found = (path for path in Path(out).rglob("*") if path.is_file() and path.name != ".triptych.json")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def test_the_results_are_those_of_one_after_the_other() -> None:
    Path("source/d2.md").write_text("", encoding="utf-8")
    Path("source/d4.md").write_text("# Sea\n\n![a map](none.png)\n", encoding="utf-8")
    sources = find_sources([Path("source")])
    many = list(build_many(sources, Path("many"), Options(), 2))
    one = list(build_all(sources, Path("one")))
    assert [result.source for result in many] == list(sources)
    assert [result.problems for result in many] == [result.problems for result in one]
    assert [result.failed for result in many] == [False, False, True, False, True, False]
    assert files("many") == files("one")
    assert len(files("one")) == 15
    assert many[0].about.pages == {"deck": 2, "handout": 1, "cheat-sheet": 1}
    again = list(build_many(sources, Path("many"), Options(), 2))
    assert [result.made for result in again] == [False, False, True, False, False, False]
    assert again[0].about == many[0].about


def test_names_that_meet_and_names_said_twice() -> None:
    Path("other").mkdir()
    Path("other/D1.md").write_text("# One\n\nText.\n", encoding="utf-8")
    sources = find_sources([Path("source"), Path("other"), Path("source")])
    results = list(build_many(sources, Path("out"), Options(), 2))
    assert [result.failed for result in results] == [n % 7 in (1, 6) for n in range(7)] + [n == 1 for n in range(6)]
    assert [result.made for result in results[7:]] == [False, False, False, False, False, False]


def test_a_document_that_is_gone_takes_no_other_with_it() -> None:
    sources = find_sources([Path("source")])
    Path("source/d3.md").unlink()
    results = list(build_many(sources, Path("out"), Options(), 3))
    assert [str(problem) for problem in results[3].problems] == [
        "source/d3.md: error: cannot be read: no such file or directory"
    ]
    assert [len(result.files) for result in results] == [3, 3, 3, 0, 3, 3]


def test_a_folder_that_cannot_be_written_is_told_for_each_document(run: Run) -> None:
    Path("out").write_text("a file", encoding="utf-8")
    code, _, err = run("build", "source", "-o", "out/deep")
    assert code == 1
    assert err.count("error: cannot be written") == 6
    assert "Traceback" not in err


def test_no_more_processes_than_documents() -> None:
    assert jobs_for(8, 3) == 3
    assert jobs_for(2, 9) == 2
    assert 1 <= jobs_for(0, 1000) <= (os.cpu_count() or 1)


def children(process: int) -> set[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True)
    return {int(word) for word in found.stdout.split()}


def started(*words: str) -> tuple[subprocess.Popen[str], set[int]]:
    """The command, and its processes when they are at work."""
    process = subprocess.Popen(
        [sys.executable, "-m", "triptych", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 60
    while len(found := children(process.pid)) < 2 and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.02)
    return process, found


needs_ps = pytest.mark.skipif(not shutil.which("ps") or sys.platform != "linux", reason="looks at processes with ps")


@needs_ps
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_leaves_at_once_with_all_its_processes(number: signal.Signals, status: int) -> None:
    for n in range(6):
        Path(f"source/d{n}.md").write_text(LONG, encoding="utf-8")
    process, found = started("build", "source", "--jobs", "2")
    assert len(found) == 2
    process.send_signal(number)
    _, err = process.communicate(timeout=20)
    assert process.returncode == status
    assert "Traceback" not in err
    deadline = time.monotonic() + 10
    while any(_runs(child) for child in found) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(_runs(child) for child in found)


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@needs_ps
def test_a_process_that_dies_is_told_and_the_others_documents_are_made() -> None:
    Path("source/d0.md").write_text(LONG, encoding="utf-8")
    Path("source/d1.md").write_text(LONG, encoding="utf-8")
    process, found = started("build", "source", "--jobs", "2")
    os.kill(min(found), signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    assert (
        len(re.findall(r"source/d\d.md: error: could not be built: the process that built it ended: signal 9", err))
        == 1
    )
    assert process.returncode == 1
    assert "15 files in build" in out
    process, _ = started("build", "source", "--jobs", "2")
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0
    assert "18 files in build (15 unchanged)" in out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_bar_tells_of_documents_pages_and_problems_on_a_terminal_only(run: Run) -> None:
    import pty

    Path("source/d5.md").write_text("", encoding="utf-8")
    _, _, err = run("build", "source")
    assert "Building" not in err
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "triptych", "build", "source", "--force"], stdout=subprocess.DEVNULL, stderr=theirs
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
    assert b"6/6" in shown
    assert b"20 pages, 1 problem" in shown, shown[-600:]
