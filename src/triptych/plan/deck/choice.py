"""What stays on the slides of a lecture and what waits in the notes, by weight and within a budget of words."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import groupby, pairwise
from typing import assert_never

import msgspec
from msgspec.structs import replace

from triptych.languages.signs import COLONS, ENDS, is_small
from triptych.model import document as doc
from triptych.model.forms import DeckForm
from triptych.model.queries import walk_sections
from triptych.model.wishes import OFF_SLIDES
from triptych.plan.deck.compose.shorten import shortened_text
from triptych.plan.deck.listed import steps_among, whole_lists, with_short_lists
from triptych.plan.deck.ornaments import ornaments_of
from triptych.plan.deck.referring import referring
from triptych.plan.deck.units import ObjectUnit, TextUnit, inner_units
from triptych.plan.deck.wishes import greetings, has_greetings, has_wishes_off, wishes_of
from triptych.weigh import Statement, Weigh, Weights, choose, is_longer, weigh
from triptych.weigh.cues import patterns

WHOLE = 450
"""Words of a document that stays whole on its slides: short notes are a lecture as they are."""
SHARE, LONG, LONG_SHARE = 0.2, 3000, 0.1
"""The share of a longer document's words that its slides show; beyond so many words, a smaller share."""
A_MINUTE = 32
"""Words of a slide, of which a lecture shows about one a minute."""
UNSEEN = 150
"""Words of a section of which something is shown at least: what is told at length is a part of the lecture."""
CODE, CODE_LINE, CODE_LINES_MORE = 0.12, 3.0, 3
"""The share of the words that may be code, how many words a line of it counts as, and how many lines its box does."""
TITLE = 8
"""Words of a line that heads the text beneath it, at most."""
SCRAP = 2
"""Words of a lead-in that go on from the sentence before them, if it stands in the same paragraph: "Then"."""

AUTHORS = 3
"""Divisions (`---`) from which on a document is taken to be divided into slides by its author."""


class Choice(msgspec.Struct, frozen=True):
    """What stays. `shares`: small sections may share a slide; `full`: nothing waits in the notes but what the author
    wants there.

    With `authored`, what the author has put on one slide is one slide if it fits; with `shortens` long sentences lose
    what they can do without. `ornaments` are pictures that say nothing.
    """

    weights: Weights | None
    kept: frozenset[int]
    shares: bool
    lang: str = ""
    authored: bool = False
    shortens: bool = False
    full: bool = False
    ornaments: frozenset[str] = frozenset()

    def keeps(self, unit: TextUnit | ObjectUnit) -> bool:
        """Whether a unit stays on its slide. What was not weighed stays: nothing goes unseen."""
        if self.weights is None:
            return True
        if isinstance(unit, ObjectUnit) and not self.keeps_block(unit.block):
            return False
        if isinstance(unit, TextUnit):
            return self._kept("".join(run.text for run in unit.para.runs), unit.line)
        match unit.block:
            case doc.Code(text):
                return self._kept(text, unit.block.line)
            case doc.Callout():
                inside = inner_units(unit.block, self.lang)
                texts = [inner for inner in inside if isinstance(inner, TextUnit) and not inner.heads]
                stay = sum(self.keeps(inner) for inner in texts)
                return not texts or 2 * stay >= len(texts)
            case doc.Figure():
                return unit.block.image.source not in self.ornaments
            case doc.Table() | doc.Columns() | doc.Chart():
                return True
            case _:
                assert_never(unit.block)

    def keeps_block(self, block: doc.Block) -> bool:
        """Whether the author does not keep a block off slides."""
        return (
            self.weights is None
            or isinstance(block, doc.Break | doc.Notes)
            or OFF_SLIDES not in block.attributes.classes
        )

    def shown(self, unit: TextUnit | ObjectUnit) -> TextUnit | ObjectUnit:
        """A unit that stays, as its slide shows it."""
        return shortened_text(unit, self.lang) if self.shortens and isinstance(unit, TextUnit) else unit

    def _kept(self, text: str, line: int) -> bool:
        found = self.weights.index(text, line) if self.weights else None
        return found is None or found in self.kept


