"""Which template a document is set in, and what a document asks of it."""

from collections.abc import Callable
from pathlib import Path

from triptych.model.document import Document, walk_sections
from triptych.model.theme import Theme
from triptych.problem import Problem

HINT = "any .pptx or .potx with a layout for a title and text will do; see `triptych template inspect`"


def chosen_theme(
    document: Document, theme: str, template: Path | None, beside: Callable[[str], bytes | None]
) -> tuple[Theme, bytes] | Problem:
    """The theme and its template's bytes; a problem if the template cannot serve.

    What the command says counts before what the document says. A template has its own layouts, colours and fonts;
    the theme gives what it does not have.
    """
    from triptych.read.theme import read_theme

    try:
        under, usual = read_theme(theme or document.meta.theme or "default")
    except KeyError as error:
        hint = "`triptych themes` lists them"
        return Problem("error", f"there is no theme called {error.args[0]}", hint=hint)
    name = document.meta.template
    if template is None and not name:
        return under, usual
    line = 0 if template is not None else document.meta.line("template")
    try:
        data = template.read_bytes() if template is not None else beside(name)
    except OSError as failure:
        data, name = None, str(template)
        reason = (failure.strerror or str(failure)).lower()
        return Problem("error", f"the template {name} cannot be read: {reason}", document.path)
    if data is None:
        message = f"there is no template {name} beside the document"
        return Problem("error", message, document.path, line, hint="write its path from the document's folder")
    return open_template(data, str(template) if template is not None else name, document.path, line, under)


def open_template(
    data: bytes, name: str, path: str, line: int = 0, under: Theme | None = None
) -> tuple[Theme, bytes] | Problem:
    """A template as a theme, with the bytes to write decks into; a problem if it cannot serve.

    `under` is the theme that gives what the template does not have.
    """
    from triptych.read.template_parts import TemplateError
    from triptych.read.template_repair import repaired
    from triptych.read.template_theme import read_template

    try:
        data = repaired(data)
        return read_template(data, under), data
    except TemplateError as error:
        return Problem("error", f"the template {name} cannot serve: {error}", path, line, hint=HINT)


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
