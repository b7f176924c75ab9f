"""What a cheat sheet can hold: boxes of entries, each entry with its rank."""

from collections.abc import Iterator
from typing import assert_never

import msgspec
from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.queries import asks, attributes_of, plain
from triptych.plan.cheat_sheet.exercises import is_exercise, solved
from triptych.weigh.sentences import cut, sentences, strip

ESSENTIAL, TERM, CUE, LEAD, POINT, MORE, ASIDE, OPTIONAL = range(8)
"""Ranks, the most important first: what an author marks, terms, questions, first sentences, list items,
further sentences, code and quotations, what an author says can be missed."""


class Entry(msgspec.Struct, frozen=True):
    """A passage that is shown whole or left out. `indent` is its depth in a list; `mark` stands before it.

    It `joins` the one before in one paragraph; it `heads` those after it, and says nothing without them. `display`: it
    is a formula on a line of its own.
    """

    inlines: doc.Inlines
    rank: int
    line: int
    indent: int = 0
    mark: str = ""
    code: bool = False
    joins: bool = False
    heads: bool = False
    display: bool = False


class Box(msgspec.Struct, frozen=True):
    """A titled group of entries that stands in one column. `part` is the top-level section it belongs to."""

    title: doc.Inlines
    entries: tuple[Entry, ...]
    part: int
    line: int
    number: str = ""
    tinted: bool = False
    question: bool = False


BRIEF_CODE = 7
"""Lines of code up to which it is worth as much as a list item."""
LONGEST_BOX = 1400
"""Characters from which on a box goes on in a second one, so that columns can be balanced."""


def boxes_of(document: doc.Document, *, by_section: bool = False) -> tuple[Box, ...]:
    """The boxes of a document, in the order of the source; with `by_section` titles stand above them, not in them."""
    out: list[Box] = []
    lone = len(document.sections) == 1
    for part, section in enumerate(document.sections):
        repeated = asks(section) or plain(section.title).strip() == document.meta.title.strip()
        made = list(_section(section, part, document, hidden=repeated if lone else by_section))
        out.extend(made or _section(section, part, document, hidden=lone and repeated))
    return tuple(piece for box in out for piece in _divided(box))


def _section(section: doc.Section, part: int, document: doc.Document, *, hidden: bool) -> Iterator[Box]:
    if "no-sheet" in section.attributes.classes:
        return
    title: doc.Inlines = () if hidden else section.title
    asking = asks(section) and not hidden
    rest: list[doc.Block] = []
    made: list[Box] = []
    for block in section.blocks:
        if isinstance(block, doc.KeyPoint):
            if rest:
                made.extend(_box(title, rest, part, section, asking, document))
                title, rest = (), []
            elif plain(title).strip():
                made.append(Box(title, (), part, section.line, question=asks(section)))
                title = ()
            made.append(_point(block, part, sum(1 for box in made if box.number) + 1, document))
        elif isinstance(block, doc.Summary):
            made.extend(_box(title, rest, part, section, asking, document))
            rest = []
            named = bool(made) or not plain(title).strip()
            entries = tuple(replace(e, rank=min(e.rank, LEAD)) for e in _entries(block.blocks, 0, document))
            name = block.title or ((doc.Text(word(document, "summary")),) if named else title)
            title = ()
            made.append(Box(name, entries, part, block.line, tinted=True))
        else:
            rest.append(block)
    made.extend(_box(title, rest, part, section, asking, document))
    yield from (box for box in made if box.entries or box.title)
    for sub in section.sections:
        yield from _section(sub, part, document, hidden=False)


def _box(
    title: doc.Inlines, blocks: list[doc.Block], part: int, section: doc.Section, question: bool, document: doc.Document
) -> list[Box]:
    question = question and bool(plain(title).strip())
    if not blocks and not question:
        return []
    entries = tuple(_marked(entry, section.attributes) for entry in _entries(tuple(blocks), 0, document))
    return [Box(title, entries, part, section.line, question=question)] if entries or question else []


def _point(block: doc.KeyPoint, part: int, number: int, document: doc.Document) -> Box:
    said = (doc.Paragraph(block.inlines, block.line),) if plain(block.inlines).strip() else ()
    entries = tuple(_marked(entry, block.attributes) for entry in _entries((*said, *block.blocks), 0, document))
    shown = block.number if block.number is not None else number
    return Box(block.label, entries, part, block.line, number=str(shown))


def _marked(entry: Entry, attributes: doc.Attributes) -> Entry:
    if "essential" in attributes.classes:
        return replace(entry, rank=ESSENTIAL)
    return replace(entry, rank=OPTIONAL) if "optional" in attributes.classes else entry


def _entries(blocks: doc.Blocks, depth: int, document: doc.Document) -> Iterator[Entry]:
    for block in blocks:
        attributes = attributes_of(block)
        if "no-sheet" not in attributes.classes:
            yield from (_marked(entry, attributes) for entry in _of_block(block, depth, document))


