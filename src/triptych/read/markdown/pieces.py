"""Collects the pieces of one container, whatever divisions and HTML elements are open in it."""

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.read.markdown.attributes import merge
from triptych.read.markdown.callouts import theorem_name
from triptych.read.markdown.captions import below_code
from triptych.read.markdown.context import Context
from triptych.read.markdown.divisions import TRANSPARENT, UNTIL_BREAK, Division, Kind, add_column, bold_headings
from triptych.read.markdown.divs import cell_inlines, finished, kind_of
from triptych.read.markdown.html_tables import HtmlCell, span
from triptych.read.markdown.open_divisions import OpenDivisions
from triptych.read.markdown.settle import incremental, settled
from triptych.read.sections import Heading, Piece

_MAX_OPEN = 20
_BOX = "!!!"
_SAYING: tuple[Kind, ...] = ("question", "definition", "summary", "callout")
_ANSWERS = ("solution", "answer")
"""The divisions within a question that answer it."""
_FLOATS = ("fig-", "fig:", "tbl-", "tbl:")
_HOLDING = frozenset(("table", "details", "blockquote", "aside", "figure", "div", "section", "article"))
"""The tags that take what follows with them, to the end of the text if nothing closes them."""
_TITLED_INSIDE: tuple[Kind, ...] = ("column", "block", "marked", "chart")
"""The kinds whose title is the first line of what stands in them."""


class Pieces:
    """The pieces of a container in order; divisions are a stack, for they end where the author says so."""

    def __init__(self, context: Context, headings: bool) -> None:
        self._context = context
        self._headings = headings
        self._open = OpenDivisions()
        self._pending: doc.Attributes = doc.NO_ATTRIBUTES
        self._end = -1
        self._level = 0  # of the last heading that is one

    def add(self, piece: Piece, lines: tuple[int, int]) -> None:
        """Add a heading or block that takes these lines: from, up to.

        The end is -1 for containers that go on as long as lines follow: nothing stands right below them.
        """
        if self._pending != doc.NO_ATTRIBUTES:
            piece = with_attributes(piece, self._pending)
            self._pending = doc.NO_ATTRIBUTES
        if isinstance(piece, doc.Break):
            self._end_notes(piece.line)
        if isinstance(piece, doc.ListBlock) and self._open.incremental:
            piece = incremental(piece)
        if isinstance(piece, Heading) and self._open.at_top:
            self._level = piece.level
        pieces = self._open.innermost.content.pieces
        below = below_code(piece) if isinstance(piece, doc.Paragraph) and _is_code(pieces) else None
        if below:
            pieces.insert(-1, replace(below, line=pieces[-1].line))
        else:
            pieces.append(piece)
        self._end = lines[1]

    def attributes(self, attributes: doc.Attributes, lines: tuple[int, int]) -> None:
        """Take a line of attributes: they belong to what stands right above it, else to what comes next."""
        pieces = self._open.innermost.content.pieces
        if pieces and self._end == lines[0]:
            pieces[-1] = with_attributes(pieces[-1], attributes)
        else:
            self._pending = merge(self._pending, attributes)

    def open(self, name: str, attributes: doc.Attributes, title: doc.Inlines, line: int, tag: str = "") -> None:
        """Begin a division of this name, or of one of its classes; `tag` is what it ends with if not `:::`."""
        classes = [theorem_name(part) or part for part in (name, *attributes.classes)]
        names = [part for part in (*classes, theorem_name(attributes.id)) if part]
        name = next((part for part in names if kind_of(part)), names[0] if names else "")
        kind = kind_of(name)
        if kind is None and name:
            message = f"not a block that is known here: ::: {name}"
            self._context.report.add("note", message, line, "its content is kept", f"::: {name}")
        if not kind and attributes.id.lower().startswith(_FLOATS):
            kind = "figure"
        if not kind and attributes.get("lang"):
            kind = "marked"
        kept = replace(attributes, classes=tuple(part for part in attributes.classes if part != name))
        self._push(Division(kind or "", name, line, tag, title, kept))

    def open_tag(
        self, kind: Kind, name: str, tag: str, attributes: doc.Attributes, line: int, title: doc.Inlines = ()
    ) -> None:
        """Begin what an HTML tag opens."""
        self._push(Division(kind, name, line, tag, title, attributes))

    def open_box(self, name: str, attributes: doc.Attributes, title: doc.Inlines, line: int) -> None:
        """Begin what ends by its indentation, or with its fence."""
        self.open(name, attributes, title, line, _BOX)

    def close_box(self) -> None:
        """End the innermost box, with whatever was left open in it."""
        place = self._open.place_of(_BOX)
        if place:
            self._close_from(place)

    def close(self, line: int) -> None:
        """End the innermost `:::` division."""
        place = self._open.place_of("")
        if not place:
            self._context.report.add("warning", "::: closes nothing here", line, kind="stray :::")
            return
        self._close_from(place)
        self._end = line

    def close_tag(self, tag: str, within: frozenset[str] = frozenset()) -> bool:
        """End the innermost element of this name, unless one of those in `within` stands between, or a `:::`."""
        place = self._open.place_of(tag)
        if not place or any(self._open.place_of(other) > place for other in ("", *within)):
            return False
        self._close_from(place)
        return True

    def inside(self, *kinds: Kind) -> bool:
        """Whether the innermost division that is no mere group is of one of these kinds."""
        return self._open.owner.kind in kinds

    def finish(self) -> list[Piece]:
        """Everything, divisions that were left open ended."""
        while len(self._open) > 1:
            division = self._open.innermost
            if not division.tag and division.name != UNTIL_BREAK:
                message = f"never closed: ::: {division.name}".rstrip()
                hint = "write ::: on a line of its own where it ends"
                self._context.report.add("warning", message, division.line, hint, "unclosed :::")
            elif division.tag in _HOLDING and division.kind not in TRANSPARENT:
                hint = f"write </{division.tag}> where it ends"
                message = f"never closed: <{division.tag}>"
                self._context.report.add("warning", message, division.line, hint, "unclosed tag")
            self._close_from(len(self._open) - 1)
        pieces = settled(self._open.innermost.content.pieces, self._context.report)
        return pieces if self._headings else bold_headings(pieces)

    def _push(self, division: Division) -> None:
        outer = self._open.innermost
        if len(self._open) > _MAX_OPEN:
            division.kind = ""
        if division.kind in TRANSPARENT:
            division.content = outer.content
            division.content.row = -1 if division.kind == "columns" else division.content.row
        self._open.push(division)
        if division.kind in (*TRANSPARENT, *_TITLED_INSIDE) and division.title:
            self.add(doc.Paragraph((doc.Strong(division.title),), division.line), (division.line - 1, division.line))

    def _close_from(self, place: int) -> None:
        while len(self._open) > place:
            self._leave(self._open.pop(), self._open.innermost)

    def _leave(self, division: Division, outer: Division) -> None:
        """Put what a division has become where it belongs."""
        if division.kind in TRANSPARENT:
            division.content.row = -1 if division.kind == "columns" else division.content.row
            return
        division.content.pieces = settled(division.content.pieces, self._context.report)
        owner = self._open.owner
        match division.kind:
            case "column":
                self._leave_column(division, outer)
            case "item" if owner.kind == "list":
                owner.items.append(doc.ListItem(_blocks(division), division.line))
            case "cell" if owner.kind == "row":
                if inner := next((piece for piece in division.content.pieces if isinstance(piece, doc.Table)), None):
                    message, hint = "a table in a cell of another is set in lines", "a table of its own would show more"
                    self._context.report.add("note", message, inner.line, hint, "nested table")
                owner.cells.append(_cell(division))
            case "row" if owner.kind == "table":
                owner.rows.append(tuple(division.cells))
                owner.content.pieces.extend(division.content.pieces)  # text outside of any cell
            case "caption" if owner.kind in ("table", "figure", "quote", "callout"):
                owner.title += ((doc.LineBreak(),) if owner.title else ()) + cell_inlines(division)
            case "callout" if division.name in _ANSWERS and owner.kind == "question" and not division.title:
                owner.answer += _blocks(division)
            case "term":
                outer.content.pieces.append(doc.Definition(cell_inlines(division), (), division.line))
            case "meaning":
                _add_meaning(outer.content.pieces, _blocks(division), division.line)
            case _:
                self._context.asks |= division.kind == "question"
                made = finished(division, self._context.lang)
                if not made and division.kind in _SAYING:
                    hint = "write something in it, or leave it out"
                    self._context.report.add("warning", f"a {division.name} with nothing in it", division.line, hint)
                outer.content.pieces.extend(made)

    def _leave_column(self, division: Division, outer: Division) -> None:
        levels = [piece.level for piece in division.content.pieces if isinstance(piece, Heading)]
        blocks = _blocks(division)
        if levels and self._headings and self._open.at_top and min(levels) <= (self._level or 6):
            outer.content.pieces.extend(division.content.pieces)  # whole sections stand in this column
        elif blocks:
            add_column(outer.content, doc.Columns((blocks,), (_width(division.attributes),), division.line))

    def _end_notes(self, line: int) -> None:
        if place := self._open.until_break:
            self._close_from(place)
            self._end = line


