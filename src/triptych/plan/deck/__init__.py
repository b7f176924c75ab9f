"""Documents to decks: what goes on which slide, measured in the template's own placeholders."""

from triptych.plan.deck.plan import plan_deck

__all__ = ["plan_deck"]
