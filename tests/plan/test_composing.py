"""Slides one can lecture with: nothing that only introduces, no question apart from its choices, no slide of a word."""

import pytest
from test_talk_statements import FILLER, noted, shown, talk, texts

from triptych.model.deck import Deck, Slide, TableBox, TextFill

# --- questions and what there is to choose from ------------------------------------------------------


def _with(deck: Deck, text: str) -> Slide:
    """The first slide that shows a text."""
    return next(slide for slide in deck.slides if any(text in said for said in texts(slide)))


def test_what_there_is_to_choose_from_stands_beneath_its_question() -> None:
    deck = talk("# A\n\nText of it.\n\n::: question\nWhich salt is in the sea?\n\n- rock salt\n- sea salt\n:::\n")
    slide = _with(deck, "sea salt")
    assert slide.title == "Which salt is in the sea?"
    assert [other.title for other in deck.slides].count(slide.title) == 1
    assert not any(other.layout.role == "question" for other in deck.slides)


def test_a_question_too_long_for_a_title_stands_whole_before_its_choices() -> None:
    asked = (
        "Which of all the salts that " + "rain and rivers carry from the hills down to the sea, and " * 8 + "is there?"
    )
    deck = talk(f"# A\n\nText of it.\n\n::: question\n{asked}\n\n- rock salt\n- sea salt\n:::\n")
    assert _with(deck, "sea salt").title != asked
    assert any(asked in said for slide in deck.slides for said in texts(slide))


def test_a_question_with_a_text_beneath_it_keeps_a_slide_of_its_own() -> None:
    deck = talk("# A\n\nText.\n\n::: question\nWhich salt is it?\n\nThink of what the rivers carry to the sea.\n:::\n")
    assert any(slide.layout.role == "question" for slide in deck.slides)


# --- labelled points ---------------------------------------------------------------------------------

_LONG = "Of all that is known of it, only this matters here for now, and the rest may wait as it often does. " * 2


def _points(*texts: str) -> str:
    return "".join(f"- **Point {k}**: {text}\n" for k, text in enumerate(texts, 1))


def test_points_of_which_little_stays_share_a_slide_and_their_notes_have_all_of_it() -> None:
    rivers = [f"River {k} carries {k} tons of sand to sea {k}. {_LONG}" for k in (1, 2, 3)]
    deck = talk(f"# A\n\n{FILLER}\n\n## Carried\n\n{_points(*rivers)}")
    slide = _with(deck, "Point 1\t")
    said = [text for text in texts(slide) if text.startswith("Point")]
    assert len(said) == 3
    assert not any("may wait" in text for text in said)
    assert noted(deck).count("only this matters here") == 6
    assert len([left for left in deck.waits if "only this matters" in left.text]) == 6


def test_items_that_stay_of_a_point_stand_in_its_row_one_below_the_other() -> None:
    points = "".join(
        f"- **Point {k}**\n  - River {k} carries sand {k}.\n  - Sea {k} keeps it.\n  - {_LONG}\n" for k in (1, 2, 3)
    )
    deck = talk(f"# A\n\n{FILLER}\n\n## Carried\n\n{points}")
    assert "Point 2\tRiver 2 carries sand 2.\nSea 2 keeps it." in texts(_with(deck, "Point 2\t"))


def test_what_announces_points_is_not_alone_on_its_slide() -> None:
    deck = talk(f"# A\n\n## Carried\n\nThe rivers carry three things:\n\n{_points(*[_LONG * 2] * 3)}")
    slide = _with(deck, "The rivers carry three things:")
    assert texts(slide)[-3:] == ["Point 1", "Point 2", "Point 3"]
    assert slide.title == "Carried"


def test_one_point_stands_beneath_what_announces_it() -> None:
    deck = talk("# A\n\n## Letters\n\nLetters go to the one who reads them:\n\n- **Ann Hill**: at the river.\n")
    slide = _with(deck, "Letters go to the one who reads them:")
    assert any(text.startswith("Ann Hill") for text in texts(slide))


def test_a_point_alone_has_no_number_of_ours() -> None:
    deck = talk(f"# A\n\n## Letters\n\n- **Ann Hill**: {_LONG * 2}\n")
    assert "1" not in texts(_with(deck, "Of all that is known"))


def test_everything_shown_is_as_before() -> None:
    assert "River 3" in " ".join(shown(talk(f"# A\n\n{_points('River 1.', 'River 2.', 'River 3.')}")))


# --- what stays with what ----------------------------------------------------------------------------


def test_a_line_like_a_title_does_not_stay_without_the_text_that_it_heads() -> None:
    text = f"> [!NOTE] A story\n> Sand of the river\n>\n> {_LONG}\n"
    deck = talk(f"# A\n\n{FILLER}\n\n{text}\n\n{FILLER}")
    assert "Sand of the river" not in shown(deck)
    assert "Sand of the river" in noted(deck)


