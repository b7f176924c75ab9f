"""The deck and the handout of each edition: planned once and together where both are made."""

from dataclasses import dataclass, field

from triptych.geometry import Size
from triptych.model.deck import Deck
from triptych.model.document import Document
from triptych.model.forms import Edition
from triptych.model.pages import Pages
from triptych.model.picture import Picture
from triptych.model.theme import Theme


@dataclass(frozen=True, slots=True)
class Panels:
    """What the panels of a document are planned with. They refer to each other only if `both` are made."""

    theme: Theme
    pictures: dict[str, Picture]
    paper: Size
    both: bool
    planned: dict[Edition, tuple[Deck, Pages]] = field(default_factory=dict)

    def deck(self, document: Document, shown: Document, edition: Edition) -> Deck:
        """The deck of an edition; `shown` is the document as those may see it whom the edition is for."""
        from triptych.plan.deck import plan_deck

        if self.both:
            return self._together(document, shown, edition)[0]
        return plan_deck(shown, self.theme, self.pictures, hides=edition != "")

    def handout(self, document: Document, shown: Document, edition: Edition) -> Pages:
        """The handout of an edition."""
        from triptych.plan.handout import plan_handout

        if self.both:
            return self._together(document, shown, edition)[1]
        return plan_handout(document, self.theme, self.pictures, self.paper, edition)

    def _together(self, document: Document, shown: Document, edition: Edition) -> tuple[Deck, Pages]:
        from triptych.plan.references import plan_both

        if edition not in self.planned:
            self.planned[edition] = plan_both(document, shown, self.theme, self.pictures, self.paper, edition)
        return self.planned[edition]
