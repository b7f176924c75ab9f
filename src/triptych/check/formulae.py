"""Formulae that cannot be set as such: named, with what is wrong in them."""

from collections.abc import Iterator

from triptych.model import document as doc
from triptych.model.footnotes import as_read
from triptych.problem import Problem

_MOST = 20
"""Formulae that are named; a document that has more of them has one cause."""


def formula_problems(document: doc.Document) -> tuple[Problem, ...]:
    """A warning for each formula that is shown as readable text, in order; the first few, and how many more."""
    found: list[Problem] = []
    told: set[str] = set()
    more = 0
    for latex, line, display in _formulae(document):
        reason = _reason(latex, display)
        if not reason:
            continue
        if len(found) < _MOST and latex not in told:
            message = f"the formula cannot be set, its text is shown instead: {reason}"
            found.append(Problem("warning", message, document.path, line, hint=_shortened(latex)))
        more += len(found) == _MOST and latex not in told
        told.add(latex)
    if more > 1:
        found.append(Problem("warning", f"{more - 1} more formulae cannot be set", document.path))
    return tuple(found)


def _reason(latex: str, display: bool) -> str:
    """What is wrong with a formula; empty if it can be set."""
    # Late: the engine takes its time to load, and few documents have a formula.
    from triptych.model.latex import parse
    from triptych.text.formula import drawing
    from triptych.write.pptx.equations import omml

    faults = parse(latex).faults
    if faults:
        return faults[0]
    if omml(latex, display=display) is None:
        return "it has more parts than an equation can have"
    if drawing(latex, display=display) is None:
        return "it is empty or too large, or has characters that the font for formulae lacks"
    return ""


def _shortened(latex: str) -> str:
    text = " ".join(latex.split())
    return text if len(text) <= 60 else f"{text[:57]}…"


def _formulae(document: doc.Document) -> Iterator[tuple[str, int, bool]]:
    """Every formula: its LaTeX, its line, and whether it is displayed."""
    for node in as_read(document):
        if isinstance(node, doc.Formula | doc.InlineFormula):
            yield node.latex, node.line, isinstance(node, doc.Formula)
