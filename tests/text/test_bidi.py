"""Right-to-left text: the levels are those of the standard, and lines keep every character and point."""

import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from triptych.model.theme import Face
from triptych.text.bidi import directed, mostly_rtl, rtl_language, runs_rtl
from triptych.text.levels import levels
from triptych.text.lines import Line, break_lines
from triptych.text.spans import Span, Style

STYLES = [Style(Face("Arial"), 10.0, "000000"), Style(Face("Arial", bold=True), 12.0, "000000"),
          Style(Face("Courier New"), 9.0, "000000")]  # fmt: skip
CONTROLS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_letters = st.text(st.sampled_from("abאבجد12٣٤ ()[].,-+%$/\u0301" + CONTROLS), max_size=16)
_texts = st.lists(st.sampled_from(("שלום", "(abc)", "1947,", "الحرب", "٣٫١", "–", "C++", "עולם!")), max_size=9)
_spans = st.lists(st.builds(Span, _texts.map(" ".join), st.sampled_from(STYLES)), min_size=1, max_size=4).map(tuple)


def seen(text: str, base: int) -> str:
    """The characters from left to right, without those that show nothing (UAX #9, L1 and L2)."""
    found = levels(text, base)
    for at in range(len(text) - 1, -1, -1):
        if unicodedata.bidirectional(text[at]) != "WS" and text[at] not in CONTROLS:
            break
        found[at] = base
    order = list(range(len(text)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return "".join(text[at] for at in order if text[at] not in CONTROLS)


@settings(max_examples=300)
@given(_letters.map(lambda text: text + "."), st.sampled_from((0, 1)))
def test_characters_stand_where_another_implementation_puts_them(text: str, base: int) -> None:
    other = get_display(text, base_dir="LR"[base])
    assert seen(text, base) == "".join(char for char in other if char not in CONTROLS)


@pytest.mark.parametrize(
    ("text", "base", "found"),
    [
        ("car means מכונית.", 0, "car means תינוכמ."),
        ("car means מכונית.", 1, ".תינוכמ car means"),
        ("הרשת (ARPANET) 1969", 1, "1969 )ARPANET( תשרה"),
        ("smith (fabrikam עברית) ח", 1, "ח )תירבע fabrikam( smith"),
        ("عام ١٩٦١–١٩٨٩ م", 1, "م ١٩٨٩–١٩٦١ ماع"),
        ("א⁦a ב⁩ ג", 1, "ג a בא"),
    ],
)
def test_examples(text: str, base: int, found: str) -> None:
    """Brackets are told by their names here, not by their looks: those of odd levels are drawn mirrored (L4)."""
    assert seen(text, base) == found


def test_a_paragraph_runs_as_its_first_strong_character_does() -> None:
    assert runs_rtl("1945 שלום abc")
    assert not runs_rtl("abc שלום")
    assert not runs_rtl("\u2067שלום\u2069 abc")
    assert runs_rtl("abc שלום", within=True)
    assert runs_rtl("12.5", within=True)
    assert not runs_rtl("HTTP 1.1", within=True)


def test_languages_and_texts_that_run_from_right_to_left() -> None:
    assert [lang for lang in ("ar", "he-IL", "fa", "ur_PK", "en", "az-Latn", "ar-Latn") if rtl_language(lang)] == [
        "ar", "he-IL", "fa", "ur_PK",
    ]  # fmt: skip
    assert mostly_rtl("שלום עולם abc")
    assert not mostly_rtl("hello שלום world")


@given(_spans, st.floats(60, 300), st.booleans(), st.booleans())
def test_lines_keep_their_characters_and_nothing_overlaps(
    spans: tuple[Span, ...], limit: float, rtl: bool, mirrored: bool
) -> None:
    before = break_lines(spans, limit)
    after = directed(before, rtl, mirrored=mirrored)
    assert [_text(line) for line in after] == [_text(line) for line in before]
    for line, old in zip(after, before, strict=True):
        assert line.width == pytest.approx(old.width, abs=0.5)  # kerning between letters that are parted now
        pieces = sorted(line.pieces, key=lambda piece: piece.x)
        for one, two in pairwise(pieces):
            assert one.x + one.width == pytest.approx(two.x, abs=0.01)
        inked = [piece for piece in pieces if piece.text.strip()]
        assert all(piece.x + piece.width > 0 and piece.x < line.width for piece in inked)
        assert all(piece.style == spans[piece.span].style for piece in pieces)


def _text(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def test_a_line_is_placed_from_the_right_and_code_stays_whole() -> None:
    spans = (Span("ראו ", STYLES[0]), Span("ping()", STYLES[2]), Span(" (כאן).", STYLES[0]))
    (line,) = directed(break_lines(spans, 400.0), True)
    assert [(piece.text, piece.rtl) for piece in line.pieces] == [
        ("ראו ", True), ("ping()", False), (" (כאן).", True),
    ]  # fmt: skip
    assert [piece.x for piece in line.pieces] == sorted((piece.x for piece in line.pieces), reverse=True)
    (turned,) = directed(break_lines(spans, 400.0), True, mirrored=True)
    assert turned.pieces[0].x == pytest.approx(0.0)


def test_spaces_at_the_end_hang_over_the_left_edge() -> None:
    for line in directed(break_lines((Span("שלום עולם " * 8, STYLES[0]),), 100.0), True):
        (piece,) = line.pieces
        assert piece.x < 0
        assert piece.x + piece.width == pytest.approx(line.width)


def test_latin_lines_are_left_alone_without_the_library() -> None:
    lines = break_lines((Span("Nothing here runs – « à rebours ».", STYLES[0]),), 80.0)
    assert directed(lines, False) == lines
    code = (
        "import sys; from triptych.model.theme import Face; from triptych.text.bidi import directed, spans_rtl;"
        "from triptych.text.lines import *; s = (Span('Straße – état', Style(Face('Arial'), 9, '0')), );"
        "assert not spans_rtl(s); directed(break_lines(s, 30), False); assert 'bidi' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_work_grows_with_the_text_and_no_faster() -> None:
    counts = []
    for size in (200, 400, 800):
        calls = 0

        def counted(frame: object, event: str, arg: object) -> None:
            nonlocal calls
            calls += event == "call"

        text = "((שלום [abc] 123 " * size
        sys.setprofile(counted)
        levels(text, 1)
        sys.setprofile(None)
        counts.append(calls)
    assert counts[2] <= 2.5 * counts[1] <= 6.25 * counts[0]


@pytest.mark.parametrize("text", ["في 2024-05-01 مساءً", "کتاب 978-3-16-148410-0", "هاتف +49-30-12345"])
def test_dates_and_numbers_of_several_parts_keep_their_order(text: str) -> None:
    (line,) = directed(break_lines((Span(text, STYLES[0]),), 400.0), True)
    (figures,) = [piece.text.strip() for piece in line.pieces if not piece.rtl and piece.text.strip()]
    assert figures == next(word for word in text.split() if word[-1].isdigit())


def test_a_range_is_read_from_the_right_as_the_words_around_it_are() -> None:
    (line,) = directed(break_lines((Span("بين 1914-1918 حرب", STYLES[0]),), 400.0), True)
    figures = [piece.text for piece in line.pieces if piece.text.isdecimal()]
    assert figures == ["1914", "1918"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("−3.5 درجة", ["−3.5", " درجة"]),
        ("حرارة -4", ["حرارة ", "-4"]),
        ("1 – B · 2 – A", ["1 – B · 2 – A"]),
        ("10–12", ["10", "–", "12"]),
        ("2024-05-01", ["2024-05-01"]),
    ],
)
def test_a_sign_stays_before_its_number_and_a_key_in_its_order(text: str, parts: list[str]) -> None:
    (line,) = directed(break_lines((Span(text, STYLES[0]),), 400.0), True)
    assert [piece.text for piece in line.pieces] == parts
