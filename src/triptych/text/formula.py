"""Formulae as outlines: LaTeX to a drawing that is measured like any other text."""

import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from triptych.model.drawing import Drawing, Operator, Outline
from triptych.text.mathml import SIZE, mathml
from triptych.text.sans import TALLER, without_serifs

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from triptych.model.latex import Row

Step = tuple[Operator, tuple[float, ...]]
_HEAVIEST = 4000
"""Glyphs that a formula may cost the engine, which sets every row twice, with all the rows in it."""
_TWICE = ("math", "mrow", "mtd", "msqrt", "mphantom")


@lru_cache(maxsize=4096)
def drawing(latex: str, *, display: bool, sans: bool = False) -> Drawing | None:
    """The formula as outlines in ems; None if it cannot be set, and then its readable text stands for it.

    `sans`: with letters and digits without serifs. Never raises. What a formula comes to is kept for as long as the
    process lives.
    """
    from triptych.model.latex import parse  # late: few documents have a formula

    parsed = parse(latex)
    return None if parsed.faults or not parsed.row.nodes else drawn(parsed.row, display=display, sans=sans)


@lru_cache(maxsize=4096)
def drawn(row: "Row", *, display: bool, lead: bool = False, sans: bool = False) -> Drawing | None:
    """A formula's tree as outlines. `lead`: it goes on from an earlier line, so that an operator comes between.

    `sans` as for a drawing.
    """
    root = mathml(row, display=display, lead=lead)
    if sans:
        without_serifs(root)
    if _weight(root) > _HEAVIEST:
        return None
    try:
        return _set(root, SIZE * TALLER if sans else SIZE)
    except Exception:  # the engine is not ours: whatever it cannot do, the readable text can
        return None


def _weight(element: "Element") -> int:
    inner = sum(map(_weight, element)) or 1
    return inner * 2 if element.tag in _TWICE else inner


def _set(root: "Element", size: float) -> Drawing | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the engine finds its font in a way that some versions of Python warn of
        from ziamath.zmath import Math

        import triptych.text.formula_rows  # noqa: F401  # it declares a class

    node = Math(root, size=size).node
    steps: list[Step] = []
    for piece, x, y in _leaves(node):
        found = _piece(piece, x, y)
        if found is None:
            return None
        steps += found
    if not steps:
        return None
    shift = -min(0.0, min([min(numbers[0::2]) for _, numbers in steps if numbers]))
    placed = tuple([(operator, _shifted(numbers, shift)) for operator, numbers in steps])
    heights = [y for _, numbers in placed for y in numbers[1::2]]
    width = max(node.bbox.xmax, node.xadvance()) / SIZE + shift
    return Drawing((Outline(placed),), width, max(0.0, -min(heights)), max(0.0, max(heights)))


def _shifted(numbers: tuple[float, ...], shift: float) -> tuple[float, ...]:
    """Coordinates moved to the right, each to five decimals.

    They are as `round` gives them, which takes several times as long: a quotient of whole numbers is rounded rightly
    (IEEE 754), so that only what is about half way between two is left to it.
    """
    out = []
    for value, by in zip(numbers, (shift, 0.0) * 3, strict=False):
        many = (value + by) * 1e5
        whole = round(many)
        out.append(whole / 1e5 if -0.4999 < many - whole < 0.4999 else round(value + by, 5) + 0.0)
    return tuple(out)


def _leaves(node: Any) -> Iterator[tuple[Any, float, float]]:
    """What the engine would draw, and where: glyphs and lines, y downwards."""
    waiting = [(node, 0.0, 0.0)]
    while waiting:
        each, x, y = waiting.pop()
        if hasattr(each, "nodexy"):
            places = zip(each.nodexy, each.nodes, strict=True)
            waiting += [(inner, x + dx, y + dy) for (dx, dy), inner in places][::-1]
        elif not each.phantom:
            yield each, x, y


