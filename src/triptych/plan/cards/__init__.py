"""Cues to flashcards: printed on both sides of paper and cut."""

from triptych.plan.cards.plan import plan_cards

__all__ = ["plan_cards"]
