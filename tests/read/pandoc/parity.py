"""The document that our Markdown reader makes of a text, and the one that is made through pandoc: without lines."""

from typing import Any

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.walk import rewritten
from triptych.read.markdown.document import read_markdown
from triptych.read.pandoc.document import read_tree
from triptych.read.pandoc.program import Converted, convert

FORMAT = "markdown-smart-auto_identifiers-implicit_figures"
"""Quotation marks, ids and captions as the author writes them."""


def ours(text: str) -> doc.Document:
    return without_lines(read_markdown(text, "text.md")[0])


def through_pandoc(text: str) -> doc.Document:
    converted = convert(text.encode(), "text.md", FORMAT)
    assert isinstance(converted, Converted), converted
    return without_lines(read_tree(converted, "text.md", marked_up=True)[0])


def without_lines(document: doc.Document) -> doc.Document:
    """The document as if it stood in one line: pandoc's trees have none."""
    document = rewritten(document, _without_line)
    anchors = tuple(replace(anchor, line=0) for anchor in document.anchors)
    return replace(document, anchors=anchors, counts="line", meta=replace(document.meta, lines=()))


def _without_line(node: Any) -> Any:
    return replace(node, line=0) if "line" in node.__struct_fields__ else node
