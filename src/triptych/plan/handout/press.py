"""What every part of the handout planner needs: type, colours, the tag tree, where a block stands."""

from dataclasses import dataclass, field

from triptych.model.document import Document, Inlines
from triptych.model.pages import Item
from triptych.model.picture import Picture
from triptych.model.theme import Face, Theme
from triptych.plan.flow import Panel, Strip
from triptych.plan.inlines import outside, spans
from triptych.plan.paragraphs import paragraph
from triptych.plan.tree import Tree
from triptych.text.lines import Span, Style

BODY, LEADING = 10.5, 15.5
"""Points of the running text and from line to line."""
PARAGRAPH_GAP = 7.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where blocks stand: their offset in the column, their width, their parent tag, the panel behind them."""

    x: float
    width: float
    tag: int
    panel: Panel | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """The document in hand and what it is set with. `full` is the width that a wide table may take."""

    document: Document
    theme: Theme
    pictures: dict[str, Picture]
    tree: Tree
    full: float
    page: float
    targets: frozenset[str] = field(default_factory=frozenset)

    def style(self, size: float = BODY, *, bold: bool = False, italic: bool = False, color: str = "") -> Style:
        """A style in the theme's text family; the ink unless another colour is given."""
        return Style(Face(self.theme.text_family, bold, italic), size, color or self.theme.palette.ink)

    def spans(self, inlines: Inlines, style: Style) -> tuple[Span, ...]:
        """The inlines in a style, with the links that lead somewhere."""
        return spans(
            inlines,
            style,
            code_family=self.theme.code_family,
            link_color=self.theme.palette.accent,
            resolve=self.resolve,
        )

    def resolve(self, target: str) -> str:
        """A target within the document that exists, or an address; else nothing."""
        return target if target.startswith("#") and target[1:] in self.targets else outside(target)

    def text(
        self,
        inlines: Inlines,
        spot: Spot,
        style: Style | None = None,
        *,
        leading: float = LEADING,
        before: float = PARAGRAPH_GAP,
        keep: bool = False,
    ) -> list[Strip]:
        """A paragraph of the spot's tag P."""
        tag = self.tree.add("P", spot.tag)
        return paragraph(
            self.spans(inlines, style or self.style()),
            self.tree,
            tag,
            width=spot.width,
            leading=leading,
            x=spot.x,
            before=before,
            keep=keep,
            panel=spot.panel,
        )


def space(height: float, panel: Panel | None = None, items: tuple[Item, ...] = (), *, keep: bool = True) -> Strip:
    """An empty strip: padding within a panel."""
    return Strip(height, items, 0.0, keep, panel)
