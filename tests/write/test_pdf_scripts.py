"""What stands in a PDF is found there by programs that search and copy, in every script."""

import io
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pikepdf
import pytest
from documents import A4, theme
from fontTools.cffLib import CFFFontSet
from msgspec.structs import replace
from reading import rewritten
from reading_pdf import elements, open_pdf, text
from test_pdf_text import line, page_of

from triptych.model.pages import Tag, TextItem
from triptych.model.theme import Face
from triptych.plan.handout import plan_handout
from triptych.text.bidi import has_rtl
from triptych.text.installed import families
from triptych.text.shape import width
from triptych.write.pdf import write_pages

WRITTEN = {
    "Arabic": "كيف يعود الماء من البحر إلى اليابسة؟ تسخّن الشمسُ سطح البحر، فتتكوّن السحب.",
    "Persian": "آب چگونه از دریا به خشکی بازمی\u200cگردد؟ قطره\u200cهای کوچک – ابرها.",
    "Urdu": "پانی سمندر سے خشکی پر کیسے واپس آتا ہے؟ ہوا بادلوں کو لے جاتی ہے۔",
    "Hebrew": "כיצד חוזרים המים מן הים אל היבשה? (אלה העננים).",
    "Hebrew with points": "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ׃",
    "Arabic with points": "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ.",
    "Hindi": "पानी ज़मीन पर कैसे लौटता है? विज्ञान, क्षेत्र, राष्ट्र, श्रीमान, प्रक्रिया।",
    "Bengali": "জল সমুদ্র থেকে কীভাবে ডাঙায় ফেরে? বিজ্ঞান, ক্ষেত্র, রাষ্ট্র।",
    "Tamil": "நீர் கடலிலிருந்து நிலத்திற்கு எப்படித் திரும்புகிறது? மீண்டும், கொடை.",
    "Telugu": "నీరు సముద్రం నుండి భూమికి ఎలా తిరిగి వస్తుంది?",
    "Thai": "น้ำกลับจากทะเลสู่แผ่นดินได้อย่างไร",
    "Khmer": "តើទឹកត្រឡប់ពីសមុទ្រមកដីគោកដោយរបៀបណា?",
    "Chinese": "水怎样从海洋回到陆地？",
    "Japanese": "水はどのようにして海から陸へ戻るのか？",
    "Korean": "물은 어떻게 바다에서 육지로 돌아오는가?",
}
FACE = Face("Arial")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def written(script: str) -> str:
    if script in ("Chinese", "Japanese", "Korean") and not any("cjk" in name for name in families()):
        pytest.skip("needs fonts-noto-cjk")
    return WRITTEN[script]


def pdf_of(said: str) -> bytes:
    return write_pages(page_of(line(said, FACE, rtl=has_rtl(said))))


def words(said: str) -> list[str]:
    """The words of a text; two marks on a letter may change places where that means the same (NFC)."""
    bare = unicodedata.normalize("NFC", _UNSEEN.sub("", said))
    return "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in bare).split()


@pytest.mark.parametrize("script", WRITTEN)
def test_pdfium_finds_every_word_in_order(script: str) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    said = written(script)
    assert words(pypdfium2.PdfDocument(pdf_of(said))[0].get_textpage().get_text_range()) == words(said)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
@pytest.mark.parametrize("script", WRITTEN)
def test_poppler_finds_every_word_in_order(script: str, tmp_path: Path) -> None:
    said = written(script)
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf_of(said))
    found = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    assert words(found) == words(said)


@pytest.mark.parametrize("script", WRITTEN)
def test_nothing_that_says_a_mark_has_a_width(script: str) -> None:
    """For pdf.js what holds a mark without width moves nothing, and it would see spaces in the midst of words."""
    pdf = open_pdf(pdf_of(written(script)))
    for font in pdf.pages[0].Resources.Font.values():
        told = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", font.ToUnicode.read_bytes().decode().split("range")[-1])
        held = list(font.DescendantFonts[0].W)
        wide = {
            int(first) + k: float(w)
            for first, run in zip(held[::2], held[1::2], strict=True)
            for k, w in enumerate(run)
        }
        for code, saying in told:
            char = bytes.fromhex(saying).decode("utf-16-be")
            if any(unicodedata.category(c) == "Mn" for c in char):
                assert wide[int(code, 16)] == 0


@pytest.mark.parametrize("script", WRITTEN)
def test_text_is_as_wide_as_measured_and_without_replacement_text(script: str) -> None:
    said = written(script)
    pdf = open_pdf(pdf_of(said))
    assert b"ActualText" not in pdf.pages[0].Contents.read_bytes()
    assert _UNSEEN.sub("", text(pdf.pages[0])) == _UNSEEN.sub("", said)
    assert width(said, FACE) > 0


@pytest.mark.parametrize("script", ["Chinese", "Japanese", "Korean"])
def test_cff_outlines_are_embedded_as_their_own_kind(script: str) -> None:
    pdf = open_pdf(pdf_of(written(script)))
    kinds = {str(font.DescendantFonts[0].Subtype): font for font in pdf.pages[0].Resources.Font.values()}
    descendant = kinds["/CIDFontType0"].DescendantFonts[0]
    assert str(descendant.FontDescriptor.FontFile3.Subtype) == "/CIDFontType0C"
    assert descendant.FontDescriptor.FontFile3.read_bytes()[:1] == b"\x01"
    assert "/CIDToGIDMap" not in descendant


