"""Code in colour: Pygments tokens as pieces of lines, in the colours of a theme."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

import msgspec

from triptych.model.document import Code
from triptych.model.theme import CodeColors, Palette

if TYPE_CHECKING:
    from pygments.lexer import Lexer

_COLORS = CodeColors()
Color = Literal["keyword", "name", "value", "string", "comment", "heading", "removed"]

STYLES: dict[str, tuple[Color, bool, bool]] = {
    "Keyword": ("keyword", True, False),
    "Name.Function": ("name", False, False),
    "Name.Class": ("name", True, False),
    "Name.Decorator": ("name", False, False),
    "Name.Tag": ("keyword", True, False),
    "Name.Attribute": ("value", False, False),
    "Name.Builtin": ("keyword", False, False),
    "Literal.String": ("string", False, False),
    "Literal.Number": ("value", False, False),
    "Comment": ("comment", False, True),
    "Generic.Heading": ("heading", True, False),
    "Generic.Deleted": ("removed", False, False),
    "Generic.Inserted": ("string", False, False),
    "Generic.Output": ("comment", False, False),
    "Generic.Prompt": ("comment", True, False),
}
"""Token type to the name of its colour, bold, italic."""


class Token(msgspec.Struct, frozen=True):
    """Text of one colour within a line of code; an empty colour is the ink."""

    text: str
    color: str = ""
    bold: bool = False
    italic: bool = False


CodeLine = tuple[Token, ...]


NUMBERED = ("numberLines", "number-lines", "line-numbers", "linenos")
"""Classes that ask for line numbers; `startFrom=10` says where they begin."""


def code_lines(block: Code, palette: Palette) -> tuple[CodeLine, ...]:
    """The lines of a block in the colours of a palette, with their numbers if the author asks for them."""
    lines = highlight(block.text, block.language, palette.code)
    if not any(name in block.attributes.classes for name in NUMBERED):
        return lines
    start = block.attributes.get("startFrom", "1")
    first = int(start) if start.isdecimal() else 1
    width = len(str(first + len(lines) - 1))
    return tuple((Token(f"{n:>{width}}  ", palette.muted), *line) for n, line in enumerate(lines, first))


@lru_cache(maxsize=512)  # deck, handout and sheet ask for the same blocks
def highlight(text: str, language: str, colors: CodeColors = _COLORS) -> tuple[CodeLine, ...]:
    """The lines of a block of code, tabs as four spaces, coloured if the language is known."""
    text = text.expandtabs(4)
    if not language or len(text) > 200_000:
        return tuple((Token(line),) if line else () for line in text.split("\n"))
    lexer_class = _lexer_class(language)
    if lexer_class is None:
        return highlight(text, "", colors)
    lexer = lexer_class(stripnl=False, ensurenl=False)
    tokens = [(str(kind)[6:], value) for kind, value in lexer.get_tokens(text)]
    if "".join(value for _, value in tokens) != text:  # a lexer may drop what it does not expect: colour is worth less
        return highlight(text, "", colors)
    lines: list[list[Token]] = [[]]
    for kind, value in tokens:
        color, bold, italic = _style(kind, colors)
        for number, part in enumerate(value.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append(Token(part, color, bold, italic))
    return tuple(tuple(line) for line in lines)


@cache
def _lexer_class(language: str) -> "type[Lexer] | None":
    """What cuts a language into tokens; the library walks its list of languages each time it is asked for one."""
    from pygments.lexers import find_lexer_class_by_name
    from pygments.util import ClassNotFound

    try:
        return find_lexer_class_by_name(language)
    except ClassNotFound:
        return None


def _style(kind: str, colors: CodeColors) -> tuple[str, bool, bool]:
    while kind:
        if kind in STYLES:
            color, bold, italic = STYLES[kind]
            return getattr(colors, color), bold, italic
        kind = kind.rpartition(".")[0]
    return "", False, False
