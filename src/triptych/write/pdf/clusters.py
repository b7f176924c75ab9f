"""Which codes draw the clusters of a shaped word so that every program reads what stands there."""

import unicodedata
from collections.abc import Iterator
from itertools import takewhile

import msgspec
from msgspec.structs import replace

from triptych.text.shape import Glyph, Segment
from triptych.write.pdf.composites import Composite
from triptych.write.pdf.fonts import FontUse

_RLM = "\u200f"


class Run(msgspec.Struct, frozen=True):
    """Codes in a row with what they say by themselves, or those of one cluster that say it only as `actual`.

    Ids are codes of the font in the file.
    """

    glyphs: list[Glyph]
    texts: list[str]
    actual: str = ""


def said_glyphs(segment: Segment, use: FontUse) -> list[Run]:
    """The codes of a segment in visual order, noted as drawn."""
    if not segment.missing and all(use.texts.get(glyph.id) == glyph.text != "" for glyph in segment.glyphs):
        return [Run(list(segment.glyphs), [glyph.text for glyph in segment.glyphs])]
    rtl = is_rtl(segment.text)
    runs: list[Run] = []
    for text, glyphs in _clusters(segment):
        codes = _by_itself(text, glyphs, segment, use) or _composed(text, glyphs, use, rtl)
        if codes is None:
            for glyph in glyphs:
                use.draw(glyph.id, glyph.text or text)
            runs.append(Run(glyphs, [text], text))
        elif runs and not runs[-1].actual:
            if rtl:
                runs[-1].glyphs.extend(turn_between(runs[-1].glyphs[-1].text, codes[0].text, use))
            runs[-1].glyphs.extend(codes)
            runs[-1].texts.extend(code.text for code in codes)
        else:
            runs.append(Run(codes, [code.text for code in codes]))
    return runs


_WEAK = ("ES", "ET", "CS", "EN", "AN")


def turn_between(left: str, right: str, use: FontUse) -> list[Glyph]:
    """What parts a full stop or the like from the mark of a letter to its right: a mark of direction; mostly nothing.

    Both are weak, so pdfium would take them for one text from left to right, and read the stop before the mark.
    """
    if not (left and _is_marked(right) and unicodedata.bidirectional(left[-1]) in _WEAK):
        return []
    code = use.composed(Composite((), 0), _RLM)
    return [Glyph(code, 0.0, 0.0, 0.0, _RLM)] if code else []


def lent_glyphs(run: Run, use: FontUse, to: FontUse) -> Run | None:
    """The same codes as those of another font that borrows their outlines; None if it has no room."""
    if run.actual:
        return None
    out = []
    for glyph in run.glyphs:
        code = to.composed(use.lent(glyph.id, to.font.upem), glyph.text) if glyph.id else 0
        if not code:
            return None
        out.append(replace(glyph, id=code))
    return Run(out, run.texts)


def is_rtl(text: str) -> bool:
    """Whether anything in a text runs from right to left by itself."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def _by_itself(text: str, glyphs: list[Glyph], segment: Segment, use: FontUse) -> list[Glyph] | None:
    """A glyph alone that says the text and nothing else anywhere; None for others."""
    if segment.missing or len(glyphs) > 1 or (len(text) > 1 and (is_rtl(text) or _is_marked(text))):
        return None
    glyph = glyphs[0]
    return [replace(glyph, text=text)] if glyph.id and use.draw(glyph.id, text) else None


def _composed(text: str, glyphs: list[Glyph], use: FontUse, rtl: bool) -> list[Glyph] | None:
    """A cluster as codes, of which one draws all of it and the others are blanks; None if the font has no room.

    Programs turn round whatever runs from right to left character by character, so there each character has a code,
    the last one first: letters an equal share of the width, marks none. Elsewhere the first mark and all
    that follows it have a code of their own: pdf.js takes what has a mark in its text to be without width.
    """
    upem = use.font.upem
    wide = sum(round(glyph.advance * upem) for glyph in glyphs)
    parts = _parts(glyphs, upem)
    if not rtl:
        head = text[:1] + "".join(takewhile(lambda char: not _is_marked(char), text[1:]))
        tail = [(Composite((), 0), text[len(head) :])] if text != head else []
        return _coded([(Composite(parts, wide), head), *tail], use)
    letters = [place for place, char in enumerate(text) if not _is_mark(char)] or [0]
    share = wide // len(letters)
    pairs = []
    for place in range(len(text) - 1, -1, -1):
        if place == letters[-1]:
            made = Composite(parts, wide - share * (len(letters) - 1))
        else:
            made = Composite((), share if place in letters else 0)
        pairs.append((made, text[place]))
    return _coded(pairs, use)


def _is_marked(text: str) -> bool:
    return any(unicodedata.category(char) == "Mn" for char in text)


def _coded(pairs: list[tuple[Composite, str]], use: FontUse) -> list[Glyph] | None:
    codes = [(use.composed(composite, text), composite, text) for composite, text in pairs]
    if not all(code for code, _, _ in codes):
        return None
    return [Glyph(code, composite.advance / use.font.upem, 0.0, 0.0, text) for code, composite, text in codes]


def _parts(glyphs: list[Glyph], upem: int) -> tuple[tuple[int, int, int], ...]:
    """The glyphs of a cluster where they stand, counted from its origin in font units."""
    parts, x = [], 0
    for glyph in glyphs:
        if glyph.id:  # .notdef must not be drawn (ISO 14289-1, 7.21.8)
            parts.append((glyph.id, x + round(glyph.dx * upem), round(glyph.dy * upem)))
        x += round(glyph.advance * upem)
    return tuple(parts)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf")


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
