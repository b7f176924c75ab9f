"""LaTeX in a text: what it means is read, what is for the layout is left out and told, own commands are applied."""

import pytest
from reading import complaints
from shown import ours

from triptych.model.latex import readable
from triptych.model.latex.units import number, unit


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A \\textbf{bold} and \\emph{said} word", "A **bold** and *said* word"),
        ("\\texttt{x_1} is code", "`x_1` is code"),
        ("See \\href{https://example.org}{this}", "See [this](https://example.org)"),
        ("It boils at \\SI{100}{\\celsius}", "It boils at $\\SI{100}{\\celsius}$"),
        ("Water is \\ce{H2O}", "Water is $\\ce{H2O}$"),
        ("And so on \\ldots", "And so on …"),
        ("In C:\\Users\\ann the \\n ends a line", "In C:\\Users\\ann the \\n ends a line"),
        ("\\textcolor{red}{Mind} it", "Mind it"),
        ("Text\\footnote{A note.}", "Text[1]"),
        ("\\only<2>{Rain} and \\uncover<2->{snow} and \\onslide{ice}", "Rain and snow and ice"),
        ("\\alert<3>{Mind} it", "**Mind** it"),
        ("\\LaTeX\\ and \\TeX{} are", "LaTeX and TeX are"),
    ],
)
def test_commands_that_mean_something(text: str, wanted: str) -> None:
    assert ours(text)[0] == wanted


def test_what_is_for_the_layout_is_left_out_and_told() -> None:
    text = "One.\n\n\\newpage\n\nTwo \\hspace{1cm} words.\n\n\\pause\n\nThree.\n"
    assert ours(text) == ["One.", "Two words.", "Three."]
    assert complaints(text) == [
        "3: warning: LaTeX for the layout is left out: \\newpage (and 1 more)",
        "7: note: LaTeX for the layout is left out: \\pause",
    ]


def test_own_commands_are_put_into_formulae() -> None:
    text = (
        "\\newcommand{\\E}{\\mathbb{E}}\n\\newcommand\\pair[2][a]{(#1, #2)}\n\\def\\half#1{\\frac{#1}{2}}\n\n"
        "$\\E[X]$, $\\pair{b}$, $\\pair[c]{d}$, $\\half{3}$\n\n$$\n\\newcommand{\\R}{\\mathbb{R}} x \\in \\R\n$$\n"
    )
    assert ours(text) == [
        "$\\mathbb{E}[X]$, $(a, b)$, $(c, d)$, $\\frac{3}{2}$", "$$x \\in \\mathbb{R}$$",
    ]  # fmt: skip


def test_commands_that_use_themselves_come_to_an_end() -> None:
    assert len(ours("\\newcommand{\\x}{\\x\\x}\n\n$\\x$\n")) <= 1


@pytest.mark.parametrize(
    ("latex", "wanted"),
    [
        ("\\qty{9.81}{\\metre\\per\\second\\squared}", "9.81 m s⁻²"),
        ("\\SI{4.2}{\\kilo\\joule\\per\\kilogram\\per\\kelvin}", "4.2 kJ kg⁻¹ K⁻¹"),
        ("\\num{1e-5}", "1 × 10⁻⁵"),
        ("\\ang{45;30;}", "45°30′"),
        ("\\SI{20}{\\percent}", "20 %"),
        ("\\si{m.s^{-2}}", "m s⁻²"),
        ("\\SIrange{1}{5}{\\kilo\\watt}", "1 kW–5 kW"),
        ("\\unit{\\gram\\per\\cubic\\centi\\metre}", "g cm⁻³"),
        ("\\qty{3}{\\um}", "3 µm"),
    ],
)
def test_numbers_and_units(latex: str, wanted: str) -> None:
    assert readable(latex).replace("\u2009", " ").replace("\u00a0", " ").replace("\u202f", " ") == wanted


def test_what_is_no_number_and_no_unit_stays() -> None:
    assert number("x+1") == "x+1"
    assert "foo" in unit("\\foo")


def test_environments_become_ours() -> None:
    text = """
\\begin{center}
Words.
\\end{center}

\\begin{enumerate}
\\item one
  goes on
\\item two
\\begin{itemize}
\\item below
\\end{itemize}
\\end{enumerate}

\\begin{tabular}{ll}
\\hline
a & b \\\\
\\hline
1 & 2 \\\\
\\end{tabular}

\\begin{lstlisting}[language=C]
int x;
\\end{lstlisting}

\\begin{theorem}[Rain]
It falls.
\\end{theorem}

\\begin{align}
x &= 1
\\end{align}
"""
    assert ours(text) == [
        "Words.", "1. one goes on", "2. two", "  - below", "table left left", "a | b", "1 | 2", "code C", "int x;",
        "important: Rain", "  It falls.", "$$\\begin{align}\nx &= 1\n\\end{align}$$",
    ]  # fmt: skip
    assert complaints(text) == ["2: warning: LaTeX for the layout is left out: \\begin{center}"]


def test_what_is_for_another_output_is_left_out_and_told() -> None:
    text = "Text `\\pause`{=latex} here.\n\n```{=html}\n<b>Shown</b>\n```\n\n```{=latex}\n\\pause\n```\n"
    assert ours(text) == ["Text here.", "**Shown**"]
    assert complaints(text) == ["1: warning: raw latex is left out (and 1 more)"]
