"""A last page with only a few lines, where nothing that the planner may change spares it."""

from triptych.model.document import Document
from triptych.model.pages import DrawingItem, Pages, PictureItem, TextItem
from triptych.problem import Problem

FEWEST = 5
"""Lines below which a last page looks like a mistake."""


def few_lines(document: Document, pages: Pages) -> tuple[Problem, ...]:
    """A note if the last of several pages has only a few lines of text, and no drawing and no picture."""
    items = [item for item in pages.pages[-1].items if isinstance(item, TextItem | DrawingItem | PictureItem)]
    shown = [item for item in items if item.tag is not None]
    lines = {round(item.y) for item in shown if isinstance(item, TextItem)}
    if len(pages.pages) < 2 or len(lines) >= FEWEST or any(not isinstance(item, TextItem) for item in shown):
        return ()
    many = "one line" if len(lines) == 1 else f"{len(lines)} lines"
    message = f"the last page of the handout has only {many}"
    return (Problem("note", message, document.path, hint="shorten the text a little, or try --handout full-width"),)
