"""Fonts in the file: subsets as Type 0 fonts, with true widths and the text that each glyph stands for."""

import hashlib
import math
import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from triptych.text.fonts import Font
from triptych.write.pdf.composites import (
    Composite,
    borrowed,
    borrowed_parts,
    can_be_drawn,
    cid_numbers,
    plain_widths,
    with_composites,
)
from triptych.write.pdf.objects import Objects, Ref

_USELESS = (
    "GSUB",
    "GPOS",
    "GDEF",
    "STAT",
    "BASE",
    "MATH",
    "cmap",
    "name",
    "post",
    "OS/2",
    "DSIG",
    "gasp",
    "meta",
)
"""Tables that a Type 0 font does not need (ISO 32000-1, 9.9)."""

_LAST = 0xFFFF
"""The greatest code of a Type 0 font whose codes are two bytes."""

_SPARSE = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.CFF_IDENTITY_CHARSET | hb.SubsetFlags.DESUBROUTINIZE
"""Glyphs under their own numbers, by which a PDF calls them."""

_BLOCK = 100
"""The most that a block of a CMap may hold (Adobe Technical Note 5014)."""

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class FontUse:
    """A font in one file: the name that pages call it by, the codes drawn, and what they stand for.

    A code is the number of a glyph, or behind those that the font has, that of a composite: of glyphs that only
    together say something, or of one that says something else elsewhere. So each code says one text, which all
    programs read, while few read ActualText.
    """

    def __init__(self, font: Font, name: str) -> None:
        self.font = font
        self.name = name
        self.texts: dict[int, str] = {}
        self._first: int = font.hb_face.glyph_count
        self._codes: dict[tuple[Composite, str], int] = {}
        self._advances: dict[int, float] = {}

    def advance(self, code: int) -> float:
        """How far drawing a code moves, in ems, if nothing is said about it."""
        found = self._advances.get(code)
        if found is None:
            found = self._advances[code] = self.font.hb_font.get_glyph_h_advance(code) / self.font.upem
        return found

    def draw(self, glyph: int, text: str) -> bool:
        """Note that a glyph is drawn; whether it says the text by itself. The first text it has stays."""
        return self.texts.setdefault(glyph, text) == text

    def alone(self, glyph: int) -> Composite:
        """A glyph as a composite of itself alone."""
        return Composite(((glyph, 0, 0),), int(self.font.hb_font.get_glyph_h_advance(glyph)))

    def lent(self, code: int, upem: int) -> Composite:
        """What a code draws, for another font of so many units an em."""
        if code < self._first:
            return borrowed(self.font, code, upem)
        made = next(composite for (composite, _), own in self._codes.items() if own == code)
        return borrowed_parts(self.font, made, upem)

    def composed(self, composite: Composite, text: str) -> int:
        """The code of a composite that says a text; 0 if the font has no room for it."""
        found = self._codes.get((composite, text))
        if found is None:
            code = self._first + len(self._codes)
            if code > _LAST or "glyf" not in self.font.hb_face.table_tags or not can_be_drawn(composite):
                return 0
            found = self._codes[composite, text] = code
            self.texts[code] = text
            self._advances[code] = composite.advance / self.font.upem
        return found

    def embed(self, objects: Objects) -> Ref:
        """Write the font with the glyphs that were drawn (ISO 32000-1, 9.7); its Type 0 dictionary."""
        glyphs, composites = sorted(self.texts), [composite for composite, _ in self._codes]
        subset, numbers = _program(self.font, glyphs, composites)
        name = f"{_tag(self.font, glyphs, composites)}+{_postscript_name(self.font)}"
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2" if _is_truetype(subset) else "CIDFontType0"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": objects.add(_descriptor(self.font, name, subset, objects)),
            "W": _widths(subset, numbers, glyphs),
        }
        if _is_truetype(subset):
            descendant["CIDToGIDMap"] = PDFName("Identity")
        parent = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([objects.add(PDFDictionary(descendant))]),
            "ToUnicode": objects.add_stream(_to_unicode(self.texts)),
        }
        return objects.add(PDFDictionary(parent))


def _program(font: Font, codes: Sequence[int], composites: Sequence[Composite]) -> tuple[hb.Face, dict[int, int]]:
    """The font that draws these codes, and the number of each code's glyph in it."""
    first = font.hb_face.glyph_count
    glyphs = {code for code in codes if code < first}.union(
        glyph for composite in composites for glyph, _, _ in composite.parts
    )
    if "glyf" not in font.hb_face.table_tags:
        dense = _subset(font, glyphs, hb.SubsetFlags.DESUBROUTINIZE)
        numbers = sorted({0, *glyphs})
        if cid_numbers(_table(dense, "CFF ")) == numbers:
            return dense, {glyph: place for place, glyph in enumerate(numbers)}
    subset = _subset(font, glyphs, _SPARSE)
    if composites:
        subset = hb.Face(with_composites(bytes(subset.blob.data), first, composites))
    return subset, {code: code for code in codes}


