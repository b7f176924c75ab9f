"""What planned decks and pages say, as text to look for words in."""

from collections.abc import Iterator

from triptych.model.deck import (
    ChartBox,
    Deck,
    Fill,
    FormulaBox,
    Para,
    PictureBox,
    Run,
    Slide,
    TableBox,
    TextBox,
    TextFill,
)
from triptych.model.pages import Pages, TextItem


def shown(deck: Deck) -> str:
    """All that a deck says: its titles, then its slides, then its notes, a paragraph a line.

    A word that is longer than lines are may be cut where a slide is continued; so it still stands in one piece.
    """
    titles: list[Para] = []
    bodies: list[Para] = []
    notes: list[Para] = []
    feet: list[Para] = []
    for slide in deck.slides:
        notes += slide.notes
        for fill in slide.fills:
            at_top = isinstance(fill, TextFill) and fill.placeholder.kind != "body"
            at_foot = isinstance(fill, TextBox) and fill.name == "Footnotes"
            (titles if at_top else feet if at_foot else bodies).extend(paras(fill))
    return "\n".join("".join(run.text for run in para.runs) for para in (*titles, *bodies, *feet, *notes))


def paras(fill: Fill) -> Iterator[Para]:
    """The paragraphs of what fills a slide."""
    if isinstance(fill, TextFill | TextBox):
        yield from fill.paras
    elif isinstance(fill, FormulaBox):
        yield from fill.text.paras
    elif isinstance(fill, TableBox):
        yield from (para for row in fill.rows for cell in row.cells for para in cell.paras)


def slide_runs(slide: Slide) -> list[Run]:
    """The runs on a slide, those of its title first, those of its notes not among them."""
    return [run for fill in slide.fills for para in paras(fill) for run in para.runs]


def described(deck: Deck) -> str:
    """The alternative texts of pictures and charts on slides, one a line."""
    boxes = [fill for slide in deck.slides for fill in slide.fills]
    return "\n".join(box.alt for box in boxes if isinstance(box, PictureBox | ChartBox))


def printed(pages: Pages) -> str:
    """All that pages say in tagged text, in the order of the elements, each on a line of its own."""
    said: dict[int, list[str]] = {}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.tag is not None:
                tag = item.tag
                while pages.tags[tag].inline:
                    tag = pages.tags[tag].parent
                said.setdefault(tag, []).append(item.text)
    drawn = [tag.alt for tag in pages.tags if tag.role in ("Formula", "Figure")]
    return "\n".join(["".join(said[tag]) for tag in sorted(said)] + drawn)


def solid(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())
