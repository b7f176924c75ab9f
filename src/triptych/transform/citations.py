"""References to literature, set in a style of the Citation Style Language, and the list of what is referred to."""

import io
import re
import warnings
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import plain, walk_sections
from triptych.model.rewriting import with_links
from triptych.model.words import word
from triptych.read.beside import Beside
from triptych.read.bibliography import read_literature
from triptych.read.decode import legal
from triptych.read.inline_builder import InlineBuilder
from triptych.read.markdown.context import Context
from triptych.read.markdown.html import Tag, pieces
from triptych.read.markdown.inlines import CITATION, html_tag
from triptych.read.report import Report
from triptych.read.slugs import Slugs

_STYLE = "harvard-cite-them-right"
_TITLES = frozenset(("references", "bibliography", "works cited", "literature", "literatur", "literaturverzeichnis",
                     "bibliographie", "références", "bibliografía", "bibliografia", "quellen"))  # fmt: skip
_PART = re.compile(r"([^@]*?)(-?)@(\{[^{}]+\}|[^\W_](?:\w|[:.#$%&+?<>~/-](?=\w))*)(.*)", re.DOTALL)
_LABEL = r"pp?\.|pages?|ch\.|chap\.|chapter|sec\.|section|vol\.|§"
_LOCATOR = re.compile(rf"\s*,?\s*({_LABEL})?\s*(\d[\w–—-]*(?:,\s*\d[\w–—-]*)*)(.*)")
_LABELS = {
    "ch": "chapter", "chap": "chapter", "chapter": "chapter", "sec": "section", "section": "section", "§": "section",
    "vol": "volume",
}  # fmt: skip


class _Item(msgspec.Struct, frozen=True):
    key: str
    prefix: str = ""
    locator: str = ""
    label: str = "page"
    suffix: str = ""
    without_author: bool = False


_Cited = dict[str, list[_Item]]


class _Literature(msgspec.Struct):
    """What is cited, with citeproc's bibliography, and what each citation has become."""

    entries: dict[str, Any]
    bibliography: Any
    cited: _Cited


def with_citations(
    document: doc.Document, context: Context, values: Mapping[str, object], beside: Beside
) -> doc.Document:
    """The document with its citations set, and the list of references as its last section.

    A citation of what is not in the literature is a warning, and stays as it is written.
    """
    if not context.literature:
        return document
    written: dict[str, int] = {}

    def collect(link: doc.Link, _: int) -> doc.Inlines:
        if link.target.startswith(CITATION):
            written.setdefault(plain(link.children), int(link.target.removeprefix(CITATION) or 0))
        return (link,)

    with_links(document, collect)
    if not written:
        return document
    literature = _literature(document, written, context.report, values, beside)
    rendered = {text: _rendered(text, literature) if literature else None for text in written}

    def put(link: doc.Link, _: int) -> doc.Inlines:
        if not link.target.startswith(CITATION):
            return (link,)
        return rendered.get(plain(link.children)) or link.children

    document = with_links(document, put)
    return _with_list(document, literature) if literature else document


def _literature(
    document: doc.Document, written: Mapping[str, int], report: Report, values: Mapping[str, object], beside: Beside
) -> _Literature | None:
    """The literature that the document names, with all its citations registered in their order."""
    names = values.get("bibliography")
    files = [str(name) for name in names] if isinstance(names, list) else [str(names)] if names else []
    if not files:
        hint = "name a file in the front matter: bibliography: books.bib"
        report.add("warning", "a citation, but there is no bibliography", next(iter(written.values())), hint)
        return None
    cited = {text: _items(text) for text in written}
    wanted = {item.key for items in cited.values() for item in items}
    wanted |= {key.lower() for key in re.findall(r"@([\w:.*-]+)", str(values.get("nocite") or ""))}
    entries: dict[str, Any] = {}
    for name in files[:20]:
        data = beside(name)
        if data is None:
            report.add("warning", f"the bibliography is not found: {name[:80]}", 1)
        else:
            entries = read_literature(data, name, wanted, report) | entries
    _complain(cited, written, entries, report)
    bibliography = _bibliography(entries, str(values.get("csl") or ""), document.meta.lang, report, beside)
    return _Literature(entries, bibliography, cited) if bibliography is not None and entries else None


def _complain(cited: _Cited, written: Mapping[str, int], entries: dict[str, Any], report: Report) -> None:
    for text, line in written.items():
        for item in cited[text]:
            if item.key not in entries:
                report.add("warning", f"not in the bibliography: {item.key[:60]}", line)


def _bibliography(entries: dict[str, Any], csl: str, lang: str, report: Report, beside: Beside) -> Any:
    from citeproc import CitationStylesBibliography, formatter
    from citeproc.source import BibliographySource

    source = BibliographySource()
    source.update(entries)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = _style(csl, lang, report, beside)
        return CitationStylesBibliography(style, source, formatter.html) if style is not None else None


