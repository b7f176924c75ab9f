"""What stands above the boxes: the title, who and when, a strong rule, a question that all of it answers."""

from collections.abc import Sequence

import msgspec

from triptych.languages.words import counted, word
from triptych.model.document import Document
from triptych.model.pages import Item, RuleItem
from triptych.model.queries import asks, title_of
from triptych.model.theme import Face, Theme
from triptych.plan.cheat_sheet.sheet import Sheet
from triptych.plan.cheat_sheet.spans import header_lines, header_spans
from triptych.plan.fitting import line_room
from triptych.plan.paragraphs import baseline, line_items, texts_at
from triptych.plan.tree import Tree
from triptych.text.bidi import directed, spans_rtl
from triptych.text.lines import Line, break_lines
from triptych.text.shape import width
from triptych.text.spans import Span, Style


class Head(msgspec.Struct, frozen=True):
    """What is drawn, the y beneath it, and whether there was more of it than there is room for."""

    items: tuple[Item, ...]
    bottom: float
    cut: bool = False


TITLES, BYLINE, QUESTION = (16.0, 14.0, 12.0), 8.5, 11.0
"""Points on A4."""
BESIDE = 240.0
"""Points on A4 that who and when may take beside the title; on small paper no more than a third of it."""


def first_head(document: Document, theme: Theme, sheet: Sheet, tree: Tree, root: int, rtl: bool) -> Head:
    """The head of the first side."""
    palette, grown = theme.palette, sheet.growth
    left, right = sheet.margin, sheet.size.width - sheet.margin
    byline = _byline(document, theme, sheet, rtl)
    beside = byline[0].width if len(byline) == 1 and byline[0].width <= _beside(sheet) else 0.0
    title = _title(document, theme, sheet, right - left - beside - 20 * grown, tree, root, rtl)
    items, y = list(title.items), max(title.bottom, sheet.margin + 12.0 * grown)
    if byline:
        tag = tree.add("P", root)
        size = sheet.type(BYLINE)
        for line in byline:
            y += 0.0 if beside else size * 1.5
            rise = 5.0 * grown if beside else 0.3 * size
            items.extend(line_items(line, right - line.width if beside else left, y - rise, tag, tree, {}))
    y += 4.0 * grown
    items.append(RuleItem(left, y, right, y, 2.0 * grown, palette.deep))
    asked = _question(document, theme, sheet, y + 9.0 * grown, tree, root, rtl)
    return Head((*items, *asked.items), asked.bottom, title.cut or asked.cut)


def second_head(document: Document, theme: Theme, sheet: Sheet, rtl: bool) -> Head:
    """The small head of the second side: the title again and which side it is; artifacts."""
    size, left, color = sheet.type(BYLINE), sheet.margin, theme.palette.muted
    y = left + baseline(size, size * 1.2)
    side = counted(word(document, "page"), 2, 2)
    where = _set((Span(side, Style(Face(theme.text_family), size, color)),), sheet.width, rtl)[0]
    bold = Style(Face(theme.text_family, bold=True), size, color)
    title = _set((Span(document.meta.title.strip(), bold),), sheet.width - where.width - 2 * size, rtl)[0]
    items: list[Item] = [*texts_at(title, left, y), *texts_at(where, left + sheet.width - where.width, y)]
    rule = left + size * 1.2 + 3.0 * sheet.growth
    items.append(RuleItem(left, rule, left + sheet.width, rule, 1.0 * sheet.growth, theme.palette.deep))
    return Head(tuple(items), rule + 7.0 * sheet.growth)


def _byline(document: Document, theme: Theme, sheet: Sheet, rtl: bool) -> tuple[Line, ...]:
    """Who and when: a line to stand beside the title, or the lines beneath it."""
    meta = document.meta
    text = " · ".join(text for text in (", ".join(meta.authors), meta.course, meta.date) if text)
    spans = (Span(text, Style(Face(theme.text_family), sheet.type(BYLINE), theme.palette.muted)),)
    return _set(spans, sheet.width, rtl)[:2] if text else ()


def _beside(sheet: Sheet) -> float:
    return min(BESIDE * sheet.growth, sheet.width / 3)


def _title(document: Document, theme: Theme, sheet: Sheet, room: float, tree: Tree, root: int, rtl: bool) -> Head:
    """The title on one line if it can be."""
    title, face = document.meta.title.strip(), Face(theme.text_family, bold=True)
    items: list[Item] = []
    y, cut = sheet.margin, False
    if title:
        tag = tree.add("H1", root)
        sizes = [sheet.type(points) for points in TITLES]
        size = next((size for size in sizes if width(title, face) * size <= room), sizes[-1])
        said = header_spans(title_of(document.meta), theme, size, theme.palette.ink)
        lines = _set(said, room, rtl)
        rise, leading = header_lines(said, size)
        shown = _some(lines, leading, sheet)
        cut = len(shown) < len(lines)
        for line in shown:
            items.extend(line_items(line, sheet.margin, y + rise, tag, tree, {}))
            y += leading
    return Head(tuple(items), y, cut)


def is_asked(document: Document) -> bool:
    """Whether the document is the answer to one question, which stands above the boxes."""
    return len(document.sections) == 1 and asks(document.sections[0])


def _question(document: Document, theme: Theme, sheet: Sheet, y: float, tree: Tree, root: int, rtl: bool) -> Head:
    """The question, if the document is the answer to just one."""
    items: list[Item] = []
    cut = False
    if is_asked(document):
        tag = tree.add("H2", root)
        size, leading = sheet.type(QUESTION), sheet.type(QUESTION) * 14.0 / QUESTION
        said = header_spans(document.sections[0].title, theme, size, theme.palette.ink)
        rise, leading = line_room(said, size, baseline(size, leading), leading)
        lines = _set(said, sheet.width, rtl)
        shown = _some(lines, leading, sheet)
        cut = len(shown) < len(lines)
        for line in shown:
            items.extend(line_items(line, sheet.margin, y + rise, tag, tree, {}))
            y += leading
        y += 5.0 * sheet.growth
    return Head(tuple(items), y, cut)


def _some(lines: Sequence[Line], leading: float, sheet: Sheet) -> Sequence[Line]:
    """The first lines: no more than a quarter of the side, for the boxes matter more."""
    return lines[: max(1, int(sheet.size.height / 4 / leading))]


def _set(spans: Sequence[Span], width: float, rtl: bool) -> tuple[Line, ...]:
    """Lines of the head, which stand where the page begins whichever way they run."""
    return directed(break_lines(spans, width), spans_rtl(spans, rtl), mirrored=rtl)
