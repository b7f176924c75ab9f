"""The dates and the people of a document, with what it says of them."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.names import bare, named_in, public
from triptych.model.queries import block_inlines, plain, walk_sections
from triptych.model.walk import has
from triptych.weigh.sentences import cut, sentences, strip

if TYPE_CHECKING:
    from triptych.transform.dates import Key

FEWEST = 3
"""Marks from which on there is a chronology or a who-is-who that nobody asked for."""
_PHRASE = doc.Keyboard("Phrase")
"""Stands for a key phrase where a text is cut: this very object, whatever an author writes."""
_STYLED = (doc.Strong, doc.Emphasis, doc.Link, doc.Strike, doc.Raised, doc.Passage, doc.Named)
"""Running text in which there may be key phrases."""


def with_lists(document: doc.Document, hides: bool = False) -> doc.Document:
    """The document with its chronology and its who-is-who, where it asks for them or marks enough for them.

    With `hides` there is nothing in them that stands in a key phrase: an edition may leave a blank there.
    """
    if not has(document, doc.Named):
        return replace(document, events=(), people=()) if document.events or document.people else document
    return replace(document, events=chronology(document, hides), people=people(document, hides))


def chronology(document: doc.Document, hides: bool = False) -> tuple[doc.Event, ...]:
    """The events in the order of time, if the document asks for them or marks enough of them."""
    asked = document.meta.back.chronology
    found = () if asked is False else dates_of(document, hides)
    return found if len(found) >= (1 if asked else FEWEST) else ()


def people(document: doc.Document, hides: bool = False) -> tuple[doc.Person, ...]:
    """The people in the order in which they appear, on the same terms."""
    asked = document.meta.back.people
    found = () if asked is False else people_of(document, hides)
    return found if len(found) >= (1 if asked else FEWEST) else ()


def dates_of(document: doc.Document, hides: bool = False) -> tuple[doc.Event, ...]:
    """Every date of the document in the order of time; what says no year stays behind what stands before it."""
    lang = document.meta.lang
    seen: set[tuple[str, str]] = set()
    out: list[tuple[Key | None, doc.Event]] = []
    for named, what, section in _mentions(document, "date", hides):
        when = " ".join(plain(named.children).split())
        said = _without(when, what)
        once = (when.casefold(), plain(_masked(said) if hides else said).casefold())
        if once not in seen:
            seen.add(once)
            event = doc.Event(when, said, section, named.line, named.anchor)
            out.append((_key(named.key or when, lang), event))
    return _in_time(out)


def _key(when: str, lang: str) -> "Key | None":
    from triptych.transform.dates import sort_key  # late: few documents mark dates

    return sort_key(when, lang)


def _in_time(events: "list[tuple[Key | None, doc.Event]]") -> tuple[doc.Event, ...]:
    """The events by their keys; one without a key follows what stands before it."""
    keyed: list[tuple[Key, doc.Event]] = []
    last: Key = (-(10**6), 0, 0)
    for key, event in events:
        last = key or last
        keyed.append((last, event))
    return tuple(event for _, event in sorted(keyed, key=lambda pair: pair[0]))


def people_of(document: doc.Document, hides: bool = False) -> tuple[doc.Person, ...]:
    """Every person of the document: what a mark says about them, else the first sentence that names them."""
    out: dict[str, doc.Person] = {}
    for named, what, section in _mentions(document, "person", hides):
        name = named.key or " ".join(plain(named.children).split())
        said: doc.Inlines = (doc.Text(named.about),) if named.about else _without(name, what)
        known = out.get(name.casefold())
        if known is None:
            out[name.casefold()] = doc.Person(name, said, section, named.line, (named.anchor,))
        else:
            anchors = (*known.anchors, named.anchor)
            out[name.casefold()] = replace(known, anchors=anchors, said=said if named.about else known.said)
    return tuple(out.values())


def _without(name: str, what: doc.Inlines) -> doc.Inlines:
    """A sentence without the name that it begins with, where no more than a colon or a dash joins them."""
    text = plain(what)
    match = re.match(rf"{re.escape(name)}\s*(?:[:：–—]|-\s)\s*(?=\S)", text)
    return strip(cut(what, match.end())[1]) if match else what


# --- where they stand --------------------------------------------------------------------------------


def _mentions(document: doc.Document, kind: str, hides: bool) -> Iterator[tuple[doc.Named, doc.Inlines, str]]:
    """What is marked as such, with the sentence that it stands in and the id of its section."""
    for section in walk_sections(document.sections):
        places = [(section.title, section.title)] if section.title else []
        for carrier, what in (*places, *_contexts(section.blocks, hides, document.meta.lang)):
            yield from ((named, bare(what), section.id) for named in named_in(carrier, hides) if named.kind == kind)


def _contexts(blocks: doc.Blocks, hides: bool, lang: str) -> Iterator[tuple[doc.Inlines, doc.Inlines]]:
    """Pieces of text with what is to be said of a name in each; texts without any name may be left out."""
    for block in public(blocks):
        if not any(named for inlines in block_inlines(block) for named in named_in(inlines, hides)):
            continue  # most blocks name nobody, and need not be cut into sentences
        match block:
            case doc.KeyPoint():
                if not _names_any((*block.label, *block.inlines), hides):
                    continue
                parts = _sentences(block.inlines, hides, lang)
                yield block.label, parts[0] if parts else block.label
                yield from ((sentence, sentence) for sentence in parts)
            case doc.Definition():
                if not _names_any(block.term, hides):
                    continue
                first = next((b.inlines for b in block.blocks if isinstance(b, doc.Paragraph)), block.term)
                yield block.term, next(iter(_sentences(first, hides, lang)), block.term)
            case doc.Table():
                for row in block.rows:
                    yield from _cells(row)
            case doc.ListBlock() | doc.Columns() | doc.Code() | doc.Break() | doc.Formula() | doc.Notes():
                pass
            case (
                doc.Paragraph()
                | doc.Question()
                | doc.Summary()
                | doc.Callout()
                | doc.Quote()
                | doc.Figure()
                | doc.Chart()
            ):
                for inlines in block_inlines(block):
                    if not _names_any(inlines, hides):
                        continue
                    yield from ((sentence, sentence) for sentence in _sentences(inlines, hides, lang))
            case _:
                assert_never(block)


def _names_any(inlines: doc.Inlines, hides: bool) -> bool:
    """Whether there is a name: most texts have none, and need not be cut into sentences."""
    return next(named_in(inlines, hides), None) is not None


def _sentences(inlines: doc.Inlines, hides: bool, lang: str) -> tuple[doc.Inlines, ...]:
    """The sentences of a text; where phrases are hidden from some, the same ones for all."""
    if not hides:
        return sentences(inlines, lang)
    phrases = iter(tuple(_phrases(inlines)))
    return tuple(_unmasked(sentence, phrases) for sentence in sentences(_masked(inlines), lang))


def _phrases(inlines: doc.Inlines) -> Iterator[doc.Inline]:
    for inline in inlines:
        if isinstance(inline, doc.Mark | doc.Blank):
            yield inline
        elif isinstance(inline, _STYLED):
            yield from _phrases(inline.children)


def _masked(inlines: doc.Inlines) -> doc.Inlines:
    """The inlines with a stand-in for each key phrase and each blank."""
    return tuple(_PHRASE if isinstance(i, doc.Mark | doc.Blank) else _inside(i, _masked) for i in inlines)


def _unmasked(inlines: doc.Inlines, phrases: Iterator[doc.Inline]) -> doc.Inlines:
    return tuple(
        next(phrases) if i is _PHRASE else _inside(i, lambda inner: _unmasked(inner, phrases)) for i in inlines
    )


def _inside(inline: doc.Inline, put: Callable[[doc.Inlines], doc.Inlines]) -> doc.Inline:
    return replace(inline, children=put(inline.children)) if isinstance(inline, _STYLED) else inline


def _cells(row: doc.Row) -> Iterator[tuple[doc.Inlines, doc.Inlines]]:
    """The cells of a row, with what the other cells say."""
    for at, cell in enumerate(row.cells):
        others = [other.inlines for k, other in enumerate(row.cells) if k != at and plain(other.inlines).strip()]
        said: list[doc.Inline] = []
        for k, inlines in enumerate(others):
            said += [doc.Text(" · ")] if k else []
            said += inlines
        yield cell.inlines, tuple(said) or cell.inlines
