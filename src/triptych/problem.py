"""A problem in a document, and where it is; and a report of many."""

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "note"]


class Problem(msgspec.Struct, frozen=True):
    """One thing that a person should know about their document.

    An error leaves something out that the author wanted; a warning does not; a note only informs.
    Lines and columns count from 1; 0 stands for unknown. Where the source has no lines, `place` names what the line
    counts, such as a paragraph by its number and first words.
    """

    severity: Severity
    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    hint: str = ""
    place: str = ""

    def __str__(self) -> str:
        """One line: `file:line:column: severity: message (hint)`, or `file: place: severity: message (hint)`."""
        place = f"{self.path}:{self.line}:{self.column or 1}: " if self.line else f"{self.path}: " if self.path else ""
        place = f"{self.path}: {self.place}: " if self.place else place
        text = f"{place}{self.severity}: {self.message}"
        return f"{text} ({self.hint})" if self.hint else text


class Report:
    """Collects the problems of one document. It changes as it is filled; `problems` is the outcome.

    Each kind is told once, with its first line, not five thousand times.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._found: dict[str, tuple[Problem, int]] = {}

    def add(self, severity: Severity, message: str, line: int, hint: str = "", kind: str = "") -> None:
        """Note a problem; further ones of the same kind (or the same message) are only counted."""
        key = kind or message
        if key in self._found:
            first, count = self._found[key]
            self._found[key] = (first, count + 1)
        else:
            self._found[key] = (Problem(severity, message, self._path, line, hint=hint), 1)

    def problems(self) -> tuple[Problem, ...]:
        """One problem of each kind, by line, with how many more there are."""
        told = [
            Problem(p.severity, f"{p.message} (and {n - 1} more)" if n > 1 else p.message, p.path, p.line, hint=p.hint)
            for p, n in self._found.values()
        ]
        return tuple(sorted(told, key=lambda problem: problem.line))
