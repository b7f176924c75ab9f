"""Boxes round blocks: quotations, asides, summaries, questions that run through the text."""

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.languages.signs import behind_label
from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.pages import BoxItem, Item
from triptych.model.queries import plain, walk_sections
from triptych.plan.flow import Panel, Strip
from triptych.plan.handout.press import Press, SetBlocks, Spot, space
from triptych.plan.paragraphs import called, line_items, paragraph
from triptych.text.bidi import directed, spans_rtl
from triptych.text.lines import break_lines
from triptych.text.spans import Span

INDENT = 20.0
"""Points from the bar of a quotation to its text."""


def boxed(inner: list[Strip], panel: Panel, pad: float) -> list[Strip]:
    """Strips with padding above and below them in their panel."""
    if not inner:
        return []
    first, last = replace(inner[0], before=0.0), inner[-1]
    body = [first, *inner[1:]]
    body[-1] = replace(body[-1], keep=True) if len(body) > 1 else replace(last, before=0.0, keep=True)
    return [replace(space(pad, panel), before=12.0), *body, replace(space(pad, panel), keep=False)]


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


def quote_strips(block: doc.Quote, spot: Spot, inner: SetBlocks, press: Press) -> list[Strip]:
    """A quotation beside a bar, who said it beneath."""
    panel = Panel(spot.x + 4.0, spot.width - 4.0, bar=press.theme.palette.hairline)
    tag = press.tree.add("BlockQuote", spot.tag)
    if spot.panel is not None:  # panels do not nest
        return inner(block.blocks, press, Spot(spot.x + INDENT, spot.width - INDENT, tag, spot.panel))
    made = inner(block.blocks, press, Spot(spot.x + INDENT, spot.width - INDENT, tag, panel))
    if plain(block.attribution).strip():
        by = press.style(9.5, color=press.theme.palette.muted)
        at = Spot(spot.x + INDENT, spot.width - INDENT, tag, panel)
        made += press.text((doc.Text("— "), *block.attribution), at, by, leading=13.0, before=3.0)
    return boxed(made, panel, 2.0)


def callout_strips(block: doc.Callout, spot: Spot, inner: SetBlocks, press: Press) -> list[Strip]:
    """A tinted box with a bar; its title says what it is, not its colour alone."""
    palette = press.theme.palette
    panel = spot.panel or Panel(spot.x, spot.width, fill=palette.tint, bar=palette.accent)
    tag = press.tree.add("Div", spot.tag)
    within = Spot(spot.x + 18.0, spot.width - 32.0, tag, panel)
    head = press.text(_callout_title(block, press.document), within, press.style(bold=True), keep=True)
    body = inner(block.blocks, press, within)
    first = [replace(body[0], before=2.0), *body[1:]] if body else []
    return boxed([*head, *first], panel, 8.0)


def _callout_title(block: doc.Callout, document: doc.Document) -> doc.Inlines:
    """The word of its kind, then its title if it has one; that alone in a mere note, of which the word says nothing."""
    kind = word(document, block.kind)
    if not plain(block.title).strip():
        return (doc.Text(kind),)
    named = kind + behind_label(kind, ":", document.meta.lang)
    return block.title if block.kind == "note" else (doc.Text(named), *block.title)


def _summary_title(block: doc.Summary, document: doc.Document) -> doc.Inlines:
    """Our word above a summary; nothing where the heading above it is that word already."""
    said = word(document, "summary")
    sections = walk_sections(document.sections)
    above = (part for part in sections if plain(part.title).strip().casefold() == said.casefold())
    named = any(isinstance(other, doc.Summary) and other.line == block.line for part in above for other in part.blocks)
    return () if named else (doc.Text(said),)


def summary_strips(block: doc.Summary, spot: Spot, inner: SetBlocks, press: Press) -> list[Strip]:
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
    made = inner(block.blocks, press, Spot(spot.x + 14.0, spot.width - 28.0, tag, panel))
    if not made:
        return press.text((*title, doc.LineBreak()), spot)
    box = boxed(made, panel, 9.0)
    calls = tuple(call for line in lines for call in called(line, label, press.tree))
    return [replace(box[0], items=legend if spans else (), before=20.0, height=14.0, calls=calls), *box[1:]]
