"""What the front matter says below the title: affiliations, abstract, keywords."""

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from triptych.model.document import Meta
from triptych.problem import Report

_MOST = 40
Known = Mapping[str, object]
Plain = Callable[[object], str]


def with_title_block(meta: Meta, known: Known, plain: Plain) -> Meta:
    """The meta data with what the values say; their keys are in small letters, `plain` makes one line of a value.

    Affiliations are those of the document and of its authors, each once; an author's `ref` names one of the document's.
    """
    if known.keys().isdisjoint(("abstract", "keywords", "affiliation", "affiliations", "author", "authors")):
        return meta
    every = [*_affiliations(known, {}, plain)]
    listed = [entry for entry in _entries(known.get("affiliations")) if isinstance(entry, dict)]
    named = {str(entry["id"]): plain(entry) for entry in listed if "id" in entry}
    for person in (*_entries(known.get("author")), *_entries(known.get("authors"))):
        if isinstance(person, dict):
            every += _affiliations(person, named, plain)
    found = tuple(dict.fromkeys(name for name in every if name and name != meta.course))
    words = tuple(word for word in (plain(entry) for entry in _words(known.get("keywords"))) if word)
    return replace(meta, affiliations=found, abstract=_paragraphs(known.get("abstract"), plain), keywords=words)


def _affiliations(holder: Mapping[str, object], named: Mapping[str, str], plain: Plain) -> Iterator[str]:
    """The affiliations of the document or of a person, by their names."""
    for key in ("affiliation", "affiliations"):
        for entry in _entries(holder.get(key)):
            if isinstance(entry, dict) and "ref" in entry:
                yield named.get(str(entry["ref"]), "")
            else:
                text = plain(entry)
                yield named.get(text, text)


def _entries(value: object) -> list[object]:
    """The entries of a value: of a list, else itself, if it is there."""
    if value is None or value == "":
        return []
    return list(value)[:_MOST] if isinstance(value, list | tuple) else [value]


def _words(value: object) -> list[object]:
    return [word.strip() for word in value.split(",")] if isinstance(value, str) else _entries(value)


def _paragraphs(value: object, plain: Plain) -> tuple[str, ...]:
    """The paragraphs of a text, which blank lines part."""
    parts = value.split("\n\n") if isinstance(value, str) else _entries(value)
    return tuple(text for text in (plain(part) for part in parts[:_MOST]) if text)


def said_date(said: str, written: str, source: str, report: Report) -> str:
    """A date as it is said; one that another program would work out, `r Sys.Date()` between backquotes, is none."""
    if not written.startswith("`r "):
        return said
    line = source[: max(source.find(written), 0)].count("\n") + 1
    report.add("warning", f"a date is not worked out here: {written[:40]}", line, "write it as it is to be shown")
    return ""
