"""The same document with its inlines or its blocks put anew, wherever they stand."""

from collections.abc import Callable
from typing import assert_never

from msgspec.structs import replace

from triptych.model import document as doc

OnLink = Callable[[doc.Link, int], doc.Inlines]
OnInline = Callable[[doc.Inline], doc.Inline]
OnBlock = Callable[[doc.Block], doc.Block]


def with_blocks(document: doc.Document, put: OnBlock) -> doc.Document:
    """The document with each block as `put` returns it, from the outermost inwards, in the order of the source."""
    return replace(document, sections=tuple(_Rewriting(None, put).section(part) for part in document.sections))


def with_inlines(document: doc.Document, put: OnInline, on_block: OnBlock | None = None) -> doc.Document:
    """The document with each inline as `put` returns it, from the outermost inwards, after its block."""

    def every(inline: doc.Inline, line: int) -> doc.Inlines:
        return (put(inline),)

    rewriting = _Rewriting(None, on_block, every)
    return replace(document, sections=tuple(rewriting.section(part) for part in document.sections))


def with_links(document: doc.Document, put: OnLink) -> doc.Document:
    """The document with each link replaced by what `put` returns for it and the line of its block."""
    return replace(document, sections=tuple(_Rewriting(put, None).section(part) for part in document.sections))


class _Rewriting:
    """One walk over the document; it nests as deep as the parser lets it, and no deeper."""

    def __init__(
        self,
        on_link: OnLink | None,
        on_block: OnBlock | None,
        on_inline: Callable[[doc.Inline, int], doc.Inlines] | None = None,
    ) -> None:
        self._on_link = on_link
        self._on_block = on_block
        self._on_inline = on_inline
        self._no_inlines = on_link is None and on_inline is None

    def section(self, section: doc.Section) -> doc.Section:
        title = self.inlines(section.title, section.line)
        blocks = self.blocks(section.blocks)
        parts = tuple(self.section(part) for part in section.sections)
        return replace(section, title=title, blocks=blocks, sections=parts)

    def blocks(self, blocks: doc.Blocks) -> doc.Blocks:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: doc.Block) -> doc.Block:
        block = self._on_block(block) if self._on_block else block
        match block:
            case doc.Paragraph():
                return block if self._no_inlines else replace(block, inlines=self.inlines(block.inlines, block.line))
            case doc.Question():
                inlines = self.inlines(block.inlines, block.line)
                answer = self._answer(block.answer, block.line) if block.answer else None
                inner, why = self.blocks(block.blocks), self.blocks(block.why)
                return replace(block, inlines=inlines, blocks=inner, answer=answer, why=why)
            case doc.KeyPoint():
                label, inlines = self.inlines(block.label, block.line), self.inlines(block.inlines, block.line)
                return replace(block, label=label, inlines=inlines, blocks=self.blocks(block.blocks))
            case doc.Summary() | doc.Callout():
                title = self.inlines(block.title, block.line)
                return replace(block, title=title, blocks=self.blocks(block.blocks))
            case doc.Definition():
                return replace(block, term=self.inlines(block.term, block.line), blocks=self.blocks(block.blocks))
            case doc.ListBlock():
                items = tuple(replace(item, blocks=self.blocks(item.blocks)) for item in block.items)
                return replace(block, items=items)
            case doc.Table():
                return self._table(block)
            case doc.Figure():
                return replace(block, caption=self.inlines(block.caption, block.line))
            case doc.Quote():
                attribution = self.inlines(block.attribution, block.line)
                return replace(block, blocks=self.blocks(block.blocks), attribution=attribution)
            case doc.Notes():
                return replace(block, blocks=self.blocks(block.blocks))
            case doc.Columns():
                return replace(block, columns=tuple(self.blocks(column) for column in block.columns))
            case doc.Chart():
                caption = self.inlines(block.caption, block.line)
                return replace(block, caption=caption, table=self._table(block.table))
            case doc.Code() | doc.Break() | doc.Formula():
                return block
            case _:
                assert_never(block)

    def _answer(self, answer: doc.Answer, line: int) -> doc.Answer:
        match answer:
            case doc.Open(blocks):
                return doc.Open(self.blocks(blocks))
            case doc.Choice(options):
                return doc.Choice(tuple(replace(o, inlines=self.inlines(o.inlines, line)) for o in options))
            case doc.Matching(pairs):
                return doc.Matching(
                    tuple(doc.Pair(self.inlines(p.left, line), self.inlines(p.right, line)) for p in pairs)
                )
            case doc.Ordering(items):
                return doc.Ordering(tuple(self.inlines(item, line) for item in items))
            case doc.Truth() | doc.Number() | doc.Gaps():
                return answer
            case _:
                assert_never(answer)

    def _table(self, table: doc.Table) -> doc.Table:
        if self._no_inlines:
            return table
        rows = tuple(self._row(row) for row in table.rows)
        caption = self.inlines(table.caption, table.line)
        return replace(table, header=self._row(table.header), rows=rows, caption=caption)

    def _row(self, row: doc.Row) -> doc.Row:
        return replace(row, cells=tuple(doc.Cell(self.inlines(cell.inlines, row.line)) for cell in row.cells))

    def inlines(self, inlines: doc.Inlines, line: int) -> doc.Inlines:
        if self._no_inlines:
            return inlines
        return tuple(new for inline in inlines for new in self._inline(inline, line))

    def _inline(self, inline: doc.Inline, line: int) -> doc.Inlines:
        if self._on_inline:
            (inline,) = self._on_inline(inline, line)
        match inline:
            case doc.Link():
                children = self.inlines(inline.children, line)
                link = replace(inline, children=children)
                return self._on_link(link, line) if self._on_link else (link,)
            case doc.Strong() | doc.Emphasis() | doc.Strike() | doc.Raised() | doc.Mark() | doc.Blank() | doc.Named():
                return (replace(inline, children=self.inlines(inline.children, line)),)
            case doc.Footnote():
                return (replace(inline, blocks=self.blocks(inline.blocks)),)
            case doc.Text() | doc.CodeSpan() | doc.Image() | doc.LineBreak() | doc.Keyboard() | doc.InlineFormula():
                return (inline,)
            case _:
                assert_never(inline)
