"""Problems and what was made, as people see them: in colour on a terminal, plain elsewhere."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import click

from triptych.problem import Problem, plain

_COLORS = {"error": "red", "warning": "yellow", "note": "cyan"}
_MOST_NAMED = 9


def told(problem: Problem) -> str:
    """A problem as a line."""
    line = str(problem)
    if not colored(sys.stderr):
        return line
    return line.replace(
        f"{problem.severity}:", click.style(f"{problem.severity}:", _COLORS[problem.severity], bold=True), 1
    )


def colored(stream: TextIO) -> bool:
    """Whether a stream shows colours, and nobody has asked for none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def closing(files: Sequence[Path], out: Path, fresh: int) -> str:
    """What is said at the end: how many files there are, and on a terminal which, if they are few."""
    kept = "" if fresh == len(files) else f" ({len(files) - fresh} unchanged)"
    line = f"{len(files)} {'file' if len(files) == 1 else 'files'} in {plain(str(out))}{kept}"
    if not sys.stdout.isatty() or len(files) > _MOST_NAMED:
        return line
    return "\n".join((f"{line}:", *(f"  {plain(str(path))}" for path in files)))


def to_open(files: Sequence[Path]) -> tuple[Path, ...]:
    """What `--open` shows: the index if there is one, else the files of a document, else their folder."""
    index = [path for path in files if path.name == "index.html"]
    if index:
        return tuple(index)
    folders = {path.parent for path in files}
    return tuple(files) if len(folders) == 1 and len(files) <= _MOST_NAMED else tuple(files[:1])
