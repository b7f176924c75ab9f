"""What goes on on another slide or page looks there as it did where it began."""

import pytest
from documents import from_markdown

from triptych.model.deck import Deck, FormulaBox, Run, TableBox, TextBox, TextFill
from triptych.model.pages import DrawingItem, Pages, RuleItem, TextItem
from triptych.plan.deck.measure import split_runs
from triptych.plan.deck.wording import wording

FILLER = "and one word follows another as they always do in a text like this one " * 60
LONG = (
    f"==start== H~2~O x^2^ ~~old~~ $\\frac{{a}}{{b}}$ {FILLER}"
    "==end== m^3^ ~~new~~ $\\sqrt{c}$ [there](https://x.org/)."
)
ITEM = f"# One\n\n- {LONG}\n"
CELL = f"# One\n\n| a | b |\n|---|---|\n| {LONG} | short |\n"
CAPTION = f"# One\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: {LONG}\n"


def runs(deck: Deck) -> list[Run]:
    """The runs on slides, titles and notes apart."""
    out: list[Run] = []
    for slide in deck.slides:
        for fill in slide.fills:
            fill = fill.text if isinstance(fill, FormulaBox) else fill
            if isinstance(fill, TextBox) or (isinstance(fill, TextFill) and fill.placeholder.kind == "body"):
                out += [run for para in fill.paras for run in para.runs]
            elif isinstance(fill, TableBox):
                out += [run for row in fill.rows for cell in row.cells for para in cell.paras for run in para.runs]
    return out


@pytest.mark.parametrize("text", [ITEM, CELL, CAPTION], ids=["item", "cell", "caption"])
def test_a_continued_text_keeps_its_looks_on_slides(text: str) -> None:
    deck = from_markdown(text, full=True).deck
    found = runs(deck)
    assert len(deck.slides) > 2
    assert [run.text for run in found if run.highlight] == ["start", "end"]
    assert [(run.text.strip(), run.shift) for run in found if run.shift] == [
        ("2", "sub"), ("2", "super"), ("3", "super"),
    ]  # fmt: skip
    assert [run.text for run in found if run.strike] == ["old", "new"]
    assert [run.formula for run in found if run.formula] == [r"\frac{a}{b}", r"\sqrt{c}"]
    assert [run.text for run in found if run.link] == ["there"]


@pytest.mark.parametrize("text", [ITEM, CELL], ids=["item", "cell"])
def test_a_continued_text_keeps_its_looks_on_pages(text: str) -> None:
    pages: Pages = from_markdown(f"{text}\n" + "Text. \n\n" * 30 + text.removeprefix("# One")).handout
    items = [item for page in pages.pages for item in page.items]
    texts = [item for item in items if isinstance(item, TextItem)]
    small = [item.text.strip() for item in texts if item.size < 8.0 and item.tag is not None]
    assert small.count("2") == 4
    assert small.count("3") == 2
    assert sum(isinstance(item, DrawingItem) for item in items) == 4
    assert sum(isinstance(item, RuleItem) for item in items) > 8


def test_the_notes_have_the_cells_of_a_table_as_they_look() -> None:
    deck = from_markdown("# One\n\n| a | b |\n|---|---|\n| H~2~O | x^2^ |\n").deck
    said = [[(run.text, run.shift) for run in para.runs] for para in deck.slides[-1].notes]
    assert [("H", ""), ("2", "sub"), ("O | x", ""), ("2", "super")] in said


def test_a_cut_comes_between_words_and_never_within_a_formula_or_a_word_of_several_runs() -> None:
    water = (Run("H"), Run("2", shift="sub"), Run("O and "), Run("a / b", formula=r"\frac{a}{b}"), Run(" more of it"))
    for share in (0.02, 0.2, 0.4, 0.6, 0.8):
        head, tail = split_runs(water, share)
        assert "".join(wording((*head, *tail)).split()) == "H2Oanda/bmoreofit"
        assert wording(head) in ("H2O", "H2O and", "H2O and a / b", "H2O and a / b more", "H2O and a / b more of")
        assert [run.formula for run in (*head, *tail) if run.formula] == [r"\frac{a}{b}"]


def test_what_has_room_on_several_slides_is_no_equation_on_each_of_them() -> None:
    found = runs(from_markdown("# One\n\n$" + "{a}" * 1500 + "$\n", full=True).deck)
    assert len(found) > 1
    assert "".join(run.text for run in found) == "a" * 1500
    assert not any(run.formula for run in found)
    (short,) = (run for run in runs(from_markdown("# One\n\nIt is $a + b$ here.\n").deck) if run.formula)
    assert short.formula == "a + b"
