"""Lists, labelled points and definitions: what has a mark or a term before it."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain

from msgspec.structs import replace

from triptych.languages.signs import behind_label
from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.list_marks import DONE, OPEN, mark_of, point_numeral
from triptych.model.names import anchor_of
from triptych.model.pages import DrawingItem, TextItem
from triptych.model.queries import block_inlines, plain, walk_blocks
from triptych.plan.flow import Strip
from triptych.plan.handout.keeping import belongs, paired
from triptych.plan.handout.press import Press, SetBlocks, Spot
from triptych.plan.paragraphs import baseline, paragraph, words_at
from triptych.text.shape import width
from triptych.text.spans import Span

INDENT = 20.0
"""Points from a list's mark to its text."""
HANG = 26.0
"""Points from a key point's number to its text."""
PAIRED = 5
"""Lines up to which the first two items of a list, and its last two, are on the same page."""
BULLETS = "•–•–"

SetBlock = Callable[[doc.Block, Press, Spot], list[Strip]]


def list_strips(block: doc.ListBlock, press: Press, spot: Spot, one: SetBlock, depth: int = 0) -> list[Strip]:
    """A list whose items hold blocks, each set by `one`; `depth` says within how many others it is."""
    tag = press.tree.add("L", spot.tag, numbering="Decimal" if block.ordered else "Disc")
    out: list[list[Strip]] = []
    widest = max((mark_of(block, k) for k in range(len(block.items))), key=len, default="") if block.ordered else ""
    wide = width(widest, press.style().face) * press.theme.scale.text + 8.0 if block.ordered else 0.0
    indent = max(INDENT, wide)
    for index, item in enumerate(block.items):
        mark = mark_of(block, index) if block.ordered else BULLETS[depth % len(BULLETS)]
        mark = mark if item.done is None else DONE if item.done else OPEN
        made = _item(item, mark, indent, press, replace(spot, tag=tag), one, depth)
        gap = (press.density.gap if depth == 0 else 3.0) if index == 0 else 3.0
        out.append([replace(made[0], before=gap), *made[1:]])
    return list(chain.from_iterable(paired(out, PAIRED * press.density.leading)))


def _item(
    item: doc.ListItem, mark: str, indent: float, press: Press, spot: Spot, one: SetBlock, depth: int
) -> list[Strip]:
    entry = press.tree.add("LI", spot.tag)
    said = "" if item.done is None else word(press.document, "done" if item.done else "to do")
    label = press.tree.add("Lbl", entry, actual=said)
    body = press.tree.add("LBody", entry)
    inner = Spot(spot.x + indent, max(60.0, spot.width - indent), body, spot.panel)

    def made(press: Press) -> list[Strip]:
        out: list[Strip] = []
        for before, block in zip((None, *item.blocks), item.blocks, strict=False):
            set_block = (
                list_strips(block, press, inner, one, depth + 1)
                if isinstance(block, doc.ListBlock)
                else one(block, press, inner)
            )
            if out and set_block and before is not None and belongs(before, block):
                out[-1] = replace(out[-1], keep=True)
            out += set_block
        return _labelled(out, mark, label, spot, press)

    return press.facing(first_words(item.blocks), spot, made)


def _labelled(
    made: list[Strip], mark: str, label: int, spot: Spot, press: Press, *, accent: bool = False
) -> list[Strip]:
    """The strips with a mark before the first line of text."""
    style = press.style(bold=accent, color=press.theme.palette.accent if accent else "")
    first = made[0] if made else Strip(press.density.leading, panel=spot.panel)
    lines = [item.y for item in first.items if isinstance(item, TextItem | DrawingItem)]
    y = lines[0] if lines else baseline(press.theme.scale.text, press.density.leading)
    items = words_at(mark + " ", style, spot.x, y, label, rtl=press.rtl)
    return [replace(first, items=(*items, *first.items)), *made[1:]]


def point_strips(points: Sequence[doc.KeyPoint], press: Press, spot: Spot, inner: SetBlocks) -> list[Strip]:
    """Labelled points with their numbers in the margin, as one list; `inner` sets what they hold."""
    tag = press.tree.add("L", spot.tag, numbering="Decimal")
    out: list[Strip] = []
    for index, point in enumerate(points):
        number = point.number if point.number is not None else index + 1
        at = replace(spot, tag=press.tree.add("LI", tag))
        make = partial(_point, point, number, at, inner)
        made = press.facing(plain(point.label) or plain(point.inlines), spot, make)
        out.extend([replace(made[0], before=press.density.gap + 2.0), *made[1:]])
    return out


def _point(point: doc.KeyPoint, number: int, spot: Spot, inner: SetBlocks, press: Press) -> list[Strip]:
    label = press.tree.add("Lbl", spot.tag)
    body = press.tree.add("LBody", spot.tag)
    within = Spot(spot.x + HANG, spot.width - HANG, body, spot.panel)
    label_text = press.spans(point.label, press.style(bold=True))
    text = (*label_text, *_after(point, press))
    owner = press.tree.add("P", body)
    made = paragraph(
        text, press.tree, owner, width=within.width, leading=press.density.leading, x=within.x, panel=spot.panel,
        anchors=(anchor_of(point),) if anchor_of(point) else (),
        rtl=press.rtl,
        asides=press.asides(text, point.label, point_numeral(point, number), len(label_text)),
        keep=bool(point.blocks) and not plain(point.inlines).strip(),
    )  # fmt: skip
    made += inner(point.blocks, press, within)
    return _labelled(made, point_numeral(point, number), label, spot, press, accent=True)


def _after(point: doc.KeyPoint, press: Press) -> tuple[Span, ...]:
    """What follows a label: a stop if it has none, then the text."""
    if not plain(point.inlines).strip():
        return ()
    stop = behind_label(plain(point.label), ".", press.document.meta.lang)
    style = press.style(bold=True)
    return (*((Span(stop, style),) if stop else ()), *press.spans(point.inlines, press.style()))


def definition_strips(definitions: Sequence[doc.Definition], press: Press, spot: Spot, inner: SetBlocks) -> list[Strip]:
    """Terms, each with its meaning beneath it, as one list; `inner` sets the meanings."""
    tag = press.tree.add("L", spot.tag, numbering="None")
    out: list[Strip] = []
    for definition in definitions:
        at = replace(spot, tag=press.tree.add("LI", tag))
        out.extend(press.facing(plain(definition.term), spot, partial(_definition, definition, at, inner)))
    return out


def _definition(definition: doc.Definition, spot: Spot, inner: SetBlocks, press: Press) -> list[Strip]:
    label = press.tree.add("Lbl", spot.tag)
    body = press.tree.add("LBody", spot.tag)
    text = press.spans(definition.term, press.style(bold=True))
    term = paragraph(
        text, press.tree, label, width=spot.width, asides=press.asides(text, definition.term, start=len(text)),
        leading=press.density.leading, x=spot.x, before=press.density.gap, keep=True, panel=spot.panel,
        anchors=(anchor_of(definition),) if anchor_of(definition) else (), rtl=press.rtl,
    )  # fmt: skip
    said = inner(definition.blocks, press, Spot(spot.x + INDENT, spot.width - INDENT, body, spot.panel))
    return [*term, replace(said[0], before=0.0), *said[1:]] if said else term


def first_words(blocks: doc.Blocks) -> str:
    """The first running text in some blocks."""
    texts = (plain(inlines) for block in walk_blocks(blocks) for inlines in block_inlines(block))
    return next((text for text in texts if text.strip()), "")
