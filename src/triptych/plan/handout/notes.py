"""Each slide above its speaker notes; what has no notes has lines to write on."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.model.deck import Deck, Para, Run
from triptych.model.decor import Decor
from triptych.model.document import Document
from triptych.model.forms import Ruling
from triptych.model.pages import Destination, Item, Pages, TextItem
from triptych.model.theme import Face, Theme
from triptych.plan.direction import mirrored
from triptych.plan.flow import Placed, Strip, draw
from triptych.plan.handout.slides import (
    BOTTOM,
    LABEL,
    LEAST_RULED,
    MARGIN,
    Sheet,
    framed,
    heading,
    new_sheet,
    outline,
    page,
)
from triptych.plan.inlines import LOWERED, RAISED, SMALL, outside
from triptych.plan.pagination import paginate
from triptych.plan.paragraphs import baseline, paragraph
from triptych.plan.ruling import ruled
from triptych.plan.slides.lists import Tagger
from triptych.text.bidi import runs_rtl
from triptych.text.drawings import drawing
from triptych.text.sans import is_sans
from triptych.text.shape import word_width
from triptych.text.spans import Span, Style

SIZE, LEADING, GAP = 10.5, 15.0, 5.0
"""Points: type of the notes, from line to line, between paragraphs."""
STEP = 16.0
"""Points of indentation for each level of a list."""
SHARE = 0.46
"""Of a page's height, which a slide takes at most."""
_AFTER = 14.0


def plan_notes(
    deck: Deck, document: Document, theme: Theme, decor: tuple[Decor, ...], paper: Size, ruling: Ruling
) -> Pages:
    """A page for each slide, its notes below; long ones go on on further pages.

    `ruling` fills what the notes leave free; where there are none, there are lines at least.
    """
    sheet = new_sheet(document, deck, theme, decor)
    title, top = heading(sheet, paper, sheet.root)
    frame = _frame(deck.size, paper, top)
    bottom = paper.height - BOTTOM
    made: list[list[Item]] = []
    places: list[Destination] = []
    for number, slide in enumerate(deck.slides, 1):
        section = sheet.tree.add("Sect", sheet.root)
        places.append(Destination(slide.id, len(made), max(0.0, top - 6.0)))
        drawn = framed(number, sheet, frame, section)
        strips = _strips(slide.notes, sheet, section, paper.width - 2 * MARGIN)
        room = Strip(frame.bottom + LABEL + _AFTER - top, keep=False)
        pages = paginate([room, *strips], top, bottom)
        for index, placed in enumerate(pages):
            items = [*title, *drawn] if not made else drawn if index == 0 else []
            filling = ruling if strips or ruling != "none" else "lines"
            free = _rest(placed, paper, bottom) if index == len(pages) - 1 else None
            made.append([*items, *_notes(placed, sheet, paper), *_filled(free, filling, sheet)])
    pages_out = tuple(page(items, index, len(made), sheet, paper) for index, items in enumerate(made))
    return Pages(document.meta, pages_out, sheet.tree.tags(), tuple(places), outline(deck))


def _frame(slide: Size, paper: Size, top: float) -> Rect:
    full = paper.width - 2 * MARGIN
    width = min(full, (paper.height * SHARE) * slide.width / slide.height)
    return Rect(MARGIN + (full - width) / 2, top, width, width * slide.height / slide.width)


def _rest(placed: Sequence[Placed], paper: Size, bottom: float) -> Rect:
    """What is left of a page below what stands on it."""
    last = placed[-1]
    y = last.y + last.strip.height + (GAP if len(placed) > 1 else 0.0)
    return Rect(MARGIN, y, paper.width - 2 * MARGIN, max(0.0, bottom - y))


def _filled(free: Rect | None, ruling: Ruling, sheet: Sheet) -> tuple[Item, ...]:
    if free is None or free.height < LEAST_RULED:
        return ()
    return ruled(free, ruling, sheet.theme.palette.hairline)


def _notes(placed: Sequence[Placed], sheet: Sheet, paper: Size) -> list[Item]:
    drawn = draw(placed, MARGIN)
    return [mirrored(item, paper.width) for item in drawn] if sheet.rtl else drawn


def _strips(paras: Sequence[Para], sheet: Sheet, section: int, width: float) -> list[Strip]:
    """The notes as strips: lists with their marks, text as it is written."""
    tagger = Tagger(sheet.tree, section)
    out: list[Strip] = []
    for para in paras:
        if not any(run.text.strip() for run in para.runs):
            continue
        marked = para.bullet or para.number is not None
        x = (para.level + marked) * STEP
        label, tag = tagger.item(para.level, numbered=para.number is not None) if marked else (None, tagger.plain())
        assert tag is not None
        gap = 0.0 if not out else GAP if not marked or para.level == 0 else GAP / 2
        made = paragraph(
            _spans(para.runs, sheet), sheet.tree, tag, width=width - x, leading=LEADING, x=x, before=gap, rtl=sheet.rtl
        )
        if marked:
            made[0] = replace(made[0], items=(_mark(para, x, sheet, label), *made[0].items))
        out += made
    return out


def _mark(para: Para, x: float, sheet: Sheet, tag: int | None) -> TextItem:
    """The number or bullet before a paragraph; a number ends where its text is near."""
    face = Face(sheet.theme.text_family)
    text = f"{para.number}." if para.number is not None else para.mark or ("•" if para.level % 2 == 0 else "–")
    at = x - STEP
    if para.number is not None:
        at = x - 5.0 - word_width(text, face) * SIZE
    color = sheet.theme.palette.accent
    return TextItem(at, baseline(SIZE, LEADING), text, face, SIZE, color, tag, rtl=sheet.rtl and runs_rtl(text, True))


def _spans(runs: Sequence[Run], sheet: Sheet) -> list[Span]:
    palette = sheet.theme.palette
    out = []
    sans = is_sans(sheet.theme.text_family)
    for run in runs:
        target = outside(run.link)
        size = SIZE * (SMALL if run.shift else 1.0) * (0.92 if run.code else 1.0)
        style = Style(
            Face(sheet.theme.code_family if run.code else sheet.theme.text_family, run.bold, run.italic),
            round(size, 3),
            palette.accent if target else palette.ink,
            target,
            {"": 0.0, "super": RAISED, "sub": LOWERED}[run.shift] * SIZE,
            palette.mark if run.highlight else "",
            run.strike,
            lang=run.lang,
            hyphens="" if run.code else sheet.theme.hyphens,
        )
        outline = drawing(run.formula, display=False, sans=sans) if run.formula else None
        out.append(Span(run.text, style, outline, run.formula if outline else "", sans=sans))
    return out
