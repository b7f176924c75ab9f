"""The cheat sheet: the choice drawn on one page, or two sides if asked for, and what it left out."""

from collections.abc import Sequence

from triptych.geometry import Rect, Size
from triptych.languages.words import word
from triptych.model.document import Document
from triptych.model.footnotes import calls
from triptych.model.forms import Edition, SheetForm
from triptych.model.pages import Page, Pages
from triptych.model.theme import Theme
from triptych.plan.cheat_sheet.boxes import Box, boxes_of
from triptych.plan.cheat_sheet.exercises import exercises, unsolved
from triptych.plan.cheat_sheet.head import Head, first_head, is_asked, second_head
from triptych.plan.cheat_sheet.measure import header_spans
from triptych.plan.cheat_sheet.order import ranked
from triptych.plan.cheat_sheet.pack import Room, column_width
from triptych.plan.cheat_sheet.pen import Pen
from triptych.plan.cheat_sheet.search import Choice, search
from triptych.plan.cheat_sheet.sheet import Sheet, sheet_for
from triptych.plan.cheat_sheet.sides import Sides, Titles, section_titles
from triptych.plan.direction import mirrored, rtl_document
from triptych.plan.edition import without_secrets
from triptych.plan.tree import Tree
from triptych.problem import Problem
from triptych.text.lines import parts_of

USUAL = SheetForm()
"""One side, landscape, the paper of the other panels."""


def plan_cheat_sheet(
    document: Document, theme: Theme, paper: Size, form: SheetForm = USUAL, edition: Edition = ""
) -> tuple[Pages, tuple[Problem, ...]]:
    """The one page, or two, and a note that says what was chosen and what was left out, with lines of the source.

    `paper` is what it is printed on if the form names none. Questions have no answers in the `edition` of students.
    """
    document = unsolved(document) if edition == "student" else document
    theme, tree = theme.on_paper, Tree()
    sheet, rtl = sheet_for(paper, form), rtl_document(document)
    root = tree.add("Document")
    boxes = boxes_of(document)
    order = ranked(boxes, document, in_order=form.in_order)
    titles = section_titles(document, boxes) if form.by_section else {}
    heads = [first_head(document, theme, sheet, tree, root, rtl)]
    heads += [second_head(document, theme, sheet, rtl)] if form.sides == 2 else []
    choice = search(boxes, order, theme, _room(sheet, heads, form, titles, theme), in_order=form.in_order)
    wide = column_width(choice.columns, choice.size, sheet.width)
    sides = Sides(boxes, choice, titles, Pen(theme, choice.size, wide, tree, root, rtl, max(1.0, sheet.growth), 2 if is_asked(document) else 1))
    pages = []
    for number, head in enumerate(heads[: choice.sides]):
        free = Rect(sheet.margin, head.bottom, sheet.width, sheet.size.height - sheet.margin - head.bottom)
        notes = word(document, "notes") if form.frame and number == choice.sides - 1 else ""
        items = [*head.items, *sides.side(number, free, notes=notes)]
        pages.append(Page(sheet.size, tuple(mirrored(item, sheet.size.width) if rtl else item for item in items)))
    return Pages(document.meta, tuple(pages), tree.tags()), (_report(document, boxes, choice, form, heads[0].cut),)


def _room(sheet: Sheet, heads: Sequence[Head], form: SheetForm, titles: Titles, theme: Theme) -> Room:
    heights = tuple(sheet.size.height - sheet.margin - head.bottom for head in heads)
    strips = {part: parts_of(header_spans(more, theme, 1.0, "")) for part, (_, more) in titles.items()}
    return Room(sheet.width, heights, sheet.smallest, sheet.largest, form.frame, strips)


def _report(document: Document, boxes: Sequence[Box], choice: Choice, form: SheetForm, cut: bool) -> Problem:
    columns = max(1, *(len([c for c in choice.layout[k : k + choice.columns] if c]) for k in (0, choice.columns)))
    text = f"cheat sheet fits at {choice.size:g} pt in {_count(columns, 'column')}{_where(choice, form)}"
    lines = [boxes[k].entries[boxes[k].units[unit].entries[0]].line for k, unit in choice.left]
    asked = exercises(document)
    left = [f"{_count(len(lines), 'detail')} ({_lines(lines)})"] if lines else []
    left += ["the end of a long title"] if cut else []
    left += [f"{_count(len(asked), 'question')} with an answer ({_lines(asked)})"] if asked else []
    hint = "mark what must stay with {.essential}, what may go with {.optional}" if left else ""
    left += _footnotes(document)
    text += f"; left out {', '.join(left)}" if left else ""
    return Problem("note", text, document.path, hint=hint)


def _footnotes(document: Document) -> list[str]:
    """How many footnotes are called where all readers see it, which a sheet has no place for."""
    if not document.footnotes:
        return []
    lines = {call.number: call.line for call in list(calls(without_secrets(document).sections))[::-1]}
    return [f"{_count(len(lines), 'footnote')} ({_lines(list(lines.values()))})"] if lines else []


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


def _lines(lines: Sequence[int]) -> str:
    lines = sorted(set(lines))
    shown = ", ".join(str(line) for line in lines[:12])
    more = f" and {len(lines) - 12} more" if len(lines) > 12 else ""
    return f"line{'s' if len(lines) > 1 else ''} {shown}{more}"
