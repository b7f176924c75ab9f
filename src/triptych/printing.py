"""A handout for the printer: margins for two sides, a booklet, several pages a side, what is lost without colour."""

from collections.abc import Mapping

from triptych.geometry import Size
from triptych.model.document import Document
from triptych.model.forms import PrintForm
from triptych.model.pages import Pages
from triptych.model.picture import Picture
from triptych.problem import Problem


def for_printing(document: Document, pages: Pages, bound: Pages, paper: Size, form: PrintForm) -> dict[str, bytes]:
    """The files that are asked for besides a handout's own, by what is added to its name.

    `bound` are the pages with the margins of even ones turned outwards, for a booklet.
    """
    made = {}
    if form.booklet or form.up:
        from triptych.plan.direction import rtl_document
        from triptych.plan.imposition import booklet, n_up
        from triptych.write.pdf import write_pages

        rtl = rtl_document(document)
        if form.booklet:
            sheets = booklet(bound, paper, duplex=form.flip, signature=form.signature, rtl=rtl)
            made["booklet"] = write_pages(sheets)
        if form.up:
            made[f"{form.up}-up"] = write_pages(n_up(pages, form.up, paper, rtl=rtl))
    return made


def grey_problems(
    document: Document, pages: Pages, pictures: Mapping[str, Picture], form: PrintForm
) -> tuple[Problem, ...]:
    """What a black-and-white printer would lose of a handout; nothing unless that is asked for."""
    if not form.grey:
        return ()
    from triptych.check.grey_pictures import greyed_pictures
    from triptych.check.greyscale import lost_without_color

    return (*lost_without_color(document, pages), *greyed_pictures(document, pictures))
