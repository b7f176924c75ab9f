"""Columns side by side on one slide, each a text, a picture or one box."""

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.deck import Fill, TextFill
from triptych.model.document import Blocks, Columns, Figure
from triptych.model.footnote_calls import calls
from triptych.model.theme import Placeholder
from triptych.plan.deck.boxes import object_boxes
from triptych.plan.deck.drafts import Content, Setting
from triptych.plan.deck.objects import Room
from triptych.plan.deck.pages import frame, sizes, whole_scale
from triptych.plan.deck.texts import statement, stepped
from triptych.plan.deck.units import ObjectUnit, TextUnit, units


def column_slides(thing: ObjectUnit, block: Columns, setting: Setting) -> Content:
    """One slide with two columns, or none if they are more than two or do not fit."""
    slots = setting.theme.layout("two").all("body")[:2]
    if len(slots) < 2 or len(block.columns) != len(slots):
        return []
    fills: list[Fill] = []
    width = max(slot.inner.right for slot in slots) - min(slot.inner.x for slot in slots)
    numbers = [call.number for call in calls((block,))] if setting.document.footnotes else []
    foot = setting.feet.height(setting.feet.named(numbers), width)
    for blocks, slot in zip(block.columns, slots, strict=True):
        made = _column(blocks, slot, setting, foot)
        if made is None:
            return []
        fills.extend(made)
    return [("two", tuple(fills), (thing,))]


def _column(blocks: Blocks, slot: Placeholder, setting: Setting, foot: float) -> list[Fill] | None:
    """What fills a column, as high as the footnotes of both leave it."""
    inside = units(blocks, setting.lang)
    where = frame(slot, setting)
    where = replace(where, height=where.height - foot, knows={})
    text = [unit for unit in inside if isinstance(unit, TextUnit)]
    if len(text) == len(inside) and text:
        text = [statement(text[0])] if len(text) == 1 else text
        scale = whole_scale([where.measure(unit.para) for unit in text], where)
        return [TextFill(slot, stepped(text), sizes(where, min(scale, 1.0)))] if scale is not None else None
    if len(inside) != 1 or not isinstance(inside[0], ObjectUnit):
        return None
    inner = slot.inner
    return _alone(inside[0], Rect(inner.x, inner.y, inner.width, inner.height - foot), setting)


def _alone(unit: ObjectUnit, room: Rect, setting: Setting) -> list[Fill] | None:
    block = unit.block
    if isinstance(block, Figure):
        from triptych.plan.deck.compose.measures import Measures  # late: these draw columns themselves
        from triptych.plan.deck.compose.pictures import framed

        known = block.image.source in setting.pictures
        return framed(block, room, Measures((), (), setting, "body")) if known else None
    if isinstance(block, Columns):
        return None
    boxes = object_boxes(block, Room(room, room), setting)
    return [boxes[0]] if len(boxes) == 1 else None
