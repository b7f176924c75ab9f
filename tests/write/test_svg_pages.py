"""Pictures of slides and pages: they look as the files do, say what these say, and need nothing from elsewhere."""

import base64
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from documents import NAMES, case, from_markdown, theme
from making import picture
from msgspec.structs import replace
from picturing import difference
from PIL import Image

from triptych.build import Options, Source, build
from triptych.geometry import Rect, Size
from triptych.model.deck import Backdrop, Deck
from triptych.model.pages import BoxItem, LinkItem, Page, Pages, PathItem, Tag, TextItem
from triptych.model.theme import Face
from triptych.plan.slides import screen_page
from triptych.read.pictures.raster import to_picture
from triptych.template.decor import read_decor
from triptych.template.themes import read_theme
from triptych.write.pdf import write_pages
from triptych.write.svg import write_png, write_svg

SVG = "{http://www.w3.org/2000/svg}"
WIDE = 620
NOTES = "# Rivers\n\nA river flows $a^2$ to the sea.\n\n![A red square](red.png)\n\nIt ends there & is <salt>.\n"


def slides(deck: Deck) -> list[tuple[Page, tuple[Tag, ...], str]]:
    decor = read_decor(read_theme()[1])
    return [(*screen_page(deck, n, theme(), decor), slide.title) for n, slide in enumerate(deck.slides, 1)]


def pages(name: str) -> list[tuple[Page, tuple[Tag, ...], str]]:
    """All that is shown of a case."""
    made = case(name)
    printed = [(page, panel.tags, "Page") for panel in (made.handout, made.sheet) for page in panel.pages]
    return slides(made.deck) + printed


def as_pdf(page: Page, tags: tuple[Tag, ...], name: str, path: Path) -> None:
    """A page as a PDF shows it."""
    bare = replace(page, items=tuple(item for item in page.items if not isinstance(item, LinkItem)))
    file = pypdfium2.PdfDocument(write_pages(Pages(case(name).document.meta, (bare,), tags)))
    file[0].render(scale=WIDE / page.size.width).to_pil().save(path)


@pytest.mark.parametrize("name", NAMES)
def test_pictures_look_as_the_files_do(name: str, tmp_path: Path) -> None:
    found = {}
    for number, (page, tags, title) in enumerate(pages(name)):
        one, two = tmp_path / f"{number}-pdf.png", tmp_path / f"{number}-svg.png"
        as_pdf(page, tags, name, one)
        with (
            Image.open(one) as same,
            Image.open(io.BytesIO(write_png(write_svg(page, tags, title, "en"), WIDE))) as own,
        ):
            own.resize(same.size).save(two)  # they round the height each in their way
        found[number, title] = difference(one, two)
    assert {key: share for key, share in found.items() if share > 1.0} == {}


@pytest.mark.parametrize("name", NAMES)
def test_pictures_need_nothing_and_say_all(name: str) -> None:
    for page, tags, title in pages(name):
        svg = write_svg(page, tags, title, "en")
        assert svg == write_svg(page, tags, title, "en")
        root = ElementTree.fromstring(svg)
        assert not root.findall(f".//{SVG}text")
        assert not root.findall(f".//{SVG}style")
        links = {use.get("href", "") for use in root.iter() if use.tag in (f"{SVG}use", f"{SVG}image")}
        assert all(link.startswith(("#g", "data:image/png;", "data:image/jpeg;")) for link in links)
        assert root.findtext(f"{SVG}title") == title
        said = re.findall(r"\w+", root.findtext(f"{SVG}desc") or "")
        shown = [item.text for item in page.items if isinstance(item, TextItem) and item.tag is not None]
        spoken = {k for k, tag in enumerate(tags) if tag.actual or tag.role in ("Figure", "Formula")}
        if not spoken and all(not item.rise for item in page.items if isinstance(item, TextItem)):
            whole = "\n".join(shown).replace("\u00ad\n", "").replace("\u00ad", "")
            assert sorted(said) == sorted(re.findall(r"\w+", whole))


def test_what_is_drawn_is_told_by_its_words() -> None:
    made = from_markdown(NOTES)
    page = made.handout.pages[0]
    svg = write_svg(page, made.handout.tags, "One & <two>", "en")
    said = ElementTree.fromstring(svg).findtext(f"{SVG}desc") or ""
    assert "A river flows a² to the sea." in said
    assert "It ends there & is <salt>." in said


