"""Two short lists that are contrasted, each under its title: side by side."""

from collections.abc import Sequence

import msgspec

from triptych.model.deck import Fill, Para, TextFill
from triptych.model.theme import Placeholder, Role
from triptych.plan.deck.compose.atoms import Atom, Topic, count_words, head_unit
from triptych.plan.deck.drafts import Setting
from triptych.plan.deck.measure import height_of
from triptych.plan.deck.pages import Frame, frame
from triptych.plan.deck.texts import statement, stepped
from triptych.plan.deck.units import TextUnit

ITEMS, LENGTH = 6, 14
"""Items of each list at most, and words of an item."""


class Half(msgspec.Struct, frozen=True):
    """A list and the title above it, with the placeholders that take them; no `label` where one takes both."""

    head: TextUnit
    items: tuple[TextUnit, ...]
    label: Placeholder | None
    body: Placeholder


def compared(atoms: Sequence[Atom], topics: Sequence[Topic], start: int, end: int, setting: Setting) -> list[Half]:
    """The halves that the atoms from one to before another are, if they fit side by side; else nothing."""
    if atoms[start].unit is not None and not _heads(atoms[start]):
        return []
    heads = [k for k in range(start, end) if atoms[k].unit is None or _heads(atoms[k])]
    if len(heads) != 2 or topics_within(atoms, start, end) != _titled(atoms, heads):
        return []
    lists = [_items(atoms, a + 1, b) for a, b in ((heads[0], heads[1]), (heads[1], end))]
    slots = _slots(setting)
    if not all(lists) or not slots:
        return []
    found = [atoms[k].text or head_unit(topics[atoms[k].topic]) for k in heads]
    halves = [Half(head, items, *slot) for head, items, slot in zip(found, lists, slots, strict=True)]
    return halves if all(_fits(half, setting) for half in halves) else []


def topics_within(atoms: Sequence[Atom], start: int, end: int) -> int:
    """How many topics begin among the atoms."""
    return sum(atom.unit is None for atom in atoms[start:end])


def _titled(atoms: Sequence[Atom], heads: Sequence[int]) -> int:
    return sum(atoms[k].unit is None for k in heads)


def _heads(atom: Atom) -> bool:
    return atom.text is not None and atom.text.heads and not atom.text.para.level


def _items(atoms: Sequence[Atom], start: int, end: int) -> tuple[TextUnit, ...]:
    """The items of a short list; nothing if there is anything else among them."""
    of = [atoms[k].text for k in range(start, end)]
    items = tuple(
        text for text in of if text is not None and not text.joins and not text.para.level and text.para.bullet
    )
    words = ("".join([run.text for run in text.para.runs]) for text in items)
    short = len(items) <= ITEMS and all(count_words(said) <= LENGTH for said in words)
    return items if short and len(items) == len(of) else ()


def _slots(setting: Setting) -> list[tuple[Placeholder | None, Placeholder]]:
    """The two pairs of label and body of the layout for comparisons; bodies alone where a template has no such one."""
    bodies = sorted(setting.theme.layout("comparison").all("body"), key=lambda slot: (slot.rect.x, slot.rect.y))
    if len(bodies) == 4:
        return [(bodies[0], bodies[1]), (bodies[2], bodies[3])]
    return [(None, slot) for slot in bodies] if len(bodies) == 2 else []


def _texts(half: Half) -> tuple[TextUnit, ...]:
    return half.items if half.label else (half.head, *half.items)


def _fits(half: Half, setting: Setting) -> bool:
    where = frame(half.body, setting)
    high = height_of(map(where.measure_unit, _texts(half)), where.width, 1.0)
    return high <= where.height and (half.label is None or _is_one_line(half.head, frame(half.label, setting)))


def _is_one_line(head: TextUnit, where: Frame) -> bool:
    return where.measure(_label(head)).lines(where.width, 1.0) == 1


def _label(head: TextUnit) -> Para:
    return msgspec.structs.replace(statement(head).para, bullet=False)


def comparison_fills(halves: Sequence[Half]) -> tuple[Role, tuple[Fill, ...]]:
    """Each list in its placeholder, its title in that above it."""
    fills: list[Fill] = []
    for half in halves:
        if half.label:
            fills.append(TextFill(half.label, (_label(half.head),)))
        fills.append(TextFill(half.body, stepped(_texts(half))))
    return "comparison", tuple(fills)
