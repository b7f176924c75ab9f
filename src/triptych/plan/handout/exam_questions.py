"""Questions as tests set them: marks at the edge, options in columns where they are short, lines to write on."""

from collections.abc import Sequence
from math import ceil
from typing import assert_never

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.pages import DrawingItem, Item, PathItem, RuleItem, TextItem
from triptych.model.queries import block_inlines, plain
from triptych.model.queries import walk_blocks as walk
from triptych.model.questions import beneath, offered
from triptych.plan.flow import Strip
from triptych.plan.handout.press import Press, SetBlocks, Spot
from triptych.plan.paragraphs import BENEATH, baseline, line_items, paragraph, words_at
from triptych.plan.ruling import LINE
from triptych.text.bidi import directed, spans_rtl
from triptych.text.lines import break_lines
from triptych.text.shape import width
from triptych.text.spans import Span

HANG, MARKS = 26.0, 46.0
"""Points from a question's number to its text, and for its marks at the other edge."""
PER_POINT = 60 / 372
"""Printed characters that a hand writes on a point of a line."""
FEWEST = 2
"""Lines for an answer, at least, and how many of them stay together where a page ends among them."""
MUCH = 0.25
"""The share of a page from which on the lines for an answer may go on on the next one."""
ROOM = "\u00a0" * 14
"""What the room for a letter or two is as wide as."""
MARK, AFTER = 16.0, 14.0
"""Points from an option's mark to its text, and behind it."""
COLUMNS = (4, 3, 2)
"""How many options may stand side by side: in full rows, or by two."""
OPEN = "○"


def exam_strips(block: doc.Question, press: Press, spot: Spot, inner: SetBlocks) -> list[Strip]:
    """A question with its marks and the room for its answer; all on one page, unless it is higher than that.

    Of one that takes much of a page the last lines to write on may stand on the next, so that this one is filled.
    """
    tag = press.tree.add("Div", spot.tag)
    at = Spot(spot.x + HANG, spot.width - HANG, tag, spot.panel)
    made = [*_asked(block, press, at, spot.x), *inner(block.blocks, press, at), *_offered(block, press, at, inner)]
    room = _room(block, press, at)
    high = sum(strip.before + strip.height for strip in (*made, *room))
    if high > press.page * MUCH and _is_lined(block) and len(room) >= 2 * FEWEST:
        first, rest = room[:FEWEST], room[FEWEST:]
        return [*_whole([*made, *first]), *rest[:-FEWEST], *_whole(rest[-FEWEST:])]
    return [*made, *room] if high > press.page else _whole([*made, *room])


def _is_lined(block: doc.Question) -> bool:
    """Whether the room for its answer is nothing but lines."""
    return not isinstance(block.answer, doc.Matching | doc.Ordering)


def _whole(strips: Sequence[Strip]) -> list[Strip]:
    """Strips that no page break parts."""
    return [*(replace(strip, keep=True) for strip in strips[:-1]), *strips[-1:]]


def _asked(block: doc.Question, press: Press, spot: Spot, left: float) -> list[Strip]:
    """The text, its number before it in bold, its marks at the other edge of the page."""
    label = press.tree.add("Lbl", spot.tag)
    owner = press.tree.add("P", spot.tag)
    text = press.spans(block.inlines, press.style())
    made = paragraph(
        text, press.tree, owner, width=spot.width - MARKS, leading=press.density.leading, x=spot.x,
        before=press.density.gap + 6.0, panel=spot.panel, rtl=press.rtl,
    )  # fmt: skip
    bold = press.style(bold=True, color=press.theme.palette.accent)
    first = _first_baseline(made[0], press)
    number = words_at(f"{block.number} ", bold, left, first, label, rtl=press.rtl)
    marks = _marks(block, press, spot, made[0])
    return [replace(made[0], items=(*number, *made[0].items, *marks)), *made[1:]]


def _first_baseline(strip: Strip, press: Press) -> float:
    """The baseline of the first line, which a blank or a formula in it may push down."""
    for item in strip.items:
        if isinstance(item, TextItem | DrawingItem):
            return item.y
        if isinstance(item, PathItem):  # of a blank, which lies a little beneath the line
            return item.points[0][1] - BENEATH
    return baseline(press.style().size, press.density.leading)


def _marks(block: doc.Question, press: Press, spot: Spot, strip: Strip) -> list[Item]:
    """Room for the marks of a question, and how many there are."""
    if not block.points:
        return []
    style = press.style(color=press.theme.palette.muted)
    text = f"/ {block.points:g}"
    right, y = spot.x + spot.width, _first_baseline(strip, press)
    start = right - width(text, style.face) * style.size
    tag = press.tree.add("P", spot.tag)
    rule = RuleItem(right - MARKS + 8.0, y + 2.0, start - 4.0, y + 2.0, 0.6, press.theme.palette.muted)
    return [rule, *words_at(text, style, start, y, tag, rtl=press.rtl)]