def _piece(piece: Any, x: float, y: float) -> list[Step] | None:
    """A glyph or a line as steps in ems; None for a character that the font does not have."""
    name = type(piece).__name__
    if name == "Glyph":
        scale = piece.size / piece.glyph.font.info.layout.unitsperem
        return None if piece.glyph.index == 0 else _glyph(piece.glyph, x, y, scale)
    x, y, thick = x / SIZE, y / SIZE, piece.lw / SIZE
    match name:
        case "HLine":
            return _area((x, y), (x + piece.length / SIZE, y), (x + piece.length / SIZE, y + thick), (x, y + thick))
        case "VLine":
            left, right, bottom = x - thick / 2, x + thick / 2, y + piece.height / SIZE
            return _area((left, y), (right, y), (right, bottom), (left, bottom))
        case "Box":
            return _frame(x, y - piece.height / SIZE, x + piece.width / SIZE, y, thick / 2)
        case "Diagonal":
            right, top = x + piece.width / SIZE, y - piece.height / SIZE
            return _area((x, top - thick / 2), (x, top + thick / 2), (right, y + thick / 2), (right, y - thick / 2))
        case _:
            return None


def _area(*points: tuple[float, float]) -> list[Step]:
    first, *rest = points
    return [("M", first), *(("L", point) for point in rest), ("Z", ())]


def _frame(left: float, top: float, right: float, bottom: float, half: float) -> list[Step]:
    """A frame as one area within another that runs the other way round, so that its inside stays empty."""
    outer = (left - half, top - half, right + half, bottom + half)
    inner = (left + half, top + half, right - half, bottom - half)
    (a, b, c, d), (e, f, g, h) = outer, inner
    return [*_area((a, b), (c, b), (c, d), (a, d)), *_area((e, f), (e, h), (g, h), (g, f))]


def _glyph(glyph: Any, x: float, y: float, scale: float) -> list[Step]:
    """The outlines of a glyph; a fence or brace of any size is put together from several."""
    if type(glyph).__name__ != "AssembledGlyph":
        return _contours(glyph, x, y, scale)
    steps: list[Step] = []
    for part, offset in zip(glyph.glyphs, glyph.offsets, strict=True):
        dx, dy = (0.0, offset * scale) if glyph.vert else (offset * scale, 0.0)
        steps += _contours(part, x + dx, y - dy, scale)
    return steps


def _contours(glyph: Any, x: float, y: float, scale: float) -> list[Step]:
    """The contours of a glyph, each closed; a quadratic curve is a cubic one exactly."""
    steps: list[Step] = []
    at = (0.0, 0.0)
    for operator, drawn_to in _drawn_to(glyph):
        points = [((x + right * scale) / SIZE, (y - up * scale) / SIZE) for right, up in drawn_to]
        if operator == "Moveto":
            if steps:
                steps.append(("Z", ()))
            steps.append(("M", points[0]))
        elif operator == "Lineto":
            steps.append(("L", points[0]))
        elif operator == "Quad":
            steps.append(("C", _cubic(at, points[0], points[1])))
        else:
            steps.append(("C", (*points[0], *points[1], *points[2])))
        at = points[-1]
    if steps:
        steps.append(("Z", ()))
    return steps


@lru_cache(maxsize=1024)
def _drawn_to(glyph: Any) -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
    """What a glyph is drawn with, by the engine's names, and the points that each goes through, in the font's units."""
    return tuple(
        (type(operator).__name__, tuple((point.x, point.y) for point in operator.points()[0]))
        for operator in glyph.operators
    )


def _cubic(start: tuple[float, float], control: tuple[float, float], end: tuple[float, float]) -> tuple[float, ...]:
    (a, b), (c, d), (e, f) = start, control, end
    return (a + 2 / 3 * (c - a), b + 2 / 3 * (d - b), e + 2 / 3 * (c - e), f + 2 / 3 * (d - f), e, f)
