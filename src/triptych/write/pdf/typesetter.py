"""Text as drawing operators: each word of a face is put into code once."""

from collections.abc import Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from triptych.model.theme import Face
from triptych.text.fonts import Font, load
from triptych.text.shape import Glyph, shape, space_width
from triptych.write.pdf.clusters import said_glyphs
from triptych.write.pdf.composites import Composite
from triptych.write.pdf.fonts import FontUse
from triptych.write.pdf.objects import Objects, Ref, number

EDGE = "\u200f "
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


class Stretch(msgspec.Struct, frozen=True):
    """Glyphs of one font at one height: `code` is what stands inside a TJ array, `rise` is in ems."""

    font: str
    rise: float
    code: str


class Group(msgspec.Struct, frozen=True):
    """Stretches that read as `actual` where it is not empty, else as what their codes say, from the right if `reverse`.

    What runs from right to left is drawn from left to right like everything else, for that is how programs that
    search and copy take it to be.
    """

    stretches: tuple[Stretch, ...]
    actual: str = ""
    reverse: bool = False


Code = str | tuple[Group, ...]
"""A word's code: mostly just what stands inside the TJ array of its face's own font."""


class Lettering:
    """A face in one file: its font's name there, its space, and its words as far as they were met."""

    def __init__(self, face: Face, typesetter: "Typesetter") -> None:
        self.face = face
        self._typesetter = typesetter
        use = typesetter.use(load(face))
        self.font = use.name
        glyph = use.font.glyph(" ")
        use.draw(glyph, " ")
        self.space = characters(glyph)
        self._plain: dict[str, str] = {"": ""}
        self._odd: dict[tuple[str, bool], Code] = {}

    def line(self, text: str) -> str | None:
        """The code of words with spaces between them; None if one of them is odd or new."""
        plain = self._plain
        try:
            return self.space.join([plain[word] for word in text.split(" ")])
        except KeyError:
            return None

    def groups(self, text: str, rtl: bool, joined: tuple[bool, bool]) -> list[Group]:
        """Words with spaces between them as they are seen from left to right.

        `joined` says of the beginning and the end whether other text stands there on the same line.
        """
        words = text.split(" ")
        codes = [self.word(word, rtl) for word in words]
        out: list[Group] = []
        for place, code in reversed([*enumerate(codes)]) if rtl else enumerate(codes):
            if place != (len(words) - 1 if rtl else 0):
                before = place + 1 if rtl else place
                edge = rtl and ((not any(words[:before]) and joined[0]) or (not any(words[before:]) and joined[1]))
                _append(out, Group((self._space(out, codes, edge),), reverse=rtl))
            for group in (Group((Stretch(self.font, 0.0, code),), reverse=rtl),) if isinstance(code, str) else code:
                _append(out, group)
        return out

    def word(self, word: str, rtl: bool = False) -> Code:
        """The code of a word; `rtl` says which way the text around it runs."""
        found = self._plain.get(word) if not rtl or not word else None
        if found is not None:
            return found
        odd = self._odd.get((word, rtl))
        if odd is None:
            odd = self._typesetter.code(word, self.face, rtl)
            if isinstance(odd, str) and not rtl:
                self._plain[word] = odd
            else:
                self._odd[word, rtl] = odd
        return odd

    def _space(self, before: list[Group], codes: Sequence[Code], edge: bool) -> Stretch:
        """A space of the font that is drawn with already, so that what programs take for one text stays one.

        At the `edge` of text from right to left it says a mark of direction, too: pdf.js drops what is nothing but
        space where the pen then goes back.
        """
        fonts = [group.stretches[-1].font for group in before[-1:] if group.stretches]
        fonts = fonts or [code[0].stretches[0].font for code in codes if not isinstance(code, str)]
        return self._typesetter.space(fonts[0] if fonts else self.font, space_width(self.face), edge)


