"""A problem in a document, and where it is."""

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "note"]


class Problem(msgspec.Struct, frozen=True):
    """One thing that a person should know about their document.

    An error leaves something out that the author wanted; a warning does not; a note only informs.
    Lines and columns count from 1; 0 stands for unknown.
    """

    severity: Severity
    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    hint: str = ""

    def __str__(self) -> str:
        """One line: `file:line:column: severity: message (hint)`."""
        place = f"{self.path}:{self.line}:{self.column or 1}: " if self.line else f"{self.path}: " if self.path else ""
        text = f"{place}{self.severity}: {self.message}"
        return f"{text} ({self.hint})" if self.hint else text
