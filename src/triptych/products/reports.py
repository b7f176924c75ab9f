"""The report of what panels leave out."""

from collections.abc import Iterator

from triptych.model.forms import Edition
from triptych.model.report import Left, ReportSection, report_text
from triptych.products.made import Made, named
from triptych.products.options import Product
from triptych.products.plans import Plans


def report(plans: Plans) -> Made:
    """One text for all editions of a document."""
    sections = [ReportSection(_titled(product, edition), left) for product, edition, left in _left(plans)]
    document = plans.document
    return {named("report", "", "txt"): report_text(document.meta.title, sections, document.counts).encode()}, ()


def _left(plans: Plans) -> Iterator[tuple[Product, Edition, tuple[Left, ...]]]:
    """What each panel leaves out: of slides, what stands in their notes alone."""
    for product, edition in plans.wanted:
        if product == "deck":
            yield product, edition, plans.deck(edition).waits
        elif product == "cheat-sheet":
            yield product, edition, plans.cheat_sheet(edition)[2]


def _titled(product: Product, edition: Edition) -> str:
    name = "Slides (it stands in their notes)" if product == "deck" else "Cheat sheet"
    return f"{name} ({edition})" if edition else name