def _style(csl: str, lang: str, report: Report, beside: Beside) -> Any:
    from citeproc import CitationStylesStyle

    data = beside(csl) if csl else None
    if csl and data is None:
        report.add("warning", f"the citation style is not found: {csl[:80]}", 1)
    # Entities could name any file of the machine: no style needs them.
    if data is not None and b"<!" in data.replace(b"<!--", b""):
        report.add("warning", f"the citation style declares entities, and is not used: {csl[:80]}", 1)
        data = None
    if data is not None:
        try:
            return CitationStylesStyle(io.BytesIO(data), validate=False)
        except Exception:  # not XML, or not a style: the parser and citeproc fail in many ways
            report.add("warning", f"not a citation style: {csl[:80]}", 1)
    for locale in (_locale(lang), "en-GB"):
        try:
            return CitationStylesStyle(_STYLE, locale=locale, validate=False)
        except ValueError:
            continue
    return None


def _locale(lang: str) -> str:
    """The locale of citeproc's for a language."""
    language, _, region = lang.replace("_", "-").partition("-")
    usual = {"en": "GB", "zh": "CN", "ja": "JP", "ko": "KR", "el": "GR", "he": "IL", "hi": "IN", "pt": "PT", "cs": "CZ"}
    return f"{language.lower()}-{region.upper() or usual.get(language.lower(), language.upper())}"


def _items(written: str) -> list[_Item]:
    """What a citation cites: `[see @a, p. 3; -@b]` cites two."""
    found = []
    for part in written.strip("[]").split(";"):
        match = _PART.fullmatch(part)
        if match is None:
            continue
        prefix, minus, key, rest = match[1].strip(), match[2], match[3].strip("{}").lower(), match[4]
        locator = _LOCATOR.fullmatch(rest)
        label = _LABELS.get((locator[1] or "").rstrip(".").lower(), "page") if locator else "page"
        suffix = locator[3] if locator else rest
        found.append(_Item(key, prefix, locator[2] if locator else "", label, suffix.rstrip(), bool(minus)))
    return found


def _rendered(text: str, literature: _Literature) -> doc.Inlines | None:
    """A citation as the style sets it; None if something in it is not known, or the style cannot set it."""
    items = literature.cited[text]
    if not items or any(item.key not in literature.entries for item in items):
        return None
    if not text.startswith("["):
        return _narrative(items[0], literature)
    if items[0].without_author and len(items) == 1:
        return _inlines(f"({_year(literature.entries[items[0].key])}{items[0].suffix})")
    html = _cite(items, literature)
    return _inlines(html) if html else None


def _cite(items: list[_Item], literature: _Literature) -> str:
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


def _narrative(item: _Item, literature: _Literature) -> doc.Inlines | None:
    """`@key` in a sentence: "Smith (2001)"."""
    html = _cite([item], literature)
    entry = literature.entries[item.key]
    names = [str(name.get("family") or name.get("literal") or "") for name in entry.get("author") or ()]
    names = [name for name in names if name]
    if not html or not names:
        return _inlines(html) if html else None
    who = f"{names[0]} et al." if len(names) > 2 else " & ".join(names)
    return (doc.Text(f"{who} "), *_inlines(f"({_year(entry)})" if html.startswith("(") else html))


def _year(entry: Any) -> str:
    issued = entry.get("issued")
    return str(issued.get("year") or "n.d.") if issued else "n.d."


def _inlines(html: str) -> doc.Inlines:
    """What citeproc has set, as inlines."""
    out = InlineBuilder()
    for piece in pieces(legal(html)):
        if isinstance(piece, Tag):
            html_tag(piece, out, Context(Report("")))
        else:
            out.text(piece)
    return out.finish()


def _with_list(document: doc.Document, literature: _Literature) -> doc.Document:
    """The document with the list of references: under a heading that says so, else in a section of its own."""
    entries = _list(literature)
    if not entries:
        return document
    titles = _TITLES | {word(document, "references").lower()}
    sections = list(walk_sections(document.sections))
    own = [section for section in sections if plain(section.title).strip().lower() in titles]
    if own:
        wanted = own[-1]
        return replace(document, sections=tuple(_added(section, wanted, entries) for section in document.sections))
    slugs = Slugs()
    for section in sections:
        slugs.take("", section.id)
    name = slugs.take("references")
    line = sections[-1].line if sections else 0
    title = (doc.Text(word(document, "references")),)
    return replace(document, sections=(*document.sections, doc.Section(name, title, entries, level=1, line=line)))


def _added(section: doc.Section, wanted: doc.Section, entries: doc.Blocks) -> doc.Section:
    if section is wanted:
        return replace(section, blocks=section.blocks + entries)
    return replace(section, sections=tuple(_added(part, wanted, entries) for part in section.sections))


def _list(literature: _Literature) -> doc.Blocks:
    from citeproc import Citation, CitationItem

    bibliography = literature.bibliography
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            bibliography.register(Citation([CitationItem(key) for key in literature.entries]))
            if not bibliography.style.has_bibliography():
                return ()
            bibliography.sort()
            texts = [str(item) for item in bibliography.bibliography()]
    except Exception:  # a style may ask for what an entry has not
        return ()
    found: list[doc.Block] = [doc.Paragraph(inlines) for inlines in map(_inlines, texts) if inlines]
    return tuple(found)
