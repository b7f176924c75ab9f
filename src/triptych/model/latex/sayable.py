"""Whether a formula is the same formula as characters: x², α + β, but no fraction and no root."""

from typing import assert_never

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
from triptych.model.latex.parse import parse
from triptych.model.latex.readable import readable


def is_sayable(latex: str) -> bool:
    """Whether its readable text shows all that the formula does, with each script raised or lowered."""
    row = parse(latex).row
    return bool(row.nodes) and _node(row) and not {"^", "_"} & set(readable(latex))


def _node(node: Node) -> bool:
    match node:
        case Symbol(_, _, variant, _):
            return variant in ("", "normal", "double-struck")
        case Words(_, bold):
            return not bold
        case Space():
            return True
        case Row(nodes):
            return all(map(_node, nodes))
        case Script(base, sub, sup, _):
            return len(base.nodes) == 1 and all(_node(part) for part in (base, sub, sup) if part is not None)
        case Fence(_, _, rows, bars):
            return not bars and all(map(_node, rows))
        case Accent(body, _, below, _):
            return not below and len(body.nodes) == 1 and _node(body)
        case Fraction() | Root() | Grid() | Boxed() | Phantom():
            return False
        case _:
            assert_never(node)
