"""Pages of a handout: its strips at their places, what lies behind them, the running header, the page number."""

from collections.abc import Iterator, Sequence

from triptych.geometry import Rect, Size, contain
from triptych.model.pages import Destination, Item, LinkItem, Page, PictureItem, RuleItem
from triptych.model.picture import Picture
from triptych.model.theme import Theme
from triptych.plan.direction import mirrored
from triptych.plan.flow import FEET_GAP, NO_PANELS, Placed, Strip, draw, shifted
from triptych.plan.handout.background import ground
from triptych.plan.handout.press import Press
from triptych.plan.handout.running_header import furniture
from triptych.plan.handout.sheet import Sheet

LOGO, LOGO_TOP = Size(110.0, 28.0), 18.0
"""Points that a logo takes at most, and where it begins."""
DIGITS = "{page} / {pages}"
"""How pages are counted where nothing is said but what the author wrote."""


def text_page(
    placed: Sequence[Placed],
    index: int,
    count: int,
    press: Press,
    sheet: Sheet,
    names: frozenset[str],
    title: frozenset[int] | None,
    around: tuple[frozenset[int], frozenset[int]] = (NO_PANELS, NO_PANELS),
) -> Page:
    """The page of some strips, counted from 0, with room for the reader's hand beside what is beneath the `title`.

    The title is known by the `id`s of its strips. Without one (None) there is no such room: what stands there is as
    wide as the page. What is `around` it are the panels of the page before and of the next one. A link to a block that
    has no place of its own (such as notes) is left as text.
    """
    above = [at.y + at.strip.height for at in placed if id(at.strip) in (title or ())]
    turned = sheet.is_turned(index) and title is not None and not above and not sheet.is_cornell
    x = (sheet.paper.width - sheet.x - sheet.column if turned else sheet.x) + sheet.binding(index)
    drawn = draw(placed, x, *around)
    items = [i for i in drawn if not (isinstance(i, LinkItem) and i.destination and i.destination not in names)]
    if title is not None:
        items = [*ground(placed, x, max(above, default=press.density.top), press, sheet), *items]
    every = (*items, *_furniture(index, count, press, sheet))
    return Page(sheet.paper, tuple(mirrored(item, sheet.paper.width) for item in every) if press.rtl else every)


def _furniture(index: int, count: int, press: Press, sheet: Sheet) -> list[Item]:
    """Header and page number, the number at the outer edge."""
    pattern = DIGITS if sheet.is_cornell else ""
    items = furniture(
        press.document,
        press.theme,
        sheet.paper,
        index,
        count,
        margin=sheet.left,
        rtl=press.rtl,
        pattern=pattern,
        edges=sheet.edges,
    )
    items = [mirrored(item, sheet.paper.width) for item in items] if sheet.is_turned(index) else items
    if not index and (logo := press.pictures.get(press.document.meta.logo)) is not None:
        items = [*items, _logo(logo, sheet.right)]
    return [shifted(item, sheet.binding(index), 0.0) for item in items]


def _logo(logo: Picture, right: float) -> PictureItem:
    """The logo in the head of the first page, above the title: a sign of the house and no part of the text."""
    shown = contain(Size(logo.width, logo.height), Rect(0.0, 0.0, LOGO.width, LOGO.height))
    return PictureItem(Rect(right - shown.width, LOGO_TOP, shown.width, shown.height), logo)


def foot_rule(theme: Theme) -> Strip:
    """The short rule above footnotes."""
    return Strip(FEET_GAP, (RuleItem(0.0, 5.0, 72.0, 5.0, 0.6, theme.palette.hairline),))


def destinations(placed: Sequence[Sequence[Placed]], anchors: frozenset[str]) -> Iterator[Destination]:
    """Where links and bookmarks lead to: each name once, a little above its strip.

    Of the anchors those count that a list at the end leads to.
    """
    linked = {
        item.destination for page in placed for at in page for item in _items(at.strip) if isinstance(item, LinkItem)
    }
    seen: set[str] = set()
    for number, page in enumerate(placed):
        for at in page:
            for name in at.strip.anchors:
                if name not in seen and not at.repeated and (name in linked or name not in anchors):
                    seen.add(name)
                    yield Destination(name, number, max(0.0, at.y - 6.0))


def _items(strip: Strip) -> tuple[Item, ...]:
    return (*strip.items, *strip.aside.items) if strip.aside is not None else strip.items
