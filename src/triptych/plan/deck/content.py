"""The slides of running content: bullets, and what stands beside or beneath them."""

from collections.abc import Sequence
from dataclasses import replace

from triptych.geometry import Rect
from triptych.model.deck import Fill, Para, Run, TextBox, TextFill
from triptych.model.document import Code, Figure, Table, plain
from triptych.model.theme import Placeholder, Role
from triptych.plan.deck.drafts import Draft, Setting
from triptych.plan.deck.measure import height_of
from triptych.plan.deck.objects import LEAST_ROOM, Room, code_boxes, picture_box, table_boxes
from triptych.plan.deck.pages import Frame, frame, group_scale, parts, sizes, whole_scale
from triptych.plan.deck.titles import Heading
from triptych.plan.deck.units import ObjectUnit, TextUnit, Unit, notes_of
from triptych.plan.inlines import runs

GAP = 14.0
"""Points between a text and the object beneath it."""

Content = list[tuple[Role, tuple[Fill, ...], tuple[Unit, ...]]]
"""Slides in the making: the role of the layout, what fills it, and the units that it shows."""


def content(
    units: Sequence[TextUnit | ObjectUnit], setting: Setting, role: Role = "body", scale: float | None = None
) -> Content:
    """Slides for texts and objects in their order. `scale` fixes the type size, for slides of one group."""
    out: Content = []
    for text, thing in _stretches(units):
        if thing is None:
            out.extend(_texts(text, setting, role, scale))
        elif isinstance(thing.block, Figure):
            out.extend(_with_figure(text, thing, setting, role, scale))
        else:
            out.extend(_with_object(text, thing, setting, role, scale))
    return out


def body(setting: Setting, role: Role) -> Placeholder:
    """The body placeholder of the layout for a role."""
    return setting.theme.layout(role).all("body")[0]


def _stretches(units: Sequence[TextUnit | ObjectUnit]) -> list[tuple[list[TextUnit], ObjectUnit | None]]:
    """Each object with the text that comes before it; text at the end without one."""
    out: list[tuple[list[TextUnit], ObjectUnit | None]] = []
    text: list[TextUnit] = []
    for unit in units:
        if isinstance(unit, TextUnit):
            text.append(unit)
        else:
            out.append((text, unit))
            text = []
    return [*out, (text, None)] if text else out


def _texts(units: Sequence[TextUnit], setting: Setting, role: Role, scale: float | None) -> Content:
    if not units:
        return []
    placeholder = body(setting, role)
    where = frame(placeholder, setting.theme.code_family)
    if len(units) == 1:
        units = [_statement(units[0])]
    measured = [where.measure(unit.para) for unit in units]
    if scale is None:
        scale = whole_scale(measured, where)
    if scale is not None and height_of(measured, where.width, scale) <= where.height:
        return [(role, (_fill(units, where, scale),), tuple(units))]
    divided = parts(units, where, scale or 1.0)
    if scale is None:
        scale = group_scale([[where.measure(unit.para) for unit in part] for part in divided], where)
        scale = min(max(scale, 1.0), 1.1)
    return [(role, (_fill(part, where, scale),), part) for part in divided]


def _statement(unit: TextUnit) -> TextUnit:
    """A bullet that would stand alone needs no bullet."""
    return replace(unit, para=replace(unit.para, bullet=False)) if unit.para.level == 0 else unit


def _fill(units: Sequence[TextUnit], where: Frame, scale: float, rect: Rect | None = None) -> TextFill:
    return TextFill(where.placeholder, tuple(unit.para for unit in units), sizes(where, scale), rect)


# --- objects ---------------------------------------------------------------------------------------


def _lead(units: list[TextUnit]) -> tuple[list[TextUnit], list[TextUnit]]:
    """The text before an object, and the lead-in that goes with it: what announces it, or all if it is short."""
    if len(units) <= 2:
        return [], units
    return (units[:-1], units[-1:]) if units[-1].leads else (units, [])


def _with_object(text: list[TextUnit], thing: ObjectUnit, setting: Setting, role: Role, scale: float | None) -> Content:
    before, lead = _lead(text)
    placeholder = body(setting, "body")
    where = frame(placeholder, setting.theme.code_family)
    whole = placeholder.inner
    lead = [_statement(unit) for unit in lead] if len(lead) == 1 else lead
    used = height_of([where.measure(unit.para) for unit in lead], where.width, 1.0) if lead else 0.0
    left = whole.height - used - GAP
    if lead and left < LEAST_ROOM:
        before, lead, used = text, [], 0.0
    out = _texts(before, setting, role, scale)
    first = Rect(whole.x, whole.y + used + GAP, whole.width, left) if lead else whole
    boxes = _boxes(thing.block, Room(first, whole), setting)
    for index, box in enumerate(boxes):
        if index == 0 and lead:
            rect = Rect(placeholder.rect.x, placeholder.rect.y, placeholder.rect.width, used + _vertical(placeholder))
            out.append(("body", (_fill(lead, where, 1.0, rect), box), (*lead, thing)))
        else:
            out.append(("title only", (box,), (thing,) if index == 0 else ()))
    return out


