"""Text as drawing operators: each word of a face is put into code once."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

import msgspec
from msgspec.structs import replace

from triptych.model.theme import Face
from triptych.text.fonts import Font, load
from triptych.text.shape import MISSING, Glyph, Segment, shape, space_width, word_width
from triptych.write.pdf.fonts import FontUse
from triptych.write.pdf.objects import Objects, Ref, number

_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))


class Stretch(msgspec.Struct, frozen=True):
    """Glyphs of one font at one height: `code` is what stands inside a TJ array, `rise` is in ems."""

    font: str
    rise: float
    code: str


class Part(msgspec.Struct, frozen=True):
    """Stretches that read as `actual` where it is not empty, as nothing if `silent`, else as what their glyphs say."""

    stretches: tuple[Stretch, ...]
    actual: str = ""
    silent: bool = False


class Odd(msgspec.Struct, frozen=True):
    """A word that changes the font or the height, or whose glyphs do not say its text from left to right.

    `actual` is its whole text where its parts do not tell it; `reverse` says to read it from the right.
    """

    parts: tuple[Part, ...]
    actual: str = ""
    reverse: bool = False


Code = str | Odd
"""A word's code: mostly just what stands inside the TJ array of its face's own font."""


class Lettering:
    """A face in one file: its font's name there, its space, and its words as far as they were met."""

    def __init__(self, face: Face, use: FontUse, code: Callable[[str, Face, bool], Code]) -> None:
        self.face = face
        self.font = use.name
        glyph = use.font.glyph(" ")
        use.draw(glyph, " ")
        self.space = _characters(glyph)
        self.space_width = space_width(face)
        self._plain: dict[str, str] = {"": ""}
        self._odd: dict[str, Odd] = {}
        self._from_right: dict[str, Code] = {}
        self._code = code

    def line(self, text: str) -> str | None:
        """The code of words with spaces between them; None if one of them is odd or new."""
        plain = self._plain
        try:
            return self.space.join([plain[word] for word in text.split(" ")])
        except KeyError:
            return None

    def word(self, word: str) -> Code:
        """The code of a word."""
        found = self._plain.get(word, self._odd.get(word))
        if found is None:
            found = self._code(word, self.face, False)
            if isinstance(found, str):
                self._plain[word] = found
            else:
                self._odd[word] = found
        return found

    def word_from_right(self, word: str) -> Code:
        """The code of a word within text from right to left."""
        found = self._from_right.get(word)
        if found is None:
            found = self._from_right[word] = self._code(word, self.face, True)
        return found

    def width(self, word: str) -> float:
        """The width of a word in ems, as it was measured and as it is drawn."""
        return word_width(word, self.face) if word else 0.0


class Typesetter:
    """The faces and fonts of one file."""

    def __init__(self) -> None:
        self._letterings: dict[Face, Lettering] = {}
        self._fonts: dict[tuple[str, tuple[tuple[str, float], ...]], FontUse] = {}

    def lettering(self, face: Face) -> Lettering:
        """The lettering of a face."""
        found = self._letterings.get(face)
        if found is None:
            found = self._letterings[face] = Lettering(face, self._use(load(face)), self._code)
        return found

    def embed(self, objects: Objects) -> dict[str, Ref]:
        """Write every font that was used; the fonts by the names that pages call them by."""
        return {use.name: use.embed(objects) for use in self._fonts.values()}

    def _use(self, font: Font) -> FontUse:
        key = (str(font.path), tuple(sorted(font.axes.items())))
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = FontUse(font, f"F{len(self._fonts) + 1}")
        return found

    def _code(self, word: str, face: Face, rtl: bool) -> Code:
        """A word as code, its glyphs noted as drawn."""
        said: list[str] = []
        parts: list[Part] = []
        waiting: list[tuple[FontUse, float, list[Glyph]]] = []
        x = 0.0
        for segment in shape(word, face, rtl):
            use = self._use(segment.font)
            runs, marks = _without_marks(_runs(segment, use))
            waiting += [(use, x, marks)] if marks else []
            ahead = 0.0
            for run in runs:
                said += run.texts
                stretches, ahead = _stretches(run.glyphs, use, ahead, last=run is runs[-1])
                parts.append(Part(stretches, run.actual))
            x += segment.width
        for use, start, marks in waiting:
            back = [replace(mark, dx=start + mark.dx - x) for mark in marks]
            parts.append(Part(_stretches(back, use, 0.0, last=True)[0], silent=True))
        if "".join(said) == word:
            return self._plain(parts, face) or Odd(tuple(parts))
        if "".join(reversed(said)) == word:
            return Odd(tuple(parts), reverse=True)
        return Odd(tuple(Part(part.stretches) for part in parts), actual=word)

    def _plain(self, parts: list[Part], face: Face) -> str:
        """The code of a word that its face's own font draws in one go; empty if it is not such a word."""
        match parts:
            case [Part((Stretch(font, 0.0, code),), "")] if font == self._letterings[face].font:
                return code
        return ""


