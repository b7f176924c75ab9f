"""Formulae that cannot be set as such: named, with what is wrong in them."""

from collections.abc import Iterator

from triptych.model import document as doc
from triptych.model.footnote_calls import as_read
from triptych.problem import Problem

_MOST = 20
"""Formulae that are named; a document that has more of them has one cause."""


def formula_problems(document: doc.Document) -> Iterator[Problem]:
    """A warning for each formula that is shown as readable text, in order; the first few, and how many more."""
    told: set[str] = set()
    for node in as_read(document):
        if not isinstance(node, doc.Formula | doc.InlineFormula) or node.latex in told:
            continue
        if reason := _reason(node.latex, display=isinstance(node, doc.Formula)):
            told.add(node.latex)
            if len(told) <= _MOST:
                message = f"the formula cannot be set, its text is shown instead: {reason}"
                yield Problem("warning", message, document.path, node.line, hint=_shortened(node.latex))
    if len(told) > _MOST:
        yield Problem("warning", f"{len(told) - _MOST} more formulae cannot be set", document.path)


def _reason(latex: str, *, display: bool) -> str:
    """What is wrong with a formula; empty if it can be set."""
    # Late: the engine takes its time to load, and few documents have a formula.
    from triptych.model.latex import parse
    from triptych.model.latex.limits import is_too_large
    from triptych.text.formula import drawing

    parsed = parse(latex)
    if parsed.faults:
        return parsed.faults[0]
    if is_too_large(parsed.row):
        return "it has more parts than an equation can have"
    if drawing(latex, display=display) is None:
        return "it is empty or too large, or has characters that the font for formulae lacks"
    return ""


def _shortened(latex: str) -> str:
    text = " ".join(latex.split())
    return text if len(text) <= 60 else f"{text[:57]}…"
