"""Themes: a folder with colours and families in `theme.toml`, and layouts in `template.pptx`."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import fields

from triptych.geometry import Size
from triptych.model.colors import contrast
from triptych.model.smallest_type import CLOSEST_LINES, SMALLEST_BODY, SMALLEST_FOOT, SMALLEST_PRINT
from triptych.model.theme import BUILT_IN, FEET, CodeColors, Palette, Scale, SlideLayout, Theme, Trim
from triptych.template.kept_themes import kept_theme

_THEMES = Path(__file__).parent.parent / "themes"
LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3."""
_ROLE_GROUNDS = {"title": "cover", "section": "cover", "question": "question", "summary": "tint"}
_PAIRS = (
    # text, what it stands on
    *((text, ground) for text in ("ink", "muted", "accent") for ground in ("paper", "tint")),
    ("ink", "mark"),
    ("ink", "question"),
    ("ink", "ghost"),
    ("muted", "question"),
    ("on_deep", "deep"),
    ("on_cover", "cover"),
    ("on_cover_soft", "cover"),
    ("visited", "paper"),
    *((kind, ground) for kind in ("note", "tip", "warning", "danger") for ground in ("paper", "tint")),
)


class ThemeError(Exception):
    """A theme that cannot serve; the message says why, with the figures."""


class ThemeLook(msgspec.Struct, frozen=True):
    """What `theme.toml` says."""

    about: str
    palette: Palette
    print_palette: Palette | None
    trim: Trim
    scale: Scale
    filled: bool
    text_family: str
    code_family: str


def read_theme(name: str = "default") -> tuple[Theme, bytes]:
    """A built-in theme by the name of its folder, and its template's bytes.

    Raises KeyError, with the name, if there is no such theme.
    """
    return load_theme(built_in(name))


def load_theme(folder: Path) -> tuple[Theme, bytes]:
    """The theme in a folder, and its template's bytes. Raises ThemeError if nobody could read what is set in it."""
    template, look = (folder / "template.pptx").read_bytes(), _look_bytes(folder)
    return kept_theme(folder, look, template) or read_anew(folder.name, look, template), template


def read_anew(name: str, look: bytes, template: bytes) -> Theme:
    """The theme that the bytes of a `theme.toml` and of a template make; raises as `load_theme` does."""
    from triptych.template.layouts import read_layouts  # late: it opens files and reads XML

    return theme_of(name, look_of(name, look), read_layouts(template))


def theme_of(name: str, look: ThemeLook, given: tuple[Size, tuple[SlideLayout, ...]]) -> Theme:
    """A theme of a look and of what `read_layouts` gives. Raises ThemeError if nobody could read what is set in it."""
    size, layouts = given
    theme = Theme(
        name,
        look.palette,
        size,
        layouts,
        look.text_family,
        look.code_family,
        look.print_palette,
        look.filled,
        look.about,
        scale=look.scale,
    )
    if faults := theme_faults(theme):
        raise ThemeError(f"theme {name}: {'; '.join(faults)}")
    return theme


@cache
def themes() -> tuple[tuple[str, str], ...]:
    """The built-in themes: each one's name, and what it is like."""
    return tuple((name, read_look(_THEMES / name).about) for name in BUILT_IN)


def built_in(name: str) -> Path:
    """The folder of a built-in theme. Raises KeyError, with the name, if there is no such theme."""
    if name not in BUILT_IN:
        raise KeyError(name)
    return _THEMES / name


def read_look(folder: Path) -> ThemeLook:
    """What a theme's `theme.toml` says; what it does not say is as in the default theme.

    Raises ThemeError if it cannot be read, names a thing that there is not, or a colour that is none.
    """
    return look_of(folder.name, _look_bytes(folder))


def _look_bytes(folder: Path) -> bytes:
    try:
        return (folder / "theme.toml").read_bytes()
    except (OSError, ValueError) as error:
        raise ThemeError(f"theme {folder.name}: its theme.toml cannot be read: {error}") from None


