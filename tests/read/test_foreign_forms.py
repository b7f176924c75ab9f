"""Forms that other programs and people write into Markdown: changes, footnotes, questions, colours, boxes of tasks."""

import pytest
from reading import blocks, complaints, items, markdown, outline

from triptych.model.document import FootnoteCall, ListBlock, Mark, Paragraph, Question, Text
from triptych.model.queries import plain
from triptych.model.walk import walk

HEAD = "# H\n\n"


def texts(text: str) -> str:
    return "".join(node.text for node in walk(markdown(HEAD + text)) if isinstance(node, Text))[1:]


@pytest.mark.parametrize(
    ("text", "shown", "told"),
    [
        ("A {++new++} word", "A new word", ["3: note: a change is taken as accepted: {++new++}"]),
        ("A word{-- gone--} here", "A word here", ["3: note: a change is taken as accepted: {-- gone--}"]),
        ("A {~~old~>new~~} word", "A new word", ["3: note: a change is taken as accepted: {~~old~>new~~}"]),
        ("A {==word==}{>>check it<<} here", "A word here", ["3: note: a remark is left out: check it"]),
        ("A set {--} and {++}, {--} or {++}", "A set {--} and {++}, {--} or {++}", []),
    ],
)
def test_changes_of_reviewers_are_accepted_and_told(text: str, shown: str, told: list[str]) -> None:
    assert texts(text) == shown
    assert complaints(HEAD + text) == told


def test_what_a_reviewer_marks_is_marked_and_code_is_code() -> None:
    assert [plain((node,)) for node in walk(markdown("A {==word==}\n")) if isinstance(node, Mark)] == ["word"]
    assert plain(blocks(markdown(HEAD + "Take `{++i++}` here\n"))[0].inlines) == "Take {++i++} here"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("Alpha [fn:1] decays.\n\n[fn:1] Helium.\n", ["Helium."]),
        ("Alpha[fn:: Helium.] decays [fn:a:Named.].\n", ["Helium.", "Named."]),
        ("Alpha [1]_ and [#b]_ decay.\n\n.. [1] Helium.\n.. [#b] Beta.\n", ["Helium.", "Beta."]),
    ],
)
def test_footnotes_of_other_languages_are_footnotes(text: str, notes: list[str]) -> None:
    document = markdown(HEAD + text)
    assert [plain(note.blocks[0].inlines) for note in document.footnotes] == notes  # type: ignore[union-attr]
    assert sum(isinstance(node, FootnoteCall) for node in walk(document)) == len(notes)
    assert "[" not in texts(text)


def test_what_nothing_defines_as_a_footnote_stays() -> None:
    assert texts("The array a[1]_b and `[fn:1]`, [fn:2]. .. [3]\n") == "The array a[1]_b and , [fn:2]. .. [3]"


def pairs(text: str) -> list[tuple[str, str]]:
    return [(type(one).__name__, plain(one.inlines)) for one in blocks(markdown(HEAD + text))]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "Q: What is it?\nA: A test.\n",
        "Q: What is\nit?\nA: A\ntest.\n",
        "**Q:** What is it?\n**A:** A test.\n",
        "**Q: What is it?**\nA: A test.\n",
        "Q: What is it?\n\nA: A test.\n",
        "Question 1: What is it?\nAnswer: A test.\n",
        "Front: What is it?\nBack: A test.\n",
    ],
)
def test_a_question_and_its_answer_are_these(text: str) -> None:
    assert pairs(text) == [("Question", "What is it?"), ("Paragraph", "A test.")]


def test_several_of_them_may_stand_in_one_paragraph() -> None:
    found = pairs("Q: One?\nA: 1\nQ: Two?\nA: 2\n")
    assert found == [("Question", "One?"), ("Paragraph", "1"), ("Question", "Two?"), ("Paragraph", "2")]


@pytest.mark.parametrize(
    "text",
    ["Q: Never answered?\n\nMore.\n", "A: First.\nB: Second.\n", "Note: so\nA: B\n", "Q: One?\nQ: Two?\nA: 2\n"],
)
def test_what_is_not_answered_in_turn_stays(text: str) -> None:
    assert plain(blocks(markdown(HEAD + text))[0].inlines).startswith(text[:4])  # type: ignore[union-attr]


def test_it_is_so_in_the_language_of_the_text() -> None:
    text = "---\nlang: de\n---\n\n# H\n\nFrage: Was ist das?\nAntwort: Ein Versuch.\n"
    assert [type(one) for one in blocks(markdown(text))] == [Question, Paragraph]


@pytest.mark.parametrize("text", ["##FF0000", "##00ff00cc", "##808080", "##rain ##snow"])
def test_colours_and_tags_are_no_headings(text: str) -> None:
    assert outline(markdown(f"# A\n\n{text}\n\nText.\n")) == ["1 A"]


@pytest.mark.parametrize("text", ["##Facade", "##Decade", "##2023", "##Rain"])
def test_words_and_years_are(text: str) -> None:
    assert len(outline(markdown(f"# A\n\nText.\n\n{text}\n\nText.\n"))) == 2


def test_boxes_of_tasks_as_people_type_them() -> None:
    (block,) = blocks(markdown("# A\n\n- [] Read\n- [✓] draw\n- [] is a list\n- [v] letter\n"))
    assert isinstance(block, ListBlock)
    assert [item.done for item in block.items] == [False, True, None, None]
    assert items(block) == ["Read", "draw", "[] is a list", "[v] letter"]
