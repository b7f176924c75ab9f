"""What stands in blocks that are nested too deeply, without their levels."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from triptych.read.pandoc import ast


def leaves(blocks: Sequence[ast.Block]) -> list[ast.Block]:
    """The blocks that hold no others, in order; a stack in place of calls, however deep it is."""
    found: list[ast.Block] = []
    waiting: list[ast.Block] = list(blocks)[::-1]
    while waiting:
        block = waiting.pop()
        inner = _inside(block)
        if inner is None:
            found.append(block)
        else:
            waiting += list(inner)[::-1]
    return found


def _inside(block: ast.Block) -> Iterable[ast.Block] | None:
    """The blocks that a container holds; None for what is none."""
    match block:
        case ast.Plain() | ast.Para() | ast.LineBlock() | ast.CodeBlock() | ast.RawBlock() | ast.HorizontalRule():
            return None
        case ast.Table():
            return None
        case ast.Header((_, _, inlines)):
            return [ast.Para(inlines)]
        case ast.BlockQuote(inner) | ast.Div((_, inner)):
            return inner
        case ast.Figure((_, (_, caption), inner)):
            return [*inner, *caption]
        case ast.OrderedList((_, items)) | ast.BulletList(items):
            return [inner for item in items for inner in item]
        case ast.DefinitionList(entries):
            return [block for term, said in entries for block in (ast.Para(term), *(b for one in said for b in one))]
        case _:
            assert_never(block)
