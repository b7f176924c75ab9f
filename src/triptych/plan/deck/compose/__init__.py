"""Composing slides: the cheapest way to group what a section shows, and a layout for each group."""

from triptych.plan.deck.compose.atoms import Topic
from triptych.plan.deck.compose.plan import Composed, compose

__all__ = ["Composed", "Topic", "compose"]
