"""Formulae as native equations: LaTeX to Office Math (ECMA-376 part 1, 22.1), and its place in a paragraph.

An equation that characters can say stands in `mc:AlternateContent` within its paragraph, between the runs: so a
placeholder and the rest of its text stay where every program looks for them, and a program that knows no equations
shows the characters. Round any other the whole shape is the choice, with a picture as the fallback, as PowerPoint
writes it. `Requires` names a second namespace on purpose: a program that knows the first but not the second cannot
draw equations in a slide's text.

No run has DrawingML properties in it: the schema of mathematics has no place for them, and size and colour come
from the shape's list style. Cambria Math is what programs set equations in unless they are told otherwise.
"""

from collections.abc import Sequence
from typing import assert_never

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
    parse,
)
from triptych.model.latex.limits import is_too_large
from triptych.model.latex.operands import symbol_of, taken
from triptych.write.pptx.xml import escape

_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_OPENING = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice'
    ' xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
    ' xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" Requires="a14 a16">'
)
_CHOICE = f"{_OPENING}<a14:m>"
_STYLES = {
    "": "", "normal": '<m:sty m:val="p"/>', "bold": '<m:sty m:val="b"/>', "bold-italic": '<m:sty m:val="bi"/>',
    "double-struck": '<m:scr m:val="double-struck"/><m:sty m:val="p"/>',
    "script": '<m:scr m:val="script"/><m:sty m:val="p"/>', "fraktur": '<m:scr m:val="fraktur"/><m:sty m:val="p"/>',
    "sans-serif": '<m:scr m:val="sans-serif"/><m:sty m:val="p"/>',
    "monospace": '<m:scr m:val="monospace"/><m:sty m:val="p"/>',
}  # fmt: skip
_ACCENTS = {
    "^": "\u0302", "~": "\u0303", "¯": "\u0305", "→": "\u20d7", "←": "\u20d6", "↔": "\u20e1", "˙": "\u0307",
    "¨": "\u0308", "⃛": "\u20db", "⃜": "\u20dc", "ˇ": "\u030c", "˘": "\u0306", "´": "\u0301", "`": "\u0300",
    "˚": "\u030a",
}  # fmt: skip


def equation(latex: str, fallback: str, *, alone: bool, align: str = "left", choice: bool = True) -> str:
    """The equation as a paragraph holds it, with the runs for other programs; empty if it cannot be one.

    `alone`: it is the whole paragraph, so that it is set large, and stands at the left or in the centre. It is no
    `choice` where the whole shape is one: then there are no runs for other programs.
    """
    found = omml(latex, display=alone)
    if found is None:
        return ""
    if alone:
        place = "center" if align == "center" else "left"
        properties = f'<m:oMathParaPr><m:jc m:val="{place}"/></m:oMathParaPr>'
        found = f'<m:oMathPara xmlns:m="{_M}">{properties}{found}</m:oMathPara>'
    if not choice:
        return f'<a14:m xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main">{found}</a14:m>'
    return f"{_CHOICE}{found}</a14:m></mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"


def alternate(native: str, other: str) -> str:
    """A shape with equations, and what programs show that have none."""
    return f"{_OPENING}{native}</mc:Choice><mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>"


def omml(latex: str, *, display: bool = False) -> str | None:
    """The formula as an `m:oMath` element; None if it cannot be converted. Never raises."""
    parsed = parse(latex)
    if parsed.faults or not parsed.row.nodes or is_too_large(parsed.row):
        return None
    inner = _row(parsed.row, display)
    inner = inner.replace("</m:t></m:r><m:r><m:t>", "")  # letters of one style side by side are one run
    return f'<m:oMath xmlns:m="{_M}">{inner}</m:oMath>'


# --- rows --------------------------------------------------------------------------------------------------


def _argument(row: Row, display: bool = False) -> str:
    """What stands in a slot; one that is empty holds a character without width, or a box would be shown."""
    return _row(row, display) or _run("\u200b")


