"""Boxes measured in ems, as they are drawn at any size."""

from collections.abc import Sequence
from math import inf

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.colors import readable
from triptych.model.footnotes import without_calls
from triptych.model.queries import plain
from triptych.model.theme import Face, Theme
from triptych.plan.cheat_sheet.boxes import Box, Entry
from triptych.plan.fitting import fitted, is_high, least_scale, reach
from triptych.plan.inlines import on_one_line, outside, spans
from triptych.plan.paragraphs import baseline
from triptych.text.lines import Line, Parts, Span, Style, break_lines, count_lines, parts_of

PAD, LEADING, HEADER_LEADING, ENTRY_GAP = 0.55, 1.22, 1.32, 0.28
"""Ems: padding in a box, line distances, space between entries."""
INDENT, MARK, DEEPEST = 0.9, 1.0, 5
"""Ems for each level of a list, and for its mark; levels that are set deeper, so that a narrow column keeps room."""
LEAST_FORMULA = 0.79
"""The share of the type's size under which no formula is set: it rather has no place in so narrow a column."""
GLUED = 2.0
"""Ems that brackets and stops beside a formula take, which no line parts from it."""
LABEL = -1
"""Stands for a box's header where entries are counted: a label or a question is worth having by itself."""


class Measured:
    """A box whose entries are measured in ems when they are first asked for."""

    def __init__(self, box: Box, theme: Theme) -> None:
        self.box = box
        self._theme = theme
        self._parts: dict[int, Parts] = {}
        self._spans: dict[int, tuple[Span, ...]] = {}
        self._high: dict[tuple[tuple[int, ...], float], float] = {}
        self._header: Parts | None = None
        self._heights: dict[tuple[frozenset[int], float], float] = {}

    def height(self, kept: frozenset[int], width: float) -> float:
        """The height in ems with some of its entries at a column width in ems; 0 if nothing of it is kept."""
        key = (kept, width)
        if key not in self._heights:
            self._heights[key] = self._height(kept, width)
        return self._heights[key]

    def _height(self, kept: frozenset[int], width: float) -> float:
        if not kept:
            return 0.0
        inner = width - 2 * PAD
        high = self._header_height(inner) + (2 * PAD if kept != {LABEL} else 0.0)
        for place, group in enumerate(groups(self.box, kept)):
            high += ENTRY_GAP if place else 0.0
            wide = inner - offset(self.box.entries[group[0]])
            high += self._formulae(group, wide) or count_lines(self._group(group), wide) * LEADING
        return high

    def _formulae(self, group: tuple[int, ...], wide: float) -> float:
        """The height of a group with a formula that is higher or wider than a line; 0 of one without."""
        formulae = [span for index in group for span in self._said(index) if span.drawing]
        rise = baseline(1.0, LEADING)
        widest = max((span.drawing.width for span in formulae if span.drawing), default=0.0)
        if widest <= wide - GLUED and not is_high(formulae, rise, LEADING):
            return 0.0
        key = (group, wide)
        if key not in self._high:
            spans = group_spans([self.box.entries[index] for index in group], self._theme, 1.0)
            lines = broken(spans, wide, code=False)
            high = sum(reach(line, rise, LEADING)[1] for line in lines)
            self._high[key] = high if least_scale(spans, wide) >= LEAST_FORMULA else inf
        return self._high[key]

    def _said(self, index: int) -> tuple[Span, ...]:
        if index not in self._spans:
            self._spans[index] = entry_spans(self.box.entries[index], self._theme, 1.0)
        return self._spans[index]

    def _header_height(self, inner: float) -> float:
        if not header(self.box):
            return 0.0
        if self._header is None:
            self._header = parts_of(header_spans(header(self.box), self._theme, 1.0, ""))
        return header_height(count_lines(self._header, inner))

    def _group(self, group: tuple[int, ...]) -> Parts:
        out: Parts = ()
        for index in group:
            parts = self._entry(index)
            out = out + _spaced(out, parts)
        return out

    def _entry(self, index: int) -> Parts:
        if index not in self._parts:
            self._parts[index] = parts_of(self._said(index))
        return self._parts[index]


def _spaced(before: Parts, parts: Parts) -> Parts:
    """Sentences set one after the other: a space stands between them, counted with the first."""
    if not before or not parts:
        return parts
    solid, total, ends = parts[0]
    return ((solid + 0.28, total + 0.28, ends), *parts[1:])


def groups(box: Box, kept: frozenset[int]) -> list[tuple[int, ...]]:
    """The kept entries, sentences of one paragraph together."""
    out: list[tuple[int, ...]] = []
    for index in sorted(kept - {LABEL}):
        if out and box.entries[index].joins and out[-1][-1] == index - 1:
            out[-1] = (*out[-1], index)
        else:
            out.append((index,))
    return out


def offset(entry: Entry) -> float:
    """How far an entry's text stands from the edge, in ems."""
    return min(entry.indent, DEEPEST) * INDENT + (MARK if entry.mark else 0.0)


def header(box: Box) -> doc.Inlines:
    """What a box's header says; nothing where it has none."""
    title = without_calls(box.title) if plain(box.title).strip() else ()
    return (doc.Text(f"{box.number}\u2002"), *title) if box.number else title


def header_spans(inlines: doc.Inlines, theme: Theme, size: float, color: str) -> tuple[Span, ...]:
    """A title in bold. What is marked is in ink, whatever is behind the title; a tall formula is its text."""
    style = Style(Face(theme.text_family, bold=True), size, color)
    made = spans(
        inlines, style, code_family=theme.code_family, link_color=color, mark_color=theme.palette.mark,
        resolve=lambda target: "", notes=False, code=1.0,
    )  # fmt: skip
    ink = readable(theme.palette.ink, theme.palette.mark)
    inked = (replace(s, style=replace(s.style, color=ink)) if s.style.highlight else s for s in made)
    return on_one_line(tuple(inked), HEADER_LEADING)


def header_height(lines: int) -> float:
    """The height in ems of a header of so many lines."""
    return lines * HEADER_LEADING + 0.3 if lines else 0.0


def group_spans(entries: Sequence[Entry], theme: Theme, size: float) -> tuple[Span, ...]:
    """The entries of a group one after the other, a space between them."""
    out: list[Span] = []
    for entry in entries:
        if out:
            out.append(Span(" ", replace(out[-1].style, size=size)))
        out.extend(entry_spans(entry, theme, size))
    return tuple(out)


def broken(spans: Sequence[Span], room: float, *, code: bool) -> tuple[Line, ...]:
    """The lines of a group in a room, as wide as the spans are: points, or ems for spans of size 1."""
    return break_lines(fitted(spans, room), room, tidy=not code)


def entry_spans(entry: Entry, theme: Theme, size: float) -> tuple[Span, ...]:
    """An entry at a size; code keeps its line ends and indents."""
    if entry.code:
        style = Style(Face(theme.code_family), size, theme.palette.ink)
        rows = [_solid(row) for row in plain(entry.inlines).split("\n")]
        return (Span("\n".join(rows), style),)
    style = Style(Face(theme.text_family), size, theme.palette.ink)
    ink, mark = theme.palette.ink, theme.palette.mark
    family = theme.code_family
    made = spans(
        entry.inlines,
        style,
        code_family=family,
        link_color=ink,
        mark_color=mark,
        resolve=outside,
        notes=False,
        code=1.0,
        display=entry.display,
    )
    return made or (Span("", style),)


def _solid(row: str) -> str:
    text = row.lstrip(" ")
    return "\u00a0" * (len(row) - len(text)) + text.rstrip(" ")
