"""A word that two lines share is found and copied whole; its hyphen is only seen."""

import shutil
import subprocess
from pathlib import Path

import pytest
from documents import A4, theme
from msgspec.structs import replace
from reading import rewritten
from reading_pdf import open_pdf, text
from test_pdf_text import line, page_of

from triptych.model.pages import Pages, Tag, TextItem
from triptych.model.theme import Face
from triptych.plan.handout import plan_handout
from triptych.text.shape import width
from triptych.write.pdf import write_pages

FACE = Face("Arial")
TAGS = (Tag("Document"), Tag("P", 0), Tag("P", 0))
WHOLE = page_of(
    line("Die Donaudampf\u00ad", FACE), line("schifffahrts\u00ad", FACE, y=74), line("gesellschaft fährt.", FACE, y=88)
)
ELSEWHERE = page_of(
    line("Die Donaudampf\u00ad", FACE), replace(line("schifffahrt fährt.", FACE, y=74), tag=2), tags=TAGS
)


def test_the_hyphen_is_drawn_and_as_wide_as_measured() -> None:
    assert width("Dampf\u00ad", FACE) == pytest.approx(width("Dampf-", FACE))
    assert width("Dampf\u00adschiff", FACE) == pytest.approx(width("Dampfschiff", FACE))


def test_the_word_is_said_once_for_all_its_lines() -> None:
    pdf = open_pdf(write_pages(WHOLE))
    assert text(pdf.pages[0]) == "Die Donaudampfschifffahrtsgesellschaft fährt."


def test_of_a_word_that_goes_on_elsewhere_all_but_the_hyphen_is_said() -> None:
    pdf = open_pdf(write_pages(ELSEWHERE))
    assert text(pdf.pages[0]) == "Die Donaudampfschifffahrt fährt."


@pytest.mark.parametrize(("pages", "word"), [(WHOLE, "Donaudampfschifffahrtsgesellschaft")])
def test_pdfium_finds_the_whole_word(pages: Pages, word: str) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    said = pypdfium2.PdfDocument(write_pages(pages))[0].get_textpage()
    assert said.search(word).get_next()
    assert "-" not in said.get_text_range()
    assert "fährt." in said.get_text_range()


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
def test_poppler_finds_the_whole_word(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(write_pages(WHOLE))
    found = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    assert found.split() == ["Die", "Donaudampfschifffahrtsgesellschaft", "fährt."]


def test_a_cell_of_several_lines_is_drawn_before_the_next() -> None:
    long = "Nahrungsmittelunverträglichkeitsbescheinigung"
    source = f"# A\n\n| a | b | c | d |\n|-|-|-|-|\n| {long} x | {long} y | z | {long} w |\n"
    pages = plan_handout(rewritten(source), replace(theme(), hyphens="de"), {}, A4).pages
    items = [item for page in pages for item in page.items if isinstance(item, TextItem)]
    said = "".join(item.text for item in items).replace("\u00ad", "")
    assert f"{long} x{long} yz{long} w" in said
