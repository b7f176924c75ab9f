"""Which template a document is set in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from triptych.limits import USUAL, LimitError, Limits
from triptych.model.document import Document
from triptych.model.theme import WIDTHS, Theme
from triptych.problem import Problem
from triptych.read.beside import RefusedError

if TYPE_CHECKING:
    from triptych.template.themes import ThemeLook

    Design = Callable[[ThemeLook, float], bytes]
    """Makes the template that a look asks for, for slides of a width in points."""

HINT = "any .pptx or .potx with a layout for a title and text will do; see `triptych template inspect`"


def chosen_theme(
    document: Document,
    theme: str,
    template: Path | None,
    beside: Callable[[str], bytes | None],
    design: "Design",
    limits: Limits = USUAL,
) -> tuple[Theme, bytes] | Problem:
    """The theme and its template's bytes; a problem if the template cannot serve.

    What the command says counts before what the document says. A template has its own layouts, colours and fonts;
    the theme gives what it does not have.
    """
    from triptych.template.themes import ThemeError

    name = document.meta.template
    own = template is not None or bool(name)
    try:
        aspect = "" if own else document.meta.aspect
        if not theme and document.meta.theme.startswith("."):
            under, usual = theme_beside(document.meta.theme, aspect, beside, design, limits)
        else:
            folder = Path(theme) if theme and is_theme_folder(theme) else theme or document.meta.theme or "default"
            under, usual = theme_at(folder, aspect, design)
    except KeyError as error:
        return Problem("error", f"there is no theme called {error.args[0]}", hint="`triptych themes` lists them")
    except ThemeError as error:
        return Problem("error", str(error), document.path, document.meta.line("theme"))
    except RefusedError as refused:
        said = f"the theme is not read, {refused}"
        return Problem("error", said, document.path, document.meta.line("theme"), hint=refused.hint)
    if not own:
        return under, usual
    line = 0 if template is not None else document.meta.line("template")
    try:
        data = read_named(template) if template is not None else beside(name)
    except RefusedError as refused:
        return Problem("error", f"the template is not read, {refused}", document.path, line, hint=refused.hint)
    except OSError as failure:
        data, name = None, str(template)
        reason = (failure.strerror or str(failure)).lower()
        return Problem("error", f"the template {name} cannot be read: {reason}", document.path)
    if data is None:
        message = f"there is no template {name} beside the document"
        return Problem("error", message, document.path, line, hint="write its path from the document's folder")
    return open_template(data, str(template) if template is not None else name, document.path, line, under, limits)


def theme_at(folder: Path | str, aspect: str, design: "Design") -> tuple[Theme, bytes]:
    """The theme in a folder, or the built-in one of a name, and its template, made anew for slides of 4:3.

    Raises KeyError for a name that there is not, and ThemeError for a theme that cannot serve.
    """
    from triptych.template.themes import built_in, load_theme, read_look, theme_of

    folder = folder if isinstance(folder, Path) else built_in(folder)
    if aspect != "4:3" and (folder / "template.pptx").is_file():
        return load_theme(folder)
    from triptych.template.layouts import read_layouts

    look = read_look(folder)
    template = design(look, WIDTHS[aspect or "16:9"])
    return theme_of(folder.name, look, read_layouts(template)), template


def theme_beside(
    name: str, aspect: str, beside: Callable[[str], bytes | None], design: "Design", limits: Limits
) -> tuple[Theme, bytes]:
    """The theme in a folder beside a document, read as all is that documents name, and its template.

    Raises ThemeError for a theme that cannot serve, and RefusedError for one outside the root.
    """
    from triptych.template.layouts import read_layouts
    from triptych.template.parts import TemplateError, check_size, check_whole
    from triptych.template.themes import ThemeError, look_of, theme_of

    said, template = beside(f"{name}/theme.toml"), beside(f"{name}/template.pptx")
    if said is None:
        raise ThemeError(f"there is no folder {name} with a theme.toml in it")
    look = look_of(name, said)
    try:
        if template is None or aspect == "4:3":
            template = design(look, WIDTHS[aspect or "16:9"])
        else:
            check_size(template, limits)
            check_whole(template)
        return theme_of(name, look, read_layouts(template)), template
    except (TemplateError, LimitError) as error:
        raise ThemeError(f"theme {name}: its template.pptx cannot serve: {error}") from None


def is_theme_folder(name: str) -> bool:
    """Whether a theme is named by its folder, and not one of the built-in ones by its name."""
    return (Path(name) / "theme.toml").is_file()


def read_named(path: Path) -> bytes:
    """The bytes of a file that the user names, wherever it lies. Raises OSError if it is no plain file."""
    if path.exists() and not path.is_file():
        raise OSError("it is no plain file")
    return path.read_bytes()


def open_template(
    data: bytes, name: str, path: str, line: int = 0, under: Theme | None = None, limits: Limits = USUAL
) -> tuple[Theme, bytes] | Problem:
    """A template as a theme, with the bytes to write decks into; a problem if it cannot serve.

    `under` is the theme that gives what the template does not have.
    """
    from triptych.template.load import read_template
    from triptych.template.parts import TemplateError, check_size, check_whole
    from triptych.template.repair import put_right

    try:
        check_size(data, limits)
        data, told = put_right(data)
        theme = read_template(data, under)
        check_whole(data)
        return replace(theme, told=told), data
    except LimitError as error:
        return replace(error.problem(path, line), message=f"the template {name} cannot serve: {error}")
    except TemplateError as error:
        return Problem("error", f"the template {name} cannot serve: {error}", path, line, hint=HINT)
