"""The index: terms, people and key phrases with their pages, in columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.names import anchor_of, hidden, named_in, public
from triptych.model.pages import Item
from triptych.model.queries import block_inlines, inner, plain, walk_sections
from triptych.patterns import late
from triptych.plan.flow import Strip, draw, shifted
from triptych.plan.handout.glossary import FEWEST, own_glossary
from triptych.plan.handout.page_links import PageOf, page_links
from triptych.plan.handout.press import Press
from triptych.plan.pagination import paginate
from triptych.plan.paragraphs import paragraph
from triptych.plan.sorting import initial, sort_text
from triptych.text.spans import Span

COLUMNS, GAP, NARROWEST = 3, 18.0, 120.0
"""Columns of the index, the points between them, and those of the narrowest one: smaller paper has fewer."""
SIZE, LEADING, HANG = 9.5, 13.0, 9.0
LONGEST = 48
"""Characters up to which a key phrase or a label is a term and no sentence."""
LETTERS_FROM = 24
"""Entries from which on letters stand above them."""
BEFORE = 6.0
"""Points between the heading and the columns."""
_WORD = late(r"[^\W\d_]{2}|[\u3040-\u30ff\u3400-\u9fff]")
"""Two letters, or one sign of a script that writes words with one."""
LEAST_LINES = 6
"""Lines below which the index rather begins on the next page."""


class Term(msgspec.Struct, frozen=True):
    """An entry, and all places where it stands."""

    name: str
    places: tuple[str, ...]


def index_terms(document: doc.Document, long: bool, hides: bool) -> tuple[Term, ...]:
    """The entries in the order of the alphabet, if there is to be an index: terms of definitions, short labels of key
    points, people, key phrases, and what is marked with `.index`.

    Labels alone make no index that nobody asked for, nor does what is found in a glossary of the document's own and
    nowhere else; unasked it has no formulae. With `hides` no entry stands in a key
    phrase: an edition may leave a blank there.
    """
    asked = document.meta.back.index
    if asked is False or not (asked or long):
        return ()
    places: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    terms: set[str] = set()
    for name, place, is_label in _found(document, hides):
        shown = " ".join(name.split()).strip(" .,:;!?…。，：；？！")
        if place and (asked or is_word(shown)):
            terms |= set() if is_label else {shown.casefold()}
            names.setdefault(shown.casefold(), shown)
            places.setdefault(shown.casefold(), []).append(place)
    if not names or (not asked and len(terms) < FEWEST):
        return ()
    if not asked and {place for found in places.values() for place in found} <= _looked_up(document):
        return ()
    lang = document.meta.lang
    order = sorted(names, key=lambda key: (sort_text(names[key], lang), names[key]))
    return tuple(Term(names[key], tuple(places[key])) for key in order)


def _looked_up(document: doc.Document) -> set[str]:
    """The places of the terms in a glossary of the document's own."""
    own = own_glossary(document)
    return set() if own is None else {anchor_of(b) for b in public(own.blocks) if isinstance(b, doc.Definition)}


def _found(document: doc.Document, hides: bool) -> Iterator[tuple[str, str, bool]]:
    """Each name with its place, and whether it is a label, in the order of the document."""
    for section in walk_sections(document.sections):
        yield from ((*found, False) for found in _in(section.title, hides))
        for block in public(section.blocks):
            if isinstance(block, doc.Definition) and not (hides and hidden(block.term)):
                yield plain(block.term), anchor_of(block), False
            if isinstance(block, doc.KeyPoint) and _is_term(block.label, hides):
                yield plain(block.label), anchor_of(block), True
            for inlines in block_inlines(block):
                yield from ((*found, False) for found in _in(inlines, hides))


def is_word(name: str) -> bool:
    """Whether an entry is looked up by its letters: it has a word in it, and is neither an equation nor a number."""
    return not any(sign in name for sign in "=<>≤≥≈") and bool(_WORD.search(name))


def _is_term(label: doc.Inlines, hides: bool) -> bool:
    """Whether a label is worth looking up: it is short, and no date."""
    dates = any(named.kind == "date" for named in named_in(label, hides=False))
    return not dates and len(plain(label)) <= LONGEST and not (hides and hidden(label))


INDEXED = ("person", "term")
"""The kinds of names that an index has."""


