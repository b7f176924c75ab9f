"""The documents that the tests above unit level are about, and their plans."""

from functools import cache
from pathlib import Path

import msgspec
from msgspec.structs import replace
from reading import read

from triptych.model.deck import Deck
from triptych.model.document import Document
from triptych.model.forms import PAPERS, DeckForm, Forms
from triptych.model.pages import Pages
from triptych.model.picture import Picture
from triptych.model.theme import Theme
from triptych.plan.cheat_sheet import plan_cheat_sheet
from triptych.problem import Problem
from triptych.products.plans import Plans
from triptych.read.beside import Beside
from triptych.read.pictures.find import read_pictures
from triptych.template.themes import read_theme

CASES = Path(__file__).parent / "cases"
EXAMPLES = Path(__file__).parent.parent / "source"
NAMES = tuple(sorted(folder.name for folder in CASES.iterdir() if folder.is_dir()))
A4 = PAPERS["a4"]


class Planned(msgspec.Struct, frozen=True):
    """A document and all that is planned from it."""

    document: Document
    problems: tuple[Problem, ...]
    deck: Deck
    handout: Pages
    sheet: Pages
    said: tuple[Problem, ...]
    """What the cheat sheet said about itself."""


@cache
def theme() -> Theme:
    return replace(read_theme()[0], hyphens="en")


def source(name: str) -> Path:
    """The source of a case: in its folder, or among the examples that ship."""
    (path,) = CASES.glob(f"{name}/source.*") if any(CASES.glob(f"{name}/source.*")) else EXAMPLES.glob(f"{name}.*")
    return path


def beside(path: Path) -> Beside:
    """Reads what stands beside a document."""
    return lambda name: (path.parent / name).read_bytes() if (path.parent / name).is_file() else None


@cache
def case(name: str) -> Planned:
    path = source(name)
    document, problems = read(path.read_text(encoding="utf-8"), path.name, beside(path))
    pictures, found = read_pictures(document, path.parent)
    return planned(document, pictures, (*problems, *found))


def from_markdown(text: str, *, full: bool = False) -> Planned:
    document, problems = read(text)
    return planned(document, read_pictures(document, Path("nowhere"))[0], problems, full=full)


def planned(
    document: Document, pictures: dict[str, Picture], problems: tuple[Problem, ...] = (), *, full: bool = False
) -> Planned:
    sheet, said, _ = plan_cheat_sheet(document, theme(), A4)
    deck, handout = planned_together(document, pictures, full=full)
    return Planned(document, problems, deck, handout, sheet, said)


def planned_together(document: Document, pictures: dict[str, Picture], *, full: bool = False) -> tuple[Deck, Pages]:
    """The deck and the handout as a build makes them, where they may name each other's slides and pages."""
    plans = Plans(document, theme(), b"", pictures, A4, Forms(deck=DeckForm(full)), (("deck", ""), ("handout", "")))
    return plans.deck(""), plans.handout("")
