"""Handouts that show the deck: its slides, planned and drawn with what their template has behind them."""

from triptych.geometry import Size
from triptych.model.document import Document
from triptych.model.forms import HandoutForm
from triptych.model.pages import Pages
from triptych.model.picture import Picture
from triptych.model.theme import Theme


def slide_pages(
    document: Document, theme: Theme, template: bytes, pictures: dict[str, Picture], paper: Size, form: HandoutForm
) -> Pages:
    """The slides of the document's deck, several a page or each above its notes.

    `template` is the file in which the deck is written: its layouts say what stands behind the text.
    """
    from triptych.plan.deck import plan_deck
    from triptych.plan.handout.notes import plan_notes
    from triptych.plan.handout.slides import plan_slides
    from triptych.read.template_decor import read_decor

    deck, decor = plan_deck(document, theme, pictures), read_decor(template)
    if form.layout == "notes":
        return plan_notes(deck, document, theme, decor, paper, form.ruling)
    return plan_slides(deck, document, theme, decor, paper, form.per_page, form.ruling)
