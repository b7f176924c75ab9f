"""Ordinary notes in which something looks like the syntax of programs or of a hurry, and is none."""

import pytest
from reading import items, markdown, notes, outline
from test_typed_in_a_hurry import blocks, codes, shown

from triptych.model.document import Paragraph, Question, Table
from triptych.model.queries import plain


@pytest.mark.parametrize(
    "text",
    [
        "public goods\nprivate goods\n",
        "class struggle:\n   workers against owners\n",
        "while in prison:\n   he wrote letters\n",
        "for use in cars:\n   petrol and diesel\n",
        "if the price is not stable:\n   buy later\n",
        "if the fever is high (over 39):\n   call for help\n",
        "SELECT – choose columns\nFROM – choose the table\nWHERE – filter the rows\n",
        "<p> a paragraph\n<a> a link to a page\n",
        "git tracks changes of files\ndocker runs containers\n",
        "git add      stage the files\ngit commit   save a version\ngit push     send it\n",
        "print(x) zeigt x\ndef f(x): Funktion\n",
        "def f(x) - defines a function\nprint(x) - prints x\n",
        "fingerprint(s) of the thief\nblueprint(s) of the house\n",
        "PIB = C + I + G + (X-M);\nparo = 12 %;\n",
        "speed = distance by time;\nforce = mass by acceleration;\n",
        "let us assume so;\nlet us go on;\n",
        "    public opinion turned\n",
        "    the cells (of the blood);\n    by firms);\n",
    ],
)
def test_words_that_programs_have_too_make_no_code(text: str) -> None:
    assert codes(f"Title of it\n\nSee this one.\n\n{text}\nThat was it.\n") == []


def test_what_goes_on_with_an_item_is_no_code() -> None:
    text = (
        "1.  The state is a\n    public institution with taxes\n2.  Roads (built by the state,\n    also by firms);\n"
    )
    assert codes(f"Title of it\n\n{text}") == []


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "text",
    [
        "-OH hydroxyl group\n-COOH carboxyl group\n-NH2 amino group",
        "-itis inflammation of it\n-ectomy removal by surgery",
        "-ar verbs: hablar\n-er verbs: comer\n-ir verbs: vivir",
        "-ness: makes nouns\n-ful: makes adjectives\n-ly: makes adverbs",
    ],
)
def test_endings_of_words_and_groups_of_molecules_keep_their_dash(text: str, name: str) -> None:
    (found,) = blocks(f"# Title\n\n{text}\n", name)
    assert shown(found) == text


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_one_such_word_is_no_ending(name: str) -> None:
    (found,) = blocks("# Title\n\n-less water in the leaf\n-make ATP\n-NATO grew\n", name)
    assert items(found) == ["less water in the leaf", "make ATP", "NATO grew"]


@pytest.mark.parametrize("text", ["Q: heat flow\nA: area\nk: conductivity", "Q: heat flow\n\nA: area\n\nd: thickness"])
def test_what_letters_stand_for_is_no_question(text: str) -> None:
    said = [shown(block) for block in blocks(f"# Heat\n\n{text}\n", "a.md")]
    assert "\n\n".join(said) in (text, text.replace("\nk", " k"))


def test_questions_with_answers_stay_beside_other_paragraphs() -> None:
    (first, *_) = blocks("# Heat\n\nQ: What is it?\n\nA: Energy: it flows.\n\nk: a constant of it\n\nText.\n", "a.md")
    assert isinstance(first, Question)
    assert plain(first.inlines) == "What is it?"
    (first, *_) = blocks("# Heat\n\nQ: What is it?\n\nA: Energy: it flows.\n\nText.\n\nk: a constant\n", "a.md")
    assert isinstance(first, Question)


def test_who_speaks_before_a_tab_is_no_table() -> None:
    (found,) = blocks("# Talk\n\nAnna:\tWhere from?\nBen:\tFrom here.\nAnna:\tOh.\n", "a.md")
    assert isinstance(found, Paragraph)
    (found,) = blocks("# Talk\n\nName\tPlace\nAnna:\tHere\nBen\tThere\n", "a.md")
    assert isinstance(found, Table)


@pytest.mark.parametrize("title", ["Worksheet #2", "Chapter #3: rivers", "Task 4 #12"])
def test_a_number_behind_a_hash_is_no_tag(title: str) -> None:
    assert outline(markdown(f"# A\n\n##{title}\n\nText.\n")) == [f"1 {title}"]


@pytest.mark.parametrize("text", ["Then ~P∧~(Q∨R) holds", "so ~A→~(B) too", "~P ∧ ~Q", "about ~ten to ~(twenty)"])
def test_signs_of_logic_strike_nothing(text: str) -> None:
    (found,) = blocks(f"# A\n\n{text}\n", "a.md")
    assert shown(found) == text


