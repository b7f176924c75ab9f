"""Colours that text is set in can be read on what lies behind them (WCAG 2.2, 1.4.3)."""

import pytest
from documents import theme

from triptych.plan.code import COLORS, highlight


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(color[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("text", ["ink", "muted", "accent", "deep"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_text_on_light_ground(text: str, ground: str) -> None:
    palette = theme().palette
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


def test_white_text_on_dark_ground() -> None:
    assert contrast(theme().palette.paper, theme().palette.deep) >= 4.5


@pytest.mark.parametrize("kind", COLORS)
def test_code_on_both_grounds(kind: str) -> None:
    color, _, _ = COLORS[kind]
    assert contrast(color, theme().palette.paper) >= 4.5
    assert contrast(color, theme().palette.tint) >= 4.5


def test_contrast_is_computed_as_it_should_be() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("language", ["python", "c", "", "no such language"])
def test_highlighting_loses_no_character(language: str) -> None:
    text = 'def f(x):\n\treturn "a\\n"  # why\n\n'
    lines = highlight(text, language)
    assert "\n".join("".join(token.text for token in line) for line in lines) == text.expandtabs(4)
