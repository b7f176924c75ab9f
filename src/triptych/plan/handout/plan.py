"""The whole handout: title block, contents, numbered sections, running header, page numbers, bookmarks."""

from collections.abc import Iterator
from dataclasses import dataclass

from triptych.geometry import Rect, Size, contain
from triptych.model.document import Document, Section, Text, footnotes, inlines_of, plain, walk_blocks, walk_sections
from triptych.model.forms import Edition
from triptych.model.pages import Destination, Item, LinkItem, OutlineEntry, Page, Pages, PictureItem, RuleItem, TagRole
from triptych.model.picture import Picture
from triptych.model.theme import Face, Theme
from triptych.model.words import word
from triptych.plan.direction import mirrored, rtl_document
from triptych.plan.edition import with_blanks
from triptych.plan.flow import FEET_GAP, Placed, Strip, draw, paginate
from triptych.plan.handout.blocks import cue, strips
from triptych.plan.handout.contents import contents_strips, entries_of
from triptych.plan.handout.press import Density, Press, Spot, close, easy
from triptych.plan.inlines import note_target
from triptych.plan.paragraphs import paragraph, words_at
from triptych.plan.tree import Tree
from triptych.text.lines import Span, Style
from triptych.text.shape import width

MARGIN = 54.0
SHORT_CONTENTS = 0.45
"""The share of a page up to which the text begins beneath the contents."""
CLOSE_UP_TO, NEARLY_EMPTY = 4, 0.3
"""Pages up to which a handout is set more closely, and the share of its last page that calls for it."""
LOGO, LOGO_TOP = Size(110.0, 28.0), 18.0
"""Points that a logo takes at most, and where it begins."""
COLUMN = 372.0
"""Points of the text column: 65 to 75 characters. What is left of the page is for the reader's hand."""
CONTENTS_OVER = 4
"""Pages from which on there is a table of contents."""
HEADINGS = ((20.0, 26.0), (15.0, 11.0), (12.0, 12.0))
"""Size, and space above, by the level of the section."""
ROLES: tuple[TagRole, ...] = ("H2", "H3", "H4", "H5", "H6")


@dataclass(frozen=True, slots=True)
class _Body:
    """The strips of the document behind its title block, and the bookmarks to them."""

    strips: list[Strip]
    outline: tuple[OutlineEntry, ...]


def plan_handout(
    document: Document, theme: Theme, pictures: dict[str, Picture], paper: Size, edition: Edition = ""
) -> Pages:
    """The handout on paper of a size in points; set more closely if that spares a nearly empty last page.

    The student's and the instructor's editions of a document have the same page breaks.
    """
    theme = theme.on_paper
    document = with_blanks(document) if edition == "student" else document
    pages, filled = _planned(document, theme, pictures, paper, easy(theme.scale), edition)
    if 1 < len(pages.pages) <= CLOSE_UP_TO and filled < NEARLY_EMPTY:
        closer, _ = _planned(document, theme, pictures, paper, close(theme.scale), edition)
        if len(closer.pages) < len(pages.pages):
            return closer
    return pages


def _planned(
    document: Document, theme: Theme, pictures: dict[str, Picture], paper: Size, density: Density, edition: Edition
) -> tuple[Pages, float]:
    """The pages, and how full the last one is."""
    tree = Tree()
    full = paper.width - 2 * MARGIN
    height = paper.height - density.top - density.bottom
    column = min(COLUMN, full)
    press = Press(document, theme, pictures, tree, full, height, column, frozenset(_ids(document)), density,
                  rtl_document(document), edition)  # fmt: skip
    root = tree.add("Document")
    spot = Spot(0.0, column, root)
    title = _title(press, spot)
    toc = tree.add("Div", root)
    numbers = _numbers(document)
    body = _body(press, spot, numbers)
    placed = paginate([*title, *body.strips], density.top, density.top + height, _foot_rule(theme))
    if len(placed) > CONTENTS_OVER and len(body.outline) > 1:
        placed = _with_contents(title, body, press, toc, numbers)
    places = tuple(_destinations(placed))
    names = frozenset(place.name for place in places)
    pages = tuple(_page(strips, index, len(placed), press, paper, names) for index, strips in enumerate(placed))
    last = placed[-1][-1] if placed[-1] else None
    filled = (last.y + last.strip.height - density.top) / height if last else 0.0
    return Pages(document.meta, pages, tree.tags(), places, body.outline), filled


