"""How much each statement of a document matters."""

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from triptych.model import document as doc
from triptych.patterns import late
from triptych.weigh.score import Evidence, evidence
from triptych.weigh.statements import Draft, Kind, drafts_of
from triptych.weigh.stems import Said, Words, length_of


class Place(NamedTuple):
    """Where a statement stands: its section, counted depth first, the block in it, and which one of the block.

    `items` is the line of the innermost list around it, 0 outside of lists.
    """

    section: int
    block: int
    number: int
    items: int = 0


class Statement(msgspec.Struct, frozen=True):
    """One sentence, list item, table row, labelled point, definition, formula, or other block, as plain text.

    `weight` can be compared throughout the document. `words` are the stems of what says something, in order, `values`
    what each adds to the weight, `terms` what the statement introduces, as stems. `leads`: it announces what follows
    and says nothing without it. `length` is its number of words. It is `minor` if it is no part of the subject: a
    greeting, aims, an exercise, homework, references; it `claims` if its author calls it a theorem, a definition or
    the like.
    """

    text: str
    line: int
    kind: Kind
    weight: float
    words: tuple[str, ...]
    values: tuple[float, ...]
    terms: tuple[str, ...]
    leads: bool
    place: Place
    length: int
    minor: bool = False
    claims: bool = False


class Weights(msgspec.Struct, frozen=True):
    """The statements of a document in the order of the source.

    `places` has where each text stands among them, by its letters and digits; `lines` where those of each line stand.
    """

    statements: tuple[Statement, ...]
    places: dict[str, tuple[int, ...]]
    lines: dict[int, tuple[int, ...]]

    def of(self, text: str, line: int = 0) -> Statement | None:
        """The statement that says a text, whatever marks or markup it is shown with: the nearest to a line, if several.

        Where none says just that, it is one on that line that holds the text, or is held by it. None if there is none.
        """
        index = self.index(text, line)
        return None if index is None else self.statements[index]

    def index(self, text: str, line: int = 0) -> int | None:
        """Where that statement stands among all."""
        key = _key(text)
        found = self.places.get(key, ())
        if found:
            behind = bisect_left(found, line, key=lambda at: self.statements[at].line)
            near = found[max(0, behind - 1) : behind + 1]
            return min(near, key=lambda at: abs(self.statements[at].line - line))
        return next((at for at in self.lines.get(line, ()) if _holds(key, _key(self.statements[at].text))), None)


Weigh = Callable[[doc.Document], Weights]
"""What weighs a document: `weigh`, or what keeps its results for all who ask."""


_APART = late(r"[\W_]+")
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_SMALL = bytes(code + 32 if 65 <= code <= 90 else code for code in range(256))
"""The same in plain ASCII, and its letters as small ones, for bytes: which are much quicker cleared."""


def _holds(one: str, other: str) -> bool:
    return bool(one and other) and (one in other or other in one)


def weigh(document: doc.Document) -> Weights:
    """The weight of every statement of a document."""
    drafts = tuple(drafts_of(document))
    words = Words(document.meta.lang)
    said = [words.read(draft.text) for draft in drafts]
    found = evidence(drafts, said, words)
    lines: dict[int, list[int]] = {}
    for at, draft in enumerate(drafts):
        lines.setdefault(draft.line, []).append(at)
    statements = tuple(map(_statement, drafts, said, found))
    return Weights(statements, _places(drafts), {line: tuple(held) for line, held in lines.items()})


def is_longer(document: doc.Document, words: int) -> bool:
    """Whether the statements of a document have more words than so many, without code; cheaper than to weigh them."""
    count = 0
    for draft in drafts_of(document):
        if draft.kind != "code":
            count += length_of(draft.text)
            if count > words:
                return True
    return False


def _statement(draft: Draft, said: Said, found: Evidence) -> Statement:
    return Statement(
        draft.text,
        draft.line,
        draft.kind,
        found.weight,
        said.stems,
        found.worth.values,
        found.terms,
        draft.leads,
        Place(draft.setting.path[-1], draft.setting.block, draft.index, draft.setting.items),
        said.length,
        found.minor,
        draft.heading == "claims" and draft.kind in ("sentence", "item"),
    )


def _places(drafts: tuple[Draft, ...]) -> dict[str, tuple[int, ...]]:
    """The statements by what they say, and those that nothing else says by their other names."""
    found: dict[str, list[int]] = {}
    for at, draft in enumerate(drafts):
        found.setdefault(_key(draft.text), []).append(at)
    others: dict[str, list[int]] = {}
    for at, draft in enumerate(drafts):
        for key in dict.fromkeys(map(_key, draft.names)):
            if key not in found:
                others.setdefault(key, []).append(at)
    return {key: tuple(held) for key, held in (found | others).items() if key}


def _key(text: str) -> str:
    """What is the same in a text wherever it is shown: its letters and digits."""
    key = text.encode().translate(_SMALL, _SIGNS).decode() if text.isascii() else _APART.sub("", text).casefold()
    return key or "".join(text.split())
