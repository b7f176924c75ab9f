"""Several documents as one: each is a chapter, and what counts, counts through."""

import posixpath
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.literature import Entry, Literature
from triptych.model.queries import title_of
from triptych.model.walk import rewritten, walk
from triptych.patterns import late

_ELSEWHERE = late(r"[A-Za-z][A-Za-z0-9+.-]+:|//|/|\\")
_LINED = (
    *(doc.Reference, doc.Citation, doc.Image, doc.Named, doc.InlineFormula, doc.FootnoteCall, doc.Paragraph),
    *(doc.Question, doc.KeyPoint, doc.Summary, doc.Definition, doc.ListItem, doc.ListBlock, doc.Row, doc.Table),
    *(doc.Code, doc.Figure, doc.Quote, doc.Notes, doc.Break, doc.Callout, doc.Columns, doc.Formula, doc.Chart),
    *(doc.Footnote, doc.Section),
)
_MARKED = (
    *(doc.Image, doc.Paragraph, doc.Question, doc.KeyPoint, doc.Summary, doc.Definition, doc.ListBlock, doc.Table),
    *(doc.Code, doc.Figure, doc.Quote, doc.Notes, doc.Callout, doc.Columns, doc.Formula, doc.Chart, doc.Section),
)


class Chapter(msgspec.Struct, frozen=True):
    """A document as it was read, the folder that it lies in as seen from the whole, and how many lines it has."""

    document: doc.Document
    folder: str
    lines: int


class Joined(msgspec.Struct, frozen=True):
    """The whole, in which lines count through all chapters; the line before the first of each; works that clash."""

    document: doc.Document
    before: tuple[int, ...]
    clashes: tuple[str, ...]

    def place(self, line: int) -> tuple[int, int]:
        """The chapter and the line in it that a line of the whole is."""
        number = bisect_right(self.before, line - 1) - 1
        return number, line - self.before[number]


def joined(chapters: Sequence[Chapter], meta: doc.Meta, words: tuple[tuple[str, str], ...] = ()) -> Joined:
    """The documents as chapters of one. Figures, tables, formulae, questions and footnotes count through it.

    An id that an earlier chapter has already is another one in a later chapter, where everything refers to that. Of
    works with the same key the first one counts.
    """
    taken: set[str] = set()
    sections: list[doc.Section] = []
    notes: list[doc.Footnote] = []
    anchors: list[doc.Anchor] = []
    parts: list[doc.Part] = []
    before: list[int] = []
    line = 0
    for number, chapter in enumerate(chapters):
        before.append(line)
        names = _names(chapter.document, taken, number + 1)
        move = _Move(names, line, len(notes), number, chapter, meta.lang)
        moved = rewritten(chapter.document, move.node)
        sections.append(_section(moved, move, taken, line + 1))
        notes += moved.footnotes
        anchors += [doc.Anchor(names.get(a.name, a.name), a.line + line) for a in moved.anchors]
        parts += [doc.Part(move.part(part.name), part.data) for part in moved.parts]
        line += max(chapter.lines, 1)
    literature, clashes = _literature([chapter.document for chapter in chapters])
    whole = doc.Document(
        meta, tuple(sections), words=words, footnotes=tuple(notes), anchors=tuple(anchors), parts=tuple(parts),
        literature=literature,
    )  # fmt: skip
    return Joined(whole, tuple(before), clashes)


def _names(document: doc.Document, taken: set[str], number: int) -> dict[str, str]:
    """The ids of a document that are taken, and others for them; all of it are taken then."""
    own = {node.attributes.id for node in walk(document) if isinstance(node, _MARKED) and node.attributes.id}
    own |= {node.id for node in walk(document) if isinstance(node, doc.Section)}
    own |= {anchor.name for anchor in document.anchors}
    names = {}
    for name in sorted(own & taken):
        turn = number
        while f"{name}-{turn}" in taken | own:
            turn += 1
        names[name] = f"{name}-{turn}"
    taken |= {names.get(name, name) for name in own}
    return names


def _section(moved: doc.Document, move: "_Move", taken: set[str], line: int) -> doc.Section:
    """A document as a chapter: what stands before its first heading stands below its title."""
    first, *others = moved.sections or (doc.Section("", ()),)
    blocks, inner = (first.blocks, others) if not first.title and not first.sections else ((), moved.sections)
    id = name = f"chapter-{len(taken)}"
    while id in taken:
        id = f"{id}-{name}"
    taken.add(id)
    title = tuple(rewritten(inline, move.node) for inline in title_of(moved.meta))
    return doc.Section(id, (*title, *moved.title_calls), blocks, tuple(map(_deeper, inner)), line=line)


def _deeper(section: doc.Section) -> doc.Section:
    return replace(section, level=section.level + 1, sections=tuple(map(_deeper, section.sections)))


class _Move(msgspec.Struct, frozen=True):
    """What changes in a document when it becomes a chapter."""

    names: dict[str, str]
    line: int
    notes: int
    number: int
    chapter: Chapter
    lang: str

    def node(self, node: Any) -> Any:
        """A node with the ids, lines, numbers, files and languages of the whole."""
        if isinstance(node, _MARKED) and node.attributes.id in self.names:
            node = replace(node, attributes=replace(node.attributes, id=self.names[node.attributes.id]))
        if isinstance(node, _LINED) and node.line:
            node = replace(node, line=node.line + self.line)
        match node:
            case doc.Section(id):
                return replace(node, id=self.names.get(id, id))
            case doc.Reference(ids):
                return replace(node, ids=tuple(self.names.get(id, id) for id in ids))
            case doc.Link(_, target) if target[1:] in self.names and target.startswith("#"):
                return replace(node, target="#" + self.names[target[1:]])
            case doc.Question() if node.see in self.names:
                return replace(node, see=self.names[node.see])
            case doc.Footnote(number) | doc.FootnoteCall(number):
                return replace(node, number=number + self.notes)
            case doc.Image(source):
                return replace(node, source=self._file(source))
            case doc.Text() if self._own_lang != self.lang:
                return doc.Passage((node,), self._own_lang)
            case doc.Passage(children):
                return replace(node, children=tuple(self._once(children)))
        return node

    def part(self, name: str) -> str:
        """The name of a picture that came in the file of this chapter."""
        return f"chapter {self.number + 1}/{name}"

    @property
    def _own_lang(self) -> str:
        return self.chapter.document.meta.lang

    def _once(self, children: doc.Inlines) -> list[doc.Inline]:
        """Words that their author has said the language of already."""
        out: list[doc.Inline] = []
        for child in children:
            inner = isinstance(child, doc.Passage) and child.lang == self._own_lang != self.lang
            out += child.children if inner and isinstance(child, doc.Passage) else (child,)
        return out

    def _file(self, source: str) -> str:
        if any(part.name == source for part in self.chapter.document.parts):
            return self.part(source)
        if not self.chapter.folder or _ELSEWHERE.match(source):
            return source
        return posixpath.normpath(posixpath.join(self.chapter.folder, source))


def _literature(documents: Sequence[doc.Document]) -> tuple[Literature | None, tuple[str, ...]]:
    """The works of all documents in the style of the first that has any, and the keys that mean several works."""
    known: dict[str, Entry] = {}
    clashes: dict[str, None] = {}
    found = [document.literature for document in documents if document.literature]
    for literature in found:
        for entry in literature.entries:
            first = known.setdefault(entry.key, entry)
            if (first.form, first.text) != (entry.form, entry.text):
                clashes[entry.key] = None
    return (replace(found[0], entries=tuple(known.values())) if found else None), tuple(clashes)
