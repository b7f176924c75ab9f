"""Questions with their answers, as authors write them."""

import pytest

from triptych.model.document import (
    Answer,
    Choice,
    Document,
    Gaps,
    Matching,
    Named,
    Number,
    Open,
    Ordering,
    Paragraph,
    Question,
    Text,
    Truth,
)
from triptych.model.queries import block_inlines, plain, walk_blocks
from triptych.problem import Problem
from triptych.read.markdown.document import read_markdown


def read(text: str) -> tuple[Document, tuple[Problem, ...]]:
    return read_markdown(text, "test.md")


def question(inside: str, braces: str = "") -> Question:
    document, problems = read(f"# Treaties\n\nThe text.\n\n::: question{braces}\n{inside}\n:::\n")
    assert not problems
    return next(b for b in walk_blocks(document.sections[0].blocks) if isinstance(b, Question))


def questions(text: str) -> list[Question]:
    sections = read(text)[0].sections
    return [b for section in sections for b in walk_blocks(section.blocks) if isinstance(b, Question)]


def answer(inside: str, braces: str = "") -> Answer | None:
    return question(inside, braces).answer


def test_a_task_list_is_a_choice() -> None:
    found = question("Which one?\n\n- [ ] Paris\n- [x] Rome\n- [ ] Lisbon", " {points=2}")
    assert isinstance(found.answer, Choice)
    assert [(plain(o.inlines), o.right) for o in found.answer.options] == [
        ("Paris", False),
        ("Rome", True),
        ("Lisbon", False),
    ]
    assert (found.points, found.number, found.blocks) == (2.0, 1, ())


def test_a_number_chooses_from_a_numbered_list() -> None:
    found = answer("Which one?\n\n1. Paris\n2. Rome\n\nanswer: 2")
    assert isinstance(found, Choice)
    assert [option.right for option in found.options] == [False, True]


def test_what_stands_below_an_option_is_of_it() -> None:
    found = answer("Which one?\n\n- [ ] A\n  ```python\n  x = 1\n  ```\n- [x] B\n\n  > said\n- [ ] C")
    assert isinstance(found, Choice)
    assert [(plain(o.inlines), o.right, [type(b).__name__ for b in o.blocks]) for o in found.options] == [
        ("A", False, ["Code"]),
        ("B", True, ["Quote"]),
        ("C", False, []),
    ]


def test_an_option_may_be_a_block_without_words() -> None:
    found = answer("Which one?\n\n- [ ]\n  ```python\n  x = 1\n  ```\n- [x] B")
    assert isinstance(found, Choice)
    assert next((o.inlines, o.right, len(o.blocks)) for o in found.options) == ((), False, 1)


@pytest.mark.parametrize("said", ["$2x + 1$", r"$\frac{1}{2}x$", "5 × 10^3^ m", "3 H~2~O", "42 `int`"])
def test_an_answer_that_begins_with_a_digit_and_is_more_than_characters_keeps_what_it_is(said: str) -> None:
    found = answer(f"What?\nanswer: {said}")
    assert isinstance(found, Open)
    (block,) = found.blocks
    assert isinstance(block, Paragraph)
    assert any(not isinstance(inline, Text) for inline in block.inlines)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("true", Truth(True)),
        ("False.", Truth(False)),
        ("richtig", Truth(True)),
        ("9.81 m/s²", Number("9.81 m/s²")),
        ("9.81 ± 0.01 m/s²", Number("9.81 m/s²", "0.01")),
        ("1957", Number("1957")),
        ("−40 °C", Number("−40 °C")),
    ],
)
def test_an_answer_is_read_for_what_it_is(said: str, expected: Answer) -> None:
    assert answer(f"So?\nanswer: {said}") == expected
    assert answer(f"Is 2 + 2 = 4\n\n**Answer:** {said}") == expected


@pytest.mark.parametrize(
    ("lang", "said", "expected"),
    [("de", "Ja.", True), ("fr", "non", False), ("ja", "はい", True), ("zh-TW", "錯誤", False), ("de", "yes", True)],
)
def test_yes_and_no_are_true_and_false_in_the_language_of_the_text(lang: str, said: str, expected: bool) -> None:
    text = f"---\nlang: {lang}\n---\n\n# T\n\n::: question\nSo?\n\nanswer: {said}\n:::\n"
    (found,) = read_markdown(text, "a.md")[0].sections[0].blocks
    assert isinstance(found, Question)
    assert found.answer == Truth(expected)


def test_other_answers_are_words_of_any_length() -> None:
    found = question(
        "Why?\n\nanswer: Because.\n\n- one\n- two\n\nexplanation: It is so.\nlines: 6\nsee: #why\npoints: 1.5"
    )
    assert isinstance(found.answer, Open)
    assert len(found.answer.blocks) == 2
    assert [plain(b.inlines) for b in found.why if isinstance(b, Paragraph)] == ["It is so."]
    assert (found.space, found.see, found.points) == (6, "why", 1.5)
    assert isinstance(answer("When?\nanswer: 1950 was the year"), Open)


def test_pairs_and_orders() -> None:
    found = answer("Match.\n\n- Rome -> 1957\n- Maastricht → 1992")
    assert isinstance(found, Matching)
    assert [(plain(p.left), plain(p.right)) for p in found.pairs] == [("Rome", "1957"), ("Maastricht", "1992")]
    table = answer("Match.\n\n| Treaty | Year |\n|--|--|\n| Rome | 1957 |\n| Nice | 2001 |", " {.matching}")
    assert isinstance(table, Matching)
    assert len(table.pairs) == 2
    order = answer("Put in order.\n\n1. Paris\n2. Rome", " {.ordering}")
    assert isinstance(order, Ordering)


