"""Anchors for each thing that a list at the end can refer to: dates, people, terms, key phrases, points."""

from collections.abc import Iterator
from itertools import count

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.rewriting import with_inlines
from triptych.model.walk import Node, has, rewritten

_NAMED = (doc.Named, doc.Mark, doc.Definition, doc.KeyPoint)


def with_anchors(document: doc.Document) -> doc.Document:
    """The document in which dates, people, terms, key phrases, definitions and key points have anchors.

    The anchors say nothing of what they stand for, which may be hidden from some readers. No id that an author can
    write has a space in it, so that none is taken twice.
    """
    if not has(document, *_NAMED):
        return document
    names: Iterator[str] = (f"place {number}" for number in count(1))

    def inline(of: doc.Inline) -> doc.Inline:
        named = isinstance(of, doc.Mark) or (isinstance(of, doc.Named) and of.kind not in ("slide", "notes"))
        return replace(of, anchor=next(names)) if named else of

    def block(of: doc.Block) -> doc.Block:
        return replace(of, anchor=next(names)) if isinstance(of, doc.Definition | doc.KeyPoint) else of

    return with_inlines(document, inline, block)


def without_anchors(document: doc.Document) -> doc.Document:
    """The document without anchors, for what has no list that could refer to them."""

    def put(node: Node) -> Node:
        return replace(node, anchor="") if isinstance(node, _NAMED) and node.anchor else node

    return rewritten(document, put)  # type: ignore[no-any-return]
