"""What other programs make of the files: LibreOffice, poppler and qpdf."""

import os
import re
import shutil
import subprocess
import unicodedata
from functools import cache
from pathlib import Path

import msgspec
import pytest
from documents import A4, NAMES, case, source, theme
from msgspec.structs import replace
from picturing import difference

from triptych.build import Source, build
from triptych.geometry import Rect
from triptych.model.deck import ChartBox, Deck, Fill, Slide, TextFill
from triptych.model.pages import Page, Pages, TextItem
from triptych.plan.direction import rtl_document
from triptych.plan.handout.sheet import COLUMN, MARGIN
from triptych.plan.imposition import booklet, two_sided
from triptych.plan.slides import Stage, slide_items
from triptych.plan.tree import Tree
from triptych.template.decor import read_decor
from triptych.template.themes import read_theme
from triptych.text.bidi import has_rtl
from triptych.write.pdf import write_pages

pytestmark = pytest.mark.renderers

RTL = {"arabic", "hebrew", "scripts"}
PROGRAMS = ("soffice", "pdftotext", "pdftoppm", "pdfinfo", "qpdf")
_WORD = re.compile(r"\w+")
_BOX = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</word>')


class Files(msgspec.Struct, frozen=True):
    """The files of a case, and its slides as LibreOffice draws them."""

    deck: Path
    handout: Path
    sheet: Path
    slides: Path


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what is rendered; without the programs the tests are skipped, or fail if they must run."""
    lacking = [program for program in PROGRAMS if shutil.which(program) is None]
    if lacking and os.environ.get("TRIPTYCH_REQUIRE_RENDERERS"):
        pytest.fail(f"not installed: {', '.join(lacking)}")
    if lacking:
        pytest.skip(f"not installed: {', '.join(lacking)}")
    return tmp_path_factory.mktemp("rendered")


@cache
def rendered(folder: Path) -> dict[str, Files]:
    """All cases, built, and their decks converted in one go: the program takes seconds to start."""
    found = {}
    for name in NAMES:
        path = source(name)
        made = build(Source(path, path.name, name), folder).files
        deck, handout, sheet = (next(f for f in made if key in f.name) for key in ("deck", "handout", "cheat"))
        found[name] = Files(deck, handout, sheet, folder / f"{deck.stem}.pdf")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    decks = [str(files.deck) for files in found.values()]
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *decks]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return found


def run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def words_on(pdf: Path) -> list[list[tuple[str, Rect]]]:
    """The words of each page and where they stand, as poppler finds them."""
    pages = run("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]
    return [
        [(text, Rect(float(x), float(y), float(right) - float(x), float(bottom) - float(y)))
         for x, y, right, bottom, text in _BOX.findall(page)]
        for page in pages
    ]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_is_drawn(name: str, folder: Path) -> None:
    info = run("pdfinfo", rendered(folder)[name].slides)
    assert int(re.search(r"Pages:\s+(\d+)", info)[1]) == len(case(name).deck.slides)
    wide, high = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info).groups()
    size = case(name).deck.size
    assert (float(wide), float(high)) == pytest.approx((size.width, size.height), abs=1)


@pytest.mark.parametrize("name", NAMES)
def test_no_word_leaves_its_slide(name: str, folder: Path) -> None:
    size = case(name).deck.size
    whole = Rect(0, 0, size.width, size.height)
    for number, words in enumerate(words_on(rendered(folder)[name].slides), 1):
        assert [text for text, rect in words if not whole.contains(rect, 0.5)] == [], f"slide {number}"


@pytest.mark.parametrize("name", NAMES)
def test_text_stays_within_its_placeholder(name: str, folder: Path) -> None:
    """A word that only a body placeholder of the slide has must be drawn inside one."""
    pages = words_on(rendered(folder)[name].slides)
    for slide, words in zip(case(name).deck.slides, pages, strict=True):
        bodies = [fill for fill in slide.fills if isinstance(fill, TextFill) and fill.placeholder.kind == "body"]
        elsewhere = {word for fill in slide.fills if fill not in bodies for word in _words(fill)}
        elsewhere |= set(slide.footer.split()) | {str(number) for number in range(len(pages) + 1)}
        own = {word for fill in bodies for word in _words(fill)} - elsewhere
        frames = [fill.rect or fill.placeholder.rect for fill in bodies]
        for text, rect in words:
            ink = Rect(rect.x, rect.y + 0.25 * rect.height, rect.width, 0.5 * rect.height)
            assert text not in own or any(frame.contains(ink, 1.0) for frame in frames), f"{slide.title}: {text}"


def _words(fill: Fill) -> list[str]:
    paras = list(getattr(fill, "paras", ()))
    paras += [para for row in getattr(fill, "rows", ()) for cell in row.cells for para in cell.paras]
    return [word for para in paras for run in para.runs for word in run.text.split()]


@pytest.mark.parametrize("name", NAMES)
def test_the_pdfs_are_sound(name: str, folder: Path) -> None:
    for pdf in (rendered(folder)[name].handout, rendered(folder)[name].sheet):
        assert "No syntax or stream encoding errors found" in run("qpdf", "--check", pdf)
        run("pdftotext", pdf, "-")


@pytest.mark.parametrize("name", NAMES)
def test_a_booklet_is_sound_and_reads_as_its_handout_does(name: str, folder: Path) -> None:
    """The standard holds, and the structure says the same in the same order, whatever sheet it is on."""
    import page as validation

    handout, rtl = case(name).handout, rtl_document(case(name).document)
    plain, bound = folder / f"{name}-plain.pdf", folder / f"{name}-booklet.pdf"
    plain.write_bytes(write_pages(handout))
    made = booklet(two_sided(handout, margin=MARGIN, column=COLUMN, rtl=rtl), A4, signature=1, rtl=rtl)
    bound.write_bytes(write_pages(made))
    assert write_pages(made) == bound.read_bytes()
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", bound)
    assert not [failure.message for failure in validation.validate_pdf(bound, profile="ua1").failures]
    assert _structure(bound) == _structure(plain)


def _structure(pdf: Path) -> list[str]:
    """Roles and texts of the structure tree in its order, as poppler tells them, without their places."""
    told = re.sub(r"Object \d+ \d+|\[[-\d. ]+\]", "", run("pdfinfo", "-struct-text", pdf))
    return told.split()


@pytest.mark.parametrize("name", sorted(set(NAMES) - RTL))  # right-to-left text is read as the eye sees it
def test_the_handout_is_read_in_its_order(name: str, folder: Path) -> None:
    """In the order of its content a page says what the plan says, letter by letter."""
    read = run("pdftotext", "-raw", rendered(folder)[name].handout, "-").split("\f")
    for page, text in zip(case(name).handout.pages, read, strict=False):
        texts = [item.text for item in page.items if isinstance(item, TextItem) and item.tag is not None]
        assert _solid("".join(texts)) in _solid(text)


def _solid(text: str) -> str:
    """The letters and figures alone; an exponent, which is read as one, by its figure."""
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", text)))


@pytest.mark.parametrize("name", sorted(RTL))
def test_words_from_right_to_left_are_found_whole(name: str, folder: Path) -> None:
    """Every word that shows no vowels, by its letters in their order."""
    found = set(_WORD.findall(run("pdftotext", rendered(folder)[name].handout, "-")))
    texts = [item.text for page in case(name).handout.pages for item in page.items if isinstance(item, TextItem)]
    wanted = {word for text in texts for word in text.split() if word.isalpha() and has_rtl(word)}
    assert len(wanted) >= 5
    assert wanted - found == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_cheat_sheet_is_one_page_for_others_too(name: str, folder: Path) -> None:
    assert re.search(r"Pages:\s+1\n", run("pdfinfo", rendered(folder)[name].sheet))


# --- slides on paper ---------------------------------------------------------------------------------

LIMIT = 1.0
"""Per cent of the pixels of a slide that may differ between our drawing and LibreOffice's."""
DRAWN = ("lecture", "notes", "study-skills")  # in other scripts LibreOffice chooses other fonts


