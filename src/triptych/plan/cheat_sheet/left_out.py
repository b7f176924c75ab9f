"""What a cheat sheet leaves out, in a note and in full."""

from collections.abc import Iterator, Sequence

from triptych.model import document as doc
from triptych.model.footnote_calls import calls
from triptych.model.forms import SheetForm
from triptych.model.queries import attributes_of, block_inlines, description, is_decorative, plain, walk_blocks
from triptych.model.report import Left
from triptych.model.wishes import off_sheet, stress
from triptych.plan.cheat_sheet.boxes import Box
from triptych.plan.cheat_sheet.exercises import exercises
from triptych.plan.cheat_sheet.search import Choice
from triptych.problem import Problem

ALL = "--report lists all"
HINT = f"mark what must stay with {{.essential}}, what may go with {{.optional}}; {ALL}"
"""What can be done where our marks can be written, as in Markdown and notes; elsewhere all can be read at least."""
CROWDED = f"mark less with {{.essential}}, or give the sheet more room: two-sides, a3; {ALL}"
"""What can be done where more is essential than a sheet has room for."""
NAMED = 12
"""Lines that the note names; the report has all."""


def note(document: doc.Document, boxes: Sequence[Box], choice: Choice, form: SheetForm, *, cut: bool) -> Problem:
    """A note that says how the sheet came out, and names the first lines of what is left out.

    It is a warning, at the first of their lines, where its author calls some of that essential.
    """
    columns = max(1, *(len([c for c in choice.layout[k : k + choice.columns] if c]) for k in (0, choice.columns)))
    text = f"cheat sheet fits at {choice.size:g} pt in {_count(columns, 'column')}{_where(choice, form)}"
    tails = [place for place in choice.left if boxes[place[0]].units[place[1]].tail]
    ends = [_line(boxes, place) for place in tails]
    counts = document.counts
    lines = [_line(boxes, place) for place in choice.left if not boxes[place[0]].units[place[1]].tail]
    asked = exercises(document)
    shown = figures(document)
    left = [f"{_count(len(lines), 'detail')} ({_lines(lines, counts)})"] if lines else []
    left += [f"{_count(len(ends), 'row')} at the end of lists or tables ({_lines(ends, counts)})"] if ends else []
    left += ["the end of a long title"] if cut else []
    left += [f"{_count(len(asked), 'question')} with an answer ({_lines(asked, counts)})"] if asked else []
    hint = (HINT if counts == "line" else ALL) if left else ""
    left += [f"{_count(len(shown), 'figure')} ({_lines([one.line for one in shown], counts)})"] if shown else []
    notes = _footnotes(document)
    left += [f"{_count(len(notes), 'footnote')} ({_lines([one.line for one in notes], counts)})"] if notes else []
    text += f"; left out {', '.join(left)}" if left else ""
    wished = sorted(_line(boxes, place) for place in choice.left if boxes[place[0]].units[place[1]].essential > 0)
    if not wished:
        return Problem("note", text, document.path, hint=hint)
    text += f"; {len(wished)} of these {'is' if len(wished) == 1 else 'are'} {{.essential}} ({_lines(wished, counts)})"
    return Problem("warning", text, document.path, wished[0], hint=CROWDED)


def left_out(document: doc.Document, boxes: Sequence[Box], choice: Choice) -> tuple[Left, ...]:
    """All that is left out, in the order of the source."""
    found = [Left(_line(boxes, place), _said(boxes, place)) for place in choice.left]
    asked = set(exercises(document))
    for block in _blocks(document.sections):
        if isinstance(block, doc.Question) and block.line in asked:
            found.append(Left(block.line, plain(block.inlines)))
    found += [*figures(document), *_footnotes(document)]
    return tuple(sorted(found, key=lambda left: left.line))


def figures(document: doc.Document) -> list[Left]:
    """The pictures and charts that a sheet does without: those which nobody calls essential."""
    out = []
    for block in _blocks(document.sections):
        if stress(attributes_of(block)) > 0:
            continue
        if isinstance(block, doc.Figure):
            if is_decorative(block.image, block.attributes):
                continue
            out.append(Left(block.line, f"figure: {plain(block.caption).strip() or description(block)}"))
        elif isinstance(block, doc.Chart):
            out.append(Left(block.line, f"chart: {plain(block.caption).strip() or ', '.join(block.categories)}"))
    return out


def _blocks(sections: Sequence[doc.Section]) -> Iterator[doc.Block]:
    """The blocks of what may stand on a sheet."""
    for section in sections:
        if not off_sheet(section.attributes):
            yield from walk_blocks(section.blocks)
            yield from _blocks(section.sections)


def _footnotes(document: doc.Document) -> list[Left]:
    """The footnotes that are called where all readers see it, which a sheet has no place for."""
    if not document.footnotes:
        return []
    from triptych.model.questions import without_secrets  # late: few documents have footnotes

    lines = {call.number: call.line for call in list(calls(without_secrets(document).sections))[::-1]}
    said = {
        note.number: " ".join(plain(i) for b in note.blocks for i in block_inlines(b)) for note in document.footnotes
    }
    return [Left(line, f"footnote: {said.get(number, '')}") for number, line in lines.items()]


def _line(boxes: Sequence[Box], place: tuple[int, int]) -> int:
    box = boxes[place[0]]
    return box.entries[box.units[place[1]].entries[0]].line or box.line


def _said(boxes: Sequence[Box], place: tuple[int, int]) -> str:
    box = boxes[place[0]]
    entries = [box.entries[index] for index in box.units[place[1]].entries]
    said = [entry.said if entry.row is not None or entry.figure else plain(entry.inlines) for entry in entries]
    return " / ".join([" ".join(text.split()) for text in said if text.strip()])


def _where(choice: Choice, form: SheetForm) -> str:
    """Paper and sides where they are not the usual ones."""
    names = {"": "", "card": "an index card", "poster": "a poster"}
    paper = names.get(form.paper, f"{form.paper.upper() if len(form.paper) == 2 else form.paper.title()} paper")
    said = " a side" if choice.sides == 2 else ""
    said += f" on {paper}" if paper else ""
    said += ", portrait" if form.portrait else ""
    return said + ((", both sides", ", one side being enough")[choice.sides == 1] if form.sides == 2 else "")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _lines(lines: Sequence[int], counts: str) -> str:
    lines = sorted(set(lines))
    shown = ", ".join(str(line) for line in lines[:NAMED])
    more = f" and {len(lines) - NAMED} more" if len(lines) > NAMED else ""
    return f"{counts}{'s' if len(lines) > 1 else ''} {shown}{more}"
