"""A formula as text that anyone can read: x², ∑, a/b."""

from typing import Literal, assert_never

from triptych.model.latex.nodes import (
    Accent,
    Boxed,
    Fence,
    Fraction,
    Grid,
    Kind,
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
from triptych.patterns import late

_RAISED = str.maketrans("0123456789+−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_COMBINING = {
    "^": "\u0302", "~": "\u0303", "¯": "\u0304", "→": "\u20d7", "˙": "\u0307", "¨": "\u0308", "ˇ": "\u030c",
    "˘": "\u0306", "´": "\u0301", "`": "\u0300", "˚": "\u030a", "―": "\u0305", "←": "\u20d6", "↔": "\u20e1",
    "⃛": "\u20db", "⃜": "\u20dc",
}  # fmt: skip
_BOARD = {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "P": "ℙ", "H": "ℍ"}
_ROOTS = {"3": "∛", "4": "∜"}
LEADING = (None, "operator", "relation", "open", "punctuation")
"""What stands before an operator that is a sign: −x."""
_WIDE = ("function", "large", "integral")
_COUNTED = late(r"\d[^\W\d]")
"""A number before a letter: 1/2a could be read in two ways."""
_BRACKETED = late(r"\([^()]*\)")


def readable(latex: str) -> str:
    """The formula in Unicode, on one line. Never raises; keeps every letter and digit. Linear in the source."""
    return readable_row(parse(latex).row)


def readable_row(row: Row) -> str:
    """A part of a formula in Unicode, on one line."""
    return " ".join(_row(row).split())


def _row(row: Row, tight: bool = False) -> str:
    """Nodes side by side; in `tight` places, as in an exponent, operators have no space around them."""
    out: list[str] = []
    before: Kind | Literal["fraction"] | None = None
    for node in row.nodes:
        text, kind = _node(node, tight), kind_of(node)
        between = kind in ("operator", "relation") and before not in LEADING
        opening = kind == "relation" and before is None and len(row.nodes) > 1
        if between and not tight:
            text = f" {text} "
        elif (opening or kind == "punctuation") and not tight:
            text += " "
        elif out and parted(out[-1], before, text, kind):
            text = " " + text
        out.append(text)
        before = kind
    return "".join(out)


def kind_of(node: Node) -> Kind | Literal["fraction"]:
    """What a node is to its neighbours."""
    match node:
        case Fraction():
            return "fraction"
        case Symbol(_, kind, _, _):
            return kind
        case Script(base, _, _, _) if len(base.nodes) == 1:
            return kind_of(base.nodes[0])
        case Words(text, _) if text.startswith("\\"):
            return "function"
        case _:
            return "ordinary"


def parted(last: str, before: str | None, text: str, kind: str) -> bool:
    """Whether there must be a space so that two names, or a script and a letter, are not read as one."""
    if not text or not last or last.endswith(" "):
        return False
    if before in _WIDE:
        return text[0].isalnum() or (len(last) > 1 and before != "function")
    if before == "fraction" and (text[0].isalnum() or kind in _WIDE):
        return True
    if kind == "fraction" and last[-1].isalnum():
        return True
    if kind in _WIDE:
        return last[-1].isalnum()
    return text[0].isalnum() and _ends_in_script(last)


def _ends_in_script(text: str) -> bool:
    """Whether a text ends in a word behind `_` or `^`, which what follows would seem to belong to."""
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return "_" in text[start:-1] or (start < len(text) and text[:start].endswith("^"))


def _node(node: Node, tight: bool) -> str:
    match node:
        case Symbol(text, _, variant, _):
            return _BOARD.get(text, text) if variant == "double-struck" else text
        case Words(text, _):
            return text
        case Space(ems):
            return " " if ems == 0 or (ems > 0.15 and not tight) else ""
        case Row():
            return _row(node, tight)
        case Fraction(above, below, bar):
            return f"{_operand(above)}{'/' if bar else ' over '}{_operand(below)}"
        case Root(body, degree):
            return f"{_root(_row(degree, True))}({_row(body)})"
        case Script():
            return _script(node, tight)
        case Fence():
            return _fence(node, tight)
        case Accent():
            return _accent(node, tight)
        case Grid(rows, _, kind):
            if kind == "matrix":
                return "; ".join(", ".join(map(_row, cells)) for cells in rows)
            return "; ".join(_line(cells) for cells in rows)
        case Boxed(body, _):
            return _row(body, tight)
        case Phantom(body):
            return ""
        case _:
            assert_never(node)


def _line(cells: tuple[Row, ...]) -> str:
    """A line that is aligned at several places: after every second one something new begins."""
    return ", ".join(
        _row(Row(tuple(node for cell in cells[place : place + 2] for node in cell.nodes)))
        for place in range(0, len(cells), 2)
    )


def _operand(row: Row) -> str:
    """What stands above or below a bar, in brackets if it would not hold together."""
    text = _row(row).strip()
    return text if _whole(text) and not _COUNTED.search(text) else f"({text})"


def _whole(text: str) -> bool:
    """Whether a text holds together without brackets: a word, a number, a letter with its scripts."""
    return bool(text) and not any(char.isspace() or char in "+−-/⋅×±,;=" for char in text)


def _root(degree: str) -> str:
    if not degree:
        return "√"
    raised = degree.translate(_RAISED)
    alike = any(old == new for old, new in zip(degree, raised, strict=True))
    return _ROOTS.get(degree) or (f"{degree}√" if alike else f"{raised}√")


def _script(node: Script, tight: bool) -> str:
    base = _row(node.base, tight)
    if node.base.nodes and not isinstance(node.base.nodes[-1], Fence) and not _whole(base):
        base = f"({base})" if len(base) > 1 else base
    sub = "" if node.sub is None else _moved(_row(node.sub, True), _LOWERED, "_", False)
    sup = "" if node.sup is None else _moved(_row(node.sup, True), _RAISED, "^", len(node.sup.nodes) > 1)
    return f"{base}{sub}{sup}"


def _moved(text: str, table: dict[int, int], mark: str, bracketed: bool) -> str:
    """A script in raised or lowered characters where there are such, else behind its mark."""
    text = text.strip().replace("′′′", "‴").replace("′′", "″")
    primes = len(text) - len(text.lstrip("′″‴"))
    if primes:
        return text[:primes] + (_moved(text[primes:], table, mark, bracketed) if text[primes:] else "")
    moved = text.translate(table)
    if not any(old == new for old, new in zip(text, moved, strict=True)):
        return moved
    if text in ("*", "∗", "°", "∘", "†", "‡"):
        return "°" if text == "∘" else text
    plain = (text.isalnum() and not bracketed) or len(text) == 1 or _BRACKETED.fullmatch(text)
    return f"{mark}{text}" if plain else f"{mark}({text})"


def _fence(node: Fence, tight: bool) -> str:
    parts = [_row(node.rows[0], tight)]
    for bar, row in zip(node.bars, node.rows[1:], strict=True):
        parts += [f" {bar} ", _row(row, tight)]
    left, right = node.left, node.right
    return f"{left}{'' if right else ' ' if left == '{' else ''}{''.join(parts).strip()}{right}"


def _accent(node: Accent, tight: bool) -> str:
    body = _row(node.body, tight)
    mark = _COMBINING.get(node.mark, "")
    if node.below:
        mark = "\u0332" if node.mark == "―" else ""
    if not mark or not body:
        return body
    if len(body) == 1 or node.mark == "―":
        return "".join(char + mark if char.isalnum() else char for char in body)
    return body + mark if len(body) == 1 else f"({body}){mark}"
