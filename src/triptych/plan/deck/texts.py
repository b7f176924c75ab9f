"""Slides of text alone: one size, divided if need be."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.model.deck import Para, TextFill
from triptych.model.theme import Role
from triptych.plan.deck.drafts import Content, Setting, body
from triptych.plan.deck.measure import height_of
from triptych.plan.deck.pages import (
    SMALLEST_WHOLE,
    Frame,
    frame,
    group_scale,
    parts,
    sizes,
    whole_scale,
)
from triptych.plan.deck.runts import without_runt
from triptych.plan.deck.units import TextUnit, without_bullet


def texts(
    units: Sequence[TextUnit], setting: Setting, role: Role, scale: float | None, *, among: bool = False
) -> Content:
    """Slides of text. `scale` fixes the size; `among` others of its section a text is not set much smaller."""
    if not units:
        return []
    where = frame(body(setting, role), setting)
    if len(units) == 1:
        units = [statement(units[0])]
    measured = [where.measure_unit(unit) for unit in units]
    if scale is None:
        scale = whole_scale(measured, where, 22.0 if among else SMALLEST_WHOLE)
    if scale is not None and height_of(measured, where.width, scale) <= where.height:
        return [_slide(units, where, scale, role)]
    divided = parts(units, where, scale or 1.0)
    if scale is None:
        scale = group_scale([[where.measure_unit(unit) for unit in part] for part in divided], where)
        scale = min(max(scale, 1.0), 1.1)
    return [_slide(part, where, scale, role) for part in divided]


def _slide(
    units: Sequence[TextUnit], where: Frame, scale: float, role: Role
) -> tuple[Role, tuple[TextFill, ...], tuple[TextUnit, ...]]:
    return role, (TextFill(where.placeholder, stepped(tidied(units, where, scale)), sizes(where, scale)),), tuple(units)


def tidied(units: Sequence[TextUnit], where: Frame, scale: float) -> list[TextUnit]:
    """The units with no last word alone on a line."""
    return [_with(unit, without_runt(where.measure_unit(unit), where.width, scale)) for unit in units]


def statement(unit: TextUnit) -> TextUnit:
    """A bullet that would stand alone needs no bullet."""
    return _with(unit, without_bullet(unit.para)) if unit.para.level == 0 else unit


def _with(unit: TextUnit, para: Para) -> TextUnit:
    """The unit with a paragraph; the very same if it is the one that it has, for it is measured already."""
    return unit if unit.para is para else replace(unit, para=para)


def stepped(units: Sequence[TextUnit]) -> tuple[Para, ...]:
    """The paragraphs of a slide, with the clicks on which they appear counted."""
    out = []
    click = 0
    for unit in units:
        click += 1 if unit.step else 0
        out.append(replace(unit.para, build=click) if unit.step else unit.para)
    return tuple(out)
