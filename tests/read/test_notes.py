"""Plain notes are understood as people write them, and nothing in them is lost."""

import cProfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reading import blocks, items, kinds, notes, outline, said, words

from triptych.model.document import (
    KeyPoint,
    LineBreak,
    ListBlock,
    ListItem,
    Mark,
    Open,
    Paragraph,
    Question,
    Section,
    Strong,
    Summary,
    Text,
)
from triptych.model.queries import asks, plain, tables_of, walk_sections
from triptych.read.labels import split_label
from triptych.read.notes.document import read_notes

HISTORY = """History of Europe

How did the relationship change?

When Khrushchev replaced Stalin in 1953, there were several changes.

1.Thaw in Relations: Khrushchev introduced a policy of "peaceful coexistence". This led to a decrease.

2.Summit Meetings: Khrushchev met with Eisenhower in 1955.

3.Sino-Soviet Split: It led to a deterioration of relations.

Overall, the tensions persisted."""


def points(section: Section) -> list[tuple[int | None, str, str]]:
    found = [block for block in section.blocks if isinstance(block, KeyPoint)]
    return [(point.number, plain(point.label), plain(point.inlines)) for point in found]


def test_the_model_case() -> None:
    document = notes(HISTORY)
    (section,) = document.sections
    assert document.meta.title == "History of Europe"
    assert asks(section)
    assert plain(section.title) == "How did the relationship change?"
    assert kinds(section) == ["Paragraph", "KeyPoint", "KeyPoint", "KeyPoint", "Summary"]
    assert points(section)[1] == (2, "Summit Meetings", "Khrushchev met with Eisenhower in 1955.")
    assert [block.line for block in section.blocks if not isinstance(block, ListItem)] == [5, 7, 9, 11, 13]


def test_without_blank_lines_it_is_the_same() -> None:
    close, loose = notes(HISTORY.replace("\n\n", "\n")), notes(HISTORY)
    assert close.meta == loose.meta
    assert outline(close) == outline(loose)
    assert kinds(close.sections[0]) == kinds(loose.sections[0])


def test_several_questions_are_several_sections() -> None:
    document = notes("T\n\nWhy?\n\nA.\n\n1.X: y\n2.Z: w\n\nOverall a.\n\nHow? When?\n\nB.\n\n1.X: y\n\nIn sum, b.\n")
    assert outline(document) == ["1 Why?", "1 How? When?"]
    assert [kinds(section)[-1] for section in document.sections] == ["Summary", "Summary"]


@pytest.mark.parametrize(
    "line",
    [
        "1.Label here: the text",
        "1. Label here: the text",
        "1) Label here - the text",
        "(1) Label here: the text",
        "1. Label here – the text",
        "* **Label here**: the text",
        "* **Label here:** the text",
        "- Label here: the text",
        "• Label here — the text",
        "1. Label here：the text",
    ],
)
def test_labels_in_every_form(line: str) -> None:
    (block,) = blocks(notes(line))
    assert isinstance(block, KeyPoint)
    assert (plain(block.label), plain(block.inlines)) == ("Label here", "the text")


@pytest.mark.parametrize(
    "line",
    [
        "- https://example.org/x is an address",
        "- 10:30 is a time",
        "- It ends. Then comes more: text",
        "- 1914 - 1918",
        "- pages 10 - 40",
        "- a great many words stand here before the colon comes at last: text",
        "- nothing at all",
    ],
)
def test_what_is_no_label(line: str) -> None:
    (block,) = blocks(notes(line))
    assert items(block) == [line[2:]]


def test_numbers_are_the_authors() -> None:
    assert [number for number, *_ in points(notes("1.A: b\n2.C: d\n10.E: f\n4.G: h\n").sections[0])] == [1, 2, 10, 4]


def test_points_keep_what_belongs_to_them() -> None:
    text = (
        "1. Causes: many\n   and various ones\n\n   More about them.\n\n   - one\n   - two\n\n2. Effects:\n   a) some\n"
    )
    first, second = blocks(notes(text))
    assert isinstance(first, KeyPoint)
    assert isinstance(second, KeyPoint)
    assert plain(first.inlines) == "many and various ones"
    assert isinstance(first.blocks[0], Paragraph)
    assert items(first.blocks[1]) == ["one", "two"]
    assert items(second.blocks[0]) == ["some"]


def test_lists_nest_by_indentation_and_by_mark() -> None:
    (block,) = blocks(notes("- one\n  - below\n    - deeper\n- two\n"))
    assert items(block) == ["one", "two"]
    assert isinstance(block, ListBlock)
    assert items(block.items[0].blocks[1]) == ["below"]
    (numbered,) = blocks(notes("1. one\n- below\n2. two\n"))
    assert items(numbered) == ["one", "two"]


