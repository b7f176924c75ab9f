"""How the time of a build grows with what is built: python benchmarks/linear.py [NAME]...

Each kind of input is built at a size and at twice that size by turns, each in a process of its own. The ratio of the
processor's time, without that of a build of next to nothing, is at most 2.3 for what is linear. On a busy machine other
sizes of a kind, and the calls of its functions, say whether it is.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from kinds import KINDS, NOTES, WITH_FILES  # beside this file

MOST = 2.3
TRIES = 2
"""Builds of each document, of which the fastest counts."""
_BUILD = (
    "import sys, os; from pathlib import Path; from triptych.build import Options, Source, build;"
    "path = Path(sys.argv[1]); r = build(Source(path, path.name, path.stem), Path(sys.argv[2]), Options());"
    "assert not any('could not be built' in p.message for p in r.problems), r.problems;"
    "t = os.times(); print(t.user + t.system)"
)


def seconds(paths: list[Path]) -> list[float]:
    """The processor's seconds for a build of each document: they are built by turns, and the fastest build counts."""
    found: list[list[float]] = [[] for _ in paths]
    for number in range(TRIES):
        for path, times in zip(paths, found, strict=True):
            command = [sys.executable, "-c", _BUILD, str(path), str(path.parent / f"out{number}")]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ, timeout=600)
            times.append(float(done.stdout))
    return [min(times) for times in found]


def _written(name: str, factor: int, folder: Path) -> Path:
    """The document of a kind, so many times its size."""
    folder.mkdir()
    if name in WITH_FILES:
        size, with_files = WITH_FILES[name]
        text = with_files(folder, size * factor)
    else:
        size, made = {**KINDS, **NOTES}[name]
        text = made(size * factor)
    path = folder / ("document.txt" if name in NOTES else "document.md")
    path.write_text(text, encoding="utf-8")
    return path


def main(names: list[str]) -> int:
    """Print a line for each kind; 1 if one grows too fast."""
    slow = []
    for name in names or [*KINDS, *NOTES, *WITH_FILES]:
        with tempfile.TemporaryDirectory() as place:
            paths = [_written(name, factor, Path(place) / str(factor)) for factor in (1, 2)]
            nothing = Path(place) / f"nothing{paths[0].suffix}"
            nothing.write_text("# H\n\nx\n", encoding="utf-8")
            once, twice, idle = seconds([*paths, nothing])
        once, twice = (max(one - idle, 0.01) for one in (once, twice))
        ratio = twice / once
        said = "" if ratio <= MOST or twice < 0.3 else "  TOO FAST A GROWTH"
        slow += [name] if said else []
        size = {**KINDS, **NOTES, **WITH_FILES}[name][0]
        print(f"{name:18} {size:>9,}  {once:6.2f} s  {twice:6.2f} s  {ratio:5.2f}{said}", flush=True)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
