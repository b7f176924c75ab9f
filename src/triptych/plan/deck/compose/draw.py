"""A group of atoms in its layout: what stands where on the slide."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.deck import Fill, TextBox, TextFill
from triptych.model.document import Columns, Figure
from triptych.model.theme import Role
from triptych.plan.deck.columns import column_slides
from triptych.plan.deck.compose.arrange import Arranger
from triptych.plan.deck.compose.atoms import Atom, Topic, head_unit
from triptych.plan.deck.compose.comparison import comparison_fills
from triptych.plan.deck.compose.measures import Measures
from triptych.plan.deck.compose.pictures import BESIDE, GAP, beside_size, framed, under_size
from triptych.plan.deck.compose.search import Group
from triptych.plan.deck.measure import height_of
from triptych.plan.deck.objects import Room
from triptych.plan.deck.pages import sizes
from triptych.plan.deck.texts import statement, stepped, tidied
from triptych.plan.deck.units import ObjectUnit, TextUnit

Drawn = list[tuple[Role, tuple[Fill, ...]]]
"""The slides of a group: one, and those on which a long object goes on."""
STATEMENTS = (40.0, 36.0, 32.0, 28.0)
"""Points of a statement that stands alone."""
ADDRESSED = (*STATEMENTS, 24.0, 22.0, 20.0)
"""Points of one with a long address in it, which should stand on one line."""
LINES = 5
"""Lines of a statement in the largest type that allows for no more."""
FEW, SPREAD = 0.4, 24.0
"""The share of the body up to which a text is few words: they stand in its optical centre, so many points apart."""
SLACK = 2.0
"""Points that a moved text has beyond what it needs, as part of the gap beneath it."""
CENTRE = 0.42
"""Where the middle of a statement stands in the height of the body: the optical centre is above the true one."""


class Pen:
    """Draws groups of the atoms of some topics."""

    def __init__(self, atoms: Sequence[Atom], topics: Sequence[Topic], measures: Measures, arranger: Arranger) -> None:
        self._atoms = atoms
        self._topics = topics
        self._measures = measures
        self._arranger = arranger

    def texts(self, group: Group) -> list[TextUnit]:
        """The texts of a group, titles within it among them."""
        return [unit for unit in self._units(group.start, group.end) if isinstance(unit, TextUnit)]

    def fitting(self, group: Group, scale: float) -> float:
        """The scale for a group: the one that is asked for if its texts fit at it, else its own."""
        own = group.arrangement.scale
        high = self._measures.height(group.start, group.end, scale)
        return scale if (own >= 1.0 or scale < 1.0) and high <= self._measures.where.height else own

    def draw(self, group: Group, scale: float) -> Drawn:
        """The group in its layout; `scale` is that of running text."""
        at = next((k for k in range(group.start, group.end) if isinstance(self._atoms[k].unit, ObjectUnit)), -1)
        match group.arrangement.kind:
            case "text":
                return [self._text(self.texts(group), scale)]
            case "statement":
                return [self._statement(self.texts(group)[0])]
            case "columns":
                return [self._columns(self.texts(group))]
            case "compared":
                return [comparison_fills(self._arranger.halves(group.start, group.end))]
            case "beside":
                return [self._beside(group, self._figure(at), min(scale, group.arrangement.scale))]
            case "under":
                return [self._under(group, self._figure(at))]
            case "alone":
                return [("title only", tuple(framed(self._figure(at), self._measures.room, self._measures, top=False)))]
            case "stack" | "long":
                return self._stack(group)
            case "own":
                return self._own(self._atoms[at].unit)

    def _units(self, start: int, end: int) -> list[TextUnit | ObjectUnit]:
        return [atom.unit or head_unit(self._topics[atom.topic]) for atom in self._atoms[start:end]]

    def _figure(self, at: int) -> Figure:
        unit = self._atoms[at].unit
        assert isinstance(unit, ObjectUnit)
        assert isinstance(unit.block, Figure)
        return unit.block

    def _text(self, units: Sequence[TextUnit], scale: float) -> tuple[Role, tuple[Fill, ...]]:
        where = self._measures.where
        units = [statement(units[0])] if len(units) == 1 else units
        if self._is_one(units):
            return self._statement(units[0])
        units = self._raised(units, scale)
        paras = stepped(tidied(units, where, scale))
        measured = [where.measure_unit(unit) for unit in units]
        few = self._measures.role == "body" and height_of(measured, where.width, scale) < FEW * where.height
        if not few or any(unit.para.display for unit in units):
            return self._measures.role, (TextFill(where.placeholder, paras, sizes(where, scale)),)
        paras = tuple(replace(para, space_before=SPREAD) if k else para for k, para in enumerate(paras))
        high = height_of((where.measure(para) for para in paras), where.width, scale)
        return self._measures.role, (TextFill(where.placeholder, paras, sizes(where, scale), self._centred(high)),)

    def _raised(self, units: Sequence[TextUnit], scale: float) -> Sequence[TextUnit]:
        """Texts that all stand beneath one of another slide, at the level of that where they have the room for it."""
        where, least = self._measures.where, min(unit.para.level for unit in units)
        if not least:
            return units
        raised = [replace(unit, para=replace(unit.para, level=unit.para.level - least)) for unit in units]
        measured = [where.measure_unit(unit) for unit in raised]
        return raised if height_of(measured, where.width, scale) <= where.height else units

    def _is_one(self, units: Sequence[TextUnit]) -> bool:
        """Whether a text is one paragraph that large type holds as it holds a statement."""
        roles = ("body", "summary", "key point")
        if len(units) != 1 or self._measures.role not in roles or units[0].leads or units[0].para.display:
            return False
        where, para = self._measures.where, units[0].para
        scale = STATEMENTS[-1] / where.placeholder.levels[0].size
        return not para.level and where.measure_unit(units[0]).lines(where.width, scale) <= LINES

    def _centred(self, high: float) -> Rect:
        """The rectangle of a text of a height whose middle is the optical centre of the body."""
        insets, at, room = self._measures.placeholder.insets, self._measures.placeholder.rect, self._measures.room
        top = room.y + max(0.0, (room.height - high) * CENTRE)
        return Rect(at.x, top - insets.top, at.width, high + insets.top + insets.bottom)

    def _statement(self, unit: TextUnit) -> tuple[Role, tuple[Fill, ...]]:
        where = self._measures.where
        base = where.placeholder.levels[0].size
        unit = statement(unit)
        measured = where.measure_unit(unit)
        size = next((s for s in STATEMENTS if measured.lines(where.width, s / base) <= LINES), STATEMENTS[-1])
        size = next((s for s in ADDRESSED if s <= size and measured.is_whole(where.width, s / base)), size)
        high = measured.height(where.width, size / base)
        (para,) = stepped(tidied([unit], where, size / base))
        return self._measures.role, (
            TextFill(where.placeholder, (para,), sizes(where, size / base), self._centred(high)),
        )

    def _columns(self, units: Sequence[TextUnit]) -> tuple[Role, tuple[Fill, ...]]:
        slots = self._measures.setting.theme.layout("two").all("body")[:2]
        middle = -(-len(units) // 2)
        halves = (units[:middle], units[middle:])
        return "two", tuple(TextFill(slot, stepped(half)) for slot, half in zip(slots, halves, strict=True))

    # --- with objects --------------------------------------------------------------------------------

    def _beside(self, group: Group, block: Figure, scale: float) -> tuple[Role, tuple[Fill, ...]]:
        measures = self._measures
        _, column = beside_size(measures.setting.pictures[block.image.source], block, measures)
        insets, at, room = measures.placeholder.insets, measures.placeholder.rect, measures.room
        width = room.width - column - BESIDE
        texts = self.texts(group)
        texts = [statement(texts[0])] if len(texts) == 1 else texts
        where = measures.narrowed(width)
        rect = Rect(at.x, at.y, width + insets.left + insets.right, at.height)
        fill = TextFill(measures.placeholder, stepped(tidied(texts, where, scale)), sizes(where, scale), rect)
        space = Rect(room.right - column, room.y, column, room.height)
        shown = framed(block, space, measures)
        return measures.role, (fill, *shown)

    def _under(self, group: Group, block: Figure) -> tuple[Role, tuple[Fill, ...]]:
        measures = self._measures
        texts = self.texts(group)
        high = measures.height(group.start, group.end, 1.0, feet=False)
        fill, bottom = self._placed(texts, measures.room.y, high)
        assert under_size(measures.setting.pictures[block.image.source], block, measures, high) is not None
        room = measures.room
        space = Rect(room.x, bottom + GAP, room.width, room.bottom - bottom - GAP)
        return measures.role, (
            fill,
            *framed(block, space, measures),
        )

    def _placed(self, units: Sequence[TextUnit], top: float, high: float) -> tuple[TextFill, float]:
        """A text in the body's placeholder, moved to where it stands; and where it ends."""
        where = self._measures.where
        insets, at = where.placeholder.insets, where.placeholder.rect
        units = [statement(units[0])] if len(units) == 1 else units
        rect = Rect(at.x, top - insets.top, at.width, high + insets.top + insets.bottom + SLACK)
        return TextFill(where.placeholder, stepped(tidied(units, where, 1.0)), (), rect), top + high

    def _stack(self, group: Group) -> Drawn:
        """Texts and objects from the top; the second text has a box of its own; a long object goes on."""
        measures = self._measures
        fills: list[Fill] = []
        more: Drawn = []
        y, texts = measures.room.y, 0
        for start, end in self._runs(group):
            unit = self._atoms[start].unit
            if isinstance(unit, ObjectUnit):
                squeezed = group.arrangement.squeezed
                made, rest = self._object(start, y, squeezed or self._arranger.object_height(start), bool(squeezed))
                fills.extend(made)
                more.extend(rest)
                y = max(box.rect.bottom for box in made if box.rect) + GAP
                continue
            texts += 1
            units = [unit for unit in self._units(start, end) if isinstance(unit, TextUnit)]
            fill, bottom = self._placed(units, y, measures.height(start, end, 1.0, feet=False))
            fills.append(fill if texts == 1 else self._boxed(fill))
            y = bottom + GAP
        return [(measures.role if texts else "title only", tuple(fills)), *more]

    def _runs(self, group: Group) -> list[tuple[int, int]]:
        """Each object by itself, each run of texts together."""
        out: list[tuple[int, int]] = []
        for k in range(group.start, group.end):
            thing = isinstance(self._atoms[k].unit, ObjectUnit)
            if out and not thing and not isinstance(self._atoms[out[-1][0]].unit, ObjectUnit):
                out[-1] = (out[-1][0], k + 1)
            else:
                out.append((k, k + 1))
        return out

    def _boxed(self, fill: TextFill) -> TextBox:
        """A second text, for which the layout has no placeholder."""
        level, rect = fill.placeholder.levels[0], fill.rect or fill.placeholder.rect
        color = level.color or self._measures.setting.theme.palette.ink
        return TextBox("Text", rect, fill.paras, level.size, color, insets=fill.placeholder.insets)

    def _object(self, k: int, y: float, high: float, squeezed: bool) -> tuple[list[Fill], Drawn]:
        """An object from a height on, no higher than that if it is `squeezed`, and the slides on which it goes on."""
        measures, room, unit = self._measures, self._measures.room, self._atoms[k].unit
        if isinstance(unit, ObjectUnit) and isinstance(unit.block, Figure):
            return framed(unit.block, Rect(room.x, y, room.width, high), measures), []
        first = Rect(room.x, y, room.width, high if squeezed else room.bottom - y)
        boxes = self._arranger.boxes(k, Room(first, room))
        return [boxes[0]], [("title only", (box,)) for box in boxes[1:]]

    def _own(self, unit: object) -> Drawn:
        assert isinstance(unit, ObjectUnit)
        assert isinstance(unit.block, Columns)
        made = column_slides(unit, unit.block, self._measures.setting)
        return [(role, fills) for role, fills, _ in made]


def common_scale(groups: Sequence[Group], pen: Pen, measures: Measures, most: float) -> float:
    """One scale for the texts of a section: the largest at which each slide of text holds its own, and no larger.

    Type that a template sets large shrinks for all where it must for one, as far as it stays large.
    """
    where = measures.where
    base = measures.placeholder.levels[0].size
    least = min((scale for scale, step in measures.steps if step == 0), default=1.0)
    shrunk = [g.arrangement.scale for g in groups if g.arrangement.kind == "text" and g.arrangement.scale >= least]
    if min(shrunk, default=1.0) < 1.0:
        return min(shrunk)
    texts = [group for group in groups if group.arrangement.kind == "text" and group.arrangement.scale >= 1.0]
    for size in (most, most - 2.0):
        scale = size / base
        if scale <= 1.0 or not texts:
            break
        fits = (height_of([where.measure_unit(u) for u in pen.texts(g)], where.width, scale) for g in texts)
        if all(high <= where.height * 0.9 for high in fits):
            return scale
    return 1.0
