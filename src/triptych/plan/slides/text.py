"""Text in a box of a slide: paragraphs with their marks, one below the other, standing as the box is anchored."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

import msgspec

from triptych.geometry import Rect
from triptych.languages.words import word_in
from triptych.model.deck import Para
from triptych.model.document import Align
from triptych.model.list_marks import DONE, OPEN, numbered
from triptych.model.pages import Item, TagRole
from triptych.model.theme import Face, Level
from triptych.plan.fitting import fitted
from triptych.plan.slides.lettering import broken, drawn_face, extent, line_items, measure, spans
from triptych.plan.slides.lists import Tagger
from triptych.plan.slides.stage import Stage
from triptych.text.bidi import directed
from triptych.text.lines import Line, break_lines
from triptych.text.spans import Span, Style

_STEP = 18.0
"""Points of indentation for each level where no placeholder says otherwise."""


class Look(msgspec.Struct, frozen=True):
    """How the paragraphs of a box are set: the style and size of each level.

    A `color` counts before the levels' own. `hangs`: a placeholder, whose levels say where bullets hang. `tight`:
    lines are as far apart as their fonts say. `link` is the colour of links, empty where they look like what is around
    them. `align` counts before all that paragraphs say.
    """

    levels: tuple[Level, ...]
    sizes: tuple[float, ...]
    color: str = ""
    bold: bool = False
    hangs: bool = False
    tight: bool = False
    link: str = ""
    align: Align | None = None

    def level(self, para: Para) -> Level:
        """The style of a paragraph's level."""
        return self.levels[min(para.level, len(self.levels) - 1)]

    def size(self, para: Para) -> float:
        """Its size in points."""
        return self.sizes[min(para.level, len(self.sizes) - 1)] if self.sizes else self.level(para).size


class _Set(msgspec.Struct, frozen=True):
    """A paragraph that has been broken: its mark or label, where its text begins and how wide it may be; points."""

    para: Para
    level: Level
    size: float
    lines: tuple[Line, ...]
    mark: str
    hang: float
    left: float
    width: float
    label: Line | None = None


def text_items(
    paras: Sequence[Para],
    inner: Rect,
    anchor: Literal["t", "ctr", "b"],
    look: Look,
    stage: Stage,
    parent: int | None,
    role: TagRole = "P",
) -> list[Item]:
    """The paragraphs in a rectangle. `role` is that of those without a mark; without a parent they are artifacts."""
    digits = max((len(str(para.number or 0)) for para in paras), default=1)
    ready = [_broken(para, inner.width, look, digits, stage) for para in paras]
    y = inner.y + (inner.height - _height(ready, look)) * {"t": 0.0, "ctr": 0.5, "b": 1.0}[anchor]
    tagger = Tagger(stage.tree, parent, role)
    items: list[Item] = []
    for index, each in enumerate(ready):
        y += _before(ready, index)
        items += _para_items(each, inner, y, look, stage, tagger)
        y += sum(sum(extent(line, each.size, each.level, tight=look.tight)) for line in each.lines)
    return items


def _height(ready: Sequence[_Set], look: Look) -> float:
    lines = sum(sum(extent(line, each.size, each.level, tight=look.tight)) for each in ready for line in each.lines)
    return lines + sum(_before(ready, index) for index in range(len(ready)))


def _before(ready: Sequence[_Set], index: int) -> float:
    """The space before a paragraph; none at the top of a box."""
    if not index:
        return 0.0
    own = ready[index].para.space_before
    return (ready[index].level.space_before if own is None else own) + ready[index - 1].level.space_after


def _broken(para: Para, width: float, look: Look, digits: int, stage: Stage) -> _Set:
    level, size = look.level(para), look.size(para)
    color = look.color or level.color or stage.theme.palette.ink
    bold = look.bold or level.bold
    set_so = partial(spans, level=level, size=size, color=stage.color(color), bold=bold, link=look.link, stage=stage)
    label, text = para.divided
    made = set_so(text, display=para.display)
    mark, hang, left = ("", 0.0, para.hang) if para.hang else _mark(para, level, size, look, digits)
    room = max(size, width - left)
    made = made or [Span("", Style(Face(level.family), size, stage.color(color)))]
    lines = directed(broken(fitted(made, room), room, level), bool(para.rtl))
    if para.runs and para.runs[-1].text.endswith("\n"):  # a line break at the end begins a line
        lines = (*lines, Line((), 0.0))
    before = break_lines(set_so(label), width, measure(level), tidy=False) if label else ()
    return _Set(
        para, level, size, lines, mark, hang, left, room, directed(before, bool(para.rtl))[0] if before else None
    )


