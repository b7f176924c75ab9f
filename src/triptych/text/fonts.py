"""Which font file serves which face, and its metrics."""

from functools import cache
from pathlib import Path

import uharfbuzz as hb

from triptych.model.theme import Face
from triptych.text.system_fonts import package_folder

TWINS = {
    "arial": "arimo",
    "helvetica": "arimo",
    "liberation sans": "arimo",
    "courier new": "ibm plex mono",
    "courier": "ibm plex mono",
}
"""Families that decks name and that every machine has, and the open family of the same widths."""

_METRIC_TWINS = {
    "calibri": "carlito",
    "cambria": "caladea",
    "times new roman": "liberation serif",
    "times": "liberation serif",
    "georgia": "gelasio",
    "arial narrow": "liberation sans narrow",
    "segoe ui": "selawik",
}
"""Families with an open one of the same widths, which is used where it is installed and they are not."""
_WIDER, _WIDER_BOLD = 1.16, 1.2
"""What the plain family is stretched by where nothing is known of a family: few that are used are wider."""

_FILES = {
    # family: package, then file by (bold, italic); a variable file serves both weights.
    "arimo": (
        "fontpkg_arimo",
        {
            (False, False): "Arimo[wght].ttf",
            (True, False): "Arimo[wght].ttf",
            (False, True): "Arimo-Italic[wght].ttf",
            (True, True): "Arimo-Italic[wght].ttf",
        },
    ),
    "ibm plex mono": (
        "fontpkg_ibm_plex_mono",
        {
            (False, False): "IBMPlexMono-Regular.ttf",
            (True, False): "IBMPlexMono-Bold.ttf",
            (False, True): "IBMPlexMono-Italic.ttf",
            (True, True): "IBMPlexMono-BoldItalic.ttf",
        },
    ),
}
OUTLINES = frozenset(("glyf", "CFF ", "CFF2"))
"""The tables that hold outlines; an emoji font may have pictures alone."""


class Font:
    """One face at one place in its design space. Metrics are in ems.

    `ascent` and `descent` are the distances of the hhea box from the baseline, both positive.
    """

    def __init__(self, path: Path, *, bold: bool = False, index: int = 0, stretch: float = 1.0) -> None:
        self.path = path
        self.index = index
        self.stretch = stretch
        self.hb_face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self.hb_font = hb.Font(self.hb_face)
        axes = {axis.tag: axis for axis in self.hb_face.axis_infos} if self.hb_face.has_var_data else {}
        self.axes: dict[str, float] = {"wght": 700.0 if bold else 400.0} if "wght" in axes else {}
        self.axes |= {tag: axis.default_value for tag, axis in axes.items() if tag != "wght"}
        if self.axes:
            self.hb_font.set_variations(self.axes)
        self.upem: int = self.hb_face.upem
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent = extents.ascender / self.upem
        self.descent = -extents.descender / self.upem
        self.line_gap = extents.line_gap / self.upem
        self._glyphs: dict[str, int] = {}
        self._advances: dict[str, float] = {}

    def glyph(self, char: str) -> int:
        """The nominal glyph of a character, 0 if there is none."""
        found = self._glyphs.get(char)
        if found is None:
            found = self._glyphs[char] = self.hb_font.get_nominal_glyph(ord(char)) or 0
        return found

    def draws(self, char: str) -> bool:
        """Whether a character has a glyph with an outline, or needs none."""
        glyph = self.glyph(char)
        if not glyph or char.isspace():
            return bool(glyph)
        extents = self.hb_font.get_glyph_extents(glyph)
        return bool(extents and extents.width)

    def advance(self, char: str) -> float:
        """The width of a character in ems, without kerning."""
        found = self._advances.get(char)
        if found is None:
            glyph = self.glyph(char)
            found = self._advances[char] = float(self.hb_font.get_glyph_h_advance(glyph)) / self.upem * self.stretch
        return found

    @property
    def pitch(self) -> float:
        """The distance of lines in ems when nothing else is said: the hhea sum."""
        return float(self.ascent + self.descent + self.line_gap)


@cache
def load(face: Face) -> Font:
    """The font that serves a face; a family that is not known is served by its plainest substitute."""
    name = face.family.lower()
    if (packed := _FILES.get(TWINS.get(name, name))) is not None:
        package, files = packed
        return Font(package_folder(package) / files[face.bold, face.italic], bold=face.bold)
    found = _installed(name, face)
    if found is not None:
        return found
    package, files = _FILES["arimo"]
    wider = _WIDER_BOLD if face.bold else _WIDER
    return Font(package_folder(package) / files[face.bold, face.italic], bold=face.bold, stretch=wider)


def is_measured(family: str) -> bool:
    """Whether the true widths of a family are known here."""
    return load(Face(family)).stretch == 1.0


@cache
def printable(family: str) -> bool:
    """Whether a family is known here, has outlines, and may be embedded (OpenType, OS/2 fsType)."""
    font = load(Face(family))
    return font.stretch == 1.0 and may_be_embedded(font)


def may_be_embedded(font: Font) -> bool:
    """Whether a font has outlines, and its makers let it be embedded (OpenType, OS/2 fsType)."""
    if not OUTLINES.intersection(font.hb_face.table_tags):
        return False
    table = bytes(font.hb_face.reference_table("OS/2").data) if "OS/2" in font.hb_face.table_tags else b""
    return int.from_bytes(table[8:10], "big") & 0x0302 == 0  # neither restricted, nor unsubsettable, nor bitmaps only


def _installed(name: str, face: Face) -> Font | None:
    """The face of an installed family, or of its twin; the nearest style where it lacks one."""
    from triptych.text.installed import families

    styles = families().get(name) or families().get(_METRIC_TWINS.get(name, "")) or {}
    for style in ((face.bold, face.italic), (face.bold, False), (False, face.italic), (False, False)):
        if style in styles:
            path, index = styles[style]
            return Font(path, bold=face.bold, index=index)
    return None
