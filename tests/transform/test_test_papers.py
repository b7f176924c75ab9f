"""Tests and keys: every question with its marks and its answer, versions that differ and are worth the same."""

import pytest
from documents import theme
from reading import rewritten

from triptych.model.document import Document, KeyPoint
from triptych.model.forms import PAPERS, HandoutForm, TestForm
from triptych.model.pages import Pages, RuleItem, TextItem
from triptych.model.queries import block_inlines, plain, walk_blocks
from triptych.plan.handout import plan_handout
from triptych.transform.editions import for_edition
from triptych.transform.exam import Asked, versions_of
from triptych.transform.test_papers import key_document, test_document

EXAM = HandoutForm(exam=True)
EXERCISES = """# Rome

The treaties of Rome were signed in 1957. They founded the ==Economic Community==.

# Exercises

::: question {points=2}
When were the treaties of Rome signed?
answer: 1957
:::

::: question {points=1.5}
Which are cities?

- [x] Rome
- [x] Paris
- [ ] Italy
:::

::: question {points=3}
Match.

- a -> 1
- b -> 2
- c -> 3
:::

::: question {see=rome}
Why?
answer: For a reason that stands in no text.
:::
"""


def read(text: str) -> Document:
    return rewritten(text)


def of(document: Document, form: TestForm | None = None) -> dict[str, tuple[Asked, ...]]:
    return versions_of(document, form or TestForm())


def paper(document: Document, form: TestForm | None = None) -> Pages:
    """The pages of a test in its first version."""
    form = form or TestForm()
    questions = next(iter(of(document, form).values()))
    test = for_edition(test_document(document, questions, "", form), "student")
    return plan_handout(test, theme(), {}, PAPERS["a4"], "student", EXAM)


def key(document: Document) -> Pages:
    return plan_handout(key_document(document, of(document), lambda one: ()), theme(), {}, PAPERS["a4"], "", EXAM)


def words(pages: Pages) -> str:
    return " ".join(i.text for page in pages.pages for i in page.items if isinstance(i, TextItem))


def test_points_add_up_in_the_test_and_in_the_key() -> None:
    document = read(EXERCISES)
    assert "/\u00a06.5" in words(paper(document))
    assert "Points: 6.5" in words(key(document))
    for hidden in ("1957", "stands in no text"):
        assert hidden not in words(paper(document))
        assert hidden in words(key(document))


def test_a_test_has_a_head_and_marks_for_each_question() -> None:
    said = words(paper(read(EXERCISES)))
    for label in ("Name:", "Class:", "Date:", "Points:"):
        assert label in said
    assert [mark for mark in ("/ 2", "/ 1.5", "/ 3") if mark in said] == ["/ 2", "/ 1.5", "/ 3"]
    assert "Grade" not in said


def test_grades_ask_for_a_table_of_the_marks() -> None:
    said = words(paper(read(EXERCISES), TestForm(grades=True)))
    assert "Grade:" in said
    assert "Σ" in said


def test_questions_without_any_points_are_worth_what_there_is_to_do() -> None:
    document = read("# A\n\n::: question\nMatch.\n\n- a -> 1\n- b -> 2\n:::\n\n::: question\nWhy?\nanswer: So.\n:::\n")
    assert [one.question.points for one in of(document)[""]] == [2.0, 2.0]


def test_the_key_knows_the_place_that_answers() -> None:
    document = read(EXERCISES)
    places = {one.question.number: [place.section for place in one.places] for one in of(document)[""]}
    assert places[1] == ["rome"]  # by its answer
    assert places[4] == ["rome"]  # by what it names


@pytest.mark.parametrize("count", [2, 4])
@pytest.mark.parametrize("name", ["own", "text"])
def test_versions_are_worth_the_same_in_orders_of_their_own(count: int, name: str) -> None:
    document = read(EXERCISES if name == "own" else HISTORY)
    versions = of(document, TestForm(count, 7))
    assert versions == of(document, TestForm(count, 7))
    assert list(versions) == list("ABCD"[:count])
    for asked in versions.values():
        assert [one.question.number for one in asked] == list(range(1, len(asked) + 1))
        first = versions["A"]
        assert sorted(one.question.line for one in asked) == sorted(one.question.line for one in first)
        assert sum(one.question.points for one in asked) == sum(one.question.points for one in first)
    assert len({tuple(one.question.inlines for one in asked) for asked in versions.values()}) > 1


