"""The families that are installed here, by their names."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from triptych.text.scripts import PACKAGES
from triptych.text.system_fonts import outline_fonts, package_folder, system_fonts

Styles = dict[tuple[bool, bool], tuple[Path, int]]
"""The file of each style, bold or not, italic or not, and which of the faces in it."""

_STYLES = {
    "regular": (False, False),
    "bold": (True, False),
    "italic": (False, True),
    "oblique": (False, True),
    "bold italic": (True, True),
    "bold oblique": (True, True),
}
"""The styles that text is set in, by the names that fonts give them; others are other weights and widths."""


@cache
def families() -> dict[str, Styles]:
    """The installed families by their names in small letters, those of font packages first."""
    found: dict[str, Styles] = {}
    for path, index, face in _faces():
        style = (face.get_name(hb.OTNameIdPredefined.FONT_SUBFAMILY) or "").lower()
        key = "bold" in style, "italic" in style or "oblique" in style
        if family := face.get_name(hb.OTNameIdPredefined.FONT_FAMILY):
            found.setdefault(family.lower(), {}).setdefault(key, (path, index))
        style = (face.get_name(hb.OTNameIdPredefined.TYPOGRAPHIC_SUBFAMILY) or style).lower()
        if (family := face.get_name(hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY)) and style in _STYLES:
            found.setdefault(family.lower(), {}).setdefault(_STYLES[style], (path, index))
    return found


def _faces() -> Iterator[tuple[Path, int, hb.Face]]:
    """Every face of every font file, with its number in it."""
    for path in (*package_fonts(), *system_fonts(), *outline_fonts()):
        try:
            blob = hb.Blob.from_file_path(str(path))
            faces = [hb.Face(blob, index) for index in range(_count(blob))]
        except (hb.HarfBuzzError, OSError):
            continue  # a broken system font is not the author's problem
        yield from ((path, index, face) for index, face in enumerate(faces) if face.glyph_count)


def _count(blob: hb.Blob) -> int:
    """How many faces a file holds (OpenType, TTC header)."""
    head = bytes(blob.data[:12])
    return int.from_bytes(head[8:12], "big") if head[:4] == b"ttcf" else 1


@cache
def package_fonts() -> tuple[Path, ...]:
    """The upright fonts of the packages for scripts that are installed."""
    found: list[Path] = []
    for package in PACKAGES:
        try:
            found += sorted(path for path in package_folder(package).iterdir() if "Italic" not in path.name)
        except ModuleNotFoundError:
            continue
    return tuple(found)
