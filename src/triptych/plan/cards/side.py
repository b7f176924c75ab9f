"""One side of a card: in the largest type that holds it, else on as many cards as it needs."""

from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from triptych.geometry import Size
from triptych.model.document import Blocks, Formula, Inlines, Paragraph
from triptych.model.pages import Item, LinkItem, TagRole, TextItem
from triptych.model.queries import plain
from triptych.plan.cards.parting import parted
from triptych.plan.direction import mirrored
from triptych.plan.fitting import fitted, reach
from triptych.plan.flow import Placed, Strip, draw, shifted
from triptych.plan.handout.blocks import strips
from triptych.plan.handout.press import BODY, SMALLEST, Density, Press, Spot
from triptych.plan.pagination import paginate
from triptych.plan.paragraphs import baseline, line_items
from triptych.plan.tree import Tree
from triptych.text.bidi import directed, spans_rtl
from triptych.text.extents import extent, hull
from triptych.text.lines import Line, break_lines

PAD, FOOT = 15.0, 11.0
"""Points: between the edge of a card and its text, and for the line at its foot."""
SIZES = (18.0, 16.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
"""Points of the type of a whole side, the largest that fits being taken."""
LARGE_CARD = 220.0
"""Points: a card that is lower has no type of more than 14 points."""
CONTINUED = (9.0, 8.0, 10.0, 11.0, 12.0)
"""Points of the type of what goes on on another card; the first in which each part of it fits."""
ANYHOW = (9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0)
"""Points of the type around what fits on no card otherwise, such as a very high matrix."""
DENSITY = Density(14.0, 6.0, 0.0, 0.0)
FEW = 3
"""Lines up to which a text is centred line by line."""


class Side(msgspec.Struct, frozen=True):
    """What a side of a card says, on one card or more. `scale` is by how much it is drawn larger than planned."""

    scale: float
    parts: tuple[tuple[Item, ...], ...]


Make = Callable[[Press, Spot], list[Strip]]


def set_side(make: Make, press: Press, tag: int, card: Size, blocks: Blocks = ()) -> Side:
    """A side in type as large as it can be. The press is that of a document; tags are only added to its tree.

    `blocks` are what it says, if it goes on behind a sentence where one card is too small.
    """
    size = _size(make, press, card)
    room, at = _at(press, size, card)

    def paged(making: Make, on: Press, owner: int) -> list[list[Placed]]:
        return paginate(making(on, Spot(0.0, room.width, owner)), 0.0, room.height)

    def fits(some: Blocks) -> bool:
        tried = replace(at, tree=Tree())
        return len(paged(back(some), tried, tried.tree.add("Sect"))) <= 1

    if blocks and not fits(blocks):
        cards = parted(blocks, press.document.meta.lang, fits)
        parts = [part for some in cards for part in paged(back(some), at, tag)]
    else:
        parts = paged(make, at, tag)
    return Side(size / BODY, tuple(tuple(_drawn(part, room, at, size / BODY)) for part in parts))


def _size(make: Make, press: Press, card: Size) -> float:
    """The largest type in which a side needs one card; else that in which it needs no more than it must."""
    sizes = [size for size in SIZES if size <= 14.0 or card.height >= LARGE_CARD]
    counts: dict[float, int] = {}

    def count(size: float) -> int:
        if size not in counts:
            counts[size] = len(_parts(make, press, size, card))
        return counts[size]

    alone = next((size for size in sizes if count(size) == 1), None)
    if alone is not None:
        return alone
    least = next((size for size in CONTINUED if count(size)), None)
    if least is None:  # something that cannot be parted is too large for a card: whole, whatever its size is then
        return next((s for s in ANYHOW if _parts(make, press, s, card, legible=0.0)), ANYHOW[-1])
    return next((size for size in sizes if size >= least and count(size) == count(least)), least)


def _parts(make: Make, press: Press, size: float, card: Size, legible: float = SMALLEST) -> list[list[Placed]]:
    """What stands on each card if it is set in a size; nothing if something is too large for a card, or too small."""
    room, at = _at(replace(press, tree=Tree()), size, card)
    parts = paginate(make(at, Spot(0.0, room.width, at.tree.add("Sect"))), 0.0, room.height)
    tall = any(placed.y + placed.strip.height > room.height + 0.02 for part in parts for placed in part)
    items = [item for part in parts for item in draw(part, 0.0) if not isinstance(item, LinkItem)]
    wide = max((extent(item).right for item in items), default=0.0) > room.width + 2.0
    small = any(item.size * size / BODY < legible - 0.01 for item in items if isinstance(item, TextItem))
    return [] if tall or wide or small else parts


def _at(press: Press, size: float, card: Size) -> tuple[Size, Press]:
    """The room on a card for text of a size, counted in points before scaling, and the press for it."""
    scale = size / BODY
    room = Size((card.width - 2 * PAD) / scale, (card.height - 2 * PAD - FOOT) / scale)
    return room, replace(press, full=room.width, page=room.height, column=room.width, density=DENSITY)


def _drawn(part: Sequence[Placed], room: Size, press: Press, scale: float) -> list[Item]:
    """The items of one card at their places on it: about the middle of the card, or higher if they need it."""
    pad, foot = PAD / scale, FOOT / scale
    height = part[-1].y + part[-1].strip.height if part else 0.0
    down = min(max(0.0, (room.height + foot - height) / 2), room.height - height)
    items = [shifted(item, pad, pad + down) for item in draw(part, 0.0)]
    return [mirrored(item, room.width + 2 * pad) for item in items] if press.rtl else items


# --- what stands on them ---------------------------------------------------------------------------


def front(inlines: Inlines, below: Blocks) -> Make:
    """What asks, in bold lines about the middle, and what belongs to it."""

    def make(press: Press, spot: Spot) -> list[Strip]:
        asked = _centred(inlines, press, spot, "H1", bold=True)
        more = _in_the_middle(below, strips(below, press, spot), spot.width)
        return [*asked, *([replace(more[0], before=8.0), *more[1:]] if more else [])]

    return make


def back(blocks: Blocks) -> Make:
    """An answer: a few lines about the middle, or as in a handout."""

    def make(press: Press, spot: Spot) -> list[Strip]:
        match blocks:
            case (Paragraph(inlines),) if len(_lines(inlines, press, spot, bold=False)) <= FEW:
                return _centred(inlines, press, spot, "P", bold=False)
            case _:
                made = _in_the_middle(blocks, strips(blocks, press, spot), spot.width)
                return [replace(made[0], before=0.0), *made[1:]] if made else []

    return make


def _lines(inlines: Inlines, press: Press, spot: Spot, *, bold: bool) -> tuple[Line, ...]:
    """The lines of a text, about equally long if they are few."""
    spans = fitted(press.spans(inlines, press.style(bold=bold)), spot.width)
    lines = break_lines(spans, spot.width)
    least, most = spot.width / 2, spot.width
    while 1 < len(lines) <= 2 * FEW and most - least > 4.0:
        middle = (least + most) / 2
        narrower = break_lines(spans, middle)
        fits = len(narrower) == len(lines) and all(line.width <= middle for line in narrower)
        lines, least, most = (narrower, least, middle) if fits else (lines, middle, most)
    return directed(lines, spans_rtl(spans, press.rtl), mirrored=press.rtl)


def _centred(inlines: Inlines, press: Press, spot: Spot, role: TagRole, *, bold: bool) -> list[Strip]:
    """A text as a strip a line, each about the middle."""
    tag = press.tree.add(role, spot.tag)
    links: dict[int, int] = {}
    rise = baseline(BODY, DENSITY.leading)
    lines = _lines(inlines, press, spot, bold=bold) if plain(inlines).strip() else ()
    reaches = [reach(line, rise, DENSITY.leading) for line in lines]
    return [
        Strip(
            high,
            tuple(line_items(line, spot.x + (spot.width - line.width) / 2, base, tag, press.tree, links)),
            keep=index < len(lines) - 1,
        )
        for index, (line, (base, high)) in enumerate(zip(lines, reaches, strict=True))
    ]


def _in_the_middle(blocks: Blocks, made: list[Strip], width: float) -> list[Strip]:
    """Strips that are narrower than their room moved into its middle, all alike; formulae and what has a panel stay."""
    around = hull(extent(item) for strip in made for item in strip.items)
    if around is None or _holds_formula(blocks) or any(strip.panel or strip.header for strip in made):
        return made
    dx = (width - around.x - around.right) / 2
    return [replace(strip, items=tuple(shifted(item, dx, 0.0) for item in strip.items)) for strip in made]


def _holds_formula(blocks: Blocks) -> bool:
    """Whether a displayed formula is among these, which is set in the middle of its own."""
    return any(isinstance(block, Formula) for block in blocks)
