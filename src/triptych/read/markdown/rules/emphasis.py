"""Emphasis that also ends and begins where CommonMark (6.2) sees none, but every writer means it.

Beside letters of Chinese, Japanese and Korean the punctuation of a bold part is no border of a word; what is copied
out of word processors has its last space, or its last stop, inside of the bold part: `**Key: **text`, `**Key:**text`.
"""

from markdown_it.common.utils import isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter, Scanned

_FARTHEST_BACK = 40
_FARTHEST_ON = 2000
_RANGES = ((0x1100, 0x11FF), (0x2E80, 0xD7AF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))


def emphasis(state: StateInline, silent: bool) -> bool:
    """The parser's own rule, with what its delimiters can do widened."""
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    if marker == "*":
        scanned = _widened(state, scanned)
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        place = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), scanned.length, place, -1, scanned.can_open, scanned.can_close))
    state.pos += scanned.length
    return True


def _widened(state: StateInline, scanned: Scanned) -> Scanned:
    end = state.pos + scanned.length
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[end] if end < state.posMax else " "
    spaced, follows = isWhiteSpace(ord(before)), not isWhiteSpace(ord(after))
    if _is_unspaced(before) or _is_unspaced(after):
        return Scanned(scanned.can_open or follows, scanned.can_close or not spaced, scanned.length)
    if scanned.length != 2 or scanned.can_close or not _is_pending(state):
        return scanned
    if spaced:
        even = state.src.count("**", end, min(state.posMax, end + _FARTHEST_ON)) % 2 == 0
        return Scanned(False, True, 2) if even else scanned
    return Scanned(False, True, 2) if after.isalnum() and not before.isalnum() else scanned


def _is_pending(state: StateInline) -> bool:
    """Whether two stars before are still open."""
    depth = 0
    for delimiter in state.delimiters[-_FARTHEST_BACK::2]:
        if delimiter.marker == ord("*") and delimiter.length == 2:
            if delimiter.close and depth:
                depth -= 1
            elif delimiter.open:
                depth += 1
    return depth > 0


def _is_unspaced(character: str) -> bool:
    """Whether a character belongs to a script that sets no spaces between words."""
    code = ord(character)
    return code >= _RANGES[0][0] and any(first <= code <= last for first, last in _RANGES)
