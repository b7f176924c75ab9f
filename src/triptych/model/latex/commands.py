"""Commands that take arguments, and environments: each a function from the parser to a node."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from triptych.model.latex.chemistry import chemical
from triptych.model.latex.expansions import DERIVATIVES, EXPANSIONS, derivative, expanded, general_fraction, rule
from triptych.model.latex.nodes import (
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
from triptych.model.latex.symbols import ARROWS, NEGATED
from triptych.model.latex.units import ARGUMENTS, quantity

if TYPE_CHECKING:
    from triptych.model.latex.parse import Parser

_TEXT = "text textrm textnormal textup textsf texttt textit textbf textsc mbox hbox emph textmd"
TEXT = frozenset(_TEXT.split())
"""Commands whose argument is text."""
_IGNORED = (
    "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits displaylimits nonumber notag big Big bigg"
    " Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm hline left right allowbreak"
    " nobreak relax ensuremath mathstrut strut protect noindent centering small large normalsize mathinner"
    " mathpunct mathrel mathbin mathord mathopen mathclose smash tiny scriptsize footnotesize"
    " linebreak newline hfill hfil"
)
IGNORED = frozenset(_IGNORED.split())
"""Commands that change nothing here; what follows them stands for itself."""
DROPPED = {
    "label": 1, "color": 1, "hspace": 1, "vspace": 1, "hspace*": 1, "definecolor": 3, "setlength": 2, "require": 1,
}  # fmt: skip
"""Commands that are dropped with so many arguments: names and lengths, nothing that is read."""
_FENCED = {
    "matrix": ("", ""), "smallmatrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖"), "psmallmatrix": ("(", ")"), "bsmallmatrix": ("[", "]"),
}  # fmt: skip
_LINES = {
    "align": "rl", "aligned": "rl", "split": "rl", "flalign": "rl", "alignat": "rl", "alignedat": "rl",
    "eqnarray": "rcl", "gather": "c", "gathered": "c", "multline": "l", "multlined": "l", "equation": "rl",
    "displaymath": "rl", "math": "rl",
}  # fmt: skip
_COUNTED = ("alignat", "alignedat")


def infix(token: str, above: Row, below: Row) -> Node:
    """The fraction that `\\over`, `\\atop` or `\\choose` makes of what stands on its two sides."""
    if token == "\\choose":
        return _binomial(above, below)
    return Fraction(above, below, bar=token == "\\over")


def _binomial(above: Row, below: Row) -> Node:
    return Fence("(", ")", (Row((Fraction(above, below, bar=False),)),))


def _fraction(parser: "Parser", name: str) -> Node:
    if name == "cfrac":
        parser.tokens.optional()
    above, below = parser.argument(), parser.argument()
    return _binomial(above, below) if name.endswith("binom") else Fraction(above, below)


def _root(parser: "Parser", name: str) -> Node:
    degree = parser.tokens.optional()
    inner = Row() if degree is None else parser.inner(degree)
    return Root(parser.argument(), inner)


def _fence(parser: "Parser", name: str) -> Node:
    left = parser.delimiter()
    rows, bars = [parser.line()], []
    while parser.tokens.peek() == "\\middle":
        parser.tokens.take()
        bars.append(parser.delimiter())
        rows.append(parser.line())
    if parser.tokens.peek() != "\\right":
        parser.fault("\\left has no \\right")
        return Fence(left, "", tuple(rows), tuple(bars))
    parser.tokens.take()
    return Fence(left, parser.delimiter(), tuple(rows), tuple(bars))


def _function(parser: "Parser", name: str) -> Node:
    row = parser.styled_argument("normal")
    text = "".join(_letters(node) for node in row.nodes)
    if not text:
        return row
    return Symbol(" ".join(text.split()), "function", movable=name.endswith("*"))


def _letters(node: Node) -> str:
    match node:
        case Symbol(text, _, _, _) | Words(text, _):
            return text
        case Space(ems):
            return " " if ems > 0 else ""
        case Row(nodes):
            return "".join(map(_letters, nodes))
        case Script(base, sub, sup, _):
            return "".join(_letters(part) for part in (base, sub, sup) if part)
        case _:
            return ""


def _set(parser: "Parser", name: str) -> Node:
    """Something set above or below something else."""
    mark, base = parser.argument(), parser.argument()
    return Script(base, mark, None, "always") if name == "underset" else Script(base, None, mark, "always")


def _arrow(parser: "Parser", name: str) -> Node:
    below = parser.tokens.optional()
    sub = None if below is None else parser.inner(below)
    above = parser.argument()
    return Script(Row((Symbol(ARROWS[name], "relation"),)), sub, above, "always")


def _not(parser: "Parser", name: str) -> Node:
    row = parser.argument()
    match row.nodes:
        case (Symbol(text, kind, variant, _),):
            return Symbol(NEGATED.get(text, text + "\u0338"), kind, variant)
        case _:
            return Boxed(row, "strike")


def _modulo(parser: "Parser", name: str) -> Node:
    word = Symbol("mod", "function")
    if name == "mod":
        return Row((Space(1.0), word))
    row = parser.argument()
    inner = (word, Space(1 / 3), *row.nodes) if name == "pmod" else row.nodes
    return Row((Space(1.0), Fence("(", ")", (Row(inner),))))


def _frame(parser: "Parser", name: str) -> Node:
    if name == "fbox":
        return Boxed(Row((Words(parser.tokens.group()),)))
    return Boxed(parser.argument(), "box" if name == "boxed" else "strike")


def _second(parser: "Parser", name: str) -> Node:
    """Colours and addresses: what is read is the second argument."""
    parser.tokens.group()
    return parser.argument()


def _operator(parser: "Parser", name: str) -> Node:
    """A group that behaves as a large operator."""
    row = parser.argument()
    match row.nodes:
        case (Symbol(text, _, variant, _),):
            return Symbol(text, "function", variant, movable=True)
        case _:
            return row


def _between(parser: "Parser", name: str) -> Node:
    left, right = {
        "abs": ("|", "|"), "norm": ("‖", "‖"), "bra": ("⟨", "|"), "ket": ("|", "⟩"), "braket": ("⟨", "⟩"),
        "set": ("{", "}"), "ceil": ("⌈", "⌉"), "floor": ("⌊", "⌋"), "Set": ("{", "}"),
    }[name]  # fmt: skip
    return Fence(left, right, (parser.argument(),))


def _chemical(parser: "Parser", name: str) -> Node:
    return parser.inner(chemical(parser.tokens.group()))


def _quantity(parser: "Parser", name: str) -> Node:
    """Numbers and units; the brackets before them only say how they are to be set."""
    parser.tokens.optional()
    if name == "qty" and parser.tokens.skip_space() != "{":  # that of the package physics: brackets follow
        return Row()
    parts = tuple(parser.tokens.group() for _ in range(ARGUMENTS[name]))
    return parser.inner(quantity(name, parts))


def _units(parser: "Parser", name: str) -> Node:
    return parser.styled_argument("normal")


def _prescript(parser: "Parser", name: str) -> Node:
    sup, sub, base = parser.argument(), parser.argument(), parser.argument()
    return Row((Script(Row(), sub, sup), *base.nodes))


def _tag(parser: "Parser", name: str) -> Node:
    text = parser.tokens.group()
    return Row((Space(2.0), Words(text if name == "tag*" else f"({text})")))


def _stack(parser: "Parser", name: str) -> Node:
    """Lines, one under the other, in a script."""
    row = parser.argument()
    match row.nodes:
        case (Grid(rows, _, _),):
            return Grid(rows, "c" * max(map(len, rows)))
        case _:
            return row


def _letter(parser: "Parser", name: str) -> Node:
    return Symbol(name, "letter", "double-struck")


def _length(parser: "Parser", name: str) -> Node | None:
    parser.tokens.length()
    return None


def _empty(parser: "Parser", name: str) -> Node:
    return Phantom(parser.argument())


Command = Callable[["Parser", str], Node | None]

_GROUPS: tuple[tuple[str, Command], ...] = (
    ("frac dfrac tfrac cfrac nicefrac sfrac binom dbinom tbinom", _fraction),
    ("sqrt", _root),
    ("left", _fence),
    ("operatorname operatorname*", _function),
    ("overset underset stackrel", _set),
    (" ".join(ARROWS), _arrow),
    ("not", _not),
    ("mod pmod pod", _modulo),
    ("boxed fbox cancel bcancel xcancel sout", _frame),
    ("textcolor colorbox href class cssId style", _second),
    ("mathop", _operator),
    ("abs norm bra ket braket set Set ceil floor", _between),
    ("ce cee", _chemical),
    (" ".join(ARGUMENTS), _quantity),
    ("pu", _units),
    ("prescript", _prescript),
    ("tag tag*", _tag),
    ("substack", _stack),
    ("R N Z Q C", _letter),
    ("hskip vskip mskip kern mkern", _length),
    ("phantom hphantom vphantom", _empty),
    (" ".join(EXPANSIONS), expanded),
    (" ".join(DERIVATIVES), derivative),
    ("genfrac", general_fraction),
    ("rule", rule),
)
COMMANDS: dict[str, Command] = {name: make for names, make in _GROUPS for name in names.split()}
"""Commands with arguments, by name."""


def _matrix(left: str, right: str) -> Callable[["Parser"], Node]:
    def make(parser: "Parser") -> Node:
        rows = parser.table()
        grid = Grid(rows, "c" * max(map(len, rows)))
        return Fence(left, right, (Row((grid,)),)) if left or right else grid

    return make


def _cases(left: str, right: str) -> Callable[["Parser"], Node]:
    def make(parser: "Parser") -> Node:
        rows = parser.table()
        return Fence(left, right, (Row((Grid(rows, "l" * max(map(len, rows))),)),))

    return make


def _array(parser: "Parser") -> Node:
    parser.tokens.placement()
    columns = "".join(char for char in parser.tokens.group() if char in "lcr")
    rows = parser.table()
    wide = max(map(len, rows))
    return Grid(rows, (columns + (columns[-1:] or "c") * wide)[:wide])


def _lines(pattern: str, counted: bool) -> Callable[["Parser"], Node]:
    def make(parser: "Parser") -> Node:
        parser.tokens.placement()
        if counted:
            parser.tokens.group()
        rows = parser.table()
        wide = max(map(len, rows))
        if len(rows) == wide == 1:
            return rows[0][0]
        return Grid(rows, (pattern * wide)[:wide], "lines")

    return make


ENVIRONMENTS: dict[str, Callable[["Parser"], Node]] = {
    **{name: _matrix(*fences) for name, fences in _FENCED.items()},
    **{name: _lines(pattern, name in _COUNTED) for name, pattern in _LINES.items()},
    "cases": _cases("{", ""),
    "dcases": _cases("{", ""),
    "rcases": _cases("", "}"),
    "drcases": _cases("", "}"),
    "array": _array,
    "subarray": _array,
    "darray": _array,
    "tabular": _array,
}
"""Environments by name, without the star."""
