"""How much each statement of a document matters."""

from typing import NamedTuple

import msgspec

from triptych.model.document import Document
from triptych.weigh.evidence import weights_of
from triptych.weigh.statements import Draft, Kind, drafts_of
from triptych.weigh.stems import Words, count_words


class Place(NamedTuple):
    """Where a statement stands: its section, counted depth first, the block in it, and which one of the block."""

    section: int
    block: int
    number: int


class Statement(msgspec.Struct, frozen=True):
    """One sentence, list item, table row, labelled point, definition, formula, or other block, as plain text.

    `weight` can be compared throughout the document. `words` are the stems of what says something, in order; `terms`
    are what it introduces, as stems. `leads`: it announces what follows and says nothing without it. `length` is its
    number of words.
    """

    text: str
    line: int
    kind: Kind
    weight: float
    words: tuple[str, ...]
    terms: tuple[str, ...]
    leads: bool
    place: Place
    length: int


class Weights(msgspec.Struct, frozen=True):
    """The statements of a document in the order of the source, and where each text is found among them."""

    statements: tuple[Statement, ...]
    places: dict[str, tuple[int, ...]]

    def of(self, text: str, line: int = 0) -> Statement | None:
        """The statement that says a text: the nearest to a line, if several do. None if there is none."""
        index = self.index(text, line)
        return None if index is None else self.statements[index]

    def index(self, text: str, line: int = 0) -> int | None:
        """Where that statement stands among all."""
        found = self.places.get(_key(text), ())
        return min(found, key=lambda at: (abs(self.statements[at].line - line), at)) if found else None


def weigh(document: Document) -> Weights:
    """The weight of every statement of a document."""
    drafts = drafts_of(document)
    words = Words(document.meta.lang)
    stems = [words.stems(draft.text) for draft in drafts]
    terms, weights = weights_of(drafts, stems, words)
    statements = tuple(_statement(*each) for each in zip(drafts, stems, terms, weights, strict=True))
    return Weights(statements, _places(drafts))


def _statement(draft: Draft, stems: tuple[str, ...], terms: tuple[str, ...], weight: float) -> Statement:
    place = Place(draft.setting.section, draft.setting.block, draft.index)
    length = count_words(draft.text)
    return Statement(draft.text, draft.line, draft.kind, round(weight, 6), stems, terms, draft.leads, place, length)


def _places(drafts: tuple[Draft, ...]) -> dict[str, tuple[int, ...]]:
    """The statements by what they say and by their other names."""
    found: dict[str, list[int]] = {}
    for name in ("text", "names"):
        for at, draft in enumerate(drafts):
            for said in (draft.text,) if name == "text" else draft.names:
                held = found.setdefault(_key(said), [])
                if said and at not in held[-1:]:
                    held.append(at)
    return {key: tuple(held) for key, held in found.items() if held}


def _key(text: str) -> str:
    """What is the same in a text wherever it is shown: its letters and digits."""
    key = "".join(filter(str.isalnum, text)).casefold()
    return key or "".join(text.split())
