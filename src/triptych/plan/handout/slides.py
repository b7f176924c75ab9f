"""The deck's slides on paper: one to nine a page, each with its number, and room to write on."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.model.deck import Deck
from triptych.model.decor import Decor
from triptych.model.document import Document
from triptych.model.forms import Ruling
from triptych.model.pages import BoxItem, Destination, Item, OutlineEntry, Page, Pages
from triptych.model.theme import Face, Theme
from triptych.plan.direction import mirrored, rtl_document
from triptych.plan.handout.running_header import furniture
from triptych.plan.paragraphs import baseline, line_items, words_at
from triptych.plan.ruling import LINE, ruled
from triptych.plan.slides import Stage, slide_items
from triptych.plan.tree import Tree
from triptych.text.bidi import directed, spans_rtl
from triptych.text.lines import break_lines
from triptych.text.shape import width
from triptych.text.spans import Span, Style

MARGIN = 42.0
"""Points at the left and the right, so that slides are as large as they can be."""
TOP, BOTTOM = 56.0, 52.0
"""Points above and below the slides."""
ACROSS, DOWN = 16.0, 14.0
"""Points between slides."""
LABEL = 14.0
"""Points beneath a slide for its number."""
BESIDE = 304.0
"""Points of a slide that has lines beside it: then text of 18 points on it can still be read."""
LEAST_RULED = 2 * LINE
"""Points of height from which on free space is ruled."""
GRIDS = {1: ((1, 1),), 2: ((1, 2), (2, 1)), 3: ((1, 3),), 4: ((2, 2),), 6: ((2, 3), (3, 2)), 9: ((3, 3),)}
"""Columns and rows for so many slides a page."""


class Grid(msgspec.Struct, frozen=True):
    """How slides stand on a page: the paper, and for each slide its frame and the free space beside or beneath it."""

    paper: Size
    frames: tuple[Rect, ...]
    free: tuple[Rect, ...]


class Sheet(msgspec.Struct, frozen=True):
    """What every page of slides is set with: the document, its theme on paper, the stage, the root of the tags."""

    document: Document
    theme: Theme
    stage: Stage
    root: int
    rtl: bool

    @property
    def tree(self) -> Tree:
        """The tags in the making."""
        return self.stage.tree


def new_sheet(document: Document, deck: Deck, theme: Theme, decor: tuple[Decor, ...]) -> Sheet:
    """The beginning of a handout of slides."""
    tree = Tree()
    paper = theme.on_paper
    stage = Stage(deck, theme, decor, tree, family=paper.text_family)
    return Sheet(document, paper, stage, tree.add("Document"), rtl_document(document))


def plan_slides(
    deck: Deck, document: Document, theme: Theme, decor: tuple[Decor, ...], paper: Size, per_page: int, ruling: Ruling
) -> Pages:
    """The slides on paper of a size in points, upright or on its side, whichever makes them larger.

    `per_page` is 1, 2, 3, 4, 6 or 9. Three stand beside lines to write on; otherwise `ruling` fills what space they
    leave. `decor` is what the layouts draw, by their index.
    """
    sheet = new_sheet(document, deck, theme, decor)
    wide = Size(paper.height, paper.width)
    above = {size: heading(sheet, size, None)[1] for size in (paper, wide)}
    grid = best_grid(deck.size, (paper, wide), per_page, ruling, above)
    grid = turned(grid) if sheet.rtl else grid
    ruling = "lines" if per_page == 3 and ruling == "none" else ruling
    title, _ = heading(sheet, grid.paper, sheet.root)
    slides = list(enumerate(deck.slides, 1))
    groups = [slides[at : at + per_page] for at in range(0, len(slides), per_page)]
    pages, places = [], []
    for index, group in enumerate(groups):
        items: list[Item] = list(title) if index == 0 else []
        for (number, slide), frame, free in zip(group, grid.frames, grid.free, strict=False):
            items += framed(number, sheet, frame, sheet.tree.add("Sect", sheet.root))
            items += ruled(free, ruling, sheet.theme.palette.hairline) if free.height >= LEAST_RULED else ()
            places.append(Destination(slide.id, index, max(0.0, frame.y - 6.0)))
        pages.append(page(items, index, len(groups), sheet, grid.paper))
    return Pages(document.meta, tuple(pages), sheet.tree.tags(), tuple(places), outline(deck))


def best_grid(slide: Size, papers: Sequence[Size], per_page: int, ruling: Ruling, above: dict[Size, float]) -> Grid:
    """The grid with the largest slides. `above` is where slides may begin on each paper; points."""
    if per_page == 3 or (per_page == 1 and ruling != "none"):
        papers = papers[:1]  # room to write beside or beneath
    grids = [_grid(slide, paper, columns, rows, above[paper]) for paper in papers for columns, rows in GRIDS[per_page]]
    return max(grids, key=lambda grid: round(grid.frames[0].width))


def _grid(slide: Size, paper: Size, columns: int, rows: int, top: float) -> Grid:
    full, tall = paper.width - 2 * MARGIN, paper.height - top - BOTTOM
    beside = (columns, rows) == (1, 3)
    cell = Size((full - ACROSS * (columns - 1)) / columns, (tall - DOWN * (rows - 1)) / rows)
    widest = min(cell.width, BESIDE) if beside else cell.width
    width = min(widest, (cell.height - LABEL) * slide.width / slide.height)
    height = width * slide.height / slide.width
    frames, free = [], []
    for k in range(columns * rows):
        x = MARGIN + (k % columns) * (cell.width + ACROSS)
        y = top + (k // columns) * (cell.height + DOWN)
        frame = Rect(x if beside else x + (cell.width - width) / 2, y, width, height)
        frames.append(frame)
        if beside:
            free.append(Rect(frame.right + ACROSS, y, full - width - ACROSS, cell.height - LABEL))
        else:
            free.append(Rect(frame.x, frame.bottom + LABEL, width, cell.height - height - LABEL))
    return Grid(paper, tuple(frames), tuple(free))


def heading(sheet: Sheet, paper: Size, parent: int | None) -> tuple[list[Item], float]:
    """The document's title at the head of the first page, and the y at which slides may begin below it.

    Without a parent for its tag it is only measured.
    """
    title, full = sheet.document.meta.title.strip(), paper.width - 2 * MARGIN
    if not title:
        return [], TOP
    size = 16.0 if len(title) < 90 else 12.0
    spans = (Span(title, Style(Face(sheet.theme.text_family, bold=True), size, sheet.theme.palette.ink)),)
    rtl = spans_rtl(spans, sheet.rtl)
    lines = directed(break_lines(spans, full), rtl)
    leading, y = size * 1.25, TOP - 22.0 - size
    items: list[Item] = []
    if parent is not None:
        tag = sheet.tree.add("H1", parent)
        for line in lines:
            x = paper.width - MARGIN - line.width if rtl else MARGIN
            items += line_items(line, x, y + baseline(size, leading), tag, sheet.tree, {})
            y += leading
    return items, max(TOP, TOP - 22.0 - size + leading * len(lines) + 10.0)


def framed(number: int, sheet: Sheet, frame: Rect, section: int) -> list[Item]:
    """A slide with a hairline around it and its number beneath, at the side where text begins."""
    slide = sheet.stage.deck.slides[number - 1]
    label = sheet.tree.add("P", section)
    style = Style(Face(sheet.theme.text_family), 8.5, sheet.theme.palette.muted)
    items: list[Item] = list(slide_items(slide, number, sheet.stage, frame, section))
    items.append(BoxItem(frame, "", sheet.theme.palette.hairline, 0.6))
    text = str(number)
    x = frame.right - width(text, style.face) * style.size if sheet.rtl else frame.x
    return [*items, *words_at(text, style, x, frame.bottom + 11.0, label)]


def page(items: Sequence[Item], index: int, count: int, sheet: Sheet, paper: Size) -> Page:
    """A page with its furniture."""
    around = furniture(sheet.document, sheet.theme, paper, index, count, margin=MARGIN, rtl=sheet.rtl)
    if sheet.rtl:
        around = [mirrored(item, paper.width) for item in around]
    return Page(paper, (*items, *around))


def outline(deck: Deck) -> tuple[OutlineEntry, ...]:
    """Bookmarks: every slide's title, beneath that of its section."""
    named = {section.slides[0]: section.name for section in deck.sections if section.slides and section.name.strip()}
    level = 0
    out: list[OutlineEntry] = []
    for slide in deck.slides:
        if slide.id in named:
            out.append(OutlineEntry(named[slide.id], 0, slide.id))
            level = 1
        if slide.title.strip():
            out.append(OutlineEntry(slide.title, level, slide.id))
    return tuple(out)


def turned(grid: Grid) -> Grid:
    """The grid as it is read from right to left."""
    axis = grid.paper.width

    def over(rects: tuple[Rect, ...]) -> tuple[Rect, ...]:
        return tuple(replace(rect, x=axis - rect.right) for rect in rects)

    return Grid(grid.paper, over(grid.frames), over(grid.free))
