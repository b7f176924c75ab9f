"""Plain notes keep what their lines say: code, drawings, tables and terms in columns, numbered headings."""

from reading import notes, outline
from shown import lines

from triptych.model.document import Question, Summary


def _lines(text: str) -> list[str]:
    return [line for section in notes(text).sections for block in section.blocks for line in lines(block)]


def test_code_keeps_its_lines() -> None:
    text = "Loops\n\nHow do they run?\n\n```python\n# count\nfor i in x:\n    print(i)\n```\n\nThat is all of it.\n"
    assert _lines(text) == ["code python", "# count", "for i in x:", "    print(i)", "That is all of it."]
    assert outline(notes(text)) == ["1 How do they run?"]


def test_command_lines_and_drawings_keep_theirs() -> None:
    assert _lines("Shell\n\nRun it:\n\n$ ls -l\ntotal 3\n")[-3:] == ["code", "$ ls -l", "total 3"]
    drawn = ["+---+   +---+", "| a |-->| b |", "+---+   +---+"]
    assert _lines("Parts\n\nSo it is built:\n\n" + "\n".join(drawn) + "\n")[-4:] == ["code", *drawn]


def test_columns_of_spaces_are_a_table() -> None:
    text = "Fruit\n\nWhat do they cost?\n\nName     Price  From\nApple     1.20  France\nPear     12.00  Spain\n"
    assert _lines(text) == [
        "table left right left",
        "Name | Price | From",
        "Apple | 1.20 | France",
        "Pear | 12.00 | Spain",
    ]


def test_two_columns_are_terms_with_their_meanings() -> None:
    text = "Keys\n\nWhat do they do?\n\nu        undo\nyy       copy a line\n<Del>    delete\n"
    assert _lines(text) == ["u:", "  undo", "yy:", "  copy a line", "<Del>:", "  delete"]


def test_prose_is_no_table() -> None:
    text = "Rain\n\nIt falls from clouds, and\nruns down to the sea, so\nthat it can rise again.\n"
    assert len(_lines(text)) == 1


def test_numbered_lines_over_text_are_headings() -> None:
    text = "Rules\n\n1. Aims\n\n   All of us may come in.\n\n2. Us\n\n  2.1. Rights\n\n    1. A vote.\n    2. A seat.\n"
    assert outline(notes(text)) == ["1 1. Aims", "1 2. Us", "2 2.1. Rights"]
    roman = "Market\n\nI. DEMAND\n---------\nIt falls with price.\n\nII. SUPPLY\n----------\nIt rises with price.\n"
    assert outline(notes(roman)) == ["1 I. DEMAND", "1 II. SUPPLY"]


def test_a_list_of_numbers_stays_a_list() -> None:
    assert _lines("Steps\n\n1. Open it\n2. Shut it\n") == ["1. Open it", "2. Shut it"]


def test_an_indented_line_stands_under_its_point() -> None:
    assert _lines("Blood\n\n* High pressure\n    causes: salt\n* Low count\n") == [
        "- High pressure",
        "  causes: salt",
        "- Low count",
    ]


def test_homework_is_no_conclusion() -> None:
    (section,) = notes(
        "Cells\n\nWhat can go wrong?\n* One: it breaks\n* Two: it stops\n\nOverall, little.\n\nHW: p. 84\n"
    ).sections
    assert [type(block).__name__ for block in section.blocks][-2:] == ["Summary", "Paragraph"]


def test_a_conclusion_needs_no_points() -> None:
    (section,) = notes("Canals\n\nThey carry ships for us.\n\nThey cost much to keep.\n\nOverall, they pay.\n").sections
    assert isinstance(section.blocks[-1], Summary)


def test_a_question_may_be_wrapped_and_a_first_line_may_end_in_a_full_stop() -> None:
    text = 'Files\n\nQ. I moved it and now the file\nsays "no". Why?\n\nA. It is closed.\n'
    assert outline(notes(text)) == ['1 I moved it and now the file says "no". Why?']
    plan = notes("Plan a talk on rain.\n\nIntroduction\n- Say who you are.\n- Say why.\n")
    assert plan.meta.title == "Plan a talk on rain."


def test_marks_of_markdown_mean_the_same() -> None:
    (section,) = notes(
        "Cells\n\nWhat is it?\n\nThe ==unit== of life.\n\n::: question\nName one.\nanswer: a yeast\n:::\n"
    ).sections
    assert any(isinstance(block, Question) and block.number == 1 for block in section.blocks)
    assert "Mark" in str(section)


def test_headings_of_two_lines_are_one() -> None:
    assert (
        outline(notes("# Take the even pages\n# of a file\nrun it\n\n# Merge two files\nrun that\n"))[0]
        == "1 Take the even pages of a file"
    )
