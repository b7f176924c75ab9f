"""Formulae that cannot be set as such: named, with what is wrong in them."""

from collections.abc import Iterator

from triptych.model import document as doc
from triptych.model.queries import block_inlines, walk_blocks, walk_sections
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
    for section in walk_sections(document.sections):
        yield from _inline(section.title)
        yield from _of_blocks(section.blocks)


def _of_blocks(blocks: doc.Blocks) -> Iterator[tuple[str, int, bool]]:
    for block in walk_blocks(blocks):
        if isinstance(block, doc.Formula):
            yield block.latex, block.line, True
        for inlines in block_inlines(block):
            yield from _inline(inlines)


def _inline(inlines: doc.Inlines) -> Iterator[tuple[str, int, bool]]:
    for inline in inlines:
        match inline:
            case doc.InlineFormula(latex, _, line):
                yield latex, line, False
            case doc.Footnote():
                yield from _of_blocks(inline.blocks)
            case (
                doc.Strong()
                | doc.Emphasis()
                | doc.Link()
                | doc.Strike()
                | doc.Raised()
                | doc.Mark()
                | doc.Blank()
                | doc.Named()
            ):
                yield from _inline(inline.children)
            case _:
                continue
