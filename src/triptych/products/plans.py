"""The plans of a document's products: each is made once, whoever asks for it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from triptych.geometry import Size
from triptych.limits import USUAL, LimitError, Limits
from triptych.model.deck import Deck
from triptych.model.document import Document
from triptych.model.forms import BlanksForm, DeckForm, Edition, Forms, HandoutForm
from triptych.model.pages import Pages
from triptych.model.picture import Picture
from triptych.model.report import Left
from triptych.model.theme import Theme
from triptych.problem import Problem
from triptych.products.options import Product

if TYPE_CHECKING:
    from triptych.plan.deck.choice import Choice
    from triptych.weigh import Weigh, Weights

TEXT = ("article", "cornell")
"""The layouts of a handout that set the text in full; the others show slides."""
Sheet = tuple[Pages, tuple[Problem, ...], tuple[Left, ...]]


def _go_on() -> None:
    """Where nobody interrupts."""


_Planned = dict[tuple[Edition, HandoutForm, Size], Pages]


class Plans(msgspec.Struct, frozen=True):
    """A document that has been read, all that its products need, and what has been planned of it.

    `template` is the file in which the deck is written, `paper` the size of the PDFs' paper, upright. Deck and handout
    refer to each other only if both are `wanted`. What has more slides or pages than the limits raises LimitError.
    What stays on slides follows a choice that was made `before`, if there is one; `choices` has those that were made.
    `heed` is called before each step: what it raises ends the planning.
    """

    document: Document
    theme: Theme
    template: bytes
    pictures: dict[str, Picture]
    paper: Size
    forms: Forms
    wanted: Sequence[tuple[Product, Edition]]
    limits: Limits = USUAL
    before: "dict[Edition, Choice]" = msgspec.field(default_factory=dict)
    choices: "dict[Edition, Choice]" = msgspec.field(default_factory=dict)
    heed: Callable[[], None] = _go_on
    _edited: dict[Edition, Document] = msgspec.field(default_factory=dict)
    _shown: dict[Edition, Document] = msgspec.field(default_factory=dict)
    _marked: list[Document] = msgspec.field(default_factory=list)
    _decks: dict[Edition, Deck] = msgspec.field(default_factory=dict)
    _sheets: dict[Edition, Sheet] = msgspec.field(default_factory=dict)
    _handouts: _Planned = msgspec.field(default_factory=dict)
    _weights: "list[tuple[Document, Weights]]" = msgspec.field(default_factory=list)

    @property
    def both(self) -> bool:
        """Whether there are a deck and a handout with the text in full, which name each other's slides and pages."""
        return {"deck", "handout"} <= dict(self.wanted).keys() and self.forms.handout.layout in TEXT

    def of(self, document: Document, pictures: dict[str, Picture], decks: Mapping[Edition, Deck]) -> "Plans":
        """The plans of a document that is asked for like this one, and whose decks are known."""
        return Plans(
            document, self.theme, self.template, pictures, self.paper, self.forms, self.wanted, self.limits,
            _decks=dict(decks),
        )  # fmt: skip

    def shown(self, edition: Edition) -> Document:
        """The document as those may see it whom an edition is for."""
        if edition != "student":
            return self.edited(edition)
        if edition not in self._shown:
            from triptych.transform.editions import for_students

            self._shown[edition] = for_students(self.marked())
        return self._shown[edition]

    def marked(self) -> Document:
        """The document with the key phrases that are asked for besides its author's."""
        if self.forms.blanks == BlanksForm():
            return self.document
        if not self._marked:
            from triptych.transform.blanks import with_chosen_blanks

            self._marked.append(with_chosen_blanks(self.document, self.forms.blanks))
        return self._marked[0]

    def edited(self, edition: Edition) -> Document:
        """The document as the handout of an edition needs it: with what is hidden, for the room that it takes."""
        if not edition:
            return self.document
        if edition not in self._edited:
            from triptych.transform.editions import for_edition

            self._edited[edition] = for_edition(self.marked(), edition)
        return self._edited[edition]

    def weigh(self, document: Document) -> "Weights":
        """How much each statement of a document matters; deck and sheet ask for the same one in turn."""
        for known, weights in self._weights:
            if known is document:
                return weights
        self.heed()
        from triptych.weigh import weigh

        self._weights.append((document, weigh(document)))
        return self._weights[-1][1]

    def deck(self, edition: Edition) -> Deck:
        """The deck of an edition, with the handout's pages at the foot of its slides where both refer to each other."""
        deck = self.slides(edition)
        if not self.both:
            return deck
        from triptych.plan.references import paged

        return paged(deck, self.document, self.handout(edition))

    def handout(self, edition: Edition, form: HandoutForm | None = None, paper: Size | None = None) -> Pages:
        """The handout of an edition, in a form and on a paper if they are not those that are asked for."""
        form = form or self.forms.handout
        key = (edition, form, paper or self.paper)
        if key not in self._handouts:
            self.heed()
            pages = self._text(*key) if form.layout in TEXT else self._of_slides(*key)
            if len(pages.pages) > self.limits.pages:
                raise LimitError(f"{len(pages.pages):,} pages", "pages", self.limits.pages)
            self._handouts[key] = pages
        return self._handouts[key]

    def cheat_sheet(self, edition: Edition) -> Sheet:
        """The cheat sheet of an edition, what is to be said of it, and all that it leaves out."""
        if edition not in self._sheets:
            self.heed()
            from triptych.plan.cheat_sheet import plan_cheat_sheet

            form = self.forms.cheat_sheet
            document = self.shown(edition)
            pictures, weigh = self.pictures, self.weigh
            made = plan_cheat_sheet(document, self.theme, self.paper, form, edition, pictures, weigh)
            self._sheets[edition] = made
        return self._sheets[edition]

    def count(self, product: Product, edition: Edition) -> int:
        """How many slides or pages a product has; 0 where nobody counts them."""
        if product == "deck":
            return len(self.slides(edition).slides)
        if product == "handout":
            return len(self.handout(edition).pages)
        return len(self.cheat_sheet(edition)[0].pages) if product == "cheat-sheet" else 0

    def slides(self, edition: Edition) -> Deck:
        """The deck before it knows of any handout."""
        if edition not in self._decks:
            from triptych.plan.deck import plan_deck

            document, form = self.shown(edition), self.forms.deck
            deck = plan_deck(document, self.theme, self.pictures, form, self.weigh, partial(self._chosen, edition))
            if len(deck.slides) > self.limits.slides:
                raise LimitError(f"{len(deck.slides):,} slides", "slides", self.limits.slides)
            self._decks[edition] = deck
        return self._decks[edition]

    def _chosen(self, edition: Edition, document: Document, form: DeckForm, weigh: "Weigh") -> "Choice":
        """What stays on the slides of an edition, kept for whoever asks."""
        from triptych.plan.deck.choice import as_before, choice_of

        self.heed()
        before = self.before.get(edition)
        made = as_before(before, document, weigh) if before else choice_of(document, form, weigh)
        self.choices[edition] = made
        self.heed()
        return made

    def _text(self, edition: Edition, form: HandoutForm, paper: Size) -> Pages:
        from triptych.plan.handout import plan_handout

        document = self.edited(edition)
        if not self.both:
            return plan_handout(document, self.theme, self.pictures, paper, edition, form)
        from triptych.plan.references import slide_numbers

        numbers = slide_numbers(self.slides(edition))
        return plan_handout(document, self.theme, self.pictures, paper, edition, form, numbers)

    def _of_slides(self, edition: Edition, form: HandoutForm, paper: Size) -> Pages:
        """The slides of the edition's deck, several a page or each above its notes."""
        from triptych.plan.handout.notes import plan_notes
        from triptych.plan.handout.slides import plan_slides
        from triptych.template.decor import read_decor

        deck, document = self.slides(edition), self.shown(edition)
        decor = read_decor(self.template)  # what the layouts draw behind the text
        if form.layout == "notes":
            pages = plan_notes(deck, document, self.theme, decor, paper, form.ruling)
        else:
            pages = plan_slides(deck, document, self.theme, decor, paper, form.per_page, form.ruling)
        if not form.two_sided:
            return pages
        from triptych.plan.direction import rtl_document
        from triptych.plan.handout.sheet import MARGIN
        from triptych.plan.imposition import two_sided

        return two_sided(pages, margin=MARGIN, column=float("inf"), rtl=rtl_document(document))

    def made_handout(self) -> Pages:
        """The handout that is made, with all that it says; a plain one if none is."""
        editions = [edition for product, edition in self.wanted if product == "handout"]
        if not editions:
            return self.handout("", HandoutForm())
        if self.forms.handout.layout in TEXT:
            # Both editions have the same pages; in the student's, places whose names would tell are called otherwise.
            return self.handout("instructor" if editions[-1] else "")
        return self.handout(editions[-1])

    def pages_of_places(self) -> dict[str, int]:
        """The page of each place of the document in the handout that is made, by its name; else in a plain one.

        Pages count from 1. Of a handout of slides these are the sections.
        """
        editions = [edition for product, edition in self.wanted if product == "handout"]
        if not editions or self.forms.handout.layout in TEXT:
            return _pages(self.made_handout())
        return self._pages_of_sections(editions[-1])

    def _pages_of_sections(self, edition: Edition) -> dict[str, int]:
        from triptych.model.queries import walk_sections

        at = _pages(self.handout(edition))
        first: dict[str, int] = {}
        for slide in self.slides(edition).slides:
            if slide.id in at:
                for section in slide.sections:
                    first.setdefault(section, at[slide.id])
        sections = zip(walk_sections(self.document.sections), walk_sections(self.shown(edition).sections), strict=True)
        return {own.id: first[shown.id] for own, shown in sections if shown.id in first}


def _pages(pages: Pages) -> dict[str, int]:
    return {place.name: place.page + 1 for place in pages.destinations}
