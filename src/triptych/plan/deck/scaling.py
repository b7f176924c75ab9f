"""Decks of other sizes: planned as slides of the usual height, then made as large as the template's are."""

from typing import assert_never

from msgspec.structs import replace

from triptych.geometry import Insets, Rect, Size
from triptych.model.deck import (
    ChartBox,
    Deck,
    Drawn,
    Fill,
    FormulaBox,
    Ink,
    Para,
    PictureBox,
    Shape,
    Slide,
    TableBox,
    TableCell,
    TableRow,
    TextBox,
    TextFill,
)
from triptych.model.pages import BoxItem, DrawingItem, RuleItem, TextItem
from triptych.model.theme import Level, Placeholder, SlideLayout, Theme


def scaled_theme(theme: Theme, by: float) -> Theme:
    """The theme with layouts and type so many times as large."""
    return replace(
        theme,
        size=Size(theme.size.width * by, theme.size.height * by),
        layouts=tuple(_layout(layout, by) for layout in theme.layouts),
        named=tuple(_layout(layout, by) for layout in theme.named),
    )


def scaled_deck(deck: Deck, by: float) -> Deck:
    """The deck with all that stands on its slides so many times as large."""
    size = Size(deck.size.width * by, deck.size.height * by)
    return replace(deck, size=size, slides=tuple(_slide(slide, by) for slide in deck.slides))


def _rect(rect: Rect, by: float) -> Rect:
    return Rect(rect.x * by, rect.y * by, rect.width * by, rect.height * by)


def _insets(insets: Insets, by: float) -> Insets:
    return Insets(insets.left * by, insets.top * by, insets.right * by, insets.bottom * by)


def _layout(layout: SlideLayout, by: float) -> SlideLayout:
    spare = _rect(layout.spare, by) if layout.spare is not None else None
    return replace(layout, placeholders=tuple(_slot(slot, by) for slot in layout.placeholders), spare=spare)


def _slot(slot: Placeholder, by: float) -> Placeholder:
    levels = tuple(_level(level, by) for level in slot.levels)
    return replace(slot, rect=_rect(slot.rect, by), insets=_insets(slot.insets, by), levels=levels)


def _level(level: Level, by: float) -> Level:
    return replace(
        level,
        size=level.size * by,
        margin=level.margin * by,
        indent=level.indent * by,
        space_before=level.space_before * by,
        space_after=level.space_after * by,
        spacing=level.spacing * by,
    )


def _slide(slide: Slide, by: float) -> Slide:
    return replace(slide, layout=_layout(slide.layout, by), fills=tuple(_fill(fill, by) for fill in slide.fills))


def _fill(fill: Fill, by: float) -> Fill:
    match fill:
        case TextFill():
            return _text(fill, by)
        case TextBox():
            return _box(fill, by)
        case FormulaBox():
            text = _text(fill.text, by) if isinstance(fill.text, TextFill) else _box(fill.text, by)
            return replace(fill, text=text, drawn=_drawn(fill.drawn, by))
        case Shape() | PictureBox():
            return replace(fill, rect=_rect(fill.rect, by))
        case ChartBox():
            return replace(fill, rect=_rect(fill.rect, by), size=_type(fill.size, by))
        case TableBox():
            return _table(fill, by)
        case _:
            assert_never(fill)


def _type(size: float, by: float) -> float:
    """A size of type: programs know hundredths of a point, and no text is to be larger than it was measured."""
    return int(size * by * 100 + 0.5) / 100


def _text(fill: TextFill, by: float) -> TextFill:
    rect = _rect(fill.rect, by) if fill.rect is not None else None
    sizes = tuple(_type(size, by) for size in fill.sizes)
    return replace(fill, placeholder=_slot(fill.placeholder, by), paras=_paras(fill.paras, by), sizes=sizes, rect=rect)


def _box(box: TextBox, by: float) -> TextBox:
    rect, insets = _rect(box.rect, by), _insets(box.insets, by)
    return replace(box, rect=rect, paras=_paras(box.paras, by), size=_type(box.size, by), insets=insets)


def _paras(paras: tuple[Para, ...], by: float) -> tuple[Para, ...]:
    return tuple(_para(para, by) for para in paras)


def _para(para: Para, by: float) -> Para:
    space = para.space_before * by if para.space_before is not None else None
    return replace(para, space_before=space, hang=para.hang * by)


def _table(box: TableBox, by: float) -> TableBox:
    rows = tuple(TableRow(row.height * by, tuple(_cell(cell, by) for cell in row.cells)) for row in box.rows)
    return replace(
        box,
        rect=_rect(box.rect, by),
        widths=tuple(width * by for width in box.widths),
        rows=rows,
        size=_type(box.size, by),
        insets=_insets(box.insets, by),
    )


def _cell(cell: TableCell, by: float) -> TableCell:
    return TableCell(_paras(cell.paras, by), _drawn(cell.drawn, by) if cell.drawn is not None else None)


def _drawn(drawn: Drawn, by: float) -> Drawn:
    return replace(drawn, rect=_rect(drawn.rect, by), items=tuple(_ink(item, by) for item in drawn.items))


def _ink(item: Ink, by: float) -> Ink:
    match item:
        case TextItem() | DrawingItem():
            return replace(item, x=item.x * by, y=item.y * by, size=item.size * by)
        case RuleItem():
            dash = tuple(part * by for part in item.dash)
            ends = item.x1 * by, item.y1 * by, item.x2 * by, item.y2 * by
            return RuleItem(*ends, item.width * by, item.color, dash)
        case BoxItem():
            stroke, radius = item.stroke_width * by, item.radius * by
            return replace(item, rect=_rect(item.rect, by), stroke_width=stroke, radius=radius)
        case _:
            assert_never(item)
