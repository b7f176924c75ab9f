"""The table of contents: numbers, titles, page numbers, each line a link."""

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.languages.words import word
from triptych.model.document import (
    Blank,
    Document,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Mark,
    Named,
    Passage,
    Raised,
    Section,
    Strike,
    Strong,
    Text,
)
from triptych.model.footnote_calls import without_calls
from triptych.model.pages import Item, LinkItem, RuleItem, TextItem
from triptych.model.queries import plain
from triptych.plan.flow import Strip
from triptych.plan.handout.press import Press
from triptych.plan.inlines import on_one_line
from triptych.plan.paragraphs import baseline, line_items, words_at
from triptych.text.bidi import directed, spans_rtl
from triptych.text.lines import break_lines
from triptych.text.shape import width

LEADING = 16.0
MANY = 90
"""Entries from which on only the outermost sections are listed."""
AFTER = 14.0
"""Points between the contents and the text."""
PAGE_WIDTH = 34.0
"""Points at the right that are kept for the page number."""


class Entry(msgspec.Struct, frozen=True):
    """A line of the contents."""

    id: str
    number: str
    title: Inlines
    level: int


def entries_of(document: Document, numbers: dict[str, str]) -> tuple[Entry, ...]:
    """The sections of two levels, or of one where two are too many for a reader to survey."""
    out: list[Entry] = []

    def add(sections: tuple[Section, ...], level: int) -> None:
        for section in sections:
            if plain(section.title).strip():
                out.append(Entry(section.id, numbers.get(section.id, ""), _bare(section.title), level))
            if level == 0:
                add(section.sections, 1)

    add(document.sections, 0)
    outer = tuple(entry for entry in out if entry.level == 0)
    return tuple(out) if len(out) <= MANY or len(outer) < 2 else outer


def _bare(inlines: Inlines) -> Inlines:
    """A title without its footnotes, its links and its breaks: each entry is a link of one paragraph itself."""
    out: list[Inline] = []
    for inline in without_calls(inlines):
        if isinstance(inline, LineBreak):
            out.append(Text(" "))
        elif isinstance(inline, Link):
            out.extend(_bare(inline.children))
        elif isinstance(inline, Strong | Emphasis | Strike | Raised | Passage | Mark | Blank | Named):
            out.append(replace(inline, children=_bare(inline.children)))
        else:
            out.append(inline)
    return tuple(out)


def contents_strips(entries: tuple[Entry, ...], pages: dict[str, str], press: Press, toc: int) -> list[Strip]:
    """The heading and an entry for each section. Without a tag (-1) only the heights are asked for."""
    style = press.heading_style(15.0)
    counted = toc < 0
    tag = -1 if counted else press.tree.add("P", toc)
    title = words_at(word(press.document, "contents"), style, 0.0, baseline(15.0, 20.0), tag, rtl=press.rtl)
    out = [Strip(24.0, tuple(title), before=14.0, keep=True)]
    parent = -1 if counted else press.tree.add("TOC", toc)
    for entry in entries:
        out.extend(_entry(entry, pages.get(entry.id, ""), press, parent))
    return [*out, Strip(AFTER, spare=True)]


def _entry(entry: Entry, page: str, press: Press, toc: int) -> list[Strip]:
    indent = 0.0 if entry.level == 0 else 24.0
    style = press.heading_style(10.5, bold=entry.level == 0)
    number = f"{entry.number}\u2002" if entry.number else ""
    spans = on_one_line(press.spans((Text(number), *entry.title), style), LEADING / style.size)
    lines = break_lines(spans, press.full - indent - PAGE_WIDTH)
    lines = directed(lines, spans_rtl(spans, press.rtl), mirrored=press.rtl)
    item = press.tree.add("TOCI", toc) if toc >= 0 else -1
    tag = press.tree.add("Link", item) if toc >= 0 else -1
    out = []
    for index, line in enumerate(lines):
        y = baseline(10.5, LEADING)
        items = line_items(line, indent, y, tag, press.tree, {}) if tag >= 0 else []
        if index == len(lines) - 1:
            items.extend(_page_number(page, indent + line.width, y, press, tag))
        items.append(
            LinkItem(
                Rect(indent, 1.0, press.full - indent, LEADING - 2.0), tag, plain(entry.title), destination=entry.id
            )
        )
        before = 5.0 if entry.level == 0 and index == 0 else 0.0
        out.append(Strip(LEADING, tuple(items), before, index < len(lines) - 1))
    return out


def _page_number(page: str, left: float, y: float, press: Press, tag: int) -> list[Item]:
    style = press.style(10.5)
    at = press.full - width(page, style.face) * 10.5
    items: list[Item] = [TextItem(at, y, page, style.face, 10.5, style.color, tag)]
    if at - left > 24.0:
        items.append(RuleItem(left + 8.0, y - 2.0, at - 6.0, y - 2.0, 0.6, press.theme.palette.hairline, (1.0, 3.0)))
    return items
