"""What pandoc leaves out in silence: footnotes that nothing calls, what stands round the main part of a page."""

import re
from collections.abc import Iterator

from triptych.patterns import late
from triptych.problem import Problem

_RST = (late(r"^\.\. \[(\d+|#[\w.-]+)\][ \t]*(.*)", re.M), "[{}]_")
_ORG = (late(r"^\[fn:([^\]:\s]+)\][ \t]*(.*)", re.M), "[fn:{}]")
_FORMS = {"rst": _RST, "org": _ORG}
"""How a format of pandoc defines a footnote with a label, and how it calls one (Docutils, Org Mode manual 12.10)."""
_MAIN = late(r"<main\b[^<>]*>", re.IGNORECASE)
_SHOWN = 60  # characters of the footnote that are named


def told_uncalled(text: str, path: str, format: str) -> Iterator[Problem]:
    """An error for each footnote of a text in a `format` of pandoc's that nothing calls, a note of a main part."""
    if format.startswith("html") and (main := _MAIN.search(text)):
        message, hint = "only the main part of the page is read", "take away <main> if all of it is to be shown"
        yield Problem("note", message, path, line=text.count("\n", 0, main.start()) + 1, hint=hint)
    if format not in _FORMS:
        return
    pattern, call = _FORMS[format]
    for found in pattern.finditer(text):
        label, words = found[1], found[2].strip()
        calls = text.count(call.format(label)) - found[0].startswith(call.format(label))
        if not calls:
            said = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
            message = f"the footnote [{label}] is never called, so it is shown nowhere: {said}"
            line = text.count("\n", 0, found.start()) + 1
            yield Problem("error", message, path, line, hint=f"write {call.format(label)} where it belongs")
