"""Asides of a paragraph: each beside its line, or as near beneath it as those before leave room."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from triptych.plan.flow import Aside, Strip, shifted
from triptych.text.lines import Line


def at_lines(lines: Sequence[Line], asides: Mapping[int, Aside], rises: Sequence[float]) -> list[Aside | None]:
    """The aside of each line: of the spans that begin in it. `rises` are how deep their baselines lie."""
    waiting = dict(asides)
    out = []
    for line, rise in zip(lines, rises, strict=True):
        begun = sorted({piece.span for piece in line.pieces} & set(waiting))
        out.append(stacked([aligned(waiting.pop(span), rise) for span in begun]))
    return out


def aligned(aside: Aside, y: float) -> Aside:
    """The aside lowered to have its first baseline at `y` beneath its top."""
    down = max(0.0, y - aside.base)
    return Aside(aside.height + down, tuple(shifted(item, 0.0, down) for item in aside.items), aside.base + down)


def stacked(asides: Sequence[Aside]) -> Aside | None:
    """Several asides as one, each beneath the other; None if there is none."""
    if not asides:
        return None
    y, items = 0.0, []
    for aside in asides:
        items += [shifted(item, 0.0, y) for item in aside.items]
        y += aside.height
    return Aside(y, tuple(items), asides[0].base)


def spread(strips: Sequence[Strip]) -> list[Strip]:
    """The strips of a paragraph, their asides moved down to where they hold none of its lines up.

    What finds no room beside the last line stands beneath the aside before it, and reaches beyond the paragraph.
    """
    out = [replace(strip, aside=None) for strip in strips]
    y = end = 0.0
    last = 0
    waiting: list[Aside] = []
    for index, strip in enumerate(strips):
        waiting += [strip.aside] if strip.aside is not None else []
        if waiting and y >= end:
            out[index] = replace(out[index], aside=stacked(waiting))
            end, last, waiting = y + sum(aside.height for aside in waiting), index, []
        y += strip.height
    held = out[last].aside if out else None
    if waiting and held is not None:
        out[last] = replace(out[last], aside=stacked([held, *waiting]))
    return out
