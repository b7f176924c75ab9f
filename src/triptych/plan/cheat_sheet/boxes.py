"""The boxes of a cheat sheet: one for each section that says something by itself."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.footnote_calls import without_calls
from triptych.model.picture import Picture
from triptych.model.queries import asks, plain
from triptych.model.wishes import off_sheet, stress
from triptych.plan.cheat_sheet.entries import Entry, Piece
from triptych.plan.cheat_sheet.figures import pictured
from triptych.plan.cheat_sheet.pieces import pieces_of, together
from triptych.plan.cheat_sheet.pointers import Pointers
from triptych.weigh.sentences import leads

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Title(msgspec.Struct, frozen=True, gc=False):
    """The title of a section. `key` tells sections apart."""

    inlines: doc.Inlines
    key: int
    line: int


class Unit(msgspec.Struct, frozen=True, gc=False):
    """Entries of a box, by their indexes, that are shown together or not at all.

    `needs` is the unit of the box without which it would come out of nowhere, -1 for none. `essential` is 1 where its
    author says so, -1 where it can be missed. It is `dangling` if it leads to nothing that could be shown.
    It is of the `tail` of a long list or table, whose entry `more` is shown where the tail is not.
    It `points` to a figure that is not shown: it comes after what can be understood without one.
    """

    entries: tuple[int, ...]
    needs: int = -1
    essential: int = 0
    dangling: bool = False
    tail: bool = False
    more: int = -1
    points: bool = False


class Box(msgspec.Struct, frozen=True, gc=False):
    """What a section says by itself, under the titles that stand above it, the outermost first.

    `part` counts the sections of the highest level: each has a colour, and a `letter` where some have several boxes.
    """

    titles: tuple[Title, ...]
    entries: tuple[Entry, ...]
    units: tuple[Unit, ...]
    part: int
    line: int
    letter: str = ""


def boxes_of(document: doc.Document, pictures: Mapping[str, Picture]) -> tuple[Box, ...]:
    """The boxes of a document, in the order of the source; `pictures` were read for its figures."""
    maker = _Maker(document, pictures)
    boxes = tuple(maker.boxes())
    return _lettered(boxes) or outline(document)


def _lettered(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """The boxes with the letters of their parts, where a part has several boxes and there are several parts."""
    titled = [box for box in boxes if box.titles]
    parts = list(dict.fromkeys(box.part for box in titled))
    if len(parts) in (0, 1, len(titled)) or len(parts) > len(LETTERS):
        return boxes
    letters = dict(zip(parts, LETTERS, strict=False))
    return tuple(replace(box, letter=letters[box.part] if box.titles else "") for box in boxes)


def lettered_again(boxes: Sequence[Box], kept: Collection[int]) -> tuple[Box, ...]:
    """The boxes with letters that skip none where some boxes are not among those that are kept, by their numbers."""
    parts = list(dict.fromkeys(boxes[number].part for number in sorted(kept) if boxes[number].titles))
    letters = dict(zip(parts, LETTERS, strict=False))
    return tuple(replace(box, letter=letters.get(box.part, "") if box.letter else "") for box in boxes)


class _Maker:
    def __init__(self, document: doc.Document, pictures: Mapping[str, Picture]) -> None:
        self.document, self.pictures = document, pictures
        self.count = 0
        self._pointers = Pointers(document)
        self._summary: doc.Inlines = (doc.Text(word(document, "summary")),)

    def boxes(self) -> Iterator[Box]:
        sections = self.document.sections
        if len(sections) != 1:
            for part, section in enumerate(sections):
                yield from self._section(section, (), part)
            return
        (lone,) = sections
        if off_sheet(lone.attributes):
            return
        above = () if is_named(lone, self.document) else self._title(lone, ())
        yield from self._own(lone, above, 0)
        for part, section in enumerate(lone.sections, 1):
            yield from self._section(section, above, part)

    def _section(self, section: doc.Section, above: tuple[Title, ...], part: int) -> Iterator[Box]:
        if off_sheet(section.attributes):
            return
        titles = self._title(section, above)
        yield from self._own(section, titles, part)
        for inner in section.sections:
            yield from self._section(inner, titles, part)

    def _title(self, section: doc.Section, above: tuple[Title, ...]) -> tuple[Title, ...]:
        self.count += 1
        title = without_calls(section.title)
        said = plain(title).strip()
        again = not said or (bool(above) and plain(above[-1].inlines).strip() == said)
        return above if again else (*above, Title(title, self.count, section.line))

    def _own(self, section: doc.Section, titles: tuple[Title, ...], part: int) -> Iterator[Box]:
        """What a section says itself; its summary is a box of its own."""
        rest: list[doc.Block] = []
        for block in (*section.blocks, None):
            if block is not None and not isinstance(block, doc.Summary):
                rest.append(block)
                continue
            yield from self._box(pieces_of(_counted(rest), self.document), titles, part, section, section.line)
            rest = []
            if isinstance(block, doc.Summary) and not off_sheet(block.attributes):
                self.count += 1
                name = block.title or (() if titles and section.blocks == (block,) else self._summary)
                own = (*titles, Title(name, self.count, block.line)) if name else titles
                around = stress(block.attributes)
                inside = pieces_of(block.blocks, self.document)
                made = [replace(piece, essential=piece.essential or around) for piece in inside]
                yield from self._box(made, own, part, section, block.line)

    def _box(
        self, pieces: list[Piece], titles: tuple[Title, ...], part: int, section: doc.Section, line: int
    ) -> Iterator[Box]:
        if not pieces:
            return
        entries: list[Entry] = []
        units: list[Unit] = []
        around = stress(section.attributes)
        ends: list[tuple[int, Entry]] = []
        pieces = _answered([made for piece in pieces if (made := pictured(piece, self.pictures)).entries])
        for number, piece in enumerate((*pieces, None)):
            if ends and (piece is None or not piece.tail):
                (start, more), ends = ends[0], []
                units[start:] = [replace(unit, more=len(entries)) for unit in units[start:]]
                entries.append(more)
            if piece is None:
                break
            ends = [(len(units), piece.more)] if piece.more else ends
            piece = self._pointers.without(piece)
            at = range(len(entries), len(entries) + len(piece.entries))
            entries.extend(piece.entries)
            essential = piece.essential or around
            opens = piece.opens and not piece.needs and essential <= 0
            lone = opens and number == len(pieces) - 1  # nobody answers it
            needs = len(units) - 1 if piece.needs else len(units) + 1 if opens and not lone else -1
            last = piece.entries[-1]
            dangling = last.row is None and not last.code and not last.figure and leads(plain(last.inlines))
            points = self._pointers.points(piece)
            units.append(Unit(tuple(at), needs, essential, dangling or lone or piece.bare, piece.tail, points=points))
        yield Box(titles, tuple(entries), tuple(units), part, line)


def _answered(pieces: list[Piece]) -> list[Piece]:
    """The pieces; a question is in one with the answer that needs it."""
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].opens and piece.needs:
            out[-1] = together(out[-1], piece)
        else:
            out.append(piece)
    return out


def _counted(blocks: list[doc.Block]) -> list[doc.Block]:
    """Labelled points with the numbers that they are shown with."""
    number = 0
    out: list[doc.Block] = []
    for block in blocks:
        if isinstance(block, doc.KeyPoint):
            number += 1
            block = block if block.number is not None else replace(block, number=number)
        out.append(block)
    return out


def is_named(section: doc.Section, document: doc.Document) -> bool:
    """Whether the title of the only section stands above the sheet already."""
    return asks(section) or plain(section.title).strip() == document.meta.title.strip()


def outline(document: doc.Document) -> tuple[Box, ...]:
    """The titles of a document that shows nothing else, as a list in a box; none of a document without titles."""
    entries = tuple(_titles(document.sections, 0))
    units = tuple(Unit((number,)) for number in range(len(entries)))
    return (Box((), entries, units, 0, entries[0].line),) if entries else ()


def _titles(sections: tuple[doc.Section, ...], depth: int) -> Iterator[Entry]:
    for section in sections:
        title = without_calls(section.title)
        if off_sheet(section.attributes):
            continue
        if plain(title).strip():
            yield Entry(title, section.line, depth, "•")
        yield from _titles(section.sections, depth + 1)
