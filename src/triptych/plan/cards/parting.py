"""Where an answer that is too long for a card goes on on the next one: behind a sentence, an item or a block."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import msgspec
from msgspec.structs import replace

from triptych.model.document import Block, Blocks, Inlines, ListBlock, Paragraph, Text
from triptych.model.queries import plain
from triptych.weigh.sentences import sentences

Fits = Callable[[Blocks], bool]
"""Says whether some blocks have room on one card."""


class _Unit(msgspec.Struct, frozen=True):
    """What is not divided: a sentence of a paragraph, an item of a list, a whole block; `at` is the block's place."""

    at: int
    part: int
    sentence: Inlines = ()


def parted(blocks: Blocks, lang: str, fits: Fits) -> list[Blocks]:
    """The blocks of each card, as many on each as fit; what does not fit by itself is alone, to be cut at a line."""
    units = list(_units(blocks, lang))
    out: list[Blocks] = []
    while units:
        count = _most(units, blocks, fits)
        out.append(_built(units[:count], blocks))
        units = units[count:]
    return out


def _units(blocks: Blocks, lang: str) -> Iterator[_Unit]:
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield from (_Unit(at, part, said) for part, said in enumerate(sentences(block.inlines, lang)))
        elif isinstance(block, ListBlock):
            yield from (_Unit(at, part) for part in range(len(block.items)))
        else:
            yield _Unit(at, 0)


def _most(units: Sequence[_Unit], blocks: Blocks, fits: Fits) -> int:
    """How many of some units fit on a card, found by halves; at least one."""
    least, most = 1, len(units)
    while least < most:
        middle = (least + most + 1) // 2
        if fits(_built(units[:middle], blocks)):
            least = middle
        else:
            most = middle - 1
    return least


def _built(units: Sequence[_Unit], blocks: Blocks) -> Blocks:
    """The blocks that are made of some units that follow each other."""
    return tuple(_block(blocks[at], list(group)) for at, group in groupby(units, key=lambda unit: unit.at))


def _block(block: Block, units: Sequence[_Unit]) -> Block:
    """A block with some of its units only; a list counts on."""
    if isinstance(block, Paragraph):
        return replace(block, inlines=_joined([unit.sentence for unit in units]))
    if isinstance(block, ListBlock):
        first, last = units[0].part, units[-1].part
        return replace(block, items=block.items[first : last + 1], start=block.start + first)
    return block


def _joined(parts: Sequence[Inlines]) -> Inlines:
    """Sentences as running text, with the spaces between them that their script has."""
    out: list[Inlines] = []
    for part in parts:
        apart = out and plain(out[-1])[-1:] < "\u2e80"
        out += [(Text(" "),), part] if apart else [part]
    return tuple(inline for part in out for inline in part)
