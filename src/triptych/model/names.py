"""Names in a text: dates, people and terms; which of them all readers see, and what the lists refer to them by."""

from collections.abc import Iterator
from typing import assert_never

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.walk import has, nodes, walk


def anchors_of(document: doc.Document) -> frozenset[str]:
    """The anchors of names, key phrases, terms and points: places that count only where a list refers to them."""
    named = (doc.Named, doc.Mark, doc.Definition, doc.KeyPoint)
    if not has(document, *named):
        return frozenset()
    return frozenset(node.anchor for node in nodes(document) if isinstance(node, named) and node.anchor)


def anchor_of(block: doc.Definition | doc.KeyPoint) -> str:
    """What a term or a point is referred to by: the author's id, else its anchor."""
    return block.attributes.id or block.anchor


def public(blocks: doc.Blocks) -> Iterator[doc.Block]:
    """Every block that all readers see, with the blocks inside it: no notes, no questions that are answered."""
    for block in blocks:
        if isinstance(block, doc.Notes) or (isinstance(block, doc.Question) and block.answer is not None):
            continue
        yield block
        if inside := _inside(block):
            yield from public(inside)


def _inside(block: doc.Block) -> doc.Blocks:
    match block:
        case doc.ListBlock():
            return tuple(inner for item in block.items for inner in item.blocks)
        case doc.Columns():
            return tuple(inner for column in block.columns for inner in column)
        case doc.KeyPoint() | doc.Summary() | doc.Definition() | doc.Quote() | doc.Callout() | doc.Question():
            return block.blocks
        case doc.Notes() | doc.Paragraph() | doc.Code() | doc.Figure() | doc.Break() | doc.Formula():
            return ()
        case doc.Table() | doc.Chart():
            return ()
        case _:
            assert_never(block)


def named_in(inlines: doc.Inlines, hides: bool) -> Iterator[doc.Named]:
    """The dates, people and terms in some inlines; none in blanks, nor in key phrases if these may become blanks."""
    for inline in inlines:
        match inline:
            case doc.Named():
                if not (hides and hidden(inline.children)):
                    yield inline
            case doc.Blank():
                pass
            case doc.Mark():
                yield from () if hides else named_in(inline.children, hides)
            case (
                doc.Strong()
                | doc.Emphasis()
                | doc.Link()
                | doc.Reference()
                | doc.Strike()
                | doc.Raised()
                | doc.Passage()
            ):
                yield from named_in(inline.children, hides)
            case (
                doc.Citation()
                | doc.Text()
                | doc.CodeSpan()
                | doc.Keyboard()
                | doc.InlineFormula()
                | doc.Image()
                | doc.LineBreak()
                | doc.FootnoteCall()
            ):
                pass
            case _:
                assert_never(inline)


def hidden(inlines: doc.Inlines) -> bool:
    """Whether there is a key phrase or a blank in some inlines."""
    return any(isinstance(node, doc.Mark | doc.Blank) for node in walk(*inlines))


def bare(inlines: doc.Inlines) -> doc.Inlines:
    """Some inlines to be said once more: without footnotes, line breaks, and anchors."""
    return tuple(part for inline in inlines for part in _bare(inline))


def _bare(inline: doc.Inline) -> doc.Inlines:
    match inline:
        case doc.Named():
            return bare(inline.children)
        case doc.Mark():
            return (doc.Mark(bare(inline.children)),)
        case doc.Strong() | doc.Emphasis() | doc.Link() | doc.Strike() | doc.Raised() | doc.Passage() | doc.Blank():
            return (replace(inline, children=bare(inline.children)),)
        case doc.LineBreak():
            return (doc.Text(" "),)
        case doc.FootnoteCall():
            return ()
        case doc.Text() | doc.CodeSpan() | doc.Keyboard() | doc.InlineFormula() | doc.Image():
            return (inline,)
        case doc.Reference() | doc.Citation():
            return (inline,)
        case _:
            assert_never(inline)
