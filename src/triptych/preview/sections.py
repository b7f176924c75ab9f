"""A document with one section read anew: the others are as they were read before."""

from msgspec.structs import replace

from triptych.model.document import Document, FootnoteCall, Inline, Section
from triptych.model.footnote_calls import only_called
from triptych.model.queries import plain, walk_sections
from triptych.model.rewriting import with_inlines
from triptych.problem import Report
from triptych.read.footnotes import Footnotes, with_footnotes


def with_section(before: Document, made: Document, start: int, moved: int) -> Document | None:
    """A document as it is read with the section at a line as it is in another reading; what follows has moved.

    None if that has no such section, or one with a name that another part of the document has.
    """
    old = next((section for section in before.sections if section.line == start), None)
    new = next((section for section in made.sections if section.line == start), None)
    if old is None or new is None:
        return None
    made = _numbered_from(made, max((note.number for note in before.footnotes), default=0))
    new = _named(next(section for section in made.sections if section.line == start), old)
    sections = tuple(
        new if section is old else _moved(section, moved) if section.line > start else section
        for section in before.sections
    )
    ids = [section.id for section in walk_sections(sections)]
    if len(ids) != len(set(ids)):
        return None
    whole = only_called(replace(before, sections=sections, footnotes=(*before.footnotes, *made.footnotes)))
    notes = Footnotes()
    notes.found = {note.number: note for note in whole.footnotes}
    return with_footnotes(whole, notes, Report(before.path))


def _numbered_from(document: Document, last: int) -> Document:
    """A document whose footnotes have numbers that come after another one's."""

    def put(inline: Inline) -> Inline:
        return replace(inline, number=inline.number + last) if isinstance(inline, FootnoteCall) else inline

    if not document.footnotes:
        return document
    notes = tuple(replace(note, number=note.number + last) for note in document.footnotes)
    return with_inlines(replace(document, footnotes=notes), put)


def _named(section: Section, old: Section) -> Section:
    """A section under the names that it and its parts had, by their titles: read alone they may have simpler ones."""
    names = {plain(one.title): one.id for one in reversed(list(walk_sections((old,))))}
    taken: set[str] = set()

    def named(one: Section) -> Section:
        name = names.get(plain(one.title), one.id)
        name = one.id if name in taken else name
        taken.add(name)
        return replace(one, id=name, sections=tuple(map(named, one.sections)))

    return named(section)


def _moved(section: Section, by: int) -> Section:
    """A section whose lines are further down; what stands in it keeps its lines, which nobody asks for so soon."""
    if not by:
        return section
    inner = tuple(_moved(one, by) for one in section.sections)
    return replace(section, line=section.line + by if section.line else 0, sections=inner)
