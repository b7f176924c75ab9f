"""A last page for corrections: the questions by their numbers, with room for what was said and for what is right."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.languages.words import word
from triptych.model.document import Document, Question
from triptych.model.pages import BoxItem, Item, OutlineEntry, RuleItem
from triptych.model.queries import walk_blocks, walk_sections
from triptych.plan.flow import Placed, Strip
from triptych.plan.handout.press import Press
from triptych.plan.pagination import paginate
from triptych.plan.paragraphs import baseline, words_at
from triptych.plan.ruling import HAIR, LINE
from triptych.text.shape import width

ANCHOR = "corrections "
"""A name that no section has: ids have no spaces."""
ROW, HEAD, SIZE, PAD = 2 * LINE, 22.0, 9.5, 6.0
FEWEST = 64.0
"""Points of the first column at least."""


def corrections(
    press: Press, root: int, left: float, right: float, bottom: float
) -> tuple[list[list[Placed]], OutlineEntry]:
    """The pages of the table between two edges of the column, and the bookmark to them; empty rows fill the last."""
    title = word(press.document, "corrections")
    section = press.tree.add("Sect", root)
    style = press.style(20.0, bold=True)
    heading = words_at(title, style, left, baseline(20.0, 26.0), press.tree.add("H2", section), rtl=press.rtl)
    table = _table(press, section, left, right)
    strips = [Strip(38.0, tuple(heading), keep=True, anchors=(ANCHOR,)), *table]
    pages = paginate(strips, press.density.top, bottom)
    last = pages[-1][-1]
    y = last.y + last.strip.height
    while y + ROW <= bottom:
        pages[-1].append(Placed(_row((), _edges(press, left, right), press), y))
        y += ROW
    return pages, OutlineEntry(title, 0, ANCHOR)


def _table(press: Press, section: int, left: float, right: float) -> list[Strip]:
    """The header, and a row for each question that has a number."""
    edges = _edges(press, left, right)
    numbers = _numbers(press.document)
    table = press.tree.add("Table", section)
    row = press.tree.add("TR", press.tree.add("THead", table) if numbers else table)
    head = replace(_header(edges, press, row), keep=True)
    body = press.tree.add("TBody", table) if numbers else -1
    out = [head]
    for number in numbers:
        row = press.tree.add("TR", body)
        cells = [press.tree.add("TD", row) for _ in range(3)]
        style = press.style(bold=True, color=press.theme.palette.accent)
        said = words_at(str(number), style, left + PAD, 14.0, cells[0], rtl=press.rtl)
        out.append(replace(_row(tuple(said), edges, press), header=(head,)))
    return out


def _edges(press: Press, left: float, right: float) -> tuple[float, float, float, float]:
    """Where the three columns begin and end: the first as wide as its title."""
    title = word(press.document, "question")
    first = max(FEWEST, width(title, press.style(SIZE, bold=True).face) * SIZE + 2 * PAD)
    middle = left + first + (right - left - first) / 2
    return left, left + first, middle, right


def _header(edges: Sequence[float], press: Press, row: int) -> Strip:
    palette = press.theme.palette
    items: list[Item] = [
        BoxItem(Rect(edges[0], 0.0, edges[-1] - edges[0], HEAD), palette.tint),
        RuleItem(edges[0], HEAD, edges[-1], HEAD, 1.0, palette.deep),
    ]
    for key, x in zip(("question", "answer", "explanation"), edges, strict=False):
        tag = press.tree.add("TH", row, scope="Column")
        style = press.style(SIZE, bold=True)
        items += words_at(word(press.document, key), style, x + PAD, baseline(SIZE, HEAD), tag, rtl=press.rtl)
    return Strip(HEAD, tuple(items))


def _row(items: tuple[Item, ...], edges: Sequence[float], press: Press) -> Strip:
    """A row of two lines to write on."""
    color = press.theme.palette.hairline
    rules = (
        RuleItem(edges[1] + PAD, LINE, edges[2] - PAD, LINE, HAIR, color),
        RuleItem(edges[2] + PAD, LINE, edges[3] - PAD, LINE, HAIR, color),
        RuleItem(edges[0], ROW, edges[3], ROW, 0.8, color),
    )
    return Strip(ROW, (*rules, *items))


def _numbers(document: Document) -> list[int]:
    """The numbers of the questions that have an answer."""
    blocks = (block for section in walk_sections(document.sections) for block in walk_blocks(section.blocks))
    return [block.number for block in blocks if isinstance(block, Question) and block.number]
