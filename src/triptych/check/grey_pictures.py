"""Pictures without colour: which of their colours a black-and-white printer makes one grey."""

import colorsys
import io
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from triptych.model.colors import grey_contrast
from triptych.model.document import Document
from triptych.model.picture import Picture
from triptych.model.queries import images_of
from triptych.problem import Problem

if TYPE_CHECKING:
    from PIL import Image

ALIKE = 1.25
"""The contrast below which two greys beside each other are taken for one."""
_SIDE, _COLORS = 256, 24
"""The pixels of a side, and the colours, of the small version that is looked at."""
_GRAPHIC = 0.85
"""The share that few colours fill in a drawing or a chart, but not in a photograph."""
_SHARE, _SHARE_OF_PHOTO = 0.004, 0.04
"""The share of a picture that a colour must fill to count: a thin line does, a berry in a wood does not."""
_HUES = ("red", "orange", "yellow", "green", "cyan", "blue", "violet", "magenta")
_ENDS = (15, 45, 70, 165, 200, 255, 290, 340)
"""Degrees at which each hue ends; red goes around."""
_APART = 40
"""Degrees between hues from which on they are clearly different."""
_COLORFUL = 0.12
"""How far from grey a colour must be to have a hue."""
_BROWN = 0.4
"""The lightness below which orange is called brown."""


def greyed_pictures(document: Document, pictures: Mapping[str, Picture]) -> tuple[Problem, ...]:
    """A note for each picture of which different hues become one grey; whether that matters its reader must say."""
    found: dict[str, Problem] = {}
    for image in images_of(document):
        picture = pictures.get(image.source)
        if picture is None or image.source in found:
            continue
        pairs = _merging(_colors(picture))
        if pairs:
            said = ", ".join(f"{one} and {other}" for one, other in pairs[:3])
            found[image.source] = Problem(
                "note",
                f"without colour, {said} come out as one grey in this picture",
                document.path,
                image.line,
                hint="if they mean something, tell them apart by light and dark, by patterns or by labels",
            )
    return tuple(found.values())


def _colors(picture: Picture) -> list[str]:
    """The main colours of a picture, the most frequent one first."""
    from PIL import Image

    with Image.open(io.BytesIO(picture.data)) as opened:
        image = opened.convert("RGBA")
    image.thumbnail((_SIDE, _SIDE), Image.Resampling.NEAREST)  # mixes no colours
    small = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    total = small.width * small.height
    counts = _counted(small)
    graphic = sum(count for _, count in counts.most_common(_COLORS)) >= _GRAPHIC * total
    counts = counts if graphic else _counted(small.quantize(_COLORS).convert("RGB"))
    least = (_SHARE if graphic else _SHARE_OF_PHOTO) * total
    return [color for color, count in counts.most_common(_COLORS) if count >= least]


def _counted(image: "Image.Image") -> Counter[str]:
    """How many pixels of an RGB picture have each colour."""
    data = image.tobytes()
    return Counter(data[at : at + 3].hex().upper() for at in range(0, len(data), 3))


def _merging(colors: list[str]) -> list[tuple[str, str]]:
    """Pairs of names of hues that cannot be told apart, each once."""
    pairs: dict[tuple[str, str], None] = {}
    for index, one in enumerate(colors):
        for other in colors[index + 1 :]:
            if _differ(one, other) and grey_contrast(one, other) < ALIKE:
                first, second = sorted((_name(one), _name(other)))
                pairs.setdefault((first, second))
    return list(pairs)


def _differ(one: str, other: str) -> bool:
    """Whether both colours have a hue, and another name and place in the circle of hues."""
    first, second = _hue(one), _hue(other)
    if first is None or second is None or _name(one) == _name(other):
        return False
    apart = abs(first - second)
    return min(apart, 360 - apart) >= _APART


def _hue(color: str) -> float | None:
    """The hue in degrees; None for what is nearly grey, black or white."""
    hue, light, saturation = _hls(color)
    return hue * 360 if saturation * min(light, 1 - light) >= _COLORFUL else None


def _name(color: str) -> str:
    hue, light, _ = _hls(color)
    name = next((name for name, end in zip(_HUES, _ENDS, strict=True) if hue * 360 < end), "red")
    return "brown" if name == "orange" and light < _BROWN else name


def _hls(color: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*(int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)))
