"""Dates and people: what is listed, when, in which order, and what is never listed."""

from reading import read

from triptych.model.document import Blank, Definition, Document, Mark, Named
from triptych.model.names import anchors_of
from triptych.model.queries import GAP, plain
from triptych.model.rewriting import with_inlines
from triptych.model.walk import walk
from triptych.transform.chronology import chronology, people

THREE = "In [1951]{.date} it began. [About then]{.date} it grew. In [1648]{.date} there was peace.\n"


def document(text: str, front: str = "") -> Document:
    made, problems = read(f"---\ntitle: A\n{front}---\n\n# A\n\n{text}")
    assert [str(problem) for problem in problems] == []
    return made


def said(text: str, front: str = "", hides: bool = False) -> list[tuple[str, str]]:
    return [(event.when, plain(event.what)) for event in chronology(document(text, front), hides)]


def test_dates_stand_in_the_order_of_time_each_with_its_sentence() -> None:
    assert said(THREE) == [
        ("1648", "In 1648 there was peace."),
        ("1951", "In 1951 it began."),
        ("About then", "About then it grew."),  # it says no year, and stays behind what stands before it
    ]


def test_a_key_says_what_a_date_is_sorted_by() -> None:
    text = "[The war](x)\n\n[the end]{.date key=1945-05-08}, [the start]{.date key=1939-09-01}, [later]{.date key=1950}"
    assert [when for when, _ in said(text)] == ["the start", "the end", "later"]


def test_two_marks_make_no_chronology_unless_it_is_asked_for() -> None:
    two = "In [1951]{.date} it began. In [1648]{.date} there was peace."
    assert said(two) == []
    assert len(said(two, "chronology: true\n")) == 2
    assert said(THREE, "chronology: false\n") == []


def test_nothing_is_inferred_unasked() -> None:
    text = "In 1951 it began. In 1648 there was peace, in 1700 war. Jan Novak came."
    assert said(text) == []
    assert people(document(text)) == ()
    assert [when for when, _ in said(text, "chronology: true\n")] == ["1648", "1700", "1951"]


def test_what_stands_behind_a_date_and_a_colon_is_what_happened() -> None:
    assert said("- **[1951]{.date}**: It began. And more.\n", "chronology: true\n") == [("1951", "It began.")]
    point = "1. **[1951]{.date}**: It began. And more.\n2. **Other**: Text.\n"
    assert said(point, "chronology: true\n") == [("1951", "It began.")]
    table = "| When | What |\n|---|---|\n| [1951]{.date} | It began |\n"
    assert said(table, "chronology: true\n") == [("1951", "It began")]
    assert said("[1951]{.date}\n: It began. And more.\n", "chronology: true\n") == [("1951", "It began.")]


def test_the_same_sentence_in_the_summary_is_listed_once() -> None:
    text = "In 1951 it began.\n\n::: summary\nIn 1951 it began.\n:::\n"
    assert len(said(text, "chronology: true\n")) == 1


def test_notes_and_questions_with_answers_are_not_listed() -> None:
    text = "::: notes\nIn 1951 it began.\n:::\n\n::: question\nWhen was 1648?\n\nanswer: In 1700.\n:::\n"
    assert said(text, "chronology: true\n") == []


def test_people_have_their_words_else_the_first_sentence_that_names_them() -> None:
    text = (
        'Here is [Ada]{.person}. [Bo]{.person about="a judge"} met Ada.\n\n'
        '[She]{.person key=Cy} met [Ada]{.person about="a queen"}. Jan Novak came. And jan novak left.'
    )
    found = people(document(text, "people: [Jan Novak]\n"))
    assert [(one.name, plain(one.said), len(one.anchors)) for one in found] == [
        ("Ada", "a queen", 2), ("Bo", "a judge", 1), ("Cy", "She met Ada.", 1), ("Jan Novak", "Jan Novak came.", 2),
    ]  # fmt: skip


def test_each_place_has_a_name_of_its_own_that_says_nothing() -> None:
    made = document(THREE + "\n==A phrase== and ==another==.\n\nTerm\n: Meaning.\n")
    assert len([node for node in walk(made) if isinstance(node, Named | Mark | Definition)]) == 6
    assert len(anchors_of(made)) == 6
    assert not any(word in name for name in anchors_of(made) for word in ("1951", "phrase", "Term"))


# --- editions --------------------------------------------------------------------------------------


def blanked(made: Document) -> Document:
    """The document as a student gets it: a blank for each key phrase."""
    return with_inlines(made, lambda inline: Blank(inline.children) if isinstance(inline, Mark) else inline)


HIDING = """
In 1951 ==the first. And second== began. ==In [1700]{.date} all== was dark. Then ==1650== came in 1649.
[==Ada==]{.person} met [Bo]{.person} and ==[Cy]{.person}==.
"""


def test_editions_list_the_same_and_nothing_that_one_of_them_hides() -> None:
    shown = document(HIDING, "chronology: true\npeople: true\n")
    hidden = blanked(shown)
    for listed in (chronology(shown, True), chronology(hidden, True)):
        assert [event.when for event in listed] == ["1649", "1951"]
        assert len({event.what for event in listed}) == 2
    for named in (people(shown, True), people(hidden, True)):
        assert [one.name for one in named] == ["Bo"]
    texts = [plain(event.what) for event in chronology(hidden, True)]
    assert texts == [f"Then {GAP} came in 1649.", f"In 1951 {GAP} began."]
