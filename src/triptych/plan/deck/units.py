"""Blocks as units: the smallest things that a slide can hold, in order."""

from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import TypeGuard, assert_never

import msgspec
from msgspec.structs import replace

from triptych.languages.signs import ENDS, behind_label, is_small
from triptych.model import document as doc
from triptych.model.deck import Para, Run
from triptych.model.list_marks import DONE, OPEN
from triptych.model.queries import plain
from triptych.plan.deck.quotations import as_quoted
from triptych.plan.inlines import runs
from triptych.weigh.sentences import leads, sentences

HEAD = 10
"""Words of a paragraph in bold that heads others, at most."""
_STOPS = (".", "!", "。", "！", "।")
DEEPEST = 8
"""PowerPoint has nine outline levels (ECMA-376, 21.1.2.2.7, lvl)."""


class TextUnit(msgspec.Struct, frozen=True):
    """A bullet. `source` is the same for the sentences of one paragraph, which the notes join again.

    `starts` says that a slide may well begin here; `leads` that it announces what follows; `said` is what
    the author's notes say about it; with `step` it waits for a click. One that is `bound` says who said the text
    before it, and stays with it. One that `heads` others is a paragraph in bold above them: above so many units, or,
    where `until` is 0, above all as far as the next one.
    """

    para: Para
    source: int
    starts: bool
    leads: bool
    joins: bool
    line: int
    said: tuple[Para, ...] = ()
    step: bool = False
    bound: bool = False
    heads: bool = False
    until: int = 0


Standing = doc.Code | doc.Table | doc.Figure | doc.Callout | doc.Columns | doc.Chart
"""Blocks that stand by themselves on a slide."""


class ObjectUnit(msgspec.Struct, frozen=True):
    """A block that stands by itself: code, a table, a figure and the like."""

    block: Standing
    said: tuple[Para, ...] = ()


class SpecialUnit(msgspec.Struct, frozen=True):
    """A block that takes a slide of its own or ends one."""

    block: doc.Question | doc.KeyPoint | doc.Summary | doc.Break | doc.Notes
    said: tuple[Para, ...] = ()


Unit = TextUnit | ObjectUnit | SpecialUnit


def units(blocks: doc.Blocks, lang: str) -> tuple[Unit, ...]:
    """The units of the blocks of a section, whose text is in a language (BCP 47).

    What announces a list stands without a bullet before it, and so does what goes on behind a formula.
    """
    out = list(_units(blocks, 0, lang, nested=False))
    for index, (unit, follows) in enumerate(pairwise(out)):
        if isinstance(unit, TextUnit) and unit.para.display and isinstance(follows, TextUnit) and is_begun(follows):
            out[index + 1] = replace(follows, para=without_bullet(follows.para))
        if not isinstance(unit, TextUnit) or unit.para.level:
            continue
        if isinstance(follows, TextUnit) and (_goes_on(unit, follows) or (unit.leads and not follows.joins)):
            out[index] = replace(unit, para=without_bullet(unit.para), leads=True)
    return tuple(out)


def without_bullet(para: Para) -> Para:
    """The paragraph without its bullet; the mark of a task says something, and stays."""
    return para if para.mark in (DONE, OPEN) else replace(para, bullet=False)


_ENDS = tuple(ENDS)


def is_begun(unit: TextUnit) -> bool:
    """Whether running text goes on with a sentence that began before it: with a small letter, which is no code."""
    first = next((run for run in unit.para.runs if run.text), None)
    return unit.joins and first is not None and not first.code and not first.formula and is_small(first.text)


def _goes_on(unit: TextUnit, follows: TextUnit) -> bool:
    """Whether a sentence goes on in the formula displayed beneath it."""
    text = "".join(run.text for run in unit.para.runs).rstrip()
    return follows.para.display and not unit.para.display and not text.endswith(_ENDS)


def _units(blocks: doc.Blocks, level: int, lang: str, *, nested: bool) -> Iterator[Unit]:
    for block, follows in zip_longest(blocks, blocks[1:]):
        if is_head(block, follows):
            yield replace(_text(runs(block.inlines), level, block.line, bullet=False), leads=True, heads=True)
        else:
            yield from _of_block(block, level, lang, nested=nested)


def is_head(block: doc.Block, follows: doc.Block | None) -> TypeGuard[doc.Paragraph]:
    """Whether a paragraph heads what follows it: a few words, all in bold, that are no sentence."""
    if not isinstance(block, doc.Paragraph) or follows is None or isinstance(follows, doc.Break | doc.Notes):
        return False
    of = [inline for inline in block.inlines if plain((inline,)).strip()]
    said = plain(block.inlines).strip()
    bold = bool(of) and all(isinstance(inline, doc.Strong) for inline in of)
    return bold and len(said.split()) <= HEAD and len(said) <= 80 and not said.endswith(_STOPS)


def _of_block(block: doc.Block, level: int, lang: str, *, nested: bool) -> Iterator[Unit]:
    match block:
        case doc.Paragraph():
            yield from _sentences(block.inlines, level, block.line, lang)
        case doc.ListBlock():
            yield from _list(block, level, lang)
        case doc.Code() | doc.Table() | doc.Figure():
            yield ObjectUnit(block)
        case doc.Quote():
            yield from (_quoted(unit, lang) for unit in _units(block.blocks, level, lang, nested=True))
            if plain(block.attribution).strip():
                said = _text((Run("— "), *runs(block.attribution)), level, block.line, bullet=False)
                yield replace(said, bound=True)
        case doc.Definition():
            yield from _definition(block, level, lang)
        case doc.KeyPoint() if nested:
            yield from _point(block, level, lang)
        case doc.Question() if nested:
            yield _text(runs(block.inlines, bold=True), level, block.line, bullet=False)
            yield from _units(block.blocks, level, lang, nested=True)
        case doc.Summary() if nested:
            yield from _units(block.blocks, level, lang, nested=True)
        case doc.Callout() | doc.Columns() if nested:
            yield from inner_units(block, lang, level)
        case doc.Formula():
            yield _formula(block, level)
        case doc.Chart() if nested:
            yield ObjectUnit(replace(block.table, caption=block.caption))
        case doc.Callout() | doc.Columns() | doc.Chart():
            yield ObjectUnit(block)
        case doc.Question() | doc.KeyPoint() | doc.Summary() | doc.Break() | doc.Notes():
            yield SpecialUnit(block)
        case _:
            assert_never(block)