def test_a_ground_is_seen_through_its_veil() -> None:
    deck = from_markdown("# Title\n\nA text.\n").deck
    red = to_picture(picture())
    first = replace(deck.slides[0], backdrop=Backdrop("", red, "FFFFFF", 0.5))
    page, tags = screen_page(replace(deck, slides=(first,)), 1, theme(), read_decor(read_theme()[1]))
    svg = write_svg(page, tags, "t", "en")
    assert base64.b64encode(red.data).decode() in svg
    with Image.open(io.BytesIO(write_png(svg, WIDE))) as image:
        assert image.convert("RGB").getpixel((5, 5)) == (255, 128, 128)


def test_only_links_that_lead_somewhere_safe_are_links() -> None:
    rect = Rect(1, 1, 5, 5)
    links = [LinkItem(rect, 0, "here", address) for address in ("https://a.org/?a=1&b", "javascript:alert(1)", "")]
    svg = write_svg(Page(Size(10, 10), tuple(links)), (Tag("Link"),), "t", "en")
    assert re.findall(r'<a href="([^"]*)"', svg) == ["https://a.org/?a=1&amp;b"]


def test_a_page_that_is_turned_is_shown_turned() -> None:
    item = BoxItem(Rect(0, 0, 5, 5), "FF0000")
    svg = write_svg(Page(Size(10, 10), (item,), turned=True), (), "t", "en")
    with Image.open(io.BytesIO(write_png(svg, 10))) as image:
        pixels = image.convert("RGB")
        assert (pixels.getpixel((1, 1)), pixels.getpixel((8, 8))) == ((255, 255, 255), (255, 0, 0))


def test_characters_that_xml_cannot_have_do_no_harm() -> None:
    items = (TextItem(1, 5, "a\x01b\ufffe", Face("Arial"), 4, "000000", 0), PathItem(((0.0, 0.0),), "000000", 1.0))
    svg = write_svg(Page(Size(10, 10), items), (Tag("P"),), "t\x00", "en")
    assert ElementTree.fromstring(svg).findtext(f"{SVG}desc") == "ab"


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_build_puts_pictures_beside_the_panels(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Rivers\n\nA river flows.\n", encoding="utf-8")
    source, out = Source(tmp_path / "a.md", "a.md", "a"), tmp_path / "out"
    made = build(source, out, Options(also=(kind,)))  # type: ignore[arg-type]
    names = sorted(path.relative_to(out / "a").as_posix() for path in made.files)
    assert f"a-pictures/deck-01.{kind}" in names
    assert f"a-pictures/cheat-sheet-01.{kind}" in names
    assert [name for name in names if "/" not in name] == ["a-cheat-sheet.pdf", "a-deck.pptx", "a-handout.pdf"]
    again = build(source, out, Options(also=(kind,)))  # type: ignore[arg-type]
    assert not again.made
    assert set(again.files) == set(made.files)
    other = build(source, out)
    assert [str(problem) for problem in other.problems if "earlier build" in problem.message] == [
        f"{out / 'a' / 'a-pictures'}: note: {len(names) - 3} files are from an earlier build: they are no longer made"
        " (remove them, or ask for them again)"
    ]


def test_a_picture_that_was_changed_by_hand_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Rivers\n\nA river flows.\n", encoding="utf-8")
    source, out = Source(tmp_path / "a.md", "a.md", "a"), tmp_path / "out"
    build(source, out, Options(only=("deck",), also=("svg",)))
    drawn = out / "a" / "a-pictures" / "deck-01.svg"
    drawn.write_text("mine", encoding="utf-8")
    made = build(source, out, Options(only=("deck",), also=("svg",)))
    assert made.failed
    assert drawn.read_text(encoding="utf-8") == "mine"


def test_a_word_that_is_divided_is_told_whole() -> None:
    parts = [TextItem(1, y, text, Face("Arial"), 4, "000000", 0) for y, text in ((5, "a divi\u00ad"), (9, "ded word"))]
    svg = write_svg(Page(Size(40, 10), tuple(parts)), (Tag("P"),), "t", "en")
    assert ElementTree.fromstring(svg).findtext(f"{SVG}desc") == "a divided word"
    assert svg.count("<use ") == 5 + 7 + 1  # the hyphen is drawn
