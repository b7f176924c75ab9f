"""Summaries in the box at the foot of Cornell pages."""

from collections.abc import Callable

from msgspec.structs import replace

from triptych.model.document import Blocks, Summary
from triptych.model.queries import plain
from triptych.plan.flow import Strip
from triptych.plan.handout.press import Press, Spot

HIGHEST = 1 / 3
"""The share of a page's text up to which the box may grow for a summary."""


def boxed_summary(
    block: Summary, press: Press, spot: Spot, inner: Callable[[Blocks, Press, Spot], list[Strip]]
) -> list[Strip]:
    """A strip that takes no room but has the summary in the box of its page; nothing if it is too long for a box.

    It says nothing but what the author wrote. `inner` sets blocks as strips.
    """
    if press.box is None:
        return []
    x, width = press.box
    at = Spot(x, width, press.tree.add("Div", spot.tag))
    hand = replace(press, full=x + width, cues=None, box=None)
    accent = press.style(bold=True, color=press.theme.palette.accent)
    said = plain(block.title).strip()
    title = hand.facing(said, at, lambda own: own.text(block.title, at, accent)) if said else []
    made = [*title, *inner(block.blocks, hand, at)]
    if not made or sum(strip.before + strip.height for strip in made) > press.page * HIGHEST:
        return []
    first = replace(made[0], before=press.density.gap)  # apart from another summary above it
    calls = tuple(call for strip in made for call in strip.calls)
    return [Strip(0.0, calls=calls, boxed=tuple(replace(strip, calls=()) for strip in (first, *made[1:])))]
