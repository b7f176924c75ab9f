"""Units that go together, and blocks where nothing takes a slide of its own."""

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.deck import Para
from triptych.plan.deck.spoken import notes_of
from triptych.plan.deck.units import ObjectUnit, SpecialUnit, TextUnit, Unit, nested_units, units


def within(blocks: doc.Blocks, lang: str) -> tuple[tuple[Para, ...], tuple[TextUnit | ObjectUnit, ...]]:
    """The units of what stands inside a block, where nothing takes a slide of its own.

    The author's notes join the unit before them; those before the first unit are returned first.
    """
    return flattened(units(blocks, lang), lang)


def rowed(of: tuple[Unit, ...], lang: str) -> tuple[Unit, ...]:
    """Units with key points as bullets: for slides that their author has divided."""
    out: list[Unit] = []
    for unit in of:
        if isinstance(unit, SpecialUnit) and isinstance(unit.block, doc.KeyPoint):
            first, *rest = nested_units(unit.block, lang)
            out.extend([replace(first, said=(*unit.said, *first.said)), *rest])
        else:
            out.append(unit)
    return tuple(out)


def flattened(of: tuple[Unit, ...], lang: str) -> tuple[tuple[Para, ...], tuple[TextUnit | ObjectUnit, ...]]:
    """Units without those that take a slide of their own: what they say instead, and notes for before the first."""
    flat: list[Unit] = []
    for unit in of:
        if isinstance(unit, SpecialUnit) and isinstance(unit.block, doc.Question | doc.KeyPoint | doc.Summary):
            flat.extend(nested_units(unit.block, lang))
        elif not (isinstance(unit, SpecialUnit) and isinstance(unit.block, doc.Break)):
            flat.append(unit)
    waiting, groups = grouped(tuple(flat), lang)
    return waiting, tuple(unit for group in groups for unit in group if not isinstance(unit, SpecialUnit))


def grouped(of: tuple[Unit, ...], lang: str) -> tuple[tuple[Para, ...], list[list[Unit]]]:
    """Units that go together: running content, a group of key points, or one special block.

    The author's notes join the unit before them; those before the first unit are returned first.
    """
    waiting: tuple[Para, ...] = ()
    groups: list[list[Unit]] = []
    last = ""
    for unit in of:
        block = unit.block if isinstance(unit, SpecialUnit) else None
        if isinstance(block, doc.Notes):
            said = notes_of(units(block.blocks, lang), lang)
            if groups:
                groups[-1][-1] = replace(groups[-1][-1], said=(*groups[-1][-1].said, *said))
            else:
                waiting = (*waiting, *said)
            continue
        kind = "running" if block is None else "point" if isinstance(block, doc.KeyPoint) else "special"
        if isinstance(block, doc.Break):
            last = ""
        elif kind == last != "special":
            groups[-1].append(unit)
        else:
            groups.append([unit])
            last = kind
    return waiting, groups
