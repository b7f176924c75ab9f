"""Boxes drawn: each in its column, under its header, sections in frames of their own if asked for."""

from collections.abc import Sequence

import msgspec

from triptych.geometry import Rect
from triptych.model.document import Inlines
from triptych.model.pages import BoxItem, Item
from triptych.model.theme import Face, Theme
from triptych.plan.cheat_sheet.boxes import Box
from triptych.plan.cheat_sheet.measure import (
    ENTRY_GAP,
    HEADER_LEADING,
    LABEL,
    LEADING,
    PAD,
    broken,
    group_spans,
    groups,
    header,
    header_height,
    header_spans,
    offset,
)
from triptych.plan.direction import mirrored
from triptych.plan.fitting import reach
from triptych.plan.paragraphs import baseline, line_items, untagged, words_at
from triptych.plan.tree import Tree
from triptych.text.bidi import directed, spans_rtl
from triptych.text.lines import Line, Style, break_lines
from triptych.text.shape import width


class Pen(msgspec.Struct, frozen=True):
    """What everything on a sheet is drawn with: the theme, the type size, the width of a column, the tags.

    `weight` is how heavy lines are compared with A4.
    """

    theme: Theme
    size: float
    width: float
    tree: Tree
    root: int
    rtl: bool
    weight: float = 1.0

    def outline(self, rect: Rect, color: str) -> BoxItem:
        """A rectangle around something."""
        return BoxItem(rect, "", color, 0.7 * self.weight, 2.0 * self.weight)


class Header:
    """A header on its strip: dark, or pale where it is less."""

    def __init__(self, text: Inlines, pen: Pen, *, pale: bool, numbered: bool = False) -> None:
        self.pen, self.pale = pen, pale
        palette = pen.theme.palette
        color = palette.ink if pale or not pen.theme.filled else palette.on_deep
        spans = header_spans(text, pen.theme, pen.size, color)
        own = (pen.rtl and numbered) or spans_rtl(spans, pen.rtl)
        self.side = pen.rtl or own
        lines = break_lines(spans, pen.width - 2 * PAD * pen.size) if text else ()
        self.lines = directed(lines, own, mirrored=self.side)
        self.height = header_height(len(self.lines)) * pen.size

    def items(self, x: float, y: float, tag: int | None) -> list[Item]:
        """What is drawn, the strip's corner at (x, y); an artifact without a tag."""
        size = self.pen.size
        items: list[Item] = [self._ground(Rect(x, y, self.pen.width, self.height))]
        left, at = x + PAD * size, y + 0.15 * size
        for line in self.lines:
            rise = at + baseline(size, HEADER_LEADING * size)
            if tag is None:
                set_line = [untagged(item) for item in line_items(line, left, rise, 0, Tree(), {})]
            else:
                set_line = line_items(line, left, rise, tag, self.pen.tree, {})
            items.extend(facing(set_line, left, self.side, self.pen))
            at += HEADER_LEADING * size
        return items

    def _ground(self, strip: Rect) -> BoxItem:
        """What a header stands on; an outline where ink is saved."""
        palette = self.pen.theme.palette
        if self.pen.theme.filled:
            return BoxItem(strip, palette.tint if self.pale else palette.deep, "", 0.0, 2.0 * self.pen.weight)
        return self.pen.outline(strip, palette.hairline if self.pale else palette.deep)


class Drawn:
    """A box with its lines broken at the final size; `within` the frame of its section it has no outline."""

    def __init__(self, box: Box, kept: frozenset[int], pen: Pen, *, within: bool) -> None:
        self.box, self.pen, self.within = box, pen, within
        size = pen.size
        pale = box.tinted or box.question or within or kept <= {LABEL}
        self.header = Header(header(box), pen, pale=pale, numbered=bool(box.number))
        self.groups = [(group, *self._lines(group)) for group in groups(box, kept)]
        text = sum(self._reach(line)[1] for _, lines, _ in self.groups for line in lines)
        text += ENTRY_GAP * size * max(0, len(self.groups) - 1)
        self.height = self.header.height + text + (2 * PAD * size if self.groups else 0.0)

    def _lines(self, group: tuple[int, ...]) -> tuple[tuple[Line, ...], bool]:
        """The lines of a group, and whether they begin at the right."""
        entries, pen = [self.box.entries[index] for index in group], self.pen
        inner = pen.width - (2 * PAD + offset(entries[0])) * pen.size
        spans = group_spans(entries, pen.theme, pen.size)
        code = entries[0].code
        own = not code and spans_rtl(spans, pen.rtl)
        lines = broken(spans, inner, code=code)
        side = own or (pen.rtl and not code and (bool(entries[0].mark) or len(lines) == 1))
        return directed(lines, own, mirrored=side), side

    def _reach(self, line: Line) -> tuple[float, float]:
        """Where the baseline of a line lies beneath its top, and how high it is; points."""
        leading = LEADING * self.pen.size
        return reach(line, baseline(self.pen.size, leading), leading)

    def items(self, x: float, y: float, section: int) -> list[Item]:
        """What is drawn, with its tags in a section's element, the box's corner at (x, y)."""
        palette, size, tree = self.pen.theme.palette, self.pen.size, self.pen.tree
        items: list[Item] = []
        if not self.within:
            frame = Rect(x, y, self.pen.width, self.height)
            items.append(self.pen.outline(frame, palette.accent if self.box.tinted else palette.hairline))
        left, at = x + PAD * size, y + self.header.height + PAD * size
        if self.header.lines:
            items.extend(self.header.items(x, y, tree.add("H3" if self.within else "H2", section)))
        for group, lines, side in self.groups:
            items.extend(facing(self._entry(group, lines, left, at, section, side), left, side, self.pen))
            at += sum(self._reach(line)[1] for line in lines) + ENTRY_GAP * size
        return items

    def _entry(
        self, group: tuple[int, ...], lines: tuple[Line, ...], x: float, y: float, section: int, side: bool
    ) -> list[Item]:
        entry, size, tree = self.box.entries[group[0]], self.pen.size, self.pen.tree
        tag = tree.add("P", section)
        owner = tree.add("Code", tag) if entry.code else tag
        left = x + offset(entry) * size
        items: list[Item] = []
        if entry.mark:
            face, rise = Face(self.pen.theme.text_family), self._reach(lines[0])[0]
            mark_x = left - (width(entry.mark, face) + 0.3) * size
            style = Style(face, size, self.pen.theme.palette.ink)
            items.extend(words_at(entry.mark + " ", style, mark_x, y + rise, tag, rtl=side))
        links: dict[int, int] = {}
        for line in lines:
            rise, high = self._reach(line)
            items.extend(line_items(line, left, y + rise, owner, tree, links))
            y += high
        return items


def facing(items: Sequence[Item], left: float, side: bool, pen: Pen) -> list[Item]:
    """Items on their own side of the box, the right one or not, where that is not the page's."""
    axis = 2 * left + pen.width - 2 * PAD * pen.size
    return list(items) if side == pen.rtl else [mirrored(item, axis) for item in items]