def _offered(block: doc.Question, press: Press, spot: Spot, inner: SetBlocks) -> list[Strip]:
    """What there is to choose from, to match and to put in order."""
    answer = block.answer
    if isinstance(answer, doc.Choice) and (columns := _columns(answer.options, press, spot)) > 1:
        return _in_columns(answer.options, columns, press, spot)
    blocks = offered(block)
    if isinstance(answer, doc.Matching):
        shares = _shares(answer)
        blocks = tuple(replace(one, widths=shares) if isinstance(one, doc.Columns) else one for one in blocks)
    return inner(blocks, press, spot)


def _shares(answer: doc.Matching) -> tuple[float, float]:
    """How much of the width each side of pairs takes: by what is longest, at least a third."""
    left = max(len(plain(pair.left)) for pair in answer.pairs)
    right = max(len(plain(pair.right)) for pair in answer.pairs)
    share = min(0.7, max(0.34, left / max(1, left + right)))
    return share, 1.0 - share


def _columns(options: Sequence[doc.Option], press: Press, spot: Spot) -> int:
    """How many options stand side by side: as many as are each no wider than their column."""
    if any(option.blocks for option in options):
        return 1
    widest = max((_line(option, press)[1] for option in options), default=0.0)
    each = MARK + widest + AFTER
    count = len(options)
    full = (n for n in COLUMNS if n <= count and (count % n == 0 or n == 2))
    return next((n for n in full if each * n <= spot.width + AFTER), 1)


def _line(option: doc.Option, press: Press) -> tuple[tuple[Span, ...], float]:
    """The spans of an option, and how wide they are on one line."""
    spans = press.spans(option.inlines, press.style())
    return spans, max((line.width for line in break_lines(spans, float("inf"))), default=0.0)


def _in_columns(options: Sequence[doc.Option], columns: int, press: Press, spot: Spot) -> list[Strip]:
    """Options side by side, in rows."""
    entries = press.tree.add("L", spot.tag, numbering="Disc")
    leading = press.density.leading + 2.0
    y = baseline(press.style().size, leading)
    out = []
    for start in range(0, len(options), columns):
        items: list[Item] = []
        for column, option in enumerate(options[start : start + columns]):
            x = spot.x + column * spot.width / columns
            items += _option(option, x, y, entries, press)
        out.append(Strip(leading, tuple(items), 4.0 if not start else 0.0, panel=spot.panel))
    return out


def _option(option: doc.Option, x: float, y: float, entries: int, press: Press) -> list[Item]:
    entry = press.tree.add("LI", entries)
    label, body = press.tree.add("Lbl", entry), press.tree.add("LBody", entry)
    owner = press.tree.add("P", body)
    spans, _ = _line(option, press)
    lines = directed(break_lines(spans, float("inf")), spans_rtl(spans, press.rtl), mirrored=press.rtl)
    items: list[Item] = list(words_at(f"{OPEN} ", press.style(), x, y, label, rtl=press.rtl))
    for line in lines:
        items += line_items(line, x + MARK, y, owner, press.tree, {})
    return items


def _room(block: doc.Question, press: Press, spot: Spot) -> list[Strip]:
    """The room for an answer: lines for one in words, a short one for each letter that is asked for."""
    match block.answer:
        case None | doc.Choice() | doc.Truth() | doc.Gaps():
            return _lines(block.space, press, spot)
        case doc.Open():
            return _lines(block.space or _expected(block, spot), press, spot)
        case doc.Number():
            return _lines(block.space or 1, press, spot)
        case doc.Matching(pairs):
            letters = [(f"{number}\u00a0", "  ") for number in range(1, len(pairs) + 1)]
            return _letters(letters, press, spot)
        case doc.Ordering(items):
            return _letters([("", "" if last else "\u00a0– ") for last in _lasts(len(items))], press, spot)
        case _:
            assert_never(block.answer)


def _lasts(count: int) -> list[bool]:
    return [number == count - 1 for number in range(count)]


def _expected(block: doc.Question, spot: Spot) -> int:
    """Lines for an answer as long as the one that is expected, with one to spare; no fewer than it has points."""
    length = sum(len(plain(inlines)) for part in walk(beneath(block)) for inlines in block_inlines(part))
    return max(FEWEST, ceil(length / (PER_POINT * spot.width)) + 1, ceil(block.points))


def _lines(count: int, press: Press, spot: Spot) -> list[Strip]:
    """Lines to write on."""
    rule = RuleItem(spot.x, LINE, spot.x + spot.width, LINE, 0.6, press.theme.palette.muted)
    return [Strip(LINE, (rule,), 2.0 if not number else 0.0, panel=spot.panel) for number in range(count)]


def _letters(around: Sequence[tuple[str, str]], press: Press, spot: Spot) -> list[Strip]:
    """Room for letters, each with what stands before and behind it."""
    inlines: list[doc.Inline] = []
    for before, after in around:
        inlines += [doc.Text(before), doc.Blank((doc.Text(ROOM),)), doc.Text(after)]
    return press.text(tuple(part for part in inlines if part != doc.Text("")), spot, before=4.0)
