"""Problems and what was made, as people see them: in colour on a terminal, plain elsewhere."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from triptych.problem import Problem, plain

if TYPE_CHECKING:
    from triptych.build import Result

_COLORS = {"error": "red", "warning": "yellow", "note": "cyan"}
_MOST_NAMED = 9


class Told:
    """What has been said of files that several documents share, such as the settings of their course."""

    def __init__(self) -> None:
        self._shared: set[Problem] = set()

    def fresh(self, result: "Result") -> tuple[Problem, ...]:
        """The problems of a document, without those of other files that have been said already."""
        own = result.source.shown
        problems = tuple(one for one in result.problems if one.path == own or one not in self._shared)
        self._shared.update(one for one in problems if one.path != own)
        return problems


def counts(problems: Sequence[Problem], strict: bool) -> bool:
    """Whether one of them is an error, or with `strict` a warning."""
    counted = ("error", "warning") if strict else ("error",)
    return any(problem.severity in counted for problem in problems)


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


def closing(files: Sequence[Path], out: Path, fresh: int, unmade: int = 0) -> str:
    """What is said at the end: how many files there are, and on a terminal which, if they are few.

    `fresh` of them were made now; of `unmade` documents there are none. A document may be named twice.
    """
    files = tuple(dict.fromkeys(files))
    kept = "" if fresh == len(files) else f" ({len(files) - fresh} unchanged)"
    line = f"{len(files)} {'file' if len(files) == 1 else 'files'} in {plain(str(out))}{kept}"
    if unmade:
        line = f"{line}; {unmade} {'document was' if unmade == 1 else 'documents were'} not made"
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
