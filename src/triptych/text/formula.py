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
_NO_FRACTION = 3.0 * 2**51
"""Added to a number and taken away again, it leaves the nearest whole one (IEEE 754, below 2 ** 51)."""
_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
"""Numbers that each operator takes."""
_OURS: dict[str, Operator] = {"L": "L", "Q": "C", "C": "C"}
"""Our operators by the first letters of the engine's."""
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
    path = _Path()
    for piece, x, y in _leaves(node):
        if not _draw(piece, x, y, path):
            return None
    if not path.xs:
        return None
    shift = -min(0.0, min(path.xs))
    xs, ys = _rounded([x + shift for x in path.xs]), _rounded(path.ys)
    width = max(node.bbox.xmax, node.xadvance()) / SIZE + shift
    return Drawing((Outline(_steps(path.operators, xs, ys)),), width, max(0.0, -min(ys)), max(0.0, max(ys)))


class _Path:
    """What is drawn, step by step: operators, and the points that they go through, in ems."""

    def __init__(self) -> None:
        self.operators: list[Operator] = []
        self.xs: list[float] = []
        self.ys: list[float] = []

    def area(self, *points: tuple[float, float]) -> None:
        """An area with straight sides."""
        lines: list[Operator] = ["L"] * (len(points) - 1)
        self.operators += ["M", *lines, "Z"]
        self.xs += [x for x, _ in points]
        self.ys += [y for _, y in points]


def _steps(operators: list[Operator], xs: list[float], ys: list[float]) -> tuple[Step, ...]:
    numbers = tuple([number for point in zip(xs, ys, strict=True) for number in point])
    steps, at = [], 0
    for operator in operators:
        end = at + _NUMBERS[operator]
        steps.append((operator, numbers[at:end]))
        at = end
    return tuple(steps)


def _rounded(values: list[float]) -> list[float]:
    """Values to five decimals.

    They are as `round` gives them, which takes several times as long: a quotient of whole numbers is rounded rightly
    (IEEE 754), so that only what is about half way between two is left to it.
    """
    return [
        whole / 1e5
        if -0.4999 < (many := value * 1e5) - (whole := many + _NO_FRACTION - _NO_FRACTION) < 0.4999
        else round(value, 5) + 0.0
        for value in values
    ]


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


def _draw(piece: Any, x: float, y: float, path: _Path) -> bool:
    """Add a glyph or a line to a path; false for a character that the font does not have."""
    name = type(piece).__name__
    if name == "Glyph":
        scale = piece.size / piece.glyph.font.info.layout.unitsperem
        _glyph(piece.glyph, x, y, scale, path)
        return bool(piece.glyph.index)
    x, y, thick = x / SIZE, y / SIZE, piece.lw / SIZE
    match name:
        case "HLine":
            right, bottom = x + piece.length / SIZE, y + thick
            path.area((x, y), (right, y), (right, bottom), (x, bottom))
        case "VLine":
            left, right, bottom = x - thick / 2, x + thick / 2, y + piece.height / SIZE
            path.area((left, y), (right, y), (right, bottom), (left, bottom))
        case "Box":
            _frame(x, y - piece.height / SIZE, x + piece.width / SIZE, y, thick / 2, path)
        case "Diagonal":
            right, top = x + piece.width / SIZE, y - piece.height / SIZE
            path.area((x, top - thick / 2), (x, top + thick / 2), (right, y + thick / 2), (right, y - thick / 2))
        case _:
            return False
    return True


def _frame(left: float, top: float, right: float, bottom: float, half: float, path: _Path) -> None:
    """A frame as one area within another that runs the other way round, so that its inside stays empty."""
    outer = (left - half, top - half, right + half, bottom + half)
    inner = (left + half, top + half, right - half, bottom - half)
    (a, b, c, d), (e, f, g, h) = outer, inner
    path.area((a, b), (c, b), (c, d), (a, d))
    path.area((e, f), (e, h), (g, h), (g, f))


def _glyph(glyph: Any, x: float, y: float, scale: float, path: _Path) -> None:
    """The outlines of a glyph; a fence or brace of any size is put together from several."""
    if type(glyph).__name__ != "AssembledGlyph":
        _contours(glyph, x, y, scale, path)
        return
    for part, offset in zip(glyph.glyphs, glyph.offsets, strict=True):
        dx, dy = (0.0, offset * scale) if glyph.vert else (offset * scale, 0.0)
        _contours(part, x + dx, y - dy, scale, path)


def _contours(glyph: Any, x: float, y: float, scale: float, path: _Path) -> None:
    """The contours of a glyph, each closed; a quadratic curve is a cubic one exactly."""
    kinds, operators, rights, ups = _drawn_to(glyph)
    path.operators += operators
    path.xs += _cubics(kinds, [(x + right * scale) / SIZE for right in rights])
    path.ys += _cubics(kinds, [(y - up * scale) / SIZE for up in ups])


@lru_cache(maxsize=1024)
def _drawn_to(glyph: Any) -> tuple[str, tuple[Operator, ...], tuple[float, ...], tuple[float, ...]]:
    """What a glyph is drawn with in the engine: the kinds of its steps by their first letters, and as our operators.

    And the points that it goes through, to the right and up, in the font's units.
    """
    kinds = "".join(type(operator).__name__[0] for operator in glyph.operators)
    operators: list[Operator] = []
    for contour in kinds.split("M")[1:]:
        operators += ["M", *(_OURS[kind] for kind in contour), "Z"]
    points = [point for operator in glyph.operators for point in operator.points()[0]]
    return (
        kinds,
        tuple(operators),
        tuple(point.x for point in points),
        tuple(point.y for point in points),
    )


def _cubics(kinds: str, values: list[float]) -> list[float]:
    """One coordinate of all points, with the two handles of a cubic curve for the one of a quadratic one."""
    out: list[float] = []
    at = 0
    for kind in kinds:
        if kind == "Q":
            start, control, end = values[at - 1 : at + 2]
            out += (start + 2 / 3 * (control - start), end + 2 / 3 * (control - end), end)
            at += 2
        elif kind == "C":
            out += values[at : at + 3]
            at += 3
        else:
            out.append(values[at])
            at += 1
    return out
