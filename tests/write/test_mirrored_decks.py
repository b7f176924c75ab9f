"""Decks that run the other way than their template: all that stands on its layouts is mirrored."""

import io
import re
import zipfile

import pytest
from documents import A4, from_markdown
from lxml import etree
from pptx import Presentation

from triptych.model.deck import ChartBox, Deck, TableBox, TextBox, TextFill
from triptych.model.forms import DeckForm, Forms
from triptych.products.plans import Plans
from triptych.template.load import read_template
from triptych.write.pptx.deck import write_deck
from triptych.write.pptx.template import make_template

ARABIC = "---\ntitle: عنوان\nlang: ar\n---\n\n# ما هو الماء؟\n\nالماء سائل.\n"
CHART = "\n| الشهر | العدد |\n|---|--:|\n| يناير | 12 |\n| فبراير | 19 |\n{.chart type=KIND}\n"
TEMPLATE = make_template()


def built(text: str) -> bytes:
    return write_deck(from_markdown(text).deck, TEMPLATE)


def rules(deck: bytes) -> list[tuple[int, int]]:
    """Where the rules beneath titles begin and end on the layouts, in EMU."""
    presentation = Presentation(io.BytesIO(deck))
    found = [shape for layout in presentation.slide_layouts for shape in layout.shapes if not shape.is_placeholder]
    return [(shape.left, shape.left + shape.width) for shape in found]


def test_what_layouts_draw_is_mirrored() -> None:
    here, there = rules(built("# Water\n\nText.\n")), rules(built(ARABIC))
    width = Presentation(io.BytesIO(TEMPLATE)).slide_width
    assert here
    assert there == [(width - right, width - left) for left, right in here]


def test_footer_and_number_change_sides() -> None:
    slide = Presentation(io.BytesIO(built(ARABIC))).slides[1]
    footer, number = (next(s for s in slide.placeholders if name in s.name) for name in ("Footer", "Number"))
    assert footer.left > number.left
    ways = [p.get("algn") for s in (footer, number) for p in s._element.iter("{*}pPr")]
    assert ways == ["r", "l"]


@pytest.mark.parametrize(("lang", "turned"), [("ar", True), ("he", False)])
def test_a_question_mark_is_that_of_the_script(lang: str, turned: bool) -> None:
    deck = built(ARABIC.replace("lang: ar", f"lang: {lang}"))
    with zipfile.ZipFile(io.BytesIO(deck)) as parts:
        layouts = [parts.read(name) for name in parts.namelist() if re.match(r"ppt/slideLayouts/slideL\w+\.xml", name)]
    marks = [
        shape
        for layout in layouts
        for shape in etree.fromstring(layout).iter("{*}sp")
        if shape.find(".//{*}cNvPr").get("name") == "Question Mark"
    ]
    assert marks
    assert {mark.find(".//{*}xfrm").get("flipH") == "1" for mark in marks} == {turned}


@pytest.mark.parametrize(
    ("kind", "categories", "values"), [("column", "maxMin", "minMax"), ("bar", "maxMin", "maxMin")]
)
def test_charts_begin_at_the_right(kind: str, categories: str, values: str) -> None:
    text = ARABIC + CHART.replace("KIND", kind)
    boxes = [f for slide in from_markdown(text).deck.slides for f in slide.fills if isinstance(f, ChartBox)]
    assert [box.rtl for box in boxes] == [True]
    with zipfile.ZipFile(io.BytesIO(built(text))) as parts:
        chart = parts.read(next(name for name in parts.namelist() if name.startswith("ppt/charts/chart")))
    axes = etree.fromstring(chart)
    assert axes.find(".//{*}catAx//{*}orientation").get("val") == categories
    assert axes.find(".//{*}valAx//{*}orientation").get("val") == values


def at_the_right() -> bytes:
    """A template that is made for texts from right to left."""
    presentation = Presentation(io.BytesIO(TEMPLATE))
    body = presentation.slide_master._element.find(".//{*}txStyles/{*}bodyStyle")
    for level in body:
        level.set("algn", "r")
        level.set("rtl", "1")
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def test_a_template_that_is_made_for_it_stays_as_it_is() -> None:
    theme = read_template(at_the_right())

    def planned(text: str) -> Deck:
        forms = Forms(deck=DeckForm(False))
        return Plans(from_markdown(text).document, theme, b"", {}, A4, forms, (("deck", ""),)).deck("")

    assert not planned(ARABIC).mirrored
    english = planned("# Water\n\nText is here. It goes on.\n")
    assert english.mirrored
    fills = [f for slide in english.slides for f in slide.fills if isinstance(f, TextFill)]
    paras = [p for f in fills if f.placeholder.levels[0].rtl for p in f.paras]
    assert {p.rtl for p in paras} == {False}


def test_tables_and_boxes_run_as_the_document_does_in_a_template_made_for_the_other_way() -> None:
    theme = read_template(at_the_right())
    document = from_markdown("# Water\n\n| A | B |\n|---|---|\n| c | d |\n\n> [!TIP]\n> Drink.\n").document
    plans = Plans(document, theme, b"", {}, A4, Forms(deck=DeckForm(False)), (("deck", ""),))
    fills = [fill for slide in plans.deck("").slides for fill in slide.fills]
    cells = [p for f in fills if isinstance(f, TableBox) for row in f.rows for cell in row.cells for p in cell.paras]
    boxes = [para for fill in fills if isinstance(fill, TextBox) for para in fill.paras]
    assert (len(cells), len(boxes)) == (4, 2)
    assert {para.rtl for para in (*cells, *boxes)} == {False}


def test_a_date_on_a_slide_stays_in_its_order_in_every_program() -> None:
    deck = from_markdown(
        "---\ntitle: الماء\nauthor: آمنة\ndate: 2026-03-05\nlang: ar\n---\n\nفي 2024-05-01 مطر.\n"
    ).deck
    said = ["".join(run.text for run in para.runs) for slide in deck.slides for fill in slide.fills
            if isinstance(fill, TextFill) for para in fill.paras]  # fmt: skip
    assert any("\u200e2026-03-05\u200e" in text for text in said)
    assert any("\u200e2024-05-01\u200e" in text for text in said)


def test_code_alone_in_a_list_stays_in_line_and_signs_before_their_numbers() -> None:
    deck = from_markdown(f"{ARABIC}\n- `code()`\n- الماء −3.5 درجة\n- يهطل المطر\n", full=True).deck
    paras = [para for slide in deck.slides for fill in slide.fills if isinstance(fill, TextFill) for para in fill.paras]
    said = {"".join(run.text for run in para.runs): para.rtl for para in paras}
    assert said["\u200ecode()\u200e"] is True
    assert said["الماء \u200e−3.5\u200e درجة"] is True
