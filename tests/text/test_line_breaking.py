"""Lines: never wider than asked, nothing lost, and work in step with the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.model.theme import Face
from triptych.text.atoms import parts_of
from triptych.text.line_counts import count_lines
from triptych.text.lines import break_lines
from triptych.text.shape import plain_width, width, word_width
from triptych.text.spans import Span, Style

FACE = Face("Arial")
STYLES = [Style(FACE, 10.0, "000000"), Style(Face("Arial", bold=True), 12.0, "000000"),
          Style(Face("Courier New"), 9.0, "000000", link="https://example.org/")]  # fmt: skip
_texts = st.text(
    st.sampled_from("abc  -/—.,WMéßЖλא\u0301字符。\n"), max_size=60
) | st.sampled_from(["x" * 90, "https://example.org/a/b?c=d&e=f", "semi-detached well-known", " ", ""])  # fmt: skip
_spans = st.lists(st.builds(Span, _texts, st.sampled_from(STYLES)), min_size=1, max_size=6).map(tuple)
one_character = max(width(char, style.face) * style.size for char in "WM字符Ж" for style in STYLES)


@given(_spans, st.floats(20, 400))
def test_no_line_is_wider_than_asked_and_nothing_is_lost(spans: tuple[Span, ...], limit: float) -> None:
    lines = break_lines(spans, limit)
    assert lines
    assert all(line.width <= max(limit, one_character) + 0.01 for line in lines)
    shown = "".join(piece.text for line in lines for piece in line.pieces)
    assert "".join(shown.split()) == "".join("".join(span.text for span in spans).split())


def test_a_middle_dot_begins_no_line_of_chinese() -> None:
    style = STYLES[0]
    for wide in range(20, 100):
        lines = break_lines((Span("詹姆斯·瓦特想到了列奥纳多·达·芬奇", style),), float(wide))
        assert not [line for line in lines if line.pieces[0].text.startswith("·")]


def test_lines_end_between_spans_as_within_one_where_no_spaces_part_words() -> None:
    plain, bold = Style(FACE, 10.0, "000000"), Style(FACE, 10.0, "000001")
    texts = ("气态的水。", "1643年，托里拆利", "（蒸汽）", "制造了", "气压计。", "water", "的意思")
    spans = tuple(Span(text, (plain, bold)[k % 2]) for k, text in enumerate(texts))
    for wide in range(40, 120, 3):
        parted = ["".join(piece.text for piece in line.pieces) for line in break_lines(spans, wide, tidy=False)]
        whole = break_lines((Span("".join(texts), plain),), wide, tidy=False)
        assert parted == ["".join(piece.text for piece in line.pieces) for line in whole]
        assert not [text for text in parted if text[0] in "。，）"]


def test_a_korean_word_keeps_the_name_that_it_begins_with() -> None:
    for wide in range(60, 90, 5):
        lines = break_lines((Span("물은 Triptych는 물을 A4용지에", STYLES[0]),), wide, tidy=False)
        assert not [line for line in lines if line.pieces[0].text.startswith(("는", "용지에"))]


def test_no_text_is_one_empty_line() -> None:
    (line,) = break_lines((), 100.0)
    assert (line.pieces, line.width) == ((), 0.0)
    assert break_lines((Span("", STYLES[0]),), 100.0)[0].width == 0.0


@given(_spans, st.floats(20, 400))
def test_pieces_stand_one_after_the_other(spans: tuple[Span, ...], limit: float) -> None:
    for line in break_lines(spans, limit):
        x = 0.0
        for piece in line.pieces:
            assert piece.x == pytest.approx(x)
            assert piece.style == spans[piece.span].style
            x += piece.width


@given(_spans, st.floats(150, 400))
def test_counting_never_promises_too_little(spans: tuple[Span, ...], limit: float) -> None:
    assert count_lines(parts_of(spans), limit) >= len(break_lines(spans, limit, tidy=False))


def test_a_line_break_that_was_asked_for_is_made() -> None:
    lines = break_lines((Span("one\ntwo\nthree", STYLES[0]),), 400.0)
    assert ["".join(piece.text for piece in line.pieces).strip() for line in lines] == ["one", "two", "three"]


def test_a_link_before_a_space_can_be_cut() -> None:
    spans = (Span("in ", STYLES[0]), Span("y" * 200, STYLES[2]), Span(" the end", STYLES[0]))
    assert len(break_lines(spans, 100.0)) > 5


def test_a_word_is_as_wide_as_its_glyphs() -> None:
    assert word_width("", FACE) == 0.0
    assert width("a b", FACE) == pytest.approx(width("a", FACE) + width(" ", FACE) + width("b", FACE))
    assert plain_width("AVAV", FACE) >= word_width("AVAV", FACE)


def test_the_work_grows_with_the_text_and_no_faster() -> None:
    calls = 0

    def counted(word: str, face: Face) -> float:
        nonlocal calls
        calls += 1
        return 0.5 * len(word)

    counts = []
    for size in (200, 400, 800):
        calls = 0
        text = " ".join(f"w{size}x{k}" for k in range(size)) + " " + "z" * size
        break_lines((Span(text, STYLES[0]),), 300.0, counted)
        counts.append(calls)
    assert counts[2] <= 2.5 * counts[1] <= 6.25 * counts[0]