def test_key_phrases_of_a_question_are_gaps() -> None:
    assert answer("The treaty was signed in ==Rome== in 1957.") == Gaps()


def test_what_looks_like_a_key_elsewhere_is_text() -> None:
    document, _ = read("# A\n\nSee here\nanswer: not a question\n\n- points: two\n")
    assert not [b for b in walk_blocks(document.sections[0].blocks) if isinstance(b, Question)]
    assert "answer: not a question" in plain(document.sections[0].blocks[0].inlines)  # type: ignore[union-attr]


def test_a_question_without_an_answer_is_told_with_its_line() -> None:
    for text in ("# A\n\nText.\n\n::: question\nWhy?\n:::\n", "# A\n\n::: question {points=2}\nWhy?\n:::\n\nText.\n"):
        _, problems = read(text)
        line = text[: text.index(":::")].count("\n") + 1
        assert [(p.severity, p.message, p.line) for p in problems] == [
            ("warning", "a question without an answer", line)
        ]
    _, problems = read("# A\n\n::: question\nWhich?\n\n- [ ] a\n- [ ] b\n:::\n")
    assert "marked as right" in problems[0].message


def test_a_question_that_the_text_answers_is_none_of_the_test() -> None:
    document, problems = read("# A\n\n::: question\nWhy?\n:::\n\nBecause.\n\nWho was it?\n\nHe.\n")
    assert not problems
    asked = [b for b in document.sections[0].blocks if isinstance(b, Question)]
    assert [(q.answer, q.number) for q in asked] == [(None, 0), (None, 0)]


def test_questions_are_counted_through_the_document() -> None:
    one = "::: question\nIs it?\n\nanswer: true\n:::\n\n"
    document, _ = read(f"# A\n\n{one}# B\n\n{one}{one}")
    numbers = [b.number for s in document.sections for b in s.blocks if isinstance(b, Question)]
    assert numbers == [1, 2, 3]


def test_dates_and_people() -> None:
    document, _ = read('# A\n\nIn [May 1950]{.date key=1950-05} [Robert Schuman]{.person about="a minister"} spoke.\n')
    (block,) = document.sections[0].blocks
    assert isinstance(block, Paragraph)
    named = [i for i in block.inlines if isinstance(i, Named)]
    assert [(n.kind, plain(n.children), n.key, n.about, n.line) for n in named] == [
        ("date", "May 1950", "1950-05", "", 3),
        ("person", "Robert Schuman", "", "a minister", 3),
    ]


def test_the_last_of_several_questions_does_not_answer_the_one_before() -> None:
    document, _ = read_markdown("# Check\n\nWhy does it stop?\n\nWhat would it need?\n", "text.md")
    assert [type(block) for block in document.sections[0].blocks] == [Question, Question]


@pytest.mark.parametrize(
    "text",
    [
        "::: question {.ordering}\nPut in order:\n\n1. one\n2. two\n:::",
        "::: question\nPut in order: {.ordering}\n\n1. one\n2. two\n:::",
        "::: question\nPut in order:\n\n1. one\n2. two\n{.ordering}\n:::",
        "::: question\nPut in order:\n\n{.ordering}\n1. one\n2. two\n:::",
    ],
)
def test_what_is_to_be_put_in_order_may_be_said_anywhere_in_a_question(text: str) -> None:
    document, _ = read_markdown(f"# A\n\n{text}\n", "a.md")
    (question,) = document.sections[0].blocks
    assert isinstance(question, Question)
    assert isinstance(question.answer, Ordering)
    assert [plain(i) for item in question.answer.items for i in block_inlines(item.blocks[0])] == ["one", "two"]


# --- divisions that answer, and answers by letters -----------------------------------------------------

LETTERED = """# A

<div data-type="exercise">
<div data-type="problem" markdown="1">
Where does the river end?

1.  in a lake
2.  in the sea
{{: type="a"}}

</div>
<div data-type="solution" markdown="1">
{}

</div>
</div>
"""


@pytest.mark.parametrize("said", ["B", "b)", "B."])
def test_the_questions_of_a_textbook_are_numbered_and_their_letters_choose(said: str) -> None:
    first, second = questions(LETTERED.format(said) * 2)
    assert (first.number, second.number) == (1, 2)
    assert isinstance(first.answer, Choice)
    assert [option.right for option in first.answer.options] == [False, True]


def test_a_letter_that_chooses_nothing_is_an_answer_in_words() -> None:
    (question,) = questions(LETTERED.format("E"))
    assert isinstance(question.answer, Open)


def test_a_division_answers_and_explains_where_ticks_answer() -> None:
    ticked = "::: question\nWhere?\n\n- [ ] lake\n- [x] sea\n\n::: answer\nAll do.\n:::\n:::\n"
    bare = "::: question\nWhere?\n\n::: answer\nIn the sea.\n:::\n:::\n"
    one, other = questions(f"# A\n\n{ticked}\n{bare}")
    assert isinstance(one.answer, Choice)
    assert one.why
    assert not one.blocks
    assert isinstance(other.answer, Open)
    assert not other.why
