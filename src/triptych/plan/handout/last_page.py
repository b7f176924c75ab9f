"""A last page of a few lines is avoided: the pages before it are set a little more closely, or leave it more lines."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from triptych.plan.flow import Placed, Strip, Tuning
from triptych.plan.handout.flowing import flowed
from triptych.plan.handout.keeping import LINE
from triptych.plan.handout.press import Press
from triptych.plan.handout.sheet import Sheet
from triptych.plan.pagination import Flow

FEWEST = 5
"""Lines below which a last page looks like a mistake."""
CLOSER = 0.6
"""The share of the space between paragraphs that is left on the pages before it."""
PAGES = 4
"""How many pages before it may be set more closely."""
LOWEST = 50.0
"""Points at the foot of a page that hold its number, and air above it."""


def is_lonely(pages: Sequence[Sequence[Placed]]) -> bool:
    """Whether the last of several pages has only a few lines. Heights alone count, which all editions share."""
    return len(pages) > 1 and _lines(pages[-1]) < FEWEST


def _lines(page: Sequence[Placed]) -> int:
    return sum(_lines_of(at.strip) for at in page if not at.boxed and not at.repeated)


def _lines_of(strip: Strip) -> int:
    """The lines on a strip: one in large type, many of a picture."""
    return round(strip.height / LINE) if strip.height > 2 * LINE else min(1, round(strip.height / LINE))


def tuning_for(flow: Flow, press: Press, sheet: Sheet) -> Tuning | None:
    """How to tune what has flowed if its last page has few lines: that one is spared, or else has lines enough.

    Only the last pages flow again.
    """
    pages = flow.pages
    if not is_lonely(pages):
        return None
    for tuning in _tunings(len(pages), _lines(pages[-1]), press, sheet):
        made = flowed(flow.strips, replace(press, tuning=tuning), sheet, flow).pages
        if len(made) < len(pages) or (len(made) == len(pages) and not is_lonely(made)):
            return tuning
    return None


def _tunings(count: int, lines: int, press: Press, sheet: Sheet) -> Iterator[Tuning]:
    """What to try: closer from the last page but one on, from the one before it on; else that one shorter."""
    longer = 0.0 if sheet.is_cornell else max(0.0, press.density.bottom - LOWEST)
    for first in range(count - 2, max(-1, count - 2 - PAGES), -1):
        yield Tuning(first, CLOSER, longer)
    for more in range(FEWEST - lines, 2 * FEWEST):
        yield Tuning(count - 2, 1.0, -more * press.density.leading)
