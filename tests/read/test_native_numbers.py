"""Numbers of points as other scripts write them, kept as they are written."""

import pytest
from reading import markdown

from triptych.model.document import KeyPoint, ListBlock, Paragraph
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


def lists(text: str) -> list[tuple[list[str], list[str]]]:
    """The marks and the words of each list."""
    blocks = [block for one in walk_sections(markdown(text).sections) for block in walk_blocks(one.blocks)]
    return [
        (
            [mark_of(block, k) for k in range(len(block.items))],
            [plain(one.inlines) for item in block.items for one in item.blocks if isinstance(one, Paragraph)],
        )
        for block in blocks
        if isinstance(block, ListBlock)
    ]


@pytest.mark.parametrize(
    ("marks", "kept"),
    [
        (("1.", "2."), ["1.", "2."]),
        (("1)", "2)"), ["1)", "2)"]),
        (("一、", "二、"), ["一、", "二、"]),
        (("①", "② "), ["①", "②"]),
        (("（1）", "（2）"), ["（1）", "（2）"]),
        (("१. ", "२. "), ["१.", "२."]),
        (("а) ", "б) "), ["а)", "б)"]),
    ],
)
@pytest.mark.parametrize("before", ["", "> ", "- ", "文：\n"])
def test_lines_of_markdown_that_begin_with_such_numbers_are_a_list(
    marks: tuple[str, str], kept: list[str], before: str
) -> None:
    after = {"- ": "  ", "文：\n": ""}.get(before, before)
    found = lists(f"# A\n\n{before}{marks[0]}苹果\n{after}{marks[1]}香蕉\n")
    assert found[-1] == (kept, ["苹果", "香蕉"])


def test_versions_at_the_beginnings_of_lines_are_no_numbers() -> None:
    assert lists("# A\n\nThere are versions\n1.x and\n2.x of it.\n") == []


def test_in_markdown_marks_of_another_manner_below_a_point_are_its_own_points() -> None:
    assert lists("# 题\n\n一、蒸发\n（1）太阳\n（2）水滴\n二、径流\n") == [
        (["一、", "二、"], ["蒸发", "径流"]),
        (["（1）", "（2）"], ["太阳", "水滴"]),
    ]


def test_labels_behind_numbers_without_a_space_are_points_each() -> None:
    document = markdown("# A\n\n1.Rain: it falls\nand falls\n2.Snow: it lies\n")
    points = [block for block in document.sections[0].blocks if isinstance(block, KeyPoint)]
    assert [(p.number, plain(p.label), plain(p.inlines), p.line) for p in points] == [
        (1, "Rain", "it falls and falls", 3),
        (2, "Snow", "it lies", 5),
    ]


def test_lettered_points_keep_their_letters() -> None:
    points = markdown("# A\n\n(a) Rain: it falls\n(b) Snow: it lies\n").sections[0].blocks
    assert [(one.number, one.marks) for one in points if isinstance(one, KeyPoint)] == [(1, "(a)"), (2, "(a)")]


@pytest.mark.parametrize(
    "text", ["3.5 kg is\n4.5 kg less", "See\n1.Rain and\nmore", "2.Rain\n2.5 kg", "Rain\n2.Snow\n3.Ice"]
)
def test_other_lines_that_begin_with_numbers_are_text(text: str) -> None:
    assert lists(f"# A\n\n{text}\n") == []