def look_of(name: str, data: bytes) -> ThemeLook:
    """What the bytes of the `theme.toml` of a theme say. Raises ThemeError as `read_look` does."""
    import tomllib  # late: a built-in theme is kept as data

    try:
        says = tomllib.loads(data.decode("utf-8").replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise ThemeError(f"theme {name}: its theme.toml cannot be read: {error}") from None
    try:
        palette, on_paper = says.get("palette", {}), says.get("print")
        merged = None if on_paper is None else {**palette, **on_paper}
        if merged is not None:
            merged["code"] = {**palette.get("code", {}), **merged.get("code", {})}
        return ThemeLook(
            str(says.get("about", "")),
            _palette(palette),
            None if merged is None else _palette(merged),
            Trim(**says.get("trim", {})),
            Scale(**{name: float(points) for name, points in says.get("scale", {}).items()}),
            bool(says.get("filled", True)),
            str(says.get("text_family", "Arial")),
            str(says.get("code_family", "Courier New")),
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise ThemeError(f"theme {name}: {error}") from None


def _palette(says: Mapping[str, Any]) -> Palette:
    """A palette from a table of colours. Raises ValueError for what is no colour, TypeError for a name unknown."""
    flat = {key: value for key, value in says.items() if key != "code"}
    code = says.get("code", {})
    for name, color in (*flat.items(), *code.items()):
        if not isinstance(color, str) or len(color) != 6 or int(color, 16) < 0:
            raise ValueError(f"{name} is not RRGGBB")
    return Palette(**{name: color.upper() for name, color in flat.items()}, code=CodeColors(**code))


def theme_faults(theme: Theme, least: float = LEAST_CONTRAST) -> tuple[str, ...]:
    """Every pair of colours whose contrast is less than `least`, and every size below its floor, with the figures."""
    found = [*_pale("slides", theme.palette, least), *_slide_faults(theme, least), *_paper_faults(theme.scale)]
    if theme.print_palette is not None:
        found += _pale("print", theme.print_palette, least)
    return tuple(dict.fromkeys(found))


def _pale(where: str, palette: Palette, least: float) -> Iterator[str]:
    for text, ground in _PAIRS:
        one, other = getattr(palette, text), getattr(palette, ground)
        if contrast(one, other) < least:
            yield _too_pale(f"{where}, {text} on {ground}", one, other, least)
    for field in fields(CodeColors):
        color = getattr(palette.code, field.name)
        for ground in ("paper", "tint"):
            if contrast(color, getattr(palette, ground)) < least:
                yield _too_pale(f"{where}, code {field.name} on {ground}", color, getattr(palette, ground), least)


def _too_pale(what: str, text: str, ground: str, least: float) -> str:
    return f"{what}: {text} on {ground} is {contrast(text, ground):.2f}:1, not {least:g}:1"


def _slide_faults(theme: Theme, least: float) -> Iterator[str]:
    """What is wrong with the text of the layouts on what they stand on."""
    for layout in theme.layouts:
        ground = getattr(theme.palette, _ROLE_GROUNDS.get(layout.role, "paper"))
        yield from _layout_faults(layout, ground, least)


def _paper_faults(scale: Scale) -> Iterator[str]:
    if scale.text < SMALLEST_PRINT:
        yield f"text on paper: {scale.text:g} pt, not {SMALLEST_PRINT:g} pt"
    if scale.leading < scale.text * CLOSEST_LINES:
        yield f"lines on paper: {scale.leading:g} pt apart, not {scale.text * CLOSEST_LINES:g} pt"


def _layout_faults(layout: SlideLayout, ground: str, least: float) -> Iterator[str]:
    for slot in layout.placeholders:
        foot = slot.kind in FEET
        levels = slot.levels[:1] if foot or slot.kind == "title" else slot.levels
        floor = SMALLEST_FOOT if foot or not _is_read(layout, slot.rect.height) else SMALLEST_BODY
        for level in levels:
            if level.color and contrast(level.color, ground) < least:
                yield _too_pale(f"{layout.name}, {slot.name}", level.color, ground, least)
            if level.size < floor:
                yield f"{layout.name}, {slot.name}: {level.size:g} pt, not {floor:g} pt"


def _is_read(layout: SlideLayout, height: float) -> bool:
    """Whether a placeholder is for running text, and not for a single line such as a caption or the date."""
    return height > 48.0 or layout.role == "body"
