"""How things look: colours, faces, and the layouts of a PowerPoint template with their placeholders."""

from typing import Literal

import msgspec
from msgspec.structs import replace

from triptych.geometry import Insets, Rect, Size
from triptych.model.document import Align

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
BUILT_IN = ("default", "contrast", "dark", "ink", "paper")
"""The themes that come with the program, the usual one first."""

FEET: tuple[Kind, ...] = ("footer", "slide number", "date")
"""What stands at the foot of every slide."""

WIDTHS = {"16:9": 960.0, "4:3": 720.0}
"""Points of a slide that is 540 points high, by its proportions."""

_USUAL_HEIGHT = 540.0


def unit_of(height: float) -> float:
    """How large slides of a height in points are, to those of the usual one; 1 for all about as high."""
    return 1.0 if 0.88 < height / _USUAL_HEIGHT < 1.2 else height / _USUAL_HEIGHT


class Face(msgspec.Struct, frozen=True, cache_hash=True):
    """One style of a type family."""

    family: str
    bold: bool = False
    italic: bool = False


class CodeColors(msgspec.Struct, frozen=True):
    """Colours of code as RRGGBB: `value` is that of numbers and attributes, `name` that of functions and classes."""

    keyword: str = "0B5FA5"
    name: str = "6A2C91"
    value: str = "8A3B12"
    string: str = "2B6A2E"
    comment: str = "55606C"
    heading: str = "0E3A5D"
    removed: str = "9B2226"


class Palette(msgspec.Struct, frozen=True, cache_hash=True):
    """Colours as RRGGBB. `warm` is for rules only, never for text.

    `deep` fills the heads of tables and boxes, `on_deep` is the text there. `cover` is the ground of title and section
    slides, `on_cover` their text and `on_cover_soft` the lesser one. `question` is the ground of question slides,
    `ghost` the huge mark there. `mark` stands behind key phrases. `visited` is for links, `green`, `violet` and `red`
    are for charts in the deck. `note`, `tip`, `warning` and `danger` are the kinds of callouts: their frame and their
    word; the ground of each is `palettes.callout_ground`.
    """

    ink: str = "17202A"
    muted: str = "5B6673"
    accent: str = "0B5FA5"
    deep: str = "0E3A5D"
    warm: str = "F2A33A"
    tint: str = "EEF4FA"
    hairline: str = "CBD5E0"
    paper: str = "FFFFFF"
    on_deep: str = "FFFFFF"
    cover: str = "0E3A5D"
    on_cover: str = "FFFFFF"
    on_cover_soft: str = "EEF4FA"
    question: str = "EEF4FA"
    ghost: str = "D9E7F5"
    mark: str = "FFF1B8"
    green: str = "2E7D5B"
    violet: str = "7A4FA3"
    red: str = "B5421B"
    visited: str = "6B3FA0"
    note: str = "0B5FA5"
    tip: str = "1E6B45"
    warning: str = "8A5300"
    danger: str = "A3261F"
    code: CodeColors = CodeColors()


CALLOUT_TINT = 0.08
"""How far the ground of a callout is from the paper, towards its colour."""


class Trim(msgspec.Struct, frozen=True):
    """The ornaments of slides, in points: the rule beneath titles, the rule of covers, the band of section slides.

    `cover_x` and `cover_width` are where the rule of a cover stands; `band_color` is the name of a palette's colour.
    """

    rule_width: float = 48.0
    rule_height: float = 3.0
    cover_width: float = 96.0
    cover_height: float = 5.0
    band: float = 16.0
    band_color: str = "accent"


class Scale(msgspec.Struct, frozen=True):
    """The sizes of type in points: those of slides, then of text on paper and the distance of its lines.

    `body`, `second` and `third` are the levels of a slide's text; `foot` is the footer, the date and the number.
    """

    cover: float = 54.0
    question: float = 40.0
    title: float = 32.0
    summary: float = 26.0
    body: float = 24.0
    second: float = 20.0
    third: float = 18.0
    caption: float = 14.0
    foot: float = 12.0
    text: float = 10.5
    leading: float = 15.5


