"""Words to glyphs: HarfBuzz shapes each word once, and what was measured is what is drawn."""

import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

import msgspec
import uharfbuzz as hb

from triptych.model.theme import Face
from triptych.text.fonts import Font, load

MISSING = "\u25a1"
"""The box that is drawn for a character that no font has; its text stays what the author wrote."""

_PICTOGRAPHS = (
    ("\u2600", "\u27bf"),
    ("\u20e3", "\u20e3"),
    ("\u2b05", "\u2bff"),
    ("\U0001f000", "\U0001faff"),
    ("\u231a", "\u23ff"),
)


MOST_WORDS = 1 << 15
"""Words that are kept as they were measured: those of a large book. A process may build one document after another."""
SOFT_HYPHEN = "\u00ad"
"""Says where a word may be cut, and is no part of it: no glyph stands for one but where a line ends in it."""
_HYPHEN = "-"


def as_drawn(word: str) -> str:
    """A word as it is drawn: without soft hyphens, but with a hyphen where it ends in one."""
    if SOFT_HYPHEN not in word:
        return word
    bare = word.replace(SOFT_HYPHEN, "")
    return bare + _HYPHEN if bare and word.endswith(SOFT_HYPHEN) else bare


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """A glyph in visual order. Lengths are ems; `text` is what it stands for, empty within a cluster."""

    id: int
    advance: float
    dx: float
    dy: float
    text: str


class Segment(msgspec.Struct, frozen=True, gc=False):
    """A part of a word that one font draws, in visual order."""

    font: Font
    glyphs: tuple[Glyph, ...]
    width: float
    text: str
    missing: bool = False


@lru_cache(maxsize=MOST_WORDS)
def shape(word: str, face: Face, rtl: bool) -> tuple[Segment, ...]:
    """A word (no spaces within) as shaped segments in visual order; none for an empty one.

    Its own letters say which way it runs; `rtl` is for one without any, such as a bracket. It has no default: a call
    without it would be remembered apart from the same one with it, and each word was shaped twice.
    """
    word = as_drawn(word)
    if not word:
        return ()
    font = load(face)
    rtl = rtl or (not word.isascii() and _is_rtl(word))
    if all(map(font.glyph, word)):
        return (_shape(word, font, rtl),)
    from triptych.text.stand_ins import font_runs  # nothing of this is loaded for what the face's own font has

    parts = [_shape(text, found, rtl) if found else _boxes(text, font) for text, found in font_runs(word, face)]
    return tuple(reversed(parts)) if rtl else tuple(parts)


@lru_cache(maxsize=MOST_WORDS)
def word_width(word: str, face: Face) -> float:
    """The width of a shaped word in ems."""
    shaped = shape(word, face, False)
    return shaped[0].width if len(shaped) == 1 else sum(segment.width for segment in shaped)


@cache
def space_width(face: Face) -> float:
    """The width of a space in ems."""
    return load(face).advance(" ")


def width(text: str, face: Face) -> float:
    """The width in ems of text set on one line, just as it will be drawn."""
    words = text.split(" ")
    return sum(word_width(word, face) for word in words if word) + space_width(face) * (len(words) - 1)


@lru_cache(maxsize=MOST_WORDS)
def plain_width(word: str, face: Face) -> float:
    """The width in ems without kerning or ligatures, as presentation programs set it."""
    font = load(face)
    return sum(font.advance(char) if font.glyph(char) else _stand_in(char, face) for char in word)


def missing(text: str, face: Face) -> str:
    """The characters of the text, each once, for which no font was found."""
    font = load(face)
    if all(map(font.glyph, text)):
        return ""
    from triptych.text.stand_ins import fallback

    lacking = {char for char in set(text) if not font.glyph(char) and char != " "}
    return "".join(sorted(c for c in lacking if not invisible(c) and fallback(c, face.bold) is None))


def _stand_in(char: str, face: Face) -> float:
    """A generous width for a character that another font will supply on the lecturer's machine."""
    if unicodedata.combining(char) or invisible(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    from triptych.text.stand_ins import fallback

    found = fallback(char, face.bold)
    return max(0.62, found.advance(char)) if found else 1.0


def invisible(char: str) -> bool:
    """Joiners, variation selectors, marks of direction: they may draw nothing and are never missing."""
    return unicodedata.category(char) in ("Cf", "Cc") or "\ufe00" <= char <= "\ufe0f"


def _shape(text: str, font: Font, rtl: bool) -> Segment:
    """A text of one font; without letters or figures it runs as what is around it, its brackets mirrored."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if (rtl or not text.isascii()) and (direction := _direction(text, rtl)):
        buffer.direction = direction
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(font.hb_font, buffer)
    infos, places, upem = buffer.glyph_infos, buffer.glyph_positions, font.upem
    said = _said(text, [info.cluster for info in infos])
    glyphs = [
        Glyph(info.codepoint, place.x_advance / upem, place.x_offset / upem, place.y_offset / upem, stands_for)
        for info, place, stands_for in zip(infos, places, said, strict=True)
    ]
    if 0 in [glyph.id for glyph in glyphs]:
        return _boxes(text, font)
    return Segment(font, tuple(glyphs), sum([glyph.advance for glyph in glyphs]), text)


def _direction(text: str, rtl: bool) -> str:
    """The direction that its letters do not say already; empty if they do."""
    kinds = {unicodedata.bidirectional(char) for char in text}
    if not kinds.isdisjoint(("R", "AL")):  # Arabic figures run from left to right in a script that does not
        return ""
    return "rtl" if rtl and kinds.isdisjoint(("L", "EN", "AN")) else "ltr"


def _said(text: str, clusters: list[int]) -> list[str]:
    """What each glyph stands for: the first of a cluster for all of it, the others for nothing."""
    if clusters == list(range(len(text))):
        return list(text)
    ends = dict(pairwise([*sorted(set(clusters)), len(text)]))
    seen: set[int] = set()
    said = []
    for cluster in clusters:
        said.append("" if cluster in seen else text[cluster : ends[cluster]])
        seen.add(cluster)
    return said


def _boxes(text: str, font: Font) -> Segment:
    """Boxes for what cannot be drawn, one a visible character; a pictograph takes no room and shows nothing."""
    glyphs: list[Glyph] = []
    for char in text:
        if unicodedata.combining(char) or invisible(char):
            continue
        bare = is_pictograph(char)
        advance = 0.0 if bare else font.advance(MISSING)
        glyphs.append(Glyph(font.glyph(" " if bare else MISSING), advance, 0.0, 0.0, char))
    return Segment(font, tuple(glyphs), sum(glyph.advance for glyph in glyphs), text, missing=True)


def is_pictograph(char: str) -> bool:
    """Whether a character is a picture in the manner of letters: a decoration, which a text can do without."""
    return any(first <= char <= last for first, last in _PICTOGRAPHS)


def _is_rtl(word: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in word)
