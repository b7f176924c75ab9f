"""The way to formulae as outlines, whose engine is loaded only when a document has one."""

from triptych.model.drawing import Drawing


def drawing(latex: str, *, display: bool, sans: bool = False) -> Drawing | None:
    """The formula as outlines in ems; None if it cannot be set, and then its readable text stands for it.

    `sans`: its letters and digits have no serifs, as the text around it.
    """
    from triptych.text import formula

    return formula.drawing(latex, display=display, sans=sans)
