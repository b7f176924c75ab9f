"""The index of a course as a document of our own, of which a PDF is made like any other."""

from msgspec.structs import replace

from triptych.collected.entries import Entry, Whole
from triptych.collected.index_html import address
from triptych.model import document as doc
from triptych.model.pages import Item, LinkItem, Page, Pages
from triptych.read.slugs import Slugs

BASE = "https://course.invalid/"
"""The address (RFC 2606) under which the index is planned: an address alone is what readers can follow."""


def index_document(whole: Whole, theme: str = "", paper: str = "") -> doc.Document:
    """A section for each folder, a heading for each document, and below it the links to its files."""
    slugs = Slugs()
    sections: list[doc.Section] = []
    for title, entries in whole.groups():
        level = 2 if title else 1
        inner = tuple(_section(entry, whole, level, slugs) for entry in entries)
        sections += [doc.Section(slugs.take(title), (doc.Text(title),), (), inner)] if title else inner
    meta = doc.Meta(whole.title, whole.subtitle, lang=whole.lang, theme=theme, paper=paper)
    return doc.Document(meta, tuple(sections), "index.pdf")


def relative(pages: Pages) -> Pages:
    """The pages with links that lead from where they are to the files beside them."""
    return replace(pages, pages=tuple(map(_relative, pages.pages)))


def _relative(page: Page) -> Page:
    return replace(page, items=tuple(map(_led, page.items)))


def _led(item: Item) -> Item:
    if not isinstance(item, LinkItem):
        return item
    return replace(item, address=item.address.removeprefix(BASE), contents=item.contents.removeprefix(BASE))


def _section(entry: Entry, whole: Whole, level: int, slugs: Slugs) -> doc.Section:
    title: doc.Inlines = (doc.Text(entry.title),)
    if entry.lang and entry.lang != whole.lang:
        title = (doc.Passage(title, entry.lang),)
    items = tuple(doc.ListItem((doc.Paragraph(_link(name, entry)),)) for name in entry.files)
    return doc.Section(slugs.take(entry.title), title, (doc.ListBlock(items),), level=level)


def _link(name: str, entry: Entry) -> doc.Inlines:
    link = doc.Link((doc.Text(name.rpartition("/")[2]),), BASE + address(name))
    return (link, doc.Text(f" ({entry.pages[name]})")) if name in entry.pages else (link,)
