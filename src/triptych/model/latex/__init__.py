"""Formulae: LaTeX as a tree, and as text that anyone can read."""

from triptych.model.latex.lettered import lettered
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
from triptych.model.latex.parse import Parsed, parse
from triptych.model.latex.readable import readable, readable_row

__all__ = [
    "Accent",
    "Boxed",
    "Fence",
    "Fraction",
    "Grid",
    "Node",
    "Parsed",
    "Phantom",
    "Root",
    "Row",
    "Script",
    "Space",
    "Symbol",
    "Words",
    "lettered",
    "parse",
    "readable",
    "readable_row",
]
