"""Right-to-left text on its lines: which way a paragraph runs, and where each of its parts stands (UAX #9)."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import groupby

import msgspec
from msgspec.structs import replace

from triptych.model.theme import Face
from triptych.patterns import late
from triptych.text.fonts import load
from triptych.text.levels import first_strong, levels
from triptych.text.lines import Line, Piece
from triptych.text.shape import space_width, width
from triptych.text.spans import Span, Style

_RTL = late(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"})
_OBJECT = "\ufffc"
"""What stands for a drawing."""
_ISOLATE, _END = "\u2066", "\u2069"
IN_ORDER = late(
    r"(?<![\w-])\+?+[0-9]++(?:-[0-9]++){2,}+"
    r"|(?<![\w)\]%°.,-])[-+±\u2212][0-9]++(?:[.,][0-9]++)*+(?![\w-])"
    r"|(?<![\w-])[0-9]++ – [A-Z](?: · [0-9]++ – [A-Z])*+(?!\w)"
)
"""Figures whose parts keep their order in any text: a date (ISO 8601), the number of a book or of a telephone; a number
with its sign, before which the locale data of these languages has a mark for this (CLDR: minusSign); which letters
belong to which numbers.

A range of two numbers does not: it is read from the right like the words around it.
"""


def has_rtl(text: str) -> bool:
    """Whether a text has anything in it that runs from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def rtl_language(lang: str) -> bool:
    """Whether a language (a BCP 47 tag) is written from right to left."""
    parts = lang.lower().replace("_", "-").split("-")
    return parts[0] in _LANGUAGES and "latn" not in parts


def mostly_rtl(text: str) -> bool:
    """Whether more letters of a text run from right to left than the other way."""
    balance = 0
    for char in text:
        if char.isalpha():
            balance += 1 if unicodedata.bidirectional(char) in ("R", "AL") else -1
    return balance > 0


def runs_rtl(text: str, within: bool = False) -> bool:
    """Whether a paragraph runs from right to left: as its first strong character does (UAX #9, P2 and P3).

    `within` a document that runs so a single such letter is enough (HL1), and none at all if there are no others.
    """
    if within:
        return has_rtl(text) or not first_strong(text)
    return has_rtl(text) and first_strong(text) in ("R", "AL")


def spans_rtl(spans: Sequence[Span], within: bool = False) -> bool:
    """The same for spans; code, addresses and drawings do not count."""
    if not within and "".join([span.text for span in spans]).isascii():
        return False
    return runs_rtl("".join(span.text for span in spans if not (span.drawing or _stands_apart(span))), within)


def directed(lines: Sequence[Line], rtl: bool, *, mirrored: bool = False) -> tuple[Line, ...]:
    """The lines of one paragraph, their pieces cut where the direction changes and set where they are seen.

    Pieces stay in the order in which they are read. Their x counts from the left edge of the line's text, or from
    the right one if the page will be `mirrored`. Spaces at a line's end hang over the edge at which it ends.
    """
    text = "".join([piece.text for line in lines for piece in line.pieces])
    if not rtl and not has_rtl(text):
        return _turned(lines) if mirrored else tuple(lines)
    shown, starts = _shown(lines)
    found = levels(shown, int(rtl))
    out = []
    places = iter(starts)
    for line in lines:
        spread = [(piece, found[(at := next(places)) : at + len(piece.text)]) for piece in line.pieces]
        out.append(_placed(_cut(spread, int(rtl)), rtl))
    return _turned(out) if mirrored else tuple(out)


def _turned(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with every x counted from the right."""
    return tuple(
        replace(line, pieces=tuple(replace(piece, x=line.width - piece.x - piece.width) for piece in line.pieces))
        for line in lines
    )


def _shown(lines: Sequence[Line]) -> tuple[str, list[int]]:
    """The paragraph as one text, and where each piece begins in it; what stands apart is put in isolates.

    Figures that keep their order are one number in it.
    """
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for line in lines:
        for piece in line.pieces:
            apart = piece.drawing is None and _stands_apart(piece)
            bare = piece.text.rstrip(" ")
            text = piece.text if piece.drawing is None else _OBJECT * len(bare) + piece.text[len(bare) :]
            starts.append(at + apart)
            parts.append(f"{_ISOLATE}{text}{_END}" if apart else text)
            at += len(text) + 2 * apart
    return IN_ORDER.sub(lambda found: "0" * len(found[0]), "".join(parts)), starts


def _stands_apart(part: Span | Piece) -> bool:
    """Whether a part runs from left to right by itself, whatever is around it: code, an address."""
    return _is_code(part.style.face) or (bool(part.style.link) and "://" in part.text)


@cache
def _is_code(face: Face) -> bool:
    font = load(face)
    return font.advance("i") == font.advance("W")


class _Part(msgspec.Struct):
    """What of a piece has one level."""

    piece: Piece
    text: str
    level: int
    width: float
    x: float = 0.0


def _cut(spread: Sequence[tuple[Piece, list[int]]], base: int) -> list[_Part]:
    """The pieces of a line in parts of one level; white space at its end has that of the paragraph (L1)."""
    out: list[_Part] = []
    at_end = True
    for piece, own in reversed(spread):
        for place in range(len(own) - 1, -1, -1):
            at_end = at_end and piece.text[place].isspace() and piece.drawing is None
            if at_end or piece.text[place] == "\t":
                own[place] = base
    for piece, own in spread:
        place = 0
        for level, group in groupby(own):
            text = piece.text[place : place + len(list(group))]
            place += len(text)
            out.append(_Part(piece, text, level, _width(text, piece)))
    return out


def _width(text: str, piece: Piece) -> float:
    """The width of a part in points."""
    style: Style = piece.style
    bare = text.rstrip(" ")
    if piece.drawing is not None:
        drawn = piece.drawing.width if bare else 0.0
        return (drawn + space_width(style.face) * (len(text) - len(bare))) * style.size
    return width(text, style.face) * style.size


def _placed(parts: list[_Part], rtl: bool) -> Line:
    """The parts side by side as they are seen (L2), in the order in which they are read."""
    hanging = _hanging(parts)
    x = -hanging if rtl else 0.0
    for part in _in_sight(parts):
        part.x = x
        x += part.width
    total = sum(part.width for part in parts)
    pieces = tuple(
        replace(part.piece, text=part.text, x=part.x, width=part.width, rtl=part.level % 2 == 1) for part in parts
    )
    return Line(pieces, total - hanging)


def _hanging(parts: Sequence[_Part]) -> float:
    """The width of the spaces at the end of a line."""
    wide = 0.0
    for part in reversed(parts):
        bare = part.text.rstrip(" ")
        wide += space_width(part.piece.style.face) * part.piece.style.size * (len(part.text) - len(bare))
        if bare:
            break
    return wide


def _in_sight(parts: Sequence[_Part]) -> list[_Part]:
    """The parts from left to right: from the highest level to the lowest odd one, what has it is turned round (L2)."""
    order = list(parts)
    found = {part.level for part in parts} or {0}
    for level in range(max(found), (min(found) | 1) - 1, -1):
        turned: list[_Part] = []
        stretch: list[_Part] = []
        for part in order:
            if part.level >= level:
                stretch.append(part)
            else:
                turned += [*reversed(stretch), part]
                stretch = []
        order = [*turned, *reversed(stretch)]
    return order
