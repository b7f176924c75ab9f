"""The strips of a handout on its pages, with the contents in front of them."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.plan.flow import Placed, Strip
from triptych.plan.handout.contents import Entry, contents_strips
from triptych.plan.handout.page import foot_rule
from triptych.plan.handout.page_links import pages_of
from triptych.plan.handout.press import Press
from triptych.plan.handout.sheet import Sheet
from triptych.plan.pagination import Flow, Frame, flow


def flowed(
    strips: Sequence[Strip], press: Press, sheet: Sheet, before: Flow | None = None, most: float = float("inf")
) -> Flow:
    """The strips on pages, tuned as the press says; of more than `most` pages only one too many.

    Only what differs from what has flowed `before` flows again.
    """
    top = press.density.top
    frame = Frame(top, top + press.page, foot_rule(press.theme), sheet.box, press.notes, most, press.column)
    return flow(strips, frame, press.tuning, before)


def draft(entries: tuple[Entry, ...], press: Press) -> list[Strip]:
    """The contents without the numbers of pages, as high as with them."""
    return contents_strips(entries, {}, press, -1) if entries else []


def with_contents(
    pages: list[list[Placed]], blank: Sequence[Strip], entries: tuple[Entry, ...], press: Press, toc: int
) -> list[list[Placed]]:
    """The pages with the contents, if there are any, in the place of their draft, which is `blank`: how high they are
    does not depend on the numbers of pages."""
    if not entries:
        return pages
    numbers = {name: str(number) for name, number in pages_of(pages).items()}
    made = dict(zip(map(id, blank), contents_strips(entries, numbers, press, toc), strict=True))
    return [[replace(at, strip=made[id(at.strip)]) if id(at.strip) in made else at for at in page] for page in pages]