def _row(row: Row, display: bool) -> str:
    """Nodes side by side. Large operators and functions take what follows them as their argument."""
    return "".join(
        _node(node, display) if body is None else _taking(node, symbol_of(node), body, display)
        for node, body in taken(row)
    )


def _taking(node: Node, symbol: Symbol | None, body: Row, display: bool) -> str:
    """A large operator, a function or a script before its base, with what it belongs to."""
    if symbol is None:
        assert isinstance(node, Script)
        slots = f"<m:sub>{_slot(node.sub)}</m:sub><m:sup>{_slot(node.sup)}</m:sup>"
        return f"<m:sPre>{slots}<m:e>{_argument(body)}</m:e></m:sPre>"
    if symbol.kind == "function":
        return f"<m:func><m:fName>{_node(node, display)}</m:fName><m:e>{_argument(body, display)}</m:e></m:func>"
    sub, sup = (node.sub, node.sup) if isinstance(node, Script) else (None, None)
    above = isinstance(node, Script) and _limits(node, display)
    properties = (
        f'<m:chr m:val="{symbol.text}"/><m:limLoc m:val="{"undOvr" if above else "subSup"}"/>'
        f'<m:subHide m:val="{int(sub is None)}"/><m:supHide m:val="{int(sup is None)}"/>'
    )
    slots = (
        f"<m:sub>{'' if sub is None else _argument(sub)}</m:sub><m:sup>{'' if sup is None else _argument(sup)}</m:sup>"
    )
    return f"<m:nary><m:naryPr>{properties}</m:naryPr>{slots}<m:e>{_argument(body, display)}</m:e></m:nary>"


def _slot(row: Row | None) -> str:
    return _argument(row or Row())


def _limits(node: Script, display: bool) -> bool:
    return node.limits == "always" or (node.limits == "displayed" and display)


# --- nodes -------------------------------------------------------------------------------------------------


def _node(node: Node, display: bool) -> str:
    match node:
        case Symbol(text, kind, variant, _):
            plain = kind == "function" or (kind == "ordinary" and not variant and text.isalpha())
            return _run(text, _STYLES["normal" if plain else variant])
        case Words(text, bold):
            return _run(text, "<m:nor/>" if not bold else '<m:sty m:val="b"/>')
        case Space(ems):
            return _space(ems)
        case Row():
            return _row(node, display)
        case Fraction(above, below, bar):
            hidden = "" if bar else '<m:fPr><m:type m:val="noBar"/></m:fPr>'
            return f"<m:f>{hidden}<m:num>{_argument(above)}</m:num><m:den>{_argument(below)}</m:den></m:f>"
        case Root(body, degree):
            hidden = "" if degree.nodes else '<m:radPr><m:degHide m:val="1"/></m:radPr>'
            return f"<m:rad>{hidden}<m:deg>{_row(degree, False)}</m:deg><m:e>{_argument(body)}</m:e></m:rad>"
        case Script():
            return _script(node, display)
        case Fence():
            return _fence(node, display)
        case Accent():
            return _accent(node)
        case Grid(rows, aligns, kind):
            return _lines(rows, display) if kind == "lines" and aligns.startswith("rl") else _matrix(node)
        case Boxed(body, edge):
            return f"<m:borderBox>{_EDGES[edge]}<m:e>{_argument(body)}</m:e></m:borderBox>"
        case Phantom(body):
            return f'<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e>{_argument(body)}</m:e></m:phant>'
        case _:
            assert_never(node)


_EDGES = {
    "box": "",
    "strike": '<m:borderBoxPr><m:hideTop m:val="1"/><m:hideBot m:val="1"/><m:hideLeft m:val="1"/>'
    '<m:hideRight m:val="1"/><m:strikeBLTR m:val="1"/></m:borderBoxPr>',
}


