"""The deck and the handout of each edition: planned once and together where both are made."""

import msgspec

from triptych.geometry import Size
from triptych.handouts import handout_pages
from triptych.model.deck import Deck
from triptych.model.document import Document
from triptych.model.forms import Edition, HandoutForm
from triptych.model.pages import Pages
from triptych.model.picture import Picture
from triptych.model.theme import Theme


class Panels(msgspec.Struct, frozen=True):
    """What the panels of a document are planned with. They refer to each other only if `both` are made.

    `template` is the file in which the deck is written.
    """

    theme: Theme
    template: bytes
    pictures: dict[str, Picture]
    paper: Size
    both: bool
    planned: dict[tuple[Edition, HandoutForm], tuple[Deck, Pages]] = msgspec.field(default_factory=dict)

    def deck(self, document: Document, shown: Document, edition: Edition, form: HandoutForm) -> Deck:
        """The deck of an edition, as whose handout `document` is; `shown` is as those may see it whom it is for."""
        from triptych.plan.deck import plan_deck

        if self.both and form.layout in ("article", "cornell"):
            return self._together(document, shown, edition, form)[0]
        return plan_deck(shown, self.theme, self.pictures)

    def handout(self, document: Document, shown: Document, edition: Edition, form: HandoutForm) -> Pages:
        """The handout of an edition in a form."""
        if form.layout in ("slides", "notes"):
            return handout_pages(shown, self.theme, self.template, self.pictures, self.paper, edition, form)
        if self.both:
            return self._together(document, shown, edition, form)[1]
        return handout_pages(document, self.theme, self.template, self.pictures, self.paper, edition, form)

    def _together(self, document: Document, shown: Document, edition: Edition, form: HandoutForm) -> tuple[Deck, Pages]:
        from triptych.plan.references import plan_both

        key = (edition, form)
        if key not in self.planned:
            self.planned[key] = plan_both(document, shown, self.theme, self.pictures, self.paper, edition, form)
        return self.planned[key]
