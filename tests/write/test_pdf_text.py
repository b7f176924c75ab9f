"""What is written in a PDF can be read again, and is as wide as it was measured."""

import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading_pdf import marks, open_pdf, text

from triptych.geometry import Size
from triptych.model.document import Meta
from triptych.model.pages import Page, Pages, Tag, TextItem
from triptych.model.theme import Face
from triptych.text.shape import width
from triptych.write.pdf import write_pages

FACES = tuple(
    Face(family, bold, italic)
    for family in ("Arial", "Courier New")
    for bold in (False, True)
    for italic in (False, True)
)
LETTERS = st.one_of(
    st.sampled_from(" fiflAVTo.,()\\[]"),
    st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc"]),
    st.characters(min_codepoint=0x300, max_codepoint=0x36F),
    st.characters(min_codepoint=0x370, max_codepoint=0x52F, exclude_categories=["Cn"]),
    st.characters(min_codepoint=0x5D0, max_codepoint=0x5EA),
    st.characters(min_codepoint=0x1E00, max_codepoint=0x1EFF),
    st.sampled_from("مرحبابالعالم\u064e\u0651\u200b\u200d\u00ad\u2010\u2126漢字😀𝛼"),
)
WRITTEN = st.text(LETTERS, min_size=1, max_size=40)


def page_of(*items: TextItem, tags: tuple[Tag, ...] = (Tag("Document"), Tag("P", 0))) -> Pages:
    return Pages(Meta(title="Test"), (Page(Size(595, 842), items),), tags)


def line(written: str, face: Face = FACES[0], *, rtl: bool = False, size: float = 10, y: float = 60) -> TextItem:
    return TextItem(60, y, written, face, size, "17202A", 1, rtl)


@given(WRITTEN, st.sampled_from(FACES), st.booleans())
@example("office ffi AVATAR", FACES[0], False)
@example("a\u200db ab e\u0301 \u00a0-\u2010 \u03a9\u2126", FACES[0], False)
@example("(שלום) [ab] (ab)", FACES[0], True)
@example("漢字 □ 😀", FACES[4], False)
@example("0\u030d", FACES[0], True)
@example(" 0\u030d", FACES[0], True)
@settings(max_examples=60)
def test_text_is_read_as_it_was_written(written: str, face: Face, rtl: bool) -> None:
    pdf = open_pdf(write_pages(page_of(line(written, face, rtl=rtl))))
    found = text(pdf.pages[0])
    if rtl:  # a sign of direction, which is not shown, keeps a mark at the end from being read before its word
        found = found.removesuffix("\u200f ")
    assert found == written.replace("\u00ad", "")  # says where words may be cut, and is no part of them


@given(WRITTEN, st.sampled_from(FACES))
@settings(max_examples=40)
def test_drawn_width_is_measured_width(written: str, face: Face) -> None:
    pdf = open_pdf(write_pages(page_of(line(written, face))))
    (mark,) = marks(pdf.pages[0])
    assert mark.width == pytest.approx(width(written, face) * 10, abs=0.01)


@given(st.lists(st.tuples(WRITTEN, st.sampled_from(FACES)), min_size=1, max_size=12))
@settings(max_examples=20)
def test_lines_of_one_tag_are_one_sequence(lines: list[tuple[str, Face]]) -> None:
    items = [line(written, face, y=60 + 12 * place) for place, (written, face) in enumerate(lines)]
    pdf = open_pdf(write_pages(page_of(*items)))
    (mark,) = marks(pdf.pages[0])
    assert mark.text == "".join(written for written, _ in lines).replace("\u00ad", "")


def test_a_ligature_says_all_its_letters_and_a_kerned_pair_is_moved() -> None:
    pdf = open_pdf(write_pages(page_of(line("fi AV"))))
    page = pdf.pages[0]
    shown = [operands[0] for operands, operator in pikepdf.parse_content_stream(page) if str(operator) == "TJ"]
    assert any(not isinstance(part, pikepdf.String) for part in shown[0])
    assert text(page) == "fi AV"


def test_words_from_right_to_left_stand_there_and_are_read_in_order() -> None:
    words = ("שלום", "עולם", "1945")
    pdf = open_pdf(write_pages(page_of(line(" ".join(words), rtl=True))))
    page = pdf.pages[0]
    drawn = [float(operands[4]) for operands, operator in pikepdf.parse_content_stream(page) if str(operator) == "Tm"]
    assert sorted(drawn[1:], reverse=True) == drawn[1:]
    assert text(page) == " ".join(words)
    assert drawn[-1] == pytest.approx(60, abs=0.01)


def test_a_line_from_right_to_left_is_one_text_from_left_to_right() -> None:
    pdf = open_pdf(write_pages(page_of(line("שלום – עולם.", rtl=True))))
    operators = [str(operator) for _, operator in pikepdf.parse_content_stream(pdf.pages[0])]
    assert operators.count("TJ") == 1
    assert text(pdf.pages[0]) == "שלום – עולם."


@pytest.mark.parametrize("face", FACES)
def test_fonts_are_subsets_with_the_widths_of_their_own_program(face: Face) -> None:
    import uharfbuzz as hb

    pdf = open_pdf(write_pages(page_of(line("Hamburgefontsiv ÄÖÜ łžñ", face))))
    ((_, font),) = pdf.pages[0].Resources.Font.items()
    descendant = font.DescendantFonts[0]
    program = hb.Face(descendant.FontDescriptor.FontFile2.read_bytes())
    assert not program.has_var_data
    assert str(font.BaseFont)[7] == "+"
    assert ("Bold" in str(font.BaseFont)) == face.bold
    assert (float(descendant.FontDescriptor.ItalicAngle) < 0) == face.italic
    drawn = hb.Font(program)
    for first, run in zip(list(descendant.W)[::2], list(descendant.W)[1::2], strict=True):
        for place, told in enumerate(run):
            advance = drawn.get_glyph_h_advance(int(first) + place) * 1000 / program.upem
            assert float(told) == pytest.approx(advance, abs=0.001)


def test_no_font_is_left_outside_the_file() -> None:
    data = write_pages(page_of(line("Arial and Helvetica"), line("are one", Face("Helvetica"), y=80)))
    pdf = open_pdf(data)
    assert len(pdf.pages[0].Resources.Font) == 1
    assert not any(obj.get("/Subtype") == "/Type1" for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary))