def point_units(block: doc.KeyPoint, lang: str) -> tuple[TextUnit, ...]:
    """A key point as a bullet: its label, then what it says."""
    return tuple(unit for unit in point_parts(block, lang) if isinstance(unit, TextUnit))


def point_parts(block: doc.KeyPoint, lang: str) -> tuple[Unit, ...]:
    """A key point as a bullet with all that it says and holds."""
    return tuple(_point(block, 0, lang))


def inner_units(block: doc.Callout | doc.Columns, lang: str, level: int = 0) -> tuple[Unit, ...]:
    """What a callout or columns hold as units one after the other, for where there is no room for a box."""
    if isinstance(block, doc.Columns):
        return tuple(unit for column in block.columns for unit in _units(column, level, lang, nested=True))
    title = _text(runs(block.title, bold=True), level, block.line, bullet=False)
    head = [replace(title, leads=True, heads=True)] if plain(block.title).strip() else []
    return (*head, *_units(block.blocks, level, lang, nested=True))


def _text(of: tuple[Run, ...], level: int, line: int, *, bullet: bool = True, number: int | None = None) -> TextUnit:
    words = "".join(run.text for run in of).rstrip()
    return TextUnit(
        Para(of, min(level, DEEPEST), bullet, number),
        line,
        starts=level == 0,
        leads=leads(words),
        joins=False,
        line=line,
    )


def _formula(block: doc.Formula, level: int) -> TextUnit:
    """A displayed formula in the middle of its line, its number behind it: it goes along with the text around it."""
    number = (Run(f"\u2003({block.number})"),) if block.number else ()
    unit = _text((Run(block.said, formula=block.latex), *number), level, block.line, bullet=False)
    return replace(unit, para=replace(unit.para, align="center", display=True), starts=False)


def _sentences(inlines: doc.Inlines, level: int, line: int, lang: str) -> Iterator[TextUnit]:
    for index, sentence in enumerate(sentences(inlines, lang)):
        unit = _text(runs(sentence), level, line)
        yield replace(unit, joins=True, starts=unit.starts and index == 0)


def nested_units(block: doc.Block, lang: str) -> tuple[Unit, ...]:
    """A block as it is inside another one, where it takes no slide of its own."""
    return tuple(_of_block(block, 0, lang, nested=True))


def running(block: doc.Block, lang: str) -> tuple[Run, ...]:
    """A block as runs of one paragraph."""
    if isinstance(block, doc.Paragraph):
        return runs(block.inlines)
    return tuple(run for unit in nested_units(block, lang) if isinstance(unit, TextUnit) for run in unit.para.runs)


def _list(block: doc.ListBlock, level: int, lang: str) -> Iterator[Unit]:
    step = "incremental" in block.attributes.classes
    for index, item in enumerate(block.items):
        number = block.start + index if block.ordered else None
        first, *rest = item.blocks or (doc.Paragraph(()),)
        if isinstance(first, doc.Paragraph):
            unit = _text(runs(first.inlines), level, item.line, number=number)
            numbered = block.marks if block.ordered and block.marks != "1." else ""
            mark = numbered if item.done is None else DONE if item.done else OPEN
            yield replace(unit, para=replace(unit.para, mark=mark), step=step)
        else:
            rest = [first, *rest]
        for block_in_item in rest:
            yield from _of_block(block_in_item, level + 1, lang, nested=True)


def _definition(block: doc.Definition, level: int, lang: str) -> Iterator[Unit]:
    first, *rest = block.blocks or (doc.Paragraph(()),)
    said = first.inlines if isinstance(first, doc.Paragraph) else ()
    meaning = runs(said)
    dash = (Run(" – "), *meaning) if meaning else ()
    yield _text((*runs(block.term, bold=True), *dash), level, block.line)
    yield from _units(tuple(rest) if meaning else block.blocks, level + 1, lang, nested=True)


def _point(block: doc.KeyPoint, level: int, lang: str) -> Iterator[Unit]:
    label = (*runs(block.label, bold=True), *_colon(block, lang))
    said = _text((*label, *runs(block.inlines)), level, block.line, number=block.number)
    heads = bool(block.blocks) and not plain(block.inlines).strip()
    para = said.para if block.marks == "1." else replace(said.para, mark=block.marks)
    yield replace(said, para=para, leads=said.leads or heads)
    yield from _units(block.blocks, level + 1, lang, nested=True)


def _colon(block: doc.KeyPoint, lang: str) -> tuple[Run, ...]:
    said = behind_label(plain(block.label), ":", lang) if plain(block.inlines) else ""
    return (Run(said),) if said else ()


def _quoted(unit: Unit, lang: str) -> Unit:
    if isinstance(unit, TextUnit):
        para = replace(unit.para, runs=as_quoted(unit.para.runs, lang), bullet=unit.para.bullet and not unit.joins)
        unit = replace(unit, para=para)
    return unit
