"""The whole handout: title block, contents, numbered sections, running header, page numbers, bookmarks."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec
from msgspec.structs import replace

from triptych.geometry import Size
from triptych.languages.words import word
from triptych.model.document import Document, Section, Text
from triptych.model.forms import Edition, HandoutForm
from triptych.model.names import anchors_of
from triptych.model.pages import OutlineEntry, Pages, TagRole
from triptych.model.picture import Picture
from triptych.model.queries import asks, attributes_of, plain, walk_blocks, walk_sections
from triptych.model.questions import without_secrets
from triptych.model.theme import Theme
from triptych.plan.direction import rtl_document
from triptych.plan.flow import Placed, Strip, Tuning
from triptych.plan.handout.back_matter import Back, back_id, back_of, back_section
from triptych.plan.handout.beside import CueColumn, section_cued
from triptych.plan.handout.blocks import strips
from triptych.plan.handout.boxes import cue
from triptych.plan.handout.contents import Entry, entries_of
from triptych.plan.handout.flowing import draft, flowed, with_contents
from triptych.plan.handout.index import index_strips
from triptych.plan.handout.keeping import begun
from triptych.plan.handout.last_page import is_lonely, tuning_for
from triptych.plan.handout.page import destinations, text_page
from triptych.plan.handout.page_links import pages_of
from triptych.plan.handout.press import Density, Press, Spot, close, easy
from triptych.plan.handout.references import with_slides
from triptych.plan.handout.sheet import Sheet, scale_on, sheet_of
from triptych.plan.handout.title_block import title_block, titling
from triptych.plan.inlines import note_name
from triptych.plan.lifting import stays_in_line, with_pictures_lifted
from triptych.plan.paragraphs import paragraph
from triptych.plan.section_numbers import is_numbered
from triptych.plan.tree import Tree
from triptych.text.lines import Span

CLOSE_UP_TO, NEARLY_EMPTY = 4, 0.3
"""Pages up to which a handout is set more closely, and the share of its last page that calls for it."""
CONTENTS_OVER = 4
"""Pages of usual size above which there is a table of contents."""
HEADINGS = ((20.0, 26.0), (15.0, 11.0), (12.0, 12.0))
"""Size, and space above, by the level of the section."""
ARTICLE = HandoutForm()
ROLES: tuple[TagRole, ...] = ("H2", "H3", "H4", "H5", "H6")


class _Body(msgspec.Struct, frozen=True):
    """The strips of the document behind its title block, and the bookmarks to them.

    `slides` has the element that may name the slide of each section.
    """

    strips: list[Strip]
    outline: tuple[OutlineEntry, ...]
    slides: dict[str, int] = msgspec.field(default_factory=dict)


NO_SLIDES: Mapping[str, int] = {}


def plan_handout(
    document: Document,
    theme: Theme,
    pictures: dict[str, Picture],
    paper: Size,
    edition: Edition = "",
    form: HandoutForm = ARTICLE,
    slides: Mapping[str, int] = NO_SLIDES,
) -> Pages:
    """The handout on paper of a size in points; set more closely if that spares a nearly empty last page.

    The document is as the edition has it (see products). The student's and the instructor's have the same page breaks;
    what one hides is in no list of either. Of the forms this sets those with the text in full: `article` and `cornell`.
    `slides` has the number of the slide of each section, by its id.
    """
    theme, sheet = theme.on_paper, sheet_of(form, paper)
    theme = theme if form.exam else replace(theme, scale=scale_on(paper, theme.scale))
    if pictures:
        document = with_pictures_lifted(document, partial(stays_in_line, pictures, theme.scale.text))
    made = partial(_planned, document, theme, pictures, sheet, form, edition, slides)
    first = made(_edged(easy(theme.scale, sheet.is_small and not sheet.exam), sheet))
    if 1 < len(first.pages.pages) <= CLOSE_UP_TO and first.filled < NEARLY_EMPTY:
        closer = made(_edged(close(theme.scale, sheet.is_small and not sheet.exam), sheet))
        first = closer if len(closer.pages.pages) < len(first.pages.pages) else first
    pages = made(first.density, first.tuning).pages if first.tuning else first.pages
    if form.two_sided and not sheet.two_sided:
        from triptych.plan.imposition import two_sided  # asked for by few

        return two_sided(pages, margin=sheet.x, column=sheet.column, rtl=rtl_document(document))
    return pages


def _edged(density: Density, sheet: Sheet) -> Density:
    return replace(density, top=density.top * sheet.edges, bottom=density.bottom * sheet.edges)


class _Planned(msgspec.Struct, frozen=True):
    """The pages, how full the last one of the text is, and how it should be tuned if it has but a few lines."""

    pages: Pages
    filled: float
    density: Density
    tuning: Tuning | None


def _planned(
    document: Document, theme: Theme, pictures: dict[str, Picture], sheet: Sheet, form: HandoutForm, edition: Edition,
    slides: Mapping[str, int], density: Density, tuning: Tuning | None = None,
) -> _Planned:  # fmt: skip
    """The pages as dense as is said."""
    press = _press(document, theme, pictures, sheet, edition, density)
    press = replace(press, tuning=tuning, turns=form.two_sided and not sheet.two_sided)
    tree = press.tree
    root = tree.add("Document")
    spot = Spot(0.0, sheet.column, root)
    title = title_block(press, Spot(sheet.left - sheet.x, sheet.right - sheet.left, root))
    toc = tree.add("Div", root)
    numbers = _numbers(document)
    body = _body(document.sections, press, spot, numbers, slides)
    long = _is_long([*title, *body.strips], press, sheet) and len(body.outline) > 1
    refers = long if document.meta.back.references is None else document.meta.back.references
    refers = bool(slides) and refers and not sheet.is_cornell  # which has no free margin
    if refers:
        body = replace(body, strips=with_slides(body.strips, slides, body.slides, press, sheet.free))
    back = back_of(document, long, hides=edition != "")
    entries = entries_of(document, numbers) if long else ()
    if long:
        entries += tuple(Entry(back_id(key), "", (Text(word(document, key)),), 0) for key in back.keys)
    if back.keys:
        body = _with_back(title, body, back, entries, press, sheet, spot)
    placed = with_contents(title, body.strips, entries, press, sheet, toc)
    lonely = tuning is None and not sheet.exam and is_lonely(placed)
    wanted = tuning_for([*title, *draft(entries, press), *body.strips], placed, press, sheet) if lonely else None
    last = next((at for at in reversed(placed[-1]) if not at.boxed), None)
    filled = (last.y + last.strip.height - density.top) / press.page if last else 0.0
    more, outline = _corrections(press, sheet, root) if form.corrections else ([], ())
    every = [*placed, *more]
    places = tuple(destinations(every, anchors_of(document)))
    names, above = frozenset(place.name for place in places), frozenset(map(id, title))
    pages = tuple(
        text_page(page, index, len(every), press, sheet, names, above if index < len(placed) else None)
        for index, page in enumerate(every)
    )
    made = Pages(document.meta, pages, tree.tags(), places, (*body.outline, *outline))
    return _Planned(made, filled, density, wanted)


def _corrections(press: Press, sheet: Sheet, root: int) -> tuple[list[list[Placed]], tuple[OutlineEntry, ...]]:
    """The pages for corrections, between the edges of the page, and the bookmark to them."""
    from triptych.plan.handout.corrections import corrections  # asked for by few

    bottom = sheet.paper.height - press.density.bottom
    pages, entry = corrections(press, root, sheet.left - sheet.x, sheet.right - sheet.x, bottom)
    return pages, (entry,)


def _press(
    document: Document, theme: Theme, pictures: dict[str, Picture], sheet: Sheet, edition: Edition, density: Density
) -> Press:
    """What the pages of a sheet are set with."""
    page = sheet.paper.height - density.top - density.bottom - sheet.foot
    rtl, inner = rtl_document(document), sheet.within_box
    cues = CueColumn(sheet.cues_at, sheet.cues, page * 0.4, theme, rtl) if sheet.is_cornell else None
    return Press(document, theme, pictures, Tree(), sheet.full, page, sheet.column, frozenset(_ids(document)), density,
                 rtl, edition, cues, inner if sheet.is_cornell else None,
                 {note.number: note for note in document.footnotes}, _public(document, edition),
                 sheet.exam, sheet.heads)  # fmt: skip


def _public(document: Document, edition: Edition) -> frozenset[int]:
    """The footnotes that are called where no edition hides anything; for an edition, which keeps the room of others."""
    if not edition or not document.footnotes:
        return frozenset()
    return frozenset(note.number for note in without_secrets(document).footnotes)


def _is_long(strips: Sequence[Strip], press: Press, sheet: Sheet) -> bool:
    """Whether a text has so many pages that it has contents. Footnotes become elements as they are set: then all is."""
    over = CONTENTS_OVER / sheet.share
    return len(flowed(strips, press, sheet, float("inf") if press.entries else over)) > over


def _with_back(
    title: list[Strip], body: _Body, back: Back, entries: tuple[Entry, ...], press: Press, sheet: Sheet, spot: Spot
) -> _Body:
    """The body with the lists at its end. They stand behind all that they refer to, and so do not move it."""
    text = [*body.strips[:-1], *(replace(strip, keep=False) for strip in body.strips[-1:])]
    pages = pages_of(with_contents(title, text, entries, press, sheet, -1))
    inside = replace(press, targets=press.targets | pages.keys(), cues=None)
    keys = [key for key in back.keys if key != "index"]
    lists = _body([back_section(key, back, press.document, pages) for key in keys], inside, spot, {}, NO_SLIDES)
    every = [*text, *lists.strips]
    outline = (*body.outline, *lists.outline)
    if back.terms:
        section = back_section("index", back, press.document, pages)
        tag = press.tree.add("Sect", spot.tag)
        every += _heading(section, "", inside, replace(spot, tag=tag), 0)
        outline = (*outline, OutlineEntry(plain(section.title), 0, section.id))
        (*_, page) = with_contents(title, every, entries, press, sheet, -1)
        last = next(at for at in reversed(page) if not at.boxed)
        room = press.density.top + press.page - last.y - last.strip.height
        every += index_strips(back.terms, inside, tag, pages, room)
    return _Body(every, outline)


def _ids(document: Document) -> Iterator[str]:
    yield from (note_name(note.number) for note in document.footnotes)
    for section in walk_sections(document.sections):
        yield section.id
        for block in walk_blocks(section.blocks):
            if name := attributes_of(block).id:
                yield name


def _numbers(document: Document) -> dict[str, str]:
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


# --- sections --------------------------------------------------------------------------------------


def _body(
    sections: Sequence[Section], press: Press, spot: Spot, numbers: dict[str, str], slides: Mapping[str, int]
) -> _Body:
    out: list[Strip] = []
    beside: dict[str, int] = {}
    outline: list[OutlineEntry] = []
    in_title_block = titling(press.document)

    def add(section: Section, parent: int, level: int) -> None:
        tag = press.tree.add("Sect", parent)
        at, heading = Spot(spot.x, spot.width, tag), list[Strip]()
        if plain(section.title).strip():
            if section is not in_title_block:
                heading = _heading(section, numbers.get(section.id, ""), press, at, level)
            outline.append(OutlineEntry(plain(section.title), level, section.id))
            if section.id in slides:
                beside[section.id] = press.tree.add("P", tag)
        made = strips(section.blocks, press, at)
        out.extend(section_cued(heading, begun(made) if heading else made, section, press.cues))
        for sub in section.sections:
            add(sub, tag, level + 1)

    for section in sections:
        add(section, spot.tag, 0)
    return _Body(out, tuple(outline), beside)


def _heading(section: Section, number: str, press: Press, spot: Spot, level: int) -> list[Strip]:
    size, before = HEADINGS[min(level, len(HEADINGS) - 1)]
    size, before = max(size * press.heads, press.theme.scale.text), before * press.heads
    tag = press.tree.add(ROLES[min(level, len(ROLES) - 1)], spot.tag)
    if asks(section):
        size = max((13.5 if level == 0 else 12.0) * press.heads, press.theme.scale.text)
    style = press.heading_style(size)
    accent = press.heading_style(size, color=press.theme.palette.accent)
    text = ((Span(f"{number}\u2002", accent),) if number else ()) + press.spans(section.title, style)
    if asks(section):
        box = cue(text, press, spot, tag, (section.id,))
        return [*(replace(strip, opens=True) for strip in box), Strip(2.0, keep=True)]
    made = paragraph(
        text, press.tree, tag, width=spot.width, leading=size * 1.25, x=spot.x, before=before, keep=True,
        anchors=(section.id,), rtl=press.rtl, own=True if number and press.rtl else None,
    )  # fmt: skip
    return [*(replace(strip, keep=True, opens=True) for strip in made), Strip(2.0, keep=True)]
