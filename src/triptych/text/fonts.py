"""Which font file serves which face, its metrics, and which font steps in where a face lacks a character."""

import importlib.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from triptych.model.theme import Face
from triptych.text.system_fonts import outline_fonts, system_fonts

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
_EXTRAS = ("fontpkg_noto_sans_arabic", "fontpkg_noto_sans_devanagari", "fontpkg_noto_sans")
"""Font packages that are used when they are installed and a character asks for them."""


class Font:
    """One face at one place in its design space. Metrics are in ems.

    `ascent` and `descent` are the distances of the hhea box from the baseline, both positive.
    """

    def __init__(self, path: Path, *, bold: bool = False, index: int = 0, stretch: float = 1.0) -> None:
        self.path = path
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
        return Font(_folder(package) / files[face.bold, face.italic], bold=face.bold)
    found = _installed(name, face)
    if found is not None:
        return found
    package, files = _FILES["arimo"]
    wider = _WIDER_BOLD if face.bold else _WIDER
    return Font(_folder(package) / files[face.bold, face.italic], bold=face.bold, stretch=wider)


def is_measured(family: str) -> bool:
    """Whether the true widths of a family are known here."""
    return load(Face(family)).stretch == 1.0


@cache
def printable(family: str) -> bool:
    """Whether a family is known here, has TrueType outlines, and may be embedded (OpenType, OS/2 fsType)."""
    font = load(Face(family))
    if font.stretch != 1.0 or "glyf" not in font.hb_face.table_tags:
        return False
    table = bytes(font.hb_face.reference_table("OS/2").data) if "OS/2" in font.hb_face.table_tags else b""
    return int.from_bytes(table[8:10], "big") & 0x0302 == 0  # neither restricted, nor unsubsettable, nor bitmaps only


def _installed(name: str, face: Face) -> Font | None:
    """The face of an installed family, or of its twin; the nearest style where it lacks one."""
    styles = _families().get(name) or _families().get(_METRIC_TWINS.get(name, "")) or {}
    for style in ((face.bold, face.italic), (face.bold, False), (False, face.italic), (False, False)):
        if style in styles:
            path, index = styles[style]
            return Font(path, bold=face.bold, index=index)
    return None


@cache
def _families() -> dict[str, dict[tuple[bool, bool], tuple[Path, int]]]:
    """The installed families by their names in small letters: the file and face of each style."""
    found: dict[str, dict[tuple[bool, bool], tuple[Path, int]]] = {}
    for path in (*system_fonts(), *outline_fonts()):
        for index in range(8 if path.suffix.lower() == ".ttc" else 1):
            try:
                face = hb.Face(hb.Blob.from_file_path(str(path)), index)
            except (hb.HarfBuzzError, OSError):
                break
            if not face.glyph_count:
                break
            style = (face.get_name(hb.OTNameIdPredefined.FONT_SUBFAMILY) or "").lower()
            key = "bold" in style, "italic" in style or "oblique" in style
            for kind in (hb.OTNameIdPredefined.FONT_FAMILY, hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY):
                if family := face.get_name(kind):
                    found.setdefault(family.lower(), {}).setdefault(key, (path, index))
    return found


@cache
def fallback(char: str, bold: bool = False) -> Font | None:
    """A font that has the character: a font package first, then what the system has; None if nothing has."""
    for font in _candidates(bold):
        if font.glyph(char):
            return font
    return None


@cache
def _folder(package: str) -> Path:
    """Where a font package keeps its files. Found without importing fontpkg, which costs 40 ms."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the font package {package.replace('_', '-')} is not installed")
    return Path(spec.submodule_search_locations[0], "files")


_found: dict[bool, list[Font]] = {False: [], True: []}
_pending: dict[bool, Iterator[Font]] = {}


def _candidates(bold: bool) -> Iterator[Font]:
    """The fonts to try, opened one by one as far as a character needs them, each only once."""
    yield from _found[bold]
    pending = _pending.setdefault(bold, _open_candidates(bold))
    for font in pending:
        _found[bold].append(font)
        yield font


def _open_candidates(bold: bool) -> Iterator[Font]:
    for family in ("Arial", "Courier New"):
        yield load(Face(family, bold=bold))
    for package in _EXTRAS:
        if importlib.util.find_spec(package) is not None:
            upright = [p for p in sorted(_folder(package).iterdir()) if "Italic" not in p.name]
            yield from (Font(path, bold=bold) for path in upright[:1])
    for path in system_fonts():
        try:
            font = Font(path, bold=bold)
        except (hb.HarfBuzzError, OSError):
            continue  # a broken system font is not the author's problem
        if "glyf" in font.hb_face.table_tags:  # a collection may hold CFF outlines, an emoji font only bitmaps
            yield font
