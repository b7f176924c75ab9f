"""Measures planned slides and pages again, by rules of its own: whole words, first fit, 1.2 lines."""

from collections.abc import Iterable, Iterator

from triptych.geometry import Rect
from triptych.model.deck import (
    ChartBox,
    Deck,
    Fill,
    FormulaBox,
    Para,
    PictureBox,
    Run,
    Shape,
    Slide,
    TableBox,
    TextBox,
    TextFill,
)
from triptych.model.pages import BoxItem, DrawingItem, LinkItem, Page, PathItem, PictureItem, RuleItem, TextItem
from triptych.model.theme import Face, Level, Placeholder
from triptych.text.drawings import drawing
from triptych.text.shape import plain_width, width

CODE = "Courier New"
LINE = 1.2
"""Ems from line to line."""


def slide_faults(deck: Deck) -> list[str]:
    """What is wrong with where things stand on the slides."""
    faults = []
    for number, slide in enumerate(deck.slides, 1):
        whole = Rect(0, 0, deck.size.width, deck.size.height)
        rects = [(_name(fill), _rect(fill)) for fill in slide.fills if not isinstance(fill, Shape)]
        faults += [f"slide {number}: {name} leaves the slide" for name, rect in rects if not whole.contains(rect, 0.5)]
        faults += [f"slide {number}: {one} runs into {two}" for one, two in _meeting(rects)]
        faults += [f"slide {number}: {fault}" for fill in slide.fills for fault in _fill_faults(fill, slide)]
    return faults


def _fill_faults(fill: Fill, slide: Slide) -> Iterator[str]:
    match fill:
        case TextFill():
            inner = _rect(fill).inset(fill.placeholder.insets)
            high = _text_height(fill.paras, fill.placeholder, fill.sizes, inner.width)
            if high > inner.height + 0.6:
                yield f"{_name(fill)} needs {high:.0f} of {inner.height:.0f} pt"
            if fill.placeholder.kind == "body" and slide.layout.role not in ("title", "picture"):
                smallest = min(_level(para, fill.placeholder, fill.sizes)[1] for para in fill.paras)
                if smallest < 18:
                    yield f"{_name(fill)} is set in {smallest} pt"
        case TextBox():
            inner = fill.rect.inset(fill.insets)
            high = sum(_lines(para.runs, Level(fill.size, "Arial"), fill.size, inner.width) for para in fill.paras)
            if high * LINE * fill.size > inner.height + 0.6:
                yield f"box {fill.name} overflows"
            if fill.size < 14:
                yield f"box {fill.name} is set in {fill.size} pt"
        case FormulaBox():
            yield from _fill_faults(fill.text, slide)
            if not fill.rect.contains(fill.drawn.rect, 2.5):
                yield f"the picture of {fill.name} leaves its box"
        case TableBox():
            yield from _table_faults(fill)
        case PictureBox() | ChartBox() | Shape():
            pass


def _table_faults(fill: TableBox) -> Iterator[str]:
    if sum(row.height for row in fill.rows) > fill.rect.height + 0.6:
        yield "the rows of a table are higher than its frame"
    if abs(sum(fill.widths) - fill.rect.width) > 0.6:
        yield "the columns of a table do not fill its frame"
    if fill.size < 14:
        yield f"a table is set in {fill.size} pt"
    for number, row in enumerate(fill.rows):
        level = Level(fill.size, "Arial", bold=number == 0)
        for wide, cell in zip(fill.widths, row.cells, strict=True):
            inner = wide - fill.insets.left - fill.insets.right
            lines = sum(_lines(para.runs, level, fill.size, inner) for para in cell.paras)
            if lines * LINE * fill.size + fill.insets.top + fill.insets.bottom > row.height + 0.6:
                yield f"row {number} of a table is too low"


def _level(para: Para, placeholder: Placeholder, sizes: tuple[float, ...]) -> tuple[Level, float]:
    at = min(para.level, len(placeholder.levels) - 1)
    level = placeholder.levels[at]
    return level, sizes[min(at, len(sizes) - 1)] if sizes else level.size


def _text_height(paras: tuple[Para, ...], placeholder: Placeholder, sizes: tuple[float, ...], wide: float) -> float:
    total = 0.0
    for index, para in enumerate(paras):
        level, size = _level(para, placeholder, sizes)
        hangs = para.bullet or para.number is not None
        lines = _lines(para.runs, level, size, wide - (level.margin if hangs else 0.0))
        space = level.space_before if para.space_before is None else para.space_before
        total += lines * LINE * level.line_spacing * size + (space if index else 0.0)
    return total


