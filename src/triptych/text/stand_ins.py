"""Which font steps in where a face lacks characters: one family for a run of one script."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import uharfbuzz as hb

from triptych.model.theme import Face
from triptych.text.fonts import Font, load, may_be_embedded
from triptych.text.installed import families, package_fonts
from triptych.text.scripts import families as preferred
from triptych.text.scripts import script_of
from triptych.text.system_fonts import outline_fonts, system_fonts

_ALWAYS = ("Arial", "Courier New")


def font_runs(word: str, face: Face) -> list[tuple[str, Font | None]]:
    """A word cut where the font changes; marks and joiners stay with the character before them.

    No font stands where none has the character.
    """
    own = load(face)
    parts: list[tuple[str, Font | None]] = []
    for text, code in _scripts(word):
        font = own if not code or _has(own, _letters(text)) else script_font(_letters(text), code, face)
        for cluster in _clusters(text):
            found = _cluster_font(cluster, font, own, face)
            if parts and parts[-1][1] is found:
                parts[-1] = (parts[-1][0] + cluster, found)
            else:
                parts.append((cluster, found))
    return parts


@cache
def fallback(char: str, bold: bool = False) -> Font | None:
    """A font that has the character: a font package first, then what the system has; None if nothing has."""
    code = script_of(char)
    found = script_font(char, code, Face("Arial", bold)) if code else None
    return found or next((font for font in _candidates(bold) if font.draws(char)), None)


@lru_cache(maxsize=4096)
def script_font(text: str, code: str, face: Face) -> Font | None:
    """The font that draws all of a run of one script: the family best known for it, else that which has most of it."""
    for family in (*_ALWAYS, *preferred(code, text)):
        if family in _ALWAYS or family.lower() in families():
            font = load(Face(family, face.bold, face.italic))
            if _has(font, text) and may_be_embedded(font):
                return font
    for family in _by_coverage(code, ord(text[0]) // 128):
        font = load(Face(family, face.bold, face.italic))
        if _has(font, text):
            return font
    return None


def _scripts(word: str) -> list[tuple[str, str]]:
    """A word in runs of one script; what is common to all belongs to what stands before it, or else behind it."""
    runs: list[tuple[str, str]] = []
    for char in word:
        code = script_of(char)
        if runs and (not code or runs[-1][1] in ("", code)):
            runs[-1] = (runs[-1][0] + char, runs[-1][1] or code)
        else:
            runs.append((char, code))
    return runs


def _letters(text: str) -> str:
    """What of a run is of its script, each once; also the marks on it."""
    return "".join(dict.fromkeys(char for char in text if script_of(char) or unicodedata.combining(char)))


def _clusters(text: str) -> Iterator[str]:
    """Characters with the marks and joiners behind them."""
    held = ""
    for char in text:
        if held and not (unicodedata.combining(char) or _invisible(char) or unicodedata.category(char) == "Mc"):
            yield held
            held = ""
        held += char
    if held:
        yield held


def _cluster_font(cluster: str, font: Font | None, own: Font, face: Face) -> Font | None:
    """What of a run is common to many scripts has the face's own font, as it has where it stands alone."""
    first = cluster[0]
    if not script_of(first) and own.glyph(first):
        return own
    if font is not None and font.glyph(first):
        return font
    return own if own.glyph(first) else fallback(first, face.bold)


def _invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cf", "Cc") or "\ufe00" <= char <= "\ufe0f"


def _has(font: Font, text: str) -> bool:
    return all(font.glyph(char) or _invisible(char) for char in text)


@cache
def _by_coverage(code: str, block: int) -> tuple[str, ...]:
    """The installed families that have letters of a script, those with most of them first, then those without serifs.

    `block` is the place of the letters that count, in blocks of 128 characters.
    """
    letters = [char for char in map(chr, range(block * 128, block * 128 + 128)) if script_of(char) == code]
    rated = []
    for name, styles in families().items():
        if (False, False) in styles:
            font = load(Face(name))
            count = sum(1 for char in letters if font.glyph(char))
            if count and may_be_embedded(font):
                rated.append((-count, "sans" not in name, "mono" in name, name))
    return tuple(name for *_, name in sorted(rated))


@cache
def _candidates(bold: bool) -> "_Opened":
    return _Opened(bold)


class _Opened:
    """The fonts to try for a symbol, opened one by one as far as a character needs them, each only once."""

    def __init__(self, bold: bool) -> None:
        self._found: list[Font] = []
        self._pending = _open_candidates(bold)

    def __iter__(self) -> Iterator[Font]:
        yield from self._found
        for font in self._pending:
            self._found.append(font)
            yield font


def _open_candidates(bold: bool) -> Iterator[Font]:
    for family in _ALWAYS:
        yield load(Face(family, bold=bold))
    for path in (*package_fonts(), *system_fonts(), *outline_fonts()):
        try:
            font = Font(path, bold=bold)
        except (hb.HarfBuzzError, OSError):
            continue  # a broken system font is not the author's problem
        if may_be_embedded(font):
            yield font
