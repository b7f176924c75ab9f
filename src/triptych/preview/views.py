"""Plans as views: each slide and each page with the key of its picture, its name and its source line."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import partial
from typing import assert_never

from msgspec.structs import replace

from triptych.model.deck import Deck
from triptych.model.decor import Decor
from triptych.model.document import Document
from triptych.model.pages import (
    BoxItem,
    DrawingItem,
    Item,
    LinkItem,
    Page,
    Pages,
    PathItem,
    PictureItem,
    RuleItem,
    Tag,
    TextItem,
)
from triptych.model.queries import walk_sections
from triptych.model.theme import Theme
from triptych.plan.slides import screen_page
from triptych.preview.pictures import Pictures
from triptych.preview.state import View
from triptych.write.svg import write_svg


def slide_views(deck: Deck, theme: Theme, decor: tuple[Decor, ...], pictures: Pictures) -> tuple[View, ...]:
    """The slides of a deck."""
    bare = replace(deck, slides=(), sections=(), problems=(), waits=())
    views = []
    for number, slide in enumerate(deck.slides, 1):
        seen = replace(slide, id="", notes=(), line=0, sections=())
        key = pictures.key((seen, number, bare), partial(_slide, deck, number, theme, decor))
        views.append(View(key, slide.title, slide.line, deck.size.width, deck.size.height))
    return tuple(views)


def page_views(pages: Pages, document: Document, pictures: Pictures) -> tuple[View, ...]:
    """The pages of a printed panel."""
    lines = {section.id: section.line for section in walk_sections(document.sections)}
    firsts = _first_lines(pages, lines)
    views = []
    for page, line in zip(pages.pages, firsts, strict=True):
        key = pictures.key(_content(page, pages.tags), partial(_page, page, pages))
        views.append(View(key, "", line, page.size.width, page.size.height))
    return tuple(views)


def _slide(deck: Deck, number: int, theme: Theme, decor: tuple[Decor, ...]) -> str:
    page, tags = screen_page(deck, number, theme, decor)
    return write_svg(page, tags, deck.slides[number - 1].title, deck.meta.lang)


def _page(page: Page, pages: Pages) -> str:
    return write_svg(page, pages.tags, pages.meta.title, pages.meta.lang)


def _content(page: Page, tags: Sequence[Tag]) -> Hashable:
    """All that is seen and told of a page: the numbers of its tags say nothing, they count through the document."""
    return page.size, page.turned, tuple(_untagged(page.items, tags))


def _untagged(items: Sequence[Item], tags: Sequence[Tag]) -> Iterator[Hashable]:
    for item in items:
        match item:
            case LinkItem():
                yield item.rect, item.address
            case TextItem() | PictureItem() | DrawingItem() | PathItem():
                yield item if item.tag is None else (replace(item, tag=None), tags[item.tag].alt)
            case BoxItem() | RuleItem():
                yield item
            case _:
                assert_never(item)


def _first_lines(pages: Pages, lines: Mapping[str, int]) -> Iterator[int]:
    """The source line of the first section on each page, of the last one before it where none begins there."""
    last = 0
    for number in range(len(pages.pages)):
        found = [lines[place.name] for place in pages.destinations if place.page == number and lines.get(place.name)]
        yield found[0] if found else last
        last = found[-1] if found else last
