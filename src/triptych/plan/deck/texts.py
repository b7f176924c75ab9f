"""Slides of text alone: one size, divided if need be, footnotes at the foot."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.deck import Para, TextBox, TextFill
from triptych.model.theme import Role
from triptych.plan.deck.drafts import Content, Setting, body
from triptych.plan.deck.measure import Measured, height_of
from triptych.plan.deck.pages import (
    FOOT,
    SMALLEST_WHOLE,
    Frame,
    feet_height,
    frame,
    group_scale,
    parts,
    sizes,
    whole_scale,
)
from triptych.plan.deck.units import TextUnit


def texts(
    units: Sequence[TextUnit], setting: Setting, role: Role, scale: float | None, *, among: bool = False
) -> Content:
    """Slides of text. `scale` fixes the size; `among` others of its section a text is not set much smaller."""
    if not units:
        return []
    where = frame(body(setting, role), setting.theme.code_family)
    if len(units) == 1:
        units = [statement(units[0])]
    measured = [where.measure_unit(unit) for unit in units]
    if scale is None:
        scale = whole_scale(measured, where, 22.0 if among else SMALLEST_WHOLE)
    if scale is not None and height_of(measured, where.width, scale) <= where.height:
        return [_slide(units, where, scale, setting, role)]
    divided = parts(units, where, scale or 1.0)
    if scale is None:
        scale = group_scale([[where.measure_unit(unit) for unit in part] for part in divided], where)
        scale = min(max(scale, 1.0), 1.1)
    return [_slide(part, where, scale, setting, role) for part in divided]


def _slide(
    units: Sequence[TextUnit], where: Frame, scale: float, setting: Setting, role: Role
) -> tuple[Role, tuple[TextFill | TextBox, ...], tuple[TextUnit, ...]]:
    shown = [_without_runt(unit, where.measure_unit(unit), where.width, scale) for unit in units]
    fill = TextFill(where.placeholder, stepped(shown), sizes(where, scale), above_feet(units, where))
    return role, (fill, *feet_box(units, where, setting)), tuple(units)


def statement(unit: TextUnit) -> TextUnit:
    """A bullet that would stand alone needs no bullet."""
    return replace(unit, para=replace(unit.para, bullet=False)) if unit.para.level == 0 else unit


def stepped(units: Sequence[TextUnit]) -> tuple[Para, ...]:
    """The paragraphs of a slide, with the clicks on which they appear counted."""
    out = []
    click = 0
    for unit in units:
        click += 1 if unit.step else 0
        out.append(replace(unit.para, build=click) if unit.step else unit.para)
    return tuple(out)


def above_feet(units: Sequence[TextUnit], where: Frame) -> Rect | None:
    """The placeholder's rectangle as far as the footnotes leave it; None where there are none."""
    high = sum(feet_height(unit.feet, where) for unit in units if unit.feet)
    at = where.placeholder.rect
    return Rect(at.x, at.y, at.width, at.height - where.placeholder.insets.bottom - high) if high else None


def feet_box(units: Sequence[TextUnit], where: Frame, setting: Setting) -> tuple[TextBox, ...]:
    """The footnotes of a slide's texts, in a box at the foot of the body."""
    feet = tuple(para for unit in units for para in unit.feet)
    if not feet:
        return ()
    inner = where.placeholder.inner
    high = sum(feet_height(unit.feet, where) for unit in units)
    rect = Rect(inner.x, inner.bottom - high, inner.width, high)
    return (TextBox("Footnotes", rect, feet, FOOT, setting.theme.palette.muted, anchor="b"),)


def _without_runt(unit: TextUnit, measured: Measured, width: float, scale: float) -> TextUnit:
    """The unit with its last two words tied by a no-break space, if the last would else stand alone on a line."""
    runs = unit.para.runs
    last = runs[-1].text if runs else ""
    head, space, tail = last.rpartition(" ")
    if not space or not head or len(tail) > 10 or runs[-1].code or runs[-1].formula:
        return unit
    if not measured.ends_alone(width, scale):
        return unit
    tied = (*runs[:-1], replace(runs[-1], text=f"{head}\u00a0{tail}"))
    return replace(unit, para=replace(unit.para, runs=tied))
