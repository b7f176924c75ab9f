"""Fenced divisions to blocks: those that mean something become it, the others give way to their content."""

from dataclasses import dataclass, field, replace

from triptych.model.document import (
    NO_ATTRIBUTES,
    Attributes,
    Block,
    Blocks,
    Break,
    Definition,
    Inlines,
    Notes,
    Paragraph,
    Question,
    Strong,
    Summary,
    Text,
)
from triptych.read.attributes import merge, parse_attributes
from triptych.read.inline_builder import finished_text
from triptych.read.labels import labelled
from triptych.read.report import Report
from triptych.read.sections import Heading, Piece

_MAX_OPEN = 20
_KINDS = {
    "notes": "notes", "note-to-self": "notes", "speaker-notes": "notes",
    "question": "question", "summary": "summary", "definition": "definition",
}  # fmt: skip
_TRANSPARENT = frozenset(("columns", "column", "col", "center", "slides", "section", "slide"))


@dataclass(slots=True)
class _Division:
    kind: str
    name: str
    line: int
    title: str = ""
    attributes: Attributes = NO_ATTRIBUTES
    pieces: list[Piece] = field(default_factory=list)


class Pieces:
    """Collects the pieces of one container, divisions and attributes on lines of their own included."""

    def __init__(self, report: Report, headings: bool) -> None:
        self._report = report
        self._headings = headings
        self._stack = [_Division("", "", 0)]
        self._pending: Attributes = NO_ATTRIBUTES
        self._end = -1

    def add(self, piece: Piece, lines: tuple[int, int]) -> None:
        """Add a heading or block that takes these lines: from, up to.

        The end is -1 for containers that go on as long as lines follow: nothing stands right below them.
        """
        if self._pending != NO_ATTRIBUTES:
            piece = with_attributes(piece, self._pending)
            self._pending = NO_ATTRIBUTES
        if isinstance(piece, Heading) and not (self._headings and self._at_top()):
            piece = Paragraph((Strong(piece.inlines),), piece.line, piece.attributes)
        self._stack[-1].pieces.append(piece)
        self._end = lines[1]

    def attributes(self, attributes: Attributes, lines: tuple[int, int]) -> None:
        """Take a line of attributes: they belong to what stands right above it, else to what comes next."""
        pieces = self._stack[-1].pieces
        if pieces and self._end == lines[0]:
            pieces[-1] = with_attributes(pieces[-1], attributes)
        else:
            self._pending = merge(self._pending, attributes)

    def open(self, meta: dict[str, str], line: int) -> None:
        """Begin a division, by the parts of its opening line."""
        attributes = parse_attributes(meta["braces"]) or NO_ATTRIBUTES
        names = [name for name in (meta["name"], *attributes.classes) if name]
        name = next((n for n in names if n.lower() in _KINDS), names[0] if names else "")
        kind = _KINDS.get(name.lower(), "")
        if not kind and name and name.lower() not in _TRANSPARENT:
            message = f"not a block that is known here: ::: {name}"
            self._report.add("note", message, line, "its content is kept", f"::: {name}")
        kept = replace(attributes, classes=tuple(c for c in attributes.classes if c != name))
        if len(self._stack) > _MAX_OPEN:
            kind = ""
        self._stack.append(_Division(kind, name, line, meta["title"], kept))
        if not kind and meta["title"]:
            title = Paragraph((Strong((Text(meta["title"]),)),), line)
            self.add(title, (line - 1, line))

    def close(self, line: int) -> None:
        """End the innermost division."""
        if len(self._stack) == 1:
            self._report.add("warning", "::: closes nothing here", line, kind="stray :::")
            return
        division = self._stack.pop()
        self._stack[-1].pieces.extend(_finished(division))
        self._end = line

    def finish(self) -> list[Piece]:
        """Everything, divisions that were left open ended."""
        while len(self._stack) > 1:
            division = self._stack[-1]
            message = f"never closed: ::: {division.name}".rstrip()
            hint = "write ::: on a line of its own where it ends"
            self._report.add("warning", message, division.line, hint, "unclosed :::")
            self.close(division.line)
        return self._stack[0].pieces

    def _at_top(self) -> bool:
        return all(not division.kind for division in self._stack)


def with_attributes(piece: Piece, attributes: Attributes) -> Piece:
    """The piece with these attributes added, if it can have any."""
    if isinstance(piece, Break):
        return piece
    return replace(piece, attributes=merge(piece.attributes, attributes))


def _finished(division: _Division) -> list[Piece]:
    blocks = tuple(piece for piece in division.pieces if not isinstance(piece, Heading))
    line, attributes = division.line, division.attributes
    title: Inlines = finished_text(division.title)
    match division.kind:
        case "notes":
            body: Blocks = (Paragraph((Strong(title),), line), *blocks) if title else blocks
            return [Notes(body, line, attributes)] if body else []
        case "summary":
            return [Summary(blocks, title, line, attributes)] if blocks or title else []
        case "question":
            first, rest = _head(title, blocks)
            return [Question(first, rest, line, attributes)] if first or rest else []
        case "definition":
            return [_definition(division, title, blocks)] if blocks or title else []
        case _:
            return division.pieces


def _head(title: Inlines, blocks: Blocks) -> tuple[Inlines, Blocks]:
    """The line that a division is about, and the rest: its title, else its first paragraph."""
    if title:
        return title, blocks
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0].inlines, blocks[1:]
    return (), blocks


def _definition(division: _Division, title: Inlines, blocks: Blocks) -> Block:
    term = title or finished_text(division.attributes.get("term"))
    if not term and blocks and isinstance(blocks[0], Definition) and len(blocks) == 1:
        return blocks[0]
    if not term and blocks and isinstance(blocks[0], Paragraph):
        found = labelled(blocks[0].inlines, plain_text=True)
        term = found[0] if found else ()
        first = found[1] if found else blocks[0].inlines
        blocks = (replace(blocks[0], inlines=first), *blocks[1:]) if first else blocks[1:]
        if not term and blocks:
            term, blocks = _head((), blocks)
    return Definition(term, blocks, division.line, division.attributes)