def _mark(para: Para, level: Level, size: float, look: Look, digits: int) -> tuple[str, float, float]:
    """The bullet or number, how far it hangs before the text, and where the text begins."""
    if para.number is not None:
        room = (0.56 * digits + 0.5) * size  # as it is written, so that no number pushes its text away
        if not look.hangs:
            return numbered(para.mark, para.number), _STEP, (para.level + 1) * _STEP
        room = max(-level.indent, room)
        return numbered(para.mark, para.number), room, level.margin + level.indent + room
    if not look.hangs:
        mark = para.mark if para.bullet else ""
        return mark, _STEP if mark else 0.0, (para.level + bool(mark)) * _STEP
    if not para.bullet:
        return "", 0.0, 0.0
    return para.mark or level.bullet, -level.indent, level.margin


def _para_items(each: _Set, inner: Rect, y: float, look: Look, stage: Stage, tagger: Tagger) -> list[Item]:
    """The lines of a paragraph whose top is at `y`."""
    items: list[Item] = []
    tag: int | None = None
    said = any(piece.text.strip() for line in each.lines for piece in line.pieces)
    if each.mark and said:
        label, tag = tagger.item(
            each.para.level, numbered=each.para.number is not None, said=_mark_said(each.mark, stage)
        )
        above = extent(each.lines[0], each.size, each.level, tight=look.tight)[0]
        items += _mark_items(each, inner, y + above, look, stage, label)
    elif said:
        tag = tagger.plain()
    if each.label:
        above = extent(each.lines[0], each.size, each.level, tight=look.tight)[0]
        x = inner.right - each.label.width if each.para.rtl else inner.x
        items += line_items(each.label, x, y + above, tag, stage)
    for line in each.lines:
        above, below = extent(line, each.size, each.level, tight=look.tight)
        x = inner.x + (0.0 if each.para.rtl else each.left) + _aside(line, each, look)
        items += line_items(line, x, y + above, tag, stage)
        y += above + below
    return items


def _mark_said(mark: str, stage: Stage) -> str:
    """What the mark of a task means in the deck's language; nothing for other marks."""
    key = {DONE: "done", OPEN: "to do"}.get(mark, "")
    return word_in(stage.deck.meta.lang, key) if key else ""


def _align(each: _Set, look: Look) -> Align:
    align = each.para.align
    if look.align is not None:
        return look.align
    if each.para.rtl is not None and align != "center":
        return "right" if each.para.rtl else align or "left"
    return align or each.level.align


def _aside(line: Line, each: _Set, look: Look) -> float:
    """How far to the right a line begins in its room."""
    return (each.width - line.width) * {"left": 0.0, "center": 0.5, "right": 1.0}[_align(each, look)]


def _mark_items(each: _Set, inner: Rect, y: float, look: Look, stage: Stage, tag: int | None) -> list[Item]:
    """The bullet or number at its place before the text; it hangs at the other side where text runs from there."""
    level, numbered = each.level, each.para.number is not None
    runs = each.para.runs
    color = level.bullet_color or (runs[0].color if runs else "") or look.color or level.color
    face = drawn_face(Face(level.family if numbered else "Arial", level.bold), stage.family)
    size = each.size if numbered else each.size * level.bullet_size
    span = Span(f"{each.mark} ", Style(face, size, stage.color(color or stage.theme.palette.ink)))
    line = directed(break_lines((span,), inner.width), bool(each.para.rtl))[0]
    start = each.left - each.hang
    x = inner.x + start
    if each.para.rtl:
        x = inner.right - start - line.width
    elif _align(each, look) != "left":
        x += _aside(each.lines[0], each, look)
    return line_items(line, x, y, tag, stage)
