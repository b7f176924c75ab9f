"""The one way to walk a document: what a node is made of, and the same node with its parts put anew."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import attrgetter, is_
from typing import Any, assert_never

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.same import Same

Part = doc.ListItem | doc.Row | doc.Cell | doc.Option | doc.Pair
"""What stands between a block and the blocks or inlines in it."""
Node = doc.Document | doc.Section | doc.Footnote | doc.Block | doc.Answer | Part | doc.Inline
Put = Callable[[Any], Any]
"""Gives a node what stands in its place: itself, another of its kind, or, among others, a tuple of them."""

LEAVES = frozenset((doc.Text, doc.CodeSpan, doc.LineBreak, doc.Keyboard, doc.InlineFormula, doc.FootnoteCall, doc.Code))
"""Some of what has no children, most of all there is: a walk need not ask them."""
_NAMES: dict[type, str] = {
    **dict.fromkeys((doc.Paragraph, doc.Cell), "inlines"),
    **dict.fromkeys((doc.ListItem, doc.Notes), "blocks"),
    **dict.fromkeys((doc.Strong, doc.Emphasis, doc.Link), "children"),
    doc.ListBlock: "items",
    doc.Row: "cells",
}
_ONE_FIELD: dict[type, Callable[[Any], tuple[Node, ...]]] = {kind: attrgetter(name) for kind, name in _NAMES.items()}
"""The field with the children of what there is most of: found at once, as no `match` can."""


def children(node: Node) -> tuple[Node, ...]:
    """The nodes that a node is made of, one level down, in the order of the source."""
    field = _ONE_FIELD.get(type(node))
    return field(node) if field else _children(node)


def _children(node: Node) -> tuple[Node, ...]:
    # What there is most of comes first: a case is tried only when those above it do not match.
    match node:
        case doc.Text():
            return ()
        case doc.Paragraph() | doc.Cell():
            return node.inlines
        case doc.ListItem() | doc.Open() | doc.Footnote() | doc.Notes():
            return node.blocks
        case doc.Strong() | doc.Emphasis() | doc.Link() | doc.Reference() | doc.Strike() | doc.Raised() | doc.Passage():
            return node.children
        case doc.Mark() | doc.Blank() | doc.Named():
            return node.children
        case doc.Section():
            return (*node.title, *node.blocks, *node.sections)
        case doc.ListBlock():
            return node.items
        case doc.Row():
            return node.cells
        case doc.CodeSpan() | doc.Image() | doc.LineBreak() | doc.Keyboard() | doc.InlineFormula():
            return ()
        case doc.Citation() | doc.FootnoteCall():
            return ()
        case doc.Option():
            return (*node.inlines, *node.blocks)
        case doc.Document():
            return (*node.title_calls, *node.sections, *node.footnotes)
        case doc.KeyPoint():
            return (*node.label, *node.inlines, *node.blocks)
        case doc.Question():
            return (*node.inlines, *node.blocks, *((node.answer,) if node.answer else ()), *node.why)
        case doc.Summary() | doc.Callout():
            return (*node.title, *node.blocks)
        case doc.Definition():
            return (*node.term, *node.blocks)
        case doc.Quote():
            return (*node.blocks, *node.attribution)
        case doc.Columns():
            return tuple(block for column in node.columns for block in column)
        case doc.Table():
            return (node.header, *node.rows, *node.caption)
        case doc.Figure():
            return (node.image, *node.caption)
        case doc.Chart():
            return (node.table, *node.caption)
        case doc.Choice():
            return node.options
        case doc.Matching():
            return node.pairs
        case doc.Pair():
            return (*node.left, *node.right, *node.blocks)
        case doc.Ordering():
            return node.items
        case doc.Code() | doc.Break() | doc.Formula() | doc.Truth() | doc.Number() | doc.Gaps():
            return ()
        case _:
            assert_never(node)


def walk(*nodes: Node) -> Iterator[Node]:
    """The nodes and all that they are made of, parents before children, in the order of the source."""
    waiting = [*nodes][::-1]
    while waiting:
        node = waiting.pop()
        yield node
        if type(node) not in LEAVES:
            waiting += children(node)[::-1]


def nodes(document: doc.Document) -> tuple[Node, ...]:
    """All that a document is made of, itself first, as `walk` finds it: once, for many look through all of it."""
    return _nodes(Same(document))


@lru_cache(maxsize=4)  # a document and what is made of it
def _nodes(document: Same[doc.Document]) -> tuple[Node, ...]:
    return tuple(walk(document.of))


def has(document: doc.Document, *kinds: type) -> bool:
    """Whether a document has a node of one of these kinds; where it has none, nobody need look for them."""
    return not _kinds(Same(document)).isdisjoint(kinds)


@lru_cache(maxsize=4)
def _kinds(document: Same[doc.Document]) -> frozenset[type]:
    return frozenset(map(type, _nodes(document)))


def map_children(node: Any, put: Put) -> Any:
    """The node with each of its children as `put` returns it; the very same if nothing changes."""
    if type(node) in LEAVES:
        return node
    if field := _ONE_FIELD.get(type(node)):
        found = field(node)
        return node if (new := _all(found, put)) is found else replace(node, **{_NAMES[type(node)]: new})
    # In the same order, for the same reason.
    match node:
        case doc.Text():
            return node
        case doc.Paragraph() | doc.Cell():
            inlines = _all(node.inlines, put)
            return node if inlines is node.inlines else replace(node, inlines=inlines)
        case doc.ListItem() | doc.Open() | doc.Footnote() | doc.Notes():
            blocks = _all(node.blocks, put)
            return node if blocks is node.blocks else replace(node, blocks=blocks)
        case doc.Strong() | doc.Emphasis() | doc.Link() | doc.Reference() | doc.Strike() | doc.Raised() | doc.Passage():
            return _with(node, children=_all(node.children, put))
        case doc.Mark() | doc.Blank() | doc.Named():
            return _with(node, children=_all(node.children, put))
        case doc.Section():
            title, blocks = _all(node.title, put), _all(node.blocks, put)
            return _with(node, title=title, blocks=blocks, sections=_all(node.sections, put))
        case doc.ListBlock():
            return _with(node, items=_all(node.items, put))
        case doc.Row():
            return _with(node, cells=_all(node.cells, put))
        case doc.CodeSpan() | doc.Image() | doc.LineBreak() | doc.Keyboard() | doc.InlineFormula():
            return node
        case doc.Citation() | doc.FootnoteCall():
            return node
        case doc.Option():
            return _with(node, inlines=_all(node.inlines, put), blocks=_all(node.blocks, put))
        case doc.Document():
            calls, sections = _all(node.title_calls, put), _all(node.sections, put)
            return _with(node, title_calls=calls, sections=sections, footnotes=_all(node.footnotes, put))
        case doc.KeyPoint():
            label, inlines = _all(node.label, put), _all(node.inlines, put)
            return _with(node, label=label, inlines=inlines, blocks=_all(node.blocks, put))
        case doc.Question():
            inlines, blocks = _all(node.inlines, put), _all(node.blocks, put)
            answer = put(node.answer) if node.answer else None
            return _with(node, inlines=inlines, blocks=blocks, answer=answer, why=_all(node.why, put))
        case doc.Summary() | doc.Callout():
            return _with(node, title=_all(node.title, put), blocks=_all(node.blocks, put))
        case doc.Definition():
            return _with(node, term=_all(node.term, put), blocks=_all(node.blocks, put))
        case doc.Quote():
            return _with(node, blocks=_all(node.blocks, put), attribution=_all(node.attribution, put))
        case doc.Columns():
            return _with(node, columns=_each(node.columns, put))
        case doc.Table():
            header, rows = put(node.header), _all(node.rows, put)
            return _with(node, header=header, rows=rows, caption=_all(node.caption, put))
        case doc.Figure():
            return _with(node, image=put(node.image), caption=_all(node.caption, put))
        case doc.Chart():
            table = put(node.table)
            return _with(node, table=table, caption=_all(node.caption, put))
        case doc.Choice():
            return _with(node, options=_all(node.options, put))
        case doc.Matching():
            return _with(node, pairs=_all(node.pairs, put))
        case doc.Pair():
            left, right = _all(node.left, put), _all(node.right, put)
            return _with(node, left=left, right=right, blocks=_all(node.blocks, put))
        case doc.Ordering():
            return _with(node, items=_all(node.items, put))
        case doc.Code() | doc.Break() | doc.Formula() | doc.Truth() | doc.Number() | doc.Gaps():
            return node
        case _:
            raise TypeError(f"{type(node).__name__} is no node of a document")


def rewritten(node: Any, put: Put) -> Any:
    """The node with every node below it, then itself, as `put` returns it: from the innermost outwards."""
    return put(map_children(node, lambda child: rewritten(child, put)))


def _with(node: Any, **parts: Any) -> Any:
    """The node with these parts; the very same if they are the ones that it has."""
    for name, part in parts.items():
        if getattr(node, name) is not part:
            return replace(node, **parts)
    return node


def _all(nodes: tuple[Any, ...], put: Put) -> tuple[Any, ...]:
    """What stands in the nodes' places; the very same tuple if nothing changes."""
    out = [put(node) for node in nodes]
    if all(map(is_, out, nodes)):
        return nodes
    flat: list[Any] = []
    for new in out:
        if isinstance(new, tuple):
            flat.extend(new)
        else:
            flat.append(new)
    return tuple(flat)


def _each(groups: tuple[tuple[Any, ...], ...], put: Put) -> tuple[tuple[Any, ...], ...]:
    """The same for groups of nodes that stay apart."""
    out = tuple(_all(group, put) for group in groups)
    return groups if all(a is b for a, b in zip(out, groups, strict=True)) else out