def _of_block(block: doc.Block, depth: int, document: doc.Document) -> Iterator[Entry]:
    match block:
        case doc.Paragraph():
            for index, sentence in enumerate(sentences(block.inlines, document.meta.lang)):
                yield Entry(sentence, LEAD if index == 0 else MORE, block.line, depth, joins=index > 0)
        case doc.ListBlock():
            yield from _list(block, depth, document)
        case doc.Definition():
            first = block.blocks[0] if block.blocks else doc.Paragraph(())
            meaning = first.inlines if isinstance(first, doc.Paragraph) else ()
            yield Entry((doc.Strong(block.term), doc.Text(" – "), *meaning), TERM, block.line, depth)
            yield from _entries(block.blocks[1:] if meaning else block.blocks, depth, document)
        case doc.KeyPoint():
            yield Entry((doc.Strong(block.label), doc.Text(" "), *block.inlines), LEAD, block.line, depth)
            yield from _entries(block.blocks, depth + 1, document)
        case doc.Question() if is_exercise(block):
            yield from _exercise(block, depth, document)
        case doc.Question():
            yield Entry((doc.Strong(block.inlines),), CUE, block.line, depth)
            yield from _entries(block.blocks, depth, document)
        case doc.Summary():
            yield from _entries(block.blocks, depth, document)
        case doc.Quote():
            yield from (replace(e, rank=max(e.rank, ASIDE)) for e in _entries(block.blocks, depth + 1, document))
        case doc.Table():
            yield from _table(block, depth)
        case doc.Code():
            if block.text.strip():
                rank = POINT if block.text.count("\n") < BRIEF_CODE else ASIDE
                yield Entry((doc.Text(block.text.expandtabs(2)),), rank, block.line, depth, code=True)
        case doc.Callout():
            yield from (
                replace(entry, rank=max(entry.rank, POINT)) for entry in _entries(block.blocks, depth, document)
            )
        case doc.Columns():
            for column in block.columns:
                yield from _entries(column, depth, document)
        case doc.Formula():
            number = (doc.Text(f"\u2003({block.number})"),) if block.number else ()
            formula = doc.InlineFormula(block.latex, block.said, block.line)
            yield Entry((formula, *number), TERM, block.line, depth, display=True)
        case doc.Figure() | doc.Notes() | doc.Break() | doc.Chart():
            return
        case _:
            assert_never(block)


def _exercise(block: doc.Question, depth: int, document: doc.Document) -> Iterator[Entry]:
    if "essential" in block.attributes.classes:
        inlines, rest = solved(block)
        yield from _entries(block.blocks, depth, document)
        yield Entry(inlines, CUE, block.line, depth)
        yield from _entries(rest, depth, document)


def _list(block: doc.ListBlock, depth: int, document: doc.Document) -> Iterator[Entry]:
    for index, item in enumerate(block.items):
        mark = f"{block.start + index}." if block.ordered else "•"
        for place, inner in enumerate(item.blocks):
            if place == 0 and isinstance(inner, doc.Paragraph):
                yield Entry(inner.inlines, POINT if depth == 0 else MORE, item.line or block.line, depth, mark)
            else:
                yield from (replace(e, rank=max(e.rank, MORE)) for e in _of_block(inner, depth + 1, document))


def _table(block: doc.Table, depth: int) -> Iterator[Entry]:
    """The caption, then a row an entry: its first cell in bold, then the others."""
    if plain(block.caption).strip():
        yield Entry(block.caption, MORE, block.line, depth)
    for row in (block.header, *block.rows):
        first, *others = row.cells or (None,)
        if first is None:
            continue
        between: list[doc.Inlines] = [cell.inlines for cell in others if plain(cell.inlines).strip()]
        rest: doc.Inlines = ()
        for number, inlines in enumerate(between):
            rest = (*rest, doc.Text(" · " if number else " – "), *inlines)
        head = first.inlines if plain(first.inlines).strip() else ()
        said: doc.Inlines = (doc.Strong(head), *rest) if head else rest[1:]
        if row is block.header:
            said = (doc.Strong(said),)
        if plain(said).strip():
            yield Entry(said, POINT, row.line or block.line, depth, heads=row is block.header)


def _divided(box: Box) -> Iterator[Box]:
    """A long box in parts that a column can hold; only the first has its header."""
    part: list[Entry] = []
    used = 0
    for entry in box.entries:
        for piece in _pieces(entry):
            length = len(plain(piece.inlines)) + 20
            if part and used + length > LONGEST_BOX and not piece.joins:
                yield replace(box, entries=tuple(part))
                box = replace(box, title=(), number="", question=False)
                part, used = [], 0
            part.append(piece)
            used += length
    if part or not box.entries:
        yield replace(box, entries=tuple(part))


def _pieces(entry: Entry) -> Iterator[Entry]:
    """An entry in passages short enough for a box: long code by lines, anything else by words."""
    text = plain(entry.inlines)
    if len(text) <= LONGEST_BOX:
        yield entry
        return
    passages = _code_passages(text) if entry.code else _passages(entry.inlines, text)
    yield from (replace(entry, inlines=inlines) for inlines in passages)


def _passages(inlines: doc.Inlines, text: str) -> Iterator[doc.Inlines]:
    """Inlines, whose plain text is known, cut between words."""
    rest, start, most = inlines, 0, int(LONGEST_BOX * 0.6)
    while len(text) - start > most:
        space = text.rfind(" ", start + 1, start + most)
        head, rest = cut(rest, (space if space > 0 else start + most) - start)
        start += len(plain(head))
        yield strip(head)
    yield strip(rest)


def _code_passages(text: str) -> Iterator[doc.Inlines]:
    """Code in passages of whole lines; a line that is too long is cut."""
    part: list[str] = []
    used = 0
    for line in (piece for long in text.split("\n") for piece in _chopped(long)):
        if part and used + len(line) > LONGEST_BOX * 0.6:
            yield (doc.Text("\n".join(part)),)
            part, used = [], 0
        part.append(line)
        used += len(line) + 1
    yield (doc.Text("\n".join(part)),)


def _chopped(text: str) -> Iterator[str]:
    step = LONGEST_BOX // 2
    yield from (text[k : k + step] for k in range(0, max(1, len(text)), step))
