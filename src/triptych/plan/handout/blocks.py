"""Blocks to strips."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import assert_never

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.languages.signs import behind_label
from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.list_marks import DONE, OPEN, mark_of, point_numeral
from triptych.model.names import anchor_of
from triptych.model.pages import BoxItem, DrawingItem, Item, RuleItem, TextItem
from triptych.model.queries import attributes_of, block_inlines, plain, walk_blocks, walk_sections
from triptych.plan.flow import Panel, Strip, draw, shifted
from triptych.plan.handout.beside import block_cued, joined
from triptych.plan.handout.figures import figure_strips
from triptych.plan.handout.keeping import belongs
from triptych.plan.handout.margin import InMargin, beside_first, beside_last, for_margin, in_margin
from triptych.plan.handout.objects import code_strips, formula_strips
from triptych.plan.handout.press import Press, Spot, space
from triptych.plan.handout.questions import notes_strips, question_strips
from triptych.plan.handout.tables import table_strips
from triptych.plan.pagination import paginate
from triptych.plan.paragraphs import baseline, called, line_items, paragraph, words_at
from triptych.text.bidi import directed, spans_rtl
from triptych.text.lines import Span, break_lines
from triptych.text.shape import width

INDENT = 20.0
"""Points from a list's mark to its text."""
HANG = 26.0
"""Points from a key point's number to its text."""
BULLETS = "•–•–"


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
        return _points([b for b in members if isinstance(b, doc.KeyPoint)], press, spot)
    if isinstance(block, doc.Definition):
        return _definitions([b for b in members if isinstance(b, doc.Definition)], press, spot)
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
            return _list(block, press, spot, 0)
        case doc.Quote():
            return press.facing(_first_words(block.blocks), spot, partial(_quote, block, spot))
        case doc.Question() if block.answer is not None and press.exam:
            from triptych.plan.handout.exam_questions import exam_strips  # few make a test

            return exam_strips(block, press, spot, strips)
        case doc.Question() if block.answer is not None:
            return question_strips(block, press, spot, strips)
        case doc.Question():
            return _question(block, press, spot)
        case doc.Summary() if press.box is not None and spot.x == 0.0 and spot.panel is None:
            from triptych.plan.handout.cornell import boxed_summary  # one layout of many

            return boxed_summary(block, press, spot, strips) or _summary(block, spot, press)
        case doc.Summary():
            return press.facing(plain(block.title) or _first_words(block.blocks), spot, partial(_summary, block, spot))
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
            return press.facing(_first_words((block,)), spot, partial(_callout, block, spot))
        case doc.Columns():
            return _columns(block, press, spot)
        case doc.Formula():
            return formula_strips(block, press, spot)
        case doc.Chart():
            from triptych.plan.handout.charts import chart_strips  # few documents have one

            return chart_strips(block, press, spot)
        case doc.KeyPoint():
            return _points([block], press, spot)
        case doc.Definition():
            return _definitions([block], press, spot)
        case _:
            assert_never(block)


def _break(press: Press, spot: Spot) -> Strip:
    middle, half = spot.x + spot.width / 2, 24.0
    rule = RuleItem(middle - half, 12.0, middle + half, 12.0, 0.8, press.theme.palette.hairline)
    return Strip(20.0, (rule,), panel=spot.panel)


# --- lists -----------------------------------------------------------------------------------------


def _list(block: doc.ListBlock, press: Press, spot: Spot, depth: int) -> list[Strip]:
    numbering = "Decimal" if block.ordered else "Disc"
    tag = press.tree.add("L", spot.tag, numbering="Decimal" if numbering == "Decimal" else "Disc")
    out: list[Strip] = []
    widest = max((mark_of(block, k) for k in range(len(block.items))), key=len, default="") if block.ordered else ""
    wide = width(widest, press.style().face) * press.theme.scale.text + 8.0 if block.ordered else 0.0
    indent = max(INDENT if not block.ordered else 0.0, wide, INDENT)
    for index, item in enumerate(block.items):
        mark = mark_of(block, index) if block.ordered else BULLETS[depth % len(BULLETS)]
        mark = mark if item.done is None else DONE if item.done else OPEN
        made = _item(item, mark, indent, press, replace(spot, tag=tag), depth)
        gap = (press.density.gap if depth == 0 else 3.0) if index == 0 else 3.0
        out.extend([replace(made[0], before=gap), *made[1:]])
    return out