def _with_contents(
    title: list[Strip], body: _Body, press: Press, toc: int, numbers: dict[str, str]
) -> list[list[Placed]]:
    """The contents after the title, on a page of their own if they are long.

    Their height does not depend on the page numbers, so these are known before the contents are set.
    """
    top, rule = press.density.top, _foot_rule(press.theme)
    bottom = top + press.page
    entries = entries_of(press.document, numbers)
    blank = contents_strips(entries, {}, press, -1)
    if sum(strip.height + strip.before for strip in blank) < press.page * SHORT_CONTENTS:
        draft = paginate([*title, *blank, *body.strips], top, bottom, rule)
        set_again = contents_strips(entries, _page_numbers(draft, 0), press, toc)
        return paginate([*title, *set_again, *body.strips], top, bottom, rule)
    text = paginate(body.strips, top, bottom, rule)
    front = len(paginate([*title, *blank], top, bottom))
    set_again = contents_strips(entries, _page_numbers(text, front), press, toc)
    return [*paginate([*title, *set_again], top, bottom), *text]


def _page_numbers(pages: list[list[Placed]], before: int) -> dict[str, str]:
    """The page number of each destination, with so many pages before these."""
    return {name: str(n) for n, page in enumerate(pages, before + 1) for at in page for name in at.strip.anchors}


def _foot_rule(theme: Theme) -> Strip:
    """The short rule above footnotes."""
    return Strip(FEET_GAP, (RuleItem(0.0, 5.0, 72.0, 5.0, 0.6, theme.palette.hairline),))


def _ids(document: Document) -> Iterator[str]:
    for section in walk_sections(document.sections):
        yield section.id
        for inlines in inlines_of(section):
            yield from (note_target(note.number)[1:] for note in footnotes(inlines))
        for block in walk_blocks(section.blocks):
            attributes = getattr(block, "attributes", None)
            if attributes is not None and attributes.id:
                yield attributes.id


def _numbers(document: Document) -> dict[str, str]:
    """Section numbers by id; none in a document of a single section."""
    out: dict[str, str] = {}

    def count(sections: tuple[Section, ...], prefix: str) -> None:
        titled = [section for section in sections if plain(section.title).strip()]
        for number, section in enumerate(titled, 1):
            out[section.id] = f"{prefix}{number}"
            count(section.sections, f"{prefix}{number}.")

    if sum(1 for section in document.sections if plain(section.title).strip()) > 1:
        count(document.sections, "")
    return out


def _title(press: Press, spot: Spot) -> list[Strip]:
    """Title, subtitle, who and when."""
    meta, palette = press.document.meta, press.theme.palette
    wide = Spot(0.0, press.full, spot.tag)
    out: list[Strip] = []
    if meta.title.strip():
        tag = press.tree.add("H1", spot.tag)
        style = press.style(26.0, bold=True)
        out += paragraph((Span(meta.title, style),), press.tree, tag, width=press.full, leading=31.0, keep=True,
                         rtl=press.rtl)  # fmt: skip
    for text, size in ((meta.subtitle, 13.0), (" · ".join(t for t in (meta.course, *_byline(press)) if t), 9.5)):
        if text:
            style = press.style(size, color=palette.muted)
            out += press.text((Text(text),), wide, style, leading=size * 1.4, before=4.0, keep=True)
    return [*out, Strip(10.0)] if out else []


def _byline(press: Press) -> tuple[str, str]:
    meta = press.document.meta
    return ", ".join(meta.authors), meta.date


# --- sections --------------------------------------------------------------------------------------


