"""Marks for cutting and folding touch nothing, stay on the sheet, and stand in line with what they are for."""

from hypothesis import given
from hypothesis import strategies as st

from triptych.geometry import Rect, Size
from triptych.model.pages import RuleItem
from triptych.plan.marks import EDGE, GAP, Seam, clear_of, cut_marks, seam_marks

SHEET = Size(595.0, 842.0)
WHOLE = Rect(0, 0, SHEET.width, SHEET.height)


def around(mark: RuleItem) -> Rect:
    left, top = min(mark.x1, mark.x2), min(mark.y1, mark.y2)
    return Rect(left, top, abs(mark.x2 - mark.x1), abs(mark.y2 - mark.y1))


def near(one: Rect, other: Rect, slack: float) -> bool:
    across = max(one.x - other.right, other.x - one.right)
    down = max(one.y - other.bottom, other.y - one.bottom)
    return max(across, down) < slack


@st.composite
def grids(draw: st.DrawFn) -> list[Rect]:
    """Cards in rows and columns, beside each other or apart."""
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    x, y = draw(st.floats(0, 60)), draw(st.floats(0, 60))
    gap = draw(st.sampled_from((0.0, 1.0, 6.0, 20.0, 40.0)))
    wide = (SHEET.width - 2 * x - (columns - 1) * gap) / columns
    high = (SHEET.height - 2 * y - (rows - 1) * gap) / rows
    return [Rect(x + c * (wide + gap), y + r * (high + gap), wide, high) for r in range(rows) for c in range(columns)]


@given(grids())
def test_cut_marks_touch_no_piece_and_stay_on_the_sheet(pieces: list[Rect]) -> None:
    marks = cut_marks(pieces, SHEET)
    for mark in marks:
        assert WHOLE.contains(around(mark))
        assert not any(near(around(mark), piece, GAP - 0.02) for piece in pieces)
    assert len({(mark.x1, mark.y1, mark.x2, mark.y2) for mark in marks}) == len(marks)


@given(grids())
def test_every_cut_has_marks_at_both_ends_where_there_is_room(pieces: list[Rect]) -> None:
    marks = cut_marks(pieces, SHEET)
    if min(piece.y for piece in pieces) > 6:
        for x in {edge for piece in pieces for edge in (piece.x, piece.right)}:
            ends = [mark.y1 for mark in marks if abs(mark.x1 - x) < 0.02 and abs(mark.x2 - x) < 0.02]
            assert min(ends) < min(piece.y for piece in pieces)
            assert max(ends) > max(piece.bottom for piece in pieces)


def test_pieces_that_fill_the_sheet_have_no_room_for_marks() -> None:
    assert cut_marks([WHOLE], SHEET) == ()


def test_seams_are_marked_at_both_ends_and_where_they_meet() -> None:
    marks = seam_marks((Seam(297.5), Seam(421.0, upright=False)), SHEET)
    assert len(marks) == 6
    assert all(Rect(EDGE, EDGE, 595 - 2 * EDGE, 842 - 2 * EDGE).contains(around(mark)) for mark in marks)
    assert {mark.dash for mark in seam_marks((Seam(297.5),), SHEET, fold=True)} != {()}


def test_a_mark_gives_way_to_content() -> None:
    marks = seam_marks((Seam(297.5),), SHEET)
    assert clear_of(marks, [Rect(250, 0, 100, 40)]) == marks[1:]
    assert clear_of(marks, [Rect(20, 0, 100, 800)]) == marks
