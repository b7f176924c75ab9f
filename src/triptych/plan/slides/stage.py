"""What all parts of a drawn slide share."""

import msgspec

from triptych.model.deck import Deck
from triptych.model.decor import Decor
from triptych.model.pages import TagRole
from triptych.model.theme import Theme
from triptych.plan.tree import Tree


class Stage(msgspec.Struct, frozen=True):
    """The deck whose slides are drawn, its theme, what each layout draws, and where the tags go.

    `decor` is by the index of the layout. `heading` is the role of the slides' titles. `family` stands in for
    families of the deck that may not be embedded. `see_through`: a ground is seen through its veil, as on a screen.
    """

    deck: Deck
    theme: Theme
    decor: tuple[Decor, ...]
    tree: Tree
    heading: TagRole = "H2"
    family: str = "Arial"
    see_through: bool = False

    def decor_of(self, index: int) -> Decor:
        """What a layout draws; plain paper where that is not known."""
        return self.decor[index] if index < len(self.decor) else Decor(self.theme.palette.paper)

    def color(self, name: str) -> str:
        """A colour as RRGGBB; slides call some of them by their names in the template's scheme."""
        palette = self.theme.palette
        names = {
            "tx1": palette.ink,
            "bg1": palette.paper,
            "tx2": palette.deep,
            "bg2": palette.tint,
            "accent1": palette.accent,
            "accent2": palette.warm,
            "accent6": palette.muted,
        }
        return names.get(name, name)
