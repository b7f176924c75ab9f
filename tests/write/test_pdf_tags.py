"""The structure tree tells what was planned: everything drawn has one owner, in order; PDF/UA-1 holds."""

from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_pdf import elements, kids, marks, open_pdf, owned

from triptych.geometry import Rect, Size
from triptych.model.document import Meta
from triptych.model.pages import (
    BoxItem,
    Destination,
    Item,
    LinkItem,
    Page,
    Pages,
    PictureItem,
    Portion,
    RuleItem,
    Tag,
    TextItem,
)
from triptych.model.picture import Picture
from triptych.model.theme import Face
from triptych.write.pdf import write_pages

PAGE = Size(400, 300)


def say(tag: int | None, written: str = "word ", y: float = 50) -> TextItem:
    return TextItem(20, y, written, Face("Arial"), 10, "17202A", tag)


def roles(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S)[1:] for element in elements(pdf)]


def written(tags: tuple[Tag, ...], *pages: tuple[Item, ...], places: tuple[Destination, ...] = ()) -> pikepdf.Pdf:
    return open_pdf(write_pages(Pages(Meta(title="Test"), tuple(Page(PAGE, items) for items in pages), tags, places)))


TREES = st.lists(st.tuples(st.integers(0, 8), st.booleans()), max_size=8).map(
    lambda rows: (Tag("Document"), *(Tag("Span", min(up, place), inline) for place, (up, inline) in enumerate(rows)))
)


@given(st.data())
@settings(max_examples=60)
def test_everything_drawn_is_owned_once(data: st.DataObject) -> None:
    tags = data.draw(TREES)
    owner = st.one_of(st.none(), st.integers(0, len(tags) - 1))
    drawn = data.draw(st.lists(st.lists(owner, max_size=12), min_size=1, max_size=3))
    pdf = written(tags, *(tuple(say(tag, f"{p}.{n} ") for n, tag in enumerate(page)) for p, page in enumerate(drawn)))
    here = [(place, mark.mcid) for place, page in enumerate(pdf.pages) for mark in marks(page) if mark.mcid is not None]
    claimed = [mark for element in elements(pdf) for mark in owned(element, pdf)]
    assert sorted(claimed) == sorted(here)
    for element in elements(pdf):
        assert kids(element) or element.S == "/Document"
        assert owned(element, pdf) == sorted(owned(element, pdf))
    parents = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    for place, page in enumerate(pdf.pages):
        count = sum(mark.mcid is not None for mark in marks(page))
        assert ("/StructParents" in page) == bool(count)
        above = list(parents[int(page.StructParents)]) if count else []
        assert [(place, mcid) in owned(parent, pdf) for mcid, parent in enumerate(above)] == [True] * count


def test_an_inline_tag_stands_where_it_is_drawn() -> None:
    tags = (Tag("Document"), Tag("P", 0), Tag("Link", 1, inline=True), Tag("Strong", 2, inline=True))
    pdf = written(tags, (say(1), say(3), say(1)))
    assert roles(pdf) == ["Document", "P", "Link", "Strong"]
    paragraph = elements(pdf)[1]
    assert [kid if isinstance(kid, int) else str(kid.S) for kid in kids(paragraph)] == [0, "/Link", 2]
    assert pdf.Root.StructTreeRoot.RoleMap["/Strong"] == "/Span"


def test_other_tags_stand_in_the_order_of_the_plan() -> None:
    tags = (Tag("Document"), Tag("H1", 0), Tag("P", 0), Tag("Code", 0))
    assert roles(written(tags, (say(3), say(2), say(1)))) == ["Document", "H1", "P", "Code"]


def test_empty_tags_are_left_out_but_cells_are_not() -> None:
    tags = (Tag("Document"), Tag("Sect", 0), Tag("P", 1), Tag("Table", 0), Tag("TR", 3), Tag("TD", 4), Tag("TD", 4))
    assert roles(written(tags, (say(5),))) == ["Document", "Table", "TR", "TD", "TD"]


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    pdf = written((Tag("Document"), Tag("P", 0)), (say(1), say(None)), (say(None), say(1)))
    assert owned(elements(pdf)[1], pdf) == [(0, 0), (1, 0)]


