"""Colours of pictures that a black-and-white printer cannot tell apart."""

import io
import random

import pytest
from PIL import Image, ImageDraw

from triptych.check.grey_pictures import greyed_pictures
from triptych.read.markdown.document import read_markdown
from triptych.read.pictures.raster import to_picture

RED, GREEN, BLUE, YELLOW, PALE = (200, 60, 40), (40, 125, 60), (20, 40, 200), (240, 220, 30), (255, 200, 190)


def drawn(*colors: tuple[int, int, int]) -> Image.Image:
    """Lines of these colours on white."""
    image = Image.new("RGB", (300, 200), "white")
    for place, color in enumerate(colors):
        ImageDraw.Draw(image).line([(10, 20 + 40 * place), (290, 30 + 40 * place)], color, 4)
    return image


def photographed(*colors: tuple[int, int, int]) -> Image.Image:
    """Patches of these colours with noise."""
    dice = random.Random(1)
    image = Image.new("RGB", (120, 120))
    for x in range(120):
        for y in range(120):
            color = colors[x * len(colors) // 120]
            image.putpixel((x, y), tuple(min(255, max(0, part + dice.randint(-14, 14))) for part in color))
    return image


def said(image: Image.Image) -> list[str]:
    out = io.BytesIO()
    image.save(out, "PNG")
    document, _ = read_markdown("# A\n\nText.\n\n![a picture](x.png)\n", "a.md")
    found = greyed_pictures(document, {"x.png": to_picture(out.getvalue())})
    assert all((problem.line, problem.severity) == (5, "note") for problem in found)
    return [problem.message for problem in found]


@pytest.mark.parametrize("make", [drawn, photographed])
def test_different_hues_of_one_grey_are_told(make: object) -> None:
    (message,) = said(make(RED, GREEN))
    assert "green and red" in message


@pytest.mark.parametrize("colors", [(BLUE, YELLOW), (RED, PALE), ((90, 90, 90), (95, 95, 95)), (RED,)])
def test_light_and_dark_and_one_hue_are_not(colors: tuple[tuple[int, int, int], ...]) -> None:
    assert said(drawn(*colors)) == []
    assert said(photographed(*colors)) == []


def test_what_is_transparent_counts_as_paper() -> None:
    image = Image.new("RGBA", (50, 50), (0, 125, 0, 0))
    ImageDraw.Draw(image).rectangle((0, 0, 25, 50), RED)
    assert said(image) == []
