"""The outer margin: small figures with their captions stand in it, beside the text before or behind them."""

from collections.abc import Callable, Container, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.document import Block, Definition, Figure, KeyPoint, ListBlock, Paragraph
from triptych.model.pages import PictureItem
from triptych.plan.flow import Aside, Call, Strip, stacked_items
from triptych.plan.handout.figures import PER_PIXEL, caption_strips, figure_tag, frame_of
from triptych.plan.handout.press import Press, Spot
from triptych.plan.picture_sizes import wished
from triptych.plan.tree import Tree

GAP, WIDEST = 16.0, 160.0
"""Points from the column to what stands beside it, and of the widest figure there."""
TOP, ABOVE_CAPTION, APART = 3.0, 4.0, 10.0
"""Points from the top of a line to a figure beside it, from that to its caption, and from one thing to the next."""
TALLEST = 0.35
"""The share of a page that a figure takes there at most, its caption with it."""
ENOUGH = 0.8
"""How high the text of a section is at least for the figures beside it, as a share of these."""
TEXTS = (Paragraph, ListBlock, KeyPoint, Definition)
"""The text that a figure stands beside."""


class InMargin(msgspec.Struct, frozen=True):
    """A figure in the margin: what stands there, the footnotes that its caption calls, the names of places in it.

    One that `leads` stands beside the text behind it, others beside the end of the text before them.
    """

    aside: Aside
    calls: tuple[Call, ...] = ()
    anchors: tuple[str, ...] = ()
    leads: bool = False

    def beside(self, strip: Strip) -> Strip:
        """The strip with the figure beside it."""
        return replace(
            strip, aside=self.aside, calls=(*strip.calls, *self.calls), anchors=(*self.anchors, *strip.anchors)
        )


def room_of(press: Press, spot: Spot) -> float:
    """The points of the margin beside a spot that a figure may take: 0 unless its text ends where the column does."""
    free = min(WIDEST, press.full - press.column - GAP)
    own = spot.panel is None and abs(spot.x + spot.width - press.column) < 0.5
    return free if own and free > 0.0 and press.cues is None else 0.0


def for_margin(
    blocks: Sequence[Block], press: Press, spot: Spot, height: Callable[[Block, Press, Spot], float]
) -> dict[int, bool]:
    """The figures that may stand in the margin, by their number among the blocks, and whether each leads its text.

    All of them do, or none: they are small, and together not much higher than the text. Heights alone count, which all
    editions share. `height` gives that of a block.
    """
    small = [n for n, block in enumerate(blocks) if isinstance(block, Figure) and _is_small(block, press, spot)]
    if not small:
        return {}
    draft, at = _draft(press, spot)
    made = {n: _set(block, draft, at) for n in small if isinstance(block := blocks[n], Figure)}
    high = {n: one.aside.height for n, one in made.items() if one.aside.height <= TALLEST * press.page}
    text = {n: height(block, draft, at) for n, block in enumerate(blocks) if isinstance(block, TEXTS)}
    if sum(text.values()) < ENOUGH * sum(high.values()):
        return {}
    return {n: _behind(n, blocks, text, made) >= high[n] for n in high}


def _draft(press: Press, spot: Spot) -> tuple[Press, Spot]:
    """What something is set with only to be measured: its elements are thrown away."""
    tree = Tree()
    return replace(press, tree=tree), replace(spot, tag=tree.add("Div"))


def _behind(number: int, blocks: Sequence[Block], text: Mapping[int, float], figures: Container[int]) -> float:
    """How high the text is that goes on behind a figure."""
    high = 0.0
    for n in range(number + 1, len(blocks)):
        if n not in text and n not in figures:
            break
        high += text.get(n, 0.0)
    return high


def in_margin(block: Block, leads: bool | None, out: Sequence[Strip], press: Press, spot: Spot) -> InMargin | None:
    """A figure for the margin, which `leads` the text behind it or has a place at the end of what is `out` before it.

    None if it may not stand there (None), or there is no text that it could stand beside.
    """
    if leads is None or not isinstance(block, Figure):
        return None
    if not leads and _host(out, _set(block, *_draft(press, spot)).aside.height, press) is None:
        return None
    return replace(_set(block, press, spot), leads=leads)


def beside_last(out: list[Strip], figure: InMargin, press: Press) -> None:
    """Put a figure beside the end of the text before it; on a line of its own if there is none."""
    host = _host(out, figure.aside.height, press)
    if host is None:
        out.append(figure.beside(Strip(0.0)))
    else:
        out[host] = figure.beside(out[host])


def beside_first(made: list[Strip], figures: Sequence[InMargin], press: Press) -> list[Strip]:
    """Text with figures beside its beginning, each beneath the other."""
    alone = [figure.beside(Strip(0.0)) for figure in figures]
    if not figures or not made or not _is_text(made[0], press):
        return [*alone, *made]
    return [*alone[:-1], figures[-1].beside(made[0]), *made[1:]]


def _is_text(strip: Strip, press: Press) -> bool:
    """Whether a strip is mere text in its column, with nothing beside it."""
    other = strip.aside is not None or strip.panel is not None or strip.opens or strip.header or strip.least
    return not other and not strip.is_wider(press.column)


def _is_small(block: Figure, press: Press, spot: Spot) -> bool:
    """Whether a figure, as large as its author or its pixels wish it, is no wider than the margin."""
    room, picture = room_of(press, spot), press.pictures.get(block.image.source)
    if room == 0.0 or picture is None:
        return False
    return wished(picture, block.attributes, frame_of(press, spot), PER_PIXEL).width <= room


def _set(block: Figure, press: Press, spot: Spot) -> InMargin:
    """The picture and beneath it its caption."""
    picture, x = press.pictures[block.image.source], press.column + GAP
    size = wished(picture, block.attributes, frame_of(press, spot), PER_PIXEL)
    tag = figure_tag(block, press, spot)
    drawn = PictureItem(Rect(x, TOP, size.width, size.height), picture, tag)
    at = Spot(x, room_of(press, spot), spot.tag if tag is None else tag)
    lines = caption_strips(block, press, at, 0.0)
    y = TOP + size.height + (ABOVE_CAPTION if lines else 0.0)
    items = (drawn, *stacked_items(lines, y))
    name = (block.attributes.id,) if block.attributes.id else ()
    return InMargin(
        Aside(y + sum(line.height for line in lines) + APART, items, floats=True),
        tuple(call for line in lines for call in line.calls),
        (*name, *(place for line in lines for place in line.anchors)),
    )


def _host(out: Sequence[Strip], height: float, press: Press) -> int | None:
    """The strip from which on the end of the text before a figure is as high as it; None if there is less of it."""
    high = 0.0
    for index in range(len(out) - 1, -1, -1):
        if not _is_text(out[index], press):
            return None
        high += out[index].height
        if high >= height - APART and out[index].items:
            return index
        high += out[index].before
    return None
