"""Questions to be answered, and what a student's edition hides: the same room in each edition, lines to write on."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from triptych.languages.signs import behind_label
from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.pages import RuleItem
from triptych.model.queries import block_inlines, plain
from triptych.model.queries import walk_blocks as walk
from triptych.model.questions import beneath, offered
from triptych.plan.flow import Panel, Strip
from triptych.plan.handout.press import Press, SetBlocks, Spot
from triptych.plan.paragraphs import baseline, paragraph, words_at
from triptych.plan.tree import Tree
from triptych.text.spans import Span

Made = Callable[[Press, Spot], list[Strip]]

LINE = 20.0
"""Points from line to line for a hand to write on: 7 mm."""
PER_LINE = 60
"""Printed characters that a hand writes on a line of the column."""
FEWEST = 2
TOGETHER = 0.4
"""The share of a page up to which a question stays together with what there is to choose from."""
HANG = 26.0
PAD = 8.0


def question_strips(block: doc.Question, press: Press, spot: Spot, inner: SetBlocks) -> list[Strip]:
    """A numbered question with its points, what there is to choose from, and its answer or the room for it.

    `inner` sets blocks as strips.
    """
    press = replace(press, cues=None)  # it asks for itself
    tag = press.tree.add("Div", spot.tag)
    at = Spot(spot.x + HANG, spot.width - HANG, tag, spot.panel)
    asked = _asked(block, press, at, spot.x)
    solved = press.edition != "student"
    body = [*inner(block.blocks, press, at), *inner(offered(block, solved=solved), press, at)]
    answer = beneath(block)
    rest = _answer_strips(block, answer, press, at, inner) if answer or _lines(block, answer) else []
    made = [*asked, *body]
    if sum(strip.before + strip.height for strip in made) < press.page * TOGETHER:
        asked = [replace(strip, keep=True) for strip in made[: len(made) if rest else -1]]
        return [*asked, *made[len(asked) :], *rest]
    return [*(replace(strip, keep=True) for strip in asked), *body, *rest]


def _asked(block: doc.Question, press: Press, spot: Spot, left: float) -> list[Strip]:
    """The text in bold, its number in the margin, its points behind it."""
    label = press.tree.add("Lbl", spot.tag)
    owner = press.tree.add("P", spot.tag)
    text = (*press.spans(block.inlines, press.style(bold=True)), *_points(block, press))
    made = paragraph(
        text, press.tree, owner, width=spot.width, leading=press.density.leading, x=spot.x,
        before=press.density.gap + 4.0, panel=spot.panel, rtl=press.rtl,
    )  # fmt: skip
    style = press.style(bold=True, color=press.theme.palette.accent)
    first = baseline(text[0].style.size if text else style.size, press.density.leading)
    said = f"{block.number} " if block.number else ""
    number = words_at(said, style, left, first, label, rtl=press.rtl) if said else []
    return [replace(made[0], items=(*number, *made[0].items)), *made[1:]]


def _points(block: doc.Question, press: Press) -> tuple[Span, ...]:
    if not block.points:
        return ()
    style = press.style(9.0, color=press.theme.palette.muted)
    points = word(press.document, "points")
    said = f"{points}{behind_label(points, ':', press.document.meta.lang)}"
    return (Span(f" \u2003{said}{block.points:g}", style),)


def _lines(block: doc.Question, answer: doc.Blocks) -> int:
    """How many lines there are to write on: as many as are asked for, else as the answer takes by hand."""
    if block.space:
        return block.space
    if isinstance(block.answer, doc.Choice | doc.Truth | doc.Gaps):
        return 0
    length = sum(len(plain(inlines)) for part in walk(answer) for inlines in block_inlines(part))
    return max(FEWEST, -(-length // PER_LINE) + 1) if isinstance(block.answer, doc.Open) else 1


def _answer_strips(
    block: doc.Question,
    answer: doc.Blocks,
    press: Press,
    spot: Spot,
    inner: SetBlocks,
) -> list[Strip]:
    """The answer in a box with its word; lines in its place for students."""
    lines = _lines(block, answer) if press.edition else 0

    def made(press: Press, at: Spot) -> list[Strip]:
        return [*_headed(word(press.document, "answer"), press, at), *inner(answer, press, at)]

    return secret(made, press, spot, lines * LINE)


def notes_strips(block: doc.Notes, press: Press, spot: Spot, inner: SetBlocks) -> list[Strip]:
    """The lecturer's notes for the instructor, lines of the same height for students, nothing for all others."""
    if not press.edition:
        return []

    def made(press: Press, at: Spot) -> list[Strip]:
        return [*_headed(word(press.document, "notes"), press, at), *inner(block.blocks, press, at)]

    return secret(made, press, spot, 0.0)