class Typesetter:
    """The faces and fonts of one file."""

    def __init__(self) -> None:
        self._letterings: dict[Face, Lettering] = {}
        self._fonts: dict[tuple[str, int, tuple[tuple[str, float], ...]], FontUse] = {}
        self._named: dict[str, FontUse] = {}

    def lettering(self, face: Face) -> Lettering:
        """The lettering of a face."""
        found = self._letterings.get(face)
        if found is None:
            found = self._letterings[face] = Lettering(face, self)
        return found

    def embed(self, objects: Objects) -> dict[str, Ref]:
        """Write every font that was used; the fonts by the names that pages call them by."""
        return {use.name: use.embed(objects) for use in self._fonts.values()}

    def use(self, font: Font) -> FontUse:
        """What of a font is used in the file."""
        key = (str(font.path), font.index, tuple(sorted(font.axes.items())))
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = FontUse(font, f"F{len(self._fonts) + 1}")
            self._named[found.name] = found
        return found

    def space(self, name: str, width: float, edge: bool) -> Stretch:
        """A space of a width in ems, drawn with a font; as `edge` it says a mark of direction, too."""
        use = self._named[name]
        glyph = use.font.glyph(" ")
        if edge:
            made = Composite((), round(width * use.font.upem))
            glyph = use.composed(made, EDGE) or glyph
        elif glyph:
            use.draw(glyph, " ")
        code = characters(glyph) if glyph else ""
        return Stretch(name, 0.0, code + _adjustment(use.advance(glyph) - width if glyph else -width)[0])

    def code(self, word: str, face: Face, rtl: bool) -> Code:
        """A word as code, its glyphs noted as drawn."""
        said: list[str] = []
        groups: list[Group] = []
        for segment in shape(word, face, rtl):
            use = self.use(segment.font)
            runs = said_glyphs(segment, use)
            ahead = 0.0
            for run in runs:
                said += run.texts
                stretches, ahead = _stretches(run.glyphs, use, ahead, last=run is runs[-1])
                _append(groups, Group(stretches, run.actual, reverse=rtl))
        if "".join(reversed(said)) == word and (rtl or "".join(said) != word):
            return tuple(replace(group, reverse=True) for group in groups)
        if "".join(said) == word:
            groups = [replace(group, reverse=False) for group in groups]
            return self._plain(groups, face) or tuple(groups)
        return (Group(tuple(stretch for group in groups for stretch in group.stretches), actual=word),)

    def _plain(self, groups: list[Group], face: Face) -> str:
        """The code of a word that its face's own font draws in one go; empty if it is not such a word."""
        match groups:
            case [Group((Stretch(font, 0.0, code),), "")] if font == self._letterings[face].font:
                return code
        return ""


def _append(groups: list[Group], group: Group) -> None:
    """Add a group to those before it, as one with the last where that can be."""
    if not groups or groups[-1].actual or group.actual or groups[-1].reverse != group.reverse:
        groups.append(group)
        return
    stretches = list(groups[-1].stretches)
    for stretch in group.stretches:
        if stretches and (stretches[-1].font, stretches[-1].rise) == (stretch.font, stretch.rise):
            stretches[-1] = replace(stretch, code=stretches[-1].code + stretch.code)
        elif stretch.code:
            stretches.append(stretch)
    groups[-1] = replace(groups[-1], stretches=tuple(stretches))


def _stretches(glyphs: list[Glyph], use: FontUse, ahead: float, last: bool) -> tuple[tuple[Stretch, ...], float]:
    """Glyphs as code, cut where they leave the line that they stand on.

    `ahead` is by how many ems the pen is ahead of its place, before and after; the last glyphs of a segment
    bring it there.
    """
    stretches: list[Stretch] = []
    code, rise = "", 0.0
    for glyph in glyphs:
        if glyph.dy != rise and code:
            stretches.append(Stretch(use.name, rise, code))
            code = ""
        rise = glyph.dy
        adjust, ahead = _adjustment(ahead - glyph.dx)
        code += adjust
        ahead -= glyph.advance - glyph.dx
        if glyph.id:  # .notdef must not be drawn (ISO 14289-1, 7.21.8)
            code += characters(glyph.id)
            ahead += use.advance(glyph.id)
    if last:
        code += _adjustment(ahead)[0]
    return (*stretches, Stretch(use.name, rise, code)), ahead


def _adjustment(ahead: float) -> tuple[str, float]:
    """A move back by so many ems within a TJ array, and what rounding left over."""
    hundredths = round(ahead * 100_000)
    if not hundredths:
        return "", ahead
    return f"){number(hundredths / 100)}(", ahead - hundredths / 100_000


@cache
def characters(glyph: int) -> str:
    """A code's two bytes as characters of a literal string (ISO 32000-1, 7.3.4.2)."""
    return (chr(glyph >> 8) + chr(glyph & 255)).translate(_ESCAPES)
