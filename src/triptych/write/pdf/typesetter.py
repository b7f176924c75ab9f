"""Text as drawing operators: each word of a face is put into code once."""

import math
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from triptych.model.theme import Face
from triptych.text.fonts import Font, load
from triptych.text.raised import LOWERED, RAISED
from triptych.text.shape import MOST_WORDS, Glyph, Segment, as_drawn, shape, space_width, width
from triptych.write.pdf.clusters import is_rtl, lent_glyphs, said_glyphs, turn_between
from triptych.write.pdf.composites import Composite
from triptych.write.pdf.fonts import FontUse
from triptych.write.pdf.objects import Objects, Ref, number

EDGE = "\u200f "
"""What a space says at the edge of text from right to left, and before a mark: pdf.js drops what is nothing but space
where the pen goes back, and puts a space that a mark follows in the wrong place."""
_HAIR = 0.001
"""Ems of a blank that does not count, but that is not without width."""
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """Glyphs of one font at one height: `code` is what stands inside a TJ array, `rise` is in ems."""

    font: str
    rise: float
    code: str


class Group(msgspec.Struct, frozen=True, gc=False):
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
        self._odd: dict[tuple[str, bool, str], Code] = {}

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
        codes = self._codes(words, rtl)
        plain = [code for code in codes if isinstance(code, str)]
        if not rtl and len(plain) == len(codes):  # as most lines are: what follows does the same for all
            line = self._typesetter.blank(self.font, space_width(self.face), " ").code.join(plain)
            return [Group((Stretch(self.font, 0.0, line),))] if line else []
        out: list[Group] = []
        if rtl and _ends_marked(words[-1]):
            _append(out, Group((self._space(out, codes, _HAIR, EDGE),), reverse=True))
        for place in range(len(words) - 1, -1, -1) if rtl else range(len(words)):
            if place != (len(words) - 1 if rtl else 0):
                before = words[: place + 1] if rtl else words[:place]
                at_start, at_end = not any(before), not any(words[len(before) :])
                edge = (
                    rtl
                    and any(words)
                    and ((at_start and joined[0]) or (at_end and joined[1]) or _ends_marked(words[place]))
                )
                for said, wide in self._between(edge, at_start):
                    _append(out, Group((self._space(out, codes, wide, said),), reverse=rtl))
            code = codes[place]
            if not code:
                continue
            for group in (Group((Stretch(self.font, 0.0, code),), reverse=rtl),) if isinstance(code, str) else code:
                _append(out, group)
        return out

    def _between(self, edge: bool, at_start: bool) -> tuple[tuple[str, float], ...]:
        """The blanks between two words, what they say and how wide they are."""
        wide = space_width(self.face)
        if not edge:
            return ((" ", wide),)
        if at_start:
            return (EDGE, wide), (EDGE[0], 0.0)
        return ((EDGE, wide),)

    def _codes(self, words: Sequence[str], rtl: bool) -> list[Code]:
        """The codes of words; those from right to left in one font, also those that are but signs."""
        codes = [self.word(word, rtl) for word in words]
        main = next((code[0].stretches[0].font for code in codes if not isinstance(code, str)), "") if rtl else ""
        if not main:
            return codes
        return [
            self.word(word, rtl, main) if code and isinstance(code, str) else code
            for word, code in zip(words, codes, strict=True)
        ]

    def turns(self, text: str) -> bool:
        """Whether all words of a text are read from right to left."""
        return all(self._turns(word) for word in text.split(" "))

    def _turns(self, word: str) -> bool:
        code = self.word(word, rtl=True)
        return word == word[::-1] if isinstance(code, str) else all(group.reverse or group.actual for group in code)

    def width(self, text: str) -> float:
        """The width of a text in ems, as it was measured and as it is drawn."""
        return width(text, self.face)

    def raised(self, text: str, rise: float) -> list[Group]:
        """Raised or lowered figures and signs, read as such; nothing if there are others among them."""
        forms = RAISED if rise > 0 else LOWERED
        if not forms.keys() >= set(text) - {" "}:
            return []
        out: list[Group] = []
        for place, word in enumerate(text.split(" ")):
            if place:
                _append(out, Group((Stretch(self.font, 0.0, self.space),)))
            said = self._typesetter.said_as(word, self.face, forms)
            if word and not said:
                return []
            for group in said:
                _append(out, group)
        return out

    def word(self, word: str, rtl: bool = False, main: str = "") -> Code:
        """The code of a word; `rtl` says which way the text around it runs, `main` which font that has."""
        found = None if rtl and word else self._plain.get(word)
        if found is not None:
            return found
        odd = self._odd.get((word, rtl, main))
        if odd is None:
            odd = self._typesetter.code(word, self.face, rtl, main)
            if isinstance(odd, str) and not rtl:
                self._plain[word] = odd
            else:
                self._odd[word, rtl, main] = odd
        return odd

    def _space(self, before: list[Group], codes: Sequence[Code], width: float, said: str) -> Stretch:
        """A blank of the font that is drawn with already, so that what programs take for one text stays one."""
        fonts = [group.stretches[-1].font for group in before[-1:] if group.stretches]
        fonts = fonts or [code[0].stretches[0].font for code in codes if not isinstance(code, str)]
        return self._typesetter.blank(fonts[0] if fonts else self.font, width, said)


