"""What stays together on a page: a line and what it announces, a heading and the beginning of its text."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import inner, plain
from triptych.plan.flow import Strip

ANNOUNCED = (doc.ListBlock, doc.Table, doc.Code, doc.Quote, doc.Chart, doc.Figure)
"""What a line that is no whole sentence stays with."""
ENDS = ".!?…。！？।؟۔"
"""What whole sentences end in."""
LONGEST_TITLE = 70
"""Characters that a line in bold has at most which is the title of what follows."""
CLOSING = "\"'’”»)]"
LINES, LINE = 2, 16.0
"""Lines of text that a heading stays with, and about how many points one has."""


def belongs(before: doc.Block, block: doc.Block) -> bool:
    """Whether the end of a block and the beginning of the next one stay on one page."""
    return announces(before, block) or (isinstance(before, doc.Formula) and goes_on(block))


def announces(before: doc.Block, block: doc.Block) -> bool:
    """Whether what stands before a block leads to it and so stays with it: to a formula each line does, for this is
    part of its sentence; to lists, tables and the like one that does not end as sentences do; to anything a line in
    bold, which is its title."""
    if isinstance(before, doc.ListBlock):
        return bool(before.items and before.items[-1].blocks) and announces(before.items[-1].blocks[-1], block)
    if not isinstance(before, doc.Paragraph | doc.KeyPoint):
        return False
    if isinstance(block, doc.Formula) or _is_title(before.inlines):
        return True
    last = _last(before.inlines)
    return isinstance(block, ANNOUNCED) and bool(last) and not last.rstrip(CLOSING).endswith(tuple(ENDS))


def _is_title(inlines: doc.Inlines) -> bool:
    """Whether a text is a short line in bold."""
    bold = any(isinstance(inline, doc.Strong) for inline in inlines)
    return bold and len(plain(inlines)) <= LONGEST_TITLE and all(_is_bold(inline) for inline in inlines)


def _is_bold(inline: doc.Inline) -> bool:
    return isinstance(inline, doc.Strong) or (isinstance(inline, doc.Text) and not inline.text.strip(" :"))


def _last(inlines: doc.Inlines) -> str:
    """The last words of a text, in whatever they stand: in each edition the same."""
    for inline in reversed(inlines):
        text = plain((inline,)).rstrip() if not inner(inline) else _last(inner(inline))
        if text:
            return text
    return ""


def goes_on(block: doc.Block) -> bool:
    """Whether a paragraph goes on with the sentence of what stands before it: it begins with a small letter."""
    if not isinstance(block, doc.Paragraph) or not block.inlines:
        return False
    first = block.inlines[0]
    return isinstance(first, doc.Text) and first.text.lstrip()[:1].islower()


def paired(parts: Sequence[list[Strip]], most: float) -> list[list[Strip]]:
    """The rows of a table or the items of a list: a page break parts the first two and the last two only if they are
    higher than `most` together, so that none is alone."""
    out = [*parts]
    for at in {0, len(parts) - 2} if len(parts) > 2 else ():
        if sum(strip.height for strip in (*parts[at], *parts[at + 1])) <= most:
            out[at] = [*out[at][:-1], replace(out[at][-1], keep=True)]
    return out


def begun(strips: Sequence[Strip]) -> list[Strip]:
    """The strips beneath a heading, so many of them with text kept together that it has its lines beneath it."""
    out, lines = list(strips), 0
    for at, strip in enumerate(out[:-1]):
        lines += round(strip.height / LINE)
        if lines >= LINES:
            break
        out[at] = replace(strip, keep=True)
    return out
