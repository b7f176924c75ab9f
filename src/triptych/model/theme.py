"""How things look: colours, faces, and the layouts of a PowerPoint template with their placeholders."""

from dataclasses import dataclass
from typing import Literal

from triptych.geometry import Insets, Rect, Size

Role = Literal[
    "title",
    "section",
    "body",
    "two",
    "comparison",
    "picture",
    "question",
    "key point",
    "summary",
    "title only",
    "blank",
]
Kind = Literal["title", "subtitle", "body", "picture", "number", "footer", "slide number", "date"]


@dataclass(frozen=True, slots=True)
class Face:
    """One style of a type family."""

    family: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as RRGGBB. `warm` is for rules only, never for text."""

    ink: str = "17202A"
    muted: str = "5B6673"
    accent: str = "0B5FA5"
    deep: str = "0E3A5D"
    warm: str = "F2A33A"
    tint: str = "EEF4FA"
    hairline: str = "CBD5E0"
    paper: str = "FFFFFF"


@dataclass(frozen=True, slots=True)
class Level:
    """The inherited style of one outline level of a placeholder; points.

    `margin` is where text begins, `indent` the first line's offset from it (negative: hanging).
    `line_spacing` is a factor of the line pitch; `bullet` is empty where the level has none. `caps` sets all
    letters as capitals; `spacing` is what is added between letters.
    """

    size: float
    family: str
    bold: bool = False
    italic: bool = False
    margin: float = 0.0
    indent: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    line_spacing: float = 1.0
    bullet: str = ""
    color: str = ""
    caps: bool = False
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A slot in a layout. `type` and `idx` are how the slide refers to it (ECMA-376 19.7.10).

    `ground` is the colour behind it, empty where that is not known: a picture, a shape of the layout.
    `moved`: `rect` is not where the layout has it, so that slides must say it.
    """

    kind: Kind
    type: str
    idx: int
    name: str
    rect: Rect
    insets: Insets
    anchor: Literal["t", "ctr", "b"]
    levels: tuple[Level, ...]
    ground: str = ""
    moved: bool = False

    @property
    def inner(self) -> Rect:
        """The rectangle that text may fill."""
        return self.rect.inset(self.insets)


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A named layout of the template. `index` counts all layouts of the template, master by master."""

    role: Role
    name: str
    index: int
    placeholders: tuple[Placeholder, ...]

    def first(self, kind: Kind) -> Placeholder | None:
        """The first placeholder of a kind, if there is one."""
        return next((p for p in self.placeholders if p.kind == kind), None)

    def all(self, kind: Kind) -> tuple[Placeholder, ...]:
        """Every placeholder of a kind, in reading order."""
        return tuple(p for p in self.placeholders if p.kind == kind)


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette, two families and a template's layouts, one for each role (a role may share one).

    `print_palette` is for paper where slides have another ground. `named` has all layouts of the template that
    a slide can ask for by name; their role tells no more than whether they take a text.
    """

    name: str
    palette: Palette
    size: Size
    layouts: tuple[SlideLayout, ...]
    text_family: str = "Arial"
    code_family: str = "Courier New"
    print_palette: Palette | None = None
    named: tuple[SlideLayout, ...] = ()

    def layout(self, role: Role) -> SlideLayout:
        """The layout that serves a role; every theme has one for each role."""
        return next(layout for layout in self.layouts if layout.role == role)

    def named_layout(self, name: str) -> SlideLayout | None:
        """The layout of a name, whatever its capitals; None if there is none."""
        return next((layout for layout in self.named if layout.name.casefold() == name.strip().casefold()), None)
