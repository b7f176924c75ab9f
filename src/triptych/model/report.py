"""What panels leave out of a document, in sections of a report."""

from collections.abc import Sequence

import msgspec


class Left(msgspec.Struct, frozen=True, gc=False):
    """A passage that is left out, and its line in the source."""

    line: int
    text: str


class ReportSection(msgspec.Struct, frozen=True, gc=False):
    """What one panel leaves out, in the order of the source."""

    title: str
    left: tuple[Left, ...]


def report_text(name: str, sections: Sequence[ReportSection], counts: str = "line") -> str:
    """The report as plain text: a line for each passage, with what its number `counts` in the source."""
    out = [f"What is left out of {name}"]
    for section in sections:
        out += ["", f"{section.title}: {len(section.left) or 'nothing'}"]
        out += [f"{counts} {left.line}: {' '.join(left.text.split())}" for left in section.left]
    return "\n".join(out) + "\n"
