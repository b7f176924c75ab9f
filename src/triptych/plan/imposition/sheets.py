"""Pages on sheets: each scaled into its place, still read, linked and bookmarked in the order of the document."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect, Size, contain
from triptych.model.pages import Item, Page, Pages, Portion, RuleItem, Tag
from triptych.plan.flow import moved, shifted
from triptych.plan.marks import clear_of
from triptych.text.extents import extent


class Cell(msgspec.Struct, frozen=True):
    """Where a page of the document goes: into the middle of a frame, as large as it fits, then aside by `dx` points."""

    page: int
    frame: Rect
    dx: float = 0.0


class Sheet(msgspec.Struct, frozen=True):
    """One side of a sheet, upside down if `turned`. Marks that would touch what stands on it are left out."""

    size: Size
    cells: tuple[Cell, ...]
    marks: tuple[RuleItem, ...] = ()
    turned: bool = False


class _Place(msgspec.Struct, frozen=True):
    """A page's place: the sheet, and how what is on the page is scaled and then moved."""

    sheet: int
    scale: float
    dx: float
    dy: float


def imposed(pages: Pages, sheets: Sequence[Sheet]) -> Pages:
    """The document on sheets, each of its pages in one cell. Tags, links and bookmarks stay what they are."""
    places = {
        cell.page: _place(pages.pages[cell.page].size, number, cell)
        for number, sheet in enumerate(sheets)
        for cell in sheet.cells
    }
    drawn = [_sheet(sheet, pages, places) for sheet in sheets]
    portions = {page: part for number, sheet in enumerate(sheets) for page, part in _portions(sheet, number, pages)}
    return replace(
        pages,
        pages=tuple(drawn),
        tags=_tags(pages, places),
        destinations=tuple(
            replace(to, page=places[to.page].sheet, y=to.y * places[to.page].scale + places[to.page].dy)
            for to in pages.destinations
        ),
        reading=(*(portions[page] for page in sorted(portions)), *_after(sheets, drawn, pages)),
    )


def _place(size: Size, sheet: int, cell: Cell) -> _Place:
    rect = contain(size, cell.frame)
    return _Place(sheet, rect.width / size.width, rect.x + cell.dx, rect.y)


def _sheet(sheet: Sheet, pages: Pages, places: Mapping[int, _Place]) -> Page:
    """The pages of a sheet in the order in which they are read, and its marks behind them."""
    items: list[Item] = []
    for cell in _read(sheet):
        at = places[cell.page]
        items += [shifted(item, at.dx, at.dy, scale=at.scale) for item in pages.pages[cell.page].items]
    return Page(sheet.size, (*items, *clear_of(sheet.marks, [extent(item) for item in items])), sheet.turned)


def _read(sheet: Sheet) -> list[Cell]:
    return sorted(sheet.cells, key=lambda cell: cell.page)


def _portions(sheet: Sheet, number: int, pages: Pages) -> Iterator[tuple[int, Portion]]:
    """The items of a sheet by the page that they come from."""
    start = 0
    for cell in _read(sheet):
        end = start + len(pages.pages[cell.page].items)
        yield cell.page, Portion(number, start, end)
        start = end


def _after(sheets: Sequence[Sheet], drawn: Sequence[Page], pages: Pages) -> Iterator[Portion]:
    """The marks of each sheet, which are behind what is read."""
    for number, (sheet, page) in enumerate(zip(sheets, drawn, strict=True)):
        start = sum(len(pages.pages[cell.page].items) for cell in sheet.cells)
        if start < len(page.items):
            yield Portion(number, start, len(page.items))


def _tags(pages: Pages, places: Mapping[int, _Place]) -> tuple[Tag, ...]:
    """The tags; those that say where they are say it of the page on which their content begins."""
    if not any(tag.bbox for tag in pages.tags):
        return pages.tags
    first: dict[int, int] = {}
    for number, page in enumerate(pages.pages):
        for item in page.items:
            tag = getattr(item, "tag", None)
            while tag is not None and tag >= 0 and tag not in first:
                first[tag] = number
                tag = pages.tags[tag].parent
    return tuple(_boxed(tag, places[first[n]] if n in first else None) for n, tag in enumerate(pages.tags))


def _boxed(tag: Tag, at: _Place | None) -> Tag:
    return replace(tag, bbox=moved(tag.bbox, at.dx, at.dy, at.scale)) if tag.bbox and at else tag
