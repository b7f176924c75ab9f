"""Slides on which texts and objects stand one below the other, as far as they fit."""

from collections.abc import Sequence

import msgspec

from triptych.geometry import Rect
from triptych.model.deck import Fill, TextFill
from triptych.model.theme import Role
from triptych.plan.deck.boxes import object_boxes
from triptych.plan.deck.drafts import Content, Setting, body
from triptych.plan.deck.feet import paras_of
from triptych.plan.deck.measure import height_of
from triptych.plan.deck.objects import LEAST_ROOM, Room
from triptych.plan.deck.pages import Frame, frame, parts
from triptych.plan.deck.texts import statement, stepped
from triptych.plan.deck.units import ObjectUnit, TextUnit, Unit

GAP = 14.0
"""Points between a text and an object, or two objects."""


class _Text(msgspec.Struct, frozen=True):
    """A text; `foot` is how high the footnotes are that it calls."""

    units: tuple[TextUnit, ...]
    height: float
    foot: float


class _Thing(msgspec.Struct, frozen=True):
    """An object at the height that it takes if it has a slide to itself, with its footnotes at the foot."""

    unit: ObjectUnit
    height: float
    foot: float


_Piece = _Text | _Thing


def stacked(units: Sequence[TextUnit | ObjectUnit], setting: Setting, role: Role) -> Content:
    """Slides for texts and objects in their order, at the template's own size."""
    where = frame(body(setting, role), setting)
    room = body(setting, role).inner
    out: Content = []
    for slide in _assigned(_pieces(units, where, Room(room, room), setting), where):
        out.extend(_rendered(slide, where, room, setting, role))
    return out


def _pieces(units: Sequence[TextUnit | ObjectUnit], where: Frame, room: Room, setting: Setting) -> list[_Piece]:
    out: list[_Piece] = []
    text: list[TextUnit] = []
    for unit in units:
        if isinstance(unit, TextUnit):
            text.append(unit)
            continue
        if text:
            out.append(_measured(text, where))
            text = []
        boxes = object_boxes(unit.block, room, setting)
        foot = setting.feet.called_height(paras_of(boxes[:1]), where.width)
        out.append(_Thing(unit, boxes[0].rect.height if len(boxes) == 1 else where.height - foot, foot))
    return [*out, _measured(text, where)] if text else out


def _measured(units: Sequence[TextUnit], where: Frame) -> _Text:
    units = [statement(units[0])] if len(units) == 1 else units
    measured = [where.measure_unit(unit) for unit in units]
    height = height_of(measured, where.width, 1.0, feet=False)
    return _Text(tuple(units), height, sum(part.foot for part in measured))


def _used(slide: Sequence[_Piece]) -> float:
    return sum(piece.height + piece.foot for piece in slide) + GAP * max(0, len(slide) - 1)


def _assigned(pieces: Sequence[_Piece], where: Frame) -> list[list[_Piece]]:
    """Which pieces stand together: at most one text a slide, for there is one placeholder for it."""
    slides: list[list[_Piece]] = [[]]
    for piece in pieces:
        if isinstance(piece, _Text):
            crowded = any(isinstance(other, _Text) for other in slides[-1])
            if slides[-1] and (crowded or _used([*slides[-1], piece]) > where.height):
                slides.append([])
            whole = piece.height + piece.foot <= where.height
            divided = [piece] if whole else [_measured(part, where) for part in parts(piece.units, where, 1.0)]
            slides[-1].append(divided[0])
            slides.extend([part] for part in divided[1:])
        else:
            _assign_thing(piece, slides, where)
    return [slide for slide in slides if slide]


def _assign_thing(thing: _Thing, slides: list[list[_Piece]], where: Frame) -> None:
    """An object under what stands there; else on a new slide, with the line that announces it."""
    now = slides[-1]
    if not now or _used([*now, thing]) <= where.height:
        now.append(thing)
        return
    left = where.height - _used(now) - GAP
    text = now[-1] if isinstance(now[-1], _Text) else None
    if text and thing.height >= where.height * 0.98 and left >= max(LEAST_ROOM, where.height * 0.4):
        now.append(thing)  # a long one begins here and goes on
        slides.append([])
        return
    slides.append([thing])
    if text is not None and len(now) > 1 and text.units[-1].leads and _used([text, thing]) <= where.height:
        slides[-1] = [now.pop(), thing]
        return
    if text is None or len(text.units) < 3 or text.units[-1].para.level:
        return
    end = _measured(text.units[-1:], where)
    near = text.units[-1].leads or thing.height < where.height * 0.45
    if near and _used([end, thing]) <= where.height:
        now[-1] = _measured(text.units[:-1], where)
        slides[-1] = [end, thing]


def _rendered(slide: Sequence[_Piece], where: Frame, room: Rect, setting: Setting, role: Role) -> Content:
    """The pieces at their places, from the top; what an object has left over goes on slides of its own."""
    fills: list[Fill] = []
    shown: list[Unit] = []
    more: Content = []
    y = room.y
    texts = [piece for piece in slide if isinstance(piece, _Text)]
    feet = sum(piece.foot for piece in slide)
    at, insets = where.placeholder.rect, where.placeholder.insets
    for piece in slide:
        if isinstance(piece, _Text):
            rect = Rect(at.x, y - insets.top, at.width, piece.height + insets.top + insets.bottom)
            paras = stepped(piece.units)
            fills.append(TextFill(where.placeholder, paras, (), None if len(slide) == 1 else rect))
            shown.extend(piece.units)
            y += piece.height + GAP
        else:
            first = Rect(room.x, y, room.width, room.bottom - y - (feet - piece.foot))
            boxes = object_boxes(piece.unit.block, Room(first, room), setting)
            fills.append(boxes[0])
            shown.append(piece.unit)
            y = boxes[0].rect.bottom + GAP
            more.extend(("title only", (box,), ()) for box in boxes[1:])
    return [(role if texts else "title only", tuple(fills), tuple(shown)), *more]
