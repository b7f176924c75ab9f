"""The cheat sheet: the choice drawn on one page, or two sides if asked for, and what it left out."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.languages.words import word
from triptych.model.document import Document
from triptych.model.forms import Edition, SheetForm
from triptych.model.pages import Page, Pages
from triptych.model.picture import Picture
from triptych.model.report import Left
from triptych.model.theme import Theme
from triptych.plan.cheat_sheet.boxes import Box, boxes_of, lettered_again, outline
from triptych.plan.cheat_sheet.exercises import unsolved
from triptych.plan.cheat_sheet.head import Head, first_head, is_asked, second_head
from triptych.plan.cheat_sheet.left_out import left_out, note
from triptych.plan.cheat_sheet.order import Order, ranked
from triptych.plan.cheat_sheet.pack import Room, column_width
from triptych.plan.cheat_sheet.pen import Pen
from triptych.plan.cheat_sheet.search import Choice, all_in_large_type, search
from triptych.plan.cheat_sheet.sheet import Sheet, sheet_for
from triptych.plan.cheat_sheet.sides import Sides, Titles, section_titles
from triptych.plan.cheat_sheet.spans import header_lines, header_spans
from triptych.plan.direction import mirrored, rtl_document
from triptych.plan.tree import Tree
from triptych.problem import Problem
from triptych.text.atoms import parts_of
from triptych.weigh import Weigh, weigh

USUAL = SheetForm()
"""One side, landscape, the paper of the other panels."""
NONE: Mapping[str, Picture] = MappingProxyType({})
"""No pictures."""


def plan_cheat_sheet(
    document: Document,
    theme: Theme,
    paper: Size,
    form: SheetForm = USUAL,
    edition: Edition = "",
    pictures: Mapping[str, Picture] = NONE,
    weigh: Weigh = weigh,
) -> tuple[Pages, tuple[Problem, ...], tuple[Left, ...]]:
    """The one page, or two; a note that says how it came out and where the first of what was left out stands; all that.

    `paper` is what it is printed on if the form names none, `pictures` were read for the document's figures. Questions
    have no answers in the `edition` of students. `weigh` is what weighs the document.
    """
    document = unsolved(document) if edition == "student" else document
    theme, tree = theme.on_paper, Tree()
    sheet, rtl = sheet_for(paper, form), rtl_document(document)
    root = tree.add("Document")
    boxes: Sequence[Box] = boxes_of(document, pictures)
    titles = section_titles(document, boxes) if form.by_section else {}
    boxes = [replace(box, letter="") for box in boxes] if titles else boxes  # each part has its own columns
    heads = [first_head(document, theme, sheet, tree, root, rtl)]
    heads += [second_head(document, theme, sheet, rtl)] if form.sides == 2 else []
    room = _room(sheet, heads, form, titles, theme)
    choice = all_in_large_type(boxes, theme, room)
    if choice is None:
        order = ranked(boxes, document, weigh, in_order=form.in_order)
        choice = search(boxes, order, theme, room, in_order=form.in_order)
    if not choice.kept:  # nothing has room: at least what it is about
        boxes, choice = _titles_alone(document, boxes, choice, theme, room)
    boxes = lettered_again(boxes, choice.kept)
    wide = column_width(choice.columns, choice.size, sheet.width)
    sides = Sides(
        boxes,
        choice,
        titles,
        Pen(
            theme,
            choice.size,
            wide,
            tree,
            root,
            rtl,
            max(1.0, sheet.growth),
            2 if is_asked(document) else 1,
            document.meta.lang,
            document.meta.title,
        ),
    )
    pages = []
    for number, head in enumerate(heads[: choice.sides]):
        free = Rect(sheet.margin, head.bottom, sheet.width, sheet.size.height - sheet.margin - head.bottom)
        notes = word(document, "notes") if form.frame and number == choice.sides - 1 else ""
        items = [*head.items, *sides.side(number, free, notes=notes)]
        pages.append(Page(sheet.size, tuple(mirrored(item, sheet.size.width) if rtl else item for item in items)))
    said = note(document, boxes, choice, form, cut=heads[0].cut)
    return Pages(document.meta, tuple(pages), tree.tags()), (said,), left_out(document, boxes, choice)


def _room(sheet: Sheet, heads: Sequence[Head], form: SheetForm, titles: Titles, theme: Theme) -> Room:
    heights = tuple(sheet.size.height - sheet.margin - head.bottom for head in heads)
    made = {part: header_spans(more, theme, 1.0, "") for part, (_, more) in titles.items()}
    strips = {part: (parts_of(said), header_lines(said, 1.0)[1]) for part, said in made.items()}
    return Room(sheet.width, heights, sheet.smallest, sheet.largest, form.frame, strips)


def _titles_alone(
    document: Document, boxes: Sequence[Box], choice: Choice, theme: Theme, room: Room
) -> tuple[Sequence[Box], Choice]:
    """The titles of a document of which nothing else has room; everything else stays left out."""
    titles = outline(document)
    order = Order(tuple((0, unit) for unit in range(len(titles[0].units)))) if titles else Order(())
    made = search(titles, order, theme, room, in_order=True)
    away = tuple((box + len(titles), unit) for box, unit in choice.left)
    return (*titles, *boxes), replace(made, left=(*made.left, *away))
