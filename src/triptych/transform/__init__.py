"""Document to document, before anything is planned: what each product would else have to find out for itself."""

from collections.abc import Callable

from triptych.model.document import Citation, Document
from triptych.model.footnote_calls import as_read
from triptych.model.walk import has
from triptych.problem import Problem, Report
from triptych.transform.anchors import with_anchors
from triptych.transform.captions import with_captions
from triptych.transform.chronology import with_lists
from triptych.transform.names import with_names
from triptych.transform.passages import with_passages
from triptych.transform.questions import with_choices
from triptych.transform.references import with_references

Step = Callable[[Document, Report], Document]


def _with_citations(document: Document, report: Report) -> Document:
    """The document with its citations set. What does so takes its time to import, and few documents have any."""
    if not has(document, Citation) or not any(isinstance(node, Citation) for node in as_read(document)):
        return document
    from triptych.transform.citations import with_citations

    return with_citations(document, report)


STEPS: tuple[Step, ...] = (
    lambda document, _: with_captions(document),  # figures and tables have numbers
    with_references,  # what refers to them, to sections and formulae is a link
    _with_citations,  # citations are set in their style, and what is cited is listed
    lambda document, _: with_choices(document),  # questions have all that there is to choose from
    lambda document, _: with_names(document),  # dates and people are marked that nobody marked
    lambda document, _: with_anchors(document),  # what the lists at the end refer to can be referred to
    lambda document, _: with_passages(document),  # what is in another language says so
    lambda document, _: with_lists(document),  # the chronology, and who is who
)
"""What is done to every document, in this order."""


def transform(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """The document that everything is planned from, and what was found wrong in it on the way."""
    report = Report(document.path)
    for step in STEPS:
        document = step(document, report)
    return document, report.problems()