@pytest.mark.parametrize("first", ["2.5", "10:45", "-5", "[3]"])
def test_what_begins_full_lines_of_a_sentence_is_no_mark(first: str) -> None:
    line = "and so it went on and on for many days in the old town of"
    (found,) = blocks(f"# A\n\nIt was cold there,\n{line}\n{first} who knows,\n{line}\n{first} as before.\n", "a.md")
    assert "\n" not in shown(found)


def test_a_key_within_a_letter_is_none() -> None:
    text = (
        "Dear all: this is a letter.\nIt goes on and on, and there was of course the most important\nReason: it rained."
    )
    (found,) = blocks(f"# A\n\n{text}\n", "a.md")
    assert shown(found) == text.replace("\n", " ")


def test_a_sentence_before_a_colon_is_no_entry() -> None:
    text = "They fled to the hills where they stayed for many\nmonths: nobody knew how long it took until they came\n"
    (found,) = blocks(f"A title of it\n\nThe war.\n\n{text}home. At last: the peace came, and with it the bread.\n")[
        -1:
    ]
    assert "\n" not in shown(found)


@pytest.mark.parametrize("line", ["<<Je vais à Paris>>", "-- 12 --", "-- 3-2 --"])
def test_what_is_said_and_numbers_of_pages_are_no_headings(line: str) -> None:
    assert outline(notes(f"Paris\n\nIt began there.\n\n{line}\n\nIt went on.\n")) in ([], ["1"])


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("dog\tHund\ncat\tKatze\ncow\tKuh", 0),
        ("1914\tWar\tSarajevo\n1918\tPeace\tParis", 0),
        ("Word\tMeaning\ndog\tHund\ncat\tKatze", 1),
        ("year\tpeople\n1950\t5\n1960\t6", 1),
        ("Place\t2010\t2020\nBonn\t5\t6", 1),
    ],
)
def test_the_first_words_of_a_list_of_words_are_no_head(text: str, heads: int) -> None:
    (found,) = blocks(f"# A\n\n{text}\n", "a.md")
    assert isinstance(found, Table)
    assert (len(found.rows), any(cell.inlines for cell in found.header.cells)) == (
        text.count("\n") + 1 - heads,
        bool(heads),
    )


def test_comments_of_templates_are_no_changes() -> None:
    assert "{{-- so --}}" in plain(blocks("# A\n\nSee {{-- so --}} it.\n", "a.md")[0].inlines)  # type: ignore[union-attr]


def test_an_end_between_signs_is_no_heading() -> None:
    assert outline(notes("Paris\n\n--- Start ---\n\nIt began there.\n\n--- End ---\n\n")) == ["1 Start"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_words_with_an_apostrophe_may_stand_behind_a_dash(name: str) -> None:
    (found,) = blocks("# Title\n\n-la monarchie absolue\n-l'église et le roi\n", name)
    assert items(found) == ["la monarchie absolue", "l'église et le roi"]


@pytest.mark.parametrize("code", ["x\n\u2022\ny\n\u2022\nz", "x\n1.\ny\n2.\nz", "What?\n?\nThat", "Q: a\nA: b"])
@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_code_keeps_what_looks_like_a_hurry(code: str, fence: str) -> None:
    assert codes(f"# A\n\nText.\n\n{fence}\n{code}\n{fence}\n", "a.md") == [("", code)]


def test_a_question_mark_alone_stays() -> None:
    assert len(blocks("# A\n\nOne.\n\n?\n\nTwo.\n", "a.md")) == 3


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_figures_among_dashes_keep_them_all(name: str) -> None:
    (found,) = blocks("# Title\n\n-200 g Mehl\n-etwas Salz\n-mehr Zucker dazu\n-1/2 l Milch\n", name)
    assert shown(found) == "-200 g Mehl\n-etwas Salz\n-mehr Zucker dazu\n-1/2 l Milch"


def test_one_star_stays_among_dashes() -> None:
    found = blocks("Title of it\n\n-some salt\n-more sugar\n\n*after Anna B.\n")
    assert items(found[0]) == ["some salt", "more sugar"]
    assert shown(found[1]) == "*after Anna B."


def test_what_follows_commands_is_code_only_if_all_of_it_is() -> None:
    text = "Title of it\n\nSo it is.\n\nsudo reboot\ngit pull\n\nIP = 192.168.0.1;\nport 80 -> http\n"
    assert [code for _, code in codes(text)] == ["sudo reboot\ngit pull"]
