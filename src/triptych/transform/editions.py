"""What a document is for students: key phrases become blanks, and nothing else tells what they hide."""

from collections.abc import Callable, Iterator
from typing import assert_never

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.forms import Edition
from triptych.model.gaps import hidden_phrases, pattern_of
from triptych.model.queries import GAP, attributes_of, walk_blocks, walk_sections
from triptych.model.questions import without_secrets
from triptych.model.rewriting import with_inlines
from triptych.patterns import late
from triptych.transform.chronology import with_lists

_APART = late(r"[\W_]+")


def for_edition(document: doc.Document, edition: Edition) -> doc.Document:
    """The document as the handout of an edition has it; no list has in it what one of the editions hides.

    In the student's there still are the answers and the lecturer's notes, for the room that they take.
    """
    match edition:
        case "":
            return document
        case "student":
            return with_lists(with_blanks(document), hides=True)
        case "instructor":
            return with_lists(with_names_redacted(document), hides=True)
        case _:
            assert_never(edition)


def for_students(document: doc.Document) -> doc.Document:
    """The document with nothing in it that students must not find, for their slides and sheets."""
    return without_secrets(for_edition(document, "student"))


def with_blanks(document: doc.Document) -> doc.Document:
    """The document with a blank for each key phrase; alternative texts, names of places and titles tell none of them.

    Answers and the lecturer's notes are still in it: a handout needs them for the room that they take.
    """
    hidden = hidden_phrases(document)
    if not hidden:
        return document
    redact = _redaction(hidden)
    renamed = _renamed(document, hidden)

    def put_inline(inline: doc.Inline) -> doc.Inline:
        if isinstance(inline, doc.Mark):
            return doc.Blank(inline.children)
        if isinstance(inline, doc.Image):
            return replace(inline, alt=redact(inline.alt), title=redact(inline.title))
        if isinstance(inline, doc.Named):
            return _redacted(inline, redact)
        if isinstance(inline, doc.Passage) and redact(inline.stands_for) != inline.stands_for:
            return replace(inline, stands_for="")
        if isinstance(inline, doc.Link) and inline.target.startswith("#"):
            return replace(inline, target="#" + renamed.get(inline.target[1:], inline.target[1:]))
        return inline

    def put_block(block: doc.Block) -> doc.Block:
        attributes = attributes_of(block)
        if attributes.id in renamed:
            block = replace(block, attributes=replace(attributes, id=renamed[attributes.id]))
        if isinstance(block, doc.Figure):
            return replace(block, image=replace(block.image, alt=redact(block.image.alt), title=""))
        if isinstance(block, doc.Chart):
            names = tuple(replace(series, name=redact(series.name)) for series in block.series)
            return replace(block, categories=tuple(map(redact, block.categories)), series=names)
        if isinstance(block, doc.Question):
            return replace(block, see=renamed.get(block.see, block.see))
        return block

    blanked = with_inlines(document, put_inline, put_block)
    meta = document.meta
    meta = replace(meta, title=redact(meta.title), subtitle=redact(meta.subtitle), course=redact(meta.course))
    return replace(blanked, meta=meta, sections=_with_ids(blanked.sections, renamed))


def with_names_redacted(document: doc.Document) -> doc.Document:
    """The document in which what is said of dates and people tells no key phrase, as in the student's edition.

    The lists at the end are the same in all editions.
    """
    hidden = hidden_phrases(document)
    if not hidden:
        return document
    redact = _redaction(hidden)

    def put(inline: doc.Inline) -> doc.Inline:
        return _redacted(inline, redact) if isinstance(inline, doc.Named) else inline

    return with_inlines(document, put)


def _redacted(named: doc.Named, redact: Callable[[str], str]) -> doc.Named:
    return replace(named, key=redact(named.key), about=redact(named.about))


def _redaction(hidden: tuple[str, ...]) -> Callable[[str], str]:
    pattern = pattern_of(hidden)
    return lambda text: pattern.sub(GAP, text)


def _slug(text: str) -> str:
    return _APART.sub("-", text.casefold()).strip("-")


def _renamed(document: doc.Document, hidden: tuple[str, ...]) -> dict[str, str]:
    """A name that tells nothing for each place whose name has a key phrase in it."""
    slugs = tuple(slug for slug in map(_slug, hidden) if slug)
    names = dict.fromkeys(name for section in walk_sections(document.sections) for name in _names(section) if name)
    telling = (name for name in names if any(f"-{slug}-" in f"-{_slug(name)}-" for slug in slugs))
    return {name: f"place-{number}" for number, name in enumerate(telling, 1)}


def _names(section: doc.Section) -> Iterator[str]:
    yield section.id
    for block in walk_blocks(section.blocks):
        yield attributes_of(block).id


def _with_ids(sections: tuple[doc.Section, ...], renamed: dict[str, str]) -> tuple[doc.Section, ...]:
    return tuple(
        replace(part, id=renamed.get(part.id, part.id), sections=_with_ids(part.sections, renamed)) for part in sections
    )
