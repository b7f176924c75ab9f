"""What lies behind the text of a page: room for the reader's hand, the rules between columns, the box at the foot."""

from collections.abc import Sequence
from functools import partial

from triptych.geometry import Rect
from triptych.model.colors import blend
from triptych.model.pages import BoxItem, Item, RuleItem
from triptych.plan.flow import Placed
from triptych.plan.handout.press import Press
from triptych.plan.handout.sheet import GAP, PAD, Sheet
from triptych.plan.ruling import LINE, ruled

SQUARES_PALER = 0.4
LIFT = 4.0
"""Points that the columns begin above their first line."""


def ground(placed: Sequence[Placed], x: float, head: float, press: Press, sheet: Sheet) -> list[Item]:
    """The ruling and the rules of a page whose text begins at `x` and whose columns do at `head`; artifacts."""
    boxed = [at for at in placed if at.boxed]
    bottom, color = press.density.top + press.page, press.theme.palette.hairline
    notes = partial(ruled, ruling=sheet.ruling, color=_faint(press, sheet))
    if not sheet.is_cornell:
        return list(notes(_notes(x, head, bottom, sheet)))
    grown = max(0.0, _end(boxed) - boxed[0].y - sheet.box) if boxed else 0.0
    bottom -= grown
    before = x - GAP / 2
    rule = [RuleItem(before, head - LIFT, before, bottom, 0.8, color)] if bottom - head > LINE else []
    return [*rule, *notes(_notes(x, head, bottom, sheet)), *_box(x, boxed, bottom, press, sheet)]


def _faint(press: Press, sheet: Sheet) -> str:
    """The colour of the ruling; squares are so many lines that they would stand out in that of other rules."""
    palette = press.theme.palette
    return blend(palette.hairline, palette.paper, SQUARES_PALER) if sheet.ruling == "squares" else palette.hairline


def _end(boxed: Sequence[Placed]) -> float:
    return boxed[-1].y + boxed[-1].strip.height


def _notes(x: float, head: float, bottom: float, sheet: Sheet) -> Rect:
    """The room for notes: behind the text, or before it where a page is mirrored."""
    left, right = sheet.notes
    if not sheet.is_cornell and x != sheet.x:
        left, right = sheet.paper.width - right, sheet.paper.width - left
    moved = x - sheet.x if sheet.is_cornell else 0.0
    return Rect(left + moved, head, max(0.0, right - left), max(0.0, bottom - head))


def _box(x: float, boxed: Sequence[Placed], bottom: float, press: Press, sheet: Sheet) -> list[Item]:
    """The box for the summary beneath a text that ends at `bottom`; what it leaves free of the box is ruled."""
    palette = press.theme.palette
    foot = press.density.top + press.page + sheet.foot
    box = Rect(x + sheet.cues_at, bottom + PAD, sheet.right - sheet.left, foot - bottom - PAD)
    end = _end(boxed) if boxed else box.y
    free = Rect(box.x + PAD, end, box.width - 2 * PAD, box.bottom - end - PAD / 2)
    ruling = sheet.ruling if free.height >= 2 * LINE else "none"  # a lonely line invites nobody
    return [
        BoxItem(box, stroke=palette.accent if boxed else palette.hairline, stroke_width=0.8),
        *ruled(free, ruling, _faint(press, sheet)),
    ]
