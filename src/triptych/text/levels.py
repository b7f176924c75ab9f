"""Embedding levels of a paragraph (UAX #9): odd ones run from right to left."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

DEEPEST = 125
"""The greatest explicit level (UAX #9, BD2)."""
_BRACKETS_AT_ONCE = 63
"""How many opening brackets wait for their closing ones (UAX #9, BD16)."""
_ISOLATES = ("LRI", "RLI", "FSI")
_NUMBERS = ("EN", "AN")
_Char = dict[str, Any]
"""A character as the library knows it: `ch`, `level`, `type`, `orig`; and `at`, its place in the text."""


def levels(text: str, base: int) -> list[int]:
    """The embedding level of every character of a paragraph whose own level is `base` (0 or 1)."""
    out = [base] * len(text)
    rows, starts = _rows(text)
    for row, start in zip(rows, starts, strict=True):
        own = base if start < 0 else _isolated_level(text, row, start, out)
        _resolve([_char(text[at], at, own) for at in row], row, own, out)
    return out


def first_strong(text: str) -> str:
    """The class of the first strong character outside isolates: L, R or AL; empty if there is none (P2)."""
    depth = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return kind
    return ""


def _rows(text: str) -> tuple[list[list[int]], list[int]]:
    """The places of the characters, those within an isolate in a row of their own, and where each isolate begins.

    Around it the isolate is as one neutral character (UAX #9, BD8 to BD13). Outer rows come first.
    """
    rows: list[list[int]] = [[]]
    starts = [-1]
    open_rows = [0]
    for at, char in enumerate(text):
        kind = unicodedata.bidirectional(char)
        if kind == "PDI" and len(open_rows) > 1:
            open_rows.pop()
        rows[open_rows[-1]].append(at)
        if kind in _ISOLATES:
            open_rows.append(len(rows))
            rows.append([])
            starts.append(at)
    return rows, starts


def _isolated_level(text: str, row: Sequence[int], start: int, found: Sequence[int]) -> int:
    """The level of an isolate (UAX #9, X5a to X5c): the next odd or even one above that of what begins it."""
    kind = unicodedata.bidirectional(text[start])
    rtl = kind == "RLI" or (kind == "FSI" and first_strong("".join(text[at] for at in row)) in ("R", "AL"))
    around = found[start]
    level = (around + 1) | 1 if rtl else (around + 2) & ~1
    return level if level <= DEEPEST else around


def _char(char: str, at: int, level: int) -> _Char:
    kind = unicodedata.bidirectional(char) or "L"
    kind = "ON" if kind in (*_ISOLATES, "PDI") else "WS" if kind == "B" else kind
    return {"ch": char, "level": level, "type": kind, "orig": kind, "at": at}


def _resolve(chars: list[_Char], row: Sequence[int], level: int, out: list[int]) -> None:
    """The levels of one row, by the rules from X1 to I2; what the rules take out is as what stands before it (X9)."""
    from bidi.algorithm import (
        explicit_embed_and_overrides,
        resolve_implicit_levels,
        resolve_neutral_types,
        resolve_weak_types,
    )

    storage: dict[str, Any] = {"base_level": level, "base_dir": "LR"[level % 2], "chars": chars, "runs": []}
    explicit_embed_and_overrides(storage)
    resolve_weak_types(storage)
    for run in storage["runs"]:
        _brackets(storage["chars"][run["start"] : run["start"] + run["length"]], run["sor"])
    resolve_neutral_types(storage, False)
    resolve_implicit_levels(storage, False)
    found = {char["at"]: char["level"] for char in storage["chars"]}
    before = level
    for at in row:
        before = out[at] = found.get(at, before)


# --- brackets (UAX #9, N0), which the library does not know ------------------------------------------


def _brackets(chars: list[_Char], before: str) -> None:
    """Both brackets of a pair run like what is between them. `before` is the direction before the characters."""
    pairs = _pairs(chars)
    if not pairs:
        return
    own = "LR"[chars[0]["level"] % 2]
    other = "RL"[chars[0]["level"] % 2]
    counts = {kind: _counted(chars, kind) for kind in "LR"}
    at = 0
    for first, last in pairs:
        while at < first:
            before = _strong(chars[at]) or before
            at += 1
        if counts[own][last] > counts[own][first]:
            kind = own
        elif counts[other][last] > counts[other][first]:
            kind = other if before == other else own
        else:
            continue
        _turn(chars, first, kind)
        _turn(chars, last, kind)


def _strong(char: _Char) -> str:
    """L or R; numbers count as R."""
    kind: str = char["type"]
    return "R" if kind in _NUMBERS else kind if kind in ("L", "R") else ""


def _counted(chars: list[_Char], kind: str) -> list[int]:
    """How many characters of a direction stand before each place."""
    out = [0]
    for char in chars:
        out.append(out[-1] + (_strong(char) == kind))
    return out


def _turn(chars: list[_Char], at: int, kind: str) -> None:
    """Give a bracket its direction, and the marks that stand on it."""
    chars[at]["type"] = kind
    while at + 1 < len(chars) and chars[at + 1]["orig"] == "NSM":
        at += 1
        chars[at]["type"] = kind


def _pairs(chars: list[_Char]) -> list[tuple[int, int]]:
    """The places of brackets that belong together, by their first (BD16)."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(chars):
        side, partner = _bracket(char["ch"]) if char["type"] == "ON" else ("", "")
        if side == "Ps":
            if len(waiting) == _BRACKETS_AT_ONCE:
                return []
            waiting.append((partner, at))
        elif side == "Pe":
            for place in range(len(waiting) - 1, -1, -1):
                if waiting[place][0] == unicodedata.normalize("NFC", char["ch"]):
                    pairs.append((waiting[place][1], at))
                    del waiting[place:]
                    break
    return sorted(pairs)


@cache
def _bracket(char: str) -> tuple[str, str]:
    """Whether a character opens (Ps) or closes (Pe), and what closes what it opens; nothing for other characters."""
    from bidi.mirror import MIRRORED

    if not unicodedata.mirrored(char) or unicodedata.category(char) not in ("Ps", "Pe"):
        return "", ""
    same = unicodedata.normalize("NFC", char)
    return unicodedata.category(char), str(MIRRORED.get(same, ""))