def _body(press: Press, spot: Spot, numbers: dict[str, str]) -> _Body:
    out: list[Strip] = []
    outline: list[OutlineEntry] = []

    def add(section: Section, parent: int, level: int) -> None:
        tag = press.tree.add("Sect", parent)
        if plain(section.title).strip():
            out.extend(_heading(section, numbers.get(section.id, ""), press, Spot(spot.x, spot.width, tag), level))
            outline.append(OutlineEntry(plain(section.title), level, section.id))
        out.extend(strips(section.blocks, press, Spot(spot.x, spot.width, tag)))
        for sub in section.sections:
            add(sub, tag, level + 1)

    for section in press.document.sections:
        add(section, spot.tag, 0)
    return _Body(out, tuple(outline))


def _heading(section: Section, number: str, press: Press, spot: Spot, level: int) -> list[Strip]:
    size, before = HEADINGS[min(level, len(HEADINGS) - 1)]
    tag = press.tree.add(ROLES[min(level, len(ROLES) - 1)], spot.tag)
    if section.is_question:
        size = 13.5 if level == 0 else 12.0
    style = press.style(size, bold=True)
    accent = press.style(size, bold=True, color=press.theme.palette.accent)
    text = ((Span(f"{number}\u2002", accent),) if number else ()) + press.spans(section.title, style)
    if section.is_question:
        return [*cue(text, press, spot, tag, (section.id,)), Strip(2.0, keep=True)]
    made = paragraph(
        text, press.tree, tag, width=spot.width, leading=size * 1.25, x=spot.x, before=before, keep=True,
        anchors=(section.id,), rtl=press.rtl, own=True if number and press.rtl else None,
    )  # fmt: skip
    kept = [Strip(s.height, s.items, s.before, True, s.panel, s.header, s.anchors) for s in made]
    return [*kept, Strip(2.0, keep=True)]


# --- pages -----------------------------------------------------------------------------------------


def _page(placed: list[Placed], index: int, count: int, press: Press, paper: Size, names: frozenset[str]) -> Page:
    """The page; a link to a block that has no place of its own (such as notes) is left as text."""
    drawn = draw(placed, MARGIN)
    items = [i for i in drawn if not (isinstance(i, LinkItem) and i.destination and i.destination not in names)]
    items.extend(_furniture(index, count, press, paper))
    if press.rtl:
        items = [mirrored(item, paper.width) for item in items]
    return Page(paper, tuple(items))


def _furniture(index: int, count: int, press: Press, paper: Size) -> list[Item]:
    """The running header (not on the first page) and page x of y; artifacts."""
    face, size, color = Face(press.theme.text_family), 8.5, press.theme.palette.muted
    text = word(press.document, "page").format(page=index + 1, pages=count)
    right = paper.width - MARGIN
    style, rtl = Style(face, size, color), press.rtl
    items: list[Item] = [*words_at(text, style, right - width(text, face) * size, paper.height - 36.0, None, rtl=rtl)]
    if not index and (logo := press.pictures.get(press.document.meta.logo)) is not None:
        items.append(_logo(logo, right))
    title = press.document.meta.title
    if index and title.strip():
        items += words_at(_clipped(title, face, press.full / size), style, MARGIN, 38.0, None, rtl=rtl)
    return items


def _logo(logo: Picture, right: float) -> PictureItem:
    """The logo in the head of the first page, above the title: a sign of the house and no part of the text."""
    shown = contain(Size(logo.width, logo.height), Rect(0.0, 0.0, LOGO.width, LOGO.height))
    return PictureItem(Rect(right - shown.width, LOGO_TOP, shown.width, shown.height), logo)


def _clipped(text: str, face: Face, ems: float) -> str:
    """The text, or as many words as fit with an ellipsis: a running header repeats what stands elsewhere."""
    if width(text, face) <= ems:
        return text
    words = text[:400].split(" ")
    while len(words) > 1 and width(" ".join(words) + " …", face) > ems:
        words.pop()
    shown = " ".join(words)
    while shown and width(shown + " …", face) > ems:
        shown = shown[: int(len(shown) * 0.8)]
    return shown + " …"


def _destinations(placed: list[list[Placed]]) -> Iterator[Destination]:
    seen: set[str] = set()
    for number, page in enumerate(placed):
        for at in page:
            for name in at.strip.anchors:
                if name not in seen and not at.repeated:
                    seen.add(name)
                    yield Destination(name, number, max(0.0, at.y - 6.0))