def _in(inlines: doc.Inlines, hides: bool) -> Iterator[tuple[str, str]]:
    """The names in running text."""
    for inline in inlines:
        if isinstance(inline, doc.Blank) or (hides and isinstance(inline, doc.Mark)):
            continue
        if isinstance(inline, doc.Mark) and len(plain(inline.children)) <= LONGEST:
            yield plain(inline.children), inline.anchor
        if isinstance(inline, doc.Named) and inline.kind in INDEXED and not (hides and hidden(inline.children)):
            yield inline.key or plain(inline.children), inline.anchor
        yield from _in(inner(inline), hides)


# --- setting it --------------------------------------------------------------------------------------

_Unit = tuple[Strip, ...]
"""What stays together in a column: an entry, with the letter above it if it is the first one."""


def index_strips(terms: Sequence[Term], press: Press, tag: int, pages: PageOf, room: float) -> list[Strip]:
    """The index in columns as wide as the page, a strip for each page; `room` points are left on the first one.

    Where that is too little, the first strip is as high as a page beneath the heading, and so moves to the next one.
    """
    count = max(1, min(COLUMNS, int((press.full + GAP) / (NARROWEST + GAP))))
    wide = (press.full - (count - 1) * GAP) / count
    rest = _units(terms, press, press.tree.add("Index", tag), pages, wide)
    height = room - BEFORE if room >= LEAST_LINES * LEADING + BEFORE else press.page * 0.9
    out: list[Strip] = []
    while rest:
        columns, left = _filled(rest, height, count)
        if not left:
            columns = _balanced(rest, height, count)
        out.append(_side_by_side(columns, wide))
        rest, height = left, press.page
    return [replace(strip, before=BEFORE) for strip in out]


def _units(terms: Sequence[Term], press: Press, tag: int, pages: PageOf, wide: float) -> list[_Unit]:
    lang = press.document.meta.lang
    lettered = len(terms) >= LETTERS_FROM and all(initial(term.name, lang) for term in terms)
    out: list[_Unit] = []
    for letter, group in groupby(terms, key=lambda term: initial(term.name, lang) if lettered else ""):
        head = _letter(letter, press, tag, wide, first=not out) if letter else []
        entries = press.tree.add("L", tag, numbering="None")
        for term in group:
            out.append((*head, *_entry(term, press, entries, pages, wide)))
            head = []
    return out


def _letter(letter: str, press: Press, tag: int, wide: float, *, first: bool) -> list[Strip]:
    span = Span(letter, press.style(SIZE + 1.0, bold=True, color=press.theme.palette.accent))
    before = 0.0 if first else LEADING * 0.6
    return paragraph(
        (span,), press.tree, press.tree.add("P", tag), width=wide, leading=LEADING + 2.0, before=before, rtl=press.rtl
    )


def _entry(term: Term, press: Press, tag: int, pages: PageOf, wide: float) -> list[Strip]:
    """An entry whose further lines hang."""
    owner = press.tree.add("LBody", press.tree.add("LI", tag))
    links = page_links(term.places, pages)
    text = press.spans((doc.Text(f"{term.name}, " if links else term.name), *links), press.style(SIZE))
    made = paragraph(text, press.tree, owner, width=wide - HANG, leading=LEADING, x=HANG, rtl=press.rtl)
    first = tuple(shifted(item, -HANG, 0.0) for item in made[0].items)
    return [replace(made[0], items=first), *made[1:]]


def _filled(units: Sequence[_Unit], height: float, count: int) -> tuple[list[list[Strip]], list[_Unit]]:
    """So many columns of a height, and what does not go into them; each has at least one unit."""
    columns: list[list[Strip]] = []
    rest = list(units)
    while rest and len(columns) < count:
        column: list[Strip] = []
        while rest and (not column or _tall([*column, *rest[0]]) <= height):
            column.extend(rest.pop(0))
        columns.append(column)
    return columns, rest


def _balanced(units: Sequence[_Unit], height: float, count: int) -> list[list[Strip]]:
    """Columns about equally high, that of the last page no higher than they must be."""
    tall = _tall([strip for unit in units for strip in unit]) / count
    while tall < height:
        columns, left = _filled(units, tall, count)
        if not left:
            return columns
        tall += LEADING / 2
    return _filled(units, height, count)[0]


def _tall(column: Sequence[Strip]) -> float:
    return sum(strip.height + (strip.before if k else 0.0) for k, strip in enumerate(column))


def _side_by_side(columns: Sequence[Sequence[Strip]], wide: float) -> Strip:
    """The columns as one strip, read one after the other."""
    items: list[Item] = []
    for number, column in enumerate(columns):
        (placed,) = paginate(column, 0.0, 1e9)
        items.extend(draw(placed, number * (wide + GAP)))
    return Strip(max(map(_tall, columns)), tuple(items))
