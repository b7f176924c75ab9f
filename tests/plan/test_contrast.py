"""Colours that text is set in can be read on what lies behind them (WCAG 2.2, 1.4.3)."""

import pytest
from msgspec.structs import fields

from triptych.model.colors import contrast as measured
from triptych.model.theme import CodeColors
from triptych.plan.code import STYLES, highlight


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(color[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_it_should_be() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert measured("777777", "F2A33A") == pytest.approx(contrast("777777", "F2A33A"))


@pytest.mark.parametrize("language", ["python", "c", "", "no such language"])
def test_highlighting_loses_no_character(language: str) -> None:
    text = 'def f(x):\n\treturn "a\\n"  # why\n\n'
    lines = highlight(text, language)
    assert "\n".join("".join(token.text for token in line) for line in lines) == text.expandtabs(4)


def test_every_colour_of_code_is_one_of_a_theme() -> None:
    assert {color for color, _, _ in STYLES.values()} <= {field.name for field in fields(CodeColors)}
