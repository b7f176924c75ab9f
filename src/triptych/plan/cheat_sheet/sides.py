"""The sides of a cheat sheet: boxes in their columns, sections in frames, room for what is added by hand."""

from collections.abc import Mapping, Sequence

from triptych.geometry import Rect
from triptych.languages.words import word
from triptych.model.document import Document, Inlines, Text
from triptych.model.footnote_calls import without_calls
from triptych.model.pages import Item, RuleItem
from triptych.model.queries import plain
from triptych.plan.cheat_sheet.boxes import Box
from triptych.plan.cheat_sheet.draw import Drawn
from triptych.plan.cheat_sheet.measure import PAD
from triptych.plan.cheat_sheet.pack import BOX_GAP, COLUMN_GAP, Atom
from triptych.plan.cheat_sheet.pen import Header, Pen, band
from triptych.plan.cheat_sheet.search import Choice
from triptych.plan.cheat_sheet.stretch import column_height, foot, growth

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
        self.boxes, self.choice, self.titles, self.pen = boxes, choice, titles, pen
        self.begun: dict[int, int] = {}
        self._drawn: dict[int, Drawn] = {}

    def side(self, number: int, free: Rect, *, notes: str = "") -> list[Item]:
        """A side's columns from the top; the space in them grows a little so that they end together.

        `notes` heads a frame that is kept free at the end of the last one.
        """
        columns, size = self.choice.columns, self.pen.size
        layout = self.choice.layout[number * columns : (number + 1) * columns]
        held = [[self.choice.atoms[k] for k in column] for column in layout]
        target = foot(held[: columns - 1 if notes else columns], free.height / size)
        items: list[Item] = []
        for place, column in enumerate(held):
            last = bool(notes) and place == columns - 1
            x = free.x + place * (self.pen.width + COLUMN_GAP * size)
            items.extend(self._column(column, x, free.y, 0.0 if last else growth(column, target)))
        if notes:
            taken = (column_height(held[-1]) + BOX_GAP) * size if len(held) == columns and held[-1] else 0.0
            x = free.right - self.pen.width
            items.extend(self._frame(notes, Rect(x, free.y + taken, self.pen.width, free.height - taken)))
        return items

    def _column(self, column: Sequence[Atom], x: float, y: float, share: float) -> list[Item]:
        """A column of atoms; `share` is how much of its slack is used."""
        size = self.pen.size
        items: list[Item] = []
        top, part = y, -1
        framed = y
        for place, atom in enumerate(column):
            box = self.boxes[atom.box]
            strip = box.part in self.titles
            if place:
                y += share * atom.slack * size
                if not atom.first:
                    y += atom.gap * size
                elif not strip or box.part != part:
                    y += BOX_GAP * size
            if strip and box.part != part:
                framed = y
                made, y = self._strip(box.part, x, y)
                items.extend(made)
            if atom.first or not place:
                top = y
            made, y = self._atom(atom, x, y, again=not place and not atom.first)
            items.extend(made)
            after = column[place + 1] if place + 1 < len(column) else None
            if after is None and atom.end:
                y += PAD * size
            part = box.part
            following = self.boxes[after.box].part if after else -1
            if strip:
                if following != part:
                    items.insert(
                        0,
                        self.pen.outline(
                            Rect(x, framed, self.pen.width, y - framed), band(part, self.pen.theme.palette)
                        ),
                    )
            elif after is None or after.first:
                items.insert(
                    0, self.pen.outline(Rect(x, top, self.pen.width, y - top), band(part, self.pen.theme.palette))
                )
        return items

    def _atom(self, atom: Atom, x: float, y: float, *, again: bool) -> tuple[list[Item], float]:
        """An atom with what stands above it in its box; and the y beneath it."""
        size = self.pen.size
        box = self.boxes[atom.box]
        items: list[Item] = []
        if atom.first:
            within = box.part in self.titles
            section = self.begun[box.part] if within else self.pen.tree.add("Sect", self.pen.root)
            self._drawn[atom.box] = Drawn(box, atom.level, self.pen, section, pale=within)
            items.extend(self._drawn[atom.box].header_items(x, y))
            y += self._drawn[atom.box].header_height + PAD * size
        elif again:
            y += PAD * size
        made, y = self._drawn[atom.box].atom_items(atom, x, y, again=again)
        return [*items, *made], y + (0.0 if atom.end else PAD * size)

    def _strip(self, part: int, x: float, y: float) -> tuple[list[Item], float]:
        """The title of a section over its boxes, an artifact where it is repeated; and the y beneath it."""
        title, more = self.titles[part]
        header = Header(more if part in self.begun else title, self.pen, band(part, self.pen.theme.palette), pale=False)
        tag = None
        if part not in self.begun:
            self.begun[part] = self.pen.tree.add("Sect", self.pen.root)
            tag = self.pen.heading(0, self.begun[part])
        return header.items(x, y, tag), y + header.height

    def _frame(self, notes: str, rect: Rect) -> list[Item]:
        """Faint lines to write on, under a word that says so."""
        palette, tree = self.pen.theme.palette, self.pen.tree
        header = Header((Text(notes),), self.pen, palette.deep, pale=True)
        items: list[Item] = [self.pen.outline(rect, palette.hairline)]
        items.extend(header.items(rect.x, rect.y, self.pen.heading(0, tree.add("Sect", self.pen.root))))
        pad, step = PAD * self.pen.size, RULING * self.pen.weight
        y = rect.y + header.height + step
        while y < rect.bottom - step / 3:
            items.append(RuleItem(rect.x + pad, y, rect.right - pad, y, 0.4 * self.pen.weight, palette.hairline))
            y += step
        return items
