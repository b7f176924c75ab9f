"""How far two pictures of a slide are from each other."""

from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

BLUR, SHARE = 2, 0.25
"""Pixels that are blurred before pictures are compared; the part of the whole range from which a pixel differs."""


def difference(one: Path, two: Path) -> float:
    """The pixels that differ once both are blurred, in per cent: in any colour by more than a quarter of its range."""
    first, second = (_blurred(path) for path in (one, two))
    assert first.size == second.size
    red, green, blue = ImageChops.difference(first, second).split()
    counts = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return 100 * sum(counts[round(255 * SHARE) :]) / sum(counts)


def _blurred(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB").filter(ImageFilter.GaussianBlur(BLUR))
