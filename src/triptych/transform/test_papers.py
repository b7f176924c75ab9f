"""Tests and their keys as documents of their own."""

from collections.abc import Callable, Mapping, Sequence
from math import ceil

from msgspec.structs import replace

from triptych.languages.signs import behind_label
from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.back_matter import NO_LISTS
from triptych.model.forms import TestForm
from triptych.model.gaps import blanked_blocks
from triptych.model.queries import plain
from triptych.model.questions import answered, asked
from triptych.model.rewriting import without_expansions
from triptych.transform.anchors import without_anchors
from triptych.transform.exam import Asked

ROOM = {"name": "\u00a0" * 46, "class": "\u00a0" * 16, "date": "\u00a0" * 24}
"""What the room for a name, a class and a date is as wide as."""
MARKS = "\u00a0" * 12
"""The same for points and for a grade."""
LONGEST_PIECE = 30
"""Characters of a blank that is not broken into lines."""
COLUMNS = 10
"""Questions in a row of the table for the marks at most."""
Where = Callable[[Asked], doc.Inlines]
"""Says where the text answers a question."""


def is_graded(questions: Sequence[Asked]) -> bool:
    """Whether there are points to be had."""
    return any(one.question.points for one in questions)


def test_document(document: doc.Document, questions: Sequence[Asked], version: str, form: TestForm) -> doc.Document:
    """A test: its questions under the document's title, room for a name, a table for the marks if asked for."""
    total = sum(one.question.points for one in questions)
    grades = _grades(document, questions, total) if form.grades and total else ()
    title = " · ".join(part for part in (document.meta.title, version) if part)
    blocks = (_head(document, total), *grades, *map(_shown, questions))
    return _own(document, title, (doc.Section("questions", (), blocks),))


test_document.__test__ = False  # type: ignore[attr-defined]  # pytest would collect it by its name


def key_document(document: doc.Document, versions: Mapping[str, Sequence[Asked]], where: Where) -> doc.Document:
    """The answers of each version, with the place in the text that gives them."""
    sections = []
    for name, questions in versions.items():
        points = [_answer(one, where(one)) for one in questions]
        total = sum(one.question.points for one in questions)
        end = (doc.Paragraph((doc.Text(f"{_label(document, 'points')}{total:g}"),)),) if total else ()
        title: doc.Inlines = (doc.Text(name),) if len(versions) > 1 else ()
        sections.append(doc.Section(f"version-{name.lower()}", title, (*points, *end)))
    called = " – ".join(part for part in (word(document, "answers"), document.meta.title) if part)
    return _own(document, called, tuple(sections))


def _own(document: doc.Document, title: str, sections: tuple[doc.Section, ...]) -> doc.Document:
    """A document of its own beside another, in its language and look."""
    meta = replace(document.meta, title=title, authors=(), date="", subtitle="", abstract=(), back=NO_LISTS)
    own = replace(document, meta=meta, sections=sections, title_calls=(), events=(), people=())
    return without_anchors(without_expansions(own))


def _shown(one: Asked) -> doc.Question:
    """A question as it is put. What was made a gap is a blank; what its author marked becomes one with the edition."""
    question = one.question
    if one.made and isinstance(question.answer, doc.Gaps):
        question = replace(question, inlines=asked(question), blocks=blanked_blocks(question.blocks))
    return replace(question, inlines=tuple(map(_whole, question.inlines))) if one.made else question


def _whole(inline: doc.Inline) -> doc.Inline:
    """A blank as one piece, if it is no longer than half a line or so: in two it looks like two answers."""
    said = plain(inline.children) if isinstance(inline, doc.Blank) else ""
    if not said or len(said) > LONGEST_PIECE:
        return inline
    return doc.Blank((doc.Text(said.replace(" ", "\u00a0").replace("-", "\u2011")),))


def _head(document: doc.Document, total: float) -> doc.Block:
    """A line for name, class, date and the points that were reached."""
    parts: list[doc.Inline] = []
    for key, room in ROOM.items():
        parts += [
            doc.Text(f"{'  ' if parts else ''}{_label(document, key).rstrip(' ')}\u00a0"),
            doc.Blank((doc.Text(room),)),
        ]
    if total:
        points = (doc.Text(f"  {_label(document, 'points').rstrip(' ')}\u00a0"), doc.Blank((doc.Text(MARKS),)))
        parts += [*points, doc.Text(f"\u00a0/\u00a0{total:g}")]
    return doc.Paragraph(tuple(parts))


def _grades(document: doc.Document, questions: Sequence[Asked], total: float) -> doc.Blocks:
    """A table with room for the points of each question, and for the grade."""
    out: list[doc.Block] = []
    cells = [(f"{one.question.number}", f"/ {one.question.points:g}") for one in questions]
    cells.append(("Σ", f"/ {total:g}"))
    each = ceil(len(cells) / ceil(len(cells) / COLUMNS))
    for group in (cells[at : at + each] for at in range(0, len(cells), each)):
        numbers, marks = zip(*group, strict=True)
        head = _row((word(document, "question"), *numbers))
        row = _row((word(document, "points"), *marks))
        right: list[doc.Align] = ["right" for _ in group]
        out.append(doc.Table(head, (row,), ("left", *right)))
    grade = (doc.Text(f"{_label(document, 'grade').rstrip(' ')}\u00a0"), doc.Blank((doc.Text(MARKS),)))
    return (*out, doc.Paragraph(grade))


def _label(document: doc.Document, key: str) -> str:
    """Our word for a key as the label of what follows."""
    said = word(document, key)
    return said + behind_label(said, ":", document.meta.lang)


def _row(texts: Sequence[str]) -> doc.Row:
    return doc.Row(tuple(doc.Cell((doc.Text(text),)) for text in texts))


def _answer(one: Asked, place: doc.Inlines) -> doc.KeyPoint:
    """What was asked, then the answer, then where it stands."""
    question = one.question
    points = (doc.Text(f" ({question.points:g})"),) if question.points else ()
    blocks = _placed(answered(question), place, question.line)
    return doc.KeyPoint((*question.inlines, *points), (), blocks, question.number, question.line)


def _placed(blocks: doc.Blocks, place: doc.Inlines, line: int) -> doc.Blocks:
    """An answer with its place behind it: on the same line where that is but a word or two."""
    match blocks:
        case (doc.Paragraph(inlines),):
            words = tuple(doc.Text(" · ") if isinstance(one, doc.LineBreak) else one for one in inlines)
            behind: doc.Inlines = (doc.Text(" \u2003"), doc.Emphasis(place)) if place else ()
            return (doc.Paragraph((*words, *behind), line),)
        case _:
            return (*blocks, doc.Paragraph((doc.Emphasis(place),), line)) if place else blocks
