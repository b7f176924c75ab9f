"""Formulae that are wider than their line: broken where mathematics is, then set smaller, never turned into text."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from triptych.model.drawing import Drawing, Outline
from triptych.model.latex import Grid, Node, Row, Script, Space, Symbol, parse, readable_row
from triptych.text.formula import drawn

SCALES = (1.0, 0.92, 0.85, 0.8)
"""The sizes that a formula may have beside the text around it, the last of them the least."""
SPACES, RELATIONS, OPERATORS, WITHIN = 0, 1, 2, 3
"""Where a line may end: after wide spaces; before relations too; at signs and commas too; within brackets too."""
_TRIES = (
    (SPACES, 1.0),  # what stands side by side is whole on each line
    *((RELATIONS, scale) for scale in SCALES[:3]),
    (OPERATORS, 1.0),
    *((place, scale) for scale in SCALES[1:] for place in (RELATIONS, OPERATORS)),
    *((WITHIN, scale) for scale in SCALES),
)
"""Pairs of where to break and how large to set, in the order in which they are tried."""
INDENT, APART = 1.0, 0.35
"""Ems: how far lines that go on stand in, and how far lines are from each other."""
_QUAD = 1.0
_LEAST_FIRST = 0.3
"""The share of the longest line that the first one has at least, if a formula is broken only at relations."""
_MOST = 60
"""Places at which one formula is broken at most."""


class Piece(msgspec.Struct, frozen=True):
    """A part of a formula that stands on one line, and its readable text."""

    drawing: Drawing
    said: str


@lru_cache(maxsize=4096)
def displayed(latex: str, room: float, *, display: bool = True, sans: bool = False) -> tuple[Drawing, float] | None:
    """A formula on a line of its own, in a room in ems: its outlines, on several lines if need be, and their scale.

    The scale is less than the least of SCALES only where nothing in the formula can be parted. None if it cannot be
    set at all.
    """
    parsed = parse(latex)
    whole = None if parsed.faults or not parsed.row.nodes else drawn(parsed.row, display=display, sans=sans)
    if whole is None or whole.width <= room:
        return (whole, 1.0) if whole else None
    for place, scale in _TRIES:
        lines = _filled(parsed.row, place, room / scale, display, sans)
        if lines is not None and (place != RELATIONS or not _is_torn(lines)):
            return _stacked(lines), scale
    parted = [_filled(parsed.row, place, 0.0, display, sans, anyway=True) for place in (RELATIONS, WITHIN)]
    best = min((whole, *(_stacked(lines) for lines in parted if lines)), key=lambda found: found.width)
    return best, room / best.width


@lru_cache(maxsize=4096)
def flowing(latex: str, room: float, *, sans: bool = False) -> tuple[Piece, ...]:
    """A formula within a text as parts that each fit a room in ems, if they can; nothing if it cannot be set."""
    parsed = parse(latex)
    whole = None if parsed.faults or not parsed.row.nodes else drawn(parsed.row, display=False, sans=sans)
    if whole is None:
        return ()
    if whole.width <= room:
        return (Piece(whole, readable_row(parsed.row)),)
    found: tuple[Piece, ...] = ()
    for place in (OPERATORS, WITHIN):
        rows = _segments(parsed.row, place)
        made = [_spaced(row, room, lead=index > 0, sans=sans) for index, row in enumerate(rows)]
        pieces = tuple(Piece(one, readable_row(row)) for row, one in zip(rows, made, strict=True) if one is not None)
        found = pieces if len(pieces) == len(rows) else found
        if found and all(piece.drawing.width <= room for piece in found):
            break
    return found or (Piece(whole, readable_row(parsed.row)),)


def _spaced(row: Row, room: float, *, lead: bool, sans: bool) -> Drawing | None:
    """A part of a formula with the wide space that it ends in, if there is room for that."""
    made = drawn(_bare(row), display=False, lead=lead, sans=sans)
    space = sum(node.ems for node in row.nodes[-1:] if isinstance(node, Space))
    if made is None or space <= 0 or made.width + space > room:
        return made
    return Drawing(made.outlines, made.width + space, made.ascent, made.descent)


def _filled(
    row: Row, place: int, room: float, display: bool, sans: bool, *, anyway: bool = False
) -> list[Drawing] | None:
    """The lines that a formula needs, as full as can be; None if one is still too wide, unless that is no matter."""
    out: list[Drawing] = []
    for line in _lines(row):
        current: Row | None = None
        made: Drawing | None = None
        first = True
        for segment in _segments(line, place):
            longer = segment if current is None else Row((*current.nodes, *segment.nodes))
            free = room - (0.0 if first else INDENT)
            tried = drawn(_bare(longer), display=display, lead=not first, sans=sans)
            if current is not None and (tried is None or tried.width > free):
                out += [_moved(made, 0.0 if first else INDENT, 0.0)] if made else []
                first, longer = False, segment
                free, tried = room - INDENT, drawn(_bare(segment), display=display, lead=True, sans=sans)
            if tried is None or (tried.width > free and not anyway):
                return None
            current, made = longer, tried
        out += [_moved(made, 0.0 if first else INDENT, 0.0)] if made else []
    return out or None


def _is_torn(lines: Sequence[Drawing]) -> bool:
    """Whether little but the left side of an equation stands on the first line: its right side is parted rather."""
    return lines[0].width < _LEAST_FIRST * max(line.width for line in lines)


def _lines(row: Row) -> Iterator[Row]:
    """The lines of a formula that has several, what was aligned in them side by side; else the formula itself."""
    grids = [node for node in row.nodes if isinstance(node, Grid) and node.kind == "lines"]
    if len(grids) != 1 or not isinstance(row.nodes[0], Grid) or len(row.nodes) > 2:
        yield row
        return
    last = len(grids[0].rows) - 1
    for number, cells in enumerate(grids[0].rows):
        nodes: list[Node] = []
        for place, cell in enumerate(cells):
            nodes += [Space(2.0)] if place and place % 2 == 0 and cell.nodes else []
            nodes += cell.nodes
        yield Row((*nodes, *(row.nodes[1:] if number == last else ())))


def _segments(row: Row, place: int) -> list[Row]:
    """The parts of a row between the places where its line may end."""
    nodes = _open(row)
    out: list[Row] = []
    start = depth = 0
    for index, node in enumerate(nodes):
        symbol = _symbol(node)
        ends = bool(out or index > start) and _may_end(nodes, index, place, depth)
        if ends and index > start and len(out) < _MOST:
            out.append(Row(tuple(nodes[start:index])))
            start = index
        depth += 0 if symbol is None else (symbol.kind == "open") - (symbol.kind == "close")
    last = Row(tuple(nodes[start:]))
    return [*out, last] if _bare(last).nodes or not out else [*out[:-1], Row((*out[-1].nodes, *last.nodes))]


def _open(row: Row) -> list[Node]:
    """The nodes of a row; a row that is nothing but braces around another is that one."""
    while len(row.nodes) == 1 and isinstance(row.nodes[0], Row):
        row = row.nodes[0]
    return list(row.nodes)


def _bare(row: Row) -> Row:
    """A row without white space at its ends."""
    nodes = list(row.nodes)
    while nodes and isinstance(nodes[-1], Space):
        nodes.pop()
    while nodes and isinstance(nodes[0], Space):
        nodes.pop(0)
    return Row(tuple(nodes))


def _may_end(nodes: Sequence[Node], index: int, place: int, depth: int) -> bool:
    """Whether a line may end before a node."""
    if depth > 0 and place < WITHIN:
        return False
    before, symbol = nodes[index - 1], _symbol(nodes[index])
    last = _symbol(before)
    if isinstance(before, Space) and before.ems >= _QUAD and not isinstance(nodes[index], Space):
        return True
    if place < RELATIONS:
        return False
    if symbol is not None and symbol.kind == "relation":
        return last is None or last.kind != "relation"
    if place < OPERATORS:
        return False
    if last is not None and last.kind == "punctuation":
        return True
    binary = symbol is not None and symbol.kind == "operator" and index + 1 < len(nodes)
    return binary and (last is None or last.kind in ("letter", "number", "ordinary", "close"))


def _symbol(node: Node) -> Symbol | None:
    if isinstance(node, Script) and len(node.base.nodes) == 1:
        node = node.base.nodes[0]
    return node if isinstance(node, Symbol) else None


def _stacked(lines: Sequence[Drawing]) -> Drawing:
    """Lines one below the other as one drawing, on the baseline of the first."""
    outlines = list(lines[0].outlines)
    y = lines[0].descent
    for line in lines[1:]:
        y += APART + line.ascent
        outlines += _moved(line, 0.0, y).outlines
        y += line.descent
    return Drawing(tuple(outlines), max(line.width for line in lines), lines[0].ascent, y)


def _moved(drawing: Drawing, dx: float, dy: float) -> Drawing:
    """A drawing further to the right, and down; its ascent and descent stay those of its own line."""
    if not dx and not dy:
        return drawing
    outlines = tuple(
        Outline(
            tuple(
                (operator, tuple(round(n + (dy if k % 2 else dx), 5) + 0.0 for k, n in enumerate(numbers)))
                for operator, numbers in outline.steps
            ),
            outline.color,
        )
        for outline in drawing.outlines
    )
    return Drawing(outlines, drawing.width + dx, drawing.ascent, drawing.descent)
