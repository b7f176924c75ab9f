"""Files of literature, BibTeX or CSL-JSON, cut into their entries, and the style: what citations are set from."""

import json
import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from triptych.limits import USUAL, LimitError, Limits
from triptych.model import document as doc
from triptych.model.literature import Entry, Literature
from triptych.model.walk import walk
from triptych.patterns import late
from triptych.problem import Report
from triptych.read.beside import Beside, RefusedError
from triptych.read.bibtex_strings import Strings
from triptych.read.csl_weight import sets_citations, weight
from triptych.read.decode import decode, legal
from triptych.read.markdown.context import Context

_ENTRY = late(r"^[ \t]*@[ \t]*(\w+)[ \t]*[{(][ \t]*([^,\s{}()]*)", re.MULTILINE)
_KEY = late(r"@([\w:.*-]+)")
MOST_FILES = 20
"""Files of literature that are read."""


def with_literature(
    document: doc.Document, values: Mapping[str, object], context: Context, beside: Beside, limits: Limits = USUAL
) -> doc.Document:
    """The document with what it cites of the files that its front matter names; as it is if it names none."""
    report, names = context.report, values.get("bibliography")
    files = [str(name) for name in names] if isinstance(names, list) else [str(names)] if names else []
    cited = {item.key for node in walk(document) if isinstance(node, doc.Citation) for item in node.items}
    if not files or not cited:
        return document
    wanted = cited | {key.lower() for key in _KEY.findall(str(values.get("nocite") or ""))}
    entries: list[Entry] = []
    for name in files[:MOST_FILES]:
        data = _asked(name, "bibliography", report, beside)
        if data is not None:
            entries += read_entries(data, name, wanted, report, limits)
    name = str(values.get("csl") or "")
    return replace(
        document, literature=Literature(tuple(entries), _style(name, report, beside, limits), name, context.lang)
    )


def _asked(name: str, what: str, report: Report, beside: Beside) -> bytes | None:
    """A file that the front matter names; None, and told, if there is none or it may not be read."""
    try:
        data = beside(name)
    except (RefusedError, LimitError) as refused:
        report.add("error", f"the {what} is not read, {refused}", 1, refused.hint)
        return None
    if data is None:
        report.add("warning", f"the {what} is not found: {name[:80]}", 1)
    return data


def read_entries(data: bytes, name: str, wanted: set[str], report: Report, limits: Limits = USUAL) -> list[Entry]:
    """The wanted entries of a file in its order; `*` wants all. A file that cannot be read is a warning."""
    text, problems = decode(data, name)
    if any(problem.severity == "error" for problem in problems):
        report.add("warning", f"the literature cannot be read: {name}", 1)
        return []
    found = (
        _of_json(text, name, report)
        if name.lower().endswith(".json")
        else _of_bibtex(text, name, wanted, report, limits)
    )
    return [entry for entry in found if entry.key in wanted or "*" in wanted]


def _of_json(text: str, name: str, report: Report) -> Iterator[Entry]:
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError) as error:
        report.add("warning", f"the literature is not valid JSON: {name}: {error}", 1)
        return
    entries = entries.get("items", []) if isinstance(entries, dict) else entries
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and (key := legal(str(entry.get("id", ""))).lower()):
            yield Entry(key, "csl-json", json.dumps(entry), name)


def _of_bibtex(text: str, name: str, wanted: set[str], report: Report, limits: Limits) -> Iterator[Entry]:
    """Each entry behind the abbreviations it uses: one that is broken does not take the others with it."""
    chunks = list(_chunks(text))
    if not chunks:
        report.add("warning", f"there are no entries in {name}", 1)
    strings = Strings(chunk for kind, _, chunk in chunks if kind == "string")
    for kind, key, chunk in chunks:
        if not key or kind in ("string", "preamble", "comment") or not (key in wanted or "*" in wanted):
            continue
        used = strings.used_by(chunk)
        if sum(strings.weights[string] for string in used) > limits.string_characters:
            met = LimitError(f"characters of abbreviations in {name}", "string-characters", limits.string_characters)
            report.add("error", f"an entry is left out, {met}", 1, met.hint)
        else:
            yield Entry(key, "bibtex", strings.text_of(used) + chunk, name)


def _chunks(text: str) -> Iterator[tuple[str, str, str]]:
    """The kind, key and text of each entry."""
    starts = list(_ENTRY.finditer(text))
    ends = [*(match.start() for match in starts), len(text)]
    for match, end in zip(starts, ends[1:], strict=True):
        yield match[1].lower(), match[2].lower(), text[match.start() : end].strip() + "\n"


def _style(name: str, report: Report, beside: Beside, limits: Limits) -> bytes:
    """The style that a document names; empty where it cannot be used."""
    data = _asked(name, "citation style", report, beside) if name else b""
    if data is None:
        return b""
    # Entities could name any file of the machine: no style needs them.
    if b"<!" in data.replace(b"<!--", b""):
        report.add("warning", f"the citation style declares entities, and is not used: {name[:80]}", 1)
        return b""
    if data and weight(data, limits.style_elements) > limits.style_elements:
        met = LimitError("elements of the citation style with its macros", "style-elements", limits.style_elements)
        report.add("error", f"the citation style is not used, {met}: {name[:80]}", 1, met.hint)
        return b""
    if data and not sets_citations(data):
        hint = "it may only refer to another style: name the file of that one"
        report.add("warning", f"the citation style says nothing of citations, and is not used: {name[:80]}", 1, hint)
        return b""
    return data
