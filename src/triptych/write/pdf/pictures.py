"""Pictures in the file, each once: JPEG as it is, PNG by its own compression where PDF has the same."""

import io
import struct

from triptych.model.picture import Picture
from triptych.write.pdf.objects import Objects, Ref

_GREY, _RGB, _INDEXED = 0, 2, 3
_CHANNELS = {_GREY: 1, _RGB: 3, _INDEXED: 1}


class Pictures:
    """The pictures of one file. In one that is `opaque` they have the colour of their ground where one sees through."""

    def __init__(self, objects: Objects, *, opaque: bool = False) -> None:
        self.opaque = opaque
        self._objects = objects
        self._known: dict[tuple[str, str], tuple[str, Ref]] = {}

    def use(self, picture: Picture, ground: str) -> tuple[str, Ref]:
        """The name that pages call a picture by, and its image; written when it is first used on a ground (RRGGBB)."""
        key = picture.key, ground if self.opaque else ""
        found = self._known.get(key)
        if found is None:
            ref = _write(picture, self._objects, key[1])
            found = self._known[key] = (f"I{len(self._known) + 1}", ref)
        return found


def _write(picture: Picture, objects: Objects, ground: str) -> Ref:
    if picture.format == "jpeg":
        entries = _entries(picture.width, picture.height, _jpeg_space(picture.data), 8)
        return objects.add_stream(picture.data, entries | {"Filter": "/DCTDecode"}, pack=False)
    return _same_compression(picture.data, objects) or _decoded(picture.data, objects, ground)


def _entries(width: int, height: int, space: str, bits: int) -> dict[str, object]:
    """What every image dictionary says (ISO 32000-1, 8.9.5)."""
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": width,
        "Height": height,
        "ColorSpace": space,
        "BitsPerComponent": bits,
    }


def _jpeg_space(data: bytes) -> str:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        return "/DeviceGray" if image.mode == "L" else "/DeviceRGB"


def _same_compression(data: bytes, objects: Objects) -> Ref | None:
    """A plain PNG (opaque, not interlaced): PDF knows its compression (ISO 32000-1, 7.4.4.4)."""
    width, height, bits, color, _, _, interlaced = struct.unpack_from(">IIBBBBB", data, 16)
    if color not in _CHANNELS or interlaced or bits > 8:
        return None
    chunks = _chunks(data)
    if "tRNS" in chunks or (color == _INDEXED and "PLTE" not in chunks):
        return None
    space = {_GREY: "/DeviceGray", _RGB: "/DeviceRGB"}.get(color) or _indexed(chunks["PLTE"])
    parameters = f"<</Predictor 15 /Colors {_CHANNELS[color]} /BitsPerComponent {bits} /Columns {width}>>"
    entries = _entries(width, height, space, bits) | {"Filter": "/FlateDecode", "DecodeParms": parameters}
    return objects.add_stream(chunks.get("IDAT", b""), entries, pack=False)


def _indexed(palette: bytes) -> str:
    return f"[/Indexed /DeviceRGB {len(palette) // 3 - 1} <{palette.hex()}>]"


def _chunks(data: bytes) -> dict[str, bytes]:
    """The chunks of a PNG by type, those of one type joined."""
    found: dict[str, list[bytes]] = {}
    place = 8
    while place + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        found.setdefault(kind.decode("latin-1"), []).append(data[place + 8 : place + 8 + length])
        place += 12 + length
    return {kind: b"".join(parts) for kind, parts in found.items()}


def _decoded(data: bytes, objects: Objects, ground: str) -> Ref:
    """Any PNG by its pixels, its transparency as a mask (ISO 32000-1, 11.6.5.3) unless it has a ground."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        grey = image.mode in ("1", "L", "LA") and "transparency" not in image.info
        pixels = image.convert("LA" if grey else "RGBA")
    if ground:
        grey = False
        under = Image.new("RGBA", pixels.size, f"#{ground}")
        pixels = Image.alpha_composite(under, pixels.convert("RGBA"))
    *colors, alpha = pixels.split()
    space = "/DeviceGray" if grey else "/DeviceRGB"
    entries = _entries(pixels.width, pixels.height, space, 8)
    if alpha.getextrema() != (255, 255):
        mask = _entries(pixels.width, pixels.height, "/DeviceGray", 8)
        entries["SMask"] = objects.add_stream(alpha.tobytes(), mask)
    return objects.add_stream(Image.merge("L" if grey else "RGB", colors).tobytes(), entries)
