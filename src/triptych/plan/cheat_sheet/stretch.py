"""How columns end together: the gaps in them grow."""

from collections.abc import Sequence

from triptych.plan.cheat_sheet.pack import Atom, Layout

WIDEST_BOX, WIDEST_ENTRY = 1.2, 0.5
"""Ems by which the space between boxes and between the blocks of a box may grow."""


def column_height(column: Sequence[Atom]) -> float:
    """The height of a column in ems with its least gaps."""
    if not column:
        return 0.0
    return column[0].start + sum(a.height for a in column) + sum(a.gap for a in column[1:]) + column[-1].end


def slack(column: Sequence[Atom]) -> float:
    """By how many ems a column can grow."""
    return sum(atom.slack for atom in column[1:])


def foot(columns: Sequence[Sequence[Atom]], free: float) -> float:
    """Where the columns of a side are to end, in ems from their top: all of them there, if they can be."""
    heights = [column_height(column) for column in columns if column]
    if not heights:
        return 0.0
    reach = min(column_height(column) + slack(column) for column in columns if column)
    return max(max(heights), min(free, reach))


def growth(column: Sequence[Atom], target: float) -> float:
    """The share of its slack by which a column grows towards where it is to end."""
    room, wanted = slack(column), target - column_height(column)
    return min(1.0, max(0.0, wanted / room)) if room > 0 else 0.0


def spread(atoms: Sequence[Atom], layout: Layout, free: Sequence[float]) -> float:
    """How far apart the feet of columns are on the side where they are furthest, in ems; empty ones stand for all."""
    tallest = max(free, default=0.0) - 1e-6
    columns = [[atoms[k] for k in column] for column, room in zip(layout, free, strict=False) if room >= tallest]
    heights = [column_height(column) for column in columns]
    reach = [column_height(column) + slack(column) for column in columns]
    return max(0.0, max(heights, default=0.0) - min(reach, default=0.0))
