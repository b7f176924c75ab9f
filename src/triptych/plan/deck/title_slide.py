"""The title slide: the title, what stands beneath it, who speaks and when."""

from collections.abc import Iterator, Sequence

from triptych.geometry import Insets, Rect
from triptych.model.colors import least, readable, worst
from triptych.model.deck import Fill, Para, Run, TextBox, TextFill
from triptych.model.queries import title_of
from triptych.model.smallest_type import SMALLEST_FOOT
from triptych.model.theme import Level, Placeholder, SlideLayout
from triptych.plan.deck.content import Ids
from triptych.plan.deck.drafts import Draft, Setting
from triptych.plan.deck.measure import Measured, size_at
from triptych.plan.deck.titles import Heading, title_fill

SMALLEST = 14.0
"""Points that what stands beneath the title is set in at least, before some of it goes elsewhere."""
_BOX = (20.0, 18.0, 16.0, SMALLEST, SMALLEST_FOOT)
_INSETS = Insets(7.2, 3.6, 7.2, 3.6)


def title_slide(setting: Setting, ids: Ids) -> Draft:
    """All that the front matter says of a lecture: in the placeholders, smaller if need be, else in a box of its own.

    What no place holds stands in the notes, and so do abstract and keywords.
    """
    meta, layout = setting.document.meta, setting.theme.layout("title")
    people = ", ".join(meta.authors)
    lines = [text for text in (meta.subtitle, meta.course, ", ".join(meta.affiliations)) if text]
    last = " · ".join(text for text in (people, meta.date) if text)
    fills, rest = _placed(lines, last, layout, setting)
    boxes = (_boxed(rest, place, grounds, layout, setting) for place, grounds in _free(fills, layout))
    box = max((box for box in boxes if box is not None), key=lambda box: box.size, default=None)
    if rest and box is None and (whole := _in_its_place([*lines, last], fills, layout, setting)) is not None:
        fills, box = [], whole
    fills += [box] if box is not None else []
    said = [*(rest if box is None else ()), *meta.abstract, *([" · ".join(meta.keywords)] if meta.keywords else ())]
    notes = tuple(Para((Run(text),), bullet=False) for text in said)
    called = tuple(call.number for call in setting.document.title_calls)
    heading = Heading(meta.title, inlines=title_of(meta))
    return Draft(ids.next(), "title", heading, tuple(fills), notes, footless=called)


def _placed(lines: list[str], last: str, layout: SlideLayout, setting: Setting) -> tuple[list[Fill], list[str]]:
    """What stands beneath the title: lines in the first place for text, who speaks and when in another one, if any.

    What no place holds is returned.
    """
    feet = sorted(layout.all("body"), key=lambda slot: slot.rect.y)
    subtitle = layout.first("subtitle")
    foot = feet.pop() if feet and (subtitle is not None or len(feet) > 1 or not lines) else None
    first = subtitle or (feet[0] if feet else None)
    if first is not None and foot is not None and (both := _in_two(lines, last, first, foot, setting)):
        return both, []
    if lines and first is not None and foot is not None and not _beneath(lines, first, setting)[0]:
        first, foot = foot, first  # a place too short for any of the lines is for who speaks
    at_foot = _filled([last], foot, setting) if last and foot is not None else None
    if last and at_foot is None:
        lines = [*lines, last]
    fills, rest = _beneath(lines, first or (foot if at_foot is None else None), setting)
    return ([*fills, at_foot] if at_foot is not None else fills), rest


def _in_two(lines: list[str], last: str, first: Placeholder, foot: Placeholder, setting: Setting) -> list[Fill]:
    """All that is said in two places, either of which may hold a single line; none if they do not hold it."""
    if not lines or not last:
        return []
    others, before = " · ".join([*lines[1:], last]), " · ".join(lines)
    for above, below in ((lines, [last]), (lines[:1], [others]), ([others], lines[:1]), ([last], [before])):
        one, other = _filled(above, first, setting), _filled(below, foot, setting)
        if one is not None and other is not None:
            return [one, other]
    return []