@pytest.mark.parametrize("name", DRAWN)
def test_slides_on_paper_look_like_the_deck(name: str, folder: Path) -> None:
    theirs = pictures(rendered(folder)[name].slides)
    ours = pictures(drawn(case(name).deck, folder / f"{name}-drawn.pdf"))
    found = {}
    for slide, one, two in zip(case(name).deck.slides, theirs, ours, strict=True):
        if not _is_native(slide):
            found[slide.title] = difference(one, two)
    assert len(found) >= 8
    assert {title: share for title, share in found.items() if share > LIMIT} == {}


def test_a_list_that_moved_by_a_line_would_be_seen(folder: Path) -> None:
    """The limit is worth something: the same slides with their bodies a line lower are beyond it."""
    deck = case("notes").deck
    moved = replace(deck, slides=tuple(replace(s, fills=tuple(map(_lower, s.fills))) for s in deck.slides))
    pairs = zip(pictures(rendered(folder)["notes"].slides), pictures(drawn(moved, folder / "moved.pdf")), strict=True)
    shares = [difference(one, two) for slide, (one, two) in zip(deck.slides, pairs, strict=True) if _has_body(slide)]
    assert len(shares) >= 7
    assert min(shares) > 2 * LIMIT


def _lower(fill: Fill) -> Fill:
    if not isinstance(fill, TextFill) or fill.placeholder.kind != "body":
        return fill
    at = fill.rect or fill.placeholder.rect
    return replace(fill, rect=replace(at, y=at.y + 30.0))


def _has_body(slide: Slide) -> bool:
    return any(isinstance(fill, TextFill) and fill.placeholder.kind == "body" for fill in slide.fills)


def _is_native(slide: Slide) -> bool:
    """Whether it has a chart, which each program draws its own way, or an equation, which LibreOffice does not draw."""
    runs = [run for fill in slide.fills for para in getattr(fill, "paras", ()) for run in para.runs]
    return any(isinstance(fill, ChartBox) for fill in slide.fills) or any(run.formula for run in runs)


def drawn(deck: Deck, path: Path) -> Path:
    """Our drawing of a deck, a slide a page."""
    tree = Tree()
    root = tree.add("Document")
    stage = Stage(deck, theme(), read_decor(read_theme()[1]), tree)
    whole = Rect(0, 0, deck.size.width, deck.size.height)
    pages = tuple(
        Page(deck.size, slide_items(slide, number, stage, whole, tree.add("Sect", root)))
        for number, slide in enumerate(deck.slides, 1)
    )
    path.write_bytes(write_pages(Pages(deck.meta, pages, tree.tags())))
    return path


@cache
def pictures(pdf: Path) -> list[Path]:
    """The pages as pictures, 960 pixels wide."""
    run("pdftoppm", "-png", "-scale-to-x", "960", "-scale-to-y", "540", pdf, pdf.with_suffix(""))
    found = pdf.parent.glob(f"{pdf.stem}-*.png")
    return sorted(found, key=lambda path: int(path.stem.rpartition("-")[2]))
