"""The whole handout: title block, contents, numbered sections, running header, page numbers, bookmarks."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec
from msgspec.structs import replace

from triptych.geometry import Size
from triptych.languages.words import word
from triptych.model.document import Document, Text
from triptych.model.forms import Edition, HandoutForm
from triptych.model.names import anchors_of
from triptych.model.pages import OutlineEntry, Pages
from triptych.model.picture import Picture
from triptych.model.queries import attributes_of, walk_blocks, walk_sections
from triptych.model.questions import without_secrets
from triptych.model.theme import Theme
from triptych.plan.direction import rtl_document
from triptych.plan.flow import NO_PANELS, Placed, Strip, Tuning, panels_of
from triptych.plan.handout.back_matter import back_id, back_of
from triptych.plan.handout.beside import CueColumn
from triptych.plan.handout.contents import Entry, entries_of
from triptych.plan.handout.ending import Parts, on_pages
from triptych.plan.handout.flowing import draft, flowed, with_contents
from triptych.plan.handout.last_page import tuning_for
from triptych.plan.handout.page import destinations, text_page
from triptych.plan.handout.press import Density, Press, Spot, close, easy
from triptych.plan.handout.references import with_slides
from triptych.plan.handout.sections import NO_SLIDES, Body, body_of, numbers_of
from triptych.plan.handout.sheet import Sheet, scale_on, sheet_of
from triptych.plan.handout.title_block import title_block
from triptych.plan.inlines import note_name
from triptych.plan.lifting import stays_in_line, with_pictures_lifted
from triptych.plan.pagination import Flow
from triptych.plan.tree import Tree

CLOSE_UP_TO, NEARLY_EMPTY = 4, 0.3
"""Pages up to which a handout is set more closely, and the share of its last page that calls for it."""
CONTENTS_OVER = 4
"""Pages of usual size above which there is a table of contents."""
ARTICLE = HandoutForm()


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
    best = made(_edged(easy(theme.scale, sheet.is_small and not sheet.exam), sheet))
    if 1 < best.count <= CLOSE_UP_TO and best.filled < NEARLY_EMPTY:
        closer = made(_edged(close(theme.scale, sheet.is_small and not sheet.exam), sheet))
        best = closer if closer.count < best.count else best
    tuning = None if sheet.exam else tuning_for(best.flow, best.press, sheet)
    pages = _drawn(best if tuning is None else _tuned(best, tuning, sheet), sheet, form)
    if form.two_sided and not sheet.two_sided:
        from triptych.plan.imposition import two_sided  # asked for by few

        return two_sided(pages, margin=sheet.x, column=sheet.column, rtl=rtl_document(document))
    return pages


def _edged(density: Density, sheet: Sheet) -> Density:
    return replace(density, top=density.top * sheet.edges, bottom=density.bottom * sheet.edges)


class _Planned(msgspec.Struct, frozen=True):
    """A handout on its pages, before these are drawn.

    `body` has the lists at the end, `count` is that of the pages, with those for corrections. Before the lists were
    set, there were so many `elements` of the tree, and the `feet` of the footnotes in the text.
    """

    press: Press
    parts: Parts
    flow: Flow
    body: Body
    toc: int
    count: int
    elements: int
    feet: dict[tuple[int, bool], tuple[Strip, ...]]

    @property
    def filled(self) -> float:
        """The share of the last page of the text that stands beneath its head."""
        last = next((at for at in reversed(self.flow.pages[-1]) if not at.boxed), None)
        return (last.y + last.strip.height - self.press.density.top) / self.press.page if last else 0.0


def _planned(
    document: Document, theme: Theme, pictures: dict[str, Picture], sheet: Sheet, form: HandoutForm, edition: Edition,
    slides: Mapping[str, int], density: Density,
) -> _Planned:  # fmt: skip
    """The handout as dense as is said."""
    press = _press(document, theme, pictures, sheet, edition, density)
    press = replace(press, turns=form.two_sided and not sheet.two_sided)
    tree = press.tree
    root = tree.add("Document")
    spot = Spot(0.0, sheet.column, root)
    title = title_block(press, Spot(sheet.left - sheet.x, sheet.right - sheet.left, root))
    toc = tree.add("Div", root)
    numbers = numbers_of(document)
    body = body_of(document.sections, press, spot, numbers, slides)
    long = _is_long([*title, *body.strips], press, sheet) and len(body.outline) > 1
    refers = long if document.meta.back.references is None else document.meta.back.references
    refers = bool(slides) and refers and not sheet.is_cornell  # which has no free margin
    if refers:
        body = replace(body, strips=with_slides(body.strips, slides, body.slides, press, sheet.free))
    back = back_of(document, long, hides=edition != "")
    entries = entries_of(document, numbers) if long else ()
    if long:
        entries += tuple(Entry(back_id(key), "", (Text(word(document, key)),), 0) for key in back.keys)
    parts = Parts(title, entries, draft(entries, press), body, back, spot)
    elements, feet = tree.size(), dict(press.feet)
    flow, body = on_pages(parts, press, sheet)
    apart = replace(press, tree=Tree())  # only counted
    more = len(_corrections(apart, sheet, -1)[0]) if form.corrections else 0
    return _Planned(press, parts, flow, body, toc, len(flow.pages) + more, elements, feet)


def _tuned(planned: _Planned, tuning: Tuning, sheet: Sheet) -> _Planned:
    """The same with some last pages tuned: these flow again, and the lists name the pages that things then have."""
    planned.press.tree.cut(planned.elements)
    press = replace(planned.press, tuning=tuning, feet=planned.feet)
    flow, body = on_pages(planned.parts, press, sheet, planned.flow)
    return replace(planned, press=press, flow=flow, body=body)


def _drawn(planned: _Planned, sheet: Sheet, form: HandoutForm) -> Pages:
    """The pages with all that stands on them."""
    press, parts = planned.press, planned.parts
    placed = with_contents(planned.flow.pages, parts.contents, parts.entries, press, planned.toc)
    more, outline = _corrections(press, sheet, parts.spot.tag) if form.corrections else ([], ())
    every = [*placed, *more]
    places = tuple(destinations(every, anchors_of(press.document)))
    names = frozenset(place.name for place in places)
    title = frozenset(map(id, parts.title))
    panels = [NO_PANELS, *map(panels_of, every), NO_PANELS]
    pages = tuple(
        text_page(
            page, index, len(every), press, sheet, names, title if index < len(placed) else None,
            around=(panels[index], panels[index + 2]),
        )
        for index, page in enumerate(every)
    )  # fmt: skip
    return Pages(press.document.meta, pages, press.tree.tags(), places, (*planned.body.outline, *outline))


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
    return len(flowed(strips, press, sheet, most=float("inf") if press.entries else over).pages) > over


def _ids(document: Document) -> Iterator[str]:
    yield from (note_name(note.number) for note in document.footnotes)
    for section in walk_sections(document.sections):
        yield section.id
        for block in walk_blocks(section.blocks):
            if name := attributes_of(block).id:
                yield name