def test_outlines_with_roman_numerals() -> None:
    (block,) = blocks(notes("I. First\n   A. Sub\n   B. Other\nII. Second\n"))
    assert items(block) == ["First", "Second"]
    assert isinstance(blocks(notes("I. Newton wrote it.\n"))[0], Paragraph)


def test_wrapped_lines_are_joined() -> None:
    wrapped = (
        "This paragraph is wrapped by an editor at seventy columns as people do in\n"
        "plain text mail, so that one paragraph spans several lines; in the year\n"
        "1953. is no point of a list, and a well-\nknown hyphen stays.\n"
    )
    (block,) = blocks(notes(wrapped))
    assert isinstance(block, Paragraph)
    assert LineBreak() not in block.inlines
    assert "in the year 1953. is no point of a list, and a well-known hyphen" in plain(block.inlines)


def test_lines_that_were_not_wrapped_stay_lines() -> None:
    block = blocks(notes("It says:\n\n  Red\tone\n  Blue\ttwo\n"))[-1]
    assert isinstance(block, Paragraph)
    assert block.inlines.count(LineBreak()) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T\n\nCauses\n\nMany.\n\nEffects\n\nFew.\n", ["1 Causes", "1 Effects"]),
        ("T\n\nCauses\n- many\n- few\n", ["1 Causes"]),
        ("T\n\nCauses\n======\nMany.\n\nNear\n----\nFew.\n", ["1 Causes", "2 Near"]),
        ("T\n\nCAUSES OF WAR\nMany. Few.\n\nEFFECTS\nNone.\n", ["1 CAUSES OF WAR", "1 EFFECTS"]),
        ("Slide 1: Hello\nText one.\nSlide 2: World\nText two.\n", ["1 Slide 1: Hello", "1 Slide 2: World"]),
        ("T\n\nWeek 1\n\nA.\n\nWeek 2\n\nB.\n", ["1 Week 1", "1 Week 2"]),
        ("T\n\n# One\nA.\n\n## Two\nB.\n", ["1 One", "2 Two"]),
        ("Q: What is it?\nA: A thing.\n\nQ: Why?\nA: Because.\n", ["1 What is it?", "1 Why?"]),
    ],
)
def test_headings_in_every_form(text: str, expected: list[str]) -> None:
    assert outline(notes(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "T\n\nWhy?\n\n1.A: b\n\n2.C: d\n\nSummary: it is so.",
        "T\n\nWhy?\n\n1.A: b\n\n2.C: d\n\nConclusion\n\nIt is so.",
        "T\n\nWarum?\n\n1.A: b\n\n2.C: d\n\nFazit:\n\nEs ist so.",
        "T\n\nWhy?\n\n- a\n- b\n\nIn conclusion, it is so.",
        "T\n\nWhy?\n\n1.A: b\n2.C: d\n\nIt is so.",
    ],
)
def test_conclusions_are_summaries(text: str) -> None:
    (section,) = notes(text).sections
    assert isinstance(section.blocks[-1], Summary)
    assert said(notes(text))[-2:] in (["is", "so"], ["ist", "so"])


def test_a_paragraph_between_points_is_no_summary() -> None:
    (section,) = notes("T\n\nWhy?\n\n1.A: b\n\nMore follows.\n\n2.C: d\n").sections
    assert kinds(section) == ["KeyPoint", "Paragraph", "KeyPoint"]


def test_a_remark_is_no_summary() -> None:
    (section,) = notes("T\n\nWhy?\n\n1.A: b\n\nSource: a book.\n").sections
    assert kinds(section)[-1] == "Paragraph"


@pytest.mark.parametrize(
    ("path", "text", "title"),
    [
        ("a/my-lecture_notes.txt", "Some text that goes on.", "My lecture notes"),
        ("x.txt", "Why is it so?\n\nBecause.", "Why is it so?"),
        ("only.txt", "A title and nothing else", "Only"),
        ("x.txt", "THE TITLE\n=========\n\nText.", "THE TITLE"),
    ],
)
def test_there_is_always_a_title(path: str, text: str, title: str) -> None:
    from triptych.read.notes.document import read_notes

    assert read_notes(text, path)[0].meta.title == title


