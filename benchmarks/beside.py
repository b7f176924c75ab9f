"""What a build costs beside pandoc and typst: python benchmarks/beside.py [-n RUNS] [FILE.md]...

For each file, in turn: our three files; and what one would run instead, pandoc to PowerPoint and twice pandoc with
typst to a tagged PDF (without the claim of PDF/UA-1 where there are formulae: pandoc gives typst no words for
them, which it asks for). The processor's seconds, and the median of the ratios: below 1.0 we are faster. Without a
file: an example, a course of 100 sections (with all its sentences on slides, too), and a lecture of 300 formulae,
also in a process that has built it before. Needs: pip install pypandoc_binary typst
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from course import SOURCES, course, formulae  # beside this file

TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=sys.argv[3:])"
FORMULA = re.compile(r"(?<!\\)\$")
AGAIN = (
    "import sys, time; from pathlib import Path; from triptych.build import Options, Source, build\n"
    "path = Path(sys.argv[1])\n"
    "for out in sys.argv[2:]:\n"
    "    start = time.process_time(); build(Source(path, path.name, path.stem), Path(out), Options())\n"
    "print(time.process_time() - start)"
)


class FailedError(Exception):
    """What a program says of an input that it does not take."""


def seconds(command: Sequence[str | Path]) -> float:
    """The processor's seconds of a command, its children included; raises FailedError."""
    before = os.times()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    after = os.times()
    if done.returncode:
        raise FailedError(f"{Path(command[0]).name}: {' '.join(done.stderr.split())[-500:]}")
    return after.children_user + after.children_system - before.children_user - before.children_system


def ours(path: Path, folder: Path, options: Sequence[str]) -> float:
    """Our seconds for a file; with `again` those of its second build in a process."""
    if list(options) == ["again"]:
        command = [sys.executable, "-c", AGAIN, path, folder / "first", folder / f"again-{time.monotonic_ns()}"]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    out = folder / f"out-{time.monotonic_ns()}"
    return seconds([sys.executable, "-m", "triptych", "build", path, "-o", out, *options])


def theirs(path: Path, folder: Path, pandoc: str) -> float:
    """The seconds of a deck by pandoc, and of two PDFs by pandoc and typst."""
    deck = seconds([pandoc, "--slide-level=2", path, "-o", folder / "p.pptx"])
    set_by_typst = seconds([pandoc, path, "-s", "-M", "title=Bench", "-t", "typst", "-o", folder / "p.typ"])
    formulae = FORMULA.search((folder / "p.typ").read_text(encoding="utf-8"))
    set_by_typst += seconds(
        [sys.executable, "-c", TYPST, folder / "p.typ", folder / "p.pdf", *([] if formulae else ["ua-1"])]
    )
    return deck + 2 * set_by_typst


def main() -> int:
    """Print a line for each file; 1 if one of the programs did not take one."""
    import pypandoc

    pandoc = pypandoc.get_pandoc_path()
    parser = argparse.ArgumentParser()
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("-n", type=int, default=5)
    asked = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "course.md").write_text(course(100), encoding="utf-8")
        (folder / "formulae.md").write_text(formulae(30), encoding="utf-8")
        rows = [(path, []) for path in asked.files] or [
            (SOURCES / "europe-after-1945.md", []),
            (folder / "course.md", []),
            (folder / "course.md", ["--deck", "full"]),
            (folder / "formulae.md", []),
            (folder / "formulae.md", ["again"]),
        ]
        for path, options in rows:
            name = " ".join((path.stem, *options))
            try:
                runs = [(ours(path, folder, options), theirs(path, folder, pandoc)) for _ in range(asked.n + 1)]
            except FailedError as error:
                failed = 1
                print(f"{name:30} not measured: {error}", flush=True)
                continue
            pairs = runs[1:]  # the first warms the disk
            a, b = (median(values) for values in zip(*pairs, strict=True))
            ratio = median(one / other for one, other in pairs)
            print(f"{name:30} ours {a:7.3f} s  theirs {b:7.3f} s  ratio {ratio:5.2f}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
