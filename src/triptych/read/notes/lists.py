"""Points of study notes to lists and key points, nested by indentation and by the kind of their marks."""

import msgspec

from triptych.languages.signs import COLONS
from triptych.model import document as doc
from triptych.patterns import late
from triptych.read.inline_builder import InlineBuilder, finished_text
from triptych.read.labels import is_label, labelled
from triptych.read.markdown.lists import task
from triptych.read.notes.units import Para, Point

_MAX_DEPTH = 12
_STYLED = late(
    r"(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1(?!\w)|(?<![=A-Za-z0-9])==(?=[^\s=])(.{1,1000}?)(?<=[^\s=])==(?!=)"
)


class _Item(msgspec.Struct):
    point: Point
    paragraphs: list[Para] = msgspec.field(default_factory=list)
    children: "list[_Item]" = msgspec.field(default_factory=list)


class Points:
    """Collects the points of one run, with the indented paragraphs between them."""

    def __init__(self) -> None:
        self._items: list[_Item] = []
        self._stack: list[_Item] = []

    def __bool__(self) -> bool:
        return bool(self._items)

    def add(self, point: Point) -> None:
        """Add a point below, beside or above the last one."""
        while self._stack and not self._is_below(point):
            self._stack.pop()
        item = _Item(point)
        (self._stack[-1].children if self._stack else self._items).append(item)
        self._stack.append(item)

    def takes(self, para: Para) -> bool:
        """Add a paragraph to the point that it is indented below; False if there is none."""
        fitting = [item for item in self._stack if para.indent >= item.point.indent + 2]
        # A paragraph that stands behind nested points cannot be put before them: it would change its place.
        if not fitting or fitting[-1].children:
            return False
        fitting[-1].paragraphs.append(para)
        return True

    def blocks(self) -> list[doc.Block]:
        """The lists and key points."""
        return _lists(self._items, top=True)

    def _is_below(self, point: Point) -> bool:
        """Whether a point belongs under the innermost open one."""
        last = self._stack[-1].point
        if len(self._stack) >= _MAX_DEPTH:
            return False
        if abs(point.indent - last.indent) > 1:
            return point.indent > last.indent
        # At the same indentation: other marks right below a point are its sub-points ("1." – "a)").
        mine = _manner(point)
        known = any(_manner(item.point) == mine and abs(item.point.indent - point.indent) <= 1 for item in self._stack)
        return not known and not point.apart


def _manner(point: Point) -> tuple[str, int, str]:
    """What points of one list have in common."""
    return point.marker.kind, point.marker.depth, point.marker.marks


def note_inlines(lines: list[str]) -> doc.Inlines:
    """Lines of text as inlines, with breaks between them: `**bold**` as people write it everywhere, `==marked==`."""
    inlines: list[doc.Inline] = []
    for line in lines:
        if inlines:
            inlines.append(doc.LineBreak())
        styled = any(mark in line for mark in ("**", "__", "=="))
        inlines.extend(_styled(line) if styled else finished_text(line))
    return tuple(inlines)


def _styled(line: str) -> list[doc.Inline]:
    """A line with the spaces round its bold and marked parts kept; what is marked may have bold parts."""
    out, position = InlineBuilder(), 0
    for match in _STYLED.finditer(line):
        out.text(line[position : match.start()])
        kind, said = ("strong", match[2]) if match[1] else ("mark", match[3])
        out.open(kind)
        for inline in _styled(said) if kind == "mark" else finished_text(said):
            out.add(inline)
        out.close(kind)
        position = match.end()
    out.text(line[position:])
    return list(out.finish())


def _lists(items: list[_Item], top: bool) -> list[doc.Block]:
    """Items as lists, a new one wherever the kind of mark changes."""
    blocks: list[doc.Block] = []
    start = 0
    for place in range(1, len(items) + 1):
        kinds = [
            (item.point.marker.kind, item.point.marker.marks) for item in (items[start], items[place % len(items)])
        ]
        if place == len(items) or kinds[0] != kinds[1]:
            group = items[start:place]
            blocks.extend((_key_points(group) if top else None) or [_list(group)])
            start = place
    return blocks


def _key_points(items: list[_Item]) -> list[doc.Block] | None:
    """The items as key points if at least two in three have labels; the others stay items among them.

    Among these an item is a label too if it is short and heads lines of its own.
    """
    found = [(item, _labelled(item)) for item in items]
    if sum(1 for _, label in found if label) * 3 < len(items) * 2:
        return None
    blocks: list[doc.Block] = []
    for item, own in found:
        label = own or _heading(item)
        if label is None:
            blocks.append(_list([item]))
            continue
        rest = tuple(_inside(item))
        point = item.point
        blocks.append(doc.KeyPoint(*label, rest, point.marker.number, point.line, marks=point.marker.marks))
    return blocks


def _labelled(item: _Item) -> tuple[doc.Inlines, doc.Inlines] | None:
    inlines = note_inlines(item.point.lines)
    found = labelled(inlines, plain_text=True)
    if found is None and (item.children or item.paragraphs):
        text = item.point.lines[0].rstrip()
        if len(item.point.lines) == 1 and len(text) <= 60 and text.endswith(tuple(COLONS)):
            return finished_text(text[:-1]), ()
    if found and isinstance(found[0][0], doc.Strong) and len(found[0]) == 1:
        found = found[0][0].children, found[1]
    if found and not found[1] and not item.children and not item.paragraphs:
        return None
    return found


def _heading(item: _Item) -> tuple[doc.Inlines, doc.Inlines] | None:
    """The short line of an item that has lines of its own beneath it, as its label."""
    lines = item.point.lines
    heads = len(lines) == 1 and is_label(lines[0]) and bool(item.children or item.paragraphs)
    return (note_inlines(lines), ()) if heads else None


def _list(items: list[_Item]) -> doc.ListBlock:
    first = items[0].point
    entries = tuple(
        task(
            doc.ListItem(
                (doc.Paragraph(note_inlines(item.point.lines), item.point.line), *_inside(item)), item.point.line
            )
        )
        for item in items
    )
    ordered = first.marker.kind != "bullet"
    return doc.ListBlock(entries, ordered, first.marker.number or 1, first.line, marks=first.marker.marks)


def _entry(item: _Item) -> doc.ListItem:
    line = item.point.line
    return task(doc.ListItem((doc.Paragraph(note_inlines(item.point.lines), line), *_inside(item)), line))


def _inside(item: _Item) -> list[doc.Block]:
    """The paragraphs and lists that belong to a point."""
    paragraphs = [doc.Paragraph(note_inlines(para.lines), para.line) for para in item.paragraphs]
    return [*paragraphs, *_lists(item.children, top=False)]
