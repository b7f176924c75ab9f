"""Formulae beside text without serifs have none either; what has no such letters stays as it is."""

import pytest
from formulae import FORMULAE

from triptych.model.latex import parse
from triptych.text.formula import drawing
from triptych.text.mathml import mathml
from triptych.text.sans import is_sans, without_serifs


def letters(latex: str) -> str:
    root = mathml(parse(latex).row, display=True)
    without_serifs(root)
    return "".join(leaf.text or "" for leaf in root.iter() if leaf.tag in ("mn", "mtext"))


@pytest.mark.parametrize(
    ("latex", "found"),
    [
        ("Av", "𝘈𝘷"),
        ("12", "𝟣𝟤"),
        (r"\det A", "𝖽𝖾𝗍𝘈"),
        (r"\mathbf{Z}", "𝗭"),
        (r"\lambda h", "λ𝘩"),
    ],
)
def test_latin_letters_and_digits_have_no_serifs(latex: str, found: str) -> None:
    assert letters(latex) == found


@pytest.mark.parametrize("latex", FORMULAE)
def test_what_can_be_set_can_be_set_without_serifs(latex: str) -> None:
    assert (drawing(latex, display=True) is None) == (drawing(latex, display=True, sans=True) is None)


def test_the_two_are_not_the_same_drawing() -> None:
    assert drawing("Av", display=True) != drawing("Av", display=True, sans=True)


@pytest.mark.parametrize(
    ("family", "sans"),
    [("Arial", True), ("Liberation Serif", False), ("Cambria", False), ("Noto Sans", True), ("MS Sans Serif", True)],
)
def test_names_tell_which_families_have_serifs(family: str, sans: bool) -> None:
    assert is_sans(family) == sans
