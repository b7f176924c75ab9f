"""The slides of running content: texts, and what stands beside or beneath them."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.model.deck import Para
from triptych.model.document import Callout, Columns, Figure, Table
from triptych.model.queries import captioned, plain
from triptych.model.theme import Role
from triptych.plan.deck.boxes import callout_box
from triptych.plan.deck.columns import column_slides
from triptych.plan.deck.drafts import Content, Draft, Setting, body
from triptych.plan.deck.figures import figure_slides
from triptych.plan.deck.stack import stacked
from triptych.plan.deck.texts import texts
from triptych.plan.deck.titles import Heading
from triptych.plan.deck.units import ObjectUnit, TextUnit, flattened, inner_units, notes_of
from triptych.plan.inlines import runs


def content(
    units: Sequence[TextUnit | ObjectUnit], setting: Setting, role: Role = "body", scale: float | None = None
) -> Content:
    """Slides for texts and objects in their order. `scale` fixes the type size, for slides of one group."""
    units = _simplified(units, setting)
    out: Content = []
    run: list[TextUnit | ObjectUnit] = []
    several = any(isinstance(unit, ObjectUnit) for unit in units)
    for unit in units:
        if isinstance(unit, ObjectUnit) and isinstance(unit.block, Columns):
            out.extend(_running(run, setting, role, scale, several))
            out.extend(column_slides(unit, unit.block, setting))
            run = []
        elif isinstance(unit, ObjectUnit) and isinstance(unit.block, Figure):
            text = _trailing(run)
            out.extend(_running(run[: len(run) - len(text)], setting, role, scale, several))
            out.extend(figure_slides(text, unit, unit.block, setting, role, scale))
            run = []
        else:
            run.append(unit)
    return [*out, *_running(run, setting, role, scale, several)]


def _running(
    run: Sequence[TextUnit | ObjectUnit], setting: Setting, role: Role, scale: float | None, several: bool
) -> Content:
    text = [unit for unit in run if isinstance(unit, TextUnit)]
    return texts(text, setting, role, scale, among=several) if len(text) == len(run) else stacked(run, setting, role)


def _trailing(run: Sequence[TextUnit | ObjectUnit]) -> list[TextUnit]:
    """The texts at the end of a run."""
    out: list[TextUnit] = []
    for unit in reversed(run):
        if not isinstance(unit, TextUnit):
            break
        out.insert(0, unit)
    return out


def _simplified(units: Sequence[TextUnit | ObjectUnit], setting: Setting) -> list[TextUnit | ObjectUnit]:
    """Callouts that no box can hold, and columns that do not fit side by side, as what is in them."""
    out: list[TextUnit | ObjectUnit] = []
    for unit in units:
        block = unit.block if isinstance(unit, ObjectUnit) else None
        too_much = isinstance(block, Callout) and callout_box(block, body(setting, "body").inner, setting) is None
        no_room = (
            isinstance(block, Columns) and isinstance(unit, ObjectUnit) and not column_slides(unit, block, setting)
        )
        if isinstance(block, Callout | Columns) and (too_much or no_room):
            waiting, inner = flattened(inner_units(block, setting.lang), setting.lang)
            made, said = _simplified(inner, setting), (*unit.said, *waiting)
            if said and not made:
                made = [TextUnit(Para(()), block.line, starts=True, leads=False, joins=False, line=block.line)]
            out.extend([replace(made[0], said=(*said, *made[0].said)), *made[1:]] if said else made)
        elif isinstance(block, Table) and isinstance(unit, ObjectUnit) and plain(block.caption).strip():
            out.extend(_captioned(unit, block, setting))
        else:
            out.append(unit)
    return out


def _captioned(unit: ObjectUnit, block: Table, setting: Setting) -> list[TextUnit | ObjectUnit]:
    """A table behind its caption, which announces it."""
    caption = runs(captioned(block))
    text = TextUnit(Para(caption, bullet=False), block.line, starts=True, leads=True, joins=False, line=block.line)
    return [text, replace(unit, block=replace(block, caption=()))]


def drafts(
    of: Content, heading: Heading, setting: Setting, ids: "Ids", line: int, number: int | None = None
) -> list[Draft]:
    """The content as drafts of one title, numbered as parts where there are several."""
    out: list[Draft] = []
    for index, (role, fills, shown) in enumerate(of, 1):
        said = notes_of(shown, setting.lang)
        out.append(Draft(ids.next(), role, replace(heading, part=index, of=len(of)), fills, said, number, line))
    return out


class Ids:
    """Slide ids, given out in order."""

    def __init__(self) -> None:
        self._count = 0

    def next(self) -> str:
        """The next id."""
        self._count += 1
        return f"slide-{self._count}"