def choice_of(document: doc.Document, form: DeckForm, weigh: Weigh = weigh) -> Choice:
    """What stays on the slides of a document in a form; `weigh` is what weighs it."""
    if form.full:
        every = Choice(None, frozenset(), False, document.meta.lang, authored=by_slides(document), full=True)
        return _all_but(document, weigh, every)
    if by_slides(document):
        return _all_but(document, weigh, Choice(None, frozenset(), False, document.meta.lang, authored=True))
    if not is_longer(document, form.minutes * A_MINUTE or WHOLE):
        return _all_but(document, weigh, Choice(None, frozenset(), True, document.meta.lang))
    weights = weigh(document)
    total = sum(statement.length for statement in weights.statements if statement.kind != "code")
    budget = form.minutes * A_MINUTE if form.minutes else words_for(total)
    if total <= budget:
        return _all_but(document, weigh, Choice(None, frozenset(), True, document.meta.lang))
    kept = _kept(document, weights, budget)
    if not kept:  # nothing is short enough: better long slides than none
        return _all_but(document, weigh, Choice(None, frozenset(), True, document.meta.lang))
    made = Choice(weights, kept, True, document.meta.lang, shortens=True)
    return replace(made, ornaments=ornaments_of(document, made.keeps))


Choose = Callable[[doc.Document, DeckForm, Weigh], Choice]
"""What chooses for a document: `choice_of`, or one that follows a choice that was made before."""


def as_before(before: Choice, document: doc.Document, weigh: Weigh = weigh) -> Choice:
    """What stays of a part of a document that was edited since all of it was chosen from.

    What was there already stays if it did; what is new stays if what stood in its place on its line did.
    """
    if before.weights is None:
        return before
    old, weights = before.weights, weigh(document)
    kept: set[int] = set()
    on_line: dict[int, int] = {}
    for k, statement in enumerate(weights.statements):
        place = on_line[statement.line] = on_line.get(statement.line, -1) + 1
        found = old.index(statement.text, statement.line)
        if found is None and (same := old.lines.get(statement.line, ())):
            found = same[min(place, len(same) - 1)]
        if found is None or found in before.kept:
            kept.add(k)
    return replace(before, weights=weights, kept=frozenset(kept))


def _all_but(document: doc.Document, weigh: Weigh, choice: Choice) -> Choice:
    """A choice that keeps all but what the author wants on no slide, and greetings in a talk."""
    greets = choice.shares and has_greetings(document)
    if not greets and not has_wishes_off(document):
        return choice
    weights = weigh(document)
    wishes = wishes_of(document, weights)
    off = wishes.off | (greetings(document, weights) - wishes.on if greets else frozenset())
    kept = frozenset(range(len(weights.statements))) - off
    if not kept:
        return choice
    return replace(choice, weights=weights, kept=kept)


def words_for(total: int) -> int:
    """The words that the slides of a document of so many words show."""
    if total <= WHOLE:
        return total
    return round(max(WHOLE * 0.8, SHARE * min(total, LONG)) + LONG_SHARE * max(0, total - LONG))


def by_slides(document: doc.Document) -> bool:
    """Whether the author has divided the document into slides."""
    blocks = [block for section in walk_sections(document.sections) for block in section.blocks]
    breaks = sum(isinstance(block, doc.Break) for block in blocks)
    if document.slides and breaks:
        return True
    return breaks >= AUTHORS and breaks * 2 >= sum(1 for _ in walk_sections(document.sections))


