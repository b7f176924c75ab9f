"""What planned pages lose on a black-and-white printer: faint text, series of a chart that look alike."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from triptych.geometry import Rect
from triptych.model.charts import THINNEST
from triptych.model.colors import LARGE_READABLE, READABLE, contrast, grey_contrast
from triptych.model.document import Chart, Code, Document
from triptych.model.pages import BoxItem, Item, Page, Pages, PathItem, PictureItem, TextItem
from triptych.model.queries import block_inlines, plain, walk_blocks, walk_sections
from triptych.problem import Problem
from triptych.text.extents import extent

ALIKE = 1.4
"""The contrast of two greys from which on they are told apart when they do not touch."""
_PAPER = "FFFFFF"
_LARGE, _LARGE_BOLD = 18.0, 14.0
_SHOWN = 40


def lost_without_color(document: Document, pages: Pages) -> tuple[Problem, ...]:
    """A warning for each pair of colours of text and ground with too little contrast in grey, and each chart in doubt.

    The contrast is that of WCAG 2.2, 1.4.3. A chart is in doubt where bars are too thin for their hatching.
    """
    return (*_faint_texts(document, pages), *_alike_bars(document, pages))


# --- text ------------------------------------------------------------------------------------------


def _faint_texts(document: Document, pages: Pages) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for number, page in enumerate(pages.pages, 1):
        for item, ground in _on_grounds(page):
            pair = (item.color, ground)
            if pair in seen:
                continue
            large = item.size >= (_LARGE_BOLD if item.face.bold else _LARGE)
            ratio = grey_contrast(*pair)
            if ratio < (LARGE_READABLE if large else READABLE):
                seen.add(pair)
                yield Problem(
                    "warning",
                    f"without colour, {_quoted(item.text)} on page {number} has a contrast of {ratio:.1f}:1, "
                    f"with it {contrast(*pair):.1f}:1",
                    document.path,
                    _line(document, item.text),
                    hint="choose another theme or darker colours in the template",
                )


def _on_grounds(page: Page) -> Iterator[tuple[TextItem, str]]:
    """Each text with the colour behind its middle; none of those that stand on a picture."""
    grounds: list[tuple[Rect, str]] = [(Rect(0.0, 0.0, page.size.width, page.size.height), _PAPER)]
    for item in page.items:
        if isinstance(item, TextItem):
            if item.text.strip():
                rect = extent(item)
                middle = Rect(rect.x + rect.width / 2, item.y - 0.25 * item.size, 0.0, 0.0)
                ground = next(color for behind, color in reversed(grounds) if behind.contains(middle))
                if ground:
                    yield item, ground
        elif isinstance(item, PictureItem):
            grounds.append((item.rect, ""))
        elif isinstance(item, BoxItem | PathItem) and item.fill:
            grounds.append((extent(item), item.fill))


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def _line(document: Document, text: str) -> int:
    """The line of the first block or heading that says a text; 0 if none does."""
    wanted = text.strip()
    for section in walk_sections(document.sections):
        if wanted in plain(section.title):
            return section.line
        for block in walk_blocks(section.blocks):
            said = [plain(inlines) for inlines in block_inlines(block)]
            if any(wanted in each for each in said) or (isinstance(block, Code) and wanted in block.text):
                return block.line
    return 0


# --- charts ----------------------------------------------------------------------------------------


def _alike_bars(document: Document, pages: Pages) -> Iterator[Problem]:
    """Charts whose thin bars differ in nothing but a hue; elsewhere hatching, dashes and marks tell series apart."""
    drawn: dict[int, list[PathItem]] = {}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, PathItem) and item.tag is not None and pages.tags[item.tag].role == "Figure":
                drawn.setdefault(item.tag, []).append(item)
    charts = [
        block
        for section in walk_sections(document.sections)
        for block in walk_blocks(section.blocks)
        if isinstance(block, Chart)
    ]
    lines = [chart.line for chart in charts] if len(charts) == len(drawn) else [0] * len(drawn)
    for paths, line in zip((drawn[tag] for tag in sorted(drawn)), lines, strict=True):
        pair = _alike(sorted({path.fill for path in paths if _is_thin_bar(path)}))
        if pair:
            yield Problem(
                "warning",
                f"without colour, thin bars of this chart come out alike: #{pair[0]} and #{pair[1]}",
                document.path,
                line,
                hint="they are too thin for hatching: show fewer categories, or a line chart",
            )


def _is_thin_bar(path: Item) -> bool:
    if not isinstance(path, PathItem) or not path.fill or not path.closed or len(path.points) != 4 or path.stroke:
        return False
    rect = extent(path)
    return 0.05 < min(rect.width, rect.height) < THINNEST


def _alike(colors: Sequence[str]) -> tuple[str, str] | None:
    return next((pair for pair in combinations(colors, 2) if grey_contrast(*pair) < ALIKE), None)
