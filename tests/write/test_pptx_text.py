"""Slides as they are read back: text, styles, links, lists, tables, pictures."""

import io

import pytest
from documents import from_markdown
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx_decks import deck, every_kind, fill, para, picture, slide, table, theme

from triptych.geometry import Rect
from triptych.model.deck import Deck, Para, PictureBox, Run, Shape, Slide, TextBox, TextFill
from triptych.model.document import Meta
from triptych.write.pptx import write_deck
from triptych.write.pptx.language import language
from triptych.write.pptx.relations import web_address
from triptych.write.pptx.template import make_template
from triptych.write.pptx.xml import escape, legal

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def opened(of: Deck):
    return Presentation(io.BytesIO(write_deck(of, theme()[1])))


def only_slide(*fills, **says):
    return opened(deck(slide("s", "Title", *fills, **says), slide("t", "Target"))).slides[0]


def body(*paras):
    """The body placeholder of a slide with these paragraphs."""
    return only_slide(fill("body", "body", *paras)).placeholders[1]


def test_titles_are_real_titles_in_their_layouts():
    of = every_kind()
    slides = opened(of).slides
    assert [each.shapes.title.text for each in slides] == [each.title for each in of.slides]
    assert [each.slide_layout.name for each in slides] == [each.layout.name for each in of.slides]


def test_shapes_stand_in_reading_order_with_ids_of_their_own():
    of = every_kind()
    for made, planned in zip(opened(of).slides, of.slides, strict=True):
        shapes = list(made.shapes)
        assert shapes[0] == made.shapes.title
        assert len({shape.shape_id for shape in shapes}) == len(shapes)
        assert len({shape.name for shape in shapes}) == len(shapes)
        feet = [shape.name.rsplit(" ", 1)[0] for shape in shapes[len(planned.fills) :]]
        assert feet in ([], ["Slide Number"], ["Footer", "Slide Number"])


def test_placeholders_follow_the_layout_unless_moved():
    moved = Rect(100, 200, 300, 100)
    made = only_slide(fill("body", "body", "text", rect=moved))
    title, content = made.placeholders[0], made.placeholders[1]
    assert not len(title._element.spPr)
    assert (content.left.pt, content.top.pt, content.width.pt, content.height.pt) == (100, 200, 300, 100)


def test_placeholders_that_a_layout_does_not_tell_apart_have_their_place_written():
    layout = theme()[0].layout("two")
    same = tuple(replace(each, idx=0) if each.kind == "body" else each for each in layout.placeholders)
    fills = tuple(TextFill(each, (para("x"),)) for each in same if each.kind == "body")
    made = opened(deck(Slide("s", "T", replace(layout, placeholders=same), fills))).slides[0]
    assert [shape.left.pt for shape in list(made.shapes)[:2]] == [48, 496]


def test_no_size_is_written_unless_asked_for():
    plain = body("one")
    assert plain._element.find(f".//{A}normAutofit") is not None
    assert plain.text_frame.paragraphs[0].runs[0].font.size is None


def test_sizes_are_written_on_every_run_and_stay():
    sized = only_slide(fill("body", "body", "one", para("two", level=1), Para(()), para("", level=3), sizes=(20.5, 18)))
    frame = sized.placeholders[1].text_frame
    assert [run.font.size.pt for each in frame.paragraphs for run in each.runs] == [20.5, 18]
    ends = frame._txBody.findall(f".//{A}endParaRPr")
    assert [int(end.get("sz")) for end in ends] == [2050, 1800, 2050, 1800]
    assert frame._txBody.find(f".//{A}noAutofit") is not None


def test_every_run_has_its_language():
    made = opened(deck(slide("s", "Titel", fill("body", "body", "Text")), meta=Meta("T", lang="de"))).slides[0]
    runs = list(made._element.iter(f"{A}rPr", f"{A}endParaRPr"))
    assert runs
    assert {run.get("lang") for run in runs} == {"de-DE"}
    assert {run.get("dirty") for run in runs} == {"0"}


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en", "en-US"),
        ("zh-Hant", "zh-TW"),
        ("de", "de-DE"),
        ("pt-BR", "pt-BR"),
        ("zh_TW", "zh-TW"),
        ("EN", "en-US"),
        ('x" y', "en-US"),
    ],
)
def test_languages_have_a_region(tag, written):
    assert language(tag) == written


def test_styles_of_runs():
    runs = (Run("b", bold=True), Run("i", italic=True), Run("c", code=True), Run("d", color="B5421B"))
    bold, italic, code, colored = body(Para(runs)).text_frame.paragraphs[0].runs
    assert bold.font.bold
    assert italic.font.italic
    assert code.font.name == "Courier New"
    assert code._r.rPr.get("noProof") == "1"
    assert colored._r.rPr.find(f".//{A}schemeClr").get("val") == "accent5"


def test_a_colour_that_the_theme_has_not_is_written_as_it_is():
    run = body(Para((Run("d", color="ab12cd"),))).text_frame.paragraphs[0].runs[0]
    assert str(run.font.color.rgb) == "AB12CD"