HISTORY = """# Coal and steel

Robert Schuman presented the plan for the **High Authority** in Paris in 1950. The **High Authority** is the body that
watched over coal and steel. Jean Monnet became its first president in Luxembourg in 1952.

# Rome

The treaties of Rome were signed by Konrad Adenauer in 1957. The **Commission** is the body that proposes laws in
Brussels. Walter Hallstein led it until 1967, when the Merger Treaty joined the bodies.
"""


def test_other_versions_have_other_gaps() -> None:
    versions = of(read(HISTORY), TestForm(3, gaps=True))
    shown = {frozenset(plain(one.question.inlines) for one in asked) for asked in versions.values()}
    gaps = {tuple(sorted(str(one.question.inlines) for one in asked)) for asked in versions.values()}
    assert len(shown) == 1  # the same sentences
    assert len(gaps) > 1


def test_a_form_says_how_many_and_which_kinds() -> None:
    document = read(HISTORY)
    assert len(of(document, TestForm(questions=3))[""]) == 3
    kinds = {type(one.question.answer).__name__ for one in of(document, TestForm(choices=True))[""]}
    assert kinds == {"Choice"}
    own = of(read(EXERCISES + "\n" + HISTORY), TestForm(questions=6))[""]
    assert [one.made for one in own] == [False] * 4 + [True] * 2


def test_phrases_are_gaps_in_the_test() -> None:
    document = read("# A\n\nThe ==High Authority== had nine members. It sat in ==Luxembourg==.\n")
    assert "Luxembourg" not in words(paper(document))
    assert "had nine members" in words(paper(document))
    answers = [
        plain(i)
        for b in walk_blocks(key_document(document, of(document), lambda one: ()).sections[0].blocks)
        for i in block_inlines(b)
    ]
    assert any("Luxembourg" in answer for answer in answers)


def test_a_key_has_as_many_points_as_its_test_has_questions() -> None:
    document = read(HISTORY)
    blocks = key_document(document, of(document), lambda one: ()).sections[0].blocks
    assert len([block for block in blocks if isinstance(block, KeyPoint)]) == len(of(document)[""]) > 4


# --- how it is set -----------------------------------------------------------------------------------


def test_short_options_stand_side_by_side_and_long_ones_below_each_other() -> None:
    short = paper(read("# A\n\n::: question\nWhich?\n\n- [x] one\n- [ ] two\n- [ ] six\n- [ ] ten\n:::\n"))
    texts = [
        i for page in short.pages for i in page.items if isinstance(i, TextItem) and i.text in ("one", "two", "ten")
    ]
    assert len({round(item.y) for item in texts}) == 1
    long = "word " * 30
    tall = paper(read(f"# A\n\n::: question\nWhich?\n\n- [x] one {long}\n- [ ] two {long}\n:::\n"))
    firsts = [i for page in tall.pages for i in page.items if isinstance(i, TextItem) and i.text[:3] in ("one", "two")]
    assert len({round(item.y) for item in firsts}) == 2


def test_there_are_lines_for_as_long_an_answer() -> None:
    def lines(answer: str) -> int:
        pages = paper(read(f"# A\n\n::: question {{points=1}}\nWhy?\nanswer: {answer}\n:::\n"))
        rules = [i for page in pages.pages for i in page.items if isinstance(i, RuleItem)]
        return sum(1 for rule in rules if rule.x2 - rule.x1 > 300)

    assert lines("So.") == 2
    assert lines("A word or two. " * 40) > 6


@pytest.mark.parametrize("count", [6, 9, 14])
def test_no_question_is_torn(count: int) -> None:
    asked = "".join(
        f"::: question\nQuestion number{n} asks why?\nanswer: {'Because of it. ' * 14}\n:::\n\n" for n in range(count)
    )
    pages = paper(read(f"# A\n\n{asked}"))
    for page in pages.pages:
        numbers = [i for i in page.items if isinstance(i, TextItem) and "number" in i.text]
        long = [i for i in page.items if isinstance(i, RuleItem) and i.x2 - i.x1 > 300]
        assert len(long) % len(numbers) == 0
        assert min(rule.y1 for rule in long) > min(item.y for item in numbers)
