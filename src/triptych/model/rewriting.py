"""The same document with its inlines, its blocks or its links put anew, wherever they stand."""

from collections.abc import Callable
from typing import Any, get_args

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.walk import map_children

OnLink = Callable[[doc.Link | doc.Reference, int], doc.Inlines]
OnInline = Callable[[doc.Inline], doc.Inline]
OnBlock = Callable[[doc.Block], doc.Block]
_BLOCKS, _INLINES = frozenset(get_args(doc.Block)), frozenset(get_args(doc.Inline))
_LINED = frozenset((*_BLOCKS, doc.Section, doc.Footnote, doc.Row))
_WITHOUT_BLOCKS = frozenset((*_INLINES, doc.Paragraph, doc.Table, doc.Code, doc.Figure, doc.Break, doc.Formula))
"""What no block stands in: a walk for blocks need not look there."""


def with_blocks(document: doc.Document, put: OnBlock) -> doc.Document:
    """The document with each block as `put` returns it, from the outermost inwards, in the order of the source."""

    def go(node: Any) -> Any:
        node = put(node) if type(node) in _BLOCKS else node
        return node if type(node) in _WITHOUT_BLOCKS else map_children(node, go)

    return map_children(document, go)  # type: ignore[no-any-return]


def with_inlines(document: doc.Document, put: OnInline, on_block: OnBlock | None = None) -> doc.Document:
    """The document with each inline as `put` returns it, from the outermost inwards, after its block."""

    def go(node: Any) -> Any:
        if type(node) in _INLINES:
            node = put(node)
        elif on_block and type(node) in _BLOCKS:
            node = on_block(node)
        return map_children(node, go)

    return map_children(document, go)  # type: ignore[no-any-return]


def with_links(document: doc.Document, put: OnLink) -> doc.Document:
    """The document with each link and reference as `put` returns it for it and the line of its block or row."""

    def below(line: int) -> Callable[[Any], Any]:
        def go(node: Any) -> Any:
            at = node.line if type(node) in _LINED else line
            node = map_children(node, below(at) if at != line else go)
            return put(node, line) if isinstance(node, doc.Link | doc.Reference) else node

        return go

    return map_children(document, below(0))  # type: ignore[no-any-return]


def without_expansions(node: Any) -> Any:
    """The node without what its abbreviations stand for: a question may ask just that."""
    if isinstance(node, doc.Passage) and node.stands_for:
        node = replace(node, stands_for="")
    return map_children(node, without_expansions)
