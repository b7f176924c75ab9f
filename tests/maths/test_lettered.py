"""What a line of characters can say of a formula, and what it cannot."""

import pytest
from formulae import FORMULAE
from hypothesis import given
from hypothesis import strategies as st

from triptych.model.latex import lettered

PIECES = r"\frac{a}{b} \sqrt{x} x_i ^2 \sum_i^n \int \left( \right) { } + = a \foo \text{b} & \\ \hat{x} ' \ce{H2O}"
MARKS = {"": "", "super": "^", "sub": "_"}


def said(latex: str) -> str:
    """Its parts, what is raised or lowered in brackets behind a mark."""
    parts = lettered(latex)
    assert parts is not None
    return "".join(f"{MARKS[shift]}({text})" if shift else text for text, shift in parts)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("x^2", "x^(2)"),
        (r"\lambda_i", "λ_(i)"),
        ("p_{k+1} = M p_k", "p_(k+1) = Mp_(k)"),
        ("A = P D P^{-1}", "A = PDP^(−1)"),
        (r"\mathbb{R}^{n\times n}", "ℝ^(n×n)"),
        (r"\lambda^2 - 4\lambda + 3", "λ^(2) − 4λ + 3"),
        ("-x^2 + y", "−x^(2) + y"),
        ("x_1^2", "x_(1)^(2)"),
        ("f'(x)", "f′(x)"),
        (r"90^\circ", "90°"),
        (r"\sqrt2", "√2"),
        (r"\bar x \le 1", "x\u0304 ≤ 1"),
        (r"\sum_i \lambda_i = \operatorname{tr} A", "∑_(i) λ_(i) = tr A"),
        (r"\left(1-x^2\right)^3", "(1 − x^(2))^(3)"),
        (r"\ce{H2O}", "H_(2)O"),
        ("v = (1, -1)^T", "v = (1, −1)^(T)"),
    ],
)
def test_characters_say(latex: str, text: str) -> None:
    assert said(latex) == text


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{1}{2}", r"\sqrt{x+1}", r"\sqrt[3]{x}", r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", r"\binom{n}{k}",
        r"\begin{cases}a\\b\end{cases}", r"\sum_{i=1}^n i", r"\int_0^1 f", r"\lim\limits_{x\to0} f", "x^{y^z}",
        r"\overline{AB}", r"\overbrace{a}^b", r"\vec{v}", r"\boxed{x}", r"\foo", "", "{",
        "a = b \\\\ c = d",
    ],
)  # fmt: skip
def test_characters_cannot_say(latex: str) -> None:
    assert lettered(latex) is None


@pytest.mark.parametrize("latex", FORMULAE)
def test_nothing_that_is_said_is_empty(latex: str) -> None:
    assert all(text for text, _ in lettered(latex) or (("x", ""),))


@given(st.lists(st.sampled_from(PIECES.split())).map("".join))
def test_whatever_is_written_is_said_or_not(latex: str) -> None:
    assert all(text for text, _ in lettered(latex) or (("x", ""),))
