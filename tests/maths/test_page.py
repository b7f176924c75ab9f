"""A page with formulae of every form, in every place: nothing stands on anything else, nothing becomes text."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
import reading
from documents import A4, Planned, beside, planned, theme
from reading import rewritten

from triptych.geometry import Rect
from triptych.model.document import Document
from triptych.model.forms import PAPERS, CardForm, SheetForm
from triptych.model.pages import DrawingItem, Page, Pages, TextItem
from triptych.plan.cards import plan_cards
from triptych.plan.cheat_sheet import plan_cheat_sheet
from triptych.text.extents import extent
from triptych.transform.cues import cues_of

PAGE = Path(__file__).parent / "page.md"
CAP, DESCENT = 0.72, 0.2
"""Ems that text reaches above and below its baseline."""


@cache
def page() -> Planned:
    document, problems = reading.read(PAGE.read_text(encoding="utf-8"), PAGE.name, beside(PAGE))
    return planned(document, {}, problems)


def read(text: str) -> Document:
    return rewritten(text)


def sheet(text: str, form: SheetForm | None = None) -> Pages:
    return plan_cheat_sheet(read(text), theme(), A4, form or SheetForm())[0]


def ink(item: TextItem | DrawingItem) -> Rect:
    """What an item covers, about: of text without its longest letters, so that lines may be close."""
    rect = extent(item)
    if isinstance(item, DrawingItem):
        return rect
    return Rect(rect.x, item.y - CAP * item.size, rect.width, (CAP + DESCENT) * item.size)


def overprints(pages: Pages) -> Iterator[str]:
    """Formulae that stand on text or on another formula."""
    for number, each in enumerate(pages.pages, 1):
        items = [item for item in each.items if isinstance(item, DrawingItem)]
        words = [item for item in each.items if isinstance(item, TextItem) and item.text.strip()]
        pairs = [*combinations(items, 2), *((one, other) for one in items for other in words)]
        for one, other in pairs:
            a, b = ink(one), ink(other)
            wide, high = min(a.right, b.right) - max(a.x, b.x), min(a.bottom, b.bottom) - max(a.y, b.y)
            if wide > 0.5 and high > 0.5:
                yield f"page {number}: {high:.1f} points at {max(a.x, b.x):.0f}, {max(a.y, b.y):.0f}"


def outside(pages: Pages) -> list[DrawingItem]:
    def leaves(item: DrawingItem, each: Page) -> bool:
        rect = extent(item)
        return rect.x < 0 or rect.y < 0 or rect.right > each.size.width + 0.01 or rect.bottom > each.size.height + 0.01

    return [i for each in pages.pages for i in each.items if isinstance(i, DrawingItem) and leaves(i, each)]


def drawings(pages: Pages) -> list[DrawingItem]:
    return [item for each in pages.pages for item in each.items if isinstance(item, DrawingItem)]


def texts(pages: Pages) -> str:
    return " ".join(item.text for each in pages.pages for item in each.items if isinstance(item, TextItem))


def sound(pages: Pages, least: int) -> None:
    assert list(overprints(pages)) == []
    assert outside(pages) == []
    assert len(drawings(pages)) >= least


def test_the_handout_prints_nothing_over_anything() -> None:
    sound(page().handout, 84)


@pytest.mark.parametrize("paper", ["", "a5", "letter", "card", "poster"])
@pytest.mark.parametrize("least", [7.0, 12.0])
def test_the_cheat_sheet_prints_nothing_over_anything(paper: str, least: float) -> None:
    form = SheetForm(paper=paper, least=least)  # type: ignore[arg-type]
    pages, _, _ = plan_cheat_sheet(page().document, theme(), A4, form)
    sound(pages, 1 if paper == "card" else 10)
    assert all(item.size >= 0.79 * least for item in drawings(pages))


@pytest.mark.parametrize("count", [2, 8, 10])
def test_cards_print_nothing_over_anything(count: int) -> None:
    document = page().document
    form = CardForm(count)  # type: ignore[arg-type]
    sound(plan_cards(cues_of(document), document, theme(), {}, PAPERS["a4"], form), 20)


def test_no_formula_becomes_text() -> None:
    for pages in (page().handout, page().sheet):
        said = texts(pages)
        assert not [mark for mark in ("A^k", "P⁻¹", "√(", "/dx²", "(a + b)/") if mark in said]


@pytest.mark.parametrize("width", ["portrait", "landscape"])
def test_a_wide_formula_breaks_at_its_relations_on_a_cheat_sheet(width: str) -> None:
    body = "".join(
        f"## Part {n}\n\nSome words about part {n}, which say enough to take a line or two.\n\n" for n in range(40)
    )
    wide = r"$$A = P D P^{-1} \qquad\text{and therefore}\qquad A^k = P D^k P^{-1} \qquad\text{always}$$"
    pages = sheet(f"# T\n\n{wide}\n\n{body}", SheetForm(portrait=width == "portrait"))
    assert "A^k" not in texts(pages)
    sound(pages, 1)


def test_what_cannot_be_parted_is_set_smaller_and_then_left_out() -> None:
    for cells in (8, 14, 200):
        row = " & ".join(["x_{12}"] * cells)
        pages = sheet(f"# T\n\nWords.\n\n$$\\begin{{pmatrix}} {row} \\end{{pmatrix}}$$\n\nMore words.\n")
        assert list(overprints(pages)) == outside(pages) == []
        assert bool(drawings(pages)) == (cells < 200)
        assert "x_" not in texts(pages)


def test_a_formula_in_a_caption_is_set() -> None:
    for source in ('![A grid](a.png "The map $A$ of it")', "![The map $A$ of it](a.png){#fig:a}"):
        handout = planned(read(f"# T\n\n{source}\n"), {}).handout
        assert len(drawings(handout)) == 1
        assert "$" not in texts(handout)


@pytest.mark.parametrize("latex", ["np", "p", "ab", "mc", "np(1-p)", r"1/\lambda"])
def test_backslashed_brackets_enclose_formulae(latex: str) -> None:
    handout = planned(
        read(f"# T\n\n| a | b |\n|---|---|\n| \\({latex}\\) | c |\n\nHere \\({latex}\\) stands.\n"), {}
    ).handout
    assert len(drawings(handout)) == 2


def test_backslashed_brackets_may_be_brackets() -> None:
    assert "(see below)" in texts(planned(read("# T\n\nThis \\(see below\\) is text.\n"), {}).handout)
    assert len(drawings(planned(read("# T\n\nWith \\(x^2\\) a word \\(mgh\\) is one.\n"), {}).handout)) == 2
