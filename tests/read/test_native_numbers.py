"""Numbers of points as other scripts write them, kept as they are written."""

import pytest
from reading import markdown

from triptych.model.document import KeyPoint, ListBlock
from triptych.model.list_marks import mark_of, numbered
from triptych.model.queries import plain, walk_blocks, walk_sections
from triptych.read.native_numbers import written_number
from triptych.read.notes.document import read_notes


@pytest.mark.parametrize(
    ("text", "number", "marks"),
    [
        ("१. वर्षा: बूँदें", 1, "१."),
        ("१२. रिसाव", 12, "१."),
        ("٣) المطر", 3, "١)"),
        ("۲. باران", 2, "۱."),
        ("２．降水", 2, "１．"),
        ("2．降水", 2, "1．"),
        ("（3）降水", 3, "（1）"),
        ("（三）降水", 3, "（一）"),
        ("一、蒸发", 1, "一、"),
        ("十二、总结", 12, "一、"),
        ("②降水", 2, "①"),
        ("③ 流出", 3, "①"),
        ("⑴降水", 1, "⑴"),
        ("๒. ฝน", 2, "๑."),
        ("б) ход", 2, "а)"),
        ("(к) ход", 10, "(а)"),
        ("γ) αίτια", 3, "α)"),
        ("ב) מים", 2, "א)"),
        ("ج) ماء", 3, "أ)"),
    ],
)
def test_a_number_is_known_with_its_manner(text: str, number: int, marks: str) -> None:
    found = written_number(text)
    assert found is not None
    assert (found.number, found.marks) == (number, marks)
    assert text[found.length :].strip() == text[found.length :]


@pytest.mark.parametrize(
    "text", ["1. Label", "१.५ किलो", "一つの水", "3．14 is", "(a) x", "①", "百、x", "十十、x", "", "x"]
)
def test_other_beginnings_are_none(text: str) -> None:
    assert written_number(text) is None


@pytest.mark.parametrize(
    ("marks", "number", "said"),
    [
        ("१.", 12, "१२."),
        ("（1）", 3, "（3）"),
        ("一、", 21, "二十一、"),
        ("一、", 10, "十、"),
        ("①", 20, "⑳"),
        ("①", 21, "21"),
        ("1．", 4, "4．"),
    ],
)
def test_numbers_go_on_in_their_manner(marks: str, number: int, said: str) -> None:
    assert numbered(marks, number) == said


def test_points_of_chinese_notes() -> None:
    text = "水循环\n\n水怎样回来？\n\n一、蒸发：太阳加热海面。\n\n二、降水：水滴落下。\n"
    document, _ = read_notes(text, "a.txt")
    points = [b for s in walk_sections(document.sections) for b in walk_blocks(s.blocks) if isinstance(b, KeyPoint)]
    assert [(plain(p.label), plain(p.inlines), numbered(p.marks, p.number or 0)) for p in points] == [
        ("蒸发", "太阳加热海面。", "一、"),
        ("降水", "水滴落下。", "二、"),
    ]


def test_marks_of_another_manner_below_a_point_are_its_own_points() -> None:
    text = "题目\n\n一、蒸发和降水\n（1）太阳加热海面\n（2）水滴落下\n二、径流和下渗\n"
    document, _ = read_notes(text, "a.txt")
    blocks = [b for s in walk_sections(document.sections) for b in walk_blocks(s.blocks)]
    lists = [block for block in blocks if isinstance(block, ListBlock)]
    assert [[mark_of(block, k) for k in range(len(block.items))] for block in lists] == [
        ["一、", "二、"],
        ["（1）", "（2）"],
    ]


def test_georgian_notes_have_their_title() -> None:
    text = "წყლის წრებრუნვა\n\nროგორ ბრუნდება წყალი?\n\n1. აორთქლება: მზე ათბობს ზღვას.\n\n2. ნალექი: წვეთები მოდის.\n"
    document, _ = read_notes(text, "a.txt")
    assert (document.meta.title, document.meta.lang) == ("წყლის წრებრუნვა", "ka")


def test_points_among_paragraphs_of_markdown() -> None:
    document = markdown("# जल\n\n१. वर्षा: बूँदें गिरती हैं।\n\n२. रिसाव: पानी मिट्टी में जाता है।\n")
    points = [block for block in document.sections[0].blocks if isinstance(block, KeyPoint)]
    assert [(p.number, p.marks, plain(p.label)) for p in points] == [(1, "१.", "वर्षा"), (2, "१.", "रिसाव")]
