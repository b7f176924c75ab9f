"""Key phrases for an edition for students where the author has marked none: terms, dates or labels of the text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.forms import BlanksForm
from triptych.model.gaps import pattern_of
from triptych.model.queries import block_inlines, images_of, inner, plain, walk_blocks, walk_sections
from triptych.model.rewriting import with_blocks
from triptych.transform.exam.answers import Answer, answers_of
from triptych.transform.exam.material import Material, material_of

SHARE, FEWEST = 0.5, 3
"""The share of the sentences, the weightiest of them, that have a term blanked; at least so many."""
OFTEN = 3
"""How often a phrase may stand in a text: what comes up all the time would leave more blanks than text."""
_STYLED = (doc.Strong, doc.Emphasis, doc.Link, doc.Strike, doc.Named)


def with_chosen_blanks(document: doc.Document, form: BlanksForm) -> doc.Document:
    """The document with the key phrases that a form asks for, wherever they stand.

    A phrase that also stands in a title, a table or the like is left alone: it could be read there.
    """
    if not (form.terms or form.dates or form.labels):
        return document
    material = material_of(document)
    wanted = dict.fromkeys(" ".join(text.split()) for text in _wanted(material, form))
    hidden = _hidden_everywhere(document, tuple(wanted), form)
    if not hidden:
        return document
    pattern = pattern_of(tuple(sorted(hidden, key=lambda text: (-len(text), text))))

    def put(block: doc.Block) -> doc.Block:
        if isinstance(block, doc.Paragraph):
            return replace(block, inlines=_marked(block.inlines, pattern))
        if isinstance(block, doc.KeyPoint):
            label = _marked(block.label, pattern) if form.labels else block.label
            return replace(block, label=label, inlines=_marked(block.inlines, pattern))
        return block

    return with_blocks(document, put)


def _wanted(material: Material, form: BlanksForm) -> Iterator[str]:
    """The phrases that could be blanks."""
    if form.labels:
        yield from (plain(point.label).strip(" .:") for point in material.points if not point.term)
    if not (form.terms or form.dates):
        return
    answers = answers_of(material)
    if form.dates:
        yield from (answer.text for found in answers.values() for answer in found if answer.kind == "date")
    if form.terms:
        best = {n: term for n, found in answers.items() if (term := _term(found)) is not None}
        count = max(FEWEST, round(SHARE * len(material.passages)))
        weightiest = sorted(best, key=lambda n: (-material.passages[n].weight - best[n].worth, n))
        yield from (best[number].text for number in weightiest[:count])


def _term(answers: Iterable[Answer]) -> Answer | None:
    """The best term or name of a sentence."""
    return next((answer for answer in answers if answer.kind in ("term", "quote", "name") and answer.worth > 0), None)


def _hidden_everywhere(document: doc.Document, phrases: tuple[str, ...], form: BlanksForm) -> set[str]:
    """The phrases that stand nowhere but where they can be blanked, and not too often."""
    if not phrases:
        return set()
    reached: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for section in walk_sections(document.sections):
        for block in walk_blocks(section.blocks):
            if isinstance(block, doc.Paragraph | doc.KeyPoint):
                texts = [block.inlines, *([block.label] if isinstance(block, doc.KeyPoint) and form.labels else [])]
                reached.update(_found(phrases, (text for inlines in texts for text in _runs(inlines))))
    every.update(_found(phrases, _texts(document)))
    return {text for text in phrases if 0 < reached[text] == every[text] <= OFTEN}


def _found(phrases: tuple[str, ...], texts: Iterable[str]) -> Iterator[str]:
    """The phrases as often as they stand in some texts."""
    patterns = {text: pattern_of((text,)) for text in phrases}
    for said in texts:
        low = said.casefold()
        for text, pattern in patterns.items():
            if text.casefold() in low:
                yield from (text for _ in pattern.finditer(said))


def _texts(document: doc.Document) -> Iterator[str]:
    """Everything that can be read in a document."""
    yield document.meta.title
    yield document.meta.subtitle
    for section in walk_sections(document.sections):
        yield plain(section.title)
        for block in walk_blocks(section.blocks):
            yield from (plain(inlines) for inlines in block_inlines(block))
            if isinstance(block, doc.Code):
                yield block.text
    for note in document.footnotes:
        yield from (plain(inlines) for block in walk_blocks(note.blocks) for inlines in block_inlines(block))
    yield from (image.alt for image in images_of(document))


def _runs(inlines: doc.Inlines) -> Iterator[str]:
    """The runs of mere text in some inlines, in which a phrase can be marked."""
    for inline in inlines:
        if isinstance(inline, doc.Text):
            yield inline.text
        elif isinstance(inline, _STYLED):
            yield from _runs(inner(inline))


def _marked(inlines: doc.Inlines, pattern: re.Pattern[str]) -> doc.Inlines:
    out: list[doc.Inline] = []
    for inline in inlines:
        if isinstance(inline, doc.Text):
            out += _cut(inline.text, pattern)
        elif isinstance(inline, _STYLED):
            out.append(replace(inline, children=_marked(inline.children, pattern)))
        else:
            out.append(inline)
    return tuple(out)


def _cut(text: str, pattern: re.Pattern[str]) -> Iterator[doc.Inline]:
    at = 0
    for match in pattern.finditer(text):
        if match.start() > at:
            yield doc.Text(text[at : match.start()])
        yield doc.Mark((doc.Text(match[0]),))
        at = match.end()
    if at < len(text):
        yield doc.Text(text[at:])
