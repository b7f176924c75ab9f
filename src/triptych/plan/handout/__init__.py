"""Documents to handouts: the full text on pages, with room for the reader's own notes."""

from triptych.plan.handout.plan import plan_handout

__all__ = ["plan_handout"]
