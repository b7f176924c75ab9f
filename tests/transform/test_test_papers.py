"""Tests and keys: every question with its answer, versions that differ only in their order."""

import re

import pytest
from documents import case, theme
from reading import rewritten

from triptych.model.document import Document, KeyPoint, Question
from triptych.model.forms import PAPERS, Edition, TestForm
from triptych.model.pages import Pages, TextItem
from triptych.model.queries import block_inlines, inlines_of, plain, walk_blocks, walk_sections
from triptych.plan.handout import plan_handout
from triptych.transform.editions import for_edition
from triptych.transform.test_papers import asked_of, key_document, places_of, test_document, versions_of

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


def words(pages: Pages) -> str:
    return " ".join(i.text for page in pages.pages for i in page.items if isinstance(i, TextItem))


def test_points_add_up_in_the_test_and_in_the_key() -> None:
    document = read(EXERCISES)
    questions = asked_of(document)
    test = plan_handout(
        for_edition(test_document(document, questions, ""), "student"), theme(), {}, PAPERS["a4"], "student"
    )
    key = plan_handout(key_document(document, {"": questions}, {}), theme(), {}, PAPERS["a4"])
    assert "/ 6.5" in words(test)
    assert "Points: 6.5" in words(key)
    for hidden in ("1957", "stands in no text"):
        assert hidden not in words(test)
        assert hidden in words(key)


def test_the_key_names_the_place_that_answers() -> None:
    document = read(EXERCISES)
    places = places_of(document, asked_of(document), {"rome": 1, "exercises": 2}, "Handout")
    said = {line: plain(text) for line, text in places.items()}
    assert list(said.values()) == ["→ Rome · Handout 1"] * 2  # by its answer, and by what it names
    assert [q.number for q in asked_of(document) if q.line in said] == [1, 4]


@pytest.mark.parametrize("count", [2, 4])
def test_versions_have_the_same_questions_in_orders_of_their_own(count: int) -> None:
    questions = asked_of(read(EXERCISES))
    versions = versions_of(questions, TestForm(count, 7))
    assert versions == versions_of(questions, TestForm(count, 7))
    assert list(versions) == list("ABCD"[:count])
    for asked in versions.values():
        assert {q.line for q in asked} == {q.line for q in questions}
        assert [q.number for q in asked] == [1, 2, 3, 4]
    assert len({tuple(q.line for q in asked) for asked in versions.values()}) > 1


def test_a_text_without_questions_is_asked_in_its_own_words() -> None:
    document = case("notes").document
    questions = asked_of(document)
    said = {
        word for s in walk_sections(document.sections) for i in inlines_of(s) for word in re.findall(r"\w+", plain(i))
    }
    said |= set(re.findall(r"\w+", document.meta.title))
    (asked,) = versions_of(questions, TestForm()).values()
    for made in (test_document(document, asked, ""), key_document(document, {"": asked}, {})):
        edition: Edition = "student" if made.sections[0].id == "questions" else ""
        pages = plan_handout(for_edition(made, edition), theme(), {}, PAPERS["a4"], edition)
        shown = [i.text for p in pages.pages for i in p.items if isinstance(i, TextItem) and i.tag is not None]
        assert {w for text in shown for w in re.findall(r"\w+", text) if not w.isdigit()} <= said
    key = [b for b in key_document(document, {"": asked}, {}).sections[0].blocks if isinstance(b, KeyPoint)]
    assert len(key) == len(questions) >= 4


def test_phrases_are_gaps_in_the_test() -> None:
    document = read("# A\n\nThe ==High Authority== had nine members. It sat in ==Luxembourg==.\n")
    questions = asked_of(document)
    assert [isinstance(q, Question) for q in questions] == [True, True]
    test = plan_handout(
        for_edition(test_document(document, questions, ""), "student"), theme(), {}, PAPERS["a4"], "student"
    )
    assert "Luxembourg" not in words(test)
    assert "had nine members" in words(test)
    answers = [
        plain(i)
        for b in walk_blocks(key_document(document, {"": questions}, {}).sections[0].blocks)
        for i in block_inlines(b)
    ]
    assert "Luxembourg" in answers
