"""Two panels that refer to each other: the handout names slides, the slides name the handout's pages."""

from collections.abc import Mapping

from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model.deck import Deck, Slide
from triptych.model.document import Document
from triptych.model.pages import Pages
from triptych.plan.deck.plan import footer


def paged(deck: Deck, document: Document, pages: Pages) -> Deck:
    """The deck with the handout's pages on its slides, if the handout is long or the document asks for it."""
    return with_pages(deck, pages, word(document, "handout")) if refers(document, pages) else deck


def refers(document: Document, pages: Pages) -> bool:
    """Whether slides name pages: as the document says, else where there are contents."""
    asked = document.meta.back.references
    return any(tag.role == "TOC" for tag in pages.tags) if asked is None else asked


def slide_numbers(deck: Deck) -> dict[str, int]:
    """The number of the first slide of each section of the document, by its id."""
    out: dict[str, int] = {}
    for number, slide in enumerate(deck.slides, 1):
        for section in slide.sections:
            out.setdefault(section, number)
    return out


def with_pages(deck: Deck, pages: Pages, handout: str) -> Deck:
    """The deck with the handout's page on the foot of each slide, behind its footer."""
    at = {place.name: place.page + 1 for place in pages.destinations}
    return replace(deck, slides=tuple(_with_page(slide, at, handout) for slide in deck.slides))


def _with_page(slide: Slide, pages: Mapping[str, int], handout: str) -> Slide:
    page = next((pages[section] for section in slide.sections if section in pages), None)
    if page is None or not slide.footer:
        return slide
    return replace(slide, footer=footer(slide.footer, slide.layout.first("footer"), f" · {handout} {page}"))
