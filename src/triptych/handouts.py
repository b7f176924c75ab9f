"""The pages of a handout in the form that is asked for: the full text, or the slides."""

from triptych.geometry import Size
from triptych.model.document import Document
from triptych.model.forms import Edition, HandoutForm
from triptych.model.pages import Pages
from triptych.model.picture import Picture
from triptych.model.theme import Theme
from triptych.problem import Problem


def handout_pages(
    document: Document,
    theme: Theme,
    template: bytes,
    pictures: dict[str, Picture],
    paper: Size,
    edition: Edition,
    form: HandoutForm,
) -> Pages:
    """The handout on paper of a size in points. Slides show the document as it is given, whatever the edition."""
    if form.layout in ("slides", "notes"):
        return _slides(document, theme, template, pictures, paper, form)
    from triptych.plan.handout import plan_handout

    return plan_handout(document, theme, pictures, paper, edition, form)


def unheeded(form: HandoutForm, path: str) -> tuple[Problem, ...]:
    """A note for each word of a form that its layout has no place for."""
    slides = form.layout in ("slides", "notes")
    words = (("corrections", form.corrections and slides), ("wide-margins", form.wide and form.layout != "article"))
    hint = f"the layout is {form.layout}; it works with article"
    return tuple(Problem("note", f"handout: {word} does nothing", path, hint=hint) for word, said in words if said)


def _slides(
    document: Document, theme: Theme, template: bytes, pictures: dict[str, Picture], paper: Size, form: HandoutForm
) -> Pages:
    """The slides of the document's deck, several a page or each above its notes.

    `template` is the file in which the deck is written: its layouts say what stands behind the text.
    """
    from triptych.plan.deck import plan_deck
    from triptych.plan.handout.notes import plan_notes
    from triptych.plan.handout.slides import plan_slides
    from triptych.template.decor import read_decor

    deck, decor = plan_deck(document, theme, pictures), read_decor(template)
    if form.layout == "notes":
        pages = plan_notes(deck, document, theme, decor, paper, form.ruling)
    else:
        pages = plan_slides(deck, document, theme, decor, paper, form.per_page, form.ruling)
    if not form.two_sided:
        return pages
    from triptych.plan.direction import rtl_document
    from triptych.plan.handout.sheet import MARGIN
    from triptych.plan.imposition import two_sided

    return two_sided(pages, margin=MARGIN, column=float("inf"), rtl=rtl_document(document))