def test_links_to_addresses_share_a_relationship():
    link = Run("here", link="https://example.org/a?b=1&c=2")
    box = body(Para((link, Run(" and "), link)))
    addresses = [run.hyperlink.address for run in box.text_frame.paragraphs[0].runs]
    assert addresses == ["https://example.org/a?b=1&c=2", None, "https://example.org/a?b=1&c=2"]
    assert sum(rel.is_external for rel in box.part.rels.values()) == 1


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "notes.md", "http://[", "https:///x", "#a"]
)
def test_links_that_lead_nowhere_known_are_plain_text(link):
    run = body(Para((Run("here", link=link),))).text_frame.paragraphs[0].runs[0]
    assert (run.text, run.hyperlink.address) == ("here", None)


def test_addresses_become_legal():
    assert web_address("https://example.org/a b|c%") == "https://example.org/a%20b%7Cc%25"
    assert web_address("mailto:ann@example.org") == "mailto:ann@example.org"


def test_jumps_lead_to_slides():
    box = body(Para((Run("there", slide="t"), Run("nowhere", slide="gone"))))
    click, none = (run._r.find(f".//{A}hlinkClick") for run in box.text_frame.paragraphs[0].runs)
    assert click.get("action") == "ppaction://hlinksldjump"
    target = box.part.related_part(next(value for key, value in click.attrib.items() if key.endswith("}id")))
    assert target.slide.shapes.title.text == "Target"
    assert none is None


def test_line_feeds_are_breaks():
    made = body(Para((Run("a"), Run("\n"), Run("b\r\nc"))))
    assert made.text_frame.paragraphs[0].text == "a\vb\vc"


def bullets(*paras):
    return [each._p.pPr for each in body(*paras).text_frame.paragraphs]


def test_bullets_are_the_layouts_unless_switched_off():
    with_bullet, without = bullets(para("a"), para("b", bullet=False))
    assert with_bullet is None
    assert (without.get("marL"), without.get("indent")) == ("0", "0")
    assert without.find(f"{A}buNone") is not None


def starts(*numbers):
    paras = [para(f"p{n}", number=n) if n is not None else para("x") for n in numbers]
    found = [None if p is None else p.find(f"{A}buAutoNum") for p in bullets(*paras)]
    return [None if each is None else int(each.get("startAt", "1")) for each in found]


def test_consecutive_numbers_are_one_list():
    assert starts(1, 2, 3) == [1, 1, 1]
    assert starts(4, 5, 9, 10) == [4, 4, 9, 9]
    assert starts(1, 2, None, 3) == [1, 1, None, 3]


def test_points_below_a_number_do_not_end_its_list():
    made = bullets(para("a", number=1), para("b", level=1), para("c", number=2))
    assert made[2].find(f"{A}buAutoNum").get("startAt") is None


def test_a_number_that_cannot_be_counted_is_typed():
    assert body(para("none", number=0)).text_frame.text == "0.\tnone"


def test_long_numbers_have_room():
    short, long = bullets(para("a", number=9))[0], bullets(para("a", number=100))[0]
    assert short.get("indent") is None
    assert int(long.get("indent")) < -28 * 12700


def test_alignment_and_space():
    first, second = body(para("a", align="right"), para("b", space_before=7)).text_frame.paragraphs
    assert first._p.pPr.get("algn") == "r"
    assert second.space_before.pt == 7


def test_notes_keep_their_lists():
    notes = (
        para("Prose.", bullet=False),
        para("point"),
        para("below", level=1),
        para("one", number=1),
        Para((Run("x()", code=True), Run("web", link="https://example.org"), Run("jump", slide="t"))),
    )
    made = only_slide(notes=notes).notes_slide
    assert made.notes_text_frame.text == "Prose.\npoint\nbelow\none\nx()webjump"
    prose, point, below, one, _ = (each._p.pPr for each in made.notes_text_frame.paragraphs)
    assert prose.find(f"{A}buNone") is not None
    assert point.find(f"{A}buChar") is not None
    assert int(below.get("marL")) > int(point.get("marL")) > 0
    assert one.find(f"{A}buAutoNum") is not None
    assert made.part.related_part("rId2").slide.shapes.title.text == "Title"
    assert {each.placeholder_format.type for each in made.placeholders} == {
        PP_PLACEHOLDER.SLIDE_IMAGE,
        PP_PLACEHOLDER.BODY,
    }


def test_no_notes_no_notes_page():
    assert not only_slide().has_notes_slide


def test_footer_and_number_have_size_and_family_of_their_own():
    made = only_slide(footer="Part one")
    footer, number = list(made.shapes)[-2:]
    assert footer.text == "Part one"
    assert number._element.find(f".//{A}fld").get("type") == "slidenum"
    for shape in (footer, number):
        assert shape._element.find(f".//{A}rPr").get("sz") == "1200"
        assert shape._element.find(f".//{A}latin").get("typeface") == "Arial"


