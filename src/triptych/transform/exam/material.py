"""What questions are made from: the sentences of a document, its labelled points, its terms."""

from typing import assert_never

import msgspec

from triptych.languages import language
from triptych.model import document as doc
from triptych.model.footnote_calls import without_calls
from triptych.model.queries import is_question, plain, walk_sections
from triptych.transform.exam.names import Names
from triptych.weigh import weigh
from triptych.weigh.cues import patterns
from triptych.weigh.emphasis import LONGEST_TERM, emphasised
from triptych.weigh.sentences import leads, sentences
from triptych.weigh.stems import Words, length_of

FEWEST = 5
"""Words of a sentence from which on something can be left out of it."""
LONGEST = 60
"""Words of a sentence up to which a reader finds what is asked for."""
HEADING = 0.6
"""The share of words with capitals from which on a text without a full stop is a heading."""
ANYBODY = 2
"""Words from one pronoun of persons to the next where both stand for anybody: he or she."""
LEAST = 0.0
"""The weight of what is about the subject: greetings, aims and exercises weigh less."""


class Passage(msgspec.Struct, frozen=True):
    """A sentence: its text as it stands, its stems, where it stands, and how much it matters.

    `point` is the number of the labelled point or the term that it belongs to, -1 if there is none. `before` is
    whether it goes on from what stands before it, `refers` whether a pronoun stands for what it is about: who is meant,
    only that tells. `label` is that of its point, where it goes on from what the point began with.
    """

    inlines: doc.Inlines
    text: str
    stems: frozenset[str]
    number: int
    line: int
    section: str
    weight: float
    point: int = -1
    before: bool = False
    refers: bool = False
    label: doc.Inlines = ()


class Point(msgspec.Struct, frozen=True):
    """What has a label: a labelled point, or a term with its meaning. `passages` are the numbers of its sentences."""

    label: doc.Inlines
    blocks: doc.Blocks
    passages: tuple[int, ...]
    line: int
    section: str
    term: bool


class Material(msgspec.Struct, frozen=True):
    """All that can be asked about a document. `terms` are its author's, in the order in which they come up."""

    document: doc.Document
    passages: tuple[Passage, ...]
    points: tuple[Point, ...]
    terms: tuple[str, ...]
    words: Words
    names: Names


class _Found(msgspec.Struct):
    lang: str
    passages: list[tuple[doc.Inlines, int, str, int]] = msgspec.field(default_factory=list)
    points: list[Point] = msgspec.field(default_factory=list)
    terms: dict[str, str] = msgspec.field(default_factory=dict)


def material_of(document: doc.Document) -> Material:
    """What can be asked about a document; not what its author sets aside: references, aims, exercises, notes."""
    found = _Found(document.meta.lang)
    known = patterns(document.meta.lang)
    for section in walk_sections(document.sections):
        if known.heads(plain(section.title)) != "aside":
            _blocks(section.blocks, section.id, -1, found)
    words = Words(document.meta.lang)
    names = Names([plain(inlines) for inlines, *_ in found.passages], found.lang, words)
    weights = weigh(document)
    out = []
    for number, (inlines, line, section_id, point) in enumerate(found.passages):
        text = plain(inlines)
        statement = weights.of(text, line)
        weight = statement.weight if statement is not None else LEAST
        back = "back" in known.cues(text)
        out.append(
            Passage(
                inlines,
                text,
                frozenset(words.stems(text)),
                number,
                line,
                section_id,
                weight,
                point,
                back,
                known.refers(text) or _is_about_somebody(text, names, found.lang),
                _label(found, number, point),
            )
        )
    return Material(document, tuple(out), tuple(found.points), tuple(found.terms.values()), words, names)


def _label(found: _Found, number: int, point: int) -> doc.Inlines:
    """The label that a sentence goes on from: not that of the first sentence, nor a term, which would be its answer."""
    if point < 0 or found.points[point].term or number == found.points[point].passages[0]:
        return ()
    return found.points[point].label


