"""The foot of a slide: its footnotes in a box under what is shown, which makes room for them if it can."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.deck import ChartBox, Fill, FormulaBox, Para, PictureBox, Shape, TableBox, TextBox, TextFill
from triptych.model.document import Document, FootnoteCall, Section
from triptych.model.footnote_calls import as_read
from triptych.model.footnote_calls import calls as footnote_calls
from triptych.model.theme import Placeholder, SlideLayout
from triptych.plan.deck.drafts import Draft, Setting
from triptych.plan.deck.feet import SIZE, calls, paras_of
from triptych.plan.deck.measure import Measured, height_of
from triptych.problem import Problem

LEAST = 0.6
"""The share of its height that a picture or a chart keeps where it makes room."""
GAP = 6.0
"""Points between a picture and the footnotes."""
_OWN_BODY = ("body", "key point", "summary", "two")
"""The layouts whose bodies are the text's: others have none, or small ones for other ends."""


def footed(
    fills: tuple[Fill, ...], notes: tuple[Para, ...], draft: Draft, layout: SlideLayout, setting: Setting
) -> tuple[tuple[Fill, ...], tuple[Para, ...], tuple[int, ...]]:
    """What fills a slide with its footnotes at the foot, its notes with these and their own, and what had no room."""
    if not setting.document.footnotes:
        return fills, notes, draft.footless
    shown = tuple(paras_of(fills))
    feet = setting.feet.of(shown)
    said = (*notes, *setting.feet.named((*calls((*shown, *notes)), *draft.footless)))
    placed = _footed(fills, feet, layout, setting) if feet else fills
    if placed is None:
        return fills, said, (*calls(shown), *draft.footless)
    return placed, said, draft.footless


def with_all_calls(drafts: list[Draft], section: Section, setting: Setting) -> list[Draft]:
    """The slides of a section; the last of its own brings along the footnotes that none of them calls."""
    if not setting.document.footnotes:
        return drafts
    called = dict.fromkeys(call.number for call in footnote_calls((*section.title, *section.blocks)))
    shown = {number for draft in drafts for number in (*calls((*paras_of(draft.fills), *draft.notes)),)}
    titles = (draft.heading.inlines for draft in drafts if not draft.hidden)
    shown |= {call.number for inlines in titles for call in footnote_calls(inlines)}
    left = tuple(number for number in called if number not in shown)
    own = [index for index, draft in enumerate(drafts) if section.id in draft.sections]
    if left and own:
        last = drafts[own[-1]]
        drafts[own[-1]] = replace(last, footless=(*last.footless, *left))
    return drafts


def footless(numbers: Sequence[Sequence[int]], document: Document) -> tuple[Problem, ...]:
    """A note for each footnote that stands in the notes of a slide; `numbers` has those of each slide."""
    if not any(numbers):
        return ()
    lines = [(node.number, node.line) for node in as_read(document) if isinstance(node, FootnoteCall)]
    line = dict(reversed(lines))  # of the first call
    title = {call.number for call in document.title_calls}
    hint = "shorten the slide or the footnote, if there is to be room for it"
    return tuple(
        Problem(
            "note", f"footnote {number} stands in the notes of slide {slide}, not at its foot", document.path,
            line.get(number, 1), hint="" if number in title else hint,
        )
        for slide, left in enumerate(numbers, 1) for number in dict.fromkeys(left)
    )  # fmt: skip


def _footed(
    fills: Sequence[Fill], feet: Sequence[Para], layout: SlideLayout, setting: Setting
) -> tuple[Fill, ...] | None:
    """The fills above these footnotes, and these; None if there is no room for them."""
    area = _area(layout, setting)
    high = setting.feet.height(feet, area.width)
    foot = Rect(area.x, area.bottom - high, area.width, high)
    above = [_above(fill, foot, setting) for fill in fills]
    kept = tuple(fill for fill in above if fill is not None)
    if len(kept) < len(fills):
        return None
    return (*kept, TextBox("Footnotes", foot, tuple(feet), SIZE, setting.theme.palette.muted, anchor="b"))


def _area(layout: SlideLayout, setting: Setting) -> Rect:
    """Where text stands on a slide: between the edges of its bodies."""
    bodies = layout.all("body") if layout.role in _OWN_BODY else ()
    inner = [slot.inner for slot in bodies or setting.theme.layout("body").all("body")[:1]]
    left, top = min(rect.x for rect in inner), min(rect.y for rect in inner)
    return Rect(left, top, max(r.right for r in inner) - left, max(r.bottom for r in inner) - top)


def _above(fill: Fill, foot: Rect, setting: Setting) -> Fill | None:
    """A fill as far as it stands above the footnotes; None if it cannot."""
    rect = (fill.rect or fill.placeholder.rect) if isinstance(fill, TextFill) else fill.rect
    if rect.bottom <= foot.y + 0.01 or rect.y >= foot.bottom or rect.right <= foot.x or rect.x >= foot.right:
        return fill
    room = Rect(rect.x, rect.y, rect.width, foot.y - rect.y)
    match fill:
        case TextFill():
            return replace(fill, rect=room) if _height(fill, setting) <= room.height + 0.01 else None
        case PictureBox() | ChartBox() if room.height - GAP >= rect.height * LEAST:
            return replace(fill, rect=_shrunk(fill, room.height - GAP))
        case PictureBox() | ChartBox() | TableBox() | TextBox() | Shape() | FormulaBox():
            return None
        case _:
            assert_never(fill)


def _shrunk(fill: PictureBox | ChartBox, height: float) -> Rect:
    """The rectangle of a picture in its proportions, or of a chart as wide as it was."""
    rect = fill.rect
    width = rect.width * height / rect.height if isinstance(fill, PictureBox) else rect.width
    return Rect(rect.x + (rect.width - width) / 2, rect.y, width, height)


def _height(fill: TextFill, setting: Setting) -> float:
    """How far down the text of a placeholder reaches, from the placeholder's top."""
    at = fill.placeholder
    scale = fill.sizes[0] / at.levels[0].size if fill.sizes else 1.0
    measured = [Measured(para, at, setting.theme.code_family) for para in fill.paras]
    return at.insets.top + height_of(measured, _inner(fill, at), scale)


def _inner(fill: TextFill, at: Placeholder) -> float:
    return (fill.rect or at.rect).inset(at.insets).width
