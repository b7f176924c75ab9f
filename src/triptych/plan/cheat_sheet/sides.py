"""The sides of a cheat sheet: boxes in their columns, sections in frames, room for what is added by hand."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from triptych.geometry import Rect
from triptych.languages.words import word
from triptych.model.document import Document, Inlines, Text
from triptych.model.footnotes import without_calls
from triptych.model.pages import Item, RuleItem
from triptych.model.queries import plain
from triptych.plan.cheat_sheet.boxes import Box
from triptych.plan.cheat_sheet.draw import Drawn, Header, Pen
from triptych.plan.cheat_sheet.measure import PAD
from triptych.plan.cheat_sheet.pack import BOX_GAP, COLUMN_GAP
from triptych.plan.cheat_sheet.search import Choice

WIDEST_STRETCH = 1.0
"""How much the space between boxes may grow, in ems, so that columns end together."""
RULING = 20.0
"""Points from line to line where one writes by hand."""

Titles = Mapping[int, tuple[Inlines, Inlines]]
"""The title of each part of a document that stands over its boxes, and the same where it goes on."""


def section_titles(document: Document, boxes: Sequence[Box]) -> Titles:
    """The titles of the parts that have boxes; not that of a document which has but one, its own title."""
    if len(document.sections) == 1:
        return {}
    more = word(document, "continued")
    titles = {part: without_calls(document.sections[part].title) for part in {box.part for box in boxes}}
    return {part: (title, (*title, Text(f" ({more})"))) for part, title in titles.items() if plain(title).strip()}


class Sides:
    """What is drawn below the heads; a section that goes on elsewhere is one element."""

    def __init__(self, boxes: Sequence[Box], choice: Choice, titles: Titles, pen: Pen) -> None:
        self.choice, self.titles, self.pen = choice, titles, pen
        self.drawn = [[self._box(boxes[k], choice.kept[k]) for k in column] for column in choice.layout]
        self.begun: dict[int, int] = {}

    def _box(self, box: Box, kept: frozenset[int]) -> Drawn:
        return Drawn(box, kept, self.pen, within=box.part in self.titles)

    def side(self, number: int, free: Rect, *, notes: str = "") -> list[Item]:
        """A side's columns from the top; the space between boxes grows a little so that they end together.

        `notes` heads a frame that is kept free at the end of the last one.
        """
        columns, size = self.choice.columns, self.pen.size
        drawn = self.drawn[number * columns : (number + 1) * columns]
        heights = [self._height(column) for column in drawn]
        tallest = max(heights, default=0.0)
        items: list[Item] = []
        for place, column in enumerate(drawn):
            x = free.x + place * (self.pen.width + COLUMN_GAP * size)
            stretch = min(WIDEST_STRETCH * size, (tallest - heights[place]) / max(1, len(column) - 1))
            last = bool(notes) and place == columns - 1
            items.extend(self._column(column, x, free.y, 0.0 if last else stretch))
        if notes:
            taken = heights[-1] + BOX_GAP * size if len(drawn) == columns and drawn[-1] else 0.0
            x = free.right - self.pen.width
            items.extend(self._frame(notes, Rect(x, free.y + taken, self.pen.width, free.height - taken)))
        return items

    def _height(self, column: Sequence[Drawn]) -> float:
        """The height of a column without stretch."""
        parts = [(part, list(boxes)) for part, boxes in groupby(column, key=lambda drawn: drawn.box.part)]
        high = BOX_GAP * self.pen.size * max(0, len(parts) - 1)
        for part, boxes in parts:
            high += sum(box.height for box in boxes)
            high += self._strip(part).height if part in self.titles else BOX_GAP * self.pen.size * (len(boxes) - 1)
        return high

    def _strip(self, part: int) -> Header:
        title, more = self.titles[part]
        return Header(more if part in self.begun else title, self.pen, pale=False)

    def _column(self, column: Sequence[Drawn], x: float, y: float, stretch: float) -> list[Item]:
        items: list[Item] = []
        gap = BOX_GAP * self.pen.size + stretch
        for part, boxes in groupby(column, key=lambda drawn: drawn.box.part):
            if part in self.titles:
                within, y = self._section(part, list(boxes), x, y, stretch)
                items.extend(within)
                y += gap
                continue
            for box in boxes:
                items.extend(box.items(x, y, self.pen.tree.add("Sect", self.pen.root)))
                y += box.height + gap
        return items

    def _section(
        self, part: int, boxes: Sequence[Drawn], x: float, y: float, stretch: float
    ) -> tuple[list[Item], float]:
        """Boxes under the title of their section, all in one frame; and the y beneath it."""
        strip, top = self._strip(part), y
        tag = None
        if part not in self.begun:
            self.begun[part] = self.pen.tree.add("Sect", self.pen.root)
            tag = self.pen.tree.add("H2", self.begun[part])
        items = strip.items(x, y, tag)
        y += strip.height
        for place, box in enumerate(boxes):
            y += stretch if place else 0.0
            items.extend(box.items(x, y, self.begun[part]))
            y += box.height
        frame = Rect(x, top, self.pen.width, y - top)
        return [self.pen.outline(frame, self.pen.theme.palette.deep), *items], y

    def _frame(self, notes: str, rect: Rect) -> list[Item]:
        """Faint lines to write on, under a word that says so."""
        palette, tree = self.pen.theme.palette, self.pen.tree
        header = Header((Text(notes),), self.pen, pale=True)
        items: list[Item] = [self.pen.outline(rect, palette.hairline)]
        items.extend(header.items(rect.x, rect.y, tree.add("H2", tree.add("Sect", self.pen.root))))
        pad, step = PAD * self.pen.size, RULING * self.pen.weight
        y = rect.y + header.height + step
        while y < rect.bottom - step / 3:
            items.append(RuleItem(rect.x + pad, y, rect.right - pad, y, 0.4 * self.pen.weight, palette.hairline))
            y += step
        return items
