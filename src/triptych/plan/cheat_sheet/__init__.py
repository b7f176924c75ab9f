"""Documents to cheat sheets: one page, the most that is legible."""

from triptych.plan.cheat_sheet.plan import plan_cheat_sheet

__all__ = ["plan_cheat_sheet"]
