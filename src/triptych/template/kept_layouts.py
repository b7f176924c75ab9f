"""What a theme's template gives, kept beside it as data, so that the file need not be opened and read each time."""

import hashlib
import zlib
from pathlib import Path

import msgspec

from triptych.geometry import Size
from triptych.model.theme import SlideLayout

NAME = "layouts.json.z"
"""The file in a theme's folder: JSON, compressed as zlib does (RFC 1950)."""

Layouts = tuple[Size, tuple[SlideLayout, ...]]
"""The size of the slides, and a layout for each role, as `read_layouts` gives them."""


class _Kept(msgspec.Struct, frozen=True):
    template: str  # the SHA-256 of the file that it was read from
    size: Size
    layouts: tuple[SlideLayout, ...]


def to_keep(template: bytes) -> bytes:
    """The data to keep of a template."""
    from triptych.template.layouts import read_layouts

    return zlib.compress(msgspec.json.encode(_Kept(_hash(template), *read_layouts(template))), 9)


def layouts_of(folder: Path, template: bytes) -> Layouts:
    """What the template of a theme's folder gives: as it was kept, else as it is read.

    Another template than the one that it was read from is read; so is one of which nothing, or nonsense, is kept.
    """
    try:
        kept = msgspec.json.decode(zlib.decompress((folder / NAME).read_bytes()), type=_Kept)
    except (OSError, zlib.error, msgspec.DecodeError, UnicodeDecodeError):
        kept = None
    if kept is not None and kept.template == _hash(template):
        return kept.size, kept.layouts
    from triptych.template.layouts import read_layouts  # late: it opens files and reads XML

    return read_layouts(template)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
