"""Where the key of a test sends its readers: what a place is called, and the page of the handout on which it stands."""

from collections.abc import Sequence

from triptych.languages.scripts import arrow
from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.pages import Pages, TextItem
from triptych.model.queries import plain, walk_sections
from triptych.products.plans import Plans
from triptych.transform.exam import Asked, Place

PREFIXES = (400, 60, 30, 16)
"""Letters of a text by which it is looked for on pages: fewer where a page ends or a formula stands in it."""


class Finder:
    """Finds the places of a document in the handout that is made of it."""

    def __init__(self, plans: Plans) -> None:
        self._document = plans.document
        self._sections = plans.pages_of_places()
        self._pages = tuple(map(_letters, _texts(plans.made_handout())))
        sections = list(walk_sections(plans.document.sections))
        self._titles = {part.id: plain(part.title).strip() for part in sections} if len(sections) > 1 else {}

    def where(self, asked: Asked) -> doc.Inlines:
        """The names of the places that answer a question, by the pages on which they stand; empty if none is known."""
        by_page: dict[int, dict[str, None]] = {}
        for place in asked.places:
            names = by_page.setdefault(self._page(place), {})
            if name := place.label or self._titles.get(place.section, ""):
                names[name] = None
        said = [self._said(page, tuple(names)) for page, names in sorted(by_page.items())]
        text = "; ".join(part for part in said if part)
        return (doc.Text(f"{arrow(self._document.meta.lang)} {text}"),) if text else ()

    def _said(self, page: int, names: Sequence[str]) -> str:
        where = f"{word(self._document, 'handout')} {page}" if page else ""
        return " · ".join(part for part in (", ".join(names), where) if part)

    def _page(self, place: Place) -> int:
        """The page on which a text begins, not before its section; else that of the section; 0 if none is known."""
        first = self._sections.get(place.section, 0)
        sought = "".join(filter(str.isalnum, place.text.casefold()))
        for length in PREFIXES if sought else ():
            begin = sought[:length]
            found = (k for k, text in enumerate(self._pages, 1) if k >= first and begin in text)
            if page := next(found, 0):
                return page
        return first


def _texts(pages: Pages) -> list[str]:
    """The text of each page, in the order in which it is drawn; not what repeats it in a margin."""
    tagged = (
        [item.text for item in page.items if isinstance(item, TextItem) and item.tag is not None]
        for page in pages.pages
    )
    return [" ".join(texts) for texts in tagged]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
