"""The forms that the printed panels can take, as a document or a command asks for them."""

from typing import Literal

import msgspec

from triptych.geometry import Size

PAPERS = {
    "a3": Size(841.89, 1190.55),
    "a4": Size(595.28, 841.89),
    "a5": Size(419.53, 595.28),
    "letter": Size(612.0, 792.0),
    "legal": Size(612.0, 1008.0),
    "card": Size(216.0, 360.0),
    "poster": Size(1190.55, 1683.78),
}
"""Paper sizes in points, upright: ISO 216, the North American ones, an index card of 3 by 5 inches, a poster of A2."""

PANELS_PAPERS = ("a4", "letter", "a5")
"""The papers on which all printed panels can be set."""

Edition = Literal["", "student", "instructor"]
"""For whom a file is: a student's hides answers and key phrases, an instructor's also shows notes; "" is for all."""

Ruling = Literal["none", "lines", "dots", "squares"]
"""What free space for the reader is filled with."""


class DeckForm(msgspec.Struct, frozen=True):
    """A deck's form. A lecture shows what matters and has the rest in its notes; a `full` one shows every sentence.

    `minutes` is how long the lecture is, 0 where nobody says.
    """

    full: bool = False
    minutes: int = 0


class HandoutForm(msgspec.Struct, frozen=True):
    """A handout's layout. `per_page` counts the slides of a page; `ruling` fills the space for the reader's notes.

    `full` gives the outer margin to the text, `wide` leaves a wider one to write on, `corrections` adds a page for
    corrections, `two_sided` turns the margins of even pages outwards. An `exam` is set as a test: as wide as the
    page, no question torn, marks at the edge.
    """

    layout: Literal["article", "cornell", "slides", "notes"] = "article"
    per_page: int = 3
    ruling: Ruling = "none"
    full: bool = False
    wide: bool = False
    corrections: bool = False
    two_sided: bool = False
    exam: bool = False


class SheetForm(msgspec.Struct, frozen=True):
    """A cheat sheet's paper and what goes onto it. No `paper` means that of the other panels.

    `least` is the smallest type in points; more of it leaves out more. It is doubled on a poster, which is read from
    afar. `by_section` sets a box for each section, `in_order` chooses from the beginning on and not by importance,
    `frame` keeps room for what is added by hand.
    """

    paper: str = ""
    portrait: bool = False
    sides: int = 1
    in_order: bool = False
    by_section: bool = False
    frame: bool = False
    least: float = 7.0


class CardForm(msgspec.Struct, frozen=True):
    """Flashcards on paper: how many a page, and over which edge of the paper the printer turns it."""

    per_page: int = 8
    flip: Literal["long-edge", "short-edge"] = "long-edge"


class PrintForm(msgspec.Struct, frozen=True):
    """How the handout is also laid out for printing. `up` pages a side, 0 for none; `grey` checks it without colour.

    A booklet's printer turns its lying sheets over the edge `flip`; at most `signature` of them are folded into each
    other, 0 for all.
    """

    booklet: bool = False
    flip: Literal["long-edge", "short-edge"] = "short-edge"
    signature: int = 0
    up: int = 0
    grey: bool = False


class TestForm(msgspec.Struct, frozen=True):
    """What a test asks and how it is set.

    There are so many `versions`, drawn from a `seed`; at most so many `questions` (0: as many as are usual), of the
    kinds that are said, of all where none is. A `large` one is set in 18 pt, one with `grades` has a table for marks.
    """

    __test__ = False  # pytest would collect it by its name

    versions: int = 1
    seed: int = 1
    questions: int = 0
    choices: bool = False
    gaps: bool = False
    matching: bool = False
    ordering: bool = False
    open: bool = False
    large: bool = False
    grades: bool = False


class BlanksForm(msgspec.Struct, frozen=True):
    """What becomes a blank in the edition for students besides what its author marks."""

    terms: bool = False
    dates: bool = False
    labels: bool = False


class QuestionsForm(msgspec.Struct, frozen=True):
    """The platforms that questions are handed on to."""

    moodle: bool = False
    gift: bool = False
    qti: bool = False
    kahoot: bool = False
    quizlet: bool = False


class Forms(msgspec.Struct, frozen=True):
    """The forms of all panels."""

    deck: DeckForm = DeckForm()
    handout: HandoutForm = HandoutForm()
    cheat_sheet: SheetForm = SheetForm()
    cards: CardForm = CardForm()
    print: PrintForm = PrintForm()
    test: TestForm = TestForm()
    blanks: BlanksForm = BlanksForm()
    questions: QuestionsForm = QuestionsForm()
