"""What a document can be asked about, in its own words: cues for cards and for tests of oneself."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import assert_never

from triptych.model.cues import Cue, CueKind
from triptych.model.document import (
    Block,
    Blocks,
    Break,
    Callout,
    Chart,
    Code,
    Columns,
    Definition,
    Document,
    Figure,
    Formula,
    Inlines,
    KeyPoint,
    ListBlock,
    Notes,
    Paragraph,
    Question,
    Quote,
    Section,
    Summary,
    Table,
    Text,
)
from triptych.model.queries import GAP, block_inlines, is_question, plain, walk_blocks, walk_sections
from triptych.plan.answers import answer_blocks, asked_blocks, following, has_answer, joined, listed
from triptych.plan.asides import with_notes_below
from triptych.plan.gaps import phrases, with_blanks, without_notes
from triptych.weigh.sentences import sentences

TELLING = 6
"""Letters from which on a text before a formula says what it is: more than "where" or "mit"."""


def cues_of(document: Document) -> tuple[Cue, ...]:
    """The cues of a document, in its order, without lecturer's notes; what is asked twice alike is asked once.

    They come from questions with their answers, from questions (also titles that ask) that the text answers, from
    labelled points, terms, marked phrases, and formulae that are introduced.
    """
    found = chain.from_iterable(_of_section(part, document) for part in walk_sections(document.sections))
    seen: set[tuple[str, ...]] = set()
    taken: set[str] = set()
    out = []
    for cue in found:
        said = (_squeezed(plain(cue.front)), *_asked_for(cue))
        if said[0] and said not in seen:
            seen.add(said)
            out.append(replace(cue, id=_id(cue, taken)))
    return tuple(out)


def _asked_for(cue: Cue) -> tuple[str, ...]:
    """What tells a cue from another with the same front: what it says; of a section's questions, only the section."""
    return (cue.section,) if cue.kind == "asked" else tuple(_texts(cue.below + cue.back))


def _texts(blocks: Blocks) -> Iterator[str]:
    for block in walk_blocks(blocks):
        yield from (_squeezed(plain(inlines)) for inlines in block_inlines(block))
        if isinstance(block, Code | Formula):
            yield block.text if isinstance(block, Code) else block.latex
        elif isinstance(block, Figure):
            yield block.image.source


def _id(cue: Cue, taken: set[str]) -> str:
    """From the kind and the front; where an earlier cue has that, from the section too, and at last from a count."""
    front = _squeezed(plain(cue.front)).replace(GAP, "_")  # whatever stands for a blank in texts
    keys = chain([(cue.kind, front)], ((cue.kind, front, cue.section, str(n)) for n in range(len(taken) + 1)))
    made = (hashlib.sha256("\0".join(key).encode()).hexdigest()[:20] for key in keys)
    fresh = next(id for id in made if id not in taken)
    taken.add(fresh)
    return fresh


def _squeezed(text: str) -> str:
    return " ".join(text.split())


# --- sections --------------------------------------------------------------------------------------


def _of_section(section: Section, document: Document) -> Iterator[Cue]:
    """The cues of a section without its subsections."""
    title = section.title
    if not plain(title).strip() and section is document.sections[0] and is_question(document.meta.title):
        title = (Text(document.meta.title),)
    asks = is_question(plain(title))
    if asks:
        back = following(section.blocks, summary=True) or _titles(section.sections)
        yield from _cue("asked", title, back, section, section.line)
    for index, block in enumerate(section.blocks):
        if isinstance(block, Question) and block.answer is None:
            rest = section.blocks[index + 1 :]
            back = block.blocks or following(rest, summary=not asks)
            yield from _cue("asked", block.inlines, back, section, block.line)
        elif isinstance(block, Formula):
            yield from _formula(block, section.blocks[:index], section)
        else:
            yield from _of_block(block, section, document)


def _titles(sections: Sequence[Section]) -> Blocks:
    """The titles of subsections as a list."""
    return listed([part.title for part in sections if plain(part.title).strip()])


def _cue(kind: CueKind, front: Inlines, back: Blocks, section: Section, line: int, below: Blocks = ()) -> Iterator[Cue]:
    """One cue, if there is something to ask with and something to say."""
    if back and plain(front).strip():
        front = without_notes(front)
        yield Cue("", kind, front, with_notes_below(back), with_notes_below(below), line, section.id)


