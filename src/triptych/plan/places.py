"""The document with a place in each thing that a list at its end can refer to: dates, people, terms, key phrases."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from triptych.model.document import (
    Attributes,
    Blank,
    Block,
    CodeSpan,
    Definition,
    Document,
    Emphasis,
    Footnote,
    Image,
    Inline,
    InlineFormula,
    Inlines,
    Keyboard,
    KeyPoint,
    LineBreak,
    Link,
    Mark,
    Named,
    Paragraph,
    Question,
    Raised,
    Strike,
    Strong,
    Text,
)
from triptych.model.rewriting import with_blocks, with_inlines
from triptych.plan.dates import dates_in

PLACE = "place "
"""What the name of a place begins with: no id that an author can write has a space in it."""
Find = Callable[[str], Iterator[tuple[int, int, Named]]]
"""Finds names in a text: where each begins and ends, and what it is, still without its text."""


def with_places(document: Document) -> Document:
    """The document in which dates, people, terms, key phrases, definitions and key points have ids.

    The ids say nothing of what they stand for, which may be hidden from some readers. Dates and people whom nobody
    marked are found first, where the front matter asks for it.
    """
    count = 0

    def place() -> str:
        nonlocal count
        count += 1
        return f"{PLACE}{count}"

    def inline(of: Inline) -> Inline:
        return replace(of, id=place()) if isinstance(of, Named | Mark) else of

    def block(of: Block) -> Block:
        if isinstance(of, Definition | KeyPoint) and not of.attributes.id:
            return replace(of, attributes=_with_id(of.attributes, place()))
        return of

    return with_inlines(_found(document), inline, block)


def _with_id(attributes: Attributes, name: str) -> Attributes:
    return replace(attributes, id=name)


# --- what nobody marked ------------------------------------------------------------------------------


def _found(document: Document) -> Document:
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


def _in_block(block: Block, find: Find) -> Block:
    """A block of running text with what is found in it marked."""
    match block:
        case Paragraph() | Question():
            return replace(block, inlines=_marked(block.inlines, find))
        case KeyPoint():
            return replace(block, label=_marked(block.label, find), inlines=_marked(block.inlines, find))
        case _:
            return block


def _dates(lang: str) -> Find:
    return lambda text: ((start, end, Named("date", ())) for start, end in dates_in(text, lang))


def _people(names: tuple[str, ...]) -> Find:
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    called = {name.casefold(): name for name in names}

    def find(text: str) -> Iterator[tuple[int, int, Named]]:
        for match in pattern.finditer(text):
            yield *match.span(), Named("person", (), key=called.get(match[0].casefold(), match[0]))

    return find


def _marked(inlines: Inlines, find: Find) -> Inlines:
    return tuple(part for inline in inlines for part in _parts(inline, find))


def _parts(inline: Inline, find: Find) -> Inlines:
    match inline:
        case Text(text):
            return _cut(text, find)
        case Strong() | Emphasis() | Link() | Strike() | Mark() | Raised():
            return (replace(inline, children=_marked(inline.children, find)),)
        case Named() | Blank() | CodeSpan() | Keyboard() | InlineFormula() | Footnote() | Image() | LineBreak():
            return (inline,)
        case _:
            assert_never(inline)


def _cut(text: str, find: Find) -> Inlines:
    out: list[Inline] = []
    done = 0
    for start, end, named in find(text):
        out += [Text(text[done:start]), replace(named, children=(Text(text[start:end]),))]
        done = end
    out.append(Text(text[done:]))
    return tuple(part for part in out if not isinstance(part, Text) or part.text)