def _lines(runs: tuple[Run, ...], level: Level, size: float, wide: float) -> int:
    """Lines at a width, breaking at spaces only; a word that is wider than a line goes on in the next."""
    lines, x = 1, 0.0
    for word, ems in _words(runs, level):
        if word == "\n":
            lines, x = lines + 1, 0.0
            continue
        long = ems * size
        if x and x + long > wide:
            lines, x = lines + 1, 0.0
        lines += int(long / wide) if long > wide else 0
        x += (long % wide if long > wide else long) + plain_width(" ", Face(level.family)) * size
    return lines


def _words(runs: tuple[Run, ...], level: Level) -> Iterator[tuple[str, float]]:
    """Words with their widths in ems, across runs that no space parts."""
    word, ems = "", 0.0
    for run in runs:
        face = Face(CODE if run.code else level.family, run.bold or level.bold, run.italic or level.italic)
        outline = drawing(run.formula, display=False) if run.formula else None
        if outline is not None:
            word, ems = word + "f", ems + outline.width
            continue
        for char in run.text:
            if char in " \n":
                if word:
                    yield word, ems
                word, ems = "", 0.0
                if char == "\n":
                    yield "\n", 0.0
            else:
                word, ems = word + char, ems + plain_width(char, face)
    if word:
        yield word, ems


def _rect(fill: Fill) -> Rect:
    if isinstance(fill, TextFill):
        return fill.rect or fill.placeholder.rect
    return fill.rect


def _name(fill: Fill) -> str:
    return fill.placeholder.name if isinstance(fill, TextFill) else fill.name


def _meeting(rects: list[tuple[str, Rect]]) -> Iterator[tuple[str, str]]:
    for index, (one, a) in enumerate(rects):
        for two, b in rects[index + 1 :]:
            apart = a.right <= b.x + 1 or b.right <= a.x + 1 or a.bottom <= b.y + 1 or b.bottom <= a.y + 1
            if not apart:
                yield one, two


# --- pages -----------------------------------------------------------------------------------------


def page_faults(page: Page, number: int = 1) -> list[str]:
    """What leaves the page, and which texts run into each other."""
    whole = Rect(0, 0, page.size.width, page.size.height)
    inks = sorted(inked(page), key=lambda ink: ink[1].y)
    faults = [f"page {number}: {text!r} leaves the page" for text, rect in inks if not whole.contains(rect)]
    for item in page.items:
        match item:
            case BoxItem(rect) | PictureItem(rect) | LinkItem(rect):
                if not whole.contains(rect, 0.5):
                    faults.append(f"page {number}: {type(item).__name__} leaves the page")
            case RuleItem(x1, y1, x2, y2):
                if not (min(x1, x2) >= 0 and max(x1, x2) <= whole.width and 0 <= min(y1, y2) <= whole.height):
                    faults.append(f"page {number}: a rule leaves the page")
            case DrawingItem(x, _, drawing, size):
                if not 0 <= x <= x + drawing.width * size <= whole.width:
                    faults.append(f"page {number}: a drawing leaves the page")
            case TextItem() | PathItem():
                pass
    return faults + [f"page {number}: {one!r} runs into {two!r}" for one, two in _overlapping(inks)]


def inked(page: Page) -> Iterator[tuple[str, Rect]]:
    """Each text with the rectangle that small letters fill: from the baseline up by half an em."""
    for item in page.items:
        text = item.text.strip() if isinstance(item, TextItem) else ""
        if isinstance(item, TextItem) and text:
            lead = width(" " * (len(item.text) - len(item.text.lstrip(" "))), item.face) * item.size
            wide = width(text, item.face) * item.size
            yield text, Rect(item.x + lead, item.y - 0.52 * item.size, wide, 0.52 * item.size)


def _overlapping(inks: Iterable[tuple[str, Rect]]) -> Iterator[tuple[str, str]]:
    """Pairs that overlap; the inks are sorted from the top down."""
    near: list[tuple[str, Rect]] = []
    for text, rect in inks:
        near = [(other, at) for other, at in near if at.bottom > rect.y + 0.3]
        for other, at in near:
            if at.right > rect.x + 0.5 and rect.right > at.x + 0.5:
                yield other, text
        near.append((text, rect))
