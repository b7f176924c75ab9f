"""Pages of a handout: what stands on them at its place, the running header, the page number."""

from collections.abc import Iterable, Iterator, Sequence

from triptych.geometry import Size
from triptych.model.document import Document
from triptych.model.pages import Destination, Item, LinkItem, Page, RuleItem
from triptych.model.theme import Face, Theme
from triptych.model.words import word
from triptych.plan.direction import mirrored
from triptych.plan.flow import FEET_GAP, Placed, Strip, draw
from triptych.plan.handout.press import Press
from triptych.plan.paragraphs import words_at
from triptych.text.lines import Style
from triptych.text.shape import width

MARGIN = 54.0
"""Points at the left and at the right of a page."""
SIZE = 8.5
"""Points of the running header and the page number."""


def text_page(
    placed: Sequence[Placed], index: int, count: int, press: Press, paper: Size, names: frozenset[str]
) -> Page:
    """The page of some strips; a link to a block that has no place of its own (such as notes) is left as text."""
    drawn = draw(placed, MARGIN)
    items = [i for i in drawn if not (isinstance(i, LinkItem) and i.destination and i.destination not in names)]
    return furnished(items, index, count, press.document, press.theme, paper, rtl=press.rtl)


def furnished(
    items: Iterable[Item], index: int, count: int, document: Document, theme: Theme, paper: Size, *, rtl: bool
) -> Page:
    """The page with its header and number; mirrored if its document runs from right to left."""
    every = (*items, *_furniture(index, count, document, theme, paper, rtl))
    return Page(paper, tuple(mirrored(item, paper.width) for item in every) if rtl else every)


def _furniture(index: int, count: int, document: Document, theme: Theme, paper: Size, rtl: bool) -> list[Item]:
    """The running header (not on the first page) and page x of y; artifacts."""
    face = Face(theme.text_family)
    text = word(document, "page").format(page=index + 1, pages=count)
    right = paper.width - MARGIN
    style = Style(face, SIZE, theme.palette.muted)
    items: list[Item] = [*words_at(text, style, right - width(text, face) * SIZE, paper.height - 36.0, None, rtl=rtl)]
    title = document.meta.title
    if index and title.strip():
        shown = _clipped(title, face, (right - MARGIN) / SIZE)
        items += words_at(shown, style, MARGIN, 38.0, None, rtl=rtl)
    return items


def _clipped(text: str, face: Face, ems: float) -> str:
    """The text, or as many words as fit with an ellipsis: a running header repeats what stands elsewhere."""
    if width(text, face) <= ems:
        return text
    words = text[:400].split(" ")
    while len(words) > 1 and width(" ".join(words) + " …", face) > ems:
        words.pop()
    shown = " ".join(words)
    while shown and width(shown + " …", face) > ems:
        shown = shown[: int(len(shown) * 0.8)]
    return shown + " …"


def foot_rule(theme: Theme) -> Strip:
    """The short rule above footnotes."""
    return Strip(FEET_GAP, (RuleItem(0.0, 5.0, 72.0, 5.0, 0.6, theme.palette.hairline),))


def destinations(placed: Iterable[Sequence[Placed]]) -> Iterator[Destination]:
    """Where links and bookmarks lead to: each name once, a little above its strip."""
    seen: set[str] = set()
    for number, page in enumerate(placed):
        for at in page:
            for name in at.strip.anchors:
                if name not in seen and not at.repeated:
                    seen.add(name)
                    yield Destination(name, number, max(0.0, at.y - 6.0))
