"""The cheat sheet: the choice drawn on exactly one page, and what it left out."""

from collections.abc import Sequence

from triptych.geometry import Rect, Size
from triptych.model.document import Document, plain
from triptych.model.pages import BoxItem, Item, Page, Pages, RuleItem
from triptych.model.theme import Face, Theme
from triptych.plan.cheat_sheet.boxes import Box, boxes_of
from triptych.plan.cheat_sheet.search import (
    BOX_GAP,
    COLUMN_GAP,
    ENTRY_GAP,
    HEADER_LEADING,
    LABEL,
    LEADING,
    PAD,
    Choice,
    column_width,
    entry_spans,
    groups,
    header,
    header_spans,
    offset,
    ranked,
    search,
)
from triptych.plan.direction import mirrored, rtl_document
from triptych.plan.paragraphs import baseline, line_items, words_at
from triptych.plan.tree import Tree
from triptych.problem import Problem
from triptych.text.bidi import directed, spans_rtl
from triptych.text.lines import Line, Span, Style, break_lines
from triptych.text.shape import width

MARGIN = 28.0
WIDEST_STRETCH = 1.0
"""How much the space between boxes may grow, in ems, so that columns end together."""


def plan_cheat_sheet(document: Document, theme: Theme, paper: Size) -> tuple[Pages, tuple[Problem, ...]]:
    """The one page, and a note that says what was chosen and what was left out, with lines of the source."""
    theme, tree = theme.on_paper, Tree()
    root = tree.add("Document")
    boxes = boxes_of(document)
    rtl = rtl_document(document)
    head, top = _head(document, theme, paper, tree, root, rtl)
    free = Size(paper.width - 2 * MARGIN, paper.height - MARGIN - top)
    choice = search(boxes, theme, free.width, free.height)
    kept = _kept(boxes, choice)
    items = [*head, *_columns(boxes, kept, choice, Rect(MARGIN, top, free.width, free.height), theme, tree, root, rtl)]
    if rtl:
        items = [mirrored(item, paper.width) for item in items]
    pages = Pages(document.meta, (Page(paper, tuple(items)),), tree.tags())
    return pages, _report(document, boxes, choice)


def _kept(boxes: Sequence[Box], choice: Choice) -> list[frozenset[int]]:
    chosen: list[set[int]] = [set() for _ in boxes]
    for box, index in ranked(boxes)[: choice.kept]:
        chosen[box].add(index)
    return [frozenset(part) for part in chosen]


def _report(document: Document, boxes: Sequence[Box], choice: Choice) -> tuple[Problem, ...]:
    left = ranked(boxes)[choice.kept :]
    text = f"cheat sheet fits at {choice.size:g} pt in {_count(len(choice.layout) or 1, 'column')}"
    if left:
        lines = sorted({boxes[k].line if index == LABEL else boxes[k].entries[index].line for k, index in left})
        text += f"; left out {_count(len(left), 'detail')} ({_lines(lines)})"
    hint = "mark what must stay with {.essential}, what may go with {.optional}" if left else ""
    return (Problem("note", text, document.path, hint=hint),)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _lines(lines: Sequence[int]) -> str:
    shown = ", ".join(str(line) for line in lines[:12])
    more = f" and {len(lines) - 12} more" if len(lines) > 12 else ""
    return f"line{'s' if len(lines) > 1 else ''} {shown}{more}"


# --- drawing ---------------------------------------------------------------------------------------


def _head(document: Document, theme: Theme, paper: Size, tree: Tree, root: int, rtl: bool) -> tuple[list[Item], float]:
    """Title, who and when, a strong rule, and the question if there is just one; and the y beneath them."""
    meta, palette = document.meta, theme.palette
    face, right = Face(theme.text_family, bold=True), paper.width - MARGIN
    items: list[Item] = []
    byline = " · ".join(text for text in (", ".join(meta.authors), meta.course, meta.date) if text)
    small = Style(Face(theme.text_family), 8.5, palette.muted)
    by_lines = _set((Span(byline, small),), 240.0, rtl)[:1] if byline else ()
    by_width = max((line.width for line in by_lines), default=0.0)
    y = MARGIN
    title = document.meta.title.strip()
    if title:
        tag = tree.add("H1", root)
        size = next(
            (s for s in (20.0, 18.0, 16.0, 14.0) if width(title, face) * s <= right - MARGIN - by_width - 20), 12.0
        )
        lines = _set((Span(title, Style(face, size, palette.ink)),), right - MARGIN - by_width - 20, rtl)
        for line in lines[:3]:
            items.extend(line_items(line, MARGIN, y + baseline(size, size * 1.2), tag, tree, {}))
            y += size * 1.2
    if by_lines:
        tag = tree.add("P", root)
        items.extend(line_items(by_lines[0], right - by_width, max(y, MARGIN + 12.0) - 5.0, tag, tree, {}))
    y = max(y, MARGIN + 12.0) + 4.0
    items.append(RuleItem(MARGIN, y, right, y, 2.0, palette.deep))
    y += 9.0
    asked = [section for section in document.sections if section.is_question]
    if len(asked) == 1 == len(document.sections):
        tag = tree.add("H2", root)
        style = Style(face, 11.5, palette.ink)
        for line in _set((Span(plain(asked[0].title), style),), right - MARGIN, rtl)[:4]:
            items.extend(line_items(line, MARGIN, y + baseline(11.5, 14.0), tag, tree, {}))
            y += 14.0
        y += 5.0
    return items, y


def _set(spans: Sequence[Span], width: float, rtl: bool) -> tuple[Line, ...]:
    """Lines of the head, which stand where the page begins whichever way they run."""
    return directed(break_lines(spans, width), spans_rtl(spans, rtl), mirrored=rtl)


