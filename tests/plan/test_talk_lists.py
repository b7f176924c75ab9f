"""Of what a lecture shows only a part: lists, steps, points that are but a label, pictures that say nothing."""

import pytest
from documents import theme
from test_talk_statements import FILLER, HEAD, shown, talk

from triptych.model.deck import Para, PictureBox, TextFill
from triptych.model.forms import DeckForm
from triptych.model.picture import Picture
from triptych.plan.deck.plan import plan_deck
from triptych.read.markdown.document import read_markdown


def _river(k: int) -> str:
    return f"Sand of river {k} reaches sea {k} and carries tons of sand to sea {k}"


def test_a_short_list_within_an_item_is_whole_or_not_there() -> None:
    items = ["salt of the sea", "fog", "sand of the river"]
    inner = "".join(f"  - {item}\n" for item in items)
    said = shown(
        talk(f"# A\n\n{FILLER}\n\n- {_river(1)}.\n- {_river(2)}, such as:\n{inner}- {_river(3)}.\n- {_river(4)}.\n")
    )
    assert [item for item in items if item in said] in ([], items)


@pytest.mark.parametrize("word", ["Step", "Schritt", "Étape"])
def test_steps_are_whole_or_not_there(word: str) -> None:
    steps = [f"{word} {k}: {'River sand reaches the sea and carries tons of sand. ' if k == 3 else 'It waits. ' * 9}"
             for k in range(1, 5)]  # fmt: skip
    deck = talk(f"# A\n\n{FILLER}\n\n" + "".join(f"- {step}\n" for step in steps) + "\n![a map](map.png)\n")
    there = [k for k in range(1, 5) if any(f"{word} {k}:" in text for text in shown(deck))]
    assert there in ([], [1, 2, 3, 4])


@pytest.mark.parametrize("told", [(1, 2), (1, 4), (2, 4), (3,), (1, 2, 3, 4)])
def test_numbers_of_items_have_no_gap(told: tuple[int, ...]) -> None:
    dull = "Fog hangs over the hill as it often does there, and nobody at all who lives there knows why it is so"
    items = "".join(f"{k}. {_river(k) if k in told else dull}.\n" for k in range(1, 5))
    deck = talk(f"# A\n\n{FILLER}\n\nRivers and hills:\n\n{items}")
    paras = [para for slide in deck.slides for fill in slide.fills if isinstance(fill, TextFill) for para in fill.paras]
    numbers = [para.number for para in paras if para.number is not None and _is_item(para)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert any(_is_item(para) for para in paras)


def _is_item(para: Para) -> bool:
    said = "".join(run.text for run in para.runs)
    return said.startswith(("Fog hangs", "Sand of river"))


def test_items_beneath_one_of_another_slide_stand_at_its_level() -> None:
    inner = "".join(f"  - {_river(k)}, and so on and so on, as far as anybody has ever seen it.\n" for k in range(1, 7))
    deck = talk(f"# A\n\nRivers are many.\n\n- Rivers\n{inner}", DeckForm(full=True))
    levels = [
        [para.level for fill in slide.fills if isinstance(fill, TextFill) for para in fill.paras if _is_item(para)]
        for slide in deck.slides
    ]
    assert len([on for on in levels if on]) > 1
    assert all(set(on) == {0} for on in [on for on in levels if on][1:])


def test_no_item_is_alone_of_a_list_that_something_announces() -> None:
    dull = "Fog hangs over the hill as it often does there, and nobody knows why it is so"
    many = "".join(f"- {dull} {k}.\n" for k in range(9))
    deck = talk(f"# A\n\n{FILLER}\n\nThe hills:\n\n{many}- {_river(7)}, {_river(8)}, {_river(9)}.\n")
    assert sum("hangs over" in text or text.startswith("Sand of river 7") for text in shown(deck)) != 1


def test_beneath_a_label_more_is_shown_than_what_announces_it() -> None:
    where = "which are bare of trees, where old paths lead from farm to farm, and sheep are all that lives there today"
    hills = [f"Hills of the {side}, {where}" for side in ("north", "south", "east")]
    listed = "  - Among many others, here are some of them\n" + "".join(f"    - {hill}\n" for hill in hills)
    said = shown(talk(f"# A\n\n{FILLER}\n\n- **Hills**\n{listed}- **Fens**\n{listed.replace('Hill', 'Fen')}"))
    for name in ("Hills", "Fens"):
        assert any(text.startswith(f"{name} ") for text in said)


def test_half_a_sentence_is_not_shown_without_its_other_half() -> None:
    first = f"Two are known there, {'as old people say who have it from others, ' * 3}namely the common one ("
    second = "), which carries sand and tons to the sea of the river."
    said = shown(talk(f"# A\n\n{FILLER}\n\n{first}\n\n{second}\n"))
    assert (second in said) <= (first in said)


def test_a_sign_that_recurs_and_says_nothing_is_not_on_the_slides_of_a_lecture() -> None:
    sign = Picture(b"", "png", 400, 200, "sign")
    text = f"# A\n\n![](sign.png)\n\n{FILLER}\n\n# B\n\n![](sign.png)\n\n{FILLER}\n\n![A map of hills](map.png)\n"
    document, _ = read_markdown(HEAD + text, "text.md")
    pictures = {"sign.png": sign, "map.png": sign}
    talked = plan_deck(document, theme(), pictures, form=DeckForm())
    whole = plan_deck(document, theme(), pictures, form=DeckForm(full=True))
    count = [
        sum(isinstance(fill, PictureBox) for slide in deck.slides for fill in slide.fills) for deck in (talked, whole)
    ]
    assert count == [1, 3]
