"""What readers miss who cannot see: pictures that nothing describes."""

from collections.abc import Iterator

from triptych.model.document import Document
from triptych.model.queries import images_of, is_decorative
from triptych.problem import Problem, Report

_SHOWN = 80
"""Characters of an address that are told."""


def undescribed_pictures(document: Document) -> Iterator[Problem]:
    """A warning for each picture without alternative text that is not said to be decorative (WCAG 2.2, 1.1.1)."""
    report = Report(document.path)
    marks = document.counts == "line"  # other formats have a place of their own for it
    hint = f"write what it shows {'between the brackets: ![what it shows](…)' if marks else 'as its alternative text'}"
    for image in images_of(document):
        if image.source and not image.alt and not is_decorative(image):
            report.add("warning", f"picture without alternative text: {shown(image.source)}", image.line, hint)
    yield from report.problems()


def shown(source: str) -> str:
    """The address of a picture, so much of it as one reads."""
    return source if len(source) <= _SHOWN else f"{source[:_SHOWN]}…"