def _formula(block: Formula, before: Blocks, section: Section) -> Iterator[Cue]:
    """A formula behind the sentence that leads up to it, or right behind the title of its section."""
    front: Inlines = (Text(block.attributes.get("title")),)
    last = before[-1] if before else None
    if not block.attributes.get("title") and isinstance(last, Paragraph):
        leads = block.number or not plain(last.inlines).rstrip().endswith((".", "!", "?", "。"))
        said = _open_ended(sentences(last.inlines)[-1]) if leads and sentences(last.inlines) else ()
        front = said if _letters(said) >= TELLING else ()
    elif not block.attributes.get("title"):
        front = () if before or section.is_question else section.title
    yield from _cue("formula", front, (block,), section, block.line)


def _open_ended(sentence: Inlines) -> Inlines:
    """A sentence without the comma or colon at its end."""
    *others, last = sentence
    return (*others, Text(last.text.rstrip(" ,:;，：；"))) if isinstance(last, Text) else sentence


# --- blocks ----------------------------------------------------------------------------------------


def _of_block(block: Block, section: Section, document: Document) -> Iterator[Cue]:
    match block:
        case Question():
            yield from _question(block, section, document)
        case KeyPoint():
            said: Blocks = (Paragraph(block.inlines, block.line),) if plain(block.inlines).strip() else ()
            yield from _cue("point", block.label, said + block.blocks, section, block.line)
            yield from _phrases(block.inlines, section, block.line)
            yield from _within(block.blocks, section, document)
        case Definition():
            yield from _cue("term", block.term, block.blocks, section, block.line)
            yield from _meaning(block, section, document)
        case Paragraph():
            yield from _phrases(block.inlines, section, block.line)
        case Table():
            yield from _rows(block, section)
        case Summary() | Quote() | Callout():
            yield from _within(block.blocks, section, document)
        case ListBlock():
            for item in block.items:
                yield from _within(item.blocks, section, document)
        case Columns():
            for column in block.columns:
                yield from _within(column, section, document)
        case Formula():
            yield from _formula(block, (), replace(section, title=()))
        case Figure() | Chart():
            yield from _phrases(block.caption, section, block.line)
        case Notes() | Code() | Break():
            pass
        case _:
            assert_never(block)


def _within(blocks: Blocks, section: Section, document: Document) -> Iterator[Cue]:
    """The cues of blocks in a block."""
    for index, block in enumerate(blocks):
        if isinstance(block, Formula):
            yield from _formula(block, blocks[:index], replace(section, title=()))
        else:
            yield from _of_block(block, section, document)


def _question(block: Question, section: Section, document: Document) -> Iterator[Cue]:
    """An exercise with its answer; without one it asks for what stands in it."""
    if block.answer is None:
        yield from _cue("asked", block.inlines, block.blocks, section, block.line)
    elif has_answer(block.answer):
        front, below = asked_blocks(block)
        back = answer_blocks(block, document)
        for cue in _cue("question", front, back, section, block.line, below):
            yield replace(cue, number=block.number, points=block.points)


# --- marked phrases --------------------------------------------------------------------------------


def _phrases(inlines: Inlines, section: Section, line: int, before: Inlines = ()) -> Iterator[Cue]:
    """Each sentence with a marked phrase, which becomes a blank; the whole text where a sentence says too little."""
    for sentence in sentences(inlines):
        hidden = phrases(sentence)
        if not hidden:
            continue
        front = next((text for text in (sentence, inlines) if _says_enough((*before, *text))), ())
        if front is inlines:
            hidden = phrases(inlines)
        yield from _cue("phrase", (*before, *with_blanks(front)), (joined(hidden),), section, line)


def _says_enough(inlines: Inlines) -> bool:
    """Whether there are words around the blanks."""
    return _letters(with_blanks(inlines)) >= 3


def _letters(inlines: Inlines) -> int:
    return sum(character.isalnum() for character in plain(inlines))


def _meaning(block: Definition, section: Section, document: Document) -> Iterator[Cue]:
    """What is marked in the meaning of a term is asked with the term before it."""
    for inner in block.blocks:
        if isinstance(inner, Paragraph):
            yield from _phrases(inner.inlines, section, inner.line, (*block.term, Text(": ")))
        elif not isinstance(inner, Formula):  # a formula is the meaning: the term asks for it
            yield from _of_block(inner, section, document)


def _rows(table: Table, section: Section) -> Iterator[Cue]:
    """A row of a table with a marked phrase, its cells side by side."""
    for row in table.rows:
        cells = [cell.inlines for cell in row.cells if plain(cell.inlines).strip()]
        parts = [(*((Text(" · "),) if index else ()), *cell) for index, cell in enumerate(cells)]
        line: Inlines = tuple(chain.from_iterable(parts))
        hidden = phrases(line)
        if hidden and _says_enough(line):
            yield from _cue("phrase", with_blanks(line), (joined(hidden),), section, row.line)
