"""What a document can be asked about, in its own words: cues for cards and for tests of oneself."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import assert_never

from msgspec.structs import replace

from triptych.languages.signs import ENDS, behind_label
from triptych.model import document as doc
from triptych.model.cues import Cue, CueKind
from triptych.model.footnote_calls import without_calls
from triptych.model.gaps import blanked, phrases
from triptych.model.queries import GAP, asks, block_inlines, is_question, plain, walk_blocks, walk_sections
from triptych.model.questions import answered, asked, below, has_answer, in_words, joined, listed, opened
from triptych.model.rewriting import without_expansions
from triptych.transform.anchors import without_anchors
from triptych.transform.asides import with_notes_below
from triptych.transform.following import following
from triptych.weigh.sentences import sentences

TELLING = 6
"""Letters from which on a text before a formula says what it is: more than "where" or "mit"."""


def cues_of(document: doc.Document) -> tuple[Cue, ...]:
    """The cues of a document, in its order, without lecturer's notes; what is asked twice alike is asked once.

    They come from questions with their answers, from questions (also titles that ask) that the text answers, from
    labelled points, terms, marked phrases, and formulae that are introduced.
    """
    document = without_anchors(document)
    found = chain.from_iterable(_of_section(part, document) for part in walk_sections(document.sections))
    seen: set[tuple[str, ...]] = set()
    taken: set[str] = set()
    out = []
    for cue in found:
        said = (_squeezed(plain(cue.front)), *_asked_for(cue))
        if said[0] and said not in seen:
            seen.add(said)
            out.append(_with_notes(replace(cue, id=_id(cue, taken)), document))
    return tuple(out)


def _with_notes(cue: Cue, document: doc.Document) -> Cue:
    """The cue with its footnotes: those of its front stand on its back, for they may tell what is asked."""
    back = with_notes_below(cue.back, document, cue.front)
    return replace(cue, front=without_calls(cue.front), back=back, below=with_notes_below(cue.below, document))


def _asked_for(cue: Cue) -> tuple[str, ...]:
    """What tells a cue from another with the same front: what it says; of a section's questions, only the section."""
    return (cue.section,) if cue.kind == "asked" else tuple(_texts(cue.below + cue.back))


def _texts(blocks: doc.Blocks) -> Iterator[str]:
    for block in walk_blocks(blocks):
        yield from (_squeezed(plain(inlines)) for inlines in block_inlines(block))
        if isinstance(block, doc.Code | doc.Formula):
            yield block.text if isinstance(block, doc.Code) else block.latex
        elif isinstance(block, doc.Figure):
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


def _of_section(section: doc.Section, document: doc.Document) -> Iterator[Cue]:
    """The cues of a section without its subsections."""
    title = section.title
    if not plain(title).strip() and section is document.sections[0] and is_question(document.meta.title):
        title = (doc.Text(document.meta.title),)
    asking = is_question(plain(title))
    if asking:
        back = following(section.blocks) or _titles(section.sections)
        yield from _cue("asked", title, back, section, section.line)
    for index, block in enumerate(section.blocks):
        if isinstance(block, doc.Question) and block.answer is None:
            rest = section.blocks[index + 1 :]
            back = block.blocks or following(rest)
            yield from _cue("asked", block.inlines, back, section, block.line)
        elif isinstance(block, doc.Formula):
            yield from _formula(block, section.blocks[:index], section, document.meta.lang)
        else:
            yield from _of_block(block, section, document)


def _titles(sections: Sequence[doc.Section]) -> doc.Blocks:
    """The titles of subsections as a list."""
    return listed([part.title for part in sections if plain(part.title).strip()])


def _cue(
    kind: CueKind, front: doc.Inlines, back: doc.Blocks, section: doc.Section, line: int, below: doc.Blocks = ()
) -> Iterator[Cue]:
    """One cue, if there is something to ask with and something to say."""
    if back and plain(front).strip():
        asks, beneath = tuple(map(without_expansions, front)), tuple(map(without_expansions, opened(below)))
        yield Cue("", kind, asks, opened(back), beneath, line, section.id)


def _formula(block: doc.Formula, before: doc.Blocks, section: doc.Section, lang: str) -> Iterator[Cue]:
    """A formula behind the sentence that leads up to it, or right behind the title of its section."""
    front: doc.Inlines = (doc.Text(block.attributes.get("title")),)
    last = before[-1] if before else None
    if not block.attributes.get("title") and isinstance(last, doc.Paragraph):
        leads = block.number or not plain(last.inlines).rstrip().endswith(tuple(ENDS))
        said = _open_ended(sentences(last.inlines, lang)[-1]) if leads and sentences(last.inlines, lang) else ()
        front = said if _letters(said) >= TELLING else ()
    elif not block.attributes.get("title"):
        front = () if before or asks(section) else section.title
    yield from _cue("formula", front, (block,), section, block.line)


def _open_ended(sentence: doc.Inlines) -> doc.Inlines:
    """A sentence without the comma or colon at its end."""
    *others, last = sentence
    return (*others, doc.Text(last.text.rstrip(" ,:;，：；"))) if isinstance(last, doc.Text) else sentence


