"""The dates and the people of a document, with what it says of them."""

import re
from collections.abc import Callable, Iterator
from typing import assert_never

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import block_inlines, plain, walk_sections
from triptych.plan.sentences import cut, sentences, strip
from triptych.transform.dates import Key, sort_key

FEWEST = 3
"""Marks from which on there is a chronology or a who-is-who that nobody asked for."""
_PHRASE = doc.Keyboard("Phrase\0")
"""Stands for a key phrase where a text is cut; no author can write it, for there are no such characters in a text."""
_MONTH_FIRST = ("en-US", "en-us")


class Event(msgspec.Struct, frozen=True):
    """A date as it is shown, what it is sorted by (None: it follows what stands before it), and what happened."""

    when: str
    key: Key | None
    what: doc.Inlines
    section: str
    line: int = 0
    place: str = ""


class Person(msgspec.Struct, frozen=True):
    """A person, what is said of them, and the places of all mentions."""

    name: str
    said: doc.Inlines
    section: str
    line: int = 0
    places: tuple[str, ...] = ()


def chronology(document: doc.Document, hides: bool = False) -> tuple[Event, ...]:
    """The events in the order of time, if the document asks for them or marks enough of them.

    With `hides` there is nothing in it that stands in a key phrase: an edition may leave a blank there.
    """
    asked = document.meta.back.chronology
    found = () if asked is False else dates_of(document, hides)
    return found if len(found) >= (1 if asked else FEWEST) else ()


def people(document: doc.Document, hides: bool = False) -> tuple[Person, ...]:
    """The people in the order in which they appear, on the same terms."""
    asked = document.meta.back.people
    found = () if asked is False else people_of(document, hides)
    return found if len(found) >= (1 if asked else FEWEST) else ()


def dates_of(document: doc.Document, hides: bool = False) -> tuple[Event, ...]:
    """Every date of the document in the order of time; what says no year stays behind what stands before it."""
    first = document.meta.lang in _MONTH_FIRST
    seen: set[tuple[str, str]] = set()
    out: list[Event] = []
    for named, what, section in _mentions(document, "date", hides):
        when = " ".join(plain(named.children).split())
        said = _without(when, what)
        once = (when.casefold(), plain(_masked(said) if hides else said).casefold())
        if once not in seen:
            seen.add(once)
            out.append(Event(when, sort_key(named.key or when, first), said, section, named.line, named.id))
    return _in_time(out)


def _in_time(events: list[Event]) -> tuple[Event, ...]:
    keyed: list[tuple[Key, Event]] = []
    last: Key = (-(10**6), 0, 0)
    for event in events:
        last = event.key or last
        keyed.append((last, event))
    return tuple(event for _, event in sorted(keyed, key=lambda pair: pair[0]))


def people_of(document: doc.Document, hides: bool = False) -> tuple[Person, ...]:
    """Every person of the document: what a mark says about them, else the first sentence that names them."""
    out: dict[str, Person] = {}
    for named, what, section in _mentions(document, "person", hides):
        name = named.key or " ".join(plain(named.children).split())
        said: doc.Inlines = (doc.Text(named.about),) if named.about else _without(name, what)
        known = out.get(name.casefold())
        if known is None:
            out[name.casefold()] = Person(name, said, section, named.line, (named.id,))
        else:
            places = (*known.places, named.id)
            out[name.casefold()] = replace(known, places=places, said=said if named.about else known.said)
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
        for carrier, what in (*places, *_contexts(section.blocks, hides)):
            yield from ((named, _bare(what), section.id) for named in named_in(carrier, hides) if named.kind == kind)


def _contexts(blocks: doc.Blocks, hides: bool) -> Iterator[tuple[doc.Inlines, doc.Inlines]]:
    """Pieces of text with what is to be said of a name in each."""
    for block in public(blocks):
        match block:
            case doc.KeyPoint():
                parts = _sentences(block.inlines, hides)
                yield block.label, parts[0] if parts else block.label
                yield from ((sentence, sentence) for sentence in parts)
            case doc.Definition():
                first = next((b.inlines for b in block.blocks if isinstance(b, doc.Paragraph)), block.term)
                yield block.term, next(iter(_sentences(first, hides)), block.term)
            case doc.Table():
                for row in block.rows:
                    yield from _cells(row)
            case _:
                for inlines in block_inlines(block):
                    yield from ((sentence, sentence) for sentence in _sentences(inlines, hides))