def _subset(font: Font, glyphs: Iterable[int], flags: hb.SubsetFlags) -> hb.Face:
    """The font with only these glyphs, at its place in the design space."""
    wish = hb.SubsetInput()
    wish.flags = flags | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.DOWNGRADE_CFF2
    wish.glyph_set.update(glyphs)
    wish.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _USELESS)
    for axis, value in font.axes.items():
        wish.pin_axis_location(font.hb_face, axis, value)
    return hb.subset(font.hb_face, wish)


def _descriptor(font: Font, name: str, subset: hb.Face, objects: Objects) -> PDFDictionary:
    """What a font looks like as a whole (ISO 32000-1, 9.8)."""
    per_mille = 1000 / font.upem
    box = struct.unpack_from(">4h", _table(subset, "head"), 36)
    angle, fixed = struct.unpack_from(">i4xI", _table(font.hb_face, "post").ljust(16, b"\0"), 4)
    flags = 1 * bool(fixed) | 4 | 64 * bool(angle)  # fixed pitch, symbolic (no Latin encoding is meant), italic
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": flags,
            "FontBBox": PDFArray(
                [math.floor(v * per_mille) for v in box[:2]] + [math.ceil(v * per_mille) for v in box[2:]]
            ),
            "ItalicAngle": round(angle / 65536, 2),
            "Ascent": round(font.ascent * 1000),
            "Descent": -round(font.descent * 1000),
            "CapHeight": round(_cap_height(font) * per_mille),
            "StemV": _stem(font),
            **_font_file(subset, objects),
        }
    )


def _font_file(subset: hb.Face, objects: Objects) -> dict[str, Ref]:
    """The font program: TrueType as it is, of the other kind only the outlines (ISO 32000-1, table 126)."""
    if _is_truetype(subset):
        data = bytes(subset.blob.data)
        return {"FontFile2": objects.add_stream(data, {"Length1": len(data)})}
    outlines = _table(subset, "CFF ")
    if cid_numbers(outlines):
        outlines = plain_widths(bytes(subset.blob.data))
    return {"FontFile3": objects.add_stream(outlines, {"Subtype": PDFName("CIDFontType0C")})}


def _is_truetype(subset: hb.Face) -> bool:
    return "glyf" in subset.table_tags


def _widths(subset: hb.Face, numbers: Mapping[int, int], codes: Sequence[int]) -> PDFArray:
    """The W array: the widths that the embedded font program has (ISO 14289-1, 7.21.5), in runs of codes."""
    font, per_mille = hb.Font(subset), 1000 / subset.upem
    parts: list[object] = []
    for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]):
        told = [code for _, code in run]
        wide = [round(font.get_glyph_h_advance(numbers[code]) * per_mille, 3) for code in told]
        parts += [told[0], PDFArray(wide)]
    return PDFArray(parts)


def _to_unicode(texts: dict[int, str]) -> bytes:
    """The CMap from glyphs to text (ISO 32000-1, 9.10.3)."""
    lines = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for glyph, text in sorted(texts.items())]
    blocks = (lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK))
    code = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    return _CMAP.format(blocks=code).encode()


def _tag(font: Font, glyphs: Sequence[int], composites: Sequence[Composite]) -> str:
    """Six letters that tell subsets of one font apart (ISO 32000-1, 9.6.4), the same for the same glyphs."""
    made = [(one.parts, one.advance, one.outline) for one in composites] or ""
    digest = hashlib.sha256(f"{font.path.name} {font.axes} {glyphs}{made}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _postscript_name(font: Font) -> str:
    """The font's own name; a bold that was made from a variable font says so."""
    own = font.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or font.path.stem
    family, _, style = "".join(c for c in own if c.isascii() and (c.isalnum() or c in "-_.")).partition("-")
    if font.axes.get("wght", 0) >= 600 and "Bold" not in style:
        style = "Bold" + style.replace("Regular", "")
    return f"{family}-{style}" if style else family


def _cap_height(font: Font) -> int:
    """The height of capitals in font units: what the font says, or that of its H."""
    table = _table(font.hb_face, "OS/2")
    if len(table) >= 90 and struct.unpack_from(">H", table)[0] >= 2:
        return int(struct.unpack_from(">h", table, 88)[0])
    extents = font.hb_font.get_glyph_extents(font.glyph("H"))
    return int(extents.y_bearing) if extents else 0


def _stem(font: Font) -> int:
    """The usual guess at the width of stems from the weight, since fonts do not tell it."""
    table = _table(font.hb_face, "OS/2")
    weight = font.axes.get("wght") or (struct.unpack_from(">H", table, 4)[0] if len(table) >= 6 else 400)
    return round(50 + (weight / 65) ** 2)


def _table(face: hb.Face, tag: str) -> bytes:
    """A table of a font, empty if it has none."""
    return bytes(face.reference_table(tag).data) if tag in face.table_tags else b""
