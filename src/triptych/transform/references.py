"""Numbers for captioned figures and tables, and links for what refers to them, to sections and to formulae."""

from bisect import bisect_right
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import plain, walk_blocks, walk_sections
from triptych.model.rewriting import with_blocks, with_links
from triptych.model.words import word
from triptych.read.markdown.context import Context
from triptych.read.markdown.inlines import REFERENCE

_NOWHERE = ("", "top")


def with_references(document: doc.Document, context: Context) -> doc.Document:
    """The document with its captioned figures and tables numbered, and every reference resolved.

    A reference to nothing is a warning, and its text stays.
    """
    document = _numbered(document)
    return with_links(document, _Targets(document, context).resolved) if context.refers else document


def _numbered(document: doc.Document) -> doc.Document:
    counts = {"figure": 0, "table": 0}

    def put(block: doc.Block) -> doc.Block:
        match block:
            case doc.Figure() | doc.Chart() if block.caption:
                counts["figure"] += 1
                return replace(block, number=counts["figure"])
            case doc.Table() if block.caption:
                counts["table"] += 1
                return replace(block, number=counts["table"])
            case _:
                return block

    captioned = any(
        isinstance(block, doc.Figure | doc.Chart | doc.Table) and block.caption
        for section in walk_sections(document.sections)
        for block in walk_blocks(section.blocks)
    )
    return with_blocks(document, put) if captioned else document


class _Targets:
    """What can be referred to, by id, with the words that name it."""

    def __init__(self, document: doc.Document, context: Context) -> None:
        self._context = context
        self._names: dict[str, str] = {}
        self._loose: dict[str, str] = {}  # ids by their letters and digits alone
        self._sections: dict[str, str] = {}  # ids of the sections that anchors stand for
        sections = list(walk_sections(document.sections))
        for section in sections:
            self._add(section.id, f"“{plain(section.title).strip()}”" if section.title else "")
            for block in walk_blocks(section.blocks):
                if not isinstance(block, doc.Break) and block.attributes.id:
                    self._add(block.attributes.id, _name(block, document))
        lines = [section.line for section in sections]
        for name, line in context.anchors.items():
            if name not in self._names and sections:
                self._add_anchor(name, line, sections, max(bisect_right(lines, line) - 1, 0))

    def resolved(self, link: doc.Link, line: int) -> doc.Inlines:
        """What stands for a link: itself, a link within the document, or its text if it leads nowhere."""
        if link.target.startswith(REFERENCE):
            return tuple(self._references(link))
        if not link.target.startswith("#"):
            return (link,)
        wanted = link.target[1:]
        found = self._find(wanted)
        if not found:
            if wanted.lower() not in _NOWHERE:
                self._missing(wanted, line)
            return link.children
        bare = plain(link.children) == link.target
        children: doc.Inlines = (doc.Text(self._names[found] or wanted),) if bare else link.children
        return (doc.Link(children, f"#{self._id(found)}"),)

    def _references(self, link: doc.Link) -> Iterator[doc.Inline]:
        """The links for a reference, which may name several things."""
        line, titled, *names = link.target.removeprefix(REFERENCE).split(" ")
        found = [self._find(name) for name in names]
        for name, place in zip(names, found, strict=True):
            if not place:
                self._missing(name, int(line))
        if not all(found):
            yield from link.children
            return
        for count, name in enumerate(found):
            if count:
                yield doc.Text(", ")
            children: doc.Inlines = link.children if titled == "titled" else (doc.Text(self._names[name] or name),)
            yield doc.Link(children, f"#{self._id(name)}")

    def _add(self, name: str, words: str) -> None:
        self._names.setdefault(name, words)
        self._loose.setdefault(_letters(name), name)

    def _add_anchor(self, name: str, line: int, sections: list[doc.Section], place: int) -> None:
        """An anchor stands for the section that it is in, or for the one whose heading comes next."""
        section = sections[place]
        following = sections[place + 1] if place + 1 < len(sections) else None
        if following and not (section.blocks and section.blocks[-1].line >= line):
            section = following
        self._add(name, self._names.get(section.id, ""))
        self._sections[name] = section.id

    def _find(self, name: str) -> str:
        for tried in (name, unquote(name)):
            if tried in self._names:
                return tried
        return self._loose.get(_letters(unquote(name)), "")

    def _id(self, name: str) -> str:
        return self._sections.get(name, name)

    def _missing(self, name: str, line: int) -> None:
        hint = f"give something this name: {{#{name}}}"
        self._context.report.add("warning", f"a reference to nothing: {name[:60]}", line, hint)


def _name(block: doc.Block, document: doc.Document) -> str:
    """What a block is called where it is referred to."""
    match block:
        case doc.Figure() | doc.Chart() if block.number:
            return f"{word(document, 'figure')} {block.number}"
        case doc.Table() if block.number:
            return f"{word(document, 'table')} {block.number}"
        case doc.Formula() if block.number:
            return f"{word(document, 'equation')} {block.number}"
        case _:
            return ""


def _letters(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum()).lstrip("0123456789")