def _beneath(lines: list[str], slot: Placeholder | None, setting: Setting) -> tuple[list[Fill], list[str]]:
    """As many of the lines as a placeholder holds, and those that it does not."""
    if slot is None or not lines:
        return [], lines
    for count in range(len(lines), 0, -1):
        fill = _filled(lines[:count], slot, setting)
        if fill is not None:
            return [fill], lines[count:]
    return [], lines


def _filled(lines: Sequence[str], slot: Placeholder, setting: Setting) -> TextFill | None:
    """Lines in a placeholder at the largest size that holds them; None if that is too small."""
    text = "\n".join(lines)
    fill, fits = title_fill((Run(text),), slot, setting.theme.code_family)
    if fits:
        return fill
    para, level = Para((Run(text),), bullet=False), slot.levels[0]
    measured = Measured(para, slot, setting.theme.code_family)
    size = min(level.size, 20.0)
    while size >= min(SMALLEST, level.size):
        if measured.height(slot.inner.width, size / level.size) <= slot.inner.height + 0.5:
            return TextFill(slot, (para,), (size_at(level, size / level.size),))
        size -= 2.0
    return None


def _in_its_place(lines: Sequence[str], fills: Sequence[Fill], layout: SlideLayout, setting: Setting) -> TextBox | None:
    """All lines in a box in the place of a subtitle that holds some of them; None if others stand elsewhere."""
    subtitle = layout.first("subtitle")
    if subtitle is None or any(
        not isinstance(fill, TextFill) or fill.placeholder.idx != subtitle.idx for fill in fills
    ):
        return None
    return _boxed(list(filter(None, lines)), subtitle.rect, subtitle.grounds, layout, setting)


def _free(fills: Sequence[Fill], layout: SlideLayout) -> Iterator[tuple[Rect, tuple[str, ...]]]:
    """Where a box may stand, on which grounds: a place to spare, then that of a subtitle which holds nothing."""
    if layout.spare is not None:
        yield layout.spare, layout.spare_grounds
    subtitle = layout.first("subtitle")
    if subtitle is not None and not any(
        isinstance(fill, TextFill) and fill.placeholder.idx == subtitle.idx for fill in fills
    ):
        yield subtitle.rect, subtitle.grounds


def _boxed(
    lines: Sequence[str], place: Rect, grounds: tuple[str, ...], layout: SlideLayout, setting: Setting
) -> TextBox | None:
    """Lines in a box at a place on grounds; None if there are none, or they do not fit it."""
    title = layout.first("title")
    if title is None or not lines:
        return None
    family = setting.theme.text_family
    level = title.levels[0]
    paras = tuple(Para((Run(text),), bullet=False, align=level.align) for text in lines)
    for size in _BOX:
        slot = Placeholder("body", "body", 0, "box", place, _INSETS, "t", (Level(size, family),))
        high = sum(Measured(p, slot, setting.theme.code_family).height(slot.inner.width, 1.0) for p in paras)
        if high <= slot.inner.height:
            color, ground = _ink(grounds, layout, title, setting, size)
            if ground:  # a box that is seen is no higher than what it says
                place = Rect(place.x, place.y, place.width, high + place.height - slot.inner.height)
            return TextBox("Authors and date", place, paras, size, color, ground, insets=_INSETS)
    return None


def _ink(
    behind: tuple[str, ...], layout: SlideLayout, title: Placeholder, setting: Setting, size: float
) -> tuple[str, str]:
    """The colour of the subtitle, of the title, or of any text: the first that can be read behind the box.

    Where none can, the box has a ground, too.
    """
    subtitle = layout.first("subtitle")
    grounds = behind or title.grounds or (setting.theme.palette.paper,)
    own = [slot.levels[0].color for slot in (subtitle, title) if slot is not None]
    wished = [color for color in (*own, *setting.theme.own, setting.theme.palette.ink) if color]
    for color in (*wished, readable(wished[0], *grounds)):
        if worst(color, grounds) >= least(size):
            return color, ""
    ground = layout.ground or setting.theme.palette.paper
    return readable(setting.theme.palette.ink, ground), ground
