"""Forms of plain notes as people type them: numbers, rules, columns, questions, and what is none of these."""

import pytest
from reading import blocks, kinds, notes

from triptych.model import document as doc
from triptych.model.queries import block_inlines, plain


def titles(text: str) -> list[str]:
    return [plain(section.title) for section in walk(notes(text).sections)]


def walk(sections: tuple[doc.Section, ...]) -> list[doc.Section]:
    return [one for section in sections for one in (section, *walk(section.sections))]


def lists(text: str) -> list[doc.ListBlock]:
    return [block for block in blocks(notes(text)) if isinstance(block, doc.ListBlock)]


def said(block: doc.Block) -> str:
    assert isinstance(block, doc.Paragraph | doc.Quote | doc.Definition)
    inner = block if isinstance(block, doc.Paragraph) else block.blocks[0]
    assert isinstance(inner, doc.Paragraph)
    return plain(inner.inlines)


# --- headings ----------------------------------------------------------------------------------------


def test_numbers_of_several_parts_are_headings_of_text_and_so_is_what_they_belong_to() -> None:
    text = "Rome\n\n1. Kings\n1.1 Romulus\nHe founded it.\n1.2 Numa\nHe was wise.\n2. Republic\n2.1 Consuls\n"
    found = walk(notes(text).sections)
    assert [(plain(one.title), one.level) for one in found] == [
        ("1. Kings", 1), ("1.1 Romulus", 2), ("1.2 Numa", 2), ("2. Republic", 1), ("2.1 Consuls", 2),
    ]  # fmt: skip


def test_numbers_of_several_parts_without_text_are_a_list() -> None:
    assert "1.1 green" not in titles("Fruit\n\n1. apples\n1.1 green\n1.2 red\n1.3 yellow\n")


@pytest.mark.parametrize("rule", ["-------", "———————", "───────", ".......", "- - - -"])
def test_a_line_between_rules_is_a_heading(rule: str) -> None:
    text = f"Cells\n\n{rule}\n1. Membranes\n{rule}\nThey are thin.\n\n2. Organelles\n{rule}\nThey do work.\n"
    assert titles(text) == ["1. Membranes", "2. Organelles"]


def test_columns_right_beneath_an_underlined_heading_do_not_take_its_line() -> None:
    columns = "Price   what is paid\nCost    what it takes\nGain    what is left\n"
    text = f"Markets\n\nI.  BUYERS\n----------\nThey buy.\n\nII.  PRICES\n-----------\n{columns}"
    assert titles(text) == ["I. BUYERS", "II. PRICES"]
    assert [type(block) for block in notes(text).sections[1].blocks] == [doc.Definition] * 3


@pytest.mark.parametrize(
    "line", ["!!! exam: the model", "??? why", "6 CO2 + 6 H2O -> C6H12O6 + 6 O2", "F = m a", "> Who?"]
)
def test_remarks_and_formulae_are_no_headings(line: str) -> None:
    assert titles(f"Leaves\n\nThey are green.\n\n{line}\n\nThey need light, and they need water as well.\n") == [""]


def test_a_first_line_in_small_letters_is_the_title() -> None:
    assert notes("photosynthesis\n\n- light\n- water\n").meta.title == "photosynthesis"


def test_marks_round_a_whole_heading_are_not_shown() -> None:
    assert notes("_Key ideas_\n\nCells live.\n").meta.title == "Key ideas"


def test_a_question_over_several_lines_is_one() -> None:
    assert titles("What is inflation\nand how is it\nmeasured?\n\nA rise of prices.\n") == [
        "What is inflation and how is it measured?"
    ]


@pytest.mark.parametrize(
    ("ask", "answer", "more"),
    [("Frage", "Antwort", "Wann begann der Krieg, und warum?"), ("Q", "A", "When did it begin?")],
)
def test_questions_and_answers_are_labelled_in_their_language(ask: str, answer: str, more: str) -> None:
    text = f"Der Krieg und die Folgen\n\n{ask} 1: {more}\n{answer}: 1914\n\n{ask} 2: {more}\n{answer} 2: 1918\n"
    found = notes(text).sections
    assert [plain(section.title) for section in found] == [more, more]
    assert [said(section.blocks[0]) for section in found] == ["1914", "1918"]