def test_no_footer_where_there_is_none_to_say():
    assert [shape.name for shape in only_slide(numbered=False).shapes] == ["Title 1"]


def test_the_title_slide_has_neither_footer_nor_number():
    made = opened(deck(slide("s", "T", role="title", footer="F"))).slides[0]
    assert len(made.shapes) == 1


def test_a_text_box_keeps_its_size():
    box = TextBox("Code 1", Rect(48, 116, 400, 60), (para("x = 1"),), 16, "17202A", "EEF4FA", "CBD5E0")
    made = next(shape for shape in only_slide(box).shapes if shape.name == "Code 1")
    assert made.text_frame.word_wrap
    assert made._element.find(f".//{A}noAutofit") is not None
    assert made.text_frame.paragraphs[0].runs[0].font.size.pt == 16
    assert made.text_frame.paragraphs[0]._p.pPr.find(f"{A}buNone") is not None


def test_decoration_can_be_round():
    made = list(only_slide(Shape("Point 1", Rect(0, 0, 10, 10), "0B5FA5", "ellipse")).shapes)[1]
    assert made._element.xpath(".//a:prstGeom/@prst") == ["ellipse"]


def test_decoration_is_marked_and_empty():
    made = list(only_slide(Shape("Mark 1", Rect(0, 0, 10, 10), "0B5FA5")).shapes)[1]
    assert made._element.find(".//{*}decorative").get("val") == "1"
    assert not made.text_frame.text


def test_pictures_are_whole_and_described():
    box = PictureBox("Picture 1", Rect(48, 116, 400, 300), picture(), 'A "blue" field\nof one colour')
    made = list(only_slide(box).shapes)[1]
    assert made._element.nvPicPr.cNvPr.get("descr") == 'A "blue" field\nof one colour'
    assert made.image.blob == box.picture.data
    assert (made.crop_left, made.crop_right, made.crop_top, made.crop_bottom) == (0, 0, 0, 0)
    assert made.width / made.height == pytest.approx(40 / 30)


def test_tables_are_native_with_a_header():
    shape = list(only_slide(table()).shapes)[1]
    made = shape.table
    assert made.first_row
    assert [[cell.text for cell in row.cells] for row in made.rows] == [
        ["Year", "Place"],
        ["1955", "Geneva"],
        ["1961", "Berlin"],
    ]
    assert [column.width.pt for column in made.columns] == [100, 300]
    assert made.cell(0, 0).text_frame.paragraphs[0].runs[0].font.bold
    assert made.cell(1, 0).text_frame.paragraphs[0]._p.pPr.get("algn") == "r"
    assert made.cell(1, 0).margin_left.pt == 12
    assert shape._element.find(".//{*}cNvPr").get("descr") == "Meetings by year"


ANY_TEXT = st.text(st.characters(codec=None), max_size=40)  # lone surrogates too


@settings(max_examples=40)
@given(ANY_TEXT)
def test_any_text_comes_back(text):
    box = TextBox(text, Rect(0, 0, 9, 9), (para(text),), 18, "17202A")
    of = slide("s", "T", fill("body", "body", para(text)), box, footer=text, notes=(para(text, bullet=False),))
    made = opened(deck(of, meta=Meta(title=text, authors=(text,)))).slides[0]
    want = legal(text.replace("\r\n", "\n").replace("\r", "\n"))
    assert made.placeholders[1].text_frame.text == want.replace("\n", "\v")
    assert made.notes_slide.notes_text_frame.text == want.replace("\n", "\v")


@given(ANY_TEXT)
def test_escaped_text_is_well_formed(text):
    from lxml import etree

    element = etree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    assert element.get("b") == (element.text or "") == legal(text)


@pytest.mark.parametrize(("word", "ems"), [("ရေသည်", 1.5), ("ទឹក", 1.53), ("น้ำ", 1.32), ("水", 0.0), ("Water", 0.0)])
def test_lines_on_slides_are_as_far_apart_as_high_letters_need(word: str, ems: float) -> None:
    planned = from_markdown(f"# A\n\n{word} {word}.\n\n| a | 12 |\n|---|---|\n| {word} | 7 |\n").deck
    slides = Presentation(io.BytesIO(write_deck(planned, make_template()))).slides
    shapes = [shape for slide in slides for shape in slide.shapes]
    texts = [shape.text_frame for shape in shapes if shape.has_text_frame]
    cells = [cell.text_frame for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    spaced = [para for text in (*texts, *cells) for para in text.paragraphs if para.line_spacing is not None]
    if not ems:
        assert spaced == []
        return
    assert [para.text for para in spaced if word not in para.text] == ["7"]  # as high as the words in its row
    beside, figure = [para for para in spaced if para.text in (word, "7")]
    assert figure.line_spacing == beside.line_spacing
    assert figure.line_spacing.pt == pytest.approx(ems * figure.runs[0].font.size.pt, abs=0.01)
