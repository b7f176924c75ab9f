"""Formulae that characters cannot say as shapes of their own, so that every program can show them.

A text that holds some is divided: its placeholder keeps what stands before the first of them, or behind it if nothing
does; each paragraph with such a formula becomes a box that has a picture beside its equations; what is left of the
text stands in boxes that look like the placeholder.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from triptych.geometry import Insets, Rect
from triptych.model.deck import (
    Deck,
    Drawn,
    Fill,
    FormulaBox,
    Ink,
    Para,
    Run,
    Slide,
    TableBox,
    TableCell,
    TableRow,
    TextBox,
    TextFill,
)
from triptych.model.pages import Item
from triptych.model.theme import Face, Theme
from triptych.plan.deck.measure import RESERVE, Measured, size_at
from triptych.plan.slides.slide import box_items, text_look
from triptych.plan.slides.stage import Stage
from triptych.plan.slides.tables import cell_items, cell_places
from triptych.plan.slides.text import text_items
from triptych.plan.tree import Tree
from triptych.text.drawings import drawing
from triptych.text.extents import extent, hull
from triptych.text.shape import plain_width

NUMBER_GAP = 12.0
"""Points between a formula and its number."""
_EDGE = 1.0
"""Points around what a picture shows, for curves that bend over their points."""


def with_formula_shapes(deck: Deck, theme: Theme) -> Deck:
    """The deck with its formulae as shapes; the very same if it has none that needs one."""
    if not any(needs_picture(para) for slide in deck.slides for fill in slide.fills for para in _paras(fill)):
        return deck
    stage = Stage(deck, theme, (), Tree())
    return replace(deck, slides=tuple(_slide(slide, stage) for slide in deck.slides))


def needs_picture(para: Para) -> bool:
    """Whether programs without equations must be shown a picture of a paragraph: characters cannot say its formulae.

    What is also a link, or has a colour of its own, is text in every program.
    """
    return any(
        run.formula
        and not (run.link or run.slide or run.color)
        and (para.display or not _sayable(run.formula))
        and drawing(run.formula, display=para.display) is not None
        for run in para.runs
    )


@lru_cache(maxsize=4096)
def _sayable(latex: str) -> bool:
    from triptych.model.latex import lettered  # late: few documents have a formula

    return lettered(latex) is not None


def _paras(fill: Fill) -> Iterator[Para]:
    match fill:
        case TextFill() if fill.placeholder.kind != "title":
            yield from fill.paras
        case TextBox():
            yield from fill.paras
        case TableBox():
            yield from (para for row in fill.rows for cell in row.cells for para in cell.paras)
        case _:
            return


def _slide(slide: Slide, stage: Stage) -> Slide:
    fills: list[Fill] = []
    for fill in slide.fills:
        if not any(map(needs_picture, _paras(fill))):
            fills.append(fill)
        elif isinstance(fill, TextFill):
            fills += _divided(fill, stage)
        elif isinstance(fill, TextBox):
            fills.append(_pictured(fill.name, fill, stage))
        elif isinstance(fill, TableBox):
            fills.append(_table(fill, stage))
        else:
            fills.append(fill)
    return replace(slide, fills=tuple(_named(fills)))


def _named(fills: Sequence[Fill]) -> Iterator[Fill]:
    """The fills, the boxes with formulae among them numbered."""
    count = 0
    for fill in fills:
        count += isinstance(fill, FormulaBox)
        yield replace(fill, name=f"{fill.name} {count}") if isinstance(fill, FormulaBox) else fill


# --- texts -----------------------------------------------------------------------------------------


def _divided(fill: TextFill, stage: Stage) -> list[Fill]:
    """A text in parts one below the other, each as high as it was measured to be."""
    slot = fill.placeholder
    inner = (fill.rect or slot.rect).inset(slot.insets)
    scale = fill.sizes[0] / slot.levels[0].size if fill.sizes else 1.0
    measured = [Measured(para, slot, stage.theme.code_family) for para in fill.paras]
    heights = [part.height(inner.width, scale) for part in measured]
    befores = [part.before if index else 0.0 for index, part in enumerate(measured)]
    share = {"t": 0.0, "ctr": 0.5, "b": 1.0}[slot.anchor]
    y = inner.y + max(0.0, inner.height - sum(heights) - sum(befores)) * share
    out: list[Fill] = []
    free = False
    for start, end in _groups(fill.paras):
        y += befores[start]
        high = sum(heights[start:end]) + sum(befores[start + 1 : end])
        part = replace(fill, paras=fill.paras[start:end], rect=_around(inner, y, high, slot.insets))
        if needs_picture(part.paras[0]):
            out += _formula(part, scale, stage)
        else:
            out.append(replace(part, free=free))
            free = True
        y += high
    return out


def _groups(paras: Sequence[Para]) -> list[tuple[int, int]]:
    """Paragraphs that stay together; each that needs a picture is alone."""
    out: list[tuple[int, int]] = []
    for index, para in enumerate(paras):
        alone = needs_picture(para)
        if out and not alone and not needs_picture(paras[out[-1][0]]):
            out[-1] = (out[-1][0], index + 1)
        else:
            out.append((index, index + 1))
    return out


def _around(inner: Rect, y: float, height: float, insets: Insets) -> Rect:
    """The rectangle of a text whose inner part begins at `y`."""
    return Rect(
        inner.x - insets.left, y - insets.top, inner.width + insets.left + insets.right,
        height + insets.top + insets.bottom,
    )  # fmt: skip


def _formula(part: TextFill, scale: float, stage: Stage) -> list[Fill]:
    """A paragraph with a formula; the number of one that stands alone has a box of its own at the edge."""
    para = part.paras[0]
    number = "".join(run.text for run in para.runs[1:]).strip() if para.display else ""
    if not number:
        return [_pictured("Formula" if para.display else "Text", replace(part, free=True), stage)]
    assert part.rect is not None
    level, insets = part.placeholder.levels[0], part.placeholder.insets
    size = size_at(level, scale)
    inner = part.rect.inset(insets)
    wide = plain_width(number, Face(level.family, level.bold)) * size / RESERVE + NUMBER_GAP
    room = inner.inset(Insets(left=wide, right=wide))
    shown = replace(part, paras=(replace(para, runs=para.runs[:1]),), rect=_around(room, inner.y, inner.height, insets))
    left = inner.x if para.rtl else inner.right - wide
    at = Rect(left, inner.y, wide, inner.height)
    said = Para((Run(number),), bullet=False, align="left" if para.rtl else "right")
    color = level.color or stage.theme.palette.ink
    return [
        _pictured("Formula", replace(shown, free=True), stage),
        TextBox("Formula Number", at, (said,), size, color, anchor="ctr"),
    ]


def _pictured(name: str, text: TextFill | TextBox, stage: Stage) -> FormulaBox:
    if isinstance(text, TextBox):
        items = box_items(text, stage, None)
    else:
        assert text.rect is not None
        inner = text.rect.inset(text.placeholder.insets)
        items = text_items(text.paras, inner, text.anchor, text_look(text), stage, None)
        return FormulaBox(name, text, _within(_drawn(items, text.paras), inner))
    return FormulaBox(name, text, _drawn(items, text.paras))


def _within(drawn: Drawn, inner: Rect) -> Drawn:
    """The ink moved up as far as it would stand below its box: a formula that is set smaller hangs from a high line."""
    over = drawn.rect.bottom - _EDGE - inner.bottom
    if over <= 0.0:
        return drawn
    from triptych.plan.flow import moved, shifted  # late: few documents have a formula

    items = (shifted(item, 0.0, -over) for item in drawn.items)
    ink = tuple(item for item in items if isinstance(item, Ink))
    return replace(drawn, rect=moved(drawn.rect, 0.0, -over), items=ink)


def _drawn(items: Sequence[Item], paras: Sequence[Para]) -> Drawn:
    """The ink of a text and what it says."""
    ink = tuple(item for item in items if isinstance(item, Ink))
    around = hull(extent(item) for item in ink)
    assert around is not None  # a formula is among it
    said = " ".join("".join([run.text for run in para.runs]) for para in paras)
    return Drawn(around.inset(Insets(-_EDGE, -_EDGE, -_EDGE, -_EDGE)), ink, " ".join(said.split()))


# --- tables ----------------------------------------------------------------------------------------


def _table(box: TableBox, stage: Stage) -> TableBox:
    """The table with a picture for each cell that needs one."""
    rows, y = [], box.rect.y
    for index, row in enumerate(box.rows):
        places = cell_places(box, Rect(box.rect.x, y, sum(box.widths), row.height))
        cells = (_cell(cell, place, box, stage, head=index == 0) for cell, place in zip(row.cells, places, strict=True))
        rows.append(TableRow(row.height, tuple(cells)))
        y += row.height
    return replace(box, rows=tuple(rows))


def _cell(cell: TableCell, place: Rect, box: TableBox, stage: Stage, *, head: bool) -> TableCell:
    if not any(map(needs_picture, cell.paras)):
        return cell
    items = cell_items(cell, place, box, stage, None, head=head)
    return replace(cell, drawn=_drawn(items, cell.paras))
