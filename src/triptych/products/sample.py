"""A deck that shows each layout of a template filled."""

from triptych.check.fonts import font_notes
from triptych.plan.deck import plan_deck
from triptych.problem import Problem
from triptych.products.prepare import read_document
from triptych.template.choose import open_template
from triptych.template.sample import SAMPLE
from triptych.write.pptx import write_deck


def sample(data: bytes, name: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The deck of the sample in a template, and what is to be said of it; no bytes if the template cannot serve."""
    opened = open_template(data, name, "")
    if isinstance(opened, Problem):
        return b"", (opened,)
    theme, template = opened
    document, _ = read_document(SAMPLE.encode(), "sample.md")
    return write_deck(plan_deck(document, theme, {}), template), font_notes(theme, name)
