"""A formula as a line of text with raised and lowered characters, if it is no more than that."""

import unicodedata
from collections.abc import Iterator
from typing import Literal, assert_never

from triptych.model.latex.nodes import (
    Accent,
    Boxed,
    Fence,
    Fraction,
    Grid,
    Node,
    Phantom,
    Root,
    Row,
    Script,
    Space,
    Symbol,
    Words,
)
from triptych.model.latex.parse import parse
from triptych.model.latex.readable import LEADING, kind_of, parted, readable_row

Shift = Literal["", "super", "sub"]
Letters = tuple[str, Shift]
"""Characters, and whether they are raised or lowered."""


class _MoreThanText(Exception):
    """The formula has something that stands above, below or around something else."""


def lettered(latex: str) -> tuple[Letters, ...] | None:
    """The formula as text, such as "x" and a raised "2". Never raises.

    None where text cannot say it as it is: fractions, roots of more than a sign, matrices, limits above and below,
    scripts of scripts; and for a formula with faults.
    """
    parsed = parse(latex)
    if parsed.faults:
        return None
    try:
        parts = list(_row(parsed.row))
    except (_MoreThanText, RecursionError):
        return None
    return _joined(parts) or None


def _joined(parts: list[Letters]) -> tuple[Letters, ...]:
    """Parts of one height side by side as one, with single spaces."""
    out: list[Letters] = []
    for text, shift in parts:
        if out and out[-1][1] == shift:
            out[-1] = (out[-1][0] + text, shift)
        elif text:
            out.append((text, shift))
    spaced = [(" ".join(text.split(" ")).replace("  ", " "), shift) for text, shift in out]
    if spaced:
        spaced[0] = (spaced[0][0].lstrip(), spaced[0][1])
        spaced[-1] = (spaced[-1][0].rstrip(), spaced[-1][1])
    return tuple((text, shift) for text, shift in spaced if text)


def _row(row: Row) -> Iterator[Letters]:
    """Nodes side by side, spaced as in readable text."""
    before: str | None = None
    last = ""
    for node in row.nodes:
        parts, kind = list(_node(node)), kind_of(node)
        text = "".join(part for part, _ in parts)
        between = kind in ("operator", "relation") and before not in LEADING
        opening = kind == "relation" and before is None and len(row.nodes) > 1
        if between or (last and parted(last, before, text, kind)):
            yield " ", ""
        yield from parts
        if between or opening or kind == "punctuation":
            yield " ", ""
            text += " "
        last, before = text or last, kind


def _node(node: Node) -> Iterator[Letters]:
    match node:
        case Symbol() | Words() | Space():
            text = readable_row(Row((node,))) if not isinstance(node, Space) else " " if node.ems > 0.15 else ""
            yield text, ""
        case Row():
            yield from _row(node)
        case Script():
            yield from _script(node)
        case Fence(left, right, rows, bars):
            yield left, ""
            for bar, row in zip(("", *bars), rows, strict=True):
                yield (f" {bar} " if bar else ""), ""
                yield from _row(row)
            yield right, ""
        case Root(body, degree):
            if len(body.nodes) != 1 or degree.nodes or not isinstance(body.nodes[0], Symbol):
                raise _MoreThanText
            yield "√" + readable_row(body), ""
        case Accent(body, _, below, wide):
            text = readable_row(Row((node,)))
            if below or wide or len(body.nodes) != 1 or not _marked(text):
                raise _MoreThanText
            yield text, ""
        case Fraction() | Grid() | Boxed() | Phantom():
            raise _MoreThanText
        case _:
            assert_never(node)


def _script(node: Script) -> Iterator[Letters]:
    """The base, what is lowered, what is raised; primes and degrees are raised characters themselves."""
    both = node.sub is not None and node.sup is not None
    if node.limits == "always" or (both and kind_of(node) in ("large", "integral", "function")):
        raise _MoreThanText
    yield from _row(node.base)
    for row, shift in ((node.sub, "sub"), (node.sup, "super")):
        if row is None:
            continue
        inner = list(_row(row))
        if any(raised for _, raised in inner):
            raise _MoreThanText
        text = "".join(part for part, _ in inner).replace(" ", "").replace("∘", "°")
        primes = len(text) - len(text.lstrip("′″‴°"))
        yield text[:primes], ""
        yield text[primes:], shift  # type: ignore[misc]


def _marked(text: str) -> bool:
    """Whether a letter and its mark are common enough for fonts to set them well."""
    return len(unicodedata.normalize("NFC", text)) == 1 or (len(text) == 2 and "\u0300" <= text[1] <= "\u036f")
