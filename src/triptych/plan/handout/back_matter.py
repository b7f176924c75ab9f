"""What stands at the end of a handout: chronology, people, glossary as sections of ordinary blocks."""

import msgspec

from triptych.languages.words import word
from triptych.model import document as doc
from triptych.plan.handout.glossary import glossary, glossary_blocks
from triptych.plan.handout.index import Term, index_terms
from triptych.plan.handout.page_links import PageOf, page_links


class Back(msgspec.Struct, frozen=True):
    """All that the end of a handout lists."""

    events: tuple[doc.Event, ...] = ()
    people: tuple[doc.Person, ...] = ()
    definitions: tuple[doc.Definition, ...] = ()
    terms: tuple[Term, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The words of the lists that there are, in their order."""
        lists = (
            ("chronology", self.events), ("people", self.people), ("glossary", self.definitions), ("index", self.terms)
        )  # fmt: skip
        return tuple(key for key, entries in lists if entries)


def back_of(document: doc.Document, long: bool, hides: bool) -> Back:
    """The lists of a document that has anchors. A `long` handout has a glossary and an index unasked.

    With `hides` nothing is listed that stands in a key phrase, in this edition as in the others.
    """
    return Back(
        document.events,
        document.people,
        glossary(document, long, hides),
        index_terms(document, long, hides),
    )


def back_id(key: str) -> str:
    """The destination of a list."""
    return f"back {key}"


def back_section(key: str, back: Back, document: doc.Document, pages: PageOf) -> doc.Section:
    """A list as a section; that of the index is only its title, for it stands in columns."""
    title: doc.Inlines = (doc.Text(word(document, key)),)
    match key:
        case "chronology":
            rows = [
                _row((doc.Text(event.when),), event.what, (event.anchor,), pages, event.line) for event in back.events
            ]
            return doc.Section(back_id(key), title, (_table(("date", "event"), rows, document),))
        case "people":
            rows = [_row((doc.Text(one.name),), one.said, one.anchors, pages, one.line) for one in back.people]
            return doc.Section(back_id(key), title, (_table(("name", "explanation"), rows, document),))
        case "glossary":
            return doc.Section(back_id(key), title, glossary_blocks(back.definitions, pages))
        case _:
            return doc.Section(back_id(key), title)


def _table(heads: tuple[str, str], rows: list[doc.Row], document: doc.Document) -> doc.Table:
    words = [word(document, key) for key in (*heads, "page number")]
    return doc.Table(
        doc.Row(tuple(doc.Cell((doc.Text(said),)) for said in words)), tuple(rows), ("left", "left", "left")
    )


def _row(name: doc.Inlines, said: doc.Inlines, places: tuple[str, ...], pages: PageOf, line: int) -> doc.Row:
    return doc.Row((doc.Cell((doc.Strong(name),)), doc.Cell(said), doc.Cell(page_links(places, pages))), line)
