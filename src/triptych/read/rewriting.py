"""The same document with its inlines or its blocks put anew, wherever they stand."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from triptych.model.document import (
    Block,
    Blocks,
    Break,
    Callout,
    Cell,
    Chart,
    Code,
    CodeSpan,
    Columns,
    Definition,
    Document,
    Emphasis,
    Figure,
    Footnote,
    Formula,
    Image,
    Inline,
    InlineFormula,
    Inlines,
    Keyboard,
    KeyPoint,
    LineBreak,
    Link,
    ListBlock,
    Mark,
    Notes,
    Paragraph,
    Question,
    Quote,
    Raised,
    Row,
    Section,
    Strike,
    Strong,
    Summary,
    Table,
    Text,
)

OnLink = Callable[[Link, int], Inlines]
OnBlock = Callable[[Block], Block]


def with_blocks(document: Document, put: OnBlock) -> Document:
    """The document with each block as `put` returns it, from the outermost inwards, in the order of the source."""
    return replace(document, sections=tuple(_Rewriting(None, put).section(part) for part in document.sections))


def with_links(document: Document, put: OnLink) -> Document:
    """The document with each link replaced by what `put` returns for it and the line of its block."""
    return replace(document, sections=tuple(_Rewriting(put, None).section(part) for part in document.sections))


class _Rewriting:
    """One walk over the document; it nests as deep as the parser lets it, and no deeper."""

    def __init__(self, on_link: OnLink | None, on_block: OnBlock | None) -> None:
        self._on_link = on_link
        self._on_block = on_block

    def section(self, section: Section) -> Section:
        title = self.inlines(section.title, section.line)
        blocks = self.blocks(section.blocks)
        parts = tuple(self.section(part) for part in section.sections)
        return replace(section, title=title, blocks=blocks, sections=parts)

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        block = self._on_block(block) if self._on_block else block
        match block:
            case Paragraph():
                return replace(block, inlines=self.inlines(block.inlines, block.line)) if self._on_link else block
            case Question():
                inlines = self.inlines(block.inlines, block.line)
                return replace(block, inlines=inlines, blocks=self.blocks(block.blocks))
            case KeyPoint():
                label, inlines = self.inlines(block.label, block.line), self.inlines(block.inlines, block.line)
                return replace(block, label=label, inlines=inlines, blocks=self.blocks(block.blocks))
            case Summary() | Callout():
                title = self.inlines(block.title, block.line)
                return replace(block, title=title, blocks=self.blocks(block.blocks))
            case Definition():
                return replace(block, term=self.inlines(block.term, block.line), blocks=self.blocks(block.blocks))
            case ListBlock():
                items = tuple(replace(item, blocks=self.blocks(item.blocks)) for item in block.items)
                return replace(block, items=items)
            case Table():
                return self._table(block)
            case Figure():
                return replace(block, caption=self.inlines(block.caption, block.line))
            case Quote():
                attribution = self.inlines(block.attribution, block.line)
                return replace(block, blocks=self.blocks(block.blocks), attribution=attribution)
            case Notes():
                return replace(block, blocks=self.blocks(block.blocks))
            case Columns():
                return replace(block, columns=tuple(self.blocks(column) for column in block.columns))
            case Chart():
                caption = self.inlines(block.caption, block.line)
                return replace(block, caption=caption, table=self._table(block.table))
            case Code() | Break() | Formula():
                return block
            case _:
                assert_never(block)

    def _table(self, table: Table) -> Table:
        if not self._on_link:
            return table
        rows = tuple(self._row(row) for row in table.rows)
        caption = self.inlines(table.caption, table.line)
        return replace(table, header=self._row(table.header), rows=rows, caption=caption)

    def _row(self, row: Row) -> Row:
        return replace(row, cells=tuple(Cell(self.inlines(cell.inlines, row.line)) for cell in row.cells))

    def inlines(self, inlines: Inlines, line: int) -> Inlines:
        if not self._on_link:
            return inlines
        return tuple(new for inline in inlines for new in self._inline(inline, line))

    def _inline(self, inline: Inline, line: int) -> Inlines:
        match inline:
            case Link():
                children = self.inlines(inline.children, line)
                return self._on_link(replace(inline, children=children), line) if self._on_link else (inline,)
            case Strong() | Emphasis() | Strike() | Raised() | Mark():
                return (replace(inline, children=self.inlines(inline.children, line)),)
            case Footnote():
                return (replace(inline, blocks=self.blocks(inline.blocks)),)
            case Text() | CodeSpan() | Image() | LineBreak() | Keyboard() | InlineFormula():
                return (inline,)
            case _:
                assert_never(inline)
