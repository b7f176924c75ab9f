"""A picture of each slide and each page that is made, in a folder beside the panels."""

from collections.abc import Iterator
from functools import partial

from triptych.model.forms import Edition
from triptych.model.pages import Page, Tag
from triptych.plan.slides import screen_page
from triptych.products.made import Made
from triptych.products.options import Product
from triptych.products.plans import Plans
from triptych.template.decor import read_decor
from triptych.write.svg import write_png, write_svg

FINENESS = 2.0
"""Pixels a point: a slide is 1,920 wide."""
FOLDER = "pictures"


def svg_pictures(plans: Plans) -> Made:
    """Each as an SVG."""
    return {f"{name}.svg": svg.encode() for name, svg, _ in _drawn(plans)}, ()


def png_pictures(plans: Plans) -> Made:
    """Each as a PNG."""
    return {f"{name}.png": write_png(svg, round(width * FINENESS)) for name, svg, width in _drawn(plans)}, ()


def _drawn(plans: Plans) -> Iterator[tuple[str, str, float]]:
    """The name of each picture, the picture, and its width in points."""
    for product, edition in plans.wanted:
        shown = list(_pages(plans, product, edition))
        digits = max(2, len(str(len(shown))))
        panel = f"{product}-{edition}" if edition else product
        for number, (page, tags, title) in enumerate(shown, 1):
            svg = write_svg(page, tags, title, plans.document.meta.lang)
            yield f"{FOLDER}/{panel}-{number:0{digits}}", svg, page.size.width


def _pages(plans: Plans, product: Product, edition: Edition) -> Iterator[tuple[Page, tuple[Tag, ...], str]]:
    """What is shown of a panel, the tags of it, and what it is called; nothing of what is no panel."""
    if product == "deck":
        deck = plans.deck(edition)
        draw = partial(screen_page, deck, theme=plans.theme, decor=read_decor(plans.template))
        yield from ((*draw(number), slide.title) for number, slide in enumerate(deck.slides, 1))
    elif product in ("handout", "cheat-sheet"):
        pages = plans.handout(edition) if product == "handout" else plans.cheat_sheet(edition)[0]
        for number, page in enumerate(pages.pages, 1):
            yield page, pages.tags, f"{pages.meta.title} ({number}/{len(pages.pages)})".strip()
