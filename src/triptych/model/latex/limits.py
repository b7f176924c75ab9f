"""How large a formula can be: what programs for slides take, and so what is set as a formula on any panel."""

from collections.abc import Iterator

from triptych.model.latex.nodes import (
    Accent,
    Boxed,
    Fence,
    Fraction,
    Grid,
    Node,
    Phantom,
    Root,
    Row,
    Script,
    Space,
    Symbol,
    Words,
)
from triptych.model.latex.operands import taken

LARGEST = 64
"""Rows of an array, and columns of a matrix (ECMA-376 part 1, 22.1.2.34 and 22.1.3.12)."""
DEEPEST = 150
"""Elements within each other in an equation; common readers refuse a document of more than 256."""
_RUN = 2
"""Elements that a run of letters takes."""


def is_too_large(row: Row) -> bool:
    """Whether a formula has more rows, columns or parts within each other than an equation can have."""
    try:
        return _depth(row) + 1 > DEEPEST or any(_is_wide(node) for node in _grids(row))
    except RecursionError:
        return True


def _is_wide(grid: Grid) -> bool:
    return len(grid.rows) > LARGEST or max(map(len, grid.rows), default=0) > LARGEST


def _grids(row: Row) -> Iterator[Grid]:
    for node in row.nodes:
        if isinstance(node, Grid):
            yield node
        for part in _parts(node):
            yield from _grids(part)


def _depth(row: Row) -> int:
    """How many elements stand within each other; `\\sum\\sum\\sum` is deeper than it looks."""
    deepest = _RUN
    for node, body in taken(row):
        own = max((_depth(part) for part in _parts(node)), default=0) + _levels(node)
        deepest = max(deepest, own if body is None else max(own, _depth(body)) + 2)
    return deepest


def _levels(node: Node) -> int:
    """How many elements a node puts around its parts."""
    match node:
        case Symbol() | Words() | Space():
            return _RUN
        case Row():
            return 0
        case Grid():
            return 3
        case Script():
            return 2 * ((node.sub is not None) + (node.sup is not None)) if node.limits != "never" else 2
        case Fraction() | Root() | Fence() | Accent() | Boxed() | Phantom():
            return 2


def _parts(node: Node) -> tuple[Row, ...]:
    match node:
        case Symbol() | Words() | Space():
            return ()
        case Row():
            return (node,)
        case Fraction():
            return node.above, node.below
        case Root():
            return node.body, node.degree
        case Script():
            return node.base, *(part for part in (node.sub, node.sup) if part is not None)
        case Fence():
            return node.rows
        case Grid():
            return tuple(cell for cells in node.rows for cell in cells)
        case Accent() | Boxed() | Phantom():
            return (node.body,)
