"""Figures and charts on cheat sheets; no heading without content, no lead-in without what it leads to."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from documents import A4, NAMES, case, theme
from measuring import page_faults
from msgspec.structs import replace

from triptych.model.document import Document, Section
from triptych.model.forms import SheetForm
from triptych.model.pages import DrawingItem, Pages, PictureItem, TextItem
from triptych.model.picture import Picture
from triptych.plan.cheat_sheet import plan_cheat_sheet
from triptych.plan.cheat_sheet.plan import USUAL
from triptych.read.markdown.document import read_markdown
from triptych.weigh.sentences import leads

FIGURE = '![A falling line](curve.png "How memories fade"){}'
CHART = "| Year | States |\n|---|---|\n| 1949 | 12 |\n| 1952 | 14 |\n{{.chart{}}}"
PICTURES: Mapping[str, Picture] = {"curve.png": Picture(b"", "png", 400, 200, "curve")}


def made(text: str, form: SheetForm = USUAL, pictures: Mapping[str, Picture] = PICTURES) -> tuple[Pages, str]:
    document = read_markdown(text, "text.md")[0]
    pages, (note,), left = plan_cheat_sheet(document, theme(), A4, form, pictures=pictures)
    return pages, note.message + " / ".join(one.text for one in left)


def said(pages: Pages) -> str:
    return " ".join(item.text for page in pages.pages for item in page.items if isinstance(item, TextItem))


@pytest.mark.parametrize("paper", ["a4", "card"])
def test_an_essential_picture_is_drawn_with_its_caption(paper: str) -> None:
    pages, note = made(f"# A\n\nText.\n\n{FIGURE.format('{.essential}')}\n\nMore.\n", SheetForm(paper))
    (item,) = [item for item in pages.pages[0].items if isinstance(item, PictureItem)]
    assert item.tag is not None
    assert (pages.tags[item.tag].role, pages.tags[item.tag].alt) == ("Figure", "A falling line")
    assert item.rect.width == pytest.approx(2 * item.rect.height)
    (caption,) = [i for i in pages.pages[0].items if isinstance(i, TextItem) and i.text.startswith("How memories")]
    assert item.rect.bottom < caption.y < item.rect.bottom + 2 * caption.size
    assert list(page_faults(pages.pages[0], 1)) == []
    assert "left out" not in note


def test_a_picture_that_is_missing_is_told_in_words() -> None:
    pages, _ = made(f"# A\n\nText.\n\n{FIGURE.format('{.essential}')}\n", pictures={})
    assert "A falling line" in said(pages)


def test_other_figures_are_named_in_the_report() -> None:
    pages, note = made(f"# A\n\nText.\n\n{FIGURE.format('')}\n\n{CHART.format('')}\n")
    assert not any(isinstance(item, PictureItem) for item in pages.pages[0].items)
    assert "left out 2 figures (lines 5, 7)" in note
    assert "figure: How memories fade" in note


def test_an_essential_chart_is_drawn_with_what_leads_up_to_it() -> None:
    pages, note = made(f"# A\n\nText.\n\nIt grew as the chart shows:\n\n{CHART.format(' .essential')}\n")
    (tag,) = [tag for tag in pages.tags if tag.role == "Figure"]
    assert "1952" in tag.alt
    assert "It grew as the chart shows:" in said(pages)
    assert "left out" not in note
    pages, note = made(f"# A\n\nText.\n\nIt grew as the chart shows:\n\n{CHART.format('')}\n")
    assert "It grew" not in said(pages)


def _passages(pages: Pages) -> list[tuple[str, str]]:
    """Role and text of all elements in the order in which they are read."""
    found: dict[int, str] = {}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, TextItem | DrawingItem) and item.tag is not None:
                found[item.tag] = found.get(item.tag, "") + (item.text if isinstance(item, TextItem) else "·")
    return [(pages.tags[tag].role, text) for tag, text in found.items()]


FORMS = [SheetForm(), SheetForm("a5", least=9.0), SheetForm("card"), SheetForm(sides=2, by_section=True)]


def _leading(document: Document) -> Document:
    """The document with a lead-in to nothing at the end of its sections."""

    def put(section: Section) -> Section:
        end = read_markdown("# A\n\nNothing comes after this:\n", "text.md")[0].sections[0].blocks
        return replace(section, blocks=(*section.blocks, *end), sections=tuple(map(put, section.sections)))

    return replace(document, sections=tuple(map(put, document.sections)))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_no_heading_and_no_lead_in_stands_alone(name: str, form: SheetForm) -> None:
    pages, _, _ = plan_cheat_sheet(_leading(case(name).document), theme(), A4, form)
    passages = [*_passages(pages), ("H1", "")]
    for (role, text), (following, _) in pairwise(passages):
        assert "Nothing comes after this" not in text
        if following.startswith("H"):
            assert not leads(text), text
        if role.startswith("H") and following.startswith("H"):
            assert following > role or role == "H1", text
