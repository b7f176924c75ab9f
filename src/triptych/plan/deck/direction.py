"""Slides whose text runs from right to left: each paragraph as it runs, the places of the slide mirrored."""

from itertools import groupby
from typing import assert_never

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.deck import (
    ChartBox,
    Deck,
    Fill,
    FormulaBox,
    Para,
    PictureBox,
    Run,
    Shape,
    Slide,
    TableBox,
    TableCell,
    TableRow,
    TextBox,
    TextFill,
)
from triptych.model.theme import Placeholder
from triptych.plan.deck.drafts import Setting
from triptych.plan.direction import rtl_document
from triptych.text.bidi import IN_ORDER, has_rtl, runs_rtl

_LEFT_TO_RIGHT = "\u200e"
"""The mark after which neutral characters run from left to right (UAX #9, 2.6)."""


def directed(deck: Deck, setting: Setting) -> Deck:
    """The deck with the paragraphs marked that run from right to left; mirrored as a whole if the document does."""
    rtl, made_for = rtl_document(setting.document), _runs_at_the_right(setting)
    way = _Way(rtl, made_for, rtl != made_for)
    slides = tuple(_slide(slide, way, deck.size.width) for slide in deck.slides)
    return replace(deck, slides=slides, mirrored=way.mirrored)


class _Way(msgspec.Struct, frozen=True):
    """Whether the document runs from right to left, whether its template is made for that, whether they differ."""

    rtl: bool
    made_for: bool
    mirrored: bool


def _runs_at_the_right(setting: Setting) -> bool:
    """Whether a template is made for texts from right to left: those of its slides run so."""
    slot = setting.theme.layout("body").first("body")
    return slot is not None and bool(slot.levels) and slot.levels[0].rtl


def _slide(slide: Slide, way: _Way, width: float) -> Slide:
    fills = tuple([_fill(fill, way) for fill in slide.fills])
    if way.mirrored:
        fills = tuple(_mirrored(fill, width) for fill in fills)
    return replace(slide, fills=fills, notes=_paras(slide.notes, way.rtl))


def _fill(fill: Fill, way: _Way) -> Fill:
    rtl = way.rtl
    match fill:
        case TextFill():
            return replace(fill, paras=tuple([_against(para, fill.placeholder) for para in _paras(fill.paras, rtl)]))
        case TextBox():
            return replace(fill, paras=_told(fill.paras, way))
        case ChartBox():
            return replace(fill, rtl=rtl)
        case TableBox():
            rows = tuple(
                TableRow(row.height, tuple(TableCell(_told(cell.paras, way)) for cell in row.cells))
                for row in fill.rows
            )
            return replace(fill, rows=rows, rtl=rtl)
        case Shape() | PictureBox() | FormulaBox():
            return fill  # formulae become shapes of their own at last (see plan/deck/formula_shapes.py)
        case _:
            assert_never(fill)


def _told(paras: tuple[Para, ...], way: _Way) -> tuple[Para, ...]:
    """The paragraphs of a box or cell, which have no placeholder but what a template says of all text."""
    made = _paras(paras, way.rtl)
    if way.rtl or not way.made_for:
        return made
    return tuple(replace(para, rtl=False) if para.rtl is None else para for para in made)


def _paras(paras: tuple[Para, ...], rtl: bool) -> tuple[Para, ...]:
    if not rtl and not [run for para in paras for run in para.runs if not run.text.isascii()]:
        return paras  # as most are
    return tuple([_para(para, rtl) for para in paras])


def _para(para: Para, within: bool) -> Para:
    """The paragraph marked if it runs from right to left, or does not where all others do; else as it is."""
    if not _runs_rtl(para, within):
        return replace(para, rtl=False) if within else para
    return replace(para, rtl=True, runs=tuple(part for run in para.runs for part in _apart(run)))


def _against(para: Para, slot: Placeholder) -> Para:
    """The paragraph told from a placeholder whose text runs from right to left, if it does not itself."""
    level = slot.levels[min(para.level, len(slot.levels) - 1)] if slot.levels else None
    if level is None or not level.rtl or para.rtl is not None:
        return para
    return replace(para, rtl=False, align=para.align or ("center" if level.align == "center" else None))


def _apart(run: Run) -> list[Run]:
    """A run as it keeps its order: code and dates between marks of their direction, a link in parts that run one way.

    Some programs set each link as a whole, and would mix up its words.
    """
    if run.code:
        return [replace(run, text=f"{_LEFT_TO_RIGHT}{run.text}{_LEFT_TO_RIGHT}")]
    run = replace(run, text=IN_ORDER.sub(rf"{_LEFT_TO_RIGHT}\g<0>{_LEFT_TO_RIGHT}", run.text))
    if not (run.link or run.slide) or not has_rtl(run.text):
        return [run]
    parts: list[str] = []
    for _, words in groupby(run.text.split(" "), key=has_rtl):
        parts.append((" " if parts else "") + " ".join(words))
    return [replace(run, text=part) for part in parts]


def _runs_rtl(para: Para, within: bool) -> bool:
    """Whether a paragraph runs from right to left; never if it is nothing but code or a formula, unless in a list.

    A few Latin words that begin and end with a letter look the same both ways, and stay in line with their list.
    """
    if not within and not any(has_rtl(run.text) for run in para.runs):
        return False
    whole = "".join([run.text for run in para.runs])
    text = "".join(run.text for run in para.runs if not (run.code or run.formula)).strip()
    if whole.strip() and not text:
        return within and para.bullet and not any(run.formula for run in para.runs)
    return runs_rtl(text, within) or (within and text[0].isalnum() and text[-1].isalnum())


def _mirrored(fill: Fill, width: float) -> Fill:
    """The fill as far from the right of the slide as it was from the left."""
    if isinstance(fill, FormulaBox):
        return fill
    rect = fill.placeholder.rect if isinstance(fill, TextFill) and fill.rect is None else fill.rect
    assert rect is not None
    moved = Rect(width - rect.right, rect.y, rect.width, rect.height)
    return fill if abs(moved.x - rect.x) < 0.5 else replace(fill, rect=moved)
