"""Values as they stand in a PDF file."""

import pikepdf
import pytest

from triptych.write.pdf.values import array, dictionary, number, text_string


def read(value: str) -> object:
    """What another program makes of a value."""
    return pikepdf.Object.parse(value.encode("latin-1"))


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "(brackets) \\ and both",
        "Ünïcödé",
        "— “quotes” … • € ﬁ Ł",
        "Ελληνικά",
        "日本",
        "a\nb\tc",
        "",
    ],
)
def test_text_is_read_as_it_was_written(text: str) -> None:
    written = text_string(text)
    assert written.isascii()
    assert str(read(written)) == text


def test_text_takes_two_bytes_only_where_one_will_not_do() -> None:
    assert text_string("Š — €") == "(\\227 \\204 \\240)"
    assert text_string("я") == "(\\376\\377\\004O)"


@pytest.mark.parametrize(
    ("value", "said"), [(0.0, "0"), (0.5, "0.5"), (-1.25, "-1.25"), (1e-9, "0"), (12345.6789, "12345.679")]
)
def test_numbers_have_three_decimals_and_no_exponent(value: float, said: str) -> None:
    assert number(value) == said


def test_dictionaries_are_in_the_order_of_their_keys_and_arrays_in_their_own() -> None:
    many = {f"Key{place:02}": place / 2 for place in range(20)}
    assert {str(key)[1:]: float(value) for key, value in read(dictionary(many)).items()} == many
    assert dictionary({"B": "/Name", "A": array([1, 0.5, "3 0 R"])}) == "<<\n/A [ 1 .5 3 0 R ] /B /Name\n>>"
    assert [float(value) for value in read(array([place / 4 for place in range(25)]))] == [n / 4 for n in range(25)]
