"""A formula's tree as MathML, spaced as TeX spaces it, for the engine that sets it in outlines."""

from typing import assert_never
from xml.etree.ElementTree import Element

from triptych.model.latex import (
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

SIZE = 24.0
"""Units to the em: the engine's own size, from which it takes the least size of small print."""
_THIN, _MEDIUM, _THICK = 3 / 18, 4 / 18, 5 / 18
_VARIANTS = {"": "normal", "normal": "normal", "bold": "bold normal", "bold-italic": "bold italic"}
_ALPHABETS = {
    "double-struck": "double", "script": "script", "fraktur": "fraktur", "sans-serif": "sans", "monospace": "mono",
}  # fmt: skip
"""Styles that are alphabets of their own: set as text, since the engine would slope them."""
_FENCES = ("open", "close")
_MARKS = {"^": "ˆ", "~": "˜", "→": "⃗"}
_WIDE_MARKS = {"^": "\u0302", "~": "\u0303"}
_SIGNS = (None, "operator", "relation", "open", "punctuation", "large", "integral")
"""What stands before an operator that is a sign, with no space around it."""


def mathml(row: Row, *, display: bool, lead: bool = False) -> Element:
    """The formula as a `math` element; lengths are plain numbers, `SIZE` to the em. `lead`: something stands before."""
    root = _element("math", _row(row, display, False, lead))
    root.set("display", "block" if display else "inline")
    return root


def _element(tag: str, *children: Element, **attributes: str) -> Element:
    element = Element(tag, attributes)
    element.extend(children)
    return element


def _leaf(tag: str, text: str, **attributes: str) -> Element:
    element = Element(tag, attributes)
    element.text = text
    return element


def _space(ems: float) -> Element:
    return Element("mspace", {"width": f"{ems * SIZE:.3f}"})


def _row(row: Row, display: bool, script: bool, lead: bool = False) -> Element:
    """A row as one element: a single node stands for itself, since each row costs the engine twice its content."""
    parts = _parts(row, display, script, lead)
    if not parts:
        return _space(0)
    return parts[0] if len(parts) == 1 else _element("mrow", *parts)


def _parts(row: Row, display: bool, script: bool, lead: bool = False) -> list[Element]:
    """The elements of a row. `lead`: something stands before it, so that an operator comes between."""
    out: list[Element] = []
    before: str | None = "ordinary" if lead else None
    for place, node in enumerate(row.nodes):
        if isinstance(node, Row):
            out += _parts(node, display, script)
            before = "ordinary"
            continue
        kind = _kind(node)
        last = place == len(row.nodes) - 1
        sign = kind == "operator" and (before in _SIGNS or last)
        left, right = (0.0, 0.0) if script or sign or (last and not place and not lead) else _gaps(kind)
        if kind == "function" and (before in _SIGNS or script):
            left = 0.0
        if kind == "function" and not script:
            right = 0.0 if _opens(row.nodes[place + 1 :][:1]) else _THIN
        if left:
            out.append(_space(left))
        out.append(_node(node, display, script))
        if right and (lead or not last):
            out.append(_space(right))
        if not isinstance(node, Space):
            before = kind
    return out


def _gaps(kind: str) -> tuple[float, float]:
    """The space before and after an atom, in ems."""
    match kind:
        case "relation":
            return _THICK, _THICK
        case "operator":
            return _MEDIUM, _MEDIUM
        case "punctuation":
            return 0.0, _THIN
        case "function" | "large" | "integral":
            return _THIN, _THIN
        case _:
            return 0.0, 0.0


def _opens(following: tuple[Node, ...]) -> bool:
    """Whether a bracket follows, or nothing: then a function's name needs no space after it."""
    if not following:
        return True
    node = following[0]
    return (isinstance(node, Symbol) and node.kind in ("open", "close", "punctuation")) or isinstance(node, Fence)


def _kind(node: Node) -> str:
    match node:
        case Symbol(_, kind, _, _):
            return kind
        case Script(base, _, _, _) if len(base.nodes) == 1:
            return _kind(base.nodes[0])
        case _:
            return "ordinary"


def _node(node: Node, display: bool, script: bool) -> Element:
    match node:
        case Symbol():
            return _symbol(node)
        case Words(text, bold):
            variant = "bold normal" if bold else "normal"
            return _leaf("mtext", text.replace("-", "‐") or " ", mathvariant=variant)
        case Space(ems):
            return _space(ems)
        case Row():
            return _row(node, display, script)
        case Fraction(above, below, bar):
            thickness = {} if bar else {"linethickness": "0"}
            return _element("mfrac", _row(above, False, script), _row(below, False, script), **thickness)
        case Root(body, degree):
            inner = _row(body, display, script)
            return _element("mroot", inner, _row(degree, False, True)) if degree.nodes else _element("msqrt", inner)
        case Script():
            return _script(node, display, script)
        case Fence():
            return _fence(node, display, script)
        case Accent():
            return _accent(node, display, script)
        case Grid():
            return _grid(node, display, script)
        case Boxed(body, edge):
            notation = "box" if edge == "box" else "updiagonalstrike"
            return _element("menclose", _row(body, display, script), notation=notation)
        case Phantom(body):
            return _element("mphantom", _row(body, display, script))
        case _:
            assert_never(node)


def _symbol(node: Symbol) -> Element:
    if node.variant in _ALPHABETS:
        return _leaf("mtext", node.text, mathvariant=_ALPHABETS[node.variant])
    if node.kind in ("letter", "number", "function", "ordinary"):
        italic = node.kind == "letter" and not node.variant and len(node.text) == 1 and node.text.isalpha()
        return _leaf("mn", node.text, mathvariant="italic" if italic else _VARIANTS[node.variant])
    operator = _operator(node.text)
    if node.kind in ("large", "integral"):
        operator.set("largeop", "true")
    return operator


def _operator(text: str, *, stretchy: bool = False) -> Element:
    told = {"lspace": "0", "rspace": "0", "form": "infix", "stretchy": "true" if stretchy else "false"}
    return _leaf("mo", text, **told, mathvariant="normal")


def _script(node: Script, display: bool, script: bool) -> Element:
    base = _row(node.base, display, script)
    sub = None if node.sub is None else _row(node.sub, False, True)
    sup = None if node.sup is None else _row(node.sup, False, True)
    limits = node.limits == "always" or (node.limits == "displayed" and display)
    tags = ("munder", "mover", "munderover") if limits else ("msub", "msup", "msubsup")
    if sub is None or sup is None:
        only = sup if sub is None else sub
        return base if only is None else _element(tags[0] if sup is None else tags[1], base, only)
    return _element(tags[2], base, sub, sup)


def _fence(node: Fence, display: bool, script: bool) -> Element:
    parts = [_operator(node.left, stretchy=True)] if node.left else []
    for place, row in enumerate(node.rows):
        if place and node.bars[place - 1]:
            parts += [_space(_THIN), _operator(node.bars[place - 1], stretchy=True), _space(_THIN)]
        parts += _parts(row, display, script) or [_space(0)]
    if node.right:
        parts.append(_operator(node.right, stretchy=True))
    return _element("mrow", *parts)


def _accent(node: Accent, display: bool, script: bool) -> Element:
    marks = _WIDE_MARKS if node.wide else _MARKS
    mark = _operator(marks.get(node.mark, node.mark), stretchy=node.wide)
    body = _row(node.body, display, script)
    if node.below:
        return _element("munder", body, mark, accentunder="true")
    return _element("mover", body, mark, accent="true")


def _grid(node: Grid, display: bool, script: bool) -> Element:
    lines = node.kind == "lines"
    wide = max(map(len, node.rows))
    table = Element("mtable", {"displaystyle": "true" if lines and display else "false"})
    table.set("rowspacing", f"{(0.5 if lines else 0.3) * SIZE}")
    gaps = (0.9,) if not lines else (0.0, 1.5) if "c" not in node.aligns else (0.0,)
    table.set("columnspacing", " ".join(f"{gap * SIZE}" for gap in gaps))
    names = {"l": "left", "c": "center", "r": "right"}
    table.set("columnalign", " ".join(names[align] for align in node.aligns))
    for cells in node.rows:
        row = Element("mtr")
        for place in range(wide):
            cell = cells[place] if place < len(cells) else Row()
            row.append(_element("mtd", _row(cell, lines and display, script, lead=lines and place > 0)))
        table.append(row)
    return table
