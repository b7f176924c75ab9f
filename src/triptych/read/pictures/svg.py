"""SVG pictures: drawn finely once, and kept as they are for programs that draw them themselves."""

import hashlib
import importlib.util
import io
import re
from collections.abc import Mapping
from pathlib import Path

from triptych.limits import USUAL, Limits
from triptych.model.picture import Picture
from triptych.patterns import late
from triptych.read.pictures.raster import BadPictureError
from triptych.read.pictures.svg_cleaning import clean

FINEST = 2400
"""Pixels of the longer side: a slide's width at 180 dots per inch, a column's at 450."""
_FAMILY = "Arimo"
_LENGTH = late(r"\s*+([+-]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][+-]?\d++)?)\s*+([a-z]*+)\s*+", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "em": 16.0}
_LARGEST = 10_000.0
_THINNEST = 200.0
LACKING = "parts of this SVG are left out: nothing is fetched or run"


def svg_picture(data: bytes, limits: Limits = USUAL) -> tuple[Picture, str]:
    """The SVG in these bytes as a picture of its natural size, and what its author should know, if anything.

    What would run or be fetched from elsewhere is left out. Raises BadPictureError, and LimitError where
    drawing it takes too long or too much.
    """
    found = clean(data, limits)
    width, height = _natural(found.root)
    text = _sized(found.text, width, height)
    drawn = _opaque(_drawn(text, width, height, limits))
    svg = text.encode()
    scale = min(1.0, _LARGEST / max(width, height))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    key = hashlib.sha256(drawn + svg).hexdigest()[:32]
    return Picture(drawn, "png", *size, key, svg), LACKING if found.lacking else ""


def _natural(root: Mapping[str, str]) -> tuple[float, float]:
    """Width and height in pixels (SVG 2, 8.2): as said, else from the view box, else a browser's 300 by 150."""
    box = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if _LENGTH.fullmatch(part)]
    wide, high = (box[2], box[3]) if len(box) == 4 and min(box[2:]) > 0 else (0.0, 0.0)
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    if not width and not height:
        width, height = (wide, high) if wide else (300.0, 150.0)
    elif not (width and height):
        ratio = wide / high if wide else 1.0
        width, height = width or height * ratio, height or width / ratio
    if not 1 / _THINNEST <= width / height <= _THINNEST:
        raise BadPictureError("SVG is too thin to be shown")
    return width, height


def _length(text: str) -> float:
    """A length in pixels; 0 for none, and for one that depends on its surroundings."""
    match = _LENGTH.fullmatch(text)
    value = float(match[1]) * _PIXELS.get(match[2].lower(), 0.0) if match else 0.0
    return value if 0 < value < 1e12 else 0.0


def _drawn(text: str, width: float, height: float, limits: Limits) -> bytes:
    """A PNG with the longer side as fine as it is ever needed."""
    from triptych.read.pictures.svg_child import drawn

    pixels = max(1, round(FINEST * width / max(width, height)))
    return drawn(text, pixels, _FAMILY, _font_folders(), limits)


def _sized(text: str, width: float, height: float) -> str:
    """The SVG with a view box and with its size in pixels: what was said in other ways is settled here once."""
    start, end = text.index("<"), text.index(">")
    root = re.sub(r'\s(width|height)="[^"]*"', "", text[start:end])
    box = "" if " viewBox=" in root else f' viewBox="0 0 {width:.6g} {height:.6g}"'
    scale = min(1.0, _LARGEST / max(width, height))
    return f'{text[:start]}{root}{box} width="{width * scale:.6g}" height="{height * scale:.6g}"{text[end:]}'


def _font_folders() -> list[str]:
    """Where the text family is, so that an SVG's text looks like the text around it on every machine."""
    spec = importlib.util.find_spec(f"fontpkg_{_FAMILY.lower()}")
    return [str(Path(spec.origin).parent)] if spec and spec.origin else []


def _opaque(data: bytes) -> bytes:
    """The PNG without its alpha channel where nothing shows through; raises BadPictureError if all does."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        if image.mode != "RGBA":
            return data
        extent = image.getchannel("A").getextrema()
        if extent == (0, 0):
            raise BadPictureError("SVG shows nothing")
        if extent != (255, 255):
            return data
        out = io.BytesIO()
        image.convert("RGB").save(out, "PNG")
        return out.getvalue()
