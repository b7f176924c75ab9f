"""What boxes say, drawn: paragraphs, lists, tables, formulae and code, with their tags."""

from collections.abc import Iterator
from typing import Literal

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.list_marks import BULLET, DONE, OPEN
from triptych.model.pages import BoxItem, Item
from triptych.model.theme import Face
from triptych.plan.cheat_sheet.boxes import Box
from triptych.plan.cheat_sheet.entries import Entry
from triptych.plan.cheat_sheet.figures import figure_items, figure_size, figure_tag
from triptych.plan.cheat_sheet.grid import Grid
from triptych.plan.cheat_sheet.hanging import broken
from triptych.plan.cheat_sheet.measure import PAD, Group, Slice, gap_above, mark_width, offset
from triptych.plan.cheat_sheet.pack import Atom
from triptych.plan.cheat_sheet.passage import LEADING
from triptych.plan.cheat_sheet.pen import Header, Pen, band
from triptych.plan.cheat_sheet.spans import entry_spans, group_spans
from triptych.plan.fitting import reach
from triptych.plan.paragraphs import baseline, line_items, words_at
from triptych.text.bidi import directed, spans_rtl
from triptych.text.lines import Line
from triptych.text.shape import width
from triptych.text.spans import Style

TINTED = 0.18
"""Ems by which the ground of a formula or of code is wider than it at either side."""


class _List(msgspec.Struct, frozen=True):
    """A list that is open: how deep it stands, its element and the body of its last item, whether it is of terms."""

    depth: int
    tag: int
    body: int
    terms: bool


