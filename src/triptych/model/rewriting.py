"""The same document with its inlines or its blocks put anew, wherever they stand."""

from collections.abc import Callable
from typing import assert_never

from msgspec.structs import replace

from triptych.model.document import (
    Answer,
    Blank,
    Block,
    Blocks,
    Break,
    Callout,
    Cell,
    Chart,
    Choice,
    Code,
    CodeSpan,
    Columns,
    Definition,
    Document,
    Emphasis,
    Figure,
    Footnote,
    Formula,
    Gaps,
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
    Matching,
    Named,
    Notes,
    Number,
    Open,
    Ordering,
    Pair,
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
    Truth,
)

OnLink = Callable[[Link, int], Inlines]
OnInline = Callable[[Inline], Inline]
OnBlock = Callable[[Block], Block]


def with_blocks(document: Document, put: OnBlock) -> Document:
    """The document with each block as `put` returns it, from the outermost inwards, in the order of the source."""
    return replace(document, sections=tuple(_Rewriting(None, put).section(part) for part in document.sections))


def with_inlines(document: Document, put: OnInline, on_block: OnBlock | None = None) -> Document:
    """The document with each inline as `put` returns it, from the outermost inwards, after its block."""

    def every(inline: Inline, line: int) -> Inlines:
        return (put(inline),)

    rewriting = _Rewriting(None, on_block, every)
    return replace(document, sections=tuple(rewriting.section(part) for part in document.sections))


def with_links(document: Document, put: OnLink) -> Document:
    """The document with each link replaced by what `put` returns for it and the line of its block."""
    return replace(document, sections=tuple(_Rewriting(put, None).section(part) for part in document.sections))


class _Rewriting:
    """One walk over the document; it nests as deep as the parser lets it, and no deeper."""

    def __init__(
        self,
        on_link: OnLink | None,
        on_block: OnBlock | None,
        on_inline: Callable[[Inline, int], Inlines] | None = None,
    ) -> None:
        self._on_link = on_link
        self._on_block = on_block
        self._on_inline = on_inline
        self._no_inlines = on_link is None and on_inline is None

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
                return block if self._no_inlines else replace(block, inlines=self.inlines(block.inlines, block.line))
            case Question():
                inlines = self.inlines(block.inlines, block.line)
                answer = self._answer(block.answer, block.line) if block.answer else None
                inner, why = self.blocks(block.blocks), self.blocks(block.why)
                return replace(block, inlines=inlines, blocks=inner, answer=answer, why=why)
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

    def _answer(self, answer: Answer, line: int) -> Answer:
        match answer:
            case Open(blocks):
                return Open(self.blocks(blocks))
            case Choice(options):
                return Choice(tuple(replace(o, inlines=self.inlines(o.inlines, line)) for o in options))
            case Matching(pairs):
                return Matching(tuple(Pair(self.inlines(p.left, line), self.inlines(p.right, line)) for p in pairs))
            case Ordering(items):
                return Ordering(tuple(self.inlines(item, line) for item in items))
            case Truth() | Number() | Gaps():
                return answer
            case _:
                assert_never(answer)

    def _table(self, table: Table) -> Table:
        if self._no_inlines:
            return table
        rows = tuple(self._row(row) for row in table.rows)
        caption = self.inlines(table.caption, table.line)
        return replace(table, header=self._row(table.header), rows=rows, caption=caption)

    def _row(self, row: Row) -> Row:
        return replace(row, cells=tuple(Cell(self.inlines(cell.inlines, row.line)) for cell in row.cells))

    def inlines(self, inlines: Inlines, line: int) -> Inlines:
        if self._no_inlines:
            return inlines
        return tuple(new for inline in inlines for new in self._inline(inline, line))

    def _inline(self, inline: Inline, line: int) -> Inlines:
        if self._on_inline:
            (inline,) = self._on_inline(inline, line)
        match inline:
            case Link():
                children = self.inlines(inline.children, line)
                link = replace(inline, children=children)
                return self._on_link(link, line) if self._on_link else (link,)
            case Strong() | Emphasis() | Strike() | Raised() | Mark() | Blank() | Named():
                return (replace(inline, children=self.inlines(inline.children, line)),)
            case Footnote():
                return (replace(inline, blocks=self.blocks(inline.blocks)),)
            case Text() | CodeSpan() | Image() | LineBreak() | Keyboard() | InlineFormula():
                return (inline,)
            case _:
                assert_never(inline)
