"""The slides of running content: what stays on them, how it is grouped, and what waits in the notes."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from triptych.model.deck import Fill
from triptych.model.theme import Role
from triptych.plan.deck.compose.arrange import Arranger
from triptych.plan.deck.compose.atoms import Atom, Keeps, Piece, Said, Shown, Topic, atoms_of
from triptych.plan.deck.compose.draw import Pen, common_scale
from triptych.plan.deck.compose.measures import Measures
from triptych.plan.deck.compose.search import Group, divided
from triptych.plan.deck.drafts import Setting
from triptych.plan.deck.pages import parts
from triptych.plan.deck.units import ObjectUnit, TextUnit

LARGEST = 28.0
"""Points to which the texts of a section grow together."""


class Composed(msgspec.Struct, frozen=True, gc=False):
    """A slide in the making. `topics` are the numbers of those that it shows, `shown` its units, `said` what its notes
    say: its whole part of the text, with the number of each unit's topic.
    """

    role: Role
    fills: tuple[Fill, ...]
    topics: tuple[int, ...]
    shown: tuple[Piece, ...] = ()
    said: tuple[Said, ...] = ()


def _whole(unit: Piece) -> Piece:
    return unit


def compose(
    topics: Sequence[Topic], setting: Setting, role: Role, keeps: Keeps, shown: Shown = _whole,
    scale: float | None = None, *, together: bool = False,
) -> list[Composed]:  # fmt: skip
    """The slides of some topics that follow each other; small ones may share a slide. None where nothing stays.

    `scale` is that of the type of slides that belong together, where their text fits at it. What is to stand `together`
    is one slide if it fits, however full that is.
    """
    atoms, before = atoms_of(topics, keeps, shown, setting.lang)
    if not atoms:
        return []
    measures = Measures(atoms, topics, setting, role)
    cut = _cut(atoms, measures)
    if len(cut) != len(atoms):
        atoms = cut
        measures = Measures(atoms, topics, setting, role)
    arranger = Arranger(atoms, topics, measures)
    groups = (_one(atoms, arranger) if together else []) or divided(atoms, arranger)
    pen = Pen(atoms, topics, measures, arranger)
    scale = scale or common_scale(groups, pen, measures, LARGEST)
    begins = [group.start - (group.start > 0 and atoms[group.start - 1].unit is None) for group in groups]
    out: list[Composed] = []
    for group, begin, until in zip(groups, begins, [*begins[1:], len(atoms)], strict=True):
        drawn = pen.draw(group, pen.fitting(group, scale))
        held = [atom for atom in atoms[group.start : group.end] if atom.unit]
        names = tuple(dict.fromkeys(atom.topic for atom in held))
        said = (*(before if not out else ()), *_said(atoms[begin:until]))
        out.append(Composed(*drawn[0], names, tuple(atom.said for atom in held if atom.said), said))
        things = tuple(atom.unit for atom in held if isinstance(atom.unit, ObjectUnit))
        out.extend(Composed(*more, names, things) for more in drawn[1:])  # where an object goes on
    return out


def _one(atoms: Sequence[Atom], arranger: Arranger) -> list[Group]:
    """All atoms as one group; none if they do not fit a slide."""
    first = 1 if atoms[0].unit is None else 0
    found = arranger.best(first, len(atoms))
    return [Group(first, len(atoms), found)] if found else []


def _said(span: Sequence[Atom]) -> tuple[Said, ...]:
    return tuple(said for atom in span for said in (*(((atom.topic, atom.said),) if atom.said else ()), *atom.after))


def _cut(atoms: Sequence[Atom], measures: Measures) -> list[Atom]:
    """The atoms, texts that are longer than a slide in pieces."""
    out: list[Atom] = []
    least = measures.steps[-1][0]
    for k, atom in enumerate(atoms):
        if atom.text is None or any(measures.height(k, k + 1, scale) <= measures.room.height for scale in (1.0, least)):
            out.append(atom)
            continue
        text = atom.said if isinstance(atom.said, TextUnit) else atom.text
        pieces = [unit for part in parts([text], measures.where, 1.0) for unit in part]
        made = [Atom(atom.topic, piece, max(1, atom.words // len(pieces))) for piece in pieces]
        out.extend([*made[:-1], replace(made[-1], after=atom.after)])
    return out
