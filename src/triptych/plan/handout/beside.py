"""Cues beside the text: its labels, terms, questions and key phrases again, to recall it by; artifacts all of them."""

from collections.abc import Sequence
from typing import assert_never

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.pages import DrawingItem, Item, TextItem
from triptych.model.queries import asks, plain
from triptych.model.theme import Face, Theme
from triptych.plan.alongside import aligned, stacked
from triptych.plan.flow import Aside, Strip, shifted
from triptych.plan.inlines import spans
from triptych.plan.paragraphs import baseline, paragraph, words_at
from triptych.plan.tree import Tree
from triptych.text.shape import width
from triptych.text.spans import Span, Style

SIZE, LEADING, APART = 9.0, 11.5, 4.0
"""Points: type of cues, from line to line, between cues."""
NUMBER_GAP = 5.0
"""Points between a number and its label."""
MOST = 8
"""Lines of a cue: the rest of it stands in the text beside it."""
CAPTION = 60
"""Characters up to which a caption serves as a cue."""
BASE = baseline(SIZE, LEADING)
_SET = (TextItem, DrawingItem)
"""What stands on a baseline."""


class CueColumn(msgspec.Struct, frozen=True):
    """Where cues stand: from `x` on, which is relative to the text's edge, over a width; `rtl` as for their document.

    `most` is how high the cues of one strip may be together.
    """

    x: float
    width: float
    most: float
    theme: Theme
    rtl: bool

    @property
    def style(self) -> Style:
        """The style of cues."""
        face, theme = Face(self.theme.text_family, bold=True), self.theme
        return Style(face, SIZE, theme.palette.ink, hyphens=theme.hyphens)

    def spans(self, inlines: doc.Inlines) -> tuple[Span, ...]:
        """Inlines in the style of cues, without links and footnotes: these are called in the text."""
        palette = self.theme.palette
        code = self.theme.code_family
        return spans(
            inlines, self.style, code_family=code, link_color=palette.ink, mark_color="",
            resolve=lambda target: "", notes=False, anchored=True,
        )  # fmt: skip


def label_aside(column: CueColumn, inlines: doc.Inlines, number: str = "") -> Aside | None:
    """The cue of a label, its number hanging before it; None of nothing."""
    if not number:
        return _aside(column.spans(inlines), column)
    style = replace(column.style, color=column.theme.palette.accent)
    indent = width(number, style.face) * SIZE + NUMBER_GAP
    label = _aside(column.spans(inlines), replace(column, x=column.x + indent, width=column.width - indent))
    if label is None or not label.items:
        return label
    return replace(label, items=(*words_at(f"{number} ", style, column.x, BASE, None, rtl=column.rtl), *label.items))


def marked_asides(column: CueColumn, text: Sequence[Span], start: int = 0) -> dict[int, Aside]:
    """The cues of the key phrases in some spans from one on, each by the span that it begins at."""
    out: dict[int, Aside] = {}
    phrase: list[Span] = []
    for index in range(start, len(text) + 1):
        if index < len(text) and (text[index].style.highlight or text[index].style.blank):
            phrase.append(text[index])
        elif phrase:
            aside = _aside(_as_cue(phrase, column), column)
            out |= {index - len(phrase): aside} if aside is not None else {}
            phrase = []
    return out


def _as_cue(phrase: Sequence[Span], column: CueColumn) -> tuple[Span, ...]:
    scale = SIZE / max(span.style.size for span in phrase)
    out = []
    for span in phrase:
        if span.style.call:
            continue
        style = span.style
        face = replace(style.face, bold=True)
        size, color = round(style.size * scale, 3), column.theme.palette.ink
        cue = Style(face, size, color, rise=style.rise * scale, blank=style.blank, hyphens=style.hyphens)
        out.append(replace(span, style=cue))
    return tuple(out)


def _aside(text: tuple[Span, ...], column: CueColumn) -> Aside | None:
    """Some spans as a cue. Of what a student fills in only the room is left: it is written in the text."""
    if not "".join(span.text for span in text).strip():
        return None
    made = paragraph(text, Tree(), 0, width=column.width, leading=LEADING, x=column.x, rtl=column.rtl)
    if len(made) > MOST:
        more = paragraph((Span("…", column.style),), Tree(), 0, width=column.width, leading=LEADING, x=column.x,
                         rtl=column.rtl)  # fmt: skip
        made = [*made[: MOST - 1], *more]
    blank = all(span.style.blank for span in text if span.text.strip())
    items: list[Item] = []
    y = 0.0
    for strip in made:
        items += [] if blank else [shifted(item, 0.0, y, untagged=True) for item in strip.items]
        y += strip.height
    return Aside(y + APART, tuple(items), _first_baseline(made[0]) or BASE)


def with_aside(made: list[Strip], aside: Aside | None, column: CueColumn) -> list[Strip]:
    """The strips with a cue beside the first of them that has text; beneath the one that stands there already."""
    if aside is None or not any(strip.items for strip in made):
        return made
    at = next((k for k, strip in enumerate(made) if _first_baseline(strip)), 0)
    cue = aligned(aside, _first_baseline(made[at]))
    held = made[at].aside
    both = stacked([cue] if held is None else [held, aside])
    if both is None or both.height > column.most:  # the words themselves stand in the text
        return made
    return [*made[:at], replace(made[at], aside=both), *made[at + 1 :]]


def _first_baseline(strip: Strip) -> float:
    return min((item.y for item in strip.items if isinstance(item, _SET)), default=0.0)


def joined(strips: Sequence[Strip], column: CueColumn | None) -> Aside | None:
    """The cues of strips that become one, as many as one can have."""
    asides: list[Aside] = []
    if column is None:
        return None
    for strip in strips:
        if strip.aside is not None and sum(aside.height for aside in (*asides, strip.aside)) <= column.most:
            asides.append(strip.aside)
    return stacked(asides)


def block_cued(made: list[Strip], block: doc.Block, column: CueColumn | None) -> list[Strip]:
    """The strips of a block with the cue that it has as a whole: a question, a title, a short caption."""
    if column is None:
        return made
    match block:
        case doc.Question():
            asked = block.answer is None and not (block.blocks and any(strip.aside for strip in made))
            return _cued(made, block.inlines, column) if asked else made
        case doc.Callout():
            return _cued(made, block.title, column)
        case doc.Figure() | doc.Table() | doc.Chart():
            return _cued(made, block.caption, column) if len(plain(block.caption)) <= CAPTION else made
        case doc.KeyPoint() | doc.Definition() | doc.Paragraph() | doc.ListBlock() | doc.Quote() | doc.Columns():
            return made  # their own lines have cues
        case doc.Summary() | doc.Code() | doc.Formula() | doc.Notes() | doc.Break():
            return made
        case _:
            assert_never(block)


def _cued(made: list[Strip], inlines: doc.Inlines, column: CueColumn) -> list[Strip]:
    return with_aside(made, label_aside(column, inlines), column)


def section_cued(
    heading: list[Strip], made: list[Strip], section: doc.Section, column: CueColumn | None
) -> list[Strip]:
    """A heading and its section: a question has its cue beside the answer, a section without cues that of its title."""
    if column is None or not plain(section.title).strip():
        return [*heading, *made]
    aside = label_aside(column, section.title)
    if not any(strip.aside for strip in made):
        return [*heading, *with_aside(made, aside, column)]
    first = next((strip for strip in made if _first_baseline(strip)), None)
    if not asks(section):
        return [*heading, *made]
    if first is not None and first.aside is None:
        return [*heading, *with_aside(made, aside, column)]
    return [*with_aside(heading, aside, column), *made]