def _run(text: str, style: str = "") -> str:
    """A run; without a style its letters are italic and all else is upright."""
    if not (text := escape(text)):
        return ""
    properties = f"<m:rPr>{style}</m:rPr>" if style else ""
    keep = ' xml:space="preserve"' if text[0] == " " or text[-1] == " " else ""
    return f"<m:r>{properties}<m:t{keep}>{text}</m:t></m:r>"


def _space(ems: float) -> str:
    if ems < 0.1:
        return ""
    if ems >= 1:
        return _run("\u2003" * round(ems))
    return _run("\u2002" if ems >= 0.5 else "\u2005" if ems >= 0.2 else "\u2009")


def _script(node: Script, display: bool) -> str:
    base = _argument(node.base, display)
    if _limits(node, display):
        if node.sub is not None:
            base = f"<m:limLow><m:e>{base}</m:e><m:lim>{_argument(node.sub)}</m:lim></m:limLow>"
        if node.sup is not None:
            base = f"<m:limUpp><m:e>{base}</m:e><m:lim>{_argument(node.sup)}</m:lim></m:limUpp>"
        return base
    sub = "" if node.sub is None else f"<m:sub>{_argument(node.sub)}</m:sub>"
    sup = "" if node.sup is None else f"<m:sup>{_argument(node.sup)}</m:sup>"
    tag = f"m:s{'Sub' if sub else ''}{'Sup' if sup else ''}"
    return f"<{tag}><m:e>{base}</m:e>{sub}{sup}</{tag}>"


def _fence(node: Fence, display: bool) -> str:
    alike = len(set(node.bars)) < 2
    bar = f'<m:sepChr m:val="{escape(node.bars[0])}"/>' if node.bars and alike else ""
    properties = f'<m:begChr m:val="{escape(node.left)}"/>{bar}<m:endChr m:val="{escape(node.right)}"/>'
    if alike:
        inner = "".join(f"<m:e>{_argument(row, display)}</m:e>" for row in node.rows)
    else:
        pairs = zip(("", *node.bars), node.rows, strict=True)
        inner = f"<m:e>{''.join(_run(bar) + _row(row, display) for bar, row in pairs)}</m:e>"
    return f"<m:d><m:dPr>{properties}</m:dPr>{inner}</m:d>"


def _accent(node: Accent) -> str:
    body = f"<m:e>{_argument(node.body)}</m:e>"
    if node.mark == "―":
        return f'<m:bar><m:barPr><m:pos m:val="{"bot" if node.below else "top"}"/></m:barPr>{body}</m:bar>'
    if not node.below and node.mark in _ACCENTS:
        return f'<m:acc><m:accPr><m:chr m:val="{_ACCENTS[node.mark]}"/></m:accPr>{body}</m:acc>'
    place = ("bot", "top") if node.below else ("top", "bot")
    properties = f'<m:chr m:val="{node.mark}"/><m:pos m:val="{place[0]}"/><m:vertJc m:val="{place[1]}"/>'
    return f"<m:groupChr><m:groupChrPr>{properties}</m:groupChrPr>{body}</m:groupChr>"


def _lines(rows: Sequence[Sequence[Row]], display: bool) -> str:
    """Lines under each other; an ampersand is where they are aligned."""
    mark = _run("&")
    lines = (mark.join(_row(cell, display) for cell in cells) or _argument(Row()) for cells in rows)
    return f"<m:eqArr>{''.join(f'<m:e>{line}</m:e>' for line in lines)}</m:eqArr>"


def _matrix(grid: Grid) -> str:
    wide = max(map(len, grid.rows))
    names = {"l": "left", "c": "center", "r": "right"}
    columns = "".join(
        f'<m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="{names[align]}"/></m:mcPr></m:mc>' for align in grid.aligns
    )
    rows = []
    for cells in grid.rows:
        full = (*cells, *(Row(),) * (wide - len(cells)))
        rows.append(f"<m:mr>{''.join(f'<m:e>{_argument(cell)}</m:e>' for cell in full)}</m:mr>")
    return f"<m:m><m:mPr><m:mcs>{columns}</m:mcs></m:mPr>{''.join(rows)}</m:m>"