def _columns(
    boxes: Sequence[Box],
    kept: Sequence[frozenset[int]],
    choice: Choice,
    free: Rect,
    theme: Theme,
    tree: Tree,
    root: int,
    rtl: bool,
) -> list[Item]:
    """Each column's boxes from the top; the space between them grows a little so that columns end together."""
    size = choice.size
    wide = column_width(choice.columns, size, free.width)
    drawn = [[_Drawn(boxes[k], kept[k], wide, size, theme, rtl) for k in column] for column in choice.layout]
    heights = [sum(box.height for box in column) + BOX_GAP * size * (len(column) - 1) for column in drawn]
    tallest = max(heights, default=0.0)
    items: list[Item] = []
    for number, column in enumerate(drawn):
        y = free.y
        gaps = max(1, len(column) - 1)
        gap = BOX_GAP * size + min(WIDEST_STRETCH * size, (tallest - heights[number]) / gaps)
        for box in column:
            items.extend(box.items(free.x + number * (wide + COLUMN_GAP * size), y, tree, root))
            y += box.height + gap
    return items


class _Drawn:
    """A box with its lines broken at the final size."""

    def __init__(self, box: Box, kept: frozenset[int], width: float, size: float, theme: Theme, rtl: bool) -> None:
        self.box, self.width, self.size, self.theme, self.rtl = box, width, size, theme, rtl
        inner = width - 2 * PAD * size
        self.pale = box.tinted or box.question or kept <= {LABEL}
        color = theme.palette.ink if self.pale or not theme.filled else theme.palette.on_deep
        spans = header_spans(box, theme, size, color)
        own = bool(rtl and box.number) or spans_rtl(spans, rtl)
        self.header_side = rtl or own
        lines = break_lines(spans, inner) if header(box) else ()
        self.header = directed(lines, own, mirrored=self.header_side)
        self.groups = [(group, *self._lines(group, inner)) for group in groups(box, kept)]
        self.header_height = (len(self.header) * HEADER_LEADING + 0.3) * size if self.header else 0.0
        text = sum(len(lines) for _, lines, _ in self.groups) * LEADING * size
        text += ENTRY_GAP * size * max(0, len(self.groups) - 1)
        self.height = self.header_height + text + (2 * PAD * size if self.groups else 0.0)

    def _lines(self, group: tuple[int, ...], inner: float) -> tuple[tuple[Line, ...], bool]:
        """The lines of a group, and whether they begin at the right."""
        entries = [self.box.entries[index] for index in group]
        spans: list[Span] = []
        for entry in entries:
            if spans:
                spans.append(Span(" ", spans[-1].style))
            spans.extend(entry_spans(entry, self.theme, self.size))
        code = entries[0].code
        own = not code and spans_rtl(spans, self.rtl)
        lines = break_lines(spans, inner - offset(entries[0]) * self.size, tidy=not code)
        side = own or (self.rtl and not code and (bool(entries[0].mark) or len(lines) == 1))
        return directed(lines, own, mirrored=side), side

    def items(self, x: float, y: float, tree: Tree, root: int) -> list[Item]:
        """What is drawn, with its tags, the box's corner at (x, y)."""
        palette, size = self.theme.palette, self.size
        frame = Rect(x, y, self.width, self.height)
        items: list[Item] = [BoxItem(frame, "", palette.accent if self.box.tinted else palette.hairline, 0.7, 2.0)]
        section = tree.add("Sect", root)
        left = x + PAD * size
        if self.header:
            strip = Rect(x, y, self.width, self.header_height)
            items.append(self._ground(strip))
            tag = tree.add("H2", section)
            at = y + 0.15 * size
            for line in self.header:
                set_line = line_items(line, left, at + baseline(size, HEADER_LEADING * size), tag, tree, {})
                items.extend(self._facing(set_line, left, self.header_side))
                at += HEADER_LEADING * size
        at = y + self.header_height + PAD * size
        for group, lines, side in self.groups:
            items.extend(self._facing(self._entry(group, lines, left, at, tree, section, side), left, side))
            at += (len(lines) * LEADING + ENTRY_GAP) * size
        return items

    def _ground(self, strip: Rect) -> BoxItem:
        """What a header stands on; an outline where ink is saved."""
        palette = self.theme.palette
        if self.theme.filled:
            return BoxItem(strip, palette.tint if self.pale else palette.deep, "", 0.0, 2.0)
        return BoxItem(strip, "", palette.hairline if self.pale else palette.deep, 0.7, 2.0)

    def _facing(self, items: list[Item], left: float, side: bool) -> list[Item]:
        """Items on their own side of the box, the right one or not, where that is not the page's."""
        axis = 2 * left + self.width - 2 * PAD * self.size
        return items if side == self.rtl else [mirrored(item, axis) for item in items]

    def _entry(
        self, group: tuple[int, ...], lines: tuple[Line, ...], x: float, y: float, tree: Tree, section: int, side: bool
    ) -> list[Item]:
        entry, size = self.box.entries[group[0]], self.size
        tag = tree.add("P", section)
        owner = tree.add("Code", tag) if entry.code else tag
        left = x + offset(entry) * size
        items: list[Item] = []
        if entry.mark:
            face, rise = Face(self.theme.text_family), baseline(size, LEADING * size)
            mark_x = left - (width(entry.mark, face) + 0.3) * size
            style = Style(face, size, self.theme.palette.ink)
            items.extend(words_at(entry.mark + " ", style, mark_x, y + rise, tag, rtl=side))
        links: dict[int, int] = {}
        for line in lines:
            items.extend(line_items(line, left, y + baseline(size, LEADING * size), owner, tree, links))
            y += LEADING * size
        return items
