"""Tests and their keys as documents of their own: from the author's questions, else from what the text can be asked."""

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase

from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.back_matter import NO_LISTS
from triptych.model.cues import Cue
from triptych.model.forms import TestForm
from triptych.model.queries import block_inlines, inner, plain, walk_blocks, walk_sections
from triptych.model.questions import answered
from triptych.model.walk import Node, map_children
from triptych.transform.anchors import without_anchors
from triptych.transform.cues import cues_of
from triptych.transform.questions import drawn, shuffled

LONGEST = 80
"""Characters of an answer that is looked for in the text."""
ROOM = {"name": "\u00a0" * 46, "date": "\u00a0" * 22, "points": "\u00a0" * 8}
"""What the room for a name, a date and the points that were reached is as wide as."""


def asked_of(document: doc.Document) -> tuple[doc.Question, ...]:
    """The questions of a test: the author's with an answer, else one for each cue of the text."""
    own = tuple(block for section in walk_sections(document.sections) for block in _questions(section))
    if own:
        return own
    return tuple(_of_cue(cue, number) for number, cue in enumerate(cues_of(document), 1))


def is_graded(questions: Sequence[doc.Question]) -> bool:
    """Whether there are points to be had."""
    return any(question.points for question in questions)


def test_document(document: doc.Document, questions: Sequence[doc.Question], version: str) -> doc.Document:
    """A test: its questions under the document's title, with room for a name where there are points."""
    head: doc.Blocks = (_name_line(document, questions),) if is_graded(questions) else ()
    title = " · ".join(part for part in (document.meta.title, version) if part)
    meta = replace(document.meta, title=title, authors=(), date="", subtitle="", back=NO_LISTS)
    sections = (doc.Section("questions", (), (*head, *questions)),)
    return without_anchors(replace(document, meta=meta, sections=sections, title_calls=(), events=(), people=()))


test_document.__test__ = False  # type: ignore[attr-defined]  # pytest would collect it by its name


def key_document(
    document: doc.Document, versions: Mapping[str, Sequence[doc.Question]], places: Mapping[int, doc.Inlines]
) -> doc.Document:
    """The answers of each version, with the place in the text that gives them, by the line of the question."""
    sections = []
    for name, questions in versions.items():
        points = [_answer(question, document, places.get(question.line, ())) for question in questions]
        total = sum(question.points for question in questions)
        end = (doc.Paragraph((doc.Text(f"{word(document, 'points')}: {total:g}"),)),) if total else ()
        title: doc.Inlines = (doc.Text(name),) if len(versions) > 1 else ()
        sections.append(doc.Section(f"version-{name.lower()}", title, (*points, *end)))
    graded = any(is_graded(questions) for questions in versions.values())
    title_word = word(document, "answers") if graded else ""
    called = " – ".join(part for part in (title_word, document.meta.title) if part)
    meta = replace(document.meta, title=called, subtitle="", back=NO_LISTS)
    made = replace(document, meta=meta, sections=tuple(sections), title_calls=(), events=(), people=())
    return without_anchors(made)


def versions_of(questions: Sequence[doc.Question], form: TestForm) -> dict[str, tuple[doc.Question, ...]]:
    """The questions by the name of the version, numbered; a single version has no name and the author's order."""
    if form.versions == 1:
        return {"": _numbered(questions)}
    out = {}
    for name in ascii_uppercase[: form.versions]:
        seed = f"{form.seed}/{name}"
        order = drawn(len(questions), seed)
        out[name] = _numbered([shuffled(questions[k], seed) for k in order])
    return out


