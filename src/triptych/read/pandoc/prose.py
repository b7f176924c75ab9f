"""The beginning of a document's text, from which its language is told."""

from collections.abc import Sequence

from triptych.read.pandoc import ast
from triptych.read.pandoc.inlines import words_of
from triptych.read.pandoc.leaves import leaves

_ENOUGH = 8_000
_FEW = 400
"""Blocks that are looked at."""


def prose_of(blocks: Sequence[ast.Block]) -> str:
    """So much of what paragraphs say that their language can be told."""
    texts: list[str] = []
    for block in leaves(blocks[:_FEW]):
        if isinstance(block, ast.Plain | ast.Para):
            texts.append(words_of(block.c))
        if sum(map(len, texts)) > _ENOUGH:
            break
    return "\n".join(texts)
