"""What has no words is shown as well as what has: a question that is a picture, a definition that is a list."""

import pytest
from documents import from_markdown, planned
from measuring import page_faults, slide_faults

from triptych.model.deck import FormulaBox, PictureBox, TextFill
from triptych.model.pages import Pages, TextItem
from triptych.model.picture import Picture
from triptych.read.source import read_source

WORDLESS = {
    "a question that is a picture": "::: question\n![map](x.png)\n\nanswer: here\n:::",
    "a question that is a formula": "::: question\n$$\\frac{x}{2}$$\n:::",
    "a question that is code": "::: question {points=2}\n```python\nx = 1\n```\n:::",
    "a question that is empty code": "::: question {points=2}\n```\n```\n:::",
    "a question that is a table": "::: question\n| a |\n|---|\n| b |\n:::",
    "a question that is choices": "::: question\n- [x] a\n- [ ] b\n:::",
    "a question that is pairs": "::: question\n- a -> b\n- c -> d\n:::",
    "a definition that is a list": "!!! definition\n    - one\n    - two",
    "a definition that is code": "!!! definition\n    ```\n    x\n    ```",
    "a definition that is a table": "::: definition\n| a |\n|---|\n| b |\n:::",
    "a meaning that is a list": "Term\n:   - one\n    - two",
    "a callout that is a list": "> [!NOTE]\n> - one",
    "a callout that is code": "> [!NOTE]\n> ```\n> x\n> ```",
    "a callout that is empty code": "> [!NOTE]\n> ```\n> ```",
    "a summary that is a formula": "::: summary\n$$\\frac{x}{2}$$\n:::",
    "a picture without an address": "![]()",
    "a picture without an address in a sentence": "Here ![]() it is.",
    "a picture with a closing tag": '<img src="x.png" alt="map"></img>',
}


@pytest.mark.parametrize("text", WORDLESS.values(), ids=WORDLESS)
def test_what_has_no_words_is_planned_in_every_panel(text: str) -> None:
    for whole in (text, f"# Head\n\n{text}\n", f"# Head\n\nBefore.\n\n{text}\n\nAfter.\n"):
        made = from_markdown(whole)
        assert slide_faults(made.deck) == []
        pages = (*made.handout.pages, *made.sheet.pages)
        assert [fault for page in pages for fault in page_faults(page)] == []
        assert all(slide.title.strip() for slide in made.deck.slides)


def _texts(pages: Pages) -> list[str]:
    return [item.text.strip() for page in pages.pages for item in page.items if isinstance(item, TextItem)]


def test_a_question_that_is_a_formula_asks_with_the_formula() -> None:
    made = from_markdown(
        "# Roots\n\n::: question\n$$x = 2$$\n\nanswer: two\n:::\n\n::: question\n- [x] a\n- [ ] b\n:::\n"
    )
    assert [slide.title for slide in made.deck.slides][1:] == ["Roots (2)", "Roots (3)"]
    shown = [
        fill.text if isinstance(fill, FormulaBox) else fill for slide in made.deck.slides[1:] for fill in slide.fills
    ]
    texts = [
        "".join(run.text for para in fill.paras for run in para.runs) for fill in shown if isinstance(fill, TextFill)
    ]
    assert [text for text in texts if "Roots" not in text] == ["x = 2", "ab"]
    assert [text for text in _texts(made.handout) if text in ("1", "2", "two", "a", "b")] == ["1", "two", "2", "a", "b"]


def test_a_cue_without_words_leaves_no_slide_and_no_box_of_its_own() -> None:
    made = from_markdown("# Roots\n\n::: question\n$$x = 2$$\n:::\n\nThey are many.\n")
    assert [slide.layout.role for slide in made.deck.slides].count("question") == 0


def test_a_picture_asks() -> None:
    document, _ = read_source(b"# Head\n\n::: question\n![map](x.png)\n:::\n", "text.md")
    deck = planned(document, {"x.png": Picture(b"", "png", 40, 30, "key")}).deck
    assert sum(isinstance(fill, PictureBox) for slide in deck.slides for fill in slide.fills) == 1


def test_a_term_without_words_about_it_has_no_dash_behind_it() -> None:
    made = from_markdown("# Head\n\nTerm\n:   - one\n    - two\n")
    said = [run.text for slide in made.deck.slides for fill in slide.fills if isinstance(fill, TextFill)
            for para in fill.paras for run in para.runs]  # fmt: skip
    assert said[-3:] == ["Term", "one", "two"]
