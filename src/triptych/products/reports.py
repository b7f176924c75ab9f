"""The report of what panels leave out."""

from triptych.model.report import ReportSection, report_text
from triptych.products.made import Made, named
from triptych.products.plans import Plans


def report(plans: Plans) -> Made:
    """One text for all editions of a document."""
    sections = [
        ReportSection(f"Cheat sheet{f' ({edition})' if edition else ''}", plans.cheat_sheet(edition)[2])
        for product, edition in plans.wanted
        if product == "cheat-sheet"
    ]
    return {named("report", "", "txt"): report_text(plans.document.meta.title, sections).encode()}, ()
