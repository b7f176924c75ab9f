"""What a slide is about, in the author's words, for its title."""

from itertools import takewhile
from typing import assert_never

from triptych.model import document as doc
from triptych.model.deck import Run
from triptych.model.queries import description, plain
from triptych.plan.deck.compose import Composed, Topic
from triptych.plan.deck.units import ObjectUnit, TextUnit, inner_units
from triptych.plan.deck.wording import shortened

_EDGES = " .:–—-,;"
_DETAIL = 48
"""Characters of what a slide is about, at most."""
_LEAD = 44
"""Characters of a slide's first text that tell its title from another."""


def detail_of(slide: Composed, topic: Topic) -> str:
    """What a slide is about, in the author's words: the bold term or the label of its first text, or the caption or
    title of its first object; else the first bold term in the texts that follow.
    """
    if not slide.shown:
        return ""
    first, *rest = slide.shown
    said = (_about_text(first) if isinstance(first, TextUnit) else _about_object(first),)
    later = (words for unit in rest if isinstance(unit, TextUnit) and not (words := _bold(unit))[-1:].isdigit())
    found = (" ".join(words.split()) for words in (*said, *later))
    title = topic.heading.title.casefold()
    return next((words for words in found if 3 <= len(words) <= _DETAIL and words.casefold() not in title), "")


def _about_text(unit: TextUnit) -> str:
    said = "".join([run.text for run in unit.para.runs])
    words = _bold(unit)
    if words[-1:].isdigit() and (at := said.find(words)) >= 0 and not said[:at].strip(_EDGES):
        words = said[at + len(words) :].strip(_EDGES)  # the number of a table, whose caption says what it shows
    if words:
        return words
    head, colon, _ = said.partition(":")
    return head.strip() if colon and not unit.leads else ""


def _bold(unit: TextUnit) -> str:
    """The first words of a text that are bold."""
    of = unit.para.runs
    start = next((k for k, run in enumerate(of) if _is_bold(run)), len(of))
    return "".join(run.text for run in takewhile(_is_bold, of[start:])).strip(_EDGES)


def _is_bold(run: Run) -> bool:
    return run.bold and not run.formula


def _simply(inlines: doc.Inlines) -> str:
    """Text without any look of its own, which a title would not show."""
    return plain(inlines).strip() if all(isinstance(inline, doc.Text) for inline in inlines) else ""


def _columns(table: doc.Table) -> str:
    """What the columns of a table are called. Of hundreds, more than a title holds need not be gathered."""
    said = ""
    for cell in table.header.cells:
        if len(said) > _DETAIL:
            break
        said = ", ".join(filter(None, (said, _simply(cell.inlines))))
    return said


def _about_object(unit: ObjectUnit) -> str:
    block = unit.block
    match block:
        case doc.Callout():
            return _simply(block.title)
        case doc.Table():
            return _simply(block.caption) or _columns(block)
        case doc.Figure() | doc.Chart():
            return _simply(block.caption)
        case doc.Code() | doc.Columns():
            return ""
        case _:
            assert_never(block)


def _beside(slide: Composed) -> TextUnit | None:
    """The first text in columns of a slide."""
    blocks = [unit.block for unit in slide.shown if isinstance(unit, ObjectUnit)]
    columns = [block for block in blocks if isinstance(block, doc.Columns)]
    inside = (unit for block in columns for unit in inner_units(block, ""))
    return next((unit for unit in inside if isinstance(unit, TextUnit)), None)


def lead_of(slide: Composed) -> str:
    """How the first line of the first text of a slide begins, or what its picture shows; empty if it has neither."""
    text = next((unit for unit in slide.shown if isinstance(unit, TextUnit)), None) or _beside(slide)
    pictured = [
        unit.block for unit in slide.shown if isinstance(unit, ObjectUnit) and isinstance(unit.block, doc.Figure)
    ]
    said = "".join([run.text for run in text.para.runs]) if text else "".join(map(description, pictured[:1]))
    lines = said.strip(f"{_EDGES}。").splitlines()
    return shortened(lines[0].rstrip(f"{_EDGES}。"), _LEAD) if lines else ""
