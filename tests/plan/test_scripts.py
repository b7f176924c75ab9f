"""What scripts other than Latin need of a plan: upright quotations, room for high letters, words without spaces."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from documents import A4, from_markdown, planned_together, theme
from reading import markdown, rewritten
from test_slides import drawn

from triptych.geometry import Rect
from triptych.model.deck import Deck, PictureBox, Run, Slide, TableBox, TextBox, TextFill
from triptych.model.pages import BoxItem, Pages, PictureItem, TextItem
from triptych.model.picture import Picture
from triptych.model.theme import Face
from triptych.plan.cheat_sheet import plan_cheat_sheet
from triptych.plan.deck.compose.atoms import count_words
from triptych.plan.deck.quotations import as_quoted
from triptych.plan.handout import plan_handout
from triptych.text.heights import heights
from triptych.text.shape import missing, shape

FACE = Face("Arial")


def runs(slide: Slide) -> list[Run]:
    return [run for fill in slide.fills if isinstance(fill, TextFill) for para in fill.paras for run in para.runs]


def said(deck: Deck) -> list[str]:
    return ["".join(run.text for run in runs(slide)) for slide in deck.slides]


@pytest.mark.parametrize(
    ("lang", "words", "shown"),
    [
        ("ja", "水は動く。", "「水は動く。」"),
        ("ar", "الماء قوة.", "”الماء قوة.“"),
        ("fa", "آب نیرو است.", "«آب نیرو است.»"),
        ("th", "น้ำคือแรง", "“น้ำคือแรง”"),
        ("ja", "「水は動く。」", "「水は動く。」"),
        ("zh", "“水在动。”", "“水在动。”"),
    ],
)
def test_a_quotation_stands_between_marks_where_letters_do_not_lean(lang: str, words: str, shown: str) -> None:
    made = as_quoted((Run(words),), lang)
    assert "".join(run.text for run in made) == shown
    assert not any(run.italic for run in made)


@pytest.mark.parametrize(
    "words", ["Water moves.", "Το νερό κινείται.", "Вода рухається.", "Ջուրը շարժվում է։", "«Вода»"]
)
def test_a_quotation_leans_where_letters_do(words: str) -> None:
    assert as_quoted((Run(words),), "en") == (Run(words, italic=True),)


def test_a_mark_closes_before_the_number_of_a_footnote() -> None:
    made = as_quoted((Run("水は動く。"), Run("1", shift="super", call=1)), "ja")
    assert [run.text for run in made] == ["「水は動く。」", "1"]


def test_a_quotation_of_several_sentences_is_marked_on_slides() -> None:
    deck = from_markdown("---\nlang: ja\n---\n\n# 水\n\n> 水は自然の原動力である。\n>\n> — レオナルド\n").deck
    assert any("「水は自然の原動力である。」" in text for text in said(deck))


@pytest.mark.parametrize(("text", "bold"), [("水は*とても*大切。", True), ("Water is *very* good.", False)])
def test_emphasis_is_bold_where_letters_do_not_lean(text: str, bold: bool) -> None:
    made = from_markdown(f"# A\n\n{text} {text}\n\nMore.\n")
    stressed = [run for slide in made.deck.slides for run in runs(slide) if run.text in ("とても", "very")]
    assert stressed
    assert all((run.bold, run.italic) == (bold, not bold) for run in stressed)
    faces = {item.face for page in made.handout.pages for item in page.items
             if isinstance(item, TextItem) and item.text in ("とても", "very")}  # fmt: skip
    assert {(face.bold, face.italic) for face in faces} == {(bold, not bold)}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("In summary, heat moves water.", 5),
        ("总之，热量使水经历三种状态。", 7),
        ("น้ำเปลี่ยนสถานะด้วยความร้อน", 5),
        ("ទឹកផ្លាស់ប្តូរ សភាព", 4),
        ("물은 열에 따라 변한다.", 4),
        ("Rechtsschutzversicherungsgesellschaften", 10),
    ],
)
def test_words_are_counted_where_no_spaces_part_them(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "热量使水经历三种状态。"),
        ("ja", "熱は水を三つの状態に導く。"),
        ("he", "החום מעביר את המים."),
        ("en", "Heat moves."),
    ],
)
def test_one_sentence_that_sums_up_is_set_large(lang: str, text: str) -> None:
    deck = from_markdown(f"---\nlang: {lang}\n---\n\n# A\n\nB.\n\n::: summary\n{text}\n:::\n").deck
    (fill,) = [fill for fill in deck.slides[-1].fills if isinstance(fill, TextFill) and fill.placeholder.kind == "body"]
    assert fill.sizes[0] > fill.placeholder.levels[0].size


def test_a_title_that_asks_in_greek_has_no_colon_behind_its_mark() -> None:
    text = "---\nlang: el\n---\n\n# Τι συμβαίνει;\n\n" + "\n\n".join(
        f"Όρος {k}\n: Το νερό αλλάζει κατάσταση με τη θερμότητα και πάλι, και αυτό είναι μακρύ." for k in range(12)
    )
    titles = [slide.title for slide in from_markdown(text).deck.slides]
    assert not any(";:" in title for title in titles)


# --- pictures -----------------------------------------------------------------------------------------


def test_a_picture_without_words_is_named_after_its_document() -> None:
    text = "---\ntitle: 水\nlang: ja\n---\n\n# A\n\nText.\n\n![](c.png){.essential}\n"
    document, pictures = markdown(text), {"c.png": Picture(b"", "png", 400, 200, "c")}
    sheet, _, _ = plan_cheat_sheet(document, theme(), A4, pictures=pictures)
    handout = plan_handout(document, theme(), pictures, A4)
    for pages in (sheet, handout):
        assert [tag.alt for tag in pages.tags if tag.role == "Figure"] == ["図: 水"]


def test_the_caption_of_a_picture_on_a_drawn_slide_is_its_caption() -> None:
    text = '# A\n\nText.\n\n![A round thing](c.png "How it turns")\n'
    deck, _ = planned_together(rewritten(text), {"c.png": Picture(b"", "png", 400, 200, "c")})
    (slide,) = [slide for slide in deck.slides if any(isinstance(fill, PictureBox) for fill in slide.fills)]
    items, tags = drawn(deck, slide, Rect(0, 0, 960, 540))
    (picture,) = [item for item in items if isinstance(item, PictureItem)]
    captions = [tag for tag in tags if tag.role == "Caption"]
    assert captions
    assert {tag.parent for tag in captions} == {picture.tag}


# --- letters that are set one upon the other -----------------------------------------------------------

HIGH = {
    "th": "น้ำกลายเป็นไอที่หนึ่งร้อยองศา",
    "km": "ទឹកផ្លាស់ប្តូរសភាពតាមកម្តៅ។ ភ្លៀងធ្លាក់ប៉ុន្មាន",
    "lo": "ນ້ຳປ່ຽນສະຖານະ ໃນປີ ຝົນຕົກຫຼາຍ",
    "my": "ရေသည် ဘာဖြစ်သွားသနည်း။ ဆူပွက်ခြင်း",
}


def ink(words: str, face: Face) -> tuple[float, float]:
    """How far the glyphs of a text rise above the baseline and hang beneath it, in ems."""
    up = down = 0.0
    for word in words.split():
        for segment in shape(word, face, False):
            for glyph in segment.glyphs:
                found = segment.font.hb_font.get_glyph_extents(glyph.id)
                if found is not None and found.height:
                    up = max(up, found.y_bearing / segment.font.upem + glyph.dy)
                    down = max(down, -(found.y_bearing + found.height) / segment.font.upem - glyph.dy)
    return up, down


@pytest.mark.parametrize("lang", HIGH)
@pytest.mark.parametrize("bold", [False, True])
def test_the_heights_of_a_script_are_those_of_its_letters(lang: str, bold: bool) -> None:
    face = Face("Arial", bold=bold)
    if missing(HIGH[lang].replace(" ", ""), face):
        pytest.skip("needs a font for it")
    (up, down), (above, beneath) = ink(HIGH[lang], face), heights(HIGH[lang])
    assert above - 0.2 < up <= above + 0.02
    assert beneath - 0.3 < down <= beneath + 0.02
    assert heights("Water — “wässrig” 水 вода") == (0.0, 0.0)


def lines(pages: Pages) -> Iterator[tuple[TextItem, Rect]]:
    """Each text, with what its letters cover."""
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.text.strip():
                up, down = heights(item.text)
                yield item, Rect(item.x, item.y - up * item.size, 1.0, (up + down) * item.size)


@pytest.mark.parametrize("lang", HIGH)
def test_lines_of_high_letters_are_as_far_apart_as_these_need(lang: str) -> None:
    words = HIGH[lang]
    text = (
        f"# {words}?\n\n{' '.join([words] * 14)}\n\n| {words} | B |\n|--|--|\n| {words} | 2 |\n\n# {words}\n\n{words}\n"
    )
    document = markdown(f"---\ntitle: {words}\nlang: {lang}\n---\n\n{text}")
    sheet, _, _ = plan_cheat_sheet(document, theme(), A4)
    for pages in (sheet, plan_handout(document, theme(), {}, A4)):
        found = [rect for item, rect in lines(pages) if item.size > 9.9 and heights(item.text)[0]]
        assert len(found) > 6
        columns = {rect.x for rect in found}
        for x in columns:
            own = sorted((rect for rect in found if rect.x == x), key=lambda rect: rect.y)
            for upper, lower in pairwise(own):
                assert lower.y >= upper.bottom - 0.05


@pytest.mark.parametrize("lang", HIGH)
def test_a_header_on_its_strip_holds_high_letters(lang: str) -> None:
    document = markdown(f"# A\n\n{HIGH[lang]}\n\n# {HIGH[lang]}\n\n{HIGH[lang]}\n")
    pages, _, _ = plan_cheat_sheet(document, theme(), A4)
    strips = [item.rect for item in pages.pages[0].items if isinstance(item, BoxItem) and item.fill]
    heads = [rect for item, rect in lines(pages) if item.face.bold and heights(item.text)[0]]
    assert heads
    for head in heads:
        assert any(s.y - 0.05 <= head.y and head.bottom <= s.bottom + 0.05 for s in strips if s.x <= head.x <= s.right)


@pytest.mark.parametrize(("word", "high"), [("一月", 1.45), ("მარტი", 1.2), ("မတ်", 1.5)])
def test_rows_on_slides_have_room_for_the_lines_of_the_fonts_of_their_script(word: str, high: float) -> None:
    deck = from_markdown(f"# {word}\n\n| {word} | {word} |\n|---|---|\n| {word} | 12 |\n").deck
    (table,) = (fill for slide in deck.slides for fill in slide.fills if isinstance(fill, TableBox))
    assert [row.height for row in table.rows] == pytest.approx([high * table.size + 10.0] * 2)


def test_a_number_with_spaces_within_stays_whole_in_a_narrow_column() -> None:
    long = "Капли, которые образуются на холодных поверхностях, и ещё много других слов. " * 3
    document = rewritten(f"# A\n\n| январь | мм | текст |\n|---|--:|---|\n| б | 1\u00a0250,25 | {long} |\n")
    for pages in (plan_handout(document, theme(), {}, A4), plan_cheat_sheet(document, theme(), A4)[0]):
        texts = [item.text.strip() for page in pages.pages for item in page.items if isinstance(item, TextItem)]
        assert "1\u00a0250,25" in texts


@pytest.mark.parametrize(("comment", "high"), [("Regen", 1.2), ("雨", 1.45), ("မိုး", 1.5)])
def test_a_box_of_code_has_room_for_comments_in_every_script(comment: str, high: float) -> None:
    deck = from_markdown(f"# {comment}\n\nA.\n\n```python\nprint(1)\nprint(2)  # {comment}\n```\n").deck
    (box,) = (fill for slide in deck.slides for fill in slide.fills if isinstance(fill, TextBox))
    assert box.rect.height == pytest.approx((1.2 + high) * box.size + 26.0)