def test_of_the_shortest_lists_no_item_explains_a_picture_alone() -> None:
    items = ["fog from the hills", "salt of the sea", "tons of sand"]
    deck = talk(f"# A\n\n{FILLER}\n\nIt has:\n\n" + "".join(f"1. {item}\n" for item in items) + "\n![a map](map.png)\n")
    assert [item for item in items if item in shown(deck)] == items


def test_what_talks_to_the_reader_explains_no_picture() -> None:
    aims = "By the end of this section, you will be able to:\n>\n> - name the sea\n> - name the river"
    deck = talk(f"# A\n\n{FILLER}\n\n## B\n\n> [!NOTE] Aims\n> {aims}\n\n![a map](map.png)\n\nThe sea is salt.\n")
    assert "The sea is salt." in shown(deck)
    assert "name the sea" not in shown(deck)


def test_text_behind_the_aims_of_a_lesson_is_no_aim() -> None:
    aims = "By the end of this session you will be able to:\n\n- name the sea\n- name the river"
    deck = talk(f"# Learning outcomes\n\n{aims}\n\nRiver 5 carries 5 tons of sand to sea 5.\n\n# B\n\n{FILLER}")
    assert any("River 5 carries" in text for text in shown(deck))
    assert "name the sea" not in shown(deck)


def test_a_theorem_is_never_left_out_nor_the_list_in_which_it_goes_on() -> None:
    theorem = "**Theorem 3.** If fog hangs there, then\n\n1. hills are wet,\n2. sheep stay away.\n"
    deck = talk(f"# A\n\n{FILLER}\n\n## B\n\n{theorem}\n{FILLER}")
    assert {"Theorem 3. If fog hangs there, then", "hills are wet,", "sheep stay away."} <= set(shown(deck))


def test_what_goes_on_behind_a_formula_has_no_bullet_and_stays_beneath_it() -> None:
    deck = talk("# A\n\nFor all of them\n\n$$a < b,$$\n\nwhich ends it. Then all is said.\n")
    slide = _with(deck, "which ends it.")
    assert "For all of them" in texts(slide)
    paras = {"".join(run.text for run in para.runs): para for fill in slide.fills if isinstance(fill, TextFill)
             for para in fill.paras}  # fmt: skip
    assert not paras["which ends it."].bullet
    assert paras["Then all is said."].bullet


def test_half_a_sentence_behind_code_is_on_the_slide_where_it_began() -> None:
    first = "Take what is there, if you have not done so yet and know of nobody else who has it already:"
    second = "or fetch what is new, if you have all of it already and know that it is none of the others:"
    deck = talk(f"# A\n\n{first}\n\n```\ntake\n```\n\n{second}\n\n```\nfetch\n```\n")
    assert second in [text.replace("\xa0", " ") for text in texts(_with(deck, first))]


def test_single_sentences_of_points_stand_alike_whether_long_or_short() -> None:
    said = "a river carries sand to the sea and all else that falls into it on its way down from the hills to the"
    points = "".join(f"- **Point {k}**: It is known that {said} {'wide and open ' * (k % 2)}sea.\n" for k in range(4))
    deck = talk(f"# A\n\nRivers:\n\n{points}")
    slides = [slide for slide in deck.slides if slide.layout.role == "key point"]
    assert len(slides) == 4
    assert all(fill.rect is not None for slide in slides for fill in slide.fills[1:] if isinstance(fill, TextFill))


# --- titles ------------------------------------------------------------------------------------------


def test_a_slide_that_goes_on_is_called_by_a_bold_term_anywhere_on_it() -> None:
    def part(k: int, term: str) -> str:
        return (
            f"River {k} carries {k} tons of sand from hill {k} down to sea {k} of shore {k}.\n\n"
            f"Where it meets sea {k}, it lays down {term}, on which island {k} stands.\n\n"
        )

    deck = talk("# Rivers\n\n" + part(1, "gravel") + part(2, "**silt**") + part(3, "clay") + part(4, "**Table 1**"))
    titles = [slide.title for slide in deck.slides]
    assert titles[1:] == ["Rivers (1/4)", "Rivers: silt", "Rivers (3/4)", "Rivers (4/4)"]


# --- tables ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", range(4, 14))
def test_a_table_that_fits_a_slide_has_its_caption_there(count: int) -> None:
    rows = "".join(f"| River {k} | carries {k} tons of sand to sea {k} |\n" for k in range(1, count))
    table = f"| River | What it does |\n|---|---|\n{rows}\n: What rivers carry\n"
    deck = talk(f"# A\n\nRivers carry much.\n\n{table}\n# B\n\n{FILLER}\n")
    captioned = [slide for slide in deck.slides if any("What rivers carry" in said for said in texts(slide))]
    assert [len(box.rows) for slide in captioned for box in slide.fills if isinstance(box, TableBox)] == [count]
