"""Numbers for captioned figures and tables, and what these are called by their numbers."""

from msgspec.structs import replace

from triptych.languages.words import numbered
from triptych.model import document as doc
from triptych.model.rewriting import with_blocks
from triptych.model.walk import nodes

_CAPTIONED = (doc.Figure, doc.Chart, doc.Table)


def with_captions(document: doc.Document) -> doc.Document:
    """The document with a number and a label for each figure, chart and table that has a caption."""
    if not any(isinstance(node, _CAPTIONED) and node.caption for node in nodes(document)):
        return document
    figures = tables = 0

    def put(block: doc.Block) -> doc.Block:
        nonlocal figures, tables
        if isinstance(block, doc.Figure | doc.Chart) and block.caption:
            figures += 1
            return replace(block, number=figures, label=numbered(document, "figure", figures))
        if isinstance(block, doc.Table) and block.caption:
            tables += 1
            return replace(block, number=tables, label=numbered(document, "table", tables))
        return block

    return with_blocks(document, put)