class Typesetter:
    """The faces and fonts of one file."""

    def __init__(self) -> None:
        self._letterings: dict[Face, Lettering] = {}
        self._fonts: dict[tuple[str, int, tuple[tuple[str, float], ...]], FontUse] = {}
        self._named: dict[str, FontUse] = {}
        self._used: dict[Font, FontUse] = {}

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
        known = self._used.get(font)
        if known is not None:
            return known
        key = (str(font.path), font.index, tuple(sorted(font.axes.items())))
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = FontUse(font, f"F{len(self._fonts) + 1}")
            self._named[found.name] = found
        self._used[font] = found
        return found

    def blank(self, name: str, wide: float, said: str) -> Stretch:
        """A space of a width in ems, drawn with a font; what is `said` may be more than a space."""
        use = self._named[name]
        glyph = use.font.glyph(" ")
        if said != " ":
            glyph = use.composed(Composite((), math.ceil(wide * use.font.upem)), said) or glyph
        elif glyph:
            use.draw(glyph, " ")
        code = characters(glyph) if glyph else ""
        return Stretch(name, 0.0, code + _adjustment(use.advance(glyph) - wide if glyph else -wide)[0])

    def edge(self, name: str) -> Stretch:
        """A blank of no width that parts a text from what stands to its left and is read after it."""
        return self.blank(name, _HAIR, EDGE)

    def turn(self, name: str) -> Stretch:
        """A mark of direction, which is not seen, between figures and what is read before them from right to left."""
        return self.blank(name, 0.0, EDGE[0])

    def code(self, word: str, face: Face, rtl: bool, main: str = "") -> Code:
        """A word as code, its glyphs noted as drawn; in the font of the text around it if `main` names that."""
        segments = shape(word, face, rtl)
        if len(segments) == 1 and not rtl and (simple := self._simple(word, segments[0], face)):
            return simple
        said: list[str] = []
        groups: list[Group] = []
        one = self._named[main] if main else self._main(segments)
        for segment in segments:
            use = self.use(segment.font)
            runs = said_glyphs(segment, use)
            if one and use is not one and (lent := [lent_glyphs(run, use, one) for run in runs]) and all(lent):
                use, runs = one, [run for run in lent if run]
            ahead = 0.0
            for run in runs:
                turn = (
                    turn_between(said[-1], run.texts[0], use) if rtl and said and run.texts and not run.actual else []
                )
                said += run.texts
                stretches, ahead = _stretches([*turn, *run.glyphs], use, ahead, last=run is runs[-1])
                _append(groups, Group(stretches, run.actual, reverse=rtl))
        word = as_drawn(word)
        if not word:
            return ""
        if "".join(reversed(said)) == word and (rtl or "".join(said) != word):
            return tuple(replace(group, reverse=True) for group in groups)
        if "".join(said) == word:
            groups = [replace(group, reverse=False) for group in groups]
            return self._plain(groups, face) or tuple(groups)
        return (Group(tuple(stretch for group in groups for stretch in group.stretches), actual=word),)

    def _simple(self, word: str, segment: Segment, face: Face) -> str:
        """The code of a word if each of its glyphs stands on the line and was drawn before, for the same text."""
        use = self.use(segment.font)
        if use.name != self._letterings[face].font:
            return ""
        texts = use.texts
        for glyph in segment.glyphs:
            if texts.get(glyph.id) != glyph.text:
                return ""
        return _code_on_the_line(word, face)

    def said_as(self, word: str, face: Face, forms: Mapping[str, str]) -> list[Group]:
        """The glyphs of a word, each saying another form of its character where the font has room for that."""
        out: list[Group] = []
        for segment in shape(word, face, False):
            use = self.use(segment.font)
            glyphs = [
                replace(glyph, id=use.composed(use.alone(glyph.id), forms.get(glyph.text, glyph.text)))
                for glyph in segment.glyphs
            ]
            if all(glyph.id for glyph in glyphs):
                _append(out, Group(_stretches(glyphs, use, 0.0, last=True)[0]))
            else:
                return []
        return out

    def _main(self, segments: Sequence[Segment]) -> FontUse | None:
        """The font of a word from right to left that is not of one font alone: it borrows from the others.

        Programs take what stands in two fonts for two texts, and read the one at the left first.
        """
        if len({id(segment.font) for segment in segments}) < 2:
            return None
        return next((self.use(segment.font) for segment in segments if is_rtl(segment.text)), None)

    def _plain(self, groups: list[Group], face: Face) -> str:
        """The code of a word that its face's own font draws in one go; empty if it is not such a word."""
        match groups:
            case [Group((Stretch(font, 0.0, code),), "")] if font == self._letterings[face].font:
                return code
        return ""


@lru_cache(maxsize=MOST_WORDS)
def _code_on_the_line(word: str, face: Face) -> str:
    """The code of a word whose glyphs all stand on the line and say it; empty for others. The same in every file."""
    (segment,) = shape(word, face, False)
    if segment.missing or "".join([glyph.text for glyph in segment.glyphs]) != word:
        return ""
    font, code, ahead = segment.font, "", 0.0
    for glyph in segment.glyphs:
        if glyph.dy or not glyph.id or not glyph.text:
            return ""
        adjust, ahead = _adjustment(ahead - glyph.dx)
        code += adjust + characters(glyph.id)
        ahead -= glyph.advance - glyph.dx
        ahead += font.hb_font.get_glyph_h_advance(glyph.id) / font.upem
    return code + _adjustment(ahead)[0]


def _ends_marked(word: str) -> bool:
    """Whether a word that runs from right to left ends in a mark above or below its last letter."""
    return bool(word) and unicodedata.category(word[-1]) == "Mn" and is_rtl(word)


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
