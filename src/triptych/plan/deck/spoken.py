"""What units say in words: as speaker notes, and in the report of what slides leave to these."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from msgspec.structs import replace

from triptych.languages.signs import space_between
from triptych.model import document as doc
from triptych.model.deck import Para, Run
from triptych.model.queries import alternative, plain
from triptych.model.report import Left
from triptych.plan.deck.units import ObjectUnit, Standing, TextUnit, Unit, inner_units
from triptych.plan.deck.wording import joined_runs
from triptych.plan.inlines import runs


def joined(of: tuple[Unit, ...], lang: str) -> tuple[Para, ...]:
    """The paragraphs of units, the sentences of one paragraph together again."""
    plainly = tuple(replace(unit, said=()) if isinstance(unit, TextUnit) else unit for unit in of)
    return notes_of(plainly, lang)


def notes_of(shown: tuple[Unit, ...], lang: str) -> tuple[Para, ...]:
    """What the units say, as speaker notes: the author's own first, then sentences joined, lists as lists."""
    out: list[Para] = [para for unit in shown for para in unit.said]
    going: list[Run] = []  # the last paragraph, as long as others join it: there may be thousands
    source: int | None = None
    for unit in shown:
        if isinstance(unit, TextUnit) and unit.joins and unit.source == source:
            space = space_between(_last(going), _first(unit.para.runs))
            going.extend((*((Run(space),) if space else ()), *unit.para.runs))
        elif isinstance(unit, ObjectUnit):
            _ended(out, going)
            out.extend(object_notes(unit.block, lang))
            source = None
        elif isinstance(unit, TextUnit):
            _ended(out, going)
            out.append(replace(unit.para, bullet=unit.para.bullet and not unit.joins))
            going.extend(unit.para.runs if unit.joins else ())
            source = unit.source if unit.joins else None
    _ended(out, going)
    return tuple(out)


def _ended(out: list[Para], going: list[Run]) -> None:
    """Put what has joined the last paragraph into it."""
    if going:
        out[-1] = replace(out[-1], runs=tuple(going))
        going.clear()


def _first(of: Sequence[Run]) -> str:
    return next((run.text[:1] for run in of if run.text), "")


def _last(of: Sequence[Run]) -> str:
    return next((run.text[-1:] for run in reversed(of) if run.text), "")


def _row(row: doc.Row) -> tuple[Run, ...]:
    """The cells of a row side by side."""
    cells = (((Run(" | "),) if index else (), runs(cell.inlines)) for index, cell in enumerate(row.cells))
    return joined_runs(run for between, said in cells for run in (*between, *said))


def left_of(of: Iterable[Unit], shown: Sequence[Unit]) -> tuple[Left, ...]:
    """The units that are not among those shown, for the report of what slides leave to their notes."""
    seen = {id(unit) for unit in shown}
    return tuple(Left(_line_of(unit), _said_by(unit)) for unit in of if id(unit) not in seen)


def _line_of(unit: Unit) -> int:
    return unit.line if isinstance(unit, TextUnit) else unit.block.line


def _said_by(unit: Unit) -> str:
    """What a unit says, as one line."""
    if isinstance(unit, TextUnit):
        return "".join([run.text for run in unit.para.runs])
    if isinstance(unit, ObjectUnit):
        if isinstance(unit.block, doc.Figure) and not alternative(unit.block):
            return unit.block.image.source
        said = object_notes(unit.block, "")
        return " · ".join("".join([run.text for run in para.runs]) for para in said)
    return ""


def object_notes(block: Standing, lang: str) -> tuple[Para, ...]:
    """What a table, a picture, code or a box says, in words that can be read out."""
    match block:
        case doc.Code():
            return tuple(Para((Run(line, code=True),), bullet=False) for line in block.text.split("\n"))
        case doc.Table():
            rows = (block.header, *block.rows)
            title = (Para(runs(block.caption), bullet=False),) if plain(block.caption) else ()
            return (*title, *(Para(_row(row)) for row in rows))
        case doc.Callout() | doc.Columns():
            return notes_of(inner_units(block, lang), lang)
        case doc.Chart():
            caption = (Para(runs(block.caption), bullet=False),) if plain(block.caption).strip() else ()
            return (*caption, *object_notes(block.table, lang))
        case doc.Figure():
            shown = (runs(block.caption),) if block.caption else ()
            alt = ((Run(block.image.alt),),) if block.image.alt not in ("", plain(block.caption)) else ()
            return tuple(Para(words, bullet=False) for words in (*alt, *shown))
        case _:
            assert_never(block)
