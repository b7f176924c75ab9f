"""Who said what is quoted: the last line of a quotation, if it begins with a dash."""

from collections.abc import Sequence

from triptych.patterns import late
from triptych.read.pandoc import ast
from triptych.read.pandoc.paragraphs import Texts, joined, lines_of

_DASH = late(r"(?:---?|[—―–])(?![\d—–-])")
_LONGEST = 40
"""Inlines of a name, spaces among them."""


def attributed(blocks: Sequence[ast.Block]) -> tuple[list[ast.Block], list[ast.Inline]]:
    """The blocks without their last line, and what it says behind its dash; nothing if it names nobody.

    It does not if there is nothing before it, or if the line before begins with a dash as well: a dialogue.
    """
    last = blocks[-1] if blocks else None
    if not isinstance(last, Texts):
        return list(blocks), []
    lines = lines_of(last.c)
    name = _behind_dash(lines[-1])
    before = lines[-2] if len(lines) > 1 else []
    alone = len(lines) == 1 and len(blocks) == 1
    if name is None or alone or len(name) > _LONGEST or _behind_dash(before) is not None:
        return list(blocks), []
    rest = joined(lines[:-1])
    return [*blocks[:-1], *([ast.Para(rest)] if rest else [])], name


def _behind_dash(line: Sequence[ast.Inline]) -> list[ast.Inline] | None:
    """What stands behind the dash that a line begins with, or None if it does not."""
    first = line[0] if line else None
    match = _DASH.match(first.c) if isinstance(first, ast.Str) else None
    if match is None or not isinstance(first, ast.Str):
        return None
    rest = first.c[match.end() :]
    inner = [ast.Str(rest), *line[1:]] if rest else list(line[1:])
    while inner and isinstance(inner[0], ast.Space):
        inner.pop(0)
    says = inner and not (isinstance(inner[0], ast.Str) and inner[0].c[:1] in "0123456789–—-")
    return inner if says else None