def _vertical(placeholder: Placeholder) -> float:
    return placeholder.insets.top + placeholder.insets.bottom


def _boxes(block: Code | Table | Figure, room: Room, setting: Setting) -> Sequence[Fill]:
    match block:
        case Code():
            return code_boxes(block, room, setting.theme)
        case Table():
            return table_boxes(block, room, setting.theme)
        case Figure():
            return ()


def _with_figure(text: list[TextUnit], thing: ObjectUnit, setting: Setting, role: Role, scale: float | None) -> Content:
    block = thing.block
    assert isinstance(block, Figure)
    picture = setting.pictures.get(block.image.source)
    if picture is None:
        alt = block.image.alt or block.image.source
        said = TextUnit(Para((Run(alt, italic=True),), bullet=False), block.line, True, False, False, block.line)
        caption = [replace(said, para=Para(runs(block.caption), bullet=False))] if plain(block.caption) else []
        return _texts([*text, said, *caption], setting, role, scale)
    if text and picture.width < picture.height * 1.6:
        beside = _beside(text, thing, setting)
        if beside:
            return beside
    out = _texts(text, setting, role, scale)
    layout = setting.theme.layout("picture")
    at, under = layout.first("picture"), layout.first("body")
    caption_runs = runs(block.caption)
    space = at.rect if at else body(setting, "body").inner
    if under is None or not caption_runs:
        space = body(setting, "body").inner
        fills: tuple[Fill, ...] = (picture_box(picture, _alt(block), space),)
        return [*out, ("title only", fills, (thing,))]
    where = frame(under, setting.theme.code_family)
    para = Para(caption_runs, bullet=False)
    fit = whole_scale([where.measure(para)], where, 12.0)
    box = picture_box(picture, _alt(block), space)
    if fit is None:
        return [
            *out,
            ("title only", (picture_box(picture, _alt(block), body(setting, "body").inner),), (thing,)),
        ]
    return [*out, ("picture", (box, TextFill(under, (para,), sizes(where, min(fit, 1.0)))), (thing,))]


def _alt(block: Figure) -> str:
    return block.image.alt or plain(block.caption) or block.image.source


def _beside(text: list[TextUnit], thing: ObjectUnit, setting: Setting) -> Content:
    """Text on the left, picture on the right, if the text fits there; nothing otherwise."""
    block = thing.block
    assert isinstance(block, Figure)
    left, right = setting.theme.layout("two").all("body")[:2]
    where = frame(left, setting.theme.code_family)
    text = [_statement(unit) for unit in text] if len(text) == 1 else text
    scale = whole_scale([where.measure(unit.para) for unit in text], where)
    if scale is None:
        return []
    picture = setting.pictures[block.image.source]
    caption = runs(block.caption)
    space = right.rect
    fills: list[Fill] = [_fill(text, where, min(scale, 1.0))]
    if caption:
        high = 48.0
        space = Rect(space.x, space.y, space.width, space.height - high)
        box = picture_box(picture, _alt(block), space)
        at = Rect(space.x, box.rect.bottom + 8, space.width, 40.0)
        small = frame(right, setting.theme.code_family, at)
        if height_of([small.measure(Para(caption, bullet=False))], small.width, 14 / right.levels[0].size) > at.height:
            return []
        caption_box = TextBox("Caption", at, (Para(caption, bullet=False),), 14.0, setting.theme.palette.muted)
        fills += [box, caption_box]
    else:
        fills.append(picture_box(picture, _alt(block), space))
    return [("two", tuple(fills), (*text, thing))]


def drafts(
    of: Content, heading: Heading, setting: Setting, ids: "Ids", line: int, number: int | None = None
) -> list[Draft]:
    """The content as drafts of one title, numbered as parts where there are several."""
    return [
        Draft(ids.next(), role, replace(heading, part=index, of=len(of)), fills, notes_of(shown), number, line)
        for index, (role, fills, shown) in enumerate(of, 1)
    ]


class Ids:
    """Slide ids, given out in order."""

    def __init__(self) -> None:
        self._count = 0

    def next(self) -> str:
        """The next id."""
        self._count += 1
        return f"slide-{self._count}"