# --- lists -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ("i. ii. iii.", "i."),
        ("(a) (b) (c)", "(a)"),
        ("a) b) c)", "a)"),
        ("A. B. C.", "A."),
        ("I. II. III.", "I."),
        ("(i) (ii) (iii)", "(i)"),
    ],
)
def test_letters_and_roman_numerals_stay_what_they_are(marks: str, shown: str) -> None:
    (block,) = lists("Tea\n\n" + "".join(f"{mark} is warm\n" for mark in marks.split()))
    assert (block.marks, len(block.items)) == (shown, 3)


def test_a_question_that_ends_in_the_mark_of_its_script_takes_no_more_lines() -> None:
    assert titles("ملاحظات عن الأنهار\n\nسؤال: ما أطول نهر؟\nجواب: النيل.\n") == ["ما أطول نهر؟"]


def test_letters_of_other_alphabets_number_too() -> None:
    (block,) = lists("История\n\n1. Причины\n2. Ход\n   а) начало\n   б) перелом\n")
    (_, inner) = block.items[1].blocks
    assert isinstance(inner, doc.ListBlock)
    assert (inner.marks, len(inner.items)) == ("а)", 2)


def test_stars_one_upon_the_other_and_arrows_are_bullets() -> None:
    (block,) = lists("Plan\n\n* one\n** two\n*** three\n* four\n   -> five\n   => six\n")
    assert len(block.items) == 2
    assert [len(item.blocks) for item in block.items] == [2, 2]


def test_boxes_are_tasks() -> None:
    (block,) = lists("To do\n\n[ ] gloves\n[x] pipettes\n")
    assert [item.done for item in block.items] == [False, True]


def test_text_beneath_a_short_item_is_a_line_of_its_own() -> None:
    (block,) = lists("Cells\n\n1) INTRODUCTION\n   Cells are alive.\n   Hooke named them.\n2) PARTS\n   a) nucleus\n")
    assert [type(inner) for inner in block.items[0].blocks] == [doc.Paragraph] * 3


def test_a_line_that_comes_out_from_under_an_item_is_no_part_of_it() -> None:
    found = blocks(notes("Leaves\n\n- dark\n    fix carbon\nnote: they are green\n"))
    assert said(found[-1]) == "note: they are green"


# --- what keeps its layout ---------------------------------------------------------------------------


def test_lines_behind_signs_are_quoted() -> None:
    found = blocks(notes("Letters\n\nHi all,\n\n> What about the exam?\n> Is it hard?\nIt is on 3 May.\n"))
    assert [type(block) for block in found] == [doc.Paragraph, doc.Quote, doc.Paragraph]
    assert said(found[1]) == "What about the exam? Is it hard?"


def test_bars_without_ends_part_a_table_as_well() -> None:
    (block,) = blocks(notes("Planets\n\nPlanet | Moons\nMars | 2\nSaturn | 146\n"))
    assert isinstance(block, doc.Table)
    assert len(block.rows) == 2


def test_columns_that_are_set_in_are_a_table_between_lines_of_text() -> None:
    columns = "    run   start   end\n    1     0.0     24.9\n    2     0.1     25.0\n"
    text = f"Lab\n\nResults:\n{columns}Conclusion: it is sour.\n"
    assert [type(block) for block in blocks(notes(text))] == [doc.Paragraph, doc.Table, doc.Summary]


def test_lines_with_a_dash_are_terms_with_their_meanings() -> None:
    found = blocks(notes("Unit 4\n\nder Hund - the dog\ndie Katze - the cat\ndas Pferd - the horse\n"))
    assert [said(block) for block in found] == ["the dog", "the cat", "the horse"]
    years = blocks(notes("France\n\n1789 - Bastille\n1793 – the king dies\n1794 — Robespierre falls\n"))
    assert all(isinstance(block, doc.Definition) for block in years)


@pytest.mark.parametrize(
    "lines", ["16 - 5 = x\n7 - 2 = y\n9 - 1 = z\n", "1 - one\n2 - two\n3 - three\n", "a - b\nc - d\n"]
)
def test_sums_and_counted_lines_are_no_terms(lines: str) -> None:
    assert not any(isinstance(block, doc.Definition) for block in blocks(notes(f"Lines\n\n{lines}")))


def test_tildes_that_nothing_closes_are_a_rule() -> None:
    found = blocks(notes("Key ideas\n\n~~~~~~~~\nA set is a collection.\n"))
    assert not any(isinstance(block, doc.Code) for block in found)


