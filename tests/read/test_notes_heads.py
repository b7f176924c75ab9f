"""Plain notes whose headings stand right above their text, without a blank line between."""

import pytest

from triptych.model import document as doc
from triptych.model.queries import plain, walk_sections
from triptych.read.notes.document import read_notes

CAUSES = "Causes\nPressure stops the blood in the skin for hours."
CARE = "How to care\nTurn the patient every two hours.\nKeep the skin dry."


def titles(text: str) -> list[str]:
    document, _ = read_notes(text, "notes.txt")
    return [plain(section.title) for section in walk_sections(document.sections) if section.title]


def words(text: str) -> str:
    document, _ = read_notes(text, "notes.txt")
    blocks = [block for section in walk_sections(document.sections) for block in section.blocks]
    return " ".join(plain(block.inlines) for block in blocks if isinstance(block, doc.Paragraph))


def test_short_lines_right_above_sentences_are_headings() -> None:
    text = f"Ulcers\n\n{CAUSES}\n\n{CARE}\n"
    assert titles(text) == ["Causes", "How to care"]
    assert (
        words(text)
        == "Pressure stops the blood in the skin for hours. Turn the patient every two hours. Keep the skin dry."
    )


def test_lines_with_a_label_each_are_text_too() -> None:
    stages = "Stages\nStage 1: the skin is whole but red\nStage 2: the skin is broken"
    assert titles(f"Ulcers\n\n{CAUSES}\n\n{stages}\n") == ["Causes", "Stages"]


def test_numbered_ones_keep_their_numbers() -> None:
    text = (
        "Contracts\n\n1. The offer\nAn offer shows that one is willing.\n\n2. Its end\nAn offer may end in five ways.\n"
    )
    assert titles(text) == ["1. The offer", "2. Its end"]


def test_with_numbered_ones_one_without_a_number_is_a_heading_too() -> None:
    parts = "1. The offer\nAn offer shows that one is willing.\n\n2. Its end\nAn offer may end in five ways.\n"
    assert titles(f"Contracts\n\n{parts}\nA case\nAnna writes to Ben on Monday.\n")[2:] == ["A case"]


def test_a_numbered_lesson_above_numbered_parts_is_the_title() -> None:
    parts = "1. The offer\nAn offer shows that one is willing.\n\n2. Its end\nAn offer may end in five ways.\n"
    document, _ = read_notes(f"Lesson 7: Contracts\n\n{parts}", "notes.txt")
    assert document.meta.title == "Lesson 7: Contracts"


@pytest.mark.parametrize(
    "text",
    [
        f"Ulcers\n\n{CAUSES}\n\nTurn the patient every two hours.\n",  # one alone may be anything
        "Two poems\n\nThe hills are green and far\nAnd nobody has climbed them in a day\nBut all look on.\n\n"
        "The sea is grey and near\nThe Boats that lie on it are few and old\nAnd none will sail.\n\n"
        "The author of these lines lived by the sea for most of his long life, and often wrote of it.\n",
        "Poems\n\nThe hills are high\nand green and far\n\nThe sea is low\nand grey and near\n",
        "Talk\n\nMarie: Hello\nIt is a fine day today.\n\nPaul: Well\nSo it is on most days here.\n",
        "Places\n\nUniversity of Oslo\nDepartment of Law\n\nUniversity of Bergen\nDepartment of Law\n",
        "Items\n\n1. Salt\n2. Sand of the sea and of the rivers.\n\n1. Fog\n2. Rain that falls on all the hills.\n",
    ],
)
def test_other_short_lines_are_no_headings(text: str) -> None:
    assert titles(text) == []


def test_numbered_parts_are_headings_all_or_none() -> None:
    sure = "1. Aim\nWe want to know how strong the acid is.\n\n"
    listed = "2. Apparatus\nburette\npipette\n\n"
    assert titles(f"Titration\n\n{sure}{listed}3. End\nThe acid is as strong as we thought.\n") == [
        "1. Aim",
        "2. Apparatus",
        "3. End",
    ]
    assert titles(f"Titration\n\n{sure}{listed}Actions\nAnn: goggles\nBob: coats\n") == []


def test_steps_beneath_a_heading_stay_its_list() -> None:
    steps = "1. Mix\nStir the eggs into the flour well.\n\n2. Fry\nPour some of it into the hot pan.\n\n"
    assert titles(f"Pancakes\n\nFood\n\nEggs and flour.\n\nMethod\n\n{steps}Serving\n\nServe them hot.\n") == [
        "Food",
        "Method",
        "Serving",
    ]
    assert titles(f"REVISION\n\nPLANTS\n\n{steps}ANIMALS\n\n{steps}") == ["PLANTS", "ANIMALS"]


def test_who_speaks_is_no_heading() -> None:
    first = "Iago\nI follow him to serve my turn.\n\nOthello\nShe loved me for the dangers passed.\n\n"
    again = "Iago\nPut money in thy purse and follow.\n\nOthello\nFarewell the tranquil mind for ever and ever.\n"
    assert titles(f"A play\n\n{first}{again}") == []


@pytest.mark.parametrize(
    "part",
    [
        "Formula\nx = (a + b) / 2",
        "Dates\n1883 Krankenversicherung\n1884 Unfallversicherung",
        "Remember\nCarrot and stick.",
        "Monday\n08:00 Meeting at the station\n19:30 Dinner",
    ],
)
def test_between_headings_a_line_over_dates_or_a_formula_is_one_too(part: str) -> None:
    assert titles(f"Notes\n\n{CAUSES}\n\n{part}\n\n{CARE}\n") == ["Causes", part.partition("\n")[0], "How to care"]
    assert titles(f"Notes\n\n{part}\n") == []
