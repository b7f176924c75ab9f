"""Formulae as outlines: measured as they are drawn, on the baseline, for whatever is written."""

import dataclasses

import pytest
from formulae import FORMULAE
from hypothesis import given, settings
from hypothesis import strategies as st

from triptych.model.drawing import Drawing
from triptych.text import formula
from triptych.text.formula import drawing

PIECES = r"\frac{a}{b} \sqrt{x} x_i ^2 \sum_i^n \int \left( \right) { } + = a \foo \text{b} & \\ 漢"
LATEX = st.lists(st.sampled_from(PIECES.split())).map("".join)
COUNTS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def drawn(latex: str, display: bool = True) -> Drawing:
    found = drawing(latex, display=display)
    assert found is not None
    return found


def sound(formula: Drawing) -> bool:
    """Whether every contour begins with a move, is closed, and stands in the box (curves may bend over it)."""
    for shape in formula.outlines:
        operators = "".join(operator for operator, _ in shape.steps)
        assert operators.startswith("M")
        assert operators.endswith("Z")
        assert operators.count("M") == operators.count("Z")
        assert all(len(numbers) == COUNTS[operator] for operator, numbers in shape.steps)
        for _, numbers in shape.steps:
            assert all(x >= -1e-4 for x in numbers[0::2])
            assert all(-formula.ascent - 1e-4 <= y <= formula.descent + 1e-4 for y in numbers[1::2])
    return bool(formula.outlines) and formula.width > 0


@pytest.mark.parametrize("latex", FORMULAE)
def test_what_lecturers_write_is_drawn(latex: str) -> None:
    assert sound(drawn(latex))
    assert sound(drawn(latex, display=False))


@given(LATEX, st.booleans())
@settings(max_examples=60)
def test_whatever_is_written_is_drawn_or_refused(latex: str, display: bool) -> None:
    found = drawing(latex, display=display)
    assert found is None or sound(found)


@pytest.mark.parametrize(
    "latex",
    ["", " ", r"\quad", r"\foo", "{", "漢字", r"\text{漢}", r"\frac{1}{" * 500 + "x" + "}" * 500, r"\left(" * 12 + "x"],
)
def test_what_cannot_be_set_is_refused(latex: str) -> None:
    assert drawing(latex, display=True) is None


def test_what_would_cost_too_much_is_refused() -> None:
    latex = "x"
    for _ in range(14):
        latex = rf"\left( 1 + {latex} \right)"
    assert drawing(latex, display=True) is None


def test_more_is_wider() -> None:
    widths = [drawn("x" * count).width for count in (1, 2, 5)]
    assert widths == sorted(widths)
    assert drawn("x + y").width > drawn("xy").width


def test_letters_stand_on_the_baseline() -> None:
    assert drawn("x").descent < 0.05
    assert drawn("y").descent > 0.15
    assert 0.4 < drawn("x").ascent < 0.6


def test_limits_stand_above_and_below_only_where_there_is_room() -> None:
    inline, displayed = drawn(r"\sum_{i=1}^n", display=False), drawn(r"\sum_{i=1}^n")
    assert displayed.ascent + displayed.descent > inline.ascent + inline.descent


def test_fences_grow_with_what_they_hold() -> None:
    high = drawn(r"\left|\frac{\frac{a}{b}}{\frac{c}{d}}\right|")
    assert high.ascent + high.descent > 2.5
    bars = [numbers for shape in high.outlines for operator, numbers in shape.steps if operator == "M"]
    assert len(bars) > 6


def test_an_operator_has_room_and_a_sign_has_none() -> None:
    assert drawn("a-b").width - drawn("-b").width > drawn("a").width + 0.15


def test_the_same_formula_is_set_once() -> None:
    assert drawn(r"\frac{a}{b}") is drawn(r"\frac{a}{b}")


STYLED = (
    r"\color{red} x + \textcolor{blue}{y}^2",
    r"\displaystyle \sum_{k=1}^n k \quad \textstyle \sum_{k=1}^n k",
    r"\mathbb{R} \subset \mathcal{C} \cup \mathfrak{g} \cup \mathsf{s}",
    r"\left( \frac{a}{b} \right)^{\sqrt[3]{x}} \to \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}",
)


@pytest.mark.parametrize("latex", [*STYLED, *FORMULAE])
def test_styles_that_are_not_copied_are_those_that_are(latex: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (given := drawing(latex, display=True)) is not None
    monkeypatch.setattr("ziamath.styles.asdict", dataclasses.asdict)
    formula.drawn.cache_clear()
    assert drawing.__wrapped__(latex, display=True) == given
