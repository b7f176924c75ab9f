"""Slides drawn from their plan, as they look in a presentation program."""

from triptych.plan.slides.screen import screen_page
from triptych.plan.slides.slide import slide_items
from triptych.plan.slides.stage import Stage

__all__ = ["Stage", "screen_page", "slide_items"]
