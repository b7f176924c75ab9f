"""Themes: a folder with colours and families in `theme.toml`, and layouts in `template.pptx`."""

import tomllib
from pathlib import Path

from triptych.model.theme import Palette, Theme
from triptych.read.template import read_layouts

_THEMES = Path(__file__).parent.parent / "themes"


def read_theme(folder_name: str = "default") -> tuple[Theme, bytes]:
    """A built-in theme by the name of its folder, and its template's bytes.

    Raises KeyError, with the name, if there is no such theme.
    """
    folder = _THEMES / folder_name
    if folder_name not in theme_names():
        raise KeyError(folder_name)
    says = tomllib.loads((folder / "theme.toml").read_text(encoding="utf-8"))
    template = (folder / "template.pptx").read_bytes()
    size, layouts = read_layouts(template)
    palette = Palette(**says.get("palette", {}))
    families = {key: says[key] for key in ("text_family", "code_family") if key in says}
    return Theme(folder_name, palette, size, layouts, **families), template


def theme_names() -> tuple[str, ...]:
    """The names of the built-in themes."""
    return tuple(sorted(folder.parent.name for folder in _THEMES.glob("*/theme.toml")))
