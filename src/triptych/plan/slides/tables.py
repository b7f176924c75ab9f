"""Tables on a drawn slide: header, hairlines, cells."""

from triptych.geometry import Rect
from triptych.model.deck import TableBox, TableCell
from triptych.model.pages import BoxItem, Item, RuleItem
from triptych.model.theme import Level
from triptych.plan.slides.stage import Stage
from triptych.plan.slides.text import Look, text_items

_LINE, _HEAVY = 0.75, 1.5
"""Points: rules of cells, and the one beneath a header without a ground."""


def table_items(box: TableBox, stage: Stage, parent: int) -> list[Item]:
    """The table with its first row as the header (Table, TR, TH, TD)."""
    table = stage.tree.add("Table", parent)  # an alternative text would be read out instead of its cells
    items: list[Item] = []
    y = box.rect.y
    for index, row in enumerate(box.rows):
        tr = stage.tree.add("TR", table)
        ground = Rect(box.rect.x, y, sum(box.widths), row.height)
        if index == 0 and box.head:
            items.append(BoxItem(ground, stage.color(box.head)))
        for cell, rect in zip(row.cells, cell_places(box, ground), strict=True):
            role, scope = ("TD", "") if index else ("TH", "Column")
            tag = stage.tree.add(role, tr, scope=scope)  # type: ignore[arg-type]
            items += cell_items(cell, rect, box, stage, tag, head=index == 0)
        y += row.height
        color, width = (box.hairline, _LINE) if index else (box.rule, _LINE if box.head else _HEAVY)
        items.append(RuleItem(ground.x, y, ground.right, y, width, stage.color(color)))
    return items


def cell_items(
    cell: TableCell, rect: Rect, box: TableBox, stage: Stage, parent: int | None, *, head: bool
) -> list[Item]:
    """The text of a cell that covers a rectangle."""
    return text_items(cell.paras, rect.inset(box.insets), "t", _look(box, stage, head=head), stage, parent)


def _look(box: TableBox, stage: Stage, *, head: bool) -> Look:
    color = stage.color(box.head_color if head else box.ink)
    return Look((Level(box.size, stage.theme.text_family),), (box.size,), color, bold=head, tight=True)


def cell_places(box: TableBox, row: Rect) -> list[Rect]:
    """The cells' rectangles; the first is the rightmost where the table runs so."""
    out, x = [], row.x
    for width in box.widths:
        left = row.x + row.right - x - width if box.rtl else x
        out.append(Rect(left, row.y, width, row.height))
        x += width
    return out
