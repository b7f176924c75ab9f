"""Files of literature, BibTeX or CSL-JSON, to what citeproc makes of them: only the entries that are wanted."""

import io
import json
import re
import warnings
from collections.abc import Iterator
from typing import Any

from triptych.read.decode import decode
from triptych.read.report import Report

_ENTRY = re.compile(r"^[ \t]*@[ \t]*(\w+)[ \t]*[{(][ \t]*([^,\s{}()]*)", re.MULTILINE)
_ADDRESS = re.compile(r"\b(url|doi)\s*=\s*(?:\{([^{}]*)\}|\"([^\"]*)\")", re.IGNORECASE)
_LATEX_ESCAPE = re.compile(r"\\([_%&#~$])")


def read_literature(data: bytes, name: str, wanted: set[str], report: Report) -> dict[str, Any]:
    """The wanted entries of a file by key in lower case, as citeproc's references; `*` wants all.

    An entry that cannot be read is a warning that names the file; nothing is raised.
    """
    text, problems = decode(data, name)
    if any(problem.severity == "error" for problem in problems):
        report.add("warning", f"the literature cannot be read: {name}", 1)
        return {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # fields that citeproc does not know
        if name.lower().endswith(".json"):
            return _from_json(text, name, wanted, report)
        return _from_bibtex(text, name, wanted, report)


def _from_json(text: str, name: str, wanted: set[str], report: Report) -> dict[str, Any]:
    from citeproc.source.json import CiteProcJSON

    try:
        entries = json.loads(text)
    except (ValueError, RecursionError) as error:
        report.add("warning", f"the literature is not valid JSON: {name}: {error}", 1)
        return {}
    entries = entries.get("items", []) if isinstance(entries, dict) else entries
    found: dict[str, Any] = {}
    for entry in entries if isinstance(entries, list) else ():
        key = str(entry.get("id", "")).lower() if isinstance(entry, dict) else ""
        if not key or not (key in wanted or "*" in wanted) or key in found:
            continue
        try:
            found.update(CiteProcJSON([{"type": "book", **entry}]))
        except Exception:  # whatever is wrong with the entry, citeproc says it in its own way
            report.add("warning", f"an entry that cannot be read in {name}: {key[:60]}", 1)
    return found


def _from_bibtex(text: str, name: str, wanted: set[str], report: Report) -> dict[str, Any]:
    from citeproc.source.bibtex import BibTeX

    chunks = list(_chunks(text))
    if not chunks:
        report.add("warning", f"there are no entries in {name}", 1)
    strings = "".join(chunk for kind, _, chunk in chunks if kind == "string")
    found: dict[str, Any] = {}
    for kind, key, chunk in chunks:
        if kind in ("string", "preamble", "comment") or key in found or not (key in wanted or "*" in wanted):
            continue
        try:
            entry = dict(BibTeX(_Ending(strings + chunk)))
        except Exception:  # whatever is wrong with the entry, the parser fails in its own way
            entry = {}
        if key not in entry:
            report.add("warning", f"an entry that cannot be read in {name}: {key[:60]}", 1)
            continue
        _add_addresses(entry[key], chunk)
        found[key] = entry[key]
    return found


def _chunks(text: str) -> Iterator[tuple[str, str, str]]:
    """The kind, key and text of each entry: one that is broken does not take the others with it."""
    starts = list(_ENTRY.finditer(text))
    ends = [*(match.start() for match in starts), len(text)]
    for match, end in zip(starts, ends[1:], strict=True):
        yield match[1].lower(), match[2].lower(), text[match.start() : end].strip() + "\n"


def _add_addresses(entry: Any, chunk: str) -> None:
    """citeproc's reader of BibTeX leaves out addresses."""
    from citeproc.string import String

    for kind, braced, quoted in _ADDRESS.findall(chunk):
        address = _LATEX_ESCAPE.sub(r"\1", (braced or quoted).strip())
        if address:
            entry.setdefault(kind.upper(), String(address))


class _Ending(io.StringIO):
    """A text that ends: the parser would wait forever for the rest of an entry that is cut off."""

    _past_end = 0

    def read(self, size: int | None = -1, /) -> str:
        """The next characters; raises EOFError when asked again and again behind the end."""
        found = super().read(size)
        self._past_end = 0 if found else self._past_end + 1
        if self._past_end > 8:
            raise EOFError
        return found
