"""Formulae as trees and as readable text: nothing is lost, nothing is raised, nothing grows out of hand."""

import unicodedata
from collections import Counter

import pytest
from formulae import FORMULAE
from hypothesis import given
from hypothesis import strategies as st

from triptych.model.latex import Fence, Fraction, Grid, Row, Script, Symbol, parse, readable
from triptych.model.latex.chemistry import chemical

PLAIN = "abcXYZ019αβ +-=()[],.^_{}'&~"
MARKUP = st.text(st.sampled_from(["\\", "{", "}", "[", "]", "^", "_", "&", "$", "'", " ", "a", "1", "(", "\n", "é"]))
PIECES = r"""
\frac \sqrt \left \right \middle \begin{pmatrix} \end{pmatrix} \begin{cases} \end{cases} \begin{x} \end{x} \text \ce
\mathbb \hat \underbrace \sum \int \lim \over \choose \not \operatorname \substack \xrightarrow \tag \binom \\ & { } [
] ( ) ^ _ ' $ x 2 + = , \alpha \unknown \; \label \SI \prescript | .
"""
COMMANDS = st.lists(st.sampled_from(PIECES.split()), max_size=30).map(" ".join)


def node(latex: str) -> object:
    parsed = parse(latex)
    assert not parsed.faults
    assert len(parsed.row.nodes) == 1
    return parsed.row.nodes[0]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("E=mc^2", "E = mc²"),
        (r"\frac{a}{b}", "a/b"),
        (r"\frac{a+b}{c}", "(a + b)/c"),
        (r"\frac{1}{2a}", "1/(2a)"),
        (r"\sqrt{x+1}", "√(x + 1)"),
        (r"\sqrt[3]{x}", "∛(x)"),
        (r"\sum_{i=1}^n x_i", "∑_(i=1)ⁿ x_i"),
        (r"x^{n+1}_{12}", "x₁₂ⁿ⁺¹"),
        (r"e^{i\pi}", "e^(iπ)"),
        (r"\alpha\to\infty", "α → ∞"),
        ("-x", "−x"),
        ("f''(x)", "f″(x)"),
        (r"\sin\theta", "sin θ"),
        (r"\hat{x}", "x̂"),
        (r"\mathbb{R}^n", "ℝⁿ"),
        (r"\text{if } x>0", "if x > 0"),
        (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "(1, 2; 3, 4)"),
        (r"\begin{aligned}a&=b\\&=c\end{aligned}", "a = b; = c"),
        (r"\left.\frac{df}{dx}\right|_{x=0}", "df/dx|_(x=0)"),
        (r"x\not=y", "x ≠ y"),
        (r"\ce{2H2 + O2 -> 2H2O}", "2 H₂ + O₂ → 2 H₂O"),
        (r"\ce{SO4^2-}", "SO₄²⁻"),
        (r"\ce{NH4+}", "NH₄⁺"),
        (r"\ce{HC#CH}", "HC≡CH"),
        (r"\ce{CH3-CH3}", "CH₃−CH₃"),
        (r"\ce{Ca(OH)2}", "Ca(OH)₂"),
        (r"\dv{y}{x}", "dy/dx"),
        (r"\pdv[2]{f}{x}", "∂²f/∂x²"),
        (r"\pdv{f}{x}{y}", "∂²f/(∂x ∂y)"),
        (r"\dv{x} f", "d/dxf"),
        (r"\genfrac{(}{)}{0pt}{}{n}{k}", r"(n over k)"),
        (r"\genfrac{}{}{}{}{a}{b}", "a/b"),
        (r"\pmatrix{a & b \cr c & d}", "(a, b; c, d)"),
        (r"\eqref{eq:a}", "(eq:a)"),
        (r"\tg x", "tg x"),
        (r"\rule{1cm}{1pt} z", "z"),
        ("we can", "we can"),
        ("4ac", "4ac"),
        (r"\foo{x}", r"\foo x"),
        ("", ""),
    ],
)
def test_a_formula_reads_as_a_person_would_write_it_in_a_line(latex: str, text: str) -> None:
    assert readable(latex) == text


@given(st.text(st.sampled_from(PLAIN)))
def test_every_letter_and_digit_is_in_the_readable_text(latex: str) -> None:
    def kept(text: str) -> Counter[str]:
        plain = unicodedata.normalize("NFKC", text)
        return Counter(char for char in plain if char.isalnum())

    assert kept(readable(latex)) == kept(latex)


@given(MARKUP | COMMANDS | st.text())
def test_whatever_is_written_is_read_on_one_line(latex: str) -> None:
    text = readable(latex)
    assert text == " ".join(text.split())


@given(COMMANDS)
def test_a_fault_is_told_in_words(latex: str) -> None:
    assert all(fault and fault.isprintable() for fault in parse(latex).faults)


@pytest.mark.parametrize("latex", FORMULAE)
def test_what_lecturers_write_has_no_faults(latex: str) -> None:
    assert parse(latex).faults == ()
    assert readable(latex)


@pytest.mark.parametrize(
    ("latex", "fault"),
    [
        (r"\foo", "the command \\foo is not known"),
        (r"\frac{1}", "an argument is missing"),
        ("{x", "a brace is not closed"),
        ("x}", "} closes nothing"),
        (r"\left(x", "\\left has no \\right"),
        (r"\begin{pmatrix}1", "\\begin{pmatrix} has no end"),
        (r"\begin{foo}1\end{foo}", "the environment foo is not known"),
    ],
)
def test_what_is_wrong_is_said(latex: str, fault: str) -> None:
    assert fault in parse(latex).faults


@pytest.mark.parametrize(
    "piece",
    [r"\frac{1}{", "x^{", r"\sqrt", "{", r"\left(", r"\hat", r"\not", r"a\over ", r"\begin{matrix}"],
)
def test_deep_nesting_is_refused_without_harm(piece: str) -> None:
    latex = piece * 2_000 + "x"
    assert parse(latex).faults
    assert readable(latex).endswith("x")


def test_an_argument_is_one_character_or_a_group() -> None:
    assert node(r"\frac12") == Fraction(Row((Symbol("1", "number"),)), Row((Symbol("2", "number"),)))
    assert len(parse("x^23").row.nodes) == 2


def test_digits_are_one_number() -> None:
    assert parse("3.14+10").row.nodes[0] == Symbol("3.14", "number")


def test_a_fence_holds_what_is_between_its_ends() -> None:
    fence = node(r"\left( x \middle| y \right]")
    assert isinstance(fence, Fence)
    assert (fence.left, fence.bars, fence.right, len(fence.rows)) == ("(", ("|",), "]", 2)


def test_lines_without_an_environment_are_lines() -> None:
    grid = node(r"a &= b \\ c &= d")
    assert isinstance(grid, Grid)
    assert (grid.kind, grid.aligns, len(grid.rows)) == ("lines", "rl", 2)


def test_limits_stand_where_the_operator_wants_them() -> None:
    wanted = {r"\sum_i": "displayed", r"\int_0": "never", r"\lim_x": "displayed", r"\int\limits_0": "always"}
    for latex, limits in wanted.items():
        script = node(latex)
        assert isinstance(script, Script)
        assert script.limits == limits


@given(st.text())
def test_chemistry_never_raises(text: str) -> None:
    assert readable(chemical(text)) == " ".join(readable(chemical(text)).split())
