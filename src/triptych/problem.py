"""A problem in a document, and where it is; and a report of many."""

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "note"]
_HIDDEN = (*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""What a terminal acts upon, and what lets text be read in another order than it stands in (Unicode, UAX 9)."""
_ESCAPES = {code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in _HIDDEN}
_ESCAPES |= {9: "\\t", 10: "\\n", 13: "\\r"}
_LONGEST, _END = 1200, 200
"""Characters of what is said at most, and of its end that stay then."""


def plain(text: str) -> str:
    """Text as it is safe to show on a terminal: what is not seen is written out, and what is endless is cut."""
    text = text.translate(_ESCAPES)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - _END]} … {text[-_END:]}"


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
        path, message = plain(self.path), plain(self.message)
        place = f"{path}:{self.line}:{self.column or 1}: " if self.line else f"{path}: " if path else ""
        place = f"{path}: {plain(self.place)}: " if self.place else place
        text = f"{place}{self.severity}: {message}"
        return f"{text} ({plain(self.hint)})" if self.hint else text


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