class _Run(msgspec.Struct, frozen=True):
    """Glyphs in a row that say their texts by themselves, or those of one cluster that do not."""

    glyphs: list[Glyph]
    texts: list[str]
    actual: str = ""


def _runs(segment: Segment, use: FontUse) -> list[_Run]:
    """The glyphs of a segment, noted as drawn, cut where they need help to say what they stand for.

    The help is given cluster by cluster: readers turn words from right to left round by themselves, and they
    would turn round a whole word's ActualText, too.
    """
    if not segment.missing and all(use.texts.get(glyph.id) == glyph.text != "" for glyph in segment.glyphs):
        return [_Run(list(segment.glyphs), [glyph.text for glyph in segment.glyphs])]
    runs: list[_Run] = []
    for text, glyphs in _clusters(segment):
        shares = _shares(text, glyphs, segment.font)
        meant = [
            MISSING if segment.missing else _look(*pair, segment.font) for pair in zip(shares, glyphs, strict=True)
        ]
        drawn = [glyph.id != 0 and use.draw(glyph.id, said) for glyph, said in zip(glyphs, meant, strict=True)]
        if len(glyphs) > 1 or not all(drawn) or meant != shares:
            runs.append(_Run(glyphs, [text], text))
        elif runs and not runs[-1].actual:
            runs[-1].glyphs.extend(glyphs)
            runs[-1].texts.extend(shares)
        else:
            runs.append(_Run(glyphs, shares))
    return runs


def _without_marks(runs: list[_Run]) -> tuple[list[_Run], list[Glyph]]:
    """The runs without the dots and vowels of letters from right to left; and those, their dx from the first run on.

    They are drawn after the word, whose letters say them, too. Else readers would measure a letter up to its mark
    and see a gap behind it, and so the end of a word.
    """
    if not any(run.actual and unicodedata.bidirectional(run.actual[0]) in ("R", "AL") for run in runs):
        return runs, []
    x = 0.0
    out: list[_Run] = []
    marks: list[Glyph] = []
    for run in runs:
        letters = [glyph for glyph in run.glyphs if glyph.advance or not run.actual]
        for glyph in run.glyphs:
            if letters and run.actual and not glyph.advance:
                marks.append(replace(glyph, dx=x + glyph.dx))
            x += glyph.advance
        out.append(replace(run, glyphs=letters or run.glyphs))
    return out, marks


def _clusters(segment: Segment) -> Iterator[tuple[str, list[Glyph]]]:
    """The glyphs that stand for a text together."""
    text, glyphs = "", list[Glyph]()
    for glyph in segment.glyphs:
        if glyph.text and glyphs:
            yield text, glyphs
            glyphs = []
        text = glyph.text or text
        glyphs.append(glyph)
    if glyphs:
        yield text, glyphs


def _shares(text: str, glyphs: list[Glyph], font: Font) -> list[str]:
    """What each glyph of a cluster says: its own character, and one glyph at most what is then left."""
    if len(glyphs) == 1 and len(text) == 1:
        return [text]
    nominal = {font.glyph(char): char for char in text}
    shares = [nominal.get(glyph.id, "") for glyph in glyphs]
    rest = "".join(char for char in text if char not in shares)
    return [share or rest for share in shares] if shares.count("") == 1 else shares


def _look(char: str, glyph: Glyph, font: Font) -> str:
    """What to record for a glyph: a mirrored bracket says what it looks like, so as to be right elsewhere."""
    mirrored = _MIRRORED.get(char, "")
    return mirrored if mirrored and font.glyph(mirrored) == glyph.id else char


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
            code += _characters(glyph.id)
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
def _characters(glyph: int) -> str:
    """A glyph's two bytes as characters of a literal string (ISO 32000-1, 7.3.4.2)."""
    return (chr(glyph >> 8) + chr(glyph & 255)).translate(_ESCAPES)
