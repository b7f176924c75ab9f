"""Entries and styles to what citeproc makes of them."""

import io
import json
import re
import warnings
from typing import Any

from triptych.languages import language, nearest
from triptych.model.literature import Entry, Literature
from triptych.patterns import late
from triptych.problem import Report

_STYLE = "harvard-cite-them-right"
_LOCALES = {"ca": "ca-AD", "et": "et-EE", "fa": "fa-IR", "hy": "hy-AM", "nn": "nn-NO", "sl": "sl-SI", "vi": "vi-VN"}
"""Locales of citeproc's for languages that we have no data for, where the region is not called as the language."""
_ADDRESS = late(r"\b(url|doi)\s*=\s*(?:\{([^{}]*)\}|\"([^\"]*)\")", re.IGNORECASE)
_LATEX_ESCAPE = late(r"\\([_%&#~$])")


def works(literature: Literature, report: Report) -> dict[str, Any]:
    """The works by key in lower case, as citeproc's references; of those with one key the first.

    One that cannot be read is a warning that names its file; nothing is raised.
    """
    found: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # fields that citeproc does not know
        for entry in literature.entries:
            if entry.key in found:
                continue
            work = _from_json(entry) if entry.form == "csl-json" else _from_bibtex(entry)
            if work is None:
                report.add("warning", f"an entry that cannot be read in {entry.file}: {entry.key[:60]}", 1)
            else:
                found[entry.key] = work
    return found


def bibliography(works: dict[str, Any], literature: Literature, lang: str, report: Report) -> Any:
    """citeproc's bibliography of some works in the style that is asked for; None if there is no style at all."""
    from citeproc import CitationStylesBibliography, formatter
    from citeproc.source import BibliographySource

    source = BibliographySource()
    source.update(works)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = _style(literature, lang, report)
        return CitationStylesBibliography(style, source, formatter.html) if style is not None else None


def _from_json(entry: Entry) -> Any:
    from citeproc.source.json import CiteProcJSON

    try:
        return dict(CiteProcJSON([{"type": "book", **json.loads(entry.text)}])).get(entry.key)
    except Exception:  # whatever is wrong with the entry, citeproc says it in its own way
        return None


def _from_bibtex(entry: Entry) -> Any:
    from citeproc.source.bibtex import BibTeX

    try:
        work = dict(BibTeX(_Ending(entry.text))).get(entry.key)
    except Exception:  # whatever is wrong with the entry, the parser fails in its own way
        return None
    if work is not None:
        _add_addresses(work, entry.text)
    return work


def _add_addresses(work: Any, text: str) -> None:
    """citeproc's reader of BibTeX leaves out addresses."""
    from citeproc.string import String

    for kind, braced, quoted in _ADDRESS.findall(text):
        address = _LATEX_ESCAPE.sub(r"\1", (braced or quoted).strip())
        if address:
            work.setdefault(kind.upper(), String(address))


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


def _style(literature: Literature, lang: str, report: Report) -> Any:
    from citeproc import CitationStylesStyle

    if literature.style:
        try:
            return CitationStylesStyle(io.BytesIO(literature.style), validate=False)
        except Exception:  # not XML, or not a style: the parser and citeproc fail in many ways
            report.add("warning", f"not a citation style: {literature.style_name[:80]}", 1)
    for locale in (_locale(lang), "en-GB"):
        try:
            return CitationStylesStyle(_STYLE, locale=locale, validate=False)
        except ValueError:
            continue
    return None


def _locale(lang: str) -> str:
    """The locale of citeproc's for a language."""
    code, _, region = lang.replace("_", "-").partition("-")
    if region and "-" not in region and len(region) == 2:
        return f"{code.lower()}-{region.upper()}"
    return language(lang).citations if nearest(lang) else _LOCALES.get(code.lower(), f"{code.lower()}-{code.upper()}")
