"""Lines of code on slides that are longer than the slide is wide: cut here, so that every program shows the same."""

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from triptych.model.theme import Face
from triptych.plan.code import CodeLine, Token
from triptych.text.shape import plain_width

WRAPPED = "› "
"""Before the rest of a line that was too long."""
_LATE = 0.6
"""The share of a line from which on it is cut at a space instead of within a word."""


def line_width(line: CodeLine, family: str) -> float:
    """The width of a line in ems, every space of it counted: programs differ in what they do with runs of spaces."""
    return sum(_char_width(char, token.bold, family) for token in line for char in token.text)


def wrapped(line: CodeLine, ems: float, family: str, muted: str) -> list[CodeLine]:
    """The line in pieces no wider than so many ems; behind the first each begins with its mark, in a colour."""
    if line_width(line, family) <= ems:
        return [line]
    mark = Token(WRAPPED, muted)
    room = max(ems - line_width((mark,), family), 2.0)
    chars = [(char, token) for token in line for char in token.text]
    out: list[CodeLine] = []
    for start, end in _cuts(chars, ems, room, family):
        piece = _joined(chars[start:end])
        out.append((mark, *piece) if out else piece)
    return out


_Chars = list[tuple[str, Token]]


def _cuts(chars: _Chars, first: float, rest: float, family: str) -> Iterator[tuple[int, int]]:
    """Where to cut: after the last space that is late in the line, else where it is full."""
    start = 0
    while start < len(chars):
        end, used, room = start, 0.0, first if start == 0 else rest
        while end < len(chars) and used + (wide := _char_width(*_of(chars[end]), family)) <= room:
            used += wide
            end += 1
        end = max(end, start + 1)
        if end < len(chars):
            late = start + int((end - start) * _LATE)
            end = next((k + 1 for k in range(end - 1, late, -1) if chars[k][0] == " "), end)
        yield start, end
        start = end


def _of(char: tuple[str, Token]) -> tuple[str, bool]:
    return char[0], char[1].bold


def _joined(chars: _Chars) -> CodeLine:
    out: list[Token] = []
    last: Token | None = None
    for char, token in chars:
        if token is last:
            out[-1] = replace(out[-1], text=out[-1].text + char)
        else:
            out.append(replace(token, text=char))
            last = token
    return tuple(out)


@cache
def _char_width(char: str, bold: bool, family: str) -> float:
    return plain_width(char, Face(family, bold))