WORDS = st.lists(st.sampled_from(["Europe", "war", "the", "Peace", "and", "Élan", "мир", "δέ"]), min_size=1, max_size=9)
SENTENCES = WORDS.map(" ".join)
ENDS = st.sampled_from(["", ".", "?", ":", ",", "!"])
STARTS = st.sampled_from(["", "", "1.", "2. ", "- ", "  - ", "* ", "    ", "3) ", "(4) ", "# ", "\t", "• ", "    1. "])
LINES = st.one_of(
    st.builds(lambda start, text, end: f"{start}{text}{end}", STARTS, SENTENCES, ENDS),
    st.builds(lambda start, label, text: f"{start}{label}: {text}", STARTS, SENTENCES, SENTENCES),
    st.sampled_from(["", "", "", "---", "=====", "   "]),
)


def _without_title(lines: list[str], title: list[str]) -> list[str]:
    """The lines without the heading that has the words of the title; each of its lines may have the sign."""
    for start in range(len(lines)):
        stop = start
        while stop < len(lines) and lines[stop].startswith("# "):
            stop += 1
            if words(" ".join(lines[start:stop])) == title:
                return lines[:start] + lines[stop:]
    return lines


@given(st.lists(LINES, max_size=25))
@example(["Europe", "- war", "", "  Peace and", "  - the", "", "    and"])
@example(["1. war", "", "    - the", "", "  Peace"])
@example(["1.Europe: Europe Europe Europe", "war", "---"])
@example(["Europe", "Europe", "# Europe", "Europe?"])
@example(["1.Europe", "# war", "Europe?"])
@example(["1.Europe", "# war", "# war", "Europe?"])
def test_every_word_is_in_the_document_in_order(lines: list[str]) -> None:
    document = notes("\n".join(lines))
    title = words(document.meta.title)
    for text in (lines, _without_title(lines, title)):
        if words(" ".join(text)) in (said(document), title + said(document)):
            return
    raise AssertionError(said(document))


@given(st.text(st.sampled_from("aA. :?-*1)\n\t=#•(\"'”Q–")))
def test_it_never_raises(text: str) -> None:
    notes(text)


def test_many_points_are_each_read() -> None:
    count = 4000
    text = "T\n\nWhy?\n\n" + "\n\n".join(f"{n}.Point {n}: words about it" for n in range(1, count))
    assert len(notes(text).sections[0].blocks) == count - 1


def test_marked_phrases_are_marked() -> None:
    (section,) = notes(
        "Cells\n\nA cell has a ==nucleus== where a==b compares.\n\n1. Mitosis: of ==a **whole**==\n"
    ).sections
    paragraph, point = section.blocks
    assert isinstance(paragraph, Paragraph)
    assert [plain(i.children) for i in paragraph.inlines if isinstance(i, Mark)] == ["nucleus"]
    assert plain(paragraph.inlines) == "A cell has a nucleus where a==b compares."
    assert isinstance(point, KeyPoint)
    (mark,) = [i for i in point.inlines if isinstance(i, Mark)]
    assert mark.children == (Text("a "), Strong((Text("whole"),)))


def test_parts_between_colons_are_read_as_markdown() -> None:
    asked = "::: question\nWhat lives?\n\nanswer: A cell.\n:::"
    text = f"Cells\n\nA cell lives.\n\n{asked}\n\n::: notes\nSlowly.\n:::\n\nThe end.\n"
    document, problems = read_notes(text, "cells.txt")
    (section,) = document.sections
    assert kinds(section) == ["Paragraph", "Question", "Notes", "Paragraph"]
    question = section.blocks[1]
    assert isinstance(question, Question)
    assert (question.line, question.number) == (5, 1)
    assert isinstance(question.answer, Open)
    assert not problems


def test_a_question_without_an_answer_is_told_with_its_line() -> None:
    _, (told,) = read_notes("Cells\n\nA cell lives.\n\n::: question {points=2}\nWhat lives?\n:::\n", "cells.txt")
    assert (told.severity, told.line) == ("warning", 5)


def test_colons_that_are_never_closed_are_text() -> None:
    document, _ = read_notes("Cells\n\n::: question\nWhat lives?\n\nA cell.\n", "cells.txt")
    assert said(document)[0] == "question"


def test_a_short_line_over_lines_of_its_own_is_a_label_among_labels() -> None:
    text = "Blood\n\n* Heart attack: a part dies\n* High pressure\n    causes: salt\n* Anaemia: few red cells\n"
    assert [label for _, label, _ in points(notes(text).sections[0])] == ["Heart attack", "High pressure", "Anaemia"]


def test_a_line_between_lists_heads_the_second_one_as_the_first_is_headed() -> None:
    text = "Plants\n\nC4: maize\n- fixed twice\n- in two cells\nCAM: cactus\n- open at night\n- closed by day\n"
    sections = notes(text).sections
    assert [plain(section.title) for section in sections] == ["C4: maize", "CAM: cactus"]
    assert [kinds(section) for section in sections] == [["ListBlock"], ["ListBlock"]]


