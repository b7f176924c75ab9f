"""The structure tree: which element owns what on which page, and how the elements stand in each other."""

from collections.abc import Sequence
from typing import assert_never

import msgspec

from triptych.geometry import Rect
from triptych.model.pages import Tag
from triptych.write.pdf.objects import Objects, Ref, key, number, text_string

_KEPT_EMPTY = ("TD", "TH")
"""Cells that hold nothing still make the grid of their table."""

_FRAMED = ("Figure", "Formula")
"""Roles that say where they are on the page (ISO 14289-1, 7.3 and 7.7)."""


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A marked-content sequence of a page."""

    page: int
    mcid: int


class Annotation(msgspec.Struct, frozen=True, gc=False):
    """A link annotation of a page."""

    page: int
    ref: Ref


class Child(msgspec.Struct, frozen=True, gc=False):
    """Another element, by its place in the tuple of tags."""

    tag: int


Kid = Mark | Annotation | Child


class TagTree:
    """The structure tree of one file, filled while its pages are drawn (ISO 32000-1, 14.7)."""

    def __init__(self, tags: Sequence[Tag], heights: Sequence[float]) -> None:
        self._tags = tags
        self._heights = heights
        self._kids: list[list[Kid]] = [[] for _ in tags]
        self._met = [False] * len(tags)
        self._marks: list[list[int]] = [[] for _ in heights]
        self._links: list[int] = []
        self._frames: dict[int, Rect] = {}

    def mark(self, tag: int, page: int) -> tuple[str, int]:
        """Give a tag a new marked-content sequence on a page; its role, and the sequence's number there."""
        self.place(tag)
        marks = self._marks[page]
        marks.append(tag)
        self._kids[tag].append(Mark(page, len(marks) - 1))
        return self._tags[tag].role, len(marks) - 1

    def place(self, tag: int) -> None:
        """Put an inline tag, or the inline tags that it is in, among their parents' content: here, once."""
        while tag >= 0 and not self._met[tag]:
            self._met[tag] = True
            parent = self._tags[tag].parent
            if self._tags[tag].inline and parent >= 0:
                self._kids[parent].append(Child(tag))
            tag = parent

    def picture(self, tag: int, rect: Rect) -> None:
        """Note where a tag's picture is drawn; the first one counts."""
        self._frames.setdefault(tag, rect)

    def link(self, tag: int, page: int, annotation: Ref) -> int:
        """Give a tag a link annotation; the annotation's StructParent key."""
        self._kids[tag].append(Annotation(page, annotation))
        self._links.append(tag)
        return len(self._heights) + len(self._links) - 1

    def owns(self, page: int) -> bool:
        """Whether anything on a page is tagged; the page's StructParents key is then its number."""
        return bool(self._marks[page])

    def write(self, objects: Objects, pages: Sequence[Ref]) -> Ref:
        """Write the elements that have something to hold; the StructTreeRoot."""
        tops = self._join()
        refs = [objects.reserve() if self._kept(tag) else "" for tag in range(len(self._tags))]
        root, document = objects.reserve(), ""
        if [self._tags[top].role for top in tops] == ["Document"]:
            top = refs[tops[0]]
        else:
            top = document = objects.reserve()
        for tag, ref in enumerate(refs):
            if ref:
                parent = self._tags[tag].parent
                above = refs[parent] if parent >= 0 else document or root
                objects.put(ref, self._element(tag, above, refs, pages))
        if document:
            kids = " ".join(refs[tag] for tag in tops)
            objects.put(document, f"<</Type /StructElem /S /Document /P {root} /K [{kids}]>>")
        objects.put(root, self._root(objects, top, refs))
        return root

    def _join(self) -> list[int]:
        """Hang every element that is kept into its parent, children before parents; those that have none."""
        waiting: list[list[int]] = [[] for _ in self._tags]
        tops: list[int] = []
        for tag in range(len(self._tags) - 1, -1, -1):
            self._kids[tag] += [Child(child) for child in reversed(waiting[tag])]
            parent = self._tags[tag].parent
            if not self._kept(tag):
                continue
            if parent < 0:
                tops.append(tag)
            elif not self._tags[tag].inline:
                waiting[parent].append(tag)
        return tops[::-1]

    def _kept(self, tag: int) -> bool:
        return bool(self._kids[tag]) or self._tags[tag].role in _KEPT_EMPTY

    def _root(self, objects: Objects, top: Ref, refs: Sequence[Ref]) -> str:
        numbers = [
            f"{page} {objects.add('[' + ' '.join(refs[tag] for tag in marks) + ']')}"
            for page, marks in enumerate(self._marks)
            if marks
        ]
        numbers += [f"{place} {refs[tag]}" for place, tag in enumerate(self._links, len(self._heights))]
        named = sorted((tag.id.encode(), ref) for tag, ref in zip(self._tags, refs, strict=True) if tag.id and ref)
        names = f" /IDTree <</Names [{' '.join(f'{key(name)} {ref}' for name, ref in named)}]>>" if named else ""
        return (
            f"<</Type /StructTreeRoot /K [{top}] /RoleMap <</Em /Span /Strong /Span>>{names}"
            f" /ParentTree <</Nums [{' '.join(numbers)}]>>"
            f" /ParentTreeNextKey {len(self._heights) + len(self._links)}>>"
        )

    def _element(self, tag: int, parent: Ref, refs: Sequence[Ref], pages: Sequence[Ref]) -> str:
        """A structure element (ISO 32000-1, table 323)."""
        kids, told = self._kids[tag], self._tags[tag]
        page = next((kid.page for kid in kids if type(kid) is Mark), -1) if kids else -1
        parts = [f"<</Type /StructElem /S /{told.role} /P {parent}"]
        if page >= 0:
            parts.append(f"/Pg {pages[page]}")
        if kids:
            codes = " ".join([refs[kid.tag] if type(kid) is Child else _kid(kid, page, refs, pages) for kid in kids])
            parts.append(f"/K {codes}" if len(kids) == 1 else f"/K [{codes}]")
        if told.alt or told.actual or told.expansion or told.lang or told.id:
            parts += _properties(told)
        if told.scope or told.numbering or told.rise or told.role in _FRAMED:
            parts += self._attributes(tag, page)
        return " ".join(parts) + ">>"

    def _attributes(self, tag: int, page: int) -> list[str]:
        """Attribute objects (ISO 32000-1, 14.8.5)."""
        told = self._tags[tag]
        attributes = []
        if told.scope:
            attributes.append(f"<</O /Table /Scope /{told.scope}>>")
        if told.numbering:
            attributes.append(f"<</O /List /ListNumbering /{told.numbering}>>")
        if told.rise:
            attributes.append(f"<</O /Layout /BaselineShift {number(told.rise)}>>")
        frame = told.bbox or self._frames.get(tag)
        if told.role in _FRAMED:
            placement = "/Placement /Inline" if told.inline else "/Placement /Block"
            box = f" /BBox {_box(frame, self._heights[page])}" if frame and page >= 0 else ""
            attributes.append(f"<</O /Layout {placement}{box}>>")
        return [f"/A {attributes[0]}" if len(attributes) == 1 else f"/A [{' '.join(attributes)}]"]


def _kid(kid: Kid, page: int, refs: Sequence[Ref], pages: Sequence[Ref]) -> str:
    match kid:
        case Child(tag):
            return refs[tag]
        case Mark(at, mcid):
            return str(mcid) if at == page else f"<</Type /MCR /Pg {pages[at]} /MCID {mcid}>>"
        case Annotation(at, ref):
            return f"<</Type /OBJR /Pg {pages[at]} /Obj {ref}>>"
        case _:
            assert_never(kid)


def _properties(tag: Tag) -> list[str]:
    """What a tag says about itself in words."""
    told = (("Alt", tag.alt), ("ActualText", tag.actual), ("E", tag.expansion), ("Lang", tag.lang))
    parts = [f"/{name} {text_string(text)}" for name, text in told if text]
    return [*parts, f"/ID {key(tag.id)}"] if tag.id else parts


def _box(rect: Rect, height: float) -> str:
    """A rectangle by its lower left and upper right corners on a page of this height."""
    return f"[{number(rect.x)} {number(height - rect.bottom)} {number(rect.right)} {number(height - rect.y)}]"
