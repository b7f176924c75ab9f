"""Formulae that cannot be set as such: named, with what is wrong in them."""

from collections.abc import Iterator

from triptych.model.document import (
    Block,
    Callout,
    Chart,
    Definition,
    Document,
    Emphasis,
    Figure,
    Footnote,
    Formula,
    InlineFormula,
    Inlines,
    KeyPoint,
    Link,
    Mark,
    Paragraph,
    Question,
    Quote,
    Raised,
    Strike,
    Strong,
    Summary,
    Table,
    walk_blocks,
    walk_sections,
)
from triptych.model.latex import parse
from triptych.problem import Problem
from triptych.text.formula import drawing
from triptych.write.pptx.equations import omml

_MOST = 20
"""Formulae that are named; a document that has more of them has one cause."""


def formula_problems(document: Document) -> tuple[Problem, ...]:
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


def _formulae(document: Document) -> Iterator[tuple[str, int, bool]]:
    """Every formula: its LaTeX, its line, and whether it is displayed."""
    for section in walk_sections(document.sections):
        yield from _inline(section.title)
        for block in walk_blocks(section.blocks):
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[tuple[str, int, bool]]:
    match block:
        case Formula():
            yield block.latex, block.line, True
        case Paragraph() | Question():
            yield from _inline(block.inlines)
        case KeyPoint():
            yield from _inline(block.label)
            yield from _inline(block.inlines)
        case Definition():
            yield from _inline(block.term)
        case Summary() | Callout():
            yield from _inline(block.title)
        case Quote():
            yield from _inline(block.attribution)
        case Figure() | Chart():
            yield from _inline(block.caption)
        case Table():
            yield from _inline(block.caption)
            for row in (block.header, *block.rows):
                for cell in row.cells:
                    yield from _inline(cell.inlines)
        case _:
            return


def _inline(inlines: Inlines) -> Iterator[tuple[str, int, bool]]:
    for inline in inlines:
        match inline:
            case InlineFormula(latex, _, line):
                yield latex, line, False
            case Footnote():
                for block in walk_blocks(inline.blocks):
                    yield from _of_block(block)
            case Strong() | Emphasis() | Link() | Strike() | Raised() | Mark():
                yield from _inline(inline.children)
            case _:
                continue
