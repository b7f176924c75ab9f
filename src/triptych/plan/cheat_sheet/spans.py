"""What titles and entries say, as spans at a size."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.languages.signs import space_between
from triptych.model import document as doc
from triptych.model.colors import readable
from triptych.model.queries import plain
from triptych.model.theme import Face, Theme
from triptych.plan.cheat_sheet.entries import Entry
from triptych.plan.fitting import line_room
from triptych.plan.inlines import on_one_line, outside, spans
from triptych.plan.paragraphs import baseline
from triptych.text.spans import Span, Style

HEADER_LEADING = 1.2
"""Ems: the distance of the lines of titles."""


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


def header_lines(made: Sequence[Span], size: float) -> tuple[float, float]:
    """How far the baselines of a header lie beneath the tops of its lines, and how high these are; points."""
    return line_room(made, size, baseline(size, HEADER_LEADING * size), HEADER_LEADING * size)


def group_spans(entries: Sequence[Entry], theme: Theme, size: float) -> tuple[Span, ...]:
    """The entries of a group one after the other, a space between them but in Chinese and Japanese."""
    return joined([entry_spans(entry, theme, size) for entry in entries], size)


def joined(said: Sequence[tuple[Span, ...]], size: float) -> tuple[Span, ...]:
    """What entries say at a size, one after the other."""
    if len(said) == 1:
        return said[0]
    out: list[Span] = []
    for made in said:
        if out and made and space_between(out[-1].text, made[0].text):
            out.append(Span(" ", replace(out[-1].style, size=size)))
        out.extend(made)
    return tuple(out)


def entry_spans(entry: Entry, theme: Theme, size: float) -> tuple[Span, ...]:
    """An entry at a size; code keeps its line ends and indents."""
    if entry.code:
        style = Style(Face(theme.code_family), size, theme.palette.ink)
        rows = [_solid(row) for row in plain(entry.inlines).split("\n")]
        return (Span("\n".join(rows), style),)
    style = Style(Face(theme.text_family), size, theme.palette.ink, hyphens=theme.hyphens)
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
