"""The strips of a handout on its pages, with the contents in front of them."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.plan.flow import Placed, Strip
from triptych.plan.handout.contents import Entry, contents_strips
from triptych.plan.handout.page import foot_rule
from triptych.plan.handout.page_links import pages_of
from triptych.plan.handout.press import Press
from triptych.plan.handout.sheet import Sheet
from triptych.plan.pagination import paginate


def flowed(strips: Sequence[Strip], press: Press, sheet: Sheet, most: float = float("inf")) -> list[list[Placed]]:
    """The strips on pages, tuned as the press says; of more than `most` pages only one too many."""
    top = press.density.top
    return paginate(
        strips, top, top + press.page, foot_rule(press.theme), box=sheet.box, notes=press.notes, most=most,
        tuning=press.tuning, column=press.column,
    )  # fmt: skip


def draft(entries: tuple[Entry, ...], press: Press) -> list[Strip]:
    """The contents without the numbers of pages, as high as with them."""
    return contents_strips(entries, {}, press, -1) if entries else []


def with_contents(
    title: Sequence[Strip], text: Sequence[Strip], entries: tuple[Entry, ...], press: Press, sheet: Sheet, toc: int
) -> list[list[Placed]]:
    """The contents, if there are any, after the title, and the text beneath them.

    They have the pages of a draft: how high they are does not depend on the numbers of pages. Without a tag (-1) only
    the pages are asked for.
    """
    blank = draft(entries, press)
    pages = flowed([*title, *blank, *text], press, sheet)
    if toc < 0 or not entries:
        return pages
    numbers = {name: str(number) for name, number in pages_of(pages).items()}
    made = dict(zip(map(id, blank), contents_strips(entries, numbers, press, toc), strict=True))
    return [[replace(at, strip=made[id(at.strip)]) if id(at.strip) in made else at for at in page] for page in pages]
