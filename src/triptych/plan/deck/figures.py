"""Slides with a picture: beside its text, or on its own with the caption beneath it."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.deck import Fill, Para, Run, TextBox, TextFill
from triptych.model.document import Figure
from triptych.model.picture import Picture
from triptych.model.queries import captioned, description, plain
from triptych.model.theme import Role
from triptych.plan.deck.drafts import Content, Setting, body
from triptych.plan.deck.measure import height_of
from triptych.plan.deck.objects import picture_box
from triptych.plan.deck.pages import frame, sizes, whole_scale
from triptych.plan.deck.texts import statement, stepped, texts
from triptych.plan.deck.units import ObjectUnit, TextUnit
from triptych.plan.inlines import runs

CAPTION, GAP = 14.0, 8.0
"""Points of a caption that has no placeholder, and between it and its picture."""


def figure_slides(
    text: Sequence[TextUnit], thing: ObjectUnit, block: Figure, setting: Setting, role: Role, scale: float | None
) -> Content:
    """The slides of a figure and the text before it; its alternative text where there is no picture."""
    picture = setting.pictures.get(block.image.source)
    if picture is None:
        alt = block.image.alt or block.image.source
        said = TextUnit(Para((Run(alt, italic=True),), bullet=False), block.line, True, False, False, block.line)
        said = replace(said, said=thing.said)
        caption = (
            [
                replace(
                    said,
                    para=Para(runs(captioned(block)), bullet=False),
                    said=(),
                )
            ]
            if plain(block.caption)
            else []
        )
        return texts([*text, said, *caption], setting, role, scale)
    if text and picture.width < picture.height * 1.6:
        beside = _beside(text, thing, block, setting)
        if beside:
            return beside
    out = texts(text, setting, role, scale)
    layout = setting.theme.layout("picture")
    at = layout.first("picture")
    under = layout.first("body") if at else None  # without a place for pictures the text's is the picture's
    caption_runs = runs(captioned(block))
    space = at.rect if at else body(setting, "body").inner
    if under is None or not caption_runs:
        space = body(setting, "body").inner
        fills: tuple[Fill, ...] = (picture_box(picture, description(block), space, block.attributes),)
        return [*out, ("title only", fills, (thing,))]
    where = frame(under, setting)
    para = Para(caption_runs, bullet=False)
    above = _above_feet(picture, block, para, setting)
    if above:
        return [*out, ("title only", above, (thing,))]
    fit = whole_scale([where.measure(para)], where, 12.0)
    box = picture_box(picture, description(block), space, block.attributes)
    if fit is None:
        whole = picture_box(picture, description(block), body(setting, "body").inner, block.attributes)
        return [*out, ("title only", (whole,), (thing,))]
    return [*out, ("picture", (box, TextFill(under, (para,), sizes(where, min(fit, 1.0)))), (thing,))]


def _above_feet(picture: Picture, block: Figure, caption: Para, setting: Setting) -> tuple[Fill, ...]:
    """A picture with its caption and the footnotes that this calls under it; nothing if it calls none."""
    room = body(setting, "body").inner
    foot = setting.feet.called_height((caption,), room.width)
    if not foot:
        return ()
    under = frame(body(setting, "body"), setting)
    high = under.measure(caption).height(room.width, CAPTION / under.placeholder.levels[0].size)
    space = Rect(room.x, room.y, room.width, room.height - foot - high - 2 * GAP)
    box = picture_box(picture, description(block), space, block.attributes)
    at = Rect(room.x, box.rect.bottom + GAP, room.width, high)
    return box, TextBox("Caption", at, (caption,), CAPTION, setting.theme.palette.muted)


def _beside(text: Sequence[TextUnit], thing: ObjectUnit, block: Figure, setting: Setting) -> Content:
    """Text on the left, picture on the right, if the text fits there; nothing otherwise."""
    slots = setting.theme.layout("two").all("body")[:2]
    if len(slots) < 2:
        return []
    left, right = slots
    where = frame(left, setting)
    text = [statement(unit) for unit in text] if len(text) == 1 else text
    picture = setting.pictures[block.image.source]
    caption = runs(captioned(block))
    called = (*(unit.para for unit in text), Para(caption))
    foot = setting.feet.called_height(called, right.inner.right - left.inner.x)
    where = replace(where, height=where.height - foot)
    scale = whole_scale([where.measure(unit.para) for unit in text], where)
    if scale is None:
        return []
    foot += right.insets.bottom if foot else 0.0
    space = Rect(right.rect.x, right.rect.y, right.rect.width, right.rect.height - foot)
    fills: list[Fill] = [TextFill(left, stepped(text), sizes(where, min(scale, 1.0)))]
    if caption:
        high = 48.0
        space = Rect(space.x, space.y, space.width, space.height - high)
        box = picture_box(picture, description(block), space, block.attributes)
        at = Rect(space.x, box.rect.bottom + 8, space.width, 40.0)
        small = frame(right, setting, at)
        if height_of([small.measure(Para(caption, bullet=False))], small.width, 14 / right.levels[0].size) > at.height:
            return []
        caption_box = TextBox("Caption", at, (Para(caption, bullet=False),), 14.0, setting.theme.palette.muted)
        fills += [box, caption_box]
    else:
        fills.append(picture_box(picture, description(block), space, block.attributes))
    return [("two", tuple(fills), (*text, thing))]
