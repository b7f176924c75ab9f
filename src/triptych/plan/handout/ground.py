"""What lies behind the text of a page: room for the reader's hand, the rules between columns, the box at the foot."""

from collections.abc import Sequence

from triptych.geometry import Rect
from triptych.model.pages import BoxItem, Item, RuleItem
from triptych.plan.flow import Placed
from triptych.plan.handout.press import Press
from triptych.plan.handout.sheet import GAP, PAD, Sheet
from triptych.plan.ruling import LINE, ruled

LIFT = 4.0
"""Points that the columns begin above their first line."""


def ground(placed: Sequence[Placed], index: int, head: float, press: Press, sheet: Sheet) -> list[Item]:
    """The ruling and the rules of a page, counted from 0, whose columns begin at `head`; artifacts."""
    boxed = [at for at in placed if at.boxed]
    bottom = press.density.top + press.page
    if sheet.is_cornell:
        grown = max(0.0, sum(at.strip.before + at.strip.height for at in boxed) - sheet.box)
        return [*_columns(index, head, bottom - grown, press, sheet), *_box(index, boxed, bottom - grown, press, sheet)]
    if sheet.notes[1] <= sheet.notes[0]:
        return []
    return list(ruled(_notes(index, head, bottom, sheet), sheet.ruling, press.theme.palette.hairline))


def _notes(index: int, head: float, bottom: float, sheet: Sheet) -> Rect:
    left, right = sheet.notes
    if sheet.is_turned(index) and not sheet.is_cornell:
        left, right = sheet.paper.width - right, sheet.paper.width - left
    moved = sheet.text_at(index) - sheet.x if sheet.is_cornell else 0.0
    return Rect(left + moved, head, right - left, max(0.0, bottom - head))


def _columns(index: int, head: float, bottom: float, press: Press, sheet: Sheet) -> list[Item]:
    """The lines to write on at the one side of the text, the rule before the cues at the other."""
    color = press.theme.palette.hairline
    before = sheet.text_at(index) - GAP / 2
    rule = [RuleItem(before, head - LIFT, before, bottom, 0.8, color)] if bottom - head > LINE else []
    return [*rule, *ruled(_notes(index, head, bottom, sheet), sheet.ruling, color)]


def _box(index: int, boxed: Sequence[Placed], bottom: float, press: Press, sheet: Sheet) -> list[Item]:
    """The box for the summary; what the text leaves free of it is ruled."""
    palette = press.theme.palette
    moved = sheet.text_at(index) - sheet.x
    foot = press.density.top + press.page + sheet.foot
    box = Rect(sheet.left + moved, bottom + PAD, sheet.right - sheet.left, foot - bottom - PAD)
    end = max((at.y + at.strip.height for at in boxed), default=box.y)
    free = Rect(box.x + PAD, end, box.width - 2 * PAD, box.bottom - end - 1.0)
    return [
        BoxItem(box, stroke=palette.accent if boxed else palette.hairline, stroke_width=0.8),
        *ruled(free, sheet.ruling, palette.hairline),
    ]