def _item(item: doc.ListItem, mark: str, indent: float, press: Press, spot: Spot, depth: int) -> list[Strip]:
    entry = press.tree.add("LI", spot.tag)
    said = "" if item.done is None else word(press.document, "done" if item.done else "to do")
    label = press.tree.add("Lbl", entry, actual=said)
    body = press.tree.add("LBody", entry)
    inner = Spot(spot.x + indent, max(60.0, spot.width - indent), body, spot.panel)

    def made(press: Press) -> list[Strip]:
        out: list[Strip] = []
        for block in item.blocks:
            out += (
                _list(block, press, inner, depth + 1)
                if isinstance(block, doc.ListBlock)
                else _block(block, press, inner)
            )
        return _labelled(out, mark, label, spot, press)

    return press.facing(_first_words(item.blocks), spot, made)


def _first_words(blocks: doc.Blocks) -> str:
    """The first running text in some blocks."""
    texts = (plain(inlines) for block in walk_blocks(blocks) for inlines in block_inlines(block))
    return next((text for text in texts if text.strip()), "")


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


# --- labelled points, definitions ------------------------------------------------------------------


def _points(points: Sequence[doc.KeyPoint], press: Press, spot: Spot) -> list[Strip]:
    tag = press.tree.add("L", spot.tag, numbering="Decimal")
    out: list[Strip] = []
    for index, point in enumerate(points):
        number = point.number if point.number is not None else index + 1
        at = replace(spot, tag=press.tree.add("LI", tag))
        make = partial(_point, point, number, at)
        made = press.facing(plain(point.label) or plain(point.inlines), spot, make)
        out.extend([replace(made[0], before=press.density.gap + 2.0), *made[1:]])
    return out


def _point(point: doc.KeyPoint, number: int, spot: Spot, press: Press) -> list[Strip]:
    label = press.tree.add("Lbl", spot.tag)
    body = press.tree.add("LBody", spot.tag)
    inner = Spot(spot.x + HANG, spot.width - HANG, body, spot.panel)
    label_text = press.spans(point.label, press.style(bold=True))
    text = (*label_text, *_after(point, press))
    owner = press.tree.add("P", body)
    made = paragraph(
        text, press.tree, owner, width=inner.width, leading=press.density.leading, x=inner.x, panel=spot.panel,
        anchors=(anchor_of(point),) if anchor_of(point) else (),
        rtl=press.rtl,
        asides=press.asides(text, point.label, point_numeral(point, number), len(label_text)),
        keep=bool(point.blocks) and not plain(point.inlines).strip(),
    )  # fmt: skip
    made += strips(point.blocks, press, inner)
    return _labelled(made, point_numeral(point, number), label, spot, press, accent=True)


def _after(point: doc.KeyPoint, press: Press) -> tuple[Span, ...]:
    """What follows a label: a stop if it has none, then the text."""
    if not plain(point.inlines).strip():
        return ()
    stop = behind_label(plain(point.label), ".", press.document.meta.lang)
    style = press.style(bold=True)
    return (*((Span(stop, style),) if stop else ()), *press.spans(point.inlines, press.style()))


def _definitions(definitions: Sequence[doc.Definition], press: Press, spot: Spot) -> list[Strip]:
    tag = press.tree.add("L", spot.tag, numbering="None")
    out: list[Strip] = []
    for definition in definitions:
        at = replace(spot, tag=press.tree.add("LI", tag))
        out.extend(press.facing(plain(definition.term), spot, partial(_definition, definition, at)))
    return out


def _definition(definition: doc.Definition, spot: Spot, press: Press) -> list[Strip]:
    label = press.tree.add("Lbl", spot.tag)
    body = press.tree.add("LBody", spot.tag)
    text = press.spans(definition.term, press.style(bold=True))
    term = paragraph(
        text, press.tree, label, width=spot.width, asides=press.asides(text, definition.term, start=len(text)),
        leading=press.density.leading, x=spot.x, before=press.density.gap, keep=True, panel=spot.panel,
        anchors=(anchor_of(definition),) if anchor_of(definition) else (), rtl=press.rtl,
    )  # fmt: skip
    inner = strips(definition.blocks, press, Spot(spot.x + INDENT, spot.width - INDENT, body, spot.panel))
    return [*term, replace(inner[0], before=0.0), *inner[1:]] if inner else term


# --- boxes -----------------------------------------------------------------------------------------


def boxed(inner: list[Strip], panel: Panel, pad: float) -> list[Strip]:
    """Strips with padding above and below them in their panel."""
    if not inner:
        return []
    first, last = replace(inner[0], before=0.0), inner[-1]
    body = [first, *inner[1:]]
    body[-1] = replace(body[-1], keep=True) if len(body) > 1 else replace(last, before=0.0, keep=True)
    return [replace(space(pad, panel), before=12.0), *body, replace(space(pad, panel), keep=False)]


