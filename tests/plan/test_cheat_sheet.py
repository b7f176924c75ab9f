"""Cheat sheets in all their forms: the sides asked for, nothing outside or over another, nothing too small."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from documents import A4, NAMES, case, from_markdown, theme
from generated import MARK, Written, documents
from hypothesis import given, settings
from hypothesis import strategies as st
from measuring import page_faults

from triptych.model.document import Blank, Document, Mark, Paragraph, Text, plain, walk_sections
from triptych.model.forms import PAPERS, SheetForm
from triptych.model.pages import BoxItem, Page, Pages, PathItem, TextItem
from triptych.plan.cheat_sheet import plan_cheat_sheet
from triptych.plan.inlines import SMALL
from triptych.read.markdown import read_markdown

forms = st.builds(
    SheetForm,
    paper=st.sampled_from(("", *PAPERS)),
    portrait=st.booleans(),
    sides=st.integers(1, 2),
    in_order=st.booleans(),
    by_section=st.booleans(),
    frame=st.booleans(),
    least=st.sampled_from((7.0, 9.0, 10.0, 14.0)),
)


def sheet(document: Document, form: SheetForm) -> tuple[Pages, str]:
    pages, (note,) = plan_cheat_sheet(document, theme(), A4, form)
    return pages, note.message


def texts(pages: Pages) -> list[str]:
    return [item.text for page in pages.pages for item in page.items if isinstance(item, TextItem)]


def faults(pages: Pages, form: SheetForm, note: str) -> Iterator[str]:
    """What is wrong with a sheet."""
    paper = PAPERS[form.paper or "a4"]
    across = max(paper.width, paper.height) if not form.portrait else min(paper.width, paper.height)
    if len(pages.pages) not in range(1, form.sides + 1):
        yield f"{len(pages.pages)} sides"
    for number, page in enumerate(pages.pages, 1):
        yield from page_faults(page, number)
        yield from _outside(page)
        yield from (f"{item.text} has {item.size} pt" for item in _small(page, form.least))
        if page.size.width != across:
            yield f"it is {page.size.width} wide"
        if len(pages.pages) == 2 and not any(isinstance(item, BoxItem) for item in page.items):
            yield f"side {number} is empty"
    if not re.match(r"cheat sheet fits at [\d.]+ pt in \d columns?\b", note):
        yield note


def _outside(page: Page) -> Iterator[str]:
    """Boxes that reach into the margin that a printer needs."""
    for item in page.items:
        if isinstance(item, BoxItem) and (item.rect.bottom > page.size.height - 11.9 or item.rect.x < 10.0):
            yield f"{item.rect} is in the margin"


def _small(page: Page, least: float) -> Iterator[TextItem]:
    """Texts that are too small; raised and lowered figures may be smaller."""
    for item in page.items:
        if isinstance(item, TextItem) and item.size < least - 0.01:
            if item.size < least * SMALL - 0.01 or len(item.text.strip()) > 4:
                yield item


@settings(max_examples=60, deadline=None)
@given(documents(), forms)
def test_a_document_fits_whatever_is_asked_for(written: Written, form: SheetForm) -> None:
    document = read_markdown(written.text, "text.md")[0]
    pages, note = sheet(document, form)
    assert list(faults(pages, form, note)) == []
    shown = "".join("".join(texts(pages)).split())
    due = written.marks - written.private - written.captions
    for section in walk_sections(document.sections):
        due -= {word for word in re.findall(r"[^\W\d_]+w\d+e", plain(section.title))}
    missing = [mark for mark in due if mark not in shown]
    assert not missing or "left out" in note


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_case_fits_on_all_paper(name: str, paper: str) -> None:
    for number, (portrait, sides) in enumerate(product((False, True), (1, 2))):
        form = SheetForm(paper, portrait, sides, frame=number % 2 == 1, by_section=number > 1, least=7.0 + number)
        pages, note = sheet(case(name).document, form)
        assert list(faults(pages, form, note)) == []
        assert sheet(case(name).document, form) == (pages, note)
