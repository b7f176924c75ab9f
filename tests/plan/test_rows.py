"""Brief labelled points stand in rows: the label, its text beside it, hairlines between."""

from documents import from_markdown, theme
from lxml import etree

from triptych.model.deck import Deck, Para, Shape, Slide, TextFill
from triptych.model.pages import TextItem
from triptych.model.theme import Face
from triptych.plan.slides import Stage, slide_items
from triptych.plan.tree import Tree
from triptych.template.decor import read_decor
from triptych.template.themes import read_theme
from triptych.text.shape import plain_width
from triptych.write.pptx.relations import Relations
from triptych.write.pptx.text import Context, TextStyle, paragraphs

POINTS = """\
# Lakes

## What they share

1. **Depth**: the deepest reaches three hundred metres.
2. **Age**: glaciers dug them ten thousand years ago.
3. **Salt**: none, for their water is soft.
"""


def rows(text: str) -> tuple[Deck, Slide, list[Para]]:
    deck = from_markdown(text).deck
    for slide in deck.slides:
        paras = [para for fill in slide.fills if isinstance(fill, TextFill) for para in fill.paras if para.hang]
        if paras:
            return deck, slide, paras
    return deck, deck.slides[-1], []


def said(para: Para) -> str:
    return "".join(run.text for run in para.runs)


def test_points_are_rows_with_their_numbers_in_one_placeholder() -> None:
    _, slide, found = rows(POINTS)
    assert [said(para).split("\t")[0] for para in found] == ["1\u2002Depth", "2\u2002Age", "3\u2002Salt"]
    assert said(found[2]).split("\t")[1] == "none, for their water is soft."
    palette = theme().palette
    assert all(run.bold and run.color == palette.accent for para in found for run in para.divided[0])
    lines = [fill for fill in slide.fills if isinstance(fill, Shape) and fill.name.startswith("Line")]
    assert len(lines) == 2


def test_texts_begin_beside_the_widest_label() -> None:
    _, slide, found = rows(POINTS)
    fill = next(fill for fill in slide.fills if isinstance(fill, TextFill) and fill.paras[0].hang)
    size = fill.sizes[0] if fill.sizes else fill.placeholder.levels[0].size
    label = max(plain_width("".join(run.text for run in para.divided[0]), Face("Arial", True)) for para in found)
    assert label * size < found[0].hang <= fill.placeholder.inner.width / 3
    assert len({para.hang for para in found}) == 1


def test_a_label_that_is_too_wide_leaves_bullets() -> None:
    long = POINTS.replace("Salt", "The salt that is dissolved in every litre of them")
    deck, _, found = rows(long)
    assert not found
    assert any(said(para).startswith("The salt that") for s in deck.slides for f in s.fills
               if isinstance(f, TextFill) for para in f.paras)  # fmt: skip


def test_no_hairline_is_drawn_through_text() -> None:
    words = " ".join(["water"] * 16)
    for k in range(6):
        deck, slide, found = rows(POINTS.replace("none,", f"{'m' * k} {words},"))
        assert found
        drawn, _ = items(deck, slide)
        for line in (fill for fill in slide.fills if isinstance(fill, Shape) and fill.name.startswith("Line")):
            tall = [item for item in drawn if isinstance(item, TextItem)]
            assert not [item for item in tall if item.y - 0.7 * item.size < line.rect.y < item.y + 0.2 * item.size]


def items(deck: Deck, slide: Slide) -> tuple[tuple[object, ...], Tree]:
    from triptych.geometry import Rect

    tree = Tree()
    root = tree.add("Sect")
    number = deck.slides.index(slide) + 1
    stage = Stage(deck, theme(), read_decor(read_theme()[1]), tree)
    return slide_items(slide, number, stage, Rect(0, 0, 960, 540), root), tree


def test_the_writer_hangs_the_text_at_a_tab() -> None:
    _, _, found = rows(POINTS)
    xml = paragraphs(found[:1], TextStyle(Context("en")), Relations())
    spaces = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    (properties,) = etree.fromstring(f"<x {spaces}>{xml}</x>").iter("{*}pPr")
    at = str(round(found[0].hang * 12700))
    assert (properties.get("marL"), properties.get("indent")) == (at, f"-{at}")
    assert [tab.get("pos") for tab in properties.iter("{*}tab")] == [at]


def test_from_right_to_left_a_text_follows_its_label_and_no_tab_parts_them() -> None:
    """What stands behind a tab is not set apart there by every program: label and text would run together."""
    text = (
        "# אגמים\n\n## מה משותף\n\n1. **עומק**: שלוש מאות מטרים.\n2. **גיל**: עשרת אלפים שנה.\n3. **מלח**: אין בהם.\n"
    )
    deck, slide, hanging = rows(text)
    assert not hanging
    paras = [para for fill in slide.fills if isinstance(fill, TextFill) for para in fill.paras if para.runs]
    assert all(para.rtl for para in paras)
    assert "1\u2002עומק: שלוש מאות מטרים." in map(said, paras)
    assert sum(isinstance(fill, Shape) for fill in slide.fills) == 2
    drawn, _ = items(deck, slide)
    texts = [item for item in drawn if isinstance(item, TextItem)]
    label = next(item for item in texts if "עומק" in item.text)
    rest = next(item for item in texts if "שלוש" in item.text)
    assert label.x > rest.x


def test_points_with_a_line_of_code_each_share_a_slide() -> None:
    lines = "".join(f"{k}. **Way {k}:**\n\n   ```python\n   d = way({k})\n   ```\n\n" for k in (1, 2, 3))
    deck = from_markdown(f"# Sets\n\n## Making\n\nThere are three ways:\n\n{lines}").deck
    assert len(deck.slides) <= 3
    assert any("There are three ways:" in texts and "Way 1" in texts for texts in map(shown, deck.slides))


def shown(slide: Slide) -> list[str]:
    return [said(para) for fill in slide.fills if isinstance(fill, TextFill) for para in fill.paras]


def test_rows_under_the_title_of_the_whole_say_what_they_are_about() -> None:
    text = "# Walls\n\n- **Stone**: it lasts for many years.\n- **Wood**: it is warm and light.\n"
    titles = [slide.title for slide in from_markdown(text).deck.slides]
    assert titles == ["Walls", "Walls: Stone, Wood"]


def test_hairlines_are_left_out_where_another_font_may_break_a_row_elsewhere() -> None:
    points = "".join(f"{k}. **பெயர்**: {'சோதனை ' * (k + 3)}.\n" for k in (1, 2, 3))
    _, slide, found = rows(f"---\nlang: ta\n---\n\n# ஏரிகள்\n\n## பொது\n\n{points}")
    assert len(found) == 3
    assert not [fill for fill in slide.fills if isinstance(fill, Shape) and fill.name.startswith("Line")]
