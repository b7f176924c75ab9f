"""Editions: students find nothing of what is hidden, and both editions have the same pages."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import reading
from documents import theme
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_pdf import text

import triptych
from triptych.build import EDITIONS, Options, Source, build
from triptych.check.editions import readable_elsewhere
from triptych.model.document import Choice, Document, ListBlock, Matching, Question
from triptych.model.forms import PAPERS, Edition
from triptych.model.gaps import hidden_phrases
from triptych.model.list_marks import mark_of
from triptych.model.pages import BoxItem, Pages, PathItem, TextItem
from triptych.model.queries import plain, walk_blocks
from triptych.model.questions import answered, offered
from triptych.model.theme import Face
from triptych.plan.handout import plan_handout
from triptych.text.shape import plain_width
from triptych.transform.editions import for_edition, for_students, with_blanks
from triptych.transform.questions import drawn, shuffled

SECRETS = """---
title: The ==zqcell== of it
---

# What does ==zqheading== mean? {#zqheading-id}

See [above](#zqheading-id). A sentence has a ==zqphrase with several words== and goes on for a while, so that lines are
broken somewhere.[^1] And $x$ with ==$zqformula$== in it.

[^1]: A footnote with ==zqfootnote== in it.

::: notes
Say zqnote aloud.

| zqnotecell | b |
|---|---|
| c | d |
:::

1. **The ==zqlabel==**: It is so, with [a date: 1957]{.date about="zqphrase with several words"}.
2. **Other**: It is not. ![zqfootnote to be seen](zqpicture.png)

| ==zqcell== | Number |
|------------|-------:|
| ==zqname== | 3      |
| Other      | 4      |
{.chart}

::: question {points=2 lines=5}
Why?
answer: Because of zqanswer, and a footnote.[^2]
explanation: For zqreason.
:::

[^2]: Only with zqanswerfoot.

::: question {points=1}
Which?

- [ ] A
- [x] B

explanation: It is zqwhy.
:::

::: question
How many?
answer: 987654 ± 321
:::

::: question
It is ==zqgap== that is meant.
:::

# Another section

More text without anything hidden.
"""


def read(source: str) -> Document:
    return reading.rewritten(source)


def strings(node: object, depth: int = 0) -> Iterator[str]:
    """Every string and name in an object of a PDF file."""
    if isinstance(node, pikepdf.String):
        yield str(node)
        yield bytes(node).decode("latin-1")
    elif isinstance(node, pikepdf.Dictionary | pikepdf.Stream) and depth < 6:
        for key, value in node.items():
            yield key
            yield from strings(value, depth + 1)
    elif isinstance(node, pikepdf.Array) and depth < 6:
        for value in node:
            yield from strings(value, depth + 1)


def pdf_says(path: Path) -> str:
    with pikepdf.open(path) as pdf:
        said = [string for node in pdf.objects for string in strings(node)]
        said += [node.read_bytes().decode("latin-1") for node in pdf.objects if isinstance(node, pikepdf.Stream)]
        return " ".join((*said, *(text(page) for page in pdf.pages)))


def deck_says(package: BytesIO) -> str:
    """Every part of a deck, those of the workbooks in it among them."""
    with zipfile.ZipFile(package) as parts:
        read = [(name, parts.read(name)) for name in parts.namelist()]
    inner = [deck_says(BytesIO(data)) for name, data in read if name.endswith(".xlsx")]
    return " ".join((*(f"{name} {data.decode('utf-8', 'replace')}" for name, data in read), *inner))


def test_nothing_that_is_hidden_is_in_any_file_of_a_student(tmp_path: Path) -> None:
    path = tmp_path / "guide.md"
    path.write_text(SECRETS, encoding="utf-8")
    result = build(Source(path, "guide.md", "guide"), tmp_path / "out", Options(editions=EDITIONS))
    assert len(result.files) == 6
    for file in result.files:
        said = deck_says(BytesIO(file.read_bytes())) if file.suffix == ".pptx" else pdf_says(file)
        if "student" in file.name:
            assert "zq" not in said.replace("zqpicture", ""), file.name
            assert "987654" not in said
            assert "321" not in said.split() or file.suffix == ".pptx"
        elif "sheet" not in file.name:
            assert "zqphrase" in said
            assert "zqanswer" in said
            assert "zqnote" in said


def lines_of(pages: Pages) -> list[tuple[int, float]]:
    return [
        (n, round(place.y, 2)) for n, page in enumerate(pages.pages) for place in pages.destinations if place.page == n
    ]


WORDS = st.text("abcdefghij", min_size=1, max_size=12)
PHRASES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@st.composite
def exercises(draw: st.DrawFn) -> str:
    """A document of paragraphs with key phrases, notes and questions, some of them long."""
    parts = ["# Begin\n"]
    for number in range(draw(st.integers(1, 6))):
        words = draw(st.lists(PHRASES, min_size=1, max_size=12))
        parts.append(" ".join(f"=={w}==" if k % 3 == 1 else w for k, w in enumerate(words)) + ".\n")
        kind = draw(st.sampled_from(["notes", "open", "choice", "gap", "heading", "point"]))
        said = " ".join(draw(st.lists(PHRASES, min_size=1, max_size=30)))
        parts.append(
            {
                "notes": f"::: notes\n{said}\n\n- {said}\n:::\n",
                "open": f"::: question {{lines={draw(st.integers(0, 30))}}}\nWhy?\nanswer: {said}\n:::\n",
                "choice": f"::: question\nWhich?\n\n- [ ] {said}\n- [x] b\n\nexplanation: {said}\n:::\n",
                "gap": f"::: question\nIt is =={said}== here.\n:::\n",
                "heading": f"# A =={said[:80]}== heading\n\nText.\n",
                "point": f"1. **Label {number}**: =={said}== and {said}.\n",
            }[kind]
        )
    return "\n".join(parts)


@settings(max_examples=25, derandomize=True)
@given(exercises())
def test_both_editions_have_the_same_page_breaks(source: str) -> None:
    document = read(source)
    student, instructor = (
        plan_handout(for_edition(document, edition), theme(), {}, PAPERS["a4"], edition) for edition in EDITIONS
    )
    assert len(student.pages) == len(instructor.pages)
    assert lines_of(student) == lines_of(instructor)
    for ours, theirs in zip(student.pages, instructor.pages, strict=True):
        rows = [{round(i.y, 1) for i in page.items if isinstance(i, TextItem)} for page in (ours, theirs)]
        assert rows[0] <= rows[1]  # what is readable in both stands where it stood


def test_a_phrase_that_can_be_read_elsewhere_is_told() -> None:
    document = read(
        "# A\n\nThe ==High Authority== was new.\n\nNo high authority before.\n\n::: notes\nHigh Authority\n:::\n"
    )
    (told,) = readable_elsewhere(document, for_students(document))
    assert (told.severity, told.line) == ("note", 5)
    assert hidden_phrases(document) == ("High Authority",)


WIDE = "A ==short== one and ==a longer phrase of several words== stand in a text that goes on for a while, in ==1953==."


def pages(source: str, edition: Edition) -> Pages:
    return plan_handout(for_edition(read(source), edition), theme(), {}, PAPERS["a4"], edition)


def test_a_blank_is_wide_enough_for_a_hand() -> None:
    style = theme().on_paper.scale.text
    for hidden in ("short", "a longer phrase", "1953"):
        source = f"# A\n\nSo it is =={hidden}== there.\n"
        rules = [i for page in pages(source, "student").pages for i in page.items if isinstance(i, PathItem)]
        wide = sum(max(x for x, _ in rule.points) - min(x for x, _ in rule.points) for rule in rules)
        assert wide >= max(25 * 72 / 25.4, 1.6 * plain_width(hidden, Face(theme().text_family)) * style) - 0.5


def test_lines_with_blanks_have_room_for_a_hand() -> None:
    source = f"# A\n\n{WIDE} {WIDE} {WIDE}\n"
    student, instructor = pages(source, "student"), pages(source, "instructor")
    blanks = sorted({i.points[0][1] for page in student.pages for i in page.items if isinstance(i, PathItem)})
    lines = sorted({i.y for page in student.pages for i in page.items if isinstance(i, TextItem)})
    for blank in blanks:
        above = [y for y in lines if y < blank - 4]
        assert blank - max(above) >= 19.5
    assert len(blanks) >= 3
    assert len(student.pages) == len(instructor.pages)


def test_an_edition_for_all_has_no_room_for_a_hand() -> None:
    def last(edition: Edition) -> float:
        (page,) = pages(f"# A\n\n{WIDE}\n", edition).pages
        return max(y for i in page.items if isinstance(i, TextItem | PathItem) and (y := _top(i)) < 700)

    assert last("") < last("instructor")


def _top(item: TextItem | PathItem) -> float:
    return item.y if isinstance(item, TextItem) else item.points[0][1]


def test_an_edition_that_hides_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tea\n\nTea is drunk in Ceylon since 1867.\n", encoding="utf-8")
    source = Source(tmp_path / "a.txt", "a.txt", "a")

    def told(words: str) -> list[str]:
        forms = (("blanks", words),) if words else ()
        made = build(source, tmp_path, Options(only=("handout",), editions=("student",), forms=forms, force=True))
        return [problem.hint for problem in made.problems if "hides nothing" in problem.message]

    (hint,) = told("")
    assert "--blanks" in hint
    assert told("dates") == []


def test_a_blank_says_nothing_where_only_characters_can_stand() -> None:
    document = with_blanks(read("# The ==Great== War\n\nText.\n"))
    assert plain(document.sections[0].title) == "The [__] War"
    assert "great" not in document.sections[0].id


@given(st.integers(0, 30), st.text())
def test_an_order_that_is_drawn_has_each_once_and_is_always_the_same(count: int, seed: str) -> None:
    order = drawn(count, seed)
    assert sorted(order) == list(range(count))
    assert order == drawn(count, seed)
    assert count < 2 or order != tuple(range(count))


def asked(text: str) -> Question:
    document = read(f"# A\n\nText.\n\n::: question\n{text}\n:::\n")
    return next(b for b in walk_blocks(document.sections[0].blocks) if isinstance(b, Question))


@pytest.mark.parametrize("seed", ["1", "A", "B"])
def test_the_letters_of_an_answer_name_what_was_asked(seed: str) -> None:
    question = shuffled(asked("Match.\n\n- a -> 1\n- b -> 2\n- c -> 3\n- d -> 4"), seed)
    assert isinstance(question.answer, Matching)
    (columns,) = offered(question)
    (listed,) = columns.columns[1]  # type: ignore[union-attr]
    assert isinstance(listed, ListBlock)
    rows = [plain(item.blocks[0].inlines) for item in listed.items]  # type: ignore[union-attr]
    right = {mark_of(listed, index).rstrip("."): row for index, row in enumerate(rows)}
    (said,) = answered(question)
    pairs = dict(pair.split(" – ") for pair in plain(said.inlines).split(" · "))  # type: ignore[union-attr]
    assert {number: right[letter] for number, letter in pairs.items()} == {"1": "1", "2": "2", "3": "3", "4": "4"}


def test_what_is_chosen_is_marked_only_where_it_is_solved() -> None:
    question = asked("Which?\n\n- [ ] a\n- [x] b")
    assert isinstance(question.answer, Choice)
    for solved, expected in ((True, [False, True]), (False, [False, False])):
        (listed,) = offered(question, solved=solved)
        assert [item.done for item in listed.items] == expected  # type: ignore[union-attr]


def test_python_builds_what_the_command_does(tmp_path: Path) -> None:
    path = tmp_path / "guide.md"
    path.write_text("# Why?\n\n1. **One**: A ==thing==.\n2. **Two**: Another.\n", encoding="utf-8")
    asked = {"handout": "cornell", "cheat-sheet": "a5 portrait"}
    result = triptych.build(
        path, tmp_path, only=("handout", "cheat-sheet"), also=(), editions=("student",), forms=asked
    )
    assert {file.name for file in result.files} == {"guide-handout-student.pdf", "guide-cheat-sheet-student.pdf"}
    with pytest.raises(ValueError, match="sideways is not known"):
        triptych.build(path, tmp_path, forms={"handout": "sideways"})


def test_words_that_a_layout_has_no_place_for_are_told(tmp_path: Path) -> None:
    path = tmp_path / "guide.md"
    path.write_text("# Why?\n\nBecause.\n", encoding="utf-8")
    forms = {"handout": "slides-3 corrections wide-margins"}
    result = triptych.build(path, tmp_path, only=("handout",), forms=forms)
    said = [problem.message for problem in result.problems]
    assert said == ["handout: corrections does nothing", "handout: wide-margins does nothing"]


def test_a_footnote_that_only_notes_call_has_its_place_in_both_files() -> None:
    source = "# A\n\nText.[^1]\n\n::: notes\nMore.[^2]\n:::\n\n[^1]: Seen.\n\n[^2]: Zqunseen ==zqterm==.\n"
    document = reading.rewritten(source)
    student, instructor = (
        plan_handout(for_edition(document, edition), theme(), {}, PAPERS["a4"], edition) for edition in EDITIONS
    )
    assert {one.name for one in student.destinations} == {one.name for one in instructor.destinations}
    assert lines_of(student) == lines_of(instructor)
    assert not any("zq" in i.text.lower() for page in student.pages for i in page.items if isinstance(i, TextItem))


def test_the_colour_of_a_key_phrase_covers_nothing_before_it() -> None:
    document = reading.rewritten('# A\n\nIt is "==peace==" now.\n')
    pages = plan_handout(document, theme(), {}, PAPERS["a4"], "instructor")
    (page,) = pages.pages
    (phrase,) = (item for item in page.items if isinstance(item, TextItem) and item.text.startswith("peace"))
    before = [i for i in page.items if isinstance(i, TextItem) and i.y == phrase.y and i.x < phrase.x]
    boxes = [i for i in page.items if isinstance(i, BoxItem) and i.fill == theme().on_paper.palette.mark]
    assert boxes
    assert before
    assert all(box.rect.x >= phrase.x - 0.01 for box in boxes)
