"""What a build is asked for: which products, for whom, in which form and look."""

from pathlib import Path
from typing import Literal

import msgspec

from triptych.limits import UNTIMED, Limits, changed
from triptych.model.forms import Edition
from triptych.read.forms import Words

Product = Literal["deck", "handout", "cheat-sheet", "cards", "test", "questions", "report", "png", "svg"]
USUAL: tuple[Product, ...] = ("deck", "handout", "cheat-sheet")
"""What is made of a document that asks for nothing else."""
BESIDES: tuple[Product, ...] = ("report", "png", "svg")
"""What tells of the panels that are made, or shows them: a report, a picture of each slide and page."""
KNOWN: tuple[Product, ...] = (*USUAL, "cards", "test", "questions", *BESIDES)
"""Every product, in the order in which they are made."""

EDITIONS: tuple[Edition, ...] = ("student", "instructor")


class Options(msgspec.Struct, frozen=True):
    """What a build makes and how. `paper` is a key of PAPERS; without one it is the document's own, else A4. Without
    a `theme` it is the document's own, else the default.

    Without `only` it makes the usual panels, what the document asks for and what is `also` wanted; a
    report and pictures are made of these and of what is there `only`. `editions` has none
    for files that everyone may see, else one file each. `template` is a .pptx or .potx file whose layouts, colours
    and fonts serve instead of the theme's. `forms` has pairs of a panel's key and words of its form, which count before
    the document's own. With `force` everything is made anew, and files are overwritten that somebody
    changed by hand.
    What a document names is read from inside `root` only; without one each document has its own (see root_of).
    With `archive` the PDFs are made to be kept (PDF/A). With `audit` a document is told as well what keeps people from
    reading it; nothing that is made depends on it.
    """

    only: tuple[Product, ...] = ()
    also: tuple[Product, ...] = ()
    editions: tuple[Edition, ...] = ()
    forms: Words = ()
    paper: str = ""
    theme: str = ""
    template: Path | None = None
    force: bool = False
    root: Path | None = None
    limits: Limits = UNTIMED
    audit: bool = False
    archive: bool = False

    def line(self) -> str:
        """What is asked for, as one line: what was made for another line is made again."""
        words = (f"{key}={words}" for key, words in self.forms)
        template = "" if self.template is None else f"template={self.template}"
        limits = changed(self.limits)
        archive = "archive" if self.archive else ""
        said = (*self.only, "+", *self.also, *self.editions, self.paper, self.theme, template, *words, archive, limits)
        return " ".join(word for word in said if word)
