"""What large operators and functions belong to: an equation holds them together with it."""

from collections.abc import Iterator, Sequence

from triptych.model.latex.nodes import Node, Row, Script, Space, Symbol

_BETWEEN = ("operator", "relation", "punctuation", "close")
_FARTHEST = 200
"""Nodes between a function and the end of its brackets: one that never comes must not be looked for each time."""


def flat(row: Row) -> tuple[Node, ...]:
    """The nodes of a row, those of rows within it in their place."""
    if not any(isinstance(node, Row) for node in row.nodes):
        return row.nodes
    return tuple(inner for node in row.nodes for inner in (flat(node) if isinstance(node, Row) else (node,)))


def symbol_of(node: Node) -> Symbol | None:
    """The symbol that a node is, or whose scripts it has."""
    if isinstance(node, Script) and len(node.base.nodes) == 1:
        node = node.base.nodes[0]
    return node if isinstance(node, Symbol) else None


def operand_end(nodes: Sequence[Node], place: int) -> int:
    """Where the operand of a large operator ends: before the next relation, sum or difference."""
    end = place
    while end < len(nodes):
        symbol = symbol_of(nodes[end])
        sign = symbol is not None and symbol.kind == "operator" and (end == place or symbol.text in "⋅×·∗")
        if symbol is not None and symbol.kind in _BETWEEN and not sign:
            break
        end += 1
    return end


def argument_end(nodes: Sequence[Node], place: int) -> int:
    """Where the argument of a function ends: after the next atom, or what closes it; 0 if there is none."""
    while place < len(nodes) and isinstance(nodes[place], Space):
        place += 1
    symbol = symbol_of(nodes[place]) if place < len(nodes) else None
    if place == len(nodes) or (symbol is not None and symbol.kind in _BETWEEN):
        return 0
    depth = 0
    for end in range(place, min(place + _FARTHEST, len(nodes))):
        symbol = symbol_of(nodes[end])
        depth += 0 if symbol is None else (symbol.kind == "open") - (symbol.kind == "close")
        if depth <= 0:
            return end + 1
    return 0


def taken(row: Row) -> Iterator[tuple[Node, Row | None]]:
    """The nodes of a row, each with what it takes along: a large operator, a function, a script before its base."""
    nodes = flat(row)
    place = 0
    while place < len(nodes):
        node = nodes[place]
        symbol = symbol_of(node)
        place += 1
        end = place
        if symbol is not None and symbol.kind in ("large", "integral"):
            end = operand_end(nodes, place)
        elif symbol is not None and symbol.kind == "function":
            end = argument_end(nodes, place)
        elif isinstance(node, Script) and not node.base.nodes:
            end = min(place + 1, len(nodes))
        yield node, Row(nodes[place:end]) if end > place else None
        place = max(place, end)