# --- blocks ----------------------------------------------------------------------------------------


def _of_block(block: doc.Block, section: doc.Section, document: doc.Document) -> Iterator[Cue]:
    match block:
        case doc.Question():
            yield from _question(block, section, document)
        case doc.KeyPoint():
            said: doc.Blocks = (doc.Paragraph(block.inlines, block.line),) if plain(block.inlines).strip() else ()
            yield from _cue("point", block.label, said + block.blocks, section, block.line)
            yield from _phrases(block.inlines, section, block.line, document.meta.lang)
            yield from _within(block.blocks, section, document)
        case doc.Definition():
            yield from _cue("term", block.term, block.blocks, section, block.line)
            yield from _meaning(block, section, document)
        case doc.Paragraph():
            yield from _phrases(block.inlines, section, block.line, document.meta.lang)
        case doc.Table():
            yield from _rows(block, section)
        case doc.Summary() | doc.Quote() | doc.Callout():
            yield from _within(block.blocks, section, document)
        case doc.ListBlock():
            for item in block.items:
                yield from _within(item.blocks, section, document)
        case doc.Columns():
            for column in block.columns:
                yield from _within(column, section, document)
        case doc.Formula():
            yield from _formula(block, (), replace(section, title=()), document.meta.lang)
        case doc.Figure() | doc.Chart():
            yield from _phrases(block.caption, section, block.line, document.meta.lang)
        case doc.Notes() | doc.Code() | doc.Break():
            pass
        case _:
            assert_never(block)


def _within(blocks: doc.Blocks, section: doc.Section, document: doc.Document) -> Iterator[Cue]:
    """The cues of blocks in a block."""
    for index, block in enumerate(blocks):
        if isinstance(block, doc.Formula):
            yield from _formula(block, blocks[:index], replace(section, title=()), document.meta.lang)
        else:
            yield from _of_block(block, section, document)


def _question(block: doc.Question, section: doc.Section, document: doc.Document) -> Iterator[Cue]:
    """An exercise with its answer; without one it asks for what stands in it."""
    if block.answer is None:
        yield from _cue("asked", block.inlines, block.blocks, section, block.line)
    elif has_answer(block.answer):
        for cue in _cue("question", asked(block), _answer(block), section, block.line, below(block)):
            yield replace(cue, number=block.number, points=block.points)


def _answer(block: doc.Question) -> doc.Blocks:
    """The answer in words; by the letters that are shown too, as everywhere, where it is told by them."""
    match block.answer:
        case doc.Matching():
            return answered(replace(block, why=())) + in_words(block) + block.why
        case doc.Ordering():
            return answered(block)
        case None | doc.Open() | doc.Choice() | doc.Truth() | doc.Number() | doc.Gaps():
            return in_words(block) + block.why
        case _:
            assert_never(block.answer)


# --- marked phrases --------------------------------------------------------------------------------


def _phrases(
    inlines: doc.Inlines, section: doc.Section, line: int, lang: str, before: doc.Inlines = ()
) -> Iterator[Cue]:
    """Each sentence with a marked phrase, which becomes a blank; the whole text where a sentence says too little."""
    for sentence in sentences(inlines, lang):
        hidden = phrases(sentence)
        if not hidden:
            continue
        front = next((text for text in (sentence, inlines) if _says_enough((*before, *text))), ())
        if front is inlines:
            hidden = phrases(inlines)
        yield from _cue("phrase", (*before, *blanked(front)), (joined(hidden),), section, line)


def _says_enough(inlines: doc.Inlines) -> bool:
    """Whether there are words around the blanks."""
    return _letters(blanked(inlines)) >= 3


def _letters(inlines: doc.Inlines) -> int:
    return sum(character.isalnum() for character in plain(inlines))


def _meaning(block: doc.Definition, section: doc.Section, document: doc.Document) -> Iterator[Cue]:
    """What is marked in the meaning of a term is asked with the term before it."""
    for inner in block.blocks:
        if isinstance(inner, doc.Paragraph):
            yield from _phrases(
                inner.inlines,
                section,
                inner.line,
                document.meta.lang,
                (*block.term, doc.Text(behind_label(plain(block.term), ":", document.meta.lang))),
            )
        elif not isinstance(inner, doc.Formula):  # a formula is the meaning: the term asks for it
            yield from _of_block(inner, section, document)


def _rows(table: doc.Table, section: doc.Section) -> Iterator[Cue]:
    """A row of a table with a marked phrase, its cells side by side."""
    for row in table.rows:
        cells = [cell.inlines for cell in row.cells if plain(cell.inlines).strip()]
        parts = [(*((doc.Text(" · "),) if index else ()), *cell) for index, cell in enumerate(cells)]
        line: doc.Inlines = tuple(chain.from_iterable(parts))
        hidden = phrases(line)
        if hidden and _says_enough(line):
            yield from _cue("phrase", blanked(line), (joined(hidden),), section, row.line)
