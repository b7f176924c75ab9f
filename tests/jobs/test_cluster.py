"""Documents on other machines: the same bytes, and nothing is lost with a worker or a scheduler."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from triptych.build import Options, build_all, find_sources
from triptych.jobs import cluster as on_cluster

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")

Run = Callable[..., tuple[int, str, str]]
LONG = "\n\n".join(f"# Part {n}\n\n" + " ".join(f"Sentence {k} says a thing of its own." for k in range(40))
                   for n in range(20))  # fmt: skip
CITES = """---
logo: ../shared/logo.png
bibliography: books.bib
---

# Sea

The sea, says @newton.

![A map](my%20map.png)

![Nothing](none.png)

![Outside](../../out.png)

[A list](../shared/logo.png), [another](none.pdf), [outside](../../out.pdf)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course to stand in, with pictures, literature and a file outside of it."""
    monkeypatch.chdir(tmp_path)
    for name in ("course/week", "course/shared"):
        Path(name).mkdir(parents=True)
    Path("course/triptych.toml").write_text('title = "The sea"\n', encoding="utf-8")
    for name in ("course/shared/logo.png", "course/week/my map.png", "out.png"):
        Image.new("RGB", (60, 40), "red").save(name)
    book = "@book{newton, author = {Newton, Isaac}, title = {Principia}, year = {1687}}\n"
    Path("course/week/books.bib").write_text(book, encoding="utf-8")
    Path("course/week/cites.md").write_text(CITES, encoding="utf-8")
    for n in range(5):
        Path(f"course/d{n}.md").write_text(f"---\ntitle: Number {n}\n---\n\n{LONG}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A scheduler with two workers, each a process."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as made:
        yield made


def files(out: str) -> dict[str, bytes]:
    found = (path for path in Path(out).rglob("*") if path.is_file() and path.name != ".triptych.json")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def test_what_comes_back_is_what_would_be_made_here_though_a_worker_dies(folder: Path, cluster: Any) -> None:
    command = [sys.executable, "-m", "triptych", "build", "course"]
    here = subprocess.run([*command, "-o", "here"], capture_output=True, text=True, timeout=300)
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        workers = list(client.run(os.getpid).values())
        process = subprocess.Popen(
            [*command, "-o", "there", "--scheduler", cluster.scheduler_address],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        deadline = time.monotonic() + 100
        while not list(Path().glob("there/*/*.pdf")) and time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.02)
        os.kill(workers[0], signal.SIGKILL)
        out, err = process.communicate(timeout=300)
    assert (process.returncode, here.returncode) == (1, 1)  # a picture is missing, another one outside
    assert files("there") == files("here")
    assert len(files("here")) == 18
    assert out.replace("there", "here") == here.stdout
    plain = [re.sub(r" \(.*\)$", "", line) for line in here.stderr.splitlines()]
    assert [re.sub(r" \(.*\)$", "", line) for line in err.splitlines()] == plain
    again = subprocess.run(
        [*command, "-o", "there", "--scheduler", cluster.scheduler_address], capture_output=True, text=True, timeout=300
    )
    assert again.stdout == "18 files in there (18 unchanged)\n"


def test_a_result_that_goes_with_its_worker_is_made_again(
    folder: Path, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = on_cluster._Run._heard
    lost: list[str] = []

    def losing(self: Any, coming: Any) -> Iterator[Any]:
        for future in heard(self, coming):
            if not lost and future.status == "finished":
                (holder,) = next(iter(self._client.who_has([future]).values()))
                os.kill(self._client.run(os.getpid)[holder], signal.SIGKILL)
                deadline = time.monotonic() + 60
                while future.status == "finished" and time.monotonic() < deadline:
                    time.sleep(0.001)
                lost.append(future.status)
            yield future

    monkeypatch.setattr(on_cluster._Run, "_heard", losing)
    sources = find_sources([Path("course")])
    there = list(on_cluster.build_on(cluster.scheduler_address, sources, Path("there"), Options()))
    here = list(build_all(sources, Path("here"), Options()))
    assert lost in (["lost"], ["pending"])
    assert [[str(one) for one in result.problems] for result in there] == [
        [str(one) for one in result.problems] for result in here
    ]
    assert files("there") == files("here")


def test_a_scheduler_that_is_not_there_is_told(folder: Path, run: Run) -> None:
    code, out, err = run("build", "course", "--scheduler", "tcp://127.0.0.1:9")
    assert (code, out) == (2, "")
    assert "the scheduler tcp://127.0.0.1:9 does not answer" in err
    assert not Path("build").exists()


SCHEDULER = """
import asyncio
from distributed import Scheduler, Worker

async def main():
    async with Scheduler(port=0, host="127.0.0.1", dashboard_address=None) as scheduler:
        async with Worker(scheduler.address, nthreads=1, dashboard=False):
            print(scheduler.address, flush=True)
            await asyncio.Event().wait()

asyncio.run(main())
"""
"""A scheduler with a worker that goes with it."""
IMPATIENT = "import triptych.jobs.cluster, triptych.cli; triptych.jobs.cluster.SILENCE = 3; triptych.cli.main()"
"""The command, which waits for less long."""


@pytest.mark.parametrize("how", ["SIGKILL", "SIGSTOP"])
@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_what_a_scheduler_leaves_when_it_goes_is_built_here(folder: Path, how: str) -> None:
    scheduler = subprocess.Popen(
        [sys.executable, "-c", SCHEDULER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert scheduler.stdout is not None
        address = scheduler.stdout.readline().strip()
        process = subprocess.Popen(
            [sys.executable, "-c", IMPATIENT, "build", "course", "-o", "there", "--scheduler", address],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        deadline = time.monotonic() + 100
        while not list(Path().glob("there/*/*.pdf")) and time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.02)
        os.kill(scheduler.pid, getattr(signal, how))
        out, err = process.communicate(timeout=200)
    finally:
        scheduler.kill()
        scheduler.communicate()
    here = subprocess.run(
        [sys.executable, "-m", "triptych", "build", "course", "-o", "here"], capture_output=True, text=True, timeout=300
    )
    assert (process.returncode, here.returncode) == (1, 1)
    assert files("there") == files("here")
    assert out.replace("there", "here") == here.stdout
    lines = err.splitlines()
    assert lines.count("warning: the scheduler is gone: what is left is built here") == 1
    assert [line.partition(": ")[0] for line in lines if not line.startswith("warning")] == [
        line.partition(": ")[0] for line in here.stderr.splitlines()
    ]
