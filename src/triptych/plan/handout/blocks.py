"""Blocks to strips."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import assert_never

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.pages import Item, RuleItem
from triptych.model.queries import attributes_of, plain
from triptych.plan.flow import Strip, draw, shifted
from triptych.plan.handout.beside import block_cued, joined
from triptych.plan.handout.boxes import callout_strips, cue, quote_strips, summary_strips
from triptych.plan.handout.figures import figure_strips
from triptych.plan.handout.keeping import belongs
from triptych.plan.handout.lists import definition_strips, first_words, list_strips, point_strips
from triptych.plan.handout.margin import InMargin, beside_first, beside_last, for_margin, in_margin
from triptych.plan.handout.objects import code_strips, formula_strips
from triptych.plan.handout.press import Press, Spot
from triptych.plan.handout.questions import notes_strips, question_strips
from triptych.plan.handout.tables import table_strips
from triptych.plan.pagination import paginate


def strips(blocks: doc.Blocks, press: Press, spot: Spot) -> list[Strip]:
    """The blocks of a section or of a block, in order; small figures in the margin beside them.

    A thematic break that parts nothing has no rule: at either end, and beside another one.
    """
    out: list[Strip] = []
    parted = False  # by a thematic break, of which it is not known yet whether something is beneath it
    waiting: list[InMargin] = []  # figures that the next text has beside it
    before: doc.Block | None = None
    margin = for_margin(blocks, press, spot, _height)
    done = 0
    for members in _runs(blocks):
        figure = in_margin(members[0], margin.get(done), out, press, spot)
        made = _run(members, press, spot) if figure is None else []
        boxed = bool(made) and bool(made[0].boxed)
        if out and (made or figure) and (boxed or (before is not None and belongs(before, members[0]))):
            out[-1] = replace(out[-1], keep=True)
        if isinstance(members[0], doc.Break):
            parted, made = bool(out), []
        if made:
            out += [_break(press, spot)] if parted else []
            out += beside_first(made, waiting, press)
            waiting, parted = [], False
        if figure is not None and figure.leads:
            waiting.append(figure)
        elif figure is not None:
            beside_last(out, figure, press)
        before = members[-1]
        done += len(members)
    return out + beside_first([], waiting, press)


def _height(block: doc.Block, press: Press, spot: Spot) -> float:
    """How high a block would be, the space before it with it."""
    return sum(strip.before + strip.height for strip in _run([block], press, spot))


def _runs(blocks: doc.Blocks) -> Iterator[list[doc.Block]]:
    """The blocks, those that are one list together."""
    for kind, group in groupby(blocks, key=type):
        members = list(group)
        yield from [members] if kind in (doc.KeyPoint, doc.Definition) else [[block] for block in members]


def _run(members: Sequence[doc.Block], press: Press, spot: Spot) -> list[Strip]:
    block = members[0]
    if isinstance(block, doc.KeyPoint):
        return point_strips([b for b in members if isinstance(b, doc.KeyPoint)], press, spot, strips)
    if isinstance(block, doc.Definition):
        return definition_strips([b for b in members if isinstance(b, doc.Definition)], press, spot, strips)
    return block_cued(_anchored(_block(block, press, spot), block), block, press.cues)


def _anchored(made: list[Strip], block: doc.Block) -> list[Strip]:
    """The strips as the destination of links to the block's own id."""
    attributes = attributes_of(block)
    return [replace(made[0], anchors=(*made[0].anchors, attributes.id)), *made[1:]] if made and attributes.id else made


def _block(block: doc.Block, press: Press, spot: Spot) -> list[Strip]:
    match block:
        case doc.Paragraph():
            return press.text(block.inlines, spot)
        case doc.ListBlock():
            return list_strips(block, press, spot, _block)
        case doc.Quote():
            return press.facing(first_words(block.blocks), spot, partial(quote_strips, block, spot, strips))
        case doc.Question() if block.answer is not None and press.exam:
            from triptych.plan.handout.exam_questions import exam_strips  # few make a test

            return exam_strips(block, press, spot, strips)
        case doc.Question() if block.answer is not None:
            return question_strips(block, press, spot, strips)
        case doc.Question():
            return _question(block, press, spot)
        case doc.Summary() if press.box is not None and spot.x == 0.0 and spot.panel is None:
            from triptych.plan.handout.cornell import boxed_summary  # one layout of many

            return boxed_summary(block, press, spot, strips) or summary_strips(block, spot, strips, press)
        case doc.Summary():
            return press.facing(
                plain(block.title) or first_words(block.blocks), spot, partial(summary_strips, block, spot, strips)
            )
        case doc.Code():
            return code_strips(block, press, spot)
        case doc.Table():
            return table_strips(block, press, spot)
        case doc.Figure():
            return figure_strips(block, press, spot)
        case doc.Break():
            return [_break(press, spot)]
        case doc.Notes():
            return notes_strips(block, press, spot, strips)
        case doc.Callout():
            return press.facing(first_words((block,)), spot, partial(callout_strips, block, spot, strips))
        case doc.Columns():
            return _columns(block, press, spot)
        case doc.Formula():
            return formula_strips(block, press, spot)
        case doc.Chart():
            from triptych.plan.handout.charts import chart_strips  # few documents have one

            return chart_strips(block, press, spot)
        case doc.KeyPoint():
            return point_strips([block], press, spot, strips)
        case doc.Definition():
            return definition_strips([block], press, spot, strips)
        case _:
            assert_never(block)


def _break(press: Press, spot: Spot) -> Strip:
    middle, half = spot.x + spot.width / 2, 24.0
    rule = RuleItem(middle - half, 12.0, middle + half, 12.0, 0.8, press.theme.palette.hairline)
    return Strip(20.0, (rule,), panel=spot.panel)


def _question(block: doc.Question, press: Press, spot: Spot) -> list[Strip]:
    tag = press.tree.add("Div", spot.tag)
    text = press.spans(block.inlines, press.style(12.0, bold=True))
    asked = cue(text, press, spot, press.tree.add("P", tag)) if text else []  # a picture may ask without a word
    return [*asked, *strips(block.blocks, press, replace(spot, tag=tag))]


def _columns(block: doc.Columns, press: Press, spot: Spot) -> list[Strip]:
    """Columns side by side if they are not taller than half a page, else one after the other."""
    count, gap = len(block.columns), 16.0
    shares = block.widths if len(block.widths) == count and sum(block.widths) > 0 else (1.0,) * count
    room = (spot.width if spot.panel is not None else press.full - spot.x) - gap * (count - 1)
    items: list[Item] = []
    x, tallest = spot.x, 0.0
    made: list[list[Strip]] = []
    for column, share in zip(block.columns, shares, strict=True):
        width = room * share / sum(shares)
        made.append(strips(column, replace(press, box=None), Spot(0.0, width, spot.tag)))
        (placed,) = paginate([replace(strip, aside=None) for strip in made[-1]], 0.0, 1e9)
        items.extend(shifted(item, x, 0.0) for item in draw(placed, 0.0))
        tallest = max(tallest, placed[-1].y + placed[-1].strip.height if placed else 0.0)
        x += width + gap
    every = [strip for column in made for strip in column]
    anchors = tuple(name for strip in every for name in strip.anchors)
    calls = tuple(call for strip in every for call in strip.calls)
    aside = joined(every, press.cues)
    if min(shares) / sum(shares) * room < 90.0 or tallest > press.page * 0.5:
        return [strip for column in block.columns for strip in strips(column, press, spot)]
    return [
        Strip(tallest, tuple(items), press.density.gap, False, spot.panel, anchors=anchors, calls=calls, aside=aside)
    ]
