"""The sections of a handout: their numbers, their headings, the strips beneath these, the bookmarks to them."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from triptych.model.document import Document, Section
from triptych.model.pages import DrawingItem, OutlineEntry, TagRole, TextItem
from triptych.model.queries import asks, plain
from triptych.plan.flow import Strip
from triptych.plan.handout.beside import section_cued
from triptych.plan.handout.blocks import strips
from triptych.plan.handout.boxes import cue
from triptych.plan.handout.keeping import begun
from triptych.plan.handout.press import Press, Spot
from triptych.plan.handout.title_block import titling
from triptych.plan.paragraphs import baseline, paragraph, words_at
from triptych.plan.section_numbers import is_numbered
from triptych.text.shape import width
from triptych.text.spans import Span

HEADINGS = ((20.0, 26.0), (15.0, 11.0), (12.0, 12.0))
"""Size, and space above, by the level of the section."""
ROLES: tuple[TagRole, ...] = ("H2", "H3", "H4", "H5", "H6")


class Body(msgspec.Struct, frozen=True):
    """The strips of the document behind its title block, and the bookmarks to them.

    `slides` has the element that may name the slide of each section.
    """

    strips: list[Strip]
    outline: tuple[OutlineEntry, ...]
    slides: dict[str, int] = msgspec.field(default_factory=dict)


NO_SLIDES: Mapping[str, int] = {}


def numbers_of(document: Document) -> dict[str, str]:
    """Section numbers by id; none in a document of a single section, or where the author has numbered sections."""
    out: dict[str, str] = {}

    def count(sections: tuple[Section, ...], prefix: str) -> None:
        titled = [section for section in sections if plain(section.title).strip()]
        for number, section in enumerate(titled, 1):
            out[section.id] = f"{prefix}{number}"
            count(section.sections, f"{prefix}{number}.")

    several = sum(1 for section in document.sections if plain(section.title).strip()) > 1
    if several and not is_numbered(document):
        count(document.sections, "")
    return out


def body_of(
    sections: Sequence[Section], press: Press, spot: Spot, numbers: dict[str, str], slides: Mapping[str, int]
) -> Body:
    """The sections set one after the other, by their numbers, if they have any."""
    out: list[Strip] = []
    beside: dict[str, int] = {}
    outline: list[OutlineEntry] = []
    in_title_block = titling(press.document)

    def add(section: Section, parent: int, level: int) -> None:
        tag = press.tree.add("Sect", parent)
        at, head = Spot(spot.x, spot.width, tag), list[Strip]()
        if plain(section.title).strip():
            if section is not in_title_block:
                head = heading(section, numbers.get(section.id, ""), press, at, level)
            outline.append(OutlineEntry(plain(section.title), level, section.id))
            if section.id in slides:
                beside[section.id] = press.tree.add("P", tag)
        made = strips(section.blocks, press, at)
        out.extend(section_cued(head, begun(made) if head else made, section, press.cues))
        for sub in section.sections:
            add(sub, tag, level + 1)

    for section in sections:
        add(section, spot.tag, 0)
    return Body(out, tuple(outline), beside)


def heading(section: Section, number: str, press: Press, spot: Spot, level: int) -> list[Strip]:
    """The title of a section with its number, by its level from 0 on; that of a question is a cue."""
    size, before = HEADINGS[min(level, len(HEADINGS) - 1)]
    size, before = max(size * press.heads, press.theme.scale.text), before * press.heads
    tag = press.tree.add(ROLES[min(level, len(ROLES) - 1)], spot.tag)
    if asks(section):
        size = max((13.5 if level == 0 else 12.0) * press.heads, press.theme.scale.text)
    style = press.heading_style(size)
    accent = press.heading_style(size, color=press.theme.palette.accent)
    label, text = f"{number}\u2002" if number else "", press.spans(section.title, style)
    if asks(section):
        text = (Span(label, accent), *text) if label else text
        box = cue(text, press, spot, tag, (section.id,))
        return [*(replace(strip, opens=True) for strip in box), Strip(2.0, keep=True)]
    hang = width(label, accent.face) * size  # further lines stand beneath the first word, not beneath the number
    made = paragraph(
        text, press.tree, tag, width=spot.width - hang, leading=size * 1.25, x=spot.x + hang, before=before, keep=True,
        anchors=(section.id,), rtl=press.rtl, own=True if number and press.rtl else None,
    )  # fmt: skip
    if label:
        first = (item.y for item in made[0].items if isinstance(item, TextItem | DrawingItem))
        at = next(first, baseline(size, size * 1.25))
        mark = words_at(label, accent, spot.x, at, tag, rtl=press.rtl)
        made[0] = replace(made[0], items=(*mark, *made[0].items))
    return [*(replace(strip, keep=True, opens=True) for strip in made), Strip(2.0, keep=True)]