def test_what_is_read_in_another_order_than_the_pages_is_structured_as_it_is_read() -> None:
    """The last page and the first one on one sheet: a paragraph and a link that go over all of them stay in order."""
    tags = (Tag("Document"), Tag("P", 0), Tag("Link", 1, inline=True), Tag("P", 0))
    link = LinkItem(Rect(20, 40, 30, 12), 2, "On", destination="here")
    outer = Page(PAGE, (say(1, "one "), say(3, "six "), RuleItem(0, 0, 9, 9, 1, "000000")))
    inner = Page(PAGE, (say(1, "two "), say(2, "three "), link, say(2, "four "), link, say(3, "five ")), turned=True)
    reading = (Portion(0, 0, 1), Portion(1, 0, 3), Portion(1, 3, 6), Portion(0, 1, 2), Portion(0, 2, 3))
    made = Pages(Meta(title="Test"), (outer, inner), tags, (Destination("here", 0, 20),), reading=reading)
    pdf = open_pdf(write_pages(made))
    texts = {(place, mark.mcid): mark.text for place, page in enumerate(pdf.pages) for mark in marks(page)}
    said = ["".join(texts[each] for each in owned(element, pdf)) for element in elements(pdf)]
    assert said == ["", "one two ", "three four ", "five six "]
    assert len(pdf.pages[1].Annots) == 2
    assert [page.get("/Rotate", 0) for page in pdf.pages] == [0, 180]


def test_tags_without_a_document_get_one() -> None:
    assert roles(written((Tag("H1"), Tag("P")), (say(0), say(1)))) == ["Document", "H1", "P"]


def test_a_link_over_two_lines_is_one_element_with_two_annotations() -> None:
    tags = (Tag("Document"), Tag("P", 0), Tag("Link", 1, inline=True))
    links = tuple(LinkItem(Rect(20, y, 30, 12), 2, "An address", "https://example.org/(ü") for y in (40, 60))
    pdf = written(tags, (say(1), say(2), links[0], say(2, y=70), links[1]))
    annotations = list(pdf.pages[0].Annots)
    assert [str(a.A.URI) for a in annotations] == ["https://example.org/(%C3%BC"] * 2
    assert {str(a.Contents) for a in annotations} == {"An address"}
    link = elements(pdf)[2]
    held = [kid.Obj.objgen for kid in kids(link) if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
    assert held == [a.objgen for a in annotations]
    parents = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    assert {parents[int(a.StructParent)].objgen for a in annotations} == {link.objgen}


def test_what_a_tag_says_is_written(picture: Picture) -> None:
    tags = (
        Tag("Document"),
        Tag("Figure", 0, alt="A grey square", lang="de"),
        Tag("Table", 0),
        Tag("TR", 2),
        Tag("TH", 3, scope="Column"),
        Tag("L", 0, numbering="Decimal"),
        Tag("LI", 5),
        Tag("Note", 0, id="n1", actual="Ünï"),
    )
    pdf = written(tags, (PictureItem(Rect(20, 30, 50, 40), picture, 1), say(4), say(6), say(7)))
    by_role = {str(element.S): element for element in elements(pdf)}
    figure = by_role["/Figure"]
    assert (str(figure.Alt), str(figure.Lang)) == ("A grey square", "de")
    assert [float(v) for v in figure.A.BBox] == [20, 230, 70, 270]
    assert by_role["/TH"].A.Scope == "/Column"
    assert by_role["/L"].A.ListNumbering == "/Decimal"
    note = by_role["/Note"]
    assert str(note.ActualText) == "Ünï"
    name, found = pdf.Root.StructTreeRoot.IDTree.Names
    assert (bytes(name), found.objgen) == (bytes(note.ID), note.objgen)


def test_a_whole_document_keeps_to_the_standard(picture: Picture, tmp_path: Path) -> None:
    import page as validation

    tags = (
        *(Tag("Document"), Tag("H1", 0), Tag("P", 0), Tag("Link", 2, inline=True), Tag("Em", 2, inline=True)),
        *(Tag("L", 0, numbering="Disc"), Tag("LI", 5), Tag("Lbl", 6), Tag("LBody", 6), Tag("Table", 0), Tag("TR", 9)),
        *(Tag("TH", 10, scope="Column"), Tag("TR", 9), Tag("TD", 12), Tag("Figure", 0, alt="A square")),
    )
    items = (
        *(BoxItem(Rect(10, 10, 300, 40), "EEF4FA", "0B5FA5", 1, 6), RuleItem(10, 60, 300, 60, 1, "F2A33A", (2, 1))),
        *(say(1, "Τίτλος office"), say(2), say(3, "link"), LinkItem(Rect(20, 40, 30, 12), 3, "On", destination="here")),
        *(say(4, "e\u0301x\u0301 שלום 漢"), say(7, "• "), say(8), say(11), say(13)),
        PictureItem(Rect(20, 100, 40, 40), picture, 14),
        say(None, "1"),
    )
    made = Pages(Meta(title="Test"), (Page(PAGE, items),), tags, (Destination("here", 0, 20),))
    path = tmp_path / "test.pdf"
    path.write_bytes(write_pages(made))
    assert not [(failure.rule_id, failure.message) for failure in validation.validate_pdf(path, profile="ua1").failures]


@pytest.fixture(scope="module")
def picture() -> Picture:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (8, 8), 128).save(out, "PNG")
    return Picture(out.getvalue(), "png", 8, 8, "grey")
