"""Values as they stand in a file: numbers, names, strings, arrays, dictionaries (ISO 32000-1, 7.3)."""

import codecs
from collections.abc import Iterable, Mapping
from functools import lru_cache

Value = str | int | float
"""What an array or a dictionary holds: what is formatted already, or a number."""

_CHARACTERS = (
    "".join(map(chr, range(0x18)))
    + "\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc"
    + "".join(map(chr, range(0x20, 0x80)))
    + "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018"
    + "\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e\x9f\u20ac"
    + "".join(map(chr, range(0xA1, 0x100)))
)
"""PDFDocEncoding: the character of each byte (ISO 32000-1, D.2)."""
_ENCODING = codecs.charmap_build(_CHARACTERS)
_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {ord(c): f"\\{c}" for c in "\\()"}
_IN_A_ROW = {"entries": 6, "values": 10}
"""How many entries of a dictionary, or values of an array, stand in a line."""


def number(value: float) -> str:
    """A length as PDF writes it: at most three decimals, never an exponent (ISO 32000-1, 7.3.3)."""
    return _said(value) if value else "0"


@lru_cache(maxsize=4096)  # edges, sizes and lines recur
def _said(value: float) -> str:
    return f"{round(value, 3):.10g}"


def key(name: str | bytes) -> str:
    """A name as a byte string; name trees hold these in the order of their bytes (ISO 32000-1, 7.9.6)."""
    return f"<{(name.encode() if isinstance(name, str) else name).hex()}>"


def text_string(text: str) -> str:
    """A text string in PDFDocEncoding where that will do, in UTF-16 otherwise (ISO 32000-1, 7.9.2.2)."""
    try:
        data, _ = codecs.charmap_encode(text, "strict", _ENCODING)
    except UnicodeEncodeError:
        data = codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    return f"({data.decode('latin-1').translate(_ESCAPED)})"


def array(values: Iterable[Value]) -> str:
    """An array (ISO 32000-1, 7.3.6)."""
    return f"[ {_rows([_formatted(value) for value in values], _IN_A_ROW['values'])} ]"


def dictionary(entries: Mapping[str, Value]) -> str:
    """A dictionary, whose keys are given without their solidus (ISO 32000-1, 7.3.7)."""
    told = [f"/{name} {_formatted(value)}" for name, value in sorted(entries.items())]
    return f"<<\n{_rows(told, _IN_A_ROW['entries'])}\n>>"


def _rows(parts: list[str], most: int) -> str:
    return " \n  ".join(" ".join(parts[start : start + most]) for start in range(0, len(parts), most))


def _formatted(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value)
    said = number(value)
    return said[1:] if said.startswith("0.") else said
