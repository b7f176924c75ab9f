"""What a formula is made of, whoever sets it."""

from typing import Literal

import msgspec

Kind = Literal[
    "letter", "number", "ordinary", "operator", "relation", "large", "integral", "function", "open", "close",
    "punctuation",
]  # fmt: skip
"""The classes of TeX's atoms: they decide the space around a symbol and where its limits stand."""

Variant = Literal["", "normal", "bold", "bold-italic", "double-struck", "script", "fraktur", "sans-serif", "monospace"]
"""The style of letters; empty is what its kind asks for: letters italic, all else upright."""

Limits = Literal["never", "displayed", "always"]
"""Whether scripts stand above and below their base."""


class Symbol(msgspec.Struct, frozen=True):
    """A letter, a number, an operator, a function's name. `movable` limits stand below it where there is room."""

    text: str
    kind: Kind
    variant: Variant = ""
    movable: bool = False


class Words(msgspec.Struct, frozen=True):
    """Text in a formula, with its spaces."""

    text: str
    bold: bool = False


class Space(msgspec.Struct, frozen=True):
    """White space, in ems; it may be negative."""

    ems: float


class Row(msgspec.Struct, frozen=True):
    """Nodes side by side."""

    nodes: "tuple[Node, ...]" = ()


class Fraction(msgspec.Struct, frozen=True):
    """One row above another, with a bar between them or none (a binomial)."""

    above: Row
    below: Row
    bar: bool = True


class Root(msgspec.Struct, frozen=True):
    """A root; the degree is empty for a square root."""

    body: Row
    degree: Row = Row()


class Script(msgspec.Struct, frozen=True):
    """What is raised and lowered at a base. Limits stand above and below: always, where displayed, or never."""

    base: Row
    sub: Row | None = None
    sup: Row | None = None
    limits: Limits = "never"


class Fence(msgspec.Struct, frozen=True):
    """Rows within fences that grow with them; an empty fence is not drawn. `bars` stand between the rows."""

    left: str
    right: str
    rows: tuple[Row, ...]
    bars: tuple[str, ...] = ()


class Accent(msgspec.Struct, frozen=True):
    """A mark over a row, or under it: a spacing character, stretched over the row if it is `wide`."""

    body: Row
    mark: str
    below: bool = False
    wide: bool = False


class Grid(msgspec.Struct, frozen=True):
    """Rows of cells: a matrix, or lines aligned at certain places. `aligns` has l, c or r for each column."""

    rows: tuple[tuple[Row, ...], ...]
    aligns: str
    kind: Literal["matrix", "lines"] = "matrix"


class Boxed(msgspec.Struct, frozen=True):
    """A row in a frame, or struck out."""

    body: Row
    edge: Literal["box", "strike"] = "box"


class Phantom(msgspec.Struct, frozen=True):
    """The room of a row, and nothing in it."""

    body: Row


Node = Symbol | Words | Space | Row | Fraction | Root | Script | Fence | Accent | Grid | Boxed | Phantom
