"""Plans as text that a person can read and compare: what stands where, in which order, how large."""

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

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
from triptych.model.pages import (
    BoxItem,
    DrawingItem,
    Item,
    LinkItem,
    Page,
    Pages,
    PathItem,
    PictureItem,
    RuleItem,
    TextItem,
)


def deck_as_text(deck: Deck) -> str:
    """Every slide with its layout, title, fills and notes."""
    starts = {section.slides[0]: section.name for section in deck.sections if section.slides}
    lines: list[str] = []
    for number, slide in enumerate(deck.slides, 1):
        if slide.id in starts:
            lines.append(f"===== {starts[slide.id]} =====\n")
        lines.extend(_slide(slide, number))
        lines.append("")
    return "\n".join(lines)


def _slide(slide: Slide, number: int) -> Iterator[str]:
    yield f"--- {number} [{slide.layout.role}] {slide.title}"
    for fill in slide.fills:
        if isinstance(fill, TextFill) and fill.placeholder.kind == "title" and _sizes(fill) == "" and _bare(fill):
            continue
        yield from _fill(fill)
    if slide.notes:
        yield "  notes"
        yield from (_para(para) for para in slide.notes)


def _bare(fill: TextFill) -> bool:
    """Whether a text is all of one look."""
    return all(run == Run(run.text) for para in fill.paras for run in para.runs)


def _fill(fill: Fill) -> Iterator[str]:
    match fill:
        case TextFill():
            yield f"  {'text' if fill.free else fill.placeholder.kind}{_sizes(fill)}{' moved' if fill.rect else ''}"
            yield from (_para(para) for para in fill.paras)
        case TextBox():
            yield f"  box {fill.name!r} {fill.size:g} pt"
            yield from (_para(para) for para in fill.paras)
        case FormulaBox():
            rect = fill.drawn.rect
            yield f"  {fill.name.lower()}, drawn {rect.width:.0f} x {rect.height:.0f}: {fill.drawn.alt}"
        case TableBox():
            yield f"  table {fill.size:g} pt, columns {' '.join(f'{width:.0f}' for width in fill.widths)}"
            for row in fill.rows:
                yield "    " + " | ".join(" / ".join(_runs(para.runs) for para in cell.paras) for cell in row.cells)
        case PictureBox():
            yield f"  picture {fill.rect.width:.0f} x {fill.rect.height:.0f}: {fill.alt}"
        case ChartBox():
            yield f"  chart {fill.rect.width:.0f} x {fill.rect.height:.0f}: {fill.alt}"
        case Shape():
            pass
        case _:
            assert_never(fill)


def _sizes(fill: TextFill) -> str:
    return " " + "/".join(f"{size:g}" for size in dict.fromkeys(fill.sizes)) + " pt" if fill.sizes else ""


def _para(para: Para) -> str:
    mark = f"{para.number}. " if para.number is not None else "• " if para.bullet else ""
    return "    " + "  " * para.level + mark + _runs(para.runs)


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    if run.text == "\n":
        return "⏎"
    if run.formula:
        return f"${run.formula}$"
    text = f"[{run.text}]({run.link or run.slide})" if run.link or run.slide else run.text
    raised = {"": "", "super": "^", "sub": "~"}[run.shift]
    looks = (("`", run.code), (raised, bool(raised)), ("~~", run.strike), ("==", run.highlight))
    for mark, on in (*looks, ("*", run.italic), ("**", run.bold)):
        text = f"{mark}{text}{mark}" if on and text.strip() and not (mark == "`" and run.color) else text
    return text


def pages_as_text(pages: Pages) -> str:
    """Every page with its lines, their sizes and their tags; then the bookmarks."""
    lines: list[str] = []
    for number, page in enumerate(pages.pages, 1):
        lines += [f"--- page {number}", *_page(page, pages), ""]
    if pages.outline:
        at = {place.name: place.page + 1 for place in pages.destinations}
        lines += ["--- bookmarks"]
        lines += [f"{'  ' * entry.level}{entry.title} … {at[entry.destination]}" for entry in pages.outline]
    return "\n".join(lines).rstrip() + "\n"


def _page(page: Page, pages: Pages) -> Iterator[str]:
    """A line of the page a line: its baseline, the roles of its tags, its size, its texts."""
    shown = [item for item in page.items if not isinstance(item, LinkItem | RuleItem | PathItem)]
    for _, group in groupby(shown, key=lambda item: round(item.y, 1) if isinstance(item, TextItem) else id(item)):
        items = list(group)
        texts = [item for item in items if isinstance(item, TextItem)]
        if not texts:
            yield from map(_drawn, items)
            continue
        cells = [(tag, "".join(map(_text, part))) for tag, part in groupby(texts, key=lambda item: _tag(item, pages))]
        roles = dict.fromkeys("artifact" if tag is None else pages.tags[tag].role for tag, _ in cells)
        said = " | ".join(text.rstrip() for _, text in cells)
        yield f"{texts[0].y:>4.0f} {'+'.join(roles):<8} {texts[-1].size:>5g}  {said}".rstrip()


def _tag(item: TextItem, pages: Pages) -> int | None:
    """The tag of a text; a link in a line belongs to the line's paragraph."""
    tag = item.tag
    while tag is not None and pages.tags[tag].inline:
        tag = pages.tags[tag].parent
    return tag


def _text(item: TextItem) -> str:
    text = item.text
    return f"**{text.rstrip()}**{text[len(text.rstrip()) :]}" if item.face.bold and text.strip() else text


def _drawn(item: Item) -> str:
    match item:
        case PictureItem(rect, _, _):
            return f"     picture {rect.width:.0f} x {rect.height:.0f}"
        case BoxItem(rect, fill, stroke):
            what = f"{fill and 'filled'}{fill and stroke and ', '}{stroke and 'ruled'}"
            return f"     {what} box at {rect.x:.0f}, {rect.y:.0f}: {rect.width:.0f} x {rect.height:.0f}"
        case DrawingItem():
            return f"     drawing {item.drawing.width * item.size:.0f} wide"
        case TextItem() | RuleItem() | LinkItem() | PathItem():
            return ""
        case _:
            assert_never(item)
