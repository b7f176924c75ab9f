"""Marks for whoever cuts and folds: short hairlines where nothing else stands."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.model.pages import RuleItem

HAIRLINE = 0.25
"""Points: how wide a mark is."""
LENGTH = 12.0
GAP = 3.0
"""Points between a mark and the piece that it is for."""
EDGE = 12.0
"""Points along the edges of a sheet that many printers leave blank."""
SHORTEST = 2.0
_INK = "000000"
_DASH = (2.0, 2.0)


class Seam(NamedTuple):
    """A straight line over a whole sheet along which it is cut or folded: at this x, or at this y; points."""

    at: float
    upright: bool = True


def cut_marks(pieces: Iterable[Rect], sheet: Size) -> tuple[RuleItem, ...]:
    """Two marks at every corner of the pieces that are cut out of a sheet, pointing away from them.

    They stand in the free room of the sheet: none touches a piece, and none is set where there is no room for it.
    """
    every = tuple(pieces)
    found: dict[tuple[float, ...], RuleItem] = {}
    for piece in every:
        for x, outward in ((piece.x, -1.0), (piece.right, 1.0)):
            for y, down in ((piece.y, -1.0), (piece.bottom, 1.0)):
                for mark in (_mark(x, y, outward, 0.0, every, sheet), _mark(x, y, 0.0, down, every, sheet)):
                    if mark is not None:
                        key = tuple(round(value, 2) for value in (mark.x1, mark.y1, mark.x2, mark.y2))
                        found.setdefault(key, mark)
    return tuple(found.values())


def seam_marks(seams: Sequence[Seam], sheet: Size, *, fold: bool = False) -> tuple[RuleItem, ...]:
    """Marks on lines that go through a whole sheet: at both of their ends, and a cross where two of them meet.

    Those for folds are dashed.
    """
    out: list[RuleItem] = []
    for seam in seams:
        long = sheet.height if seam.upright else sheet.width
        spans = [(EDGE, EDGE + LENGTH), (long - EDGE - LENGTH, long - EDGE)]
        spans += [(o.at - LENGTH / 2, o.at + LENGTH / 2) for o in seams if o.upright != seam.upright]
        for start, end in spans:
            ends = (seam.at, start, seam.at, end) if seam.upright else (start, seam.at, end, seam.at)
            out.append(RuleItem(*ends, HAIRLINE, _INK, _DASH if fold else ()))
    return tuple(out)


def clear_of(marks: Iterable[RuleItem], content: Sequence[Rect]) -> tuple[RuleItem, ...]:
    """The marks that come nowhere near content that stands in these rectangles."""
    return tuple(mark for mark in marks if not any(_meet(_around(mark), rect, GAP / 2) for rect in content))


def _mark(x: float, y: float, dx: float, dy: float, pieces: Sequence[Rect], sheet: Size) -> RuleItem | None:
    """The mark that leaves a corner in a direction, as long as there is room for; none where there is not."""
    reach = min(GAP + LENGTH, _room(x, sheet.width, dx) if dx else _room(y, sheet.height, dy))
    line = RuleItem(x + dx * GAP, y + dy * GAP, x + dx * (GAP + LENGTH), y + dy * (GAP + LENGTH), HAIRLINE, _INK)
    near = [piece for piece in pieces if _meet(_around(line), piece, GAP - 0.01)]
    reach = min([reach, *(_before(x, y, dx, dy, piece) - GAP for piece in near)])
    if reach - GAP < SHORTEST:
        return None
    return replace(line, x2=x + dx * reach, y2=y + dy * reach)


def _room(at: float, long: float, direction: float) -> float:
    """Points from a place to the edge of the sheet that lies in a direction."""
    return at if direction < 0 else long - at


def _before(x: float, y: float, dx: float, dy: float, piece: Rect) -> float:
    """Points from a corner to the near edge of a piece that lies in a direction; not above 0 if it is beside it."""
    if dx:
        return piece.x - x if dx > 0 else x - piece.right
    return piece.y - y if dy > 0 else y - piece.bottom


def _around(mark: RuleItem) -> Rect:
    left, top = min(mark.x1, mark.x2), min(mark.y1, mark.y2)
    return Rect(left, top, abs(mark.x2 - mark.x1), abs(mark.y2 - mark.y1))


def _meet(one: Rect, other: Rect, slack: float) -> bool:
    """Whether two rectangles come nearer to each other than the slack, in points."""
    return (
        one.x < other.right + slack
        and other.x < one.right + slack
        and one.y < other.bottom + slack
        and other.y < one.bottom + slack
    )