class Drawn:
    """A box as it is drawn, part by part, in the columns that hold it."""

    def __init__(self, box: Box, level: int, pen: Pen, section: int, *, pale: bool) -> None:
        self.box, self.pen, self.section = box, pen, section
        self.color = band(box.part, pen.theme.palette)
        shown = list(enumerate(box.titles))[level:]
        self.headers = [
            (k, Header(title.inlines, pen, self.color, pale=pale or k > level, letter=box.letter if k == level else ""))
            for k, title in shown
        ]
        self.header_height = sum(header.height for _, header in self.headers)
        self._owner = section
        self._links: dict[int, int] = {}
        self._tables: list[int] = []
        self._captioned = -1  # the table that a caption was drawn for, or the figure that was drawn last
        self._lists: list[_List] = []
        self._label, self._label_spans = -1, 0  # of what is open: the element of its term, and how many spans that has
        self._grids: dict[Group, Grid] = {}
        self._set: dict[Group, tuple[tuple[Line, ...], bool]] = {}

    def header_items(self, x: float, y: float) -> list[Item]:
        """The titles, one strip under the other."""
        items: list[Item] = []
        for level, header in self.headers:
            items.extend(header.items(x, y, self.pen.heading(level, self.section)))
            y += header.height
        return items

    def atom_items(self, atom: Atom, x: float, y: float, *, again: bool) -> tuple[list[Item], float]:
        """The groups of an atom beneath each other, the column's corner at (x, y); and the y beneath them.

        A table that goes on in another column has its head `again`.
        """
        items: list[Item] = []
        size, left = self.pen.size, x + PAD * self.pen.size
        before: Entry | None = None
        if again and atom.goes_on:
            items, y = self._head_again(atom.slices[0], left, y)
        for part in atom.slices:
            y += gap_above(before, self.box.entries[part.group[0]]) * size if before else 0.0
            made, y = self._slice(part, left, y)
            items.extend(made)
            before = self.box.entries[part.group[-1]]
        return items, y

    def _head_again(self, part: Slice, left: float, y: float) -> tuple[list[Item], float]:
        """The head of a table above rows that go on, if it has one; and the y beneath it."""
        entries, pen = [self.box.entries[index] for index in part.group], self.pen
        if not entries[0].head:
            return [], y
        inset = offset(entries[0]) * pen.size
        inner = pen.width - 2 * PAD * pen.size - inset
        return self._grid(part.group).head_items(left + inset, y, inner, pen.rtl)

    def _grid(self, group: Group) -> Grid:
        """The table that a group of rows makes, all of it, however many slices it is drawn in."""
        if group not in self._grids:
            self._grids[group] = Grid([self.box.entries[k] for k in group], self.pen.theme, self.pen.size)
        return self._grids[group]

    def _broken(self, group: Group, inner: float) -> tuple[tuple[Line, ...], bool]:
        """The lines that a group makes, all of them, however many slices it is drawn in; whether at the right."""
        if group not in self._set:
            pen, entries = self.pen, [self.box.entries[index] for index in group]
            spans, code = group_spans(entries, pen.theme, pen.size), entries[0].code
            own = not code and spans_rtl(spans, pen.rtl)
            lines = broken(spans, inner, code=code)
            side = own or (pen.rtl and not code and (bool(entries[0].mark) or len(lines) == 1))
            self._set[group] = directed(lines, own, mirrored=side), side
        return self._set[group]

    def _slice(self, part: Slice, left: float, y: float) -> tuple[list[Item], float]:
        """Lines or rows drawn, and the y beneath them."""
        entry, pen = self.box.entries[part.group[0]], self.pen
        size = pen.size
        inner = pen.width - (2 * PAD + offset(entry)) * size
        x = left + offset(entry) * size
        if entry.row is not None:
            grid = self._grid(part.group)
            if part.start == 0:
                self._tables = grid.tables(inner, pen.tree, self._holder(entry), self._captioned)
                self._captioned = -1
            return grid.items(x, y, inner, pen.tree, self._tables, pen.rtl, part.start, part.stop)
        if entry.figure is not None:
            return self._figure(entry, x, y, inner)
        lines, side = self._broken(part.group, inner)
        lines = lines[part.start : part.stop or len(lines)]
        high = sum(self._reach(line)[1] for line in lines)
        marks = self._begun(entry, lines, x, y, side) if part.start == 0 else []
        items = pen.facing([*marks, *self._lines(lines, x, y)], left, side)
        ground = self._ground(entry, Rect(x, y, inner, high)) if lines else []
        return [*ground, *items], y + high

    def _figure(self, entry: Entry, x: float, y: float, inner: float) -> tuple[list[Item], float]:
        """A picture or chart in the middle of its room, and the y beneath it."""
        pen = self.pen
        size = figure_size(entry, inner / pen.size, pen.theme)
        wide, high = size.width * pen.size, size.height * pen.size
        rect = Rect(x + (inner - wide) / 2, y, wide, high)
        self._captioned = figure_tag(entry, pen.tree, self._holder(entry), pen.lang, pen.title)
        return figure_items(entry, rect, pen.theme, pen.size, self._captioned, pen.lang), y + high

    def _ground(self, entry: Entry, rect: Rect) -> list[Item]:
        """What formulae and code stand on."""
        if not (entry.display or entry.code) or not self.pen.theme.filled:
            return []
        more = TINTED * self.pen.size
        wide = Rect(rect.x - more, rect.y, rect.width + 2 * more, rect.height)
        return [BoxItem(wide, self.pen.theme.palette.tint)]

    def _begun(self, entry: Entry, lines: tuple[Line, ...], x: float, y: float, side: bool) -> list[Item]:
        """The mark of an item, if it has one; what follows belongs to the element that is opened here."""
        size, tree = self.pen.size, self.pen.tree
        items: list[Item] = []
        self._links, self._label_spans = {}, 0
        if entry.mark:
            label, tag = self._item(entry)
            style = Style(Face(self.pen.theme.text_family), size, self.pen.theme.palette.ink)
            mark_x = x - min(mark_width(entry), width(entry.mark, style.face) + 0.3) * size
            items.extend(words_at(entry.mark + " ", style, mark_x, y + self._reach(lines[0])[0], label, rtl=side))
        elif entry.term:
            self._label, tag = self._item(entry)
            term = replace(entry, inlines=entry.inlines[:1])
            self._label_spans = len(entry_spans(term, self.pen.theme, size))
        elif entry.caption:
            tag = self._caption(entry)
        else:
            tag = tree.add("P", self._holder(entry))
        self._owner = tree.add("Code", tag) if entry.code else tag
        return items

    def _caption(self, entry: Entry) -> int:
        """The caption of the figure that was drawn, or of the table that will be."""
        tree = self.pen.tree
        if entry.caption == "table":
            self._captioned = tree.add("Table", self._holder(entry))
        if self._captioned < 0:
            return tree.add("P", self._holder(entry))
        return tree.add("Caption", self._captioned)

    def _lines(self, lines: tuple[Line, ...], x: float, y: float) -> list[Item]:
        """Lines of the passage that is open."""
        items: list[Item] = []
        for line in lines:
            rise, high = self._reach(line)
            for tag, part in self._parts(line):
                items.extend(line_items(part, x, y + rise, tag, self.pen.tree, self._links))
            y += high
        return items

    def _parts(self, line: Line) -> Iterator[tuple[int, Line]]:
        """What of a line is of the term that is open, and the rest, each with its element."""
        term = tuple(piece for piece in line.pieces if piece.span < self._label_spans)
        if term:
            yield self._label, replace(line, pieces=term)
        yield self._owner, replace(line, pieces=line.pieces[len(term) :])

    def _item(self, entry: Entry) -> tuple[int, int]:
        """The label and the text of a list item, in the list that is open at its depth or in a new one."""
        tree = self.pen.tree
        while self._lists and (self._lists[-1].depth > entry.indent or self._lists[-1].terms > entry.term):
            self._lists.pop()
        at = self._lists.pop() if self._lists and self._lists[-1].depth == entry.indent else None
        if at is not None and at.terms == entry.term:
            where = at.tag
        else:
            holder = self._lists[-1].body if self._lists else self.section
            where = tree.add("L", holder, numbering=_numbering(entry))
        item = tree.add("LI", where)
        label, body = tree.add("Lbl", item, actual=entry.mark_said), tree.add("LBody", item)
        self._lists.append(_List(entry.indent, where, body, entry.term))
        return label, body

    def _holder(self, entry: Entry) -> int:
        """What holds a passage that is no item itself: the item that it stands beneath, or the box.

        How deep it stands does not tell whether it is part of a definition: what is deeper may be a quotation.
        """
        while self._lists and (self._lists[-1].depth >= entry.indent or self._lists[-1].terms):
            self._lists.pop()
        return self._lists[-1].body if self._lists else self.section

    def _reach(self, line: Line) -> tuple[float, float]:
        """Where the baseline of a line lies beneath its top, and how high it is; points."""
        leading = LEADING * self.pen.size
        return reach(line, baseline(self.pen.size, leading), leading)


def _numbering(entry: Entry) -> Literal["None", "Disc", "Decimal"]:
    """What the items of a list have before them (ISO 32000-1, table 347)."""
    if entry.term:
        return "None"
    return "Disc" if entry.mark in (BULLET, DONE, OPEN) else "Decimal"
