"""Outputs of a notebook's cells: of the forms that each comes in, the one that can be shown best."""

from collections.abc import Callable, Sequence

from triptych.patterns import late
from triptych.read.pandoc import ast

_COLORS = late(r"\x1b\[[0-9;]*[A-Za-z]")


def shown_output(classes: Sequence[str], blocks: list[ast.Block]) -> list[ast.Block]:
    """The blocks of a division; of an output the first of picture, HTML that is no program, formula and text."""
    if "output" not in classes:
        return blocks
    forms: tuple[Callable[[ast.Block], bool], ...] = (_is_picture, _is_page, _is_formula, _is_text)
    for is_form in forms:
        if chosen := [_clean(block) for block in blocks if is_form(block)]:
            return chosen
    return blocks


def _is_picture(block: ast.Block) -> bool:
    return isinstance(block, ast.Para | ast.Plain) and any(isinstance(node, ast.Image) for node in block.c)


def _is_page(block: ast.Block) -> bool:
    return isinstance(block, ast.RawBlock) and block.c[0].startswith("html") and "<script" not in block.c[1].lower()


def _is_formula(block: ast.Block) -> bool:
    return isinstance(block, ast.RawBlock) and block.c[0] in ("latex", "tex")


def _is_text(block: ast.Block) -> bool:
    return not isinstance(block, ast.RawBlock)


def _clean(block: ast.Block) -> ast.Block:
    """Text without the colours that a terminal would show, and said to be output."""
    if not isinstance(block, ast.CodeBlock):
        return block
    (name, classes, values), text = block.c
    return ast.CodeBlock(((name, classes or ["output"], values), _COLORS.sub("", text).rstrip("\n")))
