"""The layouts that a group of atoms can have, and what each costs."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby
from typing import Literal

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.model.document import Columns, Figure
from triptych.model.picture import Picture
from triptych.plan.deck.boxes import Box, object_boxes
from triptych.plan.deck.compose.atoms import Atom, Topic
from triptych.plan.deck.compose.comparison import Half, compared
from triptych.plan.deck.compose.costs import COSTS
from triptych.plan.deck.compose.measures import Measures
from triptych.plan.deck.compose.pictures import BESIDE, GAP, beside_size, caption_height, under_size
from triptych.plan.deck.objects import LEAST_ROOM, Room
from triptych.plan.deck.referring import referring
from triptych.plan.deck.units import ObjectUnit
from triptych.plan.deck.wording import wording

Kind = Literal["text", "statement", "columns", "compared", "beside", "under", "alone", "stack", "long", "own"]
STATEMENT = 24
"""Words that a statement has at most which stands alone on its slide, in large type."""

LEAST_COMPARED = 4
"""Atoms of a comparison at least: two titles with an item each."""


class Arrangement(msgspec.Struct, frozen=True, gc=False):
    """A layout for a group: its kind, the scale of its type, and its cost without what is parted at its edges.

    `squeezed` is the height in points of an object that is set smaller to leave room for its texts, else 0.
    """

    kind: Kind
    cost: float
    scale: float = 1.0
    squeezed: float = 0.0


def _cheaper(one: Arrangement | None, other: Arrangement | None) -> Arrangement | None:
    """The cheaper of two layouts, the first where they cost the same."""
    return other if other and (one is None or other.cost < one.cost) else one


class Arranger:
    """Finds the cheapest layout of any group of atoms; heights of objects are measured once."""

    def __init__(self, atoms: Sequence[Atom], topics: Sequence[Topic], measures: Measures) -> None:
        self._atoms = atoms
        self._topics = topics
        self._measures = measures
        self._heights: dict[int, float] = {}
        self._boxes: dict[int, tuple[Room, Sequence[Box]]] = {}
        self._things = [k for k, atom in enumerate(atoms) if isinstance(atom.unit, ObjectUnit)]
        self._words = [0]
        for atom in atoms:
            self._words.append(self._words[-1] + atom.words)
        self._referring = self._all_referring()

    def best(self, start: int, end: int) -> Arrangement | None:
        """The cheapest layout for the atoms from one to before another; None if they do not fit a slide together."""
        if not self._things:
            return self._of_texts(start, end)
        things = self._things[bisect_left(self._things, start) : bisect_left(self._things, end)]
        if not things:
            return self._of_texts(start, end)
        found: list[Arrangement | None]
        if any(self._own(k) for k in things):
            found = [Arrangement("own", COSTS.slide)] if end - start == 1 else []
        elif len(things) == 1 and self._picture(things[0]):
            found = self._figure(start, end, things[0])
        else:
            found = [self._stack(start, end, things)]
        best = min((one for one in found if one), key=lambda one: one.cost, default=None)
        apart = sum(not start <= self._referring.get(k, start) < end for k in things)
        return replace(best, cost=best.cost + COSTS.refers * apart) if best and apart else best

    def _of_texts(self, start: int, end: int) -> Arrangement | None:
        """The cheapest layout for atoms of text alone: as a few of them can have others, the first that is."""
        best, count = self._text(start, end), end - start
        if count == 1:
            best = _cheaper(best, self._statement(start))
        if count > COSTS.bullets:
            best = _cheaper(best, self._columns(start, end))
        if count >= LEAST_COMPARED:
            best = _cheaper(best, self._compared(start, end))
        return best

    def _all_referring(self) -> dict[int, int]:
        """For each figure the text of its topic that refers to it, if there is any."""
        out: dict[int, int] = {}
        for _, group in groupby(range(len(self._atoms)), key=lambda k: self._atoms[k].topic):
            of = list(group)
            texts = [wording(text.para.runs) if (text := self._atoms[k].text) else None for k in of]
            for k in of:
                unit = self._atoms[k].unit
                if isinstance(unit, ObjectUnit) and isinstance(unit.block, Figure):
                    found = referring(texts, k - of[0], unit.block, self._measures.setting.document)
                    if found is not None:
                        out[k] = of[0] + found
        return out

    def _own(self, k: int) -> bool:
        """Whether an object fills a slide by itself, whatever there is."""
        unit = self._atoms[k].unit
        return isinstance(unit, ObjectUnit) and isinstance(unit.block, Columns)

    def _picture(self, k: int) -> Picture | None:
        unit = self._atoms[k].unit
        if not isinstance(unit, ObjectUnit) or not isinstance(unit.block, Figure):
            return None
        return self._measures.setting.pictures.get(unit.block.image.source)

    def words(self, start: int, end: int) -> int:
        """The words of the texts of a group."""
        return self._words[end] - self._words[start]

    # --- text ----------------------------------------------------------------------------------------

    def _text(self, start: int, end: int) -> Arrangement | None:
        room = self._measures.where.height
        for scale, step in self._measures.steps:
            high = self._measures.height(start, end, scale)
            if high <= room:
                cost = self._wordy(start, end, alone=True) + COSTS.small * step + COSTS.air * (1 - high / room) ** 2
                return Arrangement("text", cost, scale)
        # What is too long for a slide was cut; what cannot be cut, one character of many, still stands on one.
        return Arrangement("text", COSTS.slide, self._measures.steps[-1][0]) if end - start == 1 else None

    def _statement(self, at: int) -> Arrangement | None:
        """A sentence alone, large."""
        text, words = self._atoms[at].text, self._atoms[at].words
        if text is None or text.leads or text.para.level or not COSTS.lonely_words <= words <= STATEMENT:
            return None
        return Arrangement("statement", COSTS.slide + COSTS.under * max(0, COSTS.few - words))

    def _columns(self, start: int, end: int) -> Arrangement | None:
        """Many short items side by side in two columns."""
        count = end - start
        if self.words(start, end) > 7 * count:
            return None
        texts = [self._atoms[k].text for k in range(start, end)]
        if any(text is None or text.para.level or text.joins for text in texts):
            return None
        slots = self._measures.setting.theme.layout("two").all("body")[:2]
        if len(slots) < 2:
            return None
        middle = start + -(-count // 2)
        width = min(slot.inner.width for slot in slots)
        high = max(self._measures.height(a, b, 1.0, width) for a, b in ((start, middle), (middle, end)))
        if high > min(slot.inner.height for slot in slots):
            return None
        return Arrangement("columns", COSTS.slide + COSTS.over * max(0, self.words(start, end) - COSTS.words))

    def halves(self, start: int, end: int) -> list[Half]:
        """The two lists that are contrasted, if that is what the group is."""
        return compared(self._atoms, self._topics, start, end, self._measures.setting)

    def _compared(self, start: int, end: int) -> Arrangement | None:
        """Two short lists side by side, each under its title."""
        if not self.halves(start, end):
            return None
        return Arrangement("compared", COSTS.slide + COSTS.crowd * max(0, self.words(start, end) - COSTS.most))

    def _wordy(self, start: int, end: int, *, alone: bool) -> float:
        """What the words of a slide cost: too many, too few where nothing stands beside them, too many bullets."""
        words, cost = self._words[end] - self._words[start], COSTS.slide
        if words > COSTS.words:
            cost += COSTS.over * (words - COSTS.words)
            cost += COSTS.crowd * max(0, words - COSTS.most)
        if end - start > COSTS.bullets:
            cost += COSTS.crowded * (end - start - COSTS.bullets)
        if alone and words < COSTS.few:
            cost += COSTS.under * (COSTS.few - words)
        if alone and words < COSTS.lonely_words:
            cost += COSTS.lonely
        return cost

    # --- pictures ------------------------------------------------------------------------------------

    def _figure(self, start: int, end: int, at: int) -> list[Arrangement | None]:
        if end - start == 1:
            return [Arrangement("alone", COSTS.slide)]
        return [self._beside(start, end, at), self._under(start, end, at)]

    def _block(self, at: int) -> Figure:
        unit = self._atoms[at].unit
        assert isinstance(unit, ObjectUnit)
        assert isinstance(unit.block, Figure)
        return unit.block

    def _beside(self, start: int, end: int, at: int) -> Arrangement | None:
        measures, picture = self._measures, self._picture(at)
        assert picture is not None
        size, column = beside_size(picture, self._block(at), measures)
        if not column:
            return None
        width = measures.room.width - column - BESIDE
        for scale, step in measures.steps:
            if measures.height(start, end, scale, width) <= measures.room.height:
                cost = self._wordy(start, end, alone=False) + COSTS.small * step + self._small(size)
                return Arrangement("beside", cost, scale)
        return None

    def _under(self, start: int, end: int, at: int) -> Arrangement | None:
        measures, picture = self._measures, self._picture(at)
        assert picture is not None
        high = measures.height(start, end, 1.0)
        size = under_size(picture, self._block(at), measures, high)
        if size is None:
            return None
        return Arrangement("under", self._wordy(start, end, alone=False) + self._small(size))

    def _small(self, size: Size) -> float:
        """What a picture costs that could be larger."""
        whole = self._measures.setting.theme.size
        share = size.width * size.height / (whole.width * whole.height)
        return COSTS.picture * max(0.0, 1 - share / COSTS.picture_share)

    # --- other objects -------------------------------------------------------------------------------

    def _stack(self, start: int, end: int, things: Sequence[int]) -> Arrangement | None:
        """Texts and objects one below the other, at most two texts."""
        measures = self._measures
        room = measures.room.height
        edges = [start, *(edge for k in things for edge in (k, k + 1)), end]
        texts = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
        if len(texts) > 2:
            return None
        used = sum(measures.height(a, b, 1.0) for a, b in texts) + GAP * (len(texts) + len(things) - 1)
        used += sum(self.object_height(k) for k in things)
        if used > room:
            return self._squeezed(start, end, things[0], used - room) or self._long(start, end, things)
        cost = self._wordy(start, end, alone=False) + 0.4 * COSTS.air * (1 - used / room) ** 2
        return Arrangement("stack", cost)

    def _squeezed(self, start: int, end: int, at: int, over: float) -> Arrangement | None:
        """One object in smaller type, so that its texts stand on its slide."""
        unit, room = self._atoms[at].unit, self._measures.room
        left = self.object_height(at) - over
        only = sum(isinstance(atom.unit, ObjectUnit) for atom in self._atoms[start:end]) == 1
        if not only or self._picture(at) or left < LEAST_ROOM or not isinstance(unit, ObjectUnit):
            return None
        boxes = object_boxes(unit.block, Room(Rect(room.x, room.y, room.width, left), room), self._measures.setting)
        if len(boxes) > 1 or boxes[0].rect.height > left:
            return None
        return Arrangement("stack", self._wordy(start, end, alone=False) + COSTS.small, squeezed=left)

    def _long(self, start: int, end: int, things: Sequence[int]) -> Arrangement | None:
        """An object that needs more than a slide, alone or behind the text that announces it."""
        at = things[0]
        before = self._measures.height(start, at, 1.0) if at > start else 0.0
        most = self._measures.room.height
        if len(things) > 1 or at != end - 1 or self.object_height(at) < most or before > most * 0.4:
            return None
        return Arrangement("long", self._wordy(start, end, alone=False) + COSTS.slide)

    def boxes(self, k: int, room: Room) -> Sequence[Box]:
        """The boxes of an object in a room, which are made once for the last one that was asked for."""
        known = self._boxes.get(k)
        if known is None or known[0] != room:
            unit = self._atoms[k].unit
            assert isinstance(unit, ObjectUnit)
            known = self._boxes[k] = (room, object_boxes(unit.block, room, self._measures.setting))
        return known[1]

    def object_height(self, k: int) -> float:
        """The height of an object with a slide to itself; more than a slide's if it must be continued."""
        if k not in self._heights:
            self._heights[k] = self._object_height(k)
        return self._heights[k]

    def _object_height(self, k: int) -> float:
        unit, room = self._atoms[k].unit, self._measures.room
        assert isinstance(unit, ObjectUnit)
        picture = self._picture(k)
        if picture is not None and isinstance(unit.block, Figure):
            return room.height * 0.45 + caption_height(unit.block, self._measures, room.width)
        boxes = self.boxes(k, Room(room, room))
        return boxes[0].rect.height if len(boxes) == 1 else room.height + 1.0
