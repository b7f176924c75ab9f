"""References to literature, set in a style of the Citation Style Language, and the list of what is referred to."""

import warnings
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from triptych.languages import reading
from triptych.languages.words import word, words_for
from triptych.model import document as doc
from triptych.model.footnote_calls import as_read
from triptych.model.queries import plain, walk_sections
from triptych.model.walk import Node, rewritten
from triptych.problem import Report
from triptych.transform.formatted import formatted
from triptych.transform.literature import bibliography, works


class _Literature(msgspec.Struct):
    """The works by key, citeproc's bibliography of them, and the language of the text."""

    works: dict[str, Any]
    bibliography: Any
    lang: str


def with_citations(document: doc.Document, report: Report) -> doc.Document:
    """The document with its citations set, and the list of references as its last section.

    A citation of what is not in the literature is a warning, and stays as it is written.
    """
    written: dict[str, doc.Citation] = {}
    for node in as_read(document):
        if isinstance(node, doc.Citation):
            written.setdefault(node.text, node)
    if not written:
        return document
    literature = _literature(document, written, report)
    rendered = {text: _rendered(cited, literature) if literature else None for text, cited in written.items()}

    def put(node: Node) -> Node | doc.Inlines:
        return (rendered[node.text] or (doc.Text(node.text),)) if isinstance(node, doc.Citation) else node

    document = replace(rewritten(document, put), literature=None)
    return _with_list(document, literature, _first_lines(written.values())) if literature else document


def _first_lines(cited: Iterable[doc.Citation]) -> dict[str, int]:
    """The line on which each work is first cited, by its key."""
    lines: dict[str, int] = {}
    for citation in cited:
        for item in citation.items:
            lines.setdefault(item.key, citation.line)
    return lines


def _literature(document: doc.Document, written: dict[str, doc.Citation], report: Report) -> _Literature | None:
    """The literature that the document names; nothing if there is none to cite."""
    if document.literature is None:
        hint = "name a file in the front matter: bibliography: books.bib"
        line = min(cited.line for cited in written.values())
        report.add("warning", "a citation, but there is no bibliography", line, hint)
        return None
    found = works(document.literature, report)
    for cited in written.values():
        for item in cited.items:
            if item.key not in found:
                report.add("warning", f"not in the bibliography: {item.key[:60]}", cited.line)
    made = bibliography(found, document.literature, document.meta.lang, report) if found else None
    return None if made is None else _Literature(found, made, document.literature.lang)


def _rendered(cited: doc.Citation, literature: _Literature) -> doc.Inlines | None:
    """A citation as the style sets it; None if something in it is not known, or the style cannot set it."""
    items = cited.items
    if not items or any(item.key not in literature.works for item in items):
        return None
    if cited.narrative:
        return _narrative(items[0], literature)
    if items[0].without_author and len(items) == 1:
        (item,) = items
        year = _year(literature.works[item.key], literature)
        words = (item.prefix, ", ".join(part for part in (year, item.place) if part))
        return formatted(f"({' '.join(word for word in words if word)}{item.suffix})")
    html = _cite(items, literature)
    return formatted(html) if html else None


def _cite(items: tuple[doc.Cited, ...], literature: _Literature) -> str:
    from citeproc import Citation, CitationItem
    from citeproc.source import Locator

    made = []
    for item in items:
        options: dict[str, Any] = {"locator": Locator(item.label, item.locator)} if item.locator else {}
        options |= {"prefix": f"{item.prefix} "} if item.prefix else {}
        options |= {"suffix": item.suffix} if item.suffix.strip() else {}
        made.append(CitationItem(item.key, **options))
    citation = Citation(made)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            literature.bibliography.register(citation)
            return str(literature.bibliography.cite(citation, lambda _: None))
    except Exception:  # a style may ask for what an entry has not
        return ""


def _narrative(item: doc.Cited, literature: _Literature) -> doc.Inlines | None:
    """`@key` in a sentence: "Smith (2001)"."""
    html = _cite((item,), literature)
    work = literature.works[item.key]
    names = [str(name.get("family") or name.get("literal") or "") for name in work.get("author") or ()]
    names = [name for name in names if name]
    if not html or not names:
        return formatted(html) if html else None
    who = f"{names[0]} {_term('et-al', literature)}" if len(names) > 2 else " & ".join(names)
    when = ", ".join(part for part in (_year(work, literature), item.place) if part) + item.suffix
    return (doc.Text(f"{who} "), *formatted(f"({when})" if html.startswith("(") else html))


def _year(work: Any, literature: _Literature) -> str:
    issued = work.get("issued") or {}
    return str(issued.get("year") or _term("no date", literature, "short"))


def _term(name: str, literature: _Literature, form: str | None = None) -> str:
    """What CSL has for a term in the language of the citations."""
    return str(literature.bibliography.style.root.get_single_term(name, form=form))


def _with_list(document: doc.Document, literature: _Literature, lines: Mapping[str, int]) -> doc.Document:
    """The document with the list of references: under a heading that says so, else in a section of its own.

    An entry has the line on which it is first cited: it has none of its own.
    """
    entries = _list(literature, lines)
    if not entries:
        return document
    titles = words_for(literature.lang, "references").union(*(one.reference_titles for one in reading(literature.lang)))
    titles |= {word(document, "references").lower()}
    sections = list(walk_sections(document.sections))
    own = [section for section in sections if plain(section.title).strip().lower() in titles]
    if own:
        wanted = own[-1]
        return replace(document, sections=tuple(_added(section, wanted, entries) for section in document.sections))
    taken = {section.id for section in sections}
    names = ("references", *(f"references-{number}" for number in range(1, len(taken) + 2)))
    name = next(name for name in names if name not in taken)
    line = sections[-1].line if sections else 0
    title = (doc.Text(word(document, "references")),)
    return replace(document, sections=(*document.sections, doc.Section(name, title, entries, level=1, line=line)))


def _added(section: doc.Section, wanted: doc.Section, entries: doc.Blocks) -> doc.Section:
    if section is wanted:
        return replace(section, blocks=section.blocks + entries)
    return replace(section, sections=tuple(_added(part, wanted, entries) for part in section.sections))


def _list(literature: _Literature, lines: Mapping[str, int]) -> doc.Blocks:
    from citeproc import Citation, CitationItem

    bibliography = literature.bibliography
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            bibliography.register(Citation([CitationItem(key) for key in literature.works]))
            if not bibliography.style.has_bibliography():
                return ()
            bibliography.sort()
            texts = [str(item) for item in bibliography.bibliography()]
    except Exception:  # a style may ask for what an entry has not
        return ()
    whole = len(bibliography.keys) == len(texts)  # a style may set an entry as nothing
    keys = bibliography.keys if whole else [""] * len(texts)
    found = ((formatted(text), lines.get(key, 0)) for key, text in zip(keys, texts, strict=True))
    return tuple(doc.Paragraph(inlines, line) for inlines, line in found if inlines)