def _kept(document: doc.Document, weights: Weights, budget: int) -> frozenset[int]:
    """The statements that stay: what is never cut, what explains it, and the weightiest of the rest."""
    statements = weights.statements
    wishes = wishes_of(document, weights)
    barred = wishes.off
    fixed = wishes.on | {k for k, one in enumerate(statements) if one.kind not in ("sentence", "item")}
    fixed -= set(_too_much_code(statements, fixed - wishes.on, budget))
    fixed |= set(_claims(statements))
    said = {*_explaining(statements, fixed - barred), *_referring(statements, fixed - barred, barred, document)}
    fixed |= with_short_lists(statements, said)
    behind = dict(_behind(statements, document.meta.lang))
    scraps = {behind[k] for k in fixed if k in behind and _is_scrap(statements[k])} - fixed  # take no place from others
    fixed |= {behind[k] for k in fixed if k in behind}
    fixed -= barred
    counted = [statements[k] for k in fixed - scraps if statements[k].kind not in ("code", "row", "table")]
    left = budget - sum(statement.length for statement in counted)
    settled = fixed | barred
    free = [k for k in range(len(statements)) if k not in settled]
    kept = fixed | set(choose(statements, max(0, left), taken=fixed - scraps, among=free, behind=behind))
    for among in _unseen(statements, kept, free):
        kept |= set(choose(statements, A_MINUTE, taken=kept, among=among, behind=behind))
    for among in _unsaid(statements, kept, free):
        found = choose(statements, A_MINUTE, taken=kept, among=among, behind=behind)
        kept |= set(found) or {max(among, key=lambda k: (not statements[k].leads, statements[k].weight))}
    return frozenset(_with_leads(statements, whole_lists(statements, kept, fixed | barred), wishes.on))


def _claims(statements: Sequence[Statement]) -> Iterator[int]:
    """What its author calls a theorem, a definition or the like, with the list in which that goes on."""
    for k, one in enumerate(statements):
        if not one.claims:
            continue
        yield k
        lists = {other.place.items for other in statements[k + 1 : k + 2] if one.leads and other.kind == "item"}
        for at in range(k + 1, len(statements)):
            if statements[at].place.items not in lists or statements[at].place.section != one.place.section:
                break
            yield at


def _too_much_code(statements: Sequence[Statement], fixed: Iterable[int], budget: int) -> Iterator[int]:
    """The code for which a long lecture has no room, from the lightest on: it waits in the notes.

    What explains code is weighed better than code itself, so the sentence before it counts.
    """
    room = CODE * budget
    codes = [k for k in fixed if statements[k].kind == "code"]

    def worth(k: int) -> tuple[float, int]:
        before = statements[k - 1].weight if k and statements[k - 1].place[0] == statements[k].place[0] else 0.0
        return (-before - statements[k].weight, k)

    for k in sorted(codes, key=worth):
        room -= CODE_LINE * (statements[k].text.count("\n") + CODE_LINES_MORE)
        if room < 0:
            yield k


_ASIDE = ("(", "[", "（")
_OBJECTS = ("code", "figure", "table", "formula")


def _explaining(statements: Sequence[Statement], fixed: Iterable[int]) -> Iterator[int]:
    """The sentence before each object that explains it: the nearest of its section, else the one after it.

    A step explains nothing but what it leads to, and what talks to the reader nothing at all.
    """
    steps = steps_among(statements)
    for k in fixed:
        if statements[k].kind not in _OBJECTS:
            continue
        near = (k - 1, k + 1, k - 2)
        yield from [
            at
            for at in near
            if 0 <= at < len(statements)
            and statements[at].place.section == statements[k].place.section
            and statements[at].kind in ("sentence", "item")
            and not statements[at].text.startswith(_ASIDE)
            and at not in steps
            and not (statements[at].minor and not statements[at].leads)
            and (statements[at].kind != "item" or statements[at].weight > 0)
            and not (statements[k].kind == "figure" and statements[at].leads)
        ][:1]


def _referring(
    statements: Sequence[Statement], fixed: Set[int], barred: Set[int], document: doc.Document
) -> Iterator[int]:
    """The sentence that refers to each figure, wherever it stands in its section."""
    figures = [k for k in fixed if statements[k].kind == "figure"]
    sections = list(walk_sections(document.sections)) if figures else []
    steps = steps_among(statements) if figures else frozenset[int]()
    for k in figures:
        place = statements[k].place
        block = sections[place.section].blocks[place.block]
        if not isinstance(block, doc.Figure):
            continue
        start = next(n for n, other in enumerate(statements) if other.place.section == place.section)
        texts = [
            other.text if other.kind in ("sentence", "item") and n not in barred | steps and not other.leads else None
            for n, other in enumerate(statements[start:], start)
            if other.place.section == place.section
        ]
        found = referring(texts, k - start, block, document)
        if found is not None:
            yield start + found


