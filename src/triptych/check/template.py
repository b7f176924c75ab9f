"""What is told of a template: what was changed in it, what it lacks, what can hardly be read, what is too small."""

from triptych.model.colors import contrast, least_on, worst
from triptych.model.document import Document
from triptych.model.smallest_type import SMALLEST_BODY
from triptych.model.theme import FEET, Placeholder, Role, Theme
from triptych.problem import Problem

_FEW_LINES = 4
_NEEDS: dict[Role, str] = {"two": "two texts side by side", "picture": "a picture"}
_SAID: dict[Role, str] = {
    "title": "the title slide",
    "section": "a section's title",
    "title only": "a title alone",
}
_PITCH = 1.2
_MENDED = "decks are written with a colour that can be read"


def template_changes(document: Document, theme: Theme) -> tuple[Problem, ...]:
    """What a deck in a template is told of: all that was changed in it or left out of it; nothing for a theme."""
    if theme.name != "template":
        return ()
    path = document.path
    return (*_changed(theme, path), *_openers(theme, path), *_sizes(theme, path), *_recolored(theme, path))


def template_problems(theme: Theme, path: str) -> tuple[Problem, ...]:
    """All that is to be said of a template by itself."""
    told = (*_changed(theme, path), *_missing(theme, path), *_fonts(theme, path))
    return (*told, *_sizes(theme, path), *_contrasts(theme, path))


def lines_of(slot: Placeholder) -> int:
    """How many lines of its first level a placeholder holds."""
    level = slot.levels[0]
    return max(0, int(slot.inner.height / (level.size * _PITCH * (level.line_spacing or 1.0))))


def _changed(theme: Theme, path: str) -> list[Problem]:
    return [Problem("note", said, path) for said in theme.told]


def _missing(theme: Theme, path: str) -> list[Problem]:
    """What no layout of the template is for, and what serves instead."""
    out = []
    body = theme.layout("body")
    for role, needs in _NEEDS.items():
        layout = theme.layout(role)
        able = len(layout.all("body")) >= 2 if role == "two" else layout.first("picture") is not None
        if not able:
            out.append(Problem("note", f"no layout for {needs}: {body.name!r} serves instead", path))
    out += _openers(theme, path)
    if theme.layout("title").first("subtitle") is None:
        out.append(Problem("note", "the title slide has no subtitle: authors and date go into its notes", path))
    if body.first("slide number") is None:
        out.append(Problem("note", f"{body.name!r} has no slide number", path))
    return out


def _openers(theme: Theme, path: str) -> list[Problem]:
    """Slides that begin something and have no layout of their own."""
    body = theme.layout("body")
    layouts = [(role, theme.layout(role)) for role in _SAID]
    return [
        Problem("note", f"the template has no layout for {_SAID[role]}: {layout.name!r} serves instead", path)
        for role, layout in layouts
        if layout.index == body.index
    ]


def _fonts(theme: Theme, path: str) -> list[Problem]:
    from triptych.text.fonts import is_measured  # late: it opens fonts

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
    least_size = SMALLEST_BODY * theme.unit
    if size < least_size - 0.01:
        out.append(Problem("warning", f"text is {size:g} pt: under {least_size:g} pt a room cannot read it", path))
    if lines < _FEW_LINES:
        out.append(Problem("warning", f"the text's placeholder holds {lines} lines", path, hint="make it higher"))
    return out


def _recolored(theme: Theme, path: str) -> list[Problem]:
    """That some text has another colour than in the template, as one note."""
    kinds = list(dict.fromkeys(kind for kind, _, _ in _pairs(theme)))
    if not kinds:
        return []
    message = f"text of the template that can hardly be read is written in other colours: {', '.join(kinds)}"
    return [Problem("note", message, path, hint="`triptych template inspect` names the colours")]


def _contrasts(theme: Theme, path: str) -> list[Problem]:
    """Text of the layouts that serve which can hardly be read on its ground: each pair of colours once."""
    return [
        Problem("warning", _pale(kind, color, ground, list(dict.fromkeys(names))), path, hint=_MENDED)
        for (kind, color, ground), names in _pairs(theme).items()
    ]


def _pairs(theme: Theme) -> dict[tuple[str, str, str], list[str]]:
    """Kinds of text with a colour and a ground that are too alike, and the names of their layouts."""
    seen: dict[tuple[str, str, str], list[str]] = {}
    for layout in sorted(theme.layouts, key=lambda layout: layout.index):
        for slot in layout.placeholders:
            level = slot.levels[0]
            color = level.color or theme.palette.ink
            wanted = least_on(slot.grounds, color, level.size, bold=level.bold, foot=slot.kind in FEET)
            if slot.kind == "picture" or not slot.grounds or worst(color, slot.grounds) >= wanted:
                continue
            ground = min(slot.grounds, key=lambda ground: contrast(color, ground))
            seen.setdefault((slot.kind, color, ground), []).append(layout.name)
    return seen


def _pale(kind: str, color: str, ground: str, names: list[str]) -> str:
    where = ", ".join(map(repr, names[:3])) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return f"the {kind} of {where} is #{color} on #{ground}: {contrast(color, ground):.1f}:1 is too little contrast"
