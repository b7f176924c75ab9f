"""Inlines and blocks as plain lines, for programs that know nothing else."""

from collections.abc import Iterator
from typing import assert_never

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.list_marks import mark_of
from triptych.model.queries import description, plain
from triptych.model.walk import map_children

_RAISED = str.maketrans("0123456789+−-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+−-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def text_of(inlines: doc.Inlines) -> str:
    """Running text; raised and lowered figures stay so."""
    return plain(tuple(_flat(inline) for inline in inlines)).strip()


def _flat(inline: doc.Inline) -> doc.Inline:
    if isinstance(inline, doc.Raised):
        return doc.Text(_moved(plain(inline.children), inline.lowered))
    return map_children(inline, _flat)  # type: ignore[no-any-return]


def _moved(text: str, lowered: bool) -> str:
    """Raised or lowered characters, or the text behind a mark where there are none for it."""
    moved = text.translate(_LOWERED if lowered else _RAISED)
    if all(old != new for old, new in zip(text, moved, strict=True)):
        return moved
    return ("_" if lowered else "^") + (text if len(text) == 1 else f"({text})")


def lines_of(inlines: doc.Inlines) -> Iterator[str]:
    """Running text, cut where the author broke its line."""
    start = 0
    for place, inline in enumerate(inlines):
        if isinstance(inline, doc.LineBreak):
            yield text_of(inlines[start:place])
            start = place + 1
    yield text_of(inlines[start:])


def block_lines(blocks: doc.Blocks) -> Iterator[str]:
    """The lines of some blocks, without empty ones."""
    for block in blocks:
        yield from (line for line in _lines(block) if line.strip())


def _lines(block: doc.Block) -> Iterator[str]:
    match block:
        case doc.Paragraph():
            yield from lines_of(block.inlines)
        case doc.Question():
            yield from lines_of(block.inlines)
            yield from block_lines(block.blocks)
        case doc.KeyPoint():
            yield ": ".join(text for text in (text_of(block.label), text_of(block.inlines)) if text.strip())
            yield from block_lines(block.blocks)
        case doc.Summary() | doc.Callout():
            yield text_of(block.title)
            yield from block_lines(block.blocks)
        case doc.Definition():
            yield text_of(block.term)
            yield from block_lines(block.blocks)
        case doc.ListBlock():
            for place, item in enumerate(block.items):
                yield from _item(item, f"{mark_of(block, place)} " if block.ordered else "• ")
        case doc.Table():
            yield from _table(block)
        case doc.Code():
            yield from block.text.splitlines()
        case doc.Figure():
            yield from dict.fromkeys((description(block), text_of(block.caption)))
        case doc.Quote():
            yield from block_lines(block.blocks)
            yield text_of(block.attribution)
        case doc.Columns():
            for column in block.columns:
                yield from block_lines(column)
        case doc.Formula():
            yield block.said
        case doc.Chart():
            yield from _table(replace(block.table, caption=block.caption))
        case doc.Notes() | doc.Break():
            pass
        case _:
            assert_never(block)


def _item(item: doc.ListItem, mark: str) -> Iterator[str]:
    """An item behind its mark, what follows in it as far in."""
    for place, line in enumerate(block_lines(item.blocks)):
        yield (mark if place == 0 else " " * len(mark)) + line


def _table(table: doc.Table) -> Iterator[str]:
    yield text_of(table.caption)
    for row in (table.header, *table.rows):
        yield " | ".join(text_of(cell.inlines).strip() for cell in row.cells).strip(" |")