def _unseen(statements: Sequence[Statement], kept: Set[int], free: Sequence[int]) -> Iterator[list[int]]:
    """What could be shown of each long section of which nothing is."""
    shown = {statements[k].place.section for k in kept}
    for section, group in groupby(free, key=lambda k: statements[k].place.section):
        of = list(group)
        if section not in shown and sum(statements[k].length for k in of) >= UNSEEN:
            yield of


def _unsaid(statements: Sequence[Statement], kept: Set[int], free: Sequence[int]) -> Iterator[list[int]]:
    """What could be shown beneath each point that is but a label, where nothing is."""
    beneath: dict[tuple[int, int], list[int]] = {}
    for k in free:
        beneath.setdefault(statements[k].place[:2], []).append(k)
    shown = {statements[k].place[:2] for k in kept if statements[k].place.number}
    for k in sorted(kept):
        one = statements[k]
        opens = one.kind in ("point", "term") and one.leads and not one.place.number
        if opens and one.place[:2] not in shown and one.place[:2] in beneath:
            yield beneath[one.place[:2]]


def _behind(statements: Sequence[Statement], lang: str) -> Iterator[tuple[int, int]]:
    """The sentences that speak of the one before them, each with that: by a pronoun, as scraps, as its other half."""
    refers = patterns(lang).refers
    for k, (before, one) in enumerate(pairwise(statements), 1):
        said = one.kind == before.kind == "sentence" and one.place.section == before.place.section
        if not said or before.leads:
            continue
        scrap = _is_scrap(one) and one.place[:2] == before.place[:2]
        if scrap or refers(one.text) or _goes_on(before.text, one.text):
            yield k, k - 1


def _goes_on(before: str, text: str) -> bool:
    """Whether a text is the other half of the one before it, between which a formula stands."""
    return text[:1] in _INNER or (is_small(text) and not before.endswith(_ENDS))


_INNER, _ENDS = tuple(")],;.:"), tuple(ENDS)


def _is_scrap(statement: Statement) -> bool:
    """Whether a statement is a lead-in of a word or two: "Then"."""
    return statement.leads and statement.length <= SCRAP


def _with_leads(statements: Sequence[Statement], kept: set[int], asked: Set[int]) -> set[int]:
    """With what is chosen its lead-in, and the line that heads it; neither without what it leads to."""
    out = set(kept)
    for k in range(len(statements) - 1, -1, -1):
        one = statements[k]
        heads = _is_title(statements, k)
        if not (one.leads or heads) or one.kind not in ("sentence", "item"):
            continue
        follows = k + 1 < len(statements) and statements[k + 1].place.section == one.place.section
        if follows and k + 1 in out and not heads and _leads_to(one, statements[k + 1]):
            out.add(k)
        elif k in out and k not in asked and not (follows and k + 1 in out and heads):
            out.discard(k)
    return out


def _leads_to(lead: Statement, other: Statement) -> bool:
    """Whether a lead-in is one to what follows it: a picture may stand between an excerpt and what announces that."""
    return other.kind != "figure" or lead.text.endswith(_COLONS)


_COLONS = tuple(COLONS)


def _is_title(statements: Sequence[Statement], k: int) -> bool:
    """Whether a few words without an end, alone in their paragraph, stand like a title above a text that has one."""
    if k + 1 == len(statements):
        return False
    one, then = statements[k], statements[k + 1]
    return (
        one.kind == then.kind == "sentence"
        and one.length <= TITLE
        and one.text[-1:].isalnum()
        and one.place.section == then.place.section
        and one.line not in (then.line, statements[k - 1].line if k else 0)
        and then.text.endswith(_ENDS)
    )
