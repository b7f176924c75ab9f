"""The title block of a handout: title, subtitle, who and when."""

from itertools import islice

from msgspec.structs import replace

from triptych.model.document import Document, Section, Text
from triptych.model.queries import plain, title_of, walk_sections
from triptych.plan.flow import Strip
from triptych.plan.handout.press import Press, Spot
from triptych.plan.paragraphs import paragraph


def title_block(press: Press, spot: Spot) -> list[Strip]:
    """Title, subtitle, who and when."""
    meta, palette = press.document.meta, press.theme.palette
    out: list[Strip] = []
    if meta.title.strip():
        tag = press.tree.add("H1", spot.tag)
        size = 26.0 * press.heads
        style = press.heading_style(size)
        only = titling(press.document)
        said = only.title if only is not None else (*title_of(meta), *press.document.title_calls)
        anchors = (only.id,) if only is not None else ()
        out += paragraph(press.spans(said, style), press.tree, tag, width=spot.width, leading=31.0 * press.heads,
                         x=spot.x, keep=True, anchors=anchors, rtl=press.rtl)  # fmt: skip
    for text, size in (
        (meta.subtitle, max(11.0, 13.0 * press.heads)),
        (" · ".join(t for t in (meta.course, *_byline(press)) if t), 9.5),
    ):
        if text:
            style = press.style(size, color=palette.muted)
            out += press.text((Text(text),), spot, style, leading=size * 1.4, before=4.0, keep=True)
    for text in meta.abstract:
        out += press.text((Text(text),), replace(spot, width=min(spot.width, press.column)), before=8.0)
    if meta.keywords:
        out += press.text((Text(" · ".join(meta.keywords)),), spot, press.style(9.5, color=palette.muted), before=6.0)
    return [*out, Strip(10.0, spare=True)] if out else []


def titling(document: Document) -> Section | None:
    """The section whose heading is the title of the document and its only one: the title block has it already."""
    titled = [*islice((section for section in walk_sections(document.sections) if plain(section.title).strip()), 2)]
    if len(titled) != 1 or titled[0] is not document.sections[0]:
        return None
    said, title = (" ".join(text.split()).casefold() for text in (plain(titled[0].title), document.meta.title))
    return titled[0] if said == title else None


def _byline(press: Press) -> tuple[str, str, str]:
    meta = press.document.meta
    return ", ".join(meta.authors), ", ".join(meta.affiliations), meta.date