def _headed(title: str, press: Press, spot: Spot) -> list[Strip]:
    style = press.style(9.0, bold=True, color=press.theme.palette.accent)
    return press.text((doc.Text(title),), spot, style, leading=13.0, before=0.0, keep=True)


def secret(made: Made, press: Press, spot: Spot, least: float) -> list[Strip]:
    """What is made in a box, at least so many points high; for students the same strips with lines to write on.

    What is hidden never comes into their file: its tags go into a tree that is thrown away.
    """
    palette = press.theme.palette
    panel = Panel(spot.x, spot.width, stroke=palette.hairline)
    student = press.edition == "student"
    open_hand = replace(press, cues=None)  # what is hidden has no cue beside it
    hand = replace(open_hand, tree=Tree()) if student else open_hand
    parent = hand.tree.add("Div") if student else hand.tree.add("Div", spot.tag)
    strips = [_own_calls(s, press) for s in made(hand, Spot(spot.x + PAD, spot.width - 2 * PAD, parent, panel))]
    high = sum(strip.before + strip.height for strip in strips)
    gap = press.density.gap
    box = [
        Strip(PAD, before=gap, keep=True, panel=panel),
        *strips,
        *_filler(least - high, panel),
        Strip(PAD, panel=panel),
    ]
    box[-2] = replace(box[-2], keep=True)
    return (
        _ruled(box, panel, palette.hairline) if student else _with_lines(box, len(strips) + 1, panel, palette.hairline)
    )


def _own_calls(strip: Strip, press: Press) -> Strip:
    """A strip that calls no footnotes but those which only what is hidden calls: others stand where all see them.

    Its height is what it is, whatever its page has room for: in every edition the same.
    """
    return replace(strip, calls=tuple(call for call in strip.calls if call.number not in press.public), least=0.0)


def _filler(height: float, panel: Panel) -> list[Strip]:
    """Room for a hand that writes larger than print, in slices that a page break may part."""
    count = max(0, round(height / LINE + 0.49))
    return [Strip(LINE, panel=panel) for _ in range(count)]


def _ruled(box: Sequence[Strip], panel: Panel, color: str) -> list[Strip]:
    """The strips with nothing on them but lines, one every so many points from the top of the box."""
    out: list[Strip] = []
    y = 0.0
    for strip in box:
        y += strip.before if out else 0.0
        top, y = y, y + strip.height
        at = LINE * (int(top / LINE) + 1)
        rules = []
        while at <= y and at < 1e5:
            rules.append(_rule(panel, at - top, color))
            at += LINE
        calls = tuple(replace(call, hidden=True) for call in strip.calls)
        out.append(replace(strip, items=tuple(rules), panel=panel, header=(), anchors=(), calls=calls))
    return [*out[:-1], replace(out[-1], items=())]


def _with_lines(box: Sequence[Strip], start: int, panel: Panel, color: str) -> list[Strip]:
    """The strips with lines in the filler, where an instructor may add something."""
    return [
        replace(strip, items=(_rule(panel, LINE, color),)) if start <= k < len(box) - 1 else strip
        for k, strip in enumerate(box)
    ]


def _rule(panel: Panel, y: float, color: str) -> RuleItem:
    return RuleItem(panel.x + PAD, y, panel.x + panel.width - PAD, y, 0.6, color)
