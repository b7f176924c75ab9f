"""Blocks that stand by themselves as boxes on slides: what kind of box each becomes."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from triptych.geometry import Insets, Rect
from triptych.languages.signs import behind_label
from triptych.languages.words import word
from triptych.model.deck import ChartBox, Para, Run, TableBox, TextBox
from triptych.model.document import Callout, CalloutKind, Chart, Code, Columns, Figure, Table
from triptych.model.palettes import callout_ground
from triptych.model.queries import plain
from triptych.model.theme import Level, Palette, Placeholder
from triptych.plan.deck.drafts import Setting
from triptych.plan.deck.measure import Measured, height_of
from triptych.plan.deck.objects import Room, code_boxes, table_boxes
from triptych.plan.deck.spoken import joined
from triptych.plan.deck.units import Standing, TextUnit, inner_units
from triptych.plan.inlines import runs

Box = TextBox | TableBox | ChartBox
CALLOUT_SIZES = (20.0, 18.0)
CALLOUT_INSETS = Insets(20, 12, 16, 12)


def object_boxes(block: Standing, room: Room, setting: Setting) -> Sequence[Box]:
    """The boxes of a block, the first in the room there is, the others on slides of their own."""
    match block:
        case Code():
            return code_boxes(block, room, setting.theme)
        case Table():
            width = room.rest.width
            return table_boxes(block, room, setting.theme, lambda paras: setting.feet.called_height(paras, width))
        case Callout():
            box = callout_box(block, room.rest, setting)
            at = room.first
            return [replace(box, rect=Rect(at.x, at.y, at.width, box.rect.height))] if box else []
        case Chart():
            from triptych.plan.deck.charts import chart_box  # few documents have one

            return [chart_box(block, room.first, setting)]
        case Figure() | Columns():
            raise ValueError("figures and columns have slides of their own")
        case _:
            assert_never(block)


SIGNS: dict[CalloutKind, str] = {
    "note": "◊",
    "tip": "☼",
    "important": "▲",
    "warning": "▲",
    "caution": "‼",
    "example": "►",
    "exercise": "▬",
}
"""Before the word of each kind, so that it is never told by its colour alone; every usual font has these (WGL 4).

None is a bullet: one that is typed is read aloud as text and told by accessibility checkers."""


def callout_color(kind: CalloutKind, palette: Palette) -> str:
    """The colour of a kind of callout: its frame and its word."""
    match kind:
        case "note" | "example" | "exercise":
            return palette.note
        case "tip":
            return palette.tip
        case "important" | "warning":
            return palette.warning
        case "caution":
            return palette.danger
        case _:
            assert_never(kind)


def callout_title(block: Callout, setting: Setting) -> tuple[Run, ...]:
    """The sign and the word of a callout's kind in its colour, and its own title after it."""
    color = callout_color(block.kind, setting.theme.palette)
    named = word(setting.document, block.kind)
    kind = f"{SIGNS[block.kind]}\u00a0{named}"
    own = runs(block.title, bold=True)
    return (
        (Run(f"{kind}{behind_label(named, ':', setting.lang)}", bold=True, color=color), *own)
        if own
        else (Run(kind, bold=True, color=color),)
    )


def callout_box(block: Callout, room: Rect, setting: Setting) -> TextBox | None:
    """A tinted box with its word; None if it holds more than text, or more than a box can."""
    units = inner_units(block, setting.lang)[1 if plain(block.title).strip() else 0 :]
    if not all(isinstance(unit, TextUnit) for unit in units):
        return None
    paras = [Para(callout_title(block, setting), bullet=False)]
    paras += [Para(para.runs, 0, False, space_before=6.0) for para in joined(tuple(units), setting.lang)]
    for size in CALLOUT_SIZES:
        width = room.width - CALLOUT_INSETS.left - CALLOUT_INSETS.right
        slot = _slot(size, room, setting)
        measured = [Measured(para, slot, setting.theme.code_family) for para in paras]
        height = height_of(measured, width, 1.0) + CALLOUT_INSETS.top + CALLOUT_INSETS.bottom + 2.0
        if height + setting.feet.called_height(paras, room.width) <= room.height * 0.75:
            rect = Rect(room.x, room.y, room.width, height)
            palette, color = setting.theme.palette, callout_color(block.kind, setting.theme.palette)
            ground = callout_ground(color, palette.paper) if setting.theme.filled else palette.tint
            return TextBox("Callout", rect, tuple(paras), size, palette.ink, ground, color, CALLOUT_INSETS)
    return None


def _slot(size: float, room: Rect, setting: Setting) -> Placeholder:
    """A box's text area as if it were a placeholder, to be measured like one."""
    level = Level(size, setting.theme.text_family)
    return Placeholder("body", "body", 0, "box", room, CALLOUT_INSETS, "t", (level,))
