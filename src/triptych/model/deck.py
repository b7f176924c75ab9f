"""A planned deck: every slide with what goes where, at which size, ready to be written."""

from typing import Literal

import msgspec

from triptych.geometry import Insets, Rect, Size
from triptych.model.document import Align, Chart, Meta
from triptych.model.pages import BoxItem, DrawingItem, RuleItem, TextItem
from triptych.model.picture import Picture
from triptych.model.report import Left
from triptych.model.theme import Placeholder, SlideLayout
from triptych.problem import Problem

NO_INSETS = Insets()


class Run(msgspec.Struct, frozen=True, gc=False):
    """Text of one style. Empty `color` and no `size` mean: as the placeholder says.

    `link` is an address; `slide` is the id of the slide that a click jumps to. `shift` raises or lowers it.
    `formula` is LaTeX for a native equation, for which `text` is what programs without equations show. `call` is
    the number of the footnote that it calls, or 0. `lang` is its language, empty for that of the deck.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    color: str = ""
    link: str = ""
    slide: str = ""
    strike: bool = False
    underline: bool = False
    shift: Literal["", "super", "sub"] = ""
    highlight: bool = False
    formula: str = ""
    call: int = 0
    lang: str = ""


class Para(msgspec.Struct, frozen=True, gc=False):
    """A paragraph of a placeholder or box. `number` replaces the bullet by an automatic number.

    A run whose text is a line feed is a line break. `align` None means: as the placeholder says.
    `mark` replaces the bullet's own character; with a number it is the manner of numbering, "(a)". `build` is the click
    on which it appears, counting from 1; 0 is there from the start. `rtl`: whether it runs from right to left; None as
    the placeholder says. `display`: it is a formula on a line of its own, with nothing but its number behind it. With a
    `hang` its runs are a label of one line, a run that is a tab, and a text that stands so many points from the edge,
    beneath nothing but itself.
    """

    runs: tuple[Run, ...]
    level: int = 0
    bullet: bool = True
    number: int | None = None
    align: Align | None = None
    space_before: float | None = None
    build: int = 0
    mark: str = ""
    rtl: bool | None = None
    display: bool = False
    hang: float = 0.0

    @property
    def divided(self) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """The runs of its label and those of its text; no label where nothing hangs."""
        at = next((k for k, run in enumerate(self.runs) if run.text == "\t"), -1) if self.hang else -1
        return (self.runs[:at], self.runs[at + 1 :]) if at >= 0 else ((), self.runs)


class TextFill(msgspec.Struct, frozen=True, gc=False):
    """Text for a placeholder. No `sizes` means: the text follows the template.

    Otherwise `sizes` has the points for each level; the last one serves the deeper levels.
    `rect` moves the placeholder on this slide; None leaves it where the layout has it. One that is `free` stands in
    a box of its own at its `rect`, and looks like the placeholder, which holds other text.
    """

    placeholder: Placeholder
    paras: tuple[Para, ...]
    sizes: tuple[float, ...] = ()
    rect: Rect | None = None
    free: bool = False

    @property
    def anchor(self) -> Literal["t", "ctr", "b"]:
        """Where the text stands in its rectangle: a formula of its own in the middle of the room it was given."""
        if not self.free:
            return self.placeholder.anchor
        return "ctr" if self.paras[0].display else "t"


class TextBox(msgspec.Struct, frozen=True, gc=False):
    """Text in a box of its own, for what no placeholder is for: code, captions. Sizes in points.

    `captions`: it is the caption of the picture before it.
    """

    name: str
    rect: Rect
    paras: tuple[Para, ...]
    size: float
    color: str
    fill: str = ""
    outline: str = ""
    insets: Insets = NO_INSETS
    anchor: Literal["t", "ctr", "b"] = "t"
    captions: bool = False


class Shape(msgspec.Struct, frozen=True, gc=False):
    """A filled form that only decorates: marked as decorative."""

    name: str
    rect: Rect
    fill: str
    form: Literal["rect", "ellipse"] = "rect"


class PictureBox(msgspec.Struct, frozen=True, gc=False):
    """A picture, whole, at its own proportions."""

    name: str
    rect: Rect
    picture: Picture
    alt: str


Ink = TextItem | DrawingItem | RuleItem | BoxItem
"""What text is made of where it is drawn."""


class Drawn(msgspec.Struct, frozen=True, gc=False):
    """What programs without equations show in place of text: its ink at its place on the slide, within `rect`."""

    rect: Rect
    items: tuple[Ink, ...]
    alt: str


class FormulaBox(msgspec.Struct, frozen=True, gc=False):
    """Text whose formulae characters cannot say: native equations, and a picture for other programs."""

    name: str
    text: TextFill | TextBox
    drawn: Drawn

    @property
    def rect(self) -> Rect:
        """The room that its text was given."""
        assert self.text.rect is not None  # a text in a box of its own says where it stands
        return self.text.rect


class TableCell(msgspec.Struct, frozen=True, gc=False):
    """The paragraphs of a cell; `drawn` if characters cannot say the formulae in it."""

    paras: tuple[Para, ...]
    drawn: Drawn | None = None


class TableRow(msgspec.Struct, frozen=True, gc=False):
    """A row and the height that its text was measured to need."""

    height: float
    cells: tuple[TableCell, ...]


class TableBox(msgspec.Struct, frozen=True, gc=False):
    """A native table; its first row is the header. `size` is the type size of all cells.

    `rtl`: its first column is the rightmost. Colours are RRGGBB or names of the template's scheme: `ink` is that of
    text, `head` the ground of the header (empty for none) and `head_color` its text, `rule` the line beneath it,
    `hairline` those between rows.
    """

    name: str
    rect: Rect
    widths: tuple[float, ...]
    rows: tuple[TableRow, ...]
    size: float
    alt: str
    insets: Insets
    rtl: bool = False
    ink: str = "tx1"
    head: str = "tx2"
    head_color: str = "bg1"
    rule: str = "tx2"
    hairline: str = "CBD5E0"


class ChartBox(msgspec.Struct, frozen=True, gc=False):
    """A native, editable chart; `hairline` is the colour of its grid, `ink` that of its texts, as in tables.

    `accent` is the colour of its first series, empty for the first accent of the theme. `rtl`: its first category is
    the rightmost, its bars grow to the left.
    """

    name: str
    rect: Rect
    chart: Chart
    size: float
    alt: str
    hairline: str = "CBD5E0"
    ink: str = "tx1"
    rtl: bool = False
    accent: str = ""


Fill = TextFill | TextBox | FormulaBox | Shape | PictureBox | TableBox | ChartBox


class Backdrop(msgspec.Struct, frozen=True, gc=False):
    """What stands behind a slide: a colour or a picture in place of the layout's own ground, if there is one.

    `veil` is laid over all the ground, as densely as `opacity` says (from 0 to 1), so that text can be read.
    """

    color: str = ""
    picture: Picture | None = None
    veil: str = ""
    opacity: float = 0.0


class Slide(msgspec.Struct, frozen=True, gc=False):
    """One slide. `fills` are in reading order, the title first.

    `notes` are the speaker notes, with their lists as levels and bullets. `sections` are the ids of the parts of
    the document that it shows, the first of them its own. No `backdrop` means: as the layout has it.
    """

    id: str
    title: str
    layout: SlideLayout
    fills: tuple[Fill, ...]
    notes: tuple[Para, ...] = ()
    footer: str = ""
    numbered: bool = True
    line: int = 0
    sections: tuple[str, ...] = ()
    backdrop: Backdrop | None = None
    date: str = ""


class SlideSection(msgspec.Struct, frozen=True, gc=False):
    """A PowerPoint section: a name and the ids of its slides."""

    name: str
    slides: tuple[str, ...]


class Deck(msgspec.Struct, frozen=True, gc=False):
    """All slides in order. Every slide is in exactly one section, or there are no sections.

    `highlight` is the colour behind marked text, as RRGGBB. `problems` is what its author should know,
    `waits` what stands in notes alone. A `mirrored` one runs the other way than its template, of which all that stands
    on the layouts is mirrored, charts too.
    """

    meta: Meta
    size: Size
    slides: tuple[Slide, ...]
    sections: tuple[SlideSection, ...] = ()
    highlight: str = "FFF1B8"
    problems: tuple[Problem, ...] = ()
    waits: tuple[Left, ...] = ()
    mirrored: bool = False
