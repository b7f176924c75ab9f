"""Code and pictures as strips."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.model.document import Code, Formula, Text
from triptych.model.drawing import Drawing
from triptych.model.pages import DrawingItem, Item, TextItem
from triptych.model.smallest_type import SMALLEST_PRINTED_CODE
from triptych.model.theme import Face
from triptych.plan.code import NUMBERED, CodeLine, code_lines
from triptych.plan.flow import Panel, Strip
from triptych.plan.handout.press import Press, Spot
from triptych.plan.paragraphs import baseline, line_items
from triptych.text.bidi import directed
from triptych.text.drawings import drawing
from triptych.text.lines import break_lines
from triptych.text.sans import is_sans
from triptych.text.shape import width
from triptych.text.spans import Span, Style

CODE_SIZE, CODE_LEADING, CODE_PAD = 8.8, 12.2, 8.0
INSIDE_PAD = 2.0
"""Points above and below code in a box, whose ground it stands on: no edge is there to keep away from."""
WRAPPED = "›"
"""Before the rest of a line of code that was too long."""
SHORT_CODE = 16
"""Lines of code up to which a block is not parted between pages."""
MONO_ASCENT, MONO_DESCENT = 0.83, 0.3
SIGN = 0.6
"""Ems that a sign of code is wide."""
DEEPER = 2
"""Signs by which the rest of a line of code stands deeper than its beginning."""
MOST_HANG = 0.4
"""The share of the width that is left free before that at most."""


def code_strips(block: Code, press: Press, spot: Spot) -> list[Strip]:
    """Code on a tint, coloured; wider than the column if its lines ask for it, then smaller, then wrapped."""
    lines = code_lines(block, press.theme.palette)
    longest = max((sum(len(token.text) for token in line) for line in lines), default=0)
    wanted = longest * SIGN * CODE_SIZE + 2 * CODE_PAD + 0.5
    room = spot.width if spot.panel is not None else press.full - spot.x
    wide = spot.width if wanted <= spot.width else room
    whole = (wide - 2 * CODE_PAD - 0.5) / max(1, longest) / SIGN
    size = CODE_SIZE if wanted <= wide else max(SMALLEST_PRINTED_CODE, whole)
    size = round(size * 10 - 0.499) / 10 if size < CODE_SIZE else size
    panel = spot.panel or Panel(spot.x, wide, fill=press.theme.palette.tint, stroke=press.theme.code_outline)
    tag = press.tree.add("Code", press.tree.add("P", spot.tag))
    numbered = any(name in block.attributes.classes for name in NUMBERED)
    rows = []
    for line in lines:
        at = Spot(spot.x + CODE_PAD, wide - 2 * CODE_PAD, tag, panel)
        rows.extend(_code_line(line, press, tag, at, size, len(line[0].text) if numbered else 0))
    pad = CODE_PAD if spot.panel is None else INSIDE_PAD
    return _padded(rows, panel, press.density.gap + 2.0, pad)


def _code_line(line: CodeLine, press: Press, tag: int, spot: Spot, size: float, number: int) -> list[Strip]:
    """A line of code, its first `number` signs those that count it; what goes on of it stands beneath its text."""
    ink, family = press.theme.palette.ink, press.theme.code_family
    spans = [
        Span(token.text, Style(Face(family, token.bold, token.italic), size, token.color or ink)) for token in line
    ]
    if not spans:
        return [Strip(CODE_LEADING * size / CODE_SIZE, panel=spot.panel)]
    leading = CODE_LEADING * size / CODE_SIZE
    rise = baseline(size, leading, MONO_ASCENT, MONO_DESCENT)
    indent = len(line[0].text) - len(line[0].text.lstrip(" ")) if line else 0
    text = "".join(token.text for token in line)[number:]
    spans[-1] = Span(spans[-1].text + " ", spans[-1].style)  # keeps it apart from the next line where text is read out
    spans = _solid_indent(spans, indent)
    lines, hang = break_lines(spans, spot.width, tidy=False), 0.0
    if len(lines) > 1:
        hang = min((number + len(text) - len(text.lstrip(" ")) + DEEPER) * SIGN * size, spot.width * MOST_HANG)
        lines = break_lines(spans, spot.width - hang, tidy=False)
    broken = directed(lines, False, mirrored=press.rtl)
    out = []
    muted = press.style(size, color=press.theme.palette.muted)
    for at, row in enumerate(broken):
        deeper = hang if at else 0.0
        x = spot.x + (spot.width - row.width - deeper if press.rtl else deeper)  # code is flush left everywhere
        items = line_items(row, x, rise, tag, press.tree, {})
        if at:  # a line that goes on says so, in the padding
            items.append(TextItem(spot.x - CODE_PAD + 2.0, rise, WRAPPED, muted.face, size, muted.color))
        out.append(Strip(leading, tuple(items), panel=spot.panel))
    return out


def _solid_indent(spans: list[Span], indent: int) -> list[Span]:
    """Leading spaces as no-break spaces: they belong to the line and may not be lost at its start."""
    if not indent:
        return spans
    first = spans[0]
    return [Span("\u00a0" * indent + first.text[indent:], first.style), *spans[1:]]


def _padded(rows: list[Strip], panel: Panel, gap: float, pad: float) -> list[Strip]:
    """Padding above and below; a few lines stay together at either end."""
    count = len(rows)
    kept = [
        Strip(row.height, row.items, 0.0, count <= SHORT_CODE or index < 2 or index >= count - 3, panel)
        for index, row in enumerate(rows)
    ]
    head = Strip(pad, (), gap, True, panel)
    return [head, *kept, Strip(pad, (), 0.0, False, panel)]


def together(strips: Sequence[Strip]) -> list[Strip]:
    """The strips, which no page break parts."""
    return [*(replace(strip, keep=True) for strip in strips[:-1]), *strips[-1:]]


FORMULA_SIZE = 12.0


def formula_strips(block: Formula, press: Press, spot: Spot) -> list[Strip]:
    """A displayed formula in the middle of the column, its number at the right; its text if it cannot be drawn."""
    number = f"({block.number})" if block.number else ""
    style = press.style()
    sans = is_sans(style.face.family)
    outline = drawing(block.latex, display=True, sans=sans)
    if outline is None:
        said = (Text(block.said + (f"\u2003{number}" if number else "")),)
        return press.text(said, Spot(spot.x + 20.0, spot.width - 20.0, spot.tag, spot.panel))
    taken = width(number, style.face) * style.size + 8.0 if number else 0.0
    size = FORMULA_SIZE
    if outline.width * size > spot.width - 2 * taken:
        outline, size = _fitted(block.latex, spot.width - 2 * taken, sans)
    tag = press.tree.add("Formula", spot.tag, alt=block.said)
    y = outline.ascent * size + 2.0
    x = spot.x + (spot.width - outline.width * size) / 2
    items: list[Item] = [DrawingItem(x, y, outline, size, style.color, tag)]
    if number:
        owner = press.tree.add("P", spot.tag)
        at = spot.x + spot.width - taken + 8.0
        items.append(TextItem(at, y, number, style.face, style.size, style.color, owner))
    height = (outline.ascent + outline.descent) * size + 4.0
    anchors = (block.attributes.id,) if block.attributes.id else ()
    return [Strip(max(height, 14.0), tuple(items), press.density.gap + 2.0, panel=spot.panel, anchors=anchors)]


def _fitted(latex: str, room: float, sans: bool) -> tuple[Drawing, float]:
    """A formula that is wider than its room in points: parted or smaller, and its size."""
    from triptych.text.formula_breaks import displayed  # late: few documents have one

    found = displayed(latex, room / FORMULA_SIZE, sans=sans)
    assert found is not None  # it has been set once
    return found[0], found[1] * FORMULA_SIZE
