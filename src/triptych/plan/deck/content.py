"""The slides of running content: texts, and what stands beside or beneath them."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.model.deck import Para, Run
from triptych.model.document import Callout, Columns, Figure, Table
from triptych.model.queries import captioned, plain
from triptych.model.theme import Role
from triptych.plan.deck.boxes import callout_box
from triptych.plan.deck.columns import column_slides
from triptych.plan.deck.compose import Topic, compose
from triptych.plan.deck.drafts import Content, Draft, Setting, body
from triptych.plan.deck.grouping import flattened
from triptych.plan.deck.spoken import notes_of
from triptych.plan.deck.titles import Heading
from triptych.plan.deck.units import ObjectUnit, TextUnit, inner_units
from triptych.plan.inlines import runs

_NO_HEADING = Heading("")


def content(
    units: Sequence[TextUnit | ObjectUnit], setting: Setting, role: Role = "body", scale: float | None = None
) -> Content:
    """Slides for texts and objects in their order, all of them. `scale` fixes the type size of slides of one group."""
    topic = Topic(_NO_HEADING, "", 0, tuple(simplified(units, setting)))
    made = compose([topic], setting, role, lambda _: True, scale=scale)
    return [(slide.role, slide.fills, tuple(unit for _, unit in slide.said)) for slide in made]


SHORT_ALT = 20
"""Words of an alternative text that is shown beside a caption, where the picture cannot be."""


def simplified(units: Sequence[TextUnit | ObjectUnit], setting: Setting) -> list[TextUnit | ObjectUnit]:
    """Callouts that no box can hold, columns that do not fit side by side, pictures that are missing as what they say.

    The caption of a table becomes a text that announces it.
    """
    out: list[TextUnit | ObjectUnit] = []
    for unit in units:
        block = unit.block if isinstance(unit, ObjectUnit) else None
        if isinstance(block, Callout | Columns) and isinstance(unit, ObjectUnit) and _is_too_much(block, unit, setting):
            waiting, inner = flattened(inner_units(block, setting.lang), setting.lang)
            made, said = _with_extent(simplified(inner, setting)), (*unit.said, *waiting)
            if said and not made:
                made = [TextUnit(Para(()), block.line, starts=True, leads=False, joins=False, line=block.line)]
            out.extend([replace(made[0], said=(*said, *made[0].said)), *made[1:]] if said else made)
        elif isinstance(block, Table) and isinstance(unit, ObjectUnit) and plain(block.caption).strip():
            out.extend(_captioned(unit, block, setting))
        elif isinstance(block, Figure) and isinstance(unit, ObjectUnit) and block.image.source not in setting.pictures:
            out.extend(_in_words(unit, block, setting))
        else:
            out.append(unit)
    return out


def _with_extent(made: list[TextUnit | ObjectUnit]) -> list[TextUnit | ObjectUnit]:
    """What a box held, its title above no more than that."""
    first = made[0] if made else None
    if not isinstance(first, TextUnit) or not first.heads or len(made) < 2:
        return made
    return [replace(first, until=len(made) - 1), *made[1:]]


def _is_too_much(block: Callout | Columns, unit: ObjectUnit, setting: Setting) -> bool:
    if isinstance(block, Callout):
        return callout_box(block, body(setting, "body").inner, setting) is None
    return not column_slides(unit, block, setting)


def _captioned(unit: ObjectUnit, block: Table, setting: Setting) -> list[TextUnit | ObjectUnit]:
    """A table behind its caption, which announces it."""
    caption = runs(captioned(block))
    text = TextUnit(Para(caption, bullet=False), block.line, starts=True, leads=True, joins=False, line=block.line)
    return [text, replace(unit, block=replace(block, caption=()))]


def _in_words(unit: ObjectUnit, block: Figure, setting: Setting) -> list[TextUnit | ObjectUnit]:
    """A picture that cannot be shown: its alternative text, then its caption, in whose notes a long text waits."""
    alt = (Run(block.image.alt or block.image.source, italic=True),)
    caption = runs(captioned(block))
    if caption and len(alt[0].text.split()) > SHORT_ALT:
        text = TextUnit(Para(caption, bullet=False), block.line, True, False, False, block.line)
        return [replace(text, said=(*unit.said, Para(alt, bullet=False)))]
    texts = [
        TextUnit(Para(of, bullet=False), block.line, True, False, False, block.line) for of in (alt, caption) if of
    ]
    return [replace(texts[0], said=unit.said), *texts[1:]]


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
