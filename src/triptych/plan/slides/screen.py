"""Slides as they stand on a screen: a page of the deck's own size for each."""

from triptych.geometry import Rect
from triptych.model.deck import Deck
from triptych.model.decor import Decor
from triptych.model.pages import Page, Tag
from triptych.model.theme import Theme
from triptych.plan.slides.slide import slide_items
from triptych.plan.slides.stage import Stage
from triptych.plan.tree import Tree


def screen_page(deck: Deck, number: int, theme: Theme, decor: tuple[Decor, ...]) -> tuple[Page, tuple[Tag, ...]]:
    """The slide of a number that counts from 1 as a page, and the tags of what it says.

    `decor` is what the layouts draw, by their index. A ground is seen through its veil, which paper has no way to show.
    """
    tree = Tree()
    stage = Stage(deck, theme, decor, tree, family=theme.on_paper.text_family, see_through=True)
    whole = Rect(0.0, 0.0, deck.size.width, deck.size.height)
    items = slide_items(deck.slides[number - 1], number, stage, whole, tree.add("Document"))
    return Page(deck.size, items), tree.tags()
