"""What every part of the handout planner needs: type, colours, the tag tree, where a block stands."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model.document import Block, Blocks, Code, Document, Footnote, Image, Inlines, Paragraph, Text
from triptych.model.drawing import Drawing
from triptych.model.forms import Edition
from triptych.model.pages import Item, TagRole
from triptych.model.picture import Picture
from triptych.model.queries import plain, walk_blocks
from triptych.model.theme import Face, Scale, Theme
from triptych.plan.direction import mirrored_strips
from triptych.plan.flow import Aside, Call, Foot, Panel, Strip, Tuning
from triptych.plan.handout.beside import CueColumn, label_aside, marked_asides
from triptych.plan.inlines import note_name, outside, spans
from triptych.plan.paragraphs import paragraph
from triptych.plan.picture_sizes import in_line
from triptych.plan.tree import Tree
from triptych.text.bidi import runs_rtl
from triptych.text.spans import Span, Style

SMALLEST = 7.0
"""Points of the smallest sign on paper."""
BODY, FOOT = Scale().text, 8.6
"""Points of the running text unless the theme says otherwise, and of footnotes."""


class Density(msgspec.Struct, frozen=True):
    """How closely text is set: points from line to line, between paragraphs, above and below the column."""

    leading: float = Scale().leading
    gap: float = 7.0
    top: float = 60.0
    bottom: float = 62.0


EASY = Density()


def easy(scale: Scale, small: bool = False) -> Density:
    """As a theme wants it; on `small` paper with less room above and below."""
    return Density(scale.leading, top=50.0, bottom=50.0) if small else Density(scale.leading)


def close(scale: Scale, small: bool = False) -> Density:
    """For a short document of which a few lines would stand alone on a last page."""
    leading = max(scale.leading - 1.5, scale.text * 1.2)
    return Density(leading, 5.0, 46.0, 48.0) if small else Density(leading, 5.0, 48.0, 52.0)


class Spot(msgspec.Struct, frozen=True):
    """Where blocks stand: their offset in the column, their width, their parent tag, the panel behind them."""

    x: float
    width: float
    tag: int
    panel: Panel | None = None


@lru_cache(maxsize=256)  # the same ones are asked for block by block
def _style_of(family: str, bold: bool, italic: bool, size: float, color: str, hyphens: str) -> Style:
    return Style(Face(family, bold, italic), size, color, hyphens=hyphens)


class Press(msgspec.Struct, frozen=True):
    """The document in hand and what it is set with. `full` is the width that a wide table may take.

    `edition` tells for whom it is: what a student's hides takes the room that it takes in an instructor's.
    `rtl`: what is set runs from right to left. It is planned from its own first edge and mirrored at last.
    `cues` is the column for cues, `box` where the box at the foot of pages begins and how wide it is, if there are any.
    `entries` are the footnotes by number, `public` those that all readers see called where an edition hides something;
    `feet` has the ones that are set. `heads` is the factor for titles and headings, `tuning` how the last pages differ.
    With `turns` the column of every other page moves to the other edge, and nothing but what is as wide as the page
    may reach out of it. An `exam` sets questions as tests do (`exam_questions`).
    """

    document: Document
    theme: Theme
    pictures: dict[str, Picture]
    tree: Tree
    full: float
    page: float
    column: float
    targets: frozenset[str] = msgspec.field(default_factory=frozenset)
    density: Density = EASY
    rtl: bool = False
    edition: Edition = ""
    cues: CueColumn | None = None
    box: tuple[float, float] | None = None
    entries: dict[int, Footnote] = msgspec.field(default_factory=dict)
    public: frozenset[int] = frozenset()
    exam: bool = False
    heads: float = 1.0
    turns: bool = False
    feet: dict[tuple[int, bool], tuple[Strip, ...]] = msgspec.field(default_factory=dict)
    tuning: Tuning | None = None

    def style(self, size: float = 0.0, *, bold: bool = False, italic: bool = False, color: str = "") -> Style:
        """A style in the theme's text family, of the running text's size and the ink unless others are given."""
        return self._style(size, bold, italic, color, self.theme.hyphens)

    def heading_style(self, size: float = 0.0, *, bold: bool = True, italic: bool = False, color: str = "") -> Style:
        """The same for headings, whose words are never divided."""
        return self._style(size, bold, italic, color, "")

    def _style(self, size: float, bold: bool, italic: bool, color: str, hyphens: str) -> Style:
        theme = self.theme
        ink = color or theme.palette.ink
        return _style_of(theme.text_family, bold, italic, size or theme.scale.text, ink, hyphens)

    def spans(self, inlines: Inlines, style: Style) -> tuple[Span, ...]:
        """The inlines in a style, with the links that lead somewhere."""
        return spans(
            inlines,
            style,
            code_family=self.theme.code_family,
            link_color=self.theme.palette.accent,
            mark_color=self.theme.palette.mark,
            resolve=self.resolve,
            anchored=True,
            room=self.edition != "",
            picture=self.in_line,
            unnamed=word(self.document, "figure"),
        )

    def in_line(self, image: Image) -> Drawing | None:
        """The picture as it stands in a line of text, None if it is not here or too large."""
        picture = self.pictures.get(image.source)
        return in_line(picture, image.attributes, self.theme.scale.text) if picture else None

    def resolve(self, target: str) -> str:
        """A target within the document that exists, or an address; else nothing."""
        return target if target.startswith("#") and target[1:] in self.targets else outside(target)

    def notes(self, call: Call) -> tuple[Foot, ...]:
        """The footnote of a call, set as wide as the column, and behind it those that it calls itself."""
        out: dict[int, Foot] = {}
        waiting = [call]
        while waiting:
            call = waiting.pop()
            if call.number in self.entries and call.number not in out:
                out[call.number] = Foot(call.number, self._note(call))
                inner = [one for strip in out[call.number].strips for one in strip.calls]
                waiting += [replace(one, hidden=call.hidden) for one in inner][::-1]
        return tuple(out.values())

    def _note(self, call: Call) -> tuple[Strip, ...]:
        """The strips of a footnote, which are set once."""
        key = (call.number, call.hidden)
        if key not in self.feet:
            entry = self.entries[call.number]
            hand = replace(self, tree=Tree()) if call.hidden else self
            made = hand._foot(entry, hand.tree.add("Note") if call.hidden else call.tag)
            if call.hidden:  # only its room and its own place: names of other places may tell words
                own = (note_name(call.number),)
                made = tuple(replace(s, items=(), anchors=own if n == 0 else ()) for n, s in enumerate(made))
            self.feet[key] = made
        return self.feet[key]

    def _foot(self, note: Footnote, tag: int) -> tuple[Strip, ...]:
        mark = self.style(max(SMALLEST, FOOT * 0.8), color=self.theme.palette.muted)
        made: list[Strip] = []
        for block in note.blocks:
            text = block.inlines if isinstance(block, Paragraph) else (Text(_said(block)),)
            label = () if made else (Span(f"{note.number}\u2002", replace(mark, rise=2.6)),)
            every = (*label, *self.spans(text, self.style(FOOT)))
            owner = self.tree.add("P", tag)
            made += paragraph(every, self.tree, owner, width=self.column, leading=FOOT * 1.32, rtl=self.rtl)
        name = note_name(note.number)
        return (replace(made[0], anchors=(name, *made[0].anchors)), *made[1:]) if made else ()

    def asides(
        self, text: Sequence[Span], label: Inlines = (), number: str = "", start: int = 0
    ) -> Mapping[int, Aside]:
        """The cues of a text, by the span that they stand beside: of its label, of its key phrases from a span on."""
        if self.cues is None:
            return {}
        own = label_aside(self.cues, label, number)
        return ({0: own} if own is not None else {}) | marked_asides(self.cues, text, start)

    def text(
        self,
        inlines: Inlines,
        spot: Spot,
        style: Style | None = None,
        *,
        leading: float | None = None,
        before: float | None = None,
        keep: bool = False,
        role: TagRole = "P",
    ) -> list[Strip]:
        """A paragraph in the spot's tag; leading and space before it as the density has them."""
        tag = self.tree.add(role, spot.tag)
        text = self.spans(inlines, style or self.style())
        return paragraph(
            text,
            self.tree,
            tag,
            width=spot.width,
            leading=self.density.leading if leading is None else leading,
            x=spot.x,
            before=self.density.gap if before is None else before,
            keep=keep,
            panel=spot.panel,
            asides=self.asides(text),
            rtl=self.rtl,
        )

    def facing(self, text: str, spot: Spot, make: Callable[["Press"], list[Strip]]) -> list[Strip]:
        """What is made at a spot, its marks and bars at the right if its text begins there, or all text does."""
        if self.rtl or not runs_rtl(text):
            return make(self)
        made = make(replace(self, rtl=True, full=spot.x + spot.width))
        return mirrored_strips(made, 2 * spot.x + spot.width, spot.panel)


def _said(block: Block) -> str:
    """The plain text of a block in a footnote."""
    if isinstance(block, Code):
        return block.text
    texts = [plain(getattr(inner, "inlines", ())) for inner in walk_blocks((block,))]
    return " ".join(text for text in texts if text)


def space(height: float, panel: Panel | None = None, items: tuple[Item, ...] = (), *, keep: bool = True) -> Strip:
    """An empty strip: padding within a panel."""
    return Strip(height, items, 0.0, keep, panel)


SetBlocks = Callable[[Blocks, Press, Spot], list[Strip]]
"""What sets blocks as strips, for those that hold others."""
