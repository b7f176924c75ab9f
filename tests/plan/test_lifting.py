"""Pictures in running text are pictures: small ones in their line on paper, others beside their paragraph."""

import pytest
from documents import planned, theme
from measuring import page_faults, slide_faults
from reading import rewritten

from triptych.check.pictures import unshown_pictures
from triptych.model.deck import PictureBox
from triptych.model.document import NO_ATTRIBUTES, Attributes, Block, Document, Figure, ListBlock, Paragraph, Question
from triptych.model.pages import Pages, PictureItem, TextItem
from triptych.model.picture import Picture
from triptych.model.queries import plain
from triptych.plan.lifting import with_pictures_lifted
from triptych.plan.picture_sizes import in_line

ICON, BOX = Picture(b"", "png", 24, 24, "icon"), Picture(b"", "png", 80, 60, "box")
PICTURES = {"icon.png": ICON, "box.png": BOX}


def _read(text: str) -> Document:
    return rewritten(f"# Head\n\n{text}\n")


def _lifted(text: str) -> tuple[Block, ...]:
    return with_pictures_lifted(_read(text), lambda image: image.source != "box.png").sections[0].blocks


def _shown(blocks: tuple[Block, ...]) -> list[str]:
    return [
        f"[{block.image.alt}]" if isinstance(block, Figure) else plain(block.inlines)
        for block in blocks
        if isinstance(block, Figure | Paragraph)
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Press the ![box](box.png) button.", ["Press the button.", "[box]"]),
        ("Press ![box](box.png).", ["Press.", "[box]"]),
        ("Press **the ![box](box.png)** button.", ["Press the button.", "[box]"]),
        ("![box](box.png)\nText below.", ["[box]", "Text below."]),
        ("Text above.\\\n![box](box.png)", ["Text above.", "[box]"]),
        ("![one](box.png) and ![two](box.png)", ["[one]", "and", "[two]"]),
        ("Press the ![sign](icon.png) button.", ["Press the sign button."]),
    ],
)
def test_a_picture_in_a_paragraph_stands_before_or_after_it(text: str, shown: list[str]) -> None:
    assert _shown(_lifted(text)) == shown


def test_a_picture_keeps_its_title_its_size_and_where_it_leads() -> None:
    _, titled, linked = _lifted('A ![b](box.png "Title"){width=20%} and [![c](box.png)](https://example.org) end.')
    assert isinstance(titled, Figure)
    assert (plain(titled.caption), titled.attributes.get("width"), titled.line) == ("Title", "20%", 3)
    assert isinstance(linked, Figure)
    assert plain(linked.caption) == "c"


def test_pictures_in_items_labels_questions_and_options() -> None:
    (items,) = _lifted("- one\n- two ![box](box.png) more")
    assert isinstance(items, ListBlock)
    assert _shown(items.items[1].blocks) == ["two more", "[box]"]
    (question,) = _lifted("::: question\nWhat ![box](box.png) is it?\n\n- [x] a ![red](box.png)\n- [ ] b\n:::")
    assert isinstance(question, Question)
    assert plain(question.inlines) == "What is it?"
    assert _shown(question.blocks) == ["[box]", "[red]"]


TEXT = "Press the ![round sign](icon.png) and the ![blue box](box.png) button.\n\nThen wait."


def _pictures(pages: Pages) -> list[PictureItem]:
    return [item for page in pages.pages for item in page.items if isinstance(item, PictureItem)]


def test_small_pictures_stand_in_their_line_on_paper_and_all_of_them_on_slides() -> None:
    made = planned(_read(TEXT), PICTURES)
    assert slide_faults(made.deck) == [fault for page in made.handout.pages for fault in page_faults(page)] == []
    boxes = [fill.alt for slide in made.deck.slides for fill in slide.fills if isinstance(fill, PictureBox)]
    assert sorted(boxes) == ["blue box", "round sign"]
    small, large = sorted(_pictures(made.handout), key=lambda item: item.rect.height)
    texts = [item for page in made.handout.pages for item in page.items if isinstance(item, TextItem)]
    line = next(item for item in texts if item.text.startswith("Press the"))
    assert small.rect.y < line.y < small.rect.bottom + 1.0
    assert small.rect.height <= theme().scale.leading
    assert large.rect.y > line.y
    alts = {made.handout.tags[item.tag].alt for item in (small, large) if item.tag is not None}
    assert alts == {"round sign", "blue box"}


def test_what_is_small_enough_for_a_line() -> None:
    def asked(width: str) -> Attributes:
        return Attributes(values=(("width", width),))

    assert in_line(ICON, NO_ATTRIBUTES, 10.5) is not None
    assert in_line(BOX, NO_ATTRIBUTES, 10.5) is None
    assert in_line(BOX, asked("20px"), 10.5) is not None
    assert in_line(ICON, asked("50%"), 10.5) is None
    drawn = in_line(Picture(b"", "png", 400, 20, ""), NO_ATTRIBUTES, 10.5)
    assert drawn is None  # a rule is no sign


def test_a_picture_that_has_no_place_is_told() -> None:
    table, notes = "| ![cell](icon.png) | b |\n|---|---|\n| 1 | 2 |", "::: notes\n![said](box.png)\n:::"
    text = f"## About ![sign](icon.png)\n\n{table}\n\n{notes}"
    found = [(problem.line, problem.message.rpartition(": ")[2]) for problem in unshown_pictures(_read(text))]
    assert found == [(3, "sign"), (5, "cell"), (10, "said")]
    assert unshown_pictures(_read(TEXT)) == ()


def test_a_picture_that_is_not_there_is_its_words() -> None:
    made = planned(_read(TEXT), {"icon.png": ICON})
    assert any("blue box button" in item.text for page in made.handout.pages for item in page.items
               if isinstance(item, TextItem))  # fmt: skip
