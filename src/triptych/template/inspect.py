"""What a template offers: its layouts, what each serves, how much fits, and what is wrong with it."""

from itertools import groupby

import msgspec

from triptych.model.colors import contrast, least, worst
from triptych.model.smallest_type import SMALLEST_BODY
from triptych.model.theme import FEET, Placeholder, Role, SlideLayout, Theme
from triptych.problem import Problem
from triptych.text.fonts import is_measured

_FEW_LINES = 4
_NEEDS: dict[Role, str] = {"two": "two texts side by side", "picture": "a picture"}
_PITCH = 1.2
_MENDED = "decks are written with a colour that can be read"
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
    return TemplateReport(tuple(reports), unused, tuple(_problems(theme, path)))


def lines_of(slot: Placeholder) -> int:
    """How many lines of its first level a placeholder holds."""
    level = slot.levels[0]
    return max(0, int(slot.inner.height / (level.size * _PITCH * (level.line_spacing or 1.0))))


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


def _problems(theme: Theme, path: str) -> list[Problem]:
    return [*_missing(theme, path), *_fonts(theme, path), *_sizes(theme, path), *_contrasts(theme, path)]


def _missing(theme: Theme, path: str) -> list[Problem]:
    """What no layout of the template is for, and what serves instead."""
    out = []
    body = theme.layout("body")
    for role, needs in _NEEDS.items():
        layout = theme.layout(role)
        able = len(layout.all("body")) >= 2 if role == "two" else layout.first("picture") is not None
        if not able:
            out.append(Problem("note", f"no layout for {needs}: {body.name!r} serves instead", path))
    for role in ("title", "section", "title only"):
        layout = theme.layout(role)
        if layout.index == body.index:
            out.append(Problem("note", f"no layout for {_a(role)}: {layout.name!r} serves instead", path))
    if theme.layout("title").first("subtitle") is None:
        out.append(Problem("note", "the title slide has no subtitle: authors and date go into its notes", path))
    if body.first("slide number") is None:
        out.append(Problem("note", f"{body.name!r} has no slide number", path))
    return out


def _a(role: str) -> str:
    return {"title": "the title slide", "section": "a section's title", "title only": "a title alone"}[role]


def _fonts(theme: Theme, path: str) -> list[Problem]:
    families = sorted({p.levels[0].family for layout in theme.layouts for p in layout.placeholders})
    hint = "install it, so that no room is left unused"
    return [
        Problem("note", f"the font {family} is not installed here: text is measured with a wider one", path, hint=hint)
        for family in families
        if not is_measured(family)
    ]


def _sizes(theme: Theme, path: str) -> list[Problem]:
    body = theme.layout("body").first("body")
    if body is None:
        return []
    out = []
    size, lines = body.levels[0].size, lines_of(body)
    if size < SMALLEST_BODY:
        out.append(Problem("warning", f"text is {size:g} pt: under {SMALLEST_BODY:g} pt a room cannot read it", path))
    if lines < _FEW_LINES:
        out.append(Problem("warning", f"the text's placeholder holds {lines} lines", path, hint="make it higher"))
    return out


def _contrasts(theme: Theme, path: str) -> list[Problem]:
    """Text of the layouts that serve which can hardly be read on its ground: each pair of colours once."""
    seen: dict[tuple[str, str, str], list[str]] = {}
    for layout in sorted(theme.layouts, key=lambda layout: layout.index):
        for slot in layout.placeholders:
            level = slot.levels[0]
            color = level.color or theme.palette.ink
            wanted = least(level.size, bold=level.bold)
            if slot.kind == "picture" or not slot.grounds or worst(color, slot.grounds) >= wanted:
                continue
            ground = min(slot.grounds, key=lambda ground: contrast(color, ground))
            seen.setdefault((slot.kind, color, ground), []).append(layout.name)
    return [
        Problem("warning", _pale(kind, color, ground, list(dict.fromkeys(names))), path, hint=_MENDED)
        for (kind, color, ground), names in seen.items()
    ]


def _pale(kind: str, color: str, ground: str, names: list[str]) -> str:
    where = ", ".join(map(repr, names[:3])) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return f"the {kind} of {where} is #{color} on #{ground}: {contrast(color, ground):.1f}:1 is too little contrast"
