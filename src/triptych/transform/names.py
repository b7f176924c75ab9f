"""Dates and people whom nobody marked, where the front matter asks for them."""

import re
from collections.abc import Callable, Iterator
from typing import assert_never

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.rewriting import with_blocks

Find = Callable[[str], Iterator[tuple[int, int, doc.Named]]]
"""Finds names in a text: where each begins and ends, and what it is, still without its text."""


def with_names(document: doc.Document) -> doc.Document:
    """The document with the years and the people marked that its front matter asks for."""
    finds: list[Find] = []
    back = document.meta.back
    if back.chronology:
        finds.append(_dates(document.meta.lang))
    if back.people and back.names:
        finds.append(_people(back.names))
    for find in finds:
        document = with_blocks(document, lambda block, find=find: _in_block(block, find))  # type: ignore[misc]
    return document


def _in_block(block: doc.Block, find: Find) -> doc.Block:
    """A block of running text with what is found in it marked."""
    if isinstance(block, doc.Paragraph | doc.Question):
        return replace(block, inlines=_marked(block.inlines, find))
    if isinstance(block, doc.KeyPoint):
        return replace(block, label=_marked(block.label, find), inlines=_marked(block.inlines, find))
    return block


def _dates(lang: str) -> Find:
    from triptych.transform.dates import dates_in  # late: few documents ask for it

    return lambda text: ((start, end, doc.Named("date", ())) for start, end in dates_in(text, lang))


def _people(names: tuple[str, ...]) -> Find:
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    called = {name.casefold(): name for name in names}

    def find(text: str) -> Iterator[tuple[int, int, doc.Named]]:
        for match in pattern.finditer(text):
            yield *match.span(), doc.Named("person", (), key=called.get(match[0].casefold(), match[0]))

    return find


def _marked(inlines: doc.Inlines, find: Find) -> doc.Inlines:
    return tuple(part for inline in inlines for part in _parts(inline, find))


def _parts(inline: doc.Inline, find: Find) -> doc.Inlines:
    match inline:
        case doc.Text(text):
            return _cut(text, find)
        case doc.Strong() | doc.Emphasis() | doc.Link() | doc.Strike() | doc.Mark() | doc.Raised() | doc.Passage():
            return (replace(inline, children=_marked(inline.children, find)),)
        case (
            doc.Reference()
            | doc.Citation()
            | doc.Named()
            | doc.Blank()
            | doc.CodeSpan()
            | doc.Keyboard()
            | doc.InlineFormula()
            | doc.FootnoteCall()
            | doc.Image()
            | doc.LineBreak()
        ):
            return (inline,)
        case _:
            assert_never(inline)


def _cut(text: str, find: Find) -> doc.Inlines:
    out: list[doc.Inline] = []
    done = 0
    for start, end, named in find(text):
        out += [doc.Text(text[done:start]), replace(named, children=(doc.Text(text[start:end]),))]
        done = end
    out.append(doc.Text(text[done:]))
    return tuple(part for part in out if not isinstance(part, doc.Text) or part.text)