def _is_about_somebody(text: str, names: Names, lang: str) -> bool:
    """Whether a sentence is about "him" or "her" whom no name before says: "In May, he left"."""
    persons = language(lang).person_pronouns.split()
    words = text.split()
    found = [at for at, said in enumerate(words) if said.lower() in persons]
    if not found or (len(found) > 1 and found[1] - found[0] <= ANYBODY):
        return False
    at = found[0]
    before = len(" ".join(words[:at]))
    places = language(lang).before_places.split()
    spans = (start for start, end in names.spans(text) if end <= before)
    return not any(_word_before(text, start) not in places for start in spans)


def _word_before(text: str, at: int) -> str:
    words = text[:at].split()
    return words[-1].lower() if words else ""


def is_askable(passage: Passage) -> bool:
    """Whether something can be left out of a sentence: it says enough, and no more than a reader can hold."""
    return (
        FEWEST <= length_of(passage.text) <= LONGEST
        and passage.weight > LEAST
        and (not passage.refers or bool(passage.label))
        and not leads(passage.text)
        and not is_question(passage.text)
        and not _is_heading(passage.text)
        and not any(isinstance(inline, doc.Image) for inline in passage.inlines)
    )


def _is_heading(text: str) -> bool:
    """Whether a text is a heading that its author set as a paragraph: most words have capitals, and nothing ends it."""
    words = [word for word in text.split() if word[0].isalpha()]
    capitals = sum(1 for word in words if word[0].isupper())
    return text[-1:].isalnum() and capitals > HEADING * len(words)


def _blocks(blocks: doc.Blocks, section: str, point: int, found: _Found) -> None:
    for block in blocks:
        _block(block, section, point, found)


def _block(block: doc.Block, section: str, point: int, found: _Found) -> None:
    match block:
        case doc.Paragraph():
            _text(block.inlines, block.line, section, point, found)
        case doc.KeyPoint():
            said: doc.Blocks = (doc.Paragraph(block.inlines, block.line),) if plain(block.inlines).strip() else ()
            _labelled(block.label, (*said, *block.blocks), block.line, section, False, found)
        case doc.Definition():
            _term(plain(block.term), found)
            _labelled(block.term, block.blocks, block.line, section, True, found)
        case doc.ListBlock():
            for item in block.items:
                _blocks(item.blocks, section, point, found)
        case doc.Columns():
            for column in block.columns:
                _blocks(column, section, point, found)
        case doc.Callout() if block.kind == "exercise":
            return
        case doc.Summary() | doc.Quote() | doc.Callout():
            _blocks(block.blocks, section, point, found)
        case doc.Question():  # what it asks is no statement, and exercises are asked as they are
            if block.answer is None:
                _blocks(block.blocks, section, point, found)
        case doc.Table() | doc.Code() | doc.Figure() | doc.Chart() | doc.Formula() | doc.Notes() | doc.Break():
            return
        case _:
            assert_never(block)


def _labelled(label: doc.Inlines, blocks: doc.Blocks, line: int, section: str, term: bool, found: _Found) -> None:
    """A point with what stands under it. Its place among the points is known before its sentences are."""
    number = len(found.points)
    found.points.append(Point(label, blocks, (), line, section, term))
    start = len(found.passages)
    _blocks(blocks, section, number, found)
    own = tuple(k for k in range(start, len(found.passages)) if found.passages[k][3] == number)
    found.points[number] = Point(label, blocks, own, line, section, term)


def _text(inlines: doc.Inlines, line: int, section: str, point: int, found: _Found) -> None:
    for sentence in sentences(without_calls(inlines), found.lang):
        found.passages.append((sentence, line, section, point))
        shown = emphasised(sentence)
        for term in shown.terms:
            _term(term, found)


def _term(text: str, found: _Found) -> None:
    said = " ".join(text.split()).strip(" .,:;")
    if said and len(said) > 1 and len(said.split()) <= LONGEST_TERM and any(map(str.isalpha, said)):
        found.terms.setdefault(said.casefold(), said)
