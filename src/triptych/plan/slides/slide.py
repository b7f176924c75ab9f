"""A planned slide as items: its ground, what its layout draws, then all that stands on it."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.deck import (
    ChartBox,
    Fill,
    FormulaBox,
    Para,
    PictureBox,
    Run,
    Shape,
    Slide,
    TableBox,
    TextBox,
    TextFill,
)
from triptych.model.decor import Decor
from triptych.model.pages import BoxItem, Item, PictureItem, TagRole
from triptych.model.theme import Level, Placeholder
from triptych.plan.direction import mirrored
from triptych.plan.slides.scaled import scaled
from triptych.plan.slides.stage import Stage
from triptych.plan.slides.tables import table_items
from triptych.plan.slides.text import Look, text_items
from triptych.text.bidi import runs_rtl

_OUTLINE = 0.75
"""Points: how wide the outline of a box is."""
_FIRST = 2
_DARK = ("title", "section")
"""Roles on whose grounds links keep the colour of the text around them."""


def slide_items(slide: Slide, number: int, stage: Stage, frame: Rect, parent: int) -> tuple[Item, ...]:
    """The slide, the `number`th of its deck, in a frame of its proportions; its tags are children of `parent`.

    Its title is a heading; lists, tables, pictures and charts are what they are. What the layout draws, the footer
    and the slide's number are artifacts.
    """
    size = stage.deck.size
    decor = stage.decor_of(slide.layout.index)
    whole = Rect(0.0, 0.0, size.width, size.height)
    items = _ground(slide, whole, decor.ground, see_through=stage.see_through)
    for part in decor.parts:
        drawn = box_items(part, stage, None) if isinstance(part, TextBox) else [part]
        items += [mirrored(item, size.width) for item in drawn] if stage.deck.mirrored else drawn
    for fill, before in zip(slide.fills, (None, *slide.fills), strict=False):
        if isinstance(fill, TextBox) and fill.captions and isinstance(before, PictureBox):
            items += _caption(fill, items, stage, parent)
        else:
            items += _fill(fill, slide, number, stage, parent, decor)
    items += _foot(slide, number, stage)
    return tuple(scaled(items, whole, frame, stage.tree))


def _ground(slide: Slide, whole: Rect, ground: str, *, see_through: bool) -> list[Item]:
    """The slide's own ground, else the layout's. Nothing shines through on paper: a veil stands for what it covers."""
    behind = slide.backdrop
    if behind is None:
        return [BoxItem(whole, ground)]
    if see_through:
        below: list[Item] = [BoxItem(whole, behind.color or ground)]
        below += [PictureItem(whole, behind.picture)] if behind.picture else []
        return [*below, BoxItem(whole, behind.veil, opacity=behind.opacity)] if behind.veil else below
    items: list[Item] = [BoxItem(whole, behind.veil or behind.color or ground)]
    return [*items, PictureItem(whole, behind.picture)] if behind.picture and not behind.veil else items


def _fill(fill: Fill, slide: Slide, number: int, stage: Stage, parent: int, decor: Decor) -> list[Item]:
    match fill:
        case TextFill():
            return _text(fill, slide, number, stage, parent, decor)
        case TextBox():
            return box_items(fill, stage, parent)
        case FormulaBox():
            return _fill(fill.text, slide, number, stage, parent, decor)
        case Shape():
            round_off = min(fill.rect.width, fill.rect.height) / 2 if fill.form == "ellipse" else 0.0
            return [BoxItem(fill.rect, stage.color(fill.fill), radius=round_off)]
        case PictureBox():
            tag = stage.tree.add("Figure", parent, alt=fill.alt) if fill.alt.strip() else None
            return [PictureItem(fill.rect, fill.picture, tag)]
        case TableBox():
            return table_items(fill, stage, parent)
        case ChartBox():
            return _chart(fill, stage, parent)
        case _:
            assert_never(fill)


def _text(fill: TextFill, slide: Slide, number: int, stage: Stage, parent: int, decor: Decor) -> list[Item]:
    slot = fill.placeholder
    title = slot.kind == "title"
    link = "" if slide.layout.role in _DARK else decor.link or stage.theme.palette.accent
    # LibreOffice sets what follows the template on the first two slides as close as its font says.
    look = text_look(fill, tight=number <= _FIRST and not fill.sizes and not fill.free, link=link)
    inner = (fill.rect or slot.rect).inset(slot.insets)
    return text_items(fill.paras, inner, fill.anchor, look, stage, parent, stage.heading if title else "P")


def text_look(fill: TextFill, *, tight: bool = False, link: str = "") -> Look:
    """How the paragraphs of a placeholder are set."""
    return Look(fill.placeholder.levels, fill.sizes, hangs=True, tight=tight, link=link)


def _caption(box: TextBox, before: Sequence[Item], stage: Stage, parent: int) -> list[Item]:
    """The caption of the picture that was drawn last, within its element; a paragraph where that only decorates."""
    last = before[-1]
    tag = last.tag if isinstance(last, PictureItem) else None
    return box_items(box, stage, parent) if tag is None else box_items(box, stage, tag, "Caption")


def box_items(box: TextBox, stage: Stage, parent: int | None, role: TagRole = "P") -> list[Item]:
    """A text box; the ground first, so that nothing is hidden. `role` is that of its paragraphs."""
    level = Level(box.size, stage.theme.text_family)
    look = Look((level,), (box.size,), stage.color(box.color))
    ground: list[Item] = []
    if box.fill or box.outline:
        outline = stage.color(box.outline) if box.outline else ""
        fill = stage.color(box.fill) if box.fill else ""
        ground.append(BoxItem(box.rect, fill, outline, _OUTLINE if outline else 0.0))
    return ground + text_items(box.paras, box.rect.inset(box.insets), box.anchor, look, stage, parent, role)


def _chart(box: ChartBox, stage: Stage, parent: int) -> list[Item]:
    """A chart on the slide's own ground."""
    from triptych.plan.charts import chart_items  # few decks have one

    tag = stage.tree.add("Figure", parent, alt=box.alt)
    drawn = chart_items(box.chart, box.rect, stage.theme, tag, stage.deck.meta.lang, box.size)
    axis = 2 * box.rect.x + box.rect.width
    return [mirrored(item, axis) for item in drawn[1:]] if box.rtl else drawn[1:]


def _foot(slide: Slide, number: int, stage: Stage) -> list[Item]:
    """Footer, date and the slide's number, where the layout has them; the title slide goes without."""
    if slide.layout.role == "title":
        return []
    footer, counter = slide.layout.first("footer"), slide.layout.first("slide number")
    items: list[Item] = []
    if footer and slide.footer:
        items += _small(footer, slide.footer, stage)
    when = slide.layout.first("date")
    if when and slide.date:
        items += _small(when, slide.date, stage)
    if counter and slide.numbered:
        items += _small(counter, str(number), stage)
    return items


def _small(slot: Placeholder, text: str, stage: Stage) -> list[Item]:
    para = Para((Run(text),), bullet=False, rtl=True if runs_rtl(text) else None)
    levels = slot.levels[:1] or (Level(12.0, "Arial"),)
    look = Look(levels, (), hangs=True, align=levels[0].align)
    if not stage.deck.mirrored:
        return text_items((para,), slot.inner, slot.anchor, look, stage, None)
    items = text_items((replace(para, rtl=None),), slot.inner, slot.anchor, look, stage, None)
    return [mirrored(item, stage.deck.size.width) for item in items]
