"""What everything on a sheet is drawn with, and headers on their strips."""

from collections.abc import Sequence

import msgspec

from triptych.geometry import Rect
from triptych.model.colors import READABLE, grey_contrast, readable
from triptych.model.document import Inlines
from triptych.model.pages import BoxItem, Item, TagRole
from triptych.model.theme import Face, Palette, Theme
from triptych.plan.cheat_sheet.measure import HEADER_PAD, LETTER, PAD, header_height
from triptych.plan.cheat_sheet.spans import header_lines, header_spans
from triptych.plan.direction import mirrored
from triptych.plan.paragraphs import line_items, untagged, words_at
from triptych.plan.tree import Tree
from triptych.text.bidi import directed, spans_rtl
from triptych.text.lines import break_lines
from triptych.text.shape import width
from triptych.text.spans import Style

_HEADINGS: tuple[TagRole, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")


class Pen(msgspec.Struct, frozen=True):
    """What everything on a sheet is drawn with: the theme, the type size, the width of a column, the tags.

    `weight` is how heavy lines are compared with A4, `above` how many headings stand above those of the boxes, `lang`
    the language of the words in charts, `title` that of the document.
    """

    theme: Theme
    size: float
    width: float
    tree: Tree
    root: int
    rtl: bool
    weight: float = 1.0
    above: int = 1
    lang: str = "en"
    title: str = ""

    def outline(self, rect: Rect, color: str) -> BoxItem:
        """A rectangle around something."""
        return BoxItem(rect, "", color, 0.7 * self.weight, 2.0 * self.weight)

    def heading(self, level: int, section: int) -> int:
        """A heading in an element: of the boxes' own first level, or deeper."""
        return self.tree.add(_HEADINGS[min(self.above + level, 5)], section)

    def facing(self, items: Sequence[Item], left: float, side: bool) -> list[Item]:
        """Items on their own side of the box, the right one or not, where that is not the page's."""
        axis = 2 * left + self.width - 2 * PAD * self.size
        return list(items) if side == self.rtl else [mirrored(item, axis) for item in items]


def band(part: int, palette: Palette) -> str:
    """The colour of a part of the document, on which the text of headers can be read, without colour too."""
    colors = (palette.deep, palette.accent, palette.green, palette.violet, palette.red)
    color = readable(colors[part % len(colors)], palette.on_deep)
    return color if grey_contrast(color, palette.on_deep) >= READABLE else palette.deep


class Header:
    """A header on its strip: in the colour of its part, or pale where it is less; with a letter at its end."""

    def __init__(self, text: Inlines, pen: Pen, color: str, *, pale: bool, letter: str = "") -> None:
        self.pen, self.pale, self.color, self.letter = pen, pale, color, letter
        palette = pen.theme.palette
        self.ink = palette.ink if pale or not pen.theme.filled else palette.on_deep
        spans = header_spans(text, pen.theme, pen.size, self.ink)
        own = spans_rtl(spans, pen.rtl)
        self.side = pen.rtl or own
        room = pen.width - (2 * PAD + (LETTER if letter else 0.0)) * pen.size
        self.lines = directed(break_lines(spans, room), own, mirrored=self.side)
        self.rise, self.leading = header_lines(spans, pen.size)
        self.height = header_height(len(self.lines), self.leading / pen.size) * pen.size

    def items(self, x: float, y: float, tag: int | None) -> list[Item]:
        """What is drawn, the strip's corner at (x, y); an artifact without a tag."""
        size, pen = self.pen.size, self.pen
        items: list[Item] = [self._ground(Rect(x, y, pen.width, self.height))]
        left, at = x + PAD * size, y + HEADER_PAD * size
        for line in self.lines:
            rise = at + self.rise
            if tag is None:
                set_line = [untagged(item) for item in line_items(line, left, rise, 0, Tree(), {})]
            else:
                set_line = line_items(line, left, rise, tag, pen.tree, {})
            items.extend(pen.facing(set_line, left, self.side))
            at += self.leading
        if self.letter:
            style = Style(Face(pen.theme.text_family, bold=True), size, self.ink)
            end = x + pen.width - PAD * size - width(self.letter, style.face) * size
            rise = y + HEADER_PAD * size + self.rise
            items.extend(pen.facing(words_at(self.letter, style, end, rise, None), left, self.side))
        return items

    def _ground(self, strip: Rect) -> BoxItem:
        """What a header stands on; an outline where ink is saved."""
        palette = self.pen.theme.palette
        if self.pen.theme.filled:
            return BoxItem(strip, palette.tint if self.pale else self.color, "", 0.0, 2.0 * self.pen.weight)
        return self.pen.outline(strip, palette.hairline if self.pale else self.color)