class Level(msgspec.Struct, frozen=True, omit_defaults=True, cache_hash=True):
    """The inherited style of one outline level of a placeholder; points.

    `margin` is where text begins, `indent` the first line's offset from it (negative: hanging).
    `line_spacing` is a factor of the line pitch; `bullet` is empty where the level has none. `caps` sets all
    letters as capitals; `spacing` is what is added between letters. `bullet_color` is empty where bullets have the
    colour of the text, `bullet_size` is their share of its size. `rtl`: its text runs from right to left.
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
    align: Align = "left"
    bullet_color: str = ""
    bullet_size: float = 1.0
    rtl: bool = False


class Placeholder(msgspec.Struct, frozen=True, cache_hash=True):
    """A slot in a layout. `type` and `idx` are how the slide refers to it (ECMA-376 19.7.10).

    `grounds` are the colours behind it: one, or those of all that stands there; none where they are not known.
    `moved`: `rect` is not where the layout has it, so that slides must say it; `recolored`: so are the colours of
    its levels.
    """

    kind: Kind
    type: str
    idx: int
    name: str
    rect: Rect
    insets: Insets
    anchor: Literal["t", "ctr", "b"]
    levels: tuple[Level, ...]
    grounds: tuple[str, ...] = ()
    moved: bool = False
    recolored: bool = False

    @property
    def inner(self) -> Rect:
        """The rectangle that text may fill."""
        return self.rect.inset(self.insets)


class SlideLayout(msgspec.Struct, frozen=True, omit_defaults=True, cache_hash=True):
    """A named layout of the template. `index` counts all layouts of the template, master by master.

    `ground` is the colour of its background; empty for a picture, or colours that run into each other. `spare` is a
    place of a title slide that nothing takes, where its placeholders cannot hold what it says, `spare_grounds` what is
    behind it.
    """

    role: Role
    name: str
    index: int
    placeholders: tuple[Placeholder, ...]
    ground: str = ""
    spare: Rect | None = None
    spare_grounds: tuple[str, ...] = ()

    def first(self, kind: Kind) -> Placeholder | None:
        """The first placeholder of a kind, if there is one."""
        for slot in self.placeholders:
            if slot.kind == kind:
                return slot
        return None

    def all(self, kind: Kind) -> tuple[Placeholder, ...]:
        """Every placeholder of a kind, in reading order."""
        return tuple(p for p in self.placeholders if p.kind == kind)


class Theme(msgspec.Struct, frozen=True, cache_hash=True):
    """A palette, two families and a template's layouts, one for each role (a role may share one).

    `print_palette` is that of the PDFs, `print_family` the family of their text where slides have one that may not be
    embedded; nothing where they are the same. Where nothing is `filled`, heads of tables and boxes, code and callouts
    have outlines in place of areas. `about` says in a line what the theme is like. `named` has all layouts of a
    template that a slide can ask for by name; their role tells no more than whether they take a text. `link` is the
    colour that links have by themselves, empty for the accent. `own` are the colours that text of a template has by
    its theme, `told` what had to be changed in a template, in words. `hyphens` is the language by whose rules words of
    the PDFs may be divided, empty where none are. `brand` is the colour of a house that a template has in shapes alone.
    """

    name: str
    palette: Palette
    size: Size
    layouts: tuple[SlideLayout, ...]
    text_family: str = "Arial"
    code_family: str = "Courier New"
    print_palette: Palette | None = None
    filled: bool = True
    about: str = ""
    print_family: str = ""
    named: tuple[SlideLayout, ...] = ()
    link: str = ""
    scale: Scale = Scale()
    own: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    hyphens: str = ""
    brand: str = ""

    @property
    def unit(self) -> float:
        """How large its slides are, to those of the usual height: text and all else is so many times as large."""
        return unit_of(self.size.height)

    @property
    def on_paper(self) -> "Theme":
        """The theme as the PDFs follow it."""
        palette, family = self.print_palette or self.palette, self.print_family or self.text_family
        return replace(self, palette=palette, text_family=family, print_palette=None, print_family="")

    @property
    def code_outline(self) -> str:
        """The colour of the frame around code, empty where it has a ground of its own."""
        return "" if self.filled else self.palette.hairline

    def layout(self, role: Role) -> SlideLayout:
        """The layout that serves a role; every theme has one for each role."""
        for layout in self.layouts:
            if layout.role == role:
                return layout
        raise LookupError(role)

    def named_layout(self, name: str) -> SlideLayout | None:
        """The layout of a name, whatever its capitals; None if there is none."""
        return next((layout for layout in self.named if layout.name.casefold() == name.strip().casefold()), None)