@pytest.mark.parametrize("script", ["Chinese", "Japanese", "Korean"])
def test_widths_of_outlines_are_said_before_a_move_along_both_axes(script: str) -> None:
    """A reader of fonts takes what stands before a move along one axis for part of it, and the width for nothing."""
    pdf = open_pdf(pdf_of(written(script)))
    fonts = [font.DescendantFonts[0] for font in pdf.pages[0].Resources.Font.values()]
    (font,) = [font for font in fonts if font.Subtype == "/CIDFontType0"]
    outlines = CFFFontSet()
    outlines.decompile(io.BytesIO(font.FontDescriptor.FontFile3.read_bytes()), None)
    top = outlines[0]
    for name in top.charset:
        glyph = top.CharStrings[name]
        glyph.decompile()
        first = next(k for k, step in enumerate(glyph.program) if isinstance(step, str))
        assert (first, glyph.program[first]) in ((3, "rmoveto"), (1, "endchar"))


@pytest.mark.parametrize(
    ("raised", "rise", "read"), [("3", 3.0, "³"), ("n+1", 3.0, "ⁿ⁺¹"), ("2", -2.0, "₂"), ("th", 3.0, "th")]
)
def test_exponents_and_indices_are_read_as_such(raised: str, rise: float, read: str) -> None:
    pdf = open_pdf(write_pages(page_of(line("2"), replace(line(raised), rise=rise, x=70.0))))
    assert text(pdf.pages[0]) == f"2{read}"


def test_a_soft_hyphen_is_no_part_of_a_word() -> None:
    pdf: pikepdf.Pdf = open_pdf(pdf_of("Donau\u00addampf\u00adschiff \u00ad ab"))
    assert text(pdf.pages[0]) == "Donaudampfschiff  ab"


def test_raised_and_lowered_letters_say_by_their_tag_that_they_are() -> None:
    pages = plan_handout(rewritten("# A\n\nThe n^th^ of H~max~ and 2^3^.\n"), theme(), {}, A4)
    pdf = open_pdf(write_pages(pages))
    shifts = [float(one.A.BaselineShift) for one in elements(pdf) if "/A" in one and "/BaselineShift" in one.A]
    assert [shift > 0 for shift in shifts] == [True, False, True]
    assert "2³." in text(pdf.pages[0]).replace(" ", "")


@pytest.mark.parametrize("label", ["1 ", "• ", "ינואר"])
def test_a_text_to_the_left_that_is_read_next_is_no_part_of_the_word_before_it(label: str) -> None:
    """Where the pen goes back pdf.js drops mere spaces: labels of items and cells of tables would be one word."""
    tags = (Tag("Document"), Tag("P", 0), Tag("P", 0))
    first = TextItem(300, 60, label, FACE, 10, "17202A", 1, True)
    second = TextItem(200, 60, "מים", FACE, 10, "17202A", 2, True)
    apart = open_pdf(write_pages(page_of(first, second, tags=tags)))
    assert "\u200f " in text(apart.pages[0]).split("מים")[0]
    below = open_pdf(write_pages(page_of(first, replace(second, y=90), tags=tags)))
    assert text(below.pages[0]).replace("\u200f", "").split("מים")[0].strip() == label.strip()
    latin = (replace(first, text="1", rtl=False), replace(second, text="a", rtl=False))
    onwards = open_pdf(write_pages(page_of(*latin, tags=tags)))
    assert text(onwards.pages[0]) == "1a"


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
@pytest.mark.parametrize(
    ("lang", "first", "then"), [("ar", "حالته بالحرارة", "يصير الجليد"), ("he", "פירושה מים", "הקרח נעשה")]
)
def test_the_number_of_a_footnote_is_no_part_of_the_words_around_it(
    lang: str, first: str, then: str, tmp_path: Path
) -> None:
    source = f"---\nlang: {lang}\n---\n\n# {then}\n\n{first}.[^1] {then}.\n\n[^1]: {first}.\n"
    content = write_pages(plan_handout(rewritten(source), theme(), {}, A4))
    file = tmp_path / "page.pdf"
    file.write_bytes(content)
    found = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    assert " ".join(words(f"{first} 1 {then}")) in " ".join(words(found))
    pdf = open_pdf(content)
    assert "\u200f " in text(pdf.pages[0]).partition(".1")[2]  # pdf.js drops mere spaces where the pen goes back


@pytest.mark.parametrize("sign", ["\u200e", "\u200f", "\u200b", "\u2060", "\u202b", "\u2067", "\ufeff", "\u00ad"])
@pytest.mark.parametrize("said", ["{0}علامة", "علامة{0}", "علا{0}مة", "שלום{0}", "{0}", "LRM {0}علامة{0}"])
def test_signs_that_are_not_seen_stand_anywhere_in_a_word(said: str, sign: str) -> None:
    assert pdf_of(said.format(sign)).startswith(b"%PDF")
