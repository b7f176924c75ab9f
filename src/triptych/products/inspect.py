"""What a template offers: its layouts, what each serves, how much fits, and what is wrong with it."""

from itertools import groupby

import msgspec

from triptych.check.template import lines_of, template_problems
from triptych.model.theme import FEET, Placeholder, Role, SlideLayout, Theme
from triptych.problem import Problem

_SHOWN = ("title", "subtitle", "number", "body", "picture", *FEET)


class LayoutReport(msgspec.Struct, frozen=True):
    """A layout: what it serves, and of each placeholder the place, type and how many lines fit."""

    name: str
    roles: tuple[Role, ...]
    slots: tuple[str, ...]


class TemplateReport(msgspec.Struct, frozen=True):
    """All layouts that serve, in the template's order, and the problems of the template."""

    layouts: tuple[LayoutReport, ...]
    unused: tuple[str, ...]
    problems: tuple[Problem, ...]


def inspect(theme: Theme, path: str) -> TemplateReport:
    """A report on a template that has been read as a theme."""
    ordered = sorted(theme.layouts, key=lambda layout: layout.index)
    reports = []
    for _, same in groupby(ordered, key=lambda layout: layout.index):
        layouts = list(same)
        reports.append(LayoutReport(layouts[0].name, tuple(layout.role for layout in layouts), _slots(layouts[0])))
    served = {layout.index for layout in theme.layouts}
    unused = tuple(layout.name for layout in theme.named if layout.index not in served)
    return TemplateReport(tuple(reports), unused, template_problems(theme, path))


def _slots(layout: SlideLayout) -> tuple[str, ...]:
    return tuple(_slot(slot) for slot in layout.placeholders if slot.kind in _SHOWN)


def _slot(slot: Placeholder) -> str:
    rect, level = slot.rect, slot.levels[0]
    place = f"{rect.width:.0f} × {rect.height:.0f} at {rect.x:.0f}, {rect.y:.0f}"
    if slot.kind == "picture":
        return f"picture      {place}"
    style = " bold" if level.bold else ""
    lines = lines_of(slot)
    return f"{slot.kind:<12} {place}; {level.family}{style} {level.size:g} pt, {lines} line{'' if lines == 1 else 's'}"
