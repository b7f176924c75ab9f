"""What pandoc's tree says of the whole document, as the values that front matter has."""

from collections.abc import Mapping
from typing import assert_never

from triptych.read.known_keys import KNOWN
from triptych.read.pandoc import ast
from triptych.read.pandoc.inlines import words_of
from triptych.read.pandoc.leaves import leaves

_MAX_DEPTH = 4
_NESTED = ("jupyter",)
"""Keys below which a format keeps what others have at the top."""


def values_of(meta: Mapping[str, ast.MetaValue]) -> dict[str, object]:
    """The values whose keys mean something here: the others are for the program that the document was made with."""
    found: dict[str, object] = {}
    for name in _NESTED:
        inner = meta.get(name)
        if isinstance(inner, ast.MetaMap):
            found |= values_of(inner.c)
    return found | {key: _value(value) for key, value in meta.items() if key.lower() in KNOWN}


def _value(value: ast.MetaValue, depth: int = 0) -> object:
    """A value as text, lists and mappings; what is nested deeper than any value of ours is cut off."""
    if depth > _MAX_DEPTH:
        return None
    match value:
        case ast.MetaMap(entries):
            return {key: _value(inner, depth + 1) for key, inner in entries.items()}
        case ast.MetaList(entries):
            return [_value(inner, depth + 1) for inner in entries]
        case ast.MetaBool(true):
            return "true" if true else "false"
        case ast.MetaString(text):
            return text
        case ast.MetaInlines(inlines):
            return words_of(inlines)
        case ast.MetaBlocks(blocks):
            return "\n\n".join(filter(None, map(_words, leaves(blocks))))
        case _:
            assert_never(value)


def _words(block: ast.Block) -> str:
    """What a block says that holds no others, as far as it is text."""
    match block:
        case ast.Plain(inlines) | ast.Para(inlines):
            return words_of(inlines)
        case ast.LineBlock(lines):
            return " ".join(map(words_of, lines))
        case ast.CodeBlock((_, text)):
            return text
        case _:
            return ""
