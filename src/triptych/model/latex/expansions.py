"""Commands that are short for others: derivatives of the package physics, `\\pmatrix{…}` of plain TeX, `\\genfrac`."""

from typing import TYPE_CHECKING

from triptych.model.latex.nodes import Node

if TYPE_CHECKING:
    from triptych.model.latex.parse import Parser

EXPANSIONS: dict[str, tuple[int, str]] = {
    "grad": (0, r"\nabla "), "curl": (0, r"\nabla\times "), "laplacian": (0, r"\nabla^2 "), "given": (0, r"\mid "),
    "iddots": (0, "⋰"), "slash": (0, "/"), "arrowvert": (0, "|"), "textasciitilde": (0, r"\sim "), "fint": (0, "⨍"),
    "ntriangleright": (0, "⋫"), "ntriangleleft": (0, "⋪"), "maltese": (0, "✠"),
    "ev": (1, r"\left\langle #1\right\rangle "), "expval": (1, r"\left\langle #1\right\rangle "),
    "order": (1, r"\mathcal{O}\left(#1\right)"), "flatfrac": (2, "#1/#2"), "intertext": (1, r"\text{#1}"),
    "shortintertext": (1, r"\text{#1}"), "hdotsfor": (1, r"\dots "), "uwave": (1, r"\underline{#1}"),
    "mathrlap": (1, "{#1}"), "mathllap": (1, "{#1}"), "mathclap": (1, "{#1}"), "rlap": (1, "{#1}"),
    "llap": (1, "{#1}"), "clap": (1, "{#1}"), "mathbfit": (1, r"\boldsymbol{#1}"), "mathbfsf": (1, r"\mathsf{#1}"),
    "mathchoice": (4, "{#1}"), "overunderset": (3, r"\overset{#1}{\underset{#2}{#3}}"), "ref": (1, r"\text{#1}"),
    "eqref": (1, r"\text{(#1)}"), "sideset": (3, "{}#1{#3}#2"), "eqalign": (1, r"\begin{aligned}#1\end{aligned}"),
    "cases": (1, r"\begin{cases}#1\end{cases}"), "matrix": (1, r"\begin{matrix}#1\end{matrix}"),
    "pmatrix": (1, r"\begin{pmatrix}#1\end{pmatrix}"), "bmatrix": (1, r"\begin{bmatrix}#1\end{bmatrix}"),
    "mqty": (1, r"\begin{matrix}#1\end{matrix}"), "dmat": (1, "{#1}"),
}  # fmt: skip
"""How many arguments a command has, and what it is short for."""
DERIVATIVES = {"dd": r"\mathrm{d}", "dv": r"\mathrm{d}", "derivative": r"\mathrm{d}", "pdv": r"\partial "}
"""Those of the package physics (version 1.3, 2.5), with the sign of what is derived."""


def expanded(parser: "Parser", name: str) -> Node:
    """What a command is short for, with its arguments in their places."""
    count, said = EXPANSIONS[name]
    for number in range(1, count + 1):
        said = said.replace(f"#{number}", parser.tokens.group())
    return parser.inner(said)


def derivative(parser: "Parser", name: str) -> Node:
    """A differential, or a derivative by one or two variables, of an order that may be given in brackets."""
    sign, order = DERIVATIVES[name], parser.tokens.optional() or ""
    power = f"^{{{order}}}" if order else ""
    of = parser.tokens.group()
    if name == "dd":
        return parser.inner(rf"\,{sign}{power}{{{of}}}")
    if parser.tokens.skip_space() != "{":
        return parser.inner(rf"\frac{{{sign}{power}}}{{{sign} {of}{power}}}")
    by = parser.tokens.group()
    if name == "pdv" and parser.tokens.skip_space() == "{":
        other = parser.tokens.group()
        return parser.inner(rf"\frac{{{sign}^2 {of}}}{{{sign} {by}\,{sign} {other}}}")
    return parser.inner(rf"\frac{{{sign}{power} {of}}}{{{sign} {by}{power}}}")


def general_fraction(parser: "Parser", name: str) -> Node:
    """`\\genfrac` (amsmath, 4.11.3): fences, how thick the bar is, the style, what is above and below."""
    left, right, bar, _, above, below = (parser.tokens.group().strip() for _ in range(6))
    barred = not bar or any(digit in bar for digit in "123456789")
    fraction = rf"\frac{{{above}}}{{{below}}}" if barred else rf"{{{above}\atop {below}}}"
    return parser.inner(rf"\left{left or '.'}{fraction}\right{right or '.'}" if left or right else fraction)


def rule(parser: "Parser", name: str) -> Node | None:
    """A black box, which says nothing."""
    parser.tokens.optional()
    parser.tokens.group()
    parser.tokens.group()
    return None
