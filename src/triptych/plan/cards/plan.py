"""All cards of a document: planned one by one, a page a side, and put on sheets at last."""

from collections.abc import Iterator

from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.languages.words import word
from triptych.model.cues import Cue, section_titles, source_of
from triptych.model.document import Document
from triptych.model.forms import CardForm
from triptych.model.pages import BoxItem, Item, LinkItem, Page, Pages
from triptych.model.picture import Picture
from triptych.model.theme import Theme
from triptych.plan.cards.sheets import card_size, sides
from triptych.plan.cards.side import DENSITY, PAD, Side, back, front, set_side
from triptych.plan.direction import mirrored, rtl_document
from triptych.plan.flow import shifted
from triptych.plan.handout.press import Press
from triptych.plan.imposition.sheets import imposed
from triptych.plan.paragraphs import words_at
from triptych.plan.tree import Tree
from triptych.text.lines import break_lines
from triptych.text.spans import Span, Style

FOOT_SIZE, LIFT = 7.5, 12.5
"""Points: the type of the line at the foot of a card, and how far it stands above its edge."""
FRAME = 0.4
"""Points: how wide the line around a card is."""


def plan_cards(
    cues: tuple[Cue, ...],
    document: Document,
    theme: Theme,
    pictures: dict[str, Picture],
    paper: Size,
    form: CardForm,
) -> Pages:
    """The cards on paper of a size in points, the fronts on odd pages, each back behind its front.

    What does not fit on one card in the smallest type goes on on another one.
    """
    theme = theme.on_paper
    tree = Tree()
    card = card_size(form.per_page, paper)
    press = Press(document, theme, pictures, tree, card.width, card.height, card.width, density=DENSITY,
                  rtl=rtl_document(document))  # fmt: skip
    root = tree.add("Document")
    titles = section_titles(document)
    pages: list[Page] = []
    for number, cue in enumerate(cues, 1):
        tag = tree.add("Sect", root)
        asked = set_side(front(cue.front, cue.below), press, tag, card)
        source = source_of(cue, document, titles)
        topic = tree.add("P", tag, actual=source)  # what is drawn may be cut short
        answer = set_side(back(cue.back), press, tag, card, cue.back)
        pages.extend(_pair_pages(asked, answer, str(number), (source, topic), press, card))
    whole = Pages(document.meta, tuple(pages), tree.tags())
    return imposed(whole, tuple(sides(len(pages) // 2, form.per_page, paper, form.flip)))


def _pair_pages(
    asked: Side, answer: Side, number: str, source: tuple[str, int], press: Press, card: Size
) -> Iterator[Page]:
    """Both sides of each card that a cue needs: each says that it goes on, and that it continues.

    What is only said again is not read out again. The `source` has its element.
    """
    count = max(len(asked.parts), len(answer.parts))
    for part in range(count):
        shown = f"{number} ({part + 1}/{count})" if count > 1 else number
        shown = f"{shown} …" if part + 1 < count else shown
        again = word(press.document, "continued") if part else ""
        for side, left, tag in (
            (asked, source[0], None if part else source[1]),
            (answer, again, None),
        ):
            last = min(part, len(side.parts) - 1)
            items = [shifted(item, 0.0, 0.0, untagged=part > last) for item in side.parts[last]]
            items = [item for item in items if not (isinstance(item, LinkItem) and item.tag < 0)]
            size = Size(card.width / side.scale, card.height / side.scale)
            yield Page(size, (*items, *_furniture(left, tag, shown, press, size, side.scale)))


def _furniture(left: str, tag: int | None, number: str, press: Press, size: Size, scale: float) -> list[Item]:
    """The line around a card, where it is from, in its element, and its number; artifacts without one."""
    palette = press.theme.palette
    style = replace(press.style(color=palette.muted), size=FOOT_SIZE / scale)
    pad, y = PAD / scale, size.height - LIFT / scale
    (numbered,) = break_lines((Span(number, style),), float("inf"))
    items: list[Item] = [*words_at(number, style, size.width - pad - numbered.width, y, None, rtl=press.rtl)]
    room = size.width - 2 * pad - numbered.width - 12.0 / scale
    if left:
        items += words_at(_clipped(left, style, room), style, pad, y, tag, rtl=press.rtl)
    items = [mirrored(item, size.width) for item in items] if press.rtl else items
    rect = Rect(0.0, 0.0, size.width, size.height)
    return [*items, BoxItem(rect, stroke=palette.hairline, stroke_width=FRAME / scale)]


def _clipped(text: str, style: Style, room: float) -> str:
    """The text, or as many words as fit with an ellipsis."""
    lines = break_lines((Span(text, style),), room, tidy=False)
    if len(lines) <= 1:
        return text
    (more,) = break_lines((Span(" …", style),), float("inf"))
    first = break_lines((Span(text, style),), room - more.width, tidy=False)[0]
    return "".join(piece.text for piece in first.pieces).rstrip() + " …"