def places_of(
    document: doc.Document, questions: Sequence[doc.Question], pages: Mapping[str, int], page_word: str
) -> dict[int, doc.Inlines]:
    """Where the text answers each question, by its line: the title and the page of a section, or of what it names.

    `pages` has the page of each place in the handout.
    """
    texts = [(section, _running(section)) for section in walk_sections(document.sections)]
    titles = {section.id: plain(section.title).strip() for section, _ in texts}
    within = {block.line: section for section, _ in texts for block in walk_blocks(section.blocks)}
    out: dict[int, doc.Inlines] = {}
    for question in questions:
        section = within.get(question.line)
        found = question.see if question.see in pages else _place(question, section, texts, document)
        title = titles.get(found, "") if len(texts) > 1 else ""
        page = f"{page_word} {pages[found]}".strip() if found in pages else ""
        said = " · ".join(part for part in (title, page) if part)
        if said:
            out[question.line] = (doc.Text(f"→ {said}"),)
    return out


def _questions(section: doc.Section) -> Iterator[doc.Question]:
    return (
        block for block in walk_blocks(section.blocks) if isinstance(block, doc.Question) and block.answer is not None
    )


def _of_cue(cue: Cue, number: int) -> doc.Question:
    """A cue as a question. What is blank in its front is a gap; otherwise there are lines for its back."""
    gaps = any(isinstance(inline, doc.Blank) for inline in _all(cue.front))
    front = map_children(doc.Paragraph(cue.front), _marked).inlines if gaps else cue.front
    answer = doc.Gaps() if gaps else doc.Open(cue.back)
    return doc.Question(front, cue.below, cue.line, doc.NO_ATTRIBUTES, answer, number)


def _all(inlines: doc.Inlines) -> Iterator[doc.Inline]:
    for inline in inlines:
        yield inline
        yield from _all(inner(inline))


def _marked(node: Node) -> Node:
    """Blanks as the key phrases that they were: the edition for students blanks them again."""
    return doc.Mark(node.children) if isinstance(node, doc.Blank) else map_children(node, _marked)


def _numbered(questions: Sequence[doc.Question]) -> tuple[doc.Question, ...]:
    return tuple(replace(question, number=number) for number, question in enumerate(questions, 1))


def _name_line(document: doc.Document, questions: Sequence[doc.Question]) -> doc.Block:
    total = sum(question.points for question in questions)
    parts: list[doc.Inline] = []
    for key, room in ROOM.items():
        parts += [doc.Text(f"{'' if not parts else '  '}{word(document, key)}: "), doc.Blank((doc.Text(room),))]
    return doc.Paragraph((*parts, doc.Text(f" / {total:g}")))


def _answer(question: doc.Question, document: doc.Document, place: doc.Inlines) -> doc.KeyPoint:
    """What was asked, then the answer, then where it stands."""
    points = (doc.Text(f" ({question.points:g})"),) if question.points else ()
    where = (doc.Paragraph((doc.Emphasis(place),), question.line),) if place else ()
    blocks = (*answered(question), *where)
    return doc.KeyPoint((*question.inlines, *points), (), blocks, question.number, question.line)


def _running(section: doc.Section) -> str:
    """What a section itself says, without its exercises."""
    inside = {id(i) for block in walk_blocks(_questions(section)) for i in block_inlines(block)}
    every = (inlines for block in walk_blocks(section.blocks) for inlines in block_inlines(block))
    said = (plain(inlines) for inlines in every if id(inlines) not in inside)
    return " ".join(" ".join(said).casefold().split())


def _place(
    question: doc.Question, own: doc.Section | None, texts: Sequence[tuple[doc.Section, str]], document: doc.Document
) -> str:
    """The section whose text has the answer in it, else the question's own."""
    words = " ".join(plain(i) for b in answered(replace(question, why=())) for i in block_inlines(b))
    words = " ".join(words.casefold().split()).rstrip(".")
    if 2 <= len(words) <= LONGEST:
        holders = [section for section, text in texts if f" {words} " in f" {text} ".translate(_STOPS)]
        if own in holders:
            return own.id
        if holders:
            return holders[0].id
    return own.id if own and any(section is own and text.strip() for section, text in texts) else ""


_STOPS = str.maketrans(dict.fromkeys(".,;:!?()“”\"'’", " "))
