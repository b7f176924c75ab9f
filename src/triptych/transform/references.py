"""Links for what refers to figures, tables, sections, formulae and other places of the document."""

from bisect import bisect_right
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec.structs import replace

from triptych.languages import language
from triptych.languages.words import numbered
from triptych.model import document as doc
from triptych.model.queries import plain, walk_blocks, walk_sections
from triptych.model.rewriting import with_links
from triptych.model.walk import has
from triptych.patterns import late
from triptych.problem import Report

_NOWHERE = ("", "top")
_NUMBERED = late(r"[^\W\d_]{1,30} \d{1,3}(?:\.\d{1,3}){0,3}")
"""The title of a box that is called by its number: Theorem 1."""
_WORDLESS = "say what it leads to: [the table of causes](#causes)"
_NO_TEXT = ("", "[link]")
"""Texts of links that stand in for what they link to: some programs write them where a number should stand."""


def with_references(document: doc.Document, report: Report) -> doc.Document:
    """The document with every reference and every link within it resolved.

    A reference to nothing is a warning, and its text stays.
    """
    if document.anchors:
        return replace(_resolved(document, report), anchors=())
    return _resolved(document, report) if has(document, doc.Link, doc.Reference) else document


def _resolved(document: doc.Document, report: Report) -> doc.Document:
    targets: list[_Targets] = []  # most documents refer to nothing

    def put(link: doc.Link | doc.Reference, line: int) -> doc.Inlines:
        if isinstance(link, doc.Link) and not link.target.startswith("#"):
            return (link,)
        if not targets:
            targets.append(_Targets(document, report))
        if isinstance(link, doc.Link):
            return targets[0].link(link, line)
        return tuple(targets[0].references(link))

    return with_links(document, put)


class _Targets:
    """What can be referred to, by id, with the words that name it."""

    def __init__(self, document: doc.Document, report: Report) -> None:
        self._report = report
        self._names: dict[str, str] = {}
        self._loose: dict[str, str] = {}  # ids by their letters and digits alone
        self._around: dict[str, str] = {}  # the sections in which nameless things stand
        self._sections: dict[str, str] = {}  # ids of the sections that anchors stand for
        sections = list(walk_sections(document.sections))
        start, end = language(document.meta.lang).quotes
        for section in sections:
            self._add(section.id, f"{start}{plain(section.title).strip()}{end}" if section.title else "")
            for block in walk_blocks(section.blocks):
                if not isinstance(block, doc.Break) and block.attributes.id:
                    self._add(block.attributes.id, _name(block, document))
                    self._around.setdefault(block.attributes.id, self._names[section.id])
        lines = [section.line for section in sections]
        for anchor in document.anchors:
            if anchor.name not in self._names and sections:
                self._add_anchor(anchor, sections, max(bisect_right(lines, anchor.line) - 1, 0))

    def link(self, link: doc.Link, line: int) -> doc.Inlines:
        """What stands for a link: one within the document, or its text if it leads nowhere."""
        wanted = link.target[1:]
        found = self._find(wanted)
        if not found:
            if wanted.lower() not in _NOWHERE:
                self._missing(wanted, line)
            return link.children
        said = plain(link.children).strip()
        instead = self._names[found] or self._around.get(found, "")
        if said.casefold() in _NO_TEXT:
            if not instead:
                self._report.add(
                    "warning", f"a link without words: {wanted[:60]}", line, _WORDLESS, "link without words"
                )
            return (doc.Link((doc.Text(instead or wanted),), f"#{self._id(found)}"),)
        bare = said == link.target
        children: doc.Inlines = (doc.Text(self._names[found] or wanted),) if bare else link.children
        return (doc.Link(children, f"#{self._id(found)}"),)

    def references(self, reference: doc.Reference) -> Iterator[doc.Inline]:
        """The links for a reference, which may name several things; its text if one of them is nowhere."""
        found = [self._find(name) for name in reference.ids]
        for name, place in zip(reference.ids, found, strict=True):
            if not place:
                self._missing(name, reference.line)
        if not all(found):
            written = ", ".join(reference.ids) if reference.written.startswith("\\") else reference.written
            yield from reference.children or (doc.Text(written),)
            return
        for count, name in enumerate(found):
            if count:
                yield doc.Text(", ")
            words = _as_latex(
                self._names[found[count]] or self._around.get(found[count], "") or name, reference.written
            )
            yield doc.Link(reference.children or (doc.Text(words),), f"#{self._id(name)}")

    def _add(self, name: str, words: str) -> None:
        self._names.setdefault(name, words)
        self._loose.setdefault(_letters(name), name)

    def _add_anchor(self, anchor: doc.Anchor, sections: list[doc.Section], place: int) -> None:
        """An anchor stands for the section that it is in, or for the one whose heading comes next."""
        section = sections[place]
        following = sections[place + 1] if place + 1 < len(sections) else None
        if following and not (section.blocks and section.blocks[-1].line >= anchor.line):
            section = following
        self._add(anchor.name, self._names.get(section.id, ""))
        self._sections[anchor.name] = section.id

    def _find(self, name: str) -> str:
        for tried in (name, unquote(name)):
            if tried in self._names:
                return tried
        return self._loose.get(_letters(unquote(name)), "")

    def _id(self, name: str) -> str:
        return self._sections.get(name, name)

    def _missing(self, name: str, line: int) -> None:
        hint = f"give something this name: {{#{name}}}"
        self._report.add("warning", f"a reference to nothing: {name[:60]}", line, hint)


def _name(block: doc.Block, document: doc.Document) -> str:
    """What a block is called where it is referred to; empty if it has no name."""
    if isinstance(block, doc.Figure | doc.Chart | doc.Table):
        return block.label
    if isinstance(block, doc.Formula) and block.number:
        return numbered(document, "equation", block.number)
    if isinstance(block, doc.Columns):  # parts of one figure
        inner = (one for column in block.columns for one in column if isinstance(one, doc.Figure | doc.Table))
        return ", ".join(one.label for one in inner if one.label)
    title = plain(
        block.term if isinstance(block, doc.Definition) else block.title if isinstance(block, doc.Callout) else ()
    ).strip()
    if not title or _NUMBERED.fullmatch(title):
        return title
    start, end = language(document.meta.lang).quotes
    return f"{start}{title}{end}"


def _letters(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum()).lstrip("0123456789")


def _as_latex(words: str, written: str) -> str:
    """What LaTeX's own commands show of "Equation 1": only its number, the word being the author's."""
    ends = (words.rpartition(" ")[2], words.partition(" ")[0].rstrip("."))  # Figure 1, 1. ábra
    number = next((part for part in ends if any(map(str.isdigit, part))), "")
    if not number:
        return words
    return f"({number})" if written.startswith("\\eqref") else number if written.startswith("\\ref") else words
