"""What a document asks of its template that this has not: layouts, proportions."""

from triptych.model.document import Document
from triptych.model.queries import walk_sections
from triptych.model.theme import WIDTHS, Theme
from triptych.problem import Problem


def aspect_problems(document: Document, theme: Theme) -> tuple[Problem, ...]:
    """A warning if the document asks for other proportions than its template has, which count."""
    asked = document.meta.aspect
    wide, high = theme.size.width, theme.size.height
    if not asked or abs(WIDTHS[asked] / 540.0 - wide / high) < 0.02:
        return ()
    message = f"the template's slides are {wide:.0f} × {high:.0f} points, not {asked}: the template counts"
    return (Problem("warning", message, document.path, document.meta.line("aspect")),)


def layout_problems(document: Document, theme: Theme) -> tuple[Problem, ...]:
    """A warning for each heading that asks for a layout that the template does not have."""
    asked = [(s.attributes.get("layout"), s.line) for s in walk_sections(document.sections)]
    return tuple(
        Problem("warning", f"the template has no layout {name!r}", document.path, line, hint=_known(theme))
        for name, line in asked
        if name and theme.named_layout(name) is None
    )


def _known(theme: Theme) -> str:
    names = [layout.name for layout in theme.named]
    return f"it has {', '.join(names[:12])}" + (" and more" if len(names) > 12 else "") if names else ""
