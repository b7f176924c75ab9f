"""The files of a handout: as it is read, and laid out for the printer."""

from msgspec.structs import replace

from triptych.check.last_page import few_lines
from triptych.model.forms import Edition, HandoutForm
from triptych.model.pages import Pages
from triptych.problem import Problem
from triptych.products.made import Made, named
from triptych.products.plans import TEXT, Plans
from triptych.write.pdf import write_pages


def handout(plans: Plans, edition: Edition) -> Made:
    """The handout of an edition, with the sheets that are asked for besides it, and what its form has no place for."""
    pages = plans.handout(edition)
    made = {"handout": write_pages(pages)}
    if plans.forms.print.booklet or plans.forms.print.up:
        made |= _for_printing(plans, edition)
    return {named(name, edition, "pdf"): data for name, data in made.items()}, handout_problems(plans, pages)


def handout_problems(plans: Plans, pages: Pages) -> tuple[Problem, ...]:
    """What is to be said of a handout."""
    few = few_lines(plans.document, pages) if plans.forms.handout.layout in TEXT else ()
    return (*few, *_unheeded(plans.forms.handout, plans.document.path), *_grey_problems(plans, pages))


def _for_printing(plans: Plans, edition: Edition) -> dict[str, bytes]:
    """The sheets that are asked for, by the names of their files. A booklet is two-sided whatever the handout is.

    Their pages are set anew for the part of the paper that each has, in type that can be read there.
    """
    from triptych.plan.direction import rtl_document
    from triptych.plan.imposition import booklet, n_up, part_of

    form, made, rtl = plans.forms.print, {}, rtl_document(plans.document)
    if form.booklet:
        bound = plans.handout(edition, replace(plans.forms.handout, two_sided=True), part_of(plans.paper, 2))
        sheets = booklet(bound, plans.paper, duplex=form.flip, signature=form.signature, rtl=rtl)
        made["handout-booklet"] = write_pages(sheets)
    if form.up:
        small = plans.handout(edition, paper=part_of(plans.paper, form.up))
        made[f"handout-{form.up}-up"] = write_pages(n_up(small, form.up, plans.paper, rtl=rtl))
    return made


def _unheeded(form: HandoutForm, path: str) -> tuple[Problem, ...]:
    """A note for each word of a form that its layout has no place for."""
    slides = form.layout not in TEXT
    words = (
        ("corrections", form.corrections and slides),
        ("full-width", form.full and form.layout != "article"),
        ("wide-margins", form.wide and form.layout != "article"),
    )
    hint = f"the layout is {form.layout}; it works with article"
    return tuple(Problem("note", f"handout: {word} does nothing", path, hint=hint) for word, said in words if said)


def _grey_problems(plans: Plans, pages: Pages) -> tuple[Problem, ...]:
    """What a black-and-white printer would lose of a handout; nothing unless that is asked for."""
    if not plans.forms.print.grey:
        return ()
    from triptych.check.grey_pictures import greyed_pictures
    from triptych.check.greyscale import lost_without_color

    return (*lost_without_color(plans.document, pages), *greyed_pictures(plans.document, plans.pictures))