def test_a_line_of_text_under_a_bullet_is_said_of_it() -> None:
    text = "Cells\n\nThey divide:\n- Mitosis\nMakes two alike\n- Meiosis\nMakes four unlike\n"
    (block,) = [block for block in blocks(notes(text)) if isinstance(block, ListBlock)]
    assert len(block.items) == 2


def test_a_task_right_under_a_question_does_not_answer_it() -> None:
    text = "Leaves\n\nThey are green.\n\nWhy are leaves green?\nExplain how warmth affects growth.\n"
    assert [plain(section.title) for section in notes(text).sections][1:] == [
        "Why are leaves green?",
        "Explain how warmth affects growth.",
    ]


def calls_to_read(parts: int) -> int:
    """How many calls it takes to read so many parts between colons."""
    profile = cProfile.Profile()
    text = "Cells\n\n" + "::: question\nWhat lives?\n:::\n\n" * parts
    profile.runcall(read_notes, text, "cells.txt")
    return sum(entry.callcount for entry in profile.getstats())


def test_many_parts_take_no_more_each_than_few() -> None:
    calls_to_read(1)  # loads what is loaded once
    assert calls_to_read(400) < 2.3 * calls_to_read(200)


def test_a_table_and_its_caption_in_a_part_know_their_lines() -> None:
    text = "Cells\n\nA cell lives.\n\n::: note\n| a | b |\n|---|---|\n| 1 | 2 |\n\n: Cells in numbers\n:::\n"
    document, _ = read_notes(text, "cells.txt")
    (table,) = tables_of(document)
    assert table.line == 6


def test_parts_that_count_on_from_numbered_parts_are_headings_too() -> None:
    text = (
        "Wars\n\n1. Long causes\n\n1.1 Arms\nThe arms race at sea.\n\n1.2 Pacts\nThree against three.\n\n"
        "2. Short causes\n\n28 June 1914 was the day of the murder at Sarajevo.\n\n3. Ends\n- 1918\n- 1919\n"
    )
    titles = [plain(section.title) for section in walk_sections(notes(text).sections)]
    assert titles[-5:] == ["1. Long causes", "1.1 Arms", "1.2 Pacts", "2. Short causes", "3. Ends"]


def test_points_below_numbered_parts_stay_points() -> None:
    text = "Wars\n\n1.1 Arms\nThe arms race.\n\n1.2 Pacts\n\n1. Paris\n\n2. Rome\n\n3. Bern\n\nThe end of it all.\n"
    titles = [plain(section.title) for section in walk_sections(notes(text).sections)]
    assert titles[-2:] == ["1.1 Arms", "1.2 Pacts"]


def test_a_minus_in_a_formula_makes_no_label() -> None:
    text = "Roots\n\n1. Solve x² - 5x + 6 = 0 and draw.\n2. Draw the graph of f(x) = x² - 2x.\n3. Let 3x - 2 = y.\n"
    (section,) = notes(text).sections
    assert kinds(section) == ["ListBlock"]
    for line in ("E = mc² - energy and mass", "C++ - a language", "Plan A - 5 steps to go", "File > Open - or Ctrl O"):
        assert split_label(line) is not None


def test_a_remark_above_points_is_no_heading() -> None:
    text = "Maths\n\nAims\nThey can add.\n\nNB. Tom needs larger print\n[ ] copy it\n[x] buy paper\n"
    assert "NB" not in str([plain(section.title) for section in walk_sections(notes(text).sections)])


def test_the_title_has_dashes_too() -> None:
    assert notes("Weimar (1918--1933)\n\nThe republic began.\n").meta.title == "Weimar (1918–1933)"


@pytest.mark.parametrize("mark", ["・", "●", "■"])
def test_a_bullet_needs_no_space_before_chinese_and_japanese(mark: str) -> None:
    text = f"江戸時代\n\n1635年のこと\n{mark}日本人の海外渡航を禁止\n{mark}出島の完成\n"
    (section,) = notes(text).sections
    assert items(section.blocks[-1]) == ["日本人の海外渡航を禁止", "出島の完成"]


def test_a_question_may_have_its_number_before_its_name() -> None:
    text = "A honfoglalás\n\nA magyarok a Kárpát-medencébe jöttek.\n\n1. kérdés: Mikor volt ez?\nVálasz: 895-ben.\n"
    assert plain(read_notes(text, "a.txt", {"lang": "hu"})[0].sections[-1].title) == "Mikor volt ez?"
