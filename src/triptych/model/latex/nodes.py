"""What a formula is made of, whoever sets it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "letter", "number", "ordinary", "operator", "relation", "large", "integral", "function", "open", "close",
    "punctuation",
]  # fmt: skip
"""The classes of TeX's atoms: they decide the space around a symbol and where its limits stand."""

Variant = Literal["", "normal", "bold", "bold-italic", "double-struck", "script", "fraktur", "sans-serif", "monospace"]
"""The style of letters; empty is what its kind asks for: letters italic, all else upright."""

Limits = Literal["never", "displayed", "always"]
"""Whether scripts stand above and below their base."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A letter, a number, an operator, a function's name. `movable` limits stand below it where there is room."""

    text: str
    kind: Kind
    variant: Variant = ""
    movable: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Text in a formula, with its spaces."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """White space, in ems; it may be negative."""

    ems: float


@dataclass(frozen=True, slots=True)
class Row:
    """Nodes side by side."""

    nodes: "tuple[Node, ...]" = ()


@dataclass(frozen=True, slots=True)
class Fraction:
    """One row above another, with a bar between them or none (a binomial)."""

    above: Row
    below: Row
    bar: bool = True


@dataclass(frozen=True, slots=True)
class Root:
    """A root; the degree is empty for a square root."""

    body: Row
    degree: Row = Row()


@dataclass(frozen=True, slots=True)
class Script:
    """What is raised and lowered at a base. Limits stand above and below: always, where displayed, or never."""

    base: Row
    sub: Row | None = None
    sup: Row | None = None
    limits: Limits = "never"


@dataclass(frozen=True, slots=True)
class Fence:
    """Rows within fences that grow with them; an empty fence is not drawn. `bars` stand between the rows."""

    left: str
    right: str
    rows: tuple[Row, ...]
    bars: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over a row, or under it: a spacing character, stretched over the row if it is `wide`."""

    body: Row
    mark: str
    below: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells: a matrix, or lines aligned at certain places. `aligns` has l, c or r for each column."""

    rows: tuple[tuple[Row, ...], ...]
    aligns: str
    kind: Literal["matrix", "lines"] = "matrix"


@dataclass(frozen=True, slots=True)
class Boxed:
    """A row in a frame, or struck out."""

    body: Row
    edge: Literal["box", "strike"] = "box"


@dataclass(frozen=True, slots=True)
class Phantom:
    """The room of a row, and nothing in it."""

    body: Row


Node = Symbol | Words | Space | Row | Fraction | Root | Script | Fence | Accent | Grid | Boxed | Phantom