def _quote(block: doc.Quote, spot: Spot, press: Press) -> list[Strip]:
    panel = Panel(spot.x + 4.0, spot.width - 4.0, bar=press.theme.palette.hairline)
    tag = press.tree.add("BlockQuote", spot.tag)
    if spot.panel is not None:  # panels do not nest
        return strips(block.blocks, press, Spot(spot.x + INDENT, spot.width - INDENT, tag, spot.panel))
    inner = strips(block.blocks, press, Spot(spot.x + INDENT, spot.width - INDENT, tag, panel))
    if plain(block.attribution).strip():
        by = press.style(9.5, color=press.theme.palette.muted)
        at = Spot(spot.x + INDENT, spot.width - INDENT, tag, panel)
        inner += press.text((doc.Text("— "), *block.attribution), at, by, leading=13.0, before=3.0)
    return boxed(inner, panel, 2.0)


def _question(block: doc.Question, press: Press, spot: Spot) -> list[Strip]:
    tag = press.tree.add("Div", spot.tag)
    text = press.spans(block.inlines, press.style(12.0, bold=True))
    asked = cue(text, press, spot, press.tree.add("P", tag)) if text else []  # a picture may ask without a word
    return [*asked, *strips(block.blocks, press, replace(spot, tag=tag))]


def cue(text: Sequence[Span], press: Press, spot: Spot, tag: int, anchors: tuple[str, ...] = ()) -> list[Strip]:
    """A question in its tinted box with a bar, kept with what follows."""
    made = press.facing("".join(span.text for span in text), spot, partial(_cue, text, spot, tag))
    return [replace(made[0], anchors=anchors), *made[1:]] if made else []


def _cue(text: Sequence[Span], spot: Spot, tag: int, press: Press) -> list[Strip]:
    palette = press.theme.palette
    panel = spot.panel or Panel(spot.x, spot.width, fill=palette.tint, bar=palette.accent)
    size = text[0].style.size if text else 12.0
    inner = paragraph(
        text, press.tree, tag, width=spot.width - 32.0, leading=size * 1.35, x=spot.x + 18.0, panel=panel, rtl=press.rtl
    )
    box = boxed(inner, panel, 10.0)
    return [replace(strip, keep=True) for strip in box]


def _callout(block: doc.Callout, spot: Spot, press: Press) -> list[Strip]:
    """A tinted box with a bar; the word of its kind says what it is, not its colour alone."""
    palette = press.theme.palette
    panel = spot.panel or Panel(spot.x, spot.width, fill=palette.tint, bar=palette.accent)
    tag = press.tree.add("Div", spot.tag)
    inner = Spot(spot.x + 18.0, spot.width - 32.0, tag, panel)
    kind = word(press.document, block.kind)
    named = kind + behind_label(kind, ":", press.document.meta.lang)
    title: doc.Inlines = (doc.Text(named), *block.title) if plain(block.title).strip() else (doc.Text(kind),)
    head = press.text(title, inner, press.style(bold=True), keep=True)
    body = strips(block.blocks, press, inner)
    first = [replace(body[0], before=2.0), *body[1:]] if body else []
    return boxed([*head, *first], panel, 8.0)


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


def _summary_title(block: doc.Summary, document: doc.Document) -> doc.Inlines:
    """Our word above a summary; nothing where the heading above it is that word already."""
    said = word(document, "summary")
    sections = walk_sections(document.sections)
    above = (part for part in sections if plain(part.title).strip().casefold() == said.casefold())
    named = any(isinstance(other, doc.Summary) and other.line == block.line for part in above for other in part.blocks)
    return () if named else (doc.Text(said),)


def _summary(block: doc.Summary, spot: Spot, press: Press) -> list[Strip]:
    """A ruled box; its title stands in the upper edge."""
    palette = press.theme.palette
    panel = spot.panel or Panel(spot.x, spot.width, stroke=palette.accent)
    tag = press.tree.add("Div", spot.tag)
    title = block.title or (() if press.cues else _summary_title(block, press.document))
    style = press.style(9.5, bold=True, color=palette.accent)
    label = press.tree.add("P", tag)
    spans = press.spans(title, style)
    lines = directed(break_lines(spans, float("inf")), spans_rtl(spans, press.rtl), mirrored=press.rtl) if spans else ()
    wide = max((line.width for line in lines), default=0.0)
    legend: tuple[Item, ...] = (
        BoxItem(Rect(spot.x + 10.0, -7.0, min(wide + 8.0, spot.width - 20.0), 14.0), palette.paper),
        *(item for line in lines for item in line_items(line, spot.x + 14.0, 3.4, label, press.tree, {})),
    )
    inner = strips(block.blocks, press, Spot(spot.x + 14.0, spot.width - 28.0, tag, panel))
    if not inner:
        return press.text((*title, doc.LineBreak()), spot)
    box = boxed(inner, panel, 9.0)
    calls = tuple(call for line in lines for call in called(line, label, press.tree))
    return [replace(box[0], items=legend if spans else (), before=20.0, height=14.0, calls=calls), *box[1:]]