def _sentences(inlines: doc.Inlines, hides: bool) -> tuple[doc.Inlines, ...]:
    """The sentences of a text; where phrases are hidden from some, the same ones for all."""
    if not hides:
        return sentences(inlines)
    phrases = iter(tuple(_phrases(inlines)))
    return tuple(_unmasked(sentence, phrases) for sentence in sentences(_masked(inlines)))


def _phrases(inlines: doc.Inlines) -> Iterator[doc.Inline]:
    for inline in inlines:
        if isinstance(inline, doc.Mark | doc.Blank):
            yield inline
        else:
            yield from _phrases(getattr(inline, "children", ()))


def _masked(inlines: doc.Inlines) -> doc.Inlines:
    """The inlines with a stand-in for each key phrase and each blank."""
    return tuple(_PHRASE if isinstance(i, doc.Mark | doc.Blank) else _inside(i, _masked) for i in inlines)


def _unmasked(inlines: doc.Inlines, phrases: Iterator[doc.Inline]) -> doc.Inlines:
    return tuple(
        next(phrases) if i == _PHRASE else _inside(i, lambda inner: _unmasked(inner, phrases)) for i in inlines
    )


def _inside(inline: doc.Inline, put: Callable[[doc.Inlines], doc.Inlines]) -> doc.Inline:
    match inline:
        case (
            doc.Strong()
            | doc.Emphasis()
            | doc.Link()
            | doc.Strike()
            | doc.Raised()
            | doc.Named()
            | doc.Mark()
            | doc.Blank()
        ):
            return replace(inline, children=put(inline.children))
        case _:
            return inline


def _cells(row: doc.Row) -> Iterator[tuple[doc.Inlines, doc.Inlines]]:
    """The cells of a row, with what the other cells say."""
    for at, cell in enumerate(row.cells):
        others = [other.inlines for k, other in enumerate(row.cells) if k != at and plain(other.inlines).strip()]
        said: list[doc.Inline] = []
        for k, inlines in enumerate(others):
            said += [doc.Text(" · ")] if k else []
            said += inlines
        yield cell.inlines, tuple(said) or cell.inlines


def public(blocks: doc.Blocks) -> Iterator[doc.Block]:
    """Every block that all readers see, with the blocks inside it: no notes, no questions that are answered."""
    for block in blocks:
        match block:
            case doc.Notes():
                continue
            case doc.Question() if block.answer is not None:
                continue
            case doc.ListBlock():
                yield block
                for item in block.items:
                    yield from public(item.blocks)
            case doc.Columns():
                for column in block.columns:
                    yield from public(column)
            case _:
                yield block
                yield from public(getattr(block, "blocks", ()))


def named_in(inlines: doc.Inlines, hides: bool) -> Iterator[doc.Named]:
    """The dates, people and terms in some inlines; none in blanks, nor in key phrases if these may become blanks."""
    for inline in inlines:
        match inline:
            case doc.Named():
                if not (hides and hidden(inline.children)):
                    yield inline
            case doc.Blank():
                pass
            case doc.Mark():
                yield from () if hides else named_in(inline.children, hides)
            case doc.Strong() | doc.Emphasis() | doc.Link() | doc.Strike() | doc.Raised():
                yield from named_in(inline.children, hides)
            case (
                doc.Text()
                | doc.CodeSpan()
                | doc.Keyboard()
                | doc.InlineFormula()
                | doc.Image()
                | doc.LineBreak()
                | doc.Footnote()
            ):
                pass
            case _:
                assert_never(inline)


def hidden(inlines: doc.Inlines) -> bool:
    """Whether there is a key phrase or a blank in some inlines."""
    return any(isinstance(i, doc.Mark | doc.Blank) or hidden(getattr(i, "children", ())) for i in inlines)


def _bare(inlines: doc.Inlines) -> doc.Inlines:
    return tuple(part for inline in inlines for part in bare(inline))


def bare(inline: doc.Inline) -> doc.Inlines:
    """An inline to be said once more: without footnotes, line breaks, and what places refer to."""
    match inline:
        case doc.Named():
            return _bare(inline.children)
        case doc.Mark():
            return (doc.Mark(_bare(inline.children)),)
        case doc.Strong() | doc.Emphasis() | doc.Link() | doc.Strike() | doc.Raised() | doc.Blank():
            return (replace(inline, children=_bare(inline.children)),)
        case doc.LineBreak():
            return (doc.Text(" "),)
        case doc.Footnote():
            return ()
        case doc.Text() | doc.CodeSpan() | doc.Keyboard() | doc.InlineFormula() | doc.Image():
            return (inline,)
        case _:
            assert_never(inline)
