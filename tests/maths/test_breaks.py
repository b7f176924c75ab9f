"""Wide formulae: broken where mathematics is, then smaller, with nothing lost and nothing wider than its room."""

import pytest
from formulae import FORMULAE

from triptych.model.drawing import Drawing
from triptych.text.formula import drawing
from triptych.text.formula_breaks import SCALES, displayed, flowing

CHAIN = r"A = P D P^{-1} \qquad\text{and therefore}\qquad A^k = P D^k P^{-1}"
LINES = r"\begin{aligned} (x+1)^3 &= (x+1)(x+1)^2 \\ &= x^3+3x^2+3x+1 \end{aligned}"
MATRIX = r"\begin{pmatrix} 1 & 2 & 3 & 4 & 5 & 6 & 7 & 8 & 9 \end{pmatrix}"


def contours(found: Drawing) -> int:
    return sum(operator == "M" for outline in found.outlines for operator, _ in outline.steps)


def whole(latex: str) -> Drawing:
    found = drawing(latex, display=True)
    assert found is not None
    return found


@pytest.mark.parametrize("latex", [*FORMULAE, CHAIN, LINES, MATRIX])
@pytest.mark.parametrize("room", [30.0, 12.0, 6.0])
def test_nothing_is_wider_than_its_room_and_nothing_is_lost(latex: str, room: float) -> None:
    found = displayed(latex, room)
    assert found is not None
    outline, scale = found
    assert outline.width * scale <= room + 1e-6
    assert contours(outline) == contours(whole(latex))


def test_what_fits_stays_as_it_is() -> None:
    assert displayed(CHAIN, 40.0) == (whole(CHAIN), 1.0)


@pytest.mark.parametrize(("room", "lines"), [(15.0, 2), (9.0, 3)])
def test_a_chain_breaks_at_wide_spaces_and_relations_at_its_own_size(room: float, lines: int) -> None:
    found = displayed(CHAIN, room)
    assert found is not None
    assert found[1] == 1.0
    high = found[0].ascent + found[0].descent
    assert (lines - 0.5) * 0.9 < high < (lines + 0.5) * 1.5


def test_the_right_side_of_one_equation_breaks_at_its_signs() -> None:
    found = displayed("f(x) = " + " + ".join(f"a_{n} x^{n}" for n in range(9)), 16.0)
    assert found is not None
    assert found[1] == 1.0
    assert found[0].width > 10.0


def test_what_cannot_be_parted_becomes_smaller() -> None:
    wide = whole(MATRIX).width
    found = displayed(MATRIX, wide * 0.86)
    assert found is not None
    assert found[0] == whole(MATRIX)
    assert found[1] == 0.85
    least = displayed(MATRIX, wide * 0.4)
    assert least is not None
    assert least[1] < SCALES[-1]


def test_within_a_text_a_formula_flows_in_parts() -> None:
    parts = flowing("a = b + c + d = e", 3.0)
    assert [part.said for part in parts] == ["a", "= b", "+c", "+d", "= e"]
    assert all(part.drawing.width <= 3.0 for part in parts)
    assert len(flowing("a = b", 30.0)) == 1
    assert flowing(r"\foo", 3.0) == ()


def test_what_stands_side_by_side_is_parted_at_its_wide_space_only() -> None:
    pair = r"f(x) = x^2 + 2x + 1 \qquad g(x) = x^3 + 3x^2 + 3x + 1"
    found = displayed(pair, whole(pair).width - 0.5)
    assert found is not None
    second = whole(r"g(x) = x^3 + 3x^2 + 3x + 1")
    assert found[1] == 1.0
    assert found[0].width == pytest.approx(max(second.width + 1.0, whole("f(x) = x^2 + 2x + 1").width), abs=0.1)
