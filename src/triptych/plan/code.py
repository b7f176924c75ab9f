"""Code in colour: Pygments tokens as pieces of lines, in colours that can be read on the tint."""

from dataclasses import dataclass

COLORS = {
    "Keyword": ("0B5FA5", True, False),
    "Name.Function": ("6A2C91", False, False),
    "Name.Class": ("6A2C91", True, False),
    "Name.Decorator": ("6A2C91", False, False),
    "Name.Tag": ("0B5FA5", True, False),
    "Name.Attribute": ("8A3B12", False, False),
    "Name.Builtin": ("0B5FA5", False, False),
    "Literal.String": ("2B6A2E", False, False),
    "Literal.Number": ("8A3B12", False, False),
    "Comment": ("55606C", False, True),
    "Generic.Heading": ("0E3A5D", True, False),
    "Generic.Deleted": ("9B2226", False, False),
    "Generic.Inserted": ("2B6A2E", False, False),
    "Generic.Output": ("55606C", False, False),
    "Generic.Prompt": ("55606C", True, False),
}
"""Token type to colour, bold, italic; each at least 4.5:1 on the default tint and on white."""


@dataclass(frozen=True, slots=True)
class Token:
    """Text of one colour within a line of code; an empty colour is the ink."""

    text: str
    color: str = ""
    bold: bool = False
    italic: bool = False


CodeLine = tuple[Token, ...]


def highlight(text: str, language: str) -> tuple[CodeLine, ...]:
    """The lines of a block of code, tabs as four spaces, coloured if the language is known."""
    text = text.expandtabs(4)
    if not language or len(text) > 200_000:
        return tuple((Token(line),) if line else () for line in text.split("\n"))
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return highlight(text, "")
    lines: list[list[Token]] = [[]]
    for kind, value in lexer.get_tokens(text):
        color, bold, italic = _style(str(kind)[6:])
        for number, part in enumerate(value.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append(Token(part, color, bold, italic))
    return tuple(tuple(line) for line in lines)


def _style(kind: str) -> tuple[str, bool, bool]:
    while kind:
        if kind in COLORS:
            return COLORS[kind]
        kind = kind.rpartition(".")[0]
    return "", False, False
