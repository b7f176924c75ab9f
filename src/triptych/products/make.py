"""What makes the files of each product: one row for each."""

from collections.abc import Callable

from triptych.model.forms import Edition
from triptych.model.places import placed
from triptych.problem import Problem
from triptych.products.made import Made, named
from triptych.products.options import Product
from triptych.products.plans import Plans
from triptych.products.steps import Step, no_step
from triptych.stamp import About


def _deck(plans: Plans, edition: Edition) -> Made:
    from triptych.write.pptx import write_deck

    deck = plans.deck(edition)
    return {named("deck", edition, "pptx"): write_deck(deck, plans.template)}, deck.problems


def _handout(plans: Plans, edition: Edition) -> Made:
    from triptych.products.handouts import handout

    return handout(plans, edition)


def _cheat_sheet(plans: Plans, edition: Edition) -> Made:
    from triptych.write.pdf import write_pages

    pages, problems, _ = plans.cheat_sheet(edition)
    return {named("cheat-sheet", edition, "pdf"): write_pages(pages)}, problems


def _cards(plans: Plans, edition: Edition) -> Made:
    from triptych.products.cards import cards

    return cards(plans)


def _test(plans: Plans, edition: Edition) -> Made:
    from triptych.products.test_papers import test_papers

    return test_papers(plans)


def _questions(plans: Plans, edition: Edition) -> Made:
    from triptych.products.questions import questions

    return questions(plans)


def _report(plans: Plans, edition: Edition) -> Made:
    from triptych.products.reports import report

    return report(plans)


def _png(plans: Plans, edition: Edition) -> Made:
    from triptych.products.pictures import png_pictures

    return png_pictures(plans)


def _svg(plans: Plans, edition: Edition) -> Made:
    from triptych.products.pictures import svg_pictures

    return svg_pictures(plans)


PRODUCTS: dict[Product, Callable[[Plans, Edition], Made]] = {
    "deck": _deck,
    "handout": _handout,
    "cheat-sheet": _cheat_sheet,
    "cards": _cards,
    "test": _test,
    "questions": _questions,
    "report": _report,
    "png": _png,
    "svg": _svg,
}
"""What makes the files of each product, in the order in which they are made."""


def about(plans: Plans) -> About:
    """What is known of a document whose products were made."""
    pages = {named(product, edition, "")[:-1]: plans.count(product, edition) for product, edition in plans.wanted}
    meta = plans.document.meta
    return About(meta.title, meta.lang, {name: count for name, count in pages.items() if count})


def make_products(plans: Plans, step: Step = no_step) -> Made:
    """The files of all products that are wanted, and what is to be said of them, each but once.

    `step` hears of each before it is made.
    """
    made: dict[str, bytes] = {}
    problems: dict[Problem, None] = {}
    for number, (product, edition) in enumerate(plans.wanted, 1):
        step(f"{product} ({edition})" if edition else product, number, len(plans.wanted))
        files, said = PRODUCTS[product](plans, edition)
        made |= files
        problems |= dict.fromkeys(said)  # editions share most of them
    return made, placed(problems, plans.document)