def with_attributes(piece: Piece, attributes: doc.Attributes) -> Piece:
    """The piece with these attributes added, if it can have any."""
    if isinstance(piece, doc.Break):
        return piece
    return replace(piece, attributes=merge(piece.attributes, attributes))


def _is_code(pieces: list[Piece]) -> bool:
    return bool(pieces) and isinstance(pieces[-1], doc.Code)


def _blocks(division: Division) -> doc.Blocks:
    pieces = bold_headings(division.content.pieces)
    return tuple(piece for piece in pieces if not isinstance(piece, Heading))


def _cell(division: Division) -> HtmlCell:
    values = division.attributes
    side = values.get("align")
    align: doc.Align = "right" if side == "right" else "center" if side == "center" else "left"
    columns, rows = span(values.get("colspan")), span(values.get("rowspan"))
    return HtmlCell(_blocks(division), columns, rows, align, division.line, division.tag == "th")


def _add_meaning(pieces: list[Piece], blocks: doc.Blocks, line: int) -> None:
    last: Piece | doc.Block | None = pieces[-1] if pieces else None
    if isinstance(last, doc.Definition):
        pieces[-1] = replace(last, blocks=last.blocks + blocks)
    else:
        pieces.extend(blocks)


def _width(attributes: doc.Attributes) -> float:
    """The share of the width that a column takes, or 0 if it says nothing."""
    text = attributes.get("width").strip().removesuffix("%")
    try:
        share = float(text) if text else 0.0
    except ValueError:
        return 0.0
    return share if 0 < share < 10_000 else 0.0
