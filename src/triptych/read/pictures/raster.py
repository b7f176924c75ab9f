"""Encoded pictures of any common kind to PNG or JPEG, upright, in eight bits, of sensible size."""

import hashlib
import io
import warnings
from typing import Literal

from PIL import Image, ImageOps, UnidentifiedImageError

from triptych.limits import USUAL, LimitError, Limits
from triptych.model.picture import TONES, Picture, Tones

MAX_SIDE = 4000
"""Pixels: a slide's width at 300 dots per inch."""
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "PPM", "ICO")  # none that runs other programs
_ORIENTATION = 0x0112
_QUALITY = 92


_IN_SEQUENCE = ("GIF", "WEBP", "TIFF", "PNG")
"""Formats whose further pictures are as much worth as the first: those of an icon and of a camera are not."""


class BadPictureError(Exception):
    """Why these bytes cannot be shown as a picture."""


def to_picture(data: bytes, limits: Limits = USUAL) -> Picture:
    """The picture in these bytes. PNG and JPEG stay as they are where both writers can embed them.

    Rotation that a camera noted is carried out, the first frame stands for an animation, CMYK and 16-bit
    pictures become 8-bit RGB or grey. Raises BadPictureError, and LimitError for too many
    pixels, before any is decoded.
    """
    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures; those that are too large are refused below.
            warnings.simplefilter("ignore")
            return _read(data, limits)
    except (BadPictureError, LimitError, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise LimitError("pixels of a picture", "picture-pixels", limits.picture_pixels) from error
    except UnidentifiedImageError as error:
        raise BadPictureError("not a picture that can be shown") from error
    except Exception as error:  # damaged files make decoders raise nearly anything
        raise BadPictureError("picture is damaged") from error


def frames(data: bytes) -> int:
    """How many pictures follow each other in an animation or a file of pages; 1 where that cannot be told."""
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            warnings.simplefilter("ignore")
            return int(getattr(image, "n_frames", 1)) if image.format in _IN_SEQUENCE else 1
    except Exception:  # as above; what is shown of it has been read by then
        return 1


def tones(data: bytes) -> Tones:
    """The tones of a picture, for text that stands on it. Raises BadPictureError."""
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            warnings.simplefilter("ignore")
            _check_size(image.width, image.height, USUAL)
            image.draft("RGB", (8 * TONES, 8 * TONES))
            small = _eight_bits(image).convert("RGBA").resize((TONES, TONES), Image.Resampling.BOX)
    except MemoryError:
        raise
    except Exception as error:  # damaged files make decoders raise nearly anything
        raise BadPictureError("picture is damaged, or has too many pixels") from error
    raw = small.tobytes()
    pixels = (raw[at : at + 4] for at in range(0, len(raw), 4))
    return Tones(tuple(f"{red:02X}{green:02X}{blue:02X}" if seen > 127 else "" for red, green, blue, seen in pixels))


def cropped(picture: Picture, proportions: float) -> Picture:
    """The middle of a picture that is so many times as wide as it is high; the very same if it is so already."""
    with Image.open(io.BytesIO(picture.data), formats=_FORMATS) as image:
        wide, high = image.size
        width, height = min(wide, round(high * proportions)), min(high, round(wide / proportions))
        if wide - width < 2 and high - height < 2:
            return picture
        left, top = (wide - width) // 2, (high - height) // 2
        return _encoded(image.crop((left, top, left + width, top + height)), picture.format == "jpeg")


def check_pixels(data: bytes, limits: Limits) -> None:
    """Raises LimitError if the picture in these bytes has too many pixels; what is no picture has none."""
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            warnings.simplefilter("ignore")
            _check_size(*image.size, limits)
    except Image.DecompressionBombError as error:
        raise LimitError("pixels of a picture", "picture-pixels", limits.picture_pixels) from error
    except (LimitError, MemoryError):
        raise
    except Exception:  # damaged files make decoders raise nearly anything
        return


def _check_size(width: int, height: int, limits: Limits) -> None:
    if width * height > limits.picture_pixels:
        raise LimitError(f"pixels of a picture ({width} × {height})", "picture-pixels", limits.picture_pixels)


def _read(data: bytes, limits: Limits) -> Picture:
    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        width, height = image.size
        _check_size(width, height, limits)
        if not width or not height:
            raise BadPictureError("picture has no pixels")
        kind = image.format or ""
        image.load()
        upright = image.getexif().get(_ORIENTATION, 1) in (0, 1)
        if upright and max(width, height) <= MAX_SIDE and _embeddable(image, kind, data):
            return _picture(data, "png" if kind == "PNG" else "jpeg", width, height)
        photo = kind in ("JPEG", "MPO")
        return _encoded(ImageOps.exif_transpose(image), photo)


def _embeddable(image: Image.Image, kind: str, data: bytes) -> bool:
    """Whether both writers can embed the bytes as they are."""
    if kind == "JPEG":
        return image.mode in ("L", "RGB")
    # The bit depth stands in the header (PNG 11.2.2): Pillow hides that colours have 16 bits.
    still = getattr(image, "n_frames", 1) == 1
    plain = image.mode in ("1", "L", "RGB", "RGBA", "LA", "P") and "transparency" not in image.info
    return kind == "PNG" and still and plain and data[24] <= 8


def _encoded(image: Image.Image, photo: bool) -> Picture:
    image = _eight_bits(image)
    if max(image.size) > MAX_SIDE:
        image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    if photo and image.mode in ("L", "RGB"):
        image.save(out, "JPEG", quality=_QUALITY)
        return _picture(out.getvalue(), "jpeg", *image.size)
    image.info = {}  # no text, times or profiles: the same picture gives the same bytes
    image.save(out, "PNG")
    return _picture(out.getvalue(), "png", *image.size)


def _eight_bits(image: Image.Image) -> Image.Image:
    """The picture in a mode that both formats know: grey, RGB, or RGB with transparency."""
    if image.mode.startswith("I") or image.mode == "F":
        return _grey(image)
    if image.mode in ("LA", "PA", "RGBa", "La") or "transparency" in image.info:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "RGBA") else image.convert("L" if image.mode == "1" else "RGB")


def _grey(image: Image.Image) -> Image.Image:
    """Sixteen bits of grey as eight; Pillow's own conversion would clip everything above 255 to white."""
    wide = image.convert("I") if image.mode != "F" else image
    highest = wide.getextrema()[1]
    factor = 255 / 65535 if isinstance(highest, int | float) and highest > 255 else 1
    return wide.point(lambda value: value * factor).convert("L")


def _picture(data: bytes, kind: Literal["png", "jpeg"], width: int, height: int) -> Picture:
    return Picture(data, kind, width, height, hashlib.sha256(data).hexdigest()[:32])