def test_columns_may_stand_below_several_lines() -> None:
    text = (
        "Plan\n\nDate: 12 March\nClass: 6b\nTime      Activity        Material\n9:00      Warm up         cards\n"
        "9:10      Pizza           paper plates\n9:30      Exercise        book\n"
    )
    (section,) = notes(text).sections
    assert kinds(section) == ["Paragraph", "Table"]


def test_two_rows_of_several_cells_are_a_table() -> None:
    (section,) = notes("Ohm\n\nWe measured.\n\nU in V | 2 | 4 | 6\nI in A | 0,1 | 0,2 | 0,3\n").sections
    assert kinds(section) == ["Paragraph", "Table"]


@pytest.mark.parametrize("sign", [" - ", "   = "])
def test_lines_of_a_term_and_its_meaning_are_not_joined(sign: str) -> None:
    text = f"Volcanoes\n\nTwo kinds\nshield volcano{sign}flat, of thin lava\nstratovolcano{sign}steep, of thick lava\n"
    broken = [part for block in blocks(notes(text)) for said in block_inlines(block) for part in said]
    assert sum(isinstance(part, doc.LineBreak) for part in broken) == 2


def test_wrapped_lines_with_dashes_are_joined() -> None:
    text = (
        "Diary\n\nThe book begins slowly - a boy leaves home and\nwalks north - but then it becomes quick and good.\n"
    )
    (said,) = [said for block in blocks(notes(text)) for said in block_inlines(block)]
    assert not any(isinstance(part, doc.LineBreak) for part in said)


@pytest.mark.parametrize("sign", ["*", "#", "_", "~", "="])
def test_a_rule_as_long_as_the_line_above_underlines_it(sign: str) -> None:
    text = f"Market\n\nI. DEMAND\n{sign * 9}\nIt falls.\n\nII. SUPPLY\n{sign * 10}\nIt rises.\n"
    assert titles(text) == ["I. DEMAND", "II. SUPPLY"]


def test_another_rule_below_a_line_parts() -> None:
    assert titles("Market\n\nPrices fall and rise all the time.\n***\nThey do so.\n") == [""]


def test_keys_that_look_like_marks_of_lists_are_terms() -> None:
    text = "Keys\n\n:q!        quit\n*          find it\n#          find back\n+          line down\n^          begin\n"
    found = [one for one in blocks(notes(text)) if isinstance(one, doc.Definition)]
    assert [plain(one.term) for one in found] == [":q!", "*", "#", "+", "^"]


def test_a_list_with_wide_marks_is_one() -> None:
    found = notes("Keys\n\n-    quit the room\n-    search a word\n-    search back\n").sections[-1].blocks
    assert [type(one).__name__ for one in found] == ["ListBlock"]


def test_the_first_numbered_part_is_a_heading_as_those_after_it() -> None:
    text = (
        "1. Introduction\nThe club is open.\n\n2. Members\n2.1 Rights\nEach has a vote.\n2.2 Duties\nEach pays.\n\n"
        "3. End\nOver.\n"
    )
    assert titles(text) == ["1. Introduction", "2. Members", "2.1 Rights", "2.2 Duties", "3. End"]


def test_who_said_something_is_no_heading() -> None:
    assert "-- Ann Lee" not in titles(
        "Rain\n\nIt is said to fall a lot here.\n\n-- Ann Lee\n\nIt falls in winter most of all.\n"
    )


def test_bullets_of_word_processors_stand_as_deep_as_there() -> None:
    (block,) = lists("Cells\n\nThey have parts:\n\n•\tPlant\no\tWall\n▪\tThick\n•\tAnimal\n")[:1]
    assert [len(item.blocks) for item in block.items] == [2, 1]
    (inner,) = [one for one in block.items[0].blocks if isinstance(one, doc.ListBlock)]
    assert [type(one).__name__ for one in inner.items[0].blocks] == ["Paragraph", "ListBlock"]


@pytest.mark.parametrize("sign", ["Ø", "ü", "▪"])
def test_signs_that_fonts_of_symbols_leave_are_bullets(sign: str) -> None:
    (block,) = lists(f"Cells\n\nThey have parts:\n\n{sign}\tWall\n{sign}\tCore\n")
    assert [len(item.blocks) for item in block.items] == [1, 1]
